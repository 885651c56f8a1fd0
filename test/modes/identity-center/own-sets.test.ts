// Which sets are ours, what they permit, and whose assignments are looked at: whatever cannot be known hides nothing.

import { describe, expect, it } from 'vitest'
import { type Answer, known } from '../../../src/core/model/edge-error.ts'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import type { Fact } from '../../../src/core/plan/provisioner.ts'
import type { RoleDetail } from '../../../src/modes/aws/account.ts'
import { permittedBy, readDefinition, setOfRole } from '../../../src/modes/identity-center/contents.ts'
import { watchedUsers } from '../../../src/modes/identity-center/ground.ts'
import { setName } from '../../../src/modes/identity-center/naming.ts'
import {
  namedAsOurs,
  openSet,
  originOf,
  readAccounts,
  recordedSets,
} from '../../../src/modes/identity-center/own-sets.ts'
import { assignableOf, tagsOf } from '../../../src/modes/identity-center/set-tags.ts'
import { ACCOUNT, allowing } from './sets.ts'
import { failing, paged, sky } from './sky.ts'

const INSTANCE = 'arn:instance'
const STAGE = '444455556666'
const TEXT = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
const NOTHING = { version: '2012-10-17', statements: [] }

const ours = (installation = 'acme'): string =>
  setName({ installation, account: ACCOUNT, person: id('marta'), entitlement: null })

describe('a set of ours', () => {
  it('is one that is called so by this installation', () => {
    const names = new Map([
      ['arn:1', ours()],
      ['arn:2', ours('other')],
      ['arn:3', 'ReadOnly'],
    ])
    expect(namedAsOurs(names, 'acme')).toEqual([{ arn: 'arn:1', name: ours() }])
  })

  it('is recorded with the account that it was made for', () => {
    const keys: readonly string[] = [`${ACCOUNT}/set/a`, `${STAGE}/set/b`, `${ACCOUNT}/assignment/u/c`, 'odd']
    expect([...recordedSets(keys.map((key) => id<'holding'>(key) as HoldingKey))]).toEqual([
      ['a', ACCOUNT],
      ['b', STAGE],
    ])
  })

  const origin = (tags: Readonly<Record<string, string>>) => {
    const { aws } = sky({ ListTagsForResource: { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) } })
    return originOf(aws, INSTANCE, 'acme', { arn: 'arn:1', name: 'a' })
  }
  const tags = { 'daypass:installation': 'acme', 'daypass:account': ACCOUNT, 'daypass:version': 'v1' }

  it('that nobody recorded says itself whose it is and for which account', async () => {
    const said = { arn: 'arn:1', name: 'a', account: ACCOUNT }
    expect(await origin(tags)).toEqual(known({ ...said, version: 'v1' }))
    const { 'daypass:version': _, ...unversioned } = tags
    expect(await origin(unversioned)).toEqual(known({ ...said, version: null }))
  })

  it('is none that says another installation, no account, or nothing', async () => {
    expect(await origin({ ...tags, 'daypass:installation': 'other' })).toEqual(known(null))
    const { 'daypass:account': _, ...homeless } = tags
    expect(await origin(homeless)).toEqual(known(null))
    expect(await origin({})).toEqual(known(null))
    const set = { arn: 'arn:1', name: 'a' }
    expect(await originOf(sky({ ListTagsForResource: 'not-found' }).aws, INSTANCE, 'acme', set)).toEqual(known(null))
  })

  it('may be ours as long as nobody can read what it says', async () => {
    const { aws } = sky({ ListTagsForResource: 'throttled' })
    expect(await originOf(aws, INSTANCE, 'acme', { arn: 'arn:1', name: 'a' })).toEqual(
      failing('throttled', 'ListTagsForResource'),
    )
  })
})

