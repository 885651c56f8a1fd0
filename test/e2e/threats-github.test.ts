// Threats by failure: GitHub, git, the record or AWS say nothing, no, or nonsense. Nothing is given, and taking goes on.

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { FaultRule, Matching, Mishap } from '../../src/sandbox/faults.ts'
import { commit, setRef } from '../../src/sandbox/git/repository.ts'
import { git } from '../../src/sandbox/git/run.ts'
import { forcePush } from '../../src/sandbox/github/actions/pushing.ts'
import { withGithub } from '../../src/sandbox/github/records.ts'
import { HOUR, type House, inHouse, MINUTE } from './house.ts'
import { entriesOf, expectNothingGiven, givingCalls, MARTA, mayRead, refusals, whatAnybodyMay } from './judging.ts'
import { approve, land, loginOf, merge, propose, pushMore, pushToMain, REPOSITORY, tip } from './people.ts'
import { asking, PROD, pathOf, STAGE } from './requests.ts'

const MISHAPS = {
  'a 404': { status: 404, code: 'NotFound' },
  'a 403': { status: 403, code: 'Forbidden' },
  'a 500': { status: 500, code: 'Broken' },
  garbage: 'garbage',
} as const satisfies Readonly<Record<string, Mishap>>

type What = keyof typeof MISHAPS
const ALL: readonly What[] = ['a 404', 'a 403', 'a 500', 'garbage']

const asked = (house: House): void => void land(house, { by: 'marta', files: asking('asked'), approvedBy: ['tomas'] })

/** Approved, then the branch is written anew with the same bytes: what was reviewed lies with GitHub alone. */
function askedAndRebased(house: House, files: Parameters<typeof pushMore>[3], ...approvers: readonly string[]): void {
  const by = approvers.includes('oscar') ? 'nadia' : 'marta'
  const pull = propose(house, { by, files })
  approve(house, pull, ...approvers)
  const branch = house.sandbox.world().github.repositories[0]?.pulls.at(-1)?.head.branch ?? ''
  house.change((world) =>
    forcePush(world, { repository: REPOSITORY, by: loginOf(house, by), branch, to: tip(house), at: house.now() }),
  )
  pushMore(house, pull, by, { ...files, 'notes.txt': null })
  merge(house, pull)
}

interface Route {
  readonly name: string
  readonly when: Matching
  readonly before: (house: House) => void
  /** The first two routes share their way with all the others that ask GitHub's API. */
  readonly fails: readonly What[]
  readonly exit: 2 | 3
}

const SETTINGS = {
  'config/rules/more.yaml': 'rules:\n  - {name: more, who: anyone, what: {account: sandbox-dev}, ways: [auto]}\n',
}

const ROUTES: readonly Route[] = [
  { name: 'the repository', when: { part: 'github', op: 'DaypassRepository' }, before: asked, fails: ALL, exit: 2 },
  {
    name: 'pull requests of the landings',
    when: { part: 'github', op: 'DaypassLandings' },
    before: asked,
    fails: ALL,
    exit: 2,
  },
  {
    name: 'reviewed bytes',
    when: { part: 'github', op: 'DaypassBlobs' },
    before: (house) => askedAndRebased(house, asking('asked'), 'tomas'),
    fails: ['a 404', 'garbage'],
    exit: 2,
  },
  {
    name: 'reviewed settings',
    when: { part: 'github', op: 'DaypassTrees' },
    before: (house) => {
      askedAndRebased(house, SETTINGS, 'oscar', 'priya')
      asked(house)
    },
    fails: ['a 403', 'a 500'],
    exit: 2,
  },
  {
    name: 'the token for AWS',
    when: { part: 'github', op: 'GET /oidc' },
    before: asked,
    fails: ['a 403', 'garbage'],
    exit: 2,
  },
  { name: 'git itself', when: { part: 'git' }, before: asked, fails: ['a 404', 'a 500'], exit: 3 },
  {
    name: 'the heads of pull requests',
    when: { part: 'git', op: 'upload-pack', nth: 2 },
    before: asked,
    fails: ['a 403', 'garbage'],
    exit: 2,
  },
]

