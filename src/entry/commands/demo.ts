// daypass demo: the whole story on the sandbox, with the example in config/ and the built bundle.

import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EXIT } from '../exit.ts'
import { type Command, comeToNothing, textOf } from './command.ts'
import { ACTS } from './demo/acts.ts'
import { BEFORE, OKTA_BEFORE, RESOURCES } from './demo/before.ts'
import { openCompany } from './demo/company.ts'
import type { Stage } from './demo/play.ts'
import { at as instantAt } from './demo/start.ts'

/** The repository: this file lies in src/entry/commands, the bundled one in dist/chunks. */
function rootOf(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'action.yml')) && existsSync(join(folder, 'config'))) return folder
  throw new Error('neither src nor dist lies in the repository')
}

/** Plays all acts with this bundle's index.js; every line goes to `tell`. The same files give the same lines. */
export async function playDemo(root: string, bundle: string, tell: (line: string) => void): Promise<void> {
  const company = await openCompany({
    root,
    directory: 'config',
    now: instantAt,
    center: BEFORE,
    okta: OKTA_BEFORE,
    resources: RESOURCES,
  })
  const stage: Stage = { company, bundle, tell }
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
    'Starts a small AWS, Okta and GitHub on this machine, plays a request from the pull request to its end with the example in config/ and the built bundle, and asks an independent evaluator what the person may do.',
  argument: null,
  options: { bundle: { type: 'string', says: 'the built index.js that is played with (default: dist/index.js)' } },
  async run(invocation) {
    const { terminal, values } = invocation
    const root = rootOf()
    const bundle = resolve(textOf(invocation, 'bundle', join(root, 'dist', 'index.js')))
    if (!existsSync(bundle)) return comeToNothing(invocation, EXIT.failed, `${bundle} is not there: run npm run build.`)
    const lines: string[] = []
    const started = performance.now()
    await playDemo(root, bundle, (line) => {
      if (values['json'] === true) lines.push(line)
      else terminal.out(line)
    })
    if (values['json'] === true) terminal.out(JSON.stringify({ transcript: lines }))
    terminal.note(`\nPlayed in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
    return EXIT.done
  },
}
