// Everything that the doctor looks at, gathered before anything is judged.

import type { Answer } from '../../core/model/edge-error.ts'
import type { Finding } from '../../core/model/finding.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { Instant } from '../../core/model/time.ts'
import type { LedgerRead } from '../../core/report/ledger.ts'
import type {
  ActionsMay,
  BranchRules,
  Bypass,
  EnvironmentSeen,
  Protection,
  RepositorySeen,
} from '../../edges/github/safety.ts'
import type { WorkflowFile } from './workflow-file.ts'

export interface BranchFacts {
  readonly branch: string
  readonly rules: Answer<BranchRules>
  readonly bypass: Answer<readonly Bypass[]>
  readonly protection: Answer<Protection>
}

export interface Facts {
  readonly settings: Settings
  /** What reading and judging the settings found. */
  readonly findings: readonly Finding[]
  readonly workflowFiles: readonly WorkflowFile[]
  readonly repository: Answer<RepositorySeen>
  readonly main: BranchFacts
  readonly ledgerBranch: BranchFacts
  readonly environments: Answer<readonly EnvironmentSeen[]>
  readonly secrets: Answer<readonly string[]>
  readonly actions: Answer<ActionsMay>
  readonly workflows: Answer<ReadonlyMap<string, string>>
  readonly collaborators: Answer<ReadonlySet<number>>
  /** Numeric id in people.yaml → the login that it has today; null: there is no such account. */
  readonly logins: ReadonlyMap<number, Answer<string | null>>
  readonly ledger: Answer<LedgerRead>
  readonly now: Instant
}
