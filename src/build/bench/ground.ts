// Where the benchmark's runs take place: a large made-up company, alive on the sandbox, and the bundle run against it.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BundleAsked, type BundleRun, runBundle } from '../../entry/commands/demo/bundle.ts'
import { type Company, openCompany } from '../../entry/commands/demo/company.ts'
import { trusting } from '../../sandbox/aws/build.ts'
import { commitAll } from '../../sandbox/git/repository.ts'
import type { JournalEntry } from '../../sandbox/journal.ts'
import { accountAt, personAt, type Size, settingsOf } from './company.ts'
import { writeFiles } from './files.ts'
import type { Requested } from './requests.ts'
import type { Tools } from './row.ts'

/** 2026-12-01T09:00:00Z; the settings landed a day before. */
export const START = 1_796_115_600

export interface Ground {
  readonly company: Company
  run(command: BundleAsked['command']): Promise<Told>
  close(): Promise<void>
}

export interface Told extends BundleRun {
  /** Seconds. */
  readonly wall: number
  /** The most memory that the run took. */
  readonly bytes: number
  /** What the sandbox was asked. */
  readonly asked: readonly JournalEntry[]
}

const FOUND = {
  groups: { readers: {} },
  roles: { support: { trust: trusting({ Service: 'ec2.amazonaws.com' }) } },
}

/** Writes how much memory the process took at most, when it ends. */
const WATCH = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS * 1024)))
`

export async function openGround(size: Size, { bundle, folder }: Tools): Promise<Ground> {
  const root = await mkdtemp(join(folder, 'ground-'))
  await writeFiles(root, settingsOf(size))
  const more = Object.fromEntries(Array.from({ length: size.accounts }, (_, at) => [accountAt(at), FOUND]))
  const company = await openCompany({ root, directory: 'config', now: START, more })
  const { sandbox } = company
  const [watch, memory] = [join(root, 'watch.mjs'), join(root, 'memory')]
  await writeFile(watch, WATCH)
  return {
    company,
    async run(command) {
      const since = sandbox.journal.entries().at(-1)?.n ?? 0
      const environment = { NODE_OPTIONS: `--import=${watch}`, BENCH_MEMORY: memory }
      const started = performance.now()
      const ran = await runBundle({ bundle: join(bundle.folder, 'index.js'), url: sandbox.url, command, environment })
      const wall = (performance.now() - started) / 1000
      return { ...ran, wall, bytes: Number(await readFile(memory, 'utf8')), asked: sandbox.journal.since(since) }
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

export const count = (asked: readonly JournalEntry[], part: string, op?: string): number =>
  asked.filter((entry) => entry.part === part && (op === undefined || entry.op === op)).length
