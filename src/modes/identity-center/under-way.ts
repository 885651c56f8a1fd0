// How what Identity Center does in its own time is followed to its end.

import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
import type { Aws, SsoInput } from '../../edges/aws/aws.ts'

/** Lets so many run at once as Identity Center takes (user guide, quotas: ten outstanding assignments). */
export const IN_FLIGHT = 10

export type Limit = <T>(work: () => Promise<T>) => Promise<T>

export function openLimit(most: number): Limit {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      // Whoever waits takes over the place.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

/** Milliseconds between two looks: short at first, and never more than five minutes in all. */
const LOOKS = { first: 1000, longest: 10_000, total: 300_000 }

interface Status {
  readonly Status?: string | undefined
  readonly RequestId?: string | undefined
  readonly FailureReason?: string | undefined
}

type Look = (request: string) => Promise<Answer<Status | undefined>>

const said = (reason: string | undefined): string => (reason ?? 'no reason given').replace(/\s+/g, ' ').slice(0, 300)

/** Reasons that a later run may not meet again, as far as the text tells; the rest is our request that is wrong. */
const failure = (call: string, { FailureReason: reason }: Status): EdgeError => ({
  kind: /not\s?found|does not exist/i.test(reason ?? '') ? 'not-found' : 'invalid',
  call,
  said: said(reason),
})

async function toTheEnd(aws: Aws, call: string, first: Status | undefined, look: Look): Promise<Answer<'done'>> {
  let status = first
  let waited = 0
  for (let turn = 0; ; turn++) {
    if (status?.Status === 'SUCCEEDED') return known('done')
    if (status?.Status === 'FAILED') return unknown(failure(call, status))
    const request: string | undefined = status?.RequestId ?? first?.RequestId
    if (request === undefined)
      return unknown({ kind: 'garbage', call, said: 'neither a state nor a request to ask for' })
    const pause = Math.min(LOOKS.longest, LOOKS.first * 1.5 ** turn)
    if (waited + pause > LOOKS.total)
      return unknown({ kind: 'unreachable', call, said: 'AWS is still at it; the next run looks again' })
    waited += pause
    await aws.wait(pause)
    const seen = await look(request)
    if (seen.is === 'unknown') return seen
    status = seen.value
  }
}

export interface Follow {
  readonly limit: Limit
  creation(input: SsoInput<'CreateAccountAssignment'>): Promise<Answer<'done'>>
  deletion(input: SsoInput<'DeleteAccountAssignment'>): Promise<Answer<'done'>>
  provisioning(input: SsoInput<'ProvisionPermissionSet'>): Promise<Answer<'done'>>
}

export function following(aws: Aws, instance: string, limit: Limit): Follow {
  return {
    limit,
    creation: (input) =>
      limit(async () => {
        const begun = await aws.sso('CreateAccountAssignment', input)
        if (begun.is === 'unknown') return begun
        return toTheEnd(
          aws,
          'sso:CreateAccountAssignment',
          begun.value.AccountAssignmentCreationStatus,
          async (request) => {
            const seen = await aws.sso('DescribeAccountAssignmentCreationStatus', {
              InstanceArn: instance,
              AccountAssignmentCreationRequestId: request,
            })
            return seen.is === 'unknown' ? seen : known(seen.value.AccountAssignmentCreationStatus)
          },
        )
      }),
    deletion: (input) =>
      limit(async () => {
        const begun = await aws.sso('DeleteAccountAssignment', input)
        if (begun.is === 'unknown') return begun
        return toTheEnd(
          aws,
          'sso:DeleteAccountAssignment',
          begun.value.AccountAssignmentDeletionStatus,
          async (request) => {
            const seen = await aws.sso('DescribeAccountAssignmentDeletionStatus', {
              InstanceArn: instance,
              AccountAssignmentDeletionRequestId: request,
            })
            return seen.is === 'unknown' ? seen : known(seen.value.AccountAssignmentDeletionStatus)
          },
        )
      }),
    provisioning: (input) =>
      limit(async () => {
        const begun = await aws.sso('ProvisionPermissionSet', input)
        if (begun.is === 'unknown') return begun
        return toTheEnd(
          aws,
          'sso:ProvisionPermissionSet',
          begun.value.PermissionSetProvisioningStatus,
          async (request) => {
            const seen = await aws.sso('DescribePermissionSetProvisioningStatus', {
              InstanceArn: instance,
              ProvisionPermissionSetRequestId: request,
            })
            return seen.is === 'unknown' ? seen : known(seen.value.PermissionSetProvisioningStatus)
          },
        )
      }),
  }
}
