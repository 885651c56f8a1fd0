// REST: check runs on a commit, made and changed by apps only.
import { commitOid } from '../../git/objects.ts'
import { takeId, withRepository } from '../records.ts'
import { renderCheckRun } from '../render/check.ts'
import type { CheckRun } from '../world.ts'
import {
  type Answer,
  type AskedOfRepository,
  changed,
  created,
  found,
  invalid,
  isObject,
  notFound,
  numberIn,
  paged,
  partOf,
  type Route,
  refused,
  textOf,
} from './asked.ts'

/** Annotations that one request may bring (GitHub REST API, check runs). */
const mostAnnotations = 50

const statuses: readonly CheckRun['status'][] = ['queued', 'in_progress', 'completed']

function written(asked: AskedOfRepository, before: CheckRun): CheckRun {
  const { body, now } = asked
  const conclusion = textOf(body, 'conclusion') ?? before.conclusion
  const asks = statuses.find((one) => one === body['status']) ?? before.status
  const output = partOf(body, 'output')
  const given: readonly unknown[] = Array.isArray(output['annotations']) ? output['annotations'] : []
  const status = conclusion === null ? asks : 'completed'
  return {
    ...before,
    name: textOf(body, 'name') ?? before.name,
    status,
    conclusion,
    externalId: textOf(body, 'external_id') ?? before.externalId,
    detailsUrl: textOf(body, 'details_url') ?? before.detailsUrl,
    completedAt: status === 'completed' ? (before.completedAt ?? now) : null,
    output: {
      title: textOf(output, 'title') ?? before.output.title,
      summary: textOf(output, 'summary') ?? before.output.summary,
      text: textOf(output, 'text') ?? before.output.text,
    },
    annotations: [...before.annotations, ...given.filter(isObject)],
  }
}

function problem(asked: AskedOfRepository): Answer | null {
  if (asked.actor?.type !== 'Bot') return refused(403, 'You must authenticate via a GitHub App.')
  const output = partOf(asked.body, 'output')
  const count = Array.isArray(output['annotations']) ? output['annotations'].length : 0
  if (count > mostAnnotations) return invalid(`No more than ${mostAnnotations} annotations a request`)
  return ['summary', 'text'].some((name) => (textOf(output, name) ?? '').length > 65_535)
    ? invalid('output is too long')
    : null
}

function createRun(asked: AskedOfRepository): Answer {
  const wrong = problem(asked)
  if (wrong !== null) return wrong
  const name = textOf(asked.body, 'name')
  const headOid = textOf(asked.body, 'head_sha') ?? ''
  if (name === null) return invalid('name is missing')
  if (commitOid(asked.repository.gitDirectory, headOid) === null) return invalid(`No commit found for SHA: ${headOid}`)
  const taken = takeId({ github: asked.github })
  const empty: CheckRun = {
    id: taken.id,
    name,
    headOid,
    app: 'github-actions',
    status: 'queued',
    conclusion: null,
    externalId: '',
    detailsUrl: null,
    startedAt: asked.now,
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
  }
  const run = written(asked, empty)
  const { github } = withRepository(taken.world, asked.repository.id, {
    checkRuns: [...asked.repository.checkRuns, run],
  })
  return created(github, renderCheckRun(asked.view, asked.repository, run))
}

function updateRun(asked: AskedOfRepository): Answer {
  const before = asked.repository.checkRuns.find((one) => one.id === numberIn(asked, 'check_run_id'))
  if (before === undefined) return notFound
  const wrong = problem(asked)
  if (wrong !== null) return wrong
  const run = written(asked, before)
  const checkRuns = asked.repository.checkRuns.map((one) => (one.id === run.id ? run : one))
  return changed(
    withRepository({ github: asked.github }, asked.repository.id, { checkRuns }).github,
    renderCheckRun(asked.view, asked.repository, run),
  )
}

function listRuns(asked: AskedOfRepository): Answer {
  const oid = commitOid(asked.repository.gitDirectory, asked.parameters['ref'] ?? '')
  if (oid === null) return refused(422, `No commit found for SHA: ${asked.parameters['ref'] ?? ''}`)
  const name = asked.url.searchParams.get('check_name')
  const runs = asked.repository.checkRuns.filter((run) => run.headOid === oid && (name === null || run.name === name))
  const render = (run: CheckRun): unknown => renderCheckRun(asked.view, asked.repository, run)
  return paged(asked, runs.toReversed(), render, (check_runs, total_count) => ({ total_count, check_runs }))
}

export const checkRoutes: readonly Route[] = [
  { method: 'POST', path: '/repos/{owner}/{repo}/check-runs', needs: [['checks', 'write']], answer: createRun },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    needs: [['checks', 'read']],
    answer: (asked) => {
      const run = asked.repository.checkRuns.find((one) => one.id === numberIn(asked, 'check_run_id'))
      return run === undefined ? notFound : found(renderCheckRun(asked.view, asked.repository, run))
    },
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    needs: [['checks', 'write']],
    answer: updateRun,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
    needs: [['checks', 'read']],
    answer: listRuns,
  },
]
