// The order in which reasons are told: gravest first, then by their words, each once.

import { describe, expect, it } from 'vitest'
import { REASONS, type Reason, type ReasonCode, sortReasons } from '../../../src/core/approval/reason.ts'
import { AT } from './company.ts'

const reason = (code: ReasonCode, sentence: string): Reason => ({ code, sentence, at: AT })
const told = (...reasons: readonly Reason[]): readonly string[] =>
  sortReasons(reasons).map(({ code, sentence }) => `${code} ${sentence}`)

describe('reasons', () => {
  const [held, long, b, c] = [
    reason('held', 'z'),
    reason('too-long', 'y'),
    reason('no-ticket', 'b'),
    reason('no-ticket', 'c'),
  ]

  it('are told gravest first, then by their words, in whatever order they were found', () => {
    const order = ['held z', 'too-long y', 'no-ticket b', 'no-ticket c']
    expect(told(held, long, b, c)).toEqual(order)
    expect(told(c, b, long, held)).toEqual(order)
    expect(told(b, held, c, long)).toEqual(order)
  })

  it('are told once where code and words are the same, and twice where either differs', () => {
    expect(told(b, c, b)).toEqual(['no-ticket b', 'no-ticket c'])
    expect(told(reason('no-ticket', 'x'), reason('no-reason', 'x'))).toEqual(['no-reason x', 'no-ticket x'])
    expect(told()).toEqual([])
  })

  it('that no policy text can change are those about the request, people, accounts and denials', () => {
    const settled = Object.entries(REASONS).flatMap(([code, one]) => (one.settled ? [code] : []))
    expect(settled).toEqual(['unreadable', 'held', 'denied', 'protected', 'closing', 'not-carried'])
  })
})
