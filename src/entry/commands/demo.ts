// daypass demo: the whole story on the sandbox, with the example in config/ and the built bundle.

import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EXIT } from '../exit.ts'
import type { Command } from './command.ts'
import { ACTS } from './demo/acts.ts'
import { openCompany } from './demo/company.ts'
import type { Stage } from './demo/play.ts'
import { at as instantAt } from './demo/start.ts'

/** The repository: this file lies in src/entry/commands, the bundled one in dist/chunks. */
function rootOf(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'action.yml')) && existsSync(join(folder, 'dist', 'index.js'))) return folder
  throw new Error('dist/index.js is not there: run npm run build')
}

/** Plays all acts; every line goes to `tell`. The same files give the same lines. */
export async function playDemo(root: string, tell: (line: string) => void): Promise<void> {
  const company = await openCompany({ root, directory: 'config', now: instantAt })
  const stage: Stage = { company, bundle: join(root, 'dist', 'index.js'), tell }
  try {
    for (const [index, act] of ACTS.entries()) {
      tell(`${index === 0 ? '' : '\n'}${index + 1}. ${act.title}`)
      await act.play(stage)
    }
  } finally {
    await company.sandbox.close()
    await rm(company.folder, { recursive: true, force: true })
  }
}

export const demo: Command = {
  tells:
    'Starts a small AWS and GitHub on this machine, plays a request from the pull request to its end with the example in config/ and the built bundle, and asks an independent evaluator what the person may do.',
  argument: null,
  options: {},
  async run({ terminal, values }) {
    const lines: string[] = []
    const started = performance.now()
    await playDemo(rootOf(), (line) => {
      if (values['json'] === true) lines.push(line)
      else terminal.out(line)
    })
    if (values['json'] === true) terminal.out(JSON.stringify({ transcript: lines }))
    terminal.note(`\nPlayed in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
    return EXIT.done
  },
}
