// The scale report as people read it.

import { LATENCIES, STARTING_FROM, THROTTLED_FROM } from './assumptions.ts'
import type { Measured } from './ground.ts'
import { sharedOut } from './matrix.ts'
import { bars, table } from './picture.ts'
import { quotasOf } from './quotas.ts'
import { type Case, type Chosen, minutesOf } from './stage.ts'

const JOBS = [1, 2, 4, 8, 16]

const total = (jobs: readonly Measured[], of: (job: Measured) => number): number =>
  jobs.reduce((sum, job) => sum + of(job), 0)

const seconds = (value: number): string => `${value.toFixed(1)} s`
const none = '—'

function costs(cases: readonly Case[], { starting }: Chosen): string {
  return table([
    ['what', 'jobs', 'time', 'no latency', 'sandbox busy', 'our processor', 'memory', 'AWS', 'GitHub', 'minutes'],
    ...cases.map(({ what, jobs, floor }) => [
      what,
      String(jobs.length),
      seconds(total(jobs, ({ wall }) => wall)),
      floor.length === 0 ? none : seconds(total(floor, ({ wall }) => wall)),
      seconds(total(jobs, ({ serving }) => serving)),
      seconds(total(jobs, ({ processor }) => processor)),
      `${(Math.max(...jobs.map(({ bytes }) => bytes)) / 1e6).toFixed(0)} MB`,
      String(total(jobs, ({ calls }) => countOf(calls, (call) => !/^(github|git):/.test(call)))),
      String(total(jobs, ({ calls }) => countOf(calls, (call) => call.startsWith('github:')))),
      String(minutesOf(jobs, starting)),
    ]),
  ])
}

const countOf = (calls: ReadonlyMap<string, number>, is: (call: string) => boolean): number =>
  [...calls].reduce((sum, [call, count]) => sum + (is(call) ? count : 0), 0)

function calls(cases: readonly Case[]): string {
  const all = [...new Set(cases.flatMap(({ jobs }) => jobs.flatMap((job) => [...job.calls.keys()])))].sort()
  return table([
    ['call', ...cases.map(({ name }) => name)],
    ...all.map((call) => [
      call,
      ...cases.map(({ jobs }) => String(total(jobs, (job) => job.calls.get(call) ?? 0)).replace(/^0$/, none)),
    ]),
    ['throttled once', ...cases.map(({ jobs }) => String(total(jobs, ({ throttled }) => throttled)))],
  ])
}

function matrix(cases: readonly Case[], { starting }: Chosen): readonly string[] {
  const shown = cases.filter(({ name }) => name === 'giving' || name === 'ending')
  return shown.flatMap(({ name, jobs: [job] }) => {
    if (job === undefined) return []
    const rows = sharedOut(job, starting, JOBS)
    const [alone] = rows
    return [
      `${name}, its lanes shared out over a matrix: computed from the bars above, and the best it could be`,
      table([
        ['jobs', 'time', 'saved', 'billed minutes', 'more minutes'],
        ...rows.map((row) => [
          String(row.jobs),
          seconds(row.wall),
          seconds((alone?.wall ?? 0) - row.wall),
          String(row.minutes),
          String(row.minutes - (alone?.minutes ?? 0)),
        ]),
      ]),
      '',
    ]
  })
}

function assumed({ weather, starting }: Chosen): string {
  return table([
    ['assumed', 'value', 'from'],
    ...LATENCIES.map(({ part, what, from }) => [what, `${weather.latency[part] ?? 0} ms`, from]),
    ['a job until our code runs', `${starting} s`, STARTING_FROM],
    [
      'AWS calls of which one is throttled',
      weather.throttledEvery === null ? 'none' : String(weather.throttledEvery),
      THROTTLED_FROM,
    ],
    ['entries in a page of IAM', '1000', 'IAM API Reference: at most so many; AWS may give fewer'],
    ['IAM users in every account', 'all people', 'assumed: more than a company would have, so pages are long'],
  ])
}

export function reportOf(cases: readonly Case[], chosen: Chosen): string {
  const { size, grants } = chosen
  return [
    `Daypass at ${size.accounts} accounts and ${grants} grants, against the sandbox`,
    '',
    costs(cases, chosen),
    '',
    'time: the built bundle as a process of its own. no latency: the same where every answer comes at once and nothing is throttled.',
    'sandbox busy: while it handled a call no other call was handled; a real cloud would not make anybody wait for that.',
    'our processor: of the bundle, all threads. minutes: each job rounded up, its start included.',
    '',
    ...cases.flatMap(({ name, held }) => held.map((one) => `seen in ${name}: ${one}`)),
    'taken for given: pull requests, reviews and merge commits are written into the sandbox at once, not by clicks; every proof is made',
    'in full by the bundle from GitHub and Git.',
    '',
    // The inventory's log says too little of what it does.
    ...cases
      .filter(({ name }) => name !== 'refresh')
      .flatMap(({ name, jobs }) => [`where the time of ${name} goes`, bars(jobs), '']),
    calls(cases),
    '',
    ...matrix(cases, chosen),
    'what vendors allow (tried against no live service)',
    table([
      ['what', 'limit', 'at best', 'measured', 'known from', ''],
      ...quotasOf(cases, chosen).map(({ what, limit, atBest, measured, source, known }) => [
        what,
        limit,
        atBest,
        measured,
        source,
        known === 'docs' ? '' : 'unverified',
      ]),
    ]),
    '',
    assumed(chosen),
  ].join('\n')
}

/** The same for programs: maps become objects, and logs and reports of runs are left out. */
export function jsonOf(cases: readonly Case[], chosen: Chosen): string {
  const job = ({ json: _json, stdout: _stdout, calls: counted, ...rest }: Measured) => ({
    ...rest,
    calls: Object.fromEntries(counted),
  })
  const plain = cases.map(({ jobs, floor, ...rest }) => ({
    ...rest,
    minutes: minutesOf(jobs, chosen.starting),
    jobs: jobs.map(job),
    floor: floor.map(job),
  }))
  const [giving] = cases.find(({ name }) => name === 'giving')?.jobs ?? []
  return JSON.stringify(
    {
      assumed: chosen,
      cases: plain,
      matrix: giving === undefined ? [] : sharedOut(giving, chosen.starting, JOBS),
      quotas: quotasOf(cases, chosen),
    },
    null,
    2,
  )
}
