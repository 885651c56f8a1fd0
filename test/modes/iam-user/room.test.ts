// Whether IAM has room for what is wanted, counted together with what others put there.

import { describe, expect, it } from 'vitest'
import type { Holding, Observed } from '../../../src/core/plan/provisioner.ts'
import { type Content, contentDigest } from '../../../src/modes/iam-user/content.ts'
import { place } from '../../../src/modes/iam-user/place.ts'
import { QUOTAS, type Quotas } from '../../../src/modes/iam-user/quotas.ts'
import { withinQuotas } from '../../../src/modes/iam-user/room.ts'
import { HERE } from '../../support/builders.ts'
import {
  allow,
  aPolicy,
  document,
  existing,
  type GrantParts,
  placing,
  resolved,
  seeing,
  someActions,
} from './support.ts'

const odd = document({ ...allow(['s3:*'], ['*']), effect: 'Deny' })

const MADE = {
  group: (name: string, parts: GrantParts) => resolved(existing('group', name), parts),
  policy: (name: string, parts: GrantParts) => resolved(someActions(`s3:${name}`), parts),
  direct: (name: string, parts: GrantParts) => resolved(aPolicy(name), { ...parts, directAttachment: true, text: odd }),
}

/** Only the quotas that a test names are in the way. */
const ENDLESS = {
  ...placing,
  quotas: { ...QUOTAS, policiesOfUser: 9999, groupsOfUser: 9999, tagsOfUser: 9999, policiesOfAccount: 9999 },
}

/** `marta group a`: a holding of that person. */
const holding = (text: string, used: Readonly<Record<string, number>> = {}): Holding<Content> => {
  const [person = '', kind = '', name = ''] = text.split(' ')
  const make = MADE[kind as keyof typeof MADE]
  const [one] = place(ENDLESS, [make(name, { person, used })], seeing()).holdings
  if (one === undefined) throw new Error(`nothing was placed for ${text}`)
  return one
}

const there = (one: Holding<Content>, mark: Observed<Content>['mark']): Observed<Content> => ({
  key: one.key,
  mode: one.mode,
  target: one.target,
  scope: one.scope,
  state: 'there',
  mark,
  identity: one.identity,
  content: one.content,
  digest: contentDigest(one.content),
  says: 'it',
})

const MARK = { version: 'a', expires: null }

const within = (
  wanted: readonly Holding<Content>[],
  quotas: Partial<Quotas> = {},
  ...seen: readonly Observed<Content>[]
) => withinQuotas({ ...QUOTAS, ...quotas }, wanted, seeing(...seen))

const counts = ({ holdings, blocked }: ReturnType<typeof within>): readonly number[] => [
  holdings.length,
  blocked.length,
]

describe('a quota', () => {
  it.each<[string, readonly string[], Partial<Quotas>, string]>([
    [
      'of policies on a user',
      ['marta policy A', 'marta direct b', 'marta policy C'],
      { policiesOfUser: 2 },
      'user/marta@example.com in orders-prod can have 2 policies attached, and all are taken',
    ],
    [
      'of groups of a user',
      ['marta group a', 'marta group b', 'marta group c'],
      { groupsOfUser: 2 },
      'user/marta@example.com in orders-prod can have 2 groups, and all are taken',
    ],
    [
      'of tags on a user',
      ['marta group a', 'marta direct b', 'marta group c'],
      { tagsOfUser: 2 },
      'user/marta@example.com in orders-prod can have 2 tags, and all are taken',
    ],
    [
      'of policies of an account',
      ['marta policy A', 'mario policy A', 'marco policy A'],
      { policiesOfAccount: 2 },
      'orders-prod can have 2 policies of its own, and all are taken',
    ],
  ])('%s blocks what is one too many, and says whose room is full', (_which, texts, quotas, because) => {
    const wanted = texts.map((text) => holding(text))
    expect(counts(within(wanted.slice(0, 2), quotas))).toEqual([2, 0])
    const { holdings, blocked } = within(wanted, quotas)
    const lost = wanted.filter(({ key }) => holdings.every((one) => one.key !== key))
    expect(blocked).toEqual([
      {
        grants: lost.flatMap((one) => one.holders.map(({ grant }) => grant.key)),
        because,
        cure: 'end something first, or have AWS raise the quota',
        at: HERE,
      },
    ])
  })

  it('of one person is not taken by others, nor by things of another kind', () => {
    const wanted = ['marta policy A', 'mario policy A', 'marta group a', 'mario group a'].map((text) => holding(text))
    expect(counts(within(wanted, { policiesOfUser: 1, groupsOfUser: 1, tagsOfUser: 1 }))).toEqual([4, 0])
    expect(
      counts(
        within(
          ['marta group a', 'marta group b'].map((text) => holding(text)),
          { policiesOfUser: 0 },
        ),
      ),
    ).toEqual([2, 0])
    expect(counts(within([holding('marta policy A')], { groupsOfUser: 0, tagsOfUser: 0 }))).toEqual([1, 0])
    expect(counts(within([holding('marta direct a')], { groupsOfUser: 0, policiesOfAccount: 0 }))).toEqual([1, 0])
  })

  it.each([
    ['policies', 'marta policy A', 10],
    ['groups', 'marta group a', 10],
    ['tags', 'marta group a', 50],
    ['policiesOfAccount', 'marta policy A', 1500],
  ])('counts the %s that others use, to the last one', (used, text, most) => {
    expect(counts(within([holding(text, { [used]: most - 1 })]))).toEqual([1, 0])
    expect(counts(within([holding(text, { [used]: most })]))).toEqual([0, 1])
  })
})

