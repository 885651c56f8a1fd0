// Why an item or a request is refused: a closed list of reasons, gravest first.

import type { Place } from '../model/place.ts'

/** `settled`: knowing more about policies could not change it, so it is final even where something is undecided. */
export const REASONS = {
  unreadable: { settled: true, title: 'the request cannot be read with these settings' },
  held: { settled: true, title: 'a hold stops it' },
  denied: { settled: true, title: 'a rule denies it' },
  protected: { settled: true, title: 'it is protected' },
  closing: { settled: true, title: 'the account takes no new access' },
  'not-carried': { settled: true, title: 'the account cannot give this kind of access' },
  'not-requestable': { settled: false, title: 'no rule lets this person ask for it' },
  'not-named': { settled: false, title: 'it could make lasting access, and no rule that names this allows it' },
  'on-behalf': { settled: false, title: 'the rules do not let this person ask for another' },
  'too-long': { settled: false, title: 'it asks for more time than the rules allow' },
  'no-glass': { settled: false, title: 'no rule lets this person break the glass' },
  'no-reason': { settled: false, title: 'the rules demand a reason' },
  'no-ticket': { settled: false, title: 'the rules demand a ticket' },
  wildcards: { settled: false, title: 'the rules let no wildcard name resources' },
  'does-not-end': { settled: false, title: 'the rules demand access that ends by itself' },
  'changes-requested': { settled: false, title: 'an eligible approver asked for changes' },
  'nobody-may-approve': { settled: false, title: 'fewer people may approve than the rules demand' },
} as const

export type ReasonCode = keyof typeof REASONS

export interface Reason {
  readonly code: ReasonCode
  /** With rule names and numbers; may hold text of the author: escape before showing. */
  readonly sentence: string
  readonly at: Place
}

const CODES = Object.keys(REASONS)

/** Gravest first, then by sentence; equal ones once, so that two never tie. */
export function sortReasons(reasons: readonly Reason[]): readonly Reason[] {
  const once = new Map(reasons.map((reason) => [`${CODES.indexOf(reason.code)} ${reason.sentence}`, reason]))
  return [...once.values()].sort(
    (a, b) => CODES.indexOf(a.code) - CODES.indexOf(b.code) || (a.sentence < b.sentence ? -1 : 1),
  )
}
