// Threats by what moves under access that was given: an e-mail, a tag, an account's name, the text of a policy, a group.

import { describe, expect, it } from 'vitest'
import { accountOf, addUser, copyProduction, editAccount, forge, ourPoliciesIn } from './cloud.ts'
import { HOUR, type House, inHouse, MINUTE } from './house.ts'
import { entriesOf, givingCalls, MARTA, mayRead, whatAnybodyMay } from './judging.ts'
import { edited, land, landSettings } from './people.ts'
import { ACTION, asking, PROD, pathOf, SANDBOX } from './requests.ts'

const OTHER = '333344445555'
const TWO = 'marta.two@harborgoods.example'

/** Reading the queue is given to marta there, and some time goes by. */
async function given(house: House, wanted: Parameters<typeof asking>[1] = {}): Promise<void> {
  land(house, { by: 'marta', files: asking('one', wanted), approvedBy: ['tomas'] })
  const ran = await house.run('apply')
  expect(givingCalls(ran)).toHaveLength(2)
  house.wait(10 * MINUTE)
}

/** Runs twice; what moved is given to nobody, and the run says why. */
async function expectNotMoved(house: House, told: RegExp): Promise<void> {
  const ran = await house.run('apply')
  expect(givingCalls(ran)).toEqual([])
  expect(ran.text).toMatch(told)
  expect(ran.code).toBe(2)
  expect(givingCalls(await house.run('apply'))).toEqual([])
}

describe.concurrent('threats by what moves under a live grant', () => {
  it(
    'an e-mail that now is another user’s takes the access from the first and gives it to nobody',
    inHouse(async (house) => {
      await given(house)
      addUser(house, PROD, TWO)
      landSettings(house, edited(house, 'config/people.yaml', MARTA, TWO))
      await expectNotMoved(house, /is another user in orders-prod than when this was granted|means something else now/)
      expect(mayRead(house, TWO)).toBe(false)
      expect(mayRead(house, MARTA)).toBe(false)
      expect(ourPoliciesIn(house)).toEqual([])
    }),
  )

  it(
    'a tag that says who a user is, put on another user, gives that user nothing',
    inHouse(async (house) => {
      await given(house, { account: 'sandbox-dev' })
      const holders = whatAnybodyMay(house)
      expect(holders).toHaveLength(1)
      const [, holder = ''] = (holders[0] ?? '').split(' ')
      editAccount(house, SANDBOX, (account) => {
        const users = Object.entries(account.users)
        const tags = account.users[holder]?.tags ?? {}
        const other = users.find(([name]) => name !== holder)?.[0]
        return {
          ...account,
          users: Object.fromEntries(
            users.map(([name, user]) => [
              name,
              name === holder ? { ...user, tags: {} } : name === other ? { ...user, tags } : user,
            ]),
          ),
        }
      })
      await expectNotMoved(house, /is another user in sandbox-dev than when this was granted/)
      expect(whatAnybodyMay(house)).toEqual([])
    }),
  )

  it(
    'the name of an account that now means another takes the access from the first and gives it in neither',
    inHouse(async (house) => {
      await given(house)
      copyProduction(house, OTHER)
      editAccount(house, OTHER, (account) => {
        const kept = Object.entries(account.policies).filter(([, one]) => one.path !== '/daypass/harbor/')
        const users = Object.entries(account.users).map(([name, user]) => [name, { ...user, attached: [] }])
        return { ...account, policies: Object.fromEntries(kept), users: Object.fromEntries(users) }
      })
      const named = (account: string): string => `name: orders-prod\n    id: "${account}"`
      landSettings(house, edited(house, 'config/integrations/aws.yaml', named(PROD), named(OTHER)))
      await expectNotMoved(house, /orders-prod is another account than when this was granted|means something else now/)
      expect([mayRead(house, MARTA, PROD), mayRead(house, MARTA, OTHER)]).toEqual([false, false])
    }),
  )

  it(
    'a policy whose text grows gives no more to whoever has it, and the next request is judged by what it says then',
    inHouse(async (house) => {
      const allowing = (action: string): object => ({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
      })
      forge(house, { path: '/', name: 'team', document: allowing(ACTION) })
      const wanting = (id: string) => ({
        [pathOf(id)]:
          'for: marta\nreason: The queue is stuck\nduration: 2h\naccess:\n  - {account: orders-prod, policy: team}\n',
      })
      land(house, { by: 'marta', files: wanting('one'), approvedBy: ['tomas'] })
      expect((await house.run('apply')).code).toBe(0)
      const before = whatAnybodyMay(house)
      forge(house, { path: '/', name: 'team', document: allowing('*') })
      house.wait(10 * MINUTE)
      land(house, { by: 'marta', files: wanting('two'), approvedBy: ['tomas'] })
      const ran = await house.run('apply')
      expect(givingCalls(ran)).toEqual([])
      expect(whatAnybodyMay(house)).toEqual(before)
      expect(ran.text).toMatch(/the policy team could change Daypass itself/)
      expect(ran.code).toBe(2)
      house.wait(2 * HOUR)
      expect(whatAnybodyMay(house)).toEqual([])
    }),
  )

  it(
    'whoever leaves the group that may ask keeps what was given to its end, and gets nothing new',
    inHouse(async (house) => {
      await given(house)
      landSettings(
        house,
        edited(
          house,
          'config/people.yaml',
          `email: ${MARTA}\n    manager: tomas\n    groups: [engineers, orders]`,
          `email: ${MARTA}\n    manager: tomas\n    groups: [orders]`,
        ),
      )
      land(house, { by: 'marta', files: asking('two', { action: 'sqs:SendMessage' }), approvedBy: ['tomas'] })
      const ran = await house.run('apply')
      expect(givingCalls(ran)).toEqual([])
      expect(mayRead(house, MARTA)).toBe(true)
      expect(entriesOf(house, 'granted').map(({ grants }) => grants.length)).toEqual([1])
      house.wait(2 * HOUR)
      expect(mayRead(house, MARTA)).toBe(false)
      expect(accountOf(house, PROD).users[MARTA]).toBeDefined()
    }),
  )
})
