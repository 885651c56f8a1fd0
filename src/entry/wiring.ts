// The composition root: from an environment and a few choices to everything a run needs of the world.

import { proveVersions } from '../core/approval/proving.ts'
import type { Forum } from '../core/conversation/gesture.ts'
import { KINDS } from '../core/entitlements/index.ts'
import { type Answer, known, unknown, writeEdgeError } from '../core/model/edge-error.ts'
import type { History } from '../core/model/history.ts'
import type { CommitId } from '../core/model/id.ts'
import type { Settings } from '../core/model/settings.ts'
import { type Instant, later } from '../core/model/time.ts'
import type { Mode } from '../core/plan/mode.ts'
import type { Step, StepOutcome } from '../core/plan/provisioner.ts'
import { type Reading, readingOf } from '../core/plan/reading.ts'
import { filesAt, textOfBlob } from '../edges/git/files.ts'
import { historyOf } from '../edges/git/history.ts'
import { gitLedger } from '../edges/git/ledger.ts'
import type { GitRepository } from '../edges/git/repository.ts'
import type { Where } from '../edges/github/batches.ts'
import type { GithubClient } from '../edges/github/client.ts'
import { githubForum } from '../edges/github/forum.ts'
import type { Ports } from '../flow.ts'
import { loadAllKnowledge } from '../knowledge/load.ts'
import { tagsOf } from '../modes/aws/tags.ts'
import { modesOf } from '../modes/index.ts'
import { openBeside } from './besides.ts'
import { openClock } from './clock.ts'
import { openClouds, timeOf } from './clouds.ts'
import { newestReadable, placesThatLeft, stillNeeded } from './left-behind.ts'
import { asking, liveDirectory, FILE as PEOPLE, writtenDirectory } from './live-directory.ts'
import { lookAfterwards } from './look-afterwards.ts'
import { MODE_NAMES } from './mode-names.ts'
import { remoteOf, type Source } from './repository.ts'
import { openSetNames, type SetNamesKept } from './set-names.ts'
import { settingsReader } from './settings-reader.ts'
import { tellRecord } from './tell-record.ts'
import { githubFrom, witnessOf } from './witness.ts'

export interface Wiring {
  readonly job: 'apply' | 'expire'
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly directory: string
  readonly source: Source
  readonly repository: GitRepository
  readonly clone: 'fresh' | 'given' | 'old'
  readonly token: string | null
  /** Pinned start of the settings. */
  readonly start: CommitId | null
  readonly ledgerBranch: string
  /** Where the ledger is fetched to; it is made. */
  readonly ledgerDirectory: string
  /** Seconds after which no further step is begun. */
  readonly budget: number
  readonly setSecret: (secret: string) => void
  /** `https://github.com/owner/name`, for links; null: no links. */
  readonly web: string | null
  readonly told: (outcome: StepOutcome, step: Step) => void
  readonly stage: (says: string) => void
}

export interface Wired {
  readonly ports: Ports
  /** null: there is nobody to tell. */
  readonly forum: Forum | null
  /** Calls made so far, by operation. */
  calls(): ReadonlyMap<string, number>
  /** Keeps what the next run can do without asking for; what is said in the end was not kept. */
  keep(): Promise<readonly string[]>
}

const nothingRead = (call: string) =>
  unknown({ kind: 'not-found', call, said: 'no settings can be read anywhere on the default branch' })

/** null: without a token or a repository there is nobody to ask or to tell. */
function whereIn({ environment }: Wiring, client: GithubClient | null): Where | null {
  const [owner = '', name = ''] = (environment['GITHUB_REPOSITORY'] ?? '').split('/')
  return client === null || owner === '' || name === '' ? null : { client, owner, name }
}

function tellWith(
  { repository, directory, web }: Wiring,
  where: Where,
  now: () => Instant,
): NonNullable<Ports['tell']> {
  return ({ reading, deciding }, ledger, due) =>
    tellRecord({
      forum: githubForum(where),
      where,
      repository,
      directory,
      reading,
      deciding,
      ledger,
      due,
      now: now(),
      web,
    })
}

