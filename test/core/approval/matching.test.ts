// Which rules count for an item and for those who ask, and which only limit it or keep it open.

import { describe, expect, it } from 'vitest'
import { type Asking, type Matched, matchRules, whatMatches } from '../../../src/core/approval/matching.ts'
import type { Subject } from '../../../src/core/approval/subject.ts'
import type { Rule } from '../../../src/core/model/rule.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { approvedBy, auto, knowledge, person, rule, settings } from './company.ts'

const [PROD, SANDBOX] = settings([]).aws?.accounts ?? []
if (PROD === undefined || SANDBOX === undefined) throw new Error('no accounts')

const SUBJECT: Subject = {
  account: PROD,
  partition: 'aws',
  kind: 'policy',
  facets: { policy: ['ReadOnlyAccess'] },
  regions: [],
  resourceTags: 'of many',
  contents: 'none',
  risk: 'low',
  managesPermissions: false,
  lapse: 'always',
}
const UNREAD: Partial<Subject> = { contents: 'unknown', risk: 'unknown', managesPermissions: 'unknown' }
const asking = (of: Settings, who = 'marta', author = who): Asking => ({
  settings: of,
  person: person(who),
  author: person(author),
  knowledge,
})
const match = (rules: readonly Rule[], subject: Partial<Subject> = {}, who = 'marta', author = who): Matched =>
  matchRules({ ...SUBJECT, ...subject }, asking(settings(rules), who, author))

const RULES = [
  rule('d', { limits: { approvals: 2 } }),
  rule('no-2', { deny: 'second' }),
  rule('c', { ways: [auto, approvedBy('@leads')] }),
  rule('no-1', { deny: 'first' }),
  rule('a', { what: { account: 'payer' }, ways: [auto] }),
  rule('b', { ways: [approvedBy('@security')] }),
]

describe('rules', () => {
  it('count in the order of their names, however they are written', () => {
    for (const written of [RULES, RULES.toReversed()]) {
      const { ways, ...rest } = match(written)
      expect(ways.map(({ way, rule: by }) => `${by} ${way.is}`)).toEqual(['b approvedBy', 'c auto', 'c approvedBy'])
      expect(rest).toEqual({
        denied: { rule: 'no-1', sentence: 'first' },
        rules: ['b', 'c'],
        touching: ['b', 'c', 'd'],
        limits: { ...rest.limits, approvals: { value: 2, rule: 'd' }, noOnBehalf: ['b', 'c', 'd'] },
        onlyFor: [],
        unnamed: [],
        undecided: false,
      })
    }
  })
  it('of other accounts say nothing, and settings hold rules for each account', () => {
    const at = settings([rule('prod', { what: { account: 'orders-*' }, ways: [auto] }), rule('all', { ways: [auto] })])
    const names = [PROD, SANDBOX, PROD].map((account) => matchRules({ ...SUBJECT, account }, asking(at)).rules)
    expect(names).toEqual([['all', 'prod'], ['all'], ['all', 'prod']])
  })
  it('are matched once for all that is read alike, and anew for what is not', () => {
    const at = settings([rule('all', { ways: [auto] }), rule('group', { what: { kind: 'group' }, deny: 'no' })])
    const one = matchRules(SUBJECT, asking(at))
    expect(matchRules({ ...SUBJECT, facets: { policy: ['Other'] } }, asking(at, 'nils'))).toBe(one)
    expect(matchRules({ ...SUBJECT, kind: 'group' }, asking(at)).denied?.rule).toBe('group')
    expect(matchRules({ ...SUBJECT, risk: 'escalating' }, asking(at)).unnamed).toEqual(['all'])
    expect(matchRules(SUBJECT, asking(at, 'marta', 'mallory')).onlyFor).toEqual(['all'])
    expect(matchRules(SUBJECT, asking(settings([]))).rules).toEqual([])
  })
})

it('no more matches are kept than a run has use for', () => {
  const bits = Array.from({ length: 13 }, (_, bit) => bit)
  const at = settings(bits.map((bit) => rule(`r${bit}`, { what: { resourceTags: { [`t${bit}`]: 'on' } } })))
  const tagged = (count: number) =>
    new Map(bits.filter((bit) => (count >> bit) & 1).map((bit): [string, string] => [`t${bit}`, 'on']))
  const matchOf = (count: number) => matchRules({ ...SUBJECT, resourceTags: tagged(count) }, asking(at))
  const isKept = (count: number, one = matchOf(count)) => matchOf(count) === one
  const first = matchOf(0)
  for (let count = 1; count < 5000; count++) matchOf(count)
  expect(matchOf(5).touching).toEqual(['r0', 'r2'])
  expect([isKept(0, first), isKept(4999), isKept(5000)]).toEqual([true, true, false])
})

