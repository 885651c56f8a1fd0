// Pull requests as conversations: what GitHub shows of them, read page by page, and the comment among theirs that is ours.

import type { Alarm, Glance, Seen, Sticky, Thread, Watch } from '../../core/conversation/thread.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Instant } from '../../core/model/time.ts'
import { COMMENT_MARKER } from '../../core/report/comment.ts'
import { askAll, type Where } from './batches.ts'
import { type PullSoFar, pullIn, wholePull } from './pulls.ts'
import type { GraphqlReply } from './reply.ts'
import { allReviews } from './reviews.ts'
import { countOf, type Fields, fieldsOf, instantIn, listOf, textOf } from './shapes.ts'
import { commentsQuery, GLANCE_QUERY, OPEN_QUERY, threadsQuery, WATCH_QUERY } from './thread-queries.ts'

const garbage = (said: string) => unknown({ kind: 'garbage', call: 'GitHub GraphQL threads', said })

/** Pull requests asked for by number in one question. */
const SIZE = 25
/** Pages of open pull requests that are read; beyond them the rest waits for its own events. */
const MOST_PAGES = 20

interface Comments {
  readonly sticky: Sticky | null
  /** Where the next page begins; null = this was the last, or ours is found. */
  readonly next: string | null
}

type Half = { readonly pull: PullSoFar; readonly comments: Comments } & Pick<
  Thread,
  'node' | 'title' | 'state' | 'draft' | 'labels' | 'asked' | 'since'
>

const STATES: Readonly<Record<string, Thread['state']>> = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' }

const nodesOf = (value: unknown): readonly unknown[] | null => listOf(fieldsOf(value)?.['nodes'])

function commentsIn(value: unknown): Comments | null {
  const info = fieldsOf(fieldsOf(value)?.['pageInfo'])
  const nodes = nodesOf(value)
  if (info === null || nodes === null) return null
  for (const node of nodes) {
    const fields = fieldsOf(node)
    const [id, body] = [textOf(fields?.['id']), textOf(fields?.['body'])]
    // Anybody can write our marker, so the author decides too.
    if (id !== null && body !== null && fields?.['viewerDidAuthor'] === true && body.startsWith(COMMENT_MARKER))
      return { sticky: { node: id, body }, next: null }
  }
  return { sticky: null, next: info['hasNextPage'] === true ? textOf(info['endCursor']) : null }
}

/** Null entries (a team that was asked, an account that is gone) are nobody. */
const numbersIn = (nodes: readonly unknown[]): readonly number[] =>
  nodes.flatMap((node) => countOf(fieldsOf(fieldsOf(node)?.['requestedReviewer'])?.['databaseId']) ?? [])

const labelsIn = (nodes: readonly unknown[]): Thread['labels'] =>
  nodes.flatMap((node) => {
    const fields = fieldsOf(node)
    const [id, name] = [textOf(fields?.['id']), textOf(fields?.['name'])]
    return id === null || name === null ? [] : [{ node: id, name }]
  })

const newest = (created: Instant, events: readonly unknown[]): Instant =>
  events
    .flatMap((event) => instantIn(fieldsOf(event)?.['createdAt']) ?? [])
    .reduce((one, other) => (other > one ? other : one), created)

function halfIn(value: unknown): Half | null {
  const fields = fieldsOf(value)
  const pull = pullIn(value)
  const node = textOf(fields?.['id'])
  const title = textOf(fields?.['title'])
  const state = STATES[textOf(fields?.['state']) ?? '']
  const labels = nodesOf(fields?.['labels'])
  const asked = nodesOf(fields?.['reviewRequests'])
  const events = nodesOf(fields?.['timelineItems'])
  const comments = commentsIn(fields?.['comments'])
  if (pull === null || node === null || title === null || state === undefined || comments === null) return null
  if (labels === null || asked === null || events === null) return null
  return {
    pull,
    comments,
    node,
    title,
    state,
    draft: fields?.['isDraft'] === true,
    labels: labelsIn(labels),
    asked: numbersIn(asked),
    since: newest(pull.createdAt, events),
  }
}

