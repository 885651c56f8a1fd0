// On which role of the pool, and by which roles that are there anyway, live grants are held.

import { describe, expect, it } from 'vitest'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { PolicyDocument, Statement } from '../../../src/core/model/policy-document.ts'
import { later } from '../../../src/core/model/time.ts'
import type { Observed, Resolved } from '../../../src/core/plan/provisioner.ts'
import type { Content } from '../../../src/modes/okta-saml/content.ts'
import { contentDigest } from '../../../src/modes/okta-saml/content.ts'
import { type Placing, place } from '../../../src/modes/okta-saml/place.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import { actions, managed, named } from '../identity-center/support.ts'
import { ACCOUNT, APP, allowing, aPool, asking, END, federation, seen, TABLE, text } from './pool.ts'

const STAGE = '444455556666'

const placing = (more: Partial<Placing> = {}): Placing => ({
  host: 'acme.okta.com',
  federation: () => federation,
  ours: (account) => ({
    partition: 'aws',
    account,
    paths: ['/daypass/'],
    roleArns: [`arn:aws:iam::${account}:role/audit/daypass`],
  }),
  ...more,
})

const putting = (live: readonly Resolved[], ...observed: readonly Observed<Content>[]) =>
  place(placing(), live, { asOf: NOON, scopes: new Map(), observed, facts: new Map() })

const get = (): Permissions => actions('dynamodb:GetItem')
const rolesOf = ({ holdings }: ReturnType<typeof putting>) =>
  holdings.map(({ identity, content }) => `${identity} ${content.role}`)

describe('what is dated', () => {
  it('is a role of the pool, bound to its person: nobody else can do anything with it', () => {
    const live = asking(get())
    const { holdings, blocked } = putting([live])
    expect(blocked).toEqual([])
    const [one] = holdings
    if (one?.content.is !== 'pool') throw new Error('no role of the pool')
    expect(one).toStrictEqual({
      key: `${ACCOUNT}/pool/00umarta`,
      mode: 'okta-saml',
      target: 'prod',
      scope: `okta-saml:${ACCOUNT}`,
      holders: [live],
      until: END,
      lapse: 'always',
      identity: '00umarta',
      content: {
        is: 'pool',
        account: ACCOUNT,
        app: APP,
        marker: 'managed',
        userId: '00umarta',
        login: 'marta@example.com',
        host: 'acme.okta.com',
        role: 'pool-01',
        document: expect.anything(),
        written: true,
        assigned: true,
        session: 3600,
      },
      digest: contentDigest(one.content),
    })
    expect(one.content.document?.statements).toEqual([
      {
        sid: `Daypass0V${'a'.repeat(40)}`,
        effect: 'Allow',
        actions: { only: ['dynamodb:GetItem'] },
        resources: { only: [TABLE] },
        conditions: {
          StringEqualsIfExists: { 'aws:ResourceAccount': [ACCOUNT] },
          StringLike: { 'aws:userid': ['*:marta@example.com'] },
          DateLessThan: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] },
        },
      },
      expect.objectContaining({ effect: 'Deny', actions: { only: ['*'] } }),
      expect.objectContaining({ effect: 'Deny', sid: 'DaypassGuard0' }),
    ])
  })

  it('shares one role for everything that a person holds in an account', () => {
    const live = [asking(get()), asking(actions('s3:Get*'), { letter: 'b', until: later(NOON, hours(5)) })]
    const { holdings } = putting(live)
    expect(holdings.map(({ holders, until }) => [holders, until])).toEqual([[live, later(NOON, hours(5))]])
  })

  it('is a role for each person and each account', () => {
    const live = [
      asking(get(), { who: 'zoe' }),
      asking(get(), { who: 'abe' }),
      asking(get(), { who: 'abe', account: STAGE }),
    ]
    expect(rolesOf(putting(live))).toEqual(['00uabe pool-01', '00uzoe pool-02', '00uabe pool-01'])
  })

  it('bears the text of a policy, bound as well, and leaves its Denies out: such a text is refused', () => {
    const document = text(allowing('s3:Get*'))
    const [one] = putting([asking(managed('Readers'), {}, { policy: { document } })]).holdings
    expect(one?.content.is === 'pool' && one.content.document?.statements[0]?.conditions).toEqual({
      StringLike: { 'aws:userid': ['*:marta@example.com'] },
      DateLessThan: { 'aws:CurrentTime': ['2026-12-01T14:00:00Z'] },
    })
  })
})

