// The Action's plan: what a pull request would come to, judged by the default branch's settings, told as a comment.

import { pullRequestOfEvent } from '../event.ts'
import type { Inputs } from '../inputs.ts'
import { previewPull } from '../preview-pull.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'

export async function planPullRequest(inputs: Inputs): Promise<JobEnd> {
  const number = inputs.pullRequests[0] ?? (await pullRequestOfEvent(inputs.environment))
  if (number === null)
    return failedEnd('No pull request to plan: the event names none and the input pull-request is empty.')
  return previewPull(inputs, number)
}
