// A way of giving access as the flow sees it: look, draft, foresee.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { bindMode, type Drafting } from '../../../src/core/plan/mode.ts'
import type { Fact, Need, Provisioner } from '../../../src/core/plan/provisioner.ts'
import { settlementOf } from '../../../src/core/plan/settlement.ts'
import { hours, NOON } from '../../support/builders.ts'
import { toyClaimed } from '../../support/toy-claimed.ts'
import { type Badge, type Content, emptyToyWorld, type ToyWorld, toyMode } from '../../support/toy-mode.ts'
import { pinned, resolved } from './comparing.ts'
import { aGrant, aLedger, holdingOf } from './values.ts'

const GRANT = aGrant('a')
const BLUE = holdingOf(GRANT)
const NEED: Need = { target: id('prod'), what: 'identity', name: 'marta@example.com' }
const NOTHING = { steps: [], unrecorded: [], drift: [], blocked: [], unclear: [], undone: [] }

function worldOf(...badges: readonly Partial<Badge>[]): ToyWorld {
  const world = emptyToyWorld()
  const whole = badges.map((more) => ({
    target: 'prod',
    person: 'marta',
    name: 'blue',
    until: GRANT.until,
    mark: null,
    ...more,
  }))
  world.badges = new Map(whole.map((badge) => [id(`${badge.target}/${badge.person}/${badge.name}`), badge]))
  return world
}
const drafting = (more: Partial<Drafting> = {}): Drafting => ({
  live: [],
  settlement: settlementOf(aLedger()),
  recorded: new Map(),
  whyNot: () => null,
  ...more,
})
const drafted = async (world: ToyWorld, more: Partial<Drafting> = {}, other: Partial<Provisioner<Content>> = {}) => {
  const seen = await bindMode({ ...toyMode(world, ['prod'], NOON), ...other }).look([NEED], new Map())
  return seen.draft(drafting(more))
}

describe('a look', () => {
  it('tells what was read, what was found and what is there, without its content', async () => {
    const seen = await bindMode(toyMode(worldOf({}, { name: 'amber' }), ['prod'], NOON)).look([NEED], new Map())
    expect(seen).toMatchObject({ mode: 'toy', asOf: NOON })
    expect([...seen.scopes]).toEqual([['prod', known('whole')]])
    expect([...seen.facts.keys()]).toEqual(['prod identity marta@example.com'])
    expect([...seen.present]).toEqual([BLUE, 'prod/marta/amber'])
  })

  it('is asked for what is needed and what is recorded', async () => {
    const asked: unknown[] = []
    const toy = toyMode(emptyToyWorld(), ['prod'], NOON)
    const observe: typeof toy.observe = (...what) => {
      asked.push(...what)
      return toy.observe(...what)
    }
    const recorded = new Map([[BLUE, 'id-of-marta']])
    await bindMode({ ...toy, observe }).look([NEED], recorded)
    expect(asked).toEqual([[NEED], recorded])
  })
})

