// The mode of groups of Okta, put together: which organisations it looks after, and with what of the settings.

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/core/model/edge-error.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import type { Okta } from '../../../src/edges/okta/okta.ts'
import { assignUserToGroup, getGroup, listUsers } from '../../../src/edges/okta/operations.ts'
import { membershipKey } from '../../../src/modes/okta-group/naming.ts'
import { type OktaGroupAsked, oktaGroup } from '../../../src/modes/okta-group/provisioner.ts'
import { HERE, someSettings } from '../../support/builders.ts'
import { aGrant, named } from '../identity-center/support.ts'

const HOST = 'acme.okta.com'

const settings = (more: Partial<Settings> = {}): Settings => ({
  ...someSettings(),
  okta: {
    host: HOST,
    credential: { in: 'environment' },
    match: 'email',
    directory: null,
    federation: [],
    closing: false,
    at: HERE,
  },
  ...more,
})

/** An organisation in which nobody is, and that takes every change. */
function org() {
  const asked: unknown[] = []
  const edge = {
    serverTime: async () => known(0),
    get: async (operation: unknown) => {
      asked.push(operation)
      return known({ id: '00g1', type: 'OKTA_GROUP', name: 'Ops' })
    },
    list: async (operation: unknown, _given: unknown, query?: unknown) => {
      asked.push([operation, query])
      return known([])
    },
    send: async (operation: unknown, given: unknown) => {
      asked.push([operation, given])
      return known(null)
    },
  }
  return { okta: edge as unknown as Okta, asked }
}

const open = (more: Partial<OktaGroupAsked> = {}) => oktaGroup({ settings: settings(), okta: org().okta, ...more })

describe('the organisations', () => {
  const scopes = (more: Partial<OktaGroupAsked>) => open(more).scopes.map(({ scope, target }) => `${scope} ${target}`)

  it('are the one of the settings, and those that left them', () => {
    expect(scopes({})).toEqual([`okta:${HOST} okta`])
    expect(scopes({ left: ['old.okta.com', HOST] })).toEqual([`okta:${HOST} okta`, 'okta:old.okta.com okta'])
    expect(scopes({ settings: settings({ okta: null }), left: ['old.okta.com'] })).toEqual(['okta:old.okta.com okta'])
    expect(scopes({ settings: settings({ okta: null }) })).toEqual([])
  })

  it('cannot be known without a key, and those that left have none', async () => {
    const recorded = new Map([HOST, 'old.okta.com'].map((host) => [membershipKey(host, '00u1', '00g1'), null]))
    const left = ['old.okta.com']
    const state = async (okta: Okta | null) => {
      const { scopes } = await open({ okta, left }).observe([], recorded)
      return [...scopes].map(([scope, answer]) => [scope, answer.is])
    }
    expect(await state(org().okta)).toEqual([
      [`okta:${HOST}`, 'known'],
      ['okta:old.okta.com', 'unknown'],
    ])
    expect(await state(null)).toEqual([
      [`okta:${HOST}`, 'unknown'],
      ['okta:old.okta.com', 'unknown'],
    ])
  })

  it('are asked for people by what the settings match', async () => {
    const { okta, asked } = org()
    const mode = open({ okta })
    const grant = aGrant(named('role', 'x'))
    const needs = mode.needs({ ...grant, item: { ...grant.item, target: id('okta') } })
    await mode.observe(needs, new Map())
    expect(asked).toContainEqual([listUsers, { search: 'profile.email eq "marta@example.com"' }])
    expect(asked).not.toContain(getGroup)
  })
})

describe('a call', () => {
  const call = {
    op: 'assignUserToGroup',
    lane: id<'lane'>(`okta:${HOST}`),
    effect: 'gives' as const,
    with: { userId: '00u1', groupId: '00g1' },
  }

  it('is made where there is a key, and is our own mistake where there is none', async () => {
    const { okta, asked } = org()
    expect(await open({ okta }).perform(call)).toEqual({ is: 'done' })
    expect(asked).toEqual([[assignUserToGroup, { groupId: '00g1', userId: '00u1' }]])
    expect(() => open({ okta: null }).perform(call)).toThrow('a call was to be made where nobody can be asked')
  })

  it('of a membership that only goes on does nothing', () => {
    const content = { host: HOST, userId: '00u1', groupId: '00g1', login: 'marta', group: 'Ops' }
    expect(open().effectOf(content, content)).toBe('prepares')
  })
})