describe('tags of a set', () => {
  it('are read to the last page', async () => {
    const { aws, asked } = sky({
      ListTagsForResource: paged({ Tags: [{ Key: 'a', Value: '1' }] }, {}, { Tags: [{ Key: 'b', Value: '2' }, {}] }),
    })
    expect(await tagsOf(aws, INSTANCE, 'arn:1')).toEqual(
      known(
        new Map([
          ['a', '1'],
          ['b', '2'],
          ['', ''],
        ]),
      ),
    )
    expect(asked.map(([, input]) => input)).toEqual([
      { InstanceArn: INSTANCE, ResourceArn: 'arn:1' },
      { InstanceArn: INSTANCE, ResourceArn: 'arn:1', NextToken: '1' },
      { InstanceArn: INSTANCE, ResourceArn: 'arn:1', NextToken: '2' },
    ])
  })

  const names = new Map([
    ['arn:2', 'B'],
    ['arn:1', 'A'],
    ['arn:3', 'C'],
  ])
  const need = (what: 'permissionSet' | 'role', name: string) => ({ target: id<'target'>('prod'), what, name })

  it('say which sets may be assigned: asked of those alone that somebody needs, once', async () => {
    const mark = (arn: unknown) => ({ 'arn:1': 'acme', 'arn:2': 'other' })[String(arn)]
    const { aws, asked } = sky({
      ListTagsForResource: ({ ResourceArn: arn }) => ({ Tags: [{ Key: 'daypass:assignable', Value: mark(arn) }] }),
    })
    const needs = [
      need('permissionSet', 'B'),
      need('permissionSet', 'a'),
      need('permissionSet', 'A'),
      need('role', 'C'),
    ]
    expect(await assignableOf({ aws, installation: 'acme' }, INSTANCE, names, needs)).toEqual(known(new Set(['arn:1'])))
    expect(asked.map(([, input]) => input['ResourceArn'])).toEqual(['arn:1', 'arn:2'])
  })

  it('that cannot be read leave it unknown, and a set that is gone may not be assigned', async () => {
    const needs = [need('permissionSet', 'A')]
    const ask = (kind: 'denied' | 'not-found') => {
      const { aws } = sky({ ListTagsForResource: kind })
      return assignableOf({ aws, installation: 'acme' }, INSTANCE, names, needs)
    }
    expect(await ask('denied')).toEqual(failing('denied', 'ListTagsForResource'))
    expect(await ask('not-found')).toEqual(known(new Set()))
  })
})

