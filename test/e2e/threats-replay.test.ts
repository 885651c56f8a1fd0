// Threats by what comes with a request, comes back, or runs from elsewhere, each played against the bundle's apply.

import { describe, expect, it } from 'vitest'
import { mergeCrafted } from '../../src/sandbox/github/actions/merging.ts'
import { addJob } from '../../src/sandbox/github/actions/people.ts'
import { push } from '../../src/sandbox/github/actions/pushing.ts'
import { theRepository, withRepository } from '../../src/sandbox/github/records.ts'
import { HOUR, type House, inHouse } from './house.ts'
import { expectNothingGiven, expectRefused, givingCalls, MARTA, mayRead, refusals, whatAnybodyMay } from './judging.ts'
import { approve, land, loginOf, merge, propose, pushToMain, REPOSITORY, tip } from './people.ts'
import { asking, OPEN, OPEN_RULES, pathOf, request } from './requests.ts'

/** A check run of somebody's workflow that says all is well. */
const greenCheck = (house: House, pull: number): void =>
  house.change((world) => {
    const repository = theRepository(world, REPOSITORY)
    const headOid = repository.pulls.find((one) => one.number === pull)?.head.oid ?? ''
    const output = { title: 'Allowed', summary: 'Approved by everybody', text: null }
    const run = {
      id: 1,
      name: 'daypass',
      headOid,
      app: 'github-actions',
      status: 'completed',
      conclusion: 'success',
    } as const
    const times = { startedAt: house.now(), completedAt: house.now() }
    const check = { ...run, ...times, externalId: '', detailsUrl: null, output, annotations: [] }
    return withRepository(world, repository.id, {
      checkRuns: [...repository.checkRuns, check],
      labels: ['daypass: allowed'],
    })
  })

