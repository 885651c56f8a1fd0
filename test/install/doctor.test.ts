// What `daypass doctor` says of a repository, read from a GitHub that is as safe or as careless as each test makes it.

import { spawn } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../../src/core/documents/settings.ts'
import { KINDS } from '../../src/core/entitlements/index.ts'
import { unknown } from '../../src/core/model/edge-error.ts'
import { instantOf } from '../../src/core/model/time.ts'
import { githubClient } from '../../src/edges/github/client.ts'
import { readSafety, type Safety } from '../../src/edges/github/safety.ts'
import { type Company, openCompany, REPOSITORY } from '../../src/entry/commands/demo/company.ts'
import { MODE_NAMES } from '../../src/entry/mode-names.ts'
import type { Check } from '../../src/install/check.ts'
import { type Diagnosis, diagnose } from '../../src/install/doctor/diagnosis.ts'
import type { Facts } from '../../src/install/doctor/facts.ts'
import { minutesOf, ticksOf } from '../../src/install/doctor/minutes.ts'
import { readWorkflow } from '../../src/install/doctor/workflow-file.ts'
import { addToken, removeUser, renameUser, secure, setRole } from '../../src/sandbox/github/actions/people.ts'
import type { Safety as SandboxSafety } from '../../src/sandbox/github/safety.ts'

const NOW = 1_796_115_600
const ADMIN = 'administrators-token'
const WRITER = 'writers-token'

let company: Company
beforeEach(async () => {
  company = await openCompany({ root: process.cwd(), directory: 'config', now: NOW })
  company.sandbox.change((world) => {
    const seen = { contents: 'read', actions: 'read', metadata: 'read' } as const
    const all = { ...seen, administration: 'write', secrets: 'read' } as const
    const admin = addToken(world, { token: ADMIN, permissions: all })
    return addToken(admin, { token: WRITER, permissions: seen })
  })
})
afterEach(() => company.sandbox.close())

const RULESET: SandboxSafety['rulesets'][number] = {
  id: 55,
  name: 'protect main',
  enforcement: 'active',
  branches: ['~DEFAULT_BRANCH', 'daypass-ledger'],
  rules: ['deletion', 'non_fast_forward', 'pull_request'],
  approvals: 1,
  bypass: [],
}
const environment = (
  job: string,
  branches: SandboxSafety['environments'][number]['branches'] = ['main'],
  reviewers = false,
) => ({
  id: 600 + job.length,
  name: `daypass-${job}`,
  branches,
  reviewers,
})
const SAFE: Partial<SandboxSafety> = {
  rulesets: [RULESET],
  environments: [environment('apply'), environment('expire'), environment('inventory')],
  actions: { pinned: true, token: 'read', approves: true },
}

const make = (safety: Partial<SandboxSafety>): void =>
  company.sandbox.change((world) => secure(world, { repository: REPOSITORY, ...safety }))

const safetyAs = (token: string): Safety => {
  const { url } = company.sandbox
  const client = githubClient({
    token,
    graphqlUrl: `${url}/github/graphql`,
    apiUrl: `${url}/github`,
    pause: async () => undefined,
  })
  const [owner = '', name = ''] = REPOSITORY.split('/')
  return readSafety({ client, owner, name })
}

const SHA = 'a'.repeat(40)
const workflow = (command: string, more = ''): string => `
on: {schedule: [{cron: '5 * * * *'}]}
jobs:
  ${command}:
    environment: daypass-${command}
    permissions: {id-token: write}
    steps:
      - uses: daypass/daypass@${SHA}
        with: {command: ${command}, start: ${SHA}${more}}
`

interface Looking {
  readonly token?: string
  readonly files?: Readonly<Record<string, string>>
  readonly settings?: (text: string, path: string) => string
}

