// Through what somebody holds permissions, and what is said of texts that are not there.

import { describe, expect, it } from 'vitest'
import {
  allows,
  assigned,
  group,
  iam,
  missing,
  PROD,
  paths,
  permissionSet,
  policy,
  resource,
  role,
  STAGE,
  set,
  user,
} from './company.ts'

const QUEUE = `arn:aws:sqs:eu-west-1:${PROD}:orders`
const STAGE_QUEUE = `arn:aws:sqs:eu-west-1:${STAGE}:orders`
const QUEUES = [resource(QUEUE), resource(STAGE_QUEUE, 'sqs:queue', {}, STAGE)]
const READ = allows('sqs:ReceiveMessage', '*')
const OWN = iam('policy/teams/queues')
const OF_AWS = 'arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess'

describe('permissions come to somebody', () => {
  it('by policies of their own, and by texts written into them', () => {
    const marta = user('marta', [], { policies: [OWN], inline: { spare: allows('sqs:SendMessage', QUEUE) } })
    expect(paths([...QUEUES, marta, policy(OWN, READ)], 'marta -> *')).toEqual([
      `user marta | policy queues | sqs:ReceiveMessage | ${QUEUE}`,
      `user marta | inline spare | sqs:SendMessage | ${QUEUE}`,
    ])
  })

  it('by the groups of IAM that they are in, and by no group of that name in another account', () => {
    const entries = [
      ...QUEUES,
      user('marta', ['readers']),
      group('readers', { policies: [OWN], inline: { more: READ } }),
      user('nils', ['readers'], {}, STAGE),
      group('readers', {}, STAGE),
      policy(OWN, READ),
    ]
    expect(paths(entries, 'user:* -> *')).toEqual([
      `user marta | group readers / policy queues | sqs:ReceiveMessage | ${QUEUE}`,
      `user marta | group readers / inline more | sqs:ReceiveMessage | ${QUEUE}`,
    ])
  })

  it('as a role or a group itself', () => {
    const entries = [...QUEUES, role('night', { inline: { all: READ } }), group('readers', { inline: { all: READ } })]
    expect(paths(entries, '* -> *')).toEqual([
      `role night | inline all | sqs:ReceiveMessage | ${QUEUE}`,
      `group readers | inline all | sqs:ReceiveMessage | ${QUEUE}`,
    ])
  })

  it('by policies of AWS, which are the same in every account', () => {
    const nils = user('nils', [], { policies: [OF_AWS] }, STAGE)
    const entries = [...QUEUES, nils, policy(OF_AWS, READ, 'aws')]
    expect(paths(entries, 'nils -> *')).toEqual([
      `user nils | policy AmazonSQSReadOnlyAccess | sqs:ReceiveMessage | ${STAGE_QUEUE}`,
    ])
    const china = 'arn:aws-cn:iam::aws:policy/AmazonSQSReadOnlyAccess'
    expect(
      paths([...QUEUES, user('li', [], { policies: [china] }), policy(china, READ, 'aws')], 'li -> *'),
    ).toHaveLength(1)
  })

  it('by permission sets, in the account that they are assigned in', () => {
    const reader = permissionSet('Reader', { policies: ['customer:/teams/queues'], inline: { in: READ } })
    const entries = [
      ...QUEUES,
      reader,
      assigned('nadia', 'Reader', PROD),
      assigned('oncall', 'Reader', STAGE, 'GROUP'),
      policy(OWN, allows('sqs:PurgeQueue', '*')),
      policy(iam('policy/teams/queues', STAGE), allows('sqs:SendMessage', '*'), STAGE),
    ]
    expect(paths(entries, '* -> *')).toEqual([
      `person nadia | permission set Reader / policy queues | sqs:PurgeQueue | ${QUEUE}`,
      `person nadia | permission set Reader / inline in | sqs:ReceiveMessage | ${QUEUE}`,
      `people oncall | permission set Reader / policy queues | sqs:SendMessage | ${STAGE_QUEUE}`,
      `people oncall | permission set Reader / inline in | sqs:ReceiveMessage | ${STAGE_QUEUE}`,
    ])
  })
})

describe('a permission set', () => {
  it('is what the ARN names, though AWS lists it among its resources, too', () => {
    const reader = permissionSet('Reader', { inline: { in: READ } })
    const listed = resource(set('Reader'), 'sso:permissionSet')
    expect(paths([...QUEUES, reader, listed, assigned('nadia', 'Reader', PROD)], 'nadia -> orders')).toEqual([
      `person nadia | permission set Reader / inline in | sqs:ReceiveMessage | ${QUEUE}`,
    ])
  })
})

describe('what an arrow could not look into', () => {
  const strange = { Version: '2012-10-17', Statement: [{ Effect: 'Perhaps' }] }

  it.each<[string, readonly Parameters<typeof paths>[0][number][], readonly string[]]>([
    ['a policy that is not there', [user('m', [], { policies: [OWN] })], ['orders-prod: policy queues']],
    [
      "another account's policy of that name",
      [user('m', [], { policies: [OWN] }), policy(iam('policy/teams/queues', STAGE), READ, STAGE)],
      ['orders-prod: policy queues'],
    ],
    [
      "another account's policy that is named in full",
      [user('m', [], { policies: [iam('policy/p', STAGE)] }), policy(iam('policy/p', STAGE), READ, STAGE)],
      ['orders-prod: policy p'],
    ],
    [
      'policies that are not understood, each once',
      [user('m', [], { policies: [OWN] }), role('r', { policies: [OWN] }), policy(OWN, strange)],
      ['orders-prod: policy queues'],
    ],
    ['a text that is not understood', [role('r', { inline: { odd: strange } })], ['orders-prod: inline odd']],
    [
      'texts of a group, told with the group',
      [user('m', ['g']), group('g', { policies: [OWN], inline: { odd: strange } })],
      [
        'orders-prod: group g / inline odd',
        'orders-prod: group g / policy queues',
        'orders-prod: inline odd',
        'orders-prod: policy queues',
      ],
    ],
    ['a group that is not there', [user('m', ['lost'])], ['orders-prod: group lost']],
    [
      'a policy of the account that a permission set names',
      [permissionSet('Reader', { policies: ['customer:/teams/queues'] }), assigned('nadia', 'Reader', PROD)],
      ['identity-center: permission set Reader / policy queues'],
    ],
    ['a permission set that is not there', [assigned('nadia', 'ps-9', PROD)], ['identity-center: permission set ps-9']],
  ])('is told: %s', (_what, entries, expected) => {
    expect(missing([...QUEUES, ...entries], '* -> *')).toEqual(expected)
  })

  it('is told of those who are meant alone', () => {
    const entries = [...QUEUES, user('marta', [], { policies: [OWN] }), user('nils', ['lost'])]
    expect(missing(entries, 'user:marta -> *')).toEqual(['orders-prod: policy queues'])
  })
})
