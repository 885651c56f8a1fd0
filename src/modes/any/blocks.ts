// How a mode says that grants cannot be placed.

import type { Blocked, Resolved } from '../../core/plan/provisioner.ts'

export type MaybeBlocked<T> = T | Blocked

/** Told where the first of the grants was written. */
export const blocks = (holders: readonly Resolved[], because: string, cure: string): Blocked => {
  const at = holders[0]?.grant.item.at
  return { grants: holders.map(({ grant }) => grant.key), because, cure, ...(at === undefined ? {} : { at }) }
}

export const isBlocked = (made: object): made is Blocked => 'because' in made && 'cure' in made
