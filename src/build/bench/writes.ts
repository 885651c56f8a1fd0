// How many writes one grant and its removal take.

import { approve, merge, propose } from '../../entry/commands/demo/play.ts'
import { accountAt, accountIdAt, personAt } from './company.ts'
import { type Ground, openGround, SMALL, type Told } from './ground.ts'
import { type Bench, held, type Row } from './row.ts'

const HOUR = 3600

/** One item of one action. */
export const ONE_ACTION = `actions: ["sqs:ReceiveMessage"]\n    on: ["arn:aws:sqs:eu-west-1:${accountIdAt(1)}:queue"]`

/** Somebody asks by a pull request, a colleague approves it, and, unless it stops there, it is merged; its number. */
export function ask(
  { company }: Ground,
  name: string,
  item: string,
  duration: string,
  until: 'approve' | 'merge',
): number {
  const stage = { company, bundle: '', tell: () => undefined }
  const text = `for: ${personAt(7)}\nreason: To be counted\nduration: ${duration}\naccess:\n  - account: ${accountAt(1)}\n    ${item}\n`
  const pull = propose(stage, { by: personAt(7), path: `config/requests/${name}.yaml`, text })
  approve(stage, personAt(8), pull)
  if (until === 'merge') merge(stage, personAt(7), pull)
  return pull
}

const writesOf = ({ asked }: Told): readonly string[] =>
  asked.filter(({ part, writes, changed }) => part === 'iam' && writes && changed).map(({ op }) => op)

const row = (what: string, run: Told, most: number): Row => {
  const writes = writesOf(run)
  if (writes.length === 0)
    throw new Error(`${what}: nothing was written (exit ${run.code}): ${run.stdout.slice(-2000)}`)
  return held(what, `${writes.length}: ${writes.join(', ')}`, `≤ ${most}`, writes.length <= most)
}

export const writes: Bench = async (tools) => {
  const ground = await openGround(SMALL, tools)
  const { clock } = ground.company.sandbox
  const rows: Row[] = []
  try {
    tools.tell('one grant after the other')
    ask(ground, 'once', ONE_ACTION, '1h', 'merge')
    rows.push(row('writes to grant one item of actions', await ground.run('apply'), 2))
    clock.advance(2 * HOUR)
    rows.push(row('… to remove it', await ground.run('expire'), 2))
    ask(ground, 'first', ONE_ACTION, '1h', 'merge')
    await ground.run('apply')
    clock.advance(HOUR / 2)
    ask(ground, 'again', ONE_ACTION, '2h', 'merge')
    rows.push(row('… to renew it', await ground.run('apply'), 2))
    clock.advance(3 * HOUR)
    rows.push(row('… to remove what was renewed', await ground.run('expire'), 3))
    ask(ground, 'member', 'group: readers', '1h', 'merge')
    rows.push(row('writes to grant a group, with its mark', await ground.run('apply'), 3))
    clock.advance(2 * HOUR)
    rows.push(row('… to remove it, with its mark', await ground.run('expire'), 3))
    return rows
  } finally {
    await ground.close()
  }
}
