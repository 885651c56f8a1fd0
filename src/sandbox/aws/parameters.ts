// Whether the parameters of a call have the form that AWS demands (Smithy models of IAM and STS: lengths and patterns).

import { type Refused, refuse } from './answer.ts'
import { type Parameter, type Parameters, structuresOf, textsOf } from './query.ts'

interface Form {
  readonly min?: number
  readonly max?: number
  readonly pattern?: RegExp
  /** Bounds of a whole number. */
  readonly from?: number
  readonly to?: number
  readonly oneOf?: readonly string[]
}

const name = /^[\w+=,.@-]+$/
const documentText = /^[\t\n\r\u0020-\u00FF]+$/

const forms = {
  userName: { min: 1, max: 64, pattern: name },
  existingUserName: { min: 1, max: 128, pattern: name },
  groupName: { min: 1, max: 128, pattern: name },
  roleName: { min: 1, max: 64, pattern: name },
  policyName: { min: 1, max: 128, pattern: name },
  path: { min: 1, max: 512, pattern: /^(\/|\/[\u0021-\u007E]+\/)$/ },
  policyPath: { min: 1, max: 512, pattern: /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/ },
  pathPrefix: { min: 1, max: 512, pattern: /^\/[\u0021-\u007F]*$/ },
  arn: { min: 20, max: 2048 },
  document: { min: 1, max: 131_072, pattern: documentText },
  sessionDocument: { min: 1, max: 2048, pattern: documentText },
  versionId: { pattern: /^v[1-9][0-9]*(\.[A-Za-z0-9-]*)?$/ },
  description: { max: 1000 },
  maxSession: { from: 3600, to: 43_200 },
  maxItems: { from: 1, to: 1000 },
  marker: { min: 1, max: 320, pattern: /^[\u0020-\u00FF]+$/ },
  boolean: { oneOf: ['true', 'false'] },
  entity: { oneOf: ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'] },
  scope: { oneOf: ['All', 'AWS', 'Local'] },
  usage: { oneOf: ['PermissionsPolicy', 'PermissionsBoundary'] },
  tagKey: { min: 1, max: 128, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u },
  tagValue: { max: 256, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u },
  sessionName: { min: 2, max: 64, pattern: /^[\w+=,.@-]*$/ },
  duration: { from: 900, to: 43_200 },
  externalId: { min: 2, max: 1224, pattern: /^[\w+=,.@:/-]*$/ },
  webToken: { min: 4, max: 20_000 },
  /** A list of tag structures. */
  tags: {},
  tagKeys: {},
  entities: {},
  /** Parameters that are lists of structures with one `arn`. */
  policyArns: {},
  actionNames: { min: 3, max: 128 },
  resourceNames: { min: 1, max: 2048 },
  /** A list of structures: a condition key, its type, its values. */
  contextEntries: {},
} as const satisfies Readonly<Record<string, Form>>

export type FormName = keyof typeof forms

/** Parameter → its form; a name that ends in `?` may be left out. */
export type Takes = Readonly<Record<string, FormName>>

/** What every paged operation takes besides its own. */
export const paging = { 'Marker?': 'marker', 'MaxItems?': 'maxItems' } as const satisfies Takes

const complaint = (where: string, value: string, constraint: string): Refused =>
  refuse.validationError(
    `1 validation error detected: Value ${value} at '${where}' failed to satisfy constraint: Member must ${constraint}`,
  )

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const checkText = (where: string, value: string, form: Form): Refused | null => {
  const shown = `'${value}'`
  const at = lowerFirst(where)
  if (form.from !== undefined || form.to !== undefined) {
    if (!/^-?\d+$/.test(value)) return complaint(at, shown, 'be a whole number')
    if (Number(value) < (form.from ?? 0))
      return complaint(at, shown, `have value greater than or equal to ${form.from}`)
    return Number(value) > (form.to ?? 0) ? complaint(at, shown, `have value less than or equal to ${form.to}`) : null
  }
  const length = [...value].length
  if (length < (form.min ?? 0)) return complaint(at, shown, `have length greater than or equal to ${form.min}`)
  if (form.max !== undefined && length > form.max)
    return complaint(at, shown, `have length less than or equal to ${form.max}`)
  if (form.oneOf !== undefined && !form.oneOf.includes(value))
    return complaint(at, shown, `satisfy enum value set: [${form.oneOf.join(', ')}]`)
  return form.pattern !== undefined && !form.pattern.test(value)
    ? complaint(at, shown, `satisfy regular expression pattern: ${form.pattern.source}`)
    : null
}

const firstOf = (checks: readonly (Refused | null)[]): Refused | null => checks.find((check) => check !== null) ?? null

const listChecks: Partial<Record<FormName, (where: string, input: Parameters) => Refused | null>> = {
  tags: (where, input) => {
    const tags = structuresOf(input, where)
    const keys = tags.map((tag) => String(tag['Key'] ?? '').toLowerCase())
    const twice = keys.find((key, at) => keys.indexOf(key) !== at)
    if (twice !== undefined)
      return refuse.invalidInput(`Duplicate tag keys found. Please note that Tag keys are case insensitive. (${twice})`)
    return firstOf(
      tags.flatMap((tag, at) => [
        checkText(`tags.${at + 1}.member.key`, String(tag['Key'] ?? ''), forms.tagKey),
        checkText(`tags.${at + 1}.member.value`, String(tag['Value'] ?? ''), forms.tagValue),
      ]),
    )
  },
  tagKeys: (where, input) => firstOf(textsOf(input, where).map((key) => checkText(where, key, forms.tagKey))),
  entities: (where, input) => firstOf(textsOf(input, where).map((one) => checkText(where, one, forms.entity))),
  actionNames: (where, input) => firstOf(textsOf(input, where).map((one) => checkText(where, one, forms.actionNames))),
  resourceNames: (where, input) =>
    firstOf(textsOf(input, where).map((one) => checkText(where, one, forms.resourceNames))),
  policyArns: () => null,
  contextEntries: () => null,
}

const checkOne = (where: string, value: Parameter, formName: FormName, input: Parameters): Refused | null => {
  const list = listChecks[formName]
  if (list !== undefined) return list(where, input)
  return typeof value === 'string'
    ? checkText(where, value, forms[formName])
    : complaint(lowerFirst(where), 'of a structure', 'be text')
}

/** Null where all is well. A parameter that the operation's table does not know is a loud 501: the sandbox would ignore it. */
export const checkParameters = (input: Parameters, takes: Takes): Refused | null => {
  const known = new Map(
    Object.entries(takes).map(([key, form]) => [key.replace(/\?$/, ''), { form, required: !key.endsWith('?') }]),
  )
  const strange = Object.keys(input).find((given) => !known.has(given))
  if (strange !== undefined) return refuse.notServed(`The sandbox does not serve the parameter ${strange}.`)
  return firstOf(
    [...known].map(([parameter, { form, required }]) => {
      const value = Object.hasOwn(input, parameter) ? input[parameter] : undefined
      if (value !== undefined) return checkOne(parameter, value, form, input)
      return required ? complaint(lowerFirst(parameter), 'null', 'not be null') : null
    }),
  )
}
