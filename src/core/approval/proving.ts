// How the versions a plan wants are proved in one go: settings in force first, then each request under them.

import { type Answer, type EdgeError, unknown, writeEdgeError } from '../model/edge-error.ts'
import type { Standing } from '../model/grant.ts'
import type { History } from '../model/history.ts'
import type { BlobId, CommitId, VersionId } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import type { Instant } from '../model/time.ts'
import { readBehind } from './behind.ts'
import type { EvidenceAsked, EvidenceSource, LandingEvidence, Repository } from './evidence.ts'
import { allVersions } from './landing.ts'
import { type Examination, examineRequest } from './proof.ts'
import type { Verdict } from './proof-verdict.ts'
import type { Deciding } from './routing.ts'
import {
  type InForce,
  type SettingsChain,
  type SettingsInForce,
  type Start,
  settingsInForce,
  settingsToProve,
  settingsToRead,
  startOf,
} from './settings-in-force.ts'

export interface Proved {
  readonly verdicts: ReadonlyMap<VersionId, Verdict>
  readonly examinations: ReadonlyMap<VersionId, Examination>
  /** The settings in force now; null when none are known (then nothing is proved either). */
  readonly settings: Settings | null
  readonly alarms: readonly string[]
  /** Said in red, but no reason to fail a run. */
  readonly reminders: readonly string[]
}

export interface ToProve {
  readonly history: History
  readonly directory: string
  /** The pinned start of the settings. */
  readonly start: CommitId | null
  readonly versions: readonly Standing[]
  /** The head's settings; null when they do not validate. */
  readonly head: Settings | null
  readonly deciding: Deciding
  /** What earlier runs found the default branch at, and when. */
  readonly heads: ReadonlyMap<CommitId, Instant>
  readonly now: Instant
}

export interface Witnesses {
  readonly evidence: EvidenceSource
  /** What a blob of an earlier request says; null: it cannot be read. */
  textOf(blob: BlobId): Promise<string | null>
  /**
   * Settings with what the directory says of people now, of these GitHub accounts too; the same value where they name no
   * directory.
   */
  directory(settings: Settings, accounts: ReadonlySet<number>): Promise<Answer<Settings>>
  /** Settings as they stand at commits; null: they do not validate. */
  settingsAt(commits: readonly CommitId[]): Promise<ReadonlyMap<CommitId, Answer<Settings | null>>>
}

const known = (state: InForce): Settings | null => (state.is === 'known' ? state.settings : null)

function unprovable(asked: ToProve, because: string): Proved {
  const verdicts = asked.versions.map(({ version }): [VersionId, Verdict] => [version.id, { is: 'unknown', because }])
  return { verdicts: new Map(verdicts), examinations: new Map(), settings: null, alarms: [because], reminders: [] }
}

function evidenceAsked(asked: ToProve, chain: SettingsChain): readonly EvidenceAsked[] {
  const parents = new Map(asked.history.landings.map((landing) => [landing.commit, landing]))
  const requests = new Map<CommitId, EvidenceAsked>()
  for (const { version } of asked.versions) {
    const landing = parents.get(version.landing)
    if (landing === undefined) continue
    const before = requests.get(version.landing)
    const paths = [...(before?.paths ?? []), version.path].sort()
    requests.set(version.landing, {
      landing: landing.commit,
      parent: landing.parent,
      at: landing.at,
      paths,
      settingsUnder: null,
    })
  }
  // A landing of both kinds is refused either way; asked as settings it carries the wider evidence.
  for (const one of settingsToProve(chain))
    requests.set(one.landing, { ...one, paths: requests.get(one.landing)?.paths ?? one.paths })
  return [...requests.values()]
}

/** Same files give the same value, places included. */
const spelled = (settings: Settings | null): string =>
  JSON.stringify(settings, (_key, value: unknown) => (value instanceof Map ? [...value] : value))

const remindersOf = ({ start }: SettingsInForce): readonly string[] =>
  start === null || start.pinned
    ? []
    : [`The start of the settings is not pinned: give the input \`start\` the value ${start.commit}`]

function alarmsOf({ now, unproved }: SettingsInForce, history: History): readonly string[] {
  if (now.is !== 'known') return [`No settings are in force: ${now.because}`]
  // What a later proved change took in is settled; the chain is newest first.
  const at = history.landings.findIndex(({ commit }) => commit === now.landing)
  const newer = new Set(history.landings.slice(0, at).map(({ commit }) => commit))
  const open = unproved.filter((one) => newer.has(one.landing))
  return open.map((one) => `The settings change ${one.landing} is not proved and gives nothing: ${one.says}`)
}

function sameRepository(repository: Repository, asked: ToProve): string | null {
  if (repository.head === asked.history.head) return null
  return `GitHub says the default branch is at ${repository.head}, but ${asked.history.head} was read: somebody pushed meanwhile`
}

/** Who owns settings hangs on Git alone; who may ask and approve, on the directory too. */
async function listed(state: InForce, witnesses: Witnesses, reviewers: ReadonlySet<number>): Promise<InForce> {
  if (state.is !== 'known') return state
  const settings = await witnesses.directory(state.settings, reviewers)
  return settings.is === 'known'
    ? { ...state, settings: settings.value }
    : { is: 'unknown', because: `the directory could not be read: ${writeEdgeError(settings.because)}` }
}

