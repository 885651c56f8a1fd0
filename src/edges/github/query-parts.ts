// What questions to GitHub are made of: fragments, and one question about many things by aliases.

export const ACTOR = `
fragment Account on Actor {
  __typename
  login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
}`

export const REVIEW = `
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

/** What a question that holds `...Pull` must bring along. */
export const PULL_FRAGMENTS: readonly string[] = [PULL, REVIEW, ACTOR]

/** Pull requests that a commit may be tied to; more of them are not read. */
export const MOST_PULLS = 5

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

export const declared = (count: number, names: Readonly<Record<string, string>>): string =>
  numbers(count)
    .flatMap((at) => Object.entries(names).map(([name, type]) => `, $${name}${at}: ${type}`))
    .join('')

export const aliased = (count: number, field: (at: number) => string): string =>
  numbers(count)
    .map((at) => `    ${field(at)}`)
    .join('\n')

export const aboutRepository = (
  name: string,
  variables: string,
  fields: string,
  fragments: readonly string[],
): string =>
  `
query ${name}($owner: String!, $name: String!${variables}) {
  repository(owner: $owner, name: $name) {
    databaseId
${fields}
  }
}
${fragments.map((fragment) => fragment.trim()).join('\n')}`.trim()
