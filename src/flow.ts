// The whole product on one screen: read → desire → look → draft → prove → draft again → permit → perform → record → tell.

import type { LaterReview, OpenGlass } from './core/approval/afterwards.ts'
import type { Proved } from './core/approval/proving.ts'
import type { Deciding } from './core/approval/routing.ts'
import { glassOverdue, openGlass } from './core/conversation/alarms.ts'
import { newsIn } from './core/conversation/news.ts'
import { type Answer, writeEdgeError } from './core/model/edge-error.ts'
import { severityOf } from './core/model/finding.ts'
import type { VersionId } from './core/model/id.ts'
import type { Settings } from './core/model/settings.ts'
import type { Instant } from './core/model/time.ts'
import { draftPlan, versionsToProve } from './core/plan/draft.ts'
import { entriesAfter, entriesBefore } from './core/plan/entries.ts'
import { type Drawing, look } from './core/plan/look.ts'
import type { Mode } from './core/plan/mode.ts'
import { performPlan } from './core/plan/perform.ts'
import { NO_DIRECTORY, NO_RECORD, NO_SETTINGS, permit, type Shut, shutOut } from './core/plan/permit.ts'
import { endedOnly, explainedOnly, type Plan, revokingOnly } from './core/plan/plan.ts'
import type { Step, StepOutcome } from './core/plan/provisioner.ts'
import type { Reading } from './core/plan/reading.ts'
import type { Remembering } from './core/plan/remembering.ts'
import { NOTHING_ASKED, type Verdicts } from './core/plan/verdicts.ts'
import type { Knowledge } from './core/policy/knowledge.ts'
import type { Entry, Ledger } from './core/report/record.ts'

/** What a run needs of the world; entry/wiring.ts fills it. */
export interface Ports {
  readonly job: 'apply' | 'expire'
  /** `given`: a clone that may be behind, so strays are left alone. `old`: the repository could not be fetched and an earlier clone is read; then only what its mark calls ended is taken. */
  readonly clone: 'fresh' | 'given' | 'old'
  /** Set where a clone is read that may be at any commit; missing: the default branch itself. */
  readonly from?: 'clone'
  readonly clock: () => Instant
  readonly stopAt: Instant
  readonly knowledge: Knowledge
  /** The default branch: documents at the head, and every version that ever landed. */
  read(): Promise<Answer<Reading>>
  readLedger(): Promise<Answer<Ledger>>
  /** Answers the record with these entries at its end. */
  remember(entries: readonly Entry[]): Promise<Answer<Ledger>>
  /** Who reviewed broken glass by now; null: there is nobody to ask. */
  readonly afterwards:
    | ((glass: readonly OpenGlass[], settings: Settings) => Promise<Answer<readonly LaterReview[]>>)
    | null
  /** Says on GitHub what the record says of these versions; null: there is nobody to say it to. */
  readonly tell: ((run: Run, ledger: Ledger, due: readonly VersionId[]) => Promise<Telling>) | null
  /** Ways of provisioning under these settings; `open` is where the record shows something given. */
  modes(settings: Settings, open: Ledger['open']): Promise<readonly Mode[]>
  /** `heads`: what earlier runs found the default branch at, and when. */
  prove(
    reading: Reading,
    deciding: Deciding,
    versions: ReadonlySet<VersionId>,
    now: Instant,
    heads: Ledger['heads'],
  ): Promise<Proved>
  /** How resources are tagged now; asked for only what rules look at. */
  readonly tags: Drawing['tags']
  told(outcome: StepOutcome, step: Step): void
  stage(says: string): void
}

export interface Telling {
  /** Versions that could not be told: they stay news. */
  readonly untold: readonly VersionId[]
  readonly troubles: readonly string[]
}

export interface Run {
  readonly reading: Reading
  readonly plan: Plan<'live'>
  readonly verdicts: Verdicts
  readonly deciding: Deciding
  readonly outcomes: readonly StepOutcome[]
  /** What must be read in red: lost ledger, unproved settings, unreadable scopes. */
  readonly alarms: readonly string[]
  /** Said in red as well, but no reason to fail. */
  readonly reminders: readonly string[]
  /** As it is when all is done; null: it could not be read, or not be closed. */
  readonly ledger: Ledger | null
}

