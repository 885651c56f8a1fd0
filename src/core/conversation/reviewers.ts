// Whose review is asked for: some of those whose approval would count, others with every request, never too many.

import { digest } from '../model/canonical.ts'
import type { PersonId } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import type { RequestStory } from '../report/story.ts'
import type { Reviewer } from './view.ts'

/** Everybody asked is a notification; two more than are needed let the others have their holiday. */
const MORE = 2
const MOST = 5

/** A group of which so many are needed. People are eligible: never requester or beneficiary. */
export interface Wanted {
  readonly people: readonly string[]
  readonly approvals: number
}

/** What is missing of all requests: of ways that are alternatives the one with most people to ask. */
export const wantedOf = (requests: readonly RequestStory[]): readonly Wanted[] =>
  requests.flatMap(({ decision }): readonly Wanted[] =>
    decision.is !== 'waiting'
      ? []
      : decision.missing.flatMap((ways) => {
          const [first] = ways.toSorted((a, b) => b.people.length - a.people.length)
          return first === undefined ? [] : [{ people: first.people, approvals: first.approvals }]
        }),
  )

/** The same for the same pull request, spread over people by its number. */
const inTurn = (people: readonly string[], number: number): readonly string[] =>
  people
    .map((person) => ({ person, turn: digest(`${number} ${person}`) }))
    .toSorted((a, b) => (a.turn < b.turn ? -1 : 1))
    .map(({ person }) => person)

export function reviewersFor(wanted: readonly Wanted[], settings: Settings, number: number): readonly Reviewer[] {
  const chosen = new Set<string>()
  for (const { people, approvals } of wanted) {
    const there = people.filter((person) => chosen.has(person)).length
    const wants = Math.min(MOST, approvals + MORE) - there
    for (const person of inTurn(
      people.filter((one) => !chosen.has(one)),
      number,
    ).slice(0, Math.max(0, wants)))
      if (chosen.size < MOST) chosen.add(person)
  }
  return [...chosen].toSorted().flatMap((handle): Reviewer[] => {
    const person = settings.people.get(handle as PersonId)
    return person === undefined ? [] : [{ id: person.githubId, login: person.login }]
  })
}
