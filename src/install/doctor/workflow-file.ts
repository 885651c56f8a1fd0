// What a workflow file of the owner's repository says, as far as safety depends on it.

import { parse } from 'yaml'

export interface WorkflowJob {
  readonly name: string
  /** Actions and reusable workflows that it uses. */
  readonly uses: readonly string[]
  readonly environment: string | null
  readonly idToken: boolean
  /** Whether it runs Daypass with cloud rights. */
  readonly command: string | null
  /** As it stands in the file: a SHA, an expression, or nothing. */
  readonly start: string | null
}

export interface WorkflowFile {
  /** Below the repository: `.github/workflows/apply.yml`. */
  readonly path: string
  readonly crons: readonly string[]
  readonly jobs: readonly WorkflowJob[]
}

type Fields = Readonly<Record<string, unknown>>

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function jobOf(name: string, job: Fields): WorkflowJob {
  const steps = list(job['steps']).map(fields)
  const given = [...steps.map((step) => fields(step['with'])), fields(job['with'])]
  const environment = job['environment']
  return {
    name,
    uses: [job['uses'], ...steps.map(({ uses }) => uses)].flatMap((one) => text(one) ?? []),
    environment: text(environment) ?? text(fields(environment)['name']),
    idToken: fields(job['permissions'])['id-token'] === 'write' || job['permissions'] === 'write-all',
    command: given.map((one) => text(one['command'])).find((command) => command !== null) ?? null,
    start: given.map((one) => text(one['start'])).find((start) => start !== null) ?? null,
  }
}

/** null: no YAML that GitHub could run. */
export function readWorkflow(path: string, source: string): WorkflowFile | null {
  let whole: unknown
  try {
    whole = parse(source)
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
  const workflow = fields(whole)
  const schedule = list(fields(workflow['on'])['schedule'])
  return {
    path,
    crons: schedule.flatMap((one) => text(fields(one)['cron']) ?? []),
    jobs: Object.entries(fields(workflow['jobs'])).map(([name, job]) => jobOf(name, fields(job))),
  }
}