describe('what a set permits', () => {
  const role = (more: Partial<RoleDetail> = {}): RoleDetail => ({
    Path: '/aws-reserved/sso.amazonaws.com/eu-west-1/',
    RoleName: 'AWSReservedSSO_a_0123456789abcdef',
    RolePolicyList: [{ PolicyName: 'AwsSSOInlinePolicy', PolicyDocument: encodeURIComponent(TEXT) }],
    AttachedManagedPolicies: [
      { PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/z` },
      { PolicyArn: 'arn:aws:iam::aws:policy/a' },
      { PolicyArn: 'arn:aws-cn:iam::aws:policy/b' },
      { PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/orders/requeue` },
      {},
    ],
    ...more,
  })
  const permitted = {
    document: allowing('s3:*'),
    managed: ['arn:aws-cn:iam::aws:policy/b', 'arn:aws:iam::aws:policy/a'],
    customer: ['/orders/requeue', '/z'],
  }

  it('is told by its role in the account', () => {
    expect(permittedBy(role())).toEqual(permitted)
    expect(permittedBy({})).toEqual({ document: NOTHING, managed: [], customer: [] })
    const PolicyArn = `arn:aws:iam::${ACCOUNT}:policy/arn:aws:iam::aws:policy/x`
    expect(permittedBy({ AttachedManagedPolicies: [{ PolicyArn }] })).toMatchObject({
      managed: [],
      customer: ['/arn:aws:iam::aws:policy/x'],
    })
  })

  it.each<[string, RoleDetail['RolePolicyList']]>([
    ['another name', [{ PolicyName: 'other', PolicyDocument: encodeURIComponent(TEXT) }]],
    [
      'a second one beside it',
      [
        { PolicyName: 'AwsSSOInlinePolicy', PolicyDocument: encodeURIComponent(TEXT) },
        { PolicyName: 'other', PolicyDocument: encodeURIComponent(TEXT) },
      ],
    ],
    ['no text', [{ PolicyName: 'AwsSSOInlinePolicy', PolicyDocument: undefined }]],
  ])('is not understood where the inline policy has %s', (_what, RolePolicyList) => {
    expect(permittedBy(role({ RolePolicyList })).document).toBeNull()
  })

  it.each([
    [role(), 'a'],
    [role({ Path: '/aws-reserved/sso.amazonaws.com/' }), 'a'],
    [role({ RoleName: 'AWSReservedSSO_a_b-c_0123456789abcdef' }), 'a_b-c'],
    [role({ Path: '/' }), null],
    [role({ Path: '/x/aws-reserved/sso.amazonaws.com/' }), null],
    [role({ RoleName: 'AWSReservedSSO_a_0123456789abcde' }), null],
    [role({ RoleName: 'AWSReservedSSO_a_0123456789abcdef0' }), null],
    [role({ RoleName: 'xAWSReservedSSO_a_0123456789abcdef' }), null],
    [{}, null],
  ])('is looked for in the role of the set alone: %#', (one, name) => {
    expect(setOfRole(one)).toBe(name)
  })

  const definition = {
    GetInlinePolicyForPermissionSet: { InlinePolicy: TEXT },
    ListManagedPoliciesInPermissionSet: paged(
      { AttachedManagedPolicies: [{ Arn: 'arn:aws:iam::aws:policy/a' }, {}] },
      { AttachedManagedPolicies: [{ Arn: 'arn:aws-cn:iam::aws:policy/b' }] },
      {},
    ),
    ListCustomerManagedPolicyReferencesInPermissionSet: paged(
      { CustomerManagedPolicyReferences: [{ Name: 'z' }] },
      { CustomerManagedPolicyReferences: [{ Path: '/orders/', Name: 'requeue' }] },
      {},
    ),
  }

  it('is told by the set itself, to the last page', async () => {
    const { aws, asked } = sky(definition)
    expect(await readDefinition(aws, INSTANCE, 'arn:1')).toEqual(known(permitted))
    for (const [, input] of asked) expect(input).toMatchObject({ InstanceArn: INSTANCE, PermissionSetArn: 'arn:1' })
    expect(asked).toHaveLength(7)
  })

  it.each([
    ['nothing', {}, NOTHING],
    ['an empty text', { InlinePolicy: '' }, NOTHING],
    ['a text that nobody understands', { InlinePolicy: 'odd' }, null],
  ])('is %s where the set says so', async (_what, told, document) => {
    const { aws } = sky({
      GetInlinePolicyForPermissionSet: told,
      ListManagedPoliciesInPermissionSet: {},
      ListCustomerManagedPolicyReferencesInPermissionSet: { CustomerManagedPolicyReferences: [] },
    })
    expect(await readDefinition(aws, INSTANCE, 'arn:1')).toEqual(known({ document, managed: [], customer: [] }))
  })

  it('is nothing of a set that is gone, and unknown where any part is', async () => {
    const gone = sky({ ...definition, GetInlinePolicyForPermissionSet: 'not-found' })
    expect(await readDefinition(gone.aws, INSTANCE, 'arn:1')).toEqual(known(null))
    for (const op of Object.keys(definition)) {
      const { aws } = sky({ ...definition, [op]: 'denied' })
      expect(await readDefinition(aws, INSTANCE, 'arn:1')).toEqual(failing('denied', op))
    }
  })

  const origin = { arn: 'arn:1', name: 'a', account: ACCOUNT, version: 'v1' }
  const row = { account: ACCOUNT, set: 'arn:1', type: 'USER' as const, id: 'u1' }
  const details = (...roles: readonly RoleDetail[]) => known({ users: [], groups: [], policies: [], roles })
  const inline = (action: string) => ({ InlinePolicy: TEXT.replace('s3:*', action) })
  const asking = { ...definition, GetInlinePolicyForPermissionSet: inline('sqs:*') }

  it('is what sessions may do now, where somebody is assigned it in its account', async () => {
    const { aws, ops } = sky({})
    const accounts = new Map([
      [ACCOUNT, details(role({ RoleName: 'AWSReservedSSO_b_0123456789abcdef', RolePolicyList: [] }), role())],
    ])
    expect(await openSet(aws, INSTANCE, origin, [row], accounts)).toEqual(known({ ...origin, permitted }))
    expect(ops()).toEqual([])
  })

  it.each<[string, readonly (typeof row)[], ReadonlyMap<string, Answer<never> | ReturnType<typeof details>>]>([
    ['nobody is assigned it', [], new Map([[ACCOUNT, details(role())]])],
    ['only another account has it', [{ ...row, account: STAGE }], new Map([[ACCOUNT, details(role())]])],
    ['only another set is assigned', [{ ...row, set: 'arn:2' }], new Map([[ACCOUNT, details(role())]])],
    ['its role is not there', [row], new Map([[ACCOUNT, details()]])],
    ['its account cannot be read', [row], new Map([[ACCOUNT, failing('denied', 'x')]])],
    ['its account was not read', [row], new Map()],
  ])('is what it says itself where %s', async (_why, rows, accounts) => {
    expect(await openSet(sky(asking).aws, INSTANCE, origin, rows, accounts)).toEqual(
      known({ ...origin, permitted: { ...permitted, document: allowing('sqs:*') } }),
    )
  })

  it('is nothing once the set is gone, and unknown as long as it cannot be asked', async () => {
    const gone = sky({ ...asking, GetInlinePolicyForPermissionSet: 'not-found' })
    expect(await openSet(gone.aws, INSTANCE, origin, [], new Map())).toEqual(known(null))
    const shut = sky({ ...asking, GetInlinePolicyForPermissionSet: 'denied' })
    expect(await openSet(shut.aws, INSTANCE, origin, [], new Map())).toEqual(
      failing('denied', 'GetInlinePolicyForPermissionSet'),
    )
  })

  it('is read of each account with its roles, and with policies where somebody needs them', async () => {
    const { aws, asked } = sky({
      GetAccountAuthorizationDetails: ({ account }) => (account === STAGE ? 'denied' : { IsTruncated: false }),
    })
    const read = await readAccounts(aws, [
      { account: ACCOUNT, policies: true },
      { account: STAGE, policies: false },
    ])
    expect([...read].map(([account, { is }]) => [account, is])).toEqual([
      [ACCOUNT, 'known'],
      [STAGE, 'unknown'],
    ])
    expect(asked.map(([, input]) => [input['account'], input['Filter']])).toEqual([
      [ACCOUNT, ['Role', 'LocalManagedPolicy']],
      [STAGE, ['Role']],
    ])
  })
})

describe('whose assignments are looked at', () => {
  const fact = (what: 'identity' | 'role', of: string): Fact => ({
    need: { target: id('prod'), what, name: of },
    is: 'found',
    id: of,
    name: of,
  })

  it('are those of whom grants are for, and of whoever holds what the record knows', () => {
    const lost: Fact = { need: { target: id('prod'), what: 'identity', name: 'x' }, is: 'absent' }
    const recorded = new Map<HoldingKey, string | null>([
      [id(`${ACCOUNT}/assignment/u3/ReadOnly`), null],
      [id(`${ACCOUNT}/assignment/u1/ReadOnly`), 'u9'],
      [id(`${ACCOUNT}/set/a`), 'u4'],
      [id(`${ACCOUNT}/set/b`), null],
      [id(`${ACCOUNT}/pool/u5`), 'u5'],
    ])
    expect(watchedUsers([fact('identity', 'u2'), fact('identity', 'u1'), fact('role', 'r'), lost], recorded)).toEqual([
      'u1',
      'u2',
      'u3',
      'u4',
    ])
  })
})
