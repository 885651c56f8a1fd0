// Somebody with push rights makes the first-parent chain lead past what landed on it: then nothing is given any more.

import { describe, expect, it } from 'vitest'
import { REPOSITORY } from '../../src/entry/commands/demo/company.ts'
import { git } from '../../src/sandbox/git/run.ts'
import { forcePush, push } from '../../src/sandbox/github/actions/pushing.ts'
import { entriesOf, givingCalls, MARTA, mayRead } from '../e2e/judging.ts'
import { approve, land, landSettings, merge, propose, pushToMain, tip } from '../e2e/people.ts'
import { asking, pathOf } from '../e2e/requests.ts'
import { type House, inHouse } from './house.ts'

/** A merge whose first parent is an old commit, whose second is the branch, and whose files are the old ones. */
const turnRound = (house: House, old: string): void =>
  house.change((world) =>
    push(world, {
      repository: REPOSITORY,
      by: 'marta-kowal',
      branch: 'main',
      files: {},
      parents: [old, tip(house)],
      message: 'Merge',
      at: house.now(),
    }),
  )

const forceBack = (house: House, old: string): void =>
  house.change((world) =>
    forcePush(world, { repository: REPOSITORY, by: 'marta-kowal', branch: 'main', to: old, at: house.now() }),
  )

const WAYS = [
  ['by a merge the wrong way round', turnRound],
  ['by force', forceBack],
] as const

/** Tomas leads the orders no more: from now on his approval is worth nothing. */
function closeTheGap(house: House): void {
  const people = house.company.files.find(({ path }) => path === 'config/people.yaml')?.text ?? ''
  const closed = people.replace('groups: [engineers, orders, orders-leads, oncall]', 'groups: [engineers, orders]')
  expect(closed).not.toBe(people)
  landSettings(house, { 'config/people.yaml': closed })
  house.wait(60)
}

async function expectNothing(house: House, says: RegExp): Promise<void> {
  house.wait(60)
  const ran = await house.run('apply')
  expect([mayRead(house, MARTA), givingCalls(ran), ran.code], ran.text).toEqual([false, [], 2])
  expect(ran.text).toMatch(says)
}

const OUT_OF_THE_RECORD =
  /A run found the default branch at [0-9a-f]{40}, and its first-parent chain does not lead there any more/

describe('older settings are not in force again', () => {
  it(
    'by a merge the wrong way round, though no run ever saw the newer ones',
    inHouse(async (house) => {
      const old = tip(house)
      closeTheGap(house)
      turnRound(house, old)
      land(house, { by: 'marta', files: asking('two'), approvedBy: ['tomas'] })
      await expectNothing(house, /The settings change [0-9a-f]{40} was merged as pull request #1/)
    }),
  )

  it(
    'by a merge the wrong way round that is hidden behind another',
    inHouse(async (house) => {
      const old = tip(house)
      closeTheGap(house)
      const hidden = git(house.gitDirectory, ['commit-tree', `${old}^{tree}`, '-p', old, '-p', tip(house), '-m', 'x'])
      house.change((world) =>
        push(world, {
          repository: REPOSITORY,
          by: 'marta-kowal',
          branch: 'main',
          files: {},
          parents: [old, hidden],
          message: 'Merge',
          at: house.now(),
        }),
      )
      land(house, { by: 'marta', files: asking('two'), approvedBy: ['tomas'] })
      await expectNothing(house, /The settings change [0-9a-f]{40} was merged as pull request #1/)
    }),
  )

  it.each(WAYS)('%s, once a run saw the newer ones', (_way, back) =>
    inHouse(async (house) => {
      const old = tip(house)
      closeTheGap(house)
      land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
      await house.run('apply')
      back(house, old)
      land(house, { by: 'marta', files: asking('two'), approvedBy: ['tomas'] })
      await expectNothing(house, OUT_OF_THE_RECORD)
    })(),
  )
})

describe.each(WAYS)('%s', (_way, back) => {
  it(
    'a request that was withdrawn does not come back',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('one', { duration: '4h' }), approvedBy: ['tomas'] })
      const landed = tip(house)
      await house.run('apply')
      pushToMain(house, 'tomas', { [pathOf('one')]: null })
      house.wait(60)
      await house.run('expire')
      back(house, landed)
      await expectNothing(house, OUT_OF_THE_RECORD)
    }),
  )

  it(
    'a hold is not lifted',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('one', { duration: '4h' }), approvedBy: ['tomas'] })
      const landed = tip(house)
      await house.run('apply')
      pushToMain(house, 'priya', { 'config/holds.yaml': 'holds:\n  - {person: marta, because: Laptop lost}\n' })
      house.wait(60)
      await house.run('expire')
      expect(mayRead(house, MARTA)).toBe(false)
      back(house, landed)
      await expectNothing(house, OUT_OF_THE_RECORD)
    }),
  )
})

describe('and still', () => {
  it(
    'owners make things good by pinning a newer start',
    inHouse(async (house) => {
      const old = tip(house)
      land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
      await house.run('apply')
      forceBack(house, old)
      house.wait(60)
      pushToMain(house, 'nadia', { 'config/bundles.yaml': 'bundles: {}\n' })
      const start = tip(house)
      house.wait(60)
      land(house, { by: 'jonas', files: asking('two', { for: 'jonas' }), approvedBy: ['tomas'] })
      const ran = await house.run('apply', { start })
      expect(mayRead(house, 'jonas.weil@harborgoods.example'), ran.text).toBe(true)
    }),
  )

  it(
    'settings and requests that are merged by merge commits, from branches behind and brought up to date, are proved',
    inHouse(async (house) => {
      const begun = tip(house)
      const bundles = house.company.files.find(({ path }) => path === 'config/bundles.yaml')?.text ?? ''
      const settings = propose(house, { by: 'nadia', files: { 'config/bundles.yaml': `${bundles}\n# more\n` } })
      approve(house, settings, 'oscar', 'priya')
      merge(house, settings, { method: 'merge' })
      const pull = propose(house, { by: 'marta', files: asking('one'), from: begun })
      approve(house, pull, 'tomas')
      merge(house, pull, { method: 'merge' })
      const ran = await house.run('apply')
      expect([mayRead(house, MARTA), entriesOf(house, 'proved').map(({ request }) => request)], ran.text).toEqual([
        true,
        ['one'],
      ])
    }),
  )
})
