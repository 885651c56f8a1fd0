// How much CPU time planning takes with nothing to do: `node test/support/plan-bench.ts [grants] [accounts] [rules]` prints a line.

import { id } from '../../src/core/model/id.ts'
import { HOUR, later, MINUTE } from '../../src/core/model/time.ts'
import { draftPlan, versionsToProve } from '../../src/core/plan/draft.ts'
import { type Drawing, look } from '../../src/core/plan/look.ts'
import { permit } from '../../src/core/plan/permit.ts'
import { NOTHING_ASKED } from '../../src/core/plan/verdicts.ts'
import { CHAIN_START, chainOn } from '../../src/core/report/chain.ts'
import { foldLines } from '../../src/core/report/fold.ts'
import type { Entry } from '../../src/core/report/record.ts'
import { anAccount, anyFilter, aPerson, aRequest, aRule, auto, landed, NOON, placed, someSettings } from './builders.ts'
import { type Badge, badgeDigest, badgeKey, emptyToyWorld } from './toy-mode.ts'
import { modesOf } from './toy-run.ts'

const [grants = 10_000, accounts = 100, rules = 30] = process.argv.slice(2).map(Number)
const PEOPLE = 200

const settings = someSettings({
  people: Array.from({ length: PEOPLE }, (_, n) => aPerson(`p${n}`, { groups: [id(`g${n % 20}`)] })),
  accounts: Array.from({ length: accounts }, (_, n) =>
    anAccount(`a${n}`, { id: String(111_111_111_111 + n), tags: { env: n % 3 === 0 ? 'prod' : 'dev' } }),
  ),
  rules: [
    aRule('everything', [auto]),
    ...Array.from({ length: rules - 1 }, (_, n) =>
      aRule(`r${n}`, n % 5 === 0 ? [] : [auto], {
        who: { is: 'some', people: [], groups: [placed(id<'group'>(`g${n % 20}`))], manager: false },
        what: {
          ...anyFilter,
          account: [{ is: 'glob', text: `a${n % 10}*` }],
          facets: { badge: [{ is: 'glob', text: `b${n}*` }] },
        },
        ...(n % 5 === 0
          ? { deny: 'No', what: { ...anyFilter, facets: { badge: [{ is: 'glob', text: `x${n}*` }] } } }
          : {}),
      }),
    ),
  ],
})

const standing = Array.from({ length: grants }, (_, n) =>
  landed(
    aRequest(`q${n}`, { person: `p${n % PEOPLE}`, target: `a${n % accounts}`, badges: [`b${Math.floor(n / 37)}`] }),
  ),
)

const until = later(NOON, 2 * HOUR)
const given = standing.map(({ request, version }, n) => {
  const [target, person, name] = [`a${n % accounts}`, `p${n % PEOPLE}`, `b${Math.floor(n / 37)}`]
  const badge: Badge = { target, person, name, until, mark: version.id }
  const entry: Entry = {
    is: 'granted',
    grants: [{ grant: id(`${request.id}/${person}/${target}/badge:${name}`), version: version.id }],
    identity: `id-of-${person}@example.com`,
    content: badgeDigest(badge),
    until,
    reach: [],
    confirmed: later(NOON, MINUTE),
    holding: badgeKey(target, person, name),
    mode: id('toy'),
    target: id(target),
    account: String(111_111_111_111 + (n % accounts)),
  }
  return { badge, entry }
})
const world = emptyToyWorld()
world.badges = new Map(given.map(({ badge, entry: { holding } }) => [holding, badge]))
const lines = chainOn(
  CHAIN_START,
  given.map(({ entry }) => entry),
  NOON,
  'bench',
)
const now = later(NOON, HOUR)

const drawing: Drawing = {
  commit: id('head'),
  standing,
  everyVersion: new Set(standing.map(({ version }) => version.id)),
  settings,
  head: settings,
  modes: modesOf({ world, now }, settings),
  knowledge: { asOf: 'bench', services: () => [], actions: () => [], resources: null },
  ledger: foldLines(lines),
  tags: async () => new Map(),
  now,
}

const timed = async <T>(work: () => T | Promise<T>): Promise<readonly [T, number]> => {
  const started = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(started)
  return [result, (user + system) / 1000]
}

const rounds: number[][] = []
for (let round = 0; round < 3; round += 1) {
  const [looked, looking] = await timed(() => look(drawing, NOTHING_ASKED))
  const [versions, asking] = await timed(() => versionsToProve(drawing, looked))
  const [plan, drafting] = await timed(() => permit(draftPlan(drawing, looked, NOTHING_ASKED), NOTHING_ASKED))
  if (versions.size + plan.steps.length + plan.blocked.length > 0) throw new Error('there is something to do')
  rounds.push([looking, asking, drafting])
}
const told = rounds.map(
  (one) => `${one.map((ms) => Math.round(ms)).join(' + ')} = ${Math.round(one.reduce((a, b) => a + b))}`,
)
console.log(
  `${grants} grants, ${accounts} accounts, ${rules} rules: look + ask + draft in ms of CPU: ${told.join('; ')}; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
)
