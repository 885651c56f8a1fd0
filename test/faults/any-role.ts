// Two worlds in which the same people are on other roles of the pool are alike: which role is free says nothing.

interface Role {
  readonly tags: Readonly<Record<string, string>>
}
interface AppUser {
  readonly userName: string
}
interface Told {
  readonly okta: { readonly apps: readonly { readonly users: readonly AppUser[] }[] } | null
  readonly record: { readonly granted: readonly string[] }
}

const isAccount = (one: unknown): one is { readonly roles: Readonly<Record<string, Role>> } =>
  typeof one === 'object' && one !== null && 'roles' in one

/** By account and person: the role that is bound to them. */
const boundIn = (told: Told): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(told).flatMap(([account, one]) =>
      isAccount(one)
        ? Object.entries(one.roles).flatMap(([name, { tags }]): [string, string][] => {
            const [, person] = /^bound (\S+)$/.exec(tags['daypass:state'] ?? '') ?? []
            return person === undefined ? [] : [[`${account}/pool/${person}`, name]]
          })
        : [],
    ),
  )

/** Up to the content, of which the role is a part. */
const upToContent = (line: string): string => line.split(' ').slice(0, 5).join(' ')

/** Roles that somebody leaves and nobody comes to take the names of those that somebody comes to and nobody leaves. */
function renaming(moves: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const [left, taken] = [moves.map(([from]) => from), moves.map(([, to]) => to)]
  const free = left.filter((name) => !taken.includes(name))
  const empty = taken.filter((name) => !left.includes(name))
  return new Map([...moves, ...empty.map((name, at): [string, string] => [name, free[at] ?? name])])
}

/**
 * `found` with the roles that the same people have in `wanted`, if they are on others: their names, what depends on them in
 * the record, and the order of those who are let in.
 */
export function onTheSameRoles(wanted: string, found: string): string {
  const [told, other]: [Told, Told] = [JSON.parse(wanted), JSON.parse(found)]
  const roles = boundIn(told)
  const moved = [...boundIn(other)].filter(([holding, name]) => roles.has(holding) && roles.get(holding) !== name)
  if (moved.length === 0) return found
  const renamed = renaming(moved.map(([holding, name]) => [name, roles.get(holding) ?? name]))
  const names = /daypass-pool-[\w-]+/g
  const same: Told = JSON.parse(found.replace(names, (name) => renamed.get(name) ?? name))
  const lines = new Map(told.record.granted.map((line) => [upToContent(line), line]))
  const granted = same.record.granted.map((line) =>
    moved.some(([holding]) => line.includes(` ${holding} `)) ? (lines.get(upToContent(line)) ?? line) : line,
  )
  const people = told.okta?.apps.flatMap(({ users }) => users.map(({ userName }) => userName)) ?? []
  const inOrder = (users: readonly AppUser[]): readonly AppUser[] =>
    users.toSorted((a, b) => people.indexOf(a.userName) - people.indexOf(b.userName))
  const apps = same.okta?.apps.map((app) => ({ ...app, users: inOrder(app.users) })) ?? []
  const accounts = Object.entries(same).map(([account, one]) => [
    account,
    isAccount(one)
      ? { ...one, roles: Object.fromEntries(Object.entries(one.roles).sort(([a], [b]) => (a < b ? -1 : 1))) }
      : one,
  ])
  const okta = same.okta === null ? null : { ...same.okta, apps }
  return JSON.stringify({ ...Object.fromEntries(accounts), okta, record: { ...same.record, granted } }, null, 1)
}
