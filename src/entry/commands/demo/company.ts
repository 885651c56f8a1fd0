// The example company of config/, alive on the sandbox: its accounts and people in AWS, its repository on GitHub.

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../../../core/documents/settings.ts'
import { KINDS } from '../../../core/entitlements/index.ts'
import type { SourceFile } from '../../../core/model/history.ts'
import type { Account, Person, Settings } from '../../../core/model/settings.ts'
import { documentsOnDisk } from '../../../edges/disk/documents.ts'
import { type AccountDraft, account, awsWorld, type UserDraft } from '../../../sandbox/aws/build.ts'
import { type ExplorerDraft, explorer } from '../../../sandbox/aws/resource-explorer/world.ts'
import { refOid } from '../../../sandbox/git/objects.ts'
import { addJob, addRepository, addToken, addUser } from '../../../sandbox/github/actions/people.ts'
import { push } from '../../../sandbox/github/actions/pushing.ts'
import { emptyGithub } from '../../../sandbox/github/world.ts'
import { type Sandbox, type SandboxStart, startSandbox } from '../../../sandbox/server.ts'
import type { World } from '../../../sandbox/world.ts'
import { MODE_NAMES } from '../../mode-names.ts'
import { type CenterMore, centerOf } from './company-center.ts'
import { type OktaMore, oktaOf, providersOf, withSecret } from './company-okta.ts'
import { installedIn } from './installed.ts'

export const REPOSITORY = 'harbor-goods/access'
export const TOKEN = 'sandbox-token'
export const OIDC = {
  apply: 'sandbox-oidc-apply',
  expire: 'sandbox-oidc-expire',
  inventory: 'sandbox-oidc-inventory',
} as const

export interface Company {
  readonly sandbox: Sandbox
  readonly settings: Settings
  /** The commit that landed the settings: what an owner pins. */
  readonly start: string
  /** What lies in `config/`, requests included. */
  readonly files: readonly SourceFile[]
  /** Where the sandbox keeps its repositories. */
  readonly folder: string
}

export interface Opening {
  /** Folder that holds `directory`. */
  readonly root: string
  readonly directory: string
  /** Seconds; the settings land a day before. */
  readonly now: number
  /** Extra things in accounts, by account name. */
  readonly more?: Readonly<Record<string, AccountDraft>>
  /** What Resource Explorer knows, by account name: ARN → its tags. */
  readonly resources?: Readonly<Record<string, ExplorerDraft['resources']>>
  /** Sets and assignments that Identity Center has already. */
  readonly center?: CenterMore
  /** Groups and people that Okta has already. */
  readonly okta?: OktaMore
  /** How the sandbox answers; missing: at once, by its own parts. */
  readonly serving?: Serving
}

export type Serving = Pick<SandboxStart, 'latency' | 'parts'>

const loginOf = (person: Person): string => person.login

const isSettings = (file: SourceFile): boolean => !file.path.includes('/requests/')

