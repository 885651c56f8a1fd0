// Landings of every good shape that GitHub can make, on real git: each is proved.

import { describe, expect, it } from 'vitest'
import { mergeQueue } from '../../src/sandbox/github/actions/merging.ts'
import { fork, renameUser } from '../../src/sandbox/github/actions/people.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { push, pushToPull } from '../../src/sandbox/github/actions/pushing.ts'
import { newestPull } from '../../src/sandbox/github/records.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { freshFolder } from '../sandbox/github-ground.ts'
import {
  approved,
  FILES,
  headOfMain,
  merge,
  onMain,
  PATH,
  proposed,
  type Row,
  verdictOn,
} from './github-proof-ground.ts'
import { acme, landed, start, withSettings } from './github-story.ts'

const deleted = (): WithGithub =>
  onMain(landed(withSettings(), { branch: 'old', files: FILES }), { [PATH]: null }, start + 61)

const forked = (): WithGithub => {
  let world = fork(withSettings(), {
    repository: acme,
    by: 'marta',
    gitDirectory: `${freshFolder()}/fork.git`,
    at: start + 5,
  })
  world = push(world, { repository: 'marta/access', by: 'marta', branch: 'r1', files: FILES, at: start + 10 })
  world = openPull(world, {
    repository: acme,
    author: 'marta',
    title: 'r1',
    head: 'r1',
    fork: 'marta/access',
    at: start + 20,
  })
  return approved(world)
}

const GOOD: readonly Row[] = [
  ['a squash', 'proved', () => merge(proposed(withSettings(), 'r1', FILES))],
  ['a merge commit', 'proved', () => merge(proposed(withSettings(), 'r1', FILES), 'merge')],
  ['a rebase of one commit', 'proved', () => merge(proposed(withSettings(), 'r1', FILES), 'rebase')],
  [
    'a squash of a branch that is behind',
    'proved',
    () => merge(onMain(proposed(withSettings(), 'r1', FILES), { 'README.md': 'new\n' })),
  ],
  [
    'a merge commit of a branch that is behind',
    'proved',
    () => merge(onMain(proposed(withSettings(), 'r1', FILES), { 'README.md': 'new\n' }), 'merge'),
  ],
  [
    'a branch that was updated from main and approved again',
    'proved',
    () => {
      let world = onMain(proposed(withSettings(), 'r1', FILES), { 'README.md': 'new\n' })
      const pull = newestPull(world, acme)
      world = pushToPull(world, {
        repository: acme,
        pull: pull.number,
        by: 'marta',
        files: { 'README.md': 'new\n' },
        parents: [pull.head.oid, headOfMain(world)],
        at: start + 35,
      })
      return merge(approved(world, 'ivan', start + 40))
    },
  ],
  ['a pull request from a fork', 'proved', () => merge(forked())],
  [
    'a queue, committed long before it merged',
    'proved',
    () => {
      let world = proposed(withSettings(), 'r0', { 'config/requests/r0.yaml': 'for: ivan\n' })
      const first = newestPull(world, acme).number
      world = proposed(world, 'r1', FILES)
      return mergeQueue(world, {
        repository: acme,
        pulls: [first, newestPull(world, acme).number],
        method: 'squash',
        at: start + 60,
        committedAt: start + 40,
      })
    },
  ],
  [
    'several commits in one squash',
    'proved',
    () => {
      const world = proposed(withSettings(), 'r1', { [PATH]: 'for: ivan\n' })
      return merge(
        approved(
          pushToPull(world, { repository: acme, pull: 1, by: 'marta', files: FILES, at: start + 35 }),
          'ivan',
          start + 40,
        ),
      )
    },
  ],
  [
    'a renamed author',
    'proved',
    () => renameUser(merge(proposed(withSettings(), 'r1', FILES)), { login: 'marta', to: 'marta-2' }),
  ],
  [
    'a deleted request, added again by a new pull request',
    'proved',
    () => merge(proposed(deleted(), 'again', FILES), 'squash', { at: start + 70 }),
  ],
]

describe('a landing by a good way is proved', () => {
  it.each(GOOD.map(([says, is, world, now]) => ({ says, is, world, now })))(
    '$says: $is',
    async ({ is, world, now }) => {
      const given = await verdictOn(world(), now)
      expect([given.is, given]).toEqual([is, expect.anything()])
    },
  )
})
