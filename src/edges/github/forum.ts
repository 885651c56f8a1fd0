// How the port of the conversation is filled: threads read, labels made, accounts looked up, gestures sent.

import type { Forum, Gesture, Made } from '../../core/conversation/gesture.ts'
import { LABELS } from '../../core/conversation/labels.ts'
import type { Glance, NodeId } from '../../core/conversation/thread.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Where } from './batches.ts'
import { type Mutation, send, sendGestures } from './gestures.ts'
import { countOf, fieldsOf, textOf } from './shapes.ts'
import { ALARM_LABEL, usersQuery } from './thread-queries.ts'
import { glance, namedThreads, openThreads, watch } from './threads.ts'

const COLOURS: ReadonlyMap<string, { readonly color: string; readonly description: string }> = new Map([
  ...LABELS,
  [ALARM_LABEL, { color: 'b60205', description: 'Daypass needs somebody' }],
])

const labelsIn = (gestures: readonly Gesture[]): readonly string[] =>
  gestures.flatMap((gesture) =>
    gesture.do === 'label' ? gesture.names : gesture.do === 'open issue' ? [ALARM_LABEL] : [],
  )

/** Labels that are wanted and not there are made; one that cannot be made is left out. */
async function withLabels(where: Where, seen: Glance, gestures: readonly Gesture[]): Promise<Glance['labels']> {
  const missing = [...new Set(labelsIn(gestures))].filter((name) => !seen.labels.has(name))
  if (missing.length === 0) return seen.labels
  const mutations = missing.map((name): Mutation => {
    const looks = COLOURS.get(name) ?? { color: 'ededed', description: '' }
    return {
      field: 'createLabel',
      input: 'CreateLabelInput',
      given: { repositoryId: seen.repository, name, ...looks },
      back: 'label { id }',
    }
  })
  const sent = await send(where, 'labels', mutations)
  const made = missing.flatMap((name, at): [string, NodeId][] => {
    const id = textOf(fieldsOf(fieldsOf(sent[at]?.back)?.['label'])?.['id'])
    return id === null ? [] : [[name, id]]
  })
  return new Map([...seen.labels, ...made])
}

/** A login can be given up and taken by somebody else: only whoever still has the number is asked. */
async function accountsIn(where: Where, gestures: readonly Gesture[]): Promise<ReadonlyMap<number, NodeId>> {
  const people = [
    ...new Map(
      gestures.flatMap((gesture) => (gesture.do === 'ask' ? gesture.people : [])).map((one) => [one.id, one]),
    ).values(),
  ]
  if (people.length === 0) return new Map()
  const variables = Object.assign({}, ...people.map(({ login }, at) => ({ [`login${at}`]: login })))
  const reply = await where.client.graphql('accounts', usersQuery(people.length), variables)
  if (reply.is === 'unknown') return new Map()
  return new Map(
    people.flatMap(({ id }, at): [number, NodeId][] => {
      const fields = fieldsOf(fieldsOf(reply.value.data)?.[`a${at}`])
      const node = textOf(fields?.['id'])
      return node !== null && countOf(fields?.['databaseId']) === id ? [[id, node]] : []
    }),
  )
}

const NOBODY = unknown({
  kind: 'not-found',
  call: 'asking for reviews',
  said: 'none of these people can be asked on GitHub',
})

/** Asking nobody is refused by GitHub, so that it is not sent. */
const canBeSent = (gesture: Gesture, accounts: ReadonlyMap<number, NodeId>): boolean =>
  gesture.do !== 'ask' || gesture.people.some(({ id }) => accounts.has(id))

export function githubForum(where: Where): Forum {
  const make = async (seen: Glance, gestures: readonly Gesture[]): Promise<readonly Made[]> => {
    if (gestures.length === 0) return []
    const labels = await withLabels(where, seen, gestures)
    const accounts = await accountsIn(where, gestures)
    const sendable = gestures.filter((gesture) => canBeSent(gesture, accounts))
    const made = await sendGestures(where, sendable, { repository: seen.repository, labels, accounts })
    const results = new Map<Gesture, Made>(sendable.map((gesture, at) => [gesture, made[at] ?? NOBODY]))
    return gestures.map((gesture) => results.get(gesture) ?? NOBODY)
  }
  return {
    glance: () => glance(where),
    watch: () => watch(where),
    open: () => openThreads(where),
    named: (numbers) => namedThreads(where, numbers),
    make,
  }
}

/** `repository`: `owner/name`. */
export function forumAt(client: Where['client'] | null, repository: string): Answer<Forum> {
  const [owner = '', name = '', ...more] = repository.split('/')
  if (client === null || owner === '' || name === '' || more.length > 0)
    return unknown({ kind: 'invalid', call: 'asking GitHub', said: 'there is no token or no repository to ask' })
  return known(githubForum({ client, owner, name }))
}