async function examined({ token = ADMIN, files, settings = (text) => text }: Looking = {}): Promise<Diagnosis> {
  const safety = safetyAs(token)
  const sources = company.files.map((file) => ({
    ...file,
    text: file.text === null ? null : settings(file.text, file.path),
  }))
  const read = readSettings(sources, 'config', KINDS, MODE_NAMES)
  if (read.settings === null) throw new Error(read.findings.map(({ message }) => message).join('; '))
  const branch = async (name: string): Promise<Facts['main']> => {
    const rules = await safety.rules(name)
    const bypass = rules.is === 'unknown' ? rules : await safety.bypass(rules.value.rulesets)
    return { branch: name, rules, bypass, protection: await safety.protection(name) }
  }
  const people = [...read.settings.people.values()]
  const logins = await Promise.all(
    people.map(async ({ githubId }) => [githubId, await safety.login(githubId)] as const),
  )
  const written = files ?? { 'apply.yml': workflow('apply'), 'expire.yml': workflow('expire') }
  return diagnose({
    settings: read.settings,
    findings: [],
    workflowFiles: Object.entries(written).flatMap(
      ([name, text]) => readWorkflow(`.github/workflows/${name}`, text) ?? [],
    ),
    repository: await safety.repository(),
    main: await branch('main'),
    ledgerBranch: await branch('daypass-ledger'),
    environments: await safety.environments(),
    secrets: await safety.secrets(),
    actions: await safety.actions(),
    workflows: await safety.workflows(),
    collaborators: await safety.collaborators(),
    logins: new Map(logins),
    ledger: unknown({ kind: 'not-found', call: 'record', said: 'there is none' }),
    now: instantOf(NOW),
  })
}

const notFine = ({ parts }: Diagnosis): readonly Check[] =>
  parts.flatMap(({ checks }) => checks).filter(({ state }) => state !== 'fine' && state !== 'note')

const says = (diagnosis: Diagnosis): readonly string[] =>
  notFine(diagnosis).map(({ state, about, says: said }) => `${state}: ${about}: ${said}`)

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

describe('minutes', () => {
  it.each([
    ['23 * * * *', 720],
    ['8,23,38,53 * * * *', 2880],
    ['*/15 * * * *', 2880],
    ['41 5 * * 1', 30 / 7],
    ['0 3 * * *', 30],
  ])('of %s are %d a month', (cron, ticks) => {
    expect(ticksOf(cron)).toBeCloseTo(ticks)
  })

  it('are those of the files that have a schedule', () => {
    const file = readWorkflow(
      '.github/workflows/x.yml',
      "on: {schedule: [{cron: '0 * * * *'}, {cron: '30 3 * * *'}]}\njobs: {}",
    )
    expect(minutesOf(file === null ? [] : [file])).toEqual([{ path: '.github/workflows/x.yml', minutes: 750 }])
  })
})

describe('what theft costs', () => {
  it('names every credential, and what the settings let it do', async () => {
    make(SAFE)
    const { thefts } = await examined()
    expect(thefts.map(({ credential }) => credential)).toEqual([
      'arn:aws:iam::999900001111:role/daypass/hub-apply',
      'arn:aws:iam::999900001111:role/daypass/hub-expire',
      'arn:aws:iam::999900001111:role/daypass/hub-inventory',
      'the key to harbor.okta.com',
      'GitHub token of the jobs apply and expire',
      'GitHub token of the job merge',
      'GitHub account of a requester',
      'GitHub account of an approver',
      'GitHub account of an owner',
    ])
    expect(thefts[0]?.worst).toContain('comes into a group (readers)')
  })
})

/** With the sandbox in this very process, waiting must not stop it. */
const run = (words: readonly string[], environment: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>((resolve) => {
    const child = spawn(process.execPath, ['src/entry/cli-main.ts', ...words], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    })
    const [stdout, stderr]: [string[], string[]] = [[], []]
    child.stdout.on('data', (data) => stdout.push(String(data)))
    child.stderr.on('data', (data) => stderr.push(String(data)))
    child.on('close', (code) => resolve({ code, stdout: stdout.join(''), stderr: stderr.join('') }))
  })

describe('the command', () => {
  it('tells all of it, and ends as findings where something is wrong', async () => {
    make(SAFE)
    const { url } = company.sandbox
    const { code, stdout, stderr } = await run(['doctor', '--json'], {
      GITHUB_TOKEN: ADMIN,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_API_URL: `${url}/github`,
      GITHUB_GRAPHQL_URL: `${url}/github/graphql`,
      GITHUB_SERVER_URL: `${url}/git`,
    })
    const told = JSON.parse(stdout)
    expect(stderr).toBe('')
    expect(told.tier.tier).toBe('basic')
    const wrong = told.parts
      .flatMap(({ checks }: { readonly checks: readonly Check[] }) => checks)
      .filter(({ state }: Check) => state !== 'fine' && state !== 'note')
    expect(wrong.map(({ about }: Check) => about)).toEqual([
      'start of the settings in apply',
      'start of the settings in expire',
    ])
    expect(code).toBe(1)
  })

  it('without a token could not check, and never says fine', async () => {
    const { code, stdout } = await run(['doctor'], {})
    expect(stdout).toContain('there is no GITHUB_TOKEN to ask with')
    expect(stdout).toContain('NO TIER')
    expect(code).toBe(1)
  })
})
