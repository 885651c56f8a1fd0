// What GitHub is asked, word by word: GraphQL documents, many things in one question by aliases.

import { ACTOR, aboutRepository, aliased, declared, MOST_PULLS, PULL_FRAGMENTS, REVIEW } from './query-parts.ts'

export const REPOSITORY = aboutRepository('DaypassRepository', '', '    defaultBranchRef { name target { oid } }', [])

/** Variables `oid0 …`, aliases `a0 …`. */
export const landingsQuery = (count: number): string =>
  aboutRepository(
    'DaypassLandings',
    declared(count, { oid: 'GitObjectID!' }),
    aliased(
      count,
      (at) =>
        `a${at}: object(oid: $oid${at}) { ... on Commit { oid associatedPullRequests(first: ${MOST_PULLS}) { totalCount nodes { ...Pull } } } }`,
    ),
    PULL_FRAGMENTS,
  )

/** Variables `number0 …`: pull requests by number, with the first page of their reviews. */
export const pullsQuery = (count: number): string =>
  aboutRepository(
    'DaypassPulls',
    declared(count, { number: 'Int!' }),
    aliased(count, (at) => `a${at}: pullRequest(number: $number${at}) { ...Pull }`),
    PULL_FRAGMENTS,
  )

/** Variables `number0 … after0 …`. */
export const reviewsQuery = (count: number): string =>
  aboutRepository(
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
  aboutRepository(
    'DaypassBlobs',
    declared(count, { at: 'String!' }),
    aliased(count, (at) => `a${at}: object(expression: $at${at}) { __typename oid }`),
    [],
  )

/** Variables `at0 …`: `<commit>:<directory>`; the entries of that directory alone. */
export const treesQuery = (count: number): string =>
  aboutRepository(
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
  aboutRepository(
    'DaypassIssues',
    declared(count, { number: 'Int!' }),
    aliased(
      count,
      (at) =>
        `a${at}: issue(number: $number${at}) { number body createdAt author { ...Account } editor { ...Account } userContentEdits(first: 100) { pageInfo { hasNextPage } nodes { editor { ...Account } } } }`,
    ),
    [ACTOR],
  )
