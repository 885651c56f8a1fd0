// How gestures become GraphQL mutations, many in one document by aliases, and what each of them came to.

import type { Gesture, Made } from '../../core/conversation/gesture.ts'
import type { NodeId } from '../../core/conversation/thread.ts'
import { known, unknown } from '../../core/model/edge-error.ts'
import type { Json } from '../../core/model/policy-document.ts'
import type { CheckAnnotation } from '../../core/report/annotations.ts'
import type { Where } from './batches.ts'
import { ALARM_LABEL } from './thread-queries.ts'

type Input = { readonly [name: string]: Json }

/** What the table needs to know to turn names into GitHub's ids. */
export interface Known {
  readonly repository: NodeId
  readonly labels: ReadonlyMap<string, NodeId>
  /** Accounts by the numeric id that they were asked by. */
  readonly accounts: ReadonlyMap<number, NodeId>
}

interface Mutation {
  readonly field: string
  readonly input: string
  readonly given: Input
  /** What is asked back. */
  readonly back: string
}

/** GitHub takes 50 annotations in one request (REST and GraphQL, check runs). */
const ANNOTATIONS = 50

const annotation = (one: CheckAnnotation): Json => ({
  path: one.path,
  location: {
    startLine: one.start_line,
    endLine: one.end_line,
    // Columns are refused where the lines differ; ours are always on one line.
    startColumn: one.start_column,
    endColumn: one.end_column,
  },
  annotationLevel: { failure: 'FAILURE', warning: 'WARNING', notice: 'NOTICE' }[one.annotation_level],
  title: one.title,
  message: one.message,
})

const CONCLUSIONS = { success: 'SUCCESS', failure: 'FAILURE', neutral: 'NEUTRAL' } as const

const labelIds = ({ labels }: Known, names: readonly string[]): readonly NodeId[] =>
  names.flatMap((name) => labels.get(name) ?? [])

type Of<D extends Gesture['do']> = Extract<Gesture, { readonly do: D }>

const TABLE: { readonly [D in Gesture['do']]: (gesture: Of<D>, known: Known) => Mutation } = {
  comment: ({ on, body }) => ({
    field: 'addComment',
    input: 'AddCommentInput',
    given: { subjectId: on, body },
    back: 'clientMutationId',
  }),
  rewrite: ({ comment, body }) => ({
    field: 'updateIssueComment',
    input: 'UpdateIssueCommentInput',
    given: { id: comment, body },
    back: 'clientMutationId',
  }),
  check: ({ head, shown }, { repository }) => ({
    field: 'createCheckRun',
    input: 'CreateCheckRunInput',
    given: {
      repositoryId: repository,
      headSha: head,
      name: 'daypass',
      ...(shown.conclusion === 'waiting'
        ? { status: 'IN_PROGRESS' }
        : { status: 'COMPLETED', conclusion: CONCLUSIONS[shown.conclusion] }),
      output: {
        title: shown.title,
        summary: shown.summary,
        annotations: shown.annotations.slice(0, ANNOTATIONS).map(annotation),
      },
    },
    back: 'checkRun { id }',
  }),
  label: ({ on, names }, facts) => ({
    field: 'addLabelsToLabelable',
    input: 'AddLabelsToLabelableInput',
    given: { labelableId: on, labelIds: labelIds(facts, names) },
    back: 'clientMutationId',
  }),
  unlabel: ({ on, labels }) => ({
    field: 'removeLabelsFromLabelable',
    input: 'RemoveLabelsFromLabelableInput',
    given: { labelableId: on, labelIds: labels },
    back: 'clientMutationId',
  }),
  ask: ({ on, people }, { accounts }) => ({
    field: 'requestReviews',
    input: 'RequestReviewsInput',
    given: { pullRequestId: on, userIds: people.flatMap(({ id }) => accounts.get(id) ?? []), union: true },
    back: 'clientMutationId',
  }),
  close: ({ pull }) => ({
    field: 'closePullRequest',
    input: 'ClosePullRequestInput',
    given: { pullRequestId: pull },
    back: 'clientMutationId',
  }),
  merge: ({ pull, head, method, headline }) => ({
    field: 'mergePullRequest',
    input: 'MergePullRequestInput',
    given: {
      pullRequestId: pull,
      expectedHeadOid: head,
      mergeMethod: method.toUpperCase(),
      ...(method === 'rebase' ? {} : { commitHeadline: headline, commitBody: '' }),
    },
    back: 'clientMutationId',
  }),
  'open issue': ({ title, body }, facts) => ({
    field: 'createIssue',
    input: 'CreateIssueInput',
    given: { repositoryId: facts.repository, title, body, labelIds: labelIds(facts, [ALARM_LABEL]) },
    back: 'clientMutationId',
  }),
  'rewrite issue': ({ issue, title, body }) => ({
    field: 'updateIssue',
    input: 'UpdateIssueInput',
    given: { id: issue, title, body },
    back: 'clientMutationId',
  }),
  'close issue': ({ issue }) => ({
    field: 'closeIssue',
    input: 'CloseIssueInput',
    given: { issueId: issue },
    back: 'clientMutationId',
  }),
}

