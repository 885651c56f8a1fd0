// How the built bundle is run against the sandbox: as a child process, in the environment that a runner gives it.

import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OIDC, REPOSITORY, TOKEN } from './company.ts'

export interface BundleRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** The job summary that it wrote. */
  readonly summary: string
  /** The report's JSON, as its output names it; null where none was written. */
  readonly json: unknown
  readonly outputs: Readonly<Record<string, string>>
}

export interface BundleAsked {
  /** Path of dist/index.js. */
  readonly bundle: string
  /** The sandbox's URL. */
  readonly url: string
  readonly command: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  /** Told its log while it runs. */
  readonly heard?: (text: string) => void
}

const DEFAULTS: Readonly<Record<string, string>> = {
  directory: 'config',
  start: '',
  'github-token': TOKEN,
  'ledger-branch': 'daypass-ledger',
  'pull-request': '',
  'time-budget': '45',
}

function environmentOf(asked: BundleAsked, folder: string): Record<string, string> {
  const inputs = { ...DEFAULTS, command: asked.command, ...asked.inputs }
  const job = asked.command === 'verify' ? 'inventory' : asked.command
  const oidc =
    job === 'apply' || job === 'expire' || job === 'inventory'
      ? {
          ACTIONS_ID_TOKEN_REQUEST_URL: `${asked.url}/github/oidc?api-version=2.0`,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: OIDC[job],
        }
      : {}
  return {
    PATH: process.env['PATH'] ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: `${asked.url}/git`,
    GITHUB_API_URL: `${asked.url}/github`,
    GITHUB_GRAPHQL_URL: `${asked.url}/github/graphql`,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '7',
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    RUNNER_TEMP: folder,
    AWS_ENDPOINT_URL: `${asked.url}/aws`,
    AWS_REGION: 'eu-west-1',
    OKTA_ENDPOINT_URL: `${asked.url}/okta`,
    ...oidc,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`, value]),
    ),
    ...asked.environment,
  }
}

/** GitHub's output file: `name<<delimiter`, the value's lines, `delimiter`. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {}
  for (const [, name, , value] of text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm))
    if (name !== undefined) outputs[name] = value ?? ''
  return outputs
}

export async function runBundle(asked: BundleAsked): Promise<BundleRun> {
  const folder = await mkdtemp(join(tmpdir(), 'daypass-run-'))
  await Promise.all([writeFile(join(folder, 'output'), ''), writeFile(join(folder, 'summary'), '')])
  try {
    const child = spawn(process.execPath, [asked.bundle], { env: environmentOf(asked, folder), cwd: folder })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      asked.heard?.(text)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (status) => resolve(status ?? 137))
    })
    const outputs = readOutputs(await readFile(join(folder, 'output'), 'utf8'))
    const json: unknown = outputs['json'] === undefined ? null : JSON.parse(await readFile(outputs['json'], 'utf8'))
    return { code, stdout, stderr, summary: await readFile(join(folder, 'summary'), 'utf8'), json, outputs }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
