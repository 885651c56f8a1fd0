// What an ARN names by AWS's data, and which parts access to it has: the thing itself, what lies in it, what a prefix leaves of it.

import type { OneResource, Part } from '../model/permissions.ts'
import { readArn } from './arn.ts'
import { NAME, slashes } from './doable.ts'
import type { ResourceKnowledge } from './knowledge.ts'
import { contains } from './wildcard.ts'

/** A part of a resource, with the templates of the actions that can be done there. */
export interface Limb {
  readonly templates: readonly string[]
  readonly part: Part
}

export interface Anatomy {
  readonly services: readonly string[]
  readonly limbs: readonly Limb[]
}

export type AnatomyRead = Anatomy | { readonly problem: string }

const BUCKET = `arn:*:s3:::${NAME}`
const OBJECTS = '/*'

/** The bucket's own actions that S3 can limit to a prefix (Amazon S3 user guide, condition key s3:prefix). */
const BY_PREFIX = ['s3:ListBucket', 's3:ListBucketVersions']

/** What AWS checks besides what its templates say (CloudWatch Logs user guide: most actions want `:*` after a log group). */
const ALSO: Readonly<Record<string, readonly string[]>> = { 'arn:*:logs:*:*:log-group:*': [':*'] }

const plain = (template: string): string => template.replace(NAME, '*')

const isKindOf = (template: string, arn: string): boolean =>
  contains(plain(template), arn) && !(template.endsWith(NAME) && slashes(arn) > slashes(template))

const letters = (template: string): number => plain(template).replaceAll('*', '').length

/** The templates that say most about the ARN. */
function mostSpecific(templates: readonly string[], arn: string): readonly string[] {
  const fitting = templates.filter((template) => isKindOf(template, arn))
  const most = Math.max(...fitting.map(letters))
  return fitting.filter((template) => letters(template) === most)
}

/** What the ARNs of things that lie in it add to its own. */
function within(own: readonly string[], templates: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>()
  for (const outer of own.map(plain))
    for (const template of templates) {
      const end = plain(template).startsWith(outer) ? plain(template).slice(outer.length) : ''
      if (/^[/:]/.test(end)) ends.set(end, [...(ends.get(end) ?? []), template])
    }
  return ends
}

const whole = (arn: string): Part => ({ arn, only: null, when: {} })

function limbsOf(arn: string, own: readonly string[], templates: readonly string[]): readonly Limb[] {
  const also = own.flatMap((template) => ALSO[template] ?? [])
  return [
    { templates: own, part: whole(arn) },
    ...also.map((end): Limb => ({ templates: own, part: whole(`${arn}${end}`) })),
    ...[...within(own, templates)].map(([end, inner]): Limb => ({ templates: inner, part: whole(`${arn}${end}`) })),
  ]
}

/** Of a bucket: its objects whose keys begin so, and the listing of them. */
function prefixedLimbs(arn: string, prefix: string, templates: readonly string[]): readonly Limb[] {
  const objects = within([BUCKET], templates).get(OBJECTS) ?? []
  return [
    { templates: objects, part: whole(`${arn}/${prefix}*`) },
    { templates: [BUCKET], part: { arn, only: BY_PREFIX, when: { StringLike: { 's3:prefix': [`${prefix}*`] } } } },
  ]
}

export function anatomyOf({ arn, prefix }: OneResource, resources: ResourceKnowledge): AnatomyRead {
  const read = readArn(arn)
  if ('problem' in read) return read
  const services = resources.servicesOn(read.arn.service)
  const templates = services.flatMap((service) => resources.templatesOf(service))
  const own = mostSpecific(templates, arn)
  if (own.length === 0)
    return { problem: `AWS is not known to have anything of which this could be the ARN (data of ${resources.asOf})` }
  if (prefix === null) return { services, limbs: limbsOf(arn, own, templates) }
  if (!own.includes(BUCKET)) return { problem: 'only buckets of S3 have prefixes' }
  return { services, limbs: prefixedLimbs(arn, prefix, templates) }
}
