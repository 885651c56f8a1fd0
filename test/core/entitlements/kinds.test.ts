// Whether each kind turns its item into the entitlement that it means.

import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { kindOf } from '../../../src/core/entitlements/kind.ts'
import type { Account } from '../../../src/core/model/settings.ts'
import { anAccount, HERE } from '../../support/builders.ts'

const read = (raw: object) => {
  const kind = kindOf(raw, KINDS)
  if (kind === null) throw new Error('no kind')
  return kind.read(raw, () => HERE)
}
const entitlement = (raw: object) => {
  const got = read(raw)
  if ('findings' in got) throw new Error(got.findings.map(({ message }) => message).join(' '))
  return got.entitlement
}
const codes = (raw: object) => {
  const got = read(raw)
  return 'findings' in got ? got.findings.map(({ code }) => code) : []
}

describe('a policy', () => {
  it('is named by its name', () => {
    expect(entitlement({ policy: 'ViewOnlyAccess' })).toMatchObject({
      what: 'policy:ViewOnlyAccess',
      permissions: { form: 'policy', policy: { what: 'policy', by: 'name', value: 'ViewOnlyAccess' } },
      facets: { policy: ['ViewOnlyAccess'] },
    })
  })

  it.each([
    'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
    'arn:aws-cn:iam::111122223333:policy/ViewOnlyAccess',
  ])('named by the ARN %s can be filtered by name and by ARN', (arn) => {
    expect(entitlement({ policy: arn }).facets).toEqual({ policy: ['ViewOnlyAccess', arn] })
  })
})

describe('a role', () => {
  it('may be named with its path', () => {
    expect(entitlement({ role: 'teams/orders/Operator' })).toMatchObject({
      permissions: { form: 'existing', thing: { what: 'role', by: 'name', value: 'teams/orders/Operator' } },
      facets: { role: ['Operator', 'teams/orders/Operator'] },
    })
  })
})

describe('a group', () => {
  it('is a membership', () => {
    expect(entitlement({ group: 'readers' })).toMatchObject({
      kind: 'group',
      permissions: { form: 'existing', thing: { what: 'group', by: 'name', value: 'readers' } },
    })
  })
})

describe('a permission set', () => {
  const arn = 'arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-aaaabbbbccccdddd'

  it.each(['OrdersReadOnly', arn])('is named as it is: %s', (text) => {
    expect(entitlement({ permissionSet: text })).toMatchObject({
      kind: 'permissionSet',
      what: `permissionSet:${text}`,
      permissions: { form: 'existing', thing: { what: 'permissionSet', value: text } },
      facets: { permissionSet: [text] },
    })
  })

  it.each([
    ['A'.repeat(33), 'name-syntax'],
    ['Orders*', 'name-syntax'],
    ['arn:aws:iam::111122223333:role/Orders', 'arn-syntax'],
  ])('is not %s', (text, code) => {
    expect(codes({ permissionSet: text })).toEqual([code])
  })
})

describe('actions', () => {
  const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'
  const item = { actions: ['dynamodb:Query', 'dynamodb:GetItem'], on: [table] }

  it('become one statement, sorted', () => {
    expect(entitlement(item).permissions).toEqual({
      form: 'statements',
      document: {
        version: '2012-10-17',
        statements: [
          {
            effect: 'Allow',
            actions: { only: ['dynamodb:GetItem', 'dynamodb:Query'] },
            resources: { only: [table] },
            conditions: {},
          },
        ],
      },
    })
  })

  it('are the same however they are ordered, repeated or spelled', () => {
    const other = { actions: ['DynamoDB:getitem', 'dynamodb:Query', 'dynamodb:GetItem'], on: [table, table] }
    expect(entitlement(other).what).toBe(entitlement(item).what)
    expect(entitlement(item).what).toMatch(/^actions:[0-9a-f]{64}$/)
  })

  it('are others on another resource, or when a resource is spelled in another case', () => {
    expect(entitlement({ ...item, on: [table.replace('orders', 'Orders')] }).what).not.toBe(entitlement(item).what)
    expect(entitlement({ ...item, on: ['*'] }).what).not.toBe(entitlement(item).what)
  })

  it('complain of each action and each resource that is none', () => {
    expect(codes({ actions: ['*', 's3:Get*', 'GetItem'], on: ['*', 'bucket'] })).toEqual([
      'action-syntax',
      'action-syntax',
      'arn-syntax',
    ])
  })
})

describe('an ARN', () => {
  const account: Account = anAccount('prod', { id: '111122223333' })
  const check = (raw: object, partition = 'aws') => {
    const made = entitlement(raw)
    return kindOf(raw, KINDS)
      ?.check(made, { account, partition }, HERE)
      .map(({ code }) => code)
  }

  it.each([
    [{ policy: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }, 'aws', 0],
    [{ policy: 'arn:aws:iam::111122223333:policy/a/B' }, 'aws', 0],
    [{ policy: 'arn:aws:iam::111122223334:policy/B' }, 'aws', 1],
    [{ policy: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }, 'aws-us-gov', 1],
    [{ role: 'arn:aws:iam::111122223334:role/B' }, 'aws', 1],
    [{ group: 'arn:aws:iam::111122223333:group/B' }, 'aws', 0],
    [{ actions: ['s3:GetObject'], on: ['arn:aws:s3:::bucket/*', '*'] }, 'aws', 0],
    [{ actions: ['s3:GetObject'], on: ['arn:aws-cn:s3:::bucket/*'] }, 'aws', 1],
    [{ actions: ['sqs:SendMessage'], on: ['arn:aws:sqs:*:11112222333?:q'] }, 'aws', 1],
    [{ role: 'Operator' }, 'aws-eusc', 0],
  ] as const)('in %j fits partition %s unless it lies elsewhere', (raw, partition, faults) => {
    expect(check(raw, partition)).toHaveLength(faults)
  })
})
