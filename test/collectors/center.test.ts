// What is collected of Identity Center, and of the policies that AWS itself keeps.

import { afterEach, describe, expect, it } from 'vitest'
import { awsPolicies } from '../../src/collectors/aws-policies.ts'
import { center } from '../../src/collectors/center.ts'
import type { Collecting } from '../../src/collectors/collector.ts'
import type { InventoryLine } from '../../src/core/inventory/line.ts'
import type { IdentityCenterHome } from '../../src/core/model/settings.ts'
import { allowing } from '../../src/sandbox/aws/build.ts'
import { setArnFor, withIdentityCenter } from '../../src/sandbox/aws/identity-center/build.ts'
import { organization } from '../../src/sandbox/aws/organizations/build.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { awsFor, PROD, permitting, STAGE, settingsOf, someAws, startGround } from '../conformance/ground.ts'

let sandbox: Sandbox | null = null
afterEach(() => sandbox?.close())

const HOME: IdentityCenterHome = {
  home: PROD,
  region: 'us-east-1',
  match: 'userName',
  managementAccount: 'allowed',
  sets: 'separate',
}

async function ground(pageSize = 100): Promise<Collecting> {
  const bare = permitting(someAws({}, {}, { pageSize }), ['sso:*', 'identitystore:*', 'organizations:*', 'iam:*'])
  const world = withIdentityCenter(
    { ...bare, organizations: organization({ management: PROD, members: { [PROD]: {}, [STAGE]: {} } }) },
    {
      region: HOME.region,
      users: { marta: {}, jonas: {}, nadia: {} },
      groups: { oncall: ['marta', 'jonas'] },
      sets: {
        Reader: {
          inline: allowing('sqs:GetQueueAttributes', '*'),
          managed: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        },
        Empty: {},
      },
      assignments: [{ account: STAGE, set: 'Reader', user: 'nadia' }],
    },
  )
  sandbox = await startGround(world)
  const settings = settingsOf()
  if (settings.aws === null) throw new Error('settings without AWS')
  const aws = awsFor(sandbox, { ...settings, aws: { ...settings.aws, identityCenter: HOME } })
  return { aws, account: PROD, region: HOME.region, center: HOME, before: () => [] }
}

async function linesOf(asked: Collecting, collector: typeof center): Promise<readonly InventoryLine[]> {
  const answer = await collector.collect(asked)
  if (answer.is === 'unknown') throw new Error(JSON.stringify(answer.because))
  return answer.value.lines
}

describe('Identity Center', () => {
  it.each([100, 1])(
    'tells sets, what they hold, who is assigned them, and who is in which group (pages of %i)',
    async (size) => {
      const lines = await linesOf(await ground(size), center)
      expect(lines.filter(({ is }) => is === 'people')).toEqual([
        { is: 'people', name: 'oncall', members: ['jonas', 'marta'] },
      ])
      expect(lines.filter(({ is }) => is === 'assignment')).toEqual([
        { is: 'assignment', set: setArnFor('aws', 'Reader'), account: STAGE, principal: 'USER', name: 'nadia' },
      ])
      expect(lines.filter(({ is }) => is === 'permissionSet')).toEqual([
        {
          is: 'permissionSet',
          arn: setArnFor('aws', 'Reader'),
          name: 'Reader',
          policies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
          inline: { inline: expect.objectContaining({ Statement: expect.any(Array) }) },
        },
        expect.objectContaining({ name: 'Empty', policies: [], inline: {} }),
      ])
    },
  )

  it('that refuses one of the questions is unknown, never half of it', async () => {
    const asked = await ground()
    sandbox?.faults.add({ when: { op: 'ListAccountAssignments' }, do: { status: 403, code: 'AccessDeniedException' } })
    expect(await center.collect(asked)).toMatchObject({ is: 'unknown', because: { kind: 'denied' } })
  })
})

describe("AWS's own policies", () => {
  it('are read once, and again only where their version changed', async () => {
    const asked = await ground()
    const lines = await linesOf(asked, awsPolicies)
    expect(lines.length).toBeGreaterThan(5)
    const since = sandbox?.journal.entries().length ?? 0
    const older = lines.map((line, at) => (line.is === 'policy' && at === 0 ? { ...line, version: 'v0' } : line))
    expect(await linesOf({ ...asked, before: () => older }, awsPolicies)).toEqual(lines)
    const reads =
      sandbox?.journal
        .entries()
        .slice(since)
        .filter(({ op }) => op === 'GetPolicyVersion') ?? []
    expect(reads).toHaveLength(1)
  })
})
