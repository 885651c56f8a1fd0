// A forged mark, thing or line of the ledger makes no run give anything that it would not have given without it.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type HoldingKey, id } from '../../src/core/model/id.ts'
import { instantOf, later } from '../../src/core/model/time.ts'
import { chainOn } from '../../src/core/report/chain.ts'
import { foldLines } from '../../src/core/report/fold.ts'
import type { Entry } from '../../src/core/report/record.ts'
import { accessOf, beyond, keyOf } from '../support/toy-access.ts'
import { BADGES, PEOPLE, stories, TARGETS } from '../support/toy-events.ts'
import { apply, branch, clearSky, play, playAll, type Story } from '../support/toy-story.ts'

/**
 * No hands: that somebody took something away is known from the ledger alone, so a forger there can hide it. No proofs that
 * become unknown: who forges a refusal lets go on what was proved and only waited for another's proof.
 */
const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'run'] as const

const forgery = fc.record({
  is: fc.constantFrom('mark' as const, 'granted' as const, 'ended' as const, 'refused' as const),
  target: fc.constantFrom(...TARGETS),
  person: fc.constantFrom(...PEOPLE),
  badge: fc.constantFrom(...BADGES),
  which: fc.nat({ max: 6 }),
  minutes: fc.integer({ min: 1, max: 900 }),
  content: fc.boolean(),
  because: fc.constantFrom('expired' as const, 'held' as const, 'changed' as const),
})

type Forgery = typeof forgery extends fc.Arbitrary<infer T> ? T : never

function forge(story: Story, { is, target, person, badge, which, minutes, content, because }: Forgery): void {
  const { scene } = story
  const { world } = scene
  const one = story.landed[which % Math.max(1, story.landed.length)]
  const version = one?.version.id ?? id<'version'>('f'.repeat(64))
  const key: HoldingKey = keyOf(`${target} ${person} ${badge}`)
  const until = later(scene.now, minutes * 60)
  const there = [...world.badges, ...world.lanyards].some(([held]) => held === key)
  if (is === 'mark') {
    if (target === 'lab')
      world.lanyards = new Map([
        ...world.lanyards,
        [key, { target, person, badges: { [badge]: until }, mark: version, expires: until }],
      ])
    else world.badges = new Map([...world.badges, [key, { target, person, name: badge, until, mark: version }]])
    return
  }
  const about = {
    holding: key,
    mode: id<'mode'>(target === 'lab' ? 'lanyard' : 'toy'),
    target: id<'target'>(target),
    account: '111122223333',
  }
  const grants = [{ grant: id<'grant'>(`${one?.request.id}/${person}/${target}/badge:${badge}`), version }]
  const identity = `id-of-${person}@example.com`
  const entry: Entry =
    is === 'refused'
      ? { is, version, request: 'x', because: 'clock', says: 'forged' }
      : is === 'ended'
        ? { is, ...about, because, versions: [], until: null, confirmed: scene.now }
        : {
            is,
            ...about,
            grants,
            identity,
            content: id(content && there ? '1'.repeat(64) : '0'.repeat(64)),
            until,
            reach: [],
            confirmed: instantOf(scene.now - 3600),
          }
  scene.lines.push(...chainOn(foldLines(scene.lines).lastDigest, [entry], scene.now, 'forger'))
}

it('makes nothing of a forgery', () =>
  fc.assert(
    fc.asyncProperty(
      stories(KINDS),
      fc.array(forgery, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 3 }),
      async (events, forgeries, waits) => {
        const honest = clearSky(await playAll(events))
        const forged = branch(honest)
        for (const one of forgeries) forge(forged, one)
        let most = [accessOf(forged)]
        for (const minutes of [0, ...waits]) {
          for (const story of [honest, forged]) {
            await play(story, { is: 'wait', minutes })
            await apply(story)
          }
          most = [...most, accessOf(honest)]
          expect(beyond(accessOf(forged), ...most)).toEqual([])
        }
      },
    ),
    { numRuns: 120 },
  ))
