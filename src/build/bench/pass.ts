// One pass over a folder of requests in a process of its own: `node pass.ts floor|product <folder>` prints seconds and peak memory.

import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { lintSettings } from '../../core/approval/lints.ts'
import { readSettings } from '../../core/documents/settings.ts'
import { KINDS } from '../../core/entitlements/index.ts'
import type { PathChange } from '../../core/model/history.ts'
import { instantOf } from '../../core/model/time.ts'
import { documentsOnDisk } from '../../edges/disk/documents.ts'
import { MODE_NAMES } from '../../entry/mode-names.ts'
import { previewOf } from '../../entry/preview.ts'
import { loadKnowledge } from '../../knowledge/load.ts'

const SCHEMAS = fileURLToPath(new URL('../../../schemas', import.meta.url))
const NOW = instantOf(1_796_115_600)
const AT_ONCE = 64

/** How many requests were understood. */
type Pass = (folder: string) => Promise<number>

/** What nobody who reads such files can do without: read each, parse it, validate it with a compiled schema. */
async function floor(folder: string): Promise<number> {
  const ajv = new Ajv2020({ strict: false })
  for (const name of readdirSync(SCHEMAS)) ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8')), name)
  const validate = ajv.getSchema('request.schema.json')
  if (validate === undefined) throw new Error('there is no schema of requests')
  const below = join(folder, 'config', 'requests')
  const paths = readdirSync(below, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'))
  let valid = 0
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const texts = await Promise.all(paths.slice(from, from + AT_ONCE).map((path) => readFile(join(below, path), 'utf8')))
    for (const text of texts) if (validate(parse(text)) === true) valid += 1
  }
  return valid
}

/** Everything that `validate` finds and `plan` tells, as if all requests came in one pull request. */
async function product(folder: string): Promise<number> {
  const files = await documentsOnDisk(folder, 'config')
  if (files.is === 'unknown') throw new Error(files.because.said)
  const base = files.value.filter((file) => !file.path.includes('/requests/'))
  const added = files.value.filter((file) => file.path.includes('/requests/'))
  const { settings } = readSettings(base, 'config', KINDS, MODE_NAMES)
  if (settings === null) throw new Error('the settings do not validate')
  lintSettings(settings, await loadKnowledge())
  const told = await previewOf({
    directory: 'config',
    base,
    files: files.value,
    touched: new Map(added.map(({ path, blob, mode }): [string, PathChange] => [path, { path, before: null, after: { blob, mode } }])),
    author: () => null,
    opinions: async () => () => [],
    now: NOW,
    head: null,
    web: null,
  })
  return told?.story.requests.length ?? 0
}

const PASSES: Readonly<Record<string, Pass>> = { floor, product }

const [name = '', folder = ''] = process.argv.slice(2)
const pass = PASSES[name]
if (pass === undefined) throw new Error(`no pass is called ${name}`)
const started = performance.now()
const understood = await pass(folder)
const seconds = (performance.now() - started) / 1000
process.stdout.write(`${JSON.stringify({ understood, seconds, bytes: process.resourceUsage().maxRSS * 1024 })}\n`)
