// What Daypass's permission sets are called, and which keys name what people hold through Identity Center.

import { shortDigest } from '../../core/model/canonical.ts'
import type { Entitlement } from '../../core/model/entitlement.ts'
import { type HoldingKey, id, type LaneId, type ModeId, type PersonId, type ScopeId } from '../../core/model/id.ts'
import { plainName, readable } from '../aws/readable.ts'

export const MODE: ModeId = id('identity-center')

/** Longest name of a permission set (IAM Identity Center API reference, PermissionSet). */
const NAME = 32
const INSTALLATION = 3
const LETTERS = 10

export const scopeOf = (account: string): ScopeId => id(`sso:${account}`)
/** Identity Center changes one role of an account at a time (user guide, quotas): an account has one writer. */
export const laneOf = (account: string): LaneId => id(`sso:${account}`)

const suffixOf = (installation: string): string => `dp${shortDigest(installation, INSTALLATION)}`

/** Who holds what where: all that a name may depend on, so that a renewal keeps it. */
export interface Named {
  readonly installation: string
  readonly account: string
  readonly person: PersonId
  /** null: everything dated that the person holds there, merged into one set. */
  readonly entitlement: Pick<Entitlement, 'what' | 'permissions'> | null
}

/** `orders-requeue-dpabc2345xyz67`: what it is, as far as there is room; then installation and a digest of who holds what where. */
export function setName({ installation, account, person, entitlement }: Named): string {
  const what = entitlement === null ? 'merged' : `one ${entitlement.what}`
  const unique = `${suffixOf(installation)}${shortDigest(`${installation}\n${person}\n${account}\n${what}`, LETTERS)}`
  const room = NAME - unique.length - 1
  const words = entitlement === null ? 'access' : plainName(readable(entitlement.permissions))
  const shown = words.slice(0, room).replace(/-+$/, '')
  return shown === '' ? unique : `${shown}-${unique}`
}

const ANY = new RegExp(`(^|-)dp[a-z2-7]{${INSTALLATION + LETTERS}}$`)

/** Whether a set is called as some installation of Daypass calls its own: such sets are never handed out. */
export const isNamedAsOurs = (name: string): boolean => ANY.test(name)

export const isOfInstallation = (name: string, installation: string): boolean =>
  ANY.test(name) && name.slice(-(LETTERS + INSTALLATION + 2)).startsWith(suffixOf(installation))

export const setKey = (account: string, name: string): HoldingKey => id(`${account}/set/${name}`)
/** By the user's id in the identity store: a renamed user keeps what they hold. */
export const assignmentKey = (account: string, userId: string, set: string): HoldingKey =>
  id(`${account}/assignment/${userId}/${set}`)

export type KeyRead =
  | { readonly is: 'set'; readonly account: string; readonly name: string }
  | { readonly is: 'assignment'; readonly account: string; readonly userId: string; readonly set: string }

/** What a key of this mode names; null = it is no key of this mode. */
export function readKey(key: HoldingKey): KeyRead | null {
  const [account = '', kind, ...rest] = key.split('/')
  if (!/^[0-9]{12}$/.test(account)) return null
  if (kind === 'set') return { is: 'set', account, name: rest.join('/') }
  const [userId = '', ...set] = rest
  return kind === 'assignment' ? { is: 'assignment', account, userId, set: set.join('/') } : null
}

/** What a set is marked with besides its name: asked for only where the record does not know the set. */
export const TAGS = {
  installation: 'daypass:installation',
  account: 'daypass:account',
  person: 'daypass:person',
  version: 'daypass:version',
} as const

/** Owners write it on a set of their own, with the installation's name as value, to let Daypass assign it. */
export const ASSIGNABLE_TAG = 'daypass:assignable'
