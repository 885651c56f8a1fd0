// How GitHub is asked for pull requests as conversations, and for what is open beside them.

import { aboutRepository, aliased, declared, PULL_FRAGMENTS } from './query-parts.ts'

/** The label that tells our issues from others'; display only, the marker and the author decide. */
export const ALARM_LABEL = 'daypass: alarm'

/** Pull requests in one question about all open ones, and comments of each in it. */
const PAGE = 25

const THREAD = `
fragment Thread on PullRequest {
  ...Pull
  id
  title
  state
  isDraft
  labels(first: 20) { nodes { id name } }
  reviewRequests(first: 50) { nodes { requestedReviewer { ... on User { databaseId } } } }
  timelineItems(last: 5, itemTypes: [REOPENED_EVENT, READY_FOR_REVIEW_EVENT]) {
    nodes { ... on ReopenedEvent { createdAt } ... on ReadyForReviewEvent { createdAt } }
  }
  comments(first: 100) { pageInfo { hasNextPage endCursor } nodes { id body viewerDidAuthor } }
}`

const GLANCE = `    id
    defaultBranchRef { name }
    labels(first: 50, query: "daypass") { nodes { id name } }
    open: pullRequests(first: 1, states: OPEN) { totalCount }`

export const GLANCE_QUERY = aboutRepository('DaypassGlance', '', GLANCE, [])

export const WATCH_QUERY = aboutRepository(
  'DaypassWatch',
  '',
  `${GLANCE}
    issues(first: 50, states: OPEN, labels: ["${ALARM_LABEL}"]) { nodes { id number title body viewerDidAuthor } }`,
  [],
)

/** Variables `number0 …`, aliases `a0 …`. */
export const threadsQuery = (count: number): string =>
  aboutRepository(
    'DaypassThreads',
    declared(count, { number: 'Int!' }),
    `${GLANCE}\n${aliased(count, (at) => `a${at}: pullRequest(number: $number${at}) { ...Thread }`)}`,
    [THREAD, ...PULL_FRAGMENTS],
  )

/** Variable `after`: null for the first page. */
export const OPEN_QUERY = aboutRepository(
  'DaypassOpen',
  ', $after: String',
  `${GLANCE}
    pullRequests(first: ${PAGE}, after: $after, states: OPEN, orderBy: {field: CREATED_AT, direction: ASC}) {
      pageInfo { hasNextPage endCursor }
      nodes { ...Thread }
    }`,
  [THREAD, ...PULL_FRAGMENTS],
)

/** Variables `number0 … after0 …`. */
export const commentsQuery = (count: number): string =>
  aboutRepository(
    'DaypassComments',
    declared(count, { number: 'Int!', after: 'String!' }),
    aliased(
      count,
      (at) =>
        `a${at}: pullRequest(number: $number${at}) { comments(first: 100, after: $after${at}) { pageInfo { hasNextPage endCursor } nodes { id body viewerDidAuthor } } }`,
    ),
    [],
  )

/** Variables `login0 …`: accounts that may have been renamed since. */
export const usersQuery = (count: number): string =>
  `query DaypassUsers(${Array.from({ length: count }, (_, at) => `$login${at}: String!`).join(', ')}) {
${Array.from({ length: count }, (_, at) => `  a${at}: user(login: $login${at}) { id databaseId }`).join('\n')}
}`
