// A whole run of the flow over the toy mode, with a ledger in memory and proofs that a test decides.

import type { Proof, Verdict } from '../../src/core/approval/proof-verdict.ts'
import type { Standing } from '../../src/core/model/grant.ts'
import { id, type VersionId } from '../../src/core/model/id.ts'
import type { Settings } from '../../src/core/model/settings.ts'
import type { Instant } from '../../src/core/model/time.ts'
import { bindMode, type Mode } from '../../src/core/plan/mode.ts'
import type { Reading } from '../../src/core/plan/reading.ts'
import { chainOn } from '../../src/core/report/chain.ts'
import { foldLines } from '../../src/core/report/fold.ts'
import type { RecordLine } from '../../src/core/report/record.ts'
import { type Ports, type Run, reconcile } from '../../src/flow.ts'
import { toyClaimed } from './toy-claimed.ts'
import { toyLanyard } from './toy-lanyard.ts'
import { type ToyWorld, toyMode } from './toy-mode.ts'

export const proved = (version: VersionId): Verdict => {
  const proof: Proof = {
    version,
    pull: 1,
    author: 1,
    reviews: [],
    mergedAt: 0 as Instant,
    window: { from: 0 as Instant, until: 0 as Instant },
    way: 'auto',
    afterwards: null,
    rule: 'everything',
    settingsAtLanding: 'start',
    settingsNow: 'start',
  }
  return { is: 'proved', proof }
}

export interface Scene {
  readonly world: ToyWorld
  settings: Settings
  standing: readonly Standing[]
  /** Versions that landed once, beside those at the head. */
  past: readonly VersionId[]
  lines: RecordLine[]
  now: Instant
  verdict: (version: VersionId) => Verdict
  /** How often proofs were asked for. */
  asked: number
  ledger: 'readable' | 'unreadable' | 'not writable'
  /** The settings in force, where they are not the head's. */
  inForce: Settings | null
  /** The job dies before it closes the record. */
  dies: boolean
  /** Seconds after which no step is begun. */
  budget: number
}

export const aScene = (parts: Pick<Scene, 'world' | 'settings' | 'standing' | 'now'> & Partial<Scene>): Scene => ({
  past: [],
  lines: [],
  verdict: proved,
  asked: 0,
  ledger: 'readable',
  inForce: null,
  dies: false,
  budget: 3600,
  ...parts,
})

const NO_LEDGER = { is: 'unknown', because: { kind: 'unreachable', call: 'ledger', said: 'down' } } as const

const readingOf = (scene: Scene): Reading => ({
  commit: id('head'),
  history: { head: id('head'), landings: [] },
  settings: scene.settings,
  valid: true,
  unlisted: null,
  standing: scene.standing,
  versions: new Map(scene.standing.map(({ version }) => [version.id, version])),
  everyVersion: new Set([...scene.past, ...scene.standing.map(({ version }) => version.id)]),
  accounts: new Map((scene.settings.aws?.accounts ?? []).map((account) => [account.name, account.id])),
  findings: [],
})

/** Accounts of mode `toy` wear badges, those of mode `lanyard` hang them up, those of mode `claimed` wear them unmarked. */
export function modesOf({ world, now }: Pick<Scene, 'world' | 'now'>, settings: Settings): readonly Mode[] {
  const targets = (mode: string): readonly string[] =>
    (settings.aws?.accounts ?? []).filter((account) => account.mode === mode).map((account) => account.name)
  return [
    bindMode(toyMode(world, targets('toy'), now)),
    bindMode(toyLanyard(world, targets('lanyard'), now)),
    bindMode(toyClaimed(world, targets('claimed'), now)),
  ]
}

export async function run(scene: Scene, job: Ports['job'] = 'apply'): Promise<Run> {
  const ports: Ports = {
    job,
    clone: 'fresh',
    clock: () => scene.now,
    stopAt: (scene.now + scene.budget) as Instant,
    knowledge: { asOf: 'test', services: () => [], actions: () => [], resources: null },
    read: async () => ({ is: 'known', value: readingOf(scene) }),
    readLedger: async () =>
      scene.ledger === 'unreadable' ? NO_LEDGER : { is: 'known', value: foldLines(scene.lines) },
    async remember(entries) {
      if (scene.ledger !== 'readable' || (scene.dies && entries.at(-1)?.is === 'closed')) return NO_LEDGER
      scene.lines.push(...chainOn(foldLines(scene.lines).lastDigest, entries, scene.now, 'test'))
      return { is: 'known', value: foldLines(scene.lines) }
    },
    tell: null,
    afterwards: null,
    tags: async () => new Map(),
    modes: async (settings) => modesOf(scene, settings),
    async prove(_reading, _deciding, versions) {
      scene.asked += 1
      const verdicts = new Map([...versions].map((version) => [version, scene.verdict(version)]))
      return { verdicts, examinations: new Map(), settings: scene.inForce ?? scene.settings, alarms: [], reminders: [] }
    },
    told: () => undefined,
    stage: () => undefined,
  }
  const answer = await reconcile(ports)
  if (answer.is === 'unknown') throw new Error(answer.because.said)
  return answer.value
}
