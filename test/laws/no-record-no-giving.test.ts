// Without a record that can be read and written nothing is given, and whole holdings are taken all the same.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accessOf, beyond } from '../support/toy-access.ts'
import { stories } from '../support/toy-events.ts'
import { apply, branch, clearSky, playAll } from '../support/toy-story.ts'

const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'deny', 'judge', 'remove', 'cut', 'prolong', 'run'] as const

it('gives nothing without a record, and takes', () =>
  fc.assert(
    fc.asyncProperty(
      stories(KINDS),
      fc.constantFrom('unreadable' as const, 'not writable' as const),
      async (events, ledger) => {
        const story = clearSky(await playAll(events))
        const [whole, without] = [branch(story), branch(story)]
        without.scene.ledger = ledger
        const before = accessOf(without)
        const ran = await apply(without)
        const meant = await apply(whole)
        expect(without.scene.world.journal.filter((call) => call.effect === 'gives')).toEqual([])
        expect(beyond(accessOf(without), before)).toEqual([])
        const revokes = (plan: typeof ran.plan) =>
          plan.steps.filter((step) => step.do === 'revoke').map((step) => step.holding)
        const over = ['expired', 'withdrawn', 'held', 'denied', 'closing']
        const must = meant.plan.steps
          .filter((step) => step.do === 'revoke' && over.includes(step.because))
          .map((step) => step.holding)
        expect(revokes(ran.plan)).toEqual(expect.arrayContaining(must))
      },
    ),
    { numRuns: 100 },
  ))
