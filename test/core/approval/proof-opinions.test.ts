// What must hold of a proof whatever reviewers said, in whatever order.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PullRequest, Review } from '../../../src/core/approval/evidence.ts'
import { known } from '../../../src/core/model/edge-error.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import { MERGED, review, verdict } from './proof-story.ts'

describe('opinions', () => {
  const some = fc.array(
    fc.record({
      text: fc.constantFrom('lena', '!lena', '-lena', '?lena', 'omar', '!omar', 'nils', '!mallory'),
      ago: fc.integer({ min: -9, max: 9 }),
    }),
    { maxLength: 8 },
  )
  const built = (all: readonly { text: string; ago: number }[]): readonly Review[] =>
    all.map(({ text, ago }, at) => review(text, { submittedAt: later(MERGED, -ago * HOUR) }, at + 1))
  const said = (reviews: readonly Review[]): PullRequest['reviews'] => known(reviews)

  it('are judged alike in whatever order they are told', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const reviews = built(all)
        const mixed = reviews
          .map((one) => ({ one, key: numbers.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(verdict({ pull: { reviews: said(mixed) } })).toEqual(verdict({ pull: { reviews: said(reviews) } }))
      }),
    )
  })

  it('never prove without an approver whose last word before the merge was yes', () => {
    fc.assert(
      fc.property(some, (all) => {
        const reviews = built(all)
        const lastOf = (login: string) =>
          reviews
            .filter(
              (one) => one.author?.login === login && one.state !== 'COMMENTED' && (one.submittedAt ?? 0) <= MERGED,
            )
            .sort((a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0) || a.id - b.id)
            .at(-1)?.state
        const approved = ['lena', 'omar'].some((login) => lastOf(login) === 'APPROVED')
        if (!approved) expect(verdict({ pull: { reviews: said(reviews) } }).is).not.toBe('proved')
      }),
    )
  })

  it('an objection more never helps', () => {
    fc.assert(
      fc.property(some, fc.constantFrom('!lena', '!omar'), (all, against) => {
        const more = [...built(all), review(against, { submittedAt: later(MERGED, 20 * HOUR) }, 99)]
        expect(verdict({ pull: { reviews: said(more) } }).is).not.toBe('proved')
      }),
    )
  })
})
