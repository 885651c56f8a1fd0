// Whether an answer in AWS JSON 1.1 is one that the model knows: every member, every error, its status.

import type { Reply } from '../../src/sandbox/protocol.ts'
import { memberFaults } from './json-value.ts'
import type { Model, ModelledError, Operation } from './smithy.ts'
import { type Fields, isFields } from './specs.ts'

const textOf = ({ body }: Reply): string => (typeof body === 'string' ? body : Buffer.from(body).toString())

const headerOf = ({ headers }: Reply, name: string): string | null =>
  Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? null

/** The object that a text holds; null: it holds none. */
export function objectIn(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const TYPES = ['application/x-amz-json-1.1', 'application/json']

/** Which of the two is told by the request, and judged with it. */
const headerFaults = (reply: Reply): readonly string[] => {
  const type = headerOf(reply, 'content-type')
  return [
    ...(TYPES.includes(type ?? '') ? [] : [`content-type: is "${type ?? ''}"`]),
    ...((headerOf(reply, 'x-amzn-requestid') ?? '') === '' ? ['x-amzn-requestid: is missing'] : []),
  ]
}

/** Faults of the answer to a call that was done. What has no output is answered by `{}` or by nothing. */
export function outputFaults(model: Model, { output }: Operation, reply: Reply): readonly string[] {
  const text = textOf(reply)
  const given = output === null && text === '' ? {} : objectIn(text)
  if (given === null) return [...headerFaults(reply), 'is no JSON object']
  if (output !== null) return [...headerFaults(reply), ...memberFaults(model, output, given, '')]
  return [...headerFaults(reply), ...Object.keys(given).map((name) => `${name}: is not in the model`)]
}

/**
 * Errors of every operation, modelled or not, with the statuses they come with: the JSON front of the services answers
 * 400, where the API references' pages "Common Errors" tell 403 or 404 for some.
 */
const commonErrors: Readonly<Record<string, readonly number[]>> = {
  AccessDeniedException: [400, 403],
  ExpiredTokenException: [400, 403],
  IncompleteSignatureException: [400, 403],
  InternalFailure: [500],
  InternalServerException: [500],
  InvalidSignatureException: [400, 403],
  MissingAuthenticationTokenException: [400, 403],
  OptInRequired: [403],
  RequestExpired: [400],
  SerializationException: [400],
  ServiceUnavailable: [503],
  ServiceUnavailableException: [503],
  ThrottlingException: [400, 429],
  UnknownOperationException: [400, 404],
  UnrecognizedClientException: [400, 403],
  ValidationException: [400],
}

/** `ns#Code`, `Code:uri` and `Code` say the same (Smithy, AWS JSON 1.1, operation error serialization). */
const bare = (code: unknown): string | null =>
  typeof code === 'string' ? code.replace(/:.*$/su, '').replace(/^.*#/su, '') : null

const headerCode = (reply: Reply): string | null => bare(headerOf(reply, 'x-amzn-errortype'))
const bodyCode = (reply: Reply): string | null => bare(objectIn(textOf(reply))?.['__type'])

/** The code of an error answer; empty where it has none. */
export const codeIn = (reply: Reply): string => headerCode(reply) ?? bodyCode(reply) ?? ''

function codeFaults(reply: Reply, modelled: ModelledError | undefined): readonly string[] {
  const code = codeIn(reply)
  if (code === '') return ['has no code, neither in __type nor in x-amzn-errortype']
  const [above, inside] = [headerCode(reply), bodyCode(reply)]
  const twofold = above !== null && inside !== null && above !== inside
  const common = Object.hasOwn(commonErrors, code) ? commonErrors[code] : undefined
  const statuses = modelled === undefined ? common : [modelled.status]
  return [
    ...(twofold ? [`x-amzn-errortype: is "${above}", but __type "${inside}"`] : []),
    ...(statuses === undefined ? [`"${code}" is no error of this operation`] : []),
    ...(statuses === undefined || statuses.includes(reply.status)
      ? []
      : [`"${code}" comes with ${statuses.join(' or ')}, not with ${reply.status}`]),
  ]
}

/** Faults of the answer to a call that was refused, which may have these errors beside the common ones. */
export function refusalFaults(model: Model, errors: readonly ModelledError[], reply: Reply): readonly string[] {
  const given = objectIn(textOf(reply))
  if (given === null) return [...headerFaults(reply), 'is no JSON object']
  const code = codeIn(reply)
  const modelled = errors.find((one) => one.code === code)
  // Models say `Message`; the front of the services says `message`, and clients read both.
  const { __type, Message, message, ...more } = given
  const said = [Message, message].filter((one) => one !== undefined)
  const known = said.length === 1 && said[0] !== '' ? { Message: said[0] } : null
  const strange =
    modelled === undefined
      ? Object.keys(more).map((name) => `${name}: is not in the model`)
      : memberFaults(model, modelled.shape, { ...more, ...known }, '')
  return [
    ...headerFaults(reply),
    ...codeFaults(reply, modelled),
    ...(known === null ? ['Message: is not said once'] : []),
    ...strange,
  ]
}
