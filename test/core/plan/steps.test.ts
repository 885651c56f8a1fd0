// How each step of a plan is performed: in which order, until when, and what its outcome says.

import { describe, expect, it } from 'vitest'
import { id, type ModeId } from '../../../src/core/model/id.ts'
import { type Instant, later } from '../../../src/core/model/time.ts'
import type { Mode } from '../../../src/core/plan/mode.ts'
import { type Performing, performPlan } from '../../../src/core/plan/perform.ts'
import type { Call, CallOutcome, Effect, Step } from '../../../src/core/plan/provisioner.ts'
import { hours, NOON } from '../../support/builders.ts'
import { aGrant, aPlan, aRevocation, aStep } from './values.ts'

const DENIED = { kind: 'denied', call: 'pin', said: 'no' } as const
const call = (op: string, effect: Effect = 'gives'): Call => ({ op, lane: id('toy:prod'), effect, with: {} })
const calling = (badge: string, calls: readonly Call[], more: Partial<Step> = {}): Step =>
  aStep(aGrant('a', { badge }), { id: id(badge), calls, notAfter: null, ...more })

interface Day {
  /** What comes of a call; missing: it is done. */
  readonly answers?: Readonly<Record<string, CallOutcome>>
  /** Seconds that each call takes. */
  readonly takes?: number
  readonly asked?: Partial<Performing>
  readonly modes?: readonly ModeId[]
}
const modeOf = (mode: ModeId, perform: Mode['perform']): Mode => ({
  mode,
  carries: { statements: null, policy: null, narrowed: null, role: null, permissionSet: null, group: 'never' },
  scopes: [],
  needs: () => [],
  foresee: () => [],
  look: () => Promise.reject(new Error('nobody looks here')),
  perform,
})

async function performed(
  steps: readonly Step[],
  { answers = {}, takes = 0, asked = {}, modes = [id('toy')] }: Day = {},
) {
  const made: string[] = []
  const told: string[] = []
  let now: Instant = NOON
  const perform: Mode['perform'] = async ({ op }) => {
    made.push(op)
    now = later(now, takes)
    return answers[op] ?? { is: 'done' }
  }
  const outcomes = await performPlan(aPlan({ steps }), {
    modes: modes.map((mode) => modeOf(mode, perform)),
    clock: () => now,
    stopAt: later(NOON, hours(1)),
    opened: true,
    told: (outcome, step) => told.push(`${step.holding.replace('prod/marta/', '')} ${outcome.is}`),
    ...asked,
  })
  return { made, told, outcomes }
}

describe('a step', () => {
  it('makes its calls in order, and says when it was confirmed', async () => {
    const { made, outcomes, told } = await performed([calling('blue', [call('make'), call('attach')])], { takes: 10 })
    expect(made).toEqual(['make', 'attach'])
    expect(outcomes).toEqual([{ step: 'blue', is: 'done', already: false, confirmed: later(NOON, 20) }])
    expect(told).toEqual(['blue done'])
  })

  it('was done already where each of its calls was', async () => {
    const calls = [call('make'), call('attach')]
    const alreadyOf = async (answers: Day['answers'] & object) => {
      const [one] = (await performed([calling('blue', calls)], { answers })).outcomes
      return one?.is === 'done' && one.already
    }
    expect(await alreadyOf({ make: { is: 'already' }, attach: { is: 'already' } })).toBe(true)
    expect(await alreadyOf({ make: { is: 'already' } })).toBe(false)
    expect(await alreadyOf({ attach: { is: 'already' } })).toBe(false)
  })

  it('that fails makes no further call, and says which failed and why', async () => {
    const steps = [calling('blue', [call('make'), call('attach'), call('tag')])]
    const { made, outcomes } = await performed(steps, { answers: { attach: { is: 'failed', error: DENIED } } })
    expect(made).toEqual(['make', 'attach'])
    expect(outcomes).toEqual([{ step: 'blue', is: 'failed', call: 1, error: DENIED }])
  })

  it('that fails stops no other', async () => {
    const steps = [calling('amber', [call('make')]), calling('blue', [call('attach')])]
    const { told } = await performed(steps, { answers: { make: { is: 'failed', error: DENIED } } })
    expect(told).toEqual(['amber failed', 'blue done'])
  })

  it('without calls is done', async () => {
    expect((await performed([calling('blue', [])])).outcomes).toMatchObject([{ is: 'done', already: true }])
  })
})

