// A repository with settings and requests on the sandbox's GitHub, fetched as a run fetches it.

import { join } from 'node:path'
import type { EvidenceAsked } from '../../src/core/approval/evidence.ts'
import type { Answer } from '../../src/core/model/edge-error.ts'
import type { History } from '../../src/core/model/history.ts'
import { historyOf } from '../../src/edges/git/history.ts'
import { fetchDefaultBranch, type GitRepository, type Remote } from '../../src/edges/git/repository.ts'
import { githubClient } from '../../src/edges/github/client.ts'
import { githubEvidence } from '../../src/edges/github/evidence.ts'
import { refOid } from '../../src/sandbox/git/objects.ts'
import { commitAll, type NewCommit } from '../../src/sandbox/git/repository.ts'
import { mergePull } from '../../src/sandbox/github/actions/merging.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { review } from '../../src/sandbox/github/actions/reviews.ts'
import { newestPull, withRepository } from '../../src/sandbox/github/records.ts'
import type { MergeMethod, WithGithub } from '../../src/sandbox/github/world.ts'
import { acme, botToken, company, freshFolder, type Served, serve, start } from '../sandbox/github-ground.ts'

export { acme, start }

export const value = <T>(answer: Answer<T> | undefined): T => {
  if (answer?.is !== 'known') throw new Error(`unknown: ${JSON.stringify(answer?.because)}`)
  return answer.value
}

export interface Step {
  readonly branch: string
  readonly files: Readonly<Record<string, string | null>>
  readonly method?: MergeMethod
  readonly approvedBy?: readonly string[]
}

/** marta pushes a branch, opens a pull request, others approve, olga merges a minute later. */
export function landed(
  world: WithGithub,
  { branch, files, method = 'squash', approvedBy = ['ivan'] }: Step,
): WithGithub {
  let next = push(world, { repository: acme, by: 'marta', branch, files, at: start + 10 })
  next = openPull(next, { repository: acme, author: 'marta', title: branch, head: branch, at: start + 20 })
  const pull = newestPull(next, acme).number
  for (const user of approvedBy)
    next = review(next, { repository: acme, pull, user, state: 'APPROVED', at: start + 30 })
  return mergePull(next, { repository: acme, pull, method, by: 'olga', at: start + 60 })
}

export const withSettings = (): WithGithub =>
  push(company(), {
    repository: acme,
    by: 'olga',
    branch: 'main',
    files: { 'config/daypass.yaml': 'version: 1\n', 'config/rules/all.yaml': 'rules: []\n' },
    at: start + 1,
  })

export interface Opened {
  readonly served: Served
  readonly remote: Remote
  readonly repository: GitRepository
  readonly history: History
  readonly evidence: ReturnType<typeof githubEvidence>
  calls(): number
}

/** Serves a world and reads it; pauses take no time. */
export async function opened(world: WithGithub): Promise<Opened> {
  const served = await serve(world)
  const remote: Remote = { url: `${served.url}/git/${acme}.git`, token: botToken }
  const repository = value(await fetchDefaultBranch(remote, 'refs/heads/main', join(freshFolder(), 'bare')))
  const history = value(await historyOf(repository, 'config'))
  const pause = async (): Promise<void> => undefined
  const client = githubClient({
    token: botToken,
    graphqlUrl: `${served.url}/github/graphql`,
    apiUrl: `${served.url}/github`,
    pause,
  })
  const evidence = githubEvidence({
    client,
    repository,
    remote,
    environment: { GITHUB_REPOSITORY: acme },
    patience: { waits: [1, 2], pause },
  })
  return { served, remote, repository, history, evidence, calls: client.calls }
}

/** The landing that last changed a path, with that path asked for. */
export function asking(history: History, path: string, settingsUnder: string | null = null): EvidenceAsked {
  const landing = history.landings.find((one) => one.changes.some((change) => change.path === path))
  if (landing === undefined) throw new Error(`nothing landed ${path}`)
  return { landing: landing.commit, parent: landing.parent, at: landing.at, paths: [path], settingsUnder }
}

/** So many squashed pull requests, each with one request and one approval, written by one run of git. */
export function manyLanded(world: WithGithub, count: number): WithGithub {
  const [repository] = world.github.repositories
  const marta = { name: 'marta', email: 'marta@example.com' }
  if (repository === undefined) throw new Error('no repository')
  const main = refOid(repository.gitDirectory, 'refs/heads/main') ?? ''
  const numbers = Array.from({ length: count }, (_, nth) => nth)
  const commits = commitAll(
    repository,
    numbers.flatMap((nth): NewCommit[] => {
      const one = {
        files: { [`config/requests/r${nth}.yaml`]: `for: marta\nnth: ${nth}\n` },
        message: `r${nth}`,
        author: marta,
      }
      return [
        { ...one, branch: `refs/pull/${nth + 1}/head`, parents: [main], at: start + 10 },
        { ...one, branch: 'main', at: start + 60 },
      ]
    }),
  )
  const model = landed(withSettings(), { branch: 'model', files: { 'config/requests/model.yaml': 'for: marta\n' } })
  const pull = newestPull(model, acme)
  const pulls = numbers.map((nth) => {
    const [head = '', merge = ''] = commits.slice(2 * nth, 2 * nth + 2)
    const reviews = pull.reviews.map((said) => ({ ...said, commit: head }))
    return {
      ...pull,
      id: 5000 + nth,
      number: nth + 1,
      head: { ...pull.head, oid: head },
      commits: [head],
      landed: [merge],
      mergeCommit: merge,
      reviews,
    }
  })
  return withRepository(world, repository.id, { pulls })
}
