// The ledger as a branch of the repository: read by fetch, appended to by a push that nobody else's push can undo.

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
import { type CommitId, id } from '../../core/model/id.ts'
import type { Instant } from '../../core/model/time.ts'
import { writeLine } from '../../core/report/chain.ts'
import type { LedgerAppended, LedgerBranch, LedgerRead } from '../../core/report/ledger.ts'
import type { Entry, RecordLine } from '../../core/report/record.ts'
import {
  type Beside,
  extendLedger,
  type LedgerCommit,
  NOTHING_YET,
  readBeside,
  readLedgerCommit,
} from './ledger-files.ts'
import { optionsFor } from './reaching.ts'
import type { Remote } from './repository.ts'
import { type GitOptions, git, gitError } from './run.ts'

export const LEDGER_BRANCH = 'daypass-ledger'

export interface LedgerPlace {
  readonly remote: Remote
  readonly branch: string
  /** A bare repository of the ledger's own, made when missing (its history is cut); null: a temporary folder. */
  readonly directory: string | null
  /** Waits for so many milliseconds between tries. */
  readonly pause?: (milliseconds: number) => Promise<unknown>
}

/** Tries of one append; each doubles the pause, from 200 ms. */
const TRIES = 6
/** Milliseconds after which no new try is made: where each waits for a silent server (run.ts), two are enough. */
const LONGEST = 180_000

const HERE = 'refs/daypass/ledger'
const REFUSED = /protected branch|hook declined|GH\d{3}|not allowed|shallow update|permission/i

const pushError = (stderr: string, code: number): EdgeError => {
  const error = gitError('push of the ledger', { code, stderr })
  return REFUSED.test(stderr) ? { ...error, kind: 'denied' } : error
}

/** The branch as the remote has it now: its commit, or null when there is no such branch. */
async function tipOf(place: LedgerPlace, options: GitOptions): Promise<Answer<CommitId | null>> {
  const name = `refs/heads/${place.branch}`
  const listed = await git(['ls-remote', '--quiet', '--end-of-options', place.remote.url, name], options)
  if (listed.code !== 0) return unknown(gitError('look for the ledger', listed))
  const row = listed.stdout
    .toString()
    .split('\n')
    .find((line) => line.endsWith(`\t${name}`))
  return known(row === undefined ? null : id<'commit'>(row.slice(0, row.indexOf('\t'))))
}

async function fetchTip(place: LedgerPlace, options: GitOptions): Promise<Answer<CommitId>> {
  const what = `+refs/heads/${place.branch}:${HERE}`
  const flags = ['--quiet', '--no-tags', '--depth=1', '--no-write-fetch-head', '--force', '--end-of-options']
  const fetched = await git(['fetch', ...flags, place.remote.url, what], options)
  if (fetched.code !== 0) return unknown(gitError('fetch of the ledger', fetched))
  const parsed = await git(['rev-parse', '--verify', '--end-of-options', `${HERE}^{commit}`], options)
  if (parsed.code !== 0) return unknown(gitError('fetch of the ledger', parsed))
  return known(id<'commit'>(parsed.stdout.toString().trim()))
}

/** Whether lines made for position `from` stand there: a push whose answer was lost has landed after all. */
const standsAt = (lines: readonly RecordLine[], from: number, mine: readonly RecordLine[]): boolean =>
  mine.length > 0 &&
  mine.every((line, index) => {
    const there = lines[from + index]
    return there !== undefined && writeLine(there) === writeLine(line)
  })

