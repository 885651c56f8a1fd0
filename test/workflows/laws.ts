// What the linters miss: what a security reviewer would ask of a workflow, as complaints about its text.

import { isMap, isScalar, parseDocument } from 'yaml'

type Fields = Readonly<Record<string, unknown>>

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What the commands of the Action write on GitHub, and so must be allowed to. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  plan: ['pull-requests', 'checks'],
  merge: ['contents', 'pull-requests', 'checks', 'actions'],
  apply: ['contents', 'pull-requests', 'issues', 'id-token'],
  expire: ['contents', 'pull-requests', 'issues', 'id-token'],
  close: ['contents'],
  hold: ['contents', 'pull-requests', 'actions'],
  form: ['contents', 'pull-requests', 'issues', 'checks'],
  comment: ['contents', 'pull-requests', 'checks', 'actions'],
  tidy: ['contents', 'pull-requests', 'actions'],
  verify: ['id-token'],
  // Of its jobs the first only reads, and the last has nothing to do with AWS.
  'inventory list': [],
  inventory: ['contents', 'id-token'],
  'inventory merge': ['contents'],
}

/** What jobs that run no command may write, and which actions of others may run beside their id-token. */
export type Own = Readonly<Record<string, { readonly writes: readonly string[]; readonly beside: readonly string[] }>>

/** Events that anybody can set off. */
const OUTSIDE = [
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
  'issues',
  'issue_comment',
  'discussion',
  'discussion_comment',
  'workflow_run',
  'fork',
  'watch',
]

interface Job {
  readonly name: string
  readonly job: Fields
  readonly permissions: Fields
  readonly steps: readonly Fields[]
  readonly writes: readonly string[]
  readonly beside: readonly string[]
}

const jobsOf = (workflow: Fields, own: Own): readonly Job[] =>
  Object.entries(fields(workflow['jobs'])).map(([name, value]) => {
    const job = fields(value)
    const { writes = [], beside = [] } = own[name] ?? {}
    return { name, job, permissions: fields(job['permissions']), steps: list(job['steps']).map(fields), writes, beside }
  })

/** A sweep is told by a variable what it does; both words count. */
const commandsOf = ({ steps }: Job): readonly string[] =>
  steps.flatMap((step) => {
    const { command, part } = fields(step['with'])
    if (command === 'inventory') return [part === 'list' || part === 'merge' ? `inventory ${part}` : 'inventory']
    return typeof command === 'string' ? [...(command.match(/\b[a-z]+\b/g) ?? [])].filter((word) => word in NEEDS) : []
  })

const usesOf = ({ steps }: Job): readonly string[] =>
  steps.flatMap(({ uses }) => (typeof uses === 'string' ? [uses] : []))

type Law = (workflow: Fields, job: Job) => readonly string[]