/** GitHub accounts of whoever reviewed what is proved: whether they have left is asked of them, not of everybody who may. */
function reviewersOf(
  { versions }: ToProve,
  evidence: ReadonlyMap<CommitId, Answer<LandingEvidence>>,
): ReadonlySet<number> {
  const accounts = new Set<number>()
  for (const { version } of versions) {
    const told = evidence.get(version.landing)
    const pulls = told?.is === 'known' && told.value.pulls.is === 'known' ? told.value.pulls.value : []
    for (const { reviews } of pulls)
      for (const { author } of reviews.is === 'known' ? reviews.value : []) if (author !== null) accounts.add(author.id)
  }
  return accounts
}

const CURE = 'Nothing is given until owners have looked at the settings and requests and pinned a newer `start`'

/** A pinned start is later than whatever owners looked at when they moved it; where none is pinned anybody may date it. */
function headsSince({ history, heads }: ToProve, start: Start): readonly CommitId[] {
  const since = start.pinned ? history.landings.find(({ commit }) => commit === start.commit)?.at : undefined
  return [...heads].filter(([, at]) => since === undefined || at > since).map(([head]) => head)
}

/** Why the chain is not judged although it can be read: it only ever grows, and this one lost something. Null = it did not. */
async function rewritten(
  asked: ToProve,
  start: Start,
  repository: Repository,
  evidence: EvidenceSource,
): Promise<string | null> {
  const unread = (because: EdgeError): string =>
    `what lies beside the default branch could not be read: ${writeEdgeError(because)}`
  const beside = await evidence.beside(headsSince(asked, start))
  if (beside.is === 'unknown') return unread(beside.because)
  const [head] = beside.value
  if (head !== undefined)
    return `A run found the default branch at ${head}, and its first-parent chain does not lead there any more: somebody rewrote the branch, or merged the wrong way round. ${CURE}`
  const dropped = await evidence.dropped({ repository, directory: asked.directory, start: start.commit })
  if (dropped.is === 'unknown') return unread(dropped.because)
  const [first] = dropped.value
  if (first === undefined) return null
  return `The settings change ${first.commit} was merged as pull request #${first.pull}, and the first-parent chain of the default branch does not lead there any more: somebody merged the wrong way round. ${CURE}`
}

/** Reads all evidence once, then judges; whatever could not be read leaves its versions unknown, never refused. */
export async function proveVersions(asked: ToProve, witnesses: Witnesses): Promise<Proved> {
  const { history, directory, start } = asked
  const chain: SettingsChain = { history, directory, start }
  const repository = await witnesses.evidence.repository()
  if (repository.is === 'unknown')
    return unprovable(asked, `GitHub could not be asked: ${writeEdgeError(repository.because)}`)
  const moved = sameRepository(repository.value, asked)
  if (moved !== null) return unprovable(asked, moved)
  const begun = startOf(chain)
  const lost = 'missing' in begun ? null : await rewritten(asked, begun, repository.value, witnesses.evidence)
  if (lost !== null) return unprovable(asked, lost)
  const [settingsAt, evidence, behind] = await Promise.all([
    witnesses.settingsAt(settingsToRead(chain)),
    witnesses.evidence.landings(evidenceAsked(asked, chain)),
    readBehind(
      asked.versions.map(({ request, version }) => ({ request, blob: version.blob })),
      witnesses.evidence,
      { versions: allVersions(history, directory), textOf: witnesses.textOf },
    ),
  ])
  const inForce = settingsInForce({ ...chain, settingsAt, evidence, repository: repository.value, now: asked.now })
  const notAsked = (landing: CommitId): Answer<LandingEvidence> =>
    unknown({ kind: 'garbage', call: 'GitHub evidence', said: `nothing was said of ${landing}` })
  const reviewers = reviewersOf(asked, evidence)
  const now = await listed(inForce.now, witnesses, reviewers)
  const landed = new Map<CommitId, InForce>()
  const examinations: Examination[] = []
  for (const { request, version } of asked.versions) {
    const before = inForce.before(version.landing)
    const atLanding = landed.get(version.landing) ?? (await listed(before, witnesses, reviewers))
    landed.set(version.landing, atLanding)
    examinations.push(
      examineRequest({
        request,
        version,
        evidence: evidence.get(version.landing) ?? notAsked(version.landing),
        repository: repository.value,
        directory,
        settings: { atLanding, now, head: asked.head },
        deciding: asked.deciding,
        behind: behind(request, [known(before), known(inForce.now), asked.head]),
        now: asked.now,
      }),
    )
  }
  const settings = known(now)
  return {
    verdicts: new Map(examinations.map((one) => [one.version.id, one.verdict])),
    examinations: new Map(examinations.map((one) => [one.version.id, one])),
    settings: spelled(settings) === spelled(asked.head) ? asked.head : settings,
    alarms: alarmsOf(inForce, history),
    reminders: remindersOf(inForce),
  }
}
