// Pull requests read all at once: their conversations from GitHub, their files from Git as data, each ready to be judged.

import { join } from 'node:path'
import type { Forum } from '../core/conversation/gesture.ts'
import type { Seen, Thread } from '../core/conversation/thread.ts'
import { documentAt } from '../core/documents/paths.ts'
import type { Directory } from '../core/model/directory.ts'
import { type Answer, type EdgeError, known, unknown } from '../core/model/edge-error.ts'
import type { PathChange, SourceFile } from '../core/model/history.ts'
import type { CommitId } from '../core/model/id.ts'
import { type Instant, instantOf } from '../core/model/time.ts'
import { changesOf, firstParent, mergeBases } from '../edges/git/changes.ts'
import { dataBranches } from '../edges/git/data.ts'
import { filesAt } from '../edges/git/files.ts'
import { gitLedger } from '../edges/git/ledger.ts'
import { overlaid } from '../edges/git/overlay.ts'
import { fetchDefaultBranch, fetchPullHeads, type GitRepository } from '../edges/git/repository.ts'
import type { GithubClient } from '../edges/github/client.ts'
import { forumAt } from '../edges/github/forum.ts'
import type { Inputs } from './inputs.ts'
import { type OpenInventory, openedOnce } from './inventory/looking.ts'
import { directoryIn, FILE as PEOPLE } from './live-directory.ts'
import { githubFrom } from './witness.ts'

/** What all pull requests of a run share. */
export interface Ground {
  readonly forum: Forum
  readonly client: GithubClient
  readonly repository: GitRepository
  readonly seen: Seen
  /** Everything under the directory at the default branch's head. */
  readonly base: readonly SourceFile[]
  /** What the directory said when apply last asked it; null: nobody kept it. */
  readonly people: Directory | null
  /** Fetched when a pull request first asks for something that it could know. */
  readonly inventory: OpenInventory
  readonly now: Instant
}

/** One pull request with the files as they would be after it. */
export interface Pull {
  readonly thread: Thread
  readonly base: readonly SourceFile[]
  readonly files: readonly SourceFile[]
  /** Its own changes, over the whole repository. */
  readonly changes: readonly PathChange[]
}

export interface Unread {
  readonly number: number
  readonly because: EdgeError
}

const missing = (call: string, said: string): { is: 'unknown'; because: EdgeError } =>
  unknown({ kind: 'not-found', call, said })

const remoteOf = (inputs: Inputs) => ({ url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token })

/** Only where settings let a directory say anything: it costs one fetch of the record's branch. */
async function peopleFor(inputs: Inputs, base: readonly SourceFile[], folder: string): Promise<Directory | null> {
  const text = base.find(({ path }) => documentAt(path, inputs.directory) === 'okta')?.text ?? ''
  if (!/^directory\s*:/m.test(text ?? '')) return null
  const ledger = gitLedger({
    remote: remoteOf(inputs),
    branch: inputs.ledgerBranch,
    directory: join(folder, 'ledger.git'),
  })
  const read = await ledger.beside(PEOPLE)
  return read.is === 'known' ? directoryIn(read.value) : null
}

/** `numbers` empty: every open pull request. */
export async function openGround(inputs: Inputs, numbers: readonly number[], folder: string): Promise<Answer<Ground>> {
  const client = githubFrom(inputs.environment, inputs.token)
  const forum = forumAt(client, inputs.repository)
  if (client === null || forum.is === 'unknown') return missing('asking GitHub', 'the input github-token is empty')
  const [repository, seen] = await Promise.all([
    fetchDefaultBranch(remoteOf(inputs), 'HEAD', join(folder, 'repository.git')),
    numbers.length === 0 ? forum.value.open() : forum.value.named(numbers),
  ])
  if (repository.is === 'unknown') return repository
  if (seen.is === 'unknown') return seen
  const base = await filesAt(repository.value, repository.value.head, inputs.directory)
  if (base.is === 'unknown') return base
  const now = client.serverTime() ?? instantOf(Date.now() / 1000)
  return known({
    forum: forum.value,
    client,
    repository: repository.value,
    seen: seen.value,
    base: base.value,
    people: await peopleFor(inputs, base.value, folder),
    inventory: openedOnce(() =>
      dataBranches({ remote: remoteOf(inputs), directory: join(folder, 'data.git') }).open(inputs.dataBranch),
    ),
    now,
  })
}

