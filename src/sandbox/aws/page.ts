// Which part of a list one page shows.

import type { Structure } from './answer.ts'
import { type Refused, refuse } from './answer.ts'
import { type Parameters, textOf } from './query.ts'

export interface Page<T> {
  readonly is: 'page'
  readonly items: readonly T[]
  /** `IsTruncated` and, where there is more, `Marker`. */
  readonly more: Structure
}

const defaultItems = 100

/** AWS may serve fewer than `MaxItems` and still say that there is more; the sandbox does so at every `pageSize`. */
export const pageOf = <T>(items: readonly T[], input: Parameters, pageSize: number): Page<T> | Refused => {
  const marker = textOf(input, 'Marker')
  const from =
    marker === undefined
      ? 0
      : Number(
          Buffer.from(marker, 'base64url')
            .toString()
            .replace(/^from:/, ''),
        )
  if (!Number.isInteger(from) || from < 0) return refuse.validationError('Invalid Marker.')
  const to = from + Math.min(Number(textOf(input, 'MaxItems') ?? defaultItems), pageSize)
  const truncated = to < items.length
  return {
    is: 'page',
    items: items.slice(from, to),
    more: truncated
      ? { IsTruncated: true, Marker: Buffer.from(`from:${to}`).toString('base64url') }
      : { IsTruncated: false },
  }
}
