// How a call to IAM or STS and its answer are judged by AWS's own models.

import type { Arrival, Call, Reply } from '../../src/sandbox/protocol.ts'
import { awsModel, isQueryService, notServed, type QueryService } from './aws-models.ts'
import type { Judgement } from './judgement.ts'
import { codeIn, errorFaults, resultFaults } from './query-answer.ts'
import { formOf } from './query-form.ts'

const services: Readonly<Record<string, QueryService>> = { '2010-05-08': 'iam', '2011-06-15': 'sts' }

const textOf = (body: Reply['body']): string => (typeof body === 'string' ? body : Buffer.from(body).toString())

function answerFaults(service: QueryService, action: string, { status, headers, body }: Reply): readonly string[] {
  const model = awsModel(service)
  const operation = model.operation(action)
  if (operation === null) return status === notServed ? [] : [`the model has no operation "${action}"`]
  if (status === notServed) return []
  const type = /^(text|application)\/xml\b/.test(headers['content-type'] ?? '') ? [] : ['content-type: is not XML']
  const text = textOf(body)
  return [
    ...type,
    ...(status === 200
      ? resultFaults(model, action, operation, text)
      : errorFaults(model, operation.errors, status, text)),
  ]
}

const judged = (service: QueryService, action: string, request: readonly string[], reply: Reply): Judgement => ({
  vendor: service,
  what: action,
  outcome: reply.status === 200 ? '200' : codeIn(textOf(reply.body)),
  ok: reply.status === 200,
  request,
  answer: answerFaults(service, action, reply),
})

export function judgeAws(arrival: Arrival, reply: Reply): Judgement {
  const form = formOf(Buffer.from(arrival.body).toString())
  const service = services[form.version] ?? 'iam'
  const type = arrival.headers['content-type'] ?? ''
  const request = [
    ...(arrival.method === 'POST' ? [] : [`by ${arrival.method}`]),
    ...(/^application\/x-www-form-urlencoded\b/.test(type) ? [] : [`content-type: is "${type}"`]),
    ...form.faults(awsModel(service)),
    ...(reply.status === notServed ? ['is not served by the sandbox'] : []),
  ]
  return judged(service, form.action, request, reply)
}

/** How a refusal that a fault asked for was worded; the fault may be any error of the service. */
export function judgeAwsRefusal({ part, op }: Call, { status, body }: Reply): Judgement | null {
  if (!isQueryService(part)) return null
  const model = awsModel(part)
  const answer = errorFaults(model, model.errors(), status, textOf(body))
  return { vendor: part, what: op, outcome: codeIn(textOf(body)), ok: false, request: [], answer }
}
