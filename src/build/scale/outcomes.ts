// What a run says that it did, read from the report that it wrote.

import type { Measured } from './ground.ts'

export interface Outcomes {
  readonly done: number
  readonly failed: number
  /** Left for the next run because the time was up. */
  readonly outOfTime: number
  /** Left for any other reason. */
  readonly left: number
}

interface Reported {
  readonly outcomes?: readonly { readonly is: string; readonly because?: string }[]
}

export function outcomesOf({ json }: Measured): Outcomes {
  const { outcomes = [] }: Reported = Object(json)
  const count = (is: string, because?: string): number =>
    outcomes.filter((one) => one.is === is && (because === undefined || one.because === because)).length
  const outOfTime = count('skipped', 'out-of-time')
  return { done: count('done'), failed: count('failed'), outOfTime, left: count('skipped') - outOfTime }
}
