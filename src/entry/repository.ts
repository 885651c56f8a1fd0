// Where the repository is read from: GitHub's, by one transfer, or the clone the user stands in.

import type { Answer } from '../core/model/edge-error.ts'
import { fetchDefaultBranch, type GitRepository, openRepository, type Remote } from '../edges/git/repository.ts'

export type Source =
  | { readonly is: 'remote'; readonly remote: Remote; readonly what: string }
  | { readonly is: 'clone'; readonly folder: string; readonly name: string; readonly remote: Remote | null }

/** A remote is fetched into a folder of its own under the system's temporary folder. */
export const openSource = (source: Source): Promise<Answer<GitRepository>> =>
  source.is === 'remote'
    ? fetchDefaultBranch(source.remote, source.what, null)
    : openRepository(source.folder, source.name)

export const remoteOf = (source: Source): Remote | null => source.remote

/** `GITHUB_SERVER_URL/GITHUB_REPOSITORY`, as Actions sets them; null outside Actions. */
export function remoteFrom(environment: Readonly<Record<string, string | undefined>>, token: string | null): Remote | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment
  if (server === undefined || repository === undefined || server === '' || repository === '') return null
  return { url: `${server.replace(/\/$/, '')}/${repository}.git`, token }
}

