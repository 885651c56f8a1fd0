// How many minutes of GitHub Actions the schedules of the workflows take a month.

import { describe, expect, it } from 'vitest'
import { minutesOf, ticksOf } from '../../src/install/doctor/minutes.ts'
import { readWorkflow } from '../../src/install/doctor/workflow-file.ts'

describe('minutes', () => {
  it.each([
    ['23 * * * *', 720],
    ['8,23,38,53 * * * *', 2880],
    ['*/15 * * * *', 2880],
    ['41 5 * * 1', 30 / 7],
    ['0 3 * * *', 30],
  ])('of %s are %d a month', (cron, ticks) => {
    expect(ticksOf(cron)).toBeCloseTo(ticks)
  })

  it('are those of the files that have a schedule', () => {
    const file = readWorkflow(
      '.github/workflows/x.yml',
      "on: {schedule: [{cron: '0 * * * *'}, {cron: '30 3 * * *'}]}\njobs: {}",
    )
    expect(minutesOf(file === null ? [] : [file])).toEqual([{ path: '.github/workflows/x.yml', minutes: 750 }])
  })
})
