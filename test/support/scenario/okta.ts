// Okta in a scenario: who is in which group, what somebody does there by hand, and what of it is told afterwards.

import { groupNamed, membersOf } from '../../../src/sandbox/okta/build.ts'
import type { OktaWorld } from '../../../src/sandbox/okta/world.ts'
import { type Given, givenOf, mistake, text } from './given.ts'
import { personOf, type Stage } from './stage.ts'

const oktaOf = ({ company }: Pick<Stage, 'company'>, at: string): OktaWorld => {
  const { okta } = company.sandbox.world()
  if (okta === undefined) throw mistake(at, 'the company has no Okta: settings/integrations/okta.yaml')
  return okta
}

/** `marta Grafana Admins`: whether she is in the group. */
export function askMembership(stage: Stage, said: string, at: string, expected: boolean): void {
  const [, handle, group] = /^(\S+) (.+)$/.exec(said) ?? []
  if (handle === undefined || group === undefined) throw mistake(at, 'write: marta Grafana Admins')
  const there = membersOf(oktaOf(stage, at), group).includes(personOf(stage, handle).email)
  if (there !== expected) throw new Error(`${at}: ${handle} is ${there ? '' : 'not '}in the Okta group ${group}`)
}

type Edit = (world: OktaWorld, userId: string, given: Given) => OktaWorld

const inGroup =
  (edit: (members: readonly string[], user: string) => readonly string[]): Edit =>
  (world, userId, given) => {
    const { id } = groupNamed(world, text(given, 'group'))
    const groups = world.groups.map((one) => (one.id === id ? { ...one, members: edit(one.members, userId) } : one))
    return { ...world, groups }
  }

const onGroup =
  (edit: (group: OktaWorld['groups'][number], given: Given) => OktaWorld['groups'][number]): Edit =>
  (world, _userId, given) => {
    const { id } = groupNamed(world, text(given, 'group'))
    return { ...world, groups: world.groups.map((one) => (one.id === id ? edit(one, given) : one)) }
  }

/** What an administrator of Okta does behind Daypass's back. */
const HANDS: Readonly<Record<string, Edit>> = {
  add: inGroup((members, user) => [...members, user]),
  remove: inGroup((members, user) => members.filter((id) => id !== user)),
  deactivate: (world, userId) => ({
    ...world,
    users: world.users.map((one) => (one.id === userId ? { ...one, status: 'DEPROVISIONED' as const } : one)),
  }),
  rename: onGroup((group, given) => ({ ...group, profile: { ...group.profile, name: text(given, 'to') } })),
  'make administrators': onGroup((group) => ({ ...group, adminRoles: ['SUPER_ADMIN'] })),
  'switch off Join all roles': (world) => ({
    ...world,
    apps: world.apps.map((app) => ({ ...app, settings: { ...app.settings, joinAllRoles: false } })),
  }),
  'revoke the key': (world) => ({ ...world, clients: world.clients.map((one) => ({ ...one, keys: [] })) }),
}

export function byHandInOkta(stage: Stage, value: unknown, at: string): void {
  const given = givenOf(value, at, ['does', 'person', 'group', 'to'])
  const edit = HANDS[text(given, 'does')]
  if (edit === undefined) throw mistake(at, `\`does\` must be one of ${Object.keys(HANDS).join(', ')}`)
  const email = given.value['person'] === undefined ? null : personOf(stage, text(given, 'person')).email
  const user = oktaOf(stage, at).users.find(({ profile }) => profile['login'] === email)
  if (email !== null && user === undefined) throw mistake(at, `nobody in Okta is called ${email}`)
  stage.company.sandbox.change((world) =>
    world.okta === undefined ? world : { ...world, okta: edit(world.okta, user?.id ?? '', given) },
  )
}

/** Groups whose members, and apps whose users, are not those of the beginning. */
export function groupsAfter({
  company,
  before,
}: Pick<Stage, 'company' | 'before'>): readonly (readonly [string, object])[] {
  const { okta } = company.sandbox.world()
  if (okta === undefined || before === undefined) return []
  const changed = okta.groups.flatMap(({ id, profile }): [string, readonly string[]][] => {
    const name = String(profile['name'])
    const then = before.groups.find((one) => one.id === id)
    const now = membersOf(okta, name)
    return then !== undefined && membersOf(before, String(then.profile['name'])).join() === now.join()
      ? []
      : [[name, now]]
  })
  const apps = okta.apps.flatMap(({ label, users }) =>
    users.map(({ userName, profile }): [string, unknown] => [`${userName} in ${label}`, profile['samlRoles'] ?? []]),
  )
  const before2 = JSON.stringify(
    before.apps.map(({ users }) => users.map(({ userName, profile }) => [userName, profile])),
  )
  const same =
    JSON.stringify(okta.apps.map(({ users }) => users.map(({ userName, profile }) => [userName, profile]))) === before2
  return [
    ...(changed.length === 0 ? [] : [['Okta groups', Object.fromEntries(changed)] as const]),
    ...(same ? [] : [['Okta apps', Object.fromEntries(apps)] as const]),
  ]
}
