// How the doctor comes by what it looks at: the folder, the record, and GitHub's own word on the repository.

import { lintSettings } from '../core/approval/lints.ts'
import { readSettings } from '../core/documents/settings.ts'
import { KINDS } from '../core/entitlements/index.ts'
import { type Answer, unknown, writeEdgeError } from '../core/model/edge-error.ts'
import { sortFindings } from '../core/model/finding.ts'
import { instantOf } from '../core/model/time.ts'
import { documentsOnDisk } from '../edges/disk/documents.ts'
import { defaultBranchOf, originOf } from '../edges/git/origin.ts'
import { readSafety, type Safety } from '../edges/github/safety.ts'
import type { BranchFacts, Facts } from '../install/doctor/facts.ts'
import { readWorkflow } from '../install/doctor/workflow-file.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { eachOf } from '../modes/any/each.ts'
import { readLedger } from './ledger-reading.ts'
import { MODE_NAMES } from './mode-names.ts'
import { githubFrom } from './witness.ts'

export interface Examined {
  readonly directory: string
  readonly ledgerBranch: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stage: (says: string) => void
}

const WORKFLOWS = '.github/workflows'

/** Nobody to ask: every question has the same answer. */
function silent(said: string): Safety {
  const nobody = async () => unknown({ kind: 'denied', call: 'GitHub', said })
  return {
    repository: nobody,
    rules: nobody,
    bypass: nobody,
    protection: nobody,
    environments: nobody,
    secrets: nobody,
    actions: nobody,
    workflows: nobody,
    collaborators: nobody,
    login: nobody,
  }
}

async function safetyOf({ environment }: Examined): Promise<Safety> {
  const token = environment['GITHUB_TOKEN'] ?? environment['GH_TOKEN'] ?? null
  const client = githubFrom(environment, token)
  const repository = environment['GITHUB_REPOSITORY'] ?? (await originOf(process.cwd()))?.repository
  const [owner, name] = (repository ?? '').split('/')
  if (client === null) return silent('there is no GITHUB_TOKEN to ask with')
  if (owner === undefined || name === undefined || owner === '' || name === '')
    return silent('neither GITHUB_REPOSITORY nor the remote origin names a repository')
  return readSafety({ client, owner, name })
}

async function branchFacts(safety: Safety, branch: string): Promise<BranchFacts> {
  const [rules, protection] = await Promise.all([safety.rules(branch), safety.protection(branch)])
  const bypass = rules.is === 'unknown' ? rules : await safety.bypass(rules.value.rulesets)
  return { branch, rules, bypass, protection }
}

async function workflowFiles(): Promise<Facts['workflowFiles']> {
  const files = await documentsOnDisk(process.cwd(), WORKFLOWS)
  if (files.is === 'unknown') return []
  return files.value.flatMap(({ path, text }) =>
    text === null || !/\.ya?ml$/.test(path) ? [] : (readWorkflow(path, text) ?? []),
  )
}

/** A text says why nothing could be looked at. */
export async function examine(asked: Examined): Promise<Facts | string> {
  const { directory, environment, ledgerBranch, stage } = asked
  stage(`Reading ${directory}`)
  const files = await documentsOnDisk(process.cwd(), directory)
  if (files.is === 'unknown') return writeEdgeError(files.because)
  const { settings, findings } = readSettings(files.value, directory, KINDS, MODE_NAMES)
  if (settings === null) return 'The settings are broken: daypass validate tells where.'
  const safety = await safetyOf(asked)
  stage('Asking GitHub')
  const repository = await safety.repository()
  const branch = repository.is === 'known' ? repository.value.defaultBranch : await defaultBranchOf(process.cwd())
  const [main, record, environments, secrets, actions, workflows, collaborators, ledger] = await Promise.all([
    branchFacts(safety, branch),
    branchFacts(safety, ledgerBranch),
    safety.environments(),
    safety.secrets(),
    safety.actions(),
    safety.workflows(),
    safety.collaborators(),
    readLedger(environment, ledgerBranch),
  ])
  const ids = [...new Set([...settings.people.values()].map(({ githubId }) => githubId))]
  let done = 0
  const logins = await eachOf(ids, async (id): Promise<readonly [number, Answer<string | null>]> => {
    const login = await safety.login(id)
    stage(`Asking GitHub: ${++done} of ${ids.length} people`)
    return [id, login]
  })
  return {
    settings,
    findings: sortFindings([...findings, ...lintSettings(settings, await loadKnowledge())]),
    workflowFiles: await workflowFiles(),
    repository,
    main,
    ledgerBranch: record,
    environments,
    secrets,
    actions,
    workflows,
    collaborators,
    logins: new Map(logins),
    ledger,
    now: instantOf(Date.now() / 1000),
  }
}
