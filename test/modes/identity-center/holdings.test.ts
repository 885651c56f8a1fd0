// What live grants become in Identity Center, in full: the set, the assignment, and every refusal with its cure.

import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../src/core/model/grant.ts'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import { later } from '../../../src/core/model/time.ts'
import type { Fact, Observed, Resolved } from '../../../src/core/plan/provisioner.ts'
import type { Content } from '../../../src/modes/identity-center/content.ts'
import { contentDigest } from '../../../src/modes/identity-center/content.ts'
import { needsOf } from '../../../src/modes/identity-center/needs.ts'
import { type Placing, place } from '../../../src/modes/identity-center/place.ts'
import { QUOTAS } from '../../../src/modes/identity-center/quotas.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import { ACCOUNT, END, PORTAL, seen } from './sets.ts'
import { actions, aGrant, managed, named } from './support.ts'

const HUB = '999988887777'

const placing = (sets: 'separate' | 'merged' = 'separate', more: Partial<Placing> = {}): Placing => ({
  installation: 'acme',
  identityCenter: { home: HUB, region: 'eu-west-1', match: 'userName', managementAccount: 'refused', sets },
  protected: { people: [], targets: [], things: [] },
  quotas: QUOTAS,
  ours: (account) => ({
    partition: 'aws',
    account,
    paths: ['/daypass/'],
    roleArns: [`arn:aws:iam::${account}:role/audit/daypass`],
  }),
  ...more,
})

/** What the world answers to a need; what it does not is found under its own name. */
type Answers = Partial<Record<Fact['need']['what'], object>>

const asking = (grant: Grant, answers: Answers = {}): Resolved => ({
  grant,
  identity: 'user-1',
  facts: needsOf(grant).map((need): Fact => {
    const usual = { is: 'found', id: `id of ${need.name}`, name: need.what === 'account' ? PORTAL.url : need.name }
    return { need, ...usual, ...answers[need.what] } as Fact
  }),
})

const putting = (asked: Placing, live: readonly Resolved[], ...observed: readonly Observed<Content>[]) =>
  place(asked, live, { asOf: NOON, scopes: new Map(), observed, facts: new Map() })

const AWS = 'arn:aws:iam::aws:policy/job-function/ReadOnly'
const grantOf = (permissions: Permissions, letter = 'a'): Grant =>
  aGrant(permissions, { letter, what: `${permissions.form} ${letter}` })

