// Which view each pull request gets: open and judged, closed, merged, aimed elsewhere, or none of our business.

import { areaOf } from '../core/approval/landing.ts'
import { brokenView, closedView, mergedView, otherBaseView } from '../core/conversation/landed-view.ts'
import { openView, strangersView } from '../core/conversation/open-view.ts'
import type { Thread } from '../core/conversation/thread.ts'
import type { View } from '../core/conversation/view.ts'
import type { Inputs } from './inputs.ts'
import { type Judged, judge } from './judged-pulls.ts'
import { type Ground, type Pull, readPulls, type Unread } from './pulls.ts'

export interface Told {
  readonly thread: Thread
  /** null: there is nothing to say. */
  readonly view: View | null
  /** null: it was not judged. */
  readonly judged: Judged | null
}

export interface AllTold {
  readonly told: readonly Told[]
  readonly unread: readonly Unread[]
}

const goesHere = ({ seen: { glance } }: Ground, thread: Thread): boolean =>
  thread.baseRef === glance.defaultBranch && thread.baseRepository === glance.id

const isOurs = ({ directory }: Inputs, { changes }: Pull): boolean =>
  changes.some(({ path }) => areaOf(directory, path) !== 'outside')

async function toldOf(ground: Ground, inputs: Inputs, pull: Pull, named: boolean): Promise<Told> {
  const { thread } = pull
  const about = { now: ground.now, head: thread.head, web: `${inputs.serverUrl}/${inputs.repository}` }
  const { defaultBranch } = ground.seen.glance
  if (!isOurs(inputs, pull) && thread.sticky === null)
    // A sweep would make the same check run again and again, since nothing here remembers it.
    return { thread, view: named && thread.state === 'open' ? strangersView : null, judged: null }
  if (!goesHere(ground, thread))
    return { thread, view: thread.state === 'open' ? otherBaseView(thread, about, defaultBranch) : null, judged: null }
  const judged = await judge(ground, inputs, pull)
  if (judged === null) return { thread, view: brokenView(about), judged: null }
  const { story, settings, author, owners } = judged.previewed
  if (thread.state === 'merged') return { thread, view: mergedView(thread, story), judged }
  return { thread, view: openView({ thread, story, settings, author, owners, now: ground.now }), judged }
}

/** `named`: they were asked for by number, so that even a stranger gets its check. */
export async function tellPulls(
  ground: Ground,
  inputs: Inputs,
  threads: readonly Thread[],
  named: boolean,
): Promise<AllTold> {
  const about = { now: ground.now, head: ground.repository.head, web: `${inputs.serverUrl}/${inputs.repository}` }
  const closed = threads.filter((thread) => thread.state === 'closed')
  const judgeable = threads.filter((thread) => thread.state !== 'closed')
  const { pulls, unread } = await readPulls(ground, inputs, judgeable)
  const told = await Promise.all(pulls.map((pull) => toldOf(ground, inputs, pull, named)))
  const quiet = closed.map((thread): Told => ({ thread, view: closedView(thread, about), judged: null }))
  return { told: [...told, ...quiet].toSorted((a, b) => a.thread.number - b.thread.number), unread }
}
