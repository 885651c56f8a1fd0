// The verdict on how a version landed, with its reason named.

import type { PersonId, VersionId } from '../model/id.ts'
import type { Instant, Window } from '../model/time.ts'

/** Closed list of reasons for which a version is refused for good. */
export const REFUSALS = {
  'no-pull-request': 'no merged pull request brought it to the default branch',
  'other-base': 'the pull request was merged into another branch or repository',
  'not-this-landing': 'the pull request was merged as another commit',
  'changes-differ': 'what landed is not what the pull request changed',
  edited: 'the file existed before: merged requests do not change',
  mixed: 'the pull request changes requests and settings together',
  'bytes-differ': 'the bytes at the head are not the bytes that were reviewed',
  'author-unknown': 'the author of the pull request is not in the people map',
  'author-not-requester': 'the author may not ask for this person',
  'beneficiary-unknown': 'the person it is for is not in the people map',
  'ambiguous-person': 'a GitHub account maps to several people',
  'approvals-missing': 'the approvals that the rules demand were not there at the merge',
  'changes-requested': 'an eligible approver asked for changes',
  'rules-at-landing': 'the rules in force at the landing do not allow it',
  'rules-now': 'the rules in force now do not allow it',
  'rules-at-head': 'the rules at the head do not allow it',
  'resolves-otherwise': 'a name means something else now than at the landing',
  clock: 'the landing is dated too far from its merge',
  'form-issue': 'the issue it was written from does not say the same',
  bootstrap: 'no settings are in force that could allow anything',
} as const

export type Refusal = keyof typeof REFUSALS

export interface Proof {
  readonly version: VersionId
  readonly pull: number
  readonly author: number
  readonly reviews: readonly { readonly id: number; readonly author: number }[]
  readonly mergedAt: Instant
  /** Which grants may be given until when, as every settings that judged it have it. */
  readonly window: Window
  readonly way: string
  readonly rule: string
  /** Whoever must review broken glass, and until when; null: nothing was broken. */
  readonly afterwards: { readonly by: readonly PersonId[]; readonly until: Instant } | null
  /** Commit of the settings landing that judged it; the start commit when no later one is proved. */
  readonly settingsAtLanding: string
  readonly settingsNow: string
}

export type Verdict =
  | { readonly is: 'proved'; readonly proof: Proof }
  | { readonly is: 'refused'; readonly because: Refusal; readonly says: string }
  /** Could not be read: nothing is given, asked again until `claimWithin`. */
  | { readonly is: 'unknown'; readonly because: string }
