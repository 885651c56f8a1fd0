// Who is assigned which set where: every page counts, and where one thing cannot be known nothing is.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import {
  accountsWith,
  type Row,
  rowsOfPair,
  rowsOfPairs,
  rowsOfSets,
  rowsOfUsers,
  rowsUnderWay,
} from '../../../src/modes/identity-center/assignments.ts'
import { ACCOUNT } from './sets.ts'
import { failing, paged, sky } from './sky.ts'

const INSTANCE = 'arn:instance'
const STAGE = '444455556666'

/** As AWS tells it. */
const told = (set: string, PrincipalId: string, PrincipalType = 'USER', AccountId = ACCOUNT) => ({
  AccountId,
  PermissionSetArn: set,
  PrincipalType,
  PrincipalId,
})
const row = (set: string, id: string, type: Row['type'] = 'USER', account = ACCOUNT): Row => ({
  account,
  set,
  type,
  id,
})

describe('what people hold themselves', () => {
  it('is read to the last page, in one call a person and page', async () => {
    const { aws, asked } = sky({
      ListAccountAssignmentsForPrincipal: (input) =>
        input['PrincipalId'] === 'u1'
          ? paged({ AccountAssignments: [told('s1', 'u1')] }, {}, { AccountAssignments: [told('s2', 'u1')] })(input)
          : { AccountAssignments: [told('s1', 'u2')] },
    })
    expect(await rowsOfUsers(aws, INSTANCE, ['u1', 'u2'])).toEqual(
      known([row('s1', 'u1'), row('s2', 'u1'), row('s1', 'u2')]),
    )
    const input = (id: string) => ({
      InstanceArn: INSTANCE,
      PrincipalId: id,
      PrincipalType: 'USER',
      MaxResults: 100,
    })
    expect(asked.map(([, given]) => given)).toEqual(
      expect.arrayContaining([input('u1'), { ...input('u1'), NextToken: '1' }, { ...input('u1'), NextToken: '2' }]),
    )
    expect(asked).toHaveLength(4)
  })

  it("is not what they have through a group, nor anybody else's", async () => {
    const assignments = [told('s1', 'g1', 'GROUP'), told('s2', 'u1', 'GROUP'), told('s3', 'u9'), told('s4', 'u1')]
    const { aws } = sky({ ListAccountAssignmentsForPrincipal: { AccountAssignments: assignments } })
    expect(await rowsOfUsers(aws, INSTANCE, ['u1'])).toEqual(known([row('s4', 'u1')]))
  })

  it('is nothing of whom AWS does not know, and unknown where AWS fails for one of them', async () => {
    const { aws } = sky({
      ListAccountAssignmentsForPrincipal: ({ PrincipalId: id }) =>
        id === 'gone' ? 'not-found' : id === 'shut' ? 'denied' : { AccountAssignments: [told('s1', 'u1')] },
    })
    expect(await rowsOfUsers(aws, INSTANCE, ['gone', 'u1'])).toEqual(known([row('s1', 'u1')]))
    const failed = failing('denied', 'ListAccountAssignmentsForPrincipal')
    expect(await rowsOfUsers(aws, INSTANCE, ['u1', 'shut'])).toEqual(failed)
    expect(await rowsOfUsers(aws, INSTANCE, [])).toEqual(known([]))
  })

  it('is unknown where the pages go in circles', async () => {
    const { aws } = sky({ ListAccountAssignmentsForPrincipal: { NextToken: 'again' } })
    expect(await rowsOfUsers(aws, INSTANCE, ['u1'])).toMatchObject({
      is: 'unknown',
      because: { kind: 'garbage', call: 'sso:ListAccountAssignmentsForPrincipal' },
    })
  })
})

