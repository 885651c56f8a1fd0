// What is collected of an account through its Resource Explorer, in whatever state that is; nothing is ever silently missing.

import { afterEach, describe, expect, it } from 'vitest'
import { resources } from '../../src/collectors/resources/resources.ts'
import { searchedWhole } from '../../src/collectors/resources/searching.ts'
import { viewOf } from '../../src/collectors/resources/view.ts'
import type { Aws } from '../../src/edges/aws/aws.ts'
import type { ExplorerDraft } from '../../src/sandbox/aws/resource-explorer/world.ts'
import type { AwsWorld } from '../../src/sandbox/aws/world.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import { PROD, STAGE } from '../conformance/ground.ts'
import { type Ground, groundWith, queues, REGION } from './ground.ts'

let sandbox: Sandbox | null = null
afterEach(() => sandbox?.close())

async function collected(
  draft: ExplorerDraft | null,
  more: {
    readonly world?: Partial<AwsWorld>
    readonly may?: readonly string[]
    readonly edit?: (ground: Ground) => void
  } = {},
) {
  const ground = await groundWith(draft, more.world, more.may)
  sandbox = ground.sandbox
  more.edit?.(ground)
  const answer = await resources.collect({
    aws: ground.aws,
    account: PROD,
    region: REGION,
    center: null,
    before: () => [],
  })
  return { ...ground, answer }
}

async function whole(...given: Parameters<typeof collected>) {
  const { answer, ...ground } = await collected(...given)
  if (answer.is === 'unknown') throw new Error(JSON.stringify(answer.because))
  return { ...ground, ...answer.value }
}

const arns = (lines: readonly object[]): readonly string[] => lines.map((line) => String(Reflect.get(line, 'arn')))

describe('resources', () => {
  it('come with type, region and tags, of every region that is indexed', async () => {
    const { lines, partial } = await whole({
      resources: {
        'arn:aws:s3:::orders-exports': { region: REGION, tags: { env: 'prod' } },
        [`arn:aws:dynamodb:us-east-1:${PROD}:table/orders`]: {},
      },
    })
    expect(partial).toEqual({})
    expect(lines).toEqual([
      {
        is: 'resource',
        arn: 'arn:aws:s3:::orders-exports',
        type: 's3:bucket',
        region: REGION,
        tags: { env: 'prod' },
      },
      {
        is: 'resource',
        arn: `arn:aws:dynamodb:us-east-1:${PROD}:table/orders`,
        type: 'dynamodb:table',
        region: 'us-east-1',
        tags: {},
      },
    ])
  })

  it('are all there however many there are, however short the pages', async () => {
    const { lines } = await whole({ resources: queues(2345) ?? {} }, { world: { pageSize: 700 } })
    expect(new Set(arns(lines)).size).toBe(2345)
  })

  it('cost a call for 500 of them, and five besides', async () => {
    const { sandbox: served } = await whole({ resources: queues(1500) ?? {} }, { world: { pageSize: 1000 } })
    const calls = served.journal.entries().filter(({ part }) => /resource-explorer|account/.test(part))
    expect(calls.map(({ op }) => op)).toEqual([
      'ListIndexes',
      'ListRegions',
      'GetDefaultView',
      'ListViews',
      'GetView',
      'ListResources',
      'ListResources',
      'ListResources',
    ])
  })

  it('of another account that an organisation-wide view shows are left to that account', async () => {
    const [mine, theirs] = [PROD, STAGE].map((account) => `arn:aws:sqs:${REGION}:${account}:a`)
    const { lines } = await whole({ resources: { [mine ?? '']: {}, [theirs ?? '']: {} } })
    expect(arns(lines)).toEqual([mine])
  })

  it('with 200 characters of other alphabets in a tag keep them', async () => {
    const text = '名前🚀'.repeat(50)
    const { lines } = await whole({ resources: { [`arn:aws:sqs:${REGION}:${PROD}:a`]: { tags: { [text]: text } } } })
    expect(lines).toMatchObject([{ tags: { [text]: text } }])
  })
})

