// The Action's comment: /end takes away what a merged pull request brought, /extend asks for it once more. Nothing approves.

import { personOf } from '../../core/approval/people-of.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { commentById, type SaidComment } from '../../edges/github/comments.ts'
import { send } from '../../edges/github/gestures.ts'
import type { Answered, Commanded } from '../commanded.ts'
import { type Desk, openDesk, said } from '../desk.ts'
import { endEarly } from '../end-early.ts'
import { commentOfEvent } from '../event.ts'
import { EXIT } from '../exit.ts'
import { extend } from '../extend.ts'
import type { Inputs } from '../inputs.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { inWorkspace } from '../workspace.ts'

const refused = (answer: string): Promise<Answered> => Promise.resolve({ is: 'refused', answer })

const COMMANDS: Readonly<Record<string, (asked: Commanded) => Promise<Answered>>> = {
  '/end': endEarly,
  '/extend': extend,
  '/approve': () => refused('A comment approves nothing: a review of the pull request does.'),
}

export const answerComment = (inputs: Inputs): Promise<JobEnd> =>
  inWorkspace(inputs.environment, async (folder) => {
    const id = await commentOfEvent(inputs.environment)
    if (id === null) return failedEnd('The event names no comment.')
    const desk = await openDesk(inputs, folder)
    if (desk.is === 'unknown') return failedEnd(`Comment ${id} could not be answered: ${writeEdgeError(desk.because)}`)
    const comment = await commentById(desk.value.where, id)
    return comment.is === 'unknown'
      ? failedEnd(`Comment ${id} could not be read: ${writeEdgeError(comment.because)}`)
      : answerAt(desk.value, comment.value)
  })

const REACTIONS = { done: 'ROCKET', refused: 'CONFUSED', failed: 'CONFUSED' } as const

async function react({ where }: Desk, node: string, content: string): Promise<void> {
  // What a reaction says is said again in words where it matters.
  await send(where, 'reaction', [
    { field: 'addReaction', input: 'AddReactionInput', given: { subjectId: node, content }, back: 'clientMutationId' },
  ])
}

async function answerAt(desk: Desk, comment: SaidComment): Promise<JobEnd> {
  const { author, body, edited } = comment.comment
  const word = body.trim().split(/\s+/)[0] ?? ''
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (command === undefined) return said(EXIT.done, 'This comment is no command.')
  if (author?.type !== 'User') return said(EXIT.done, 'Only people give commands.')
  await react(desk, comment.node, 'EYES')
  const found = personOf(desk.settings, author.id)
  const answered =
    found.is !== 'one'
      ? await refused('You are not in the people file: ask an owner to add you.')
      : edited
        ? await refused('This comment was edited, and could have said something else: write a new one.')
        : await command({ desk, said: comment, person: found.person.handle })
  await react(desk, comment.node, REACTIONS[answered.is])
  const trouble = answered.answer === null ? null : await tell(desk, comment.number, answered.answer)
  const exit = answered.is === 'failed' || trouble !== null ? EXIT.failed : EXIT.done
  return said(
    exit,
    [answered.answer ?? 'Done.', trouble].filter((one) => one !== null).join(' '),
    answered.outputs ?? {},
  )
}

/** A new line, since whoever commanded waits for it. */
async function tell(desk: Desk, number: number, text: string): Promise<string | null> {
  const seen = await desk.forum.named([number])
  const thread = seen.is === 'known' ? seen.value.threads.get(number) : undefined
  if (thread?.is !== 'known') return 'The answer could not be written on the pull request.'
  const [made] = await desk.forum.make(desk.glance, [{ do: 'comment', on: thread.value.node, body: `${text}\n` }])
  return made?.is === 'unknown' ? `The answer could not be written: ${writeEdgeError(made.because)}` : null
}
