// The Action's merge: judges again, merges what is allowed at the very head that was judged, and sets apply going.

import { converse, untoldLine } from '../../core/conversation/converse.ts'
import type { Gesture } from '../../core/conversation/gesture.ts'
import { mergedView } from '../../core/conversation/landed-view.ts'
import { unmergedView } from '../../core/conversation/open-view.ts'
import type { Thread } from '../../core/conversation/thread.ts'
import { type EdgeError, writeEdgeError } from '../../core/model/edge-error.ts'
import { dispatch } from '../../edges/github/dispatch.ts'
import { pullRequestsOfEvent } from '../event.ts'
import type { Inputs } from '../inputs.ts'
import { type Ground, openGround } from '../pulls.ts'
import { endOfPulls, isMergeable } from '../pulls-end.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { type Told, tellPulls } from '../told-pulls.ts'
import { inWorkspace } from '../workspace.ts'

export async function mergePulls(inputs: Inputs): Promise<JobEnd> {
  const numbers = inputs.pullRequests.length > 0 ? inputs.pullRequests : await pullRequestsOfEvent(inputs.environment)
  return inWorkspace(inputs.environment, (folder) => mergeIn(folder, inputs, numbers))
}

const mergeOf = ({ thread }: Told, method: Inputs['mergeMethod']): Gesture => ({
  do: 'merge',
  pull: thread.node,
  head: thread.head,
  method,
  headline: `${thread.title.slice(0, 200)} (#${thread.number})`,
})

interface Tried {
  readonly told: Told
  /** null: it is merged. */
  readonly because: EdgeError | null
}

/** A merge whose answer was lost may have been made: GitHub is asked again before it counts as failed. */
async function mergeAll(ground: Ground, inputs: Inputs, all: readonly Told[]): Promise<readonly Tried[]> {
  const { forum, seen } = ground
  const made = await forum.make(
    seen.glance,
    all.map((told) => mergeOf(told, inputs.mergeMethod)),
  )
  const tried = all.map((told, at): Tried => {
    const one = made[at]
    return { told, because: one?.is === 'unknown' ? one.because : null }
  })
  const failed = tried.filter(({ because }) => because !== null)
  if (failed.length === 0) return tried
  const again = await forum.named(failed.map(({ told }) => told.thread.number))
  return tried.map((one) => {
    const now = again.is === 'known' ? again.value.threads.get(one.told.thread.number) : undefined
    const landed = now?.is === 'known' && now.value.state === 'merged' && now.value.head === one.told.thread.head
    return one.because !== null && landed ? { ...one, because: null } : one
  })
}

/** GitHub's own no is for people to mend, and no failure of this run. */
const isRefusal = ({ kind }: EdgeError): boolean => ['denied', 'invalid', 'conflict', 'not-found'].includes(kind)

/** As it is now that it was merged. */
const afterMerge = (thread: Thread, now: Ground['now']): Thread => ({ ...thread, state: 'merged', mergedAt: now })

async function mergeIn(folder: string, inputs: Inputs, numbers: readonly number[]): Promise<JobEnd> {
  const ground = await openGround(inputs, numbers, folder)
  if (ground.is === 'unknown') return failedEnd(`GitHub could not be read: ${writeEdgeError(ground.because)}`)
  const { forum, seen, client, now } = ground.value
  const threads = [...seen.threads.values()].flatMap((thread) => (thread.is === 'known' ? [thread.value] : []))
  const lost = [...seen.threads].flatMap(([number, thread]) =>
    thread.is === 'unknown' ? [{ number, because: thread.because }] : [],
  )
  const all = await tellPulls(ground.value, inputs, threads, numbers.length > 0)
  const tried = await mergeAll(ground.value, inputs, all.told.filter(isMergeable))
  const merged = tried.filter(({ because }) => because === null)
  const sent =
    merged.length === 0
      ? null
      : await dispatch(client, inputs.repository, inputs.workflows.apply, seen.glance.defaultBranch)
  const outcomes = new Map(tried.map((one) => [one.told.thread.number, one]))
  const talks = all.told.flatMap(({ thread, view, judged }) => {
    const outcome = outcomes.get(thread.number)
    if (outcome === undefined || judged === null) return view === null ? [] : [{ thread, view }]
    if (outcome.because === null) {
      const after = mergedView(afterMerge(thread, now), judged.previewed.story)
      return after === null ? [] : [{ thread, view: after }]
    }
    return view === null ? [] : [{ thread, view: unmergedView(view, thread, outcome.because) }]
  })
  const untold = await converse(forum, seen.glance, talks)
  const troubles = [
    ...tried.flatMap(({ told, because }) =>
      because === null || isRefusal(because)
        ? []
        : [`Pull request #${told.thread.number} could not be merged: ${writeEdgeError(because)}`],
    ),
    ...(sent?.is === 'unknown'
      ? [
          `The workflow ${inputs.workflows.apply} could not be started; its own schedule goes on: ${writeEdgeError(sent.because)}`,
        ]
      : []),
    ...untold.map(untoldLine),
  ]
  const end = endOfPulls({
    told: all.told,
    unread: [...lost, ...all.unread],
    troubles,
    open: seen.glance.open,
    now,
    calls: client.calls(),
  })
  const names = merged.map(({ told }) => `#${told.thread.number}`)
  return { ...end, says: `${names.length === 0 ? 'Nothing merged' : `Merged ${names.join(', ')}`} · ${end.says}` }
}
