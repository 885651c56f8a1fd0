// What the inventory costs: 200,000 resources in 100 accounts read and kept, searched, and what AWS's data add to the bundle.

import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readLines } from '../../core/inventory/read-lines.ts'
import { type Entry, entryOf } from '../../core/search/entry.ts'
import { findAll } from '../../core/search/find.ts'
import { readQuery } from '../../core/search/query.ts'
import { reachedBy } from '../../core/search/reach.ts'
import { DATA_BRANCH } from '../../edges/git/data.ts'
import { OIDC } from '../../entry/commands/demo/company.ts'
import { openKept, readKept } from '../../entry/inventory/kept.ts'
import { explorer, indexed } from '../../sandbox/aws/resource-explorer/world.ts'
import { node } from './child.ts'
import { USUAL } from './company.ts'
import { type Ground, openGround } from './ground.ts'
import { type Bench, held, median, megabytes, type Row, seconds, times, told } from './row.ts'

const RESOURCES = 200_000
const EACH = RESOURCES / USUAL.accounts
const MILLION = 1_000_000
const RUNS = 3
const SERVICES = ['sqs', 'sns', 'lambda', 'dynamodb', 'ec2', 'rds', 's3', 'logs']
const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1']

const arnAt = (account: string, at: number): string => {
  const service = SERVICES[at % SERVICES.length] ?? 'sqs'
  const name = `team-${at % 20}-${service}-${at}`
  return service === 's3'
    ? `arn:aws:s3:::${account}-${name}`
    : `arn:aws:${service}:${REGIONS[at % REGIONS.length]}:${account}:thing/${name}`
}

const tagsAt = (at: number): Readonly<Record<string, string>> => ({
  team: `team-${at % 20}`,
  env: at % 2 === 0 ? 'prod' : 'stage',
  'aws:cloudformation:stack-name': `stack-${at % 500}`,
})

/** Everything of the company's accounts, in pages as long as AWS has them. */
function fill({ company }: Ground): readonly string[] {
  const accounts = (company.settings.aws?.accounts ?? []).map(({ id }) => id)
  company.sandbox.change((world) => ({
    ...world,
    aws: {
      ...world.aws,
      pageSize: 1000,
      explorers: Object.fromEntries(
        accounts.map((id) => [
          id,
          {
            ...explorer({ regions: REGIONS }),
            resources: Array.from({ length: EACH }, (_, at) => indexed(arnAt(id, at), { tags: tagsAt(at) })),
          },
        ]),
      ),
    },
  }))
  return accounts
}

async function bare({ company }: Ground, accounts: readonly string[], folder: string): Promise<number> {
  const { aws } = company.settings
  const asked = {
    url: company.sandbox.url,
    oidc: OIDC.inventory,
    hub: aws?.hub.inventory,
    role: aws?.roles.inventory,
    externalId: aws?.externalId,
    accounts,
  }
  const program = fileURLToPath(new URL('./bare-inventory.ts', import.meta.url))
  const ran = await node([program, JSON.stringify(asked)], { directory: folder })
  if (ran.code !== 0) throw new Error(`the bare calls ended with ${ran.code}: ${ran.stderr.slice(-2000)}`)
  return Number(ran.stdout)
}

const QUERIES = [
  'team-7-sqs-4711',
  '"prod" region:eu-west-1 type:lambda',
  'tag:team=team-3 !tag:env=prod service:"s3"',
  '/dynamodb-1[0-9]{3}$/',
  'nothing-is-called-so',
  'user:person-001* -> type:sqs tag:env=prod',
]

/** The slowest of the queries, in milliseconds. */
function slowest(entries: readonly Entry[]): number {
  return Math.max(
    ...QUERIES.map((text) => {
      const read = readQuery(text)
      if ('problem' in read) throw new Error(read.problem)
      const { terms, reached } = read.query
      const took = Array.from({ length: RUNS }, () => {
        const started = performance.now()
        if (reached === null) findAll(entries, { terms })
        else reachedBy(entries, terms, reached)
        return performance.now() - started
      })
      return median(took)
    }),
  )
}

/** So many resources as lines, read as the inventory is. */
function entriesOf(count: number): readonly Entry[] {
  const entries: Entry[] = []
  for (let account = 0; entries.length < count; account++) {
    const id = String(100_000_000_000 + account)
    const text = Array.from({ length: EACH }, (_, at) =>
      JSON.stringify({ is: 'resource', arn: arnAt(id, at), type: 'x:y', region: 'eu-west-1', tags: tagsAt(at) }),
    ).join('\n')
    for (const line of readLines(text).lines) entries.push(entryOf(line, `account-${account}`, id))
  }
  return entries.slice(0, count)
}

const ms = (value: number): string => `${value.toFixed(0)} ms`

