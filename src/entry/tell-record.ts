// How merged pull requests are told what the record says of them: which are due, what stood in their files, what is said.

import { allVersions } from '../core/approval/landing.ts'
import type { Deciding } from '../core/approval/routing.ts'
import { converse, type Talk, untoldLine } from '../core/conversation/converse.ts'
import type { Forum } from '../core/conversation/gesture.ts'
import { grantsByVersion } from '../core/conversation/news.ts'
import { type Landed, recordView } from '../core/conversation/record-view.ts'
import type { Thread } from '../core/conversation/thread.ts'
import { readRequest } from '../core/documents/request.ts'
import { KINDS } from '../core/entitlements/index.ts'
import { type Answer, writeEdgeError } from '../core/model/edge-error.ts'
import type { Version } from '../core/model/grant.ts'
import type { CommitId, VersionId } from '../core/model/id.ts'
import type { Request } from '../core/model/request.ts'
import type { Instant } from '../core/model/time.ts'
import type { Reading } from '../core/plan/reading.ts'
import type { Ledger } from '../core/report/record.ts'
import { textsOf } from '../edges/git/files.ts'
import { blobSizes } from '../edges/git/objects.ts'
import type { GitRepository } from '../edges/git/repository.ts'
import type { Where } from '../edges/github/batches.ts'
import { pullsOf } from '../edges/github/pulls.ts'

export interface ToTell {
  readonly forum: Forum
  readonly where: Where
  readonly repository: GitRepository
  readonly directory: string
  readonly reading: Reading
  readonly deciding: Deciding
  readonly ledger: Ledger
  readonly due: readonly VersionId[]
  readonly now: Instant
  readonly web: string | null
}

export interface RecordTold {
  /** Due, and not told: the next run does it. */
  readonly untold: readonly VersionId[]
  readonly troubles: readonly string[]
}

/** The pull request of each landing: from the record, else from GitHub. What was pushed has none, and nobody to tell. */
async function numbersOf(asked: ToTell, due: readonly Version[]): Promise<Answer<ReadonlyMap<CommitId, number>>> {
  const known = new Map<CommitId, number>()
  for (const { id, landing } of due) {
    const accepted = asked.ledger.accepted.get(id)
    if (accepted !== undefined) known.set(landing, accepted.pull)
  }
  const others = [...new Set(due.map(({ landing }) => landing))].filter((landing) => !known.has(landing))
  for (const [landing, pulls] of await pullsOf(asked.where, others, { waits: [] })) {
    if (pulls.is === 'unknown') return pulls
    const pull = pulls.value.find((one) => one.merged && one.mergeCommit === landing)
    if (pull !== undefined) known.set(landing, pull.number)
  }
  return { is: 'known', value: known }
}

/** As each edition was written, whether or not its file is still there. */
async function requestsOf(
  { repository, reading }: ToTell,
  versions: readonly Version[],
): Promise<Answer<ReadonlyMap<VersionId, Request>>> {
  const standing = new Map(reading.standing.map(({ version, request }) => [version.id, request]))
  const gone = versions.filter(({ id }) => !standing.has(id))
  const sizes = await blobSizes(
    repository,
    gone.map(({ blob }) => blob),
  )
  if (sizes.is === 'unknown') return sizes
  const entries = gone.map(({ path, blob }) => ({
    path,
    blob,
    mode: '100644',
    type: 'blob' as const,
    bytes: sizes.value.get(blob) ?? 0,
  }))
  const texts = await textsOf(repository, entries)
  if (texts.is === 'unknown') return texts
  const read = entries.flatMap(({ path, blob, mode, bytes }, at): [VersionId, Request][] => {
    const { request } = readRequest({ path, blob, mode, bytes, text: texts.value.get(blob) ?? null }, KINDS)
    const version = gone[at]
    return request === null || version === undefined ? [] : [[version.id, request]]
  })
  return { is: 'known', value: new Map([...standing, ...read]) }
}

const failed = (asked: ToTell, says: string): RecordTold => ({
  untold: asked.due,
  troubles: [`What the record says could not be told on GitHub; the next run does it: ${says}`],
})

/** Never throws for what GitHub says, and never stops a run: what could not be told stays news. */
export async function tellRecord(asked: ToTell): Promise<RecordTold> {
  const { reading, ledger, forum } = asked
  const versions = allVersions(reading.history, asked.directory)
  const wanted = new Set(asked.due)
  const due = versions.filter(({ id }) => wanted.has(id))
  const numbers = await numbersOf(asked, due)
  if (numbers.is === 'unknown') return failed(asked, writeEdgeError(numbers.because))
  if (numbers.value.size === 0) return { untold: [], troubles: [] }
  const [seen, requests] = await Promise.all([
    forum.named([...new Set(numbers.value.values())]),
    requestsOf(
      asked,
      versions.filter(({ landing }) => numbers.value.has(landing)),
    ),
  ])
  if (seen.is === 'unknown') return failed(asked, writeEdgeError(seen.because))
  if (requests.is === 'unknown') return failed(asked, writeEdgeError(requests.because))
  const granted = grantsByVersion(ledger)
  const landedBy = (thread: Thread): readonly Landed[] =>
    versions.flatMap((version): Landed[] => {
      const request = requests.value.get(version.id)
      if (request === undefined || numbers.value.get(version.landing) !== thread.number) return []
      return [
        {
          version,
          request,
          accepted: ledger.accepted.get(version.id) ?? null,
          recorded: {
            granted: granted.get(version.id) ?? [],
            refused: ledger.refused.get(version.id) ?? null,
            trouble: ledger.trouble.get(version.id) ?? null,
            glass: ledger.glass.get(version.id) ?? null,
          },
        },
      ]
    })
  const lost = new Map<number, string>()
  const talks = [...seen.value.threads].flatMap(([number, thread]): Talk[] => {
    if (thread.is === 'unknown') {
      lost.set(number, `Pull request #${number} could not be read: ${writeEdgeError(thread.because)}`)
      return []
    }
    const { deciding, now, web } = asked
    const telling = {
      thread: thread.value,
      landed: landedBy(thread.value),
      settings: reading.settings,
      deciding,
      now,
      web,
    }
    const view = recordView(telling)
    return view === null ? [] : [{ thread: thread.value, view }]
  })
  for (const untold of await converse(forum, seen.value.glance, talks)) lost.set(untold.number, untoldLine(untold))
  return {
    untold: due.filter(({ landing }) => lost.has(numbers.value.get(landing) ?? 0)).map(({ id }) => id),
    troubles: [...lost.values()],
  }
}
