// How the versions a plan wants are proved in one go: settings in force first, then each request under them.

import type { Answer } from '../model/edge-error.ts'
import type { CommitId, VersionId } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import type { Verdict } from './proof-verdict.ts'

export interface Proved {
  readonly verdicts: ReadonlyMap<VersionId, Verdict>
  /** The settings in force now; null when none are known (then nothing is proved either). */
  readonly settings: Settings | null
  readonly alarms: readonly string[]
}

export type SettingsAt = ReadonlyMap<CommitId, Answer<Settings | null>>
