// A small GitHub Actions: takes events, runs the jobs of the shipped workflows with the built bundle, and lets their effects follow.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type BundleRun, runBundle } from '../../../src/entry/commands/demo/bundle.ts'
import { addJob, addToken } from '../../../src/sandbox/github/actions/people.ts'
import type { Permission } from '../../../src/sandbox/github/world.ts'
import type { JournalEntry } from '../../../src/sandbox/journal.ts'
import type { House } from '../house.ts'
import { REPOSITORY } from '../people.ts'
import { type Context, evaluate, filled, runs } from './expression.ts'
import { type Event, fields, INPUT_DEFAULTS, isSetOff, type Job, WORKFLOWS, type Workflow } from './workflows.ts'

export interface JobRun extends BundleRun {
  /** `plan.yml/plan` */
  readonly job: string
  readonly calls: readonly JournalEntry[]
  /** GitHub's API alone: Git and the identity token's door are not counted. */
  readonly github: readonly JournalEntry[]
  readonly milliseconds: number
}

export interface Actions {
  happen(event: Event): Promise<readonly JobRun[]>
  /** Workflows that jobs started by themselves since the last time, and what those started. */
  dispatched(): Promise<readonly JobRun[]>
}

const PERMISSIONS: readonly Permission[] = ['contents', 'pull-requests', 'issues', 'checks', 'actions']

const levels = (job: Job): Readonly<Partial<Record<Permission, 'read' | 'write'>>> => ({
  metadata: 'read',
  ...Object.fromEntries(
    PERMISSIONS.flatMap((name) => {
      const level = job.permissions[name]
      return level === 'read' || level === 'write' ? [[name, level]] : []
    }),
  ),
})

export function openActions(house: House, vars: Readonly<Record<string, string>> = {}): Actions {
  let runId = 1000
  let followed = 0
  const { sandbox, company } = house
  const owner = [...company.settings.people.values()][0]?.login ?? ''

  async function runJob(workflow: Workflow, job: Job, context: Context, event: Event): Promise<JobRun> {
    const secret = `job-${runId}-${job.name}`
    const since = sandbox.journal.entries().at(-1)?.n ?? 0
    house.change((world) => addToken(world, { token: secret, permissions: levels(job), repositories: [REPOSITORY] }))
    const identity = job.permissions['id-token'] === 'write'
    if (identity)
      house.change((world) =>
        addJob(world, {
          requestToken: `${secret}-id`,
          repository: REPOSITORY,
          ref: 'refs/heads/main',
          ...(job.environment === undefined ? {} : { environment: job.environment }),
          workflowRef: `${REPOSITORY}/.github/workflows/${workflow.file}@refs/heads/main`,
          actor: owner,
          runId,
        }),
      )
    const given = Object.fromEntries(
      Object.entries(job.with ?? {}).map(([name, value]) => [name, filled(value, context)]),
    )
    const path = join(company.folder, `event-${runId}-${job.name}.json`)
    await writeFile(path, JSON.stringify(event.payload))
    const started = performance.now()
    const ran = await runBundle({
      bundle: inject('bundle'),
      url: sandbox.url,
      command: given['command'] ?? '',
      inputs: {
        ...INPUT_DEFAULTS,
        ...given,
        'github-token': secret,
        // The line that owners write into the file.
        ...(identity ? { start: house.start } : {}),
      },
      environment: {
        TMPDIR: company.folder,
        GITHUB_RUN_ID: String(runId),
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: path,
        ACTIONS_ID_TOKEN_REQUEST_URL: identity ? `${sandbox.url}/github/oidc?api-version=2.0` : '',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: identity ? `${secret}-id` : '',
      },
    })
    const milliseconds = performance.now() - started
    const calls = sandbox.journal.since(since)
    const github = calls.filter(({ part, op }) => part === 'github' && !op.includes('/oidc'))
    return { ...ran, job: `${workflow.file}/${job.name}`, calls, github, milliseconds }
  }

  async function runWorkflow(workflow: Workflow, event: Event): Promise<readonly JobRun[]> {
    runId += 1
    const results = new Map<string, { readonly result: string; readonly outputs: Readonly<Record<string, string>> }>()
    const all: JobRun[] = []
    for (const job of workflow.jobs) {
      const context: Context = {
        github: { repository: REPOSITORY, event_name: event.name, event: event.payload, run_id: runId },
        inputs: event.name === 'workflow_dispatch' ? fields(event.payload['inputs']) : {},
        vars,
        needs: Object.fromEntries(results),
      }
      const well = job.needs.every((name) => results.get(name)?.result === 'success')
      if (!runs(job.condition, context, well)) {
        results.set(job.name, { result: 'skipped', outputs: {} })
        continue
      }
      if (job.with === null) {
        results.set(job.name, { result: 'success', outputs: {} })
        continue
      }
      const run = await runJob(workflow, job, context, event)
      all.push(run)
      const steps = { daypass: { outputs: run.outputs } }
      const outputs = Object.fromEntries(
        Object.entries(job.outputs).map(([name, text]) => [
          name,
          String(evaluate(text.replace(/^\$\{\{|\}\}$/g, ''), { steps })),
        ]),
      )
      results.set(job.name, { result: run.code === 0 ? 'success' : 'failure', outputs })
    }
    return all
  }

  async function happen(event: Event): Promise<readonly JobRun[]> {
    const all: JobRun[] = []
    for (const workflow of WORKFLOWS.filter((one) => isSetOff(one, event))) {
      all.push(...(await runWorkflow(workflow, event)))
      // Every run that ends is an event itself; three levels deep at most, of which one is used.
      if (event.name === 'pull_request_review')
        all.push(
          ...(await happen({
            name: 'workflow_run',
            action: 'completed',
            payload: { name: workflow.name, workflow_run: fields(event.payload['workflow_run']) },
          })),
        )
    }
    return all
  }

  async function dispatched(): Promise<readonly JobRun[]> {
    const all: JobRun[] = []
    for (;;) {
      const dispatches = sandbox.world().github.repositories[0]?.dispatches ?? []
      const next = dispatches[followed]
      if (next === undefined) return all
      followed += 1
      const payload = { workflow: next.workflow, inputs: next.inputs }
      all.push(...(await happen({ name: 'workflow_dispatch', action: null, payload })))
    }
  }

  return { happen, dispatched }
}
