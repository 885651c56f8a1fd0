// What somebody removed by hand no run brings back, whatever happens later, but for versions that did not hold it then.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldLines } from '../../src/core/report/fold.ts'
import { type Access, accessOf, beyond, promised } from '../support/toy-access.ts'
import { stories } from '../support/toy-events.ts'
import { clearSky, play, playAll } from '../support/toy-story.ts'

const BEFORE = ['land', 'delete', 'wait', 'hold', 'lift'] as const
const AFTER = ['land', 'delete', 'wait', 'hold', 'lift', 'deny', 'judge', 'dark', 'ledger', 'run'] as const

it('never undoes a hand', () =>
  fc.assert(
    fc.asyncProperty(
      stories(BEFORE),
      fc.constantFrom('remove' as const, 'cut' as const),
      fc.nat(),
      stories(AFTER, 12),
      async (before, is, which, after) => {
        const story = clearSky(await playAll(before))
        const { key } = await play(story, { is, which })
        if (key === undefined || key === null) return
        const holders = new Set(
          [...foldLines(story.scene.lines).granted.values()]
            .filter((one) => one.holding === key && one.ended === null)
            .map((one) => one.version),
        )
        const left = accessOf(story)
        const touched = (access: Access): Access =>
          new Map(
            [...access].filter(([what]) =>
              key.endsWith(what.replaceAll(' ', '/').replace(/^lab\/(\w+)\/.*/, 'lab/$1')),
            ),
          )
        for (const event of after) {
          await play(story, event)
          const others = story.landed.filter(({ version }) => !holders.has(version.id)).map(promised)
          expect(beyond(touched(accessOf(story)), left, ...others)).toEqual([])
        }
      },
    ),
    { numRuns: 200 },
  ))
