// Which part of a list one page of a JSON call shows.

import type { Refused, Structure } from '../answer.ts'
import { refuseJson } from './answer.ts'
import { given, type JsonInput } from './forms.ts'

export interface Page<T> {
  readonly is: 'page'
  readonly items: readonly T[]
  /** `NextToken` where there is more. */
  readonly more: Structure
}

/** A page may be shorter than was asked for and still say that more follows. */
export function pageOf<T>(items: readonly T[], input: JsonInput, most: number): Page<T> | Refused {
  const token = given(input, 'NextToken')
  const from =
    token === undefined
      ? 0
      : Number(
          Buffer.from(token, 'base64url')
            .toString()
            .replace(/^from:/, ''),
        )
  if (!Number.isInteger(from) || from < 0) return refuseJson.validation('Invalid NextToken.')
  const asked = input['MaxResults']
  const to = from + Math.min(typeof asked === 'number' ? asked : most, most)
  return {
    is: 'page',
    items: items.slice(from, to),
    more: to < items.length ? { NextToken: Buffer.from(`from:${to}`).toString('base64url') } : {},
  }
}
