// Whether a landed request is proved, refused or unknown: one sentence a row, and every refusal by name. The rows are in proof-rows/.

import { describe, expect, it } from 'vitest'
import { examineRequest } from '../../../src/core/approval/proof.ts'
import { CHECKS } from '../../../src/core/approval/proof-chain.ts'
import { REFUSALS } from '../../../src/core/approval/proof-verdict.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import { EXTENSIONS, FORMS } from './proof-rows/behind.ts'
import type { Row } from './proof-rows/ground.ts'
import { BYTES, CLOCKS, LANDINGS } from './proof-rows/landing.ts'
import { NAMES, PEOPLE } from './proof-rows/people.ts'
import { REVIEWS } from './proof-rows/reviews.ts'
import { BUNDLES, IN_FORCE, RULING, UNREADABLE } from './proof-rows/rules.ts'
import { asked, force, MERGED, proofOf, review, reviewed, SETTINGS, verdict, word } from './proof-story.ts'

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'the landing': LANDINGS,
  bytes: BYTES,
  clocks: CLOCKS,
  people: PEOPLE,
  reviews: REVIEWS,
  rules: RULING,
  names: NAMES,
  bundles: BUNDLES,
  'settings in force': IN_FORCE,
  'what cannot be read': UNREADABLE,
  forms: FORMS,
  extensions: EXTENSIONS,
}

for (const [name, rows] of Object.entries(TABLES))
  describe(name, () => {
    it.each(rows)('%s: %s', (_says, is, spoil) => {
      const given = verdict(spoil())
      expect([word(given), JSON.stringify(given)]).toEqual([is, expect.anything()])
    })
  })

describe('a proof', () => {
  it('names everything it rests on', () => {
    const proof = proofOf(verdict({ atLanding: force(SETTINGS, 'S1'), now: force(SETTINGS, 'S2') }))
    expect(proof).toMatchObject({
      pull: 12,
      author: 100,
      reviews: [{ id: 1, author: 102 }],
      way: 'approvedBy',
      afterwards: null,
      rule: 'leads',
      settingsAtLanding: 'S1',
      settingsNow: 'S2',
      mergedAt: MERGED,
    })
    expect(proof.window).toEqual({ from: later(MERGED, 2), until: later(MERGED, 2 + 2 * HOUR) })
  })

  it('names only approvals that counted', () => {
    const reviews = reviewed(review('nils'), review('lena'), review('omar', { commit: null }))
    expect(proofOf(verdict({ pull: { reviews } })).reviews).toEqual([{ id: 2, author: 102 }])
  })

  it('can be refused for every reason of the list', () => {
    const seen = new Set(Object.values(TABLES).flatMap((rows) => rows.map(([, is]) => is)))
    expect(Object.keys(REFUSALS).filter((one) => !seen.has(one))).toEqual([])
  })

  it('is explained by the very checks it follows from', () => {
    for (const [says, , spoil] of Object.values(TABLES).flat()) {
      const { verdict: given, examined } = examineRequest(asked(spoil()))
      const firsts = examined.map(({ checks }) => checks.find((check) => check.answer !== 'yes')?.answer ?? 'yes')
      const wanted = ({ proved: 'yes', refused: 'no', unknown: 'unknown' } as const)[given.is]
      expect([says, firsts.includes(wanted)]).toEqual([says, true])
      if (given.is === 'refused') expect(firsts).not.toContain('unknown')
      for (const { checks } of examined) for (const check of checks) expect(CHECKS).toHaveProperty(check.name)
    }
  })

  it('asks nothing more once a check was not answered with yes, but for what the other rules say', () => {
    for (const [says, , spoil] of Object.values(TABLES).flat()) {
      const { examined } = examineRequest(asked(spoil()))
      for (const { checks } of examined) {
        const first = checks.findIndex((check) => check.answer !== 'yes')
        const after = first < 0 ? [] : checks.slice(first + 1).filter(({ name }) => !name.startsWith('rules-'))
        expect([says, after]).toEqual([says, []])
      }
    }
  })
})
