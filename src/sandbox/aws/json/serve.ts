// How a call in the AWS JSON protocol is served: found by its target, checked, authorised, then run.

import { decide } from '../../access/decide.ts'
import type { Arrival, Call, Handled, Refusal, Reply } from '../../protocol.ts'
import type { World } from '../../world.ts'
import { accountManagement } from '../account/index.ts'
import type { Answer, Refused } from '../answer.ts'
import { accessKeyOf, callerOf } from '../caller.ts'
import { sso } from '../identity-center/index.ts'
import { identityStore } from '../identity-store/index.ts'
import { organizations } from '../organizations/index.ts'
import { resourceExplorer } from '../resource-explorer/index.ts'
import { secretsManager } from '../secrets-manager/index.ts'
import { tagging } from '../tagging/index.ts'
import { type AwsWorld, own } from '../world.ts'
import { requestId } from '../xml.ts'
import { answeredJson, refusedJson, refuseJson } from './answer.ts'
import { checkInput, type JsonInput } from './forms.ts'
import type { Asked, Operation, Service } from './operation.ts'

/** Services by what stands before the dot of `x-amz-target` (Smithy models: the service's shape). */
const services: Readonly<Record<string, Service>> = {
  SWBExternalService: sso,
  AWSIdentityStore: identityStore,
  AWSOrganizationsV20161128: organizations,
  secretsmanager: secretsManager,
  ResourceGroupsTaggingAPI_20170126: tagging,
}

/** Services that tell the operation by the path, and themselves by the credential's scope (Smithy: restJson1). */
const byPath: Readonly<Record<string, Service>> = {
  'resource-explorer-2': resourceExplorer,
  account: accountManagement,
}

const lastStep = (arrival: Arrival): string => arrival.url.pathname.split('/').slice(2).join('/')

export const isJsonCall = (arrival: Arrival): boolean =>
  arrival.headers['x-amz-target'] !== undefined || lastStep(arrival) !== ''

interface Target {
  readonly service: Service | undefined
  readonly op: string
}

const scopeOf = (arrival: Arrival): readonly string[] =>
  /\bCredential=([^,\s]+)/.exec(arrival.headers['authorization'] ?? '')?.[1]?.split('/') ?? []

const targetOf = (arrival: Arrival): Target => {
  const step = lastStep(arrival)
  if (step !== '')
    return { service: own(byPath, scopeOf(arrival)[3] ?? ''), op: `${step[0]?.toUpperCase()}${step.slice(1)}` }
  const [before = '', op = ''] = (arrival.headers['x-amz-target'] ?? '').split('.')
  return { service: own(services, before), op }
}

const inputOf = (arrival: Arrival): JsonInput => {
  const text = Buffer.from(arrival.body).toString('utf8')
  const read: unknown = text === '' ? {} : JSON.parse(text)
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as JsonInput) : {}
}

const regionOf = (arrival: Arrival): string => scopeOf(arrival)[2] ?? ''

export const describeJson = (world: World, arrival: Arrival): Call => {
  const { service, op } = targetOf(arrival)
  return {
    part: service?.name ?? 'aws',
    op,
    writes: service === undefined ? false : (own(service.operations, op)?.writes ?? false),
    where: own(world.aws.credentials, accessKeyOf(arrival) ?? '')?.account ?? '',
    input: inputOf(arrival),
  }
}

/** The same refusals of a caller, in this protocol's words. */
const asJson: Readonly<Record<string, (message: string) => Refused>> = {
  MissingAuthenticationToken: refuseJson.missingToken,
  InvalidClientTokenId: refuseJson.unknownKey,
  ExpiredToken: refuseJson.expiredToken,
}

function unauthorised(asked: Asked, action: string, operation: Operation): Refused | null {
  const aims = operation.aims?.(asked) ?? [{ resource: '*' }]
  const refused = aims.find(
    ({ resource, context = {} }) =>
      !decide(asked.aws, asked.caller, { action, resource, at: asked.now, context }).allowed,
  )
  return refused === undefined
    ? null
    : refuseJson.accessDenied(
        `User: ${asked.caller.arn} is not authorized to perform: ${action} on resource: ${refused.resource}`,
      )
}

interface Served {
  readonly answer: Answer<AwsWorld>
  /** The world as it is even if the call was refused: time has passed. */
  readonly aws: AwsWorld
}

function serve(world: World, arrival: Arrival, now: number): Served {
  const untouched = (answer: Refused): Served => ({ answer, aws: world.aws })
  const { service, op } = targetOf(arrival)
  const operation = service === undefined ? undefined : own(service.operations, op)
  if (service === undefined || operation === undefined)
    return untouched(
      refuseJson.notServed(`The sandbox does not serve ${arrival.headers['x-amz-target'] ?? arrival.url.pathname}.`),
    )
  const caller = callerOf(world.aws, arrival, now)
  if (caller.is === 'refused') return untouched(asJson[caller.code]?.(caller.message) ?? caller)
  const input = inputOf(arrival)
  const aws = service.before?.(world.aws, now) ?? world.aws
  const asked: Asked = { aws, caller: caller.principal, region: regionOf(arrival), input, now }
  const wrong = checkInput(input, operation.takes)
  const form =
    wrong?.code === 'ValidationException' && service.invalid !== undefined ? { ...wrong, code: service.invalid } : wrong
  const bad = form ?? unauthorised(asked, `${service.name}:${operation.action ?? op}`, operation)
  return { answer: bad ?? operation.run(asked), aws }
}

export const handleJson = (world: World, arrival: Arrival, now: number): Handled<World> => {
  const { answer, aws: passed } = serve(world, arrival, now)
  const id = requestId(
    `${now}/${accessKeyOf(arrival)}/${arrival.headers['x-amz-target'] ?? arrival.url.pathname}/${Buffer.from(arrival.body)}`,
  )
  const aws = answer.is === 'refused' ? passed : answer.after
  const after = aws === world.aws ? world : { ...world, aws }
  const type = lastStep(arrival) === '' ? 'application/x-amz-json-1.1' : 'application/json'
  return answer.is === 'refused'
    ? { world: after, reply: refusedJson(answer, id, type), error: answer.code }
    : { world: after, reply: answeredJson(answer.output, id, type) }
}

export const isJsonPart = (part: string): boolean =>
  [...Object.values(services), ...Object.values(byPath)].some(({ name }) => name === part)

export const refuseJsonCall = (call: Call, refusal: Refusal | 'throttle'): Reply =>
  refusedJson(
    refusal === 'throttle' ? refuseJson.throttled('Rate exceeded') : refusal,
    requestId(`${call.op}/${call.where}`),
    own(byPath, call.part) === undefined ? 'application/x-amz-json-1.1' : 'application/json',
  )
