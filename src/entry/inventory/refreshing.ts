// How the inventory is refreshed: all of it by one job, or a share of it, which another job brings together with the rest.

import { type Contents, isStale, SECTIONS, type Section } from '../../core/inventory/contents.ts'
import { type Part, shareOf } from '../../core/inventory/parts.ts'
import { sayContents, summaryOf, type Told } from '../../core/inventory/summary.ts'
import { type Answer, known, writeEdgeError } from '../../core/model/edge-error.ts'
import type { AwsIntegration, Settings } from '../../core/model/settings.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { DataBranches, Snapshot } from '../../edges/git/data.ts'
import { EXIT } from '../exit.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { type PlaceAsked, type PlaceRead, readPlaces } from './collecting.ts'
import { type Attempt, branchOf, PART, writePartFile } from './part-file.ts'
import { AWS_PLACE, contentsIn, fileOf } from './store.ts'
import { refreshed } from './writing.ts'

export interface RefreshAsked {
  readonly settings: Settings
  readonly branch: string
  /** Names what its jobs put aside. */
  readonly attempt: Attempt
  readonly region: string
  readonly branches: DataBranches
  readonly aws: Aws
  /** The machine's clock, for where AWS does not tell the time. */
  readonly runner: () => Instant
  readonly progress: (done: number, all: number) => void
}

/** Names that no account can have: they hold what lies in none. */
const CENTER = '@identity-center'

/** Beside the accounts, where owners want an inventory: Identity Center, and AWS's own policies, read in any one account. */
function besidesOf({ inventory, identityCenter, accounts }: AwsIntegration): readonly PlaceAsked[] {
  const [first] = accounts
  if (inventory === null || first === undefined) return []
  return [
    { name: AWS_PLACE, sort: 'aws', id: '', account: first.id },
    ...(identityCenter === null
      ? []
      : [{ name: CENTER, sort: 'center' as const, id: '', account: identityCenter.home }]),
  ]
}

export const placesOf = ({ aws }: Settings): readonly PlaceAsked[] =>
  aws === null
    ? []
    : [
        ...besidesOf(aws),
        ...aws.accounts.map(({ name, id }): PlaceAsked => ({ name, sort: 'account', id, account: id })),
      ].toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** Resources only where owners want an inventory. */
const sectionsOf = ({ aws }: Settings): readonly Section[] =>
  SECTIONS.filter((section) => section !== 'resources' || (aws?.inventory ?? null) !== null)

export interface Kept {
  readonly snapshot: Snapshot | null
  readonly contents: Contents | null
}

/** What the branch holds now. An index that cannot be read as ours is none: everything is then new. */
export async function keptOn({ branches, branch }: RefreshAsked): Promise<Answer<Kept>> {
  const snapshot = await branches.open(branch)
  if (snapshot.is === 'unknown') return snapshot
  const contents = await contentsIn(snapshot.value)
  return contents.is === 'unknown' ? contents : known({ snapshot: snapshot.value, contents: contents.value })
}

export async function nowOf({ aws, runner }: RefreshAsked): Promise<Instant> {
  const time = await aws.serverTime()
  return time.is === 'known' ? time.value : runner()
}

const callsOf = (aws: Aws): string =>
  [...aws.calls()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([call, count]) => `${call} ${count}`)
    .join(', ') || 'none'

/** What is old is a failed call; what is merely incomplete is told and no failure. */
export function endOf(told: Told, aws: Aws): JobEnd {
  const stale = Object.values(told.contents.places).some(({ sections }) =>
    SECTIONS.some((section) => isStale(sections[section])),
  )
  const exit = stale ? EXIT.failed : EXIT.done
  return {
    exit,
    story: null,
    markdown: summaryOf(told),
    json: `${JSON.stringify({ exit, changes: told.changes, places: told.contents.places })}\n`,
    says: `${sayContents(told)} · calls: ${callsOf(aws)}`,
  }
}

const unreadable = (what: string, answer: { readonly because: Parameters<typeof writeEdgeError>[0] }): JobEnd =>
  failedEnd(`${what}: ${writeEdgeError(answer.because)}`)

async function readShare(
  asked: RefreshAsked,
  kept: Kept,
  places: readonly PlaceAsked[],
  now: Instant,
): Promise<Answer<readonly PlaceRead[]>> {
  const { aws, region, progress, settings } = asked
  const sections = sectionsOf(settings)
  const center = settings.aws?.identityCenter ?? null
  return readPlaces({ aws, region, center, sections, now, ...kept, progress }, places)
}

export async function refreshWhole(asked: RefreshAsked): Promise<JobEnd> {
  const kept = await keptOn(asked)
  if (kept.is === 'unknown') return unreadable('The inventory could not be read', kept)
  const now = await nowOf(asked)
  const places = placesOf(asked.settings)
  const read = await readShare(asked, kept.value, places, now)
  if (read.is === 'unknown') return unreadable('The inventory could not be read', read)
  return writeDown(asked, kept.value, places, read.value, now)
}

/** Replaces the branch by one commit that holds what was read, and of the rest what was there. */
export async function writeDown(
  asked: RefreshAsked,
  kept: Kept,
  places: readonly PlaceAsked[],
  read: readonly PlaceRead[],
  now: Instant,
): Promise<JobEnd> {
  const { told, files } = refreshed({ now, places, sections: sectionsOf(asked.settings), read, ...kept })
  const written = await asked.branches.replace(asked.branch, kept.snapshot?.commit ?? null, files, now)
  return written.is === 'unknown' ? unreadable('The inventory could not be written', written) : endOf(told, asked.aws)
}

export async function refreshPart(asked: RefreshAsked, part: Part): Promise<JobEnd> {
  const kept = await keptOn(asked)
  if (kept.is === 'unknown') return unreadable('The inventory could not be read', kept)
  const now = await nowOf(asked)
  const places = shareOf(placesOf(asked.settings), part)
  const read = await readShare(asked, kept.value, places, now)
  if (read.is === 'unknown') return unreadable('The inventory could not be read', read)
  const files = new Map(read.value.map(({ name, content }) => [fileOf(name), content]))
  files.set(PART, { bytes: Buffer.from(writePartFile(read.value, now)) })
  const branch = branchOf(asked.branch, asked.attempt, part.number)
  const written = await asked.branches.replace(branch, null, files, now)
  if (written.is === 'unknown') return unreadable('What was read could not be put aside', written)
  return {
    exit: EXIT.done,
    story: null,
    markdown: '',
    json: `${JSON.stringify({ exit: EXIT.done, part: `${part.number}/${part.of}`, places: places.length })}\n`,
    says: `${places.length} accounts read and put aside · calls: ${callsOf(asked.aws)}`,
  }
}
