// What pool roles are called, which keys name what people hold through Okta, and what a pool role says about itself.

import { shortDigest } from '../../core/model/canonical.ts'
import { type HoldingKey, id, type LaneId, type ModeId, type ScopeId } from '../../core/model/id.ts'
import { type Instant, readInstant, writeInstant } from '../../core/model/time.ts'

export const MODE: ModeId = id('okta-saml')

/** Roles of the pool, which AWS alone tells: they can be emptied whatever becomes of Okta. */
export const scopeOf = (account: string): ScopeId => id(`okta-saml:${account}`)
/** Whom the app lets in by which role that is there anyway. */
export const appScopeOf = (account: string): ScopeId => id(`okta-saml:${account}:app`)
/** One writer for an app: what its users may do is written as a whole. */
export const laneOf = (app: string): LaneId => id(`okta:${app}`)

export const poolPath = (installation: string): string => `/daypass/${installation}/pool/`

/** Names of roles are unique in an account whatever their path, and a period in one breaks Okta's assertion. */
export const poolNames = (installation: string, roles: number): readonly string[] =>
  Array.from(
    { length: roles },
    (_, at) => `daypass-pool-${shortDigest(installation, 4)}-${String(at + 1).padStart(2, '0')}`,
  )

/** By the user's id in Okta: a renamed person keeps what they hold. */
export const poolKey = (account: string, userId: string): HoldingKey => id(`${account}/pool/${userId}`)
export const roleKey = (account: string, userId: string, role: string): HoldingKey =>
  id(`${account}/okta-role/${userId}/${role}`)

export interface KeyRead {
  readonly account: string
  readonly userId: string
  /** null: a role of the pool, whichever it is. */
  readonly role: string | null
}

/** What a key of this mode names; null = it is no key of this mode. */
export function readKey(key: HoldingKey): KeyRead | null {
  const [account = '', kind, userId = '', role, ...more] = key.split('/')
  if (!/^[0-9]{12}$/.test(account) || !/^[0-9A-Za-z]+$/.test(userId) || more.length > 0) return null
  if (kind === 'pool' && role === undefined) return { account, userId, role: null }
  return kind === 'okta-role' && role !== undefined ? { account, userId, role } : null
}

/** The one inline policy that a pool role has while somebody holds it. */
export const POLICY = 'daypass'

/** The tag in which a pool role keeps whose it is, or until when it rests. */
export const STATE = 'daypass:state'

export type State =
  | { readonly is: 'clean' }
  | { readonly is: 'bound'; readonly userId: string }
  | { readonly is: 'resting'; readonly until: Instant }
  /** Somebody wrote something else there: such a role is left alone and never given. */
  | { readonly is: 'unreadable' }

export const writeBound = (userId: string): string => `bound ${userId}`
export const writeResting = (until: Instant): string => `rests ${writeInstant(until)}`

export function readState(value: string | undefined): State {
  if (value === undefined) return { is: 'clean' }
  const [word, rest = '', ...more] = value.split(' ')
  if (more.length > 0) return { is: 'unreadable' }
  if (word === 'bound' && /^[0-9A-Za-z]+$/.test(rest)) return { is: 'bound', userId: rest }
  const until = word === 'rests' ? readInstant(rest) : null
  return until?.is === 'instant' ? { is: 'resting', until: until.instant } : { is: 'unreadable' }
}
