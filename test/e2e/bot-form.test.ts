// What becomes of a form: whose request it is, what must be mended, and what gives nothing; through the shipped workflows.

import { describe, expect, it } from 'vitest'
import { addUser } from '../../src/sandbox/github/actions/people.ts'
import { editIssue, openIssue } from '../../src/sandbox/github/actions/reviews.ts'
import { newestIssue } from '../../src/sandbox/github/records.ts'
import { issueOpened, pushed, reviewed } from './actions/events.ts'
import { openActions } from './actions/runner.ts'
import { type House, inHouse } from './house.ts'
import { MARTA, mayRead, refusals } from './judging.ts'
import { approve, land, loginOf, merge, REPOSITORY } from './people.ts'
import { pathOf } from './requests.ts'
import { headline, jobs, newest, ours, pullOf, repositoryIn } from './showing.ts'

const FORM = `### For whom

marta

### Accounts

orders-prod

### What

orders-oncall

### For how long

2h

### Not before

_No response_

### Why

The queue is stuck

### Ticket

INC-4211
`

function openForm(house: House, by: string, body = FORM): number {
  const author = loginOf(house, by)
  const at = house.now()
  house.change((world) =>
    openIssue(world, { repository: REPOSITORY, author, title: 'Access', body, labels: ['daypass: request'], at }),
  )
  return newestIssue(house.sandbox.world(), REPOSITORY).number
}

describe.concurrent('the form', () => {
  it(
    'becomes a pull request whose requester is the author of the issue',
    inHouse(async (house) => {
      const actions = openActions(house)
      const issue = openForm(house, 'marta')
      expect(jobs(await actions.happen(issueOpened(house, issue)))).toEqual(['form.yml/form 0'])
      const pull = newest(house)
      expect(headline(house, pull)).toBe('🟡 Waiting for 1 approval by orders-leads')
      expect(ours(house, issue)).toEqual([
        `<!-- daypass:form -->\n🟢 Your request is pull request #${pull}; what becomes of it is told there.\n`,
      ])
      approve(house, pull, 'tomas')
      await actions.happen(reviewed(house, pull))
      expect(pullOf(house, pull).state).toBe('merged')
      await actions.dispatched()
      expect(mayRead(house, MARTA)).toBe(true)
      expect(headline(house, pull)).toMatch(/^🟢 Ready: marta/)
    }),
  )

  it(
    'says what must be mended, in one comment, and takes the mended text',
    inHouse(async (house) => {
      const actions = openActions(house)
      const issue = openForm(house, 'marta', FORM.replace('orders-oncall', 'give me everything').replace('2h', ''))
      await actions.happen(issueOpened(house, issue))
      expect(ours(house, issue)).toHaveLength(1)
      expect(ours(house, issue)[0]).toMatch(/\*\*For how long\*\* is empty/)
      expect(ours(house, issue)[0]).toMatch(/give me everything/)
      const by = loginOf(house, 'marta')
      house.change((world) => editIssue(world, { repository: REPOSITORY, issue, by, body: FORM, at: house.now() }))
      await actions.happen(issueOpened(house, issue, 'edited'))
      expect(ours(house, issue)).toHaveLength(1)
      expect(ours(house, issue)[0]).toMatch(/Your request is pull request/)
      await actions.happen(issueOpened(house, issue, 'edited'))
      expect(repositoryIn(house).pulls).toHaveLength(1)
    }),
  )

  it(
    'of an outsider, or that somebody else edited, comes to nothing',
    inHouse(async (house) => {
      const actions = openActions(house)
      house.change((world) => addUser(world, { id: 77, login: 'mallory' }))
      const outside = openForm(house, 'mallory')
      await actions.happen(issueOpened(house, outside))
      expect(ours(house, outside)[0]).toMatch(/You are not in the people file/)
      const edited = openForm(house, 'marta')
      const by = loginOf(house, 'jonas')
      const body = FORM.replace('2h', '4h')
      house.change((world) => editIssue(world, { repository: REPOSITORY, issue: edited, by, body, at: house.now() }))
      await actions.happen(issueOpened(house, edited, 'edited'))
      expect(ours(house, edited)[0]).toMatch(/Somebody else edited this issue/)
      expect(repositoryIn(house).pulls).toEqual([])
    }),
  )

  it(
    'edited by somebody else after the pull request was opened, gives nothing, however it is approved',
    inHouse(async (house) => {
      const actions = openActions(house)
      const issue = openForm(house, 'marta')
      await actions.happen(issueOpened(house, issue))
      const pull = newest(house)
      const by = loginOf(house, 'jonas')
      house.change((world) => editIssue(world, { repository: REPOSITORY, issue, by, body: FORM, at: house.now() }))
      approve(house, pull, 'tomas')
      await actions.happen(reviewed(house, pull))
      expect(pullOf(house, pull).state).toBe('open')
      merge(house, pull)
      await actions.happen(pushed)
      expect(mayRead(house, MARTA)).toBe(false)
      expect(Object.values(refusals(house))).toEqual(['form-issue'])
    }),
  )

  it(
    'is not made of an issue by a person who writes the file themselves',
    inHouse(async (house) => {
      const issue = openForm(house, 'marta')
      const id = `issue-${issue}`
      const files = {
        [pathOf(id)]:
          `for: jonas\nreason: x\nduration: 1h\nissue: ${issue}\naccess:\n  - {account: orders-prod, bundle: orders-oncall}\n`,
      }
      const actions = openActions(house)
      const pull = land(house, { by: 'jonas', files, approvedBy: ['tomas'] })
      await actions.happen(pushed)
      expect(refusals(house)).toEqual({ [id]: 'form-issue' })
      expect(headline(house, pull)).toBe('🔴 Not allowed')
    }),
  )

  it(
    'with hostile text shows it and obeys none of it',
    inHouse(async (house) => {
      const actions = openActions(house)
      const why =
        '<img src=x onerror=alert(1)> @tomas-vega ![x](http://evil) \\r### Accounts\\rpayer `$' +
        '{{ secrets.X }}` ::set-output name=mergeable::1'
      const issue = openForm(house, 'marta', FORM.replace('The queue is stuck', why).replace('INC-4211', '$(id)'))
      const [ran] = await actions.happen(issueOpened(house, issue))
      expect(ran?.code).toBe(0)
      const pull = newest(house)
      const raw = repositoryIn(house)
        .comments.map(({ body }) => body)
        .join('\n')
      expect(raw).not.toContain('<img')
      expect(raw).not.toContain('@tomas')
      expect(ran?.outputs['mergeable']).toBe('')
      expect(pullOf(house, pull).title).toBe(`Access asked for in #${issue}`)
    }),
  )
})
