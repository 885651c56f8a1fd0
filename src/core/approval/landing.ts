// Which commit landed each file, which editions a request ever had, and what of the repository is settings.

import { digest } from '../model/canonical.ts'
import type { Version } from '../model/grant.ts'
import type { History, Landing, PathChange } from '../model/history.ts'
import { type BlobId, type CommitId, id, type RequestId, type VersionId } from '../model/id.ts'

/** What a path of the repository belongs to. Holds are settings that may be added to without approval. */
export type Area = 'requests' | 'holds' | 'settings' | 'outside'

/** `directory` without a slash at its end; empty = the root of the repository. */
export function areaOf(directory: string, path: string): Area {
  const inside = directory === '' ? path : path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : null
  if (inside === null) return 'outside'
  if (inside.startsWith('requests/')) return 'requests'
  return inside === 'holds.yaml' ? 'holds' : 'settings'
}

/** The path is part of it: two files with the same bytes in one landing are two editions. */
export const versionId = (blob: BlobId, landing: CommitId, path: string): VersionId =>
  id<'version'>(digest({ blob, landing, path }))

/** The id of a request is the name of its file; null where the path names no request. */
export function requestIdOf(path: string): RequestId | null {
  const name = /(?:^|\/)([^/]+)\.yaml$/.exec(path)?.[1]
  return name === undefined ? null : id<'request'>(name)
}

/** A change of mode alone lands nothing: its bytes were there before. */
const broughtBy = ({ before, after }: PathChange): BlobId | null =>
  after !== null && after.blob !== before?.blob ? after.blob : null

function versionOf(path: string, blob: BlobId, landing: Landing): Version | null {
  const request = requestIdOf(path)
  return request === null
    ? null
    : { id: versionId(blob, landing.commit, path), request, path, blob, landing: landing.commit, landedAt: landing.at }
}

/**
 * The version of each file: its blob at the head, landed by the newest first-parent commit that gave the path that blob.
 * A file whose history does not lead to its blob has no version, and so cannot be proved.
 */
export function versionsOf(
  history: History,
  files: readonly { readonly path: string; readonly blob: BlobId }[],
): ReadonlyMap<string, Version> {
  const wanted = new Map(files.map((file) => [file.path, file.blob]))
  const versions = new Map<string, Version>()
  for (const landing of history.landings)
    for (const change of landing.changes) {
      const blob = wanted.get(change.path)
      if (blob === undefined || (change.after !== null && broughtBy(change) === null)) continue
      wanted.delete(change.path)
      const version = change.after?.blob === blob ? versionOf(change.path, blob, landing) : null
      if (version !== null) versions.set(change.path, version)
    }
  return versions
}

/** Every edition that any request ever had on the chain, newest first. */
export function allVersions(history: History, directory: string): readonly Version[] {
  return history.landings.flatMap((landing) =>
    landing.changes.flatMap((change) => {
      const blob = broughtBy(change)
      if (areaOf(directory, change.path) !== 'requests' || blob === null) return []
      return versionOf(change.path, blob, landing) ?? []
    }),
  )
}

/** The ids of every edition that ever landed: a mark that names none of them is a stray. */
export const everyVersion = (history: History, directory: string): ReadonlySet<VersionId> =>
  new Set(allVersions(history, directory).map((version) => version.id))

/** Landings that changed settings or holds, newest first. */
export const settingsLandings = (history: History, directory: string): readonly Landing[] =>
  history.landings.filter((landing) =>
    landing.changes.some((change) => ['settings', 'holds'].includes(areaOf(directory, change.path))),
  )
