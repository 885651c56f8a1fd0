// What things made for an entitlement are called, and how it is told whether people could be given access.

import { describe, expect, it } from 'vitest'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { Statement } from '../../../src/core/model/policy-document.ts'
import { plainName, readable } from '../../../src/modes/aws/readable.ts'
import { found } from '../../../src/modes/aws/ready.ts'
import { HERE } from '../../support/builders.ts'
import { ACCOUNT, allow, document } from '../iam-user/support.ts'

const policy = (value: string): Permissions => ({
  form: 'policy',
  policy: { what: 'policy', by: 'name', value, at: HERE },
})

const statements = (...given: readonly Statement[]): Permissions => ({
  form: 'statements',
  document: document(...given),
})

describe('the words in a name', () => {
  it.each<[string, Permissions, string]>([
    ['the services of actions', statements(allow(['SQS:*', 's3:Get*'], ['*']), allow(['s3:Put*'], ['*'])), 's3-sqs'],
    ['nothing of what is excepted', statements(allow([], [], { actions: { except: ['iam:*'] } })), ''],
    ['a policy', policy('ReadOnly'), 'ReadOnly'],
    ['the end of its ARN', policy('arn:aws:iam::aws:policy/job-function/Billing'), 'Billing'],
    [
      'a policy that is limited',
      { form: 'narrowed', policy: { what: 'policy', by: 'name', value: 'teams/Power', at: HERE }, to: [] },
      'Power',
    ],
    [
      'what is there anyway',
      {
        form: 'existing',
        thing: { what: 'role', by: 'arn', value: `arn:aws:iam::${ACCOUNT}:role/teams/ops`, at: HERE },
      },
      'ops',
    ],
  ])('are %s', (_what, permissions, words) => {
    expect(readable(permissions)).toBe(words)
  })

  it.each([
    ['Orders Team', 'Orders-Team'],
    ['a  (b)  c', 'a-b-c'],
    [' ümlaut! ', 'mlaut'],
    ['a+b=c,d.e@f-g_h', 'a+b=c,d.e@f-g_h'],
    ['--a--', 'a'],
    ['', ''],
  ])('of %j are written %j', (text, plain) => {
    expect(plainName(text)).toBe(plain)
  })
})

describe('whether people could be given access', () => {
  const people = (there: number, missing: number) => [
    ...Array.from({ length: missing }, (_, at) => ({ handle: `m${at + 1}`, there: false })),
    ...Array.from({ length: there }, (_, at) => ({ handle: `t${at + 1}`, there: true })),
  ]
  const told = (there: number, missing: number) => found(ACCOUNT, people(there, missing), 'in IAM', 'make them')

  it('is told of all who are found', () => {
    expect(told(3, 0)).toEqual({
      account: ACCOUNT,
      state: 'ready',
      says: 'all 3 people are found in IAM',
      cure: null,
    })
  })

  it.each([
    [2, 1, 'partly', '2 of 3 people are found in IAM; not m1'],
    [0, 2, 'lacking', '0 of 2 people are found in IAM; not m1, m2'],
    [1, 10, 'partly', '1 of 11 people are found in IAM; not m1, m2, m3, m4, m5, m6, m7, m8, m9, m10'],
    [1, 12, 'partly', '1 of 13 people are found in IAM; not m1, m2, m3, m4, m5, m6, m7, m8, m9, m10 and 2 more'],
  ])('with %i there and %i missing names whom nobody finds, with the cure', (there, missing, state, says) => {
    expect(told(there, missing)).toEqual({ account: ACCOUNT, state, says, cure: 'make them' })
  })
})