describe('the role of the pool', () => {
  const free = { 'pool-03': 0, 'pool-01': NOON + 1, 'pool-02': NOON }

  it('is the first by name that has rested by now, and never one that was given in this plan', () => {
    const live = ['zoe', 'abe', 'mia'].map((who) => asking(get(), { who, free }))
    const made = putting(live)
    expect(rolesOf(made)).toEqual(['00uabe pool-02', '00umia pool-03'])
    expect(made.blocked).toEqual([
      {
        grants: [live[0]?.grant.key],
        because: 'every role for people from Okta is taken in prod, or rests for an hour after its last use',
        cure: 'ask again later, end something, or raise `roles` under federation in integrations/okta.yaml and deploy what `daypass setup` prints',
        at: HERE,
      },
    ])
  })

  it('that a person has already is kept, whatever else is free', () => {
    const have = seen(aPool({ userId: '00umarta', role: 'pool-07' }))
    expect(rolesOf(putting([asking(get(), { free })], have))).toEqual(['00umarta pool-07'])
    expect(rolesOf(putting([asking(get(), { free, who: 'zoe' })], have))).toEqual(['00uzoe pool-02'])
  })

  it('is none where the account tells of none', () => {
    const lost = asking(get(), {}, { account: { is: 'absent' } })
    const untold = asking(get(), {}, { account: { used: undefined } })
    for (const one of [lost, untold]) expect(putting([one])).toMatchObject({ holdings: [], blocked: [{}] })
  })

  it('is given to nobody whose text does not fit in it, and the newest gives way', () => {
    const many = (letter: string, from = NOON) =>
      asking(actions(...Array.from({ length: 300 }, (_, at) => `dynamodb:Action${letter}${at}`)), { letter, from })
    const [old, young] = [many('b', later(NOON, -60)), many('a')]
    const { holdings, blocked } = putting([young, old])
    expect(holdings.map(({ holders }) => holders)).toEqual([[old]])
    expect(blocked.map(({ grants }) => grants)).toEqual([[young.grant.key]])
    const huge = asking(actions(...Array.from({ length: 900 }, (_, at) => `dynamodb:Action${at}`)))
    expect(putting([huge])).toMatchObject({ holdings: [], blocked: [{ grants: [huge.grant.key] }] })
  })
})

describe('a role that is there anyway', () => {
  it('is given as it is, and nothing but the record marks it', () => {
    const live = [asking(named('role', 'auditor'), {}, { role: { name: 'Auditor' } })]
    const [one, ...more] = putting(live).holdings
    expect(more).toEqual([])
    expect(one).toStrictEqual({
      key: `${ACCOUNT}/okta-role/00umarta/Auditor`,
      mode: 'okta-saml',
      target: 'prod',
      scope: `okta-saml:${ACCOUNT}:app`,
      holders: live,
      until: END,
      lapse: 'never',
      identity: '00umarta',
      content: {
        is: 'role',
        account: ACCOUNT,
        app: APP,
        marker: 'managed',
        userId: '00umarta',
        login: 'marta@example.com',
        host: 'acme.okta.com',
        role: 'Auditor',
      },
      digest: expect.any(String),
      markedBy: 'claim',
    })
  })

  it('is one for each person, role and account, until the last of its ends, after what is dated', () => {
    const role = (name: string, more: Parameters<typeof asking>[1] = {}) => asking(named('role', name), more)
    const long = role('B', { letter: 'b', until: later(NOON, hours(5)) })
    const live = [role('B'), role('A'), long, role('B', { who: 'abe' }), role('B', { account: STAGE }), asking(get())]
    const { holdings } = putting(live)
    expect(holdings.map(({ key, holders }) => `${key} ${holders.length}`)).toEqual([
      `${ACCOUNT}/pool/00umarta 1`,
      `${ACCOUNT}/okta-role/00uabe/B 1`,
      `${ACCOUNT}/okta-role/00umarta/A 1`,
      `${ACCOUNT}/okta-role/00umarta/B 2`,
      `${STAGE}/okta-role/00umarta/B 1`,
    ])
    expect(holdings[3]?.until).toBe(later(NOON, hours(5)))
  })
})