describe('an account', () => {
  it('without any index has no inventory, and says what to run', async () => {
    const { answer } = await collected({ indexes: {}, views: [], defaults: {} })
    expect(answer).toMatchObject({
      is: 'unknown',
      because: { kind: 'not-found', said: expect.stringContaining('daypass setup') },
    })
  })

  it('without an aggregator is asked region by region', async () => {
    const { lines, partial } = await whole({
      indexes: { [REGION]: { type: 'LOCAL', state: 'ACTIVE' }, 'us-east-1': { type: 'LOCAL', state: 'ACTIVE' } },
      views: [
        { name: 'all', region: REGION, filter: '', tags: true },
        { name: 'all', region: 'us-east-1', filter: '', tags: true },
      ],
      defaults: { [REGION]: 'all', 'us-east-1': 'all' },
      resources: { ...queues(2), ...queues(3, 'us-east-1') },
    })
    expect([arns(lines).length, partial]).toEqual([5, {}])
  })

  it('with a region that has no index of its own is called partial there', async () => {
    const { partial } = await whole({
      regions: [REGION, 'us-east-1', 'eu-central-1'],
      indexes: { [REGION]: { type: 'AGGREGATOR', state: 'ACTIVE' }, 'us-east-1': { type: 'LOCAL', state: 'ACTIVE' } },
      resources: queues(1) ?? {},
    })
    expect(partial).toEqual({ 'eu-central-1': expect.stringContaining('no index of its own') })
  })

  it('whose regions may not be read says that some may be missing', async () => {
    const { lines, partial } = await whole({ resources: queues(1) ?? {} }, { may: ['resource-explorer-2:*'] })
    expect([arns(lines).length, partial]).toEqual([1, { '*': expect.stringContaining('could not be read') }])
  })

  it('with two views is seen through the one that hides nothing', async () => {
    const { lines, partial } = await whole({
      views: [
        { name: 'buckets', region: REGION, filter: 'service:s3', tags: true },
        { name: 'everything', region: REGION, filter: '', tags: true },
      ],
      defaults: { [REGION]: 'buckets' },
      resources: queues(3) ?? {},
    })
    expect([arns(lines).length, partial]).toEqual([3, {}])
  })

  it.each([
    ['filters', { filter: 'service:sqs', tags: true }, 'shows only service:sqs'],
    ['shows no tags', { filter: '', tags: false }, 'shows no tags'],
  ])('whose only view %s is called partial', async (_what, view, says) => {
    const { lines, partial } = await whole({
      views: [{ name: 'some', region: REGION, ...view }],
      defaults: { [REGION]: 'some' },
      resources: queues(3) ?? {},
    })
    expect([arns(lines).length, partial]).toEqual([3, { [REGION]: expect.stringContaining(says) }])
  })

  it('without any view says what to run', async () => {
    const { answer } = await collected({ views: [], defaults: {}, resources: queues(1) ?? {} })
    expect(answer).toMatchObject({ is: 'unknown', because: { said: expect.stringContaining('no view') } })
  })

  it('that is throttled is waited for', async () => {
    const { lines, heard } = await whole(
      { resources: queues(3) ?? {} },
      {
        edit: ({ sandbox: served }) =>
          served.faults.add({ when: { part: 'resource-explorer-2', op: 'ListResources' }, do: 'throttle', times: 2 }),
      },
    )
    expect([arns(lines).length, heard.slept.length]).toEqual([3, 2])
  })

  it.each([
    'garbage',
    { status: 403, code: 'AccessDeniedException' },
    { status: 500, code: 'InternalServerException' },
  ] as const)('whose list of indexes answers %j is unknown, never empty', async (mishap) => {
    const { answer } = await collected(
      { resources: queues(3) ?? {} },
      {
        edit: ({ sandbox: served }) =>
          served.faults.add({ when: { part: 'resource-explorer-2', op: 'ListIndexes' }, do: mishap }),
      },
    )
    expect(answer.is).toBe('unknown')
  })
})

