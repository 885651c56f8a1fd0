// No call that gives is made, and nothing is recorded as granted, unless each holder's proof stands in the record before it.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldLines } from '../../src/core/report/fold.ts'
import { type Entry, grantedKey } from '../../src/core/report/record.ts'
import { stories } from '../support/toy-events.ts'
import { openStory, play } from '../support/toy-story.ts'

const ALL = [
  'land',
  'delete',
  'wait',
  'hold',
  'lift',
  'deny',
  'judge',
  'remove',
  'cut',
  'prolong',
  'unmark',
  'dark',
  'ledger',
  'run',
] as const

const provedIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => (entry.is === 'proved' ? [entry.version] : [])))

it('gives nothing without its proof in the same record', () =>
  fc.assert(
    fc.asyncProperty(stories(ALL), async (events) => {
      const story = openStory()
      const { scene } = story
      for (const event of events) {
        const [calls, lines] = [scene.world.journal.length, scene.lines.length]
        const before = foldLines(scene.lines).granted
        const { run } = await play(story, event)
        if (run === undefined) continue
        const written = scene.lines.slice(lines).map(({ entry }) => entry)
        const proved = provedIn(written)
        const made = scene.world.journal.slice(calls).filter((call) => call.effect !== 'takes')
        const giving = new Map(
          run.plan.steps.filter((step) => step.effect !== 'takes').map((step) => [step.holding as string, step]),
        )
        for (const { key, effect } of made) {
          if (effect === 'gives') expect(giving.has(key)).toBe(true)
          for (const { version } of giving.get(key)?.holders ?? []) expect(proved).toContain(version)
        }
        for (const [index, entry] of written.entries()) {
          if (entry.is !== 'granted') continue
          const earlier = provedIn(written.slice(0, index))
          for (const { grant, version } of entry.grants) {
            const known = before.get(grantedKey(grant, version))
            expect(earlier.has(version) || known?.ended === null, version).toBe(true)
          }
        }
      }
    }),
    { numRuns: 200 },
  ))
