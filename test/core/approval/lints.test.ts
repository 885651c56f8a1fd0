// What owners most likely did not mean.

import { describe, expect, it } from 'vitest'
import { lintSettings } from '../../../src/core/approval/lints.ts'
import type { Rule } from '../../../src/core/model/rule.ts'
import { approvedBy, auto, breakGlass, knowledge, pattern, rule, settings } from './company.ts'

const lint = (rules: readonly Rule[]): readonly string[] =>
  lintSettings(settings(rules), knowledge).map(({ code, message }) => `${code}: ${message}`)

type Row = readonly [says: string, rules: readonly Rule[], is: readonly string[]]

const about = (what: Parameters<typeof rule>[1]['what'] & {}): readonly Rule[] => [
  rule('r', { what, ways: [approvedBy('@leads')] }),
]
const never = (message: string): readonly string[] => [`lint-never-matches: rule r: ${message}`]

const PATTERNS: readonly Row[] = [
  ['an account that exists', about({ account: 'orders-*' }), []],
  [
    'an account that does not',
    about({ account: 'order-prod' }),
    never('no account has the name order-prod; did you mean orders-prod?'),
  ],
  ['one of several that does not', about({ account: 'orders-prod web-*' }), never('no account has the name web-*')],
  [
    'an OU that does not exist',
    about({ ou: '/workload/prod' }),
    never('no account has the organisational unit /workload/prod; did you mean /workloads/prod?'),
  ],
  ['a tag no account has', about({ tags: { environment: 'prod' } }), never('no account has the tag environment')],
  [
    'a tag value no account has',
    about({ tags: { env: 'prd' } }),
    never('no account has the tag env = prd; did you mean prod?'),
  ],
  [
    'parts that fit no account together',
    about({ account: 'payer', ou: '/sandbox' }),
    never('no account has everything that it says about accounts'),
  ],
  [
    'kinds that exclude each other',
    about({ facets: { policy: '*', role: '*' } }),
    never('no item is of all the kinds that it speaks of at once'),
  ],
  [
    'a kind that excludes a filter',
    about({ kind: 'role', facets: { policy: '*' } }),
    never('no item is of all the kinds that it speaks of at once'),
  ],
  ['actions and resources go together', about({ facets: { action: 's3:*', resource: 'arn:aws:s3:::x' } }), []],
  [
    'risks that contradict each other',
    about({ risk: ['low'], escalating: true }),
    never('risk and escalating contradict each other'),
  ],
  [
    'letters after the end',
    about({ facets: { policy: '/a$b/' } }),
    never('/a$b/ can never match: it asks for something after the end ($) or before the start (^) of the name'),
  ],
  [
    'letters that no name has',
    about({ facets: { role: 'my|role' } }),
    never('my|role can never match: no such name has the character "|"'),
  ],
  [
    'an action that AWS does not have',
    about({ facets: { action: 's3:GetObjecct' } }),
    never('s3:GetObjecct means no action of AWS (data of 2026-11-01); did you mean s3:GetObject or s3:PutObject?'),
  ],
  [
    'an action without a service',
    about({ facets: { action: 'GetObject' } }),
    never('GetObject means no action of AWS (data of 2026-11-01)'),
  ],
  [
    'a resource that is no ARN',
    about({ facets: { resource: 'my-bucket' } }),
    never('my-bucket can never match: resources are ARNs that start with arn:aws:'),
  ],
  [
    'a resource of another partition',
    about({ facets: { resource: 'arn:aws-cn:s3:::x' } }),
    never('arn:aws-cn:s3:::x can never match: resources are ARNs that start with arn:aws:'),
  ],
  [
    'a role of an account that is not listed',
    about({ facets: { role: 'arn:aws:iam::999999999999:role/x' } }),
    never(
      'arn:aws:iam::999999999999:role/x lies in the account 999999999999, which integrations/aws.yaml does not list',
    ),
  ],
  [
    'an exception that can never match',
    [rule('r', { not: [{ account: 'web' }], ways: [approvedBy('@leads')] })],
    never('no account has the name web'),
  ],
  [
    'a ticket that can never match',
    [rule('r', { ways: [approvedBy('@leads')], limits: { ticket: pattern('/INC$-[0-9]+/') } })],
    never('/INC$-[0-9]+/ can never match: it asks for something after the end ($) or before the start (^) of the name'),
  ],
]

