// What goes wrong around the loop: runners that die, limits that are hit half way, reviews during a run, words without end.

import { describe, expect, it } from 'vitest'
import { setRef } from '../../src/sandbox/git/repository.ts'
import { git } from '../../src/sandbox/git/run.ts'
import { pullRequest, reviewed, scheduled } from './actions/events.ts'
import { openActions } from './actions/runner.ts'
import { type House, inHouse } from './house.ts'
import { entriesOf, MARTA, mayRead } from './judging.ts'
import { approve, land, propose, says } from './people.ts'
import { asking, pathOf, queueIn } from './requests.ts'
import { headline, jobs, ours } from './showing.ts'

const LEDGER = 'daypass-ledger'

const ledgerCommits = (house: House): readonly string[] =>
  git(house.gitDirectory, ['rev-list', '--reverse', `refs/heads/${LEDGER}`])
    .trim()
    .split('\n')

/** The record as a runner left it that died when it had given and not yet written that down. */
function dieBeforeClosing(house: House): void {
  const [opened = ''] = ledgerCommits(house)
  setRef({ gitDirectory: house.gitDirectory }, LEDGER, opened)
}

describe.concurrent('hardships', () => {
  it(
    'a runner that died leaves the record open; the last job closes it, and the next run goes on',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('queue'), approvedBy: ['tomas'] })
      await house.run('apply', {}, { GITHUB_RUN_ID: '77' })
      dieBeforeClosing(house)
      expect(entriesOf(house, 'opened')).toHaveLength(1)
      expect(entriesOf(house, 'closed')).toEqual([])

      const closed = await house.run('close', {}, { GITHUB_RUN_ID: '77' })
      expect([closed.code, house.record().at(-1)]).toEqual([
        0,
        { is: 'closed', exit: 3, done: 0, failed: 0, skipped: 0 },
      ])
      expect(closed.text).toContain('Run 77 died and left the record open')
      const again = await house.run('close', {}, { GITHUB_RUN_ID: '77' })
      expect([again.code, entriesOf(house, 'closed').length]).toEqual([0, 1])

      const next = await house.run('apply')
      expect([next.code, next.writes]).toEqual([0, []])
      expect(entriesOf(house, 'granted')).toHaveLength(1)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )

  it(
    'a limit that is hit when everything is given costs words alone, which the next run says',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      await actions.happen(pullRequest(house, 'opened', pull))
      approve(house, pull, 'tomas')
      await actions.happen(reviewed(house, pull))
      house.sandbox.faults.add({ when: { part: 'github', op: /^DaypassGestures/ }, do: 'throttle' })
      const [limited] = await actions.dispatched()
      expect(mayRead(house, MARTA)).toBe(true)
      expect(limited?.summary).toMatch(/could not be told/)
      expect(headline(house, pull)).not.toMatch(/Ready/)
      house.sandbox.faults.clear()
      const [next] = await actions.happen(scheduled('apply.yml'))
      expect(next?.calls.filter(({ part, writes }) => part === 'iam' && writes)).toEqual([])
      expect(headline(house, pull)).toMatch(/^🟢 Ready/)
    }),
  )

  it(
    'more words than a comment holds are cut to what fits, and the request still goes its way',
    inHouse(async (house) => {
      const actions = openActions(house)
      const item = (nth: number): string =>
        `  - {account: orders-prod, actions: ["sqs:ReceiveMessage"], on: [${Array.from({ length: 40 }, (_, at) => `"${queueIn('111122223333')}-${nth}-${at}-${'q'.repeat(40)}"`).join(', ')}]}`
      const text = `for: marta\nreason: Everything at once\nduration: 2h\naccess:\n${Array.from({ length: 45 }, (_, nth) => item(nth)).join('\n')}\n`
      const pull = propose(house, { by: 'marta', files: { [pathOf('much')]: text } })
      const ran = await actions.happen(pullRequest(house, 'opened', pull))
      expect(text.length).toBeGreaterThan(65_536)
      expect(jobs(ran)).toEqual(['plan.yml/plan 0'])
      const [sticky = ''] = ours(house, pull)
      expect(sticky.length).toBeGreaterThan(1000)
      expect(sticky.length).toBeLessThan(65_536)
      expect(headline(house, pull)).toMatch(/^🟡 Waiting for 1 approval/)
    }),
  )

  it(
    'an objection that comes while the wake-up of an approval is on its way stops the merge',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      approve(house, pull, 'tomas')
      // The first job judged; before the second looks, Aiko objects.
      const planned = await house.run('plan', { 'pull-request': String(pull) })
      expect(planned.outputs['mergeable']).toBe(String(pull))
      says(house, 'aiko', pull, { state: 'CHANGES_REQUESTED' })
      const merged = await house.run('merge', { 'pull-request': String(pull) })
      expect(merged.text).not.toMatch(/Merged/)
      await actions.happen(reviewed(house, pull))
      expect(headline(house, pull)).toMatch(/changes|object|Not allowed/i)
      expect(mayRead(house, MARTA)).toBe(false)
    }),
  )
})
