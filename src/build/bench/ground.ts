// Where the benchmark's runs take place: a large made-up company, alive on the sandbox, and the bundle run against it.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BundleAsked, type BundleRun, runBundle } from '../../entry/commands/demo/bundle.ts'
import { type Company, OIDC, openCompany, REPOSITORY, type Serving, TOKEN } from '../../entry/commands/demo/company.ts'
import type { CenterMore } from '../../entry/commands/demo/company-center.ts'
import type { OktaMore } from '../../entry/commands/demo/company-okta.ts'
import { openSource } from '../../entry/repository.ts'
import { wire } from '../../entry/wiring.ts'
import type { Ports } from '../../flow.ts'
import { trusting } from '../../sandbox/aws/build.ts'
import { commitAll } from '../../sandbox/git/repository.ts'
import type { JournalEntry } from '../../sandbox/journal.ts'
import { accountAt, personAt, type Size, settingsOf } from './company.ts'
import { writeFiles } from './files.ts'
import type { Requested } from './requests.ts'
import type { Tools } from './row.ts'

/** Enough where only calls are counted. */
export const SMALL: Size = { people: 40, accounts: 5, teams: 5 }

/** 2026-12-01T09:00:00Z; the settings landed a day before. */
export const START = 1_796_115_600

export interface Ground {
  readonly company: Company
  run(command: BundleAsked['command'], inputs?: BundleAsked['inputs'], heard?: BundleAsked['heard']): Promise<Told>
  close(): Promise<void>
}

export interface Told extends BundleRun {
  /** Seconds. */
  readonly wall: number
  /** The most memory that the run took. */
  readonly bytes: number
  /** Seconds of the processor that it took, all threads together. */
  readonly processor: number
  /** Files of the bundle that it loaded, relative to its folder. */
  readonly loaded: readonly string[]
  /** What the sandbox was asked. */
  readonly asked: readonly JournalEntry[]
}

const FOUND = {
  groups: { readers: {} },
  roles: { support: { trust: trusting({ Service: 'ec2.amazonaws.com' }) } },
}

/** Writes how much memory and time of the processor the process took, and what it loaded, when it ends. */
const WATCH = `import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
const urls = []
registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) })
process.on('exit', () => writeFileSync(process.env.BENCH_SEEN, JSON.stringify({ bytes: process.resourceUsage().maxRSS * 1024, processor: (process.cpuUsage().user + process.cpuUsage().system) / 1e6, urls })))
`

interface Watched {
  readonly bytes: number
  readonly processor: number
  readonly urls: readonly string[]
}

export async function openGround(
  size: Size,
  { bundle, folder }: Tools,
  center: CenterMore = {},
  okta: OktaMore = {},
  serving: Serving = {},
): Promise<Ground> {
  const root = await mkdtemp(join(folder, 'ground-'))
  await writeFiles(root, settingsOf(size))
  const more = Object.fromEntries(Array.from({ length: size.accounts }, (_, at) => [accountAt(at), FOUND]))
  const company = await openCompany({ root, directory: 'config', now: START, more, center, okta, serving })
  const { sandbox } = company
  const [watch, seen] = [join(root, 'watch.mjs'), join(root, 'seen')]
  await writeFile(watch, WATCH)
  return {
    company,
    async run(command, inputs = {}, heard = () => undefined) {
      const since = sandbox.journal.entries().at(-1)?.n ?? 0
      const environment = { NODE_OPTIONS: `--import=${watch}`, BENCH_SEEN: seen, TMPDIR: folder }
      const started = performance.now()
      const ran = await runBundle({
        bundle: join(bundle.folder, 'index.js'),
        url: sandbox.url,
        command,
        inputs,
        environment,
        heard,
      })
      const wall = (performance.now() - started) / 1000
      const { bytes, processor, urls }: Watched = JSON.parse(await readFile(seen, 'utf8'))
      const paths = urls
        .filter((url) => url.startsWith('file:'))
        .map((url) => relative(bundle.folder, fileURLToPath(url)))
      return {
        ...ran,
        wall,
        bytes,
        processor,
        loaded: paths.filter((path) => !path.startsWith('..')),
        asked: sandbox.journal.since(since),
      }
    },
    async close() {
      await sandbox.close()
      await rm(company.folder, { recursive: true, force: true })
    },
  }
}

/** Lands each request with a commit of its own, past any review, a second after the other; the last at `until`. */
export function land({ company }: Ground, requests: readonly Requested[], until: number): void {
  const repository = company.sandbox.world().github.repositories[0]
  if (repository === undefined) throw new Error('there is no repository')
  const author = { name: personAt(0), email: `${personAt(0)}@bench.example` }
  commitAll(
    repository,
    requests.map(({ path, text }, at) => ({
      branch: 'main',
      files: { [path]: text },
      message: `Ask: ${path}`,
      author,
      at: until - requests.length + at + 1,
    })),
  )
}

/** What a run of apply needs of the world, in this process. */
export async function openPorts({ company }: Ground): Promise<Ports> {
  const { url } = company.sandbox
  const source = { is: 'remote', remote: { url: `${url}/git/${REPOSITORY}.git`, token: TOKEN }, what: 'HEAD' } as const
  const where = await mkdtemp(join(company.folder, 'run-'))
  const opened = await openSource(source, join(where, 'repository.git'))
  if (opened.is === 'unknown') throw new Error(opened.because.said)
  const { ports } = await wire({
    job: 'apply',
    environment: {
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_SERVER_URL: `${url}/git`,
      AWS_ENDPOINT_URL: `${url}/aws`,
      OKTA_ENDPOINT_URL: `${url}/okta`,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/github/oidc?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: OIDC.apply,
    },
    directory: 'config',
    source,
    repository: opened.value.repository,
    clone: opened.value.clone,
    token: TOKEN,
    start: null,
    ledgerBranch: 'daypass-ledger',
    ledgerDirectory: join(where, 'ledger.git'),
    budget: 3600,
    setSecret: () => undefined,
    web: null,
    told: () => undefined,
    stage: () => undefined,
  })
  return ports
}

export const count = (asked: readonly JournalEntry[], part: string, op?: string): number =>
  asked.filter((entry) => entry.part === part && (op === undefined || entry.op === op)).length

/** Fetches that brought anything: one of many objects may negotiate in several rounds. */
export function transfersIn(asked: readonly JournalEntry[]): number {
  const git = asked.filter(({ part }) => part === 'git').map(({ op }) => op)
  return git.filter((op, at) => op === 'upload-pack' && git[at - 1] !== 'upload-pack').length
}
