// What stands in the place of a mark: a claim, and what others could have written beside the thing.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { type Difference, diff } from '../../../src/core/plan/diff.ts'
import type { Content } from '../../support/toy-mode.ts'
import { compared, type Given, pinned, there } from './comparing.ts'
import { aGrant, holdingOf } from './values.ts'

const GRANT = aGrant('a')
const BLUE = holdingOf(GRANT)
const NOTHING: Difference<Content> = {
  changes: [],
  unrecorded: [],
  outdated: [],
  drift: [],
  blocked: [],
  unclear: [],
  undone: [],
}
const differs = (given: Given, more: Parameters<typeof compared>[1] = {}) => diff(compared(given, more))

describe('a claim', () => {
  const unmarked = there(GRANT, { mark: null })
  const mark = { version: GRANT.version, expires: null }
  const claims = new Map([[BLUE, mark]])

  it('is the mark of what bears none', () => {
    expect(differs({ observed: [unmarked] }, { claims }).changes).toEqual([
      { do: 'revoke', have: { ...unmarked, mark, markedBeside: true }, because: 'withdrawn' },
    ])
    expect(differs({ observed: [unmarked] }, { claims: new Map([[id<'holding'>('else'), mark]]) })).toEqual(NOTHING)
  })

  it('says nothing of what bears a mark', () => {
    const marked = there(GRANT)
    expect(differs({ observed: [marked] }, { claims }).changes).toEqual([
      { do: 'revoke', have: marked, because: 'withdrawn' },
    ])
  })
})

describe('a mark beside the thing', () => {
  const beside = there(GRANT, { markedBeside: true })
  const believes = () => false
  const FORGED = {
    holding: BLUE,
    grants: [],
    is: 'forged-mark',
    says: 'badge blue of marta in prod bears a mark of Daypass that no request ever stood behind: it is left as it is',
  } as const

  it('that names nothing of ours is none: the thing stays, and that is said', () => {
    expect(differs({ observed: [beside] }, { believes })).toEqual({ ...NOTHING, drift: [FORGED] })
    expect(differs({ live: [GRANT], observed: [beside] }, { believes }).drift.map(({ is }) => is)).toEqual([
      'forged-mark',
      'had-before',
    ])
  })

  it('that is not there leaves the thing as it is', () => {
    const doubted = () => {
      throw new Error('asked of no mark')
    }
    expect(differs({ observed: [{ ...beside, mark: null }] }, { believes: doubted })).toEqual(NOTHING)
  })

  it.each([
    ['that names something of ours is believed', { observed: [beside] }, { believes: () => true }],
    ['is believed where nobody doubts', { observed: [beside] }, {}],
    ['on what is recorded is believed', { observed: [beside], granted: [pinned(GRANT)] }, { believes }],
    [
      'on remains, which give nothing, is believed',
      { observed: [{ ...beside, state: 'remains' as const }] },
      { believes },
    ],
    ['in the thing itself is believed', { observed: [there(GRANT)] }, { believes }],
  ])('%s', (_which, given: Given, more) => {
    expect(differs(given, more)).toMatchObject({ changes: [{ do: 'revoke' }], drift: [] })
  })
})
