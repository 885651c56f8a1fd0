// Which memberships and attachments bear a mark of ours, and what is told although it bears none.

import { describe, expect, it } from 'vitest'
import type { HoldingKey } from '../../../src/core/model/id.ts'
import { attachmentKey, membershipKey, scopeOf, tagKey, tagValue } from '../../../src/modes/iam-user/naming.ts'
import { type Account, ARN, attached, END, look, ours, user, VERSION } from './account.ts'
import { ACCOUNT, TARGET } from './support.ts'

const says = (account: Account) => look(account).map((one) => one.says)

describe('what a tag marks', () => {
  const group = () => membershipKey(ACCOUNT, 'AIDAMARTA', 'ops')
  const direct = () => attachmentKey(ACCOUNT, 'AIDAMARTA', ARN)
  const tag = (key: HoldingKey, thing: string) => ({
    Key: tagKey('acme', key),
    Value: tagValue(VERSION, END, thing) ?? '',
  })

  it('in a group is ours, by a mark that lies beside it', () => {
    expect(look({ users: [user('marta', { GroupList: ['ops', 'all'], Tags: [tag(group(), 'ops')] })] })).toEqual([
      {
        key: group(),
        mode: 'iam-user',
        target: TARGET,
        scope: scopeOf(ACCOUNT),
        state: 'there',
        mark: { version: VERSION, expires: END },
        markedBeside: true,
        identity: 'AIDAMARTA',
        content: {
          is: 'membership',
          account: ACCOUNT,
          user: 'marta',
          there: true,
          mark: { version: VERSION, expires: END },
          group: 'ops',
        },
        digest: expect.any(String),
        says: 'marta in group ops in orders-prod',
      },
    ])
  })

  it('as a policy attached as it is, is ours too, but a policy of ours is none', () => {
    const found = look({
      users: [user('marta', { AttachedManagedPolicies: attached(ARN, ours('p')), Tags: [tag(direct(), ARN)] })],
      people: new Set(['AIDAMARTA']),
      asked: new Set([ours('p')]),
    })
    expect(found.map(({ key }) => key)).toEqual([direct()])
    expect(found[0]).toMatchObject({
      content: { is: 'attachment', user: 'marta', there: true, policy: ARN },
      says: `marta with policy ${ARN} in orders-prod`,
    })
  })

  it('and is gone leaves its mark, as long as that mark is of the thing which it names', () => {
    const marks = [tag(group(), 'ops'), tag(direct(), ARN)]
    const found = look({ users: [user('marta', { Tags: marks })] })
    expect(found.map(({ state, key, mark }) => [state, key, mark?.version])).toEqual([
      ['remains', direct(), VERSION],
      ['remains', group(), VERSION],
    ])
    expect(found.map((one) => one.says)).toEqual([
      `mark of marta with policy ${ARN} in orders-prod`,
      'mark of marta in group ops in orders-prod',
    ])
    expect(found[1]?.content).toMatchObject({ is: 'membership', there: false, group: 'ops' })
    expect(look({ users: [user('marta', { Tags: [tag(group(), 'admins')] })] })).toEqual([])
    expect(look({ users: [user('mario', { Tags: marks })] })).toEqual([])
  })

  it('is no mark where the tag is of another installation, or says nothing that can be read', () => {
    const other = { Key: tagKey('other', group()), Value: tagValue(VERSION, END, 'ops') ?? '' }
    expect(
      look({ users: [user('marta', { GroupList: ['ops'], Tags: [other, { Key: undefined, Value: 'x' }] })] }),
    ).toEqual([])
    const odd = [
      { Key: tagKey('acme', group()), Value: 'odd' },
      { Key: tagKey('acme', direct()), Value: undefined },
    ]
    expect(look({ users: [user('marta', { Tags: odd })] })).toEqual([])
    expect(look({ users: [user('marta', { GroupList: ['ops'], Tags: odd })] })[0]?.mark).toEqual({
      version: 'unreadable',
      expires: null,
    })
  })
})

describe('what bears no mark', () => {
  const marta = user('marta', { GroupList: ['ops', 'all'], AttachedManagedPolicies: attached(ARN) })

  it('is not told: it is not ours', () => {
    expect(look({ users: [marta] })).toEqual([])
  })

  it('is told where the record knows it', () => {
    const recorded = new Map([[membershipKey(ACCOUNT, 'AIDAMARTA', 'ops'), 'AIDAMARTA']])
    expect(look({ users: [marta], recorded })[0]).toMatchObject({
      mark: null,
      says: 'marta in group ops in orders-prod',
    })
    expect(look({ users: [marta], recorded })).toHaveLength(1)
  })

  it('is told where that person asks for that thing, and neither for others nor of others', () => {
    const all = { users: [marta, user('mario', { GroupList: ['ops'] })] }
    expect(says({ ...all, people: new Set(['AIDAMARTA']), asked: new Set(['ops', ARN]) })).toEqual([
      `marta with policy ${ARN} in orders-prod`,
      'marta in group ops in orders-prod',
    ])
    expect(says({ ...all, people: new Set(['AIDAMARTA']) })).toEqual([])
    expect(says({ ...all, asked: new Set(['ops']) })).toEqual([])
  })

  it('is nothing at all of users and attachments that AWS does not name', () => {
    expect(look({ users: [{ AttachedManagedPolicies: [{}] }], people: new Set(['']), asked: new Set(['']) })).toEqual(
      [],
    )
  })
})
