// Which settings are in force: judged forward from the start, each change by the settings in force just before it.

import { canonicalJson } from '../model/canonical.ts'
import { type Answer, writeEdgeError } from '../model/edge-error.ts'
import type { History, Landing } from '../model/history.ts'
import type { CommitId } from '../model/id.ts'
import type { Hold, Settings } from '../model/settings.ts'
import type { Instant } from '../model/time.ts'
import type { EvidenceAsked, LandingEvidence, Repository } from './evidence.ts'
import { areaOf, settingsLandings } from './landing.ts'
import { examineSettings, mappedOwners, type SettingsExamination } from './proof-settings.ts'
import type { Refusal } from './proof-verdict.ts'

/** `landing`: the commit whose settings these are. `none`: there are none that could allow anything. */
export type InForce =
  | { readonly is: 'known'; readonly settings: Settings; readonly landing: CommitId }
  | { readonly is: 'unknown'; readonly because: string }
  | { readonly is: 'none'; readonly because: string }

export interface Start {
  readonly commit: CommitId
  /** False: nobody pinned it, so whoever can rewrite the branch's history chooses it. */
  readonly pinned: boolean
}

/** A change of settings that gives nothing, until a later proved one takes it in. */
export interface Unproved {
  readonly landing: CommitId
  readonly because: Refusal | 'invalid'
  readonly says: string
}

export interface SettingsInForce {
  /** Just before a landing: after every older landing of the chain. */
  before(landing: CommitId): InForce
  readonly now: InForce
  readonly start: Start | null
  readonly unproved: readonly Unproved[]
  /** How each change after the start was judged, oldest first. */
  readonly examined: ReadonlyMap<CommitId, SettingsExamination>
}

export interface SettingsChain {
  readonly history: History
  /** Without a slash at its end. */
  readonly directory: string
  /** The pinned start; null: the oldest landing of daypass.yaml. */
  readonly start: CommitId | null
}

export interface AskedSettings extends SettingsChain {
  /** Settings at the start and at every landing that `settingsToRead` names; null: they do not validate. */
  readonly settingsAt: ReadonlyMap<CommitId, Answer<Settings | null>>
  /** Evidence of every landing that `settingsToProve` names. */
  readonly evidence: ReadonlyMap<CommitId, Answer<LandingEvidence>>
  readonly repository: Repository
  readonly now: Instant
}

/** The start, or why there is none. */
export function startOf({ history, directory, start }: SettingsChain): Start | { readonly missing: string } {
  if (start !== null)
    return history.landings.some((landing) => landing.commit === start)
      ? { commit: start, pinned: true }
      : {
          missing: `the pinned start ${start} is no commit of the default branch's first-parent chain that changed ${directory || 'the repository'}`,
        }
  const path = directory === '' ? 'daypass.yaml' : `${directory}/daypass.yaml`
  const oldest = history.landings.findLast((landing) =>
    landing.changes.some((change) => change.path === path && change.after !== null),
  )
  return oldest === undefined ? { missing: `${path} never landed` } : { commit: oldest.commit, pinned: false }
}

/** Changes of settings and holds after the start, oldest first. */
function changesAfter(chain: SettingsChain): readonly Landing[] {
  const start = startOf(chain)
  if ('missing' in start) return []
  const at = chain.history.landings.findIndex((landing) => landing.commit === start.commit)
  const later = new Set(chain.history.landings.slice(0, at).map((landing) => landing.commit))
  return settingsLandings(chain.history, chain.directory)
    .filter((landing) => later.has(landing.commit))
    .toReversed()
}

/** Every commit whose settings have to be read: the start and all changes after it, oldest first. */
export function settingsToRead(chain: SettingsChain): readonly CommitId[] {
  const start = startOf(chain)
  return 'missing' in start ? [] : [start.commit, ...changesAfter(chain).map((landing) => landing.commit)]
}

/** What evidence judging the chain takes. */
export const settingsToProve = (chain: SettingsChain): readonly EvidenceAsked[] =>
  changesAfter(chain).map(({ commit, parent, at }) => ({
    landing: commit,
    parent,
    at,
    paths: [],
    settingsUnder: chain.directory,
  }))

const holdKey = (hold: Hold): string => canonicalJson({ ...hold.what })

/** Holds pile up: nothing but a proved change lifts one. The same value comes back where nothing is added. */
function withHolds(settings: Settings, holds: readonly Hold[]): Settings {
  const there = new Set(settings.holds.map(holdKey))
  const missing = holds.filter((hold) => !there.has(holdKey(hold)))
  return missing.length === 0 ? settings : { ...settings, holds: [...settings.holds, ...missing] }
}