describe.concurrent('threats beside the landing', () => {
  it(
    'threat 1: one pull request changes rules and request together',
    inHouse(async (house) => {
      land(house, {
        by: 'marta',
        files: { ...asking('both'), [OPEN_RULES]: OPEN },
        approvedBy: ['tomas', 'nadia', 'oscar', 'priya'],
      })
      const ran = await house.run('apply')
      expectRefused(
        house,
        ran,
        { both: 'mixed' },
        /changes config\/rules\/open.yaml as well/,
        /settings change .* is not proved/,
      )
      // The rules it brought are not in force for anybody later, either.
      land(house, { by: 'marta', files: asking('after') })
      expectRefused(house, await house.run('apply'), { both: 'mixed', after: 'approvals-missing' })
    }),
  )

  it(
    'threat 2: a changed workflow reports a green check',
    inHouse(async (house) => {
      const checked = propose(house, { by: 'marta', files: asking('checked') })
      greenCheck(house, checked)
      merge(house, checked)
      const workflow = { '.github/workflows/plan.yml': 'on: pull_request_target\njobs: {}\n' }
      land(house, { by: 'marta', files: { ...asking('with-workflow'), ...workflow }, approvedBy: ['tomas', 'aiko'] })
      const ran = await house.run('apply')
      expectRefused(house, ran, { checked: 'approvals-missing', 'with-workflow': 'mixed' })
    }),
  )

  it(
    'threat 14: an old file comes back, its id is copied, or its path written otherwise',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('again'), approvedBy: ['tomas'] })
      expect((await house.run('apply')).code).toBe(0)
      house.wait(3 * HOUR)
      await house.run('expire')
      house.sandbox.journal.clear()
      land(house, { by: 'jonas', files: { [pathOf('again')]: null } })
      pushToMain(house, 'marta', asking('again'))
      expect((await house.run('apply')).code).toBe(2)
      expect(refusals(house)).toEqual({ again: 'no-pull-request' })
      land(house, { by: 'jonas', files: { [pathOf('again')]: null } })
      land(house, { by: 'marta', files: asking('again') })
      land(house, { by: 'marta', files: { 'config/requests/other/again.yaml': request() }, approvedBy: ['tomas'] })
      land(house, { by: 'marta', files: { 'config/requests/2026/12/AGAIN.yaml': request() }, approvedBy: ['tomas'] })
      const ran = await house.run('apply')
      expect(givingCalls(house)).toEqual([])
      expect(whatAnybodyMay(house)).toEqual([])
      expect(ran.text).toMatch(/again/i)
      expect(ran.code).toBeGreaterThan(0)
    }),
  )

  it(
    'an old pull request brings back a request that was deleted',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('gone', { duration: '4h' }), approvedBy: ['tomas'] })
      const from = tip(house)
      expect((await house.run('apply')).code).toBe(0)
      land(house, { by: 'jonas', files: { [pathOf('gone')]: null } })
      await house.run('apply')
      expect(mayRead(house, MARTA)).toBe(false)
      house.sandbox.journal.clear()
      const old = propose(house, { by: 'marta', from, files: asking('other', { action: 'sqs:SendMessage' }) })
      approve(house, old, 'tomas')
      const back = { [pathOf('gone')]: request({ duration: '4h' }) }
      house.change((world) =>
        mergeCrafted(world, {
          repository: REPOSITORY,
          pull: old,
          by: loginOf(house, 'marta'),
          at: house.now(),
          files: back,
        }),
      )
      const ran = await house.run('apply')
      expect(refusals(house)).toEqual({ gone: 'changes-differ', other: 'changes-differ' })
      expect(ran.code).toBe(2)
      expect(givingCalls(house)).toEqual([])
      expect(whatAnybodyMay(house)).toEqual([])
    }),
  )

  it(
    'threat 15: an old run is started again, or one for another branch',
    inHouse(async (house) => {
      const at = house.now()
      const before = tip(house)
      house.change((world) =>
        push(world, {
          repository: REPOSITORY,
          by: loginOf(house, 'marta'),
          branch: 'evil',
          files: { ...asking('evil'), [OPEN_RULES]: OPEN },
          at,
        }),
      )
      const evil = {
        GITHUB_REF: 'refs/heads/evil',
        GITHUB_REF_NAME: 'evil',
        GITHUB_SHA: tip(house, 'evil'),
        GITHUB_RUN_ATTEMPT: '2',
        GITHUB_EVENT_NAME: 'workflow_dispatch',
      }
      const dispatched = await house.run('apply', {}, evil)
      expect(dispatched.code).toBe(0)
      expectNothingGiven(house, dispatched)
      // What an old run saw is not what counts: the default branch as it is now does.
      land(house, { by: 'marta', files: asking('later'), approvedBy: ['tomas'] })
      land(house, { by: 'jonas', files: { [pathOf('later')]: null } })
      const again = await house.run('apply', {}, { GITHUB_SHA: before, GITHUB_RUN_ATTEMPT: '2' })
      expectNothingGiven(house, again)
    }),
  )

  it(
    'threat 26: a run of another branch gets no session from AWS',
    inHouse(async (house) => {
      land(house, { by: 'marta', files: asking('fine'), approvedBy: ['tomas'] })
      const job = {
        repository: REPOSITORY,
        workflowRef: `${REPOSITORY}/.github/workflows/apply.yml@refs/heads/evil`,
        actor: loginOf(house, 'marta'),
        runId: 8,
      }
      house.change((world) =>
        addJob(world, { ...job, requestToken: 'branch', ref: 'refs/heads/evil', environment: 'daypass-apply' }),
      )
      house.change((world) => addJob(world, { ...job, requestToken: 'no-environment', ref: 'refs/heads/main' }))
      house.change((world) =>
        addJob(world, {
          ...job,
          requestToken: 'pull',
          ref: 'refs/pull/1/merge',
          claims: { event_name: 'pull_request' },
        }),
      )
      for (const token of ['branch', 'no-environment', 'pull']) {
        const ran = await house.run('apply', {}, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: token })
        expectNothingGiven(house, ran)
        expect(ran.text).toMatch(/AssumeRoleWithWebIdentity/)
        expect(ran.code).toBe(2)
      }
    }),
  )
})
