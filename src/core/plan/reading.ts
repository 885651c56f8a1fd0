// What Git says, read: settings and requests at the head, each request with the version that landed it.

import { everyVersion, versionsOf } from '../approval/landing.ts'
import { readDocuments } from '../documents/documents.ts'
import { isRequestPath } from '../documents/paths.ts'
import type { Kinds } from '../entitlements/kind.ts'
import type { EdgeError } from '../model/edge-error.ts'
import type { Finding } from '../model/finding.ts'
import type { Standing, Version } from '../model/grant.ts'
import type { History, SourceFile } from '../model/history.ts'
import type { CommitId, VersionId } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import { targetsOf } from '../model/targets.ts'
import { later } from '../model/time.ts'

export interface Reading {
  readonly commit: CommitId
  readonly history: History
  /** The head's settings, or, where those cannot be read, the newest that can: then `valid` is false and nothing is given. */
  readonly settings: Settings
  readonly valid: boolean
  /** Why the directory that settings name could not be read; null: it was, or there is none. Then nothing is given. */
  readonly unlisted: EdgeError | null
  readonly standing: readonly Standing[]
  readonly versions: ReadonlyMap<VersionId, Version>
  readonly everyVersion: ReadonlySet<VersionId>
  readonly accounts: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

export interface ToRead {
  readonly directory: string
  readonly files: readonly SourceFile[]
  readonly history: History
  readonly kinds: Kinds
  readonly modes: readonly string[]
  /** The newest settings that can be read, asked for only when the head's cannot. */
  readonly fallback: () => Promise<Settings | null>
  /** Settings as they stood at a commit; null where they cannot be read. */
  readonly settingsAt: (commit: CommitId) => Promise<Settings | null>
}

/** An id is used once: of two files (by path) with the same one the older landing stands, so that nobody can take it over. */
function oneForEachId(standing: readonly Standing[]): readonly Standing[] {
  const oldestFirst = standing.toSorted((a, b) => a.version.landedAt - b.version.landedAt)
  const first = new Map<string, Standing>()
  for (const one of oldestFirst) if (!first.has(one.request.id)) first.set(one.request.id, one)
  return standing.filter((one) => first.get(one.request.id) === one)
}

/** Whether the bundles changed after the landing; the chain is newest first. */
function changedSince({ history, directory }: ToRead, landing: CommitId): boolean {
  const path = directory === '' ? 'bundles.yaml' : `${directory}/bundles.yaml`
  for (const one of history.landings) {
    if (one.commit === landing) return false
    if (one.changes.some((change) => change.path === path)) return true
  }
  return false
}

/** What was given by a bundle stays as it was given, so the bundles of then are needed where they changed. */
async function withBundles(asked: ToRead, settings: Settings, standing: Standing): Promise<Standing> {
  const { request, version } = standing
  const [newest] = asked.history.landings
  const longest = later(version.landedAt, settings.limits.maxDuration)
  const over = newest !== undefined && longest < newest.at && request.when.is === 'default'
  if (over || !request.lines.some((line) => line.asked.is === 'bundle') || !changedSince(asked, version.landing))
    return standing
  const then = await asked.settingsAt(version.landing)
  return then === null ? standing : { ...standing, bundles: then.bundles }
}

/** null: no settings can be read anywhere on the chain. */
export async function readingOf(asked: ToRead): Promise<Reading | null> {
  const { directory, files, history } = asked
  const documents = readDocuments(files, directory, asked.kinds, asked.modes)
  const settings = documents.settings ?? (await asked.fallback())
  if (settings === null) return null
  // What a landed request refers to is judged by the plan, for as long as it matters.
  const readable = new Set(documents.requests.map((request) => request.path))
  const versions = versionsOf(
    history,
    files.filter((file) => isRequestPath(file.path, directory)),
  )
  const standing = oneForEachId(
    documents.requests.flatMap((request): Standing[] => {
      const version = versions.get(request.path)
      return version === undefined ? [] : [{ request, version }]
    }),
  )
  return {
    commit: history.head,
    history,
    settings,
    valid: documents.settings !== null,
    unlisted: null,
    standing: await Promise.all(standing.map((one) => withBundles(asked, settings, one))),
    versions: new Map([...versions.values()].map((version) => [version.id, version])),
    everyVersion: everyVersion(history, directory),
    accounts: new Map(targetsOf(settings).map((target) => [target.name, target.id])),
    findings: documents.findings.filter((finding) => !readable.has(finding.at.file)),
  }
}
