// What people may ask for, as they read it: bundles with whose approval they take, and rules in words.

import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../src/core/approval/decision.ts'
import type { Rule, Way } from '../../../src/core/model/rule.ts'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import type { Catalogue, Offer, OpenRule } from '../../../src/core/plan/catalogue.ts'
import { approvalText, catalogueJson, catalogueText } from '../../../src/core/report/catalogue.ts'
import { COLOURED, PLAIN } from '../../../src/core/report/palette.ts'
import { AT, approvedBy, auto, breakGlass, type filter, judge, person, policy, rule } from '../approval/company.ts'
import { bold, names, red } from './told.ts'

const allowed = (way: Way['is']): Decision => ({
  is: 'allowed',
  way,
  rule: 'r',
  approvers: [],
  afterwards: null,
  instead: [],
  because: [],
})
const missing = (more: number, people: readonly string[]) => ({
  rule: 'r',
  people: people.map(person),
  approved: [],
  more,
  items: [],
})
const waiting = (...all: readonly ReturnType<typeof missing>[]): Decision => ({
  is: 'waiting',
  missing: all,
  because: [],
})
const refused: Decision = {
  is: 'refused',
  reasons: [
    { code: 'denied', sentence: 'payer is for Finance', at: AT },
    { code: 'held', sentence: 'held: incident', at: AT },
  ],
  because: [],
}

const offer = (bundle: string, more: Partial<Offer> = {}): Offer => ({
  account: 'orders-prod',
  bundle,
  says: `All of ${bundle}`,
  duration: 2 * HOUR,
  decision: allowed('auto'),
  endsByItself: true,
  ...more,
})
const open = (one: Rule): OpenRule => ({ rule: one, denies: one.deny, ways: one.ways })
const catalogue = (offers: readonly Offer[], ...rules: readonly Rule[]): Catalogue => ({
  person: person('marta'),
  offers,
  rules: rules.map(open),
})

const OFFERS = [
  offer('oncall', { decision: waiting(missing(1, ['lena', 'omar'])) }),
  offer('logs', { account: 'stage', duration: null, endsByItself: false }),
  offer('root', { decision: refused }),
]

describe('whose approval is needed', () => {
  it.each<[string, Decision, string]>([
    ['is nobody’s', allowed('auto'), 'nobody has to approve it'],
    ['is told afterwards', allowed('breakGlass'), 'break glass'],
    ['would not help', refused, 'not for you: payer is for Finance'],
    ['is one of a few', waiting(missing(1, ['lena', 'omar'])), '1 approval by lena, omar'],
    ['is of five', waiting(missing(2, names(5))), '2 approvals by a1, a2, a3, a4, a5'],
    ['is of more than five', waiting(missing(2, names(6))), '2 approvals by a1, a2, a3, a4, a5, …'],
    [
      'may be had in several ways',
      waiting(missing(1, ['lena']), missing(2, ['sam'])),
      '1 approval by lena or 2 approvals by sam',
    ],
  ])('%s', (_says, decision, text) => {
    expect(approvalText(decision)).toBe(text)
  })

  it('is said of what the rules really decide', () => {
    const { decision } = judge([rule('leads', { ways: [approvedBy('@leads', 2)] })], {
      items: [policy('AmazonS3ReadOnlyAccess')],
    })
    expect(approvalText(decision)).toBe('2 approvals by lena, omar')
  })
})

describe('the list of what somebody may ask for', () => {
  it('has a line for each bundle, in columns, and one for each rule', () =>
    expect(
      catalogueText(
        catalogue(
          OFFERS,
          rule('production', {
            what: { tags: { env: 'prod' } },
            not: [{ facets: { policy: '*FullAccess AdministratorAccess' } }, { risk: ['escalating'] }],
            ways: [approvedBy('@leads'), breakGlass('@oncall')],
            limits: { maxDuration: 4 * HOUR },
          }),
          rule('payer', { what: { account: 'payer' }, deny: 'Only Finance changes the payer' }),
          rule('tickets', { limits: { ticket: 'required' } }),
        ),
        PLAIN,
      ),
    ).toBe(
      [
        'What marta may ask for',
        '  orders-prod  oncall  2h        1 approval by lena, omar',
        '  stage        logs    as asked  nobody has to approve it  does not end by itself',
        '',
        'Anything else, by these rules',
        '  production  env=prod, but not policy *FullAccess|AdministratorAccess; escalating risk, at most 4h: 1 approval by leads; or break glass, reviewed by security within 1d',
        '  payer  never: Only Finance changes the payer (account payer)',
        '  tickets  everything: limits others',
      ].join('\n'),
    ))

  it('says where there is nothing', () =>
    expect(catalogueText(catalogue([offer('root', { decision: refused })]), PLAIN)).toBe(
      ['What marta may ask for', '  no bundle', '', 'Anything else, by these rules', '  none speaks of them'].join(
        '\n',
      ),
    ))

  it('paints rules that deny red, and headings and other rules bold', () => {
    const rules = [rule('payer', { deny: 'Never' }), rule('all', { ways: [auto] })]
    expect(catalogueText(catalogue([], ...rules), COLOURED).split('\n')).toEqual([
      bold('What marta may ask for'),
      '  no bundle',
      '',
      bold('Anything else, by these rules'),
      `  ${red('payer')}  never: Never (everything)`,
      `  ${bold('all')}  everything: nobody`,
    ])
  })
})