const PEOPLE: readonly Row[] = [
  ['a group that exists', [rule('r', { who: '@orders', ways: [approvedBy('@leads')] })], []],
  [
    'approvers nobody is among',
    [rule('r', { ways: [approvedBy('@lead')] })],
    ['lint-no-approvers: nobody may approve by this way of rule r'],
  ],
  [
    'a way only the requester could approve',
    [rule('r', { who: 'sam', ways: [approvedBy('@security')] })],
    ['lint-no-approvers: nobody may approve by this way of rule r'],
  ],
  ['a way that others could approve', [rule('r', { who: '@engineers', ways: [approvedBy('@security')] })], []],
  [
    'a manager nobody has',
    [rule('r', { who: '@security', ways: [approvedBy('manager')] })],
    ['lint-no-approvers: nobody may approve by this way of rule r'],
  ],
  ['a manager somebody has', [rule('r', { who: '@security @orders', ways: [approvedBy('manager')] })], []],
  [
    'more approvals than approvers',
    [rule('r', { ways: [approvedBy('@leads', 3)] })],
    ['lint-too-few-approvers: rule r demands 3 approvals, and at most 2 people may give one'],
  ],
  [
    'a limit of more approvals than approvers',
    [rule('r', { ways: [approvedBy('@leads')], limits: { approvals: 3 } })],
    ['lint-too-few-approvers: rule r demands 3 approvals, and at most 2 people may give one'],
  ],
  ['as many as there are', [rule('r', { ways: [approvedBy('@leads', 2)] })], []],
  [
    'a glass nobody else reviews',
    [rule('r', { ways: [approvedBy('@leads'), breakGlass('@security')] })],
    ['lint-break-glass-unreviewed: rule r lets sam break the glass, and nobody else would review it'],
  ],
  ['a glass that others review', [rule('r', { ways: [approvedBy('@leads'), breakGlass('@oncall')] })], []],
]

const auto1 = (what: Parameters<typeof rule>[1]['what'] & {}, rest: Parameters<typeof rule>[1] = {}) =>
  rule('free', { what, ways: [auto], ...rest })
const STRICT = rule('strict', { what: { account: 'orders-*' }, ways: [approvedBy('@leads')] })
const cut = ['lint-auto-undercuts: auto of rule free makes the approvals of rule strict needless in orders-prod']

const TOGETHER: readonly Row[] = [
  ['auto everywhere', [auto1({}), STRICT], cut],
  ['auto for other accounts', [auto1({ account: 'sandbox-*' }), STRICT], []],
  [
    'auto for other people',
    [auto1({}, { who: '@contractors' }), rule('strict', { who: '@orders', ways: [approvedBy('@leads')] })],
    [],
  ],
  [
    'auto for another kind',
    [auto1({ kind: 'role' }), rule('strict', { what: { facets: { policy: '*' } }, ways: [approvedBy('@leads')] })],
    [],
  ],
  [
    'auto for another risk',
    [auto1({ risk: ['low'] }), rule('strict', { what: { risk: ['high'] }, ways: [approvedBy('@leads')] })],
    [],
  ],
  ['auto except there', [rule('free', { not: [{ account: 'orders-*' }], ways: [auto] }), STRICT], []],
  [
    'what is auto is excepted there',
    [
      auto1({ facets: { policy: 'AmazonS3ReadOnlyAccess' } }),
      rule('strict', { not: [{ facets: { policy: '*ReadOnly*' } }], ways: [approvedBy('@leads')] }),
    ],
    [],
  ],
  [
    'patterns that meet',
    [
      auto1({ facets: { policy: 'Amazon*' } }),
      rule('strict', {
        what: { account: 'orders-prod', facets: { policy: '*FullAccess' } },
        ways: [approvedBy('@leads')],
      }),
    ],
    cut,
  ],
  [
    'patterns that do not meet',
    [
      auto1({ facets: { policy: 'Amazon*' } }),
      rule('strict', { what: { facets: { policy: 'Admin*' } }, ways: [approvedBy('@leads')] }),
    ],
    [],
  ],
  [
    'approvals as a limit rule out auto',
    [auto1({}), rule('strict', { ways: [approvedBy('@leads')], limits: { approvals: 1 } })],
    [],
  ],
  [
    'auto beside approvals in one rule',
    [rule('r', { ways: [auto, approvedBy('@leads')] })],
    ['lint-auto-undercuts: rule r asks for approvals that its own auto makes needless'],
  ],
  [
    'auto for what can be made lasting',
    [auto1({ risk: ['escalating'] })],
    ['lint-self-grant: rule free lets one person alone give themselves access that can be made lasting'],
  ],
  ['auto for everything does not name it', [auto1({})], []],
  [
    'a rule behind a deny',
    [STRICT, rule('no', { what: { account: '*-prod' }, deny: 'no' })],
    ['lint-dead-rule: rule strict never counts: rule no denies all of it'],
  ],
  [
    'a deny for some of the people',
    [STRICT, rule('no', { who: '@contractors', what: { account: '*-prod' }, deny: 'no' })],
    [],
  ],
  ['a deny with an exception', [STRICT, rule('no', { not: [{ kind: 'role' }], deny: 'no' })], []],
  ['a deny for some of it', [STRICT, rule('no', { what: { kind: 'role' }, deny: 'no' })], []],
  [
    'a deny for the very kind',
    [
      rule('roles', { what: { facets: { role: 'x' } }, ways: [approvedBy('@leads')] }),
      rule('no', { what: { kind: 'role' }, deny: 'no' }),
    ],
    ['lint-dead-rule: rule roles never counts: rule no denies all of it'],
  ],
]

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  patterns: PATTERNS,
  people: PEOPLE,
  'rules together': TOGETHER,
}

describe.each(Object.entries(TABLES))('lints of %s', (_title, rows) => {
  for (const [says, rules, is] of rows)
    it(says, () => {
      expect(lint(rules)).toEqual(is)
    })
})
