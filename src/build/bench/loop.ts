// What the loop on GitHub costs: calls and time of telling pull requests, of sweeping them, and of runs with nothing to do; minutes a month.

import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { approve, propose } from '../../entry/commands/demo/play.ts'
import { ticksOf } from '../../install/doctor/minutes.ts'
import { accountAt, personAt } from './company.ts'
import { type Ground, openGround, SMALL, type Told } from './ground.ts'
import { type Bench, held, median, type Row, seconds, told } from './row.ts'
import { ask, ONE_ACTION } from './writes.ts'

const WORKFLOWS = join(resolve(fileURLToPath(import.meta.url), '../../../..'), '.github/workflows')
const DAYS = 30
const OPEN = 50

/** GitHub's API; the token of the cloud and Git have doors of their own. */
const calls = ({ asked }: Told): number =>
  asked.filter(({ part, op }) => part === 'github' && !op.includes('/oidc')).length

const well = (what: string, run: Told): Told => {
  if (run.code !== 0) throw new Error(`${what} ended with ${run.code}: ${run.stdout.slice(-2000)}`)
  return run
}

function openPulls({ company }: Ground): readonly number[] {
  const stage = { company, bundle: '', tell: () => undefined }
  return Array.from({ length: OPEN }, (_, at) => {
    const person = personAt(at % 20)
    const text = `for: ${person}\nreason: To be swept\nduration: 1h\naccess:\n  - account: ${accountAt(1)}\n    ${ONE_ACTION}\n`
    return propose(stage, { by: person, path: `config/requests/swept-${at}.yaml`, text })
  })
}

interface Schedule {
  readonly file: string
  readonly ticks: number
}

async function schedules(): Promise<readonly Schedule[]> {
  const files = (await readdir(WORKFLOWS)).filter((file) => file.endsWith('.yml'))
  const read = await Promise.all(
    files.map(async (file): Promise<readonly Schedule[]> => {
      const { on } = parse(await readFile(join(WORKFLOWS, file), 'utf8'))
      const crons: readonly { readonly cron: string }[] = on.schedule ?? []
      return crons.length === 0 ? [] : [{ file, ticks: crons.reduce((sum, { cron }) => sum + ticksOf(cron), 0) }]
    }),
  )
  return read.flat()
}

/** GitHub bills every job by whole minutes; a runner takes some seconds to start, of which nothing is known here. */
async function minutes(idle: Told): Promise<readonly Row[]> {
  const all = await schedules()
  const each = Math.ceil((idle.wall + 15) / 60)
  const months = all.map(({ file, ticks: count }) => ({ file, minutes: Math.round(count) * each }))
  const sum = months.reduce((total, one) => total + one.minutes, 0)
  const rows = months.map(({ file, minutes: one }) => `${file} ${one}`).join(', ')
  return [
    told(
      `Actions minutes a month of the schedules with nothing open, ${each} a job`,
      `${sum} (${rows}); expire every 15 minutes: ${sum + 3 * DAYS * 24 * each}`,
    ),
    told('… for one request, from opened to ended', `${6 * each}: plan, review, plan, merge, apply, and the schedules`),
  ]
}

export const loop: Bench = async (tools) => {
  const ground = await openGround(SMALL, tools)
  const { sandbox } = ground.company
  try {
    tools.tell('one pull request')
    // The first makes the labels, as the first of an installation does.
    const opened: Told[] = []
    for (const name of ['one', 'two', 'three']) {
      const stage = { company: ground.company, bundle: '', tell: () => undefined }
      const text = `for: ${personAt(7)}\nreason: To be told\nduration: 1h\naccess:\n  - account: ${accountAt(1)}\n    ${ONE_ACTION}\n`
      const pull = propose(stage, { by: personAt(7), path: `config/requests/${name}.yaml`, text })
      opened.push(well('plan', await ground.run('plan', { 'pull-request': String(pull) })))
    }
    const unchanged = well('plan', await ground.run('plan', { 'pull-request': '1' }))
    approve({ company: ground.company, bundle: '', tell: () => undefined }, personAt(8), 1)
    const woken = well('plan', await ground.run('plan', { 'pull-request': '1' }))
    const most = Math.max(...opened.map(calls))
    const time = median(opened.map(({ wall }) => wall))
    tools.tell(`${OPEN} pull requests`)
    openPulls(ground)
    const first = well('plan', await ground.run('plan'))
    const second = well('plan', await ground.run('plan'))
    tools.tell('a run with nothing to do')
    sandbox.change((world) => ({
      ...world,
      github: {
        ...world.github,
        repositories: world.github.repositories.map((one) => ({
          ...one,
          pulls: one.pulls.map((pull) => ({ ...pull, state: 'closed' as const })),
        })),
      },
    }))
    const idle = well('apply', await ground.run('apply'))
    ask(ground, 'told', ONE_ACTION, '1h', 'merge')
    const given = await ground.run('apply')
    return [
      held('GitHub calls from an opened pull request to its comment', String(most), '≤ 12', most <= 12),
      held('… time, the process whole', seconds(time), '< 2 s', time < 2),
      held('GitHub calls of a wake-up that changes nothing', String(calls(unchanged)), '≤ 6', calls(unchanged) <= 6),
      told('… of one after an approval', String(calls(woken))),
      held(
        `GitHub calls to sweep ${OPEN} open pull requests that were never told`,
        String(calls(first)),
        '≤ 60',
        calls(first) <= 60,
      ),
      held('… and again, with nothing changed', String(calls(second)), '≤ 60', calls(second) <= 60),
      told('… time', `${seconds(first.wall)}, then ${seconds(second.wall)}`),
      held('GitHub calls of a scheduled apply with nothing to do', String(calls(idle)), '≤ 5', calls(idle) <= 5),
      told('… time', seconds(idle.wall)),
      told('GitHub calls of an apply that proves, gives and tells one request', String(calls(given))),
      ...(await minutes(idle)),
    ]
  } finally {
    await ground.close()
  }
}