const alarmsIn = (nodes: readonly unknown[]): readonly Alarm[] =>
  nodes.flatMap((node) => {
    const fields = fieldsOf(node)
    const [id, title, body] = [textOf(fields?.['id']), textOf(fields?.['title']), textOf(fields?.['body'])]
    const number = countOf(fields?.['number'])
    const marker = body === null ? undefined : /^<!-- daypass:alarm [^\n>]* -->/.exec(body)?.[0]
    if (fields?.['viewerDidAuthor'] !== true || id === null || title === null || body === null || number === null)
      return []
    return marker === undefined ? [] : [{ node: id, number, title, body, marker }]
  })

function glanceIn(repository: Fields | null): Glance | null {
  const node = textOf(repository?.['id'])
  const id = countOf(repository?.['databaseId'])
  const defaultBranch = textOf(fieldsOf(repository?.['defaultBranchRef'])?.['name'])
  const open = countOf(fieldsOf(repository?.['open'])?.['totalCount'])
  const labels = nodesOf(repository?.['labels'])
  if (node === null || id === null || defaultBranch === null || open === null) return null
  if (labels === null) return null
  return {
    repository: node,
    id,
    defaultBranch,
    labels: new Map(labelsIn(labels).map((label) => [label.name, label.node])),
    open,
  }
}

const repositoryIn = (reply: GraphqlReply): Fields | null => fieldsOf(fieldsOf(reply.data)?.['repository'])

/** Whatever else went wrong, errors about single pull requests leave the others readable. */
function glanceOf(reply: Answer<GraphqlReply>): Answer<Glance> {
  if (reply.is === 'unknown') return reply
  const glance = glanceIn(repositoryIn(reply.value))
  if (glance !== null) return known(glance)
  const wrong = reply.value.errors[0]
  return wrong === undefined ? garbage('a repository of another shape') : unknown(wrong.error)
}

export const glance = async (where: Where): Promise<Answer<Glance>> =>
  glanceOf(await where.client.graphql('glance', GLANCE_QUERY, { owner: where.owner, name: where.name }))

export async function watch(where: Where): Promise<Answer<Watch>> {
  const reply = await where.client.graphql('watch', WATCH_QUERY, { owner: where.owner, name: where.name })
  const seen = glanceOf(reply)
  if (reply.is === 'unknown' || seen.is === 'unknown') return seen.is === 'unknown' ? seen : garbage('no answer')
  const issues = nodesOf(repositoryIn(reply.value)?.['issues'])
  const wrong = reply.value.errors[0]
  if (issues !== null) return known({ glance: seen.value, alarms: alarmsIn(issues) })
  return wrong === undefined ? garbage('a list of issues of another shape') : unknown(wrong.error)
}

/** Reads on where ours was not among the first comments: whoever talks much must not hide it. */
async function stickiesOf(where: Where, halves: readonly Half[]): Promise<ReadonlyMap<number, Answer<Sticky | null>>> {
  const found = new Map<number, Answer<Sticky | null>>(
    halves.map(({ pull, comments }) => [pull.number, known(comments.sticky)]),
  )
  let left = halves.flatMap(({ pull, comments: { next } }) => (next === null ? [] : [{ number: pull.number, next }]))
  while (left.length > 0) {
    const answers = await askAll(
      where,
      {
        call: 'comments',
        size: SIZE,
        query: commentsQuery,
        variables: ({ number, next }, at) => ({ [`number${at}`]: number, [`after${at}`]: next }),
      },
      left,
    )
    left = left.flatMap(({ number, next }, at) => {
      const answer = answers[at] ?? garbage('no answer')
      const page = answer.is === 'known' ? commentsIn(fieldsOf(answer.value)?.['comments']) : null
      if (page === null || page.next === next) {
        found.set(number, answer.is === 'unknown' ? answer : garbage('a page of comments of another shape'))
        return []
      }
      found.set(number, known(page.sticky))
      return page.next === null ? [] : [{ number, next: page.next }]
    })
  }
  return found
}

