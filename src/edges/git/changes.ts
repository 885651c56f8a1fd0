// What commits changed over the whole repository, and where two histories last met.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { PathChange } from '../../core/model/history.ts'
import { type CommitId, id } from '../../core/model/id.ts'
import { presentCommits } from './objects.ts'
import { readParts, readRawChange } from './raw-changes.ts'
import { type GitRepository, isObjectName } from './repository.ts'
import { git, gitError } from './run.ts'

/** `from` null: `to` is a root commit, and everything in it is new. */
export interface Span {
  readonly from: CommitId | null
  readonly to: CommitId
}

const spanKey = (span: Span): string => `${span.from ?? ''}..${span.to}`

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'git: diff-tree', said })

/** The changes of every span, in the order asked, by one run of git; a commit that is not on disk makes its spans unknown. */
export async function changesOf(
  repository: GitRepository,
  spans: readonly Span[],
): Promise<readonly Answer<readonly PathChange[]>[]> {
  const named = spans.flatMap((span) => (span.from === null ? [span.to] : [span.from, span.to]))
  const present = await presentCommits(repository, named)
  if (present.is === 'unknown') return spans.map(() => present)
  const here = (commit: CommitId | null): boolean => commit === null || present.value.has(commit)
  const asked = new Map(spans.filter((span) => here(span.from) && here(span.to)).map((span) => [spanKey(span), span]))
  // git remembers a parent it was told for a commit, so those that are to be taken as they are come first.
  const ordered = [...asked.values()].sort((a, b) => Number(a.from !== null) - Number(b.from !== null))
  const found = await diffTree(repository, ordered)
  return spans.map((span) => {
    if (found.is === 'unknown') return found
    const changes = found.value.get(spanKey(span))
    if (changes !== undefined) return known(changes)
    const missing = here(span.to) ? span.from : span.to
    return unknown({ kind: 'not-found', call: 'git: diff-tree', said: `commit ${missing ?? ''} is not here` })
  })
}

async function diffTree(
  repository: GitRepository,
  spans: readonly Span[],
): Promise<Answer<ReadonlyMap<string, readonly PathChange[]>>> {
  const found = new Map<string, PathChange[]>()
  if (spans.length === 0) return known(found)
  const answer = await git(
    [
      'diff-tree',
      '--stdin',
      '-r',
      '-z',
      '--raw',
      '--root',
      '--always',
      '--no-renames',
      '--no-abbrev',
      '--no-ext-diff',
      '--no-textconv',
    ],
    {
      directory: repository.directory,
      input: spans.map((span) => `${span.to}${span.from === null ? '' : ` ${span.from}`}\n`).join(''),
    },
  )
  if (answer.code !== 0) return unknown(gitError('diff-tree', answer))
  const parts = readParts(answer.stdout)
  let next = 0
  let changes: PathChange[] | null = null
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? ''
    if (part === '') continue
    if (isObjectName(part)) {
      const span = spans[next]
      if (span?.to !== part) return garbage(`unexpected: ${part}`)
      changes = []
      found.set(spanKey(span), changes)
      next += 1
      continue
    }
    const change = readRawChange(part, parts[at + 1] ?? '')
    if (change === null || changes === null) return garbage(`unexpected: ${part.slice(0, 100)}`)
    changes.push(change)
    at += 1
  }
  return next === spans.length ? known(found) : garbage('fewer answers than questions')
}

const AT_ONCE = 8

/** All best common ancestors of each pair, in the order asked; none where the histories never met. */
export async function mergeBases(
  repository: GitRepository,
  pairs: readonly (readonly [CommitId, CommitId])[],
): Promise<readonly Answer<readonly CommitId[]>[]> {
  const answers: Answer<readonly CommitId[]>[] = []
  for (let at = 0; at < pairs.length; at += AT_ONCE) {
    const some = pairs.slice(at, at + AT_ONCE)
    answers.push(...(await Promise.all(some.map(([one, other]) => mergeBasesOf(repository, one, other)))))
  }
  return answers
}

async function mergeBasesOf(
  repository: GitRepository,
  one: CommitId,
  other: CommitId,
): Promise<Answer<readonly CommitId[]>> {
  const call = 'merge-base'
  if (!isObjectName(one) || !isObjectName(other))
    return unknown({ kind: 'invalid', call: `git: ${call}`, said: 'not the name of a commit' })
  const answer = await git(['merge-base', '--all', one, other], { directory: repository.directory })
  // Exit code 1 is git's own way to say that there is none.
  if (answer.code === 1 && answer.stdout.length === 0) return known([])
  if (answer.code !== 0) return unknown(gitError(call, answer))
  const names = answer.stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '')
  if (names.length === 0 || !names.every(isObjectName))
    return unknown({ kind: 'garbage', call: `git: ${call}`, said: names.join(' ').slice(0, 100) })
  return known(names.sort().map((name) => id<'commit'>(name)))
}

/** The commit that a landing was made on. */
export async function firstParent(repository: GitRepository, commit: CommitId): Promise<Answer<CommitId>> {
  const call = `rev-parse of the parent of ${commit}`
  if (!isObjectName(commit)) return unknown({ kind: 'invalid', call: `git: ${call}`, said: 'not the name of a commit' })
  const answer = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^1`], {
    directory: repository.directory,
  })
  const name = answer.stdout.toString().trim()
  if (answer.code !== 0 || !isObjectName(name)) return unknown(gitError(call, answer))
  return known(id<'commit'>(name))
}
