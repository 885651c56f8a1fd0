// What reviewers last said before a merge, and since: which approvals stand, and which objections.

import { describe, expect, it } from 'vitest'
import type { Review } from '../../../src/core/approval/evidence.ts'
import { whatWasSaid } from '../../../src/core/approval/proof-reviews.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import { HOUR, later, MINUTE } from '../../../src/core/model/time.ts'
import { commit, MERGED, review, UNREAD, user } from './proof-story.ts'

const said = (...reviews: readonly Review[]) =>
  whatWasSaid(reviews, MERGED, ({ blobs }) => (blobs.is === 'known' ? known(blobs.value.size > 0) : blobs))

/** So many minutes before the merge, by the review of that number. */
const at = (text: string, minutes: number | null, number = 1, rest: Partial<Review> = {}) =>
  review(text, { submittedAt: minutes === null ? null : later(MERGED, -minutes * MINUTE), ...rest }, number)

describe('an approval that stands', () => {
  it('says who gave it, by which review, how long before the merge, and of which bytes', () => {
    expect(said(at('lena', 90, 7))).toEqual({
      approvals: [
        {
          account: 102,
          login: 'lena',
          review: 7,
          age: 90 * MINUTE,
          sameBytes: 'yes',
          says: 'lena approved 1h 30m before the merge',
        },
      ],
      objections: [],
    })
  })

  it.each<[string, Partial<Review>, object]>([
    [
      'of other bytes',
      { blobs: known(new Map()) },
      { sameBytes: 'no', says: 'lena approved other bytes than those that landed' },
    ],
    ['of a commit that is gone', { commit: null }, { sameBytes: 'no', says: 'lena approved a commit that is gone' }],
    [
      'of what could not be read',
      { blobs: UNREAD },
      { sameBytes: 'unknown', says: 'what lena approved could not be read: GitHub: unreachable (timeout)' },
    ],
    ['of another commit with the same bytes', { commit: commit('H0') }, { sameBytes: 'yes' }],
  ])('says so %s', (_says, rest, told) => {
    expect(said(at('lena', 60, 1, rest)).approvals).toEqual([expect.objectContaining({ ...told, age: HOUR })])
  })
})

/** `lena 2` is an approval by review 2, `!lena 2` an objection. */
const told = (...reviews: readonly Review[]): string => {
  const { approvals, objections } = said(...reviews)
  return [
    ...approvals.map(({ login, review: number }) => `${login} ${number}`),
    ...objections.map(({ login, review: number }) => `!${login} ${number}`),
  ].join(', ')
}

describe('of all that somebody said', () => {
  it.each<[string, readonly Review[], string]>([
    ['the last word counts', [at('lena', 9, 1), at('lena', 5, 2)], 'lena 2'],
    ['the last word counts, in whatever order they are told', [at('lena', 5, 2), at('lena', 9, 1)], 'lena 2'],
    ['the higher number was later in the same second', [at('!lena', 5, 2), at('lena', 5, 1)], '!lena 2'],
    ['the higher number was later in the same second', [at('!lena', 5, 1), at('lena', 5, 2)], 'lena 2'],
    ['a later time counts though its number is lower', [at('!lena', 9, 2), at('lena', 5, 1)], 'lena 1'],
    ['a comment is no word', [at('lena', 9, 1), at('?lena', 5, 2)], 'lena 1'],
    ['what was taken back is no word', [at('lena', 9, 1), at('-lena', 5, 2)], ''],
    ['what is not sent yet is no word', [at('lena', 9, 1, { state: 'PENDING' })], ''],
    ['an approval in the second of the merge counts', [at('lena', 0)], 'lena 1'],
    ['an approval after the merge does not', [at('lena', -1)], ''],
    ['an approval that has no time does not', [at('lena', null)], ''],
    ['an objection after the merge counts', [at('lena', 9, 1), at('!lena', -1, 2)], '!lena 2'],
    ['an objection that has no time counts', [at('lena', 9, 1), at('!lena', null, 2)], '!lena 2'],
    ['an objection is not mended after the merge', [at('!lena', 9, 1), at('lena', -1, 2)], '!lena 1'],
    ['an objection is not taken back after the merge', [at('!lena', 9, 1), at('-lena', -1, 2)], '!lena 1'],
    ['an objection that was mended before the merge is none', [at('!lena', 9, 1), at('lena', 5, 2)], 'lena 2'],
    ['an approval that was taken back after the merge stands', [at('lena', 9, 1), at('-lena', -1, 2)], 'lena 1'],
    ['of two without a time the higher number was later', [at('!lena', null, 1), at('lena', null, 2)], ''],
  ])('%s', (_says, reviews, is) => {
    expect(told(...reviews)).toBe(is)
  })

  it('a machine, a deleted account or a mannequin has no word', () => {
    const by = (author: Review['author']) => at('lena', 9, 1, { author })
    expect(told(by(null), by({ ...user('lena'), type: 'Bot' }), by({ ...user('lena'), type: 'Mannequin' }))).toBe('')
  })

  it('each account is told by itself, in order of its number', () => {
    const all = [at('omar', 9, 1), at('!carl', 9, 2), at('lena', 5, 3), at('!nils', 5, 4), at('omar', 3, 5)]
    expect(told(...all)).toBe('lena 3, omar 5, !nils 4, !carl 2')
    expect(said()).toEqual({ approvals: [], objections: [] })
  })

  it('an account is known by its number, whatever it calls itself', () => {
    const renamed = at('!lena', 5, 2, { author: { ...user('lena'), login: 'lena-2' } })
    expect(told(at('lena', 9, 1), renamed)).toBe('!lena-2 2')
  })
})
