// What a run of mutants came to: scores by folder, survivors, and which of them somebody explained.

import { dirname } from 'node:path'

interface Position {
  readonly line: number
  readonly column: number
}

/** What we read of a report in the mutation-testing elements' schema. */
export interface Measured {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string
        readonly mutants: readonly {
          readonly status: string
          readonly replacement?: string
          readonly location: { readonly start: Position; readonly end: Position }
        }[]
      }
    >
  >
}

/** A mutant by what it is, not by where: lines move. */
export interface Mutant {
  readonly file: string
  readonly from: string
  readonly to: string
}

export interface Explained extends Mutant {
  readonly because: string
}

export interface Survivor extends Mutant {
  readonly line: number
  /** Whether any test ran the code at all. */
  readonly seen: boolean
  readonly because: string | null
}

export interface Score {
  readonly folder: string
  readonly killed: number
  /** Ran into the limit of time or of steps: noticed, too. */
  readonly endless: number
  readonly survived: number
  readonly explained: number
  /** Made while a module loads, so that trying one would take every test; not part of the score. */
  readonly left: number
  /** Did not compile or crashed the runner; not part of the score. */
  readonly broken: number
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function textBetween(source: string, { start, end }: { start: Position; end: Position }): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  return lines
    .map((line, at) =>
      line.slice(at === 0 ? start.column - 1 : 0, at === lines.length - 1 ? end.column - 1 : undefined),
    )
    .join('\n')
}

const isAlive = (status: string): boolean => status === 'Survived' || status === 'NoCoverage'

const same = (one: Mutant, other: Mutant): boolean =>
  one.file === other.file && one.from === other.from && one.to === other.to

export function survivorsOf(measured: Measured, explanations: readonly Explained[]): readonly Survivor[] {
  return Object.entries(measured.files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => isAlive(status))
      .map(({ status, replacement, location }) => {
        const mutant = { file, from: oneLine(textBetween(source, location)), to: oneLine(replacement ?? '') }
        const because = explanations.find((one) => same(one, mutant))?.because ?? null
        return { ...mutant, line: location.start.line, seen: status === 'Survived', because }
      })
      .sort((a, b) => a.line - b.line),
  )
}

/** Explanations of mutants that were tried and did not survive: they explain nothing any more. */
export const idle = (
  explanations: readonly Explained[],
  measured: Measured,
  survivors: readonly Survivor[],
): readonly Explained[] =>
  explanations.filter((one) => one.file in measured.files && !survivors.some((survivor) => same(one, survivor)))

export function scoresOf(measured: Measured, survivors: readonly Survivor[]): readonly Score[] {
  const folders = [...new Set(Object.keys(measured.files).map((file) => dirname(file)))].sort()
  return folders.map((folder) => {
    const states = Object.entries(measured.files)
      .filter(([file]) => dirname(file) === folder)
      .flatMap(([, { mutants }]) => mutants.map(({ status }) => status))
    const count = (status: string): number => states.filter((one) => one === status).length
    const [killed, endless, left] = [count('Killed'), count('Timeout'), count('Ignored')]
    const survived = states.filter(isAlive).length
    return {
      folder,
      killed,
      endless,
      survived,
      explained: survivors.filter(({ file, because }) => dirname(file) === folder && because !== null).length,
      left,
      broken: states.length - killed - endless - survived - left,
    }
  })
}

/** Of a hundred mutants, how many a test noticed; explained ones count as unnoticed. Null where none was tried. */
export const percent = ({
  killed,
  endless,
  survived,
}: Pick<Score, 'killed' | 'endless' | 'survived'>): number | null =>
  killed + endless + survived === 0 ? null : (100 * (killed + endless)) / (killed + endless + survived)

const shown = (score: number | null): string => (score === null ? '–' : `${score.toFixed(1)} %`)

export function summed(scores: readonly Score[]): Score {
  const sum = (key: Exclude<keyof Score, 'folder'>): number => scores.reduce((total, score) => total + score[key], 0)
  return {
    folder: 'all',
    killed: sum('killed'),
    endless: sum('endless'),
    survived: sum('survived'),
    explained: sum('explained'),
    left: sum('left'),
    broken: sum('broken'),
  }
}

const cell = (text: string, width: number): string => text.padStart(width)

export function table(scores: readonly Score[]): string {
  const width = Math.max(6, ...scores.map(({ folder }) => folder.length))
  const row = (folder: string, rest: readonly string[]): string =>
    [folder.padEnd(width), ...rest.map((text) => cell(text, 9))].join(' ')
  const lineOf = (score: Score): string =>
    row(score.folder, [
      shown(percent(score)),
      ...[score.killed, score.endless, score.survived, score.explained, score.left, score.broken].map(String),
    ])
  return [
    row('folder', ['score', 'killed', 'endless', 'survived', 'explained', 'left out', 'broken']),
    ...scores.map(lineOf),
    lineOf(summed(scores)),
  ].join('\n')
}
