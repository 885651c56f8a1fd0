// A command that somebody wrote as a comment: where it stands, who wrote it, and what came of it.

import type { PersonId } from '../core/model/id.ts'
import type { SaidComment } from '../edges/github/comments.ts'
import type { Desk } from './desk.ts'
import type { JobEnd } from './run-job.ts'

/** What one command came to. `answer`: a sentence for the pull request; null: the reaction says enough. */
export interface Answered {
  readonly is: 'done' | 'refused' | 'failed'
  readonly answer: string | null
  readonly outputs?: JobEnd['outputs']
}

export interface Commanded {
  readonly desk: Desk
  readonly said: SaidComment
  readonly person: PersonId
}
