// One thing that Daypass says or does on GitHub, as data: made by comparing what should be seen with what is.

import type { Answer } from '../model/edge-error.ts'
import type { CommitId } from '../model/id.ts'
import type { CheckAnnotation } from '../report/annotations.ts'
import type { Glance, NodeId, Seen, Watch } from './thread.ts'

/** `waiting`: not completed, so that a required check holds the merge. */
export type Conclusion = 'success' | 'failure' | 'neutral' | 'waiting'

export interface CheckShown {
  readonly conclusion: Conclusion
  readonly title: string
  readonly summary: string
  readonly annotations: readonly CheckAnnotation[]
}

export type Gesture =
  | { readonly do: 'comment'; readonly on: NodeId; readonly body: string }
  | { readonly do: 'rewrite'; readonly comment: NodeId; readonly body: string }
  | { readonly do: 'check'; readonly head: CommitId; readonly shown: CheckShown }
  | { readonly do: 'label'; readonly on: NodeId; readonly names: readonly string[] }
  | { readonly do: 'unlabel'; readonly on: NodeId; readonly labels: readonly NodeId[] }
  /** `people`: GitHub's numeric ids with the logins they had; who is another by now is not asked. */
  | {
      readonly do: 'ask'
      readonly on: NodeId
      readonly people: readonly { readonly id: number; readonly login: string }[]
    }
  | { readonly do: 'close'; readonly pull: NodeId }
  | {
      readonly do: 'merge'
      readonly pull: NodeId
      readonly head: CommitId
      readonly method: 'squash' | 'merge' | 'rebase'
      readonly headline: string
    }
  | { readonly do: 'open issue'; readonly title: string; readonly body: string }
  | { readonly do: 'rewrite issue'; readonly issue: NodeId; readonly title: string; readonly body: string }
  | { readonly do: 'close issue'; readonly issue: NodeId }

/** What became of a gesture, in the order they were made. */
export type Made = Answer<'made'>

/** The port: what Daypass sees of the conversation on GitHub, and how it takes part. */
export interface Forum {
  /** Everything that is open, counted, in one question. */
  glance(): Promise<Answer<Glance>>
  watch(): Promise<Answer<Watch>>
  /** Every open pull request, oldest first. */
  open(): Promise<Answer<Seen>>
  named(numbers: readonly number[]): Promise<Answer<Seen>>
  /** As few requests as there can be; each gesture succeeds or fails by itself, and is tried once: look again, then try again. */
  make(glance: Glance, gestures: readonly Gesture[]): Promise<readonly Made[]>
}
