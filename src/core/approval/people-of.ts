// Which person of the people map a GitHub account is: exactly one, nobody, or several, which counts as nobody.

import type { Person, Settings } from '../model/settings.ts'

export type Found =
  | { readonly is: 'one'; readonly person: Person }
  | { readonly is: 'nobody' }
  | { readonly is: 'several'; readonly people: readonly Person[] }

const byAccount = new WeakMap<Settings, ReadonlyMap<number, readonly Person[]>>()

function peopleByAccount(settings: Settings): ReadonlyMap<number, readonly Person[]> {
  const before = byAccount.get(settings)
  if (before !== undefined) return before
  const people = Map.groupBy(settings.people.values(), (person) => person.githubId)
  byAccount.set(settings, people)
  return people
}

/** By GitHub's numeric id; the login is never looked at, since it can be given up and taken by somebody else. */
export function personOf(settings: Settings, account: number): Found {
  const people = peopleByAccount(settings).get(account) ?? []
  const [person] = people
  if (person === undefined) return { is: 'nobody' }
  return people.length === 1 ? { is: 'one', person } : { is: 'several', people }
}
