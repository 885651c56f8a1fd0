// What is decided and what is not while tags of a resource or the text of a policy are not known.

import { describe, expect, it } from 'vitest'
import { unreadIn } from '../../../src/core/approval/unread.ts'
import { type Ask, actions, auto, judge, policy, role, rule, sentence } from './company.ts'
import { BUCKET, FREE, rulesFor, tagged, type What } from './filter-ground.ts'

describe('a resource whose tags could not be read', () => {
  const people: What = { resourceTags: { data: 'people' } }

  it('is undecided under a rule that looks at them, whether it allows, denies or excepts', () => {
    expect(sentence(judge(rulesFor(people), tagged(null)))).toBe('refused not-requestable (undecided)')
    expect(sentence(judge([FREE, rule('no', { what: people, deny: 'no' })], tagged(null)))).toBe(
      'allowed auto free (undecided)',
    )
    expect(sentence(judge([rule('free', { not: [people], ways: [auto] })], tagged(null)))).toBe(
      'refused not-requestable (undecided)',
    )
  })
  it('is as decided as any where no rule looks at them, or another part of the filter does not match', () => {
    expect(sentence(judge([FREE], tagged(null)))).toBe('allowed auto free')
    expect(sentence(judge([FREE, rule('no', { what: { ...people, account: 'x' }, deny: 'no' })], tagged(null)))).toBe(
      'allowed auto free',
    )
  })
  it('is told with what AWS said', () => {
    const ask = tagged(null)
    const judgement = judge(rulesFor(people), ask)
    expect(unreadIn(judgement, { documents: new Map(), tags: ask.tags ?? new Map() })).toEqual([
      `the tags of ${BUCKET} (tagging:GetResources: denied (no))`,
    ])
  })
})

describe('a policy whose text is not known yet', () => {
  const unread: Ask = { unread: true }

  it('is undecided, whatever is shown', () => {
    expect(sentence(judge([FREE], unread))).toBe('allowed auto free (undecided)')
  })
  it('is not let in by a rule about low risk, but not refused for good', () => {
    expect(sentence(judge([rule('r', { what: { risk: ['low'] }, ways: [auto] })], unread))).toBe(
      'refused not-requestable (undecided)',
    )
  })
  it('is not denied by risk, but not allowed for good', () => {
    expect(sentence(judge([FREE, rule('no', { what: { risk: ['high'] }, deny: 'no' })], unread))).toBe(
      'allowed auto free (undecided)',
    )
  })
  it('is not denied where only an exception by risk could save it', () => {
    expect(sentence(judge([FREE, rule('no', { not: [{ risk: ['low'] }], deny: 'no' })], unread))).toBe(
      'allowed auto free (undecided)',
    )
  })
  it('could hold a denied action', () => {
    const all = rule('all', { what: { risk: ['low', 'high', 'escalating'] }, ways: [auto] })
    expect(sentence(judge([all, rule('no', { what: { facets: { action: 'ec2:*' } }, deny: 'no' })], unread))).toBe(
      'allowed auto all (undecided)',
    )
  })
  it('is decided where every risk is allowed by name and nothing looks inside', () => {
    expect(
      sentence(judge([rule('all', { what: { risk: ['low', 'high', 'escalating'] }, ways: [auto] })], unread)),
    ).toBe('allowed auto all')
  })
  it('is refused for good by what has nothing to do with its text', () => {
    expect(sentence(judge([FREE, rule('no', { what: { account: '*' }, deny: 'no' })], unread))).toBe('refused denied')
    expect(sentence(judge([FREE], { unread: true, in: 'old' }))).toBe('refused closing')
  })
  it('does not keep another item from being refused for good', () => {
    const rules = [rule('r', { what: { kind: 'policy' }, ways: [auto] })]
    expect(sentence(judge(rules, { unread: true, items: [policy('ReadOnlyAccess'), role('x')] }))).toBe(
      'refused not-requestable',
    )
  })
  it('has nothing to do with actions, which stand in the request', () => {
    expect(sentence(judge([FREE], { unread: true, items: [actions('s3:GetObject')] }))).toBe('allowed auto free')
  })
})
