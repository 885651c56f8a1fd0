// What an item `resource: …` asks for: a level of access to one resource, or a policy limited to it.

import type { ResourceItem } from '../documents/shapes.ts'
import type { Finding } from '../model/finding.ts'
import { id } from '../model/id.ts'
import type { OneResource } from '../model/permissions.ts'
import { hasWildcard } from '../policy/wildcard.ts'
import { elsewhere, namedElsewhere } from './elsewhere.ts'
import type { Kind, PlaceIn } from './kind.ts'
import { facetValues, readNamed } from './named.ts'
import { arnProblem, reachOf } from './resources.ts'

/** Keys of S3 objects have at most 1,024 bytes (Amazon S3 user guide); IAM takes no other letters in a policy. */
const LONGEST_PREFIX = 1024
const IN_POLICIES = /^[ -~\u00a1-\u00ff]+$/

function prefixProblem(prefix: string): string | null {
  if (/[*?]|\$\{/.test(prefix)) return 'it is taken literally, so `*`, `?` and variables have no place in it'
  if (!IN_POLICIES.test(prefix)) return 'IAM takes no such letters in a policy'
  return new TextEncoder().encode(prefix).length > LONGEST_PREFIX ? `keys have at most ${LONGEST_PREFIX} bytes` : null
}

const isBucket = (arn: string): boolean => /^arn:[^:]*:s3:::[^/]+$/.test(arn)

function findingsIn({ resource, level, policy, prefix }: ResourceItem, at: PlaceIn): readonly Finding[] {
  const problem = arnProblem(resource)
  const findings: Finding[] = []
  if (problem !== null)
    findings.push({
      code: 'arn-syntax',
      at: at(['resource']),
      message: `\`${resource}\` does not name a resource: ${problem}.`,
      cure: 'Write an ARN such as arn:aws:s3:::orders-exports, as `daypass search` shows it.',
    })
  if ((level === undefined) === (policy === undefined))
    findings.push({
      code: 'resource-level',
      at: at(level === undefined ? [] : ['policy']),
      message:
        level === undefined
          ? 'Nothing says how much may be done with the resource.'
          : 'A resource is asked for with a level or with a policy, not with both.',
      cure: 'Write `level: read`, `level: write` or `level: admin`, or `policy:` with the policy to limit to it.',
    })
  if (prefix === undefined) return findings
  const unfit = isBucket(resource) ? prefixProblem(prefix) : 'only a bucket of S3 has prefixes'
  if (unfit !== null)
    findings.push({
      code: 'prefix-syntax',
      at: at(['prefix']),
      message: `The prefix \`${prefix}\` cannot limit \`${resource}\`: ${unfit}.`,
      cure: 'Write how the keys begin, for instance 2026/12/, and name the bucket alone; or leave the prefix out.',
    })
  return findings
}

const whereIn = (arn: string, prefix: string | null): string =>
  prefix === null ? arn : `what begins with ${prefix} in ${arn}`

interface How {
  readonly of: OneResource['of']
  readonly key: string
  readonly facets: Readonly<Record<string, readonly string[]>>
  says(where: string): string
}

function howIn({ level = 'read', policy }: ResourceItem, at: PlaceIn): How | { readonly findings: readonly Finding[] } {
  if (policy === undefined)
    return {
      of: { is: 'level', level },
      key: level,
      facets: { level: [level] },
      says: (where) => `${level} on ${where}`,
    }
  const read = readNamed('policy', policy, at(['policy']))
  if ('findings' in read) return read
  return {
    of: { is: 'policy', policy: read.ref },
    key: `policy ${policy}`,
    facets: { policy: facetValues(read.ref, read.name) },
    says: (where) => `the policy ${read.name} on ${where}`,
  }
}

export const resource: Kind<ResourceItem> = {
  kind: 'resource',
  keys: ['resource', 'level', 'policy', 'prefix'],
  read(raw, at) {
    const findings = findingsIn(raw, at)
    const how = howIn(raw, at)
    if (findings.length > 0 || 'findings' in how)
      return { findings: [...findings, ...('findings' in how ? how.findings : [])] }
    const { resource: arn, prefix = null } = raw
    return {
      entitlement: {
        kind: id('resource'),
        what: `resource:${how.key} on ${arn}${prefix === null ? '' : ` from ${prefix}`}`,
        says: how.says(whereIn(arn, prefix)),
        permissions: { form: 'resource', arn, prefix, of: how.of },
        facets: { ...how.facets, resource: [arn], reach: [reachOf([arn])] },
        ...(hasWildcard(arn) ? {} : { thing: arn }),
        at: at([]),
      },
    }
  },
  check({ permissions }, where, at) {
    if (permissions.form !== 'resource') return []
    const { arn, of } = permissions
    return [...elsewhere(arn, where, at), ...(of.is === 'policy' ? namedElsewhere(of.policy, where, at) : [])]
  },
}
