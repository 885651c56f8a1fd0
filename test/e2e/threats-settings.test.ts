// Threats to the settings that judge: widened, swapped or broken between asking, landing and giving.

import { describe, expect, it } from 'vitest'
import { accountOf, addUser, copyProduction } from './cloud.ts'
import { type House, inHouse } from './house.ts'
import { entriesOf, expectNothingGiven, expectRefused, givingCalls, MARTA, mayRead, refusals, whatAnybodyMay } from './judging.ts'
import { type Files, land, landSettings, pushToMain } from './people.ts'
import { asking, PROD, pathOf } from './requests.ts'

const RULES = 'config/rules/open.yaml'
const OPEN = 'rules:\n  - {name: open, who: anyone, what: {account: orders-prod}, ways: [auto], limits: {maxDuration: 7d}}\n'

const textOf = ({ company }: House, path: string): string => company.files.find((file) => file.path === path)?.text ?? ''

/** A settings file with one text in it replaced by another. */
function changed(house: House, path: string, from: string, to: string): Files {
  const text = textOf(house, path)
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return { [path]: text.replace(from, to) }
}

const wanting = (item: string): Readonly<Record<string, string>> => ({
  [pathOf('pinned')]: `for: marta\nreason: The queue is stuck\nticket: INC-1\nduration: 2h\naccess:\n  - {account: orders-prod, ${item}}\n`,
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
  return changed(house, AWS, `name: orders-prod\n    id: "${PROD}"`, `name: orders-prod\n    id: "${OTHER}"`)
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
    change: (house) => changed(house, 'config/people.yaml', MARTA, 'marta.two@harborgoods.example'),
    told: /the person marta means something else now/,
  },
  { what: 'the id of the account', item: POLICY, change: redirected, told: /the account orders-prod means something else now/ },
  {
    what: 'how people are found in the account',
    item: POLICY,
    change: (house) => {
      doubleUsers(house)
      return changed(house, AWS, 'identity: { match: userName }', 'identity: { match: localPart }')
    },
    told: /the account orders-prod means something else now/,
  },
  {
    what: 'what the bundle holds',
    item: BUNDLE,
    change: (house) => changed(house, 'config/bundles.yaml', '"sqs:ReceiveMessage", ', '"sqs:ReceiveMessage", "sqs:DeleteMessage", '),
    told: /the bundle orders-oncall means something else now/,
  },
]

