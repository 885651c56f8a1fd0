// What a change of files would come to, told: read on both sides, judged by the base, findings of touched files only.

import type { Opinion } from '../core/approval/decision.ts'
import { areaOf } from '../core/approval/landing.ts'
import { askedIn, bundledIn } from '../core/approval/lint-access.ts'
import { lintSettings } from '../core/approval/lints.ts'
import { holdsAdded, whyNotMerged } from '../core/conversation/mergeable.ts'
import type { Wanted } from '../core/conversation/reviewers.ts'
import { checkRequest, timeFindings } from '../core/documents/check-request.ts'
import { type Documents, readDocuments } from '../core/documents/documents.ts'
import { isRequestPath } from '../core/documents/paths.ts'
import { readSettings, type SettingsRead } from '../core/documents/settings.ts'
import { withDirectory } from '../core/documents/with-directory.ts'
import { KINDS } from '../core/entitlements/index.ts'
import type { Directory } from '../core/model/directory.ts'
import { type Finding, severityOf } from '../core/model/finding.ts'
import type { PathChange, SourceFile } from '../core/model/history.ts'
import type { CommitId, PersonId } from '../core/model/id.ts'
import type { Hold, Settings } from '../core/model/settings.ts'
import type { Instant } from '../core/model/time.ts'
import { foreseen } from '../core/plan/foresee.ts'
import { type Change, preview } from '../core/plan/preview.ts'
import type { Story } from '../core/report/story.ts'
import { storyOfPreview } from '../core/report/story-of-preview.ts'
import { installationChange } from '../install/change.ts'
import { loadKnowledgeFor } from '../knowledge/load.ts'
import { lintAccess } from './access-lints.ts'
import { carriesOf } from './carries.ts'
import { EXIT, type Exit } from './exit.ts'
import { foreseeingModes } from './foreseeing-modes.ts'
import { lookUp, type OpenInventory } from './inventory/looking.ts'
import { MODE_NAMES } from './mode-names.ts'
import type { Requester } from './requester.ts'

export interface ToPreview {
  readonly directory: string
  /** Everything under the directory, before and after. */
  readonly base: readonly SourceFile[]
  readonly files: readonly SourceFile[]
  /** What the change touches, by path. */
  readonly touched: ReadonlyMap<string, PathChange>
  /** null: there is no pull request yet, and it is not said who will open it. */
  readonly author: (settings: Settings) => Requester | null
  readonly opinions: (settings: Settings, paths: readonly string[]) => Promise<(path: string) => readonly Opinion[]>
  /** What the directory said when a run last asked it; null: nobody kept it. */
  readonly people: Directory | null
  /** What there was in the accounts when they were last read: it suggests, and decides nothing. */
  readonly inventory: OpenInventory
  readonly now: Instant
  /** When the pull request was opened; null: there is none yet. */
  readonly openedAt: Instant | null
  readonly head: CommitId | null
  readonly web: string | null
}

interface Read {
  readonly base: Documents
  readonly head: Documents
  /** Paths of settings and holds that the change touches. */
  readonly settings: readonly string[]
}

/** What landed before and stays as it is needs no second reading. */
const withPeople = (read: SettingsRead, people: Directory | null): SettingsRead =>
  read.settings === null || people === null ? read : { ...read, settings: withDirectory(read.settings, people) }

function readBoth({ directory, base, files, touched, people }: ToPreview): Read {
  const settings = [...touched.keys()].filter((path) => ['settings', 'holds'].includes(areaOf(directory, path))).sort()
  let settled: SettingsRead | null = null
  const read = (): SettingsRead => {
    settled ??= withPeople(readSettings(base, directory, KINDS, MODE_NAMES), people)
    return settled
  }
  const before = base.filter(({ path }) => !isRequestPath(path, directory) || touched.has(path))
  const changed = (): SettingsRead => withPeople(readSettings(files, directory, KINDS, MODE_NAMES), people)
  const head = readDocuments(files, directory, KINDS, MODE_NAMES, settings.length === 0 ? read : changed)
  return { base: readDocuments(before, directory, KINDS, MODE_NAMES, read), head, settings }
}

function changeOf({ touched, directory }: ToPreview, { base, head, settings }: Read): Change {
  return {
    added: head.requests.filter((request) => touched.get(request.path)?.before === null),
    edited: head.requests.filter((request) => (touched.get(request.path)?.before ?? null) !== null),
    removed: base.requests.filter((request) => touched.get(request.path)?.after === null),
    settings,
    outside: [...touched.keys()].filter((path) => areaOf(directory, path) === 'outside').sort(),
  }
}

