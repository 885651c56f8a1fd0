// What `daypass verify` says of an account whose resources should be readable.

import { afterEach, describe, expect, it } from 'vitest'
import { inventoryChecks } from '../../src/install/verify/inventory.ts'
import type { ExplorerDraft } from '../../src/sandbox/aws/resource-explorer/world.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { groundWith, queues, REGION } from '../collectors/ground.ts'
import { PROD, settingsOf } from '../conformance/ground.ts'

let sandbox: Sandbox | null = null
afterEach(() => sandbox?.close())

const LOCAL = { type: 'LOCAL', state: 'ACTIVE' } as const
const AGGREGATOR = { type: 'AGGREGATOR', state: 'ACTIVE' } as const

async function checked(draft: ExplorerDraft | null, may?: readonly string[]) {
  const ground = await groundWith(draft, {}, may)
  sandbox = ground.sandbox
  const { aws } = settingsOf()
  if (aws === null) throw new Error('settings without AWS')
  const checks = await inventoryChecks(ground.aws, PROD, { ...aws, region: REGION, inventory: { aggregator: REGION } })
  return checks.map(({ state, says }) => `${state}: ${says}`)
}

describe('the inventory of an account', () => {
  it('is fine where every region is indexed, one brings them together and a search answers', async () => {
    expect(await checked({ resources: queues(3) ?? {} })).toEqual([`fine: a search in ${REGION} answers`])
  })

  it.each<[string, ExplorerDraft | null, RegExp]>([
    ['without any index', { indexes: {}, views: [], defaults: {} }, /^missing: there is no index in any region/],
    [
      'with a region that has none of its own',
      { regions: [REGION, 'us-east-1', 'eu-central-1'], indexes: { [REGION]: AGGREGATOR, 'us-east-1': LOCAL } },
      /^differs: eu-central-1 is partial/m,
    ],
    [
      'without an aggregator',
      {
        indexes: { [REGION]: LOCAL, 'us-east-1': LOCAL },
        views: [REGION, 'us-east-1'].map((region) => ({ name: 'all', region, filter: '', tags: true })),
        defaults: { [REGION]: 'all', 'us-east-1': 'all' },
      },
      /^differs: no region brings the others together/m,
    ],
    ['without a view', { views: [], defaults: {} }, /^missing: there is no view that may be read/m],
    [
      'whose view hides something',
      { views: [{ name: 'some', region: REGION, filter: 'service:s3', tags: true }], defaults: { [REGION]: 'some' } },
      /^differs: eu-west-1 is partial: its view shows only service:s3/m,
    ],
    [
      'whose index was just made',
      { indexes: { [REGION]: { type: 'AGGREGATOR', state: 'CREATING' }, 'us-east-1': LOCAL } },
      /^note: the index of eu-west-1 is CREATING/m,
    ],
  ])('%s is told so', async (_what, draft, says) => {
    expect((await checked(draft)).join('\n')).toMatch(says)
  })

  it('that may not be read says what to deploy', async () => {
    expect(await checked({ resources: queues(1) ?? {} }, ['iam:*'])).toEqual([
      expect.stringMatching(/^missing: resource-explorer-2:ListIndexes .*denied/),
    ])
  })
})