describe('a holding', () => {
  it('of actions is a set with its text, its person, and what people read of it', () => {
    const live = asking(aGrant(actions('dynamodb:GetItem'), { what: 'dynamodb on orders' }))
    const { holdings, blocked } = putting(placing(), [live])
    expect(blocked).toEqual([])
    const [one] = holdings
    if (one?.content.is !== 'set') throw new Error('no set')
    expect(one).toEqual({
      key: `${ACCOUNT}/set/${one.content.name}`,
      mode: 'identity-center',
      target: 'prod',
      scope: `sso:${ACCOUNT}`,
      holders: [live],
      until: END,
      lapse: 'always',
      identity: 'user-1',
      content: {
        is: 'set',
        account: ACCOUNT,
        name: expect.stringMatching(/^dynamodb-dp[a-z2-7]{13}$/),
        document: expect.objectContaining({ version: '2012-10-17' }),
        managed: [],
        customer: [],
        assigned: [`${ACCOUNT}/USER/user-1`],
        made: {
          description:
            'Daypass: dynamodb on orders for marta in prod, first asked for by r. It ends by itself and is then removed; changes by hand are undone.',
          person: 'marta',
          version: 'a'.repeat(40),
        },
        portal: PORTAL,
      },
      digest: contentDigest(one.content),
    })
    expect(one.content.document?.statements.map(({ sid, effect }) => [effect, sid])).toEqual([
      ['Allow', `Daypass0V${'a'.repeat(40)}`],
      ['Deny', `Daypass1V${'a'.repeat(40)}`],
      ['Deny', 'DaypassGuard0'],
    ])
  })

  it('of a set of the organisation is an assignment that nothing but the record marks', () => {
    const session = { id: 'arn:set', name: 'ReadOnly', used: { session: 3600 } }
    const grant = grantOf(named('permissionSet', 'readonly'))
    const live = asking(grant, { permissionSet: session, identity: { name: 'Marta' } })
    const [one, ...more] = putting(placing(), [live]).holdings
    expect(more).toEqual([])
    expect(one).toStrictEqual({
      key: `${ACCOUNT}/assignment/user-1/ReadOnly`,
      mode: 'identity-center',
      target: 'prod',
      scope: `sso:${ACCOUNT}`,
      holders: [live],
      until: END,
      lapse: 'never',
      identity: 'user-1',
      content: {
        is: 'assignment',
        account: ACCOUNT,
        userId: 'user-1',
        user: 'Marta',
        set: 'ReadOnly',
        portal: PORTAL,
        session: 3600,
      },
      digest: expect.any(String),
      markedBy: 'claim',
    })
    const untold = asking(grant, { permissionSet: { name: 'ReadOnly' } })
    expect(putting(placing(), [untold]).holdings[0]?.content).toMatchObject({ session: null })
  })

  it('of a set of the organisation is one for everybody who asked for it, until the last of them', () => {
    const [short, long] = ['a', 'b'].map((letter) => {
      const until = letter === 'b' ? later(NOON, hours(5)) : END
      return asking({ ...grantOf(named('permissionSet', 'ReadOnly'), letter), until })
    })
    if (short === undefined || long === undefined) throw new Error('no grants')
    const { holdings } = putting(placing(), [short, long])
    expect(holdings.map(({ until, holders }) => [until, holders])).toEqual([[later(NOON, hours(5)), [short, long]]])
  })

  it('of a managed policy holds it as it is: by ARN where it is of AWS, by path where it is of the account', () => {
    const policies = (arn: string) => {
      const [one] = putting(placing(), [asking(grantOf(managed('ReadOnly')), { policy: { id: arn } })]).holdings
      return one?.content.is === 'set' ? [one.content.managed, one.content.customer, one.lapse] : null
    }
    expect(policies(AWS)).toEqual([[AWS], [], 'always'])
    expect(policies('arn:aws-cn:iam::aws:policy/X')).toEqual([['arn:aws-cn:iam::aws:policy/X'], [], 'always'])
    expect(policies(`arn:aws:iam::${ACCOUNT}:policy/orders/requeue`)).toEqual([[], ['/orders/requeue'], 'always'])
    expect(policies(`arn:aws:iam::${ACCOUNT}:policy/requeue`)).toEqual([[], ['/requeue'], 'always'])
  })

  it('of a role ends for new sessions only', () => {
    const live = asking(grantOf(named('role', 'orders')), { role: { id: `arn:aws:iam::${ACCOUNT}:role/orders` } })
    const [one] = putting(placing(), [live]).holdings
    expect(one?.lapse).toBe('depends')
    const both = putting(placing('merged'), [asking(grantOf(actions('s3:Get*'), 'b')), live]).holdings
    expect(both.map(({ lapse, holders }) => [lapse, holders.length])).toEqual([['depends', 2]])
  })

  it('is told in the order of its key', () => {
    const live = ['z', 'b', 'm'].map((name) => asking(grantOf(named('permissionSet', name), name)))
    expect(putting(placing(), live).holdings.map(({ key }) => key.split('/').at(-1))).toEqual(['b', 'm', 'z'])
  })

  it('has no portal where the account told none', () => {
    const live = asking(grantOf(named('permissionSet', 'a')), { account: { is: 'absent' }, identity: { is: 'absent' } })
    expect(putting(placing(), [live]).holdings[0]?.content).toMatchObject({
      portal: { url: '', region: 'eu-west-1' },
      user: '',
    })
  })
})

describe('what people read of a set', () => {
  const description = (asked: Placing, what: string): string => {
    const [one] = putting(asked, [asking(aGrant(actions('s3:Get*'), { what }))]).holdings
    return one?.content.is === 'set' ? one.content.made.description : ''
  }

  it('is of letters that Identity Center takes, and no longer than it takes', () => {
    expect(description(placing(), 'ключ\t~ü¡ÿ')).toMatch(/^Daypass: \?\?\?\?\?~ü¡ÿ for marta/)
    expect(description(placing(), 'x'.repeat(900))).toBe(`Daypass: ${'x'.repeat(691)}`)
  })

  it('names nothing by itself where all that is dated shares a set, unless it is a managed policy', () => {
    expect(description(placing('merged'), 's3')).toMatch(/^Daypass: what was approved for marta in prod,/)
    const live = asking(aGrant(managed('ReadOnly'), { what: 'policy ReadOnly' }), { policy: { id: AWS } })
    const [one] = putting(placing('merged'), [live]).holdings
    expect(one?.content).toMatchObject({
      made: { description: expect.stringMatching(/^Daypass: policy ReadOnly for marta/) },
    })
  })
})

