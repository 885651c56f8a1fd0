// Whether the scale report measures what it says: a small one, run whole, and what its flags mean.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { chosenOf } from '../../src/build/scale/choosing.ts'
import type { Measured } from '../../src/build/scale/ground.ts'
import { sharedOut } from '../../src/build/scale/matrix.ts'
import { listen } from '../../src/build/scale/phases.ts'

const run = promisify(execFile)

interface Printed {
  readonly cases: readonly {
    readonly name: string
    readonly held: readonly string[]
    readonly minutes: number
    readonly jobs: readonly { readonly wall: number; readonly bytes: number; readonly calls: Record<string, number> }[]
  }[]
}

describe('a small report', () => {
  it('gives, stops midway, goes on, rests and ends, and every check holds', async () => {
    // A slow IAM, so that there is a middle to stop in.
    const words = ['--accounts', '10', '--grants', '100', '--latency', 'iam=300', '--no-floor', '--json']
    const { stdout } = await run(process.execPath, ['src/build/scale.ts', ...words], { maxBuffer: 1e8 })
    const { cases }: Printed = JSON.parse(stdout)
    expect(cases.map(({ name }) => name)).toEqual(['giving', 'budget', 'idle', 'ending', 'refresh'])
    const calls = Object.fromEntries(cases.map(({ name, jobs }) => [name, jobs.map((job) => job.calls)]))
    expect(calls['giving']?.[0]?.['iam:CreatePolicy']).toBeGreaterThanOrEqual(100)
    expect(calls['idle']?.[0]?.['iam:CreatePolicy']).toBeUndefined()
    expect(calls['ending']?.[0]?.['iam:DeletePolicy']).toBeGreaterThanOrEqual(100)
    const budget = cases.find(({ name }) => name === 'budget')
    expect(budget?.held.at(-1)).toMatch(/^the next run gives exactly the \d+ left, then all 100 are allowed$/)
    for (const { minutes, jobs } of cases) {
      expect(minutes).toBe(jobs.reduce((sum, { wall }) => sum + Math.ceil((wall + 15) / 60), 0))
      for (const { bytes } of jobs) expect(bytes).toBeGreaterThan(5e7)
    }
  }, 300_000)
})

describe('its flags', () => {
  it.each([
    [['--accounts', '7'], /multiple of 5/],
    [['--grants', 'many'], /multiple of 5/],
    [['--latency', 'ec2=5'], /iam=…/],
    [['--only', 'everything'], /--only knows giving/],
    [['--colour'], /--colour/],
  ])('%j are refused with a word why', (words, says) => {
    const choice = chosenOf(words)
    expect(choice.is === 'wrong' && choice.says).toMatch(says)
  })

  it('set a latency and leave the others', () => {
    const choice = chosenOf(['--latency', 'iam=5,git=7', '--throttle', '0'])
    expect(choice.is === 'chosen' && choice.chosen.weather).toMatchObject({
      latency: { iam: 5, git: 7, github: 300 },
      throttledEvery: null,
    })
  })
})

it('tells where the time goes by what the log says', () => {
  let now = 0
  const listener = listen(() => now)
  const says = (after: number, text: string): void => {
    now += after * 1000
    listener.heard(text)
  }
  says(1, 'Fetching the repo')
  says(0, 'sitory\n')
  says(2, 'Looking at the targets\n')
  says(4, 'done   give: one\n')
  says(8, 'done   give: two\nsomething else\n')
  says(16, 'Telling\n')
  now += 32_000
  expect(listener.phases()).toEqual([
    { name: 'starting', took: 1 },
    { name: 'fetching the repository', took: 2 },
    { name: 'reading the accounts', took: 4 },
    { name: 'performing', took: 8 },
    { name: 'closing the record', took: 16 },
    { name: 'telling', took: 32 },
  ])
})

it('shares out what can be shared, and bills every job its own beginning', () => {
  const phases = [
    { name: 'fetching the repository', took: 10 },
    { name: 'performing', took: 400 },
    { name: 'telling', took: 20 },
  ]
  const job: Pick<Measured, 'phases'> = { phases }
  expect(sharedOut(job, 15, [1, 4])).toEqual([
    { jobs: 1, wall: 445, minutes: 8 },
    { jobs: 4, wall: 125 + 45, minutes: 4 * 3 + 1 },
  ])
})
