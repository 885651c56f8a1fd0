// Writes the demo's transcript into README.md.

import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playDemo } from '../entry/commands/demo.ts'
import { replaceSection, transcriptBlock } from './readme.ts'

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..')
const README = join(ROOT, 'README.md')

const lines: string[] = []
await playDemo(ROOT, join(ROOT, 'dist', 'index.js'), (line) => {
  lines.push(...line.split('\n'))
  process.stderr.write(`${line}\n`)
})
await writeFile(README, replaceSection(await readFile(README, 'utf8'), 'transcript', transcriptBlock(lines)))
