// What the plan command says on pull requests of every kind, and how the bundle takes wrong inputs.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type House, inFolder, inHouse, type Ran, type Variables } from './house.ts'
import { refusals } from './judging.ts'
import { land, merge, propose, pushMore, says } from './people.ts'
import { asking, pathOf, request } from './requests.ts'

const plan = (house: House, pull: number): Promise<Ran> => house.run('plan', { 'pull-request': String(pull) })

const annotations = (ran: Ran): readonly string[] =>
  ran.stdout.split('\n').filter((line) => /^::(error|warning|notice) /.test(line))

/** Inputs that nothing can be done with, and what is said of each. */
const WRONG: readonly (readonly [inputs: Variables, says: RegExp, environment?: Variables])[] = [
  [
    { command: 'destroy' },
    /The input command is "destroy"; it must be one of plan, merge, apply, expire, close, hold, form, comment, tidy/,
  ],
  [{ command: '' }, /The input command is ""/],
  [{ command: 'constructor' }, /The input command is "constructor"/],
  [{ start: 'main' }, /The input start is not a full commit SHA: "main"/],
  [{ directory: '../config' }, /The input directory is not a folder inside the repository/],
  [{ directory: '/etc' }, /The input directory is not a folder inside the repository/],
  [{ 'ledger-branch': '--force' }, /The input ledger-branch is not the name of a branch/],
  [{ 'time-budget': 'soon' }, /The input time-budget is not a number of minutes/],
  [{ 'pull-request': '1; rm -rf /' }, /The input pull-request is not a number/],
  [{}, /GITHUB_REPOSITORY does not name a repository/, { GITHUB_REPOSITORY: '' }],
]

