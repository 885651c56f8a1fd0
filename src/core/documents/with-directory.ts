// What settings say of people together with what the directory says: Git decides who is who, the directory who is in which group.

import type { Directory, Listed } from '../model/directory.ts'
import { plainEmail } from '../model/directory.ts'
import { type GroupId, id, type PersonId } from '../model/id.ts'
import type { DirectorySettings, Hold, Person, Settings } from '../model/settings.ts'

const HANDLE = /^[a-z0-9][a-z0-9-]{0,38}$/

/** `Marta.Kowal@harbor.example` → `marta-kowal`; null: no handle can be made of it. */
function handleOf(email: string): PersonId | null {
  const text = email
    .replace(/@.*/s, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return HANDLE.test(text) ? id(text) : null
}

type People = ReadonlyMap<PersonId, Person>

/** Groups of rules that the directory fills, by the member's e-mail. */
function groupsByEmail({ groups }: DirectorySettings, directory: Directory): ReadonlyMap<string, readonly GroupId[]> {
  const found = new Map<string, GroupId[]>()
  for (const [group, called] of groups)
    for (const email of directory.groups.get(called) ?? []) found.set(email, [...(found.get(email) ?? []), group])
  return found
}

/** Of those whom no file names: only with a GitHub account of their own, and a handle that nobody has. */
function newcomers(settings: Settings, told: DirectorySettings, directory: Directory): readonly Person[] {
  if (told.github === null) return []
  const there = [...settings.people.values()]
  const emails = new Set(there.map(({ email }) => plainEmail(email)))
  const accounts = new Set(there.map(({ githubId }) => githubId))
  const inGroups = new Set([...told.groups.values()].flatMap((group) => directory.groups.get(group) ?? []))
  const listed = [...directory.people.values()].filter(({ email }) => inGroups.has(email) && !emails.has(email))
  const candidates = listed.flatMap((one): Person[] => {
    const handle = handleOf(one.email)
    if (one.github === null || handle === null || settings.people.has(handle) || accounts.has(one.github.id)) return []
    const { id: githubId, login } = one.github
    return [
      {
        handle,
        githubId,
        login,
        email: one.email,
        manager: null,
        groups: [],
        out: null,
        at: told.at,
      },
    ]
  })
  const shared = (key: 'handle' | 'githubId') => (one: Person) =>
    candidates.some((other) => other !== one && other[key] === one[key])
  return candidates.filter((one) => !shared('handle')(one) && !shared('githubId')(one))
}

function outOf(person: Person, told: DirectorySettings, listed: Listed | undefined): string | null {
  if (listed === undefined) return null
  if (listed.out !== null) return listed.out
  const other = told.github !== null && listed.github !== null && listed.github.id !== person.githubId
  return other ? 'has another GitHub account in Okta than in people.yaml' : null
}

function managerIn(people: People, listed: Listed | undefined): PersonId | null {
  if (listed?.manager == null) return null
  return [...people.values()].find(({ email }) => plainEmail(email) === listed.manager)?.handle ?? null
}

/** Whoever is out must not hold anything: what stands is taken, as by a hold of the owners. */
const holdsFor = (people: People): readonly Hold[] =>
  [...people.values()].flatMap(({ handle, out, at }): Hold[] =>
    out === null ? [] : [{ what: { is: 'person', person: handle }, because: `${handle} ${out}`, since: null, at }],
  )

/**
 * Settings that name no directory come back as they are. Who is whom (handle, GitHub account, e-mail) is never changed for
 * people whom people.yaml names: whoever runs the directory must not become an owner.
 */
export function withDirectory(settings: Settings, directory: Directory): Settings {
  const told = settings.okta?.directory ?? null
  if (told === null) return settings
  const groups = groupsByEmail(told, directory)
  const everybody = new Map<PersonId, Person>([
    ...settings.people,
    ...newcomers(settings, told, directory).map((one): [PersonId, Person] => [one.handle, one]),
  ])
  const people = new Map(
    [...everybody].map(([handle, person]): [PersonId, Person] => {
      const email = plainEmail(person.email)
      const listed = directory.people.get(email)
      const own = person.groups.filter((group) => !told.groups.has(group))
      return [
        handle,
        {
          ...person,
          groups: [...own, ...(groups.get(email) ?? [])],
          manager: told.manager === null ? person.manager : managerIn(everybody, listed),
          out: outOf(person, told, listed),
        },
      ]
    }),
  )
  return { ...settings, people, holds: [...settings.holds, ...holdsFor(people)] }
}

/** What must be read of the directory for these settings: groups that rules use, and whoever rules or `handles` name. */
export interface DirectoryNeeds {
  /** Names in the directory. */
  readonly groups: readonly string[]
  readonly emails: readonly string[]
}

export function directoryNeeds(settings: Settings, handles: ReadonlySet<string>): DirectoryNeeds {
  const told = settings.okta?.directory ?? null
  if (told === null) return { groups: [], emails: [] }
  const named = settings.rules.flatMap(({ who, ways }) => [
    who,
    ...ways.flatMap((way) =>
      way.is === 'approvedBy' ? [way.who] : way.is === 'breakGlass' ? [way.who, way.reviewedBy] : [],
    ),
  ])
  const some = named.flatMap((who) => (who.is === 'some' ? [who] : []))
  const people = new Set(some.flatMap((who) => who.people.map(({ value }): string => value)))
  const used = new Set(some.flatMap((who) => who.groups.map(({ value }) => value)))
  const emails = [...settings.people.values()].flatMap(({ handle, email, manager }) => {
    const asked = people.has(handle) || handles.has(handle)
    if (!asked) return []
    const boss = manager === null ? undefined : settings.people.get(manager)?.email
    return [plainEmail(email), ...(boss === undefined ? [] : [plainEmail(boss)])]
  })
  const groups = [...told.groups].flatMap(([group, called]) => (used.has(group) ? [called] : []))
  return { groups: [...new Set(groups)].sort(), emails: [...new Set(emails)].sort() }
}