export interface Previewed {
  readonly story: Story
  readonly exit: Exit
  /** Who asks, as `ToPreview.author` knew them. */
  readonly author: PersonId | null
  /** Those of the base, by which it was judged. */
  readonly settings: Settings
  readonly change: Change
  /** Owners who are missing for a change of settings; null: it changes none, or only adds holds. */
  readonly owners: Wanted | null
  /** Why Daypass does not merge it by itself; null: it does. */
  readonly unmerged: string | null
}

/** Holds that the change adds, where that is all it does to settings. */
function addedHolds({ settings }: Change, { base, head }: Read, directory: string): readonly Hold[] | null {
  if (settings.length !== 1 || !settings.every((path) => areaOf(directory, path) === 'holds')) return null
  if (base.settings === null || head.settings === null) return null
  return holdsAdded(base.settings.holds, head.settings.holds)
}

interface Owners {
  readonly approved: readonly PersonId[]
  readonly missing: Wanted | null
}

/** Owners other than the author who approved the very bytes of every settings file that changes. */
function ownersOf(
  change: Change,
  settings: Settings,
  author: PersonId | null,
  opinions: (path: string) => readonly Opinion[],
): Owners {
  const may = settings.owners.people.map(({ value }) => value).filter((owner) => owner !== author)
  const said = (owner: PersonId, path: string): boolean =>
    opinions(path).some(({ person, state }) => person === owner && state === 'approved')
  const approved = may.filter((owner) => change.settings.every((path) => said(owner, path)))
  const approvals = settings.owners.approvals - approved.length
  const people = may.filter((owner) => !approved.includes(owner)).toSorted()
  return { approved, missing: approvals <= 0 ? null : { people, approvals } }
}

/** null: the settings of the base do not validate. */
export async function previewOf(asked: ToPreview): Promise<Previewed | null> {
  const { now } = asked
  const both = readBoth(asked)
  const { base, head } = both
  const { settings } = base
  if (settings === null) return null
  const change = changeOf(asked, both)
  const knowledge = await loadKnowledgeFor([...askedIn(change.added), ...bundledIn(settings)])
  const requester = asked.author(settings)
  const author = requester?.is === 'person' ? requester.person : null
  const opinions = await asked.opinions(settings, [...change.added.map((request) => request.path), ...change.settings])
  const holds = addedHolds(change, both, asked.directory)
  const owners = change.settings.length === 0 || holds !== null ? null : ownersOf(change, settings, author, opinions)
  const seen = await lookUp(asked.inventory, change.added, settings)
  const previewed = preview({
    change,
    settings,
    deciding: { knowledge, carries: carriesOf(), documents: seen.documents, tags: seen.tags },
    author,
    opinions,
    now,
  })
  const steps = foreseen(previewed.requests, settings, foreseeingModes(settings, knowledge), now)
  const bundles = change.settings.length > 0 && head.settings !== null ? bundledIn(head.settings) : []
  const named = [...askedIn(change.added), ...bundles.filter(({ at }) => asked.touched.has(at.file))]
  const findings: readonly Finding[] = [
    // Findings in files that the change does not touch are not its author's business.
    ...head.findings.filter((finding) => asked.touched.has(finding.at.file)),
    ...change.added.flatMap((request) =>
      // Under the same settings all else was said when it was read.
      head.settings === settings ? timeFindings(request, settings, now) : checkRequest(request, settings, now),
    ),
    ...(change.settings.length > 0 && head.settings !== null ? lintSettings(head.settings, knowledge) : []),
    ...(await lintAccess(named, knowledge)),
    ...seen.findings,
  ]
  const story = storyOfPreview({
    preview: previewed,
    steps,
    settings,
    holds,
    installation:
      change.settings.length > 0 && head.settings !== null ? installationChange(settings, head.settings) : [],
    owners: owners?.approved ?? [],
    stranger: requester?.is === 'stranger' ? requester.says : null,
    author,
    findings,
    textsAsOf: seen.asOf,
    now,
    openedAt: asked.openedAt,
    head: asked.head,
    web: asked.web,
  })
  const broken = story.findings.some((finding) => severityOf(finding) === 'error')
  const refused = story.requests.some((request) => request.decision.is === 'refused')
  return {
    story,
    author,
    settings,
    change,
    owners: owners?.missing ?? null,
    unmerged: whyNotMerged({ change, holds, story, author, settings }),
    exit: broken ? EXIT.findings : refused ? EXIT.blocked : EXIT.done,
  }
}
