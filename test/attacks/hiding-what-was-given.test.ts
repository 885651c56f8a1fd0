// Somebody with push rights changes settings so that runs look past what was given: it goes all the same, and nothing lies.

import { describe, expect, it } from 'vitest'
import { entriesOf, MARTA, mayRead } from '../e2e/judging.ts'
import { land, pushToMain } from '../e2e/people.ts'
import { asking, PROD, pathOf } from '../e2e/requests.ts'
import { type House, inHouse } from './house.ts'

const textOf = ({ company }: House, path: string): string => {
  const text = company.files.find((file) => file.path === path)?.text
  if (text == null) throw new Error(`the example has no ${path}`)
  return text
}

/** Marta holds the queue; somebody withdraws the request and pushes these files beside it. */
async function withdrawnUnder(house: House, files: Readonly<Record<string, string | null>>): Promise<void> {
  land(house, { by: 'marta', files: asking('one'), approvedBy: ['tomas'] })
  await house.run('apply')
  expect(mayRead(house, MARTA)).toBe(true)
  pushToMain(house, 'tomas', { ...files, [pathOf('one')]: null })
  house.wait(60)
}

/** It is gone, and the record says so once, of the account that it was in. */
function expectTaken(house: House): void {
  expect(mayRead(house, MARTA)).toBe(false)
  expect(entriesOf(house, 'ended').map(({ account, because }) => [account, because])).toEqual([[PROD, 'withdrawn']])
  const engines = house.lines().filter(({ entry }) => entry.is !== 'told')
  expect(engines.at(-1)?.entry.is).toBe('closed')
}

describe('what was given is taken although', () => {
  it(
    'its account has another number at the head, in which nothing is found',
    inHouse(async (house) => {
      const aws = textOf(house, 'config/integrations/aws.yaml')
      const elsewhere = '999988887777'
      house.change((world) => {
        const stage = world.aws.accounts['444455556666']
        if (stage === undefined) throw new Error('there is no staging account')
        return {
          ...world,
          aws: { ...world.aws, accounts: { ...world.aws.accounts, [elsewhere]: { ...stage, id: elsewhere } } },
        }
      })
      await withdrawnUnder(house, { 'config/integrations/aws.yaml': aws.replace(PROD, elsewhere) })
      await house.run('expire')
      expectTaken(house)
    }),
  )

  it(
    'the head names no cloud at all',
    inHouse(async (house) => {
      const rules = house.company.files.filter(({ path }) => path.startsWith('config/rules/'))
      await withdrawnUnder(house, {
        'config/integrations/aws.yaml': null,
        ...Object.fromEntries(rules.map(({ path }) => [path, null])),
      })
      await house.run('expire')
      expectTaken(house)
    }),
  )

  it(
    'the installation is called otherwise at the head',
    inHouse(async (house) => {
      const main = textOf(house, 'config/daypass.yaml')
      await withdrawnUnder(house, {
        'config/daypass.yaml': main.replace('installation: harbor', 'installation: harbour'),
      })
      await house.run('expire')
      expectTaken(house)
    }),
  )
})

it(
  'a cloud that nothing leads to any more is said to be out of sight',
  inHouse(async (house) => {
    const about = { holding: 'x/policy/daypass/harbor/y', mode: 'iam-user', target: 'gone', account: '123412341234' }
    const version = 'f'.repeat(64)
    const granted = {
      is: 'granted',
      grants: [{ grant: 'g', version }],
      identity: 'i',
      content: version,
      until: house.now() + 60,
      reach: [],
      confirmed: house.now(),
      ...about,
    }
    house.forge([JSON.parse(JSON.stringify(granted))])
    const ran = await house.run('expire')
    expect([ran.code, ran.text]).toEqual([2, expect.stringContaining('gone could not be read')])
  }),
)
