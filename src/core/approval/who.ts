// Which people a rule's `who` means.

import type { PersonId } from '../model/id.ts'
import type { Who } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'

type Members = ReadonlySet<PersonId>

const byWho = new WeakMap<Settings, WeakMap<Who, Members>>()

function named(who: Who, settings: Settings): Members {
  const inside = [...settings.people.values()].filter(({ out }) => out === null)
  if (who.is === 'anyone') return new Set(inside.map(({ handle }) => handle))
  const handles = new Set(
    who.people.map((one) => one.value).filter((handle) => settings.people.get(handle)?.out === null),
  )
  const groups = new Set(who.groups.map((one) => one.value))
  for (const person of inside) if (person.groups.some((group) => groups.has(group))) handles.add(person.handle)
  return handles
}

/** Everybody whom `who` names by handle or group; people who are not in the people map, or have left, are nobody. */
export function membersOf(who: Who, settings: Settings): Members {
  const known = byWho.get(settings) ?? new WeakMap<Who, Members>()
  byWho.set(settings, known)
  const members = known.get(who) ?? named(who, settings)
  known.set(who, members)
  return members
}

/** Lists of people already made, by whose manager is one of them. */
const byMembers = new WeakMap<Members, Map<PersonId | null, readonly PersonId[]>>()

/** Those who may approve for a beneficiary, sorted: members, and the beneficiary's manager where `who` says so. */
export function approversOf(who: Who, settings: Settings, beneficiary: PersonId): readonly PersonId[] {
  const members = membersOf(who, settings)
  const boss = who.is === 'some' && who.manager ? (settings.people.get(beneficiary)?.manager ?? null) : null
  const manager = boss !== null && settings.people.get(boss)?.out === null ? boss : null
  const known = byMembers.get(members) ?? new Map<PersonId | null, readonly PersonId[]>()
  byMembers.set(members, known)
  const approvers = known.get(manager) ?? [...new Set([...members, ...(manager === null ? [] : [manager])])].sort()
  known.set(manager, approvers)
  return approvers
}