type Drawn = Pick<Run, 'plan' | 'verdicts' | 'deciding' | 'alarms' | 'reminders'> & { readonly modes: readonly Mode[] }

/** The record is opened before anything is given: what is proved and stands without any record had one. */
const isLost = (ledger: Ledger, plan: Plan<'live'>): boolean => ledger.state === 'new' && plan.unrecorded.length > 0

const alarmOf = (ledger: Answer<Ledger>, plan: Plan<'live'>): readonly string[] =>
  ledger.is === 'unknown'
    ? [`The record could not be read, so nothing is given: ${writeEdgeError(ledger.because)}`]
    : isLost(ledger.value, plan)
      ? ['The record is lost: every holding is proved again.']
      : []

const unlisted = ({ unlisted: because }: Reading): readonly string[] =>
  because === null ? [] : [`The directory could not be read, so nothing is given: ${writeEdgeError(because)}`]

const TAKING = { fresh: revokingOnly<'live'>, given: explainedOnly<'live'>, old: endedOnly<'live'> } as const

/** Why nothing at all may be given, however well it is proved. */
const shutBy = ({ valid, unlisted }: Reading, record: Ledger | null): Shut =>
  record === null ? NO_RECORD : !valid ? NO_SETTINGS : unlisted === null ? null : NO_DIRECTORY

/** Everything up to the plan, with as many proofs as the plan asks for. */
async function draw(ports: Ports, reading: Reading, ledger: Answer<Ledger>): Promise<Drawn> {
  const record = ledger.is === 'known' ? ledger.value : null
  const open = record?.open ?? []
  ports.stage('Looking at the targets')
  const modes = await ports.modes(reading.settings, open)
  const drawing: Drawing = {
    ...reading,
    head: reading.settings,
    modes,
    knowledge: ports.knowledge,
    ledger: record,
    tags: ports.tags,
    now: ports.clock(),
  }
  const looked = await look(drawing, NOTHING_ASKED)
  const unproved = { verdicts: NOTHING_ASKED, deciding: looked.deciding, modes, alarms: [], reminders: [] }
  const drafted = (verdicts: Verdicts): Plan<'live'> => permit(draftPlan(drawing, looked, verdicts), verdicts)
  if (ports.job === 'expire') return { ...unproved, plan: TAKING[ports.clone](drafted(NOTHING_ASKED)) }
  const versions = versionsToProve(drawing, looked)
  if (versions.size === 0) return { ...unproved, plan: drafted(NOTHING_ASKED) }
  const shut = shutBy(reading, record)
  if (shut !== null) return { ...unproved, plan: drafted(shutOut(versions, shut)) }
  ports.stage('Proving who approved what')
  const prove = (those: ReadonlySet<VersionId>): ReturnType<Ports['prove']> =>
    ports.prove(reading, looked.deciding, those, drawing.now, record?.heads ?? new Map())
  const first = await prove(versions)
  // Whoever is refused makes room: nobody waits for another run because of them.
  const all = new Set([...versions, ...versionsToProve(drawing, looked, first.verdicts)])
  const proved = all.size === versions.size ? first : await prove(all)
  if (proved.settings === null || proved.settings === reading.settings)
    return { ...proved, deciding: looked.deciding, modes, plan: drafted(proved.verdicts) }
  ports.stage('Looking again under the settings in force')
  const again: Drawing = { ...drawing, settings: proved.settings, modes: await ports.modes(proved.settings, open) }
  const second = await look(again, proved.verdicts)
  const plan = permit(draftPlan(again, second, proved.verdicts), proved.verdicts)
  return { ...proved, deciding: second.deciding, modes: again.modes, plan }
}

const refusedNow = (verdicts: Verdicts): number =>
  [...verdicts.values()].filter((verdict) => verdict.is === 'refused').length

export const exitOf = (run: Pick<Run, 'plan' | 'verdicts' | 'outcomes' | 'alarms' | 'reading'>): 0 | 1 | 2 | 3 =>
  run.outcomes.some((outcome) => outcome.is === 'failed')
    ? 3
    : run.plan.unread.length + run.alarms.length + run.plan.blocked.length + refusedNow(run.verdicts) > 0
      ? 2
      : run.reading.valid && !run.reading.findings.some((finding) => severityOf(finding) === 'error')
        ? 0
        : 1

