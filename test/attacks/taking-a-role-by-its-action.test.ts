// A protected or denied role asked for as the action of assuming it: whatever the words, it is the role that is asked for.

import { expect, it } from 'vitest'
import { assumable } from '../../src/sandbox/access.ts'
import { trusting } from '../../src/sandbox/aws/build.ts'
import { mayRead, refusals } from '../e2e/judging.ts'
import { land, landSettings } from '../e2e/people.ts'
import { pathOf, SANDBOX } from '../e2e/requests.ts'
import { type House, inHouse } from './house.ts'

const asking = (id: string, action: string, resource: string) => ({
  [pathOf(id)]:
    `for: marta\nduration: 2h\naccess:\n  - {account: sandbox-dev, actions: ["${action}"], on: ["${resource}"]}\n`,
})

const ROLE = `arn:aws:iam::${SANDBOX}:role`
const ROOTS = {
  'sandbox-dev': {
    roles: {
      OrganizationAccountAccessRole: { trust: trusting({ AWS: SANDBOX }) },
    },
  },
}

const may = (house: House): boolean =>
  assumable(
    house.sandbox.world(),
    { account: SANDBOX, user: 'marta' },
    `${ROLE}/OrganizationAccountAccessRole`,
    house.now(),
  ).allowed

/** One pull request: the others are refused or blocked, each for itself, and the harmless one is given. */
const TRIES = {
  plain: ['sts:AssumeRole', `${ROLE}/OrganizationAccountAccessRole`],
  cased: ['STS:assumerole', `${ROLE}/OrganizationAccountAccessRole`],
  spread: ['sts:*Role', `${ROLE}/OrganizationAccountAccessRole`],
  open: ['sts:AssumeRole', `${ROLE}/Organization*`],
  marked: ['sts:A?sumeRole', `${ROLE}/?rganizationAccountAccessRole`],
} as const

it(
  'one that is protected',
  inHouse(async (house) => {
    const files = Object.entries(TRIES).map(([id, [action, on]]) => asking(id, action, on))
    const harmless = asking('harmless', 'sqs:ReceiveMessage', `arn:aws:sqs:eu-west-1:${SANDBOX}:orders`)
    land(house, { by: 'marta', files: Object.assign({}, harmless, ...files) })
    const ran = await house.run('apply')
    const { open: _, ...named } = Object.fromEntries(Object.keys(TRIES).map((id) => [id, 'rules-at-landing']))
    expect([refusals(house), may(house), mayRead(house, 'marta', SANDBOX)], ran.text).toEqual([named, false, true])
    expect(ran.text).toContain('Organization* could change Daypass itself')
    expect(ran.writes.map(({ op }) => op)).toEqual(['CreatePolicy', 'AttachUserPolicy'])
  }, ROOTS),
)

it(
  'one that a rule denies by its name',
  inHouse(async (house) => {
    const rules = 'rules:\n  - {name: no-auditing, what: {role: "Audit*"}, deny: Auditors alone look there}\n'
    landSettings(house, { 'config/rules/audit.yaml': rules })
    house.wait(60)
    land(house, { by: 'marta', files: asking('audit', 'sts:AssumeRole', `${ROLE}/AuditReader`) })
    const ran = await house.run('apply')
    expect(ran.writes, ran.text).toEqual([])
  }),
)
