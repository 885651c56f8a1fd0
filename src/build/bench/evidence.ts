// How often GitHub is asked to prove many new requests.

import { approve, merge, propose } from '../../entry/commands/demo/play.ts'
import { personAt, USUAL } from './company.ts'
import { count, openGround, transfersIn } from './ground.ts'
import { requestsOf } from './requests.ts'
import { type Bench, held, seconds, told } from './row.ts'

const MANY = 200

export const evidence: Bench = async (tools) => {
  const ground = await openGround(USUAL, tools)
  try {
    const { company } = ground
    const stage = { company, bundle: '', tell: tools.tell }
    for (const [at, { path, text }] of requestsOf(USUAL, MANY, 'single', 'duration: 2h').entries()) {
      if (at % 50 === 0) tools.tell(`pull request ${at + 1} of ${MANY}`)
      const person = /^for: (\S+)$/m.exec(text)?.[1] ?? personAt(0)
      const pull = propose(stage, { by: person, path, text })
      for (const approver of [0, 50, 100].map(personAt).filter((one) => one !== person)) approve(stage, approver, pull)
      merge(stage, person, pull)
    }
    tools.tell('proving and granting them')
    const run = await ground.run('apply')
    const granted = count(run.asked, 'iam', 'AttachUserPolicy') + count(run.asked, 'iam', 'AddUserToGroup')
    if (granted < MANY * 0.9)
      throw new Error(`only ${granted} of ${MANY} were given (exit ${run.code}): ${run.stdout.slice(-2000)}`)
    const calls = count(run.asked, 'github')
    const transfers = transfersIn(run.asked)
    return [
      held(`GitHub calls to prove ${MANY} new requests`, String(calls), '≤ 25', calls <= 25),
      held('… transfers: the default branch, and all heads together', String(transfers), '2', transfers === 2),
      told('… to grant them all', `${seconds(run.wall)}, at most 5 writes a second in one account`),
    ]
  } finally {
    await ground.close()
  }
}
