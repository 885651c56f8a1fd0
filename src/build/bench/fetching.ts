// How a repository with very many requests is fetched and read: transfers and seconds.

import { TOKEN, REPOSITORY } from '../../entry/commands/demo/company.ts'
import { openSource } from '../../entry/repository.ts'
import { wire } from '../../entry/wiring.ts'
import { USUAL } from './company.ts'
import { count, openGround, land, START } from './ground.ts'
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
    const source = { is: 'remote', remote: { url: `${sandbox.url}/git/${REPOSITORY}.git`, token: TOKEN }, what: 'HEAD' } as const
    const repository = await openSource(source)
    if (repository.is === 'unknown') throw new Error(repository.because.said)
    const fetched = performance.now()
    const { ports } = await wire({
      clone: 'fresh',
      job: 'apply',
      environment: {},
      directory: 'config',
      source,
      repository: repository.value,
      token: TOKEN,
      start: null,
      ledgerBranch: 'daypass-ledger',
      budget: 600,
      setSecret: () => undefined,
      told: () => undefined,
      stage: () => undefined,
    })
    const reading = await ports.read()
    if (reading.is === 'unknown' || reading.value.standing.length !== MANY) throw new Error('not all requests were read')
    const [fetch, read] = [(fetched - started) / 1000, (performance.now() - fetched) / 1000]
    const transfers = count(sandbox.journal.since(since), 'git', 'upload-pack')
    return [
      held('transfers to fetch a repository with 10,000 requests and as many commits', String(transfers), '1', transfers === 1),
      told('… fetch / read', `${seconds(fetch)} / ${seconds(read)}`),
    ]
  } finally {
    await ground.close()
  }
}
