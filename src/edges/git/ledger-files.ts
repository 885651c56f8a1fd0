// How the record's lines lie in a commit: `record/<YYYY-MM>.jsonl`, oldest first, one line an event.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import { type CommitId, id } from '../../core/model/id.ts'
import { type Instant, writeInstant } from '../../core/model/time.ts'
import { chainOn, verifyChain, writeLine } from '../../core/report/chain.ts'
import { foldLines } from '../../core/report/fold.ts'
import type { LedgerRead } from '../../core/report/ledger.ts'
import { readLine } from '../../core/report/line.ts'
import type { Entry, RecordLine } from '../../core/report/record.ts'
import { type GitOptions, git, gitError } from './run.ts'

/** A ledger as read, and the month files that its newest lines go into. */
export interface LedgerCommit extends LedgerRead {
  readonly months: readonly { readonly name: string; readonly text: string }[]
}

export const NOTHING_YET: LedgerCommit = { ledger: foldLines([]), lines: [], commit: null, months: [] }

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'git: read of the ledger', said })

async function run(call: string, parameters: readonly string[], options: GitOptions): Promise<Answer<Buffer>> {
  const answer = await git(parameters, options)
  return answer.code === 0 ? known(answer.stdout) : unknown(gitError(call, answer))
}

interface TreeEntry {
  readonly mode: string
  readonly type: string
  readonly object: string
  readonly name: string
}

const readTree = (listing: string): readonly TreeEntry[] =>
  listing
    .split('\0')
    .filter((row) => row !== '')
    .map((row) => {
      const [head = '', name = ''] = [row.slice(0, row.indexOf('\t')), row.slice(row.indexOf('\t') + 1)]
      const [mode = '', type = '', object = ''] = head.split(' ')
      return { mode, type, object, name }
    })

/** More is not read: a record that somebody swelled must not bring down the run that takes. */
export const MOST_BYTES = 536_870_912

/** Bytes of all blobs of a tree, as `ls-tree -l` lists them: `<mode> <type> <object> <size>\t<name>`. */
const bytesIn = (listing: string): number =>
  listing.split('\0').reduce((sum, row) => sum + Number(/^\d+ blob \w+ +(\d+)\t/.exec(row)?.[1] ?? 0), 0)

const MONTH = /^\d{4}-\d{2}\.jsonl$/

/** Reads a commit that is already here. A line that is not ours, or does not follow, makes the whole unknown. */
export async function readLedgerCommit(commit: CommitId, options: GitOptions): Promise<Answer<LedgerCommit>> {
  const listed = await run('read of the ledger', ['ls-tree', '-z', '-l', `${commit}:record`], options)
  if (listed.is === 'unknown') return listed
  const size = bytesIn(listed.value.toString())
  if (size > MOST_BYTES)
    return unknown({
      kind: 'quota',
      call: 'git: read of the ledger',
      said: `it has ${size} bytes, and ${MOST_BYTES} are read`,
    })
  const files = readTree(listed.value.toString()).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const stranger = files.find((file) => file.mode !== '100644' || !MONTH.test(file.name))
  if (stranger !== undefined) return garbage(`record/${stranger.name} is not a file of the record`)
  const months: { readonly name: string; readonly text: string }[] = []
  const lines: RecordLine[] = []
  for (const file of files) {
    const bytes = await run('read of the ledger', ['cat-file', 'blob', file.object], options)
    if (bytes.is === 'unknown') return bytes
    const text = bytes.value.toString('utf8')
    if (!text.endsWith('\n')) return garbage(`record/${file.name} is cut off at its end`)
    for (const [index, written] of text.slice(0, -1).split('\n').entries()) {
      const read = readLine(written)
      if (read.is === 'garbage') return garbage(`record/${file.name}:${index + 1} is ${read.says}`)
      lines.push(read.line)
    }
    months.push({ name: file.name, text })
  }
  const chain = verifyChain(lines)
  if (chain.is === 'broken') return garbage(`the chain is broken at line ${chain.line} of ${lines.length}`)
  return known({ ledger: foldLines(lines), lines, commit, months })
}

