// The loop that people use all day, through the shipped workflows and the built bundle: from an opened pull request to its end.

import { describe, expect, it } from 'vitest'
import { addUser, setRole } from '../../src/sandbox/github/actions/people.ts'
import { retarget } from '../../src/sandbox/github/actions/pulls.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { comment } from '../../src/sandbox/github/actions/reviews.ts'
import { pullRequest, pushed, reviewed, scheduled } from './actions/events.ts'
import { openActions } from './actions/runner.ts'
import { HOUR, inHouse, MINUTE } from './house.ts'
import { MARTA, mayRead } from './judging.ts'
import {
  approve,
  deleteComments,
  editComments,
  loginOf,
  merge,
  propose,
  pushMore,
  REPOSITORY,
  reopen,
  says,
} from './people.ts'
import { asking, PROD, pathOf, request } from './requests.ts'
import { askedOf, BOT, headline, jobs, ours, pullOf, repositoryIn } from './showing.ts'

describe.concurrent('the loop', () => {
  it(
    'goes from waiting to ended in one comment, and calls people where they must act',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      const opened = await actions.happen(pullRequest(house, 'opened', pull))
      expect(jobs(opened)).toEqual(['plan.yml/plan 0'])
      expect(headline(house, pull)).toBe('🟡 Waiting for 1 approval by orders-leads')
      expect(pullOf(house, pull).labels).toEqual(['daypass: waiting'])
      expect(askedOf(house, pull)).toEqual(['aiko', 'tomas'])
      const [check] = repositoryIn(house).checkRuns
      expect(check).toMatchObject({ name: 'daypass', status: 'in_progress', headOid: pullOf(house, pull).head.oid })
      // The job had no cloud rights to ask for.
      expect(opened[0]?.calls.some(({ op }) => op.includes('/oidc'))).toBe(false)

      house.wait(5 * MINUTE)
      approve(house, pull, 'tomas')
      const woken = await actions.happen(reviewed(house, pull))
      expect(jobs(woken)).toEqual(['plan.yml/plan 0', 'plan.yml/merge 0'])
      expect(pullOf(house, pull).state).toBe('merged')
      expect(headline(house, pull)).toBe('🟡 Merged: the access is on its way')
      expect(repositoryIn(house).checkRuns.at(-1)).toMatchObject({ status: 'completed', conclusion: 'success' })

      const applied = await actions.dispatched()
      expect(jobs(applied)).toEqual(['apply.yml/apply 0'])
      expect(mayRead(house, MARTA)).toBe(true)
      expect(headline(house, pull)).toMatch(/^🟢 Ready: marta has access until 2026-12-01 11:05 UTC$/)
      expect(pullOf(house, pull).labels).toEqual(['daypass: ready'])
      const [sticky = '', ...lines] = ours(house, pull)
      expect(sticky).toContain('approved by **tomas**')
      expect(sticky).toContain('How to use it')
      expect(lines).toEqual([
        `🟢 @marta-kowal: your access is there until 2026-12-01 11:05 UTC. How to use it stands above.\n`,
      ])

      house.wait(HOUR + 40 * MINUTE)
      await actions.happen(scheduled('apply.yml'))
      expect(headline(house, pull)).toMatch(/^🟡 Ending soon: marta has access until 2026-12-01 11:05 UTC$/)
      expect(ours(house, pull).at(-1)).toMatch(/^🟠 @marta-kowal: this ends at .*`\/extend 2h`/)

      house.wait(HOUR)
      expect(mayRead(house, MARTA)).toBe(false)
      expect(jobs(await actions.happen(scheduled('expire.yml')))).toEqual(['expire.yml/expire 0'])
      expect(headline(house, pull)).toBe('⚪ Ended')
      expect(pullOf(house, pull).labels).toEqual(['daypass: ended'])
      expect(ours(house, pull)).toHaveLength(3)
      // What was told once is not told again, and costs one look.
      const idle = await actions.happen(scheduled('apply.yml'))
      expect(jobs(idle)).toEqual(['apply.yml/apply 0'])
      expect(idle[0]?.github.map(({ op }) => op)).toEqual(['DaypassWatch'])
    }),
  )

  it(
    'people may press the button too, where the owner switched merging off',
    inHouse(async (house) => {
      const actions = openActions(house, { DAYPASS_MERGE: 'off' })
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      approve(house, pull, 'tomas')
      expect(jobs(await actions.happen(pullRequest(house, 'opened', pull)))).toEqual(['plan.yml/plan 0'])
      expect(headline(house, pull)).toBe('🟢 Allowed: marta gets this when it is merged')
      expect(askedOf(house, pull)).toEqual([])
      merge(house, pull)
      await actions.happen(pullRequest(house, 'closed', pull))
      expect(headline(house, pull)).toBe('🟡 Merged: the access is on its way')
      expect(jobs(await actions.happen(pushed))).toEqual(['apply.yml/apply 0'])
      expect(headline(house, pull)).toMatch(/^🟢 Ready/)
    }),
  )

  it(
    'merged before it was allowed it says at once that it is not given, and so does the record',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      await actions.happen(pullRequest(house, 'opened', pull))
      merge(house, pull)
      await actions.happen(pullRequest(house, 'closed', pull))
      expect(headline(house, pull)).toBe('🔴 Merged before it was allowed: it is not given')
      const [applied] = await actions.happen(pushed)
      expect(applied?.calls.filter(({ part, writes }) => part === 'iam' && writes)).toEqual([])
      expect(headline(house, pull)).toBe('🔴 Not allowed')
      expect(ours(house, pull).at(-1)).toMatch(/^🔴 @marta-kowal: this is not given\./)
    }),
  )

  it(
    'what nobody has to approve is merged and given without anybody pressing anything',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'felix', files: asking('sandbox', { for: 'felix', account: 'sandbox-dev' }) })
      expect(jobs(await actions.happen(pullRequest(house, 'opened', pull)))).toEqual([
        'plan.yml/plan 0',
        'plan.yml/merge 0',
      ])
      expect(jobs(await actions.dispatched())).toEqual(['apply.yml/apply 0'])
      expect(headline(house, pull)).toMatch(/^🟢 Ready: felix/)
      const removal = propose(house, { by: 'jonas', files: { [pathOf('sandbox')]: null } })
      await actions.happen(pullRequest(house, 'opened', removal))
      expect(pullOf(house, removal).state).toBe('merged')
      await actions.dispatched()
      expect(headline(house, pull)).toBe('⚪ Ended')
    }),
  )

  it(
    'merges at the very head that was judged and no other, and what was pushed later is judged anew',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      approve(house, pull, 'tomas')
      const head = pullOf(house, pull).head.oid
      const runs = await actions.happen(pullRequest(house, 'opened', pull))
      const merging = runs
        .flatMap(({ github }) => github)
        .filter(({ input }) => JSON.stringify(input).includes('mergePullRequest'))
      expect(merging.map(({ input }) => JSON.stringify(input).includes(`"expectedHeadOid":"${head}"`))).toEqual([true])
      const other = propose(house, { by: 'marta', files: asking('other') })
      approve(house, other, 'tomas')
      pushMore(house, other, 'marta', asking('other', { action: 'sqs:*' }))
      await actions.happen(pullRequest(house, 'synchronize', other))
      expect(pullOf(house, other).state).toBe('open')
      expect(headline(house, other)).not.toMatch(/Allowed/)
    }),
  )

  it(
    'one that is aimed at another branch is told so and never merged',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'felix', files: asking('sandbox', { for: 'felix', account: 'sandbox-dev' }) })
      house.change((world) =>
        push(world, {
          repository: REPOSITORY,
          by: loginOf(house, 'felix'),
          branch: 'other',
          files: { 'x.txt': 'x' },
          at: house.now(),
        }),
      )
      house.change((world) => retarget(world, { repository: REPOSITORY, pull, base: 'other', at: house.now() }))
      await actions.happen(pullRequest(house, 'edited', pull))
      expect(pullOf(house, pull).state).toBe('open')
      expect(headline(house, pull)).toBe('🔴 This goes to another branch, from where nothing is ever given')
    }),
  )

  it(
    'whoever is not in the people file is told so, and nothing of theirs is merged',
    inHouse(async (house) => {
      const actions = openActions(house)
      house.change((world) => addUser(world, { id: 77, login: 'mallory' }))
      house.change((world) => setRole(world, { repository: REPOSITORY, user: 'mallory', role: 'write' }))
      const pull = propose(house, { by: 'mallory', files: asking('sandbox', { for: 'felix', account: 'sandbox-dev' }) })
      await actions.happen(pullRequest(house, 'opened', pull))
      expect(pullOf(house, pull).state).toBe('open')
      expect(headline(house, pull)).toBe('🔴 Not allowed')
      expect(ours(house, pull)[0]).toContain('mallory, who asks for this, is not in the people file')
      const removal = propose(house, { by: 'mallory', files: { 'config/bundles.yaml': null } })
      await actions.happen(pullRequest(house, 'opened', removal))
      expect(pullOf(house, removal).state).toBe('open')
    }),
  )

  it(
    'reminds once at half of the waiting time, closes past it, and begins anew when reopened',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      await actions.happen(pullRequest(house, 'opened', pull))
      house.wait(37 * HOUR)
      const swept = await actions.happen(scheduled('apply.yml'))
      expect(jobs(swept)).toEqual(['apply.yml/apply 0', 'apply.yml/sweep 0'])
      await actions.happen(scheduled('apply.yml'))
      expect(ours(house, pull).filter((body) => body.startsWith('⏳'))).toEqual([
        '⏳ @aiko-mori @tomas-vega: this still waits for 1 approval. It is closed at 2026-12-04 09:00 UTC; a review of this pull request is all it takes.\n',
      ])
      house.wait(36 * HOUR)
      await actions.happen(scheduled('apply.yml'))
      expect(pullOf(house, pull).state).toBe('closed')
      expect(ours(house, pull).at(-1)).toMatch(/^⚪ Nobody settled this within 3d, so it is closed\./)
      await actions.happen(pullRequest(house, 'closed', pull))
      expect(headline(house, pull)).toBe('⚪ Closed: nothing is given')
      reopen(house, pull)
      await actions.happen(pullRequest(house, 'reopened', pull))
      expect(headline(house, pull)).toMatch(/^🟡 Waiting/)
      house.wait(37 * HOUR)
      await actions.happen(scheduled('apply.yml'))
      expect(ours(house, pull).filter((body) => body.startsWith('⏳'))).toHaveLength(2)
    }),
  )

  it(
    'threat 20: a forged comment, a deleted one and one that somebody edited are all set right',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      const forged = '<!-- daypass:comment -->\n## 🟢 Allowed: marta gets everything'
      house.change((world) =>
        comment(world, {
          repository: REPOSITORY,
          number: pull,
          author: loginOf(house, 'jonas'),
          body: forged,
          at: house.now(),
        }),
      )
      await actions.happen(pullRequest(house, 'opened', pull))
      expect(headline(house, pull)).toMatch(/^🟡 Waiting/)
      expect(repositoryIn(house).comments.find(({ author }) => author !== BOT)?.body).toBe(forged)
      editComments(house, BOT, forged)
      await actions.happen(pullRequest(house, 'synchronize', pull))
      expect(headline(house, pull)).toMatch(/^🟡 Waiting/)
      deleteComments(house, BOT)
      await actions.happen(pullRequest(house, 'synchronize', pull))
      expect(ours(house, pull)).toHaveLength(1)
    }),
  )

  it(
    'a review from a fork, whose wake-up names no pull request, still changes the comment',
    inHouse(async (house) => {
      const actions = openActions(house, { DAYPASS_MERGE: 'off' })
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      await actions.happen(pullRequest(house, 'opened', pull))
      approve(house, pull, 'aiko')
      await actions.happen(reviewed(house, pull, 'fork'))
      expect(headline(house, pull)).toMatch(/^🟢 Allowed/)
      says(house, 'tomas', pull, { state: 'CHANGES_REQUESTED' })
      await actions.happen(reviewed(house, pull))
      expect(headline(house, pull)).toBe('🔴 Not allowed')
    }),
  )

  it(
    'findings stand at their lines on the head, however many there are',
    inHouse(async (house) => {
      const actions = openActions(house)
      const lines = Array.from({ length: 70 }, (_, at) => `  - {account: nowhere-${at}, bundle: orders-oncall}`)
      const text = request().replace(/ {2}- \{account.*\n/, `${lines.join('\n')}\n`)
      const pull = propose(house, { by: 'marta', files: { [pathOf('wrong')]: text } })
      const [ran] = await actions.happen(pullRequest(house, 'opened', pull))
      expect(ran?.code).toBe(1)
      const [check] = repositoryIn(house).checkRuns
      expect(check?.conclusion).toBe('failure')
      expect(check?.annotations.length).toBeGreaterThanOrEqual(70)
      expect(check?.annotations[0]).toMatchObject({ path: pathOf('wrong'), annotation_level: 'failure' })
    }),
  )

  it(
    'GitHub answering 502 to every third call: nothing unproved is given, and the next runs repair the rest',
    inHouse(async (house) => {
      const actions = openActions(house)
      const pull = propose(house, { by: 'marta', files: asking('queue') })
      house.sandbox.faults.add({ when: { part: 'github', every: 3 }, do: { status: 502, code: 'BadGateway' } })
      await actions.happen(pullRequest(house, 'opened', pull))
      approve(house, pull, 'tomas')
      await actions.happen(reviewed(house, pull))
      await actions.dispatched()
      await actions.happen(scheduled('apply.yml'))
      house.sandbox.faults.clear()
      await actions.happen(scheduled('apply.yml'))
      await actions.dispatched()
      expect(headline(house, pull)).toMatch(/^🟢 Ready/)
      expect(ours(house, pull).filter((body) => body.startsWith('<!-- daypass:comment -->'))).toHaveLength(1)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )

  it(
    'two pull requests for the same thing are two requests, and the later end holds',
    inHouse(async (house) => {
      const actions = openActions(house)
      const [one, two] = ['one', 'two'].map((id) =>
        propose(house, { by: 'marta', files: asking(id, { duration: id === 'one' ? '1h' : '3h' }) }),
      )
      for (const pull of [one, two]) {
        approve(house, pull ?? 0, 'tomas')
        await actions.happen(reviewed(house, pull ?? 0))
      }
      await actions.dispatched()
      expect(headline(house, one ?? 0)).toMatch(/^🟢 Ready/)
      expect(headline(house, two ?? 0)).toMatch(/^🟢 Ready: marta has access until 2026-12-01 12:00 UTC/)
      expect(mayRead(house, MARTA, PROD, house.now() + 2 * HOUR)).toBe(true)
    }),
  )
})
