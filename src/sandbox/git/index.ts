// How the sandbox serves git over HTTP: fetch and push by real git, under `/git/<owner>/<repository>.git`.
import { spawn } from 'node:child_process'
import { gunzipSync } from 'node:zlib'
import { type Caller, callerOf, may, visible } from '../github/access.ts'
import { afterPush, type RefChange } from '../github/actions/following.ts'
import { userOf } from '../github/records.ts'
import { actionsBot, type Repository, type WithGithub } from '../github/world.ts'
import type { Arrival, Call, Handled, Refusal, Reply } from '../protocol.ts'
import { refOid } from './objects.ts'
import { packet, packetsOf } from './packets.ts'
import { gitEnvironment } from './run.ts'

const prefix = '/git'

const services = ['git-upload-pack', 'git-receive-pack'] as const
type Service = (typeof services)[number]

interface Asked {
  readonly repository: string
  readonly service: Service
  readonly phase: 'refs' | 'pack'
}

function askedOf(arrival: Arrival): Asked | null {
  const found = /^\/git\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(
    arrival.url.pathname,
  )
  const [, repository, end] = found ?? []
  if (repository === undefined || end === undefined) return null
  const refs = end === 'info/refs'
  const name = refs ? arrival.url.searchParams.get('service') : end
  const service = services.find((one) => one === name)
  if (service === undefined || arrival.method !== (refs ? 'GET' : 'POST')) return null
  return { repository, service, phase: refs ? 'refs' : 'pack' }
}

const bodyOf = (arrival: Arrival): Uint8Array =>
  arrival.headers['content-encoding'] === 'gzip' ? gunzipSync(arrival.body) : arrival.body

function describe(_world: WithGithub, arrival: Arrival): Call {
  const asked = askedOf(arrival)
  if (asked === null)
    return { part: 'git', op: 'unknown', writes: false, where: '', input: { path: arrival.url.pathname } }
  const { repository: where, service } = asked
  if (asked.phase === 'refs') return { part: 'git', op: 'fetch-refs', writes: false, where, input: { service } }
  const said = packetsOf(bodyOf(arrival))
  if (service === 'git-receive-pack')
    return { part: 'git', op: 'receive-pack', writes: true, where, input: { updates: said.map(firstLine) } }
  const lists = said[0] === 'command=ls-refs'
  const wants = said.filter((one) => one.startsWith('want ')).length
  return {
    part: 'git',
    op: lists ? 'fetch-refs' : 'upload-pack',
    writes: false,
    where,
    input: lists ? { service } : { wants },
  }
}

const firstLine = (one: string): string => one.split('\0')[0] ?? ''

async function handle<W extends WithGithub>(world: W, arrival: Arrival, now: number): Promise<Handled<W>> {
  const asked = askedOf(arrival)
  if (asked === null)
    return refused(world, 501, `The sandbox's git serves nothing at ${arrival.method} ${arrival.url.pathname}`)
  const caller = callerOf(world.github, arrival.headers)
  if (caller.is === 'unknown') return refused(world, 401, 'Bad credentials')
  const repository = visible(world.github, caller, asked.repository)
  if (repository === null) return refused(world, caller.is === 'anonymous' ? 401 : 404, 'Repository not found.')
  const level = asked.service === 'git-receive-pack' ? 'write' : 'read'
  if (!may(world.github, caller, repository, 'contents', level))
    return refused(world, caller.is === 'anonymous' ? 401 : 403, 'Write access to repository not granted.')
  return asked.phase === 'refs'
    ? { world, reply: await advertise(repository, asked.service, arrival) }
    : exchange(world, repository, asked.service, caller, arrival, now)
}

/** In protocol 2 git tells here what it can do and nothing of the repository: asked once, it is the same for all. */
const abilities = new Map<string, Promise<Buffer>>()

