// How long planning takes with nothing to do: `node test/support/plan-bench.ts [grants] [accounts] [rules]` prints a line.

import { id } from '../../src/core/model/id.ts'
import { later } from '../../src/core/model/time.ts'
import { draftPlan, versionsToProve } from '../../src/core/plan/draft.ts'
import { type Drawing, look } from '../../src/core/plan/look.ts'
import { permit } from '../../src/core/plan/permit.ts'
import { NOTHING_ASKED } from '../../src/core/plan/verdicts.ts'
import { foldLines } from '../../src/core/report/fold.ts'
import { anAccount, anyFilter, aPerson, aRequest, aRule, auto, landed, NOON, placed, someSettings } from './builders.ts'
import { emptyToyWorld } from './toy-mode.ts'
import { aScene, modesOf, run } from './toy-run.ts'

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
const scene = aScene({ world: emptyToyWorld(), settings, standing, now: later(NOON, 60) })
await run(scene)

const drawing: Drawing = {
  commit: id('head'),
  standing,
  everyVersion: new Set(standing.map(({ version }) => version.id)),
  settings,
  head: settings,
  modes: modesOf(scene, settings),
  knowledge: { asOf: 'bench', services: () => [], actions: () => [] },
  ledger: foldLines(scene.lines),
  now: later(NOON, 120),
}

const timed = async <T>(work: () => T | Promise<T>): Promise<readonly [T, number]> => {
  const started = performance.now()
  const result = await work()
  return [result, performance.now() - started]
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
  `${grants} grants, ${accounts} accounts, ${rules} rules: look + ask + draft in ms: ${told.join('; ')}; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
)
