// Which commits beside the first-parent chain changed settings: a branch that was merged, or a chain that was turned round.

import { areaOf } from '../../core/approval/landing.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import { type CommitId, id } from '../../core/model/id.ts'
import { readParts, readRawChange } from './raw-changes.ts'
import { type GitRepository, isObjectName } from './repository.ts'
import { git, gitError } from './run.ts'

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'git: log', said })

async function lines(repository: GitRepository, parameters: readonly string[]): Promise<Answer<readonly string[]>> {
  const answer = await git(['rev-list', '--first-parent', ...parameters, repository.head], {
    directory: repository.directory,
  })
  if (answer.code !== 0) return unknown(gitError('rev-list', answer))
  return known(
    answer.stdout
      .toString()
      .split('\n')
      .filter((line) => line !== ''),
  )
}

/** Those of the commits that first parents do not lead to from the head, here or not, sorted. */
export async function besideChain(
  repository: GitRepository,
  commits: readonly CommitId[],
): Promise<Answer<readonly CommitId[]>> {
  if (commits.length === 0) return known([])
  const chain = await lines(repository, [])
  if (chain.is === 'unknown') return chain
  const onChain = new Set(chain.value)
  return known(commits.filter((commit) => !onChain.has(commit)).toSorted())
}

/** Commits after `start` that the head can reach otherwise than by first parents, and that changed settings or holds. */
export async function settingsAside(
  repository: GitRepository,
  directory: string,
  start: CommitId,
): Promise<Answer<readonly CommitId[]>> {
  // Most histories are one straight line, and then there is nothing beside it.
  const merges = await lines(repository, ['--min-parents=2', '--max-count=1'])
  if (merges.is === 'unknown' || merges.value.length === 0) return merges.is === 'unknown' ? merges : known([])
  const chain = await lines(repository, [])
  if (chain.is === 'unknown') return chain
  const answer = await git(
    [
      'log',
      '--full-history',
      '--diff-merges=first-parent',
      '--raw',
      '-r',
      '--root',
      '--no-renames',
      '--no-abbrev',
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--no-decorate',
      '--no-notes',
      '--no-mailmap',
      '-z',
      '--format=%H',
      repository.head,
      `^${start}`,
      '--',
      ...(directory === '' ? [] : [directory]),
    ],
    { directory: repository.directory },
  )
  if (answer.code !== 0) return unknown(gitError(`log of ${directory}`, answer))
  const onChain = new Set(chain.value)
  const parts = readParts(answer.stdout)
  const aside = new Set<CommitId>()
  let commit = ''
  for (let at = 0; at < parts.length; at += 1) {
    const part = (parts[at] ?? '').replace(/^\n/, '')
    if (part === '') continue
    if (isObjectName(part.trimEnd())) {
      commit = part.trimEnd()
      continue
    }
    const path = parts[at + 1] ?? ''
    if (commit === '' || readRawChange(part, path) === null) return garbage(`unexpected: ${part.slice(0, 100)}`)
    at += 1
    if (!onChain.has(commit) && ['settings', 'holds'].includes(areaOf(directory, path))) aside.add(id<'commit'>(commit))
  }
  return known([...aside].sort())
}
