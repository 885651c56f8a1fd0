// Who is known: people.yaml read.

import { type GroupId, id, type PersonId } from '../model/id.ts'
import type { Person } from '../model/settings.ts'
import { complain, mention, type Reader } from './reader.ts'
import type { PeopleFile, PersonEntry } from './shapes.ts'

/** What must belong to one person only, letters' case left out. */
const IDENTITIES: readonly { readonly key: keyof PersonEntry; readonly says: string }[] = [
  { key: 'id', says: 'GitHub id' },
  { key: 'login', says: 'GitHub login' },
  { key: 'email', says: 'e-mail address' },
]

export function readPeople(shape: PeopleFile, reader: Reader): ReadonlyMap<PersonId, Person> {
  const people = new Map<PersonId, Person>()
  const owners = new Map<string, string>()
  for (const [handle, entry] of Object.entries(shape.people)) {
    const path = ['people', handle]
    for (const { key, says } of IDENTITIES) {
      const identity = `${key} ${String(entry[key]).toLowerCase()}`
      const other = owners.get(identity)
      owners.set(identity, other ?? handle)
      if (other !== undefined)
        complain(
          reader,
          'duplicate-person',
          reader.tree.place([...path, key]),
          `The ${says} of \`${handle}\` is that of \`${other}\` too.`,
          'Give each person their own; one human being is one entry.',
        )
    }
    if (entry.manager === handle)
      complain(
        reader,
        'manager-self',
        reader.tree.place([...path, 'manager']),
        `\`${handle}\` is named as their own manager.`,
        'Name somebody else, or leave `manager` out.',
      )
    const manager =
      entry.manager === undefined
        ? null
        : mention(reader, 'person', entry.manager, [...path, 'manager'], id<'person'>).value
    people.set(id(handle), {
      handle: id(handle),
      githubId: entry.id,
      login: entry.login,
      email: entry.email,
      manager,
      groups: groupsOf(entry, path, reader),
      out: null,
      at: reader.tree.keyPlace(path),
    })
  }
  return people
}

function groupsOf(entry: PersonEntry, path: readonly string[], reader: Reader): readonly GroupId[] {
  const seen = new Set<string>()
  return (entry.groups ?? []).map((group, index) => {
    if (seen.has(group))
      complain(
        reader,
        'duplicate-entry',
        reader.tree.place([...path, 'groups', index]),
        `\`${group}\` is listed twice.`,
        'Keep one of them.',
      )
    seen.add(group)
    return id(group)
  })
}
