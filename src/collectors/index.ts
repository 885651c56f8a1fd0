// The table of what is collected of every account.

import { access } from './access.ts'
import type { Collector } from './collector.ts'
import { resources } from './resources/resources.ts'

export const COLLECTORS = [resources, access] as const satisfies readonly Collector[]
