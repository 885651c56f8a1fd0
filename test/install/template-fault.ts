// What a CloudFormation template says that AWS's own description of its resources does not know.

import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec'

const database = await loadAwsServiceSpec()

type Anything = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Anything =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The one key of a function of CloudFormation: its value is whatever it makes. */
const isFunction = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).length === 1 && /^(Ref|Fn::\w+)$/.test(Object.keys(value)[0] ?? '')

const RESOURCE_KEYS = [
  'Type',
  'Properties',
  'Condition',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
]

/** Each a sentence; none for a template that AWS's resource schemas describe. */
export function templateFaults(template: unknown): readonly string[] {
  if (!isObject(template) || !isObject(template['Resources'])) return ['there are no resources']
  const resources = template['Resources']
  const known = new Set([
    ...Object.keys(resources),
    ...Object.keys(isObject(template['Parameters']) ? template['Parameters'] : {}),
  ])
  const faults = Object.entries(resources).flatMap(([name, resource]) => {
    if (!isObject(resource) || typeof resource['Type'] !== 'string') return [`${name} has no type`]
    const strange = Object.keys(resource).filter((key) => !RESOURCE_KEYS.includes(key))
    const [spec] = database.lookup('resource', 'cloudFormationType', 'equals', resource['Type'])
    if (spec === undefined) return [`${name}: there is no ${resource['Type']}`]
    const properties = isObject(resource['Properties']) ? resource['Properties'] : {}
    const missing = Object.entries(spec.properties).flatMap(([key, { required }]) =>
      required === true && properties[key] === undefined ? [`${name} lacks ${key}`] : [],
    )
    const wrong = Object.entries(properties).flatMap(([key, value]) => {
      const property = spec.properties[key]
      if (property === undefined) return [`${name}: ${resource['Type']} has no ${key}`]
      const wanted = property.type.type
      const given = Array.isArray(value) ? 'array' : typeof value === 'object' ? 'json' : typeof value
      if (isFunction(value) || wanted === given || (wanted === 'integer' && Number.isInteger(value))) return []
      if (['json', 'ref', 'tag', 'union'].includes(wanted) || (wanted === 'array' && given === 'array')) return []
      return [`${name}: ${key} is ${given}, AWS takes ${wanted}`]
    })
    const depends =
      typeof resource['DependsOn'] === 'string' && !known.has(resource['DependsOn'])
        ? [`${name} depends on nothing`]
        : []
    return [...strange.map((key) => `${name} has ${key}`), ...missing, ...wrong, ...depends]
  })
  return [...faults, ...danglingIn(resources, known)]
}

function danglingIn(value: unknown, known: ReadonlySet<string>): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => danglingIn(entry, known))
  if (!isObject(value)) return []
  const ref = value['Ref']
  const own =
    typeof ref === 'string' && Object.keys(value).length === 1 && !known.has(ref) ? [`Ref ${ref} means nothing`] : []
  const text = value['Fn::Sub']
  const inside = typeof text === 'string' ? [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => name) : []
  const strange = inside
    .filter((name) => !name.startsWith('AWS::') && !known.has(name))
    .map((name) => `Sub ${name} means nothing`)
  return [...own, ...strange, ...Object.values(value).flatMap((entry) => danglingIn(entry, known))]
}
