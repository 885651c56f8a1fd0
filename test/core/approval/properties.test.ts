// What holds for all rules and reviews, not only for those somebody thought of.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision, Opinion } from '../../../src/core/approval/judge.ts'
import type { Entitlement } from '../../../src/core/model/entitlement.ts'
import type { Rule, RuleLimits, Way } from '../../../src/core/model/rule.ts'
import { HOUR } from '../../../src/core/model/time.ts'
import { type Ask, actions, approvedBy, auto, breakGlass, group, judge, person, policy, role, rule } from './company.ts'

const HANDLES = ['marta', 'nils', 'lena', 'omar', 'sam', 'olga', 'carl'] as const
const WHOS = [
  'anyone',
  '@engineers',
  '@leads',
  '@oncall',
  '@security',
  '@contractors',
  'manager',
  'lena sam',
  '@owners @leads',
] as const

const handle = fc.constantFrom(...HANDLES)
const whoText = fc.constantFrom(...WHOS)
const asking = fc.constantFrom('anyone', 'anyone', 'anyone', ...WHOS)

/** Mostly nothing: rules that mean nothing at all would make every verdict the same. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>, nothing: T, often = 3): fc.Arbitrary<T> =>
  fc.oneof({ weight: often, arbitrary: fc.constant(nothing) }, { weight: 1, arbitrary })

const way: fc.Arbitrary<Way> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(whoText, fc.integer({ min: 1, max: 3 })).map(([text, count]) => approvedBy(text, count)),
  },
  { weight: 1, arbitrary: fc.constant(auto) },
  { weight: 1, arbitrary: fc.tuple(whoText, whoText).map(([text, reviewers]) => breakGlass(text, reviewers)) },
)

const filterText = fc.record(
  {
    account: fc.constantFrom('*', 'orders-*', 'sandbox-*', 'payer'),
    kind: fc.constantFrom('policy', 'role group', 'actions'),
    facets: fc.constantFrom(
      { policy: '*ReadOnly*' },
      { action: 's3:*' },
      { action: 'dynamodb:Delete*' },
      { role: 'reader' },
    ),
    risk: fc.constantFrom(['low'] as const, ['high', 'escalating'] as const, ['low', 'high', 'escalating'] as const),
    endsByItself: fc.boolean(),
  },
  { requiredKeys: [] },
)

type Some = Partial<RuleLimits>

const limits: fc.Arbitrary<Some> = fc
  .tuple(
    seldom<Some>(fc.constantFrom({ maxDuration: HOUR }, { maxDuration: 4 * HOUR }), {}, 6),
    seldom<Some>(fc.constantFrom({ reason: 'required' }, { endsByItself: 'required' }), {}, 6),
    seldom<Some>(
      fc.integer({ min: 1, max: 3 }).map((approvals) => ({ approvals })),
      {},
    ),
    seldom<Some>(fc.constant({}), { onBehalf: 'allowed' }, 6),
    seldom<Some>(fc.constant({ directAttachment: 'allowed' }), {}),
  )
  .map((parts) => Object.assign({}, ...parts))

const NAMES_ALL = { risk: ['low', 'high', 'escalating'] } as const

const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    who: asking,
    what: seldom(fc.oneof(filterText, fc.constant(NAMES_ALL)), {}),
    not: seldom(fc.array(filterText, { minLength: 1, maxLength: 1 }), [], 6),
    ways: fc.array(way, { maxLength: 2 }),
    limits,
    denies: fc.integer({ min: 0, max: 12 }).map((one) => one === 12),
  })
  .map(({ denies, ...rest }) => rule('x', denies ? { ...rest, ways: [], limits: {}, deny: 'no' } : rest))

const rules = fc
  .array(anyRule, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((one, index): Rule => ({ ...one, name: `r${index}` })))

const item: fc.Arbitrary<Entitlement> = fc.constantFrom(
  policy('AmazonS3ReadOnlyAccess'),
  policy('IAMFullAccess'),
  role('reader'),
  group('readers'),
  actions('s3:GetObject'),
  actions('dynamodb:*'),
)

const opinions: fc.Arbitrary<readonly Opinion[]> = fc
  .uniqueArray(fc.tuple(handle, fc.integer({ min: 0, max: 9 })), { maxLength: 7, selector: ([name]) => name })
  .map((all) =>
    all.map(([name, luck], index) => ({
      person: person(name),
      state: luck === 9 ? ('changes-requested' as const) : ('approved' as const),
      review: index + 1,
    })),
  )

const ask: fc.Arbitrary<Ask> = fc
  .record({
    author: handle,
    beneficiary: seldom<string | null>(handle, null),
    in: fc.constantFrom('orders-prod', 'sandbox-1'),
    items: fc.uniqueArray(item, { minLength: 1, maxLength: 2 }),
    hours: fc.constantFrom(1, 2, 8),
    opinions,
    unread: fc.boolean(),
    glass: seldom(fc.constant(true), false),
  })
  .map(({ beneficiary, ...rest }) => ({ ...rest, for: beneficiary ?? rest.author }))

const RANK: Readonly<Record<Decision['is'], number>> = { refused: 0, waiting: 1, allowed: 2 }
const rank = (of: readonly Rule[], asked: Ask): number => RANK[judge(of, asked).decision.is]
const RUNS = { numRuns: 600 }

const without = (asked: Ask, review: number): Ask => ({
  ...asked,
  opinions: asked.opinions?.filter((one) => one.review !== review) ?? [],
})

describe('judging', () => {
  it('is monotone: removing an approval never allows more', () => {
    fc.assert(
      fc.property(rules, ask, (all, asked) => {
        for (const one of asked.opinions ?? [])
          if (one.state === 'approved')
            expect(rank(all, without(asked, one.review))).toBeLessThanOrEqual(rank(all, asked))
      }),
      RUNS,
    )
  })

  it('is monotone: turning an approval into an objection never allows more', () => {
    fc.assert(
      fc.property(rules, ask, (all, asked) => {
        const against = (asked.opinions ?? []).map((one): Opinion => ({ ...one, state: 'changes-requested' }))
        expect(rank(all, { ...asked, opinions: against })).toBeLessThanOrEqual(rank(all, asked))
      }),
      RUNS,
    )
  })

  it('is monotone: adding a deny never allows more', () => {
    fc.assert(
      fc.property(rules, anyRule, ask, (all, more, asked) => {
        const deny: Rule = { ...more, name: 'deny', ways: [], deny: 'no' }
        expect(rank([...all, deny], asked)).toBeLessThanOrEqual(rank(all, asked))
      }),
      RUNS,
    )
  })

  it('is monotone: adding a rule that only limits never allows more', () => {
    fc.assert(
      fc.property(rules, anyRule, ask, (all, more, asked) => {
        const limit: Rule = { ...more, name: 'limit', ways: [], deny: null }
        expect(rank([...all, limit], asked)).toBeLessThanOrEqual(rank(all, asked))
      }),
      RUNS,
    )
  })

  it('is monotone: asking for more items never allows what fewer would not', () => {
    fc.assert(
      fc.property(rules, ask, item, (all, asked, more) => {
        expect(rank(all, { ...asked, items: [...(asked.items ?? []), more] })).toBeLessThanOrEqual(rank(all, asked))
      }),
      RUNS,
    )
  })

  it('does not depend on the order of rules, reviews or items', () => {
    fc.assert(
      fc.property(rules, ask, (all, asked) => {
        const turned: Ask = {
          ...asked,
          opinions: [...(asked.opinions ?? [])].reverse(),
          items: [...(asked.items ?? [])].reverse(),
        }
        expect(judge([...all].reverse(), turned)).toEqual(judge(all, asked))
      }),
      RUNS,
    )
  })

  it('never counts the requester or the beneficiary, whatever their roles', () => {
    fc.assert(
      fc.property(rules, ask, (all, asked) => {
        const own: readonly Opinion[] = [asked.author, asked.for].map((name, index) => ({
          person: person(name ?? ''),
          state: 'approved',
          review: 90 + index,
        }))
        const others = (asked.opinions ?? []).filter((one) => one.person !== asked.author && one.person !== asked.for)
        const { decision } = judge(all, { ...asked, opinions: [...others, ...own] })
        expect(decision).toEqual(judge(all, { ...asked, opinions: others }).decision)
        if (decision.is === 'allowed') {
          expect(decision.approvers).not.toContain(asked.author)
          expect(decision.approvers).not.toContain(asked.for)
        }
      }),
      RUNS,
    )
  })

  it('allows by approval only with as many distinct approvers as every rule demands', () => {
    fc.assert(
      fc.property(rules, ask, (all, asked) => {
        for (const { routing, decision } of judge(all, asked).items) {
          if (decision.is !== 'allowed' || decision.way !== 'approvedBy') continue
          const least = (routing.limits.approvals?.value ?? 1) + (asked.author === asked.for ? 0 : 1)
          expect(new Set(decision.approvers).size).toBe(decision.approvers.length)
          expect(decision.approvers.length).toBeGreaterThanOrEqual(least)
        }
      }),
      RUNS,
    )
  })

  it('meets every kind of verdict in these rules and requests', () => {
    const seen = new Set(
      fc.sample(fc.tuple(rules, ask), { numRuns: 3000, seed: 1 }).map(([all, asked]) => {
        const { decision } = judge(all, asked)
        return decision.is === 'allowed' ? `${decision.way} ${asked.author === asked.for}` : decision.is
      }),
    )
    expect([...seen].sort()).toEqual([
      'approvedBy false',
      'approvedBy true',
      'auto true',
      'breakGlass true',
      'refused',
      'waiting',
    ])
  })

  it('decides alike once a text is known, unless it said undecided', () => {
    fc.assert(
      fc.property(rules, ask, (all, asked) => {
        const blind = judge(all, { ...asked, unread: true })
        if (blind.undecided) return
        const seeing = judge(all, { ...asked, unread: false })
        expect(seeing.decision.is).toBe(blind.decision.is)
      }),
      { numRuns: 800 },
    )
  })
})