describe('a step that gives', () => {
  const giving = (notAfter: number | null) =>
    calling('blue', [call('make', 'prepares'), call('attach')], {
      notAfter: notAfter === null ? null : later(NOON, notAfter),
    })
  const LATE = { step: 'blue', is: 'skipped', because: 'too-late' }

  it('is not begun at the instant after which it must not be made', async () => {
    expect(await performed([giving(0)])).toMatchObject({ made: [], outcomes: [LATE], told: ['blue skipped'] })
    expect((await performed([giving(1)])).made).toEqual(['make', 'attach'])
  })

  it('gives nothing once that instant has come, though it was begun', async () => {
    expect(await performed([giving(10)], { takes: 10 })).toMatchObject({ made: ['make'], outcomes: [LATE] })
    expect((await performed([giving(11)], { takes: 10 })).made).toEqual(['make', 'attach'])
    expect((await performed([giving(null)], { takes: 10 })).made).toEqual(['make', 'attach'])
  })

  it('goes on with what takes', async () => {
    const mixed = calling('blue', [call('make', 'prepares'), call('cut', 'takes')], { notAfter: later(NOON, 10) })
    expect((await performed([mixed], { takes: 10 })).made).toEqual(['make', 'cut'])
  })

  it.each(['gives', 'prepares'] as const)('or %s needs the record to be open', async (effect) => {
    const outcome = { step: 'blue', is: 'skipped', because: 'not-opened' }
    const step = calling('blue', [call('make')], { effect, notAfter: NOON })
    expect(await performed([step], { asked: { opened: false } })).toMatchObject({ made: [], outcomes: [outcome] })
  })
})

describe('a step that takes', () => {
  const taking = aRevocation(aGrant('a'), { notAfter: NOON })

  it('needs no record and is never too late', async () => {
    expect((await performed([taking], { asked: { opened: false } })).made).toEqual(['unpin'])
  })

  it('is not begun when time is up', async () => {
    const { made, outcomes } = await performed([taking], { asked: { stopAt: NOON } })
    expect([made, outcomes]).toEqual([[], [{ step: taking.id, is: 'skipped', because: 'out-of-time' }]])
    expect((await performed([taking], { asked: { stopAt: later(NOON, 1) } })).made).toEqual(['unpin'])
  })

  it('when time is up, it is told as that and nothing else', async () => {
    const step = calling('blue', [call('make')], { notAfter: NOON })
    expect((await performed([step], { asked: { stopAt: NOON, opened: false } })).outcomes).toEqual([
      { step: 'blue', is: 'skipped', because: 'out-of-time' },
    ])
  })
})

describe('lanes', () => {
  const inLane = (lane: string, badge: string, effect: Effect = 'gives'): Step =>
    calling(badge, [call(`${lane} ${badge}`, effect)], { lane: id(lane), effect })

  it('are begun in their order, each with what takes first', async () => {
    const steps = [inLane('c', '1'), inLane('a', '2'), inLane('b', '3'), inLane('a', '4', 'takes')]
    const { made, outcomes } = await performed(steps)
    expect(made.filter((one) => one.startsWith('a'))).toEqual(['a 4', 'a 2'])
    expect(made.slice(0, 3)).toEqual(['a 4', 'b 3', 'c 1'])
    expect(outcomes.map(({ step }) => step)).toEqual(['4', '1', '2', '3'])
  })

  it('are performed by the mode of each step', async () => {
    const made: string[] = []
    const mode = (name: string): Mode =>
      modeOf(id(name), async ({ op }) => {
        made.push(`${name} ${op}`)
        return { is: 'done' }
      })
    const steps = [inLane('a', '1'), { ...inLane('b', '2'), mode: id<'mode'>('lanyard') }]
    await performed(steps, { asked: { modes: [mode('toy'), mode('lanyard')] } })
    expect(made).toEqual(['toy a 1', 'lanyard b 2'])
  })

  it('take all that they have to take before a bug of ours in another is thrown', async () => {
    const steps = [{ ...inLane('a', '1'), mode: id<'mode'>('nowhere') }, inLane('b', '2'), inLane('b', '3')]
    const made: string[] = []
    const mode = modeOf(id('toy'), async ({ op }) => {
      made.push(op)
      return { is: 'done' }
    })
    await expect(performed(steps, { asked: { modes: [mode] } })).rejects.toThrow('no mode nowhere to perform 1')
    expect(made).toEqual(['b 2', 'b 3'])
  })

  it('that are none are performed at once', async () => {
    expect((await performed([])).outcomes).toEqual([])
  })
})