describe.concurrent('the plan command', () => {
  it(
    'writes each finding at its line of the file, in annotations, summary and JSON',
    inHouse(async (house) => {
      const text = request().replace('duration: 2h', 'duration: 2 hours').replace('orders-prod', 'order-prod')
      const pull = propose(house, { by: 'marta', files: { [pathOf('wrong')]: text, ...asking('right') } })
      const ran = await plan(house, pull)
      expect(ran.code).toBe(1)
      const lines = annotations(ran)
      expect(
        lines.some((line) => line.startsWith(`::error file=${pathOf('wrong')},line=3,`)),
        lines.join('\n'),
      ).toBe(true)
      expect(lines.every((line) => line.includes(pathOf('wrong')))).toBe(true)
      expect(ran.text).toContain('wrong.yaml:3')
      expect(ran.json).toMatchObject({
        daypass: 1,
        findings: [{ severity: 'error', at: { file: pathOf('wrong'), line: 3 } }],
      })
      expect(await readFile(ran.outputs['report'] ?? '', 'utf8').catch(() => null)).toBeNull()
      expect(ran.outputs['exit']).toBe('1')
    }),
  )

  it(
    'findings in files that the pull request does not touch are not told',
    inHouse(async (house) => {
      land(house, { by: 'jonas', files: { [pathOf('broken')]: 'for: [' } })
      const pull = propose(house, { by: 'marta', files: asking('mine') })
      const ran = await plan(house, pull)
      expect(ran.code).toBe(0)
      expect(ran.text).not.toContain('broken.yaml')
      expect(annotations(ran)).toEqual([])
    }),
  )

  it(
    'counts approvals of the very bytes alone, and objections',
    inHouse(async (house) => {
      const pull = propose(house, { by: 'marta', files: asking('asked') })
      says(house, 'jonas', pull)
      expect((await plan(house, pull)).summary).toMatch(/🟡 Waiting for 1 approval/)
      says(house, 'tomas', pull)
      expect((await plan(house, pull)).summary).toMatch(/🟢 Allowed/)
      pushMore(house, pull, 'marta', asking('asked', { duration: '3h' }))
      expect((await plan(house, pull)).summary).toMatch(/🟡 Waiting for 1 approval/)
      says(house, 'tomas', pull)
      says(house, 'aiko', pull, { state: 'CHANGES_REQUESTED' })
      const against = await plan(house, pull)
      expect(against.summary).toMatch(/🔴 Not allowed/)
      expect(against.code).toBe(2)
    }),
  )

  it(
    'what no rule allows is refused, with the reason',
    inHouse(async (house) => {
      const payer = 'for: marta\nreason: x\nduration: 1h\naccess:\n  - {account: payer, policy: ReadOnlyAccess}\n'
      const pull = propose(house, { by: 'marta', files: { [pathOf('payer')]: payer } })
      const ran = await plan(house, pull)
      expect(ran.code).toBe(2)
      expect(ran.text).toMatch(/Only Finance IT changes the payer account/)
    }),
  )

  it(
    'a request that is deleted is told as ending, and needs nobody',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('over'), approvedBy: ['tomas'] })
      const pull = propose(house, { by: 'jonas', files: { [pathOf('over')]: null } })
      const ran = await plan(house, pull)
      expect(ran.code).toBe(0)
      expect(ran.summary).toMatch(/^## ⚪ Ends early: over; nobody has to approve that$/m)
      merge(house, pull)
    }),
  )

  it(
    'a merged request that is edited is an error at its line',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('kept'), approvedBy: ['tomas'] })
      const pull = propose(house, { by: 'marta', files: asking('kept', { duration: '4h' }) })
      const ran = await plan(house, pull)
      expect(ran.code).toBe(1)
      expect(annotations(ran).join('\n')).toMatch(new RegExp(`^::error file=${pathOf('kept')},line=1`))
    }),
  )

  it(
    'a change of settings asks for owners; one that holds requests too is refused',
    inHouse(async (house) => {
      const rules = {
        'config/rules/more.yaml': 'rules:\n  - {name: more, who: anyone, what: {account: sandbox-dev}, ways: [auto]}\n',
      }
      const settings = propose(house, { by: 'nadia', files: rules })
      const told = await plan(house, settings)
      expect(told.summary).toMatch(/^## 🟡 A change of settings: 2 owners other than the author must approve it$/m)
      expect(told.text).toContain(
        '(config/rules/more.yaml): 2 owners other than the author must approve it (nadia, oscar, priya)',
      )
      const mixed = propose(house, { by: 'marta', files: { ...rules, ...asking('beside') } })
      const ran = await plan(house, mixed)
      expect(ran.code).toBe(1)
      expect(ran.text).toMatch(/this change holds requests and settings \(config\/rules\/more\.yaml\) together/)
    }),
  )

  it(
    'what apply would refuse for its other files is refused before the merge',
    inHouse(async (house) => {
      const files = { ...asking('beside'), 'README.md': 'Hello\n' }
      const ran = await plan(house, propose(house, { by: 'marta', files }))
      expect(ran.text).toMatch(/README\.md/)
      expect(ran.code).toBe(1)
      land(house, { by: 'marta', files, approvedBy: ['tomas'] })
      await house.run('apply')
      expect(refusals(house)).toEqual({ beside: 'mixed' })
    }),
  )

  it(
    'takes the pull request from the event, and every open one where it names none',
    inHouse(async (house) =>
      inFolder(async (folder) => {
        const pull = propose(house, { by: 'marta', files: asking('asked') })
        const path = join(folder, 'event.json')
        await writeFile(
          path,
          JSON.stringify({ action: 'synchronize', number: pull, pull_request: { number: pull, title: '$(id)' } }),
        )
        const ran = await house.run('plan', {}, { GITHUB_EVENT_PATH: path })
        expect(ran.code).toBe(0)
        expect(ran.summary).toMatch(/Waiting for 1 approval/)
        const all = await house.run('plan')
        expect(all.code).toBe(0)
        expect(all.text).toMatch(/1 pull request looked at|Waiting for 1 approval/)
        expect(all.outputs['open']).toBe('1')
        const unknown = await house.run('plan', { 'pull-request': '4711' })
        expect(unknown.code).toBe(3)
        expect(unknown.text).toMatch(/Pull request 4711 could not be read/)
      }),
    ),
  )

  it(
    'wrong inputs are told in one sentence, and nothing is asked of anybody',
    inHouse(async (house) => {
      const runs = WRONG.map(async ([inputs, told, environment]) => {
        const ran = await house.run('apply', inputs, environment)
        expect(ran.stdout).toMatch(told)
        expect(ran.stdout.trim().split('\n')).toHaveLength(1)
        expect(ran.stdout).toMatch(/^::error::/)
        expect(ran.stderr).toBe('')
        expect(ran.code).toBe(1)
      })
      await Promise.all(runs)
      expect(house.sandbox.journal.entries()).toEqual([])
    }),
  )
})
