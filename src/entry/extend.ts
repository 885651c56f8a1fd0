// What /extend does: writes a new request for the same thing, for the same person, in the name of whoever commented.

import { compileExtension, extensionIn } from '../core/documents/extension.ts'
import { writeEdgeError } from '../core/model/edge-error.ts'
import { planPulls } from './actions/plan.ts'
import { broughtBy } from './brought.ts'
import type { Answered, Commanded } from './commanded.ts'
import { proposeAt } from './desk.ts'

export async function extend({ desk, said, person }: Commanded): Promise<Answered> {
  const duration = extensionIn(said.comment.body)
  if (duration === null)
    return { is: 'refused', answer: 'Write `/extend` and how long, and nothing else: `/extend 2h`.' }
  if (desk.settings.formBot === null)
    return { is: 'refused', answer: 'Requests by comment are not set up here: an owner has to add `forms: {bot: …}`.' }
  const brought = await broughtBy(desk, said.number)
  if (brought.is === 'unknown')
    return { is: 'failed', answer: `It could not be read: ${writeEdgeError(brought.because)}` }
  const { thread, requests, requester } = brought.value
  if (thread.state !== 'merged') return { is: 'refused', answer: 'Nothing was given yet that could be extended.' }
  if (requests.length === 0)
    return { is: 'refused', answer: 'None of its requests is there any more: ask with a new one.' }
  if (person !== requester && !requests.some(({ request }) => request.for.value === person))
    return { is: 'refused', answer: 'Only the requester and whoever holds it ask for more time.' }
  const files = new Map<string, string>()
  for (const { request, file } of requests) {
    const compiled = compileExtension(file.text ?? '', request.id, duration, said.comment.id)
    if (compiled.is === 'wrong') return { is: 'refused', answer: `It cannot be extended: ${compiled.says.join('; ')}.` }
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
    files.set(`${folder}${request.id}-${said.comment.id}.yaml`, compiled.text)
  }
  const proposed = await proposeAt(desk, {
    branch: `daypass/extend-${said.comment.id}`,
    files,
    title: `Extend ${requests.map(({ request }) => request.id).join(', ')} by ${duration}`,
    body: `${person} commented \`/extend ${duration}\` on #${said.number}; they are the requester.\n`,
  })
  if (proposed.is === 'unknown')
    return { is: 'failed', answer: `It could not be asked for: ${writeEdgeError(proposed.because)}` }
  const { number } = proposed.value
  const end = await planPulls({ ...desk.inputs, pullRequests: [number] })
  return {
    is: 'done',
    answer: `Asked for in #${number}: ${duration} more, counted from its merge, without a gap if that comes in time.`,
    outputs: { ...end.outputs, pull: String(number) },
  }
}
