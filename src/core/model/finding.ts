// Something wrong in a document: a closed list of codes, each with its severity and a title people can search for.

import type { Place } from './place.ts'

export type Severity = 'error' | 'warning' | 'note'

interface Code {
  readonly severity: Severity
  readonly title: string
}

export const FINDINGS = {
  'yaml-syntax': { severity: 'error', title: 'Not YAML' },
} as const satisfies Record<string, Code>

export type FindingCode = keyof typeof FINDINGS

export interface Finding {
  readonly code: FindingCode
  readonly at: Place
  /** What is wrong, in one sentence; may hold text of the author: escape before showing. */
  readonly message: string
  /** What to do about it. */
  readonly cure: string
}

export const severityOf = (finding: Finding): Severity => FINDINGS[finding.code].severity

const byPlace = (a: Place, b: Place): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column

export const sortFindings = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => byPlace(a.at, b.at) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
