// How GitHub and git fill the port of evidence: few questions to GitHub, one transfer of all heads, the rest from git.

import type {
  EvidenceAsked,
  EvidenceSource,
  LandingEvidence,
  PullRequest,
  Repository,
  Review,
} from '../../core/approval/evidence.ts'
import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
import type { CommitId } from '../../core/model/id.ts'
import { besideChain } from '../git/aside.ts'
import { changesOf, mergeBases } from '../git/changes.ts'
import { fetchPullHeads, type GitRepository, type Remote } from '../git/repository.ts'
import type { Where } from './batches.ts'
import type { GithubClient } from './client.ts'
import { commentsOf } from './comments.ts'
import { type Contents, contentsAt, settingsAt, type Wanted } from './contents.ts'
import { droppedOf } from './dropped.ts'
import { issuesOf } from './issues.ts'
import { type Patience, pullsOf, type SaidPull } from './pulls.ts'
import { REPOSITORY } from './queries.ts'
import type { SaidReview } from './reviews.ts'
import { commitIn, countOf, fieldsOf, textOf } from './shapes.ts'

export interface EvidencePlace {
  /** Null: there is no token, and nothing can be known. */
  readonly client: GithubClient | null
  /** Where the default branch was fetched to; pull request heads are fetched there as well. */
  readonly repository: GitRepository
  readonly remote: Remote | null
  /** GITHUB_REPOSITORY (`owner/name`) is read. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly patience?: Patience
}

interface Opened extends Where {
  readonly repository: GitRepository
  readonly remote: Remote
  readonly patience: Patience
}

const PATIENCE: Patience = { waits: [1, 2, 4] }

function opened(place: EvidencePlace): Answer<Opened> {
  const { client, repository, remote, patience = PATIENCE } = place
  const closed = (said: string) => unknown({ kind: 'invalid', call: 'GitHub evidence', said })
  const [owner = '', name = '', ...more] = (place.environment['GITHUB_REPOSITORY'] ?? '').split('/')
  if (owner === '' || name === '' || more.length > 0) return closed('GITHUB_REPOSITORY names no repository')
  if (client === null) return closed('there is no token to ask GitHub with')
  if (remote === null) return closed('there is no address to fetch pull requests from')
  return known({ client, owner, name, repository, remote, patience })
}

type Changes = PullRequest['changes']

const GARBAGE: EdgeError = { kind: 'garbage', call: 'GitHub GraphQL repository', said: 'a repository of another shape' }

async function repositoryOf({ client, owner, name }: Opened): Promise<Answer<Repository>> {
  const reply = await client.graphql('repository', REPOSITORY, { owner, name })
  if (reply.is === 'unknown') return reply
  const wrong = reply.value.errors[0]
  if (wrong !== undefined) return unknown(wrong.error)
  const fields = fieldsOf(fieldsOf(reply.value.data)?.['repository'])
  const branch = fieldsOf(fields?.['defaultBranchRef'])
  const number = countOf(fields?.['databaseId'])
  const defaultBranch = textOf(branch?.['name'])
  const head = commitIn(branch?.['target'])
  return number === null || defaultBranch === null || head === null
    ? unknown(GARBAGE)
    : known({ id: number, defaultBranch, head })
}

/** Everything asked of one landing, however often it was asked for. */
function merged(asked: readonly EvidenceAsked[]): readonly EvidenceAsked[] {
  const byLanding = Map.groupBy(asked, (one) => one.landing)
  return [...byLanding.values()].flatMap((all) => {
    const [first] = all
    if (first === undefined) return []
    const paths = [...new Set(all.flatMap((one) => one.paths))].sort()
    return [{ ...first, paths, settingsUnder: all.find((one) => one.settingsUnder !== null)?.settingsUnder ?? null }]
  })
}

interface Tied {
  readonly asked: EvidenceAsked
  readonly pull: SaidPull
}

/** What each pull request itself changes, in the order given. */
async function ownChanges(repository: GitRepository, tied: readonly Tied[]): Promise<readonly Changes[]> {
  const pairs = tied.flatMap(({ asked, pull }) => (asked.parent === null ? [] : [[asked.parent, pull.head] as const]))
  const met = await mergeBases(repository, pairs)
  let next = 0
  const bases = tied.map(
    ({ asked }): Answer<readonly CommitId[]> => (asked.parent === null ? known([]) : (met[next++] ?? unknown(GARBAGE))),
  )
  const only = (at: number): CommitId | null => {
    const base = bases[at]
    return base?.is === 'known' && base.value.length === 1 ? (base.value[0] ?? null) : null
  }
  const spans = tied.flatMap(({ pull }, at) => (only(at) === null ? [] : [{ from: only(at), to: pull.head }]))
  const changes = await changesOf(repository, spans)
  let nth = 0
  return tied.map((_, at): Changes => {
    const base = bases[at] ?? unknown(GARBAGE)
    if (base.is === 'unknown') return base
    if (only(at) === null) return known({ mergeBases: base.value, paths: [] })
    const paths = changes[nth++] ?? unknown(GARBAGE)
    return paths.is === 'unknown' ? paths : known({ mergeBases: base.value, paths: paths.value })
  })
}

/** Contents at all heads and reviewed commits, each commit and set of paths once. */
async function contentsOf(
  place: Opened,
  tied: readonly Tied[],
): Promise<(asked: EvidenceAsked, commit: CommitId) => Contents> {
  const wanted = new Map<string, Wanted>()
  const key = (asked: EvidenceAsked, commit: CommitId): string => `${asked.landing} ${commit}`
  for (const { asked, pull } of tied) {
    const reviewed = pull.reviews.is === 'known' ? pull.reviews.value : []
    const commits = reviewed.flatMap((review) =>
      review.commit !== null && review.state === 'APPROVED' ? [review.commit] : [],
    )
    for (const commit of [pull.head, ...commits])
      wanted.set(key(asked, commit), { commit, paths: asked.paths, settingsUnder: asked.settingsUnder })
  }
  const contents = await contentsAt(place, place.repository, [...wanted.values()])
  const found = new Map([...wanted.keys()].map((name, at) => [name, contents[at]]))
  return (asked, commit) => found.get(key(asked, commit)) ?? NOT_ASKED
}

/** The bytes under an objection, a comment or a dismissed approval never matter. */
const NOT_ASKED = unknown({ kind: 'invalid', call: 'GitHub GraphQL objects', said: 'not asked for' })

function reviewsOf(reviews: readonly SaidReview[], contents: (commit: CommitId) => Contents): readonly Review[] {
  return reviews.map((review) => ({
    ...review,
    blobs: review.commit === null ? known(new Map()) : contents(review.commit),
  }))
}

async function landingsOf(
  place: Opened,
  all: readonly EvidenceAsked[],
): Promise<ReadonlyMap<CommitId, Answer<LandingEvidence>>> {
  const asked = merged(all)
  if (asked.length === 0) return new Map()
  const { repository } = place
  const said = await pullsOf(
    place,
    asked.map((one) => one.landing),
    { ...place.patience, landedAt: new Map(asked.map((one) => [one.landing, one.at])) },
  )
  const tied = asked.flatMap((one): Tied[] => {
    const pulls = said.get(one.landing)
    return pulls?.is === 'known'
      ? pulls.value.filter((pull) => pull.mergeCommit === one.landing).map((pull) => ({ asked: one, pull }))
      : []
  })
  const fetched = await fetchPullHeads(repository, place.remote, [...new Set(tied.map(({ pull }) => pull.number))])
  const landed = await changesOf(
    repository,
    asked.map((one) => ({ from: one.parent, to: one.landing })),
  )
  const own = fetched.is === 'unknown' ? tied.map(() => fetched) : await ownChanges(repository, tied)
  const contents = await contentsOf(place, tied)
  const changes = new Map(tied.map(({ asked: one, pull }, at) => [`${one.landing} ${pull.number}`, own[at]]))
  const found = new Map<CommitId, Answer<LandingEvidence>>()
  for (const [at, one] of asked.entries()) {
    const pulls = said.get(one.landing) ?? unknown(GARBAGE)
    found.set(
      one.landing,
      known({
        landing: one.landing,
        parent: one.parent,
        at: one.at,
        changes: landed[at] ?? unknown(GARBAGE),
        settings: one.settingsUnder === null ? null : await settingsAt(repository, one.landing, one.settingsUnder),
        pulls:
          pulls.is === 'unknown'
            ? pulls
            : known(
                pulls.value.map(
                  (pull): PullRequest => ({
                    ...pull,
                    changes: changes.get(`${one.landing} ${pull.number}`) ?? NOT_ASKED,
                    headBlobs: contents(one, pull.head),
                    reviews:
                      pull.reviews.is === 'unknown'
                        ? pull.reviews
                        : known(reviewsOf(pull.reviews.value, (commit) => contents(one, commit))),
                  }),
                ),
              ),
      }),
    )
  }
  return found
}

/** Evidence from GitHub and git. Nothing is asked before it is needed; a failed question is unknown, never empty. */
export function githubEvidence(place: EvidencePlace): EvidenceSource {
  const open = opened(place)
  return {
    repository: async () => (open.is === 'unknown' ? open : repositoryOf(open.value)),
    landings: async (asked) =>
      open.is === 'unknown' ? new Map(asked.map((one) => [one.landing, open])) : landingsOf(open.value, asked),
    beside: async (commits) => (open.is === 'unknown' ? open : besideChain(open.value.repository, commits)),
    dropped: async (asked) => (open.is === 'unknown' ? open : droppedOf(open.value, asked)),
    comments: async (ids) =>
      open.is === 'unknown' ? new Map(ids.map((one) => [one, open])) : commentsOf(open.value, ids),
    issues: async (numbers) =>
      open.is === 'unknown' ? new Map(numbers.map((number) => [number, open])) : issuesOf(open.value, numbers),
  }
}
