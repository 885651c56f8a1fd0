// How git is run: without a shell, hooks, prompts or anybody's configuration, and never with a secret in its arguments.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { devNull } from 'node:os'
import type { EdgeError, EdgeErrorKind } from '../../core/model/edge-error.ts'

export interface GitOptions {
  /** The git directory (bare, or a clone's `.git`); null for commands that need none. */
  readonly directory: string | null
  readonly input?: string | Uint8Array
  /** Sent as basic authorization to `origin` (`https://github.com`) alone, by environment. */
  readonly token?: { readonly origin: string; readonly secret: string }
  /** Added to git's environment last. */
  readonly environment?: Readonly<Record<string, string>>
  /** `file`: local paths and file: URLs may be fetched from as well (sandbox, tests). */
  readonly protocols?: 'network' | 'file'
  /** Seconds until git is killed; LONGEST unless told. */
  readonly timeout?: number
}

/** `code` is git's own exit code; 124 = killed for taking too long, 127 = could not be started. */
export interface GitAnswer {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: string
}

const PASSED_ON = [
  'PATH',
  'Path',
  'SystemRoot',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'GIT_EXEC_PATH',
  'http_proxy',
  'https_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'all_proxy',
  'ALL_PROXY',
  'no_proxy',
  'NO_PROXY',
]

/** What a clone's own configuration must not decide: programs to run, history to hide, redirects that carry the token on. */
const CONFIGURATION: readonly (readonly [string, string])[] = [
  ['core.hooksPath', devNull],
  ['init.templateDir', ''],
  ['core.fsmonitor', 'false'],
  ['core.attributesFile', devNull],
  ['advice.graftFileDeprecated', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['log.follow', 'false'],
  ['log.showRoot', 'true'],
  ['log.showSignature', 'false'],
  ['credential.helper', ''],
  ['http.followRedirects', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['fetch.writeCommitGraph', 'false'],
  ['protocol.version', '2'],
  // Two minutes without a byte a second either way. What we push is some kilobytes; what we fetch may be much, and the signs
  // of life that a server sends while it works on that (uploadpack.keepAlive) are too few to count: so no shorter.
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '120'],
]

/**
 * Seconds for a whole command: as long as the first fetch of a large repository's history may take as long as it moves on.
 * What does not move ends sooner (http.lowSpeedTime), but for a server that cannot be connected to: git has no word on that.
 */
const LONGEST = 600

function environmentOf(options: GitOptions): Record<string, string> {
  const environment: Record<string, string> = {}
  for (const name of PASSED_ON) {
    const value = process.env[name]
    if (value !== undefined) environment[name] = value
  }
  const configuration = [...CONFIGURATION]
  if (options.token !== undefined) {
    const basic = Buffer.from(`x-access-token:${options.token.secret}`).toString('base64')
    configuration.push([`http.${options.token.origin}/.extraHeader`, `Authorization: Basic ${basic}`])
  }
  for (const [at, [key, value]] of configuration.entries()) {
    environment[`GIT_CONFIG_KEY_${at}`] = key
    environment[`GIT_CONFIG_VALUE_${at}`] = value
  }
  return {
    ...environment,
    GIT_CONFIG_COUNT: String(configuration.length),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_GRAFT_FILE: devNull,
    GIT_LITERAL_PATHSPECS: '1',
    GIT_ALLOW_PROTOCOL: options.protocols === 'file' ? 'https:http:file' : 'https:http',
    HOME: devNull,
    LC_ALL: 'C',
    ...options.environment,
  }
}

/** A process group of its own, so that it can be ended with everything that it started; Windows has none. */
const OWN_GROUP = process.platform !== 'win32'

function start(parameters: readonly string[], options: GitOptions): ChildProcessWithoutNullStreams {
  const place = options.directory === null ? [] : ['--git-dir', options.directory]
  const env = environmentOf(options)
  return spawn('git', [...place, ...parameters], { env, stdio: 'pipe', windowsHide: true, detached: OWN_GROUP })
}

/** A git that is running: read `stdout` to its end, then wait for `ended`. Nothing here throws. */
export interface GitStream {
  readonly stdout: AsyncIterable<Buffer>
  readonly ended: Promise<{ readonly code: number; readonly stderr: string }>
}

/** Git with the helper that speaks HTTP for it: left behind it would wait on, and its pipes would keep us waiting, too. */
function end(child: ChildProcessWithoutNullStreams): void {
  try {
    if (child.pid === undefined || !OWN_GROUP) child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // It ended by itself just now, and all that it started.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Runs git and hands out its output as it comes. Breaking off the reading ends git. */
export function gitStream(parameters: readonly string[], options: GitOptions): GitStream {
  const child = start(parameters, options)
  let stderr = ''
  let late = false
  const giveUp = (): void => {
    late = true
    end(child)
  }
  const timer = setTimeout(giveUp, (options.timeout ?? LONGEST) * 1000)
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < 65_536) stderr += chunk.toString()
  })
  // git may end before it has read all of its input; its exit code tells why.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const ended = new Promise<{ readonly code: number; readonly stderr: string }>((resolve) => {
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: 127, stderr: `git could not be started: ${error.message}` })
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(
        late
          ? { code: 124, stderr: `git was ended after ${options.timeout ?? LONGEST} s` }
          : { code: code ?? 128, stderr },
      )
    })
  })
  return { stdout: child.stdout, ended }
}

/** Runs git to its end. Never rejects: what went wrong is in `code` and `stderr`. */
export async function git(parameters: readonly string[], options: GitOptions): Promise<GitAnswer> {
  const running = gitStream(parameters, options)
  const chunks: Buffer[] = []
  try {
    for await (const chunk of running.stdout) chunks.push(chunk)
  } catch (error) {
    const { code, stderr } = await running.ended
    return { code: code === 0 ? 128 : code, stdout: Buffer.alloc(0), stderr: stderr || String(error) }
  }
  const { code, stderr } = await running.ended
  return { code, stdout: Buffer.concat(chunks), stderr }
}

const SAYINGS: readonly (readonly [RegExp, EdgeErrorKind])[] = [
  [
    /Authentication failed|could not read Username|HTTP 40[13]|error: 40[13]|access denied|Permission denied/i,
    'denied',
  ],
  [/not found|couldn't find remote ref|does not exist|does not appear to be a git|error: 404/i, 'not-found'],
  [
    /not our ref|unadvertised object|bad revision|unknown revision|not a valid (object|commit)|not a tree object|bad object/i,
    'not-found',
  ],
  [/error: 429|rate limit/i, 'throttled'],
  [/stale info|non-fast-forward|fetch first|rejected|cannot lock ref/i, 'conflict'],
]

/** What a git that failed said, in our closed list; `call` says what was asked for. */
export function gitError(call: string, answer: { readonly code: number; readonly stderr: string }): EdgeError {
  const said = answer.stderr
    .trim()
    .replace(/Authorization:.*/gi, 'Authorization: …')
    .slice(0, 1000)
  const kind = SAYINGS.find(([pattern]) => pattern.test(said))?.[1] ?? 'unreachable'
  return { kind, call: `git: ${call}`, said: said || `exit code ${answer.code}` }
}