/** The default branch's head for what is open; for what landed, what was there just before. */
async function comparedWith(ground: Ground, thread: Thread): Promise<Answer<CommitId>> {
  const { repository } = ground
  if (thread.state !== 'merged') return known(repository.head)
  const { mergeCommit } = thread
  if (mergeCommit === null) return missing('GitHub GraphQL', `the merge commit of #${thread.number}`)
  return firstParent(repository, mergeCommit)
}

interface Placed {
  readonly thread: Thread
  readonly head: CommitId
  readonly against: CommitId
}

async function placed(
  ground: Ground,
  inputs: Inputs,
  threads: readonly Thread[],
): Promise<readonly (Placed | Unread)[]> {
  const numbers = threads.map(({ number }) => number)
  const heads = await fetchPullHeads(ground.repository, remoteOf(inputs), numbers)
  return Promise.all(
    threads.map(async (thread): Promise<Placed | Unread> => {
      const { number } = thread
      if (heads.is === 'unknown') return { number, because: heads.because }
      const head = heads.value.get(number)
      if (head === undefined) return { number, ...missing('git fetch', `refs/pull/${number}/head`) }
      // Judged are the bytes that the reviews and the merge are bound to, or nothing.
      if (head !== thread.head)
        return {
          number,
          because: { kind: 'conflict', call: 'git fetch', said: 'somebody pushed meanwhile; that push wakes Daypass' },
        }
      const against = await comparedWith(ground, thread)
      return against.is === 'unknown' ? { number, because: against.because } : { thread, head, against: against.value }
    }),
  )
}

const isPlaced = (one: Placed | Unread): one is Placed => 'thread' in one

export interface Pulls {
  readonly pulls: readonly Pull[]
  readonly unread: readonly Unread[]
}

/** Their own changes are those since they left the default branch, put onto what is there now. */
export async function readPulls(ground: Ground, inputs: Inputs, threads: readonly Thread[]): Promise<Pulls> {
  const { repository } = ground
  const all = await placed(ground, inputs, threads)
  const there = all.filter(isPlaced)
  const unread: Unread[] = all.filter((one): one is Unread => !isPlaced(one))
  const met = await mergeBases(
    repository,
    there.map(({ head, against }) => [against, head] as const),
  )
  const spans = there.flatMap((one, at) => {
    const bases = met[at] ?? missing('git merge-base', 'no answer')
    const [from] = bases.is === 'known' ? bases.value : []
    if (from !== undefined) return [{ one, span: { from, to: one.head } }]
    const none = missing('git merge-base', 'it shares no history with the default branch')
    unread.push({ number: one.thread.number, because: bases.is === 'unknown' ? bases.because : none.because })
    return []
  })
  const changes = await changesOf(
    repository,
    spans.map(({ span }) => span),
  )
  const read = spans.flatMap(({ one }, at) => {
    const own = changes[at] ?? missing('git diff-tree', 'no answer')
    if (own.is === 'known') return [{ one, changes: own.value }]
    unread.push({ number: one.thread.number, because: own.because })
    return []
  })
  const pulls = await Promise.all(
    [...Map.groupBy(read, ({ one }) => one.against)].map(async ([against, some]): Promise<readonly Pull[]> => {
      const base =
        against === repository.head ? known(ground.base) : await filesAt(repository, against, inputs.directory)
      const files =
        base.is === 'unknown'
          ? base
          : await overlaid(
              repository,
              base.value,
              some.map((one) => one.changes),
              inputs.directory,
            )
      if (base.is === 'unknown' || files.is === 'unknown') {
        const because = base.is === 'unknown' ? base.because : files.is === 'unknown' ? files.because : null
        if (because !== null) unread.push(...some.map(({ one }) => ({ number: one.thread.number, because })))
        return []
      }
      return some.map(({ one, changes: own }, at) => ({
        thread: one.thread,
        base: base.value,
        files: files.value[at] ?? [],
        changes: own,
      }))
    }),
  )
  return { pulls: pulls.flat().toSorted((a, b) => a.thread.number - b.thread.number), unread }
}
