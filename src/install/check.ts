// One line of what `verify` and `doctor` tell: what was looked at, how it stands, and what to do about it.

/**
 * `danger`: somebody could do more than they should. `differs`: not as it should be, but no danger. `unknown`: it could not be
 * looked at, which is never fine.
 */
export type CheckState = 'fine' | 'note' | 'missing' | 'differs' | 'danger' | 'unknown'

export interface Check {
  readonly state: CheckState
  /** What was looked at, in a few words. */
  readonly about: string
  readonly says: string
  /** What to do; null where there is nothing to do. */
  readonly cure: string | null
  /** `- printed` and `+ there`, for what differs. */
  readonly difference?: readonly string[]
}

export const fine = (about: string, says: string): Check => ({ state: 'fine', about, says, cure: null })
export const note = (about: string, says: string): Check => ({ state: 'note', about, says, cure: null })

/** The worst comes first; what could not be looked at is worse than what merely differs. */
export const WORST_FIRST = [
  'danger',
  'unknown',
  'missing',
  'differs',
  'note',
  'fine',
] as const satisfies readonly CheckState[]

export const isWell = ({ state }: Check): boolean => state === 'fine' || state === 'note'
