// What Daypass costs at scale: `npm run scale` runs the bundle for 1,000 accounts and 10,000 grants on the sandbox and prints the bill.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { chosenOf, HELP } from './scale/choosing.ts'
import { type Asked, grants } from './scale/grants.ts'
import { refresh } from './scale/refresh.ts'
import { jsonOf, reportOf } from './scale/report.ts'
import type { Case } from './scale/stage.ts'

const words = process.argv.slice(2)
const choice = chosenOf(words)
if (choice.is === 'help') process.stdout.write(HELP)
if (choice.is === 'wrong') {
  process.stderr.write(`${choice.says}\n\n${HELP}`)
  process.exitCode = 1
}
if (choice.is === 'chosen') {
  const { chosen, only, json } = choice
  const folder = await mkdtemp(join(tmpdir(), 'daypass-scale-'))
  // Clones and reports that runs leave behind go with it.
  process.env['TMPDIR'] = folder
  const started = performance.now()
  const tell = (progress: string): void =>
    void process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${progress} …\n`)
  try {
    tell('building')
    const built = join(folder, 'dist')
    await bundle(built)
    const tools = { bundle: { folder: built, files: [] }, folder, tell, chosen }
    const asked = new Set<Asked>(only.filter((one) => one !== 'refresh'))
    const cases: Case[] = asked.size === 0 ? [] : [...(await grants(tools, asked))]
    if (only.includes('refresh')) cases.push(await refresh(tools))
    tell('done')
    process.stdout.write(`${json ? jsonOf(cases, chosen) : reportOf(cases, chosen)}\n`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
