// How apply and expire run, wherever they are started: read, reconcile, tell.

import { join } from 'node:path'
import { writeEdgeError } from '../core/model/edge-error.ts'
import { renderComment } from '../core/report/comment.ts'
import { renderJson } from '../core/report/json.ts'
import type { Story } from '../core/report/story.ts'
import { renderGantt } from '../core/report/timeline.ts'
import { exitOf, reconcile } from '../flow.ts'
import { EXIT, type Exit } from './exit.ts'
import { type Raised, raiseAlarms } from './raise-alarms.ts'
import { storyOf } from './report.ts'
import { openSource, type Source } from './repository.ts'
import { type Wiring, wire } from './wiring.ts'
import { inWorkspace } from './workspace.ts'

export interface JobEnd {
  readonly exit: Exit
  readonly story: Story | null
  readonly markdown: string
  readonly json: string
  /** One line for whoever only looks at the log. */
  readonly says: string
  /** Outputs of the Action beside those that every command has. */
  readonly outputs?: Readonly<Record<string, string>>
}

const NOT_RAISED: Raised = { open: null, troubles: [] }

export type Job = Omit<Wiring, 'repository' | 'clone' | 'ledgerDirectory'>

export const failedEnd = (says: string): JobEnd => ({
  exit: EXIT.failed,
  story: null,
  markdown: `🔴 **Nothing was done.** ${says}\n`,
  json: `${JSON.stringify({ exit: EXIT.failed, error: says })}\n`,
  says,
})

export const runJob = (job: Job): Promise<JobEnd> => inWorkspace(job.environment, (folder) => runIn(folder, job))

async function runIn(folder: string, job: Job): Promise<JobEnd> {
  job.stage('Fetching the repository')
  const opened = await openSource(job.source satisfies Source, join(folder, 'repository.git'))
  if (opened.is === 'unknown') return failedEnd(`The repository could not be read: ${writeEdgeError(opened.because)}`)
  const { repository, clone, because } = opened.value
  const { ports, forum, calls, keep } = await wire({
    ...job,
    repository,
    clone,
    ledgerDirectory: join(folder, 'ledger.git'),
  })
  const answer = await reconcile(ports)
  if (answer.is === 'unknown') return failedEnd(`The repository could not be read: ${writeEdgeError(answer.because)}`)
  const old =
    because === null
      ? []
      : [
          `The repository could not be fetched, so an earlier clone was read and only what is past its end is taken: ${writeEdgeError(because)}`,
        ]
  const ran = answer.value
  const unkept = await keep()
  const raised = forum === null ? NOT_RAISED : await raiseAlarms(forum, ran.ledger, ports.clock())
  const run = {
    ...ran,
    alarms: [...old, ...ran.alarms],
    reminders: [...ran.reminders, ...raised.troubles, ...unkept],
  }
  const story = storyOf(run, job.web)
  const made = [...calls()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([call, count]) => `${call} ${count}`)
  return {
    exit: exitOf(run),
    story,
    markdown: [renderComment(story), renderGantt(story.live, story.now)].filter((part) => part !== '').join('\n'),
    json: renderJson(story),
    says: `${story.headline.says} · calls: ${made.join(', ') || 'none'}`,
    // Where nobody could tell, the sweep looks for itself.
    outputs: { open: raised.open === null ? '' : String(raised.open) },
  }
}
