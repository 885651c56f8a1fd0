// How a repository with very many requests is fetched and read: transfers and seconds.

import { USUAL } from './company.ts'
import { land, openGround, openPorts, START, transfersIn } from './ground.ts'
import { requestsOf } from './requests.ts'
import { type Bench, held, seconds, told } from './row.ts'

const MANY = 10_000

export const fetching: Bench = async (tools) => {
  const ground = await openGround(USUAL, tools)
  try {
    const { sandbox } = ground.company
    tools.tell(`a repository with ${MANY} requests`)
    land(ground, requestsOf(USUAL, MANY, 'mixed', 'duration: 2h'), START)
    const since = sandbox.journal.entries().at(-1)?.n ?? 0
    tools.tell('fetching and reading it')
    const started = performance.now()
    const ports = await openPorts(ground)
    const fetched = performance.now()
    const reading = await ports.read()
    if (reading.is === 'unknown' || reading.value.standing.length !== MANY)
      throw new Error('not all requests were read')
    const [fetch, read] = [(fetched - started) / 1000, (performance.now() - fetched) / 1000]
    const transfers = transfersIn(sandbox.journal.since(since))
    return [
      held(
        'transfers to fetch a repository with 10,000 requests and as many commits',
        String(transfers),
        '1',
        transfers === 1,
      ),
      told('… fetch / read', `${seconds(fetch)} / ${seconds(read)}`),
    ]
  } finally {
    await ground.close()
  }
}
