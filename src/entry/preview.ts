// What a change of files would come to, told: read on both sides, judged by the base, findings of touched files only.

import type { Opinion } from '../core/approval/decision.ts'
import { areaOf } from '../core/approval/landing.ts'
import { lintSettings } from '../core/approval/lints.ts'
import { checkRequest } from '../core/documents/check-request.ts'
import { readDocuments } from '../core/documents/documents.ts'
import { KINDS } from '../core/entitlements/index.ts'
import { type Finding, severityOf } from '../core/model/finding.ts'
import type { PathChange, SourceFile } from '../core/model/history.ts'
import type { CommitId, PersonId } from '../core/model/id.ts'
import type { Settings } from '../core/model/settings.ts'
import type { Instant } from '../core/model/time.ts'
import { type Change, preview } from '../core/plan/preview.ts'
import type { Story } from '../core/report/story.ts'
import { storyOfPreview } from '../core/report/story-of-preview.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { carriesOf } from './carries.ts'
import { EXIT, type Exit } from './exit.ts'
import { MODE_NAMES } from './mode-names.ts'

export interface ToPreview {
  readonly directory: string
  /** Everything under the directory, before and after. */
  readonly base: readonly SourceFile[]
  readonly files: readonly SourceFile[]
  /** What the change touches, by path. */
  readonly touched: ReadonlyMap<string, PathChange>
  readonly author: (settings: Settings) => PersonId | null
  readonly opinions: (settings: Settings, paths: readonly string[]) => Promise<(path: string) => readonly Opinion[]>
  readonly now: Instant
  readonly head: CommitId | null
  readonly web: string | null
}

const read = (files: readonly SourceFile[], directory: string) => readDocuments(files, directory, KINDS, MODE_NAMES)

function changeOf(asked: ToPreview, base: ReturnType<typeof read>, head: ReturnType<typeof read>): Change {
  const { touched, directory } = asked
  return {
    added: head.requests.filter((request) => touched.get(request.path)?.before === null),
    edited: head.requests.filter((request) => (touched.get(request.path)?.before ?? null) !== null),
    removed: base.requests.filter((request) => touched.get(request.path)?.after === null),
    settings: [...touched.keys()].filter((path) => ['settings', 'holds'].includes(areaOf(directory, path))).sort(),
  }
}

/** null: the settings of the base do not validate. */
export async function previewOf(asked: ToPreview): Promise<{ readonly story: Story; readonly exit: Exit } | null> {
  const { directory, now } = asked
  const base = read(asked.base, directory)
  const head = read(asked.files, directory)
  const { settings } = base
  if (settings === null) return null
  const knowledge = await loadKnowledge()
  const change = changeOf(asked, base, head)
  const author = asked.author(settings)
  const previewed = preview({
    change,
    settings,
    deciding: { knowledge, carries: carriesOf(), documents: new Map() },
    author,
    opinions: await asked.opinions(settings, change.added.map((request) => request.path)),
    now,
  })
  const findings: readonly Finding[] = [
    // Findings in files that the change does not touch are not its author's business.
    ...head.findings.filter((finding) => asked.touched.has(finding.at.file)),
    ...change.added.flatMap((request) => checkRequest(request, settings, now)),
    ...(change.settings.length > 0 && head.settings !== null ? lintSettings(head.settings, knowledge) : []),
  ]
  const story = storyOfPreview({ preview: previewed, settings, author, findings, now, head: asked.head, web: asked.web })
  const broken = story.findings.some((finding) => severityOf(finding) === 'error')
  const refused = story.requests.some((request) => request.decision.is === 'refused')
  return { story, exit: broken ? EXIT.findings : refused ? EXIT.blocked : EXIT.done }
}
