// What a collector is: it reads one section of one place, whole, or says what it lacks, or why it could not.

import type { Section } from '../core/inventory/contents.ts'
import type { Collected } from '../core/inventory/merge.ts'
import type { Answer } from '../core/model/edge-error.ts'
import type { Aws } from '../edges/aws/aws.ts'

export interface Collecting {
  readonly aws: Aws
  /** Twelve digits. */
  readonly account: string
  /** Where AWS is asked first (settings, `region`). */
  readonly region: string
}

export interface Collector {
  readonly section: Section
  /** In words, for whoever waits. */
  readonly says: string
  collect(asked: Collecting): Promise<Answer<Collected>>
}
