// What /end does: deletes the files of the requests that a merged pull request brought, and merges that at once.

import { askedIn, bundledIn } from '../core/approval/lint-access.ts'
import { mayEnd } from '../core/approval/may-end.ts'
import { NOTHING_READ } from '../core/approval/routing.ts'
import { writeEdgeError } from '../core/model/edge-error.ts'
import { loadKnowledgeFor } from '../knowledge/load.ts'
import { broughtBy } from './brought.ts'
import { carriesOf } from './carries.ts'
import type { Answered, Commanded } from './commanded.ts'
import { mergeAt, proposeAt, start } from './desk.ts'

export async function endEarly({ desk, said, person }: Commanded): Promise<Answered> {
  const brought = await broughtBy(desk, said.number)
  if (brought.is === 'unknown')
    return { is: 'failed', answer: `It could not be read: ${writeEdgeError(brought.because)}` }
  const { thread, requests, requester } = brought.value
  if (thread.state === 'open')
    return { is: 'refused', answer: 'Nothing was given yet: closing this pull request is enough.' }
  if (requests.length === 0) return { is: 'refused', answer: 'None of its requests is there any more.' }
  const asked = [...askedIn(requests.map(({ request }) => request)), ...bundledIn(desk.settings)]
  const deciding = { knowledge: await loadKnowledgeFor(asked), carries: carriesOf(), ...NOTHING_READ }
  const may = requests.every(({ request }) => mayEnd(person, request, requester, desk.settings, deciding))
  if (!may)
    return {
      is: 'refused',
      answer:
        'Only the requester, whoever holds it, whoever may approve it, and owners end it. Anybody may open a pull request that deletes its file.',
    }
  const names = requests.map(({ request }) => request.id).join(', ')
  const title = `End ${names}`
  const proposed = await proposeAt(desk, {
    branch: `daypass/end-${said.number}`,
    files: new Map(requests.map(({ file }) => [file.path, null])),
    title,
    body: `${person} commented \`/end\` on #${said.number}. Nobody has to approve that.\n`,
  })
  if (proposed.is === 'unknown')
    return { is: 'failed', answer: `It could not be ended: ${writeEdgeError(proposed.because)}` }
  const { number } = proposed.value
  const refused = await mergeAt(desk, proposed.value, `${title} (#${number})`)
  const outputs = { pull: String(number) }
  if (refused !== null)
    return {
      is: 'failed',
      answer: `GitHub did not let Daypass merge #${number}, which ends it: somebody who may has to press the button.`,
      outputs,
    }
  const troubles = await start(desk, [desk.inputs.workflows.apply])
  return {
    is: troubles.length > 0 ? 'failed' : 'done',
    answer: [`Ended by #${number}; the next run takes it away, within minutes.`, ...troubles].join(' '),
    outputs,
  }
}
