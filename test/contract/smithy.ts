// What AWS's own models (Smithy) say of an operation: its input, its output, its errors.

import { withNewer } from './newer-members.ts'
import { at, type Fields, fieldsAt, listAt, readSpec, textAt } from './specs.ts'

export interface Member {
  readonly target: string
  readonly traits: Fields
}

export interface Shape {
  /** structure, list, map, string, enum, integer, boolean, timestamp … */
  readonly type: string
  readonly traits: Fields
  /** Of a structure or an enum, by name. */
  readonly members: ReadonlyMap<string, Member>
  /** Of a list. */
  readonly element: Member | null
  /** Of a map. */
  readonly key: Member | null
  readonly value: Member | null
}

export interface ModelledError {
  readonly code: string
  readonly status: number
  readonly by: 'client' | 'server'
  readonly shape: Shape
}

export interface Operation {
  /** Null: it takes or gives nothing. */
  readonly input: Shape | null
  readonly output: Shape | null
  readonly errors: readonly ModelledError[]
}

export interface Model {
  readonly version: string
  readonly namespace: string
  operation(name: string): Operation | null
  /** Those of any operation. */
  errors(): readonly ModelledError[]
  shape(id: string): Shape
  /** The shape at which a member aims, with what the member says of it by itself. */
  target(member: Member): Shape
}

const memberOf = (value: unknown): Member | null => {
  const target = textAt(value, 'target')
  return target === null ? null : { target, traits: fieldsAt(value, 'traits') }
}

const shapeOf = (value: unknown): Shape => ({
  type: textAt(value, 'type') ?? '',
  traits: fieldsAt(value, 'traits'),
  members: new Map(
    Object.entries(fieldsAt(value, 'members')).flatMap(([name, member]) => {
      const read = memberOf(member)
      return read === null ? [] : [[name, read] as const]
    }),
  ),
  element: memberOf(at(value, 'member')),
  key: memberOf(at(value, 'key')),
  value: memberOf(at(value, 'value')),
})

/** Shapes that every model knows without saying so: `smithy.api#String` is a string. */
const builtIn = (id: string): Shape =>
  shapeOf({ type: id.replace('smithy.api#', '').replace('Primitive', '').toLowerCase() })

/** The code is the shape's name where the model gives no other (AWS Query protocol, `awsQueryError`). */
function errorOf(id: string, shape: Shape): ModelledError {
  const { traits } = shape
  const special = traits['aws.protocols#awsQueryError']
  const status = at(special, 'httpResponseCode') ?? traits['smithy.api#httpError']
  const by = traits['smithy.api#error'] === 'server' ? 'server' : 'client'
  return {
    code: textAt(special, 'code') ?? id.replace(/^.*#/, ''),
    status: typeof status === 'number' ? status : by === 'server' ? 500 : 400,
    by,
    shape,
  }
}

/** Reads a model, e.g. `aws/iam-2010-05-08.json`. */
export function readModel(path: string): Model {
  const own = fieldsAt(readSpec(path), 'shapes')
  const shapes = withNewer(own)
  const ids = Object.keys(own)
  const service = ids.map((id) => shapes[id]).find((one) => textAt(one, 'type') === 'service')
  const [first = ''] = ids
  const home = first.replace(/#.*$/, '')
  const shape = (id: string): Shape => {
    if (id.startsWith('smithy.api#')) return builtIn(id)
    if (!Object.hasOwn(shapes, id)) throw new Error(`the model ${path} has no shape ${id}`)
    return shapeOf(shapes[id])
  }
  const filled = (id: string | null): Shape | null => (id === null || id === 'smithy.api#Unit' ? null : shape(id))
  return {
    version: textAt(service, 'version') ?? '',
    namespace: textAt(service, 'traits', 'smithy.api#xmlNamespace', 'uri') ?? '',
    shape,
    target: (member) => {
      const aim = shape(member.target)
      return { ...aim, traits: { ...aim.traits, ...member.traits } }
    },
    errors: () =>
      ids.flatMap((id) => {
        const found = shape(id)
        return 'smithy.api#error' in found.traits ? [errorOf(id, found)] : []
      }),
    operation: (name) => {
      const found = at(shapes, `${home}#${name}`)
      if (textAt(found, 'type') !== 'operation') return null
      // Those of the service come with every operation.
      const errors = [...listAt(found, 'errors'), ...listAt(service, 'errors')].flatMap(
        (one) => textAt(one, 'target') ?? [],
      )
      return {
        input: filled(textAt(found, 'input', 'target')),
        output: filled(textAt(found, 'output', 'target')),
        errors: errors.map((id) => errorOf(id, shape(id))),
      }
    },
  }
}