describe('what is refused', () => {
  const refusal = (asked: Placing, permissions: Permissions, answers: Answers = {}) => {
    const { holdings, blocked } = putting(asked, [asking(grantOf(permissions), answers)])
    expect(holdings).toEqual([])
    return blocked.map(({ because, cure, at, grants }) => {
      expect([at, grants.length]).toEqual([HERE, 1])
      return [because, cure]
    })
  }
  const own = (name: string) => [[`${name} is Daypass's own`, 'ask for something that Daypass does not live on']]
  const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`

  it("is Daypass's own, whatever it is called", () => {
    const daypass = (name: string) => ({ id: arn('role/audit/daypass'), name })
    expect(refusal(placing(), named('role', 'daypass'), { role: daypass('daypass') })).toEqual(own('daypass'))
    expect(refusal(placing(), managed('p'), { policy: { id: arn('policy/daypass/acme/p') } })).toEqual(own('p'))
    expect(refusal(placing(), named('permissionSet', 'a-dpabcdefghij234'))).toEqual(own('a-dpabcdefghij234'))
  })

  it('is not what only looks like it: a role with the name of a set of ours, a person, an account', () => {
    const fine = (permissions: Permissions, answers: Answers) =>
      putting(placing(), [asking(grantOf(permissions), answers)]).blocked
    expect(fine(named('role', 'a-dpabcdefghij234'), { role: { id: arn('role/a-dpabcdefghij234') } })).toEqual([])
    expect(fine(actions('s3:Get*'), { identity: { id: arn('user/daypass/x') } })).toEqual([])
    expect(fine(actions('s3:Get*'), { account: { id: arn('role/daypass/x') } })).toEqual([])
  })

  it('is what owners protect by name, and nothing else', () => {
    const things = [{ is: 'glob', text: 'Break*' } as const]
    const protecting = placing('separate', { protected: { people: [], targets: [], things } })
    const because = [
      [
        'BreakGlass is protected by Break* of protected.things in daypass.yaml',
        'ask for something else; only changing that setting lifts it',
      ],
    ]
    expect(refusal(protecting, named('permissionSet', 'BreakGlass'))).toEqual(because)
    expect(refusal(protecting, managed('p'), { policy: { id: AWS, name: 'BreakGlass' } })).toEqual(because)
    const person = { identity: { name: 'Breaker' } }
    expect(putting(protecting, [asking(grantOf(named('permissionSet', 'Glass')), person)]).blocked).toEqual([])
  })

  it('is what cannot be said, with why', () => {
    expect(refusal(placing(), managed('p'), { policy: { is: 'absent' } })).toEqual([
      ['policy a cannot be given: its text is not understood', 'ask for something else'],
    ])
    for (const what of ['role', 'permissionSet'] as const)
      expect(refusal(placing(), named(what, 'x'), { [what]: { is: 'absent' } })).toEqual([
        ['existing a cannot be given: only a role can be assumed', 'ask for something else'],
      ])
  })

  it('is told beside what is given', () => {
    const live = [
      asking(grantOf(managed('p'), 'a'), { policy: { is: 'absent' } }),
      asking(grantOf(actions('s3:*'), 'b')),
    ]
    const { holdings, blocked } = putting(placing(), live)
    expect([holdings.length, blocked.length]).toEqual([1, 1])
  })
})

describe('room for sets', () => {
  const live = (count: number, sets: number) =>
    'abcdef'
      .slice(0, count)
      .split('')
      .map((letter) => asking(grantOf(actions(`s3:${letter}`), letter), { account: { used: { sets } } }))
  const two = placing('separate', { quotas: { ...QUOTAS, sets: 2 } })
  const counts = ({ holdings, blocked }: ReturnType<typeof putting>) => [holdings.length, blocked.length]

  it('is what Identity Center takes, less what others have', () => {
    expect(counts(putting(two, live(2, 0)))).toEqual([2, 0])
    expect(counts(putting(two, live(2, 1)))).toEqual([1, 1])
    expect(counts(putting(two, live(2, 2)))).toEqual([0, 2])
    const { holdings, blocked } = putting(two, live(3, 0))
    const lost = live(3, 0).filter(({ grant }) => holdings.every((one) => one.holders[0]?.grant.key !== grant.key))
    expect(blocked).toEqual([
      {
        grants: lost.map(({ grant }) => grant.key),
        because: 'Identity Center can have 2 permission sets, and all are taken',
        cure: 'end something first, have AWS raise the quota, or set `sets: merged` in integrations/aws.yaml',
        at: HERE,
      },
    ])
  })

  it('is kept by what is there already, however full it is, and taken from what is new', () => {
    const all = putting(placing(), live(3, 0)).holdings
    const there = all.slice(1).map(({ content }) => seen(content))
    const { holdings, blocked } = putting(two, live(3, 0), ...there)
    expect(holdings.map(({ key }) => key)).toEqual(there.map(({ key }) => key))
    expect(blocked).toHaveLength(1)
    expect(counts(putting(two, live(3, 9), ...all.map(({ content }) => seen(content))))).toEqual([3, 0])
  })

  it('is not taken by assignments, nor by what is there and not wanted any more', () => {
    const none = placing('separate', { quotas: { ...QUOTAS, sets: 0 } })
    const assigned = asking(grantOf(named('permissionSet', 'ReadOnly')))
    const [one] = putting(none, [assigned]).holdings
    if (one === undefined) throw new Error('not assigned')
    expect(counts(putting(two, [assigned, ...live(2, 0)], seen(one.content)))).toEqual([3, 0])
    const gone = putting(placing(), live(4, 0)).holdings.slice(2)
    const wanted = live(4, 0).filter(({ grant }) => gone.every((it) => it.holders[0]?.grant.key !== grant.key))
    expect(counts(putting(two, wanted, ...gone.map(({ content }) => seen(content))))).toEqual([2, 0])
  })

  it('is none for what no text fits in', () => {
    const small = placing('separate', { quotas: { sets: 9, inlineBytes: 10, inlineSize: 10 } })
    expect(counts(putting(small, live(2, 0)))).toEqual([0, 2])
  })
})
