// A world in which everything of Identity Center is there once, for the rows of its operations.

import { account, allowing, awsWorld, keyOf, withKey } from '../../src/sandbox/aws/build.ts'
import { setArnFor, userIdOf, withIdentityCenter } from '../../src/sandbox/aws/identity-center/build.ts'
import type { Job } from '../../src/sandbox/aws/identity-center/world.ts'
import { organization } from '../../src/sandbox/aws/organizations/build.ts'
import { viewArn } from '../../src/sandbox/aws/resource-explorer/reading.ts'
import { explorer } from '../../src/sandbox/aws/resource-explorer/world.ts'
import type { AwsWorld } from '../../src/sandbox/aws/world.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import type { World } from '../../src/sandbox/world.ts'
import type { Ground } from './aws-json-rows.ts'
import { start } from './aws-rows.ts'

const HOME = '111122223333'
const MEMBER = '444455556666'
const MARTA = 'marta@acme.test'
const IVAN = 'ivan@acme.test'

const EXPLORER = explorer({
  regions: ['us-east-1', 'eu-west-1'],
  resources: Object.fromEntries(
    ['a', 'b'].map((name) => [`arn:aws:sqs:us-east-1:${HOME}:${name}`, { tags: { x: 'y' } }]),
  ),
})

const [THE_VIEW] = EXPLORER.views
export const VIEW = THE_VIEW === undefined ? '' : viewArn({ partition: 'aws', account: HOME }, THE_VIEW)

const request = (digit: string): string => `${digit.repeat(8)}-1111-4111-8111-444444444444`

const aws = (): AwsWorld => {
  const everything = {
    inline: { all: allowing(['sso:*', 'identitystore:*', 'organizations:*', 'resource-explorer-2:*'], '*') },
  }
  const bare = awsWorld({
    region: 'us-east-1',
    explorers: { [HOME]: EXPLORER },
    accounts: [
      account(HOME, { users: { admin: everything, ivan: {} } }),
      account(MEMBER, { policies: { orders: { path: '/team/', document: allowing('s3:GetObject', '*') } } }),
    ],
  })
  const organized = {
    ...bare,
    organizations: organization({ management: HOME, members: { [HOME]: {}, [MEMBER]: {} } }),
  }
  const centered = withIdentityCenter(organized, {
    users: { [MARTA]: { displayName: 'Marta' }, [IVAN]: {} },
    groups: { readers: [MARTA] },
    sets: {
      used: {
        description: 'Everything',
        tags: { team: 'orders' },
        inline: allowing('s3:GetObject', '*'),
        managed: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        customer: [{ name: 'orders', path: '/team/' }],
      },
      spare: {},
    },
    assignments: [{ account: MEMBER, set: 'used', user: MARTA }],
  })
  const center = centered.identityCenter
  if (center === undefined) throw new Error('no Identity Center')
  const over = { born: start, calls: 1, state: 'SUCCEEDED' } as const
  const row = {
    account: MEMBER,
    set: setArnFor('aws', 'used'),
    principalType: 'USER',
    principalId: userIdOf(MARTA),
  } as const
  const jobs: readonly Job[] = [
    { ...over, id: request('1'), does: 'creation', assignment: row },
    { ...over, id: request('2'), does: 'deletion', assignment: row, state: 'FAILED', reason: 'It failed.' },
    { ...over, id: request('3'), does: 'provisioning', set: row.set, account: MEMBER },
  ]
  return withKey(withKey({ ...centered, identityCenter: { ...center, jobs } }, HOME, 'admin'), HOME, 'ivan')
}

export const world = (): World => ({ aws: aws(), github: emptyGithub(start) })

export const admin = keyOf(HOME, 'admin')
/** Has no permission at all. */
export const ivan = keyOf(HOME, 'ivan')

export const ground = (): Ground => {
  const { identityCenter: center } = world().aws
  return {
    instance: center?.instanceArn ?? '',
    store: center?.storeId ?? '',
    home: HOME,
    member: MEMBER,
    marta: userIdOf(MARTA),
    ivan: userIdOf(IVAN),
    group: Object.keys(center?.groups ?? {})[0] ?? '',
    used: setArnFor('aws', 'used'),
    spare: setArnFor('aws', 'spare'),
    creation: request('1'),
    deletion: request('2'),
    provisioning: request('3'),
  }
}
