// Which pull requests GitHub ties to a commit: on the default branch the merged ones that brought it, elsewhere all that hold it.
import { headOf, reachable } from '../git/repository.ts'
import { withGithub } from './records.ts'
import type { GithubWorld, Pull, Repository } from './world.ts'

export interface Associated {
  readonly pulls: readonly Pull[]
  /** The world after the question: GitHub may need to be asked again before it knows. */
  readonly github: GithubWorld
}

export function associatedPulls(github: GithubWorld, repository: Repository, oid: string): Associated {
  const left = github.lagging.commitPulls
  if (left > 0) return { pulls: [], github: withGithub({ github }, { lagging: { commitPulls: left - 1 } }).github }
  const holding = repository.pulls.filter((pull) => [pull.mergeCommit, ...pull.commits, ...pull.landed].includes(oid))
  const head = headOf(repository, repository.defaultBranch)
  const onDefault = holding.length > 0 && head !== null && reachable(repository, head).has(oid)
  return { pulls: holding.filter((pull) => pull.state === 'merged' || (!onDefault && pull.state === 'open')), github }
}
