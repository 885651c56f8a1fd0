// In which targets an item of a request lies.

import type { AskedEntitlement } from './entitlement.ts'
import type { Located } from './place.ts'
import type { Line } from './request.ts'

/** Where its kind says, else in the accounts that the line names. */
export const whereOf = (line: Line, { target }: Pick<AskedEntitlement, 'target'>): readonly Located<string>[] =>
  target === undefined ? line.targets : [{ value: target, at: line.at }]