describe('what is refused', () => {
  const refusal = (one: Resolved) => {
    const { holdings, blocked } = putting([one])
    expect(holdings).toEqual([])
    return blocked.map(({ because, cure, grants, at }) => {
      expect([grants, at]).toEqual([[one.grant.key], HERE])
      return [because, cure]
    })
  }
  const arn = (rest: string): string => `arn:aws:iam::${ACCOUNT}:${rest}`
  const own = (name: string) => [[`${name} is Daypass's own`, 'ask for something that Daypass does not live on']]

  it("is Daypass's own, as a role or a policy, and nothing that only looks like it", () => {
    expect(refusal(asking(named('role', 'd'), {}, { role: { id: arn('role/audit/daypass') } }))).toEqual(own('d'))
    expect(refusal(asking(managed('p'), {}, { policy: { id: arn('policy/daypass/p') } }))).toEqual(own('p'))
    const person = asking(
      get(),
      {},
      { identity: { id: arn('user/daypass/x') }, account: { id: arn('role/daypass/x') } },
    )
    expect(putting([person]).blocked).toEqual([])
    const gone = asking(named('role', 'd'), {}, { role: { is: 'absent', id: arn('role/daypass/d') } })
    expect(refusal(gone)).toEqual([['nobody holds a role through Okta', 'ask for a role, a policy or actions']])
  })

  it.each(['group', 'permissionSet'] as const)('is a %s, though a role of that name is there', (what) => {
    const one = asking({ form: 'existing', thing: { what, by: 'name', value: 'ops', at: HERE } })
    const role = asking(named('role', 'ops')).facts.slice(-1)
    expect(refusal({ ...one, facts: [...one.facts, ...role] })).toEqual([
      [`nobody holds a ${what} through Okta`, 'ask for a role, a policy or actions'],
    ])
  })

  const looking = (statement: Partial<Statement>): PolicyDocument => text({ ...allowing('s3:Get*'), ...statement })
  const conditions = { StringLike: { 'AWS:UserId': ['*:x'] } }

  it('is what looks at the name of the session itself, whatever its letters: both could not be demanded', () => {
    expect(refusal(asking(managed('p'), {}, { policy: { document: looking({ conditions }) } }))).toEqual([
      ['policy a cannot be given: it looks at who is asking by aws:userid itself', 'ask for something else'],
    ])
  })

  it('is not what looks at it in another way: that is demanded besides', () => {
    const other = { StringNotLike: { 'aws:userid': ['*:x'] } }
    const document = looking({ conditions: other })
    const [one] = putting([asking(managed('p'), {}, { policy: { document } })]).holdings
    expect(one?.content.is === 'pool' && one.content.document?.statements[0]?.conditions).toMatchObject({
      ...other,
      StringLike: { 'aws:userid': ['*:marta@example.com'] },
    })
  })

  it('is a text that nobody understands, and one with a Deny', () => {
    expect(refusal(asking(managed('p')))).toEqual([
      ['policy a cannot be given: its text is not understood', 'ask for something else'],
    ])
    const document = text(allowing('s3:*'), { ...allowing('s3:Delete*'), effect: 'Deny' })
    expect(refusal(asking(managed('p'), {}, { policy: { document } }))).toEqual([
      ['policy a cannot be given: it holds a Deny, which would cut other access as well', 'ask for something else'],
    ])
  })

  it('stands before what has no room', () => {
    const live = [
      asking(get(), { free: {} }),
      asking(managed('p'), { letter: 'b' }),
      asking(actions('s3:*'), { who: 'abe' }),
    ]
    const { holdings, blocked } = putting(live)
    expect(rolesOf({ holdings, blocked })).toEqual(['00uabe pool-01'])
    expect(blocked.map(({ grants }) => grants[0])).toEqual([live[1]?.grant.key, live[0]?.grant.key])
  })
})

describe('our own mistake', () => {
  const put = (asked: Placing, one: Resolved) =>
    place(asked, [one], { asOf: NOON, scopes: new Map(), observed: [], facts: new Map() })
  it('is to place somebody in no app, or nobody at all', () => {
    const mistake = 'a grant was placed without its app or person'
    expect(() => put(placing({ federation: () => null }), asking(named('role', 'r')))).toThrow(mistake)
    const nobody = { identity: { is: 'absent' } }
    expect(() => put(placing(), asking(named('role', 'r'), {}, nobody))).toThrow(mistake)
    expect(putting([])).toEqual({ holdings: [], blocked: [] })
  })
})
