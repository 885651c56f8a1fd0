// How a call in AWS JSON 1.1 and its answer are judged by the model of the service.

import type { Arrival, Call, Reply } from '../../src/sandbox/protocol.ts'
import { awsModel, isJsonService, isPathService, type JsonService, notServed } from './aws-models.ts'
import { codeIn, objectIn, outputFaults, refusalFaults } from './json-answer.ts'
import { memberFaults } from './json-value.ts'
import type { Judgement } from './judgement.ts'

/** By the name of the service in `x-amz-target`: `SWBExternalService.ListInstances`. */
const services: Readonly<Record<string, JsonService>> = {
  SWBExternalService: 'sso-admin',
  AWSIdentityStore: 'identitystore',
  AWSOrganizationsV20161128: 'organizations',
}

const outcomeOf = (reply: Reply): string => (reply.status === 200 ? '200' : codeIn(reply))

function inputFaults(service: JsonService, op: string, body: Uint8Array): readonly string[] {
  const model = awsModel(service)
  const operation = model.operation(op)
  if (operation === null) return [`x-amz-target: the model has no operation "${op}"`]
  const given = body.length === 0 ? {} : objectIn(Buffer.from(body).toString())
  if (given === null) return ['is no JSON object']
  if (operation.input !== null) return memberFaults(model, operation.input, given, '')
  return Object.keys(given).map((name) => `${name}: is not in the model`)
}

function answerFaults(service: JsonService, op: string, reply: Reply): readonly string[] {
  if (reply.status === notServed) return []
  const model = awsModel(service)
  const operation = model.operation(op)
  if (reply.status !== 200) return refusalFaults(model, operation?.errors ?? [], reply)
  return operation === null ? [`the model has no operation "${op}"`] : outputFaults(model, operation, reply)
}

interface Spoken {
  /** As it was asked for. */
  readonly target: string
  readonly service: JsonService | undefined
  readonly op: string
  readonly type: string
}

/** JSON 1.1 names service and operation in a header; the others by the credential's scope and the path. */
function spokenIn({ headers, url }: Arrival): Spoken {
  const target = headers['x-amz-target']
  if (target === undefined) {
    const scope = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers['authorization'] ?? '')?.[1] ?? ''
    const op = url.pathname.split('/').at(-1) ?? ''
    return { target: url.pathname, service: isPathService(scope) ? scope : undefined, op, type: 'application/json' }
  }
  const [prefix = '', op = '', ...rest] = target.split('.')
  const service = rest.length === 0 && Object.hasOwn(services, prefix) ? services[prefix] : undefined
  return { target, service, op, type: 'application/x-amz-json-1.1' }
}

const typeFaults = (what: string, type: string | undefined, wanted: string): readonly string[] =>
  type === wanted ? [] : [`${what}: is "${type ?? ''}"`]

export function judgeAwsJson(arrival: Arrival, reply: Reply): Judgement {
  const { method, headers, body } = arrival
  const { target, service, op, type } = spokenIn(arrival)
  const request = [
    ...(method === 'POST' ? [] : [`by ${method}`]),
    // What has no members is sent without a body, and so without a type.
    ...(body.length === 0 && type === 'application/json'
      ? []
      : typeFaults('content-type', headers['content-type'], type)),
    ...(service === undefined
      ? [`x-amz-target: "${target}" is of no service that has a model`]
      : inputFaults(service, op, body)),
    ...(reply.status === notServed ? ['is not served by the sandbox'] : []),
  ]
  return {
    vendor: service ?? 'aws',
    what: service === undefined ? target : op,
    outcome: outcomeOf(reply),
    ok: reply.status === 200,
    request,
    answer:
      service === undefined
        ? []
        : [...answerFaults(service, op, reply), ...typeFaults('content-type', reply.headers['content-type'], type)],
  }
}

/** How a refusal that a fault asked for was worded; the fault may be any error of the service. */
/** As IAM actions call it, so the journal does; its model is called otherwise. */
const CALLED: Readonly<Record<string, string>> = { sso: 'sso-admin' }

export function judgeAwsJsonRefusal({ part: called, op }: Call, reply: Reply): Judgement | null {
  const part = CALLED[called] ?? called
  if (!isJsonService(part)) return null
  const model = awsModel(part)
  const answer = refusalFaults(model, model.errors(), reply)
  return { vendor: part, what: op, outcome: codeIn(reply), ok: false, request: [], answer }
}
