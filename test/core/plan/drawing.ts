// A look at a world of badges and what is drafted from it, as far as one decision of a plan needs them.

import type { Standing } from '../../../src/core/model/grant.ts'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { draftPlan, versionsToProve } from '../../../src/core/plan/draft.ts'
import { type Drawing, look } from '../../../src/core/plan/look.ts'
import type { Seen } from '../../../src/core/plan/mode.ts'
import { NOTHING_ASKED, type Verdicts } from '../../../src/core/plan/verdicts.ts'
import type { Granted } from '../../../src/core/report/record.ts'
import { aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { company, lasting } from '../../support/toy-day.ts'
import { type Badge, badgeDigest, badgeKey, emptyToyWorld, type ToyWorld } from '../../support/toy-mode.ts'
import { modesOf, proved } from '../../support/toy-run.ts'
import { aGrant, aGranted, aLedger } from './values.ts'

export interface Day {
  readonly standing?: readonly Standing[]
  readonly granted?: readonly Granted[]
  /** What is worn, with the mark of its request. */
  readonly badges?: readonly Badge[]
  readonly dark?: readonly string[]
  readonly proves?: readonly Standing[] | 'everything'
  readonly hour?: number
  readonly more?: Partial<Drawing>
  readonly seen?: (seen: Seen) => Seen | null
  readonly change?: (world: ToyWorld) => void
}

export async function drawn({
  standing = [],
  granted = [],
  badges = [],
  dark = [],
  hour = 1,
  more = {},
  seen,
  change,
}: Day) {
  const world = emptyToyWorld()
  world.badges = new Map(badges.map((badge) => [badgeKey(badge.target, badge.person, badge.name), badge]))
  for (const target of dark) world.dark.add(target)
  change?.(world)
  const settings = more.settings ?? company()
  const now = later(NOON, hours(hour))
  const drawing: Drawing = {
    commit: id('head'),
    standing,
    everyVersion: new Set([...standing.map(({ version }) => version.id), ...granted.map(({ version }) => version)]),
    settings,
    head: settings,
    modes: modesOf({ world, now }, settings),
    knowledge: { asOf: 'test', services: () => [], actions: () => [], resources: null },
    ledger: aLedger(granted),
    tags: () => Promise.reject(new Error('no rule looks at tags')),
    now,
    ...more,
  }
  const looked = await look(drawing, NOTHING_ASKED)
  return {
    drawing,
    looked: seen === undefined ? looked : { ...looked, seen: looked.seen.flatMap((one) => seen(one) ?? []) },
  }
}
const verdictsOf = ({ standing = [], proves = 'everything' }: Day): Verdicts =>
  new Map(
    standing
      .filter((one) => proves === 'everything' || proves.includes(one))
      .map(({ version }) => [version.id, proved(version.id)]),
  )
export const planned = async (day: Day) => {
  const { drawing, looked } = await drawn(day)
  return draftPlan(drawing, looked, verdictsOf(day))
}
export const toProve = async (day: Day) => {
  const { drawing, looked } = await drawn(day)
  return [...versionsToProve(drawing, looked)]
}

/** Asks for the blue badge in `prod` for four hours from noon. */
export const A = landed(aRequest('a', { when: lasting(4) }))
const grantOf = ({ request, version }: Standing, badge = 'blue', target = 'prod') =>
  aGrant(request.id, {
    badge,
    version: version.id,
    until: later(NOON, hours(4)),
    item: {
      ...aGrant(request.id, { badge }).item,
      key: id(`${request.id}/marta/${target}/badge:${badge}`),
      target: id(target),
    },
  })
export const worn = (of: Standing, more: Partial<Badge> = {}): Badge => ({
  target: 'prod',
  person: 'marta',
  name: 'blue',
  until: later(NOON, hours(4)),
  mark: of.version.id,
  ...more,
})
export const given = (of: Standing, more: Partial<Granted> = {}, badge: Partial<Badge> = {}): Granted =>
  aGranted(grantOf(of, badge.name, badge.target), { content: badgeDigest(worn(of, badge)), ...more })
