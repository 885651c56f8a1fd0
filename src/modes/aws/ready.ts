// Whether people could be given access: what a mode finds before anybody has asked for anything.

import type { Answer } from '../../core/model/edge-error.ts'
import type { Account, Settings } from '../../core/model/settings.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { AccountDetails } from './account.ts'

export interface ReadyAsked {
  readonly settings: Settings
  readonly aws: Aws
  /** Accounts of this mode that could be entered. */
  readonly accounts: readonly Account[]
  /** IAM of one of them, read already: with users, roles and the account's own policies. */
  readonly details: (account: string) => Answer<AccountDetails>
}

/** `lacking`: nobody, or not everybody, could be given anything. */
export interface Ready {
  readonly account: string
  readonly state: 'ready' | 'partly' | 'lacking' | 'unknown'
  readonly says: string
  readonly cure: string | null
}

/** As many people as could be found, and whom nobody found. */
export function found(
  account: string,
  people: readonly { readonly handle: string; readonly there: boolean }[],
  where: string,
  cure: string,
): Ready {
  const missing = people.filter(({ there }) => !there).map(({ handle }) => handle)
  const all = people.length
  if (missing.length === 0) return { account, state: 'ready', says: `all ${all} people are found ${where}`, cure: null }
  const shown = missing.slice(0, 10).join(', ')
  const more = missing.length > 10 ? ` and ${missing.length - 10} more` : ''
  return {
    account,
    state: missing.length === all ? 'lacking' : 'partly',
    says: `${all - missing.length} of ${all} people are found ${where}; not ${shown}${more}`,
    cure,
  }
}
