// How GraphQL shows accounts: users, bots, mannequins, organizations; a ghost is null.
import { nodeId, userOf } from '../records.ts'
import { html } from '../render/view.ts'
import type { Repository, User } from '../world.ts'
import type { Node } from './execute.ts'
import type { Session } from './session.ts'

/** The user with an id, or null for a ghost. */
export function actorNode(session: Session, id: number | null): Node | null {
  const user = userOf(session.github(), id)
  return user === null ? null : userNode(user)
}

export function userNode(user: User): Node {
  // A bot's login has no `[bot]` here, unlike in REST.
  const login = user.type === 'Bot' ? user.login.replace(/\[bot\]$/, '') : user.login
  const fields = accountFields(user.type, user.id, login)
  const own = { name: () => user.name, email: () => '' } // the public profile address, empty unless published
  return { type: user.type, fields: user.type === 'User' ? { ...fields, ...own } : fields }
}

export function ownerNode(session: Session, { owner }: Repository): Node {
  const user = userOf(session.github(), owner.id)
  return user === null
    ? { type: 'Organization', fields: accountFields('Organization', owner.id, owner.login) }
    : userNode(user)
}

const accountFields = (type: string, id: number, login: string): Node['fields'] => ({
  id: () => nodeId(type, id),
  login: () => login,
  url: () => `${html}/${login}`,
  databaseId: () => id,
})
