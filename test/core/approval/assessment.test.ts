// How risky an item is taken to be, and that a judgement is kept only for what is judged by the same data.

import { expect, it } from 'vitest'
import { assess } from '../../../src/core/approval/assessment.ts'
import type { PolicyDocument } from '../../../src/core/model/policy-document.ts'
import type { AccessLevel, Knowledge } from '../../../src/core/policy/knowledge.ts'
import { document, knowledge } from './company.ts'

it('a text that nobody read could be anything', () => {
  expect(assess(null, knowledge)).toEqual({
    risk: 'unknown',
    because: ['the text of the policy is not known yet'],
    escalations: [],
    managesPermissions: 'unknown',
  })
})

it('what has no text is never taken for harmless', () => {
  expect(assess(undefined, knowledge)).toEqual({
    risk: 'high',
    because: ['what it allows is not looked into'],
    escalations: [],
    managesPermissions: false,
  })
})

it('a text is judged by what it allows', () => {
  expect(assess(document('s3:GetObject'), knowledge)).toEqual({
    risk: 'low',
    because: ['only lists and reads'],
    escalations: [],
    managesPermissions: false,
  })
  const { risk, managesPermissions, escalations } = assess(document('iam:AttachUserPolicy'), knowledge)
  expect([risk, managesPermissions, escalations.length > 0]).toEqual(['escalating', true, true])
})

it('texts that are alike are judged once, whatever they are for', () => {
  const one = assess(document('s3:PutObject', 'arn:aws:s3:::a'), knowledge)
  expect(assess(document('s3:PutObject', 'arn:aws:s3:::b'), knowledge)).toBe(one)
  expect(assess(document('s3:GetObject', 'arn:aws:s3:::a'), knowledge)).not.toBe(one)
})

it('a text that is like no other is judged once, and by itself', () => {
  const denying = (action: string): PolicyDocument => ({
    ...document(action),
    statements: document(action).statements.flatMap((one) => [one, { ...one, effect: 'Deny' as const }]),
  })
  const [one, same, other] = [denying('s3:PutObject'), denying('s3:PutObject'), denying('s3:GetObject')]
  expect(assess(one, knowledge)).toBe(assess(one, knowledge))
  expect(assess(same, knowledge)).not.toBe(assess(one, knowledge))
  expect(assess(same, knowledge)).toEqual(assess(one, knowledge))
  expect(assess(other, knowledge)).not.toEqual(assess(document('s3:PutObject'), knowledge))
})

it('other data of AWS judge anew', () => {
  const levelled = (level: AccessLevel): Knowledge => ({ ...knowledge, actions: () => [{ name: 'Thing', level }] })
  const [reads, writes] = [levelled('Read'), levelled('Write')]
  expect([reads, writes, reads].map((data) => assess(document('s3:Thing'), data).risk)).toEqual(['low', 'high', 'low'])
})

it('no more judgements are kept than a run has use for', () => {
  const data: Knowledge = { ...knowledge }
  const judge = (count: number) => assess(document(`s3:Thing${count}`), data)
  const isKept = (count: number, one = judge(count)) => judge(count) === one
  const first = judge(0)
  for (let count = 1; count < 5000; count++) judge(count)
  expect([isKept(0, first), isKept(4999), isKept(5000)]).toEqual([true, true, false])
})