async function wholeThreads(where: Where, halves: readonly Half[]): Promise<ReadonlyMap<number, Answer<Thread>>> {
  const [reviews, stickies] = await Promise.all([
    allReviews(where, new Map(halves.map(({ pull }) => [pull.number, pull]))),
    stickiesOf(where, halves),
  ])
  return new Map(
    halves.map(({ pull: so, comments: _comments, ...half }): [number, Answer<Thread>] => {
      const pull = wholePull(so, reviews)
      const sticky = stickies.get(pull.number) ?? garbage('no comments')
      if (sticky.is === 'unknown') return [pull.number, sticky]
      const { number, author, baseRef, baseRepository, head, mergedAt, mergeCommit } = pull
      const facts = { number, author, baseRef, baseRepository, head, mergedAt, mergeCommit, reviews: pull.reviews }
      return [pull.number, known({ ...half, ...facts, sticky: sticky.value })]
    }),
  )
}

async function namedSome(where: Where, numbers: readonly number[]): Promise<Answer<Seen>> {
  const variables = Object.assign(
    { owner: where.owner, name: where.name },
    ...numbers.map((number, at) => ({ [`number${at}`]: number })),
  )
  const reply = await where.client.graphql('threads', threadsQuery(numbers.length), variables)
  const seen = glanceOf(reply)
  if (reply.is === 'unknown' || seen.is === 'unknown') return seen.is === 'unknown' ? seen : garbage('no answer')
  const fields = repositoryIn(reply.value)
  const threads = new Map<number, Answer<Thread>>()
  const halves = numbers.flatMap((number, at): readonly Half[] => {
    const wrong = reply.value.errors.find(({ path }) => path[1] === `a${at}`)
    const half = halfIn(fields?.[`a${at}`])
    if (half?.pull.number === number) return [half]
    const said =
      half === null
        ? `pull request ${number} is not there, or of another shape`
        : `asked for pull request ${number}, GitHub answered ${half.pull.number}`
    threads.set(number, wrong === undefined ? garbage(said) : unknown(wrong.error))
    return []
  })
  for (const [number, thread] of await wholeThreads(where, halves)) threads.set(number, thread)
  return known({ glance: seen.value, threads })
}

/** Pull requests by number, open or not; one that is not there is unknown. */
export async function namedThreads(where: Where, numbers: readonly number[]): Promise<Answer<Seen>> {
  const asked = [...new Set(numbers)]
  const threads = new Map<number, Answer<Thread>>()
  let first: Glance | null = null
  for (let from = 0; from < Math.max(1, asked.length); from += SIZE) {
    const seen = await namedSome(where, asked.slice(from, from + SIZE))
    if (seen.is === 'unknown') return seen
    first ??= seen.value.glance
    for (const [number, thread] of seen.value.threads) threads.set(number, thread)
  }
  return first === null ? garbage('nothing was asked') : known({ glance: first, threads })
}

/** Every open pull request, oldest first. */
export async function openThreads(where: Where): Promise<Answer<Seen>> {
  const halves: Half[] = []
  let [after, first]: [string | null, Glance | null] = [null, null]
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const variables = { owner: where.owner, name: where.name, after }
    const reply: Answer<GraphqlReply> = await where.client.graphql('open pull requests', OPEN_QUERY, variables)
    const seen = glanceOf(reply)
    if (reply.is === 'unknown' || seen.is === 'unknown') return seen.is === 'unknown' ? seen : garbage('no answer')
    first ??= seen.value
    const pulls = fieldsOf(repositoryIn(reply.value)?.['pullRequests'])
    const [info, nodes] = [fieldsOf(pulls?.['pageInfo']), listOf(pulls?.['nodes'])]
    if (info === null || nodes === null) return garbage('a list of pull requests of another shape')
    halves.push(...nodes.flatMap((node) => halfIn(node) ?? []))
    const next = info['hasNextPage'] === true ? textOf(info['endCursor']) : null
    if (next === null || next === after) break
    after = next
  }
  return first === null ? garbage('no answer') : known({ glance: first, threads: await wholeThreads(where, halves) })
}
