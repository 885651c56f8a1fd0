// How AWS is read: to the last page or not at all, and what its own policies say once for everybody.

import { describe, expect, it } from 'vitest'
import { type EdgeError, known } from '../../../src/core/model/edge-error.ts'
import type { Aws } from '../../../src/edges/aws/aws.ts'
import { eachOf } from '../../../src/modes/any/each.ts'
import { reading, sure } from '../../../src/modes/any/sure.ts'
import { readAccount } from '../../../src/modes/aws/account.ts'
import { openAwsManaged } from '../../../src/modes/aws/managed.ts'
import { everyPage } from '../../../src/modes/aws/pages.ts'
import { regionsOf } from '../../../src/modes/aws/regions.ts'
import { ACCOUNT, allow, document } from '../iam-user/support.ts'
import { failing, sky } from '../identity-center/sky.ts'

describe('a list of pages', () => {
  const pages = async (...tokens: readonly (string | undefined | EdgeError['kind'])[]) => {
    const asked: (string | undefined)[] = []
    const read = await everyPage('sso:List', async (next) => {
      asked.push(next)
      const NextToken = tokens[asked.length - 1]
      return NextToken === 'denied' ? failing('denied', 'List') : known({ NextToken, at: asked.length })
    })
    return { asked, read }
  }

  it('is asked for with the token of the page before, until there is none', async () => {
    const { asked, read } = await pages('b', 'c', undefined)
    expect(asked).toEqual([undefined, 'b', 'c'])
    expect(read.is === 'known' && read.value.map(({ at }) => at)).toEqual([1, 2, 3])
  })

  it('is unknown where any page is', async () => {
    expect((await pages('b', 'denied')).read).toEqual(failing('denied', 'List'))
  })

  it.each([[['b', 'b']], [['b', 'c', 'b']]])('that goes in circles is no answer: %j', async (tokens) => {
    const { asked, read } = await pages(...tokens)
    expect(read).toEqual({
      is: 'unknown',
      because: { kind: 'garbage', call: 'sso:List', said: 'its pages go in circles' },
    })
    expect(asked).toHaveLength(tokens.length)
  })
})

describe('an account', () => {
  const read = async (...pages: readonly (object | EdgeError['kind'])[]) => {
    let at = 0
    const open = sky({ GetAccountAuthorizationDetails: () => pages[at++] ?? 'invalid' })
    return { ...open, details: await readAccount(open.aws, ACCOUNT, ['User', 'Role']) }
  }
  const half = { UserDetailList: [{ UserName: 'a' }], Policies: [{ PolicyName: 'p' }] }
  const rest = { UserDetailList: [{ UserName: 'b' }], RoleDetailList: [{ RoleName: 'r' }], GroupDetailList: [{}] }

  it('is read whole, all pages together', async () => {
    const { details, asked } = await read({ ...half, IsTruncated: true, Marker: 'm' }, { ...rest, IsTruncated: false })
    expect(details).toEqual(
      known({
        users: [{ UserName: 'a' }, { UserName: 'b' }],
        groups: [{}],
        roles: [{ RoleName: 'r' }],
        policies: [{ PolicyName: 'p' }],
      }),
    )
    const input = { account: ACCOUNT, Filter: ['User', 'Role'], MaxItems: 1000 }
    expect(asked.map(([, given]) => given)).toStrictEqual([input, { ...input, Marker: 'm' }])
  })

  it('of which AWS lists nothing is empty', async () => {
    expect((await read({ IsTruncated: false })).details).toEqual(
      known({ users: [], groups: [], roles: [], policies: [] }),
    )
  })

  it.each<[string, readonly object[]]>([
    ['does not say whether more follows', [half]],
    ['says that more follows and not from where', [{ ...half, IsTruncated: true }]],
    [
      'goes in circles',
      [
        { IsTruncated: true, Marker: 'm' },
        { IsTruncated: true, Marker: 'n' },
        { IsTruncated: true, Marker: 'm' },
      ],
    ],
  ])('is unknown where AWS %s', async (_what, pages) => {
    expect((await read(...pages)).details).toEqual({
      is: 'unknown',
      because: {
        kind: 'garbage',
        call: `iam:GetAccountAuthorizationDetails in ${ACCOUNT}`,
        said: 'the answer does not say whether more follows',
      },
    })
  })

  it('is unknown where one page is: half of it could hide what is there', async () => {
    const { details } = await read({ ...half, IsTruncated: true, Marker: 'm' }, 'throttled')
    expect(details).toEqual(failing('throttled', 'GetAccountAuthorizationDetails'))
  })

  it('has the regions that are switched on', async () => {
    const asked: unknown[] = []
    const edge: Pick<Aws, 'regions'> = {
      async regions(account, input) {
        asked.push([account, input])
        const more = input?.NextToken === undefined
        return known({
          ...(more ? { Regions: [{ RegionName: 'eu-west-1' }, {}], NextToken: 'm' } : {}),
          $metadata: {},
        })
      },
    }
    expect(await regionsOf(edge as Aws, ACCOUNT)).toEqual(known(['eu-west-1']))
    const input = { MaxResults: 50, RegionOptStatusContains: ['ENABLED', 'ENABLING', 'ENABLED_BY_DEFAULT'] }
    expect(asked).toStrictEqual([
      [ACCOUNT, input],
      [ACCOUNT, { ...input, NextToken: 'm' }],
    ])
    const shut: Pick<Aws, 'regions'> = { regions: async () => failing('denied', 'ListRegions') }
    expect(await regionsOf(shut as Aws, ACCOUNT)).toEqual(failing('denied', 'ListRegions'))
    const circling: Pick<Aws, 'regions'> = { regions: async () => known({ NextToken: 'm', $metadata: {} }) }
    expect(await regionsOf(circling as Aws, ACCOUNT)).toMatchObject({
      because: { call: `account:ListRegions in ${ACCOUNT}` },
    })
  })
})

