// Where the scale report's runs take place: the made-up company on a sandbox that takes its time, can be put back, and knows what it cost itself.

import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { git } from '../../sandbox/git/run.ts'
import { defaultParts } from '../../sandbox/server.ts'
import type { World } from '../../sandbox/world.ts'
import type { Size } from '../bench/company.ts'
import { type Ground, openGround } from '../bench/ground.ts'
import type { Tools } from '../bench/row.ts'
import { listen, type Phase } from './phases.ts'

/** How the world answers while a run goes on. */
export interface Weather {
  /** Milliseconds by part. */
  readonly latency: Readonly<Record<string, number>>
  /** Every so many AWS calls one is throttled; null: none. */
  readonly throttledEvery: number | null
}

export const CALM: Weather = { latency: {}, throttledEvery: null }

export interface Measured {
  readonly command: string
  readonly code: number
  /** Seconds. */
  readonly wall: number
  /** Seconds of the processor: the bundle's process, and everything the sandbox's process did meanwhile. */
  readonly processor: number
  readonly sandbox: number
  /** Seconds in which the sandbox worked at a call and every other call had to wait. */
  readonly serving: number
  readonly bytes: number
  /** `iam:CreatePolicy` → how often. */
  readonly calls: ReadonlyMap<string, number>
  readonly throttled: number
  readonly phases: readonly Phase[]
  readonly json: unknown
  readonly stdout: string
}

export interface Moment {
  readonly world: World
  readonly refs: ReadonlyMap<string, string>
  readonly now: number
}

export interface ScaleGround {
  readonly ground: Ground
  run(weather: Weather, command: string, inputs?: Readonly<Record<string, string>>): Promise<Measured>
  /** The world as it is now, to come back to. */
  keep(): Moment
  putBack(moment: Moment): void
  close(): Promise<void>
}

const AWS = /^(iam|sts|resource-explorer-2|account)$/

function refsIn(directory: string): ReadonlyMap<string, string> {
  const lines = git(directory, ['for-each-ref', '--format=%(refname) %(objectname)']).split('\n')
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [ref, oid] = line.split(' ')
      return ref === undefined || oid === undefined ? [] : [[ref, oid]]
    }),
  )
}

/** Branches that appeared since go, those that moved or went come back. */
function putBackRefs(directory: string, wanted: ReadonlyMap<string, string>): void {
  const there = refsIn(directory)
  const lines = [
    ...[...there.keys()].filter((ref) => !wanted.has(ref)).map((ref) => `delete ${ref}`),
    ...[...wanted].filter(([ref, oid]) => there.get(ref) !== oid).map(([ref, oid]) => `update ${ref} ${oid}`),
  ]
  if (lines.length > 0) git(directory, ['update-ref', '--stdin'], `${lines.join('\n')}\n`)
}

export async function openScale(size: Size, tools: Tools): Promise<ScaleGround> {
  // Read anew at every call: the same sandbox serves runs in all weathers.
  const latency: Record<string, number> = {}
  let serving = 0
  const parts = defaultParts.map((part) => ({
    ...part,
    handle: async (...given: Parameters<typeof part.handle>) => {
      const began = performance.now()
      const handled = await part.handle(...given)
      serving += performance.now() - began
      return handled
    },
  }))
  const ground = await openGround(size, tools, {}, {}, { latency, parts })
  const { sandbox, folder } = ground.company
  const directory = join(folder, 'access.git')
  // As long as AWS's own pages are at most (IAM API reference, GetAccountAuthorizationDetails).
  sandbox.change((world) => ({ ...world, aws: { ...world.aws, pageSize: 1000 } }))

  return {
    ground,
    async run(weather, command, inputs = {}) {
      for (const part of Object.keys(latency)) delete latency[part]
      Object.assign(latency, weather.latency)
      sandbox.faults.clear()
      if (weather.throttledEvery !== null)
        sandbox.faults.add({ when: { part: AWS, every: weather.throttledEvery }, do: 'throttle' })
      serving = 0
      const [listener, busy] = [listen(() => performance.now()), process.cpuUsage()]
      const { code, wall, bytes, processor, asked, json, stdout } = await ground.run(command, inputs, listener.heard)
      const { user, system } = process.cpuUsage(busy)
      tools.tell(`    ${command} ended ${code} after ${wall.toFixed(1)} s with ${(bytes / 1e6).toFixed(0)} MB`)
      const calls = Map.groupBy(asked, ({ part, op }) => `${part}:${op.replace(/^GET \/oidc$/, 'identity token')}`)
      return {
        command,
        code,
        wall,
        processor,
        sandbox: (user + system) / 1e6,
        serving: serving / 1000,
        bytes,
        calls: new Map([...calls].map(([call, some]) => [call, some.length])),
        throttled: asked.filter(({ error }) => error === 'throttle').length,
        phases: listener.phases(),
        json,
        stdout,
      }
    },
    keep: () => ({ world: sandbox.world(), refs: refsIn(directory), now: sandbox.clock.now() }),
    putBack({ world, refs, now }) {
      putBackRefs(directory, refs)
      sandbox.change(() => world)
      sandbox.clock.set(now)
    },
    close: () => ground.close(),
  }
}
