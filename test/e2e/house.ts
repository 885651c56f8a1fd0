// The example company on the sandbox, with the built bundle to run and the record to read: one house for each test.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import type { Entry, RecordLine } from '../../src/core/report/record.ts'
import { type BundleRun, runBundle } from '../../src/entry/commands/demo/bundle.ts'
import { type Company, type Opening, openCompany } from '../../src/entry/commands/demo/company.ts'
import { commitOid } from '../../src/sandbox/git/objects.ts'
import { askGit, git } from '../../src/sandbox/git/run.ts'
import { must } from '../../src/sandbox/github/records.ts'
import type { JournalEntry } from '../../src/sandbox/journal.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** 2026-12-01T09:00:00Z */
export const START = Date.UTC(2026, 11, 1, 9) / 1000
export const MINUTE = 60
export const HOUR = 3600
export const DAY = 86_400

export interface Ran extends BundleRun {
  /** Summary and log in one, without what keeps sites from finding mentions and formatting in them. */
  readonly text: string
  /** Calls to IAM that this run made to change something. */
  readonly writes: readonly JournalEntry[]
}

export type Variables = Readonly<Record<string, string>>

export interface House {
  readonly company: Company
  readonly sandbox: Sandbox
  /** Where GitHub keeps the repository. */
  readonly gitDirectory: string
  /** Commit of the first settings, to which runs are pinned. */
  readonly start: string
  now(): number
  /** Seconds. */
  wait(seconds: number): void
  change(edit: (world: World) => World): void
  run(command: string, inputs?: Variables, environment?: Variables): Promise<Ran>
  /** The record as the ledger branch has it, oldest first. */
  record(): readonly Entry[]
}

const plainly = (text: string): string =>
  text
    .replace(/[\u200b\\]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

function linesOf(gitDirectory: string): readonly RecordLine[] {
  const listed = askGit(gitDirectory, ['ls-tree', '--name-only', 'refs/heads/daypass-ledger:record'])
  if (listed.status !== 0) return []
  const files = listed.out.toString().trim().split('\n').sort()
  return files.flatMap((file) => {
    const text = git(gitDirectory, ['cat-file', 'blob', `refs/heads/daypass-ledger:record/${file}`])
    return text.split('\n').map((line): RecordLine => JSON.parse(line))
  })
}

async function openHouse(more: Opening['more']): Promise<House> {
  const company = await openCompany({
    root: ROOT,
    directory: 'config',
    now: START,
    ...(more === undefined ? {} : { more }),
  })
  const { sandbox } = company
  const { gitDirectory } = must(sandbox.world().github.repositories[0], 'repository')
  const start = must(commitOid(gitDirectory, 'refs/heads/main'), 'start')
  return {
    company,
    sandbox,
    gitDirectory,
    start,
    now: sandbox.clock.now,
    wait: sandbox.clock.advance,
    change: sandbox.change,
    async run(command, inputs = {}, environment = {}) {
      const since = sandbox.journal.entries().at(-1)?.n ?? 0
      const bundle = inject('bundle')
      const ran = await runBundle({
        bundle,
        url: sandbox.url,
        command,
        inputs: { start, ...inputs },
        environment: { TMPDIR: company.folder, ...environment },
      })
      const writes = sandbox.journal.since(since).filter((entry) => entry.part === 'iam' && entry.writes)
      return { ...ran, text: plainly(`${ran.summary}\n${ran.stdout}\n${ran.stderr}`), writes }
    },
    record: () => linesOf(gitDirectory).map((line) => line.entry),
  }
}

/** A test that plays in a house of its own; `more` are extra things in accounts, by account name. */
export const inHouse =
  (play: (house: House) => Promise<void>, more?: Opening['more']): (() => Promise<void>) =>
  async () => {
    const house = await openHouse(more)
    try {
      await play(house)
    } finally {
      await house.sandbox.close()
      await rm(house.company.folder, { recursive: true, force: true })
    }
  }

/** A folder that is gone when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'daypass-e2e-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
