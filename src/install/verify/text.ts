// What verify found, for terminals, for GitHub and for programs.

import { code, prose, terminal } from '../../core/report/escape.ts'
import type { Palette } from '../../core/report/palette.ts'
import { type Check, type CheckState, isWell } from '../check.ts'
import type { InstallState } from './account.ts'
import type { Verified } from './verify.ts'

export const SIGNS: Readonly<Record<CheckState, string>> = {
  fine: '✓',
  note: '·',
  missing: '✗',
  differs: '≠',
  danger: '‼',
  unknown: '?',
}

const tone = (palette: Palette, state: CheckState): ((text: string) => string) => {
  if (state === 'danger' || state === 'missing') return palette.bad
  if (state === 'differs' || state === 'unknown') return palette.warn
  return state === 'fine' ? palette.good : palette.faint
}

const DIFFERENCE = 400

export const checkLines = (check: Check, palette: Palette): readonly string[] => [
  tone(palette, check.state)(`  ${SIGNS[check.state]} ${terminal(check.about)}: ${terminal(check.says, 500)}`),
  ...(check.difference ?? []).map((line) => palette.faint(`      ${terminal(line, DIFFERENCE)}`)),
  ...(check.cure === null ? [] : [`      → ${terminal(check.cure, 500)}`]),
]

const named = ({ place }: Verified): string => (place.name === null ? place.id : `${place.name} (${place.id})`)

/** What is well needs no line of its own, unless everything is asked for. */
export const verifyText = (all: readonly Verified[], palette: Palette, shown: 'all' | 'what is not well'): string =>
  all
    .map((one) => {
      const checks = one.checks.filter(({ state }) => shown === 'all' || state !== 'fine')
      const well = one.checks.filter(isWell).length
      const head = `${palette.strong(named(one))} · ${one.parts.join(', ')} · ${stateTone(palette, one.state)(one.state)} · ${well} of ${one.checks.length} checks fine`
      return [head, ...checks.flatMap((check) => checkLines(check, palette))].join('\n')
    })
    .join('\n')

const stateTone = (palette: Palette, state: InstallState): ((text: string) => string) => {
  if (state === 'configured' || state === 'verified') return palette.good
  return state === 'closing' ? palette.faint : palette.bad
}

export function summaryOf(all: readonly Verified[]): string {
  const counted = Map.groupBy(all, ({ state }) => state)
  const parts = [...counted].map(([state, some]) => `${some.length} ${state}`)
  const dangers = all.flatMap(({ checks }) => checks).filter(({ state }) => state === 'danger').length
  return `${all.length} looked at: ${parts.join(', ')}${dangers === 0 ? '' : `; ${dangers} DANGERS`}`
}

/** A bar ends a cell also inside a code span, and whether a backslash before it helps depends on who reads. */
const inCell = (text: string): string => text.replaceAll('|', '‹U+007C›')

export const verifyMarkdown = (all: readonly Verified[]): string =>
  [
    '| account | used as | state | what is not well |',
    '|---|---|---|---|',
    ...all.map((one) => {
      const wrong = one.checks.filter(({ state }) => state !== 'fine')
      const said = wrong.map(
        ({ state, about, says, cure }) =>
          `${SIGNS[state]} ${prose(inCell(about))}: ${prose(inCell(says), 300)}${cure === null ? '' : ` → ${prose(inCell(cure), 300)}`}`,
      )
      return `| ${code(inCell(named(one)))} | ${prose(one.parts.join(', '))} | ${one.state} | ${said.join('<br>')} |`
    }),
    '',
  ].join('\n')

export const isAllWell = (all: readonly Verified[]): boolean => all.every(({ checks }) => checks.every(isWell))
