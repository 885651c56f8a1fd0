// How a wish becomes the text of a request file: the same wish always gives the same bytes, and reads back as what it says.

import { stringify } from 'yaml'

/** One line of `access`: where, and what as the schema has it (`{bundle: …}`, `{policy: …}`, `{actions: …, on: …}`). */
export interface WishedLine {
  readonly account: string | readonly string[]
  readonly what: Readonly<Record<string, unknown>>
}

export interface Wish {
  readonly for: string
  readonly reason: string | null
  readonly ticket: string | null
  /** As people write them: `2h`; instants with their offset. */
  readonly duration: string | null
  readonly from: string | null
  readonly until: string | null
  readonly breakGlass: boolean
  /** Where the bot writes for somebody: the issue whose form was filled in, or the comment that asked for more time. */
  readonly issue: number | null
  readonly comment: number | null
  readonly extends: string | null
  readonly access: readonly WishedLine[]
}

export const NO_WISH: Omit<Wish, 'for' | 'access'> = {
  reason: null,
  ticket: null,
  duration: null,
  from: null,
  until: null,
  breakGlass: false,
  issue: null,
  comment: null,
  extends: null,
}

const OPTIONS = {
  lineWidth: 0,
  defaultStringType: 'PLAIN',
  defaultKeyType: 'PLAIN',
  version: '1.2',
  aliasDuplicateObjects: false,
} as const

export function writeRequest(wish: Wish): string {
  const { access, breakGlass, ...rest } = wish
  const facts = Object.entries({ ...rest, breakGlass: breakGlass ? true : null }).filter(([, value]) => value !== null)
  const order = ['for', 'reason', 'ticket', 'duration', 'from', 'until', 'breakGlass', 'issue', 'comment', 'extends']
  const sorted = facts.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return stringify(
    {
      ...Object.fromEntries(sorted),
      access: access.map(({ account, what }) => ({ account, ...what })),
    },
    OPTIONS,
  )
}
