// What one person holds together in one container, and what has no room in it any more.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import type { PolicyRead } from '../../../src/core/policy/read.ts'
import { policySize } from '../../../src/core/policy/write.ts'
import { undated } from '../../../src/modes/aws/document.ts'
import { type Fit, fitting, type Part, type PartOf, type Wrapping } from '../../../src/modes/aws/fitting.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import { ACCOUNT, aPolicy, document, type GrantParts, resolved, someActions } from '../iam-user/support.ts'

const wrapping = (more: Partial<Wrapping> = {}): Wrapping => ({
  now: NOON,
  ours: { partition: 'aws', account: ACCOUNT, paths: ['/daypass/'], roleArns: [] },
  home: '999988887777',
  quotas: { inlineBytes: 10_000, inlineSize: 10_000 },
  ...more,
})

const given = (read: PolicyRead) => {
  if ('problem' in read) throw new Error(read.problem)
  return read.document
}

const dated = (action: string, parts: GrantParts = {}): PartOf => {
  const one = resolved(someActions(action), parts)
  return { resolved: one, part: { is: 'statements', document: given(undated(one)) } }
}

const asItIs = (part: Part, parts: GrantParts = {}): PartOf => ({ resolved: resolved(aPolicy('Power'), parts), part })

const sids = ({ parts }: Fit) => parts.document.statements.map(({ sid, effect }) => `${effect} ${sid?.slice(0, 12)}`)
const until = (count: number) => later(NOON, hours(count))

/** As much room as these take together. */
const justFor = (...parts: readonly PartOf[]): Wrapping => {
  const size = policySize(fitting(wrapping(), parts).parts.document)
  return wrapping({ quotas: { inlineBytes: 10_000, inlineSize: size } })
}

describe('what fits', () => {
  it('is one text: what is allowed in order of what it is, one end of all, and the guard', () => {
    const parts = [dated('s3:PutObject', { version: 'b', until: until(3) }), dated('s3:GetObject')]
    const fit = fitting(wrapping(), parts)
    expect(sids(fit)).toEqual(['Allow Daypass0Vaaa', 'Allow Daypass1Vbbb', 'Deny Daypass2Vbbb', 'Deny DaypassGuard'])
    expect(fit.parts.document.statements[2]?.conditions).toEqual({
      DateGreaterThanEquals: { 'aws:CurrentTime': ['2026-12-01T15:00:00Z'] },
    })
    expect([fit.parts.is, fit.parts.policy, fit.blocked]).toEqual(['statements', null, []])
    expect(fit.holders).toEqual(parts.map((one) => one.resolved))
  })

  it('has equal things once, until the last of their ends', () => {
    const fit = fitting(wrapping(), [dated('s3:GetObject'), dated('s3:GetObject', { version: 'b', until: until(5) })])
    expect(sids(fit)).toEqual(['Allow Daypass0Vbbb', 'Deny Daypass1Vbbb', 'Deny DaypassGuard'])
    expect(fit.parts.document.statements[0]?.conditions['DateLessThan']).toEqual({
      'aws:CurrentTime': ['2026-12-01T17:00:00Z'],
    })
    expect(fit.holders).toHaveLength(2)
  })

  it('is a managed policy beside its end and its guard alone', () => {
    const arn = 'arn:aws:iam::aws:policy/Power'
    const aws = fitting(wrapping(), [asItIs({ is: 'managed', arn })])
    expect([aws.parts.is, aws.parts.policy, sids(aws)]).toEqual([
      'managed',
      arn,
      ['Deny Daypass0Vaaa', 'Deny DaypassGuard'],
    ])
    const own = fitting(wrapping(), [asItIs({ is: 'customer', path: '/orders/requeue' })])
    expect([own.parts.is, own.parts.policy, sids(own)]).toEqual([
      'customer',
      '/orders/requeue',
      ['Deny Daypass0Vaaa', 'Deny DaypassGuard'],
    ])
  })

  it('of nobody is our own mistake', () => {
    expect(() => fitting(wrapping(), [])).toThrow('nobody holds it')
  })
})

describe('what does not fit', () => {
  const old = () => dated('s3:GetObject', { version: 'c', from: later(NOON, -60), until: until(2) })
  const young = () => dated('s3:PutObject', { version: 'b', from: NOON, until: until(2) })

  it.each([['first'], ['last']])('is the newest, never what somebody had before it, though it was told %s', (at) => {
    const [a, b] = [old(), young()]
    const fit = fitting(justFor(a), at === 'first' ? [b, a] : [a, b])
    expect(fit.holders).toEqual([a.resolved])
    expect(fit.parts.document).toEqual(fitting(wrapping(), [a]).parts.document)
    expect(fit.blocked).toEqual([
      {
        grants: [b.resolved.grant.key],
        because: expect.stringMatching(
          /^actions:s3:PutObject does not fit: it takes \d+ characters with its end, and an inline policy takes \d+ at most$/,
        ),
        cure: 'ask for less at once',
        at: HERE,
      },
    ])
  })

  it('is the later by name where both began together', () => {
    const [a, b] = [dated('s3:PutObject', { version: 'a' }), dated('s3:GetObject', { version: 'b' })]
    for (const parts of [
      [a, b],
      [b, a],
    ])
      expect(fitting(justFor(a), parts).holders).toEqual([a.resolved])
  })

  it('does not keep out what is smaller and came after it', () => {
    const huge = dated(`s3:${'Get'.repeat(300)}`, { version: 'b', from: NOON })
    const [small, smaller] = [old(), dated('s3:PutObject', { version: 'd', from: later(NOON, 60), until: until(2) })]
    const fit = fitting(justFor(small, smaller), [smaller, huge, small])
    expect(fit.holders).toEqual([smaller.resolved, small.resolved])
    expect(fit.parts.document).toEqual(fitting(wrapping(), [smaller, small]).parts.document)
    expect(fit.blocked.flatMap(({ grants }) => grants)).toEqual([huge.resolved.grant.key])
  })

  it('may be all of it: then nobody holds anything and nothing is permitted', () => {
    const fit = fitting(wrapping({ quotas: { inlineBytes: 10, inlineSize: 10 } }), [old(), young()])
    expect(fit.holders).toEqual([])
    expect(fit.parts).toEqual({ is: 'statements', policy: null, document: document() })
    expect(fit.blocked).toHaveLength(2)
  })

  it('is what cannot be given an end, whatever room there is', () => {
    const one = resolved(someActions('s3:GetObject'))
    const conditions = { DateEquals: { 'aws:CurrentTime': ['2026-12-01'] } }
    const statements = given(undated(one)).statements.map((statement) => ({ ...statement, conditions }))
    const odd: PartOf = { resolved: one, part: { is: 'statements', document: document(...statements) } }
    expect(fitting(wrapping(), [odd]).blocked[0]?.because).toBe(
      'actions:s3:GetObject does not fit: statement 1 cannot be given an end: it limits time by DateEquals on aws:CurrentTime',
    )
  })
})
