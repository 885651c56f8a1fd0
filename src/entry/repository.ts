// Where the repository is read from: GitHub's, by one transfer, or the clone the user stands in.

import { type Answer, type EdgeError, known } from '../core/model/edge-error.ts'
import { fetchDefaultBranch, type GitRepository, openRepository, type Remote } from '../edges/git/repository.ts'

export type Source =
  /** `otherwise`: a clone to read when the fetch fails; without one nothing is done. */
  | { readonly is: 'remote'; readonly remote: Remote; readonly what: string; readonly otherwise?: string }
  | { readonly is: 'clone'; readonly folder: string; readonly name: string; readonly remote: Remote | null }

export interface Opened {
  readonly repository: GitRepository
  /** `given`: the user's own, which may be behind; `old`: read because the fetch failed. */
  readonly clone: 'fresh' | 'given' | 'old'
  /** Why the clone is old. */
  readonly because: EdgeError | null
}

/** A remote is fetched into `directory`, which is made. */
export async function openSource(source: Source, directory: string): Promise<Answer<Opened>> {
  const fresh =
    source.is === 'remote'
      ? await fetchDefaultBranch(source.remote, source.what, directory)
      : await openRepository(source.folder, source.name)
  if (fresh.is === 'known')
    return known({ repository: fresh.value, clone: source.is === 'remote' ? 'fresh' : 'given', because: null })
  if (source.is !== 'remote' || source.otherwise === undefined) return fresh
  const old = await openRepository(source.otherwise, 'HEAD')
  return old.is === 'known' ? known({ repository: old.value, clone: 'old', because: fresh.because }) : fresh
}

export const remoteOf = (source: Source): Remote | null => source.remote

/** `GITHUB_SERVER_URL/GITHUB_REPOSITORY`, as Actions sets them; null outside Actions. */
export function remoteFrom(
  environment: Readonly<Record<string, string | undefined>>,
  token: string | null,
): Remote | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment
  if (server === undefined || repository === undefined || server === '' || repository === '') return null
  return { url: `${server.replace(/\/$/, '')}/${repository}.git`, token }
}
