// The table of what is collected, by the sort of place that it is read from.

import { access } from './access.ts'
import { awsPolicies } from './aws-policies.ts'
import { center } from './center.ts'
import type { Collector } from './collector.ts'
import { resources } from './resources/resources.ts'

export const COLLECTORS = {
  account: [resources, access],
  center: [center],
  aws: [awsPolicies],
} as const satisfies Readonly<Record<string, readonly Collector[]>>

export type PlaceSort = keyof typeof COLLECTORS
