// What can befall a run at one of its calls.

import type { JournalEntry } from '../../src/sandbox/journal.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'

/** A call of a run: the `nth` of this name there. Lanes work side by side, so its number among all calls says nothing. */
export interface CallOf {
  readonly part: string
  readonly op: string
  readonly where: string
  readonly nth: number
  readonly writes: boolean
}

export const nameOf = ({ part, op, where, nth }: CallOf): string => `${part}:${op} in ${where} (${nth})`

/** Every call of a run, in the order of the journal. */
export function callsIn(entries: readonly JournalEntry[]): readonly CallOf[] {
  const seen = new Map<string, number>()
  return entries.map(({ part, op, where, writes }) => {
    const key = `${part} ${op} ${where}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return { part, op, where, writes, nth }
  })
}

/** Arranges it on a sandbox; answers whether it has come to pass. */
type Arrange = (sandbox: Sandbox, call: CallOf) => () => boolean

const ONCE = ['fail-before', 'fail-after', 'hang', 'throttle', 'garbage'] as const

const strike =
  (mishap: (typeof ONCE)[number]): Arrange =>
  (sandbox, call) => {
    const { part, op, where, nth } = call
    const since = sandbox.journal.entries().at(-1)?.n ?? 0
    sandbox.faults.add({ when: { part, op, where, nth }, do: mishap, times: 1 })
    return () => sandbox.journal.since(since).some(({ error }) => error === mishap)
  }

/** The runner dies at the call: nothing that it still sends arrives. */
const die =
  (mishap: 'fail-before' | 'fail-after'): Arrange =>
  (sandbox, call) => {
    const struck = strike(mishap)(sandbox, call)
    // Asked with every call that no rule before it took: from the first one after the blow on it says yes.
    const fromThenOn = { test: struck }
    sandbox.faults.add({ when: { part: Object.assign(/./, fromThenOn) }, do: 'fail-before' })
    return struck
  }

export const HARDSHIPS = {
  'fail-before': strike('fail-before'),
  'fail-after': strike('fail-after'),
  hang: strike('hang'),
  throttle: strike('throttle'),
  garbage: strike('garbage'),
  'dies before': die('fail-before'),
  'dies after': die('fail-after'),
} as const satisfies Readonly<Record<string, Arrange>>

export type Hardship = keyof typeof HARDSHIPS

const NAMES = Object.keys(HARDSHIPS).filter((name): name is Hardship => Object.hasOwn(HARDSHIPS, name))

/**
 * A read has no effect that its failing could come after, and a runner that dies at one leaves what it leaves at its next
 * write, or after its last: each of these is tried there.
 */
const NOT_OF_READS: ReadonlySet<Hardship> = new Set(['fail-after', 'dies before', 'dies after'])
const OF_READS = NAMES.filter((name) => !NOT_OF_READS.has(name))

export const hardshipsOf = ({ writes }: CallOf): readonly Hardship[] => (writes ? NAMES : OF_READS)
