// How the sandbox's world is served over HTTP: one request at a time, by its own clock, with faults and a journal.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { awsPart } from './aws/index.ts'
import { type Faults, type Mishap, openFaults, refusalOf } from './faults.ts'
import { gitPart } from './git/index.ts'
import { githubPart } from './github/index.ts'
import { type Journal, openJournal } from './journal.ts'
import { oktaPart } from './okta/index.ts'
import type { Arrival, Call, Handled, Part, Reply } from './protocol.ts'
import type { World } from './world.ts'

export interface SandboxClock {
  /** Seconds since the epoch, UTC. The clock stands still unless told otherwise. */
  now(): number
  set(seconds: number): void
  advance(seconds: number): void
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  world(): World
  /** An edit by hand, past every API; not in the journal. */
  change(edit: (world: World) => World): void
  readonly clock: SandboxClock
  readonly journal: Journal
  readonly faults: Faults
  /** What happens between calls: waited for before each is handled, and holds up no other. null: nothing. */
  between(what: ((call: Call) => Promise<void> | void) | null): void
  close(): Promise<void>
}

export interface SandboxStart {
  readonly world: World
  /** Seconds since the epoch, UTC. */
  readonly now: number
  readonly parts?: readonly Part<World>[]
  /** Milliseconds each call of a part (`iam`, `sts`, `github`, `git`) waits before it is handled. */
  readonly latency?: Readonly<Record<string, number>>
}

export const defaultParts: readonly Part<World>[] = [awsPart, githubPart, gitPart, oktaPart]

const read = async (request: IncomingMessage): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const arrivalOf = async (request: IncomingMessage, base: string): Promise<Arrival> => ({
  method: request.method ?? 'GET',
  url: new URL(request.url ?? '/', base),
  headers: Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  ),
  body: await read(request),
})

const plain = (status: number, code: string, message: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ message, code }),
})

const serves = (part: Part<World>, path: string): boolean =>
  path === part.prefix || path.startsWith(`${part.prefix}/`) || path.startsWith(`${part.prefix}?`)

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A fault's reply, or null where it answers nothing. `fail-after` has its own reply thrown away and never comes here. */
const mishapReply = (part: Part<World>, call: Call, mishap: Mishap): Reply | null => {
  if (mishap === 'fail-before' || mishap === 'fail-after' || mishap === 'hang') return null
  if (mishap === 'garbage')
    return {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><p>It works, but it is not what you asked',
    }
  if (mishap === 'throttle')
    return part.refuse?.(call, 'throttle') ?? plain(429, 'Throttling', 'Rate exceeded', { 'retry-after': '1' })
  const refusal = refusalOf(mishap)
  return part.refuse?.(call, refusal) ?? plain(refusal.status, refusal.code, refusal.message)
}

const nameOf = (mishap: Mishap): string => (typeof mishap === 'string' ? mishap : mishap.code)

/**
 * Serves a world on 127.0.0.1 at a free port. A part gets the URL with its prefix still on it. Requests are handled
 * strictly one after the other; latency and hanging happen outside that queue, so they never hold up another request.
 */
export const startSandbox = async (start: SandboxStart): Promise<Sandbox> => {
  const parts = start.parts ?? defaultParts
  const journal = openJournal()
  const faults = openFaults()
  let world = start.world
  let now = start.now
  let tail: Promise<unknown> = Promise.resolve()
  let underWay: ((world: World) => World)[] = []
  let base = ''
  let meanwhile: ((call: Call) => Promise<void> | void) | null = null

  const send = (response: ServerResponse, reply: Reply): void => {
    response.sendDate = false
    response.writeHead(reply.status, { ...reply.headers, date: new Date(now * 1000).toUTCString() })
    response.end(reply.body)
  }

  const handle = async (part: Part<World>, arrival: Arrival): Promise<Handled<World>> => {
    underWay = []
    const given = world
    const handled = await part.handle(given, arrival, now)
    // An edit by hand while a part waited must not be lost.
    if (handled.world !== given) world = underWay.reduce((edited, edit) => edit(edited), handled.world)
    return handled
  }

  const serve = async (part: Part<World>, call: Call, arrival: Arrival, response: ServerResponse): Promise<void> => {
    const mishap = faults.strike(call)
    if (mishap !== null && mishap !== 'fail-after') {
      const reply = mishapReply(part, call, mishap)
      journal.note({ ...call, at: now, status: reply?.status ?? 0, changed: false, error: nameOf(mishap) })
      if (reply !== null) send(response, reply)
      else if (mishap === 'fail-before') response.destroy()
      return
    }
    const before = world
    const handled = await handle(part, arrival).catch(
      (error: unknown): Handled<World> => ({
        world: before,
        reply: plain(500, 'SandboxBug', error instanceof Error ? (error.stack ?? error.message) : String(error)),
        error: 'SandboxBug',
      }),
    )
    const lost = mishap === 'fail-after'
    const error = lost ? 'fail-after' : handled.error
    journal.note({
      ...call,
      at: now,
      status: lost ? 0 : handled.reply.status,
      changed: call.writes && world !== before,
      ...(error === undefined ? {} : { error }),
    })
    if (lost) response.destroy()
    else send(response, handled.reply)
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrival = await arrivalOf(request, base)
    const part = parts.find((candidate) => serves(candidate, arrival.url.pathname))
    if (part === undefined) {
      send(response, plain(501, 'NotServed', `The sandbox serves nothing at ${arrival.method} ${arrival.url.pathname}`))
      return
    }
    const pause = start.latency?.[part.describe(world, arrival).part] ?? 0
    if (pause > 0) await wait(pause)
    if (meanwhile !== null) await meanwhile(part.describe(world, arrival))
    const turn = tail.then(() => serve(part, part.describe(world, arrival), arrival, response))
    // One bad request must not stop the queue; its own client is told below.
    tail = turn.catch(() => undefined)
    await turn
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        send(
          response,
          plain(500, 'SandboxBug', error instanceof Error ? (error.stack ?? error.message) : String(error)),
        )
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The sandbox listens on no port.')
  base = `http://127.0.0.1:${address.port}`

  return {
    url: base,
    world: () => world,
    change: (edit) => {
      underWay.push(edit)
      world = edit(world)
    },
    clock: {
      now: () => now,
      set: (seconds) => {
        now = seconds
      },
      advance: (seconds) => {
        now += seconds
      },
    },
    journal,
    faults,
    between: (what) => {
      meanwhile = what
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}