async function refreshing(tools: Parameters<Bench>[0]): Promise<readonly Row[]> {
  const ground = await openGround({ ...USUAL, inventory: 'eu-west-1' }, tools)
  try {
    const accounts = fill(ground)
    tools.tell(`${RESOURCES} resources in ${accounts.length} accounts: the first refresh`)
    const first = await ground.run('inventory')
    if (first.code !== 0) throw new Error(`the refresh ended with ${first.code}: ${first.stdout.slice(-2000)}`)
    const ratios: number[] = []
    const walls: number[] = []
    for (let run = 0; run < RUNS; run++) {
      tools.tell(`refresh and bare calls, round ${run + 1}`)
      const floor = await bare(ground, accounts, tools.folder)
      const { wall } = await ground.run('inventory')
      walls.push(wall)
      ratios.push(wall / floor)
    }
    const asked = first.asked.filter(({ part }) => /resource-explorer|account|iam|sts/.test(part))
    const loading = performance.now()
    const snapshot = await openKept(join(ground.company.folder, 'access.git'), DATA_BRANCH)
    const kept = snapshot.is === 'known' ? await readKept(snapshot.value, () => undefined) : snapshot
    if (kept.is === 'unknown') throw new Error(kept.because.said)
    const loaded = (performance.now() - loading) / 1000
    const found = kept.value.entries.filter(({ line }) => line.is === 'resource').length
    tools.tell('searching')
    const slow = slowest(kept.value.entries)
    const packed = await snapshotBytes(snapshot)
    return [
      held(`resources of ${RESOURCES} that are kept`, String(found), 'all', found === RESOURCES),
      held(
        `refresh of ${RESOURCES} resources in ${accounts.length} accounts / the bare calls, median of ${RUNS}`,
        `${times(median(ratios))} (${ratios.map(times).join(', ')}; ${seconds(median(walls))})`,
        '≤ 1.5×',
        median(ratios) <= 1.5,
      ),
      held('… memory of the first refresh', megabytes(first.bytes), '< 500 MB', first.bytes < 5e8),
      told('… AWS calls an account', (asked.length / accounts.length).toFixed(1)),
      told('… kept on the branch', megabytes(packed)),
      told(`loading ${kept.value.entries.length} lines for a search`, seconds(loaded)),
      held(`… slowest of ${QUERIES.length} searches after that`, ms(slow), '< 300 ms', slow < 300),
    ]
  } finally {
    await ground.close()
  }
}

const snapshotBytes = async (snapshot: Awaited<ReturnType<typeof openKept>>): Promise<number> =>
  snapshot.is === 'known' ? [...snapshot.value.files.values()].reduce((sum, { bytes }) => sum + bytes, 0) : 0

function growing(tools: Parameters<Bench>[0]): readonly Row[] {
  tools.tell(`${MILLION} lines`)
  const [few, many] = [MILLION / 5, MILLION].map((count) => {
    const started = performance.now()
    const entries = entriesOf(count)
    const loaded = performance.now() - started
    return { loaded, slow: slowest(entries) }
  })
  if (few === undefined || many === undefined) throw new Error('nothing was measured')
  const grown = many.slow / few.slow / 5
  return [
    held(
      `slowest search of ${MILLION} lines / 5 × that of ${MILLION / 5}`,
      `${times(grown)} (${ms(many.slow)}, ${ms(few.slow)})`,
      'linear: ≤ 1.5×',
      grown <= 1.5,
    ),
    told('… making and reading them', `${seconds(many.loaded / 1000)}, ${seconds(few.loaded / 1000)}`),
  ]
}

/** What AWS's authorization data add where something asks for them, and only there. */
async function knowledge({ bundle, folder }: Parameters<Bench>[0]): Promise<readonly Row[]> {
  const data = bundle.files.filter(({ path }) => /chunks\/(authorization|resources)-/.test(path))
  const packed = data.reduce((sum, file) => sum + file.packed, 0)
  const urls = data.map(({ path }) => pathToFileURL(join(bundle.folder, path)).href)
  const script = `const urls = ${JSON.stringify(urls)}; const t = performance.now(); for (const url of urls) await import(url); process.stdout.write(String(performance.now() - t))`
  const runs: number[] = []
  for (let run = 0; run < 7; run++)
    runs.push(Number((await node(['--input-type=module', '-e', script], { directory: folder })).stdout))
  const took = median(runs)
  return [
    held(
      "AWS's data in the bundle, packed",
      `${(packed / 1000).toFixed(0)} kB in ${data.length} files`,
      '< 300 kB',
      data.length === 2 && packed < 300_000,
    ),
    held('… loading both, median of 7', `${took.toFixed(1)} ms`, '< 20 ms', took < 20),
  ]
}

export const inventory: Bench = async (tools) => [
  ...(await refreshing(tools)),
  ...growing(tools),
  ...(await knowledge(tools)),
]
