// Landings of every bad shape that GitHub can make, on real git: each is refused, and why.

import { describe, expect, it } from 'vitest'
import { claimMergeCommit, mergeCrafted } from '../../src/sandbox/github/actions/merging.ts'
import { addUser, removeUser } from '../../src/sandbox/github/actions/people.ts'
import { openPull, retarget } from '../../src/sandbox/github/actions/pulls.ts'
import { forcePush, push, pushToPull } from '../../src/sandbox/github/actions/pushing.ts'
import { dismiss, forgetReviewedCommits, review } from '../../src/sandbox/github/actions/reviews.ts'
import { newestPull } from '../../src/sandbox/github/records.ts'
import { company } from '../sandbox/github-ground.ts'
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

const BAD: readonly Row[] = [
  ['a direct push', 'no-pull-request', () => onMain(withSettings(), FILES)],
  [
    'a rebase of several commits',
    'changes-differ',
    () => {
      const world = proposed(withSettings(), 'r1', { 'config/requests/r0.yaml': 'for: ivan\n' })
      return merge(
        approved(
          pushToPull(world, { repository: acme, pull: 1, by: 'marta', files: FILES, at: start + 35 }),
          'ivan',
          start + 40,
        ),
        'rebase',
      )
    },
  ],
  [
    'an earlier commit of such a rebase',
    'not-this-landing',
    () => {
      const world = proposed(withSettings(), 'r1', FILES)
      return merge(
        approved(
          pushToPull(world, {
            repository: acme,
            pull: 1,
            by: 'marta',
            files: { 'config/requests/r0.yaml': 'for: ivan\n' },
            at: start + 35,
          }),
          'ivan',
          start + 40,
        ),
        'rebase',
      )
    },
  ],
  [
    'an edit of a merged request',
    'edited',
    () =>
      merge(
        proposed(landed(withSettings(), { branch: 'old', files: { [PATH]: 'for: ivan\n' } }), 'edit', FILES),
        'squash',
        { at: start + 70 },
      ),
  ],
  [
    'an edit inside the merge commit',
    'changes-differ',
    () =>
      mergeCrafted(proposed(withSettings(), 'r1', { [PATH]: 'for: ivan\n' }), {
        repository: acme,
        pull: 1,
        by: 'olga',
        at: start + 60,
        files: FILES,
      }),
  ],
  [
    'something slipped into the merge commit',
    'changes-differ',
    () =>
      mergeCrafted(proposed(withSettings(), 'r1', FILES), {
        repository: acme,
        pull: 1,
        by: 'olga',
        at: start + 60,
        files: { 'README.md': 'slipped\n' },
      }),
  ],
  [
    'a deleted request resurrected by a crafted merge',
    'changes-differ',
    () => {
      const old = landed(withSettings(), { branch: 'old', files: FILES })
      const before = proposed(old, 'other', { 'config/requests/r9.yaml': 'for: ivan\n' })
      const gone = onMain(before, { [PATH]: null }, start + 61)
      return mergeCrafted(gone, {
        repository: acme,
        pull: newestPull(gone, acme).number,
        by: 'olga',
        at: start + 70,
        files: FILES,
      })
    },
  ],
  [
    'bytes pushed after the approval',
    'approvals-missing',
    () =>
      merge(
        pushToPull(proposed(withSettings(), 'r1', { [PATH]: 'for: ivan\n' }), {
          repository: acme,
          pull: 1,
          by: 'marta',
          files: FILES,
          at: start + 40,
        }),
      ),
  ],
  ['another file with it', 'mixed', () => merge(proposed(withSettings(), 'r1', { ...FILES, 'README.md': 'x\n' }))],
  [
    'a rule with it',
    'mixed',
    () => merge(proposed(withSettings(), 'r1', { ...FILES, 'config/rules/all.yaml': 'x\n' })),
  ],
  [
    'a merge into another branch that then came by a push',
    'other-base',
    () => {
      let world = push(withSettings(), { repository: acme, by: 'olga', branch: 'develop', files: {}, at: start + 5 })
      world = push(world, { repository: acme, by: 'marta', branch: 'r1', files: FILES, at: start + 10 })
      world = openPull(world, { repository: acme, author: 'marta', title: 'r1', head: 'r1', at: start + 20 })
      world = approved(retarget(world, { repository: acme, pull: 1, base: 'develop', at: start + 25 }))
      world = merge(world)
      const commit = newestPull(world, acme).mergeCommit ?? ''
      return forcePush(world, { repository: acme, by: 'olga', branch: 'main', to: commit, at: start + 65 })
    },
  ],
  [
    'a record that names another commit as the merge',
    'changes-differ',
    () => {
      const world = onMain(
        merge(proposed(withSettings(), 'r1', { 'config/requests/r0.yaml': 'for: ivan\n' })),
        FILES,
        start + 65,
      )
      return claimMergeCommit(world, { repository: acme, pull: 1, commit: headOfMain(world) })
    },
  ],
  [
    'a deleted author',
    'author-unknown',
    () => removeUser(merge(proposed(withSettings(), 'r1', FILES)), { login: 'marta' }),
  ],
  [
    'somebody else under the old login',
    'author-unknown',
    () => {
      const world = addUser(removeUser(withSettings(), { login: 'marta' }), { id: 666, login: 'marta' })
      return merge(proposed(world, 'r1', FILES))
    },
  ],
  [
    'an approver who deleted the account',
    'approvals-missing',
    () => removeUser(merge(proposed(withSettings(), 'r1', FILES)), { login: 'ivan' }),
  ],
  [
    'a dismissed approval',
    'approvals-missing',
    () =>
      merge(
        dismiss(proposed(withSettings(), 'r1', FILES), { repository: acme, pull: 1, user: 'ivan', at: start + 40 }),
      ),
  ],
  [
    'an approved commit that was garbage-collected',
    'approvals-missing',
    () =>
      forgetReviewedCommits(merge(proposed(withSettings(), 'r1', FILES)), {
        repository: acme,
        pull: 1,
        at: start + 90,
      }),
  ],
  [
    'an approval after the merge',
    'approvals-missing',
    () => {
      let world = push(withSettings(), { repository: acme, by: 'marta', branch: 'r1', files: FILES, at: start + 10 })
      world = openPull(world, { repository: acme, author: 'marta', title: 'r1', head: 'r1', at: start + 20 })
      return approved(merge(world), 'ivan', start + 61)
    },
  ],
  [
    'an objection of another approver',
    'changes-requested',
    () =>
      merge(
        review(proposed(withSettings(), 'r1', FILES), {
          repository: acme,
          pull: 1,
          user: 'eve',
          state: 'CHANGES_REQUESTED',
          at: start + 40,
        }),
      ),
  ],
  [
    'a commit dated long after its merge',
    'clock',
    () => merge(proposed(withSettings(), 'r1', FILES), 'squash', { committedAt: start + 3600 }),
    start + 7200,
  ],
  [
    'a request that landed with the settings themselves',
    'bootstrap',
    () =>
      push(company(), {
        repository: acme,
        by: 'olga',
        branch: 'main',
        files: { ...FILES, 'config/daypass.yaml': 'x\n' },
        at: start + 5,
      }),
  ],
]

describe('a landing by a bad way is refused', () => {
  it.each(BAD.map(([says, is, world, now]) => ({ says, is, world, now })))('$says: $is', async ({ is, world, now }) => {
    const given = await verdictOn(world(), now)
    expect([given.is === 'refused' ? given.because : given.is, given]).toEqual([is, expect.anything()])
  })
})
