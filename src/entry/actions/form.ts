// The Action's form: a filled-in issue form becomes a request's file on a branch, and a pull request that is told at once.

import { personOf } from '../../core/approval/people-of.ts'
import { answerGesture } from '../../core/conversation/answers.ts'
import { compileForm } from '../../core/documents/form.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { markdown, prose } from '../../core/report/escape.ts'
import { issueThread } from '../../edges/github/issue-thread.ts'
import { issuesOf } from '../../edges/github/issues.ts'
import { type Desk, openDesk, pathIn, proposeAt, said } from '../desk.ts'
import { issueOfEvent } from '../event.ts'
import { EXIT } from '../exit.ts'
import type { Inputs } from '../inputs.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { inWorkspace } from '../workspace.ts'
import { planPulls } from './plan.ts'

const MARKER = '<!-- daypass:form -->'

export const askByForm = (inputs: Inputs): Promise<JobEnd> =>
  inWorkspace(inputs.environment, async (folder) => {
    const number = await issueOfEvent(inputs.environment)
    if (number === null) return failedEnd('The event names no issue.')
    const desk = await openDesk(inputs, folder)
    return desk.is === 'unknown'
      ? failedEnd(`Issue #${number} could not be read: ${writeEdgeError(desk.because)}`)
      : askAt(desk.value, number)
  })

/** One comment on the issue says how it stands; the person mends the issue, and it changes with that. */
async function answer(desk: Desk, number: number, text: string): Promise<string | null> {
  const thread = await issueThread(desk.where, number)
  if (thread.is === 'unknown') return `The issue could not be answered: ${writeEdgeError(thread.because)}`
  const gesture = answerGesture(thread.value.node, thread.value.mine, MARKER, text)
  if (gesture === null) return null
  const [made] = await desk.forum.make(desk.glance, [gesture])
  return made?.is === 'unknown' ? `The issue could not be answered: ${writeEdgeError(made.because)}` : null
}

async function refuse(desk: Desk, number: number, text: string): Promise<JobEnd> {
  const trouble = await answer(desk, number, text)
  return said(trouble === null ? EXIT.done : EXIT.failed, trouble ?? `Issue #${number} was answered: ${text}`)
}

async function askAt(desk: Desk, number: number): Promise<JobEnd> {
  const read = (await issuesOf(desk.where, [number])).get(number)
  if (read === undefined || read.is === 'unknown')
    return failedEnd(
      `Issue #${number} could not be read${read === undefined ? '' : `: ${writeEdgeError(read.because)}`}`,
    )
  const issue = read.value
  if (desk.settings.formBot === null)
    return refuse(
      desk,
      number,
      '🔴 Requests by form are not set up here: an owner has to add `forms: {bot: …}` to daypass.yaml.',
    )
  if (issue.author === null || personOf(desk.settings, issue.author.id).is !== 'one')
    return refuse(
      desk,
      number,
      '🔴 You are not in the people file: ask an owner to add you, then open this issue anew.',
    )
  if (issue.editors.some((editor) => editor?.id !== issue.author?.id))
    return refuse(
      desk,
      number,
      '🔴 Somebody else edited this issue, so that it is not your wish any more. Open a new one.',
    )
  const compiled = compileForm(issue.body, number)
  if (compiled.is === 'wrong') {
    const lines = compiled.says.map((one) => `- ${one.startsWith('**') ? one : prose(one, 300)}`)
    return refuse(desk, number, `🔴 Please mend this and save the issue again:\n\n${lines.join('\n')}`)
  }
  const path = pathIn(desk, `requests/issues/issue-${number}.yaml`)
  if (desk.files.some((file) => file.path === path))
    return said(EXIT.done, `Issue #${number} was merged as a request before.`)
  const proposed = await proposeAt(desk, {
    branch: `daypass/issue-${number}`,
    files: new Map([[path, compiled.text]]),
    title: `Access asked for in #${number}`,
    body: `Asked for by ${markdown(issue.author.login, 60)} with the form; they are the requester, and nobody may edit issue #${number} from now on.\n\nCloses #${number}\n`,
  })
  if (proposed.is === 'unknown')
    return failedEnd(`No pull request could be opened for issue #${number}: ${writeEdgeError(proposed.because)}`)
  const pull = proposed.value.number
  const trouble = await answer(
    desk,
    number,
    `🟢 Your request is pull request #${pull}; what becomes of it is told there.`,
  )
  const end = await planPulls({ ...desk.inputs, pullRequests: [pull] })
  return {
    ...end,
    exit: trouble === null ? end.exit : EXIT.failed,
    says: [trouble, end.says].filter((one) => one !== null).join(' · '),
    outputs: { ...end.outputs, pull: String(pull) },
  }
}
