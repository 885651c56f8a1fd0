// Threats to how a request came onto the default branch, each played against the bundle's apply.

import { describe, expect, it } from 'vitest'
import { commit } from '../../src/sandbox/git/repository.ts'
import { claimMergeCommit, mergeCrafted, mergeQueue } from '../../src/sandbox/github/actions/merging.ts'
import { addJob } from '../../src/sandbox/github/actions/people.ts'
import { retarget } from '../../src/sandbox/github/actions/pulls.ts'
import { forcePush, push } from '../../src/sandbox/github/actions/pushing.ts'
import { theRepository, withRepository } from '../../src/sandbox/github/records.ts'
import { type House, HOUR, inHouse } from './house.ts'
import { expectNothingGiven, expectRefused, givingCalls, MARTA, mayRead, refusals, whatAnybodyMay } from './judging.ts'
import { approve, land, loginOf, merge, propose, pushToMain, REPOSITORY, tip } from './people.ts'
import { asking, pathOf, request } from './requests.ts'

const RULES = 'config/rules/open.yaml'
const OPEN = 'rules:\n  - {name: open, who: anyone, what: {account: orders-prod}, ways: [auto], limits: {maxDuration: 7d}}\n'

/** A check run of somebody's workflow that says all is well. */
const greenCheck = (house: House, pull: number): void =>
  house.change((world) => {
    const repository = theRepository(world, REPOSITORY)
    const headOid = repository.pulls.find((one) => one.number === pull)?.head.oid ?? ''
    const output = { title: 'Allowed', summary: 'Approved by everybody', text: null }
    const run = { id: 1, name: 'daypass', headOid, app: 'github-actions', status: 'completed', conclusion: 'success' } as const
    const times = { startedAt: house.now(), completedAt: house.now() }
    const check = { ...run, ...times, externalId: '', detailsUrl: null, output, annotations: [] }
    return withRepository(world, repository.id, { checkRuns: [...repository.checkRuns, check], labels: ['daypass: allowed'] })
  })

