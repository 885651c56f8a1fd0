// What can befall a whole run: clocks that are wrong, branches that are gone, places that answer nothing.

import { gzipSync } from 'node:zlib'
import { foldLines } from '../../src/core/report/fold.ts'
import { REPOSITORY } from '../../src/entry/commands/demo/company.ts'
import { forcePush, push } from '../../src/sandbox/github/actions/pushing.ts'
import { loseRecord } from '../support/scenario/people.ts'
import { personOf, type Stage } from '../support/scenario/stage.ts'
import { canonical, difference, holdings, recordLines } from './canonical.ts'
import { type Ground, machineBeside, REAL, recover, run, watch } from './ground.ts'
import { backTo, type Moment } from './moment.ts'
import { attempted } from './trial.ts'

const HOUR = 3600

interface Weather {
  /** Which runs it can befall; both unless told. */
  readonly job?: Ground['job']
  readonly comes: (ground: Ground) => void
  /** What must hold when the run is over, beside that nobody got more than was approved. */
  readonly over: (ground: Ground) => Promise<readonly string[]> | readonly string[]
  /** Everything that the story ever allowed bounds it, not this run alone. */
  readonly bounds?: (ground: Ground, story: Story) => Promise<readonly Moment[]>
}

export interface Story {
  /** Every moment of the story so far, before and after each run. */
  readonly past: readonly Moment[]
  /** What the story's next runs come to before anything else lands or is changed by hand: approved by now, and waiting. */
  readonly waiting: () => Promise<readonly Moment[]>
}

const skew =
  (seconds: number) =>
  ({ stage }: Ground): void =>
    machineBeside(stage, seconds)

/** Nothing of it may be felt. */
const unfelt = ({ stage, after }: Ground): readonly string[] => difference(after.text, canonical(stage))

/** Taking needs no word from GitHub: what is there and who holds it is as without the mishap, at once. */
const taken = async (ground: Ground): Promise<readonly string[]> => {
  const wanted = JSON.parse(ground.after.text)
  const there: Readonly<Record<string, unknown>> = holdings(ground.stage)
  const wrong = Object.keys(there).flatMap((place) => differs(place, wanted, there))
  return [...wrong, ...(await recover(ground))]
}

const differs = (
  place: string,
  wanted: Readonly<Record<string, unknown>>,
  there: Readonly<Record<string, unknown>>,
): readonly string[] =>
  difference(JSON.stringify(wanted[place], null, 1), JSON.stringify(there[place], null, 1)).map(
    (line) => `${place}: ${line}`,
  )

const accountsOf = ({ stage }: Ground): readonly string[] =>
  (stage.company.settings.aws?.accounts ?? []).filter(({ mode }) => mode !== 'identity-center').map(({ id }) => id)

const half = (ground: Ground, odd: 0 | 1): readonly string[] =>
  accountsOf(ground).filter((_, index) => index % 2 === odd)

const unreachable =
  (odd: 0 | 1) =>
  (ground: Ground): void =>
    ground.stage.company.sandbox.faults.add(
      ...half(ground, odd).map((where) => ({ when: { part: 'iam', where }, do: 'fail-before' as const })),
    )

/**
 * The other half is taken from as if nothing were wrong. Giving may wait where a file names an account of each half:
 * one blocked item blocks the whole file (design §3). So apply is held to this only where the story's run only takes.
 */
const otherHalf =
  (odd: 0 | 1) =>
  async (ground: Ground): Promise<readonly string[]> => {
    const wanted = JSON.parse(ground.after.text)
    const there: Readonly<Record<string, unknown>> = holdings(ground.stage)
    const others = accountsOf(ground).filter((id) => !half(ground, odd).includes(id))
    const wrong = ground.job === 'expire' ? others.flatMap((place) => differs(place, wanted, there)) : []
    return [...wrong, ...(await recover(ground))]
  }

const nothingFrom = (stage: Stage, part: string): void =>
  stage.company.sandbox.faults.add({ when: { part, op: /^(?!GET \/oidc)/ }, do: 'fail-before' })

