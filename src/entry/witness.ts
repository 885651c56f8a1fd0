// Who tells about pull requests and reviews: GitHub, or nobody where there is no token or no repository to ask.

import type { EvidenceSource } from '../core/approval/evidence.ts'
import type { GitRepository } from '../edges/git/repository.ts'
import { type GithubClient, githubClient } from '../edges/github/client.ts'
import { githubEvidence } from '../edges/github/evidence.ts'
import { remoteFrom } from './repository.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** null: there is no token to ask with. */
export const githubFrom = (environment: Environment, token: string | null): GithubClient | null =>
  token === null || token === ''
    ? null
    : githubClient({
        token,
        graphqlUrl: environment['GITHUB_GRAPHQL_URL'] ?? 'https://api.github.com/graphql',
        apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
      })

/** Without a token or a repository to ask everything is unknown. */
export function witnessOf(
  environment: Environment,
  repository: GitRepository,
  token: string | null = environment['GITHUB_TOKEN'] ?? null,
  client: GithubClient | null = githubFrom(environment, token),
): EvidenceSource {
  return githubEvidence({ client, repository, remote: remoteFrom(environment, token), environment })
}