describe.concurrent('threats to the landing', () => {
  it('threat 1: one pull request changes rules and request together', inHouse(async (house) => {
    land(house, { by: 'marta', files: { ...asking('both'), [RULES]: OPEN }, approvedBy: ['tomas', 'nadia', 'oscar', 'priya'] })
    const ran = await house.run('apply')
    expectRefused(house, ran, { both: 'mixed' }, /changes config\/rules\/open.yaml as well/, /settings change .* is not proved/)
    // The rules it brought are not in force for anybody later, either.
    land(house, { by: 'marta', files: asking('after') })
    expectRefused(house, await house.run('apply'), { both: 'mixed', after: 'approvals-missing' })
  }))

  it('threat 2: a changed workflow reports a green check', inHouse(async (house) => {
    const checked = propose(house, { by: 'marta', files: asking('checked') })
    greenCheck(house, checked)
    merge(house, checked)
    const workflow = { '.github/workflows/plan.yml': 'on: pull_request_target\njobs: {}\n' }
    land(house, { by: 'marta', files: { ...asking('with-workflow'), ...workflow }, approvedBy: ['tomas', 'aiko'] })
    const ran = await house.run('apply')
    expectRefused(house, ran, { checked: 'approvals-missing', 'with-workflow': 'mixed' })
  }))

  it('threat 3: direct push, admin bypass, force push to main', inHouse(async (house) => {
    land(house, { by: 'marta', files: asking('rewritten'), approvedBy: ['tomas'] })
    const before = tip(house)
    pushToMain(house, 'oscar', asking('pushed', { duration: '1h' }))
    // An admin takes the approved landing out of history and pushes the same bytes again.
    house.change((world) => forcePush(world, { repository: REPOSITORY, by: loginOf(house, 'oscar'), branch: 'main', to: house.start, at: house.now() }))
    pushToMain(house, 'oscar', { ...asking('rewritten'), ...asking('pushed', { duration: '1h' }) }, 'Ask (#1)')
    expect(tip(house)).not.toBe(before)
    const ran = await house.run('apply')
    expectRefused(house, ran, { pushed: 'no-pull-request', rewritten: 'no-pull-request' }, /no merged pull request brought it/)
  }))

  it('threat 4: an indirect merge marks an unreviewed pull request merged', inHouse(async (house) => {
    const pull = propose(house, { by: 'marta', files: asking('indirect') })
    const head = theRepository(house.sandbox.world(), REPOSITORY).pulls.find((one) => one.number === pull)?.head.oid ?? ''
    house.change((world) => forcePush(world, { repository: REPOSITORY, by: loginOf(house, 'marta'), branch: 'main', to: head, at: house.now() }))
    expect(theRepository(house.sandbox.world(), REPOSITORY).pulls[0]?.state).toBe('merged')
    expectRefused(house, await house.run('apply'), { indirect: 'approvals-missing' }, /0 of 1 approval/)
  }))

  it('threat 6: an edit inside the merge commit', inHouse(async (house) => {
    const edited = propose(house, { by: 'marta', files: asking('edited') })
    approve(house, edited, 'tomas')
    const by = loginOf(house, 'marta')
    const crafted = { repository: REPOSITORY, by, at: house.now() }
    const longer = { [pathOf('edited')]: request({ duration: '4h' }) }
    house.change((world) => mergeCrafted(world, { ...crafted, pull: edited, files: longer }))
    const smuggled = propose(house, { by: 'marta', files: asking('smuggled') })
    approve(house, smuggled, 'tomas')
    house.change((world) => mergeCrafted(world, { ...crafted, pull: smuggled, files: asking('beside', { for: 'jonas' }) }))
    const ran = await house.run('apply')
    expectRefused(house, ran, { edited: 'changes-differ', smuggled: 'changes-differ', beside: 'changes-differ' })
  }))

  it('and what a merge queue lands as it was reviewed is given', inHouse(async (house) => {
    const pulls = [propose(house, { by: 'marta', files: asking('queued') }), propose(house, { by: 'jonas', files: asking('next', { for: 'jonas' }) })]
    for (const pull of pulls) approve(house, pull, 'tomas')
    house.wait(20)
    house.change((world) => mergeQueue(world, { repository: REPOSITORY, pulls, method: 'squash', at: house.now() }))
    expect((await house.run('apply')).code).toBe(0)
    expect(whatAnybodyMay(house)).toHaveLength(2)
  }))

  it('a record that names another commit as the merge of an approved pull request', inHouse(async (house) => {
    const pull = land(house, { by: 'marta', files: asking('small'), approvedBy: ['tomas'] })
    pushToMain(house, 'marta', asking('large', { duration: '4h' }))
    house.change((world) => claimMergeCommit(world, { repository: REPOSITORY, pull, commit: tip(house) }))
    const ran = await house.run('apply')
    expectNothingGiven(house, ran)
    expect(refusals(house)['large']).toMatch(/^(changes-differ|no-pull-request|not-this-landing)$/)
  }))

  it('threat 14: an old file comes back, its id is copied, or its path written otherwise', inHouse(async (house) => {
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
  }))

  it('an old pull request brings back a request that was deleted', inHouse(async (house) => {
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
    house.change((world) => mergeCrafted(world, { repository: REPOSITORY, pull: old, by: loginOf(house, 'marta'), at: house.now(), files: back }))
    const ran = await house.run('apply')
    expect(refusals(house)).toEqual({ gone: 'changes-differ', other: 'changes-differ' })
    expect(ran.code).toBe(2)
    expect(givingCalls(house)).toEqual([])
    expect(whatAnybodyMay(house)).toEqual([])
  }))

  it('threat 15: an old run is started again, or one for another branch', inHouse(async (house) => {
    const at = house.now()
    const before = tip(house)
    house.change((world) => push(world, { repository: REPOSITORY, by: loginOf(house, 'marta'), branch: 'evil', files: { ...asking('evil'), [RULES]: OPEN }, at }))
    const evil = { GITHUB_REF: 'refs/heads/evil', GITHUB_REF_NAME: 'evil', GITHUB_SHA: tip(house, 'evil'), GITHUB_RUN_ATTEMPT: '2', GITHUB_EVENT_NAME: 'workflow_dispatch' }
    const dispatched = await house.run('apply', {}, evil)
    expect(dispatched.code).toBe(0)
    expectNothingGiven(house, dispatched)
    // What an old run saw is not what counts: the default branch as it is now does.
    land(house, { by: 'marta', files: asking('later'), approvedBy: ['tomas'] })
    land(house, { by: 'jonas', files: { [pathOf('later')]: null } })
    const again = await house.run('apply', {}, { GITHUB_SHA: before, GITHUB_RUN_ATTEMPT: '2' })
    expectNothingGiven(house, again)
  }))

  it('threat 26: a run of another branch gets no session from AWS', inHouse(async (house) => {
    land(house, { by: 'marta', files: asking('fine'), approvedBy: ['tomas'] })
    const job = { repository: REPOSITORY, workflowRef: `${REPOSITORY}/.github/workflows/apply.yml@refs/heads/evil`, actor: loginOf(house, 'marta'), runId: 8 }
    house.change((world) => addJob(world, { ...job, requestToken: 'branch', ref: 'refs/heads/evil', environment: 'daypass-apply' }))
    house.change((world) => addJob(world, { ...job, requestToken: 'no-environment', ref: 'refs/heads/main' }))
    house.change((world) => addJob(world, { ...job, requestToken: 'pull', ref: 'refs/pull/1/merge', claims: { event_name: 'pull_request' } }))
    for (const token of ['branch', 'no-environment', 'pull']) {
      const ran = await house.run('apply', {}, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: token })
      expectNothingGiven(house, ran)
      expect(ran.text).toMatch(/AssumeRoleWithWebIdentity/)
      expect(ran.code).toBe(2)
    }
  }))

  it('threat 31: merged into another branch, or a stack of pull requests', inHouse(async (house) => {
    const by = loginOf(house, 'marta')
    house.change((world) => push(world, { repository: REPOSITORY, by, branch: 'feature', files: { 'notes.txt': 'a' }, at: house.now() }))
    land(house, { by: 'marta', base: 'feature', from: tip(house, 'feature'), files: asking('stacked'), approvedBy: ['tomas'] })
    house.change((world) => forcePush(world, { repository: REPOSITORY, by, branch: 'main', to: tip(house, 'feature'), at: house.now() }))
    // Into main by a merge commit of one's own.
    house.change((world) => push(world, { repository: REPOSITORY, by, branch: 'second', files: { 'notes.txt': 'b' }, at: house.now() }))
    land(house, { by: 'jonas', base: 'second', from: tip(house, 'second'), files: asking('beside', { for: 'jonas' }), approvedBy: ['tomas'] })
    const author = { name: 'marta', email: 'marta@localhost' }
    const parents = [tip(house), tip(house, 'second')]
    commit({ gitDirectory: house.gitDirectory }, { branch: 'main', parents, files: asking('beside', { for: 'jonas' }), message: 'Merge branch second', author, at: house.now() })
    const ran = await house.run('apply')
    expectRefused(house, ran, { stacked: 'other-base', beside: 'no-pull-request' }, /merged into feature, not main/)
  }))

  it('and a pull request that was turned to main before it was merged is given', inHouse(async (house) => {
    const by = loginOf(house, 'marta')
    house.change((world) => push(world, { repository: REPOSITORY, by, branch: 'feature', parents: [tip(house)], files: {}, at: house.now() }))
    const pull = propose(house, { by: 'marta', base: 'feature', files: asking('turned') })
    approve(house, pull, 'tomas')
    house.change((world) => retarget(world, { repository: REPOSITORY, pull, base: 'main', at: house.now() }))
    merge(house, pull)
    expect((await house.run('apply')).code).toBe(0)
    expect(mayRead(house, MARTA)).toBe(true)
  }))
})
