// How a plan of very many lanes is performed: how many go side by side, and what a run whose time is up leaves behind.

import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/core/model/canonical.ts'
import { id } from '../../../src/core/model/id.ts'
import { type Instant, later } from '../../../src/core/model/time.ts'
import type { Mode } from '../../../src/core/plan/mode.ts'
import { performPlan } from '../../../src/core/plan/perform.ts'
import type { Plan } from '../../../src/core/plan/plan.ts'
import type { Call, Step } from '../../../src/core/plan/provisioner.ts'
import { NOON } from '../../support/builders.ts'

const MODE = id<'mode'>('toy')

/** Gives by two calls, one of which alone would be half of it. */
function stepIn(lane: number, nth: number): Step {
  const name = `lane-${String(lane).padStart(3, '0')}/${nth}`
  const call = (op: string): Call => ({ op, lane: id(`lane-${lane}`), effect: 'gives', with: { name } })
  return {
    id: id(name),
    mode: MODE,
    holding: id(name),
    target: id('aws'),
    scope: id('scope'),
    lane: id(`lane-${String(lane).padStart(3, '0')}`),
    do: 'grant',
    effect: 'gives',
    because: 'asked',
    says: name,
    holders: [],
    identity: null,
    content: digest(name),
    until: null,
    lapse: null,
    calls: [call('make'), call('attach')],
    notAfter: null,
    reach: [],
  }
}

const planOf = (lanes: number, each: number): Plan<'live'> => ({
  basis: 'live',
  head: id('0'.repeat(40)),
  now: NOON,
  wishes: [],
  steps: Array.from({ length: lanes * each }, (_, at) => stepIn(Math.floor(at / each), at % each)),
  unrecorded: [],
  vanished: [],
  spent: [],
  blocked: [],
  drift: [],
  unread: [],
  digest: digest('plan'),
})

/** Every call takes one turn of the loop and a second of the clock for all that are under way. */
function world() {
  let [underWay, most] = [0, 0]
  const made: string[] = []
  let now: Instant = NOON
  const mode: Mode = {
    mode: MODE,
    carries: { statements: null, policy: null, narrowed: null, role: null, group: null, permissionSet: null },
    scopes: [],
    needs: () => [],
    foresee: () => [],
    look: () => Promise.reject(new Error('nobody looks here')),
    perform: async ({ op, with: { name } }) => {
      underWay += 1
      most = Math.max(most, underWay)
      await turn()
      now = later(now, 1)
      underWay -= 1
      made.push(`${op} ${String(name)}`)
      return { is: 'done' }
    },
  }
  return { mode, made, clock: () => now, most: () => most }
}

const asked = ({ mode, clock }: ReturnType<typeof world>, seconds: number) => ({
  modes: [mode],
  clock,
  stopAt: later(NOON, seconds),
  opened: true,
  told: () => undefined,
})

describe('a plan of many lanes', () => {
  it('is performed a hundred lanes at once, and never more', async () => {
    const there = world()
    const outcomes = await performPlan(planOf(260, 2), asked(there, 1_000_000))
    expect(there.most()).toBe(100)
    expect(outcomes.every(({ is }) => is === 'done')).toBe(true)
  })

  it('finishes what it has begun when its time is up, begins nothing more, and says of the rest why', async () => {
    const there = world()
    const plan = planOf(260, 2)
    const outcomes = await performPlan(plan, asked(there, 250))
    const done = outcomes.filter(({ is }) => is === 'done').map(({ step }) => step)
    const left = outcomes.filter((one) => one.is === 'skipped' && one.because === 'out-of-time')
    expect(done.length).toBeGreaterThan(0)
    expect(left.length).toBe(plan.steps.length - done.length)
    expect(left.length).toBeGreaterThan(0)
    const both = done.flatMap((step) => [`make ${step}`, `attach ${step}`])
    expect([...there.made].sort()).toEqual([...both].sort())
  })
})
