// Everything that is made rather than written: made anew, or with --check compared with what is there.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { searchReference } from '../core/search/reference.ts'
import { bundle } from './bundle.ts'
import { inputsTable, outputsTable, replaceSection } from './readme.ts'
import { SHAPES_FILE, writeShapes } from './shapes.ts'

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..')
const README = join(ROOT, 'README.md')

type Made = ReadonlyMap<string, string>

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function madeDist(): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'daypass-dist-'))
  try {
    await bundle(folder)
    const files = await filesBelow(folder)
    return new Map(
      await Promise.all(
        files.map(async (file) => [join(ROOT, 'dist', relative(folder, file)), await readFile(file, 'utf8')] as const),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function madeReadme(): Promise<Made> {
  const [readme, action] = await Promise.all([readFile(README, 'utf8'), readFile(join(ROOT, 'action.yml'), 'utf8')])
  const withInputs = replaceSection(readme, 'inputs', inputsTable(action))
  return new Map([
    [README, replaceSection(withInputs, 'outputs', outputsTable(action))],
    [SEARCH_REFERENCE, searchReference()],
  ])
}

const SEARCH_REFERENCE = join(ROOT, 'src/core/search/README.md')

const madeShapes = async (): Promise<Made> => new Map([[SHAPES_FILE, await writeShapes()]])

async function stale(made: Made): Promise<readonly string[]> {
  const old = await Promise.all(
    [...made].map(async ([file, text]) =>
      (await readFile(file, 'utf8').catch(() => null)) === text ? [] : [relative(ROOT, file)],
    ),
  )
  return old.flat()
}

async function main(words: readonly string[]): Promise<void> {
  // Shapes first: the bundle is made of them.
  const shapes = await madeShapes()
  const checking = words.includes('--check')
  if (!checking) for (const [file, text] of shapes) await writeFile(file, text)
  const rest = [await madeReadme(), await madeDist()]
  const all: Made = new Map([...shapes, ...rest.flatMap((made) => [...made])])
  const old = await stale(all)
  const left = (await filesBelow(join(ROOT, 'dist')).catch(() => [])).filter((file) => !all.has(file))
  if (!checking) {
    await Promise.all(left.map((file) => rm(file)))
    if (left.length > 0 || old.some((file) => file.startsWith('dist/'))) await bundle(join(ROOT, 'dist'))
    for (const made of rest.slice(0, 1)) for (const [file, text] of made) await writeFile(file, text)
    process.stdout.write(`${all.size} files made, ${old.length} changed, ${left.length} removed\n`)
    return
  }
  const wrong = [...old, ...left.map((file) => `${relative(ROOT, file)} (no longer made)`)]
  if (wrong.length === 0) {
    process.stdout.write(`${all.size} made files are fresh\n`)
    return
  }
  process.stderr.write(`Not fresh; run npm run generate:\n${wrong.map((file) => `  ${file}`).join('\n')}\n`)
  process.exitCode = 1
}

await main(process.argv.slice(2))
