// Who is in which group of Okta: only of people and groups that grants and the record name, each group whole.

import { describe, expect, it } from 'vitest'
import { type Answer, type EdgeError, known, unknown } from '../../../src/core/model/edge-error.ts'
import { type HoldingKey, id } from '../../../src/core/model/id.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import { type Need, needKey } from '../../../src/core/plan/provisioner.ts'
import type { Okta } from '../../../src/edges/okta/okta.ts'
import {
  getGroup,
  getUser,
  listGroupAssignedRoles,
  listGroupRules,
  listGroups,
  listGroupUsers,
} from '../../../src/edges/okta/operations.ts'
import { contentDigest } from '../../../src/modes/okta-group/content.ts'
import { membershipKey } from '../../../src/modes/okta-group/naming.ts'
import { observe, type Watched } from '../../../src/modes/okta-group/observe.ts'
import { NOON } from '../../support/builders.ts'

const HOST = 'acme.okta.com'
const OTHER = 'old.okta.com'
const failed = (kind: EdgeError['kind']): Answer<never> => unknown({ kind, call: 'okta', said: 'no' })

const user = (of: string) => ({ id: of, status: 'ACTIVE', login: `${of}@x.org`, email: `${of}@x.org`, profile: {} })
const GROUPS: Readonly<Record<string, string>> = { g1: 'Ops', g2: 'All' }
const MEMBERS: Readonly<Record<string, readonly string[]>> = { g1: ['u1', 'u2'], g2: ['u1', 'u3'] }

type Parameters = Readonly<Record<string, string>>

function org(shut: Readonly<Partial<Record<'time' | 'user' | 'group' | 'members', EdgeError['kind']>>> = {}) {
  const asked: string[] = []
  const edge = {
    serverTime: async () => (shut.time === undefined ? known(NOON) : failed(shut.time)),
    get: async (operation: unknown, { id: login = '', groupId = '' }: Parameters) => {
      asked.push(operation === getUser ? `user ${login}` : `group ${groupId}`)
      if (operation === getUser)
        return shut.user === undefined ? known(user(login.replace('@x.org', ''))) : failed(shut.user)
      expect(operation).toBe(getGroup)
      const name = GROUPS[groupId]
      if (shut.group !== undefined) return failed(shut.group)
      return name === undefined ? failed('not-found') : known({ id: groupId, type: 'OKTA_GROUP', name })
    },
    list: async (operation: unknown, { groupId = '' }: Parameters) => {
      if (operation === listGroups)
        return known(Object.entries(GROUPS).map(([of, name]) => ({ id: of, type: 'OKTA_GROUP', name })))
      if (operation === listGroupRules || operation === listGroupAssignedRoles) return known([])
      expect(operation).toBe(listGroupUsers)
      asked.push(`members ${groupId}`)
      return shut.members === undefined ? known((MEMBERS[groupId] ?? []).map(user)) : failed(shut.members)
    },
  }
  return { edge: edge as unknown as Okta, asked }
}

const watched = (edge: Okta, host = HOST, target = 'okta'): Watched => ({
  target: id(target),
  host,
  okta: { edge, match: 'login' },
})
const need = (what: Need['what'], name: string, target = 'okta'): Need => ({ target: id(target), what, name })
const recorded = (...keys: readonly (readonly [string, string, string])[]) =>
  new Map<HoldingKey, string | null>(keys.map((parts) => [membershipKey(...parts), null]))

const NEEDS = [need('identity', 'u1@x.org'), need('group', 'Ops')]

