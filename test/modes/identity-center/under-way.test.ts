// How what Identity Center does in its own time is followed to its end, and for how long.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { type Follow, following, openLimit } from '../../../src/modes/identity-center/under-way.ts'
import { ACCOUNT } from './sets.ts'
import { type Answers, failing, sky } from './sky.ts'

const INSTANCE = 'arn:instance'

/** Each kind of work: how it is begun, asked after, and what its answers are called. */
const WORKS = [
  {
    of: 'creation',
    begin: 'CreateAccountAssignment',
    look: 'DescribeAccountAssignmentCreationStatus',
    status: 'AccountAssignmentCreationStatus',
    request: 'AccountAssignmentCreationRequestId',
  },
  {
    of: 'deletion',
    begin: 'DeleteAccountAssignment',
    look: 'DescribeAccountAssignmentDeletionStatus',
    status: 'AccountAssignmentDeletionStatus',
    request: 'AccountAssignmentDeletionRequestId',
  },
  {
    of: 'provisioning',
    begin: 'ProvisionPermissionSet',
    look: 'DescribePermissionSetProvisioningStatus',
    status: 'PermissionSetProvisioningStatus',
    request: 'ProvisionPermissionSetRequestId',
  },
] as const
type Work = (typeof WORKS)[number]

const assignment = {
  InstanceArn: INSTANCE,
  PermissionSetArn: 's1',
  TargetId: ACCOUNT,
  TargetType: 'AWS_ACCOUNT',
  PrincipalType: 'USER',
  PrincipalId: 'u1',
} as const
const INPUT = {
  creation: assignment,
  deletion: assignment,
  provisioning: { InstanceArn: INSTANCE, PermissionSetArn: 's1', TargetType: 'ALL_PROVISIONED_ACCOUNTS' },
} as const

const start = (follow: Follow, of: Work['of']) =>
  of === 'provisioning' ? follow.provisioning(INPUT.provisioning) : follow[of](assignment)

/** Statuses in turn: the first answers the beginning, each other a look. */
function work({ begin, look, status }: Work, ...statuses: readonly (object | undefined)[]) {
  let at = 0
  const next = (): object => ({ [status]: statuses[Math.min(at++, statuses.length - 1)] })
  return sky({ [begin]: next, [look]: next } satisfies Answers)
}

const IN = { Status: 'IN_PROGRESS', RequestId: 'r1' }
const DONE = { Status: 'SUCCEEDED' }

describe.each(WORKS)('a $of', (one) => {
  const run = (open: ReturnType<typeof sky>) => start(following(open.aws, INSTANCE, openLimit(10)), one.of)

  it('that is done at once is not asked after', async () => {
    const open = work(one, DONE)
    expect(await run(open)).toEqual(known('done'))
    expect(open.asked).toEqual([[one.begin, INPUT[one.of]]])
    expect(open.waited).toEqual([])
  })

  it('is asked after by its request until it is done, also where AWS says less in between', async () => {
    const open = work(one, IN, { Status: 'IN_PROGRESS', RequestId: 'r2' }, undefined, DONE)
    expect(await run(open)).toEqual(known('done'))
    expect(open.asked.slice(1)).toEqual(
      ['r1', 'r2', 'r1'].map((request) => [one.look, { InstanceArn: INSTANCE, [one.request]: request }]),
    )
    expect(open.waited).toEqual([1000, 1500, 2250])
  })

  it.each([
    [{ FailureReason: 'The role was  not found' }, 'not-found', 'The role was not found'],
    [{ FailureReason: 'RoleNotFound' }, 'not-found', 'RoleNotFound'],
    [{ FailureReason: 'policy/x does not exist' }, 'not-found', 'policy/x does not exist'],
    [{ FailureReason: 'ConflictException' }, 'invalid', 'ConflictException'],
    [{}, 'invalid', 'no reason given'],
    [{ FailureReason: `a\n\n b${'x'.repeat(400)}` }, 'invalid', `a b${'x'.repeat(297)}`],
  ])('that fails is told with its reason: %j', async (more, kind, said) => {
    const because = { kind, call: `sso:${one.begin}`, said }
    expect(await run(work(one, { Status: 'FAILED', ...more }))).toEqual({ is: 'unknown', because })
    expect(await run(work(one, IN, { Status: 'FAILED', ...more }))).toEqual({ is: 'unknown', because })
  })

  it('of which AWS tells nothing cannot be followed', async () => {
    for (const untold of [undefined, {}, { Status: 'IN_PROGRESS' }])
      expect(await run(work(one, untold))).toEqual({
        is: 'unknown',
        because: { kind: 'garbage', call: `sso:${one.begin}`, said: 'neither a state nor a request to ask for' },
      })
  })

  it('that never ends is left after five minutes at most, ever more patiently', async () => {
    const open = work(one, IN)
    expect(await run(open)).toEqual({
      is: 'unknown',
      because: {
        kind: 'unreachable',
        call: `sso:${one.begin}`,
        said: 'AWS is still at it; the next run looks again',
      },
    })
    expect(open.waited.slice(0, 7)).toEqual([1000, 1500, 2250, 3375, 5062.5, 7593.75, 10_000])
    expect(new Set(open.waited.slice(6))).toEqual(new Set([10_000]))
    const total = open.waited.reduce((sum, pause) => sum + pause, 0)
    expect([total <= 300_000, total > 290_000]).toEqual([true, true])
  })

  it('that cannot be begun, or asked after, fails for that reason', async () => {
    expect(await run(sky({ [one.begin]: 'denied' }))).toEqual(failing('denied', one.begin))
    const open = sky({ [one.begin]: { [one.status]: IN }, [one.look]: 'throttled' })
    expect(await run(open)).toEqual(failing('throttled', one.look))
  })
})

describe('how much runs at once', () => {
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }

  it('is no more than Identity Center takes; who waits goes on in turn', async () => {
    const limit = openLimit(2)
    const begun: number[] = []
    const ends: (() => void)[] = []
    const all = [0, 1, 2, 3].map((number) =>
      limit(async () => {
        begun.push(number)
        await new Promise<void>((go) => ends.push(go))
        return number
      }),
    )
    await turns()
    expect(begun).toEqual([0, 1])
    ends[1]?.()
    await turns()
    expect(begun).toEqual([0, 1, 2])
    ends[0]?.()
    ends[2]?.()
    await turns()
    expect(begun).toEqual([0, 1, 2, 3])
    ends[3]?.()
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3])
  })

  it('is free again after the last, and after one that threw', async () => {
    const limit = openLimit(1)
    await expect(limit(async () => Promise.reject(new Error('ours')))).rejects.toThrow('ours')
    expect(await limit(async () => 'next')).toBe('next')
    expect(await Promise.all(['a', 'b'].map((one) => limit(async () => one)))).toEqual(['a', 'b'])
  })

  it('is one place for each, so that a second waits though the first has not begun', async () => {
    const limit = openLimit(1)
    let begun = 0
    const never = new Promise<void>(() => undefined)
    void limit(() => {
      begun += 1
      return never
    })
    void limit(() => {
      begun += 1
      return never
    })
    await turns()
    expect(begun).toBe(1)
  })
})
