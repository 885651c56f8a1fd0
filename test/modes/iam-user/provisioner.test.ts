// The mode of IAM users, put together: which accounts it looks after, and with what of the settings.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { needKey } from '../../../src/core/plan/provisioner.ts'
import type { Aws } from '../../../src/edges/aws/aws.ts'
import { type IamUserAsked, iamUser } from '../../../src/modes/iam-user/provisioner.ts'
import { anAccount, someSettings } from '../../support/builders.ts'
import { ACCOUNT, aGrant, allow, existing, knowledge, resolved, seeing, someActions, TARGET } from './support.ts'

/** An account in which Marta is, and that answers every change. */
function sky() {
  const asked: (readonly [string, string, object])[] = []
  const edge = {
    partition: 'aws-cn',
    async iam(account: string, op: string, input: object) {
      asked.push([account, op, input])
      const users = [{ UserName: 'marta', UserId: 'AIDA1', Tags: [{ Key: 'mail', Value: 'marta@example.com' }] }]
      return known({ IsTruncated: false, UserDetailList: users, $metadata: {} })
    },
    serverTime: async () => known(0),
  }
  return { aws: edge as unknown as Aws, asked }
}

const settings = () => {
  const some = someSettings({
    accounts: [
      anAccount(TARGET, { id: ACCOUNT, mode: id('iam-user'), match: { by: 'tag', tag: 'mail' } }),
      anAccount('center', { id: '2', mode: id('identity-center') }),
    ],
  })
  if (some.aws === null) throw new Error('no AWS')
  return { ...some, installation: 'acme', aws: { ...some.aws, handsOut: { groups: ['ops'], policies: [] } } }
}

const open = (more: Partial<IamUserAsked> = {}, aws = sky().aws) =>
  iamUser({ settings: settings(), aws, knowledge, ...more })

describe('the accounts', () => {
  const scopes = (more: Partial<IamUserAsked>) => open(more).scopes.map(({ scope, target }) => `${scope} ${target}`)

  it('are those of this mode, and those that left the settings', () => {
    expect(scopes({})).toEqual([`iam:${ACCOUNT} ${TARGET}`])
    const left = [
      { target: id<'target'>('gone'), account: '3' },
      { target: id<'target'>('again'), account: ACCOUNT },
    ]
    expect(scopes({ left })).toEqual([`iam:${ACCOUNT} ${TARGET}`, 'iam:3 gone'])
  })

  it('are only those that left, where settings know no AWS any more', () => {
    const left = [{ target: id<'target'>('gone'), account: '3' }]
    expect(scopes({ settings: { ...settings(), aws: null }, left })).toEqual(['iam:3 gone'])
    expect(scopes({ settings: { ...settings(), aws: null } })).toEqual([])
  })

  it('are looked at for people as the settings say', async () => {
    const { aws, asked } = sky()
    const mode = open({}, aws)
    const needs = mode.needs(aGrant(someActions('s3:GetObject')))
    const { facts } = await mode.observe(needs, new Map())
    expect(needs.map((need) => facts.get(needKey(need)))).toMatchObject([{ is: 'found', id: 'AIDA1', name: 'marta' }])
    expect(new Set(asked.map(([account]) => account))).toEqual(new Set([ACCOUNT]))
  })

  it('that left are looked at, but nobody is looked for in them', async () => {
    const { aws, asked } = sky()
    const left = [{ target: TARGET, account: '3' }]
    const mode = open({ settings: { ...settings(), aws: null }, left }, aws)
    const needs = mode.needs(aGrant(someActions('s3:GetObject')))
    const { facts, scopes } = await mode.observe(needs, new Map([[id('3/membership/AIDA1/ops'), null]]))
    expect(needs.map((need) => facts.get(needKey(need))?.is)).not.toContain('found')
    expect([...scopes]).toEqual([['iam:3', { is: 'known', value: 'whole' }]])
    expect(asked[0]?.slice(0, 2)).toEqual(['3', 'GetAccountAuthorizationDetails'])
  })
})

describe('a grant', () => {
  it('is held within the quotas that were raised, and of what the settings hand out', () => {
    const three = ['s3:A', 's3:B', 's3:C'].map((action) => resolved(someActions(action)))
    expect(open().place(three, seeing()).holdings).toHaveLength(3)
    expect(open({ quotas: { policiesOfUser: 2 } }).place(three, seeing()).holdings).toHaveLength(2)
    const groups = ['ops', 'admins'].map((name) => {
      const one = resolved(existing('group', name))
      const facts = one.facts.map((fact) =>
        fact.is === 'found' && fact.need.what === 'group'
          ? { ...fact, id: fact.id.replace(':aws:', ':aws-cn:') }
          : fact,
      )
      return { ...one, facts }
    })
    const cn = settings()
    const { holdings, blocked } = open({ settings: { ...cn, aws: { ...cn.aws, partition: 'aws-cn' } } }).place(
      groups,
      seeing(),
    )
    expect([holdings.map(({ key }) => key), blocked.length]).toEqual([[`${ACCOUNT}/membership/AIDAMARTA/ops`], 1])
  })

  it('never reaches what Daypass lives on', () => {
    const write = { ...someActions(), permissions: { form: 'statements' as const, document: doc() } }
    expect(open().place([resolved(write)], seeing()).blocked[0]?.because).toContain('could change Daypass itself')
  })

  it('becomes calls under the name of the installation, in the partition that is worked in', async () => {
    const { aws, asked } = sky()
    const mode = open({}, aws)
    const [want] = mode.place([resolved(someActions('s3:GetObject'))], seeing()).holdings
    if (want === undefined) throw new Error('nothing was placed')
    const [create, attach] = mode.compile({ do: 'grant', want }, seeing())
    expect(create?.with).toMatchObject({ path: '/daypass/acme/', tags: { 'daypass:installation': 'acme' } })
    expect(attach?.with['policy']).toMatch(new RegExp(`^arn:aws-cn:iam::${ACCOUNT}:policy/daypass/acme/`))
    if (attach === undefined) throw new Error('not attached')
    expect(await mode.perform(attach)).toEqual({ is: 'done' })
    expect(asked.at(-1)?.slice(0, 2)).toEqual([ACCOUNT, 'AttachUserPolicy'])
  })

  it('is presumed before the merge as the settings say', () => {
    const [need] = open().needs(aGrant(someActions('s3:GetObject')))
    if (need === undefined) throw new Error('no need')
    expect(open().presume(need)).toMatchObject({ is: 'found', name: '(user tagged mail=marta@example.com)' })
  })
})

const doc = () => ({ version: '2012-10-17' as const, statements: [allow(['iam:CreateUser'], ['*'])] })