describe('a list that breaks off', () => {
  it('is begun again kind by kind', async () => {
    const { lines, sandbox: served } = await whole(
      { resources: { ...queues(1200), 'arn:aws:s3:::orders-exports': { region: REGION } } },
      {
        edit: ({ sandbox: there }) =>
          there.faults.add({
            when: { part: 'resource-explorer-2', op: 'ListResources', nth: 3 },
            do: { status: 400, code: 'ValidationException', message: 'the token has expired' },
            times: 1,
          }),
        world: { pageSize: 500 },
      },
    )
    expect(new Set(arns(lines)).size).toBe(1201)
    const filters = served.journal.entries().map(({ input }) => JSON.stringify(input))
    expect(filters.filter((one) => one.includes('resourcetype:s3:bucket'))).toHaveLength(1)
  })
})

describe('where only searching is permitted', () => {
  const refuseLists = ({ sandbox: there }: Ground): void =>
    there.faults.add({
      when: { part: 'resource-explorer-2', op: 'ListResources' },
      do: { status: 403, code: 'AccessDeniedException' },
    })

  it('a query that reaches its cap is split by kind and region, and nothing is cut', async () => {
    const { lines, partial } = await whole(
      { resources: { ...queues(900), ...queues(900, 'us-east-1'), 'arn:aws:s3:::orders-exports': { region: REGION } } },
      { edit: refuseLists, world: { pageSize: 1000 } },
    )
    expect([new Set(arns(lines)).size, partial]).toEqual([1801, {}])
  })

  it('what cannot be split any further is told as cut', async () => {
    const { lines, partial } = await whole(
      { resources: queues(1500) ?? {} },
      { edit: refuseLists, world: { pageSize: 1000 } },
    )
    expect(new Set(arns(lines)).size).toBe(1000)
    expect(partial).toEqual({ [REGION]: expect.stringContaining('more than a search shows: resourcetype:sqs:queue') })
  })

  it('an answer that shows what the query excludes is not asked for ever', async () => {
    const ground = await groundWith({ resources: queues(1500) ?? {} }, { pageSize: 1000 })
    sandbox = ground.sandbox
    let asked = 0
    const explorer: Aws['explorer'] = (account, at, op, input) => {
      if (op !== 'Search') return ground.aws.explorer(account, at, op, input)
      asked += 1
      if (asked > 500) throw new Error('asked for ever')
      const query = String(Reflect.get(Object(input), 'QueryString')).replaceAll(/ -\w+:\S+/g, '')
      return ground.aws.explorer(account, at, op, { ...input, QueryString: query })
    }
    const { aws } = ground
    const view = await viewOf(aws, PROD, REGION)
    if (view.is === 'unknown') throw new Error(JSON.stringify(view.because))
    const read = await searchedWhole({ aws: { ...aws, explorer }, account: PROD, region: REGION, view: view.value.arn })
    expect(read.is === 'known' && read.value.cut.length > 0).toBe(true)
  })
})

describe('an index', () => {
  it('shows late what came, and forgets late what went', async () => {
    const made = { since: 1_790_000_000 }
    const draft = { lag: 3600, resources: { [`arn:aws:sqs:${REGION}:${PROD}:new`]: made } }
    const { sandbox: served, aws } = await whole(draft)
    const at = async (seconds: number) => {
      served.clock.set(seconds)
      const answer = await resources.collect({ aws, account: PROD, region: REGION, center: null, before: () => [] })
      return answer.is === 'known' ? answer.value.lines.length : null
    }
    expect([await at(made.since + 60), await at(made.since + 3600)]).toEqual([0, 1])
  })
})
