// What is taken out of a rule, from one that allows and from one that denies.

import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../src/core/model/rule.ts'
import { actions, auto, group, judge, policy, rule, sentence } from './company.ts'
import { FREE } from './filter-ground.ts'

describe('what is taken out of a rule', () => {
  const except = (facets: Readonly<Record<string, string>>): readonly Rule[] => [
    rule('r', { not: [{ facets }], ways: [auto] }),
  ]

  it('is out', () => {
    expect(sentence(judge(except({ policy: '*FullAccess' }), { items: [policy('AmazonS3FullAccess')] }))).toBe(
      'refused not-requestable',
    )
  })
  it('leaves the rest in', () => {
    expect(sentence(judge(except({ policy: '*FullAccess' })))).toBe('allowed auto r')
  })
  it('is out by ARN too', () => {
    const item = policy('arn:aws:iam::aws:policy/AmazonS3FullAccess')
    expect(sentence(judge(except({ policy: 'AmazonS3FullAccess' }), { items: [item] }))).toBe('refused not-requestable')
  })
  it('is out already where a wildcard could mean it', () => {
    expect(sentence(judge(except({ action: 's3:Put*' }), { items: [actions('s3:*')] }))).toBe('refused not-requestable')
  })
  it('is out where the text of a policy holds it', () => {
    expect(sentence(judge(except({ action: 's3:Put*' }), { items: [policy('AmazonS3FullAccess')] }))).toBe(
      'refused not-requestable',
    )
  })
  it('is out by any of several exceptions', () => {
    const rules = [rule('r', { not: [{ kind: 'role' }, { kind: 'group' }], ways: [auto] })]
    expect(sentence(judge(rules, { items: [group('g')] }))).toBe('refused not-requestable')
  })
  it('of a denying rule is out only where a wildcard lies wholly in it', () => {
    const rules = [FREE, rule('no', { not: [{ facets: { action: 's3:Get*' } }], deny: 'no' })]
    expect(sentence(judge(rules, { items: [actions('s3:Get*')] }))).toBe('allowed auto free')
    expect(sentence(judge(rules, { items: [actions('s3:*')] }))).toBe('refused denied')
    expect(sentence(judge(rules, { items: [actions('s3:GetObject s3:PutObject')] }))).toBe('refused denied')
  })
})
