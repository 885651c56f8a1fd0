// Which roles the app lets somebody in by: read fresh, written as a whole, and read again.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Json } from '../../core/model/policy-document.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import {
  assignUserToApplication,
  getApplicationUser,
  unassignUserFromApplication,
  updateApplicationUser,
} from '../../edges/okta/operations.ts'
import type { OktaAppUser } from '../../edges/okta/shapes.ts'

/** null: not assigned to the app. */
export async function readAppUser(okta: Okta, app: string, userId: string): Promise<Answer<OktaAppUser | null>> {
  const read = await okta.get(getApplicationUser, { appId: app, userId })
  return read.is === 'unknown' && read.because.kind === 'not-found' ? known(null) : read
}

/** Roles of the person's own; what groups give is not the person's. */
export function ownRoles(user: OktaAppUser | null): readonly string[] {
  const roles = user?.scope === 'USER' ? user.profile['samlRoles'] : null
  return Array.isArray(roles) ? roles.filter((one): one is string => typeof one === 'string') : []
}

export interface Entering {
  readonly app: string
  readonly marker: string
  readonly role: string
  readonly userId: string
  readonly login: string
}

/** Nobody can exclude somebody else writing at the same moment: what is there afterwards decides. */
const TRIES = 3

/**
 * Roles that an assertion can carry: AWS takes 100,000 characters of it (STS API reference, AssumeRoleWithSAML), and a role with
 * its provider takes up to 300 of them, in base64.
 */
const MOST = 300

const crowded = (login: string, roles: number) =>
  unknown({
    kind: 'invalid',
    call: 'okta:updateApplicationUser',
    said: `${login} has ${roles} roles in this app, and AWS takes no assertion with more: take some away in Okta`,
  })

const changed = (call: string) =>
  unknown({ kind: 'conflict', call, said: 'somebody else keeps writing the same roles; the next run tries again' })

/** As JSON, since profiles hold whatever an organisation added. */
const plain = (profile: OktaAppUser['profile']): { readonly [key: string]: Json } => JSON.parse(JSON.stringify(profile))

function written(okta: Okta, user: OktaAppUser | null, { app, marker, role, userId }: Entering): Promise<Answer<null>> {
  if (user === null)
    return okta.send(
      assignUserToApplication,
      { appId: app },
      { id: userId, scope: 'USER', profile: { samlRoles: [role], [marker]: true } },
    )
  const samlRoles = [...ownRoles(user), role]
  // Somebody who was in through a group only is now in person as well, by our doing.
  const profile = { ...plain(user.profile), samlRoles, ...(user.scope === 'USER' ? {} : { [marker]: true }) }
  return okta.send(updateApplicationUser, { appId: app, userId }, { scope: 'USER', profile })
}

/** The session in AWS is called what the app calls the person, and the role lets in only whom it is bound to. */
async function misnamed(okta: Okta, entering: Entering, user: OktaAppUser): Promise<Answer<'done' | 'already'>> {
  await removeRole(okta, entering)
  return unknown({
    kind: 'invalid',
    call: 'okta:getApplicationUser',
    said: `the app calls ${entering.login} ${JSON.stringify(user.userName)}: set Application username format to Okta username (Sign On tab)`,
  })
}

export async function addRole(okta: Okta, entering: Entering): Promise<Answer<'done' | 'already'>> {
  const { app, role, userId, login } = entering
  for (let turn = 0; turn <= TRIES; turn++) {
    const user = await readAppUser(okta, app, userId)
    if (user.is === 'unknown') return user
    if (ownRoles(user.value).includes(role))
      return user.value !== null && user.value.userName !== login
        ? misnamed(okta, entering, user.value)
        : known(turn === 0 ? 'already' : 'done')
    if (turn === TRIES) break
    const roles = ownRoles(user.value).length
    if (roles >= MOST) return crowded(login, roles)
    const sent = await written(okta, user.value, entering)
    if (sent.is === 'unknown') return sent
  }
  return changed('okta:updateApplicationUser')
}

/** Whom we brought in leaves with the last role; who is in through a group stays so. Everybody else loses the role alone. */
async function without(okta: Okta, user: OktaAppUser, { app, marker, role, userId }: Entering): Promise<Answer<null>> {
  const samlRoles = ownRoles(user).filter((one) => one !== role)
  if (samlRoles.length > 0 || user.profile[marker] !== true)
    return okta.send(
      updateApplicationUser,
      { appId: app, userId },
      { scope: 'USER', profile: { ...plain(user.profile), samlRoles: [...samlRoles] } },
    )
  const gone = await okta.send(unassignUserFromApplication, { appId: app, userId })
  if (gone.is === 'known' || gone.because.kind !== 'denied') return gone
  return okta.send(updateApplicationUser, { appId: app, userId }, { scope: 'GROUP' })
}

export async function removeRole(okta: Okta, entering: Entering): Promise<Answer<'done' | 'already'>> {
  const { app, role, userId } = entering
  for (let turn = 0; turn <= TRIES; turn++) {
    const user = await readAppUser(okta, app, userId)
    if (user.is === 'unknown') return user
    if (user.value === null || !ownRoles(user.value).includes(role)) return known(turn === 0 ? 'already' : 'done')
    if (turn === TRIES) break
    const sent = await without(okta, user.value, entering)
    // Another run may have been faster: whether nobody is there any more is seen by the next look, not believed.
    if (sent.is === 'unknown' && sent.because.kind !== 'not-found') return sent
  }
  return changed('okta:updateApplicationUser')
}
