// How a GraphQL request is answered: parsed, checked, executed against the caller's view of the world.
import type { Arrival, Call } from '../../protocol.ts'
import { callerOf } from '../access.ts'
import { userOf } from '../records.ts'
import { type Answer, isObject, refused } from '../rest/asked.ts'
import { rateLimited } from '../rest/index.ts'
import { actionsBot, type GithubWorld } from '../world.ts'
import { problemsOf } from './check.ts'
import { execute, plainOf } from './execute.ts'
import { mutationNode } from './mutations/index.ts'
import { type Document, type Operation, parseDocument, type Selection, SyntaxProblem } from './parse.ts'
import { queryNode } from './query.ts'

interface Request {
  readonly query: string
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
}

function requestOf(arrival: Arrival): Request | null {
  try {
    const body: unknown = JSON.parse(Buffer.from(arrival.body).toString())
    if (!isObject(body) || typeof body['query'] !== 'string') return null
    const operationName = typeof body['operationName'] === 'string' ? body['operationName'] : null
    return { query: body['query'], operationName, variables: isObject(body['variables']) ? body['variables'] : {} }
  } catch {
    return null // answered with 400, as GitHub does
  }
}

function parsed(query: string): Document | SyntaxProblem {
  try {
    return parseDocument(query)
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return problem
    throw problem
  }
}

function operationOf(document: Document, name: string | null): Operation | null {
  if (name === null) return document.operations.length === 1 ? (document.operations[0] ?? null) : null
  return document.operations.find((one) => one.name === name) ?? null
}

const firstField = (selections: readonly Selection[]): string =>
  selections.flatMap((one) =>
    one.kind === 'field' ? [one.name] : one.kind === 'inline' ? [firstField(one.selections)] : [],
  )[0] ?? ''

/** Names of the mutations in a document, in order. */
const fieldsOf = (selections: readonly Selection[]): readonly string[] =>
  selections.flatMap((one) => (one.kind === 'field' ? [one.name] : []))

/** The repository that the first field names by owner and name, or a mutation's input by its full name; else empty. */
function whereOf(operation: Operation | null, variables: Readonly<Record<string, unknown>>): string {
  const field = operation?.selections.find((one) => one.kind === 'field' && one.name !== 'rateLimit')
  if (field?.kind !== 'field') return ''
  const given = Object.fromEntries(
    Object.entries(field.values).map(([name, value]) => [name, plainOf(value, variables)]),
  )
  const input = isObject(given['input']) ? given['input'] : {}
  const branch = isObject(input['branch']) ? input['branch']['repositoryNameWithOwner'] : undefined
  if (typeof branch === 'string') return branch
  return field.name === 'repository' ? `${String(given['owner'])}/${String(given['name'])}` : ''
}

/** What the journal calls it: the operation's name or its first field; only mutations write. */
export function describeGraphql(arrival: Arrival): Call {
  const request = requestOf(arrival)
  const document = request === null ? null : parsed(request.query)
  const operation =
    request === null || document === null || document instanceof SyntaxProblem
      ? null
      : operationOf(document, request.operationName)
  const op = operation?.name ?? firstField(operation?.selections ?? [])
  const variables = request?.variables ?? {}
  const where = whereOf(operation, variables)
  return {
    part: 'github',
    op: op === '' ? 'graphql' : op,
    writes: operation?.kind === 'mutation',
    where,
    input: operation?.kind === 'mutation' ? { ...variables, fields: fieldsOf(operation.selections) } : variables,
  }
}

/** GraphQL answers 200 with `errors`; only the way in (no token, no JSON) has statuses of its own. */
export function answerGraphql(github: GithubWorld, arrival: Arrival, now: number): Answer {
  const caller = callerOf(github, arrival.headers)
  if (caller.is === 'unknown') return refused(401, 'Bad credentials')
  if (caller.is === 'anonymous') return refused(401, 'This endpoint requires you to be authenticated.')
  if (rateLimited(github) !== null)
    return { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] } }
  const request = requestOf(arrival)
  if (request === null) return refused(400, 'A query attribute must be specified and must be a string.')
  const document = parsed(request.query)
  if (document instanceof SyntaxProblem) return failed([document.message])
  const operation = operationOf(document, request.operationName)
  if (operation === null) return failed(['An operation name is required'])
  const problems = problemsOf(document, operation, request.variables)
  if (problems.length > 0) return failed(problems)
  let current = github
  const session = {
    caller,
    actor: userOf(github, caller.token.actor) ?? actionsBot,
    now,
    github: () => current,
    change: (next: GithubWorld) => {
      current = next
    },
  }
  const root = operation.kind === 'query' ? queryNode(session) : mutationNode(session)
  const { data, errors } = execute(document, operation, request.variables, root)
  return { status: 200, body: errors.length === 0 ? { data } : { data, errors }, github: current }
}

const failed = (messages: readonly string[]): Answer => ({
  status: 200,
  body: { errors: messages.map((message) => ({ message })) },
})
