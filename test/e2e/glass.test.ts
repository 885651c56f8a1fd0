// Breaking the glass, from the request to the later review, through the shipped workflows.

import { describe, expect, it } from 'vitest'
import { pullRequest, pushed, scheduled } from './actions/events.ts'
import { openActions } from './actions/runner.ts'
import { DAY, HOUR, inHouse } from './house.ts'
import { mayRead } from './judging.ts'
import { approve, land, propose, says } from './people.ts'
import { asking } from './requests.ts'
import { headline, jobs, openIssues, ours, pullOf } from './showing.ts'

const TOMAS = 'tomas.vega@harborgoods.example'
const glass = asking('now', { for: 'tomas', more: 'breakGlass: true' })

describe.concurrent('broken glass', () => {
  it(
    'is given at once, told loudly, and stays an open issue until somebody reviewed it',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'tomas', files: glass })
      expect(jobs(await actions.happen(pullRequest(house, 'opened', pull)))).toEqual([
        'plan.yml/plan 0',
        'plan.yml/merge 0',
      ])
      await actions.dispatched()
      expect(mayRead(house, TOMAS)).toBe(true)
      expect(headline(house, pull)).toMatch(/^🟢 Ready: tomas/)
      expect(pullOf(house, pull).labels).toEqual(['daypass: break glass', 'daypass: ready'].toSorted())
      expect(ours(house, pull)[0]).toContain('BREAK GLASS')
      expect(ours(house, pull).some((body) => /BREAK GLASS.*@nadia-berg @priya-nair/.test(body))).toBe(true)
      expect(openIssues(house)).toEqual(['Daypass: broken glass to be reviewed: now'])
      // A word of somebody who must not judge it, and of whoever took it, changes nothing.
      says(house, 'jonas', pull)
      says(house, 'tomas', pull)
      house.wait(HOUR)
      await actions.happen(scheduled('apply.yml'))
      expect(openIssues(house)).toHaveLength(1)
      says(house, 'priya', pull)
      await actions.happen(scheduled('apply.yml'))
      expect(openIssues(house)).toEqual([])
      expect(ours(house, pull)[0]).toContain('priya reviewed it')
    }),
  )

  it(
    'that nobody reviews in time turns every run red until somebody does',
    inHouse(async (house) => {
      const actions = openActions(house)
      land(house, { by: 'tomas', files: glass })
      expect((await actions.happen(pushed)).map(({ code }) => code)).toEqual([0])
      house.wait(DAY + HOUR)
      const [late] = await actions.happen(scheduled('apply.yml'))
      expect(late?.code).toBe(2)
      expect(late?.summary).toMatch(/The glass was broken for now, and nobody reviewed it/)
      expect(openIssues(house)).toEqual(['Daypass: broken glass to be reviewed: now'])
      says(house, 'nadia', 1, { state: 'CHANGES_REQUESTED' })
      const [after] = await actions.happen(scheduled('apply.yml'))
      expect(after?.code).toBe(0)
      expect(openIssues(house)).toEqual([])
    }),
  )

  it(
    'is not broken by whoever only waits, or gives no reason, or may not',
    inHouse(async (house) => {
      const actions = openActions(house)
      const waiting = propose(house, { by: 'tomas', files: asking('waits', { for: 'tomas' }) })
      await actions.happen(pullRequest(house, 'opened', waiting))
      expect(headline(house, waiting)).toMatch(/^🟡 Waiting/)
      expect(ours(house, waiting)[0]).toContain('breakGlass: true')
      const marta = propose(house, { by: 'marta', files: asking('hers', { more: 'breakGlass: true' }) })
      await actions.happen(pullRequest(house, 'opened', marta))
      expect(headline(house, marta)).toBe('🔴 Not allowed')
      const silent = Object.fromEntries(
        Object.entries(asking('silent', { for: 'tomas', more: 'breakGlass: true' })).map(([path, text]) => [
          path,
          text.replace(/reason: .*\n/, ''),
        ]),
      )
      const mute = propose(house, { by: 'tomas', files: silent })
      await actions.happen(pullRequest(house, 'opened', mute))
      expect(headline(house, mute)).toBe('🔴 Not allowed')
      for (const pull of [waiting, marta, mute]) expect(pullOf(house, pull).state).toBe('open')
    }),
  )

  it(
    'is needless where an approval came in time',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'tomas', files: glass })
      approve(house, pull, 'aiko')
      await actions.happen(pullRequest(house, 'opened', pull))
      await actions.dispatched()
      expect(mayRead(house, TOMAS)).toBe(true)
      expect(openIssues(house)).toEqual([])
    }),
  )
})
