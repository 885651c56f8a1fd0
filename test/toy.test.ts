// Whether a kind and a mode can be added by the files that src/README.md names, and no other: a badge, from YAML to its end.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { HOUR, later } from '../src/core/model/time.ts'
import type { Run } from '../src/flow.ts'
import { NOON } from './support/builders.ts'
import { findingsIn, openOffice, REQUEST } from './toy/office.ts'

const asking = (what: string, more = 'duration: 2h'): string =>
  `for: marta\n${more}\naccess:\n  - {account: hall, ${what}}\n`

const done = ({ plan, outcomes }: Run) => ({
  steps: plan.steps.map((step) => `${step.do} ${step.says}`),
  outcomes: outcomes.map(({ is }) => is),
})

const verdicts = (run: Run) =>
  [...run.verdicts.values()].map((verdict) => (verdict.is === 'refused' ? verdict.because : verdict.is))

describe('a badge', () => {
  it('is read from YAML, approved by a rule, pinned on, and ends', async () => {
    const office = openOffice(asking('badge: blue'))
    const given = await office.run()
    expect([given.reading.findings, given.alarms, verdicts(given)]).toEqual([[], [], ['proved']])
    expect(done(given)).toEqual({ steps: ['grant the badge blue for marta in hall'], outcomes: ['done'] })
    expect([...office.world.badges.values()]).toMatchObject([
      { target: 'hall', person: 'marta', name: 'blue', until: later(NOON, 2 * HOUR) },
    ])

    expect((await office.run()).plan.steps).toEqual([])

    office.now = later(NOON, 2 * HOUR)
    const ended = await office.run('expire')
    expect(ended.plan.steps.map(({ because }) => because)).toEqual(['expired'])
    expect([office.world.badges.size, ended.outcomes.map(({ is }) => is)]).toEqual([0, ['done']])
  })

  it('may come out of a bundle', async () => {
    const office = openOffice(asking('bundle: visit', 'reason: A guest'))
    await office.run()
    expect([...office.world.badges.values()]).toMatchObject([{ name: 'green', until: later(NOON, HOUR) }])
  })

  it.each([
    ['that nobody approved', asking('badge: blue'), null, ['approvals-missing']],
    ['that only a colleague approved', asking('badge: blue'), 'olga', ['approvals-missing']],
    ['that is protected', asking('badge: master'), 'lena', ['rules-at-landing']],
  ] as const)('%s is not given', async (_which, request, approver, because) => {
    const office = openOffice(request, approver)
    const run = await office.run()
    expect(verdicts(run)).toEqual(because)
    expect([run.outcomes, office.world.badges.size, office.world.journal]).toEqual([[], 0, []])
  })

  it('that a rule denies is over before anything is proved', async () => {
    const office = openOffice(asking('badge: black'))
    const run = await office.run()
    expect(run.plan.wishes.map(({ fate }) => fate)).toMatchObject([
      { is: 'over', because: 'denied', says: 'rule black: Nobody wears black here' },
    ])
    expect([run.verdicts.size, office.world.journal]).toEqual([0, []])
  })

  it('that is not spelled as its branch of the schema says is a finding in its place', () => {
    expect(findingsIn(asking('badge: Blue 7'))).toMatchObject([{ at: { file: REQUEST, line: 4, column: 28 } }])
    expect(findingsIn(asking('badgee: blue'))[0]?.cure).toContain('Did you mean `badge`?')
  })
})

it('neither the kind nor the mode is known to any file of src', () => {
  const src = fileURLToPath(new URL('../src/', import.meta.url))
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((file) => /\b(badge|toy)\b/i.test(readFileSync(join(src, file), 'utf8')))).toEqual([])
})
