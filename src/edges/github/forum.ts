// How the port of the conversation is filled: threads read, labels made, accounts looked up, gestures sent.

import type { Forum, Gesture, Made } from '../../core/conversation/gesture.ts'
import { LABELS } from '../../core/conversation/labels.ts'
import type { Glance, NodeId } from '../../core/conversation/thread.ts'
import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
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

interface Labels {
  readonly known: Glance['labels']
  /** Why one that is wanted could not be made. */
  readonly because: EdgeError | null
}

/** Labels that are wanted and not there are made. */
async function withLabels(where: Where, seen: Glance, gestures: readonly Gesture[]): Promise<Labels> {
  const missing = [...new Set(labelsIn(gestures))].filter((name) => !seen.labels.has(name))
  if (missing.length === 0) return { known: seen.labels, because: null }
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
  const refused = sent.find((one) => one.made.is === 'unknown')?.made
  return { known: new Map([...seen.labels, ...made]), because: refused?.is === 'unknown' ? refused.because : null }
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

const UNLABELLED: EdgeError = { kind: 'garbage', call: 'making labels', said: 'GitHub did not tell the label it made' }

/** Asking nobody is refused by GitHub, and a label or an alarm without its label would be taken for made: neither is sent. */
const canBeSent = (gesture: Gesture, labels: Glance['labels'], accounts: ReadonlyMap<number, NodeId>): boolean =>
  gesture.do === 'ask'
    ? gesture.people.some(({ id }) => accounts.has(id))
    : labelsIn([gesture]).every((name) => labels.has(name))

export function githubForum(where: Where): Forum {
  const make = async (seen: Glance, gestures: readonly Gesture[]): Promise<readonly Made[]> => {
    if (gestures.length === 0) return []
    const { known: labels, because } = await withLabels(where, seen, gestures)
    const accounts = await accountsIn(where, gestures)
    const sendable = gestures.filter((gesture) => canBeSent(gesture, labels, accounts))
    const made = await sendGestures(where, sendable, { repository: seen.repository, labels, accounts })
    const results = new Map<Gesture, Made>(sendable.map((gesture, at) => [gesture, made[at] ?? NOBODY]))
    const unsent = (gesture: Gesture): Made => (gesture.do === 'ask' ? NOBODY : unknown(because ?? UNLABELLED))
    return gestures.map((gesture) => results.get(gesture) ?? unsent(gesture))
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