describe('a membership', () => {
  it('is told of whom is asked for, in the group that is asked for', async () => {
    const { edge, asked } = org()
    const seen = await observe([watched(edge)], NEEDS, new Map())
    const content = { host: HOST, userId: 'u1', groupId: 'g1', login: 'u1@x.org', group: 'Ops' }
    expect(seen.observed).toEqual([
      {
        key: `${HOST}/membership/u1/g1`,
        mode: 'okta-group',
        target: 'okta',
        scope: `okta:${HOST}`,
        state: 'there',
        mark: null,
        identity: 'u1',
        content,
        digest: contentDigest(content),
        says: 'u1@x.org in the Okta group Ops',
      },
    ])
    expect([seen.asOf, [...seen.scopes]]).toEqual([NOON, [[`okta:${HOST}`, known('whole')]]])
    expect(NEEDS.map((one) => seen.facts.get(needKey(one))?.is)).toEqual(['found', 'found'])
    expect(asked).toEqual(['user u1@x.org', 'members g1'])
  })

  it('is told where the record knows it, in its own group alone', async () => {
    const { edge, asked } = org()
    const known2 = recorded([HOST, 'u3', 'g2'], [HOST, 'u9', 'g1'], [OTHER, 'u1', 'g7'])
    const { observed } = await observe([watched(edge)], [], known2)
    expect(observed.map(({ says }) => says)).toEqual(['u3@x.org in the Okta group All'])
    expect(asked.toSorted()).toEqual(['group g1', 'group g2', 'members g1', 'members g2'])
  })

  it('of somebody who is asked for is told in recorded groups, too', async () => {
    const { edge } = org()
    const { observed } = await observe([watched(edge)], NEEDS.slice(0, 1), recorded([HOST, 'u3', 'g2']))
    expect(observed.map(({ key }) => key)).toEqual([`${HOST}/membership/u1/g2`, `${HOST}/membership/u3/g2`])
  })

  it('is none in a group that is gone', async () => {
    const { edge, asked } = org()
    const { observed, scopes } = await observe([watched(edge)], [], recorded([HOST, 'u1', 'gone']))
    expect([observed, [...scopes.values()]]).toEqual([[], [known('whole')]])
    expect(asked).toEqual(['group gone'])
  })

  it('is nothing that Okta gives, where roles and policies are asked for', async () => {
    const { edge } = org()
    const role = need('role', 'x')
    const { facts } = await observe([watched(edge)], [role], new Map())
    expect(facts.get(needKey(role))).toEqual({ need: role, is: 'absent' })
  })
})

describe('an organisation', () => {
  it('of which nothing is asked and nothing was given is not looked at', async () => {
    const { edge, asked } = org({ time: 'denied' })
    const seen = await observe([watched(edge)], [need('group', 'Ops', 'prod')], recorded([OTHER, 'u1', 'g1']))
    expect([[...seen.scopes], seen.observed, seen.facts.size, asked]).toEqual([
      [[`okta:${HOST}`, known('whole')]],
      [],
      0,
      [],
    ])
    expect(seen.asOf).toBe(instantOf(0))
  })

  it.each(['time', 'group', 'members'] as const)('is unknown as a whole where its %s is', async (what) => {
    const { edge } = org({ [what]: 'throttled' })
    const seen = await observe([watched(edge)], NEEDS, recorded([HOST, 'u3', 'g2']))
    const because = { kind: 'throttled', call: 'okta', said: 'no' }
    expect([...seen.scopes]).toEqual([[`okta:${HOST}`, { is: 'unknown', because }]])
    expect(seen.observed).toEqual([])
    expect(NEEDS.map((one) => seen.facts.get(needKey(one)))).toEqual(
      NEEDS.map((one) => ({ need: one, is: 'unknown', because })),
    )
  })

  it('is known where only a person is not: that stops what they ask for alone', async () => {
    const { edge } = org({ user: 'throttled' })
    const { scopes, facts } = await observe([watched(edge)], NEEDS, new Map())
    expect([...scopes.values()]).toEqual([known('whole')])
    expect(NEEDS.map((one) => facts.get(needKey(one))?.is)).toEqual(['unknown', 'found'])
  })

  it('that settings do not lead to any more is unknown, with how to bring it back', async () => {
    const left: Watched = { target: id('okta'), host: OTHER, okta: null }
    const { scopes } = await observe([left], [], recorded([OTHER, 'u1', 'g1']))
    expect([...scopes]).toEqual([
      [
        `okta:${OTHER}`,
        unknown({
          kind: 'denied',
          call: `okta: ${OTHER}`,
          said: 'settings do not lead to this organisation any more: bring integrations/okta.yaml back with `closing: true` until nothing is left',
        }),
      ],
    ])
  })

  it('is looked at beside another that cannot be', async () => {
    const shut = watched(org({ time: 'denied' }).edge, OTHER)
    const seen = await observe([shut, watched(org().edge)], [], recorded([OTHER, 'u1', 'g1'], [HOST, 'u1', 'g1']))
    expect([...seen.scopes].map(([scope, { is }]) => [scope, is])).toEqual([
      [`okta:${OTHER}`, 'unknown'],
      [`okta:${HOST}`, 'known'],
    ])
    expect(seen.observed.map(({ key }) => key)).toEqual([`${HOST}/membership/u1/g1`])
  })
})
