// How the files of a directory came to be what they are: the first-parent history, in one run of git.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { History, Landing, PathChange } from '../../core/model/history.ts'
import { type CommitId, id } from '../../core/model/id.ts'
import { instantOf } from '../../core/model/time.ts'
import { readParts, readRawChange } from './raw-changes.ts'
import type { GitRepository } from './repository.ts'
import { git, gitError } from './run.ts'

const HEADER = /^landing ([0-9a-f]{40,64}) (-?\d*)((?: [0-9a-f]{40,64})*)$/

/** git tells no time of a commit whose date it cannot read: dated at the end of all time it proves nothing, and stops nobody. */
const datedOf = (time: string): number => (time === '' ? Number.POSITIVE_INFINITY : Number(time))

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'git: log', said })

/**
 * Every first-parent commit up to the repository's head that changed anything under `directory` (no slash at its end;
 * empty = the whole repository), newest first, with its changes against its first parent. Commit times, UTC.
 */
export async function historyOf(repository: GitRepository, directory: string): Promise<Answer<History>> {
  const answer = await git(
    [
      'log',
      '--first-parent',
      '-m',
      '--raw',
      '-r',
      '--no-renames',
      '--no-abbrev',
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--no-decorate',
      '--no-notes',
      '--no-mailmap',
      '-z',
      '--format=landing %H %ct %P',
      repository.head,
      '--',
      ...(directory === '' ? [] : [directory]),
    ],
    { directory: repository.directory },
  )
  if (answer.code !== 0) return unknown(gitError(`log of ${directory}`, answer))
  const parts = readParts(answer.stdout)
  const landings: { commit: CommitId; parent: CommitId | null; at: Landing['at']; changes: PathChange[] }[] = []
  for (let at = 0; at < parts.length; at += 1) {
    const part = (parts[at] ?? '').replace(/^\n/, '')
    if (part === '') continue
    const header = HEADER.exec(part.trimEnd())
    if (header !== null) {
      const [, commit = '', time = '', parents = ''] = header
      const parent = parents.trim().split(' ')[0] ?? ''
      landings.push({
        commit: id<'commit'>(commit),
        parent: parent === '' ? null : id<'commit'>(parent),
        at: instantOf(datedOf(time)),
        changes: [],
      })
      continue
    }
    const change = readRawChange(part, parts[at + 1] ?? '')
    const landing = landings.at(-1)
    if (change === null || landing === undefined) return garbage(`unexpected: ${part.slice(0, 100)}`)
    landing.changes.push(change)
    at += 1
  }
  return known({ head: repository.head, landings })
}
