// Which calls a change of a set or an assignment takes, in which order, and what each of them does.

import { describe, expect, it } from 'vitest'
import { type Instant, later } from '../../../src/core/model/time.ts'
import type { Call, Observed } from '../../../src/core/plan/provisioner.ts'
import { callOf, isWrite, OPERATIONS, WRITES, type Write } from '../../../src/modes/identity-center/calls.ts'
import { compile } from '../../../src/modes/identity-center/compile.ts'
import type { Content, SetContent } from '../../../src/modes/identity-center/content.ts'
import { effectOf } from '../../../src/modes/identity-center/effect.ts'
import { NOON } from '../../support/builders.ts'
import { ACCOUNT, allowing, anAssignment, aSet, END, MARTA, seen, wanting } from './sets.ts'

const AWS = 'arn:aws:iam::aws:policy/ReadOnly'
const OTHER = 'arn:aws:iam::aws:policy/Billing'
const MARIO = `${ACCOUNT}/USER/user-2`
const GROUP = `${ACCOUNT}/GROUP/ops`
const asked = { installation: 'acme' }
const set = aSet().name

const shown = (calls: readonly Call[]): readonly string[] => calls.map(({ op, effect }) => `${op} ${effect}`)

const grant = (content: Content) => compile(asked, { do: 'grant', want: wanting(content) }, NOON)
const adjust = (have: Content, want: Content) =>
  compile(asked, { do: 'adjust', have: seen(have), want: wanting(want), effect: effectOf(have, want) }, NOON)
const revoke = (have: Content, more: Partial<Observed<Content>> = {}, now: Instant = NOON) =>
  compile(asked, { do: 'revoke', have: seen(have, more), because: 'expired' }, now)

const who = (id: string, type = 'USER') => ({ account: ACCOUNT, set, in: ACCOUNT, type, id })
const text = (...actions: readonly string[]) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: actions.length === 1 ? actions[0] : actions, Resource: '*' }],
})

