// A whole decision as people read it: every word of what is allowed, of what is missing, and of why not.

import { describe, expect, it } from 'vitest'
import type { Decision, Missing } from '../../../src/core/approval/judge.ts'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import { approvedBy, auto, breakGlass, group, judge, policy, reviews, role, rule } from './company.ts'

const LEADS = rule('leads', { ways: [approvedBy('@leads')] })
const FREE = rule('free', { ways: [auto] })

const keyOf = (what: string) => `r1/marta/orders-prod/${what}`
const S3 = keyOf('policy:AmazonS3ReadOnlyAccess')
const [ADMINS, READERS] = [keyOf('group:admins'), keyOf('group:readers')]

const because = (decision: Decision): string => decision.because.join(' | ')

describe('what is allowed', () => {
  it.each<[string, Parameters<typeof judge>, Decision]>([
    [
      'by approval names who approved',
      [[LEADS], { opinions: reviews('omar lena nils') }],
      {
        is: 'allowed',
        way: 'approvedBy',
        rule: 'leads',
        approvers: ['lena', 'omar'].map((one) => one as Missing['people'][number]),
        afterwards: null,
        instead: [],
        because: ['2 of 1 approval by rule leads'],
      },
    ],
    [
      'by nobody names the rule',
      [[FREE, LEADS]],
      {
        is: 'allowed',
        way: 'auto',
        rule: 'free',
        approvers: [],
        afterwards: null,
        instead: [],
        because: ['auto by rule free'],
      },
    ],
  ])('%s', (_says, asked, decision) => {
    const judgement = judge(...asked)
    expect(judgement.decision).toEqual(decision)
    expect(judgement.items.map((one) => one.decision)).toEqual([decision])
  })

  it('by broken glass says who looks at it, and whose approval would have made it needless', () => {
    const glass = rule('glass', { ways: [approvedBy('@leads'), breakGlass('@oncall')] })
    const { decision, items } = judge([glass], { for: 'nils', glass: true })
    expect(decision).toEqual({
      is: 'allowed',
      way: 'breakGlass',
      rule: 'glass',
      approvers: [],
      afterwards: { by: ['sam'], within: DAY },
      instead: [{ rule: 'glass', people: ['lena', 'omar'], approved: [], more: 1, items: [items[0]?.item.key] }],
      because: ['breakGlass by rule glass'],
    })
  })

  it('without anybody comes before what was approved, and that before broken glass', () => {
    const all = [rule('a', { ways: [approvedBy('@leads')] }), rule('b', { ways: [breakGlass('@oncall')] })]
    const asked = { for: 'nils', glass: true, opinions: reviews('lena') }
    expect(judge(all, asked).decision).toMatchObject({ way: 'approvedBy', rule: 'a' })
    expect(judge([...all, rule('c', { ways: [auto] })], asked).decision).toMatchObject({ way: 'auto', rule: 'c' })
    const glassFirst = [rule('a', { ways: [breakGlass('@oncall'), auto] })]
    expect(judge(glassFirst, asked).decision).toMatchObject({ way: 'auto', instead: [], afterwards: null })
  })

  it('may be asked for as an emergency by anybody where nobody has to approve it', () => {
    expect(judge([LEADS, FREE], { glass: true }).decision).toMatchObject({ is: 'allowed', way: 'auto' })
  })
})