function advertised(repository: Repository, service: Service, arrival: Arrival): Promise<Buffer> {
  const ask = (): Promise<Buffer> => serve(repository, service, ['--http-backend-info-refs'], arrival, Buffer.alloc(0))
  const version = arrival.headers['git-protocol']
  if (service !== 'git-upload-pack' || version !== 'version=2') return ask()
  const known = abilities.get(version)
  if (known !== undefined) return known
  const asked = ask()
  abilities.set(version, asked)
  asked.catch(() => abilities.delete(version))
  return asked
}

async function advertise(repository: Repository, service: Service, arrival: Arrival): Promise<Reply> {
  const refs = await advertised(repository, service, arrival)
  const body = Buffer.concat([Buffer.from(`${packet(`# service=${service}\n`)}0000`), refs])
  return {
    status: 200,
    headers: { 'content-type': `application/x-${service}-advertisement`, 'cache-control': 'no-cache' },
    body,
  }
}

async function exchange<W extends WithGithub>(
  world: W,
  repository: Repository,
  service: Service,
  caller: Caller,
  arrival: Arrival,
  now: number,
): Promise<Handled<W>> {
  const pushes = service === 'git-receive-pack'
  const named = pushes ? packetsOf(bodyOf(arrival)).flatMap((one) => firstLine(one).split(' ')[2] ?? []) : []
  const before = refsOf(repository, named)
  const body = await serve(repository, service, [], arrival, bodyOf(arrival))
  const headers = { 'content-type': `application/x-${service}-result`, 'cache-control': 'no-cache' }
  const reply: Reply = { status: 200, headers, body }
  const changes = changesOf(before, refsOf(repository, named))
  if (changes.length === 0) return { world, reply }
  const actor = caller.is === 'known' ? userOf(world.github, caller.token.actor) : null
  return { world: afterPush(world, repository.id, changes, actor ?? actionsBot, now), reply }
}

const refsOf = (repository: Repository, names: readonly string[]): ReadonlyMap<string, string | null> =>
  new Map(names.map((ref) => [ref, refOid(repository.gitDirectory, ref)]))

const changesOf = (
  before: ReadonlyMap<string, string | null>,
  after: ReadonlyMap<string, string | null>,
): readonly RefChange[] =>
  [...before]
    .map(([ref, oid]) => ({ ref, before: oid, after: after.get(ref) ?? null }))
    .filter((change) => change.before !== change.after)

/** Lets git speak its own protocol; `refs/pull` is GitHub's to write and refused to everybody. */
function serve(
  repository: Repository,
  service: Service,
  args: readonly string[],
  arrival: Arrival,
  input: Uint8Array,
): Promise<Buffer> {
  const command = [
    '-c',
    'receive.hideRefs=refs/pull',
    service.slice(4),
    '--stateless-rpc',
    ...args,
    repository.gitDirectory,
  ]
  const version = arrival.headers['git-protocol']
  const env = version === undefined ? gitEnvironment : { ...gitEnvironment, GIT_PROTOCOL: version }
  return new Promise((resolve, reject) => {
    const child = spawn('git', command, { env })
    const out: Buffer[] = []
    const error: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => error.push(chunk))
    child.on('error', reject)
    // git closes its input early where it refuses; its own answer says why, so the broken pipe is not the news.
    child.stdin.on('error', (broken: Error) => error.push(Buffer.from(broken.message)))
    child.on('close', () => {
      if (out.length > 0 || error.length === 0) resolve(Buffer.concat(out))
      else reject(new Error(`${service}: ${Buffer.concat(error).toString()}`))
    })
    child.stdin.end(input)
  })
}

function refused<W>(world: W, status: number, message: string): Handled<W> {
  return { world, reply: plain(status, message), error: String(status) }
}

function plain(status: number, message: string): Reply {
  const challenge: Record<string, string> = status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}
  return { status, headers: { 'content-type': 'text/plain', ...challenge }, body: `${message}\n` }
}

const refuse = (_call: Call, refusal: Refusal | 'throttle'): Reply =>
  refusal === 'throttle' ? plain(429, 'Too many requests') : plain(refusal.status, refusal.message)

/** git's smart HTTP protocol, for fetch and push; tokens as GitHub takes them. */
export const gitPart = { prefix, describe, handle, refuse }
