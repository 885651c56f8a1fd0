// Mutations of check runs: made and changed by apps alone.
import { commitOid } from '../../../git/objects.ts'
import { nodeId, takeId, withRepository } from '../../records.ts'
import type { CheckRun, Repository } from '../../world.ts'
import { FieldProblem, type Given, type Node } from '../execute.ts'
import { demand, type Session } from '../session.ts'
import { notResolved, part, parts, payload, repositoryBy, text } from './input.ts'

/** Annotations that one request may bring, and characters of a summary (GitHub, check runs). */
const MOST_ANNOTATIONS = 50
const LONGEST = 65_535

const STATUSES: Readonly<Record<string, CheckRun['status']>> = {
  QUEUED: 'queued',
  IN_PROGRESS: 'in_progress',
  COMPLETED: 'completed',
}

const orBefore = (given: string, before: string | null): string | null => (given === '' ? before : given)

function written(session: Session, input: Given, before: CheckRun): CheckRun {
  const output = part(input, 'output')
  const annotations = parts(output, 'annotations')
  if (annotations.length > MOST_ANNOTATIONS)
    throw new FieldProblem('UNPROCESSABLE', `No more than ${MOST_ANNOTATIONS} annotations a request`)
  if ([text(output, 'summary'), text(output, 'text')].some((one) => one.length > LONGEST))
    throw new FieldProblem('UNPROCESSABLE', 'output is too long')
  const conclusion = text(input, 'conclusion') === '' ? before.conclusion : text(input, 'conclusion').toLowerCase()
  const status = conclusion === null ? (STATUSES[text(input, 'status')] ?? before.status) : 'completed'
  return {
    ...before,
    name: orBefore(text(input, 'name'), before.name) ?? before.name,
    status,
    conclusion,
    externalId: orBefore(text(input, 'externalId'), before.externalId) ?? '',
    detailsUrl: orBefore(text(input, 'detailsUrl'), before.detailsUrl),
    completedAt: status === 'completed' ? (before.completedAt ?? session.now) : null,
    output: {
      title: orBefore(text(output, 'title'), before.output.title),
      summary: orBefore(text(output, 'summary'), before.output.summary),
      text: orBefore(text(output, 'text'), before.output.text),
    },
    annotations: [...before.annotations, ...annotations.map(restShape)],
  }
}

/** As REST shows it. */
function restShape(one: Given): Readonly<Record<string, unknown>> {
  const location = part(one, 'location')
  return {
    path: one['path'],
    start_line: location['startLine'],
    end_line: location['endLine'],
    start_column: location['startColumn'] ?? null,
    end_column: location['endColumn'] ?? null,
    annotation_level: text(one, 'annotationLevel').toLowerCase(),
    title: one['title'] ?? null,
    message: one['message'],
    raw_details: null,
  }
}

function allowed(session: Session, repository: Repository): void {
  demand(session, repository, 'checks', 'write')
  if (session.actor.type !== 'Bot') throw new FieldProblem('FORBIDDEN', 'You must authenticate via a GitHub App.')
}

const runNode = (run: CheckRun): Node => ({
  type: 'CheckRun',
  fields: {
    id: () => nodeId('CheckRun', run.id),
    databaseId: () => run.id,
    name: () => run.name,
    status: () => run.status.toUpperCase(),
    conclusion: () => run.conclusion?.toUpperCase() ?? null,
  },
})

export function createCheckRun(session: Session, input: Given): Node {
  const repository = repositoryBy(session, text(input, 'repositoryId'))
  allowed(session, repository)
  const headOid = text(input, 'headSha')
  if (commitOid(repository.gitDirectory, headOid) === null)
    throw new FieldProblem('UNPROCESSABLE', `No commit found for SHA: ${headOid}`)
  const taken = takeId({ github: session.github() })
  const run = written(session, input, {
    id: taken.id,
    name: '',
    headOid,
    app: 'github-actions',
    status: 'queued',
    conclusion: null,
    externalId: '',
    detailsUrl: null,
    startedAt: session.now,
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
  })
  const checkRuns = [...repository.checkRuns, run]
  session.change(withRepository(taken.world, repository.id, { checkRuns }).github)
  return payload('CreateCheckRunPayload', input, { checkRun: () => runNode(run) })
}

export function updateCheckRun(session: Session, input: Given): Node {
  const repository = repositoryBy(session, text(input, 'repositoryId'))
  allowed(session, repository)
  const id = text(input, 'checkRunId')
  const before = repository.checkRuns.find((one) => nodeId('CheckRun', one.id) === id)
  if (before === undefined) throw notResolved(id)
  const run = written(session, input, before)
  const checkRuns = repository.checkRuns.map((one) => (one.id === run.id ? run : one))
  session.change(withRepository({ github: session.github() }, repository.id, { checkRuns }).github)
  return payload('UpdateCheckRunPayload', input, { checkRun: () => runNode(run) })
}
