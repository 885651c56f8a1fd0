// Threats between landing and run: what a name means, or who may approve, changes after the approval.

import { describe, expect, it } from 'vitest'
import { accountOf, addUser, copyProduction, forge } from './cloud.ts'
import { type House, inHouse, MINUTE } from './house.ts'
import { entriesOf, expectNothingGiven, expectRefused, MARTA, refusals } from './judging.ts'
import { edited, type Files, land, landSettings, pushToMain } from './people.ts'
import { asking, PROD, pathOf } from './requests.ts'

const wanting = (item: string): Readonly<Record<string, string>> => ({
  [pathOf('pinned')]:
    `for: marta\nreason: The queue is stuck\nticket: INC-1\nduration: 2h\naccess:\n  - {account: orders-prod, ${item}}\n`,
})
const BUNDLE = 'bundle: orders-oncall'
const POLICY = 'policy: CloudWatchReadOnlyAccess'

const OTHER = '333344445555'

/** Users called by the local part of their e-mail, beside those called by the whole of it. */
const doubleUsers = (house: House): void => {
  for (const name of Object.keys(accountOf(house, PROD).users)) addUser(house, PROD, name.split('@')[0] ?? name)
}

const AWS = 'config/integrations/aws.yaml'
const redirected = (house: House): Files => {
  copyProduction(house, OTHER)
  return edited(house, AWS, `name: orders-prod\n    id: "${PROD}"`, `name: orders-prod\n    id: "${OTHER}"`)
}

interface Between {
  readonly what: string
  readonly item: string
  change(house: House): Files
  readonly told: RegExp
}

/** What comes between the landing of an approved request and the run that would give it, and why it is not given then. */
const BETWEEN: readonly Between[] = [
  {
    what: 'her e-mail',
    item: POLICY,
    change: (house) => edited(house, 'config/people.yaml', MARTA, 'marta.two@harborgoods.example'),
    told: /the person marta means something else now/,
  },
  {
    what: 'the id of the account',
    item: POLICY,
    change: redirected,
    told: /the account orders-prod means something else now/,
  },
  {
    what: 'how people are found in the account',
    item: POLICY,
    change: (house) => {
      doubleUsers(house)
      return edited(house, AWS, 'identity: { match: userName }', 'identity: { match: localPart }')
    },
    told: /the account orders-prod means something else now/,
  },
  {
    what: 'what the bundle holds',
    item: BUNDLE,
    change: (house) =>
      edited(house, 'config/bundles.yaml', '"sqs:ReceiveMessage", ', '"sqs:ReceiveMessage", "sqs:DeleteMessage", '),
    told: /the bundle orders-oncall means something else now/,
  },
]

describe.concurrent('threats between landing and run', () => {
  for (const { what, item, change, told } of BETWEEN) {
    it(
      `${what} is changed between the landing and the run`,
      inHouse(async (house) => {
        addUser(house, PROD, 'marta.two@harborgoods.example')
        land(house, { by: 'marta', files: wanting(item), approvedBy: ['tomas'] })
        landSettings(house, change(house))
        expectRefused(house, await house.run('apply'), { pinned: 'resolves-otherwise' }, told)
      }),
    )
  }

  it(
    'the text of a policy',
    inHouse(async (house) => {
      const allowing = (action: string): object => ({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
      })
      forge(house, { path: '/', name: 'team', document: allowing('sqs:ReceiveMessage') })
      land(house, { by: 'marta', files: wanting('policy: team'), approvedBy: ['tomas'] })
      house.wait(MINUTE)
      const created = house.sandbox.clock.now()
      forge(house, { path: '/', name: 'team', document: allowing('sqs:SendMessage'), created })
      house.wait(MINUTE)
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(ran.text).toMatch(/the policy team of orders-prod was written .*: nobody approved what it says now/)
      expect(ran.code).toBe(2)
    }),
  )

  it(
    'the account is another one at the head alone, by a push',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: wanting(POLICY), approvedBy: ['tomas'] })
      pushToMain(house, 'oscar', redirected(house))
      const ran = await house.run('apply')
      expectRefused(house, ran, { pinned: 'resolves-otherwise' }, /settings change .* is not proved/)
    }),
  )

  it(
    'an approver who leaves between the merge and the run',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('approved-by-tomas'), approvedBy: ['tomas'] })
      land(house, { by: 'marta', files: asking('approved-by-aiko'), approvedBy: ['aiko'] })
      landSettings(
        house,
        edited(
          house,
          'config/people.yaml',
          'groups: [engineers, orders, orders-leads, oncall]',
          'groups: [engineers, orders, oncall]',
        ),
      )
      const ran = await house.run('apply')
      expect(refusals(house)).toEqual({ 'approved-by-tomas': 'approvals-missing' })
      expect(entriesOf(house, 'proved').map(({ request }) => request)).toEqual(['approved-by-aiko'])
      expect(ran.code).toBe(2)
    }),
  )

  it(
    'an approver taken out at the head by a push counts no more, at once',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('fresh'), approvedBy: ['tomas'] })
      pushToMain(
        house,
        'nadia',
        edited(house, 'config/people.yaml', 'groups: [engineers, orders, orders-leads, oncall]', 'groups: [engineers]'),
      )
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(Object.keys(refusals(house))).toEqual(['fresh'])
    }),
  )
})
