// How a proof is kept as a list of checks, from which alone the verdict is drawn: what explain shows is what was judged.

import { type Answer, writeEdgeError } from '../model/edge-error.ts'
import type { Refusal } from './proof-verdict.ts'

/** Closed list of what is checked, in this order. */
export const CHECKS = {
  'settings-at-landing': 'Which settings were in force just before it landed?',
  'settings-now': 'Which settings are in force now?',
  'settings-at-head': 'Do the settings at the head validate?',
  evidence: 'Could what GitHub says about the landing be read?',
  merged: 'Did a merged pull request bring it?',
  base: 'Was it merged into the default branch of this repository?',
  landing: 'Was it merged as this very commit?',
  clock: 'Is the landing dated at most five minutes after the merge?',
  changes: 'Is what landed exactly what the pull request changed?',
  alone: 'Does the pull request hold requests only, or settings only?',
  new: 'Was the file absent before?',
  bytes: 'Are the bytes those of the head of the pull request?',
  author: 'Who asked for it?',
  people: 'Is everybody exactly one person of the people map?',
  names: 'Does every name mean now what it meant at the landing?',
  reviews: 'Could all reviews be read?',
  'rules-at-landing': 'Did the rules at the landing allow it?',
  'rules-now': 'Do the rules in force now allow it?',
  'rules-at-head': 'Do the rules at the head allow it?',
  approvals: 'Were all demanded approvals there at the merge?',
} as const

export type CheckName = keyof typeof CHECKS

export type Check = { readonly name: CheckName; readonly says: string } & (
  | { readonly answer: 'yes' }
  | { readonly answer: 'no'; readonly because: Refusal }
  | { readonly answer: 'unknown' }
)

export type Outcome<T> =
  | { readonly is: 'yes'; readonly value: T; readonly says: string }
  | { readonly is: 'no'; readonly because: Refusal; readonly says: string }
  | { readonly is: 'unknown'; readonly says: string }

export const yes = <T>(value: T, says: string): Outcome<T> => ({ is: 'yes', value, says })
export const no = (because: Refusal, says: string) => ({ is: 'no', because, says }) as const
export const unsure = (says: string) => ({ is: 'unknown', says }) as const

export const fromAnswer = <T>(answer: Answer<T>, says: string): Outcome<T> =>
  answer.is === 'known' ? yes(answer.value, says) : unsure(writeEdgeError(answer.because))

/** The checks so far; the first that is not answered with yes ends it. */
export interface Chain {
  readonly checks: readonly Check[]
  /** Notes the check and hands on its value, or undefined where the chain has ended. */
  ask<T>(name: CheckName, outcome: Outcome<T>): T | undefined
}

export function openChain(): Chain {
  const checks: Check[] = []
  return {
    checks,
    ask(name, outcome) {
      if (outcome.is === 'yes') {
        checks.push({ name, says: outcome.says, answer: 'yes' })
        return outcome.value
      }
      checks.push(
        outcome.is === 'no'
          ? { name, says: outcome.says, answer: 'no', because: outcome.because }
          : { name, says: outcome.says, answer: 'unknown' },
      )
      return undefined
    },
  }
}

/** What one pull request, or the evidence as a whole, came to. `value` only where every check said yes. */
export interface Examined<T> {
  /** Null: checks that concern no single pull request. */
  readonly pull: number | null
  readonly checks: readonly Check[]
  readonly value: T | null
}

export type Concluded<T> =
  | { readonly is: 'proved'; readonly value: T }
  | { readonly is: 'refused'; readonly because: Refusal; readonly says: string }
  | { readonly is: 'unknown'; readonly because: string }

/**
 * At least one must carry the whole proof; otherwise one that could not be read leaves it open; otherwise the one that
 * came furthest says why not. Of each the first check that was not answered with yes speaks.
 */
export function conclude<T>(examined: readonly Examined<T>[]): Concluded<T> {
  for (const { value } of examined) if (value !== null) return { is: 'proved', value }
  const stopped = examined.flatMap(({ pull, checks }) => {
    const at = checks.findIndex((check) => check.answer !== 'yes')
    const check = checks[at]
    return check === undefined ? [] : [{ pull, check, at }]
  })
  const open = stopped.find(({ check }) => check.answer === 'unknown')
  if (open !== undefined) return { is: 'unknown', because: spoken(open.pull, open.check.says) }
  const [furthest] = stopped.toSorted((a, b) => b.at - a.at)
  // Nothing proved and nothing amiss cannot be told apart from a check that was forgotten: not given.
  if (furthest?.check.answer !== 'no') return { is: 'unknown', because: 'the checks came to no end' }
  return { is: 'refused', because: furthest.check.because, says: spoken(furthest.pull, furthest.check.says) }
}

const spoken = (pull: number | null, says: string): string => (pull === null ? says : `pull request #${pull}: ${says}`)
