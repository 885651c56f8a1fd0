// A sandbox with an account whose Resource Explorer is in one state or another, and Daypass's way in.

import type { Aws } from '../../src/edges/aws/aws.ts'
import { type ExplorerDraft, explorer } from '../../src/sandbox/aws/resource-explorer/world.ts'
import type { AwsWorld } from '../../src/sandbox/aws/world.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { awsFor, type Heard, PROD, permitting, settingsOf, someAws, startGround } from '../conformance/ground.ts'

export const REGION = 'eu-west-1'

/** Rights of the role that enters, beside IAM. */
const MAY = ['resource-explorer-2:*', 'account:ListRegions', 'iam:*']

export interface Ground {
  readonly sandbox: Sandbox
  readonly aws: Aws
  readonly heard: Heard
}

export async function groundWith(
  draft: ExplorerDraft | null,
  more: Partial<AwsWorld> = {},
  may: readonly string[] = MAY,
): Promise<Ground> {
  const world = someAws({}, {}, { ...more, ...(draft === null ? {} : { explorers: { [PROD]: explorer(draft) } }) })
  const sandbox = await startGround(permitting(world, may))
  const heard: Heard = { secrets: [], slept: [] }
  return { sandbox, heard, aws: awsFor(sandbox, settingsOf(), undefined, heard) }
}

/** So many queues, some of them tagged. */
export const queues = (count: number, region = REGION): ExplorerDraft['resources'] =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `arn:aws:sqs:${region}:${PROD}:queue-${String(at).padStart(5, '0')}`,
      at % 3 === 0 ? { tags: { team: 'orders' } } : {},
    ]),
  )
