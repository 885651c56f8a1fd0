// How a judged request is told, from settings, a file and its judgement alone.

import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../../src/core/approval/judge.ts'
import type { Request } from '../../../src/core/model/request.ts'
import type { Way } from '../../../src/core/model/rule.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import type { Telling } from '../../../src/core/report/story-of-request.ts'
import {
  AT,
  actions,
  approvedBy,
  auto,
  breakGlass,
  group,
  judge,
  NOON,
  permissionSet,
  policy,
  request,
  role,
  rule,
  settings,
} from '../approval/company.ts'
import { type Case, LEADS, narrowed, told } from './telling.ts'

describe('a judged request', () => {
  it('is told as what its file asks, where, until when, at what risk, and who is missing', () =>
    expect(told({ ask: { hours: 3 }, over: { waitsUntil: later(NOON, 600), reach: ['aws login'] } })).toEqual({
      id: 'r1',
      path: 'config/requests/r1.yaml',
      person: 'marta',
      requester: 'marta',
      reason: 'queue is stuck',
      ticket: 'INC-4211',
      window: { is: 'after merge', seconds: 2 * HOUR, from: null },
      items: [
        {
          says: 'the policy AmazonS3ReadOnlyAccess',
          target: 'orders-prod',
          account: '111111111111',
          bundle: null,
          risk: 'low',
          escalating: [],
          ends: 'by itself',
          exact: ['AmazonS3ReadOnlyAccess'],
          leftOut: [],
        },
      ],
      decision: {
        is: 'waiting',
        missing: [[{ approvals: 1, of: 'leads', people: ['lena', 'omar'], rule: 'leads', at: AT }]],
        until: later(NOON, 600),
      },
      breakGlass: null,
      emergency: null,
      provided: null,
      state: 'waiting',
      reach: ['aws login'],
    }))

  it('says no reason and no ticket where the file has none', () =>
    expect(told({ ask: { reason: null, ticket: null } })).toMatchObject({ reason: null, ticket: null }))

  const window = { from: later(NOON, 60), until: later(NOON, 660) }
  const asking = (when: Request['when']) => ({ request: { ...request({}), when }, window })
  it.each<[string, Partial<Telling>, object]>([
    [
      'so long from the merge',
      asking({ is: 'duration', seconds: 1, from: null }),
      { is: 'after merge', seconds: 600, from: null },
    ],
    [
      'so long from the merge, not before',
      asking({ is: 'duration', seconds: 1, from: window.from }),
      { is: 'after merge', seconds: 600, from: window.from },
    ],
    ['as long as its bundle says', asking({ is: 'default' }), { is: 'after merge', seconds: 600, from: null }],
    ['until an instant', asking({ is: 'until', from: null, until: window.until }), { is: 'window', ...window }],
    [
      'from when until when, once it landed',
      { ...asking({ is: 'duration', seconds: 1, from: null }), landedAt: NOON },
      { is: 'window', ...window },
    ],
  ])('is told to last %s', (_says, over, when) => {
    expect(told({ over }).window).toEqual(when)
  })
})

