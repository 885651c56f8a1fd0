// Whose wish a pull request is: its author's, or that of whoever filled in the form or wrote the comment that had it written.

import type { Answer } from '../model/edge-error.ts'
import type { Version } from '../model/grant.ts'
import type { BlobId, CommitId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import { type Instant, later } from '../model/time.ts'
import type { Actor, AskingComment, FormIssue, PullRequest } from './evidence.ts'
import { fromAnswer, no, type Outcome, yes } from './proof-chain.ts'

/** What an issue form wrote a request from: the bot that settings pin, the issue, and the blob its text compiles to. */
export interface Form {
  readonly bot: number
  readonly issue: Answer<FormIssue>
  readonly blob: BlobId | null
}

/** What a comment had written: the request it extends as it landed, and the blob that both come to. */
export interface Extension {
  readonly bot: number
  readonly comment: Answer<AskingComment>
  /** null: no such request ever landed. */
  readonly extended: { readonly landing: CommitId } | null
  readonly blob: BlobId | null
}

/** Who wrote for whom, as far as the request names one; what it does not name is null. */
export interface Behind {
  readonly form: Form | null
  readonly extension: Extension | null
  /** Seconds that may lie between the asking and the merge: an old wish must not be brought up again. */
  readonly within: number
}

type Landed = Pick<Version, 'blob'>
type Opened = Pick<PullRequest, 'author' | 'mergedAt'>

/** A request as it was brought in, and how long that may have taken. */
interface Brought {
  readonly request: Request
  readonly landed: Landed
  readonly pull: Opened
  readonly within: number
}

const tooOld = (at: Instant, { pull, within }: Brought): boolean =>
  pull.mergedAt !== null && later(at, within) < pull.mergedAt

function authorOfIssue(issue: FormIssue, form: Form, brought: Brought): Outcome<number> {
  const { request, landed } = brought
  const name = `issue #${issue.number}`
  if (issue.number !== request.issue)
    return no('form-issue', `the request names issue #${request.issue}, not #${issue.number}`)
  // One issue, one request: its name could otherwise be chosen anew for every time it is brought up.
  if (request.id !== `issue-${issue.number}`) return no('form-issue', `its file is not named after ${name}`)
  if (issue.author === null || issue.author.type !== 'User')
    return no('form-issue', `nobody is the author of ${name} any more`)
  const author = issue.author.id
  if (issue.editors.some((editor) => editor?.id !== author)) return no('form-issue', `somebody else edited ${name}`)
  if (form.blob !== landed.blob) return no('form-issue', `${name} does not say what the request says`)
  if (tooOld(issue.createdAt, brought)) return no('form-issue', `${name} is too old`)
  return yes(author, `${issue.author.login}, by ${name}`)
}

function authorOfComment(
  comment: AskingComment,
  named: NonNullable<Request['extension']>,
  { extended, blob }: Extension,
  brought: Brought,
): Outcome<number> {
  const { request, landed } = brought
  const name = `comment ${comment.id}`
  if (comment.id !== named.comment) return no('form-issue', `the request does not name ${name}`)
  if (request.id !== `${named.of}-${comment.id}`) return no('form-issue', `its file is not named after ${name}`)
  if (comment.author === null || comment.author.type !== 'User')
    return no('form-issue', `nobody is the author of ${name} any more`)
  if (comment.edited) return no('form-issue', `${name} was edited`)
  if (extended === null || comment.landing !== extended.landing)
    return no('form-issue', `${name} does not stand on the pull request that brought ${named.of}`)
  if (blob !== landed.blob) return no('form-issue', `${name} does not ask for what the request says`)
  if (tooOld(comment.createdAt, brought)) return no('form-issue', `${name} is too old`)
  return yes(comment.author.id, `${comment.author.login}, by ${name}`)
}

/** Anybody may open a pull request that names an issue or a comment; what the bot opened, it compared with them. */
function byBot<T extends Form | Extension>(asked: T | null, opener: Actor): Outcome<T> {
  if (asked === null) return no('form-issue', 'the settings name no bot that may write requests for people')
  return opener.id === asked.bot
    ? yes(asked, opener.login)
    : no('form-issue', `${opener.login} opened it, not the bot that writes requests for people`)
}

function behindForm(form: Form | null, opener: Actor, brought: Brought): Outcome<number> {
  const asked = byBot(form, opener)
  if (asked.is !== 'yes') return asked
  const issue = fromAnswer(asked.value.issue, 'read')
  return issue.is === 'yes' ? authorOfIssue(issue.value, asked.value, brought) : issue
}

function behindComment(
  named: NonNullable<Request['extension']>,
  extension: Extension | null,
  opener: Actor,
  brought: Brought,
): Outcome<number> {
  const asked = byBot(extension, opener)
  if (asked.is !== 'yes') return asked
  const comment = fromAnswer(asked.value.comment, 'read')
  return comment.is === 'yes' ? authorOfComment(comment.value, named, asked.value, brought) : comment
}

/** GitHub's numeric id of the requester. */
export function requesterOf(request: Request, landed: Landed, pull: Opened, behind: Behind): Outcome<number> {
  const { author } = pull
  if (author === null) return no('author-unknown', 'the account that opened it was deleted')
  const brought: Brought = { request, landed, pull, within: behind.within }
  if (request.issue !== null) return behindForm(behind.form, author, brought)
  if (request.extension !== null) return behindComment(request.extension, behind.extension, author, brought)
  return author.type === 'User'
    ? yes(author.id, author.login)
    : no('author-unknown', `${author.login} opened it, which is no person`)
}
