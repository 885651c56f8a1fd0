// What a vendor's own description of its REST API (OpenAPI 3.0) demands of a request and of an answer.

import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { at, type Fields, fieldsAt, isFields, listAt, readSpec, textAt } from './specs.ts'

/**
 * OpenAPI 3.0 says `nullable`; JSON Schema has no such word, and ajv takes it beside `type` alone. Alternatives of
 * GitHub's overlap (all members of most are optional), so that exactly one can seldom match: any will do.
 */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema)
  if (!isFields(value)) return value
  const { nullable, oneOf, ...rest } = value
  const plain = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, asJsonSchema(one)]))
  const alternatives = Array.isArray(oneOf)
    ? { ...plain, anyOf: asJsonSchema(oneOf) }
    : oneOf === undefined
      ? plain
      : { ...plain, oneOf: asJsonSchema(oneOf) }
  if (typeof nullable !== 'boolean')
    return nullable === undefined ? alternatives : { ...alternatives, nullable: asJsonSchema(nullable) }
  return nullable ? { anyOf: [alternatives, { type: 'null' }] } : alternatives
}

export interface Body {
  readonly required: boolean
  /** Pointer to the schema. */
  readonly schema: string
  /** Null: the schema leaves members open. */
  readonly members: readonly string[] | null
}

export interface Query {
  readonly name: string
  readonly required: boolean
  readonly schema: string
}

export interface Route {
  /** As the description writes it: `GET /repos/{owner}/{repo}`. */
  readonly what: string
  readonly method: string
  readonly pattern: RegExp
  readonly query: readonly Query[]
  /** Null: it takes no body. */
  readonly body: Body | null
  /** Status → pointer to the schema of its JSON; null: it has no JSON. */
  readonly answers: ReadonlyMap<number, string | null>
}

export interface Description {
  readonly routes: readonly Route[]
  /** Null for a path that the vendor does not describe. */
  routeOf(method: string, path: string): Route | null
  /** Faults of a JSON value by the schema under a pointer; texts of a query are read as what the schema wants. */
  faults(pointer: string, value: unknown, from: 'json' | 'query'): readonly string[]
}

const pointer = (...steps: readonly string[]): string =>
  `#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`

/** Parameters that may hold slashes; the description marks some of them only. */
const long = new Set(['branch', 'path', 'ref', 'tree_sha'])

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/\{(\w+)\}/g, (_, name: string) => (long.has(name) ? '.*' : '[^/]+'))}$`)

/** Where a reference leads: the value and the steps to it. */
function followed(
  document: unknown,
  steps: readonly string[],
): { readonly steps: readonly string[]; readonly value: unknown } {
  const value = at(document, ...steps)
  const to = textAt(value, '$ref')
  return to === null ? { steps, value } : followed(document, to.replace('#/', '').split('/'))
}

const json = 'application/json'

function routeAt(document: unknown, path: string, method: string): Route {
  const home = ['paths', path, method]
  const operation = at(document, ...home)
  const parameters = listAt(operation, 'parameters').flatMap((_, index): Query[] => {
    const given = listAt(operation, 'parameters')[index]
    const to = textAt(given, '$ref')
    const { steps, value } =
      to === null
        ? { steps: [...home, 'parameters', String(index)], value: given }
        : followed(document, to.replace('#/', '').split('/'))
    const name = textAt(value, 'name')
    if (textAt(value, 'in') !== 'query' || name === null) return []
    return [{ name, required: at(value, 'required') === true, schema: pointer(...steps, 'schema') }]
  })
  const content = fieldsAt(operation, 'requestBody', 'content')
  const schema = at(content, json, 'schema')
  const body: Body | null =
    schema === undefined
      ? null
      : {
          required: at(operation, 'requestBody', 'required') === true,
          schema: pointer(...home, 'requestBody', 'content', json, 'schema'),
          members: isFields(at(schema, 'properties')) ? Object.keys(fieldsAt(schema, 'properties')) : null,
        }
  const answers = Object.keys(fieldsAt(operation, 'responses')).map((status): readonly [number, string | null] => {
    const { steps, value } = followed(document, [...home, 'responses', status])
    const has = at(value, 'content', json, 'schema') !== undefined
    return [Number(status), has ? pointer(...steps, 'content', json, 'schema') : null]
  })
  return {
    what: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    pattern: patternOf(path),
    query: parameters,
    body,
    answers: new Map(answers),
  }
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** Fixed words before parameters, so that `/issues/comments` is no issue. */
const fixedFirst = (a: Route, b: Route): number => open(a) - open(b) || b.what.length - a.what.length
const open = ({ what }: Route): number =>
  (what.match(/\{/g)?.length ?? 0) + (/\{(branch|path|ref|tree_sha)\}/.test(what) ? 0.5 : 0)

/** Reads such a file of the specs; schemas are compiled when first asked for. */
export function readDescription(file: string): Description {
  const document = asJsonSchema(readSpec(file))
  const paths = fieldsAt(document, 'paths')
  const routes = Object.entries(paths)
    .flatMap(([path, item]) =>
      methods.filter((method) => at(item, method) !== undefined).map((method) => routeAt(document, path, method)),
    )
    .sort(fixedFirst)
  const compilers = { json: compiler(document, false), query: compiler(document, 'array') } as const
  return {
    routes,
    routeOf: (method, path) => routes.find((route) => route.method === method && route.pattern.test(path)) ?? null,
    faults: (where, value, from) => compilers[from](where, value),
  }
}

function compiler(
  document: unknown,
  coerceTypes: false | 'array',
): (where: string, value: unknown) => readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false, coerceTypes })
  addFormats.default(ajv)
  const whole: Fields = isFields(document) ? document : {}
  ajv.addSchema({ ...whole, $id: 'vendor' })
  const compiled = new Map<string, ValidateFunction>()
  return (where, value) => {
    const validate = compiled.get(where) ?? ajv.compile({ $ref: `vendor${where}` })
    compiled.set(where, validate)
    const copy: unknown = structuredClone(value)
    if (validate(copy)) return []
    const all = validate.errors ?? []
    const told = all.filter((error) => error.keyword !== 'anyOf' && error.params['type'] !== 'null')
    return (told.length > 0 ? told : all).map(
      ({ instancePath, message, params }) => `${instancePath || '/'}: ${message} ${JSON.stringify(params)}`,
    )
  }
}
