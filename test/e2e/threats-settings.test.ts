// Threats to the settings that judge: widened, swapped or broken between asking, landing and giving.

import { describe, expect, it } from 'vitest'
import { inHouse } from './house.ts'
import {
  entriesOf,
  expectNothingGiven,
  expectRefused,
  givingCalls,
  MARTA,
  mayRead,
  refusals,
  whatAnybodyMay,
} from './judging.ts'
import { edited, land, landSettings, pushToMain } from './people.ts'
import { asking, OPEN, OPEN_RULES } from './requests.ts'

describe.concurrent('threats to the settings', () => {
  it(
    'threat 34: settings widened by one owner, by approvers who are none, or by a push',
    inHouse(async (house) => {
      land(house, { by: 'nadia', files: { [OPEN_RULES]: OPEN }, approvedBy: ['oscar'] })
      land(house, { by: 'marta', files: asking('one-owner') })
      land(house, {
        by: 'marta',
        files: { [OPEN_RULES]: OPEN.replace('7d', '6d') },
        approvedBy: ['tomas', 'aiko', 'greta'],
      })
      land(house, { by: 'marta', files: asking('no-owner') })
      pushToMain(house, 'oscar', { [OPEN_RULES]: OPEN })
      land(house, { by: 'marta', files: asking('by-push') })
      const ran = await house.run('apply')
      const why = { 'one-owner': 'approvals-missing', 'no-owner': 'approvals-missing', 'by-push': 'approvals-missing' }
      expectRefused(
        house,
        ran,
        why,
        /is not proved and gives nothing: .*1 of 2 approvals by owners/,
        /no merged pull request/,
      )
    }),
  )

  it(
    'threat 34: one owner makes himself the only one',
    inHouse(async (house) => {
      const alone = edited(
        house,
        'config/daypass.yaml',
        'people: [nadia, oscar, priya]\n  approvals: 2',
        'people: [oscar]\n  approvals: 1',
      )
      land(house, { by: 'oscar', files: alone, approvedBy: ['priya'] })
      land(house, { by: 'oscar', files: { [OPEN_RULES]: OPEN }, approvedBy: ['oscar', 'tomas'] })
      land(house, { by: 'marta', files: asking('taken-over') })
      expectRefused(
        house,
        await house.run('apply'),
        { 'taken-over': 'approvals-missing' },
        /is not proved and gives nothing/,
      )
    }),
  )

  it(
    'and a change that two owners approved counts for what lands after it, not before',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('before') })
      landSettings(house, { [OPEN_RULES]: OPEN })
      land(house, { by: 'marta', files: asking('after') })
      const ran = await house.run('apply')
      expect(refusals(house)).toEqual({ before: 'approvals-missing' })
      expect(entriesOf(house, 'proved').map(({ request, rule }) => [request, rule])).toEqual([['after', 'open']])
      expect(mayRead(house, MARTA)).toBe(true)
      expect(givingCalls(ran)).toEqual(['CreatePolicy 111122223333', 'AttachUserPolicy 111122223333'])
    }),
  )

  it(
    'a hold that is taken out by a push still holds',
    inHouse(async (house) => {
      const held = 'holds:\n  - {person: marta, because: Her laptop is gone}\n'
      land(house, { by: 'marta', files: asking('held'), approvedBy: ['tomas'] })
      land(house, { by: 'lena', files: { 'config/holds.yaml': held } })
      pushToMain(house, 'marta', { 'config/holds.yaml': 'holds: []\n' })
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(ran.text).toMatch(/Her laptop is gone/)
      landSettings(house, { 'config/holds.yaml': held })
      landSettings(house, { 'config/holds.yaml': 'holds: []\n' })
      expect((await house.run('apply')).text).toMatch(/Ready: marta/)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )

  it(
    'threat 32: what the rules no longer allow still ends',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('running'), approvedBy: ['tomas'] })
      expect((await house.run('apply')).code).toBe(0)
      pushToMain(house, 'oscar', {
        'config/rules/production.yaml': 'rules: []\n',
        'config/rules/never.yaml': 'rules: [not: yaml: at all\n',
      })
      house.wait(2 * 3600 + 60)
      expect(whatAnybodyMay(house)).toEqual([])
      const ran = await house.run('expire')
      expect(ran.writes.map(({ op }) => op)).toEqual(['DetachUserPolicy', 'DeletePolicy'])
      expect(entriesOf(house, 'ended').map(({ because }) => because)).toEqual(['expired'])
    }),
  )

  it(
    'broken settings at the head give nothing and take what was withdrawn',
    inHouse(async (house) => {
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
    }),
  )

  it(
    'settings whose start is not pinned are said to be so in red',
    inHouse(async (house) => {
      const ran = await house.run('apply', { start: '' })
      expect(ran.code).toBe(0)
      land(house, { by: 'marta', files: asking('new'), approvedBy: ['tomas'] })
      expect((await house.run('apply', { start: '' })).text).toContain(
        `give the input start the value ${house.start}`.replace('input start', 'input `start`'),
      )
    }),
  )

  it(
    'a pinned start that is not on the default branch allows nothing',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('new'), approvedBy: ['tomas'] })
      expectRefused(
        house,
        await house.run('apply', { start: 'a'.repeat(40) }),
        { new: 'bootstrap' },
        /No settings are in force/,
      )
    }),
  )
})