describe('what several items come to', () => {
  const byPolicy = rule('z', { what: { kind: 'policy' }, ways: [auto] })
  const byRole = rule('a', { what: { kind: 'role' }, ways: [approvedBy('@leads')] })
  const items = [policy('ReadOnlyAccess'), role('x')]

  it('names every rule and every approver once, in order', () => {
    const both = [rule('z', { what: { kind: 'policy' }, ways: [approvedBy('@leads')] }), byRole]
    expect(judge(both, { items, opinions: reviews('omar lena') }).decision).toEqual({
      is: 'allowed',
      way: 'approvedBy',
      rule: 'a, z',
      approvers: ['lena', 'omar'],
      afterwards: null,
      instead: [],
      because: ['2 of 1 approval by rule a', '2 of 1 approval by rule z'],
    })
  })

  it('is the gravest of their ways: glass before nobody before approval', () => {
    const glass = (kind: string, within: number, by: string) => {
      const way = breakGlass('@oncall', by)
      return rule(kind, { what: { kind }, ways: [way.is === 'breakGlass' ? { ...way, within } : way] })
    }
    const ask = { for: 'nils', items: [...items, group('g')], glass: true }
    const rules = [glass('policy', DAY, '@security'), glass('role', HOUR, '@owners @security'), byGroup]
    expect(judge(rules, ask).decision).toMatchObject({
      way: 'breakGlass',
      afterwards: { by: ['olga', 'sam'], within: HOUR },
      rule: 'groups, policy, role',
    })
    expect(judge([byPolicy, byRole], { items, opinions: reviews('lena') }).decision).toMatchObject({ way: 'auto' })
  })

  const byGroup = rule('groups', { what: { kind: 'group' }, ways: [auto] })

  it('waits for what the waiting ones lack, and says nothing of the others', () => {
    expect(judge([byPolicy, byRole], { items }).decision).toEqual({
      is: 'waiting',
      missing: [{ rule: 'a', people: ['lena', 'omar'], approved: [], more: 1, items: [keyOf('role:x')] }],
      because: ['0 of 1 approval by rule a'],
    })
  })

  it('is refused for every reason of any of them, each told once', () => {
    const no = rule('no', { deny: 'not here' })
    const { decision } = judge([FREE, no], { items: [group('admins'), group('readers')], in: 'nowhere' })
    expect(because(decision)).toBe('there is no account named nowhere')
    expect(because(judge([FREE, no], { items: [group('admins'), group('readers')] }).decision)).toBe(
      'rule no: not here',
    )
  })
})

describe('what is missing', () => {
  const missing = (...all: Parameters<typeof judge>): readonly Missing[] => {
    const { decision } = judge(...all)
    if (decision.is !== 'waiting') throw new Error(decision.is)
    return decision.missing
  }

  it('says whose approval counts already, and how many more are needed for what', () => {
    const two = rule('two', { ways: [approvedBy('@leads', 2)] })
    expect(missing([two], { opinions: reviews('lena') })).toEqual([
      { rule: 'two', people: ['omar'], approved: ['lena'], more: 1, items: [S3] },
    ])
  })

  it('is told once for all items that lack the same', () => {
    expect(missing([LEADS], { items: [group('readers'), group('admins')] })).toEqual([
      { rule: 'leads', people: ['lena', 'omar'], approved: [], more: 1, items: [ADMINS, READERS] },
    ])
  })

  it.each<[string, Parameters<typeof rule>[1]['ways'], string]>([
    ['of the same people by their number', [approvedBy('@leads', 2), approvedBy('@leads')], 'lena,omar 1; lena,omar 2'],
    ['the longer list first where both begin alike', [approvedBy('lena'), approvedBy('@leads')], 'lena,omar 1; lena 1'],
    ['the longer list first, however told', [approvedBy('@leads'), approvedBy('lena')], 'lena,omar 1; lena 1'],
    [
      'the longer lists first, of several that begin alike',
      [approvedBy('lena omar'), approvedBy('lena'), approvedBy('lena omar sam'), approvedBy('lena')],
      'lena,omar,sam 1; lena,omar 1; lena 1',
    ],
    ['by the first name that differs', [approvedBy('sam'), approvedBy('olga omar')], 'olga,omar 1; sam 1'],
    [
      'by the first name that differs, not the last',
      [approvedBy('lena sam'), approvedBy('nils omar')],
      'lena,sam 1; nils,omar 1',
    ],
  ])('is in order: %s', (_says, ways, order) => {
    expect(
      missing([rule('r', { ways: ways ?? [] })])
        .map((one) => `${one.people.join()} ${one.more}`)
        .join('; '),
    ).toBe(order)
  })

  it('is in order of the rules first, then of those who approved already', () => {
    const ways = [approvedBy('sam olga', 2), approvedBy('sam omar olga', 3)]
    const rules = [rule('b', { ways: [approvedBy('lena')] }), rule('a', { ways })]
    const said = missing(rules, { opinions: reviews('omar') })
    expect(said.map(({ rule, people, approved }) => `${rule} ${people.join()} ${approved.join()}`)).toEqual([
      'a olga,sam omar',
      'a olga,sam ',
      'b lena ',
    ])
  })

  it('is not the same where rule, number, people or those who approved differ', () => {
    const kinds = (one: Parameters<typeof approvedBy>, other: Parameters<typeof approvedBy>) => [
      rule('a', { what: { kind: 'policy' }, ways: [approvedBy(...one)] }),
      rule('b', { what: { kind: 'group' }, ways: [approvedBy(...other)] }),
    ]
    const ask = { items: [policy('ReadOnlyAccess'), group('g')], opinions: reviews('lena') }
    expect(missing(kinds(['sam'], ['sam']), ask)).toHaveLength(2)
    const ways = (...all: Parameters<typeof approvedBy>[]) => rule('r', { ways: all.map((one) => approvedBy(...one)) })
    expect(missing([ways(['sam'], ['sam'])], ask)).toHaveLength(1)
    expect(missing([ways(['sam'], ['olga'])], ask)).toHaveLength(2)
    expect(missing([ways(['sam olga'], ['sam'])], ask)).toHaveLength(2)
    expect(missing([ways(['sam olga'], ['sam olga', 2])], ask)).toHaveLength(2)
    expect(missing([ways(['sam olga', 2], ['sam olga lena', 3])], ask)).toHaveLength(2)
  })
})

