// Which sets and assignments are ours, or were named, and how they stand.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { PolicyDocument } from '../../../src/core/model/policy-document.ts'
import type { Row } from '../../../src/modes/identity-center/assignments.ts'
import type { StoreUser } from '../../../src/modes/identity-center/people.ts'
import { type OwnSet, type Recognising, recognise } from '../../../src/modes/identity-center/recognise.ts'
import { ACCOUNT, allowing, END, ending, PORTAL } from './sets.ts'

const STAGE = '444455556666'
const OURS = 'arn:aws:sso:::permissionSet/ssoins-1/ps-ours'
const THEIRS = 'arn:aws:sso:::permissionSet/ssoins-1/ps-theirs'
const text: PolicyDocument = { version: '2012-10-17', statements: [...allowing('s3:*').statements, ending] }

const person = (UserId: string, UserName: string): [string, StoreUser] => [
  UserId,
  { UserId, UserName, IdentityStoreId: 'd-1' },
]

const own = (more: Partial<OwnSet> = {}): OwnSet => ({
  arn: OURS,
  name: 's3-dpabcdefghij234',
  account: ACCOUNT,
  version: null,
  permitted: { document: text, managed: ['arn:m'], customer: ['/c'] },
  ...more,
})

const row = (more: Partial<Row> = {}): Row => ({ account: ACCOUNT, set: OURS, type: 'USER', id: 'user-1', ...more })

const look = (more: Partial<Recognising> = {}) =>
  recognise({
    targets: new Map([
      [ACCOUNT, id<'target'>('prod')],
      [STAGE, id<'target'>('stage')],
    ]),
    own: [],
    rows: [],
    underWay: [],
    names: new Map([[THEIRS, 'ReadOnly']]),
    sessions: new Map(),
    users: new Map([person('user-1', 'marta'), person('user-2', 'mario')]),
    portal: PORTAL,
    told: () => true,
    ...more,
  })

describe('a set of ours', () => {
  it('is told with what it permits, to whom, and until when', () => {
    expect(look({ own: [own()], rows: [row()] })).toEqual([
      {
        key: `${ACCOUNT}/set/s3-dpabcdefghij234`,
        mode: 'identity-center',
        target: 'prod',
        scope: `sso:${ACCOUNT}`,
        state: 'there',
        mark: { version: 'a'.repeat(40), expires: END },
        identity: 'user-1',
        content: {
          is: 'set',
          account: ACCOUNT,
          name: 's3-dpabcdefghij234',
          document: text,
          managed: ['arn:m'],
          customer: ['/c'],
          assigned: [`${ACCOUNT}/USER/user-1`],
          made: { description: '', person: '', version: '' },
          portal: PORTAL,
        },
        digest: expect.any(String),
        says: 'permission set s3-dpabcdefghij234 assigned to marta in prod',
      },
    ])
  })

  it('is told whatever is asked for, since it is ours', () => {
    expect(look({ own: [own()], rows: [row()], told: () => false })).toHaveLength(1)
  })

  it('that nobody has only remains', () => {
    const [one] = look({ own: [own()], rows: [row({ set: THEIRS })], told: () => false })
    expect(one).toMatchObject({
      state: 'remains',
      identity: null,
      says: 'unassigned permission set s3-dpabcdefghij234 for prod',
    })
  })

  it('that several have belongs to none of them, in whichever account they are', () => {
    const rows = [row({ id: 'user-9', account: STAGE }), row({ type: 'GROUP', id: 'ops' }), row()]
    expect(look({ own: [own()], rows })[0]).toMatchObject({
      state: 'there',
      identity: null,
      content: { assigned: [`${ACCOUNT}/GROUP/ops`, `${ACCOUNT}/USER/user-1`, `${STAGE}/USER/user-9`] },
      says: 'permission set s3-dpabcdefghij234 assigned to group ops, marta, user-9 in prod',
    })
  })

  it('that one group has belongs to nobody', () => {
    const [one] = look({ own: [own()], rows: [row({ type: 'GROUP', id: 'ops' })] })
    expect([one?.identity, one?.state]).toEqual([null, 'there'])
  })

  it('that is being assigned or unassigned is pending, whoever has it meanwhile', () => {
    const state = (rows: readonly Row[], underWay: readonly Row[]) =>
      look({ own: [own()], rows, underWay, told: () => false }).map((one) => one.state)
    expect(state([], [row()])).toEqual(['pending'])
    expect(state([row()], [row({ id: 'user-2' })])).toEqual(['pending'])
    expect(state([row()], [row({ set: THEIRS })])).toEqual(['there'])
  })

  it.each<[string, PolicyDocument | null, string | null, object]>([
    ['its text, though its tags say another one', text, 'b', { version: 'a'.repeat(40), expires: END }],
    ['its tags, where its text says none', allowing('s3:*'), 'b', { version: 'b', expires: null }],
    ['its tags, where nobody understands its text', null, 'b', { version: 'b', expires: null }],
    ['nothing, where neither says it', null, null, { version: 'unreadable', expires: null }],
    [
      'its tags, with the end that somebody else wrote into its text',
      { version: '2012-10-17', statements: [{ ...ending, sid: 'Theirs' }] },
      'b',
      { version: 'b', expires: END },
    ],
  ])('has its version from %s', (_where, document, version, mark) => {
    const permitted = { document, managed: [], customer: [] }
    expect(look({ own: [own({ permitted, version })] })[0]?.mark).toEqual(mark)
  })

  it('of an account that nobody looks after is not told, nor who is assigned it', () => {
    expect(look({ own: [own({ account: '1' })], rows: [row({ account: '1' })] })).toEqual([])
  })
})

