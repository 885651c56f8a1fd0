// Who asked for whom: requester and beneficiary as each of the settings that judge knows them.

import { id } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { Person, Settings } from '../model/settings.ts'
import { personOf } from './people-of.ts'
import { no, type Outcome, yes } from './proof-chain.ts'
import type { Bench, Judge } from './proof-rules.ts'
import type { InForce } from './settings-in-force.ts'

/** The three settings that must all allow a request. */
export interface JudgingSettings {
  readonly atLanding: Extract<InForce, { is: 'known' }>
  readonly now: Extract<InForce, { is: 'known' }>
  readonly head: Settings
}

export interface People {
  readonly author: number
  readonly benches: readonly Bench[]
}

function onePerson(settings: Settings, account: number, who: string): Outcome<Person> {
  const found = personOf(settings, account)
  if (found.is === 'one') return yes(found.person, found.person.handle)
  if (found.is === 'nobody') return no('author-unknown', `${who} is nobody of the people map`)
  return no(
    'ambiguous-person',
    `${who} is ${found.people
      .map((person) => person.handle)
      .sort()
      .join(' and ')} in the people map`,
  )
}

function peopleUnder(settings: Settings, request: Request, author: number): Outcome<Person> {
  const requester = onePerson(settings, author, `the GitHub account ${author} that asked`)
  if (requester.is !== 'yes') return requester
  const name = request.for.value
  const beneficiary = settings.people.get(id<'person'>(name))
  if (beneficiary === undefined) return no('beneficiary-unknown', `${name} is nobody of the people map`)
  const alone = onePerson(settings, beneficiary.githubId, `the GitHub account of ${name}`)
  return alone.is === 'yes' ? requester : alone
}

/** The requester under each settings that judges, who is the same person everywhere; the beneficiary is known to all. */
export function askPeople(all: JudgingSettings, request: Request, author: number): Outcome<People> {
  const benches: Bench[] = []
  const seats: readonly (readonly [Judge, Settings])[] = [
    ['rules-at-landing', all.atLanding.settings],
    ['rules-now', all.now.settings],
    ['rules-at-head', all.head],
  ]
  for (const [name, settings] of seats) {
    const person = peopleUnder(settings, request, author)
    if (person.is !== 'yes') return person
    benches.push({ name, settings, author: person.value.handle })
  }
  const handles = [...new Set(benches.map((bench) => bench.author))]
  return handles.length === 1
    ? yes({ author, benches }, `asked by ${handles[0]}, for ${request.for.value}`)
    : no('resolves-otherwise', `the GitHub account ${author} is ${handles.join(' and then ')}`)
}
