// The mode of Okta's AWS app, put together: which accounts it looks after, and with what of the settings.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import type { Observation } from '../../../src/core/plan/provisioner.ts'
import type { Aws } from '../../../src/edges/aws/aws.ts'
import type { Content } from '../../../src/modes/okta-saml/content.ts'
import { type OktaSamlAsked, oktaSaml } from '../../../src/modes/okta-saml/provisioner.ts'
import { anAccount, HERE, NOON, someSettings } from '../../support/builders.ts'
import { actions, aGrant, managed } from '../identity-center/support.ts'
import { ACCOUNT, aPool, asking, federation, seen, wanting } from './pool.ts'

const settings = (more: Partial<Settings> = {}): Settings => ({
  ...someSettings({
    accounts: [
      anAccount('prod', { id: ACCOUNT, mode: id('okta-saml') }),
      anAccount('bare', { id: '2', mode: id('okta-saml') }),
      anAccount('users', { id: '3', mode: id('iam-user') }),
    ],
  }),
  installation: 'acme',
  okta: {
    host: 'acme.okta.com',
    credential: { in: 'environment' },
    match: 'email',
    directory: null,
    federation: [federation],
    closing: false,
    at: HERE,
  },
  ...more,
})

/** An account in which no role is, and that answers every change. */
function sky() {
  const asked: (readonly [string, string])[] = []
  const edge = {
    async iam(account: string, op: string) {
      asked.push([account, op])
      return known({ IsTruncated: false, $metadata: {} })
    },
    serverTime: async () => known(0),
  }
  return { aws: edge as unknown as Aws, asked }
}

const open = (more: Partial<OktaSamlAsked> = {}) =>
  oktaSaml({ settings: settings(), aws: sky().aws, okta: null, ...more })
const nothing: Observation<Content> = { asOf: NOON, scopes: new Map(), observed: [], facts: new Map() }

describe('the accounts', () => {
  const scopes = (more: Partial<OktaSamlAsked>) => open(more).scopes.map(({ scope, target }) => `${scope} ${target}`)
  const both = (account: string, target: string) => [
    `okta-saml:${account} ${target}`,
    `okta-saml:${account}:app ${target}`,
  ]

  it('are those of this mode and those that left the settings, each with its app', () => {
    expect(scopes({})).toEqual([...both(ACCOUNT, 'prod'), ...both('2', 'bare')])
    const left = [
      { target: id<'target'>('gone'), account: '4' },
      { target: id<'target'>('again'), account: ACCOUNT },
    ]
    expect(scopes({ left })).toEqual([...both(ACCOUNT, 'prod'), ...both('2', 'bare'), ...both('4', 'gone')])
  })

  it('are only those that left, where settings know no AWS any more', () => {
    const left = [{ target: id<'target'>('gone'), account: '4' }]
    expect(scopes({ settings: settings({ aws: null }), left })).toEqual(both('4', 'gone'))
    expect(scopes({ settings: settings({ aws: null, okta: null }) })).toEqual([])
  })

  it('are looked at, and where Okta cannot be asked their roles are told as they are', async () => {
    const { aws, asked } = sky()
    const { scopes: found } = await open({ aws }).observe([], new Map([[id(`${ACCOUNT}/pool/00u1`), null]]))
    expect(asked).toContainEqual([ACCOUNT, 'GetAccountAuthorizationDetails'])
    expect(found.get(id(`okta-saml:${ACCOUNT}`))).toEqual(known('whole'))
    expect(found.get(id(`okta-saml:${ACCOUNT}:app`))?.is).toBe('unknown')
  })
})

describe('a grant', () => {
  const placed = (asked: Partial<OktaSamlAsked>, account = ACCOUNT) =>
    open(asked).place([asking(actions('s3:Get*'), { account })], nothing)

  it('is held in the app of its account, which people open at the host of the settings', () => {
    const [one] = placed({}).holdings
    if (one === undefined) throw new Error('nothing was placed')
    expect(one.content).toMatchObject({ app: '0oa1', marker: 'managed', host: 'acme.okta.com' })
    expect(open().reach(one)[0]).toContain('https://acme.okta.com/app/UserHome')
  })

  it('has no app where the account has none, or is not of this mode', () => {
    for (const account of ['2', '3', '9']) expect(() => placed({}, account)).toThrow('without its app or person')
  })

  it('is held in the app of an account that left, as long as settings name one for it', () => {
    const left = [{ target: id<'target'>('prod'), account: '9' }]
    expect(placed({ left }, '9').holdings[0]?.content.app).toBe('0oa1')
    const gone = [{ target: id<'target'>('gone'), account: '9' }]
    expect(() => placed({ left: gone }, '9')).toThrow('without its app or person')
  })

  it("never is Daypass's own", () => {
    const arn = `arn:aws:iam::${ACCOUNT}:policy/daypass/x`
    const { blocked } = open().place([asking(managed('x'), {}, { policy: { id: arn } })], nothing)
    expect(blocked[0]?.because).toBe("x is Daypass's own")
  })

  it('is presumed before the merge as the settings say', () => {
    const [need] = open().needs(aGrant(actions('s3:*')))
    if (need === undefined) throw new Error('no need')
    expect(open().presume(need)).toMatchObject({ is: 'found', name: 'marta@example.com' })
  })

  it('is given and taken by calls that say when the role may be given again', async () => {
    const { aws, asked } = sky()
    const mode = open({ aws })
    const calls = mode.compile({ do: 'revoke', have: seen(aPool({ assigned: false })), because: 'expired' }, nothing)
    expect(calls.at(-1)?.with['value']).toBe('rests 2026-12-01T13:00:00Z')
    const [empty] = calls
    if (empty === undefined) throw new Error('no call')
    expect(await mode.perform(empty)).toEqual({ is: 'done' })
    expect(asked).toEqual([[ACCOUNT, 'DeleteRolePolicy']])
    const given = mode.compile({ do: 'grant', want: wanting(aPool()) }, nothing).at(-1)
    if (given === undefined) throw new Error('no call')
    expect((await mode.perform(given)).is).toBe('failed')
  })
})

it('without Okta in the settings nobody is let in anywhere, but roles can still be cut', () => {
  const mode = open({ settings: settings({ okta: null }) })
  expect(mode.scopes).toHaveLength(4)
  expect(() => mode.place([asking(actions('s3:*'))], nothing)).toThrow('without its app or person')
})
