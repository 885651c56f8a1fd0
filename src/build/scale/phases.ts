// Where the time of a run goes, by what its log says while it runs.

export interface Phase {
  readonly name: string
  /** Seconds. */
  readonly took: number
}

/** A line of the log → what begins with it. */
const BEGINS: readonly (readonly [RegExp, string])[] = [
  [/^Fetching the repository/, 'fetching the repository'],
  [/^Reading the repository/, 'reading requests and record'],
  [/^Looking at the targets/, 'reading the accounts'],
  [/^Looking again/, 'reading the accounts'],
  [/^Proving who approved what/, 'proving, opening the record'],
  [/^Telling/, 'telling'],
  [/^\d+ of \d+ accounts/, 'reading the accounts'],
]

/** A step's line comes when it is done; what comes after the last one is no performing. */
const STEP = /^(done |FAILED |left for later: )/
const PERFORMING = 'performing'

export interface Listener {
  heard(text: string): void
  /** Phases in their order, from the start of the process to its end. */
  phases(): readonly Phase[]
}

interface Mark {
  readonly name: string
  readonly at: number
}

/** `ticks`: milliseconds. The first step's own time counts as proving: its line comes only when it is done. */
export function listen(ticks: () => number): Listener {
  const marks: Mark[] = [{ name: 'starting', at: ticks() }]
  let rest = ''
  let lastStep: number | null = null
  const begin = (name: string, at: number): void => {
    if (marks.at(-1)?.name !== name) marks.push({ name, at })
  }
  const leaveSteps = (): void => {
    if (lastStep !== null) begin('closing the record', lastStep)
    lastStep = null
  }
  return {
    heard(text) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (STEP.test(line)) {
          lastStep = ticks()
          begin(PERFORMING, lastStep)
          continue
        }
        const name = BEGINS.find(([begins]) => begins.test(line))?.[1]
        if (name === undefined) continue
        leaveSteps()
        begin(name, ticks())
      }
    },
    phases() {
      leaveSteps()
      const end = ticks()
      const took = new Map<string, number>()
      for (const [index, { name, at }] of marks.entries())
        took.set(name, (took.get(name) ?? 0) + ((marks[index + 1]?.at ?? end) - at) / 1000)
      return [...took].map(([name, seconds]) => ({ name, took: seconds }))
    },
  }
}