function loseBranch({ stage }: Ground): void {
  const by = personOf(stage, 'nadia').login
  const { sandbox } = stage.company
  const at = sandbox.clock.now()
  sandbox.change((world) => forcePush(world, { repository: REPOSITORY, by, branch: 'daypass-data', to: null, at }))
}

function poison({ stage }: Ground): void {
  const by = personOf(stage, 'nadia').login
  const { sandbox } = stage.company
  const lines = gzipSync(
    '{"is":"policy","arn":"arn:aws:iam::aws:policy/AdministratorAccess","document":"{}"}\nnot json\n',
  )
  const places = (stage.company.settings.aws?.accounts ?? []).map(({ name }) => `places/${name}.jsonl.gz`)
  const files = Object.fromEntries([
    ...places.map((path) => [path, { mode: '100644' as const, bytes: lines }] as const),
    ['index.json', '{"places":'],
  ])
  const at = sandbox.clock.now()
  sandbox.change((world) => push(world, { repository: REPOSITORY, by, branch: 'daypass-data', files, at }))
}

/** Without the record a run is told that it is lost; what stands stays bounded, and the run after it finds nothing to do. */
async function settled({ stage, job }: Ground): Promise<readonly string[]> {
  const [first, lines] = [JSON.stringify(holdings(stage), null, 1), recordLines(stage)]
  await run(stage, job)
  return [
    ...difference(first, JSON.stringify(holdings(stage), null, 1)),
    ...(foldLines(lines).state === 'whole' || lines.length === 0 ? [] : ['the new record is not whole']),
  ]
}

const ever = async (_ground: Ground, { past, waiting }: Story): Promise<readonly Moment[]> => [
  ...past,
  ...(await waiting()),
]

export const WEATHER = {
  'the clock an hour fast': { comes: skew(HOUR), over: unfelt },
  'the clock an hour slow': { comes: skew(-HOUR), over: unfelt },
  'GitHub answers nothing, and expire takes': {
    job: 'expire',
    comes: ({ stage }) => nothingFrom(stage, 'github'),
    over: taken,
  },
  'GitHub answers nothing, and apply gives nothing unproved': {
    job: 'apply',
    comes: ({ stage }) => nothingFrom(stage, 'github'),
    over: recover,
  },
  'git answers nothing': { comes: ({ stage }) => nothingFrom(stage, 'git'), over: recover },
  'every other account is unreachable': { comes: unreachable(0), over: otherHalf(0) },
  'the other accounts are unreachable': { comes: unreachable(1), over: otherHalf(1) },
  // That somebody took access away by hand, or that one grant waits for another's end, is known from the record alone (law 1):
  // it may come back or come early, never more than was ever approved.
  'the record is lost': { comes: ({ stage }) => loseRecord(stage), over: settled, bounds: ever },
  'the inventory is gone': { comes: loseBranch, over: unfelt },
  'the inventory is poisoned': { comes: poison, over: unfelt },
} as const satisfies Readonly<Record<string, Weather>>

export type WeatherName = keyof typeof WEATHER

export const weatherFor = (job: Ground['job']): readonly WeatherName[] =>
  Object.keys(WEATHER)
    .filter((name): name is WeatherName => Object.hasOwn(WEATHER, name))
    .filter((name) => {
      const weather: Weather = WEATHER[name]
      return weather.job === undefined || weather.job === job
    })

export async function tryWeather(ground: Ground, name: WeatherName, story: Story): Promise<readonly string[]> {
  const { stage, before, after } = ground
  const weather: Weather = WEATHER[name]
  const more = (await weather.bounds?.(ground, story)) ?? []
  backTo(stage, before)
  weather.comes(ground)
  const bounds = [before, after.moment, ...more].map(({ world }) => world)
  const watching = watch(ground, bounds)
  const bugs = await attempted(ground).finally(() => {
    Date.now = REAL
  })
  const beyond = watching.end()
  return [...bugs, ...beyond, ...(await weather.over(ground))]
}
