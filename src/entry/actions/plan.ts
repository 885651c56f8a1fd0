// The Action's plan: tells pull requests what they would come to, on the pull requests themselves.

import { converse, untoldLine } from '../../core/conversation/converse.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { pullRequestsOfEvent } from '../event.ts'
import type { Inputs } from '../inputs.ts'
import { openGround } from '../pulls.ts'
import { endOfPulls } from '../pulls-end.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { tellPulls } from '../told-pulls.ts'
import { inWorkspace } from '../workspace.ts'

export async function planPulls(inputs: Inputs): Promise<JobEnd> {
  const numbers = inputs.pullRequests.length > 0 ? inputs.pullRequests : await pullRequestsOfEvent(inputs.environment)
  return inWorkspace(inputs.environment, (folder) => planIn(folder, inputs, numbers))
}

async function planIn(folder: string, inputs: Inputs, numbers: readonly number[]): Promise<JobEnd> {
  const what = numbers.length === 0 ? 'Pull requests' : `Pull request ${numbers.join(', ')}`
  const ground = await openGround(inputs, numbers, folder)
  if (ground.is === 'unknown') return failedEnd(`${what} could not be read: ${writeEdgeError(ground.because)}`)
  const { forum, seen, client } = ground.value
  const threads = [...seen.threads.values()].flatMap((thread) => (thread.is === 'known' ? [thread.value] : []))
  const lost = [...seen.threads].flatMap(([number, thread]) =>
    thread.is === 'unknown' ? [{ number, because: thread.because }] : [],
  )
  const all = await tellPulls(ground.value, inputs, threads, numbers.length > 0)
  const talks = all.told.flatMap(({ thread, view }) => (view === null ? [] : [{ thread, view }]))
  const untold = await converse(forum, seen.glance, talks)
  return endOfPulls({
    told: all.told,
    unread: [...lost, ...all.unread],
    troubles: untold.map(untoldLine),
    open: seen.glance.open,
    now: ground.value.now,
    calls: client.calls(),
  })
}
