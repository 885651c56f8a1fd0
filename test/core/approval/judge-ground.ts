// What the tests of judging share: a row is one sentence about a request and how it is judged.

import { expect, it } from 'vitest'
import type { Judgement } from '../../../src/core/approval/judge.ts'
import { approvedBy, auto, rule, sentence } from './company.ts'

export type Row = readonly [says: string, judged: () => Judgement, is: string]

/** One test for each row. */
export function tell(rows: readonly Row[]): void {
  for (const [says, judged, is] of rows)
    it(says, () => {
      expect(sentence(judged())).toBe(is)
    })
}

export const LEADS = rule('leads', { ways: [approvedBy('@leads')] })
export const TWO = rule('two', { ways: [approvedBy('@leads')], limits: { approvals: 2 } })
export const AUTO = rule('free', { ways: [auto] })

export const behalf = { onBehalf: 'allowed' } as const
