// What the sandbox's AWS knows of one account's Resource Explorer: where it indexes, what it has seen, and how late it is.

import type { Named } from '../world.ts'

export interface IndexedResource {
  readonly arn: string
  /** `global` for what lies in no region. */
  readonly region: string
  readonly service: string
  /** `s3:bucket` */
  readonly type: string
  readonly tags: Named<string>
  /** Seconds since the epoch: since when it is there, and, if it is not any more, since when not. */
  readonly since: number
  readonly gone?: number
}

export interface ExplorerIndex {
  readonly type: 'LOCAL' | 'AGGREGATOR'
  readonly state: 'CREATING' | 'ACTIVE' | 'UPDATING'
}

export interface ExplorerView {
  readonly name: string
  readonly region: string
  /** Empty: everything. */
  readonly filter: string
  /** Whether it shows tags. */
  readonly tags: boolean
}

export interface Explorer {
  /** Regions of the account; what is not listed is not enabled. */
  readonly regions: readonly string[]
  /** Indexes that the account made for itself, by region. */
  readonly indexes: Named<ExplorerIndex>
  readonly views: readonly ExplorerView[]
  /** Region → name of its default view. */
  readonly defaults: Named<string>
  readonly resources: readonly IndexedResource[]
  /** Seconds until an index shows what came, and forgets what went. */
  readonly lag: number
}

export interface ExplorerDraft extends Partial<Omit<Explorer, 'resources'>> {
  /** ARN → its tags, or what else is to be said of it. */
  readonly resources?: Readonly<Record<string, Partial<IndexedResource>>>
}

/** Region of what AWS keeps nowhere in particular. */
const regionOf = (arn: string): string => arn.split(':')[3] || 'global'

/** The type that Resource Explorer gives what such an ARN names, as far as stories need it. */
function typeOf(arn: string): string {
  const [, , service = '', , , ...rest] = arn.split(':')
  const resource = rest.join(':')
  const named = /^([a-z][\w-]*)[/:]/i.exec(resource)?.[1]
  return `${service}:${named ?? { s3: 'bucket', sqs: 'queue', sns: 'topic' }[service] ?? 'resource'}`
}

export const indexed = (arn: string, more: Partial<IndexedResource> = {}): IndexedResource => ({
  arn,
  region: regionOf(arn),
  service: arn.split(':')[2] ?? '',
  type: typeOf(arn),
  tags: {},
  since: 0,
  ...more,
})

/** An aggregator in the first region, local indexes in the others, and a default view of everything with its tags. */
export function explorer(draft: ExplorerDraft): Explorer {
  const regions = draft.regions ?? ['eu-west-1', 'us-east-1']
  const [home = 'eu-west-1'] = regions
  return {
    regions,
    indexes:
      draft.indexes ??
      Object.fromEntries(
        regions.map((region) => [region, { type: region === home ? 'AGGREGATOR' : 'LOCAL', state: 'ACTIVE' }]),
      ),
    views: draft.views ?? [{ name: 'daypass', region: home, filter: '', tags: true }],
    defaults: draft.defaults ?? { [home]: 'daypass' },
    resources: Object.entries(draft.resources ?? {}).map(([arn, more]) => indexed(arn, more)),
    lag: draft.lag ?? 0,
  }
}
