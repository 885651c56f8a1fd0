// Whose wish a pull request is: its author's, or, where a form wrote it, that of the author of the issue.

import type { Answer } from '../model/edge-error.ts'
import type { Version } from '../model/grant.ts'
import type { BlobId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { FormIssue, PullRequest } from './evidence.ts'
import { fromAnswer, no, type Outcome, yes } from './proof-chain.ts'

/** What an issue form wrote a request from: the bot that settings pin, the issue, and the blob its text compiles to. */
export interface Form {
  readonly bot: number
  readonly issue: Answer<FormIssue>
  readonly blob: BlobId | null
}

function authorOfIssue(issue: FormIssue, request: Request, version: Version, form: Form): Outcome<number> {
  const name = `issue #${issue.number}`
  if (issue.number !== request.issue)
    return no('form-issue', `the request names issue #${request.issue}, not #${issue.number}`)
  if (issue.author === null || issue.author.type !== 'User')
    return no('form-issue', `nobody is the author of ${name} any more`)
  const author = issue.author.id
  if (issue.editors.some((editor) => editor?.id !== author)) return no('form-issue', `somebody else edited ${name}`)
  if (form.blob !== version.blob) return no('form-issue', `${name} does not say what the request says`)
  return yes(author, `${issue.author.login}, by ${name}`)
}

/** GitHub's numeric id of the requester. */
export function requesterOf(request: Request, version: Version, pull: PullRequest, form: Form | null): Outcome<number> {
  const { author } = pull
  if (author === null) return no('author-unknown', 'the account that opened it was deleted')
  if (request.issue === null)
    return author.type === 'User'
      ? yes(author.id, author.login)
      : no('author-unknown', `${author.login} opened it, which is no person`)
  if (form === null) return no('form-issue', 'the settings name no bot that may write requests from issues')
  if (author.id !== form.bot)
    return no('form-issue', `${author.login} opened it, not the bot that writes requests from issues`)
  const issue = fromAnswer(form.issue, '')
  return issue.is === 'yes' ? authorOfIssue(issue.value, request, version, form) : issue
}