describe('a set of ours', () => {
  it('is made, filled, and only then assigned to its person', () => {
    const calls = grant(aSet({ managed: [AWS], customer: ['/orders/requeue'] }))
    expect(calls.map(({ op, effect, with: given }) => [`${op} ${effect}`, given])).toEqual([
      [
        'CreatePermissionSet prepares',
        {
          account: ACCOUNT,
          name: set,
          description: 'Daypass: s3',
          tags: {
            'daypass:installation': 'acme',
            'daypass:account': ACCOUNT,
            'daypass:person': 'marta',
            'daypass:version': 'a'.repeat(40),
          },
        },
      ],
      ['PutInlinePolicyToPermissionSet prepares', { account: ACCOUNT, set, document: text('s3:GetObject'), stays: [] }],
      ['AttachManagedPolicyToPermissionSet prepares', { account: ACCOUNT, set, policy: AWS }],
      [
        'AttachCustomerManagedPolicyReferenceToPermissionSet prepares',
        { account: ACCOUNT, set, policy: '/orders/requeue' },
      ],
      ['CreateAccountAssignment gives', who('user-1')],
    ])
    expect(new Set(calls.map(({ lane }) => lane))).toEqual(new Set([`sso:${ACCOUNT}`]))
  })

  it('is not made without a text', () => {
    expect(() => grant(aSet({ document: null }))).toThrow(`no document to write for ${set}`)
  })

  it('that is as it should be is left alone', () => {
    expect(adjust(aSet(), aSet())).toEqual([])
  })

  it.each<[string, Partial<SetContent>, Partial<SetContent>, readonly string[]]>([
    [
      'that permits too little is written and provisioned, which gives',
      {},
      { document: allowing('s3:GetObject', 's3:PutObject') },
      ['PutInlinePolicyToPermissionSet gives', 'ProvisionPermissionSet gives'],
    ],
    [
      'that permits too much is written and provisioned, which takes',
      { document: allowing('s3:GetObject', 's3:PutObject') },
      {},
      ['PutInlinePolicyToPermissionSet takes', 'ProvisionPermissionSet takes'],
    ],
    [
      'whose text nobody understands is written anew, which in doubt gives',
      { document: null },
      {},
      ['PutInlinePolicyToPermissionSet gives', 'ProvisionPermissionSet gives'],
    ],
    [
      'with the wrong policies loses those before it gets its own',
      { managed: [OTHER], customer: ['/a'] },
      { managed: [AWS], customer: ['/b'] },
      [
        'DetachManagedPolicyFromPermissionSet takes',
        'DetachCustomerManagedPolicyReferenceFromPermissionSet takes',
        'AttachManagedPolicyToPermissionSet gives',
        'AttachCustomerManagedPolicyReferenceToPermissionSet gives',
        'ProvisionPermissionSet gives',
      ],
    ],
    [
      'with a policy too many only loses that',
      { managed: [AWS, OTHER], customer: ['/a', '/b'] },
      { managed: [AWS], customer: ['/a'] },
      [
        'DetachManagedPolicyFromPermissionSet takes',
        'DetachCustomerManagedPolicyReferenceFromPermissionSet takes',
        'ProvisionPermissionSet takes',
      ],
    ],
    [
      'that strangers are assigned loses them first',
      { assigned: [GROUP, MARTA] },
      { document: allowing('s3:GetObject', 's3:PutObject') },
      ['DeleteAccountAssignment takes', 'PutInlinePolicyToPermissionSet gives', 'ProvisionPermissionSet gives'],
    ],
    [
      'that only strangers are assigned loses them, is written while nobody has it, and then gets its person',
      { assigned: [MARIO], document: allowing('s3:*') },
      { managed: [AWS] },
      [
        'DeleteAccountAssignment takes',
        'PutInlinePolicyToPermissionSet prepares',
        'AttachManagedPolicyToPermissionSet prepares',
        'CreateAccountAssignment gives',
      ],
    ],
    ['that lost its person is only assigned again', { assigned: [] }, {}, ['CreateAccountAssignment gives']],
  ])('%s', (_what, have, want, calls) => {
    expect(shown(adjust(aSet(have), aSet(want)))).toEqual(calls)
  })

  it('is taken from and given to exactly those that differ', () => {
    const calls = adjust(
      aSet({ assigned: [GROUP, MARTA], managed: [OTHER, 'arn:a'] }),
      aSet({ managed: ['arn:a', AWS], document: allowing('s3:*') }),
    )
    expect(calls.map(({ with: given }) => given)).toEqual([
      who('ops', 'GROUP'),
      { account: ACCOUNT, set, policy: OTHER },
      { account: ACCOUNT, set, document: text('s3:*'), stays: [MARTA] },
      { account: ACCOUNT, set, policy: AWS },
      { account: ACCOUNT, set },
    ])
  })
})

