// Which roles the app lets somebody in by: read fresh, written as a whole, and read again.

import { describe, expect, it } from 'vitest'
import { type Answer, type EdgeError, known, unknown } from '../../../src/core/model/edge-error.ts'
import type { Okta } from '../../../src/edges/okta/okta.ts'
import {
  assignUserToApplication,
  getApplicationUser,
  unassignUserFromApplication,
  updateApplicationUser,
} from '../../../src/edges/okta/operations.ts'
import type { OktaAppUser } from '../../../src/edges/okta/shapes.ts'
import { addRole, ownRoles, readAppUser, removeRole } from '../../../src/modes/okta-saml/app-user.ts'

type User = Omit<OktaAppUser, 'id'> | null

const user = (samlRoles: readonly unknown[], more: Partial<OktaAppUser> = {}): User => ({
  scope: 'USER',
  userName: 'marta',
  profile: { samlRoles, team: 'orders' },
  ...more,
})

const failed = (kind: EdgeError['kind']): Answer<never> => unknown({ kind, call: 'okta', said: 'no' })
const entering = { app: 'app', marker: 'managed', role: 'R', userId: 'u1', login: 'marta' }

const NAMES = new Map<unknown, string>([
  [assignUserToApplication, 'assign'],
  [updateApplicationUser, 'update'],
  [unassignUserFromApplication, 'unassign'],
])

/** The app shows these in turn, the last for good; what is sent is answered, by name of what is sent. */
function app(shown: readonly (User | EdgeError['kind'])[], answers: Readonly<Record<string, EdgeError['kind']>> = {}) {
  const sent: unknown[] = []
  let at = 0
  const edge = {
    get: async (operation: unknown, parameters: unknown) => {
      expect([operation, parameters]).toEqual([getApplicationUser, { appId: 'app', userId: 'u1' }])
      const now = shown[Math.min(at++, shown.length - 1)]
      if (typeof now === 'string') return failed(now)
      return now == null ? failed('not-found') : known({ id: 'u1', ...now })
    },
    send: async (operation: unknown, parameters: unknown, body?: unknown) => {
      const name = NAMES.get(operation) ?? 'nothing of these'
      sent.push([name, parameters, body])
      const kind = answers[name]
      return kind === undefined ? known(null) : failed(kind)
    },
  }
  return { okta: edge as unknown as Okta, sent }
}

const ONE = { appId: 'app', userId: 'u1' }

describe('roles of a person', () => {
  it('are their own, and not what a group gives or what is no text', () => {
    const told = (one: User) => ownRoles(one === null ? null : { id: 'u1', ...one })
    expect(told(user(['A', 7, null, 'B']))).toEqual(['A', 'B'])
    expect(told(user(['A'], { scope: 'GROUP' }))).toEqual([])
    expect(told(user([], { profile: { samlRoles: 'A' } }))).toEqual([])
    expect(told(user([], { profile: {} }))).toEqual([])
    expect(told(null)).toEqual([])
  })

  it('are nobody’s who is not in the app, and unknown where Okta fails', async () => {
    expect(await readAppUser(app([null]).okta, 'app', 'u1')).toEqual(known(null))
    expect(await readAppUser(app(['denied']).okta, 'app', 'u1')).toEqual(failed('denied'))
  })
})

describe('letting somebody in', () => {
  it('who is not in the app assigns them, and says that we did', async () => {
    const { okta, sent } = app([null, user(['R'])])
    expect(await addRole(okta, entering)).toEqual(known('done'))
    expect(sent).toEqual([
      ['assign', { appId: 'app' }, { id: 'u1', scope: 'USER', profile: { samlRoles: ['R'], managed: true } }],
    ])
  })

  it('who is in person adds the role to theirs, and loses no word of their profile', async () => {
    const { okta, sent } = app([user(['A']), user(['A', 'R'])])
    expect(await addRole(okta, entering)).toEqual(known('done'))
    expect(sent).toEqual([['update', ONE, { scope: 'USER', profile: { samlRoles: ['A', 'R'], team: 'orders' } }]])
  })

  it('who is in through a group brings them in in person, and says that we did', async () => {
    const { okta, sent } = app([user(['G'], { scope: 'GROUP' }), user(['R'])])
    expect(await addRole(okta, entering)).toEqual(known('done'))
    expect(sent).toEqual([
      ['update', ONE, { scope: 'USER', profile: { samlRoles: ['R'], team: 'orders', managed: true } }],
    ])
  })

  it('who is in by it already sends nothing', async () => {
    const { okta, sent } = app([user(['A', 'R'])])
    expect([await addRole(okta, entering), sent]).toEqual([known('already'), []])
  })

  it('whom somebody else overwrites is tried again, and is left to the next run after the third time', async () => {
    const again = app([user([]), user([]), user([]), user(['R'])])
    expect([await addRole(again.okta, entering), again.sent.length]).toEqual([known('done'), 3])
    const { okta, sent } = app([user([])])
    expect(await addRole(okta, entering)).toEqual(
      unknown({
        kind: 'conflict',
        call: 'okta:updateApplicationUser',
        said: 'somebody else keeps writing the same roles; the next run tries again',
      }),
    )
    expect(sent).toHaveLength(3)
  })

  it('whom the app calls otherwise takes the role off again: AWS would let nobody of that name in', async () => {
    const { okta, sent } = app([null, user(['R'], { userName: 'm.kowal' }), user(['R'], { userName: 'm.kowal' }), null])
    expect(await addRole(okta, entering)).toEqual(
      unknown({
        kind: 'invalid',
        call: 'okta:getApplicationUser',
        said: 'the app calls marta "m.kowal": set Application username format to Okta username (Sign On tab)',
      }),
    )
    expect(sent.map((one) => Array.isArray(one) && one[0])).toEqual(['assign', 'update'])
    expect(sent[1]).toEqual(['update', ONE, { scope: 'USER', profile: { samlRoles: [], team: 'orders' } }])
  })

  it('who has more roles than an assertion carries is refused', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `A${at}`)
    const { okta, sent } = app([user(many(300))])
    expect(await addRole(okta, entering)).toEqual(
      unknown({
        kind: 'invalid',
        call: 'okta:updateApplicationUser',
        said: 'marta has 300 roles in this app, and AWS takes no assertion with more: take some away in Okta',
      }),
    )
    expect(sent).toEqual([])
    expect(await addRole(app([user(many(299)), user([...many(299), 'R'])]).okta, entering)).toEqual(known('done'))
  })

  it('fails where Okta does', async () => {
    expect(await addRole(app(['throttled']).okta, entering)).toEqual(failed('throttled'))
    expect(await addRole(app([null], { assign: 'denied' }).okta, entering)).toEqual(failed('denied'))
  })
})

