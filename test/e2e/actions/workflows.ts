// The shipped workflow files, as far as a runner must understand them.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export type Fields = Readonly<Record<string, unknown>>

const ROOT = join(import.meta.dirname, '../../..')
const FOLDER = join(ROOT, '.github/workflows')

export const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]

export interface Job {
  readonly name: string
  readonly needs: readonly string[]
  readonly condition: string | undefined
  readonly permissions: Readonly<Record<string, string>>
  readonly environment: string | undefined
  /** Name → expression. */
  readonly outputs: Readonly<Record<string, string>>
  /** What the Action is given; null: the job does not use it. */
  readonly with: Readonly<Record<string, string>> | null
}

export interface Workflow {
  readonly file: string
  readonly name: string
  readonly on: Fields
  readonly jobs: readonly Job[]
}

const strings = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields(value)).map(([name, one]) => [name, String(one)]))

function jobOf(name: string, value: unknown): Job {
  const job = fields(value)
  const steps = Array.isArray(job['steps']) ? job['steps'].map(fields) : []
  const action = steps.find(({ uses }) => typeof uses === 'string' && uses.startsWith('daypass/daypass@'))
  return {
    name,
    needs: texts(job['needs']),
    condition: job['if'] === undefined ? undefined : String(job['if']),
    permissions: strings(job['permissions']),
    environment: job['environment'] === undefined ? undefined : String(job['environment']),
    outputs: strings(job['outputs']),
    with: action === undefined ? null : strings(action['with']),
  }
}

export const WORKFLOWS: readonly Workflow[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yml') && file !== 'ci.yml')
  .map((file): Workflow => {
    const workflow = fields(parse(readFileSync(join(FOLDER, file), 'utf8')))
    const jobs = Object.entries(fields(workflow['jobs'])).map(([name, job]) => jobOf(name, job))
    return { file, name: String(workflow['name']), on: fields(workflow['on']), jobs }
  })

/** What action.yml gives to inputs that a workflow does not name; its expression for the token is the runner's to fill. */
export const INPUT_DEFAULTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(fields(fields(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')))['inputs'])).map(
    ([name, input]) => [name, String(fields(input)['default'] ?? '')],
  ),
)

export interface Event {
  readonly name: string
  /** `opened`, `submitted` …; null where the event has none. */
  readonly action: string | null
  readonly payload: Fields
}

/** Whether the event sets a workflow off. `pull_request_review` runs the pull request's own file, which is the same here. */
export function isSetOff({ on, file }: Workflow, event: Event): boolean {
  if (!(event.name in on)) return false
  if (event.name === 'schedule' || event.name === 'workflow_dispatch') return event.payload['workflow'] === file
  const filter = fields(on[event.name])
  if (event.name === 'workflow_run') return texts(filter['workflows']).includes(String(event.payload['name']))
  if (event.name === 'push') return texts(filter['branches']).includes('main')
  return event.action === null || texts(filter['types']).includes(event.action)
}
