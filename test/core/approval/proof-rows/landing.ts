// Which landings bring a request, and which bring something else, at another time or with other bytes.

import { known } from '../../../../src/core/model/edge-error.ts'
import { HOUR, later, MINUTE } from '../../../../src/core/model/time.ts'
import { request } from '../company.ts'
import { asked, blob, CHANGES, change, commit, MERGED, PATH, PULL, review, reviewed, UNREAD } from '../proof-story.ts'
import { type Row, two } from './ground.ts'

export const LANDINGS: readonly Row[] = [
  ['a squash that an approver approved is proved', 'proved', () => ({})],
  ['a merge commit whose parent is the merge base is the same', 'proved', () => ({ landing: { parent: commit('P') } })],
  [
    'a branch that is behind, with the same changes, is proved',
    'proved',
    () => ({ pull: { changes: known({ mergeBases: [commit('OLD')], paths: CHANGES }) } }),
  ],
  [
    'a rebase of several commits lands as another commit than this',
    'not-this-landing',
    () => ({ pull: { mergeCommit: commit('L2') } }),
  ],
  [
    'the last commit of such a rebase holds less than the pull request',
    'changes-differ',
    () => ({
      pull: {
        changes: known({
          mergeBases: [commit('P')],
          paths: [...CHANGES, change('config/requests/r2.yaml', null, 'b2')],
        }),
      },
    }),
  ],
  ['a direct push has no pull request', 'no-pull-request', () => ({ pulls: known([]) })],
  [
    'a pull request that was never merged brings nothing',
    'no-pull-request',
    () => ({ pull: { merged: false, mergedAt: null } }),
  ],
  ['a time without a merge is not merged', 'no-pull-request', () => ({ pull: { merged: false } })],
  ['merged without a time is not merged', 'no-pull-request', () => ({ pull: { mergedAt: null } })],
  ['a merge into another branch', 'other-base', () => ({ pull: { baseRef: 'develop' } })],
  ['a merge into the default branch of a fork', 'other-base', () => ({ pull: { baseRepository: 8 } })],
  ['a merge without a commit', 'not-this-landing', () => ({ pull: { mergeCommit: null } })],
  [
    'one that carries the proof is enough',
    'proved',
    () => ({ pulls: known([{ ...PULL, number: 3, baseRef: 'develop' }, PULL]) }),
  ],
  [
    'one that carries it is enough beside one that cannot be read',
    'proved',
    () => ({ pulls: known([{ ...PULL, number: 3, reviews: UNREAD }, PULL]) }),
  ],
  [
    'one that cannot be read leaves it open',
    'unknown',
    () => ({
      pulls: known([
        { ...PULL, number: 3, reviews: UNREAD },
        { ...PULL, baseRef: 'develop' },
      ]),
    }),
  ],
  [
    'two halves of a proof are no proof',
    'not-this-landing',
    () => ({
      pulls: known([
        { ...PULL, reviews: reviewed(), mergeCommit: commit('X') },
        { ...PULL, number: 13, mergeCommit: commit('Y') },
      ]),
    }),
  ],
  [
    'a merge that changes more than the pull request',
    'changes-differ',
    () => ({ landing: { changes: known([...CHANGES, change('README.md', 'x', 'y')]) } }),
  ],
  [
    'a merge that changes less',
    'changes-differ',
    () => ({
      pull: {
        changes: known({
          mergeBases: [commit('P')],
          paths: [...CHANGES, change('config/requests/r2.yaml', null, 'b2')],
        }),
      },
    }),
  ],
  [
    'other bytes edited into the merge',
    'changes-differ',
    () => ({
      pull: {
        changes: known({ mergeBases: [commit('P')], paths: [change(PATH, null, 'b0')] }),
        headBlobs: known(new Map([[PATH, blob('b0')]])),
      },
    }),
  ],
  [
    'a mode edited into the merge',
    'changes-differ',
    () => ({ landing: { changes: known([change(PATH, null, 'b1', '100755')]) } }),
  ],
  [
    'other bytes before, and so another change',
    'changes-differ',
    () => ({ landing: { changes: known([change(PATH, 'b0', 'b1')]) } }),
  ],
  [
    'a merge that resurrects a deleted request',
    'changes-differ',
    () => ({ pull: { changes: known({ mergeBases: [commit('OLD')], paths: [] }) } }),
  ],
  ['histories that never met', 'changes-differ', () => ({ pull: { changes: known({ mergeBases: [], paths: [] }) } })],
  [
    'histories that met in several places',
    'changes-differ',
    () => ({ pull: { changes: known({ mergeBases: [commit('A'), commit('B')], paths: [] }) } }),
  ],
  [
    'histories that never met, whatever is said to have changed',
    'changes-differ',
    () => ({ pull: { changes: known({ mergeBases: [], paths: CHANGES }) } }),
  ],
  ['nothing changed at all', 'changes-differ', () => two()],
  ['another request landed, not this one', 'changes-differ', () => two(change('config/requests/r2.yaml', null, 'b2'))],
  ['an edit of a merged request', 'edited', () => two(change(PATH, 'b0', 'b1'))],
  ['a request that was deleted and is added again is new', 'proved', () => ({})],
  [
    'several requests in one pull request',
    'proved',
    () => two(...CHANGES, change('config/requests/r2.yaml', null, 'b2')),
  ],
  [
    'a request and the deletion of another',
    'proved',
    () => two(...CHANGES, change('config/requests/r0.yaml', 'b0', null)),
  ],
  ['a request and a rule together', 'mixed', () => two(...CHANGES, change('config/rules/all.yaml', 'x', 'y'))],
  ['a request and a hold together', 'mixed', () => two(...CHANGES, change('config/holds.yaml', null, 'y'))],
  [
    'a request and a workflow together',
    'mixed',
    () => two(...CHANGES, change('.github/workflows/daypass.yml', 'x', 'y')),
  ],
  [
    'a folder that only looks like requests',
    'mixed',
    () => two(...CHANGES, change('config/requests-2/x.yaml', null, 'y')),
  ],
]

