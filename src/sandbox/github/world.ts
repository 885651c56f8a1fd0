// What GitHub knows in the sandbox: people, repositories, pull requests, tokens and jobs, as plain JSON data.
// All instants are seconds since the epoch, UTC. Git objects are not here: they live in bare repositories on disk.

import type { Safety } from './safety.ts'

export type UserType = 'User' | 'Bot' | 'Mannequin'
export type Role = 'read' | 'triage' | 'write' | 'maintain' | 'admin'
export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
export type MergeMethod = 'merge' | 'squash' | 'rebase'
export type Level = 'read' | 'write'

export interface User {
  readonly id: number
  /** REST's login: a bot's ends with `[bot]`, which GraphQL leaves out. */
  readonly login: string
  readonly type: UserType
  readonly name: string
  readonly email: string
}

/** A person who is in no list of users any more is a ghost: records keep the id, answers show null. */
export type UserId = number

export interface Review {
  readonly id: number
  readonly user: UserId
  readonly state: ReviewState
  readonly body: string
  readonly submittedAt: number
  /** Null once the reviewed commit was garbage-collected. */
  readonly commit: string | null
}

export interface PullEvent {
  readonly is: 'reopened' | 'ready' | 'closed'
  readonly at: number
}

export interface Pull {
  readonly id: number
  readonly number: number
  readonly title: string
  readonly body: string
  readonly author: UserId
  readonly draft: boolean
  readonly state: 'open' | 'closed' | 'merged'
  /** Branch name in this repository, without `refs/heads/`. */
  readonly base: string
  readonly baseOid: string
  readonly head: { readonly repository: number | null; readonly branch: string; readonly oid: string }
  /** The commits from the base to the head, and those the merge put on the base branch; oldest first. */
  readonly commits: readonly string[]
  readonly landed: readonly string[]
  readonly createdAt: number
  readonly updatedAt: number
  readonly closedAt: number | null
  readonly mergedAt: number | null
  readonly mergedBy: UserId | null
  readonly mergeCommit: string | null
  readonly reviews: readonly Review[]
  readonly requestedReviewers: readonly UserId[]
  readonly labels: readonly string[]
  /** Oldest first. */
  readonly events: readonly PullEvent[]
}

export interface Issue {
  readonly id: number
  readonly number: number
  readonly title: string
  readonly body: string
  readonly author: UserId
  readonly state: 'open' | 'closed'
  readonly labels: readonly string[]
  readonly createdAt: number
  readonly updatedAt: number
  readonly closedAt: number | null
  /** Changes of the text, oldest first. */
  readonly edits: readonly { readonly by: UserId; readonly at: number }[]
}

/** A comment on an issue or a pull request (`number`). */
export interface Comment {
  readonly id: number
  readonly number: number
  readonly author: UserId
  readonly body: string
  readonly createdAt: number
  readonly updatedAt: number
}

export interface CheckRun {
  readonly id: number
  readonly name: string
  readonly headOid: string
  readonly app: string
  readonly status: 'queued' | 'in_progress' | 'completed'
  readonly conclusion: string | null
  readonly externalId: string
  readonly detailsUrl: string | null
  readonly startedAt: number
  readonly completedAt: number | null
  readonly output: { readonly title: string | null; readonly summary: string | null; readonly text: string | null }
  readonly annotations: readonly Readonly<Record<string, unknown>>[]
}

export interface Reaction {
  readonly id: number
  readonly on: { readonly kind: 'issue' | 'comment'; readonly id: number }
  readonly user: UserId
  readonly content: string
  readonly createdAt: number
}

/** A workflow that somebody started by the API; the sandbox records it and runs nothing. */
export interface Dispatch {
  readonly workflow: string
  readonly ref: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly by: UserId
  readonly at: number
}

export interface Repository {
  readonly id: number
  readonly owner: { readonly login: string; readonly id: number; readonly type: 'User' | 'Organization' }
  readonly name: string
  readonly private: boolean
  /** A rule of the repository demands a review that there is none of, from whoever merges. */
  readonly blocksMerges: boolean
  readonly defaultBranch: string
  /** Absolute path of the bare repository on disk. */
  readonly gitDirectory: string
  readonly forkOf: number | null
  readonly createdAt: number
  /** How often a ref of the bare repository was changed through the sandbox, so that a push changes the world. */
  readonly refUpdates: number
  readonly collaborators: readonly { readonly user: UserId; readonly role: Role }[]
  readonly pulls: readonly Pull[]
  readonly issues: readonly Issue[]
  readonly comments: readonly Comment[]
  readonly labels: readonly string[]
  readonly checkRuns: readonly CheckRun[]
  readonly reactions: readonly Reaction[]
  readonly dispatches: readonly Dispatch[]
  readonly safety: Safety
}

export type Permission =
  | 'contents'
  | 'pull-requests'
  | 'issues'
  | 'checks'
  | 'actions'
  | 'metadata'
  | 'administration'
  | 'secrets'

/** A token acts for `actor`; a permission that is not named is none. */
export interface Token {
  readonly token: string
  readonly actor: UserId
  readonly permissions: Readonly<Partial<Record<Permission, Level>>>
  /** Full names (`owner/name`) the token reaches; `all` for every one. */
  readonly repositories: readonly string[] | 'all'
}

export interface GithubWorld {
  /** Key of the HS256 signature on identity tokens; the sandbox's STS checks with the same. */
  readonly oidcKey: string
  /** The claims of the job that holds a request token (ACTIONS_ID_TOKEN_REQUEST_TOKEN). */
  readonly oidcJobs: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly users: readonly User[]
  readonly repositories: readonly Repository[]
  readonly tokens: readonly Token[]
  readonly rateLimit: { readonly limit: number; readonly remaining: number; readonly reset: number }
  /** Largest page that is ever answered, whatever was asked; null = GitHub's own 100. */
  readonly pageSize: number | null
  /** How many more times the pull requests of a commit are answered empty, though there are some. */
  readonly lagging: { readonly commitPulls: number }
  /** The next id for anything new. */
  readonly nextId: number
}

/** What a world must have for the parts of this folder. */
export interface WithGithub {
  readonly github: GithubWorld
}

export const actionsBot: User = {
  id: 41898282,
  login: 'github-actions[bot]',
  type: 'Bot',
  name: 'github-actions',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
}

export const mergeQueueBot: User = {
  id: 118344674,
  login: 'github-merge-queue[bot]',
  type: 'Bot',
  name: 'github-merge-queue',
  email: '118344674+github-merge-queue@users.noreply.github.com',
}

/** A GitHub with nobody but its own bots; a full rate limit that starts again an hour after `now`. */
export function emptyGithub(now: number): GithubWorld {
  return {
    oidcKey: 'sandbox-oidc-key',
    oidcJobs: {},
    users: [actionsBot, mergeQueueBot],
    repositories: [],
    tokens: [],
    rateLimit: { limit: 5000, remaining: 5000, reset: now + 3600 },
    pageSize: null,
    lagging: { commitPulls: 0 },
    nextId: 1001,
  }
}
