// What Daypass's things are called in an account of IAM users, and how such names are read back.

import { shortDigest } from '../../core/model/canonical.ts'
import type { Entitlement } from '../../core/model/entitlement.ts'
import { type HoldingKey, id, type LaneId, type PersonId, type ScopeId } from '../../core/model/id.ts'
import { type Instant, readInstant, writeInstant } from '../../core/model/time.ts'
import type { Mark } from '../../core/plan/provisioner.ts'
import { plainName, readable } from '../aws/readable.ts'
import { MARKED, UNREADABLE } from '../aws/signature.ts'

/** IAM's limit on the name of a managed policy (IAM API reference, CreatePolicy). */
const NAME = 128
const LETTERS = 26

export const scopeOf = (account: string): ScopeId => id(`iam:${account}`)
export const laneOf = (account: string): LaneId => id(`iam:${account}`)

export const policyPath = (installation: string): string => `/daypass/${installation}/`

export const policyArn = (partition: string, account: string, path: string, name: string): string =>
  `arn:${partition}:iam::${account}:policy${path}${name}`

/** Who holds what where: all that a name may depend on, so that a renewal keeps it. */
export interface Named {
  readonly account: string
  readonly person: PersonId
  readonly email: string
  readonly entitlement: Pick<Entitlement, 'what' | 'permissions'>
}

/** Readable, then a digest of person, account and entitlement: unique ignoring case, as IAM compares names. */
export function policyName({ account, person, email, entitlement }: Named): string {
  const words = plainName(`${readable(entitlement.permissions)}-${email.split('@')[0] ?? ''}`)
  const unique = shortDigest(`${person}\n${account}\n${entitlement.what}`, LETTERS)
  const room = NAME - LETTERS - 1
  const shown = words.slice(0, room).replace(/-+$/, '')
  return shown === '' ? unique : `${shown}-${unique}`
}

export const policyKey = (account: string, path: string, name: string): HoldingKey =>
  id(`${account}/policy${path}${name}`)
/** By the user's immutable id: a renamed user keeps what they hold. */
export const membershipKey = (account: string, userId: string, group: string): HoldingKey =>
  id(`${account}/membership/${userId}/${group}`)
export const attachmentKey = (account: string, userId: string, arn: string): HoldingKey =>
  id(`${account}/attachment/${userId}/${arn}`)

export const tagPrefix = (installation: string): string => `daypass:${installation}:`

export const tagKey = (installation: string, key: HoldingKey): string =>
  `${tagPrefix(installation)}${shortDigest(key, 20)}`

/** IAM's limit on a tag's value (IAM API reference, Tag). */
const VALUE = 256

/** `<version> <until> <group or policy ARN>`; null where it does not fit. Tags take no commas, names take no spaces. */
export function tagValue(version: string, until: Instant, thing: string): string | null {
  const value = `${version.slice(0, MARKED)} ${writeInstant(until)} ${thing.replaceAll(',', ' ')}`
  return value.length <= VALUE ? value : null
}

export interface TagRead {
  readonly mark: Mark
  /** Group name or policy ARN; null where the value was tampered with. */
  readonly thing: string | null
}

export function readTag(value: string): TagRead {
  const [version, until, ...thing] = value.split(' ')
  const end = readInstant(until ?? '')
  if (version === undefined || version === '' || end.is !== 'instant' || thing.length === 0)
    return { mark: { version: UNREADABLE, expires: null }, thing: null }
  return { mark: { version, expires: end.instant }, thing: thing.join(',') }
}
