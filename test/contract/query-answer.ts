// Whether an answer in the AWS Query protocol is one that the model knows: every member, every error.

import type { Member, Model, ModelledError, Operation, Shape } from './smithy.ts'
import { countFaults, textFaults } from './smithy-text.ts'
import { textAt } from './specs.ts'
import { childOf, type Element, parseXml } from './xml.ts'

const nameOf = (name: string, { traits }: Member): string => textAt(traits, 'smithy.api#xmlName') ?? name

function faultsAt(model: Model, shape: Shape, here: Element, where: string): readonly string[] {
  if (shape.type === 'structure') return structureFaults(model, shape, here, where)
  if (shape.type === 'list') return listFaults(model, shape, here, where)
  if (shape.type === 'map') return mapFaults(model, shape, here, where)
  return here.children.length > 0 ? [`${where}: is no plain text`] : textFaults(shape, here.text, where)
}

function structureFaults(model: Model, shape: Shape, here: Element, where: string): readonly string[] {
  const known = new Map([...shape.members].map(([name, member]) => [nameOf(name, member), member]))
  const below = (name: string): string => (where === '' ? name : `${where}.${name}`)
  const names = here.children.map(({ name }) => name)
  const text = here.text.trim() === '' ? [] : [`${where}: has text among its members`]
  const strange = names.filter((name) => !known.has(name)).map((name) => `${below(name)}: is not in the model`)
  const twice = names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${below(name)}: is there twice`)
  const inside = [...known].flatMap(([name, member]) => {
    const child = childOf(here, name)
    if (child === null) return 'smithy.api#required' in member.traits ? [`${below(name)}: is missing`] : []
    return faultsAt(model, model.shape(member.target), child, below(name))
  })
  return [...text, ...strange, ...twice, ...inside]
}

function listFaults(model: Model, shape: Shape, here: Element, where: string): readonly string[] {
  if (shape.element === null) return []
  const word = nameOf('member', shape.element)
  const element = model.shape(shape.element.target)
  const strange = here.children
    .filter(({ name }) => name !== word)
    .map(({ name }) => `${where}: holds <${name}>, not <${word}>`)
  const inside = here.children.flatMap((child, index) => faultsAt(model, element, child, `${where}.${index + 1}`))
  return [...strange, ...countFaults(shape, here.children.length, where), ...inside]
}

function mapFaults(model: Model, shape: Shape, here: Element, where: string): readonly string[] {
  const { key, value } = shape
  if (key === null || value === null) return []
  return here.children.flatMap((entry, index) => {
    const [first, second] = [childOf(entry, 'key'), childOf(entry, 'value')]
    if (entry.name !== 'entry' || first === null || second === null || entry.children.length !== 2)
      return [`${where}.${index + 1}: is no entry of key and value`]
    const at = `${where}.${first.text}`
    return [
      ...faultsAt(model, model.shape(key.target), first, at),
      ...faultsAt(model, model.shape(value.target), second, at),
    ]
  })
}

/** Faults of the answer to a call that was done. */
export function resultFaults(model: Model, action: string, operation: Operation, body: string): readonly string[] {
  const root = parseXml(body)
  if (root === null) return ['is no well-formed XML']
  if (root.name !== `${action}Response`) return [`is a <${root.name}>`]
  const strange = root.children.filter(({ name }) => name !== `${action}Result` && name !== 'ResponseMetadata')
  const metadata = childOf(root, 'ResponseMetadata')
  const id = metadata === null ? null : childOf(metadata, 'RequestId')
  const result = childOf(root, `${action}Result`)
  const wanted = operation.output !== null && operation.output.members.size > 0
  return [
    ...(root.attributes.get('xmlns') === model.namespace ? [] : ['is not in the namespace of the service']),
    ...strange.map(({ name }) => `holds <${name}>`),
    ...(id === null || id.text === '' ? ['has no RequestId'] : []),
    ...(wanted && result === null ? [`has no <${action}Result>`] : []),
    ...(!wanted && result !== null && result.children.length > 0 ? ['has a result that the model does not know'] : []),
    ...(operation.output === null || result === null ? [] : faultsAt(model, operation.output, result, '')),
  ]
}

/** Errors of every operation, with their status as the services send it (IAM and STS API references, Common Errors). */
const commonErrors: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ExpiredToken: 403,
  IncompleteSignature: 400,
  InternalFailure: 500,
  InvalidAction: 400,
  InvalidClientTokenId: 403,
  MalformedQueryString: 404,
  MissingAuthenticationToken: 403,
  OptInRequired: 403,
  RequestExpired: 400,
  ServiceUnavailable: 503,
  SignatureDoesNotMatch: 403,
  Throttling: 400,
  ValidationError: 400,
}

const errorOf = (body: string): Element | null => {
  const root = parseXml(body)
  return root?.name === 'ErrorResponse' ? root : null
}

/** The code of an error answer; empty where it has none. */
export const codeIn = (body: string): string => {
  const root = errorOf(body)
  const error = root === null ? null : childOf(root, 'Error')
  return (error === null ? null : childOf(error, 'Code'))?.text ?? ''
}

/** Faults of the answer to a call that was refused, which may have these errors beside the common ones. */
export function errorFaults(
  model: Model,
  errors: readonly ModelledError[],
  status: number,
  body: string,
): readonly string[] {
  const root = errorOf(body)
  const error = root === null ? null : childOf(root, 'Error')
  if (root === null || error === null) return ['is no <ErrorResponse> with an <Error>']
  const [type, message] = ['Type', 'Message'].map((name) => childOf(error, name)?.text ?? '')
  const code = codeIn(body)
  const modelled = errors.find((one) => one.code === code)
  const expected = modelled?.status ?? commonErrors[code]
  const by = modelled?.by ?? (expected !== undefined && expected >= 500 ? 'server' : 'client')
  return [
    ...(root.attributes.get('xmlns') === model.namespace ? [] : ['is not in the namespace of the service']),
    ...(expected === undefined ? [`Code: "${code}" is no error of this operation`] : []),
    ...(expected !== undefined && expected !== status
      ? [`Code: "${code}" comes with ${expected}, not with ${status}`]
      : []),
    ...(type === (by === 'server' ? 'Receiver' : 'Sender') ? [] : [`Type: is "${type}"`]),
    ...(message === '' ? ['Message: is missing'] : []),
    ...((childOf(root, 'RequestId')?.text ?? '') === '' ? ['has no RequestId'] : []),
  ]
}
