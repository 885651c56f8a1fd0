// What an installation costs: printing 1,000 accounts, and looking through 100 of them.

import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { settingsOf, USUAL } from './company.ts'
import { writeFiles } from './files.ts'
import { openGround } from './ground.ts'
import { type Bench, held, median, type Row, seconds, told } from './row.ts'

const MANY = 1000
const RUNS = 3
const CALLS = 12
const ELSEWHERE: readonly string[] = ['github', 'git']

/** The whole command, from the shell back to it. Seconds. */
const timed = (bundle: string, folder: string, words: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, [join(bundle, 'cli.js'), ...words], { cwd: folder, stdio: 'ignore' })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve((performance.now() - started) / 1000)
        : reject(new Error(`${words.join(' ')} ended with ${code}`)),
    )
  })

export const install: Bench = async (tools) => {
  const root = await mkdtemp(join(tools.folder, 'install-'))
  await writeFiles(root, settingsOf({ ...USUAL, accounts: MANY }))
  const rows: Row[] = []
  for (const form of ['cloudformation', 'stackset', 'terraform']) {
    tools.tell(`setup of ${MANY} accounts, ${form}`)
    const runs: number[] = []
    for (let run = 0; run < RUNS; run++)
      runs.push(await timed(tools.bundle.folder, root, ['setup', '--form', form, '--out', `aws-${form}`]))
    const usual = median(runs)
    rows.push(held(`setup of ${MANY} accounts, ${form}, median of ${RUNS}`, seconds(usual), 'under 2 s', usual < 2))
  }
  tools.tell('verify of 100 accounts')
  const ground = await openGround(USUAL, tools)
  try {
    const { code, wall, asked, stdout } = await ground.run('verify')
    if (code !== 0) throw new Error(`verify ended with ${code}: ${stdout.slice(-2000)}`)
    const calls = asked.filter(({ part }) => !ELSEWHERE.includes(part))
    const accounts = USUAL.accounts + 1
    const each = calls.length / accounts
    const writes = calls.filter(({ writes: changes }) => changes).length
    rows.push(
      held(
        `AWS calls an account to verify ${accounts}`,
        each.toFixed(1),
        `at most ${CALLS}`,
        each >= 1 && each <= CALLS,
      ),
      held('AWS calls of verify that change something', String(writes), 'none', writes === 0),
      told(`verify of ${accounts} accounts, 25 side by side`, seconds(wall)),
    )
  } finally {
    await ground.close()
  }
  return rows
}