describe('who is assigned a set', () => {
  const everybody = {
    AccountAssignments: [told('s1', 'u1'), told('s1', 'g1', 'GROUP'), told('s1', 'u2', 'OTHER'), {}],
  }

  it('in an account is everybody, groups too', async () => {
    const { aws, asked } = sky({ ListAccountAssignments: paged(everybody, { AccountAssignments: [told('s1', 'u3')] }) })
    expect(await rowsOfPair(aws, INSTANCE, ACCOUNT, 's1')).toEqual(
      known([
        row('s1', 'u1'),
        row('s1', 'g1', 'GROUP'),
        row('s1', 'u2'),
        { account: '', set: '', type: 'USER', id: '' },
        row('s1', 'u3'),
      ]),
    )
    expect(asked.at(-1)).toEqual([
      'ListAccountAssignments',
      { InstanceArn: INSTANCE, AccountId: ACCOUNT, PermissionSetArn: 's1', MaxResults: 100, NextToken: '1' },
    ])
    expect(asked[0]?.[1]).not.toHaveProperty('NextToken')
  })

  it('that is gone is nobody, and unknown where AWS fails', async () => {
    const pair = (kind: 'not-found' | 'unreachable') => sky({ ListAccountAssignments: kind }).aws
    expect(await rowsOfPair(pair('not-found'), INSTANCE, ACCOUNT, 's1')).toEqual(known([]))
    expect(await rowsOfPair(pair('unreachable'), INSTANCE, ACCOUNT, 's1')).toEqual(
      failing('unreachable', 'ListAccountAssignments'),
    )
    const pairs = [{ account: ACCOUNT, set: 's1' }]
    expect(await rowsOfPairs(pair('unreachable'), INSTANCE, pairs)).toMatchObject({ is: 'unknown' })
  })

  it('anywhere is looked for in every account that has it', async () => {
    const { aws, asked } = sky({
      ListAccountsForProvisionedPermissionSet: paged({ AccountIds: [ACCOUNT] }, {}, { AccountIds: [STAGE] }),
      ListAccountAssignments: ({ AccountId, PermissionSetArn }) => ({
        AccountAssignments: [told(String(PermissionSetArn), 'u1', 'USER', String(AccountId))],
      }),
    })
    expect(await accountsWith(aws, INSTANCE, 's1')).toEqual(known([ACCOUNT, STAGE]))
    expect(asked.at(-1)?.[1]).toEqual({
      InstanceArn: INSTANCE,
      PermissionSetArn: 's1',
      MaxResults: 100,
      NextToken: '2',
    })
    expect(await rowsOfSets(aws, INSTANCE, ['s1', 's2'])).toEqual(
      known(['s1', 's2'].flatMap((set) => [row(set, 'u1'), row(set, 'u1', 'USER', STAGE)])),
    )
  })

  it('anywhere is nobody of a set that is gone, and unknown where one account is', async () => {
    expect(
      await rowsOfSets(sky({ ListAccountsForProvisionedPermissionSet: 'not-found' }).aws, INSTANCE, ['s']),
    ).toEqual(known([]))
    expect(await rowsOfSets(sky({ ListAccountsForProvisionedPermissionSet: 'denied' }).aws, INSTANCE, ['s'])).toEqual(
      failing('denied', 'ListAccountsForProvisionedPermissionSet'),
    )
    const half = sky({
      ListAccountsForProvisionedPermissionSet: { AccountIds: [ACCOUNT, STAGE] },
      ListAccountAssignments: ({ AccountId }) => (AccountId === STAGE ? 'denied' : { AccountAssignments: [] }),
    })
    expect(await rowsOfSets(half.aws, INSTANCE, ['s'])).toEqual(failing('denied', 'ListAccountAssignments'))
  })
})

describe('what is under way', () => {
  const status = (id: string, Status = 'IN_PROGRESS') => ({
    Status,
    TargetId: ACCOUNT,
    PermissionSetArn: 's1',
    PrincipalType: 'USER',
    PrincipalId: id,
  })
  const answers = {
    ListAccountAssignmentCreationStatus: paged(
      { AccountAssignmentsCreationStatus: [{ RequestId: 'a' }] },
      { AccountAssignmentsCreationStatus: [{ RequestId: 'b' }] },
    ),
    ListAccountAssignmentDeletionStatus: { AccountAssignmentsDeletionStatus: [{ RequestId: 'c' }, {}] },
    DescribeAccountAssignmentCreationStatus: ({
      AccountAssignmentCreationRequestId: id,
    }: object & {
      readonly AccountAssignmentCreationRequestId?: unknown
    }) => ({ AccountAssignmentCreationStatus: status(`u-${id}`, id === 'b' ? 'SUCCEEDED' : 'IN_PROGRESS') }),
    DescribeAccountAssignmentDeletionStatus: ({
      AccountAssignmentDeletionRequestId: id,
    }: object & {
      readonly AccountAssignmentDeletionRequestId?: unknown
    }) => ({ AccountAssignmentDeletionStatus: status(`u-${id}`, id === '' ? 'FAILED' : 'IN_PROGRESS') }),
  }

  it('is what AWS makes and unmakes at this moment, and not what it has done since', async () => {
    const { aws, asked } = sky(answers)
    expect(await rowsUnderWay(aws, INSTANCE)).toEqual(known([row('s1', 'u-a'), row('s1', 'u-c')]))
    const lists = asked.filter(([op]) => op.startsWith('List')).map(([, input]) => input)
    const first = { InstanceArn: INSTANCE, Filter: { Status: 'IN_PROGRESS' } }
    expect(lists).toEqual(expect.arrayContaining([first, { ...first, NextToken: '1' }, first]))
    expect(lists).toHaveLength(3)
    expect(asked).toContainEqual([
      'DescribeAccountAssignmentDeletionStatus',
      { InstanceArn: INSTANCE, AccountAssignmentDeletionRequestId: 'c' },
    ])
  })

  it('is nothing where AWS does nothing', async () => {
    const { aws, ops } = sky({ ListAccountAssignmentCreationStatus: {}, ListAccountAssignmentDeletionStatus: {} })
    expect(await rowsUnderWay(aws, INSTANCE)).toEqual(known([]))
    expect(ops()).toHaveLength(2)
    const untold = sky({
      ...answers,
      DescribeAccountAssignmentCreationStatus: {},
      DescribeAccountAssignmentDeletionStatus: {},
    })
    expect(await rowsUnderWay(untold.aws, INSTANCE)).toEqual(known([]))
  })

  it.each(Object.keys(answers))('is unknown where %s fails', async (op) => {
    expect(await rowsUnderWay(sky({ ...answers, [op]: 'throttled' }).aws, INSTANCE)).toEqual(failing('throttled', op))
  })
})
