// What a collector is: it reads one section of one place, whole, or says what it lacks, or why it could not.

import type { Section } from '../core/inventory/contents.ts'
import type { InventoryLine } from '../core/inventory/line.ts'
import type { Collected } from '../core/inventory/merge.ts'
import type { Answer } from '../core/model/edge-error.ts'
import type { IdentityCenterHome } from '../core/model/settings.ts'
import type { Aws } from '../edges/aws/aws.ts'

export interface Collecting {
  readonly aws: Aws
  /** Twelve digits. */
  readonly account: string
  /** Where AWS is asked first (settings, `region`). */
  readonly region: string
  /** Where Identity Center is worked from; null: settings name none. */
  readonly center: IdentityCenterHome | null
  /** What is known of the place from before: what did not change need not be read again. */
  before(): readonly InventoryLine[]
}

export interface Collector {
  readonly section: Section
  /** In words, for whoever waits. */
  readonly says: string
  collect(asked: Collecting): Promise<Answer<Collected>>
}