describe("a policy of AWS's", () => {
  const prefix = 'arn:aws:iam::aws:policy'
  const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
  const policy = (Arn: unknown, more: object = {}) => ({
    Policy: { PolicyName: 'ReadOnly', Arn, DefaultVersionId: 'v3', ...more },
  })
  const there =
    (...arns: readonly string[]) =>
    ({ PolicyArn: arn }: { readonly PolicyArn?: unknown }) =>
      arns.includes(String(arn)) ? policy(arn) : ('not-found' as const)
  const version = { GetPolicyVersion: { PolicyVersion: { Document: encodeURIComponent(text) } } }
  const found = (path: string) => ({
    id: `${prefix}${path}`,
    name: 'ReadOnly',
    document: document(allow(['s3:*'], ['*'])),
  })

  it('is looked for by its name wherever AWS keeps them, and by its ARN there alone', async () => {
    const open = sky({ GetPolicy: there(`${prefix}/job-function/ReadOnly`), ...version })
    const managed = openAwsManaged(open.aws)
    expect(await managed(ACCOUNT, 'ReadOnly')).toEqual(known([found('/job-function/ReadOnly')]))
    expect(open.asked.map(([op, { PolicyArn: arn }]) => `${op} ${arn}`)).toEqual([
      `GetPolicy ${prefix}/ReadOnly`,
      `GetPolicy ${prefix}/job-function/ReadOnly`,
      `GetPolicyVersion ${prefix}/job-function/ReadOnly`,
      `GetPolicy ${prefix}/service-role/ReadOnly`,
    ])
    expect(open.asked[2]?.[1]).toEqual({
      account: ACCOUNT,
      PolicyArn: `${prefix}/job-function/ReadOnly`,
      VersionId: 'v3',
    })
    const byArn = sky({ GetPolicy: there(`${prefix}/ReadOnly`), ...version })
    expect(await openAwsManaged(byArn.aws)(ACCOUNT, `${prefix}/ReadOnly`)).toEqual(known([found('/ReadOnly')]))
    expect(byArn.ops()).toEqual(['GetPolicy', 'GetPolicyVersion'])
  })

  it('is none where its ARN is of an account, or of another partition', async () => {
    const open = sky({})
    for (const arn of [`arn:aws:iam::${ACCOUNT}:policy/x`, 'arn:aws-cn:iam::aws:policy/x', `${prefix}x`])
      expect(await openAwsManaged(open.aws)(ACCOUNT, arn)).toEqual(known([]))
    expect(open.ops()).toEqual([])
  })

  it('is read once for all accounts, and asked for again from the next one where that failed', async () => {
    const open = sky({
      GetPolicy: ({ account, PolicyArn: arn }) => (account === '1' ? 'denied' : policy(arn)),
      ...version,
    })
    const managed = openAwsManaged(open.aws)
    const arn = `${prefix}/ReadOnly`
    expect(await managed('1', arn)).toEqual(failing('denied', 'GetPolicy'))
    expect(await managed('2', arn)).toEqual(known([found('/ReadOnly')]))
    expect(await managed('1', arn)).toEqual(known([found('/ReadOnly')]))
    expect(open.asked.map(([op, { account }]) => `${op} ${account}`)).toEqual([
      'GetPolicy 1',
      'GetPolicy 2',
      'GetPolicyVersion 2',
    ])
  })

  it.each([
    [policy(undefined)],
    [policy('a', { PolicyName: undefined })],
    [policy('a', { DefaultVersionId: undefined })],
    [{}],
  ])('of which AWS tells too little is known by its ARN, and has no text: %j', async (told) => {
    const open = sky({ GetPolicy: told })
    const arn = `${prefix}/ReadOnly`
    expect(await openAwsManaged(open.aws)(ACCOUNT, arn)).toEqual(known([{ id: arn, name: arn }]))
    expect(open.ops()).toEqual(['GetPolicy'])
  })

  it('whose text is not understood has none, and is unknown where AWS does not tell it', async () => {
    const arn = `${prefix}/ReadOnly`
    const read = (told: object | EdgeError['kind']) =>
      openAwsManaged(sky({ GetPolicy: there(arn), GetPolicyVersion: told }).aws)(ACCOUNT, arn)
    for (const told of [{}, { PolicyVersion: { Document: 'odd' } }])
      expect(await read(told)).toStrictEqual(known([{ id: arn, name: 'ReadOnly' }]))
    expect(await read('throttled')).toEqual(failing('throttled', 'GetPolicyVersion'))
  })
})

describe('a long reading', () => {
  it('ends at the first thing that cannot be known', async () => {
    expect(await reading(async () => sure(known(1)) + 1)).toEqual(known(2))
    expect(await reading(async () => sure(failing('denied', 'x')))).toEqual(failing('denied', 'x'))
  })

  it('does not take our own mistakes for something unknown', async () => {
    const mistake = reading(async () => {
      throw new Error('ours')
    })
    await expect(mistake).rejects.toThrow('ours')
  })

  it('asks about 25 things at once, and answers in their order', async () => {
    let [now, most] = [0, 0]
    const items = Array.from({ length: 60 }, (_, at) => at)
    const work = async (item: number): Promise<number> => {
      now += 1
      most = Math.max(most, now)
      for (let turn = 0; turn < 60 - item; turn++) await Promise.resolve()
      now -= 1
      return item * 2
    }
    expect(await eachOf(items, work)).toEqual(items.map((item) => item * 2))
    expect(most).toBe(25)
    expect(await eachOf([], work)).toEqual([])
  })
})