describe('letting somebody out', () => {
  const managed = (roles: readonly string[], is: unknown = true) =>
    user(roles, { profile: { samlRoles: roles, team: 'orders', managed: is } })

  it('takes the one role off whoever has others, or was in before us', async () => {
    const others = app([managed(['A', 'R', 'B']), managed(['A', 'B'])])
    expect(await removeRole(others.okta, entering)).toEqual(known('done'))
    expect(others.sent).toEqual([
      ['update', ONE, { scope: 'USER', profile: { samlRoles: ['A', 'B'], team: 'orders', managed: true } }],
    ])
    for (const is of [false, 'true', null]) {
      const before = app([managed(['R'], is), managed([], is)])
      expect(await removeRole(before.okta, entering)).toEqual(known('done'))
      expect(before.sent).toMatchObject([['update', ONE, { profile: { samlRoles: [] } }]])
    }
  })

  it('takes whom we brought in out of the app with the last role', async () => {
    const { okta, sent } = app([managed(['R']), null])
    expect(await removeRole(okta, entering)).toEqual(known('done'))
    expect(sent).toEqual([['unassign', ONE, undefined]])
  })

  it('leaves whom a group holds in the app to that group', async () => {
    const { okta, sent } = app([managed(['R']), user([], { scope: 'GROUP' })], { unassign: 'denied' })
    expect(await removeRole(okta, entering)).toEqual(known('done'))
    expect(sent).toEqual([
      ['unassign', ONE, undefined],
      ['update', ONE, { scope: 'GROUP' }],
    ])
  })

  it('is nothing to do for who is not in the app, or not by that role', async () => {
    for (const one of [null, user(['A']), user(['R'], { scope: 'GROUP' })]) {
      const { okta, sent } = app([one])
      expect([await removeRole(okta, entering), sent]).toEqual([known('already'), []])
    }
  })

  it('is done only once the role is seen to be gone, and left to the next run after the third time', async () => {
    const again = app([user(['R']), user(['R']), null])
    expect([await removeRole(again.okta, entering), again.sent.length]).toEqual([known('done'), 2])
    const third = app([user(['R']), user(['R']), user(['R']), null])
    expect([await removeRole(third.okta, entering), third.sent.length]).toEqual([known('done'), 3])
    const { okta, sent } = app([user(['R'])])
    expect(await removeRole(okta, entering)).toMatchObject({
      because: { kind: 'conflict', call: 'okta:updateApplicationUser' },
    })
    expect(sent).toHaveLength(3)
  })

  it('is done where somebody else was faster, as Okta shows when it is asked again', async () => {
    expect(await removeRole(app([managed(['R']), null], { unassign: 'not-found' }).okta, entering)).toEqual(
      known('done'),
    )
    const { okta } = app([managed(['R'])], { unassign: 'not-found' })
    expect(await removeRole(okta, entering)).toMatchObject({ because: { kind: 'conflict' } })
  })

  it('fails where Okta does, and never counts as done', async () => {
    expect(await removeRole(app(['unreachable']).okta, entering)).toEqual(failed('unreachable'))
    expect(await removeRole(app([managed(['R'])], { unassign: 'throttled' }).okta, entering)).toEqual(
      failed('throttled'),
    )
    const both = { unassign: 'denied', update: 'denied' } as const
    expect(await removeRole(app([managed(['R'])], both).okta, entering)).toEqual(failed('denied'))
    expect(await removeRole(app([user(['R'])], { update: 'denied' }).okta, entering)).toEqual(failed('denied'))
  })
})
