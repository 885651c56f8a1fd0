// How REST shows an account (GitHub REST API: simple-user, public-user, repository-collaborator-permission).
import { roleOf } from '../access.ts'
import { nodeId, userOf } from '../records.ts'
import type { Repository, Role, User } from '../world.ts'
import { html, type View } from './view.ts'

export interface Account {
  readonly id: number
  readonly login: string
  readonly type: string
}

/** The account that stands for everyone who is gone, where a user must be shown. */
const ghost: Account = { id: 10137, login: 'ghost', type: 'User' }

/** A bot's page is that of its app; its own login has brackets, which no address may hold. */
const pageOf = ({ login, type }: Account): string =>
  type === 'Bot' ? `${html}/apps/${login.replace(/\[bot\]$/, '')}` : `${html}/${login}`

export function renderAccount(view: View, account: Account) {
  const url = `${view.api}/users/${encodeURIComponent(account.login)}`
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('User', account.id),
    avatar_url: `${html}/avatars/${account.id}`,
    gravatar_id: '',
    url,
    html_url: pageOf(account),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    site_admin: false,
  }
}

export type RenderedAccount = ReturnType<typeof renderAccount>

/** The user with an id, or null for a ghost. */
export function renderUser(view: View, id: number | null): RenderedAccount | null {
  const user = userOf(view.github, id)
  return user === null ? null : renderAccount(view, user)
}

/** As `renderUser`, with GitHub's own stand-in for a ghost. */
export const renderSomeone = (view: View, id: number): RenderedAccount =>
  renderUser(view, id) ?? renderAccount(view, ghost)

export function renderPublicUser(view: View, user: User) {
  return {
    ...renderAccount(view, user),
    name: user.name,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    user_view_type: 'public',
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  }
}

/** `permission` is the old four-word answer; only `role_name` tells maintain from write and triage from read. */
const legacy: Readonly<Record<Role, string>> = {
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
}

export function renderPermission(view: View, repository: Repository, user: User) {
  const role = roleOf(repository, user.id)
  const role_name = role ?? 'none'
  return {
    permission: role === null ? 'none' : legacy[role],
    role_name,
    user: { ...renderAccount(view, user), role_name },
  }
}

/** GitHub's hint of how somebody stands to a repository; never proof of anything. */
export function associationOf(view: View, repository: Repository, id: number): string {
  if (id === repository.owner.id) return 'OWNER'
  if (userOf(view.github, id)?.type === 'Mannequin') return 'MANNEQUIN'
  if (repository.collaborators.some((one) => one.user === id))
    return repository.owner.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR'
  return repository.pulls.some((pull) => pull.author === id && pull.state === 'merged') ? 'CONTRIBUTOR' : 'NONE'
}
