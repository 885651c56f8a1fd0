// What Git says, read: settings and requests at the head, each request with the version that landed it.

import type { Settings } from '../model/settings.ts'
import type { Standing, Version } from '../model/grant.ts'
import type { CommitId, VersionId } from '../model/id.ts'
import type { Finding } from '../model/finding.ts'
import type { History } from '../model/history.ts'

export interface Reading {
  readonly commit: CommitId
  readonly history: History
  /** The head's settings, or, where those cannot be read, the newest that can: then `valid` is false and nothing is given. */
  readonly settings: Settings
  readonly valid: boolean
  readonly standing: readonly Standing[]
  readonly versions: ReadonlyMap<VersionId, Version>
  readonly everyVersion: ReadonlySet<VersionId>
  readonly accounts: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}
