// What is written at the lines of the files: GitHub's log commands, and the annotations of a check run.

import { FINDINGS, type Finding, type Severity, severityOf, sortFindings } from '../model/finding.ts'
import { commandData, commandProperty, terminal } from './escape.ts'
import { several } from './words.ts'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/** GitHub shows ten of each severity for a step. */
const SHOWN = 10

/** Lines for a job's log; beyond what GitHub shows, the last of a severity says how many there are. */
export function annotationLines(findings: readonly Finding[]): readonly string[] {
  const sorted = sortFindings(findings)
  return (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const these = sorted.filter((finding) => severityOf(finding) === severity)
    const shown = these.length > SHOWN ? these.slice(0, SHOWN - 1) : these
    const left = these.length - shown.length
    const more = `::${COMMANDS[severity]}::${several(left, 'more finding')} of this severity; the report has them all`
    return [...shown.map(annotationLine), ...(left > 0 ? [more] : [])]
  })
}

function annotationLine(finding: Finding): string {
  const { at, message, cure } = finding
  const where = `file=${commandProperty(at.file)},line=${at.line},col=${at.column}`
  const title = commandProperty(FINDINGS[finding.code].title)
  return `::${COMMANDS[severityOf(finding)]} ${where},title=${title}::${commandData([message, cure])}`
}

/** As GitHub's checks API takes it (REST, checks/runs, `output.annotations`). */
export interface CheckAnnotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column: number
  readonly end_column: number
  readonly annotation_level: 'failure' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

const LEVELS: Readonly<Record<Severity, CheckAnnotation['annotation_level']>> = {
  error: 'failure',
  warning: 'warning',
  note: 'notice',
}

/** GitHub takes 50 annotations in one request; the others follow by updates. */
const BATCH = 50

/** All findings as annotations of a check run, errors first, in batches of at most 50. */
export function checkAnnotations(findings: readonly Finding[]): readonly (readonly CheckAnnotation[])[] {
  const sorted = sortFindings(findings)
  const all = (['error', 'warning', 'note'] as const).flatMap((severity) =>
    sorted.filter((finding) => severityOf(finding) === severity).map(checkAnnotation),
  )
  const batches: (readonly CheckAnnotation[])[] = []
  for (let from = 0; from < all.length; from += BATCH) batches.push(all.slice(from, from + BATCH))
  return batches
}

const checkAnnotation = (finding: Finding): CheckAnnotation => ({
  path: finding.at.file,
  start_line: finding.at.line,
  end_line: finding.at.line,
  start_column: finding.at.column,
  end_column: finding.at.column,
  annotation_level: LEVELS[severityOf(finding)],
  title: terminal(FINDINGS[finding.code].title, 255),
  message: [finding.message, finding.cure]
    .filter((text) => text !== '')
    .map((text) => terminal(text, 1000))
    .join('\n'),
})
