// Which users of Okta are called by an e-mail address.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { Okta } from './okta.ts'
import { getUser, listUsers } from './operations.ts'
import type { OktaUser } from './shapes.ts'

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** A search may lag behind and a login may be given short, so whoever is found must be called exactly so. */
export async function usersCalled(
  okta: Okta,
  match: 'login' | 'email',
  email: string,
): Promise<Answer<readonly OktaUser[]>> {
  if (match === 'login') {
    const user = await okta.get(getUser, { id: email })
    if (user.is === 'unknown') return user.because.kind === 'not-found' ? known([]) : user
    return known(same(user.value.login, email) ? [user.value] : [])
  }
  const users = await okta.list(listUsers, {}, { search: `profile.email eq ${JSON.stringify(email)}` })
  return users.is === 'unknown' ? users : known(users.value.filter((user) => same(user.email, email)))
}

/** Who has left keeps their e-mail in Okta; somebody else may have it by now. */
export const LEFT = 'DEPROVISIONED'

/** Statuses in which nothing may be given to anybody (Okta API reference, user status), in words. */
export const OUT: Readonly<Record<string, { readonly says: string; readonly cure: string }>> = {
  [LEFT]: { says: 'is deactivated in Okta', cure: 'whoever has left can be given nothing' },
  SUSPENDED: { says: 'is suspended in Okta', cure: 'an Okta administrator lifts the suspension' },
}
