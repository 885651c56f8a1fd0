// How the tags of resources are read: what AWS says counts, what it does not say is unknown.

import { describe, expect, it } from 'vitest'
import { type Answer, known, unknown } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import { tagsKey } from '../../../src/core/model/tags.ts'
import type { Aws } from '../../../src/edges/aws/aws.ts'
import { tagsOf } from '../../../src/modes/aws/tags.ts'

const ACCOUNT = '111111111111'
const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`
const BUCKET = 'arn:aws:s3:::orders'

type Output = Awaited<ReturnType<Aws['tagged']>>
type Told = Readonly<Record<string, Readonly<Record<string, string>>>>

const refused = (kind: 'denied' | 'invalid' | 'unreachable'): Output =>
  unknown({ kind, call: 'tagging:GetResources', said: 'no' })

const answer = (tags: Told, arns: readonly string[]): Output =>
  known({
    PaginationToken: '',
    ResourceTagMappingList: arns.flatMap((arn) =>
      tags[arn] === undefined
        ? []
        : [{ ResourceARN: arn, Tags: Object.entries(tags[arn]).map(([Key, Value]) => ({ Key, Value })) }],
    ),
    $metadata: {},
  })

interface Asked {
  readonly region: string
  readonly arns: readonly string[]
}

/** Region → what it tells, or why it tells nothing. */
function sky(regions: Readonly<Record<string, Told | ((arns: readonly string[]) => Output)>>) {
  const asked: Asked[] = []
  const edge: Pick<Aws, 'tagged' | 'regions'> = {
    async tagged(_account, region, input) {
      const arns = input?.ResourceARNList ?? []
      asked.push({ region, arns })
      const told = regions[region] ?? {}
      return typeof told === 'function' ? told(arns) : answer(told, arns)
    },
    regions: async () => known({ Regions: Object.keys(regions).map((RegionName) => ({ RegionName })), $metadata: {} }),
  }
  return { aws: edge as Aws, asked }
}

const read = async (aws: Aws, ...arns: readonly string[]): Promise<readonly string[]> => {
  const found = await tagsOf(
    aws,
    arns.map((arn) => ({ target: id('prod'), account: ACCOUNT, arn })),
  )
  return arns.map((arn) => {
    const tags: Answer<ReadonlyMap<string, string>> | undefined = found.get(tagsKey('prod', arn))
    if (tags === undefined) return 'no answer'
    return tags.is === 'known' ? [...tags.value].map((pair) => pair.join('=')).join(' ') : tags.because.said
  })
}

const ODD = 'the answer is cut, of another shape, or names a tag twice'
const SILENT = 'AWS tells no tags of it: it may never have borne one'

describe('the tags of a resource', () => {
  it('are asked for in the region of its ARN, and nowhere else', async () => {
    const { aws, asked } = sky({ 'eu-west-1': { [QUEUE]: { data: 'open' } }, 'us-east-1': {} })
    expect(await read(aws, QUEUE)).toEqual(['data=open'])
    expect(asked).toEqual([{ region: 'eu-west-1', arns: [QUEUE] }])
  })
  it('are asked for in every region of the account where the ARN tells none', async () => {
    const { aws, asked } = sky({ 'eu-west-1': {}, 'us-east-1': { [BUCKET]: { data: 'open' } } })
    expect(await read(aws, BUCKET)).toEqual(['data=open'])
    expect(asked.map(({ region }) => region).toSorted()).toEqual(['eu-west-1', 'us-east-1'])
  })
  it('are unknown where AWS is silent: that is not untagged', async () => {
    const { aws } = sky({ 'eu-west-1': {} })
    expect(await read(aws, QUEUE, BUCKET)).toEqual([SILENT, SILENT])
  })
  it('are none where AWS says that it bears none any more', async () => {
    expect(await read(sky({ 'eu-west-1': { [QUEUE]: {} } }).aws, QUEUE)).toEqual([''])
  })
  it('are known when one region tells them and another is shut', async () => {
    const { aws } = sky({ 'eu-west-1': { [BUCKET]: { data: 'open' } }, 'us-east-1': () => refused('denied') })
    expect(await read(aws, BUCKET)).toEqual(['data=open'])
  })
  it('are unknown for the reason of the region that is shut, where no other tells them', async () => {
    expect(await read(sky({ 'eu-west-1': {}, 'us-east-1': () => refused('denied') }).aws, BUCKET)).toEqual(['no'])
  })
  it('are unknown where two regions tell different ones', async () => {
    const { aws } = sky({ 'eu-west-1': { [BUCKET]: { data: 'open' } }, 'us-east-1': { [BUCKET]: { data: 'people' } } })
    expect(await read(aws, BUCKET)).toEqual([`${BUCKET} is tagged in two ways`])
  })
  it('are unknown where the answer is cut, is no list, or names a tag twice', async () => {
    const odd: readonly Output[] = [
      known({ PaginationToken: 'more', ResourceTagMappingList: [], $metadata: {} }),
      known({ $metadata: {} }),
      known({
        ResourceTagMappingList: [
          {
            ResourceARN: QUEUE,
            Tags: [
              { Key: 'data', Value: 'open' },
              { Key: 'data', Value: 'people' },
            ],
          },
        ],
        $metadata: {},
      }),
    ]
    for (const output of odd) expect(await read(sky({ 'eu-west-1': () => output }).aws, QUEUE)).toEqual([ODD])
  })
  it.each<[string, unknown]>([
    ['a list of nothing', [null]],
    ['a text', 'none'],
    ['a resource without its ARN', [{ Tags: [{ Key: 'data', Value: 'open' }] }]],
    ['tags that are no list', [{ ResourceARN: QUEUE, Tags: 'open' }]],
    ['a tag of nothing', [{ ResourceARN: QUEUE, Tags: [null] }]],
    ['a tag without its value', [{ ResourceARN: QUEUE, Tags: [{ Key: 'data' }] }]],
  ])('are unknown where AWS answers %s, and nothing is thrown', async (_says, list) => {
    const output = known({ ResourceTagMappingList: list, $metadata: {} }) as Output
    expect(await read(sky({ 'eu-west-1': () => output }).aws, QUEUE)).toEqual([ODD])
  })
  it('are not asked for where the account has no such region: its name came with the request', async () => {
    const { aws, asked } = sky({ 'eu-west-1': {} })
    expect(await read(aws, `arn:aws:sqs:nowhere-1:${ACCOUNT}:orders`)).toEqual(['the account has no region nowhere-1'])
    expect(asked).toEqual([])
  })
  it('are asked for once in a region that does not answer, however many they are: taking waits for this', async () => {
    const many = Array.from({ length: 450 }, (_, at) => `arn:aws:sqs:eu-west-1:${ACCOUNT}:q${at}`)
    const { aws, asked } = sky({ 'eu-west-1': () => refused('unreachable') })
    expect(new Set(await read(aws, ...many))).toEqual(new Set(['no']))
    expect(asked).toHaveLength(1)
  })
  it('of others are read although AWS dislikes one ARN, and of that one they are unknown', async () => {
    const odd = `arn:aws:sqs:eu-west-1:${ACCOUNT}:odd`
    const many = Array.from({ length: 120 }, (_, at) => `arn:aws:sqs:eu-west-1:${ACCOUNT}:q${at}`)
    const told: Told = Object.fromEntries(many.map((arn) => [arn, { data: 'open' }]))
    const { aws, asked } = sky({
      'eu-west-1': (arns) => (arns.includes(odd) ? refused('invalid') : answer(told, arns)),
    })
    expect(await read(aws, odd, ...many)).toEqual(['no', ...many.map(() => 'data=open')])
    expect(asked.every(({ arns }) => arns.length <= 100)).toBe(true)
    expect(asked.length).toBeLessThan(20)
  })
  it('of an ARN longer than AWS takes are unknown, and nobody is asked', async () => {
    const { aws, asked } = sky({ 'eu-west-1': {} })
    expect(await read(aws, `${QUEUE}${'x'.repeat(1000)}`)).toEqual([SILENT])
    expect(asked).toEqual([])
  })

  it('are read in each account by itself', async () => {
    const asked: (readonly [string, readonly string[]])[] = []
    const edge: Pick<Aws, 'tagged' | 'regions'> = {
      async tagged(account, _region, input) {
        const arns = input?.ResourceARNList ?? []
        asked.push([account, arns])
        return answer({ [BUCKET]: { of: account } }, arns)
      },
      regions: async () => known({ Regions: [{ RegionName: 'eu-west-1' }], $metadata: {} }),
    }
    const things = [ACCOUNT, '222222222222'].map((account) => ({
      target: id<'target'>(`t${account}`),
      account,
      arn: BUCKET,
    }))
    const found = await tagsOf(edge as Aws, things)
    expect([...found]).toEqual(
      things.map(({ target, account }) => [tagsKey(target, BUCKET), known(new Map([['of', account]]))]),
    )
    expect(asked).toEqual(things.map(({ account }) => [account, [BUCKET]]))
  })
  it('are two, where one region tells a tag more than another', async () => {
    const { aws } = sky({ 'eu-west-1': { [BUCKET]: { a: '1' } }, 'us-east-1': { [BUCKET]: { a: '1', b: '2' } } })
    expect(await read(aws, BUCKET)).toEqual([`${BUCKET} is tagged in two ways`])
  })

  const because = async (aws: Aws | null, arn: string) => {
    const found = await tagsOf(aws, [{ target: id('prod'), account: ACCOUNT, arn }])
    const tags = found.get(tagsKey('prod', arn))
    return tags?.is === 'unknown' ? tags.because : tags
  }
  const call = `tagging:GetResources in ${ACCOUNT}`

  it('are unknown with what was asked, and why there is no answer', async () => {
    expect(await because(sky({ 'eu-west-1': {} }).aws, QUEUE)).toEqual({ kind: 'not-found', call, said: SILENT })
    const two = sky({ 'eu-west-1': { [BUCKET]: { a: '1' } }, 'us-east-1': { [BUCKET]: {} } })
    expect(await because(two.aws, BUCKET)).toEqual({
      kind: 'garbage',
      call,
      said: `${BUCKET} is tagged in two ways`,
    })
    const cut = sky({ 'eu-west-1': () => known({ $metadata: {} }) })
    expect(await because(cut.aws, QUEUE)).toEqual({ kind: 'garbage', call: `${call} (eu-west-1)`, said: ODD })
    const nowhere = `arn:aws:sqs:nowhere-1:${ACCOUNT}:orders`
    expect(await because(sky({ 'eu-west-1': {} }).aws, nowhere)).toEqual({
      kind: 'not-found',
      call,
      said: 'the account has no region nowhere-1',
    })
  })
  it('are unknown where settings know no AWS, and where nobody can say which regions there are', async () => {
    expect(await because(null, QUEUE)).toEqual({
      kind: 'not-found',
      call: 'tagging:GetResources',
      said: 'there is no AWS in the settings',
    })
    const { aws, asked } = sky({ 'eu-west-1': { [QUEUE]: { data: 'open' } } })
    const shut = { kind: 'denied', call: 'account:ListRegions', said: 'no' } as const
    expect(await because({ ...aws, regions: async () => unknown(shut) }, QUEUE)).toEqual(shut)
    expect(asked).toEqual([])
  })
  it('of an ARN as long as AWS takes are asked for', async () => {
    const long = `${QUEUE}${'x'.repeat(1011 - QUEUE.length)}`
    const { aws, asked } = sky({ 'eu-west-1': { [long]: { data: 'open' } } })
    expect([await read(aws, long), asked.length]).toEqual([['data=open'], 1])
    expect(await read(aws, `${long}x`)).toEqual([SILENT])
  })
})
