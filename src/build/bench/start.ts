// How long validate takes to start on the example, and what the commands that call no cloud load.

import { writeFile } from 'node:fs/promises'
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

const CLOUD = /^(@aws-sdk|@smithy|@aws|@octokit|@actions\/(github|http-client))(\/|$)|^(undici|bowser)$/

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  validate: ['validate'],
  plan: ['plan', '--base', 'HEAD'],
  explain: ['explain', 'nothing-of-this-name', '--at', 'HEAD'],
}

async function loaded(built: Built, watch: string, words: readonly string[]): Promise<Built['files']> {
  const { stderr } = await node(['--import', watch, join(built.folder, 'cli.js'), ...words], { directory: ROOT })
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
  for (const [name, words] of Object.entries(COMMANDS)) {
    const files = await loaded(bundle, watch, words)
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
