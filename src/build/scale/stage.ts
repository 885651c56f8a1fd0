// What every part of the scale report is given, and what it hands back.

import type { Size } from '../bench/company.ts'
import type { Tools } from '../bench/row.ts'
import type { Measured, Weather } from './ground.ts'

export interface Chosen {
  readonly size: Size
  readonly grants: number
  /** As the world is assumed to be. */
  readonly weather: Weather
  /** Seconds from a job's beginning to our code. */
  readonly starting: number
  /** Whether everything is done again in a world that answers at once. */
  readonly floor: boolean
}

export type ScaleTools = Tools & { readonly chosen: Chosen }

/** One thing that was done, in the assumed weather and, as the floor, in a world that answers at once. */
export interface Case {
  readonly name: string
  readonly what: string
  /** Jobs of Actions in the order they were run; one after the other here, side by side in a matrix. */
  readonly jobs: readonly Measured[]
  readonly floor: readonly Measured[]
  /** What was checked, and seen to hold. */
  readonly held: readonly string[]
}

/** A finding that must stop the report: a number about something that went wrong is no measurement. */
export function mustHold(holds: boolean, says: string, run: Measured): void {
  if (!holds) throw new Error(`${says} (exit ${run.code}): ${run.stdout.slice(-3000)}`)
}

/** GitHub bills each job by whole minutes (GitHub Docs, Actions billing). */
export const minutesOf = (jobs: readonly Measured[], starting: number): number =>
  jobs.reduce((sum, { wall }) => sum + Math.ceil((wall + starting) / 60), 0)
