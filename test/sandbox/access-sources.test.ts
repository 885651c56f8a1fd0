// Which policies count for somebody: their own, those of their groups, within a boundary; and how that is told.

import { describe, expect, it } from 'vitest'
import { mayDo, whatMay } from '../../src/sandbox/access.ts'
import { type account, allowing, type UserDraft } from '../../src/sandbox/aws/build.ts'
import { allow, arn, bucket, here, inline, judge, marta, now, table, worldOf } from './access-ground.ts'

describe('where a policy comes from', () => {
  const read = 'arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess'
  const custom = { path: '/daypass/', document: allowing('dynamodb:GetItem', table) }
  it.each<[string, UserDraft, Parameters<typeof account>[1], boolean]>([
    ['attached, of AWS', { attached: [read] }, {}, true],
    ['attached, of the account', { attached: [arn('policy/daypass/p')] }, { policies: { p: custom } }, true],
    ['attached under another path', { attached: [arn('policy/p')] }, { policies: { p: custom } }, false],
    ['attached, but gone', { attached: [arn('policy/daypass/p')] }, {}, false],
    ['of a group', { groups: ['engineers'] }, { groups: { engineers: { attached: [read] } } }, true],
    [
      'inline in a group',
      { groups: ['engineers'] },
      { groups: { engineers: { inline: { p: allowing('dynamodb:*', '*') } } } },
      true,
    ],
    ['of a group she is not in', {}, { groups: { engineers: { attached: [read] } } }, false],
    ['of a group that is gone', { groups: ['engineers'] }, {}, false],
    [
      'denied by a group',
      { attached: [read], groups: ['cut'] },
      { groups: { cut: { attached: ['arn:aws:iam::aws:policy/AWSDenyAll'] } } },
      false,
    ],
    ['within a boundary', { attached: [read], boundary: read }, {}, true],
    ['outside a boundary', { attached: [read], boundary: 'arn:aws:iam::aws:policy/IAMFullAccess' }, {}, false],
    ['a boundary gives nothing', { boundary: read }, {}, false],
    ['a boundary that is gone gives nothing', { attached: [read], boundary: arn('policy/gone') }, {}, false],
    ['of somebody else', {}, { users: { ivan: { attached: [read] } } }, false],
  ])('%s', (_what, draft, more, expected) => {
    expect(judge(worldOf(draft, more), 'dynamodb:GetItem', table)).toBe(expected)
  })

  it('only the default version counts', () => {
    const world = worldOf({ attached: [arn('policy/daypass/p')] }, { policies: { p: custom } })
    const found = world.aws.accounts[here]
    const policy = found?.policies['p']
    if (found === undefined || policy === undefined) throw new Error('the test is wrong')
    const next = {
      ...policy,
      default: 'v2',
      versions: { ...policy.versions, v2: { document: JSON.stringify(allowing('s3:*', '*')), created: now } },
    }
    const changed = {
      ...world,
      aws: { ...world.aws, accounts: { ...world.aws.accounts, [here]: { ...found, policies: { p: next } } } },
    }
    expect(judge(world, 'dynamodb:GetItem', table)).toBe(true)
    expect(judge(changed, 'dynamodb:GetItem', table)).toBe(false)
    expect(judge(changed, 's3:GetObject', `${bucket}/a`)).toBe(true)
  })

  it('says which statement decided', () => {
    const world = inline({ ...allow('a:B', '*'), Sid: 'Orders1' })
    expect(mayDo(world, { as: marta, action: 'a:B', resource: '*', at: now }).because).toEqual([
      'allowed by user marta/p (Orders1)',
    ])
    expect(mayDo(world, { as: marta, action: 'a:C', resource: '*', at: now }).because).toEqual([
      `no policy of ${arn('user/marta')} allows a:C on *`,
    ])
    expect(mayDo(world, { as: { account: here, user: 'nobody' }, action: 'a:B', resource: '*', at: now }).allowed).toBe(
      false,
    )
  })

  it('lists what is allowed of what is asked about', () => {
    const probes = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'].map((action) => ({
      action,
      resource: table,
    }))
    const world = inline(allow(['dynamodb:GetItem', 'dynamodb:Query'], table))
    expect(whatMay(world, marta, now, probes).map((one) => one.action)).toEqual(['dynamodb:GetItem', 'dynamodb:Query'])
  })
})