function started(asked: AskedSettings, start: Start): InForce {
  const read = asked.settingsAt.get(start.commit)
  if (read === undefined) return { is: 'unknown', because: `the settings at the start ${start.commit} were not read` }
  if (read.is === 'unknown') return { is: 'unknown', because: writeEdgeError(read.because) }
  if (read.value === null) return { is: 'none', because: `the settings at the start ${start.commit} do not validate` }
  if (mappedOwners(read.value).length === 0)
    return { is: 'none', because: `the settings at the start ${start.commit} name no owner of the people map` }
  return { is: 'known', settings: read.value, landing: start.commit }
}

interface Judged {
  readonly state: InForce
  readonly unproved: Unproved | null
  readonly examination: SettingsExamination | null
}

const unreadable = (landing: Landing, because: string): Judged => ({
  state: { is: 'unknown', because: `the change of settings ${landing.commit}: ${because}` },
  unproved: null,
  examination: null,
})

/** What a landing that gives nothing leaves behind: the settings before it, and every hold it adds. */
function ignored(
  state: Extract<InForce, { is: 'known' }>,
  tree: Settings | null,
  landing: Landing,
  directory: string,
): InForce {
  const touchesHolds = landing.changes.some((change) => areaOf(directory, change.path) === 'holds')
  return touchesHolds && tree !== null ? { ...state, settings: withHolds(state.settings, tree.holds) } : state
}

function judge(asked: AskedSettings, state: Extract<InForce, { is: 'known' }>, landing: Landing): Judged {
  const { directory, repository, now } = asked
  const read = asked.settingsAt.get(landing.commit)
  if (read === undefined) return unreadable(landing, 'its settings were not read')
  if (read.is === 'unknown') return unreadable(landing, writeEdgeError(read.because))
  const tree = read.value
  const held = ignored(state, tree, landing, directory)
  const areas = new Set(landing.changes.map((change) => areaOf(directory, change.path)))
  const lifts =
    tree === null || state.settings.holds.some((hold) => !tree.holds.some((one) => holdKey(one) === holdKey(hold)))
  if (!areas.has('settings') && !lifts) return { state: held, unproved: null, examination: null }
  const evidence = asked.evidence.get(landing.commit)
  if (evidence === undefined) return unreadable(landing, 'its evidence was not asked for')
  if (evidence.is === 'unknown') return unreadable(landing, writeEdgeError(evidence.because))
  const examination = examineSettings({ before: state.settings, evidence: evidence.value, repository, directory, now })
  const { concluded } = examination
  if (concluded.is === 'unknown') return { ...unreadable(landing, concluded.because), examination }
  if (concluded.is === 'refused')
    return {
      state: held,
      unproved: { landing: landing.commit, because: concluded.because, says: concluded.says },
      examination,
    }
  if (tree === null)
    return {
      state: held,
      unproved: { landing: landing.commit, because: 'invalid', says: 'it was approved, but does not validate' },
      examination,
    }
  const settings = areas.has('holds') ? tree : withHolds(tree, state.settings.holds)
  return { state: { is: 'known', settings, landing: landing.commit }, unproved: null, examination }
}

/**
 * Judges the chain. What cannot be read makes everything from there on unknown, never older settings; what is not proved
 * is named and gives nothing.
 */
export function settingsInForce(asked: AskedSettings): SettingsInForce {
  const start = startOf(asked)
  if ('missing' in start) {
    const none: InForce = { is: 'none', because: start.missing }
    return { before: () => none, now: none, start: null, unproved: [], examined: new Map() }
  }
  const after = new Map<CommitId, InForce>([[start.commit, started(asked, start)]])
  const unproved: Unproved[] = []
  const examined = new Map<CommitId, SettingsExamination>()
  let state: InForce = started(asked, start)
  for (const landing of changesAfter(asked)) {
    if (state.is !== 'known') break
    const judged: Judged = judge(asked, state, landing)
    state = judged.state
    after.set(landing.commit, state)
    if (judged.unproved !== null) unproved.push(judged.unproved)
    if (judged.examination !== null) examined.set(landing.commit, judged.examination)
  }
  return { before: (landing) => stateBefore(asked, start, after, landing), now: state, start, unproved, examined }
}

function stateBefore(
  asked: AskedSettings,
  start: Start,
  after: ReadonlyMap<CommitId, InForce>,
  landing: CommitId,
): InForce {
  const { landings } = asked.history
  const at = landings.findIndex((one) => one.commit === landing)
  if (at < 0) return { is: 'unknown', because: `${landing} is no landing of the default branch` }
  for (const older of landings.slice(at + 1)) {
    const state = after.get(older.commit)
    if (state !== undefined) return state
  }
  return { is: 'none', because: `${landing} landed before the start ${start.commit}` }
}
