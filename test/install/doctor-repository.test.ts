// What `daypass doctor` says of a repository: which tier it reaches, what is in danger, and what could not be checked.

import { describe, expect, it } from 'vitest'
import { REPOSITORY } from '../../src/entry/commands/demo/company.ts'
import { removeUser, renameUser, secure, setRole } from '../../src/sandbox/github/actions/people.ts'
import {
  company,
  environment,
  examined,
  make,
  notFine,
  RULESET,
  SAFE,
  SHA,
  says,
  WRITER,
  workflow,
} from './doctor-ground.ts'

describe('a repository that is set up as the README says', () => {
  it('has nothing against it and reaches the basic tier', async () => {
    make(SAFE)
    const diagnosis = await examined()
    expect(says(diagnosis)).toEqual([])
    expect(diagnosis.tier.tier).toBe('basic')
  })

  it('reaches the hardened tier once AWS trusts a locked repository alone and every job with cloud rights calls it', async () => {
    make(SAFE)
    const called = (command: string): string =>
      `on: {schedule: []}\njobs:\n  ${command}:\n    permissions: {id-token: write}\n    uses: harbor-goods/control/.github/workflows/${command}.yml@${SHA}\n    with: {start: ${SHA}}\n`
    const trusting = (text: string): string =>
      text.replace('ownerId: 4200 }', `ownerId: 4200, workflows: { repository: harbor-goods/control, ref: ${SHA} } }`)
    const files = { 'apply.yml': called('apply'), 'expire.yml': called('expire') }
    const diagnosis = await examined({ files, settings: trusting })
    expect(diagnosis.tier.tier).toBe('hardened')
    expect((await examined({ settings: trusting })).tier.tier).toBe('basic')
  })
})

describe('a repository', () => {
  it('without any protection reaches no tier, and what to do is said of each', async () => {
    const diagnosis = await examined()
    expect(diagnosis.tier.tier).toBe('none')
    expect(says(diagnosis)).toEqual(
      expect.arrayContaining([
        'danger: branch main: whoever may write can push to it',
        'danger: branch main: force pushes: its history can be rewritten',
        'missing: environment daypass-apply: is not there',
        'differs: branch daypass-ledger: the record can be rewritten by whoever may write',
      ]),
    )
    expect(notFine(diagnosis).every(({ cure }) => cure !== null)).toBe(true)
  })

  it('whose administrators may bypass the rules is in danger', async () => {
    make({ ...SAFE, rulesets: [{ ...RULESET, bypass: [{ type: 'RepositoryRole', id: 5, mode: 'exempt' }] }] })
    expect(says(await examined())).toEqual([
      'danger: who may bypass the rules of main: RepositoryRole 5 (exempt) in protect main: what they push is not reviewed',
    ])
  })

  it('of which a token does not see the bypass is not called safe', async () => {
    make(SAFE)
    const diagnosis = await examined({ token: WRITER })
    expect(says(diagnosis)).toContain(
      'unknown: who may bypass the rules of main: could not check: GitHub shows it to administrators alone (protect main)',
    )
    expect(diagnosis.tier.tier).toBe('none')
  })

  it('protected in the classic way, but for administrators, is in danger', async () => {
    make({
      ...SAFE,
      rulesets: [],
      protection: { main: { approvals: 2, admins: false }, 'daypass-ledger': { approvals: null, admins: true } },
    })
    expect(says(await examined())).toEqual([
      'danger: who may bypass the rules of main: branch protection does not bind administrators',
    ])
  })

  it.each([
    ['every', 'every branch may deploy to it'],
    ['protected', 'every branch may deploy to it as soon as no branch is protected'],
    [['main', 'evil'], 'branches that may deploy to it: main, evil'],
  ] as const)('whose environment takes the branches %j is in danger', async (branches, said) => {
    make({ ...SAFE, environments: [environment('apply', branches), environment('expire'), environment('inventory')] })
    const diagnosis = await examined()
    expect(says(diagnosis)).toEqual([`danger: environment daypass-apply: ${said}`])
    expect(diagnosis.tier.tier).toBe('none')
  })

  it('in which somebody must press a button for access to end is in danger', async () => {
    make({
      ...SAFE,
      environments: [environment('apply'), environment('expire', ['main'], true), environment('inventory')],
    })
    expect(says(await examined())).toEqual([
      'danger: environment daypass-expire: somebody must press a button for access to be taken away',
    ])
  })

  it('threat 27: with secrets of its own is in danger', async () => {
    make({ ...SAFE, secrets: ['AWS_SECRET_ACCESS_KEY'] })
    expect(says(await examined())[0]).toMatch(
      /^danger: secrets of the repository: AWS_SECRET_ACCESS_KEY: every workflow/,
    )
  })

  it('whose workflows use what can be moved, or have an id-token without an environment, is in danger', async () => {
    make(SAFE)
    const files = {
      'apply.yml': workflow('apply').replace(`@${SHA}\n`, '@v1\n'),
      'expire.yml': workflow('expire').replace('    environment: daypass-expire\n', ''),
    }
    expect(says(await examined({ files }))).toEqual([
      'danger: .github/workflows/apply.yml: uses what can be moved: daypass/daypass@v1',
      'danger: .github/workflows/expire.yml: the job expire has an id-token and no environment',
    ])
  })

  it('without a workflow that takes away, or with settings that nobody pinned, is told', async () => {
    make(SAFE)
    const files = { 'apply.yml': workflow('apply').replace(`, start: ${SHA}`, '') }
    expect(says(await examined({ files }))).toEqual([
      'differs: start of the settings in apply: not pinned to a commit',
      'missing: workflow expire: no workflow runs it',
    ])
  })

  it('whose schedule GitHub switched off is in danger', async () => {
    company.sandbox.change((world) => secure(world, { repository: REPOSITORY, ...SAFE }))
    const facts = await examined()
    expect(says(facts)).toEqual([])
    const asleep = new Map([['.github/workflows/expire.yml', 'disabled_inactivity']])
    const { workflowFileChecks } = await import('../../src/install/doctor/actions.ts')
    const checks = workflowFileChecks({ workflowFiles: [], workflows: { is: 'known', value: asleep } })
    expect(checks.find(({ state }) => state === 'danger')).toMatchObject({ cure: 'gh workflow enable expire.yml' })
  })

  it('whose roles trust another repository is in danger', async () => {
    make(SAFE)
    const wrong = (text: string): string => text.replace('repositoryId: 4242', 'repositoryId: 4243')
    expect(says(await examined({ settings: wrong }))).toEqual([
      'danger: trust in integrations/aws.yaml: repositoryId is 4243, GitHub says 4242',
    ])
  })

  it('with people who were renamed, are gone or left is told', async () => {
    make(SAFE)
    const [first, second, third] = [...company.settings.people.values()].filter(({ handle }) =>
      ['tomas', 'marta', 'aiko'].includes(handle),
    )
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('the example has other people')
    company.sandbox.change((world) => {
      const left = setRole(world, { repository: REPOSITORY, user: third.login, role: null })
      return removeUser(renameUser(left, { login: first.login, to: 'somebody-new' }), { login: second.login })
    })
    const found = says(await examined())
    expect(found).toEqual(
      expect.arrayContaining([
        `differs: GitHub account of ${first.handle}: the id ${first.githubId} is called somebody-new today, not ${first.login}`,
        `danger: GitHub account of ${second.handle}: there is no account with the id ${second.githubId} any more`,
      ]),
    )
    expect(found.some((one) => one.startsWith('differs: approvers who left: ') && one.includes(third.handle))).toBe(
      true,
    )
  })
})
