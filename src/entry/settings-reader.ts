// Settings as they stood at earlier commits.

import { isHoldsPath, isSettingsPath } from '../core/documents/paths.ts'
import { readSettings } from '../core/documents/settings.ts'
import { KINDS } from '../core/entitlements/index.ts'
import { type Answer, known } from '../core/model/edge-error.ts'
import type { CommitId } from '../core/model/id.ts'
import type { Settings } from '../core/model/settings.ts'
import { filesAt } from '../edges/git/files.ts'
import type { GitRepository } from '../edges/git/repository.ts'
import { MODE_NAMES } from './mode-names.ts'

export type SettingsAt = (commit: CommitId) => Promise<Answer<Settings | null>>

/** null where they do not validate; each commit is read once. */
export function settingsReader(repository: GitRepository, directory: string): SettingsAt {
  const read = new Map<CommitId, Promise<Answer<Settings | null>>>()
  // Thousands of requests lie beside the settings at every one of their landings.
  const wanted = (path: string): boolean => isSettingsPath(path, directory) || isHoldsPath(path, directory)
  return (commit) => {
    const before = read.get(commit)
    if (before !== undefined) return before
    const reading = filesAt(repository, commit, directory, wanted).then(
      (files): Answer<Settings | null> =>
        files.is === 'unknown' ? files : known(readSettings(files.value, directory, KINDS, MODE_NAMES).settings),
    )
    read.set(commit, reading)
    return reading
  }
}
