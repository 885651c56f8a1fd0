// The table of GraphQL mutations.
import type { Given, Node } from '../execute.ts'
import type { Session } from '../session.ts'
import { createCheckRun, updateCheckRun } from './checks.ts'
import { addComment, addReaction, updateComment } from './comments.ts'
import { createCommit, createRef, deleteRef, updateRef } from './git.ts'
import { part } from './input.ts'
import { closeIssue, createIssue, reopenIssue, updateIssue } from './issues.ts'
import { addLabels, createLabel, removeLabels } from './labels.ts'
import { closePullRequest, createPullRequest, mergePullRequest, requestReviews, updatePullRequest } from './pulls.ts'

const TABLE = {
  addComment,
  updateIssueComment: updateComment,
  addReaction,
  createCommitOnBranch: createCommit,
  createRef,
  updateRef,
  deleteRef,
  createCheckRun,
  updateCheckRun,
  createLabel,
  addLabelsToLabelable: addLabels,
  removeLabelsFromLabelable: removeLabels,
  createPullRequest,
  updatePullRequest,
  closePullRequest,
  requestReviews,
  mergePullRequest,
  createIssue,
  updateIssue,
  closeIssue,
  reopenIssue,
} as const satisfies Readonly<Record<string, (session: Session, input: Given) => Node>>

/** Each is done in order; one that is refused leaves what the others did. */
export const mutationNode = (session: Session): Node => ({
  type: 'Mutation',
  fields: Object.fromEntries(
    Object.entries(TABLE).map(([name, mutate]) => [name, (given: Given) => mutate(session, part(given, 'input'))]),
  ),
})
