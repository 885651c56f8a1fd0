// Pull requests that are asked for by number: what counts as an answer about each of them.

import { expect, it } from 'vitest'
import { known, unknown } from '../../src/core/model/edge-error.ts'
import type { GithubClient } from '../../src/edges/github/client.ts'
import { namedThreads } from '../../src/edges/github/threads.ts'

const pull = (number: number) => ({
  id: `PR_${number}`,
  number,
  title: 'Access',
  state: 'OPEN',
  isDraft: false,
  createdAt: '2026-12-01T09:00:00Z',
  merged: false,
  mergedAt: null,
  baseRefName: 'main',
  headRefOid: 'a'.repeat(40),
  baseRepository: { databaseId: 1 },
  mergeCommit: null,
  author: null,
  labels: { nodes: [] },
  reviewRequests: { nodes: [] },
  timelineItems: { nodes: [] },
  comments: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
  reviews: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
})

/** A GitHub that answers each alias with one of these. */
const answering = (...pulls: readonly unknown[]): GithubClient => ({
  graphql: async () =>
    known({
      data: {
        repository: {
          id: 'R_1',
          databaseId: 1,
          defaultBranchRef: { name: 'main' },
          open: { totalCount: 2 },
          labels: { nodes: [] },
          ...Object.fromEntries(pulls.map((one, at) => [`a${at}`, one])),
        },
      },
      errors: [],
    }),
  mutate: async () => unknown({ kind: 'invalid', call: 'x', said: 'nothing is changed here' }),
  rest: async () => unknown({ kind: 'invalid', call: 'x', said: 'nothing is asked here' }),
  calls: () => 0,
  serverTime: () => null,
})

async function seen(client: GithubClient): Promise<Readonly<Record<number, string>>> {
  const answer = await namedThreads({ client, owner: 'o', name: 'r' }, [1, 2])
  if (answer.is === 'unknown') throw new Error(answer.because.said)
  return Object.fromEntries(
    [...answer.value.threads].map(([number, thread]) => [
      number,
      thread.is === 'known' ? `is ${thread.value.number}` : `${thread.because.kind}: ${thread.because.said}`,
    ]),
  )
}

const NOT_THERE = (number: number) => `garbage: pull request ${number} is not there, or of another shape`

it.each([
  ['that are there are known', [pull(1), pull(2)], { 1: 'is 1', 2: 'is 2' }],
  ['that are not there are unknown', [pull(1), null], { 1: 'is 1', 2: NOT_THERE(2) }],
  [
    'for which another came are unknown, and the other is nobody asked for',
    [pull(1), pull(3)],
    { 1: 'is 1', 2: 'garbage: asked for pull request 2, GitHub answered 3' },
  ],
  [
    'that came in the place of each other are both unknown',
    [pull(2), pull(1)],
    {
      1: 'garbage: asked for pull request 1, GitHub answered 2',
      2: 'garbage: asked for pull request 2, GitHub answered 1',
    },
  ],
])('pull requests %s', async (_which, pulls, told) => {
  expect(await seen(answering(...pulls))).toEqual(told)
})
