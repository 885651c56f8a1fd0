// Which of the calls go wrong, and how.

import type { Call, Refusal } from './protocol.ts'

/** Which calls a rule means; what is left out matches everything. Texts match whole, or by RegExp. */
export interface Matching {
  readonly part?: string | RegExp
  readonly op?: string | RegExp
  readonly where?: string | RegExp
  readonly writes?: boolean
  /** Only the n-th matching call since the rule was added, 1-based. */
  readonly nth?: number
  /** Every k-th matching call. */
  readonly every?: number
}

export type Mishap =
  /** The connection is cut before the call has its effect. */
  | 'fail-before'
  /** The call has its effect, the reply is lost. */
  | 'fail-after'
  /** The vendor's own "too fast"; no effect. */
  | 'throttle'
  /** No answer until the client gives up or the sandbox closes; no effect. */
  | 'hang'
  /** Status 200 with a body that is no answer; no effect. */
  | 'garbage'
  /** The vendor's error with this status and code; no effect. */
  | { readonly status: number; readonly code: string; readonly message?: string }

export interface FaultRule {
  readonly when: Matching
  readonly do: Mishap
  /** How often it happens at most; without it there is no bound. */
  readonly times?: number
}

export interface Faults {
  /** Counting starts here: `nth` and `every` count calls that arrive after this. */
  add(...rules: readonly FaultRule[]): void
  clear(): void
}

export interface OpenFaults extends Faults {
  /** Counts the call for every rule and says what happens to it: the first rule that fires decides. */
  strike(call: Call): Mishap | null
}

const means = (pattern: string | RegExp | undefined, text: string): boolean =>
  pattern === undefined || (typeof pattern === 'string' ? pattern === text : pattern.test(text))

const matches = (when: Matching, call: Call): boolean =>
  means(when.part, call.part) &&
  means(when.op, call.op) &&
  means(when.where, call.where) &&
  (when.writes === undefined || when.writes === call.writes)

const due = (when: Matching, count: number): boolean =>
  (when.nth === undefined || count === when.nth) && (when.every === undefined || count % when.every === 0)

interface Counted {
  readonly rule: FaultRule
  readonly seen: number
  readonly fired: number
}

export const openFaults = (): OpenFaults => {
  let rules: readonly Counted[] = []
  return {
    add: (...added) => {
      rules = [...rules, ...added.map((rule) => ({ rule, seen: 0, fired: 0 }))]
    },
    clear: () => {
      rules = []
    },
    strike: (call) => {
      let mishap: Mishap | null = null
      rules = rules.map((counted) => {
        const { rule, fired } = counted
        if (!matches(rule.when, call)) return counted
        const seen = counted.seen + 1
        if (mishap !== null || !due(rule.when, seen) || fired >= (rule.times ?? Number.POSITIVE_INFINITY))
          return { rule, seen, fired }
        mishap = rule.do
        return { rule, seen, fired: fired + 1 }
      })
      return mishap
    },
  }
}

export const refusalOf = (mishap: Exclude<Mishap, string>): Refusal => ({
  status: mishap.status,
  code: mishap.code,
  message: mishap.message ?? `The sandbox was told to answer ${mishap.code}.`,
})
