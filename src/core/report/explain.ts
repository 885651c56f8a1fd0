// How the whole chain of a request is told: every edition that landed, each check with its answer, and what was given.

import type { Examination } from '../approval/proof.ts'
import type { Check, Examined } from '../approval/proof-chain.ts'
import { CHECKS } from '../approval/proof-chain.ts'
import type { Proof, Verdict } from '../approval/proof-verdict.ts'
import { type Answer, writeEdgeError } from '../model/edge-error.ts'
import type { Version } from '../model/grant.ts'
import { writeInstant } from '../model/time.ts'
import type { Effect } from '../plan/provisioner.ts'
import { jsonText, terminal } from './escape.ts'
import type { LedgerRead } from './ledger.ts'
import type { Palette } from './palette.ts'
import type { Entry, RecordLine } from './record.ts'
import { REFUSED, WITHDRAWN } from './words.ts'

export interface Edition {
  readonly version: Version
  /** Whether it is the one at the head now. */
  readonly atHead: boolean
  readonly examination: Examination | null
  readonly verdict: Verdict
}

export interface Explained {
  readonly id: string
  /** Newest first. */
  readonly editions: readonly Edition[]
  readonly record: Answer<LedgerRead>
  readonly remarks: readonly string[]
}

const MARKS: Readonly<Record<Check['answer'], { readonly sign: string; readonly paint: keyof Palette }>> = {
  yes: { sign: '✓', paint: 'good' },
  no: { sign: '✗', paint: 'bad' },
  unknown: { sign: '?', paint: 'warn' },
}

/** Of runs as a whole: they speak of no edition. */
type Told = Exclude<Entry, { is: 'opened' | 'told' | 'closed' }>
type ToldLine = RecordLine & { readonly entry: Told }

function concerns(line: RecordLine, version: Version): line is ToldLine {
  const { entry } = line
  switch (entry.is) {
    case 'opened':
    case 'told':
    case 'closed':
      return false
    case 'granted':
      return entry.grants.some((one) => one.version === version.id)
    case 'failed':
      return entry.versions.includes(version.id)
    case 'ended':
    case 'claimed':
      return entry.versions.some((one) => version.id.startsWith(one))
    default:
      return entry.version === version.id
  }
}

/** What the record says of an edition; ends of a holding that it was granted through count as its own. */
function linesAbout(record: Answer<LedgerRead>, version: Version): readonly ToldLine[] {
  if (record.is === 'unknown') return []
  const holdings = new Set<string>()
  return record.value.lines.filter((line): line is ToldLine => {
    const { entry } = line
    if (entry.is === 'granted' && concerns(line, version)) holdings.add(entry.holding)
    return concerns(line, version) || (entry.is === 'ended' && holdings.has(entry.holding))
  })
}

const FAILED: Readonly<Record<Effect, string>> = { gives: 'given', takes: 'taken away', prepares: 'prepared' }

const SAYS: { readonly [K in Told['is']]: (entry: Extract<Told, { readonly is: K }>) => string } = {
  proved: ({ pull, rule, reviews }) =>
    `proved: pull request #${pull}, rule ${rule}, reviews ${reviews.join(', ') || 'none needed'}`,
  refused: ({ says }) => `refused: ${says}`,
  granted: ({ target, until }) => `given in ${target} until ${writeInstant(until)}`,
  ended: ({ target, because }) => `ended in ${target}: ${because}`,
  claimed: ({ target }) => `claimed in ${target}`,
  failed: ({ does, target, says }) => `could not be ${FAILED[does]} in ${target}: ${says}`,
  blocked: ({ because }) => `not given for now: ${because}`,
  had: ({ says }) => `nothing to give: ${says}`,
  withdrawn: () => `nothing was given: ${WITHDRAWN}`,
  brokeGlass: ({ pull, by, until }) =>
    `glass broken by pull request #${pull}: ${by.join(', ')} must review it until ${writeInstant(until)}`,
  reviewed: ({ by, verdict }) => `reviewed afterwards: ${by} ${verdict}`,
}

const sayOf = <K extends Told['is']>(entry: Extract<Told, { readonly is: K }> & { readonly is: K }): string =>
  SAYS[entry.is](entry)

const recordText = ({ at, entry }: ToldLine): string => `${writeInstant(at)} ${sayOf(entry)}`

function checkLines({ pull, checks }: Examined<Proof>, palette: Palette): readonly string[] {
  const head = pull === null ? [] : [palette.strong(`  pull request #${pull}`)]
  return [
    ...head,
    ...checks.map((check) => {
      const { sign, paint } = MARKS[check.answer]
      return `    ${palette[paint](sign)} ${CHECKS[check.name]} ${palette.faint(terminal(check.says, 400))}`
    }),
  ]
}

function verdictText(verdict: Verdict, palette: Palette): string {
  if (verdict.is === 'proved')
    return palette.good(`proved by pull request #${verdict.proof.pull} under rule ${terminal(verdict.proof.rule)}`)
  if (verdict.is === 'unknown') return palette.warn(`not known: ${terminal(verdict.because, 400)}`)
  return palette.bad(`refused: ${terminal(verdict.says, 400)}`)
}

function editionText(
  { version, atHead, examination, verdict }: Edition,
  record: Answer<LedgerRead>,
  palette: Palette,
): string {
  const cure = verdict.is === 'refused' ? [`  → ${REFUSED[verdict.because].cure}`] : []
  return [
    palette.strong(`${terminal(version.path)}${atHead ? '' : ' (not at the head any more)'}`),
    `  landed ${writeInstant(version.landedAt)} by commit ${version.landing}`,
    `  bytes  ${version.blob}   edition ${version.id.slice(0, 16)}…`,
    ...(examination?.examined ?? []).flatMap((one) => checkLines(one, palette)),
    `  ${verdictText(verdict, palette)}`,
    ...cure,
    ...linesAbout(record, version).map((line) => palette.faint(`  record ${terminal(recordText(line), 400)}`)),
  ].join('\n')
}

export function explainText(explained: Explained, palette: Palette): string {
  const { editions, record, remarks } = explained
  const none = editions.length === 0 ? [palette.warn(`No request named ${terminal(explained.id)} ever landed.`)] : []
  const unread =
    record.is === 'unknown'
      ? [palette.warn(`The record was not read: ${terminal(writeEdgeError(record.because), 400)}`)]
      : []
  return `${[...none, ...editions.map((one) => editionText(one, record, palette)), ...unread, ...remarks.map((one) => palette.warn(terminal(one, 600)))].join('\n\n')}\n`
}

export const explainJson = ({ id, editions, record, remarks }: Explained): string =>
  jsonText({
    id,
    editions: editions.map(({ version, atHead, examination, verdict }) => ({
      version: version.id,
      path: version.path,
      blob: version.blob,
      landing: version.landing,
      landedAt: writeInstant(version.landedAt),
      atHead,
      verdict,
      checks: (examination?.examined ?? []).map(({ pull, checks }) => ({ pull, checks })),
      record: linesAbout(record, version),
    })),
    remarks: [...remarks, ...(record.is === 'unknown' ? [writeEdgeError(record.because)] : [])],
  })