const JOB_LAWS: readonly Law[] = [
  (workflow, { permissions }) => {
    const outside = Object.keys(fields(workflow['on'])).filter((event) => OUTSIDE.includes(event))
    return permissions['id-token'] === 'write' && outside.length > 0
      ? [`has an id-token, and anybody can set it off by ${outside.join(', ')}`]
      : []
  },
  (_workflow, { job }) =>
    JSON.stringify(job).includes('secrets.') && job['environment'] === undefined
      ? ['uses a secret outside of an environment']
      : [],
  (_workflow, job) => {
    const needed = new Set([...job.writes, ...commandsOf(job).flatMap((command) => NEEDS[command] ?? [])])
    return Object.entries(job.permissions).flatMap(([what, level]) =>
      level === 'write' && !needed.has(what) ? [`may write ${what}, which none of its commands needs`] : [],
    )
  },
  (_workflow, job) =>
    [...new Set([...job.writes, ...commandsOf(job).flatMap((command) => NEEDS[command] ?? [])])].flatMap((what) =>
      job.permissions[what] === 'write' ? [] : [`may not write ${what}, which its command needs`],
    ),
  (_workflow, { job }) => (job['permissions'] === undefined ? ['names no permissions of its own'] : []),
  (_workflow, { job }) => (job['timeout-minutes'] === undefined ? ['has no timeout'] : []),
  (_workflow, { job }) => (/^[a-z]+-\d+\.\d+$/.test(String(job['runs-on'])) ? [] : ['runs on a runner that moves']),
  (_workflow, job) =>
    usesOf(job).flatMap((uses) => (/@[0-9a-f]{40}$/.test(uses) ? [] : [`uses ${uses}, which is no commit`])),
  (_workflow, job) =>
    job.permissions['id-token'] === 'write'
      ? usesOf(job).flatMap((uses) =>
          ['daypass/daypass', ...job.beside].some((one) => uses.startsWith(`${one}@`))
            ? []
            : [`runs ${uses} beside an id-token`],
        )
      : [],
  (_workflow, { steps }) =>
    steps.flatMap((step) => {
      const checkout = typeof step['uses'] === 'string' && step['uses'].startsWith('actions/checkout@')
      return checkout && fields(step['with'])['persist-credentials'] !== false
        ? ['leaves the token on disk: persist-credentials is not false']
        : []
    }),
  (workflow, { steps }) => {
    const target = 'pull_request_target' in fields(workflow['on']) || 'workflow_run' in fields(workflow['on'])
    const checks = steps.some(({ uses }) => typeof uses === 'string' && uses.startsWith('actions/checkout@'))
    return target && checks ? ['checks files out where a pull request could choose them'] : []
  },
  (_workflow, { steps }) =>
    steps.flatMap(({ run }) =>
      typeof run === 'string' && run.includes('${{') ? ['puts an expression into a shell'] : [],
    ),
  (_workflow, job) => {
    const cancels = fields(job.job['concurrency'])['cancel-in-progress']
    const acts = commandsOf(job).some((command) => command !== 'plan')
    return acts && cancels !== false ? ['may be cancelled, or run twice at once, while it acts'] : []
  },
  (_workflow, { steps }) =>
    steps.flatMap(({ uses }) => (typeof uses === 'string' && uses.startsWith('actions/cache') ? ['uses a cache'] : [])),
  (workflow, { permissions, job }) =>
    permissions['id-token'] === 'write' && job['environment'] === undefined
      ? [`has an id-token and no environment, so that any branch of ${String(workflow['name'])} could get one`]
      : [],
]

function pathsIn(on: Fields): readonly string[] {
  return Object.entries(on).flatMap(([event, value]) =>
    ['paths', 'paths-ignore'].some((key) => key in fields(value))
      ? [`${event} is filtered by paths, which GitHub cuts off`]
      : [],
  )
}

/** Where the settings begin must not be chosen by whoever starts a run. */
const startIn = (on: Fields): readonly string[] =>
  'start' in fields(fields(on['workflow_dispatch'])['inputs']) ? ['a dispatch may choose where the settings begin'] : []

/** Inputs that an expression names and nothing declares. */
function undeclared(text: string, on: Fields): readonly string[] {
  const declared = ['workflow_call', 'workflow_dispatch'].flatMap((event) =>
    Object.keys(fields(fields(on[event])['inputs'])),
  )
  const named = [...text.matchAll(/\binputs\.([\w-]+)/g)].map(([, name = '']) => name)
  return [...new Set(named)]
    .filter((name) => !declared.includes(name))
    .map((name) => `names the input ${name}, which nothing declares`)
}

/** Lines of permissions without the reason beside them. */
function unexplained(text: string): readonly string[] {
  const document = parseDocument(text)
  const jobs = document.get('jobs')
  if (!isMap(jobs)) return []
  const lines = text.split('\n')
  return jobs.items.flatMap(({ value }) => {
    const permissions = isMap(value) ? value.get('permissions') : null
    if (!isMap(permissions)) return []
    return permissions.items.flatMap(({ key }) => {
      if (!isScalar(key) || key.range == null) return []
      const line = text.slice(0, key.range[0]).split('\n').length - 1
      return / # \S/.test(lines[line] ?? '') ? [] : [`permission ${String(key.value)} has no reason beside it`]
    })
  })
}

/** Everything that is wrong with a workflow; empty where nothing is. */
export function complaints(text: string, own: Own = {}): readonly string[] {
  const document = parseDocument(text)
  if (document.errors.length > 0) return document.errors.map(({ message }) => message)
  const workflow = fields(document.toJS())
  const top = workflow['permissions']
  const none = typeof top === 'object' && top !== null && Object.keys(top).length === 0
  const on = fields(workflow['on'])
  return [
    ...(none ? [] : ['does not begin without permissions: `permissions: {}` is missing at the top']),
    ...pathsIn(on),
    ...startIn(on),
    ...undeclared(text, on),
    ...unexplained(text),
    ...jobsOf(workflow, own).flatMap((job) =>
      JOB_LAWS.flatMap((law) => law(workflow, job).map((complaint) => `job ${job.name} ${complaint}`)),
    ),
  ]
}
