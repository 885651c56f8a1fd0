// What has been proved so far in this run, version by version.

import type { Verdict } from '../approval/proof-verdict.ts'
import type { VersionId } from '../model/id.ts'

/** A version that is not in the map has not been asked about yet. */
export type Verdicts = ReadonlyMap<VersionId, Verdict>

export const NOTHING_ASKED: Verdicts = new Map()

export const isProved = (verdicts: Verdicts, version: VersionId): boolean => verdicts.get(version)?.is === 'proved'
