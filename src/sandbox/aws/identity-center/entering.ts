// Who may enter an account with a permission set, and the session that this opens.

import { accessKeyId, tokenOf } from '../ids.ts'
import { type AwsWorld, having, own, type Role, type Session } from '../world.ts'
import { sessionSeconds } from './roles.ts'

export interface Entering {
  readonly account: string
  /** Name of the set. */
  readonly permissionSet: string
  /** User name in the identity store. */
  readonly storeUser: string
}

export interface Entered {
  readonly name: string
  readonly role: Role
  readonly userId: string
  /** Seconds that a session of the set lasts. */
  readonly seconds: number
}

/** The role that somebody enters: they are enabled, and assigned the set there themselves or by a group. null: they are not. */
export function roleOfSet(aws: AwsWorld, { account, permissionSet, storeUser }: Entering): Entered | null {
  const center = aws.identityCenter
  const user = Object.entries(center?.users ?? {}).find(([, one]) => one.userName === storeUser)
  const set = Object.entries(center?.sets ?? {}).find(([, one]) => one.name === permissionSet)
  if (center === undefined || user === undefined || set === undefined || user[1].status !== 'ENABLED') return null
  const [userId] = user
  const [arn, { roles }] = set
  const groups = Object.entries(center.groups).flatMap(([id, { members }]) => (members.includes(userId) ? [id] : []))
  const assigned = center.assignments.some(
    (row) =>
      row.account === account && row.set === arn && (row.principalId === userId || groups.includes(row.principalId)),
  )
  const name = own(roles, account)
  const role = name === undefined ? undefined : own(own(aws.accounts, account)?.roles ?? {}, name)
  return assigned && name !== undefined && role !== undefined
    ? { name, role, userId, seconds: sessionSeconds(set[1]) }
    : null
}

/** A session that begins now. It lives on until its end, whatever becomes of the assignment, as long as its role is there. */
export function signIn(
  aws: AwsWorld,
  who: Entering,
  now: number,
): { readonly aws: AwsWorld; readonly accessKeyId: string } | null {
  const entered = roleOfSet(aws, who)
  if (entered === null) return null
  const seed = `${aws.made}/${who.account}/${entered.name}/${who.storeUser}`
  const key = accessKeyId('ASIA', seed)
  const session: Session = {
    kind: 'session',
    account: who.account,
    role: entered.name,
    roleId: entered.role.id,
    sessionName: who.storeUser,
    token: tokenOf(seed),
    issued: now,
    expires: now + entered.seconds,
    tags: {},
    transitive: [],
    limits: [],
    claims: { 'identitystore:UserId': entered.userId },
  }
  return {
    aws: { ...aws, made: aws.made + 1, credentials: having(aws.credentials, key, session) },
    accessKeyId: key,
  }
}
