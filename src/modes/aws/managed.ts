// What AWS's own managed policies say: read once a run, whichever account asks first.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { PolicyDocument } from '../../core/model/policy-document.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { readStored } from './stored.ts'

export interface AwsManaged {
  readonly id: string
  readonly name: string
  readonly document?: PolicyDocument
}

/** Where AWS keeps them (IAM user guide, AWS managed policies). A name is looked for in all three. */
const PATHS = ['/', '/job-function/', '/service-role/'] as const

async function readOne(aws: Aws, account: string, arn: string): Promise<Answer<AwsManaged | null>> {
  const policy = await aws.iam(account, 'GetPolicy', { PolicyArn: arn })
  if (policy.is === 'unknown') return policy.because.kind === 'not-found' ? known(null) : policy
  const { PolicyName: name, Arn: id, DefaultVersionId: version } = policy.value.Policy ?? {}
  if (name === undefined || id === undefined || version === undefined) return known({ id: arn, name: arn })
  const read = await aws.iam(account, 'GetPolicyVersion', { PolicyArn: arn, VersionId: version })
  if (read.is === 'unknown') return read
  const document = readStored(read.value.PolicyVersion?.Document)
  return known({ id, name, ...(document === null ? {} : { document }) })
}

/** Looks a policy of AWS's up by name or ARN; an answer is kept, a failure is asked again from the next account. */
export function openAwsManaged(aws: Aws): (account: string, name: string) => Promise<Answer<readonly AwsManaged[]>> {
  const kept = new Map<string, Promise<Answer<AwsManaged | null>>>()
  const one = async (account: string, arn: string): Promise<Answer<AwsManaged | null>> => {
    const before = await kept.get(arn)
    if (before?.is === 'known') return before
    const asking = readOne(aws, account, arn)
    kept.set(arn, asking)
    return asking
  }
  return async (account, name) => {
    const prefix = `arn:${aws.partition}:iam::aws:policy`
    if (name.startsWith('arn:') && !name.startsWith(`${prefix}/`)) return known([])
    const arns = name.startsWith('arn:') ? [name] : PATHS.map((path) => `${prefix}${path}${name}`)
    const found: AwsManaged[] = []
    for (const arn of arns) {
      const answer = await one(account, arn)
      if (answer.is === 'unknown') return answer
      if (answer.value !== null) found.push(answer.value)
    }
    return known(found)
  }
}