function mutationOf<D extends Gesture['do']>(gesture: Of<D> & { readonly do: D }, facts: Known): Mutation {
  return TABLE[gesture.do](gesture, facts)
}

/** Gestures in one document: GitHub's own time for one request is ten seconds. */
const SIZE = 15

export interface Sent {
  readonly made: Made
  /** What came back for the alias. */
  readonly back: unknown
}

const documentOf = (mutations: readonly Mutation[]): string =>
  `mutation DaypassGestures(${mutations.map(({ input }, at) => `$input${at}: ${input}!`).join(', ')}) {
${mutations.map(({ field, back }, at) => `  a${at}: ${field}(input: $input${at}) { ${back} }`).join('\n')}
}`

/** Sends mutations once, each answered by its own alias; a document that fails leaves all of its own unknown. */
export async function send(where: Where, call: string, mutations: readonly Mutation[]): Promise<readonly Sent[]> {
  const sent: Sent[] = []
  for (let from = 0; from < mutations.length; from += SIZE) {
    const some = mutations.slice(from, from + SIZE)
    const variables = Object.assign({}, ...some.map(({ given }, at) => ({ [`input${at}`]: given })))
    const reply = await where.client.mutate(call, documentOf(some), variables)
    sent.push(
      ...some.map(({ field }, at): Sent => {
        if (reply.is === 'unknown') return { made: reply, back: null }
        const wrong = reply.value.errors.find(({ path }) => path[0] === undefined || path[0] === `a${at}`)
        if (wrong !== undefined)
          return { made: unknown({ ...wrong.error, call: `GitHub GraphQL ${field}` }), back: null }
        return { made: known('made'), back: Reflect.get(Object(reply.value.data), `a${at}`) }
      }),
    )
  }
  return sent
}

const checkIdIn = (back: unknown): NodeId | null => {
  const id: unknown = Reflect.get(Object(Reflect.get(Object(back), 'checkRun')), 'id')
  return typeof id === 'string' ? id : null
}

/** Annotations that did not fit into the request that made their check run. */
async function sendMoreAnnotations(
  where: Where,
  { repository }: Known,
  pairs: readonly { readonly gesture: Of<'check'>; readonly back: unknown }[],
): Promise<void> {
  const more = pairs.flatMap(({ gesture: { shown }, back }): Mutation[] => {
    const id = checkIdIn(back)
    const batches: Mutation[] = []
    for (let from = ANNOTATIONS; id !== null && from < shown.annotations.length; from += ANNOTATIONS)
      batches.push({
        field: 'updateCheckRun',
        input: 'UpdateCheckRunInput',
        given: {
          repositoryId: repository,
          checkRunId: id,
          output: {
            title: shown.title,
            summary: shown.summary,
            annotations: shown.annotations.slice(from, from + ANNOTATIONS).map(annotation),
          },
        },
        back: 'clientMutationId',
      })
    return batches
  })
  await send(where, 'more annotations', more)
}

/** All gestures, in order; the labels and accounts they name are known. */
export async function sendGestures(where: Where, gestures: readonly Gesture[], facts: Known): Promise<readonly Made[]> {
  const sent = await send(
    where,
    'gestures',
    gestures.map((gesture) => mutationOf(gesture, facts)),
  )
  const checks = gestures.flatMap((gesture, at) =>
    gesture.do === 'check' ? [{ gesture, back: sent[at]?.back ?? null }] : [],
  )
  await sendMoreAnnotations(where, facts, checks)
  return sent.map(({ made }) => made)
}

export type { Mutation }
