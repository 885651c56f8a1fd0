// What the tests of `daypass doctor` share: a GitHub that is as safe or as careless as each test makes it, and what is said of it.

import { afterEach, beforeEach } from 'vitest'
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
import { readWorkflow } from '../../src/install/doctor/workflow-file.ts'
import { addToken, secure } from '../../src/sandbox/github/actions/people.ts'
import type { Safety as SandboxSafety } from '../../src/sandbox/github/safety.ts'

const NOW = 1_796_115_600
export const ADMIN = 'administrators-token'
export const WRITER = 'writers-token'

/** The example company, anew for each test. */
export let company: Company
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

export const RULESET: SandboxSafety['rulesets'][number] = {
  id: 55,
  name: 'protect main',
  enforcement: 'active',
  branches: ['~DEFAULT_BRANCH', 'daypass-ledger'],
  rules: ['deletion', 'non_fast_forward', 'pull_request'],
  approvals: 1,
  bypass: [],
}
export const environment = (
  job: string,
  branches: SandboxSafety['environments'][number]['branches'] = ['main'],
  reviewers = false,
) => ({
  id: 600 + job.length,
  name: `daypass-${job}`,
  branches,
  reviewers,
})
export const SAFE: Partial<SandboxSafety> = {
  rulesets: [RULESET],
  environments: [environment('apply'), environment('expire'), environment('inventory')],
  actions: { pinned: true, token: 'read', approves: true },
}

export const make = (safety: Partial<SandboxSafety>): void =>
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

export const SHA = 'a'.repeat(40)
export const workflow = (command: string, more = ''): string => `
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

export async function examined({ token = ADMIN, files, settings = (text) => text }: Looking = {}): Promise<Diagnosis> {
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

export const notFine = ({ parts }: Diagnosis): readonly Check[] =>
  parts.flatMap(({ checks }) => checks).filter(({ state }) => state !== 'fine' && state !== 'note')

export const says = (diagnosis: Diagnosis): readonly string[] =>
  notFine(diagnosis).map(({ state, about, says: said }) => `${state}: ${about}: ${said}`)
