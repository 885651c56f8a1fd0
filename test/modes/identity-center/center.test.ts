// Which Identity Center there is, and who is in it.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { readCenter } from '../../../src/modes/identity-center/center.ts'
import { readPeople } from '../../../src/modes/identity-center/people.ts'
import { type Answers, failing, paged, sky } from './sky.ts'

const INSTANCE = 'arn:instance'

describe('people of the store', () => {
  const users = [
    {
      UserId: '1',
      UserName: ' Marta ',
      Emails: [
        { Value: 'M@x.org', Primary: true },
        { Value: 'old@x.org', Primary: false },
      ],
    },
    { UserId: '2', UserName: 'marta', Emails: [{ Value: 'm@x.org', Primary: true }, { Primary: true }] },
    { UserId: '3' },
  ]
  const read = async (match: 'userName' | 'email') => {
    const { aws, asked } = sky({ ListUsers: paged({ Users: users.slice(0, 1) }, {}, { Users: users.slice(1) }) })
    const people = await readPeople(aws, 'd-1', match)
    if (people.is === 'unknown') throw new Error(people.because.said)
    return {
      asked,
      ids: [...people.value.byId.keys()],
      names: [...people.value.byName].map(([name, all]) => [name, all.map(({ UserId }) => UserId)]),
    }
  }

  it('are known by user name, whoever is there twice', async () => {
    const { names, ids, asked } = await read('userName')
    expect(names).toEqual([
      ['marta', ['1', '2']],
      ['', ['3']],
    ])
    expect(ids).toEqual(['1', '2', '3'])
    expect(asked.map(([, input]) => input)).toStrictEqual([
      { IdentityStoreId: 'd-1', MaxResults: 100 },
      { IdentityStoreId: 'd-1', MaxResults: 100, NextToken: '1' },
      { IdentityStoreId: 'd-1', MaxResults: 100, NextToken: '2' },
    ])
  })

  it('are known by their primary address alone', async () => {
    expect((await read('email')).names).toEqual([
      ['m@x.org', ['1', '2']],
      ['', ['2']],
    ])
  })

  it('are unknown where a page is', async () => {
    const { aws } = sky({ ListUsers: 'denied' })
    expect(await readPeople(aws, 'd-1', 'email')).toEqual(failing('denied', 'ListUsers'))
  })
})

describe('the Identity Center of the organisation', () => {
  const home = {
    home: '999988887777',
    region: 'eu-west-1',
    match: 'userName' as const,
    managementAccount: 'refused' as const,
    sets: 'separate' as const,
  }
  const answers: Answers = {
    DescribeOrganization: { Organization: { MasterAccountId: '1' } },
    ListInstances: paged(
      { Instances: [{ InstanceArn: 'arn:own', IdentityStoreId: 'd-9', OwnerAccountId: '9' }] },
      { Instances: [{ InstanceArn: INSTANCE, IdentityStoreId: 'd-1', OwnerAccountId: '1' }] },
    ),
    ListAccounts: paged(
      { Accounts: [{ Id: 'a', State: 'ACTIVE', Status: 'SUSPENDED' }] },
      {
        Accounts: [{ Id: 'b', Status: 'SUSPENDED' }, { Id: 'c' }, {}],
      },
    ),
  }
  const read = (more: Answers = {}, where = home) => readCenter(sky({ ...answers, ...more }).aws, where)

  it('is the one that the management account owns, with every account of the organisation', async () => {
    expect(await read()).toEqual(
      known({
        instance: INSTANCE,
        store: 'd-1',
        portal: { url: 'https://d-1.awsapps.com/start', region: 'eu-west-1' },
        management: '1',
        askedFrom: 'delegated',
        accounts: new Map([
          ['a', 'ACTIVE'],
          ['b', 'SUSPENDED'],
          ['c', 'UNKNOWN'],
          ['', 'UNKNOWN'],
        ]),
      }),
    )
    expect(await read({}, { ...home, home: '1' })).toMatchObject({ value: { askedFrom: 'management' } })
  })

  it.each(['DescribeOrganization', 'ListInstances', 'ListAccounts'])('is unknown where %s fails', async (op) => {
    expect(await read({ [op]: 'denied' })).toEqual(failing('denied', op))
  })

  it('is unknown where nobody manages the organisation', async () => {
    for (const told of [{}, { Organization: {} }])
      expect(await read({ DescribeOrganization: told })).toEqual({
        is: 'unknown',
        because: { kind: 'garbage', call: 'organizations:DescribeOrganization', said: 'no management account' },
      })
  })

  it.each<[string, readonly object[]]>([
    ['there is none', []],
    ['there is only an account’s own', [{ InstanceArn: 'x', IdentityStoreId: 'd-9', OwnerAccountId: '9' }]],
    ['AWS tells no ARN of it', [{ IdentityStoreId: 'd-1', OwnerAccountId: '1' }]],
    ['AWS tells no store of it', [{ InstanceArn: 'x', OwnerAccountId: '1' }]],
  ])('is unknown where %s, with what to correct', async (_why, Instances) => {
    expect(await read({ ListInstances: { Instances } })).toEqual({
      is: 'unknown',
      because: {
        kind: 'not-found',
        call: 'sso:ListInstances in 999988887777',
        said: 'no Identity Center of the organisation in eu-west-1: correct identityCenter.region and home in integrations/aws.yaml',
      },
    })
  })

  it.each([
    ['aws-cn', 'https://start.home.awsapps.cn/directory/d-1'],
    ['aws-us-gov', 'https://start.us-gov-home.awsapps.com/directory/d-1'],
  ])('is entered in %s by %s', async (partition, url) => {
    const { aws } = sky(answers)
    expect(await readCenter({ ...aws, partition }, home)).toMatchObject({ value: { portal: { url } } })
  })
})
