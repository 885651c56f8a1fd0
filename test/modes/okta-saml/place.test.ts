// On which role of the pool, and by which roles that are there anyway, live grants are held.

import { describe, expect, it } from 'vitest'
import type { Permissions } from '../../../src/core/model/permissions.ts'
import type { Statement } from '../../../src/core/model/policy-document.ts'
import { later } from '../../../src/core/model/time.ts'
import { contentDigest } from '../../../src/modes/okta-saml/content.ts'
import { HERE, hours, NOON } from '../../support/builders.ts'
import { actions, managed, named } from '../identity-center/support.ts'
import { putting } from './placing.ts'
import { ACCOUNT, APP, allowing, aPool, asking, END, seen, TABLE, text } from './pool.ts'

const STAGE = '444455556666'

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

  it('denies whoever comes what it denies: only what is allowed is bound to the person', () => {
    const deny: Statement = {
      ...allowing('s3:Delete*'),
      effect: 'Deny',
      conditions: { StringLike: { 'aws:userid': ['*:x'] } },
    }
    const [one] = putting([asking({ form: 'statements', document: text(allowing('s3:*'), deny) })]).holdings
    const [, second] = (one?.content.is === 'pool' && one.content.document?.statements) || []
    expect(second).toMatchObject({ effect: 'Deny', actions: { only: ['s3:Delete*'] } })
    expect(second?.conditions).toEqual({ StringLike: { 'aws:userid': ['*:x'] } })
  })

  it('bears the text of a policy, bound as well', () => {
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

it('the person is known by what Okta answered, in whatever order answers came', () => {
  const one = asking(named('role', 'r'))
  const reversed = putting([{ ...one, facts: one.facts.toReversed() }]).holdings
  expect(reversed[0]?.content.login).toBe('marta@example.com')
})
