// What GitHub is asked, word by word: GraphQL documents, many things in one question by aliases.

const ACTOR = `
fragment Account on Actor {
  __typename
  login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
}`

const REVIEW = `
fragment Opinion on PullRequestReview {
  fullDatabaseId
  state
  submittedAt
  author { ...Account }
  commit { oid }
}`

const PULL = `
fragment Pull on PullRequest {
  number
  createdAt
  merged
  mergedAt
  baseRefName
  headRefOid
  baseRepository { databaseId }
  mergeCommit { oid }
  author { ...Account }
  reviews(first: 100) { pageInfo { hasNextPage endCursor } nodes { ...Opinion } }
}`

/** Pull requests that a commit may be tied to; more of them are not read. */
export const MOST_PULLS = 5

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

const declared = (count: number, names: Readonly<Record<string, string>>): string =>
  numbers(count)
    .flatMap((at) => Object.entries(names).map(([name, type]) => `, $${name}${at}: ${type}`))
    .join('')

const aliased = (count: number, field: (at: number) => string): string =>
  numbers(count)
    .map((at) => `    ${field(at)}`)
    .join('\n')

const about = (name: string, variables: string, fields: string, fragments: readonly string[]): string =>
  `
query ${name}($owner: String!, $name: String!${variables}) {
  repository(owner: $owner, name: $name) {
    databaseId
${fields}
  }
}
${fragments.map((fragment) => fragment.trim()).join('\n')}`.trim()

export const REPOSITORY = about('DaypassRepository', '', '    defaultBranchRef { name target { oid } }', [])

/** Variables `oid0 …`, aliases `a0 …`. */
export const landingsQuery = (count: number): string =>
  about(
    'DaypassLandings',
    declared(count, { oid: 'GitObjectID!' }),
    aliased(
      count,
      (at) =>
        `a${at}: object(oid: $oid${at}) { ... on Commit { oid associatedPullRequests(first: ${MOST_PULLS}) { totalCount nodes { ...Pull } } } }`,
    ),
    [PULL, REVIEW, ACTOR],
  )

/** Variables `number0 …`: pull requests by number, with the first page of their reviews. */
export const pullsQuery = (count: number): string =>
  about(
    'DaypassPulls',
    declared(count, { number: 'Int!' }),
    aliased(count, (at) => `a${at}: pullRequest(number: $number${at}) { ...Pull }`),
    [PULL, REVIEW, ACTOR],
  )

/** Variables `number0 … after0 …`. */
export const reviewsQuery = (count: number): string =>
  about(
    'DaypassReviews',
    declared(count, { number: 'Int!', after: 'String!' }),
    aliased(
      count,
      (at) =>
        `a${at}: pullRequest(number: $number${at}) { number reviews(first: 100, after: $after${at}) { pageInfo { hasNextPage endCursor } nodes { ...Opinion } } }`,
    ),
    [REVIEW, ACTOR],
  )

/** Variables `at0 …`: `<commit>:<path>`. */
export const blobsQuery = (count: number): string =>
  about(
    'DaypassBlobs',
    declared(count, { at: 'String!' }),
    aliased(count, (at) => `a${at}: object(expression: $at${at}) { __typename oid }`),
    [],
  )

/** Variables `at0 …`: `<commit>:<directory>`; the entries of that directory alone. */
export const treesQuery = (count: number): string =>
  about(
    'DaypassTrees',
    declared(count, { at: 'String!' }),
    aliased(
      count,
      (at) => `a${at}: object(expression: $at${at}) { __typename ... on Tree { entries { name type oid } } }`,
    ),
    [],
  )

/** Variables `number0 …`. */
export const issuesQuery = (count: number): string =>
  about(
    'DaypassIssues',
    declared(count, { number: 'Int!' }),
    aliased(
      count,
      (at) =>
        `a${at}: issue(number: $number${at}) { number body author { ...Account } editor { ...Account } userContentEdits(first: 100) { pageInfo { hasNextPage } nodes { editor { ...Account } } } }`,
    ),
    [ACTOR],
  )