describe('a rule in words', () => {
  const told = (one: Rule) => catalogueText(catalogue([], one), PLAIN).split('\n').at(-1)

  it.each<[string, Parameters<typeof filter>[0], string]>([
    ['accounts', { account: 'a-* b' }, 'account a-*, account b'],
    ['organisational units', { ou: '/prod/*' }, 'OU /prod/*'],
    ['tags of accounts', { tags: { env: 'prod stage', team: 'x' } }, 'env=prod|stage, team=x'],
    ['tags of resources', { resourceTags: { team: 'x y' } }, 'resources tagged team=x|y'],
    ['what is named', { facets: { group: 'a b', role: 'c' } }, 'group a|b, role c'],
    ['kinds', { kind: 'policy role' }, 'policy, role'],
    ['regions', { region: 'eu-*' }, 'region eu-*'],
    ['risks', { risk: ['low', 'high'] }, 'low risk, high risk'],
    ['lasting access', { escalating: true }, 'what could make lasting access'],
    ['no lasting access', { escalating: false }, 'what cannot make lasting access'],
    ['permissions', { managesPermissions: true }, 'what can change permissions'],
    ['no permissions', { managesPermissions: false }, 'what cannot change permissions'],
    ['ends', { endsByItself: true }, 'what ends by itself'],
    ['no ends', { endsByItself: false }, 'what does not end by itself'],
    ['all', {}, 'everything'],
  ])('tells which %s it speaks of', (_says, what, text) => {
    expect(told(rule('r', { what, ways: [auto] }))).toBe(`  r  ${text}: nobody`)
  })

  it.each<[string, Way, string]>([
    ['nobody', auto, 'nobody'],
    ['anyone', approvedBy('anyone'), '1 approval by anyone'],
    [
      'groups, people and the manager',
      approvedBy('@leads sam manager', 2),
      '2 approvals by leads or sam or your manager',
    ],
    ['at least one, whatever is written', approvedBy('manager', 0), '1 approval by your manager'],
    ['reviewers afterwards', breakGlass('@oncall', 'sam'), 'break glass, reviewed by sam within 1d'],
  ])('tells whose approval it takes: %s', (_says, way, text) => {
    expect(told(rule('r', { ways: [way] }))).toBe(`  r  everything: ${text}`)
  })
})

describe('the list for programs', () => {
  it('has the same, and what is not for this person, too', () =>
    expect(
      JSON.parse(
        catalogueJson(
          catalogue(
            OFFERS,
            rule('production', {
              what: { account: 'orders-*' },
              not: [{ risk: ['escalating'] }],
              ways: [auto, approvedBy('sam')],
              limits: { maxDuration: DAY },
            }),
            rule('payer', { deny: 'Never' }),
          ),
        ),
      ),
    ).toEqual({
      person: 'marta',
      offers: [
        {
          account: 'orders-prod',
          bundle: 'oncall',
          says: 'All of oncall',
          seconds: 7200,
          allowed: true,
          approval: '1 approval by lena, omar',
          endsByItself: true,
        },
        {
          account: 'stage',
          bundle: 'logs',
          says: 'All of logs',
          seconds: null,
          allowed: true,
          approval: 'nobody has to approve it',
          endsByItself: false,
        },
        {
          account: 'orders-prod',
          bundle: 'root',
          says: 'All of root',
          seconds: 7200,
          allowed: false,
          approval: 'not for you: payer is for Finance',
          endsByItself: true,
        },
      ],
      rules: [
        {
          name: 'production',
          what: 'account orders-*',
          not: ['escalating risk'],
          ways: ['nobody', '1 approval by sam'],
          seconds: 86_400,
          denies: null,
        },
        { name: 'payer', what: 'everything', not: [], ways: [], seconds: null, denies: 'Never' },
      ],
    }))
})
