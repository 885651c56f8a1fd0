// What is let pass where people are on other roles of the pool: the roles, and nothing else.

import { expect, it } from 'vitest'
import { onTheSameRoles } from './any-role.ts'

interface On {
  readonly person: string
  readonly role: string
  readonly policy?: string
}

const world = (...all: readonly On[]): string => {
  const roles = ['01', '02', '03'].map((name) => {
    const on = all.find(({ role }) => role === name)
    const state = on === undefined ? 'free' : `bound ${on.person}`
    return [`daypass-pool-${name}`, { policy: on?.policy ?? on?.person ?? '', tags: { 'daypass:state': state } }]
  })
  const users = all.map(({ person, role }) => ({ userName: person, roles: [`daypass-pool-${role}`] }))
  const granted = all.map(({ person, role }) => `g v 1/pool/${person} 1 99 digest-${role} stands`).toSorted()
  return JSON.stringify(
    { 1: { roles: Object.fromEntries(roles) }, okta: { apps: [{ users }] }, record: { granted } },
    null,
    1,
  )
}

const WANTED = world({ person: 'a', role: '01' }, { person: 'b', role: '02' })

it.each<[string, string]>([
  ['on each other’s', world({ person: 'b', role: '01' }, { person: 'a', role: '02' })],
  ['on one that is free there', world({ person: 'a', role: '03' }, { person: 'b', role: '02' })],
  ['all of them on another', world({ person: 'b', role: '03' }, { person: 'a', role: '02' })],
])('people %s are as on their own', (_where, found) => {
  expect(found).not.toBe(WANTED)
  expect(onTheSameRoles(WANTED, found)).toBe(WANTED)
})

it.each<[string, string]>([
  ['holds more', world({ person: 'b', role: '01', policy: 'more' }, { person: 'a', role: '02' })],
  ['is on none', world({ person: 'a', role: '02' })],
  ['is somebody else', world({ person: 'c', role: '01' }, { person: 'a', role: '02' })],
])('a world in which somebody %s is another one', (_who, found) => {
  expect(onTheSameRoles(WANTED, found)).not.toBe(WANTED)
})

it('a world with everybody on their own role is left as it is', () => {
  const found = world({ person: 'a', role: '01', policy: 'more' }, { person: 'b', role: '02' })
  expect(onTheSameRoles(WANTED, found)).toBe(found)
})