describe('a set that ends', () => {
  const cut = [
    'DeleteInlinePolicyFromPermissionSet takes',
    'ProvisionPermissionSet takes',
    'DeleteAccountAssignment takes',
    'DeletePermissionSet tidies',
  ]
  const gone = ['DeleteAccountAssignment takes', 'DeletePermissionSet tidies']

  it.each<[string, Instant, readonly string[]]>([
    ['before its end is emptied first, so that open sessions lose it', later(END, -1), cut],
    ['from its end on needs no cut: its own text denies everything', END, gone],
    ['after its end needs no cut either', later(END, 1), gone],
  ])('%s', (_when, now, calls) => {
    expect(shown(revoke(aSet(), {}, now))).toEqual(calls)
  })

  it('is cut in its account, by its name', () => {
    expect(revoke(aSet()).map(({ with: given }) => given)).toEqual([
      { account: ACCOUNT, set },
      { account: ACCOUNT, set },
      who('user-1'),
      { account: ACCOUNT, set },
    ])
  })

  it('is cut at any time where its mark has no end or is none', () => {
    expect(shown(revoke(aSet(), { mark: { version: 'a', expires: null } }, later(END, 1)))).toEqual(cut)
    expect(shown(revoke(aSet(), { mark: null }, later(END, 1)))).toEqual(cut)
  })

  it('loses its managed policies whenever it ends', () => {
    const have = aSet({ managed: [AWS], customer: ['/a'], document: null })
    const calls = revoke(have, {}, later(END, 1))
    expect(calls.map(({ op, with: given }) => [op, given])).toEqual([
      ['DetachManagedPolicyFromPermissionSet', { account: ACCOUNT, set, policy: AWS }],
      ['DetachCustomerManagedPolicyReferenceFromPermissionSet', { account: ACCOUNT, set, policy: '/a' }],
      ['ProvisionPermissionSet', { account: ACCOUNT, set }],
      ['DeleteAccountAssignment', who('user-1')],
      ['DeletePermissionSet', { account: ACCOUNT, set }],
    ])
    expect(calls.map(({ effect }) => effect)).toEqual(['takes', 'takes', 'takes', 'takes', 'tidies'])
  })

  it('whose text nobody understands has none to delete', () => {
    expect(shown(revoke(aSet({ document: null })))).toEqual(gone)
  })

  it('that nobody has is only deleted', () => {
    expect(revoke(aSet({ assigned: [], managed: [AWS] })).map(({ op, with: given }) => [op, given])).toEqual([
      ['DeletePermissionSet', { account: ACCOUNT, set }],
    ])
  })

  it('is taken from everybody who has it, also whose id has a slash', () => {
    const calls = revoke(aSet({ assigned: [`${ACCOUNT}/GROUP/a/b`, MARTA] }), {}, END)
    expect(calls.map(({ with: given }) => given)).toEqual([
      who('a/b', 'GROUP'),
      who('user-1'),
      { account: ACCOUNT, set },
    ])
  })
})

describe('a set of the organisation', () => {
  it('is assigned and unassigned, and that is all', () => {
    const given = { account: ACCOUNT, set: 'ReadOnly', in: ACCOUNT, type: 'USER', id: 'user-1' }
    expect(grant(anAssignment()).map((call) => [call.op, call.with])).toEqual([['CreateAccountAssignment', given]])
    expect(revoke(anAssignment()).map((call) => [call.op, call.with])).toEqual([['DeleteAccountAssignment', given]])
    expect(adjust(anAssignment(), anAssignment({ session: 3600 }))).toEqual([])
  })

  it('never becomes one of ours', () => {
    const two = /names two kinds of things$/
    expect(() => adjust(anAssignment(), aSet())).toThrow(two)
    expect(() => adjust(aSet(), anAssignment())).toThrow(two)
  })
})

describe('the table of operations', () => {
  it('has every write with its lane, and every read without', () => {
    for (const [op, operation] of Object.entries(OPERATIONS)) {
      const writes = WRITES.some((write) => write === op)
      expect([op, isWrite(op), operation.lane]).toEqual([op, writes, writes ? 'sso:{account}' : null])
      expect(operation.effect === 'reads').toBe(!writes)
      expect(operation.action.split(':')[1]).toBe(op)
    }
    expect(isWrite('DeleteInstance')).toBe(false)
  })

  it('lets the expiring job do nothing that gives', () => {
    const expiring = Object.values(OPERATIONS).filter(({ jobs }) => jobs.some((job) => job === 'expire'))
    expect(new Set(expiring.map(({ effect }) => effect))).toEqual(new Set(['reads', 'takes']))
  })

  it('has no call that only reads', () => {
    expect(() => callOf('ListInstances' as Write, ACCOUNT, {})).toThrow('ListInstances only reads')
  })

  it('gives a call its lane and its effect, unless it does something else', () => {
    expect(callOf('ProvisionPermissionSet', ACCOUNT, { set })).toEqual({
      op: 'ProvisionPermissionSet',
      lane: `sso:${ACCOUNT}`,
      effect: 'takes',
      with: { account: ACCOUNT, set },
    })
    expect(callOf('ProvisionPermissionSet', ACCOUNT, {}, 'gives').effect).toBe('gives')
  })
})
