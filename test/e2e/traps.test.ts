// Traps of AWS that show in nothing but what stands in the account afterwards, each played by the bundle.

import { describe, expect, it } from 'vitest'
import { accountOf, editAccount, ourPoliciesIn } from './cloud.ts'
import { inHouse } from './house.ts'
import { expectNothingGiven, givingCalls, MARTA, mayRead } from './judging.ts'
import { edited, land, landSettings } from './people.ts'
import { asking, PROD } from './requests.ts'

describe.concurrent('traps of AWS', () => {
  it(
    'trap 2: nothing that is put on a user denies, so nothing else of theirs ends with it',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('asked'), approvedBy: ['tomas'] })
      expect((await house.run('apply')).code).toBe(0)
      expect(ourPoliciesIn(house)).toHaveLength(1)
      const made = Object.values(accountOf(house, PROD).policies).filter(({ path }) => path === '/daypass/harbor/')
      const text = JSON.stringify(made)
      expect(text).toContain('DateLessThan')
      expect(text).not.toContain('Deny')
    }),
  )

  it(
    'trap 16: an e-mail that can be the name of no user is told, and nobody gets anything for it',
    inHouse(async (house) => {
      const name = "marta.o'kowal/x@harborgoods.example"
      landSettings(house, edited(house, 'config/people.yaml', MARTA, `"${name}"`))
      land(house, { by: 'marta', files: asking('asked'), approvedBy: ['tomas'] })
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(ran.text).toMatch(/o'kowal/)
      expect(ran.code).toBeGreaterThan(0)
    }),
  )

  it(
    'trap 17: a user spelled in other letters is found, and named as AWS spells it',
    inHouse(async (house) => {
      const spelled = 'Marta.Kowal@HarborGoods.example'
      editAccount(house, PROD, (account) => ({
        ...account,
        users: Object.fromEntries(
          Object.entries(account.users).map(([name, user]) => [name === MARTA ? spelled : name, user]),
        ),
      }))
      land(house, { by: 'marta', files: asking('asked'), approvedBy: ['tomas'] })
      const ran = await house.run('apply')
      expect(givingCalls(ran)).toHaveLength(2)
      expect([mayRead(house, spelled), mayRead(house, MARTA)]).toEqual([true, false])
    }),
  )
})
