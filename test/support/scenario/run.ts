// How a scenario's jobs run: in this process, in the environment that a runner would give them, each of them twice.

import { refreshInventory } from '../../../src/entry/actions/inventory.ts'
import { planPulls } from '../../../src/entry/actions/plan.ts'
import { type JobEnd, runJob } from '../../../src/entry/run-job.ts'
import { refOid } from '../../../src/sandbox/git/objects.ts'
import type { JournalEntry } from '../../../src/sandbox/journal.ts'
import { actionInputs, type Ran } from './environment.ts'
import { repositoryOf, type Stage } from './stage.ts'
import { worldAfter } from './world-after.ts'

export interface Played {
  readonly command: Ran
  /** Seconds since the epoch. */
  readonly at: number
  readonly end: JobEnd
  /** Calls to IAM, Identity Center and Okta of the kind that changes something, refused ones too. */
  readonly writes: readonly JournalEntry[]
  /** ARN → name of permission sets that were there before or after. */
  readonly setNames: ReadonlyMap<string, string>
  /** What of ours was in the accounts then. */
  readonly left: object | string
}

const lastCall = ({ company }: Stage): number => company.sandbox.journal.entries().at(-1)?.n ?? 0

const writesSince = ({ company }: Stage, n: number): readonly JournalEntry[] =>
  company.sandbox.journal.since(n).filter((entry) => ['iam', 'sso', 'okta'].includes(entry.part) && entry.writes)

const setNamesIn = ({ company }: Stage): ReadonlyMap<string, string> =>
  new Map(Object.entries(company.sandbox.world().aws.identityCenter?.sets ?? {}).map(([arn, { name }]) => [arn, name]))

const recordOf = (stage: Stage): string | null => refOid(repositoryOf(stage).gitDirectory, 'refs/heads/daypass-ledger')

/** One run, without the second one. */
export async function once(stage: Stage, command: 'apply' | 'expire'): Promise<Played> {
  const inputs = actionInputs(stage, command)
  const since = lastCall(stage)
  const before = setNamesIn(stage)
  const end = await runJob({
    job: command,
    environment: inputs.environment,
    directory: inputs.directory,
    source: {
      is: 'remote',
      remote: { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token },
      what: 'HEAD',
    },
    token: inputs.token,
    start: inputs.start,
    ledgerBranch: inputs.ledgerBranch,
    budget: inputs.budget,
    setSecret: () => undefined,
    told: () => undefined,
    stage: () => undefined,
    web: `${inputs.serverUrl}/${inputs.repository}`,
  })
  return {
    command,
    at: stage.company.sandbox.clock.now(),
    end,
    writes: writesSince(stage, since),
    setNames: new Map([...before, ...setNamesIn(stage)]),
    left: worldAfter(stage),
  }
}

const told = (entries: readonly JournalEntry[]): string =>
  entries.map(({ op, where }) => `${op} in ${where}`).join(', ')

/**
 * The second run must find nothing to do, and nothing new to write down; where calls fail it may try them again. After a
 * run that changed nothing there is no second one: it would see the very same.
 */
export async function play(stage: Stage, command: 'apply' | 'expire'): Promise<void> {
  const before = recordOf(stage)
  const first = await once(stage, command)
  stage.runs.push(first)
  const record = recordOf(stage)
  if (stage.faulty === 'once' || (first.writes.length === 0 && record === before)) return
  const again = await once(stage, command)
  const written = again.writes.filter((entry) => stage.faulty === 'no' || entry.error === undefined)
  if (written.length > 0)
    throw new Error(`the second ${command} still had something to do: ${told(written)}\n${again.end.markdown}`)
  if (stage.faulty === 'no' && recordOf(stage) !== record)
    throw new Error(`the second ${command} did nothing, and wrote that into the record`)
}

/** The inventory as a whole, by one job. */
export async function refresh(stage: Stage): Promise<void> {
  const end = await refreshInventory(actionInputs(stage, 'inventory'))
  stage.runs.push({
    command: 'inventory',
    at: stage.company.sandbox.clock.now(),
    end,
    writes: [],
    setNames: new Map(),
    left: worldAfter(stage),
  })
}

export async function preview(stage: Stage, pull: number): Promise<void> {
  const end = await planPulls({ ...actionInputs(stage, 'plan'), pullRequests: [pull] })
  stage.runs.push({
    command: 'plan',
    at: stage.company.sandbox.clock.now(),
    end,
    writes: [],
    setNames: new Map(),
    left: worldAfter(stage),
  })
}
