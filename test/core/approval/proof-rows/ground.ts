// What the rows share: each says how the landing of proof-story.ts is spoiled, and what is said of it then.

import { known } from '../../../../src/core/model/edge-error.ts'
import type { PersonId } from '../../../../src/core/model/id.ts'
import type { Person, Settings } from '../../../../src/core/model/settings.ts'
import { person } from '../company.ts'
import { type change, commit, SETTINGS, type Spoil } from '../proof-story.ts'

export type Row = readonly [says: string, is: string, spoil: () => Spoil]

export const two = (...paths: ReturnType<typeof change>[]): Spoil => ({
  landing: { changes: known(paths) },
  pull: { changes: known({ mergeBases: [commit('P')], paths }) },
})

export const withPeople = (edit: (people: Map<PersonId, Person>) => void, base: Settings = SETTINGS): Settings => {
  const people = new Map(base.people)
  edit(people)
  return { ...base, people }
}

export const changed = (handle: string, rest: Partial<Person>): Settings =>
  withPeople((people) => {
    const one = people.get(person(handle))
    if (one !== undefined) people.set(person(handle), { ...one, ...rest })
  })

export const without = (handle: string): Settings => withPeople((people) => people.delete(person(handle)))