describe.concurrent('threats by failure', () => {
  for (const { name, when, before, fails, exit } of ROUTES)
    it(
      `threat 29: GitHub fails to tell ${name}`,
      inHouse(async (house) => {
        before(house)
        for (const what of fails) {
          const rule: FaultRule = { when, do: MISHAPS[what] }
          house.sandbox.faults.add(rule)
          const ran = await house.run('apply')
          house.sandbox.faults.clear()
          const said = `${name}, ${what}: ${ran.text}`
          expectNothingGiven(house, ran)
          expect(refusals(house), said).toEqual({})
          expect(ran.code, said).toBe(exit)
        }
        expect((await house.run('apply')).code).toBe(0)
        expect(mayRead(house, MARTA)).toBe(true)
      }),
    )

  it(
    'threat 29: GitHub has not tied the pull request to its commit yet',
    inHouse(async (house) => {
      asked(house)
      house.change((world) => withGithub(world, { lagging: { commitPulls: 2 } }))
      expect((await house.run('apply')).code).toBe(0)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )

  it(
    'somebody pushes while the run is under way',
    inHouse(async (house) => {
      asked(house)
      const running = house.run('apply')
      while (!house.sandbox.journal.entries().some(({ part }) => part === 'sts')) await sleep(1)
      pushToMain(house, 'marta', { 'notes.txt': 'x' })
      const ran = await running
      expectNothingGiven(house, ran)
      expect(ran.text).toMatch(/somebody pushed meanwhile/)
      expect(ran.code).toBe(2)
      expect((await house.run('apply')).code).toBe(0)
      expect(mayRead(house, MARTA)).toBe(true)
    }),
  )

  it(
    'GitHub is down at expiry: what has ended is taken all the same',
    inHouse(async (house) => {
      asked(house)
      await house.run('apply')
      house.wait(2 * HOUR + MINUTE)
      house.sandbox.faults.add({ when: { part: 'github', op: /^Daypass/ }, do: { status: 500, code: 'Down' } })
      house.sandbox.journal.clear()
      const ran = await house.run('expire')
      expect(ran.writes.map(({ op }) => op)).toEqual(['DetachUserPolicy', 'DeletePolicy'])
      expect(ran.code).toBe(0)
      // Only what would have been told was tried, after everything was taken.
      const journal = house.sandbox.journal.entries()
      const tries = journal.filter(({ op }) => op.startsWith('Daypass'))
      const taken = journal.findLastIndex(({ op }) => op === 'DeletePolicy')
      expect(tries.every((one) => journal.indexOf(one) > taken)).toBe(true)
      // The next run tells what this one could not.
      house.sandbox.faults.clear()
      expect((await house.run('expire')).code).toBe(0)
      expect(house.sandbox.journal.writes().some(({ op }) => op === 'DaypassGestures')).toBe(true)
    }),
  )

  it(
    'threat 30: apply takes what has ended while GitHub throttles it',
    inHouse(async (house) => {
      asked(house)
      await house.run('apply')
      house.wait(2 * HOUR + MINUTE)
      land(house, { by: 'jonas', files: asking('new', { for: 'jonas' }), approvedBy: ['tomas'] })
      house.sandbox.faults.add({ when: { part: 'github', op: /^Daypass/ }, do: 'throttle' })
      house.sandbox.journal.clear()
      const ran = await house.run('apply')
      expect(ran.writes.map(({ op }) => op)).toEqual(['DetachUserPolicy', 'DeletePolicy'])
      expect(whatAnybodyMay(house)).toEqual([])
      expect(ran.code).toBe(2)
      expect(house.sandbox.journal.entries().filter(({ op }) => op.startsWith('Daypass')).length).toBeLessThan(6)
      house.sandbox.faults.clear()
      expect((await house.run('apply')).code).toBe(0)
      expect(whatAnybodyMay(house)).toHaveLength(1)
    }),
  )

  it(
    'the record cannot be written: nothing is given, taking goes on',
    inHouse(async (house) => {
      asked(house)
      await house.run('apply')
      house.sandbox.journal.clear()
      land(house, { by: 'jonas', files: { [pathOf('asked')]: null } })
      land(house, { by: 'jonas', files: asking('new', { for: 'jonas' }), approvedBy: ['tomas'] })
      house.sandbox.faults.add({ when: { part: 'git', op: 'receive-pack' }, do: { status: 403, code: 'Forbidden' } })
      const ran = await house.run('apply')
      expect(givingCalls(house)).toEqual([])
      expect(whatAnybodyMay(house)).toEqual([])
      expect(ran.text).toMatch(/The record could not be opened, so nothing is given/)
      expect(ran.code).toBe(2)
    }),
  )

  it(
    'the record was rewritten: nothing is given, taking goes on',
    inHouse(async (house) => {
      asked(house)
      await house.run('apply')
      house.sandbox.journal.clear()
      const path = 'record/2026-12.jsonl'
      const text = git(house.gitDirectory, ['cat-file', 'blob', `refs/heads/daypass-ledger:${path}`])
      const files = { [path]: `${text.split('\n').slice(1).join('\n')}\n` }
      const author = { name: 'marta', email: 'marta@localhost' }
      commit(
        { gitDirectory: house.gitDirectory },
        { branch: 'daypass-ledger', files, message: 'Tidy', author, at: house.now() },
      )
      land(house, { by: 'jonas', files: asking('new', { for: 'jonas' }), approvedBy: ['tomas'] })
      const refused = await house.run('apply')
      expect(givingCalls(house)).toEqual([])
      expect(refused.text).toMatch(/The record could not be read, so nothing is given: .*chain is broken/)
      expect(refused.code).toBe(2)
      house.wait(2 * HOUR + MINUTE)
      const ended = await house.run('expire')
      expect(ended.writes.map(({ op }) => op)).toEqual(['DetachUserPolicy', 'DeletePolicy'])
    }),
  )

  it(
    'git cannot be fetched at expiry: an earlier clone serves for what is past its end, and for nothing else',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('asked'), approvedBy: ['tomas'] })
      await house.run('apply')
      const down = { GITHUB_SERVER_URL: 'http://127.0.0.1:9', GITHUB_WORKSPACE: house.gitDirectory }
      const early = await house.run('expire', {}, down)
      expect(early.writes).toEqual([])
      expect(early.text).toMatch(/could not be fetched, so an earlier clone was read/)
      expect(mayRead(house, MARTA)).toBe(true)
      house.wait(2 * HOUR + MINUTE)
      const ended = await house.run('expire', {}, down)
      expect(ended.writes.map(({ op }) => op)).toEqual(['DetachUserPolicy', 'DeletePolicy'])
      expect((await house.run('apply', {}, down)).writes).toEqual([])
    }),
  )

  it(
    'the record was deleted: said in red, and nobody has more or less than Git and the cloud say',
    inHouse(async (house) => {
      asked(house)
      await house.run('apply')
      const before = whatAnybodyMay(house)
      setRef({ gitDirectory: house.gitDirectory }, 'daypass-ledger', null)
      const ran = await house.run('apply')
      expect(givingCalls(ran)).toEqual([])
      expect(whatAnybodyMay(house)).toEqual(before)
      expect(entriesOf(house, 'proved').map(({ request }) => request)).toEqual(['asked'])
      expect(ran.text).toMatch(/record is lost/)
      expect(ran.code).toBe(2)
    }),
  )

  it(
    'half of the accounts cannot be reached: the others go on, and the run is red',
    inHouse(async (house) => {
      asked(house)
      land(house, {
        by: 'lena',
        files: asking('stage', { for: 'lena', account: 'orders-stage' }),
        approvedBy: ['greta'],
      })
      const down = (account: string): FaultRule => ({
        when: { part: 'sts', op: 'AssumeRole', where: account },
        do: { status: 403, code: 'AccessDenied' },
      })
      house.sandbox.faults.add(down(PROD), down('777788889999'))
      const half = await house.run('apply')
      expect(whatAnybodyMay(house)).toEqual([`${STAGE} lena.fuchs sqs:ReceiveMessage`])
      expect(half.text).toMatch(/orders-prod could not be read/)
      expect(half.code).toBe(2)
      house.sandbox.faults.clear()
      expect((await house.run('apply')).code).toBe(0)
      house.wait(2 * HOUR + MINUTE)
      house.sandbox.faults.add(down(STAGE))
      const ended = await house.run('expire')
      expect(ended.writes.map(({ op, where }) => `${op} ${where}`)).toEqual([
        `DetachUserPolicy ${PROD}`,
        `DeletePolicy ${PROD}`,
      ])
      expect(ended.code).toBe(2)
      expect(whatAnybodyMay(house)).toEqual([])
    }),
  )
})
