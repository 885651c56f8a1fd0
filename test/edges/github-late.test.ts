// How long a landing without a pull request is waited for.

import { describe, expect, it } from 'vitest'
import { known, unknown } from '../../src/core/model/edge-error.ts'
import { type CommitId, id } from '../../src/core/model/id.ts'
import { instantOf } from '../../src/core/model/time.ts'
import type { GithubClient } from '../../src/edges/github/client.ts'
import { pullsOf } from '../../src/edges/github/pulls.ts'

const COMMIT = id<'commit'>('a'.repeat(40))
const NOW = 1_796_115_600

/** GitHub ties no pull request to any commit. */
const client: GithubClient = {
  graphql: async () =>
    known({ data: { repository: { a0: { associatedPullRequests: { totalCount: 0, nodes: [] } } } }, errors: [] }),
  mutate: async () => unknown({ kind: 'invalid', call: 'x', said: 'nothing is changed here' }),
  rest: async () => unknown({ kind: 'invalid', call: 'x', said: 'nothing is asked here' }),
  calls: () => 0,
  serverTime: () => instantOf(NOW),
}

async function waitsFor(landedAt: ReadonlyMap<CommitId, ReturnType<typeof instantOf>>): Promise<readonly number[]> {
  const waited: number[] = []
  const pause = async (milliseconds: number) => void waited.push(milliseconds)
  const found = await pullsOf({ client, owner: 'o', name: 'r' }, [COMMIT], { waits: [1, 2], pause, landedAt })
  expect(found.get(COMMIT)).toEqual(known([]))
  return waited
}

describe('a landing that GitHub ties to no pull request', () => {
  it.each([
    ['is asked for again while it is fresh', new Map([[COMMIT, instantOf(NOW - 299)]]), [1000, 2000]],
    ['is not waited for once it is minutes old', new Map([[COMMIT, instantOf(NOW - 300)]]), []],
    ['is asked for again where nobody knows how old it is', new Map(), [1000, 2000]],
  ])('%s', async (_what, landedAt, waits) => {
    expect(await waitsFor(landedAt)).toEqual(waits)
  })
})