describe('a set of the organisation', () => {
  const theirs = (more: Partial<Row> = {}) => row({ set: THEIRS, ...more })

  it('is told of whom it was asked for, or given to, and bears no mark', () => {
    expect(look({ rows: [theirs()] })).toEqual([
      {
        key: `${ACCOUNT}/assignment/user-1/ReadOnly`,
        mode: 'identity-center',
        target: 'prod',
        scope: `sso:${ACCOUNT}`,
        state: 'there',
        mark: null,
        identity: 'user-1',
        content: {
          is: 'assignment',
          account: ACCOUNT,
          userId: 'user-1',
          user: 'marta',
          set: 'ReadOnly',
          portal: PORTAL,
          session: null,
        },
        digest: expect.any(String),
        says: 'permission set ReadOnly assigned to marta in prod',
      },
    ])
    const told = look({ rows: [theirs(), theirs({ id: 'user-2' })], told: (key) => key.includes('user-2') })
    expect(told.map(({ identity }) => identity)).toEqual(['user-2'])
  })

  it.each([
    [3600, '1 h'],
    [43_200, '12 h'],
    [5400, '90 min'],
    [1000, '17 min'],
  ])('with sessions of %i seconds says that one can live %s longer', (session, long) => {
    const [one] = look({ rows: [theirs()], sessions: new Map([[THEIRS, session]]) })
    expect(one?.content).toMatchObject({ session })
    expect(one?.says).toBe(
      `permission set ReadOnly assigned to marta in prod (a session that is open can live up to ${long} longer)`,
    )
  })

  it('of somebody who is not in the store any more is told by their id', () => {
    const users = new Map<string, StoreUser>([['user-2', { UserId: 'user-2', IdentityStoreId: 'd-1' }]])
    const told = look({ rows: [theirs({ id: 'user-9' }), theirs({ id: 'user-2' })], users })
    expect(told.map(({ says }) => says)).toEqual([
      'permission set ReadOnly assigned to user-2 in prod',
      'permission set ReadOnly assigned to user-9 in prod',
    ])
  })

  it.each<[string, Partial<Row>]>([
    ['a group has', { type: 'GROUP' }],
    ['an account has that nobody looks after', { account: '1' }],
    ['nobody knows the name of', { set: 'arn:other' }],
  ])('that %s is not told', (_what, more) => {
    expect(look({ rows: [theirs(more)], underWay: [theirs(more)] })).toEqual([])
  })

  it('that is being assigned or unassigned is pending and told once; of everybody else it stands', () => {
    const moving = theirs()
    const others = [theirs({ id: 'user-2' }), theirs({ account: STAGE })]
    const told = look({ rows: [moving, ...others], underWay: [{ ...moving }] })
    expect(told.map(({ key, state }) => [key, state])).toEqual([
      [`${ACCOUNT}/assignment/user-1/ReadOnly`, 'pending'],
      [`${ACCOUNT}/assignment/user-2/ReadOnly`, 'there'],
      [`${STAGE}/assignment/user-1/ReadOnly`, 'there'],
    ])
  })

  it('stands of a user although a group of that id gets it now, or another set moves', () => {
    const names = new Map([
      [THEIRS, 'ReadOnly'],
      ['arn:other', 'Billing'],
    ])
    const underWay = [theirs({ type: 'GROUP' }), theirs({ set: 'arn:other' })]
    expect(look({ rows: [theirs()], underWay, names }).map(({ key, state }) => [key, state])).toEqual([
      [`${ACCOUNT}/assignment/user-1/Billing`, 'pending'],
      [`${ACCOUNT}/assignment/user-1/ReadOnly`, 'there'],
    ])
  })
})

it('a set of ours is never told as one of the organisation, though it has a name', () => {
  const names = new Map([[OURS, 's3-dpabcdefghij234']])
  expect(look({ own: [own()], rows: [row()], underWay: [row()], names }).map(({ content }) => content.is)).toEqual([
    'set',
  ])
})

it('everything is told in the order of its keys', () => {
  const sets = [own({ name: 'b' }), own({ arn: 'arn:2', name: 'a' })]
  const rows = [row({ set: THEIRS, id: 'user-2' }), row({ set: THEIRS })]
  const keys = look({ own: sets, rows }).map(({ key }) => key)
  expect(keys).toEqual([
    `${ACCOUNT}/assignment/user-1/ReadOnly`,
    `${ACCOUNT}/assignment/user-2/ReadOnly`,
    `${ACCOUNT}/set/a`,
    `${ACCOUNT}/set/b`,
  ])
})
