// How many writes one grant and its removal take.

import { approve, merge, propose } from '../../entry/commands/demo/play.ts'
import { accountAt, accountIdAt, personAt, type Size } from './company.ts'
import { type Ground, openGround, type Told } from './ground.ts'
import { type Bench, held, type Row } from './row.ts'

const SMALL: Size = { people: 40, accounts: 5, teams: 5 }
const HOUR = 3600

const ACTIONS = `actions: ["sqs:ReceiveMessage"]\n    on: ["arn:aws:sqs:eu-west-1:${accountIdAt(1)}:queue"]`

/** A colleague asks for a pull request's worth, another approves it, it is merged. */
function ask({ company }: Ground, name: string, item: string, duration: string): void {
  const stage = { company, bundle: '', tell: () => undefined }
  const text = `for: ${personAt(7)}\nreason: To be counted\nduration: ${duration}\naccess:\n  - account: ${accountAt(1)}\n    ${item}\n`
  const pull = propose(stage, { by: personAt(7), path: `config/requests/${name}.yaml`, text })
  approve(stage, personAt(8), pull)
  merge(stage, personAt(7), pull)
}

const writesOf = ({ asked }: Told): readonly string[] =>
  asked.filter(({ part, writes, changed }) => part === 'iam' && writes && changed).map(({ op }) => op)

const row = (what: string, run: Told, most: number): Row => {
  const writes = writesOf(run)
  if (writes.length === 0) throw new Error(`${what}: nothing was written (exit ${run.code}): ${run.stdout.slice(-2000)}`)
  return held(what, `${writes.length}: ${writes.join(', ')}`, `≤ ${most}`, writes.length <= most)
}

export const writes: Bench = async (tools) => {
  const ground = await openGround(SMALL, tools)
  const { clock } = ground.company.sandbox
  const rows: Row[] = []
  try {
    tools.tell('one grant after the other')
    ask(ground, 'once', ACTIONS, '1h')
    rows.push(row('writes to grant one item of actions', await ground.run('apply'), 2))
    clock.advance(2 * HOUR)
    rows.push(row('… to remove it', await ground.run('expire'), 2))
    ask(ground, 'first', ACTIONS, '1h')
    await ground.run('apply')
    clock.advance(HOUR / 2)
    ask(ground, 'again', ACTIONS, '2h')
    rows.push(row('… to renew it', await ground.run('apply'), 2))
    clock.advance(3 * HOUR)
    rows.push(row('… to remove what was renewed', await ground.run('expire'), 3))
    ask(ground, 'member', 'group: readers', '1h')
    rows.push(row('writes to grant a group, with its mark', await ground.run('apply'), 3))
    clock.advance(2 * HOUR)
    rows.push(row('… to remove it, with its mark', await ground.run('expire'), 3))
    return rows
  } finally {
    await ground.close()
  }
}
