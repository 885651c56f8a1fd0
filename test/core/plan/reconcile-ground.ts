// What the tests of whole runs share: a day with two people and two accounts, over the smallest mode there is.

import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { anAccount, aPerson, type landed, NOON, someSettings } from '../../support/builders.ts'
import { type Badge, emptyToyWorld } from '../../support/toy-mode.ts'
import { aScene, type Scene } from '../../support/toy-run.ts'

export const scene = (...requests: readonly ReturnType<typeof landed>[]): Scene =>
  aScene({
    world: emptyToyWorld(),
    settings: someSettings({
      people: [aPerson('marta'), aPerson('paul')],
      accounts: [anAccount('prod'), anAccount('stage', { id: '222233334444' })],
    }),
    standing: requests,
    now: later(NOON, 60),
  })

export const keys = (of: Scene): readonly string[] => [...of.world.badges.keys()].sort()
export const calls = (of: Scene): readonly string[] => of.world.journal.map(({ op, key }) => `${op} ${key}`)
export const pin = (of: Scene, key: string, badge: Badge): void => {
  of.world.badges = new Map([...of.world.badges, [id(key), badge]])
}
export const unpin = (of: Scene, key: string): void => {
  of.world.badges = new Map([...of.world.badges].filter(([one]) => one !== key))
}