describe('why something is refused', () => {
  const none = 'by people other than requester and beneficiary'
  const glass = rule('g', { ways: [breakGlass('@oncall'), approvedBy('@ghosts')] })

  it.each<[string, Parameters<typeof judge>]>([
    [`no way of r can be used: 3 approvals ${none}`, [[rule('r', { ways: [approvedBy('@leads', 3)] })]]],
    [
      `no way of r can be used: 2 approvals ${none}`,
      [[rule('r', { ways: [approvedBy('@ghosts', 3), approvedBy('@ghosts', 2)] })]],
    ],
    [
      `no way of a, b can be used: 2 approvals ${none}`,
      [[rule('a', { ways: [auto, approvedBy('lena')] }), rule('b', { ways: [auto], limits: { approvals: 2 } })]],
    ],
    [
      `no way of g can be used: 1 approval ${none}, or \`breakGlass: true\` in an emergency`,
      [[glass], { for: 'nils' }],
    ],
    [`no way of g can be used: 1 approval ${none}`, [[glass]]],
    [
      'no way of g can be used: `breakGlass: true` in an emergency',
      [[rule('g', { ways: [breakGlass('@oncall')] })], { for: 'nils' }],
    ],
    ['no way of g can be used: others alone may break the glass', [[rule('g', { ways: [breakGlass('@oncall')] })]]],
    ['marta may not ask for carl: leads does not say `onBehalf: allowed`', [[LEADS], { author: 'marta', for: 'carl' }]],
    [
      'marta may not ask for carl: free, leads do not say `onBehalf: allowed`',
      [[LEADS, FREE], { author: 'marta', for: 'carl' }],
    ],
    ['no rule lets marta break the glass here: leave `breakGlass` out', [[LEADS], { glass: true }]],
    [
      'whoever breaks the glass must say why: write `reason`',
      [[rule('g', { ways: [breakGlass('@oncall')] })], { for: 'nils', glass: true, reason: null }],
    ],
    [
      'lena may approve by rule leads and asked for changes | omar may approve by rule leads and asked for changes',
      [[LEADS], { opinions: reviews('!omar !lena sam') }],
    ],
    [
      'rule no: never | rule s allows 1h at most, asked for are 2h',
      [[rule('s', { ways: [auto], limits: { maxDuration: HOUR } }), rule('no', { deny: 'never' })]],
    ],
    [
      `no way of r can be used: 3 approvals ${none}`,
      [
        [rule('r', { ways: [approvedBy('@leads', 2)], limits: { onBehalf: 'allowed' } })],
        { author: 'marta', for: 'carl' },
      ],
    ],
  ])('%s', (words, asked) => {
    const { decision, items } = judge(...asked)
    expect([decision.is, because(decision)]).toEqual(['refused', words])
    expect(items.map((one) => because(one.decision))).toEqual([words])
  })
})
