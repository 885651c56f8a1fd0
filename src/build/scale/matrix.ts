// What apply would cost if its lanes were shared out over a workflow matrix: computed from what one job was measured to do.

import type { Measured } from './ground.ts'
import type { Phase } from './phases.ts'

export interface Shared {
  readonly jobs: number
  /** Seconds from the push to the end. */
  readonly wall: number
  /** Billed. */
  readonly minutes: number
}

/** Everything that could be shared out, if no job ever waited for another: the best that a matrix can do. */
const SHAREABLE = /^(reading the accounts|proving|performing)/

const sum = (phases: readonly Phase[]): number => phases.reduce((all, { took }) => all + took, 0)

/**
 * Every job starts, fetches and reads the repository for itself; then its share; the record has one writer and GitHub is told once, so
 * that one job more comes after them, which starts, fetches and reads as well.
 */
export function sharedOut(
  { phases }: Pick<Measured, 'phases'>,
  starting: number,
  jobs: readonly number[],
): readonly Shared[] {
  const shareable = sum(phases.filter(({ name }) => SHAREABLE.test(name)))
  const telling = sum(phases.filter(({ name }) => name === 'telling'))
  const before = starting + sum(phases) - shareable - telling
  return jobs.map((count) => {
    if (count === 1) {
      const wall = before + shareable + telling
      return { jobs: 1, wall, minutes: Math.ceil(wall / 60) }
    }
    const [share, last] = [before + shareable / count, before + telling]
    return { jobs: count, wall: share + last, minutes: count * Math.ceil(share / 60) + Math.ceil(last / 60) }
  })
}
