// Accounts with resources, a repository to keep the inventory in, and refreshes of it.

import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InventoryLine } from '../../../src/core/inventory/line.ts'
import { id } from '../../../src/core/model/id.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { DATA_BRANCH, dataBranches } from '../../../src/edges/git/data.ts'
import type { RefreshAsked } from '../../../src/entry/inventory/refreshing.ts'
import { contentsIn, linesIn } from '../../../src/entry/inventory/store.ts'
import { type ExplorerDraft, explorer, indexed } from '../../../src/sandbox/aws/resource-explorer/world.ts'
import type { Sandbox } from '../../../src/sandbox/server.ts'
import { awsFor, clockOf, PROD, permitting, STAGE, settingsOf, someAws, startGround } from '../../conformance/ground.ts'

export const REGION = 'eu-west-1'

export const queue = (account: string, name: string): string => `arn:aws:sqs:${REGION}:${account}:${name}`

export interface Ground {
  readonly sandbox: Sandbox
  readonly remote: string
  readonly settings: Settings
  asked(more?: Partial<RefreshAsked>): RefreshAsked
  /** A resource that comes, with these tags. */
  add(account: string, arn: string, tags?: Readonly<Record<string, string>>): void
  remove(account: string, arn: string): void
  /** Lines of a place as the branch keeps them. */
  lines(place: string): Promise<readonly InventoryLine[]>
  index(): Promise<NonNullable<Awaited<ReturnType<typeof readIndex>>>>
  /** Commits on the branch. */
  commits(): number
  branches(): readonly string[]
}

const git = (folder: string, ...words: readonly string[]): string =>
  execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' }).trim()

const branchesOf = (remote: string) =>
  dataBranches({ remote: { url: remote, token: null, protocols: 'file' }, directory: null })

async function readIndex(remote: string) {
  const snapshot = await branchesOf(remote).open(DATA_BRANCH)
  if (snapshot.is === 'unknown') throw new Error(JSON.stringify(snapshot.because))
  const contents = await contentsIn(snapshot.value)
  return contents.is === 'known' ? contents.value : null
}

const withInventory = (settings: Settings): Settings =>
  settings.aws === null ? settings : { ...settings, aws: { ...settings.aws, inventory: { aggregator: REGION } } }

export async function startInventory(drafts: Readonly<Record<string, ExplorerDraft>>): Promise<Ground> {
  const world = someAws(
    { users: { 'marta@example.com': { attached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] } } },
    {},
    { explorers: Object.fromEntries(Object.entries(drafts).map(([account, draft]) => [account, explorer(draft)])) },
  )
  const sandbox = await startGround(permitting(world, ['resource-explorer-2:*', 'account:*', 'iam:*']))
  const remote = mkdtempSync(join(tmpdir(), 'daypass-remote-'))
  execFileSync('git', ['init', '--quiet', '--bare', remote])
  const settings = withInventory(settingsOf())
  const edit = (
    account: string,
    change: (resources: readonly ReturnType<typeof indexed>[]) => readonly ReturnType<typeof indexed>[],
  ) =>
    sandbox.change((one) => {
      const there = one.aws.explorers?.[account]
      if (there === undefined) throw new Error(`there is no Resource Explorer in ${account}`)
      const explorers = { ...one.aws.explorers, [account]: { ...there, resources: change(there.resources) } }
      return { ...one, aws: { ...one.aws, explorers } }
    })
  return {
    sandbox,
    remote,
    settings,
    asked: (more = {}) => ({
      settings,
      branch: DATA_BRANCH,
      attempt: { run: '4711', attempt: 1 },
      region: REGION,
      branches: branchesOf(remote),
      aws: awsFor(sandbox, settings),
      runner: () => clockOf(sandbox),
      progress: () => undefined,
      ...more,
    }),
    add: (account, arn, tags = {}) => edit(account, (all) => [...all, indexed(arn, { tags })]),
    remove: (account, arn) => edit(account, (all) => all.filter((one) => one.arn !== arn)),
    async lines(place) {
      const snapshot = await branchesOf(remote).open(DATA_BRANCH)
      if (snapshot.is === 'unknown' || snapshot.value === null) throw new Error('there is no inventory')
      const read = await linesIn(snapshot.value, place)
      if (read.is === 'unknown') throw new Error(JSON.stringify(read.because))
      return read.value.lines
    },
    async index() {
      const index = await readIndex(remote)
      if (index === null) throw new Error('there is no index')
      return index
    },
    commits: () => Number(git(remote, 'rev-list', '--count', `refs/heads/${DATA_BRANCH}`)),
    branches: () =>
      git(remote, 'for-each-ref', '--format=%(refname:short)', 'refs/heads')
        .split('\n')
        .filter((one) => one !== ''),
  }
}

export const target = (name: string) => id<'target'>(name)
export { PROD, STAGE }