it('only what the person uses counts, not what is said of other things', () => {
  const one = holding('marta group a')
  const [first] = one.holders
  if (first === undefined) throw new Error('no holder')
  const uses = (facts: typeof first.facts) => counts(within([{ ...one, holders: [{ ...first, facts }] }]))
  const used = { groups: 99, tags: 99 }
  expect(uses(first.facts.map((fact) => (fact.need.what === 'group' ? { ...fact, used } : fact)))).toEqual([1, 0])
  expect(uses(first.facts.map(({ need }) => ({ need, is: 'absent', used })))).toEqual([1, 0])
  expect(uses(first.facts.map((fact) => ({ ...fact, used })))).toEqual([0, 1])
})

describe('what is there already', () => {
  const [first, second] = ['marta group a', 'marta group b']
  const both = () => [holding(first ?? ''), holding(second ?? '')]

  it('keeps its place, whatever its name, and takes the room of what is new', () => {
    const [a, b] = both()
    if (a === undefined || b === undefined) throw new Error('no holdings')
    for (const wanted of [
      [a, b],
      [b, a],
    ])
      expect(within(wanted, { groupsOfUser: 1 }, there(b, MARK))).toMatchObject({
        holdings: [{ key: b.key }],
        blocked: [{ grants: a.holders.map(({ grant }) => grant.key) }],
      })
  })

  it('is kept even where there is too much of it already', () => {
    const wanted = both()
    const seen = wanted.map((one) => there(one, MARK))
    expect(counts(within(wanted, { groupsOfUser: 1 }, ...seen))).toEqual([2, 0])
  })

  it('by the hand of others is counted as theirs, and not twice', () => {
    const [a, b] = ['marta group a', 'marta group b'].map((text) => holding(text, { groups: 9 }))
    if (a === undefined || b === undefined) throw new Error('no holdings')
    expect(counts(within([a, b], {}, there(a, null)))).toEqual([2, 0])
    expect(counts(within([a, b], {}, there(a, MARK)))).toEqual([1, 1])
  })
})

it('what has room is told in the order of its keys, and the first of them gets what room there is', () => {
  const wanted = ['marta group c', 'marta group a', 'marta group b'].map((text) => holding(text))
  const keys = within(wanted).holdings.map(({ key }) => key)
  expect(keys).toEqual(wanted.map(({ key }) => key).toSorted())
  expect(within([], {}).holdings).toEqual([])
  const seen = there(holding('marta group c'), MARK)
  expect(within(wanted, {}, seen).holdings.map(({ key }) => key)).toEqual(keys)
})

it('what nobody asks for any more is blocked without a place', () => {
  const one = { ...holding('marta group a'), holders: [] }
  expect(within([one], { groupsOfUser: 0 }).blocked).toEqual([
    {
      grants: [],
      because: 'user/marta@example.com in orders-prod can have 0 groups, and all are taken',
      cure: 'end something first, or have AWS raise the quota',
    },
  ])
})