describe('whom a rule is for', () => {
  it('anyone means everyone in the people map, but a denial means everybody', () => {
    const { touching, denied } = match([rule('all', { ways: [auto] }), rule('no', { deny: 'no' })], {}, 'mallory')
    expect([touching, denied]).toEqual([[], { rule: 'no', sentence: 'no' }])
  })
  it('a denial for some means those', () => {
    const no = rule('no', { who: '@contractors', deny: 'no' })
    expect([match([no]).denied, match([no], {}, 'carl').denied?.rule]).toEqual([null, 'no'])
  })
  it('its ways are for both who ask, its limits for either, and others may ask by the beneficiary’s rules alone', () => {
    const rules = [
      rule('both', { who: 'marta carl', ways: [auto], limits: { onBehalf: 'allowed' } }),
      rule('hers', { who: 'carl', ways: [auto] }),
      rule('his', { who: 'marta', ways: [auto] }),
      rule('nobody', { who: 'sam', ways: [auto] }),
    ]
    const matched = match(rules, {}, 'carl', 'marta')
    expect([matched.rules, matched.touching, matched.limits.noOnBehalf, matched.onlyFor]).toEqual([
      ['both'],
      ['both', 'hers', 'his'],
      ['hers'],
      [],
    ])
    const without = match(rules.slice(1), {}, 'carl', 'marta')
    expect([without.rules, without.ways, without.onlyFor]).toEqual([[], [], ['hers']])
  })
})

describe('what a rule means of an item', () => {
  it('gives its ways where it means all of it, and limits and denies where it means any', () => {
    const some = { what: { facets: { action: 's3:Get*' } } }
    const wide: Partial<Subject> = { kind: 'actions', facets: { action: ['s3:*'] } }
    const narrow: Partial<Subject> = { kind: 'actions', facets: { action: ['s3:GetObject'] } }
    const rules = [rule('r', { ...some, ways: [auto] })]
    expect([match(rules, wide).rules, match(rules, wide).touching]).toEqual([[], ['r']])
    expect([match(rules, narrow).rules, match(rules, narrow).touching]).toEqual([['r'], ['r']])
    expect(match([rule('no', { ...some, deny: 'no' })], wide).denied?.rule).toBe('no')
  })
  it('counts for lasting access only where it names it', () => {
    const rules = [
      rule('all', { ways: [auto] }),
      rule('named', { what: { escalating: true }, ways: [auto] }),
      rule('other', { ways: [auto] }),
    ]
    const lasting = match(rules, { risk: 'escalating' })
    expect([lasting.rules, lasting.unnamed]).toEqual([['named'], ['all', 'other']])
    expect([match(rules).rules, match(rules).unnamed]).toEqual([['all', 'other'], []])
  })
  it('is its filter without any of its exceptions', () => {
    const of = (not: Parameters<typeof rule>[1]['not'] & {}, subject: Partial<Subject> = {}) =>
      whatMatches(rule('r', { what: { kind: 'policy' }, not }), { ...SUBJECT, ...subject }, 'wholly', knowledge)
    expect(of([])).toBe('yes')
    expect(of([{ kind: 'role' }])).toBe('yes')
    expect(of([{ kind: 'role' }, { kind: 'policy' }])).toBe('no')
    expect(of([{ risk: ['low'] }], UNREAD)).toBe('unknown')
    expect(of([{ risk: ['low'] }, { kind: 'policy' }], UNREAD)).toBe('no')
    expect(of([{ risk: ['low'] }], { ...UNREAD, kind: 'role' })).toBe('no')
  })
})

describe('what is not known yet', () => {
  const undecided = (rules: readonly Rule[], subject: Partial<Subject> = UNREAD) => match(rules, subject).undecided
  const exceptS3 = [{ facets: { action: 's3:*' } }]

  it.each<readonly [says: string, rules: readonly Rule[], is: boolean]>([
    ['leaves a way open, since no rule names what the text could allow', [rule('r', { ways: [auto] })], true],
    [
      'leaves open whether two ways count, if one does not name it',
      [rule('named', { what: { risk: ['low', 'high', 'escalating'] }, ways: [auto] }), rule('r', { ways: [auto] })],
      true,
    ],
    [
      'changes nothing where all risks are named',
      [rule('r', { what: { risk: ['low', 'high', 'escalating'] }, ways: [auto] })],
      false,
    ],
    ['changes nothing where nothing gives a way', [rule('r', {})], false],
    [
      'leaves open whether a rule gives its ways, if the text could be excepted',
      [rule('r', { not: exceptS3, ways: [auto] })],
      true,
    ],
    ['leaves open a limit that hangs on it', [rule('r', { what: { risk: ['high'] }, limits: { approvals: 1 } })], true],
    ['leaves open a denial that hangs on it', [rule('no', { what: { risk: ['high'] }, deny: 'no' })], true],
    [
      'does not save from a denial of which the text would have to be excepted as a whole',
      [rule('no', { not: exceptS3, deny: 'no' })],
      false,
    ],
    [
      'is of no matter to rules about something else',
      [rule('no', { what: { kind: 'role', risk: ['high'] }, deny: 'no' })],
      false,
    ],
  ])('%s', (_says, rules, is) => {
    expect(undecided(rules)).toBe(is)
  })
  it('is nothing once all is known', () => {
    expect(undecided([rule('r', { what: { risk: ['low'] }, not: exceptS3, ways: [auto] })], {})).toBe(false)
  })
  it('denies nothing for now', () => {
    expect(match([rule('no', { what: { risk: ['high'] }, deny: 'no' })], UNREAD).denied).toBeNull()
  })
})