describe('a draft', () => {
  it('is the steps to what should be there', async () => {
    expect(await drafted(worldOf(), { live: [resolved(GRANT)] })).toEqual({
      ...NOTHING,
      steps: [expect.objectContaining({ do: 'grant', holding: BLUE, because: 'asked', notAfter: GRANT.until })],
    })
  })

  it('tells what stands unrecorded, word for word as it would have been given', async () => {
    const draft = await drafted(worldOf({ mark: GRANT.version }), { live: [resolved(GRANT)] })
    expect(draft).toEqual({
      ...NOTHING,
      unrecorded: [
        {
          is: 'unknown',
          holding: BLUE,
          mode: 'toy',
          target: 'prod',
          holders: [{ grant: GRANT.key, version: GRANT.version }],
          identity: 'id-of-marta@example.com',
          content: expect.stringMatching(/^[0-9a-f]{64}$/),
          until: GRANT.until,
          says: 'the badge blue',
          reach: ['wear blue'],
        },
      ],
    })
  })

  it('tells what is recorded otherwise than it stands', async () => {
    const other = pinned(GRANT, { content: id('0'.repeat(64)) })
    const settlement = settlementOf(aLedger([other]))
    const recorded = new Map([[BLUE, [other]]])
    const draft = await drafted(worldOf({ mark: GRANT.version }), { live: [resolved(GRANT)], settlement, recorded })
    expect(draft.unrecorded).toMatchObject([{ is: 'outdated', holding: BLUE }])
  })

  it('repairs what was changed by hand, and says that this is why', async () => {
    const world = worldOf({ mark: GRANT.version, until: later(NOON, hours(9)) })
    const settlement = settlementOf(aLedger([pinned(GRANT)]))
    const draft = await drafted(world, {
      live: [resolved(GRANT)],
      settlement,
      recorded: new Map([[BLUE, [pinned(GRANT)]]]),
    })
    expect(draft.steps).toMatchObject([{ do: 'adjust', effect: 'takes', because: 'drift' }])
    expect(draft.drift).toMatchObject([{ is: 'widened-by-hand' }])
  })

  it('makes no step of what needs no call', async () => {
    expect(await drafted(worldOf(), { live: [resolved(GRANT)] }, { compile: () => [] })).toEqual(NOTHING)
  })

  it('takes what an ended request names, where no record tells, and says so first', async () => {
    const ended = resolved(GRANT)
    const claimed = toyClaimed(worldOf({}, { name: 'amber' }), ['prod'], NOON)
    const seen = await bindMode(claimed).look([], new Map())
    const claims = new Map([[id<'holding'>('prod/marta/amber'), { version: 'f'.repeat(64), expires: null }]])
    const draft = seen.draft(
      drafting({ ended: [ended], claims, whyNot: () => 'expired', believes: (mark) => mark.version === GRANT.version }),
    )
    expect(draft.steps).toMatchObject([{ do: 'revoke', holding: BLUE, because: 'expired', until: GRANT.until }])
    expect(draft.drift.map(({ is }) => is)).toEqual(['presumed-ours', 'forged-mark'])
    expect(seen.draft(drafting({ claims, whyNot: () => 'expired' })).steps).toMatchObject([
      { do: 'revoke', holding: 'prod/marta/amber' },
    ])
  })
})

describe('what is foreseen', () => {
  const foresee = (other: Partial<Provisioner<Content>> = {}, ...grants: readonly (typeof GRANT)[]) =>
    bindMode({ ...toyMode(worldOf({ mark: GRANT.version }), ['prod'], NOON), ...other }).foresee(
      grants.length === 0 ? [GRANT] : grants,
      NOON,
    )

  it('is given as if nothing were there, for the first time', () => {
    expect(foresee({}, aGrant('a', { claimUntil: later(NOON, 60) }))).toMatchObject([
      { do: 'grant', holding: BLUE, because: 'asked', notAfter: later(NOON, 60) },
    ])
  })

  it('is nothing for whom it cannot be told without looking', () => {
    const absent = (need: Need): Fact => ({ need, is: 'absent' })
    expect(foresee({ presume: absent })).toEqual([])
  })

  it('is asked of places that were read in whole, with what is presumed', () => {
    const toy = toyMode(emptyToyWorld(), ['prod', 'stage'], NOON)
    const asked: Parameters<typeof toy.place>[1][] = []
    const place: typeof toy.place = (live, seen) => {
      asked.push(seen)
      return toy.place(live, seen)
    }
    bindMode({ ...toy, place }).foresee([GRANT], NOON)
    expect(asked).toEqual([
      {
        asOf: NOON,
        scopes: new Map([
          ['prod', known('whole')],
          ['stage', known('whole')],
        ]),
        observed: [],
        facts: new Map([
          [
            'prod identity marta@example.com',
            { need: NEED, is: 'found', id: 'id-of-marta@example.com', name: 'marta@example.com' },
          ],
        ]),
      },
    ])
  })

  it('is no step where no call is needed', () => {
    expect(foresee({ compile: () => [] })).toEqual([])
  })
})

it('everything else is the mode’s own', async () => {
  const toy = toyMode(emptyToyWorld(), ['prod'], NOON)
  const mode = bindMode(toy)
  expect([mode.mode, mode.carries, mode.scopes, mode.needs(GRANT)]).toEqual(['toy', toy.carries, toy.scopes, [NEED]])
  const call = { op: 'unpin', lane: id<'lane'>('toy:prod'), effect: 'takes', with: { key: BLUE } } as const
  expect(await mode.perform(call)).toEqual({ is: 'done' })
})
