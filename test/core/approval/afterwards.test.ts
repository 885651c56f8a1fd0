// Which review says that broken glass was looked at, and which says nothing.

import { describe, expect, it } from 'vitest'
import { reviewAfterwards } from '../../../src/core/approval/afterwards.ts'
import type { Actor, Review } from '../../../src/core/approval/evidence.ts'
import { id } from '../../../src/core/model/id.ts'
import { instantOf, later } from '../../../src/core/model/time.ts'
import { person, settings } from './company.ts'

const MERGED = instantOf(1_796_115_600)
const COMPANY = settings([])
const actor = (handle: string, type: Actor['type'] = 'User'): Actor => ({
  type,
  id: [...COMPANY.people.values()].find((one) => one.handle === handle)?.githubId ?? 0,
  login: handle,
})

const HANDLES = [...COMPANY.people.keys()].map(String)
const [REVIEWER = '', OTHER = ''] = HANDLES
const GLASS = {
  version: id<'version'>('a'.repeat(64)),
  request: 'now',
  pull: 1,
  by: [person(REVIEWER)],
  at: MERGED,
}
type Said = Omit<Review, 'blobs'>
const said = (more: Partial<Said> = {}): Said => ({
  id: 5,
  author: actor(REVIEWER),
  state: 'APPROVED',
  submittedAt: later(MERGED, 60),
  commit: null,
  ...more,
})

describe('broken glass', () => {
  it('is reviewed by an approval after the merge, by one of those who must', () =>
    expect(reviewAfterwards(GLASS, [said()], MERGED, COMPANY)).toMatchObject({ by: REVIEWER, verdict: 'approved' }))

  it('by somebody who has left by now, as the directory says, does not count', () => {
    const gone = new Map([...COMPANY.people].map(([handle, person]) => [handle, { ...person, out: 'has left' }]))
    expect(reviewAfterwards(GLASS, [said()], MERGED, { ...COMPANY, people: gone })).toBeNull()
  })

  it('is reviewed by an objection too, which stands in the record as one', () =>
    expect(reviewAfterwards(GLASS, [said({ state: 'CHANGES_REQUESTED' })], MERGED, COMPANY)).toMatchObject({
      verdict: 'objected',
    }))

  it.each<readonly [string, Partial<Said>]>([
    ['a comment', { state: 'COMMENTED' }],
    ['a review that was dismissed', { state: 'DISMISSED' }],
    ['a review that was not sent', { state: 'PENDING', submittedAt: null }],
    ['what was said before the merge', { submittedAt: later(MERGED, -1) }],
    ['what was said in the very second of the merge', { submittedAt: MERGED }],
    ['somebody who need not', { author: actor(OTHER) }],
    ['a machine with the number of one who must', { author: actor(REVIEWER, 'Bot') }],
    ['an account that is gone', { author: null }],
    ['an account that nobody knows', { author: { type: 'User', id: 999_999, login: REVIEWER } }],
  ])('is not reviewed by %s', (_what, more) =>
    expect(reviewAfterwards(GLASS, [said(more)], MERGED, COMPANY)).toBeNull(),
  )
})
