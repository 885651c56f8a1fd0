// Whoever may tag IAM users writes a mark of Daypass's: it neither takes away what somebody had before nor keeps anything.

import { expect, it } from 'vitest'
import { instantOf, writeInstant } from '../../src/core/model/time.ts'
import { membershipKey, tagKey } from '../../src/modes/iam-user/naming.ts'
import { MARTA } from '../e2e/judging.ts'
import { PROD } from '../e2e/requests.ts'
import { type House, inHouse } from './house.ts'

const HAD = {
  'orders-prod': { groups: { 'old-friends': {} }, users: { [MARTA]: { groups: ['old-friends'] } } },
} as const

function userIn(house: House) {
  const user = house.sandbox.world().aws.accounts[PROD]?.users[MARTA]
  if (user === undefined) throw new Error('there is no marta')
  return user
}

function tag(house: House, version: string, until: number): string {
  const user = userIn(house)
  const key = tagKey('harbor', membershipKey(PROD, user.id, 'old-friends'))
  const marked = { ...user, tags: { ...user.tags, [key]: `${version} ${writeInstant(instantOf(until))} old-friends` } }
  house.change((world) => {
    const account = world.aws.accounts[PROD]
    if (account === undefined) throw new Error('there is no production')
    const accounts = { ...world.aws.accounts, [PROD]: { ...account, users: { ...account.users, [MARTA]: marked } } }
    return { ...world, aws: { ...world.aws, accounts } }
  })
  return key
}

it.each([
  ['lies ahead', 3600],
  ['has passed', -3600],
])('a forged mark whose end %s takes nobody out of a group they were in, and is told', (_when, seconds) =>
  inHouse(async (house) => {
    tag(house, 'f'.repeat(40), house.now() + seconds)
    for (const job of ['expire', 'apply'] as const) {
      const ran = await house.run(job)
      expect([userIn(house).groups, ran.writes], ran.text).toEqual([['old-friends'], []])
      expect(ran.text).toContain('bears a mark of Daypass that no request ever stood behind')
    }
  }, HAD)(),
)