/** The ledger kept on a branch of a Git remote. Nothing is read before the first call. */
export function gitLedger(place: LedgerPlace): LedgerBranch {
  let options: GitOptions | null = null
  let last: LedgerCommit | null = null

  async function opened(): Promise<Answer<GitOptions>> {
    if (options !== null) return known(options)
    if (!/^[\w][\w./-]*$/.test(place.branch) || place.branch.includes('..'))
      return unknown({ kind: 'invalid', call: 'git: ledger', said: `no branch can be called ${place.branch}` })
    const directory = place.directory ?? (await mkdtemp(join(tmpdir(), 'daypass-ledger-')))
    const made = await git(['init', '--quiet', '--bare', '--end-of-options', directory], { directory: null })
    if (made.code !== 0) return unknown(gitError('init', made))
    options = optionsFor(place.remote, directory)
    return known(options)
  }

  async function fetchedNow(using: GitOptions): Promise<Answer<LedgerCommit>> {
    const fetched = await fetchTip(place, using)
    return fetched.is === 'unknown' ? fetched : readLedgerCommit(fetched.value, using)
  }

  /** The branch as the remote has it now. Fetched at once where there is nothing to compare it with. */
  async function current(using: GitOptions): Promise<Answer<LedgerCommit>> {
    const first = last === null ? await fetchedNow(using) : null
    if (first !== null && (first.is === 'known' || first.because.kind !== 'not-found')) return kept(first)
    const tip = await tipOf(place, using)
    if (tip.is === 'unknown') return tip
    if (tip.value === null) return kept(known(NOTHING_YET))
    if (last?.commit === tip.value) return known(last)
    return kept(await fetchedNow(using))
  }

  function kept(seen: Answer<LedgerCommit>): Answer<LedgerCommit> {
    if (seen.is === 'known') last = seen.value
    return seen
  }

  async function push(from: CommitId | null, to: CommitId, using: GitOptions): Promise<EdgeError | null> {
    const name = `refs/heads/${place.branch}`
    const lease = `--force-with-lease=${name}:${from ?? ''}`
    const sent = await git(['push', '--quiet', lease, '--end-of-options', place.remote.url, `${to}:${name}`], using)
    return sent.code === 0 ? null : pushError(sent.stderr, sent.code)
  }

  async function append(
    entries: readonly Entry[],
    at: Instant,
    run: string,
    files: Beside = new Map(),
  ): Promise<Answer<LedgerAppended>> {
    const using = await opened()
    if (using.is === 'unknown') return using
    let failed: EdgeError | null = null
    let mine: readonly RecordLine[] = []
    let from = 0
    const changes = entries.length > 0 || files.size > 0
    const started = performance.now()
    for (let attempt = 0; attempt < TRIES && performance.now() - started <= LONGEST; attempt += 1) {
      if (attempt > 0) await (place.pause ?? sleep)(200 * 2 ** (attempt - 1))
      // What was read may be out of date: then the push is refused, and only then another look is needed.
      const seen = changes && last !== null ? known(last) : await current(using.value)
      if (seen.is === 'unknown') {
        // A ledger that can be read but is broken stays so; a remote that cannot be reached may come back.
        if (failed === null || seen.because.kind === 'garbage') return seen
        failed = seen.because
        continue
      }
      if (standsAt(seen.value.lines, from, mine)) return known({ ...readOf(seen.value), appended: mine })
      const nothing = files.size === 0 || seen.value.commit === null
      if (entries.length === 0 && nothing) return known({ ...readOf(seen.value), appended: [] })
      if (failed?.kind === 'denied') return unknown(failed)
      const next = await extendLedger(seen.value, entries, at, run, using.value, files)
      if (next.is === 'unknown') return next
      mine = next.value.appended
      from = seen.value.lines.length
      failed = await push(seen.value.commit, next.value.commit, using.value)
      last = failed === null ? next.value : null
      if (failed === null) return known({ ...readOf(next.value), appended: mine })
    }
    return unknown(failed ?? { kind: 'conflict', call: 'git: push of the ledger', said: 'others were always faster' })
  }

  async function read(): Promise<Answer<LedgerRead>> {
    const using = await opened()
    if (using.is === 'unknown') return using
    const seen = await current(using.value)
    return seen.is === 'unknown' ? seen : known(readOf(seen.value))
  }

  async function beside(name: string): Promise<Answer<string | null>> {
    const using = await opened()
    if (using.is === 'unknown') return using
    const seen = last !== null ? known(last) : await current(using.value)
    if (seen.is === 'unknown') return seen
    return seen.value.commit === null ? known(null) : readBeside(seen.value.commit, name, using.value)
  }

  return { read, append, beside }
}

const readOf = ({ ledger, lines, commit }: LedgerCommit): LedgerRead => ({ ledger, lines, commit })
