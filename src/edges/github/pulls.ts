// Which pull requests GitHub ties to commits, and everything that was said on them, page by page to the end.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '../../core/approval/evidence.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { CommitId } from '../../core/model/id.ts'
import type { Instant } from '../../core/model/time.ts'
import { askAll, type Where } from './batches.ts'
import { landingsQuery, pullsQuery } from './queries.ts'
import { MOST_PULLS } from './query-parts.ts'
import { allReviews, type Page, pageIn, type SaidReview } from './reviews.ts'
import { actorIn, commitIn, countOf, type Fields, fieldsOf, instantIn, listOf, optional, textOf } from './shapes.ts'

/** A pull request before git was asked. */
export interface SaidPull {
  readonly number: number
  readonly createdAt: Instant
  readonly author: Actor | null
  readonly baseRef: string
  readonly baseRepository: number
  readonly merged: boolean
  readonly mergedAt: Instant | null
  readonly mergeCommit: CommitId | null
  readonly head: CommitId
  readonly reviews: Answer<readonly SaidReview[]>
}

export type PullSoFar = Omit<SaidPull, 'reviews'> & { readonly page: Page }

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'GitHub GraphQL pull requests', said })

function pullFields(fields: Fields): Omit<PullSoFar, 'page'> | null {
  const number = countOf(fields['number'])
  const createdAt = instantIn(fields['createdAt'])
  const baseRef = textOf(fields['baseRefName'])
  const baseRepository = countOf(fieldsOf(fields['baseRepository'])?.['databaseId'])
  const head = commitIn({ oid: fields['headRefOid'] })
  const author = optional(fields['author'], actorIn)
  const mergedAt = optional(fields['mergedAt'], instantIn)
  const mergeCommit = optional(fields['mergeCommit'], commitIn)
  const merged = fields['merged']
  if (
    number === null ||
    createdAt === null ||
    baseRef === null ||
    baseRepository === null ||
    head === null ||
    typeof merged !== 'boolean'
  )
    return null
  if (author === null || mergedAt === null || mergeCommit === null) return null
  return {
    number,
    createdAt,
    baseRef,
    baseRepository,
    head,
    merged,
    author: author.value,
    mergedAt: mergedAt.value,
    mergeCommit: mergeCommit.value,
  }
}

export function pullIn(value: unknown): PullSoFar | null {
  const fields = fieldsOf(value)
  const pull = fields === null ? null : pullFields(fields)
  const page = pageIn(fields?.['reviews'])
  return pull === null || page === null ? null : { ...pull, page }
}

function pullsIn(value: unknown): Answer<readonly PullSoFar[]> {
  const fields = fieldsOf(value)
  if (fields === null)
    return unknown({ kind: 'not-found', call: 'GitHub GraphQL landings', said: 'GitHub does not know the commit' })
  const associated = fieldsOf(fields['associatedPullRequests'])
  const total = countOf(associated?.['totalCount'])
  const nodes = listOf(associated?.['nodes'])
  if (total === null || nodes === null) return garbage('a commit without a list of pull requests')
  if (total > MOST_PULLS || nodes.length !== total)
    return garbage(`${total} pull requests are tied to one commit, of which ${nodes.length} came`)
  const pulls = nodes.map(pullIn)
  return pulls.includes(null)
    ? garbage('a pull request of another shape')
    : known(pulls.filter((pull) => pull !== null))
}

const byTime = (a: SaidReview, b: SaidReview): number =>
  (a.submittedAt ?? Number.MAX_SAFE_INTEGER) - (b.submittedAt ?? Number.MAX_SAFE_INTEGER) || a.id - b.id

export interface Patience {
  /** Seconds to wait, one after the other, while a landing has no pull request yet: GitHub may tie them a little late. */
  readonly waits: readonly number[]
  /** When they landed, by GitHub's clock: what landed long ago has what it will ever have, and is not waited for. */
  readonly landedAt?: ReadonlyMap<CommitId, Instant>
  readonly pause?: (milliseconds: number) => Promise<unknown>
}

/** Seconds; GitHub takes seconds at most, as far as anybody saw. */
const LATE = 300

const mayComeLate = ({ client }: Where, { landedAt }: Patience, commit: CommitId): boolean => {
  const [at, now] = [landedAt?.get(commit), client.serverTime()]
  return at === undefined || now === null || now - at < LATE
}

/** Pull requests tied to each commit, with all their reviews, oldest first. */
export async function pullsOf(
  where: Where,
  commits: readonly CommitId[],
  patience: Patience,
): Promise<ReadonlyMap<CommitId, Answer<readonly SaidPull[]>>> {
  const batch = {
    call: 'landings',
    size: 40,
    query: landingsQuery,
    variables: (commit: CommitId, at: number) => ({ [`oid${at}`]: commit }),
  }
  const found = new Map<CommitId, Answer<readonly PullSoFar[]>>()
  let asked: readonly CommitId[] = [...new Set(commits)]
  for (const wait of [0, ...patience.waits]) {
    if (asked.length === 0) break
    if (wait > 0) await (patience.pause ?? sleep)(wait * 1000)
    const answers = await askAll(where, batch, asked)
    for (const [at, commit] of asked.entries()) {
      const answer = answers[at] ?? garbage('no answer')
      found.set(commit, answer.is === 'unknown' ? answer : pullsIn(answer.value))
    }
    asked = asked.filter((commit) => {
      const pulls = found.get(commit)
      return pulls?.is === 'known' && pulls.value.length === 0 && mayComeLate(where, patience, commit)
    })
  }
  const pulls = new Map(
    [...found.values()]
      .flatMap((answer) => (answer.is === 'known' ? answer.value : []))
      .map((pull) => [pull.number, pull]),
  )
  const reviews = await allReviews(where, pulls)
  return new Map(
    [...found].map(([commit, answer]) => [
      commit,
      answer.is === 'unknown' ? answer : known(answer.value.map((pull) => wholePull(pull, reviews))),
    ]),
  )
}

export function wholePull(
  { page: _page, ...pull }: PullSoFar,
  reviews: ReadonlyMap<number, Answer<readonly SaidReview[]>>,
): SaidPull {
  const all = reviews.get(pull.number) ?? garbage('no reviews')
  return { ...pull, reviews: all.is === 'unknown' ? all : known([...all.value].sort(byTime)) }
}

/** Pull requests by number, open or not, with all their reviews; one that is not there is unknown. */
export async function pullsByNumber(
  where: Where,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Answer<SaidPull>>> {
  const asked = [...new Set(numbers)]
  const batch = {
    call: 'pull requests',
    size: 40,
    query: pullsQuery,
    variables: (number: number, at: number) => ({ [`number${at}`]: number }),
  }
  const answers = await askAll(where, batch, asked)
  const read = asked.map((number, at): [number, Answer<PullSoFar>] => {
    const answer = answers[at] ?? garbage('no answer')
    if (answer.is === 'unknown') return [number, answer]
    const pull = pullIn(answer.value)
    return [number, pull === null ? garbage(`pull request ${number} is not there, or of another shape`) : known(pull)]
  })
  const reviews = await allReviews(
    where,
    new Map(read.flatMap(([number, pull]) => (pull.is === 'known' ? [[number, pull.value] as const] : []))),
  )
  return new Map(
    read.map(([number, pull]) => [number, pull.is === 'unknown' ? pull : known(wholePull(pull.value, reviews))]),
  )
}