export const BYTES: readonly Row[] = [
  [
    'other bytes at the head of the default branch',
    'bytes-differ',
    () => ({ asked: { request: { ...request({}), blob: blob('b9') } } }),
  ],
  [
    'other bytes at the head of the pull request',
    'bytes-differ',
    () => ({ pull: { headBlobs: known(new Map([[PATH, blob('b9')]])) } }),
  ],
  [
    'no file at the head of the pull request',
    'bytes-differ',
    () => ({ pull: { headBlobs: known(new Map([[PATH, null]])) } }),
  ],
  ['an executable file', 'bytes-differ', () => two(change(PATH, null, 'b1', '100755'))],
  ['a symlink', 'bytes-differ', () => two(change(PATH, null, 'b1', '120000'))],
  [
    'an approval of other bytes does not count',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('lena', { blobs: known(new Map([[PATH, blob('b0')]])) })) } }),
  ],
  [
    'an approval of a commit without the file does not count',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('lena', { blobs: known(new Map()) })) } }),
  ],
  [
    'an approval of a commit that is gone does not count',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('lena', { commit: null })) } }),
  ],
  [
    'an approval of an older commit with the same bytes counts',
    'proved',
    () => ({ pull: { reviews: reviewed(review('lena', { commit: commit('H0') })) } }),
  ],
]

export const CLOCKS: readonly Row[] = [
  [
    'a landing dated five minutes after the merge',
    'proved',
    () => ({
      landing: { at: later(MERGED, 5 * MINUTE) },
      asked: { version: { ...asked().version, landedAt: later(MERGED, 5 * MINUTE) }, now: later(MERGED, 10 * MINUTE) },
    }),
  ],
  [
    'a landing dated a second later than that',
    'clock',
    () => ({
      landing: { at: later(MERGED, 5 * MINUTE + 1) },
      asked: {
        version: { ...asked().version, landedAt: later(MERGED, 5 * MINUTE + 1) },
        now: later(MERGED, 10 * MINUTE),
      },
    }),
  ],
  [
    'a landing dated hours before the merge: time in the queue counts',
    'proved',
    () => ({
      landing: { at: later(MERGED, -HOUR) },
      asked: { version: { ...asked().version, landedAt: later(MERGED, -HOUR) } },
    }),
  ],
  [
    'a landing dated more than two minutes in our future',
    'clock',
    () => ({
      landing: { at: later(MERGED, 4 * MINUTE) },
      asked: { version: { ...asked().version, landedAt: later(MERGED, 4 * MINUTE) }, now: later(MERGED, MINUTE) },
    }),
  ],
  ['evidence with another date than the history', 'unknown', () => ({ landing: { at: MERGED } })],
  ['evidence of another landing', 'unknown', () => ({ landing: { landing: commit('L9') } })],
]
