// Which live grants must not be given in this run, and why.

import type { Grant } from '../model/grant.ts'
import type { VersionId } from '../model/id.ts'
import { type Instant, writeInstant } from '../model/time.ts'
import type { Blocked } from './provisioner.ts'
import type { Settlement } from './settlement.ts'
import type { Verdicts } from './verdicts.ts'

export type Withheld = Pick<Blocked, 'because' | 'cure'> & {
  /** `late` is final; what is unproved, or shares its file with something blocked, may be given by a later run. */
  readonly is: 'late' | 'unproved' | 'file'
  /** False where nobody needs to be told, since nothing was asked for it. */
  readonly told: boolean
}

export type Withholding = (grant: Grant) => Withheld | null

export interface Permitting {
  readonly settlement: Settlement
  /** null: as if everything were proved, to learn what has to be. */
  readonly verdicts: Verdicts | null
  /** Versions of which another item cannot be given: one blocked item blocks the file. */
  readonly stuck: ReadonlySet<VersionId>
  readonly now: Instant
}

/** What stands is there already; what was undone is never given back (by-hand.ts), and told as such. */
export const withholding =
  ({ settlement, verdicts, stuck, now }: Permitting): Withholding =>
  (grant) => {
    const settled = settlement(grant).is
    if (settled === 'standing' || settled === 'undone') return null
    if (settled === 'new' && grant.claimUntil <= now)
      return {
        is: 'late',
        because: `it was not granted before ${writeInstant(grant.claimUntil)}`,
        cure: 'ask again with a new request',
        told: true,
      }
    if (stuck.has(grant.version))
      return { is: 'file', because: 'another item of its request cannot be given', cure: 'see there', told: true }
    const verdict = verdicts?.get(grant.version)
    if (verdicts === null || verdict?.is === 'proved') return null
    return {
      is: 'unproved',
      because: `not proved: ${verdict?.is === 'unknown' ? verdict.because : 'nothing was asked for it'}`,
      cure: 'the next run tries again',
      told: verdict !== undefined,
    }
  }
