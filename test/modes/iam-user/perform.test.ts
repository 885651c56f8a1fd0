// How calls end when the world has moved on since it was looked at.

import { afterEach, describe, expect, it } from 'vitest'
import { policyJson } from '../../../src/core/policy/write.ts'
import { callOf, OPERATIONS, type Write } from '../../../src/modes/iam-user/calls.ts'
import { perform } from '../../../src/modes/iam-user/perform.ts'
import { type AccountDraft, allowing } from '../../../src/sandbox/aws/build.ts'
import type { Sandbox } from '../../../src/sandbox/server.ts'
import { awsFor, PROD, settingsOf, someAws, startGround } from '../../conformance/ground.ts'
import { allow, document } from './support.ts'

const MARTA = 'marta@example.com'
const PATH = '/daypass/acme/'
const POLICY = `arn:aws:iam::${PROD}:policy${PATH}thing`
const wanted = document(allow(['s3:GetObject'], ['*']))
const asWanted = {
  document: { Version: '2012-10-17', Statement: { Resource: ['*'], Action: 's3:GetObject', Effect: 'Allow' } },
  path: PATH,
}

let sandbox: Sandbox | null = null
afterEach(() => sandbox?.close())

const doing = async (prod: AccountDraft, op: Write, given: Parameters<typeof callOf>[2]) => {
  sandbox = await startGround(someAws({ users: { [MARTA]: {} }, ...prod }))
  const outcome = await perform(awsFor(sandbox, settingsOf()), callOf(op, PROD, given))
  const iam = sandbox.journal.entries().filter(({ part }) => part === 'iam')
  expect(Object.keys(OPERATIONS)).toEqual(expect.arrayContaining(iam.map(({ op: made }) => made)))
  return {
    outcome,
    account: sandbox.world().aws.accounts[PROD],
    writes: iam.filter(({ writes }) => writes).map(({ op: made }) => made),
  }
}

const create = { path: PATH, name: 'thing', document: policyJson(wanted), tags: { 'daypass:installation': 'acme' } }

describe('making a policy', () => {
  it.each<[string, AccountDraft, unknown]>([
    ['that is not there', {}, { is: 'done' }],
    ['that is there as wanted, and nobody has it yet', { policies: { thing: asWanted } }, { is: 'already' }],
    [
      'that says something else',
      { policies: { thing: { ...asWanted, document: allowing('s3:*', '*') } } },
      { is: 'failed', error: { kind: 'conflict' } },
    ],
    [
      'that somebody has',
      { policies: { thing: asWanted }, users: { [MARTA]: { attached: [POLICY] } } },
      { is: 'failed', error: { kind: 'conflict' } },
    ],
    [
      'whose name is taken elsewhere',
      { policies: { THING: { ...asWanted, path: '/' } } },
      { is: 'failed', error: { kind: 'conflict' } },
    ],
  ])('%s', async (_what, prod, expected) => {
    expect((await doing(prod, 'CreatePolicy', create)).outcome).toMatchObject(expected as object)
  })

  it('beyond the quota fails at once', async () => {
    const { outcome, writes } = await doing({ quotas: { policies: 0 } }, 'CreatePolicy', create)
    expect([outcome, writes]).toMatchObject([{ is: 'failed', error: { kind: 'quota' } }, ['CreatePolicy']])
  })
})

describe('changing a policy', () => {
  const change = { policy: POLICY, document: policyJson(wanted) }

  it('that says so already changes nothing', async () => {
    const { outcome, writes } = await doing({ policies: { thing: asWanted } }, 'CreatePolicyVersion', change)
    expect([outcome, writes]).toEqual([{ is: 'already' }, []])
  })

  it('that is gone fails', async () => {
    expect((await doing({}, 'CreatePolicyVersion', change)).outcome).toMatchObject({
      is: 'failed',
      error: { kind: 'not-found' },
    })
  })
})

describe('taking what is gone', () => {
  it.each<[Write, Parameters<typeof callOf>[2]]>([
    ['DetachUserPolicy', { user: MARTA, policy: POLICY }],
    ['DetachUserPolicy', { user: 'nobody', policy: POLICY }],
    ['DetachGroupPolicy', { group: 'nobody', policy: POLICY }],
    ['DetachRolePolicy', { role: 'nobody', policy: POLICY }],
    ['DeletePolicy', { policy: POLICY }],
    ['DeletePolicyVersion', { policy: POLICY, which: 'all but the default' }],
    ['RemoveUserFromGroup', { user: MARTA, group: 'nobody' }],
    ['UntagUser', { user: 'nobody', key: 'daypass:acme:x' }],
  ])('%s %j is no failure', async (op, given) => {
    expect((await doing({}, op, given)).outcome).toEqual({ is: 'already' })
  })
})

describe('deleting a policy', () => {
  it('that got versions and holders since clears them first', async () => {
    const { outcome, account } = await doing(
      {
        policies: { thing: asWanted },
        users: { [MARTA]: { attached: [POLICY] } },
        groups: { team: { attached: [POLICY] } },
      },
      'DeletePolicy',
      { policy: POLICY },
    )
    expect([outcome, account?.policies, account?.users[MARTA]?.attached, account?.groups['team']?.attached]).toEqual([
      { is: 'done' },
      {},
      [],
      [],
    ])
  })
})

describe('a call that is none of ours', () => {
  it('is our own bug', async () => {
    sandbox = await startGround(someAws({}))
    const call = { ...callOf('DeletePolicy', PROD, { policy: POLICY }), op: 'DeleteUser' }
    await expect(perform(awsFor(sandbox, settingsOf()), call)).rejects.toThrow('DeleteUser is no call of this mode')
  })
})
