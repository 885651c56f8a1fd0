// How the sandbox's AWS is reached at POST /aws: IAM and STS in the Query protocol, the rest in JSON.

import type { Arrival, Call, Handled, Part, Refusal, Reply } from '../protocol.ts'
import type { World } from '../world.ts'
import { type Answer, refuse } from './answer.ts'
import { arnParts } from './arns.ts'
import { accessKeyOf, callerOf } from './caller.ts'
import { iamOperations } from './iam/index.ts'
import { serveIam } from './iam/serve.ts'
import { describeJson, handleJson, isJsonCall, isJsonPart, refuseJsonCall } from './json/serve.ts'
import { checkParameters } from './parameters.ts'
import { type Query, queryOf, textOf } from './query.ts'
import { stsOperations } from './sts/index.ts'
import { type AwsWorld, own } from './world.ts'
import { answered, refused, requestId } from './xml.ts'

/** Services by their API version, as the Query protocol tells them apart here. */
const services: Readonly<Record<string, 'iam' | 'sts'>> = { '2010-05-08': 'iam', '2011-06-15': 'sts' }

const read = (arrival: Arrival): Query => queryOf(Buffer.from(arrival.body).toString('utf8'))

const serviceOf = (query: Query): string => own(services, query.version) ?? 'aws'

/** The account a call is about: that of the role to be assumed, else the caller's. */
const accountOf = (aws: AwsWorld, arrival: Arrival, query: Query): string => {
  const role = serviceOf(query) === 'sts' ? textOf(query.input, 'RoleArn') : undefined
  const named = role === undefined ? null : arnParts(role)
  return named?.account ?? own(aws.credentials, accessKeyOf(arrival) ?? '')?.account ?? ''
}

const describe = (world: World, arrival: Arrival): Call => {
  if (isJsonCall(arrival)) return describeJson(world, arrival)
  const query = read(arrival)
  const part = serviceOf(query)
  const writes = part === 'iam' && (own(iamOperations, query.action)?.writes ?? false)
  return { part, op: query.action, writes, where: accountOf(world.aws, arrival, query), input: query.input }
}

const serveSts = (world: World, arrival: Arrival, query: Query, now: number): Answer<AwsWorld> => {
  const { aws } = world
  const operation = own(stsOperations, query.action)
  if (operation === undefined) return refuse.notServed(`The sandbox does not serve sts:${query.action}.`)
  const open = { aws, input: query.input, now, oidcKey: world.github.oidcKey }
  if (!operation.signed) return checkParameters(query.input, operation.takes) ?? operation.run(open)
  const caller = callerOf(aws, arrival, now)
  if (caller.is === 'refused') return caller
  return checkParameters(query.input, operation.takes) ?? operation.run({ ...open, caller })
}

const serve = (world: World, arrival: Arrival, query: Query, now: number): Answer<AwsWorld> => {
  if (arrival.method !== 'POST')
    return refuse.notServed(`The sandbox serves AWS by POST only, not by ${arrival.method}.`)
  const service = serviceOf(query)
  if (service === 'sts') return serveSts(world, arrival, query, now)
  const operation = service === 'iam' ? own(iamOperations, query.action) : undefined
  if (operation === undefined)
    return refuse.notServed(`The sandbox does not serve ${service}:${query.action} (version ${query.version}).`)
  const caller = callerOf(world.aws, arrival, now)
  return caller.is === 'refused'
    ? caller
    : serveIam(world.aws, caller.principal, query.action, operation, query.input, now)
}

const handle = (world: World, arrival: Arrival, now: number): Handled<World> => {
  if (isJsonCall(arrival)) return handleJson(world, arrival, now)
  const query = read(arrival)
  const service = serviceOf(query)
  const answer = serve(world, arrival, query, now)
  const id = requestId(`${now}/${accessKeyOf(arrival)}/${Buffer.from(arrival.body).toString('utf8')}`)
  if (answer.is === 'refused') return { world, reply: refused(service, answer, id), error: answer.code }
  const after = answer.after === world.aws ? world : { ...world, aws: answer.after }
  return { world: after, reply: answered(service, query.action, answer.output, id) }
}

/** IAM and STS throttle with 400 Throttling, not with 429. */
const refuseAs = (call: Call, refusal: Refusal | 'throttle'): Reply =>
  isJsonPart(call.part)
    ? refuseJsonCall(call, refusal)
    : refused(
        call.part,
        refusal === 'throttle' ? { status: 400, code: 'Throttling', message: 'Rate exceeded' } : refusal,
        requestId(`${call.op}/${call.where}`),
      )

export const awsPart: Part<World> = { prefix: '/aws', describe, handle, refuse: refuseAs }
