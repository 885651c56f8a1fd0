// Whose approval counts, and whose objection stands in the way.

import { DAY, HOUR, later } from '../../../../src/core/model/time.ts'
import { approvedBy, rule, settings } from '../company.ts'
import { MERGED, review, reviewed, UNREAD, user } from '../proof-story.ts'
import { changed, type Row } from './ground.ts'

export const REVIEWS: readonly Row[] = [
  ['nobody approved', 'approvals-missing', () => ({ pull: { reviews: reviewed() } })],
  [
    'the author approves',
    'approvals-missing',
    () => ({ pull: { author: user('lena'), reviews: reviewed(review('lena')) }, ask: { for: 'lena' } }),
  ],
  [
    'the beneficiary approves',
    'approvals-missing',
    () => ({
      ask: { for: 'lena' },
      everywhere: settings([
        rule('leads', { ways: [approvedBy('@leads @security')], limits: { onBehalf: 'allowed' } }),
      ]),
      pull: { reviews: reviewed(review('lena')) },
    }),
  ],
  [
    'a second account of the author is nobody',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('marta-2')) } }),
  ],
  ['somebody without the right approves', 'approvals-missing', () => ({ pull: { reviews: reviewed(review('nils')) } })],
  ['an outsider approves', 'approvals-missing', () => ({ pull: { reviews: reviewed(review('mallory')) } })],
  [
    'a bot with the number of an approver',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('lena', { author: { type: 'Bot', id: 102, login: 'lena' } })) } }),
  ],
  [
    'a deleted account approved',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('lena', { author: null })) } }),
  ],
  ['an approver who is two people', 'approvals-missing', () => ({ everywhere: changed('sam', { githubId: 102 }) })],
  ['a comment is no opinion', 'approvals-missing', () => ({ pull: { reviews: reviewed(review('?lena')) } })],
  [
    'a comment after the approval changes nothing',
    'proved',
    () => ({ pull: { reviews: reviewed(review('lena'), review('?lena', { submittedAt: later(MERGED, -60) })) } }),
  ],
  ['a dismissed approval', 'approvals-missing', () => ({ pull: { reviews: reviewed(review('-lena')) } })],
  ['a dismissed objection clears', 'proved', () => ({ pull: { reviews: reviewed(review('-omar'), review('lena')) } })],
  [
    'a dismissal clears the approval before it',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('lena'), review('-lena', { submittedAt: later(MERGED, -60) })) } }),
  ],
  [
    'an approval a second after the merge',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('lena', { submittedAt: later(MERGED, 1) })) } }),
  ],
  [
    'an approval at the very second of the merge',
    'proved',
    () => ({ pull: { reviews: reviewed(review('lena', { submittedAt: MERGED })) } }),
  ],
  [
    'an approval without a time',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('lena', { submittedAt: null })) } }),
  ],
  [
    'an approval seven days old',
    'proved',
    () => ({ pull: { reviews: reviewed(review('lena', { submittedAt: later(MERGED, -7 * DAY) })) } }),
  ],
  [
    'an approval a second older',
    'approvals-missing',
    () => ({ pull: { reviews: reviewed(review('lena', { submittedAt: later(MERGED, -7 * DAY - 1) })) } }),
  ],
  [
    'approved, then objected',
    'changes-requested',
    () => ({ pull: { reviews: reviewed(review('lena', { submittedAt: later(MERGED, -2 * HOUR) }), review('!lena')) } }),
  ],
  [
    'objected, then approved',
    'proved',
    () => ({ pull: { reviews: reviewed(review('!lena', { submittedAt: later(MERGED, -2 * HOUR) }), review('lena')) } }),
  ],
  [
    'objected, and approved too late',
    'changes-requested',
    () => ({
      pull: { reviews: reviewed(review('!lena'), review('lena', { submittedAt: later(MERGED, 9) }), review('omar')) },
    }),
  ],
  [
    'another approver objects',
    'changes-requested',
    () => ({ pull: { reviews: reviewed(review('lena'), review('!omar')) } }),
  ],
  [
    'an objection to older bytes stands',
    'changes-requested',
    () => ({ pull: { reviews: reviewed(review('lena'), review('!omar', { commit: null, blobs: UNREAD })) } }),
  ],
  [
    'an objection after the merge still stands in the way',
    'changes-requested',
    () => ({ pull: { reviews: reviewed(review('lena'), review('!omar', { submittedAt: later(MERGED, 30) })) } }),
  ],
  [
    'an objection without a time stands',
    'changes-requested',
    () => ({ pull: { reviews: reviewed(review('lena'), review('!omar', { submittedAt: null })) } }),
  ],
  [
    'an objection of somebody without the right is none',
    'proved',
    () => ({ pull: { reviews: reviewed(review('lena'), review('!nils')) } }),
  ],
  [
    'an objection of an outsider is none',
    'proved',
    () => ({ pull: { reviews: reviewed(review('lena'), review('!mallory')) } }),
  ],
  [
    'an objection of an account that could be an approver',
    'changes-requested',
    () => ({
      everywhere: changed('sam', { githubId: 103 }),
      pull: { reviews: reviewed(review('lena'), review('!omar')) },
    }),
  ],
  [
    'two accounts of one account are one approval',
    'approvals-missing',
    () => ({
      everywhere: settings([rule('leads', { ways: [approvedBy('@leads', 2)] })]),
      pull: { reviews: reviewed(review('lena'), review('lena')) },
    }),
  ],
  ['a hundred and first review hides on a page that failed', 'unknown', () => ({ pull: { reviews: UNREAD } })],
]