/** apply: makes the world what the requests at the head say. expire: the same, cut down to what only takes. */
export async function reconcile(ports: Ports): Promise<Answer<Run>> {
  ports.stage('Reading the repository')
  const read = await ports.read()
  if (read.is === 'unknown') return read
  const { ledger, unlooked } = await lookAfterwards(ports, read.value.settings, await ports.readLedger())
  const drawn = await draw(ports, read.value, ledger)
  const { plan } = drawn
  const broken = ledger.is === 'unknown' ? [] : glassOverdue(ledger.value, plan.now)
  const alarms = [...alarmOf(ledger, plan), ...unlisted(read.value), ...drawn.alarms, ...broken]
  const remembering: Remembering | null =
    ledger.is === 'unknown'
      ? null
      : {
          plan,
          verdicts: drawn.verdicts,
          versions: read.value.versions,
          everyVersion: read.value.everyVersion,
          ledger: ledger.value,
          job: ports.from === undefined ? ports.job : `${ports.job} from a clone`,
          accounts: read.value.accounts,
        }
  const before = remembering === null ? [] : entriesBefore(remembering)
  const opening = before.length === 0 ? null : await ports.remember(before)
  if (opening?.is === 'unknown')
    alarms.push(`The record could not be opened, so nothing is given: ${writeEdgeError(opening.because)}`)
  const opened = opening?.is === 'known'
  const performing = { modes: drawn.modes, clock: ports.clock, stopAt: ports.stopAt, opened, told: ports.told }
  const outcomes = await performPlan(plan, performing)
  const { verdicts, deciding } = drawn
  const reminders = [...drawn.reminders, ...unlooked]
  const run: Run = { reading: read.value, plan, verdicts, deciding, outcomes, alarms, reminders, ledger: null }
  const closing = remembering === null || !opened ? ledger : await close(ports, remembering, run)
  const unclosed =
    opened && closing.is === 'unknown' ? [`The record could not be closed: ${writeEdgeError(closing.because)}`] : []
  const troubles = closing.is === 'unknown' ? [] : await tellNews(ports, run, closing.value)
  return {
    is: 'known',
    value: {
      ...run,
      alarms: [...alarms, ...unclosed],
      reminders: [...run.reminders, ...troubles],
      ledger: closing.is === 'unknown' ? null : closing.value,
    },
  }
}

interface LookedAfterwards {
  readonly ledger: Answer<Ledger>
  readonly unlooked: readonly string[]
}

/** Only while some glass is broken and unreviewed does this cost a question; unread means that it still is. */
async function lookAfterwards(ports: Ports, settings: Settings, ledger: Answer<Ledger>): Promise<LookedAfterwards> {
  const open = ledger.is === 'unknown' ? [] : openGlass(ledger.value)
  if (ports.job !== 'apply' || ports.afterwards === null || open.length === 0) return { ledger, unlooked: [] }
  const seen = await ports.afterwards(open, settings)
  if (seen.is === 'unknown')
    return { ledger, unlooked: [`Reviews of broken glass could not be read: ${writeEdgeError(seen.because)}`] }
  if (seen.value.length === 0) return { ledger, unlooked: [] }
  const written = await ports.remember(seen.value.map((review) => ({ is: 'reviewed', ...review })))
  if (written.is === 'known') return { ledger: written, unlooked: [] }
  return {
    ledger,
    unlooked: [`A review of broken glass could not be written down: ${writeEdgeError(written.because)}`],
  }
}

const close = (ports: Ports, remembering: Remembering, run: Run): Promise<Answer<Ledger>> =>
  ports.remember(entriesAfter(remembering, run.outcomes, exitOf(run)))

/** The record is what is told, whichever run wrote it; what GitHub does not take now stays news for the next run. */
async function tellNews(ports: Ports, run: Run, ledger: Ledger): Promise<readonly string[]> {
  const { due, through } = newsIn(ledger, ports.clock())
  if (ports.tell === null || due.length === 0) return []
  ports.stage('Telling')
  const { untold, troubles } = await ports.tell(run, ledger, due)
  const { news } = ledger.telling
  // What was untold before and is still so was written down then.
  if (untold.length === news.size && untold.every((version) => news.has(version))) return troubles
  const written = await ports.remember([{ is: 'told', through, untold: untold.toSorted() }])
  return written.is === 'known'
    ? troubles
    : [...troubles, `What was told could not be written down: ${writeEdgeError(written.because)}`]
}