const WRITING = 'write of the ledger'

const WHO = { name: 'daypass', email: 'daypass@localhost' }

/** Files that lie beside the record and are no part of it: name at the root of the branch → text. */
export type Beside = ReadonlyMap<string, string>

/** A file beside the record; null: there is none. */
export async function readBeside(commit: CommitId, name: string, options: GitOptions): Promise<Answer<string | null>> {
  const listed = await run('read beside the ledger', ['ls-tree', '-z', '-l', commit, '--', name], options)
  if (listed.is === 'unknown') return listed
  const [file] = readTree(listed.value.toString())
  if (file === undefined || bytesIn(listed.value.toString()) > MOST_BESIDE) return known(null)
  const bytes = await run('read beside the ledger', ['cat-file', 'blob', file.object], options)
  return bytes.is === 'unknown' ? bytes : known(bytes.value.toString('utf8'))
}

/** Bytes; what is larger is no cache of ours. */
const MOST_BESIDE = 8_388_608

export interface Extended extends LedgerCommit {
  readonly commit: CommitId
  readonly appended: readonly RecordLine[]
}

/** Where the commit lies while it is made. */
const NEXT = 'refs/daypass/next'

const counted = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

/** One stream for `git fast-import`, which makes blobs, trees and commit in one process; other files of the branch stay. */
function streamOf(from: CommitId | null, at: Instant, message: string, files: Beside): string {
  const written = [...files].map(([name, text]) => `M 100644 inline ${name}\n${counted(text)}`)
  return [
    `commit ${NEXT}\nmark :1\ncommitter ${WHO.name} <${WHO.email}> ${at} +0000\n`,
    counted(message),
    from === null ? '' : `from ${from}\n`,
    ...written,
    '\nget-mark :1\n',
    // No ref is left: it would be offered to the remote with the next fetch, which does not know it.
    `reset ${NEXT}\nfrom ${'0'.repeat(40)}\n\ndone\n`,
  ].join('')
}

const COMMIT = /^[0-9a-f]{40,64}$/

/** Makes the commit that adds entries to what was read; nothing is sent. */
export async function extendLedger(
  seen: LedgerCommit,
  entries: readonly Entry[],
  at: Instant,
  by: string,
  options: GitOptions,
  beside: Beside = new Map(),
): Promise<Answer<Extended>> {
  const appended = chainOn(seen.ledger.lastDigest, entries, at, by)
  const newest = seen.months.at(-1)?.name ?? ''
  // A clock that went back must not put lines before older ones.
  const name = [`${writeInstant(at).slice(0, 7)}.jsonl`, newest].toSorted().at(-1) ?? newest
  const before = newest === name ? (seen.months.at(-1)?.text ?? '') : ''
  const text = before + appended.map((line) => `${writeLine(line)}\n`).join('')
  const none = entries.length === 0
  const count = entries.length === 1 ? '1 line' : `${entries.length} lines`
  const message = `${none ? [...beside.keys()].join(', ') : count} by run ${by}\n`
  const files = new Map([...(none ? [] : [[`record/${name}`, text] as const]), ...beside])
  const made = await run(WRITING, ['fast-import', '--quiet', '--done', '--force', '--date-format=raw'], {
    ...options,
    input: streamOf(seen.commit, at, message, files),
  })
  if (made.is === 'unknown') return made
  const commit = made.value.toString().trim()
  if (!COMMIT.test(commit)) return unknown({ kind: 'garbage', call: `git: ${WRITING}`, said: 'git named no commit' })
  const lines = [...seen.lines, ...appended]
  const months = none ? seen.months : [...seen.months.filter((month) => month.name !== name), { name, text }]
  return known({ ledger: foldLines(lines), lines, commit: id<'commit'>(commit), months, appended })
}