export async function wire(wiring: Wiring): Promise<Wired> {
  const { directory, environment, job, repository } = wiring
  const clock = openClock()
  const knowledge = await loadAllKnowledge()
  const run = environment['GITHUB_RUN_ID'] ?? 'local'
  const remote = remoteOf(wiring.source)
  const settingsAt = settingsReader(repository, directory)
  const ledger =
    remote === null ? null : gitLedger({ remote, branch: wiring.ledgerBranch, directory: wiring.ledgerDirectory })
  const client = githubFrom(environment, wiring.token)
  const where = whereIn(wiring, client)
  /** null: nobody needed them yet. */
  let names: Promise<SetNamesKept> | null = null
  let past: History | null = null

  const { setSecret, stage } = wiring
  const clouds = openClouds({ job, run, environment, setSecret, stage, ticks: clock.ticks })

  const people = liveDirectory((settings) => clouds.open(settings).okta)
  const beside =
    ledger === null
      ? null
      : openBeside(ledger, PEOPLE, () => {
          const kept = people.kept()
          return kept === null ? null : writtenDirectory(kept)
        })
  /** Files that go with the next writing of the record. */
  const due = async (): Promise<ReadonlyMap<string, string>> =>
    new Map([...((await names)?.due() ?? []), ...((await beside?.due()) ?? [])])
  const written = async (): Promise<void> => {
    beside?.written()
    const kept = await names
    kept?.written()
  }
  /** Whoever the live requests are for. */
  let handles: ReadonlySet<string> = new Set()

  const listing = (settings: Settings, accounts: ReadonlySet<number>): Promise<Answer<Settings>> =>
    people.over(settings, handles, accounts)
  /** What Okta says of people, where settings let it say anything. */
  const listed = async (reading: Reading): Promise<Reading> => {
    const { settings } = reading
    if ((settings.okta?.directory ?? null) === null) return reading
    stage('Asking the directory')
    const time = await timeOf(clouds.open(settings))
    if (time !== null) clock.set(time)
    handles = asking(reading, time)
    const over = await people.over(settings, handles)
    return over.is === 'known' ? { ...reading, settings: over.value } : { ...reading, unlisted: over.because }
  }

  const noLedger = unknown({
    kind: 'not-found',
    call: 'reading the record',
    said: 'this clone names no GitHub repository',
  })

  const ports: Ports = {
    job,
    clone: wiring.clone,
    ...(wiring.clone !== 'fresh' ? { from: 'clone' as const } : {}),
    clock: clock.now,
    // By the world's clock, which is known only after the first answer of a server.
    get stopAt() {
      return later(clock.now(), wiring.budget - clock.ticks() / 1000)
    },
    knowledge,
    told: wiring.told,
    stage: wiring.stage,
    async read() {
      const read = await historyOf(repository, directory)
      if (read.is === 'unknown') return read
      const files = await filesAt(repository, repository.head, directory)
      if (files.is === 'unknown') return files
      const fallback = () => newestReadable(read.value, directory, settingsAt)
      past = read.value
      const reading = await readingOf({
        directory,
        files: files.value,
        history: read.value,
        kinds: KINDS,
        modes: MODE_NAMES,
        fallback,
        settingsAt: async (commit) => {
          const then = await settingsAt(commit)
          return then.is === 'known' ? then.value : null
        },
      })
      return reading === null ? nothingRead(`reading ${directory}`) : known(await listed(reading))
    },
    async readLedger() {
      if (ledger === null) return noLedger
      const read = await ledger.read()
      return read.is === 'unknown' ? read : known(read.value.ledger)
    },
    async remember(entries) {
      if (ledger === null) return noLedger
      const appended = await ledger.append(entries, clock.now(), run, await due())
      if (appended.is === 'unknown') return appended
      await written()
      return known(appended.value.ledger)
    },
    async modes(asked, open): Promise<readonly Mode[]> {
      const settings = past === null ? asked : await stillNeeded(asked, open, past, directory, settingsAt)
      const edges = clouds.open(settings)
      const time = await timeOf(edges)
      if (time !== null) clock.set(time)
      if (settings.aws?.identityCenter != null) names ??= openSetNames(ledger)
      const setNames = await names
      const left = placesThatLeft(settings, open)
      return modesOf({ settings, knowledge, edges: { ...edges, ...(setNames === null ? {} : { setNames }) }, left })
    },
    tags: (settings, things) => tagsOf(clouds.open(settings).aws, things),
    tell: where === null ? null : tellWith(wiring, where, clock.now),
    afterwards: where === null ? null : (glass, settings) => lookAfterwards(where, glass, settings, listing),
    async prove(reading, deciding, versions, now, heads) {
      const asked = {
        history: reading.history,
        directory,
        start: wiring.start,
        versions: reading.standing.filter(({ version }) => versions.has(version.id)),
        head: reading.valid ? reading.settings : null,
        deciding,
        heads,
        now,
      }
      return proveVersions(asked, {
        evidence: witnessOf(environment, repository, wiring.token, client),
        textOf: (blob) => textOfBlob(repository, blob),
        directory: listing,
        settingsAt: async (commits) =>
          new Map(await Promise.all(commits.map(async (commit) => [commit, await settingsAt(commit)] as const))),
      })
    },
  }
  const calls = (): ReadonlyMap<string, number> => {
    const all = new Map(clouds.calls())
    if (client !== null) all.set('GitHub', client.calls())
    return all
  }
  const keep = async (): Promise<readonly string[]> => {
    const files = await due()
    if (ledger === null || files.size === 0) return []
    const appended = await ledger.append([], clock.now(), run, files)
    return appended.is === 'known'
      ? []
      : [`What lies beside the record could not be kept: ${writeEdgeError(appended.because)}`]
  }
  return { ports, forum: where === null ? null : githubForum(where), calls, keep }
}
