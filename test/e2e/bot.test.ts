// What Daypass writes for people: forms, comment commands, the red button, and the weekly tidying, through the shipped workflows.

import { describe, expect, it } from 'vitest'
import { refOid } from '../../src/sandbox/git/objects.ts'
import { askGit } from '../../src/sandbox/git/run.ts'
import { addUser } from '../../src/sandbox/github/actions/people.ts'
import { comment, editIssue, openIssue } from '../../src/sandbox/github/actions/reviews.ts'
import { newestIssue, withRepository } from '../../src/sandbox/github/records.ts'
import { commented, issueOpened, pressed, pullRequest, pushed, reviewed, scheduled } from './actions/events.ts'
import { openActions } from './actions/runner.ts'
import { DAY, HOUR, type House, inHouse } from './house.ts'
import { MARTA, mayRead, refusals } from './judging.ts'
import { approve, land, loginOf, merge, propose, pushToMain, REPOSITORY } from './people.ts'
import { asking, PROD, pathOf } from './requests.ts'
import { headline, jobs, openIssues, ours, pullOf, repositoryIn } from './showing.ts'

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

function say(house: House, by: string, number: number, body: string): number {
  const author = loginOf(house, by)
  house.change((world) => comment(world, { repository: REPOSITORY, number, author, body, at: house.now() }))
  return repositoryIn(house).comments.at(-1)?.id ?? 0
}

const reactions = (house: House, id: number): readonly string[] =>
  repositoryIn(house)
    .reactions.filter(({ on }) => on.kind === 'comment' && on.id === id)
    .map(({ content }) => content)

/** null: it is not there. */
function fileAtMain({ gitDirectory }: House, path: string): string | null {
  const read = askGit(gitDirectory, ['cat-file', 'blob', `refs/heads/main:${path}`])
  return read.status === 0 ? read.out.toString() : null
}

const newest = (house: House): number => repositoryIn(house).pulls.at(-1)?.number ?? 0

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

