// How long validate takes to start on the example, and what the commands that call no cloud load.

import { execFileSync } from 'node:child_process'
import { cp, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node, type Ran } from './child.ts'
import { type Bench, type Built, held, median, megabytes, told } from './row.ts'

const ROOT = resolve(fileURLToPath(new URL('../../..', import.meta.url)))
const ROUNDS = 15

/** Writes the address of every module that is loaded. */
const WATCH = `import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => (process._rawDebug('loaded ' + url), next(url, context)) })
`

const CLOUD = /^(@aws-sdk|@smithy|@aws|@octokit|@okta|@actions\/(github|http-client))(\/|$)|^(undici|bowser)$/

/** What each is asked, and what it must tell: a command that stops early proves nothing. */
const COMMANDS: Readonly<Record<string, { readonly words: readonly string[]; readonly tells: string }>> = {
  validate: { words: ['validate'], tells: 'files read' },
  plan: { words: ['plan', '--base', 'HEAD'], tells: 'jonas-repair-order' },
  explain: { words: ['explain', 'marta-orders-queue'], tells: 'marta-orders-queue' },
}

const WHO = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost']

/** A clone of the example in which November's requests have landed and December's are new. */
async function exampleClone(folder: string): Promise<string> {
  const clone = join(folder, 'example')
  await cp(join(ROOT, 'config'), join(clone, 'config'), { recursive: true })
  const git = (...words: readonly string[]): unknown => execFileSync('git', [...WHO, ...words], { cwd: clone })
  git('init', '--quiet', '--initial-branch=main')
  git('add', 'config', ':!config/requests/2026/12')
  git('commit', '--quiet', '--message=Settings')
  return clone
}

interface Asked {
  readonly built: Built
  readonly watch: string
  readonly clone: string
}

async function loaded({ built, watch, clone }: Asked, command: string): Promise<Built['files']> {
  const { words, tells } = COMMANDS[command] ?? { words: [], tells: '' }
  const cli = join(built.folder, 'cli.js')
  const { stdout, stderr } = await node(['--import', watch, cli, ...words], { directory: clone })
  if (!stdout.includes(tells)) throw new Error(`${command} told nothing: ${stdout.slice(0, 500)}${stderr.slice(-500)}`)
  const urls = [...stderr.matchAll(/^loaded (file:.*)$/gm)].map(([, url]) => url ?? '')
  const paths = new Set(urls.map((url) => relative(built.folder, fileURLToPath(url))))
  const files = built.files.filter(({ path }) => paths.has(path))
  if (files.length === 0) throw new Error(`nothing of the bundle was loaded: ${stderr.slice(0, 500)}`)
  return files
}

const size = (files: Built['files']): number => files.reduce((sum, { bytes }) => sum + bytes, 0)

export const start: Bench = async ({ bundle, folder, tell }) => {
  const [empty, watch] = [join(folder, 'empty.js'), join(folder, 'watch.mjs')]
  await writeFile(empty, '')
  await writeFile(watch, WATCH)
  const [nothing, validate]: [Ran[], Ran[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 5 === 0) tell(`cold start, round ${round + 1}`)
    nothing.push(await node([empty], { directory: ROOT }))
    validate.push(await node([join(bundle.folder, 'cli.js'), 'validate'], { directory: ROOT }))
  }
  const wrong = validate.find(({ code }) => code !== 0)
  if (wrong !== undefined) throw new Error(`validate failed on the example: ${wrong.stdout}${wrong.stderr}`)
  const [least, most] = [nothing, validate].map((some) => median(some.map(({ wall }) => wall * 1000)))
  const above = (most ?? 0) - (least ?? 0)
  const rows = [
    held(
      'cold start of validate on the example, above an empty program',
      `${above.toFixed(0)} ms (${most?.toFixed(0)} − ${least?.toFixed(0)})`,
      '≤ 200 ms',
      above <= 200,
    ),
  ]
  const asked: Asked = { built: bundle, watch, clone: await exampleClone(folder) }
  for (const name of Object.keys(COMMANDS)) {
    const files = await loaded(asked, name)
    const cloud = files.flatMap(({ packages }) => packages.filter((one) => CLOUD.test(one)))
    rows.push(
      held(
        `… ${name} loads of clouds' clients`,
        cloud.length === 0 ? 'nothing' : [...new Set(cloud)].join(', '),
        'nothing',
        cloud.length === 0,
      ),
      told(
        `… ${name} loads`,
        `${megabytes(size(files))} in ${files.length} files: ${files.map(({ path }) => path.replace(/^chunks\//, '')).join(', ')}`,
      ),
    )
  }
  return rows
}
