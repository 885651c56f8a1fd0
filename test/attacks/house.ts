// The example company under attack: Daypass's jobs run in this very process, against a sandbox that anybody may edit.

import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { id } from '../../src/core/model/id.ts'
import { instantOf } from '../../src/core/model/time.ts'
import { chainOn } from '../../src/core/report/chain.ts'
import { foldLines } from '../../src/core/report/fold.ts'
import { readLine } from '../../src/core/report/line.ts'
import type { Entry, RecordLine } from '../../src/core/report/record.ts'
import { OIDC, type Opening, openCompany, REPOSITORY, TOKEN } from '../../src/entry/commands/demo/company.ts'
import { runJob } from '../../src/entry/run-job.ts'
import { commitOid } from '../../src/sandbox/git/objects.ts'
import { commit } from '../../src/sandbox/git/repository.ts'
import { askGit } from '../../src/sandbox/git/run.ts'
import { must } from '../../src/sandbox/github/records.ts'
import type { House as Bundled } from '../e2e/house.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** 2026-12-01T09:00:00Z */
export const START = Date.UTC(2026, 11, 1, 9) / 1000

/** As in test/e2e, so that people act and runs are judged by the same words; and somebody may write into the record. */
export interface House extends Bundled {
  lines(): readonly RecordLine[]
  /** Somebody with push rights adds lines to the record, with a chain that fits. */
  forge(entries: readonly Entry[], at?: number): void
}

const plainly = (text: string): string =>
  text
    .replace(/[\u200b\\]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

const LEDGER = 'refs/heads/daypass-ledger'

function filesOf(gitDirectory: string): readonly string[] {
  const listed = askGit(gitDirectory, ['ls-tree', '--name-only', `${LEDGER}:record`])
  return listed.status === 0 ? listed.out.toString().trim().split('\n').sort() : []
}

const textOf = (gitDirectory: string, file: string): string =>
  askGit(gitDirectory, ['cat-file', 'blob', `${LEDGER}:record/${file}`]).out.toString()

function linesOf(gitDirectory: string): readonly RecordLine[] {
  return filesOf(gitDirectory).flatMap((file) =>
    textOf(gitDirectory, file)
      .trimEnd()
      .split('\n')
      .map((written) => {
        const read = readLine(written)
        if (read.is === 'garbage') throw new Error(`the record holds garbage: ${read.says}: ${written}`)
        return read.line
      }),
  )
}

function forge(gitDirectory: string, entries: readonly Entry[], at: number): void {
  const before = foldLines(linesOf(gitDirectory)).lastDigest
  const added = chainOn(before, entries, instantOf(at), '7')
  const file = filesOf(gitDirectory).at(-1) ?? '2026-12.jsonl'
  const text = filesOf(gitDirectory).length === 0 ? '' : textOf(gitDirectory, file)
  const author = { name: 'daypass', email: 'daypass@localhost' }
  const files = { [`record/${file}`]: `${text}${added.map((line) => `${JSON.stringify(sorted(line))}\n`).join('')}` }
  commit({ gitDirectory }, { branch: LEDGER, files, message: 'lines', author, at })
}

/** Keys in order, as canonical JSON has them. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        )
      : value

function environmentOf(url: string, job: 'apply' | 'expire'): Readonly<Record<string, string>> {
  return {
    GITHUB_SERVER_URL: `${url}/git`,
    GITHUB_GRAPHQL_URL: `${url}/github/graphql`,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: '7',
    AWS_ENDPOINT_URL: `${url}/aws`,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/github/oidc?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: OIDC[job],
  }
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
      if (command !== 'apply' && command !== 'expire') throw new Error('only jobs that touch the cloud are run here')
      const since = sandbox.journal.entries().at(-1)?.n ?? 0
      const log: string[] = []
      const end = await runJob({
        job: command,
        environment: { ...environmentOf(sandbox.url, command), ...environment },
        directory: 'config',
        source: { is: 'remote', remote: { url: `${sandbox.url}/git/${REPOSITORY}.git`, token: TOKEN }, what: 'HEAD' },
        token: TOKEN,
        start: id<'commit'>(inputs['start'] ?? start),
        ledgerBranch: 'daypass-ledger',
        budget: 2700,
        setSecret: () => undefined,
        told: (outcome, step) => log.push(`${outcome.is} ${step.says}`),
        stage: () => undefined,
        web: null,
      })
      const writes = sandbox.journal.since(since).filter((entry) => entry.part === 'iam' && entry.writes)
      const said = {
        code: end.exit,
        stdout: [...log, end.says].join('\n'),
        stderr: '',
        summary: end.markdown,
        outputs: {},
      }
      return { ...said, json: JSON.parse(end.json), text: plainly(`${said.summary}\n${said.stdout}`), writes }
    },
    record: () => linesOf(gitDirectory).map((line) => line.entry),
    lines: () => linesOf(gitDirectory),
    forge: (entries, at = sandbox.clock.now()) => forge(gitDirectory, entries, at),
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
