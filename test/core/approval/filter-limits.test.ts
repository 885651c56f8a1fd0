// What is bound by the limits of a rule, and where a managed policy may be attached as it is.

import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../src/core/model/rule.ts'
import { HOUR } from '../../../src/core/model/time.ts'
import { type Ask, actions, auto, judge, role, rule, sentence } from './company.ts'
import { FREE } from './filter-ground.ts'

describe('limits of a rule', () => {
  const short = () => rule('short', { what: { facets: { action: 'dynamodb:Delete*' } }, limits: { maxDuration: HOUR } })

  it('hold for what the rule is about', () => {
    expect(sentence(judge([FREE, short()], { items: [actions('dynamodb:DeleteItem')] }))).toBe('refused too-long')
  })
  it('are not shaken off by a harmless action beside it', () => {
    expect(sentence(judge([FREE, short()], { items: [actions('dynamodb:DeleteItem dynamodb:GetItem')] }))).toBe(
      'refused too-long',
    )
  })
  it('are not shaken off by a wildcard', () => {
    expect(sentence(judge([FREE, short()], { items: [actions('dynamodb:*')] }))).toBe('refused too-long')
  })
  it('do not hold for anything else', () => {
    expect(sentence(judge([FREE, short()], { items: [actions('dynamodb:GetItem')] }))).toBe('allowed auto free')
  })
})

describe('attaching a managed policy as it is', () => {
  const may = { directAttachment: 'allowed' } as const
  const attaches = (rules: readonly Rule[], ask: Ask = {}): boolean =>
    judge(rules, ask).items[0]?.routing.directAttachment ?? false

  it('is allowed where every matching rule says so', () => {
    expect(attaches([rule('r', { ways: [auto], limits: may })])).toBe(true)
  })
  it('is not where one does not', () => {
    expect(attaches([rule('r', { ways: [auto], limits: may }), rule('s', {})])).toBe(false)
  })
  it('is not where access must end by itself', () => {
    expect(attaches([rule('r', { ways: [auto], limits: { ...may, endsByItself: 'required' } })])).toBe(false)
  })
  it('is not where the rule is about what ends by itself', () => {
    expect(attaches([rule('r', { what: { endsByItself: true }, ways: [auto], limits: may })])).toBe(false)
  })
  it('is not where a rule denies what does not', () => {
    expect(
      attaches([rule('r', { ways: [auto], limits: may }), rule('no', { what: { endsByItself: false }, deny: 'no' })]),
    ).toBe(false)
  })
  it('means nothing for other kinds', () => {
    expect(attaches([rule('r', { ways: [auto], limits: may })], { items: [role('x')] })).toBe(false)
  })
})
