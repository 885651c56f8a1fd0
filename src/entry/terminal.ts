// What the user's terminal can show: colours, and progress on the error stream; plain lines where nobody watches.

import { terminal as harmless } from '../core/report/escape.ts'

export interface Terminal {
  readonly out: (text: string) => void
  /** Progress and remarks: never on standard output, where a program may read. */
  readonly note: (text: string) => void
  /** One line that changes while something long goes on; silent in CI. */
  readonly stage: (says: string) => void
  readonly done: () => void
  readonly colours: boolean
}

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stdout: { readonly isTTY?: boolean; write(text: string): boolean }
  readonly stderr: { readonly isTTY?: boolean; write(text: string): boolean }
}

/** https://no-color.org: any value but the empty one switches colours off. */
export const wantsColours = ({ environment, stdout }: Surroundings): boolean =>
  (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb' && stdout.isTTY === true

const CLEAR = '\r\u001b[2K'

export function openTerminal(around: Surroundings): Terminal {
  const live = around.stderr.isTTY === true && (around.environment['CI'] ?? '') === ''
  const started = performance.now()
  let shown = false
  const clear = (): void => {
    if (shown) around.stderr.write(CLEAR)
    shown = false
  }
  return {
    colours: wantsColours(around),
    out: (text) => {
      clear()
      around.stdout.write(`${text}\n`)
    },
    note: (text) => {
      clear()
      around.stderr.write(`${text}\n`)
    },
    stage: (says) => {
      if (!live) return
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      around.stderr.write(`${CLEAR}… ${harmless(says)} (${seconds}s)`)
      shown = true
    },
    done: clear,
  }
}
