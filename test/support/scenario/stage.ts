// Where a scenario plays: its company alive on a sandbox, and everything that happened there so far.

import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readSettings } from '../../../src/core/documents/settings.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { type CommitId, id } from '../../../src/core/model/id.ts'
import type { Account, Settings } from '../../../src/core/model/settings.ts'
import { documentsOnDisk } from '../../../src/edges/disk/documents.ts'
import { type Company, openCompany } from '../../../src/entry/commands/demo/company.ts'
import { MODE_NAMES } from '../../../src/entry/mode-names.ts'
import type { AccountDraft, UserDraft } from '../../../src/sandbox/aws/build.ts'
import { refOid } from '../../../src/sandbox/git/objects.ts'
import type { Repository } from '../../../src/sandbox/github/world.ts'
import type { OktaWorld } from '../../../src/sandbox/okta/world.ts'
import { mistake } from './given.ts'
import type { Scenario } from './read.ts'
import type { Played } from './run.ts'

export const DIRECTORY = 'config'

export interface Stage {
  readonly scenario: Scenario
  readonly company: Company
  readonly start: CommitId | null
  /** Okta as it was when the story began. */
  readonly before: OktaWorld | undefined
  /** Runs so far, the newest last. */
  readonly runs: Played[]
  /** Whether calls are made to fail just now; where one fails once, the next run is its cure. */
  faulty: 'no' | 'once' | 'until it works again'
}

export interface PersonAt {
  readonly handle: string
  readonly login: string
  readonly email: string
}

type Known = { readonly scenario: Scenario; readonly company: Pick<Company, 'settings'> }

export function personOf({ company, scenario }: Known, handle: string): PersonAt {
  const found = [...company.settings.people.values()].find((one) => one.handle === handle)
  if (found === undefined) throw mistake(scenario.name, `people.yaml knows no ${handle}`)
  return { handle, login: found.login, email: found.email }
}

export function repositoryOf({ company }: Pick<Stage, 'company'>): Repository {
  const [found] = company.sandbox.world().github.repositories
  if (found === undefined) throw new Error('the sandbox has no repository')
  return found
}

/** Settings start in a folder of their own, so that they land as a company's would. */
async function onDisk(scenario: Scenario): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'daypass-scenario-'))
  for (const [path, content] of scenario.settings) {
    const file = join(root, DIRECTORY, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return root
}

/** What a person's user is called in an account, and how it is found there. */
export function userOf(stage: Known, handle: string, target: string): [string, UserDraft] {
  const account = accountOf(stage, target)
  const { email } = personOf(stage, handle)
  if (account.match.by === 'userName') return [email, {}]
  if (account.match.by === 'localPart') return [email.split('@')[0] ?? email, {}]
  return [handle, { tags: { [account.match.tag]: email } }]
}

export function accountOf({ company, scenario }: Known, target: string): Account {
  const found = company.settings.aws?.accounts.find((one) => one.name === target)
  if (found === undefined) throw mistake(scenario.name, `integrations/aws.yaml knows no account ${target}`)
  return found
}

/** Users named by a handle get the name and tags that their account knows them by. */
function withNames(stage: Known): Readonly<Record<string, AccountDraft>> {
  const people = new Set([...stage.company.settings.people.values()].map((person): string => person.handle))
  return Object.fromEntries(
    Object.entries(stage.scenario.world).map(([target, draft]) => {
      const users = Object.entries(draft.users ?? {}).map(([name, user]): [string, UserDraft] => {
        if (!people.has(name)) return [name, user]
        const [called, found] = userOf(stage, name, target)
        return [called, { ...found, ...user, tags: { ...found.tags, ...user.tags } }]
      })
      return [target, { ...draft, users: Object.fromEntries(users) }]
    }),
  )
}

async function settingsIn(root: string): Promise<Settings> {
  const files = await documentsOnDisk(root, DIRECTORY)
  if (files.is === 'unknown') throw new Error(files.because.said)
  const { settings, findings } = readSettings(files.value, DIRECTORY, KINDS, MODE_NAMES)
  if (settings === null)
    throw new Error(`the settings do not validate: ${findings.map((one) => one.message).join(' ')}`)
  return settings
}

export async function openStage(scenario: Scenario): Promise<Stage> {
  const opening = { root: await onDisk(scenario), directory: DIRECTORY, now: scenario.now }
  const more = withNames({ company: { settings: await settingsIn(opening.root) }, scenario })
  const company = await openCompany({ ...opening, more, center: scenario.center, okta: scenario.okta })
  const [repository] = company.sandbox.world().github.repositories
  const head = repository === undefined ? null : refOid(repository.gitDirectory, 'refs/heads/main')
  const before = company.sandbox.world().okta
  return {
    scenario,
    company,
    before,
    start: scenario.pinned && head !== null ? id(head) : null,
    runs: [],
    faulty: 'no',
  }
}
