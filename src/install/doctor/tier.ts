// How far whoever may push to the repository is kept from the cloud: which tier this installation reaches.

import type { Check } from '../check.ts'

export type Tier = 'none' | 'basic' | 'hardened'

export interface TierReached {
  readonly tier: Tier
  readonly says: string
  /** What stands between this and the next tier. */
  readonly next: readonly string[]
}

const SAYS: Readonly<Record<Tier, string>> = {
  none: 'Somebody who may write to the repository could come by cloud rights without anybody’s approval.',
  basic:
    'Cloud rights come only to jobs of the default branch, which takes reviewed changes only. Whoever may bypass that review could change the workflows.',
  hardened:
    'Cloud rights come only to workflows of a separate, locked repository: not even a push to the default branch here reaches them.',
}

const said = ({ about, says }: Check): string => `${about}: ${says}`

/** `guards` are the checks that the basic tier rests on; what could not be looked at holds nothing up. */
export function tierOf(guards: readonly Check[], locked: boolean): TierReached {
  const open = guards.filter(({ state }) => state === 'danger' || state === 'missing' || state === 'unknown')
  if (locked) {
    const environments = open.filter(({ about }) => about.startsWith('environment'))
    return { tier: 'hardened', says: SAYS.hardened, next: environments.map(said) }
  }
  if (open.length > 0) return { tier: 'none', says: SAYS.none, next: open.map(said) }
  const next = 'put the workflows into a repository that only owners can push to, and name it under `trust.workflows`'
  return { tier: 'basic', says: SAYS.basic, next: [next] }
}
