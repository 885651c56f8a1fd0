// A day in a small company of badges: what tests of single sentences need to tell it.

import { id } from '../../src/core/model/id.ts'
import type { Hold, Settings } from '../../src/core/model/settings.ts'
import { later } from '../../src/core/model/time.ts'
import { chainOn } from '../../src/core/report/chain.ts'
import { foldLines } from '../../src/core/report/fold.ts'
import type { Entry } from '../../src/core/report/record.ts'
import { anAccount, aPerson, HERE, hours, type landed, NOON, type SettingsParts, someSettings } from './builders.ts'
import { type Badge, badgeKey, emptyToyWorld } from './toy-mode.ts'
import { aScene, proved, type Scene } from './toy-run.ts'

export type Landed = ReturnType<typeof landed>

export const company = (more: SettingsParts = {}): Settings =>
  someSettings({
    people: [aPerson('marta'), aPerson('paul')],
    accounts: [
      anAccount('prod'),
      anAccount('stage', { id: '222233334444' }),
      anAccount('lab', { id: '333344445555', mode: id('lanyard') }),
    ],
    ...more,
  })

export const scene = (...standing: readonly Landed[]): Scene =>
  aScene({ world: emptyToyWorld(), settings: company(), standing, now: later(NOON, 60) })

export const lasting = (count: number) => ({ is: 'duration', seconds: hours(count), from: null }) as const
export const hold = (what: Hold['what']): Hold => ({ what, because: 'incident', since: null, at: HERE })
export const BLUE = badgeKey('prod', 'marta', 'blue')

export const ends = (of: Scene): readonly string[] =>
  [...of.world.badges]
    .map(([key, badge]) => `${key} until ${new Date(badge.until * 1000).toISOString().slice(11, 16)}`)
    .sort()
export const pin = (of: Scene, badge: Partial<Badge>): void => {
  const before = of.world.badges.get(BLUE)
  const whole = {
    target: 'prod',
    person: 'marta',
    name: 'blue',
    until: later(NOON, hours(2)),
    mark: null,
    ...before,
    ...badge,
  }
  of.world.badges = new Map([...of.world.badges, [badgeKey(whole.target, whole.person, whole.name), whole]])
}
export const unpin = (of: Scene): void => {
  of.world.badges = new Map([...of.world.badges].filter(([key]) => key !== BLUE))
}
export const unproved = (...those: readonly Landed[]): Scene['verdict'] => {
  const versions = new Set(those.map(({ version }) => version.id))
  return (version) => (versions.has(version) ? { is: 'unknown', because: 'GitHub does not answer' } : proved(version))
}
export const forge = (of: Scene, ...entries: readonly Entry[]): void => {
  of.lines.push(...chainOn(foldLines(of.lines).lastDigest, entries, of.now, 'forger'))
}
export const given = (
  one: Landed,
  until = later(NOON, hours(9)),
  more: Partial<Extract<Entry, { is: 'granted' }>> = {},
): Entry => ({
  is: 'granted',
  grants: [{ grant: id(`${one.request.id}/marta/prod/badge:blue`), version: one.version.id }],
  identity: 'id-of-marta@example.com',
  content: id('0'.repeat(64)),
  until,
  reach: [],
  confirmed: later(NOON, -hours(1)),
  holding: BLUE,
  mode: id('toy'),
  target: id('prod'),
  account: '111122223333',
  ...more,
})
