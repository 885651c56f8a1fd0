// Whose wish a pull request is: its author's, or that of whoever filled in the form or wrote the comment that had it written.

import type { Answer } from '../model/edge-error.ts'
import type { Version } from '../model/grant.ts'
import type { BlobId, CommitId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import { type Instant, later } from '../model/time.ts'
import type { AskingComment, FormIssue, PullRequest } from './evidence.ts'
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

const tooOld = (at: Instant, within: number, pull: Opened): boolean =>
  pull.mergedAt !== null && later(at, within) < pull.mergedAt

function authorOfIssue(
  issue: FormIssue,
  request: Request,
  landed: Landed,
  pull: Opened,
  form: Form,
  within: number,
): Outcome<number> {
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
  if (tooOld(issue.createdAt, within, pull)) return no('form-issue', `${name} is too old`)
  return yes(author, `${issue.author.login}, by ${name}`)
}

function authorOfComment(
  comment: AskingComment,
  request: Request,
  landed: Landed,
  pull: Opened,
  { extended, blob }: Extension,
  within: number,
): Outcome<number> {
  const name = `comment ${comment.id}`
  const { extension } = request
  if (extension === null || comment.id !== extension.comment)
    return no('form-issue', `the request does not name ${name}`)
  if (request.id !== `${extension.of}-${comment.id}`) return no('form-issue', `its file is not named after ${name}`)
  if (comment.author === null || comment.author.type !== 'User')
    return no('form-issue', `nobody is the author of ${name} any more`)
  if (comment.edited) return no('form-issue', `${name} was edited`)
  if (extended === null || comment.landing !== extended.landing)
    return no('form-issue', `${name} does not stand on the pull request that brought ${extension.of}`)
  if (blob !== landed.blob) return no('form-issue', `${name} does not ask for what the request says`)
  if (tooOld(comment.createdAt, within, pull)) return no('form-issue', `${name} is too old`)
  return yes(comment.author.id, `${comment.author.login}, by ${name}`)
}

function behindBot(
  request: Request,
  landed: Landed,
  pull: Opened,
  { form, extension, within }: Behind,
): Outcome<number> {
  const bot = request.issue === null ? extension?.bot : form?.bot
  if (bot === undefined) return no('form-issue', 'the settings name no bot that may write requests for people')
  if (pull.author?.id !== bot)
    return no('form-issue', `${pull.author?.login ?? 'nobody'} opened it, not the bot that writes requests for people`)
  if (request.issue !== null && form !== null) {
    const issue = fromAnswer(form.issue, '')
    return issue.is === 'yes' ? authorOfIssue(issue.value, request, landed, pull, form, within) : issue
  }
  if (extension === null) return no('form-issue', 'nothing is known of the comment that it names')
  const comment = fromAnswer(extension.comment, '')
  return comment.is === 'yes' ? authorOfComment(comment.value, request, landed, pull, extension, within) : comment
}

/** GitHub's numeric id of the requester. */
export function requesterOf(request: Request, landed: Landed, pull: Opened, behind: Behind): Outcome<number> {
  const { author } = pull
  if (author === null) return no('author-unknown', 'the account that opened it was deleted')
  if (request.issue !== null || request.extension !== null) return behindBot(request, landed, pull, behind)
  return author.type === 'User'
    ? yes(author.id, author.login)
    : no('author-unknown', `${author.login} opened it, which is no person`)
}