const textFiles = (files: readonly SourceFile[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.flatMap((file) => (file.text === null ? [] : [[file.path, file.text]])))

const usersOf = (settings: Settings, one: Account): Readonly<Record<string, UserDraft>> =>
  one.mode !== 'iam-user'
    ? {}
    : Object.fromEntries(
        [...settings.people.values()].map((person): [string, UserDraft] => {
          const local = person.email.split('@')[0] ?? person.email
          if (one.match.by === 'userName') return [person.email, {}]
          if (one.match.by === 'localPart') return [local, {}]
          return [person.handle, { tags: { [one.match.tag]: person.email } }]
        }),
      )

const JOBS = ['apply', 'expire', 'inventory'] as const

/** Where settings have an inventory, `daypass setup` was followed in every account. */
const explorersOf = ({ aws }: Settings, resources: Opening['resources'] = {}): Pick<World['aws'], 'explorers'> =>
  aws === null || aws.inventory === null
    ? {}
    : {
        explorers: Object.fromEntries(
          aws.accounts.map(({ id, name }) => [id, explorer({ resources: resources[name] ?? {} })]),
        ),
      }

function awsOf(settings: Settings, opening: Opening): World['aws'] {
  const { more = {}, center = {}, resources } = opening
  const { aws } = settings
  if (aws === null) throw new Error('the example has no AWS integration')
  const drafts = [...installedIn(settings)].map(([id, ours]): [string, AccountDraft] => {
    const one = aws.accounts.find((target) => target.id === id)
    const theirs = one === undefined ? {} : (more[one.name] ?? {})
    return [
      id,
      {
        ...(one === undefined ? {} : { alias: one.name }),
        ...ours,
        ...theirs,
        users: { ...(one === undefined ? {} : usersOf(settings, one)), ...theirs.users },
        roles: { ...ours.roles, ...theirs.roles },
        policies: { ...ours.policies, ...theirs.policies },
        samlProviders: providersOf(settings, id),
      },
    ]
  })
  return centerOf(
    settings,
    aws,
    {
      ...awsWorld({ partition: aws.partition, accounts: drafts.map(([id, draft]) => account(id, draft)) }),
      ...explorersOf(settings, resources),
    },
    center,
  )
}

function githubOf(
  settings: Settings,
  files: readonly SourceFile[],
  folder: string,
  now: number,
): Pick<World, 'github'> {
  const owner = settings.owners.people[0]?.value
  const first = owner === undefined ? undefined : settings.people.get(owner)
  if (first === undefined) throw new Error('the example names no owner')
  let world: Pick<World, 'github'> = { github: emptyGithub(now) }
  for (const person of settings.people.values())
    world = addUser(world, { id: person.githubId, login: loginOf(person), name: person.handle, email: person.email })
  world = addRepository(world, {
    name: REPOSITORY,
    id: 4242,
    ownerId: 4200,
    gitDirectory: join(folder, 'access.git'),
    collaborators: Object.fromEntries(
      [...settings.people.values()].map((person) => [loginOf(person), 'write' as const]),
    ),
    visibility: 'private',
    at: now - 86_400,
  })
  world = addToken(world, {
    token: TOKEN,
    permissions: {
      contents: 'write',
      'pull-requests': 'write',
      issues: 'write',
      checks: 'write',
      actions: 'write',
      metadata: 'read',
    },
  })
  world = push(world, {
    repository: REPOSITORY,
    by: loginOf(first),
    branch: 'main',
    files: textFiles(files.filter(isSettings)),
    message: 'Settings',
    at: now - 86_400,
  })
  for (const job of JOBS)
    world = addJob(world, {
      requestToken: OIDC[job],
      repository: REPOSITORY,
      ref: 'refs/heads/main',
      environment: `daypass-${job}`,
      workflowRef: `${REPOSITORY}/.github/workflows/${job}.yml@refs/heads/main`,
      actor: loginOf(first),
      runId: 7,
    })
  return world
}

/** Starts the company: settings on main for a day, no request yet. Close the sandbox when done. */
export async function openCompany(opening: Opening): Promise<Company> {
  const files = await documentsOnDisk(opening.root, opening.directory)
  if (files.is === 'unknown') throw new Error(files.because.said)
  const { settings, findings } = readSettings(files.value, opening.directory, KINDS, MODE_NAMES)
  if (settings === null)
    throw new Error(`the example does not validate: ${findings.map((one) => one.message).join('; ')}`)
  const folder = await mkdtemp(join(tmpdir(), 'daypass-sandbox-'))
  const github = githubOf(settings, files.value, folder, opening.now)
  const sandbox = await startSandbox({
    world: {
      aws: withSecret(awsOf(settings, opening), settings),
      ...github,
      ...oktaOf(settings, opening.okta ?? {}, opening.now - 86_400),
    },
    now: opening.now,
    ...opening.serving,
  })
  const start = refOid(join(folder, 'access.git'), 'refs/heads/main')
  if (start === null) throw new Error('the settings did not land')
  return { sandbox, settings, start, files: files.value, folder }
}
