// What people hold in a toy world, and how two of them compare.

import type { Standing } from '../../src/core/model/grant.ts'
import type { HoldingKey } from '../../src/core/model/id.ts'
import { type Instant, later } from '../../src/core/model/time.ts'
import { lanyardKey } from './toy-lanyard.ts'
import { badgeKey } from './toy-mode.ts'
import type { Story } from './toy-story.ts'

/** `prod marta blue` → until when it opens doors; a badge hangs until somebody takes it off. */
export type Access = ReadonlyMap<string, Instant>

export function accessOf({ scene: { world, now } }: Story): Access {
  const worn = [...world.badges.values()].map((one): [string, Instant] => [
    `${one.target} ${one.person} ${one.name}`,
    one.until,
  ])
  const hung = [...world.lanyards.values()].flatMap((one) =>
    Object.entries(one.badges).map(([name, until]): [string, Instant] => [
      `${one.target} ${one.person} ${name}`,
      until,
    ]),
  )
  return new Map([...worn, ...hung.filter(([, until]) => until > now)])
}

export const tellAccess = (access: Access): readonly string[] =>
  [...access].map(([what, until]) => `${what} until ${until}`).sort()

/** What of `one` is longer than in any of `others`, or not in them at all. */
export const beyond = (one: Access, ...others: readonly Access[]): readonly string[] =>
  tellAccess(new Map([...one].filter(([what, until]) => !others.some((other) => (other.get(what) ?? 0) >= until))))

export const tellWorld = ({ scene: { world } }: Story): string =>
  JSON.stringify([
    [...world.badges].sort(([a], [b]) => (a < b ? -1 : 1)),
    [...world.lanyards].sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

/** All that a request could ever give, by `prod marta blue`. */
export function promised({ request, version }: Standing): Access {
  const { when } = request
  const seconds = when.is === 'duration' ? when.seconds : 0
  const from = when.is === 'duration' && when.from !== null ? when.from : version.landedAt
  const names = request.lines.flatMap(({ asked, targets }) =>
    asked.is === 'entitlement'
      ? targets.map((one) => `${one.value} ${request.for.value} ${asked.entitlement.facets['badge']?.[0] ?? ''}`)
      : [],
  )
  return new Map(names.map((name) => [name, later(from, seconds)]))
}

export const keyOf = (what: string): HoldingKey => {
  const [place = '', who = '', name = ''] = what.split(' ')
  return place === 'lab' ? lanyardKey(place, who) : badgeKey(place, who, name)
}
