// What the weekly tidying takes out of the folder, and what stays until it was taken away; through the shipped workflows.

import { describe, expect, it } from 'vitest'
import { pushed, scheduled } from './actions/events.ts'
import { openActions } from './actions/runner.ts'
import { DAY, HOUR, inHouse } from './house.ts'
import { land } from './people.ts'
import { asking, pathOf } from './requests.ts'
import { fileAtMain, jobs, openIssues } from './showing.ts'

describe.concurrent('what is over', () => {
  it(
    'is tidied away once the record says that nothing is left, and explain still finds it',
    inHouse(async (house) => {
      const actions = openActions(house)
      land(house, { by: 'marta', files: asking('queue'), approvedBy: ['tomas'] })
      land(house, {
        by: 'lena',
        files: asking('fresh', { for: 'lena', account: 'orders-stage', duration: '3d' }),
        approvedBy: ['greta'],
      })
      await actions.happen(pushed)
      house.wait(3 * HOUR)
      await actions.happen(scheduled('expire.yml'))
      const early = await actions.happen(scheduled('tidy.yml'))
      expect(early[0]?.stdout).toContain('nothing to tidy')
      house.wait(DAY)
      expect(jobs(await actions.happen(scheduled('tidy.yml')))).toEqual(['tidy.yml/tidy 0'])
      expect(fileAtMain(house, pathOf('queue'))).toBeNull()
      expect(fileAtMain(house, pathOf('fresh'))).not.toBeNull()
      const after = await actions.dispatched()
      expect(after.map(({ code }) => code)).toEqual([0])
      expect(after[0]?.github.map(({ op }) => op)).toEqual(['DaypassWatch'])
    }),
  )

  it(
    'and was not taken away stays, and an issue says so until it is',
    inHouse(async (house) => {
      const actions = openActions(house)
      land(house, { by: 'marta', files: asking('queue'), approvedBy: ['tomas'] })
      await actions.happen(pushed)
      house.sandbox.faults.add({
        when: { part: 'iam', op: 'DetachUserPolicy' },
        do: { status: 403, code: 'AccessDenied' },
      })
      house.wait(2 * DAY)
      const [late] = await actions.happen(scheduled('expire.yml'))
      expect(late?.code).toBe(3)
      expect(openIssues(house)).toEqual(['Daypass: access that should have been taken away is still there'])
      await actions.happen(scheduled('expire.yml'))
      expect(openIssues(house)).toHaveLength(1)
      expect((await actions.happen(scheduled('tidy.yml')))[0]?.stdout).toContain('nothing to tidy')
      house.sandbox.faults.clear()
      const [taken] = await actions.happen(scheduled('expire.yml'))
      expect(taken?.code).toBe(0)
      expect(taken?.summary).toMatch(/Taken away .* after the end in the middle/)
      expect(openIssues(house)).toEqual([])
    }),
  )
})
