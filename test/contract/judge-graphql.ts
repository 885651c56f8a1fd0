// How a question to GitHub's GraphQL API and its answer are judged by GitHub's own schema.

import { schema as published } from '@octokit/graphql-schema'
import {
  buildSchema,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import type { Arrival, Reply } from '../../src/sandbox/protocol.ts'
import { dataFaults, type Question } from './graphql-answer.ts'
import type { Judgement } from './judgement.ts'
import { at, fieldsAt, isFields, listAt, textAt } from './specs.ts'

let built: GraphQLSchema | null = null

/** Built once, when first needed. */
export function githubSchema(): GraphQLSchema {
  built ??= buildSchema(published.idl, { assumeValid: true })
  return built
}

function parsed(text: string): DocumentNode | string {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof GraphQLError) return error.message
    throw error
  }
}

function jsonOf(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString())
  } catch {
    return null // told below: a request or an answer without an object
  }
}

/** Questions repeat word by word, and GitHub's schema is large: each text is validated once. */
const valid = new Map<string, readonly string[]>()

function documentFaults(text: string, document: DocumentNode): readonly string[] {
  const known = valid.get(text) ?? validate(githubSchema(), document).map(({ message }) => `query: ${message}`)
  valid.set(text, known)
  return known
}

const operationIn = (document: DocumentNode, name: string | null): OperationDefinitionNode | null => {
  const all = document.definitions.filter((one) => one.kind === 'OperationDefinition')
  return (name === null && all.length === 1 ? all[0] : all.find((one) => one.name?.value === name)) ?? null
}

function variableFaults(operation: OperationDefinitionNode, variables: unknown): readonly string[] {
  const { errors } = getVariableValues(
    githubSchema(),
    operation.variableDefinitions ?? [],
    isFields(variables) ? { ...variables } : {},
  )
  return (errors ?? []).map(({ message }) => `variables: ${message}`)
}

/** Each error's path ends, or is cut short, at a null of the data. */
function errorFaults(errors: readonly unknown[], data: unknown): readonly string[] {
  return errors.flatMap((error, index) => {
    const where = `errors.${index}`
    const message = textAt(error, 'message') === null ? [`${where}: has no message`] : []
    const path = listAt(error, 'path').map(String)
    const cut = path.some((_, length) => at(data, ...path.slice(0, length + 1)) === null)
    return path.length === 0 || data === undefined || cut
      ? message
      : [...message, `${where}: its path ${path.join('.')} is not null`]
  })
}

function answerFaults(question: Question, operation: OperationDefinitionNode | null, body: unknown): readonly string[] {
  if (!isFields(body)) return ['is no JSON object']
  const strange = Object.keys(body)
    .filter((key) => !['data', 'errors', 'extensions'].includes(key))
    .map((key) => `holds ${key}`)
  const errors = body['errors'] === undefined ? [] : listAt(body, 'errors')
  const empty = body['errors'] !== undefined && errors.length === 0 ? ['errors: is an empty list'] : []
  const faults = [...strange, ...empty, ...errorFaults(errors, body['data'])]
  if (body['data'] === undefined) return errors.length === 0 ? [...faults, 'has neither data nor errors'] : faults
  if (operation === null) return [...faults, 'has data for no operation']
  if (body['data'] === null) return errors.length === 0 ? [...faults, 'data: is null without an error'] : faults
  const root = operation.operation === 'mutation' ? question.schema.getMutationType() : question.schema.getQueryType()
  return root == null
    ? faults
    : [...faults, ...dataFaults(question, root, operation.selectionSet, body['data'], 'data')]
}

export function judgeGraphql(arrival: Arrival, reply: Reply): Judgement {
  const given = jsonOf(arrival.body)
  const text = textAt(given, 'query')
  const document = text === null ? 'is no request with a query' : parsed(text)
  const operation = typeof document === 'string' ? null : operationIn(document, textAt(given, 'operationName'))
  const variables = fieldsAt(given, 'variables')
  const request =
    typeof document === 'string'
      ? [document]
      : [
          ...documentFaults(text ?? '', document),
          ...(operation === null ? ['names no operation'] : variableFaults(operation, variables)),
        ]
  const what = operation?.name?.value ?? operation?.operation ?? 'graphql'
  if (reply.status !== 200)
    return { vendor: 'graphql', what, outcome: String(reply.status), ok: false, request, answer: [] }
  const body = jsonOf(reply.body)
  const fragments =
    typeof document === 'string' ? [] : document.definitions.filter((one) => one.kind === 'FragmentDefinition')
  const question = {
    schema: githubSchema(),
    fragments: new Map(fragments.map((one) => [one.name.value, one])),
    variables,
  }
  const ok = at(body, 'data') !== undefined && at(body, 'data') !== null
  // An answer to a question that the schema forbids cannot be judged by it: that it was answered is the fault.
  const answer = request.length > 0 && ok ? [] : answerFaults(question, operation, body)
  return { vendor: 'graphql', what, outcome: at(body, 'errors') === undefined ? '200' : 'errors', ok, request, answer }
}