describe.concurrent('comments', () => {
  async function ready(house: House): Promise<{ actions: ReturnType<typeof openActions>; pull: number }> {
    const actions = openActions(house)
    const pull = land(house, { by: 'marta', files: asking('queue'), approvedBy: ['tomas'] })
    await actions.happen(pushed)
    expect(mayRead(house, MARTA)).toBe(true)
    return { actions, pull }
  }

  it(
    '/end takes it away at once, by a removal that is merged by itself',
    inHouse(async (house) => {
      const { actions, pull } = await ready(house)
      const id = say(house, 'tomas', pull, '/end')
      expect(jobs(await actions.happen(commented(house, id)))).toEqual(['comment.yml/comment 0'])
      expect(reactions(house, id)).toEqual(['eyes', 'rocket'])
      await actions.dispatched()
      expect(mayRead(house, MARTA)).toBe(false)
      expect(headline(house, pull)).toBe('⚪ Ended')
    }),
  )

  it(
    '/extend opens a request in the name of whoever commented, which is approved and given like any other',
    inHouse(async (house) => {
      const { actions, pull } = await ready(house)
      house.wait(HOUR)
      const id = say(house, 'marta', pull, '/extend 3h')
      await actions.happen(commented(house, id))
      const more = newest(house)
      expect(headline(house, more)).toBe('🟡 Waiting for 1 approval by orders-leads')
      approve(house, more, 'aiko')
      await actions.happen(reviewed(house, more))
      await actions.dispatched()
      expect(mayRead(house, MARTA, PROD, house.now() + 3 * HOUR - 60)).toBe(true)
      expect(mayRead(house, MARTA, PROD, house.now() + 3 * HOUR + 60)).toBe(false)
      expect(headline(house, more)).toMatch(/^🟢 Ready: marta/)
    }),
  )

  it(
    'threat 36: by people who may not, edited ones, and commands that do not exist come to nothing',
    inHouse(async (house) => {
      const { actions, pull } = await ready(house)
      house.change((world) => addUser(world, { id: 77, login: 'mallory' }))
      const before = refOid(house.gitDirectory, 'refs/heads/main')
      const tried: [string, string, RegExp | null][] = [
        ['mallory', '/end', /not in the people file/],
        ['lena', '/end', /Only the requester/],
        ['lena', '/extend 2h', /Only the requester/],
        ['marta', '/extend 2h please', /and nothing else/],
        ['marta', '/approve', /a review of the pull request does/],
        ['marta', '/constructor', null],
      ]
      for (const [by, text, answer] of tried) {
        const id = say(house, by, pull, text)
        await actions.happen(commented(house, id))
        const last = ours(house, pull).at(-1) ?? ''
        if (answer === null) expect(reactions(house, id)).toEqual([])
        else expect([text, last]).toEqual([text, expect.stringMatching(answer)])
      }
      const id = say(house, 'marta', pull, '/end')
      const event = commented(house, id)
      house.wait(60)
      house.change((world) =>
        withRepository(world, repositoryIn(house).id, {
          comments: repositoryIn(house).comments.map((one) =>
            one.id === id ? { ...one, updatedAt: house.now() } : one,
          ),
        }),
      )
      await actions.happen(event)
      expect(ours(house, pull).at(-1)).toMatch(/was edited/)
      expect(refOid(house.gitDirectory, 'refs/heads/main')).toBe(before)
      expect(repositoryIn(house).pulls).toHaveLength(1)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )

  it(
    'with a payload that lies act on what GitHub itself says',
    inHouse(async (house) => {
      const { actions, pull } = await ready(house)
      const id = say(house, 'lena', pull, '/ nothing')
      await actions.happen({
        name: 'issue_comment',
        action: 'created',
        payload: {
          issue: { number: pull, pull_request: {} },
          comment: { id, body: '/end', user: { login: 'marta-kowal', id: 9_100_005 } },
        },
      })
      expect(mayRead(house, MARTA)).toBe(true)
      expect(repositoryIn(house).pulls).toHaveLength(1)
    }),
  )
})

describe.concurrent('the red button', () => {
  it(
    'by dispatch takes everything of a person away, and holds until an owner lifts it',
    inHouse(async (house) => {
      const actions = openActions(house)
      land(house, { by: 'marta', files: asking('queue'), approvedBy: ['tomas'] })
      await actions.happen(pushed)
      const held = await actions.happen(
        pressed('hold.yml', { what: 'person', name: 'marta', because: 'Laptop stolen' }),
      )
      expect(jobs(held)).toEqual(['hold.yml/hold 0'])
      expect(jobs(await actions.dispatched())).toEqual(['expire.yml/expire 0', 'apply.yml/apply 0'])
      expect(mayRead(house, MARTA)).toBe(false)
      const again = await actions.happen(
        pressed('hold.yml', { what: 'person', name: 'marta', because: 'Laptop stolen' }),
      )
      expect(again[0]?.stdout).toContain('is there already')
      // Taking the hold out of the file without the owners lifts nothing.
      pushToMain(house, 'felix', { 'config/holds.yaml': 'holds: []\n' })
      await actions.happen(pushed)
      expect(mayRead(house, MARTA)).toBe(false)
    }),
  )

  it(
    'that names nobody says so, and keeps what is in the file',
    inHouse(async (house) => {
      const actions = openActions(house)
      const [wrong] = await actions.happen(pressed('hold.yml', { what: 'person', name: 'martha', because: 'x' }))
      expect(wrong?.code).toBe(1)
      expect(wrong?.stdout).toContain('did you mean marta?')
      const [silent] = await actions.happen(pressed('hold.yml', { what: 'everything', name: '', because: '' }))
      expect(silent?.code).toBe(1)
      await actions.happen(
        pressed('hold.yml', { what: 'target', name: 'orders-prod', because: 'Incident: "all" hands' }),
      )
      await actions.happen(pressed('hold.yml', { what: 'everything', name: '', because: 'Fire' }))
      const out = fileAtMain(house, 'config/holds.yaml')
      expect(out).toContain('# The red button')
      expect(out).toContain('target: orders-prod')
      expect(out).toContain('everything: true')
    }),
  )

  it(
    'by file from an owner is merged by itself, from others by people',
    inHouse(async (house) => {
      const actions = openActions(house)
      const hold = 'holds:\n  - {person: marta, because: Laptop stolen}\n'
      const others = propose(house, { by: 'jonas', files: { 'config/holds.yaml': hold } })
      await actions.happen(pullRequest(house, 'opened', others))
      expect(pullOf(house, others).state).toBe('open')
      expect(headline(house, others)).toBe('⚪ The red button: it counts when it is merged; nobody has to approve that')
      const owners = propose(house, { by: 'nadia', files: { 'config/holds.yaml': hold } })
      await actions.happen(pullRequest(house, 'opened', owners))
      expect(pullOf(house, owners).state).toBe('merged')
    }),
  )

  it(
    'where GitHub refuses the merge says loudly who must press what',
    inHouse(async (house) => {
      const actions = openActions(house)
      house.change((world) => withRepository(world, repositoryIn(house).id, { blocksMerges: true }))
      const [ran] = await actions.happen(pressed('hold.yml', { what: 'everything', name: '', because: 'Fire' }))
      expect(ran?.code).toBe(3)
      expect(ran?.summary).toMatch(/NOT HELD YET: GitHub did not let Daypass merge it/)
      const pull = propose(house, { by: 'felix', files: asking('sandbox', { for: 'felix', account: 'sandbox-dev' }) })
      await actions.happen(pullRequest(house, 'opened', pull))
      await actions.happen(pullRequest(house, 'synchronize', pull))
      expect(ours(house, pull).filter((body) => body.startsWith('🟠'))).toHaveLength(1)
    }),
  )
})

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
