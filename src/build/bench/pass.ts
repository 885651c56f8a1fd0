// One pass over a folder of requests in a process of its own: `node pass.js floor|product <folder>` prints what it took.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import item from '../../../schemas/item.schema.json' with { type: 'json' }
import request from '../../../schemas/request.schema.json' with { type: 'json' }
import words from '../../../schemas/words.schema.json' with { type: 'json' }
import { lintSettings } from '../../core/approval/lints.ts'
import type { PathChange } from '../../core/model/history.ts'
import { instantOf } from '../../core/model/time.ts'
import { documentsOnDisk } from '../../edges/disk/documents.ts'
import { NO_INVENTORY } from '../../entry/inventory/looking.ts'
import { previewOf } from '../../entry/preview.ts'
import { loadKnowledge } from '../../knowledge/load.ts'

const NOW = instantOf(1_796_115_600)

/** How many requests were understood. */
type Pass = (folder: string) => Promise<number>

/** What nobody who reads such files can do without: read each, parse it, validate it with a compiled schema. */
async function floor(folder: string): Promise<number> {
  const ajv = new Ajv2020({ strict: false })
  ajv.addSchema(words, 'words.schema.json').addSchema(item, 'item.schema.json')
  const validate = ajv.compile(request)
  const below = join(folder, 'config', 'requests')
  const paths = readdirSync(below, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'))
  return paths.filter((path) => validate(parse(readFileSync(join(below, path), 'utf8'))) === true).length
}

/** Everything that `validate` finds and `plan` tells, as if all requests came in one pull request. */
async function product(folder: string): Promise<number> {
  const files = await documentsOnDisk(folder, 'config')
  if (files.is === 'unknown') throw new Error(files.because.said)
  const base = files.value.filter((file) => !file.path.includes('/requests/'))
  const added = files.value.filter((file) => file.path.includes('/requests/'))
  const knowledge = await loadKnowledge()
  const told = await previewOf({
    inventory: NO_INVENTORY,
    people: null,
    directory: 'config',
    base,
    files: files.value,
    touched: new Map(
      added.map(({ path, blob, mode }): [string, PathChange] => [path, { path, before: null, after: { blob, mode } }]),
    ),
    author: (settings) => {
      lintSettings(settings, knowledge)
      return null
    },
    opinions: async () => () => [],
    now: NOW,
    openedAt: null,
    head: null,
    web: null,
  })
  return told?.story.requests.length ?? 0
}

const PASSES: Readonly<Record<string, Pass>> = { floor, product }

const [name = '', folder = ''] = process.argv.slice(2)
const pass = PASSES[name]
if (pass === undefined) throw new Error(`no pass is called ${name}`)
const [started, used, usedByAll] = [performance.now(), process.threadCpuUsage(), process.cpuUsage()]
const understood = await pass(folder)
const { user, system } = process.threadCpuUsage(used)
const all = process.cpuUsage(usedByAll)
const wall = (performance.now() - started) / 1000
const bytes = process.resourceUsage().maxRSS * 1024
process.stdout.write(
  `${JSON.stringify({ understood, wall, processor: (user + system) / 1e6, threads: (all.user + all.system) / 1e6, bytes })}\n`,
)