describe('an item', () => {
  const item = (one: Case) => told(one).items[0]
  const of = (entitlement: ReturnType<typeof policy>) => ({ ask: { items: [entitlement] } })
  it.each<[string, ReturnType<typeof policy>, readonly string[]]>([
    [
      'statements as the policy that they make',
      actions('s3:GetObject', 'arn:aws:s3:::a/*'),
      [
        '{',
        '  "Version": "2012-10-17",',
        '  "Statement": [',
        '    {',
        '      "Effect": "Allow",',
        '      "Action": "s3:GetObject",',
        '      "Resource": "arn:aws:s3:::a/*"',
        '    }',
        '  ]',
        '}',
      ],
    ],
    ['a policy by its name', policy('AmazonS3ReadOnlyAccess'), ['AmazonS3ReadOnlyAccess']],
    [
      'a policy that is cut down with what is left of it',
      narrowed,
      ['AmazonS3ReadOnlyAccess cut down to', 'arn:aws:s3:::a', 'arn:aws:s3:::a/*'],
    ],
    ['what exists by its name', group('operators'), ['operators']],
  ])('shows %s', (_says, entitlement, exact) => {
    expect(item(of(entitlement))?.exact).toEqual(exact)
  })

  it('names its bundle and what is left out of it', () => {
    const judgement = judge(LEADS, of({ ...actions('s3:GetObject'), leftOut: ['s3:ListAllMyBuckets'] }).ask)
    const bundled: Judgement = {
      ...judgement,
      items: judgement.items.map((one) => ({ ...one, item: { ...one.item, bundle: 'oncall' } })),
    }
    expect(item({ over: { judgement: bundled } })).toMatchObject({ bundle: 'oncall', leftOut: ['s3:ListAllMyBuckets'] })
  })

  it('ends as its account lets it end, and where that cannot give it at all, never by itself', () => {
    expect(item(of(actions('s3:GetObject')))?.ends).toBe('by itself')
    expect(item(of(role('ops')))?.ends).toBe('for new sessions only')
    expect(item(of(permissionSet('Ops')))?.ends).toBe('only when taken away')
    expect(item({ ask: { items: [policy('AmazonS3ReadOnlyAccess')], in: 'okta-1' } })?.ends).toBe(
      'only when taken away',
    )
  })

  it('is as grave as what it permits, and what nobody read yet is grave', () => {
    expect(item(of(actions('s3:GetObject')))).toMatchObject({ risk: 'low', escalating: [] })
    expect(item(of(actions('s3:PutObject')))).toMatchObject({ risk: 'high', escalating: [] })
    expect(item({ ask: { unread: true } })?.risk).toBe('high')
    const dangerous = item(of(policy('AdministratorAccess')))
    expect(dangerous?.risk).toBe('escalating')
    expect(dangerous?.escalating).toContain(
      's3:PutBucketPolicy: can give anybody access to the resource itself, which stays',
    )
  })

  it('of an account that the settings do not know says so', () => {
    const nowhere = settings(LEADS, { aws: null })
    expect(item({ over: { settings: nowhere } })?.account).toBe('unknown account')
  })
})

describe('whose approval is missing', () => {
  const missing = (one: Case) => {
    const { decision } = told(one)
    return decision.is === 'waiting'
      ? decision.missing.map((ways) => ways.map((way) => `${way.approvals} ${way.of}`))
      : []
  }
  const by = (text: string, approvals = 1) => [rule('r', { ways: [approvedBy(text, approvals)] })]

  it.each<[string, string, string]>([
    ['groups, people and the manager as the rule names them', '@leads sam manager', 'leads or sam or the manager'],
    ['people by handle where the rule says anyone', 'anyone', 'carl, lena, nils, olga, omar, sam'],
  ])('names %s', (_says, who, of) => {
    expect(missing({ rules: by(who) })).toEqual([[`1 ${of}`]])
  })

  it('names those of the very way, where a rule has several', () =>
    expect(
      missing({
        rules: [
          rule('r', { ways: [approvedBy('@leads', 2), approvedBy('@security'), breakGlass('@oncall', '@owners')] }),
        ],
      }),
    ).toEqual([['2 leads', '1 security']]))

  it.each<[string, readonly Way[], readonly string[]]>([
    ['that means one of them alone', [approvedBy('@leads sam'), approvedBy('omar')], ['1 leads or sam', '1 omar']],
    [
      'that means everybody',
      [approvedBy('anyone', 2), approvedBy('@leads')],
      ['2 carl, lena, nils, olga, omar, sam', '1 leads'],
    ],
    ['by which nobody is asked, though some must be', [auto, approvedBy('@leads')], ['1 leads']],
  ])('takes it for no other way: one %s', (_says, ways, told) => {
    const limits = { approvals: told.length > 1 ? null : 1 }
    expect(missing({ rules: [rule('r', { ways, limits })] })).toEqual([told])
  })

  it('names people where the rule is not there any more', () => {
    const { decision } = told({ over: { settings: settings([]) } })
    expect(decision).toMatchObject({ missing: [[{ of: 'lena, omar', rule: 'leads', at: null }]] })
  })

  it('says it once for items that the same people approve, and for others beside it', () => {
    const rules = [
      rule('read', { what: { risk: ['low'] }, ways: [approvedBy('@leads'), approvedBy('@owners')] }),
      rule('write', { what: { risk: ['high'] }, ways: [approvedBy('@security')] }),
    ]
    const items = [actions('s3:GetObject'), actions('s3:PutObject'), actions('dynamodb:GetItem')]
    expect(missing({ rules, ask: { items } })).toEqual([['1 leads', '1 owners'], ['1 security']])
  })
})