describe.concurrent('threats to the settings', () => {
  it('threat 34: settings widened by one owner, by approvers who are none, or by a push', inHouse(async (house) => {
    land(house, { by: 'nadia', files: { [RULES]: OPEN }, approvedBy: ['oscar'] })
    land(house, { by: 'marta', files: asking('one-owner') })
    land(house, { by: 'marta', files: { [RULES]: OPEN.replace('7d', '6d') }, approvedBy: ['tomas', 'aiko', 'greta'] })
    land(house, { by: 'marta', files: asking('no-owner') })
    pushToMain(house, 'oscar', { [RULES]: OPEN })
    land(house, { by: 'marta', files: asking('by-push') })
    const ran = await house.run('apply')
    const why = { 'one-owner': 'approvals-missing', 'no-owner': 'approvals-missing', 'by-push': 'approvals-missing' }
    expectRefused(house, ran, why, /is not proved and gives nothing: .*1 of 2 approvals by owners/, /no merged pull request/)
  }))

  it('threat 34: one owner makes himself the only one', inHouse(async (house) => {
    const alone = changed(house, 'config/daypass.yaml', 'people: [nadia, oscar, priya]\n  approvals: 2', 'people: [oscar]\n  approvals: 1')
    land(house, { by: 'oscar', files: alone, approvedBy: ['priya'] })
    land(house, { by: 'oscar', files: { [RULES]: OPEN }, approvedBy: ['oscar', 'tomas'] })
    land(house, { by: 'marta', files: asking('taken-over') })
    expectRefused(house, await house.run('apply'), { 'taken-over': 'approvals-missing' }, /is not proved and gives nothing/)
  }))

  it('and a change that two owners approved counts for what lands after it, not before', inHouse(async (house) => {
    land(house, { by: 'marta', files: asking('before') })
    landSettings(house, { [RULES]: OPEN })
    land(house, { by: 'marta', files: asking('after') })
    const ran = await house.run('apply')
    expect(refusals(house)).toEqual({ before: 'approvals-missing' })
    expect(entriesOf(house, 'proved').map(({ request, rule }) => [request, rule])).toEqual([['after', 'open']])
    expect(mayRead(house, MARTA)).toBe(true)
    expect(givingCalls(ran)).toEqual(['CreatePolicy 111122223333', 'AttachUserPolicy 111122223333'])
  }))

  for (const { what, item, change, told } of BETWEEN) {
    it(`${what} is changed between the landing and the run`, inHouse(async (house) => {
      addUser(house, PROD, 'marta.two@harborgoods.example')
      land(house, { by: 'marta', files: wanting(item), approvedBy: ['tomas'] })
      landSettings(house, change(house))
      expectRefused(house, await house.run('apply'), { pinned: 'resolves-otherwise' }, told)
    }))
  }

  it('the account is another one at the head alone, by a push', inHouse(async (house) => {
    land(house, { by: 'marta', files: wanting(POLICY), approvedBy: ['tomas'] })
    pushToMain(house, 'oscar', redirected(house))
    const ran = await house.run('apply')
    expectRefused(house, ran, { pinned: 'resolves-otherwise' }, /settings change .* is not proved/)
  }))

  it('an approver who leaves between the merge and the run', inHouse(async (house) => {
    land(house, { by: 'marta', files: asking('approved-by-tomas'), approvedBy: ['tomas'] })
    land(house, { by: 'marta', files: asking('approved-by-aiko'), approvedBy: ['aiko'] })
    landSettings(house, changed(house, 'config/people.yaml', 'groups: [engineers, orders, orders-leads, oncall]', 'groups: [engineers, orders, oncall]'))
    const ran = await house.run('apply')
    expect(refusals(house)).toEqual({ 'approved-by-tomas': 'approvals-missing' })
    expect(entriesOf(house, 'proved').map(({ request }) => request)).toEqual(['approved-by-aiko'])
    expect(ran.code).toBe(2)
  }))

  it('an approver taken out at the head by a push counts no more, at once', inHouse(async (house) => {
    land(house, { by: 'marta', files: asking('fresh'), approvedBy: ['tomas'] })
    pushToMain(house, 'nadia', changed(house, 'config/people.yaml', 'groups: [engineers, orders, orders-leads, oncall]', 'groups: [engineers]'))
    const ran = await house.run('apply')
    expectNothingGiven(house, ran)
    expect(Object.keys(refusals(house))).toEqual(['fresh'])
  }))

  it('threat 32: what the rules no longer allow still ends', inHouse(async (house) => {
    land(house, { by: 'marta', files: asking('running'), approvedBy: ['tomas'] })
    expect((await house.run('apply')).code).toBe(0)
    pushToMain(house, 'oscar', { 'config/rules/production.yaml': 'rules: []\n', 'config/rules/never.yaml': 'rules: [not: yaml: at all\n' })
    house.wait(2 * 3600 + 60)
    expect(whatAnybodyMay(house)).toEqual([])
    const ran = await house.run('expire')
    expect(ran.writes.map(({ op }) => op)).toEqual(['DetachUserPolicy', 'DeletePolicy'])
    expect(entriesOf(house, 'ended').map(({ because }) => because)).toEqual(['expired'])
  }))

  it('broken settings at the head give nothing and take what was withdrawn', inHouse(async (house) => {
    land(house, { by: 'marta', files: asking('withdrawn'), approvedBy: ['tomas'] })
    expect((await house.run('apply')).code).toBe(0)
    house.sandbox.journal.clear()
    pushToMain(house, 'oscar', { 'config/people.yaml': 'people: [' })
    land(house, { by: 'jonas', files: asking('new', { for: 'jonas' }), approvedBy: ['tomas'] })
    land(house, { by: 'jonas', files: { 'config/requests/2026/12/withdrawn.yaml': null } })
    const ran = await house.run('apply')
    expect(givingCalls(house)).toEqual([])
    expect(ran.writes.map(({ op }) => op)).toEqual(['DetachUserPolicy', 'DeletePolicy'])
    expect(ran.text).toMatch(/config\/people\.yaml/)
    expect(ran.code).not.toBe(0)
    expect(whatAnybodyMay(house)).toEqual([])
  }))

  it('settings whose start is not pinned are said to be so in red', inHouse(async (house) => {
    const ran = await house.run('apply', { start: '' })
    expect(ran.code).toBe(0)
    land(house, { by: 'marta', files: asking('new'), approvedBy: ['tomas'] })
    expect((await house.run('apply', { start: '' })).text).toContain(`give the input start the value ${house.start}`.replace('input start', 'input `start`'))
  }))

  it('a pinned start that is not on the default branch allows nothing', inHouse(async (house) => {
    land(house, { by: 'marta', files: asking('new'), approvedBy: ['tomas'] })
    expectRefused(house, await house.run('apply', { start: 'a'.repeat(40) }), { new: 'bootstrap' }, /No settings are in force/)
  }))
})
