// What must not be overlooked, as issues that open, change and close by themselves: overdue revocations, broken glass.

import type { OpenGlass } from '../approval/afterwards.ts'
import type { Instant } from '../model/time.ts'
import { code, markdown } from '../report/escape.ts'
import { latenessOf } from '../report/lateness.ts'
import type { BrokenGlass, Granted, Ledger } from '../report/record.ts'
import { day, several } from '../report/words.ts'
import type { Gesture } from './gesture.ts'
import type { Alarm } from './thread.ts'

/** An issue that should be open. */
export type Wanted = Pick<Alarm, 'marker' | 'title' | 'body'>

const marked = (what: string): string => `<!-- daypass:alarm ${what.replace(/[^\w .-]/g, '')} -->`

const MOST = 50

const overdueRow = ({ target, holding, until }: Granted): string =>
  `- ${markdown(target, 80)}: ${code(holding, 160)}, ended ${day(until)}`

function overdueAlarm(overdue: readonly Granted[]): readonly Wanted[] {
  if (overdue.length === 0) return []
  const marker = marked('overdue')
  const left = overdue.length - MOST
  return [
    {
      marker,
      title: 'Daypass: access that should have been taken away is still there',
      body: [
        marker,
        `🔴 **${several(overdue.length, 'holding')} should have been taken away**, and by the record ${overdue.length === 1 ? 'is' : 'are'} still there:`,
        [...overdue.slice(0, MOST).map(overdueRow), ...(left > 0 ? [`- … and ${left} more`] : [])].join('\n'),
        'Where AWS ends access by itself it is denied already, and this is tidiness; group memberships and policies attached as they are still work. **What to do:** look at the newest run of `expire.yml`: does the schedule still run, and what does it say? Daypass closes this issue by itself.',
        '',
      ].join('\n\n'),
    },
  ]
}

function glassAlarm({ request, pull, by, until, at }: BrokenGlass, now: Instant): Wanted {
  // A request that was deleted may come again under its name, and each time is reviewed by itself.
  const marker = marked(`glass ${request} ${pull}`)
  const over = now >= until
  return {
    marker,
    title: `Daypass: broken glass to be reviewed: ${request}`,
    body: [
      marker,
      `${over ? '🔴 **The time to review this has passed.**' : '🟠'} The glass was broken for ${code(request, 80)} in #${pull} at ${day(at)}: access was given without approval.`,
      `**What to do:** ${by.map((one) => `**${markdown(one, 60)}**`).join(', ')}: look at what was done with it and review #${pull} until ${day(until)}, approving it or asking for changes. Asking for changes does not end the access: deleting the request's file, or a hold, does.`,
      `${over ? 'Every run is red until then. ' : ''}Daypass closes this issue by itself once the review is there.`,
      '',
    ].join('\n\n'),
  }
}

export const openGlass = ({ glass }: Pick<Ledger, 'glass'>): readonly (BrokenGlass & OpenGlass)[] =>
  [...glass].flatMap(([version, broken]) => (broken.reviewed === null ? [{ ...broken, version }] : []))

/** Every issue that should be open now, by the record. */
export const alarmsWanted = (ledger: Ledger, now: Instant): readonly Wanted[] => [
  ...overdueAlarm(latenessOf(ledger, now).overdue),
  ...openGlass(ledger)
    .map((glass) => glassAlarm(glass, now))
    .toSorted((a, b) => (a.marker < b.marker ? -1 : 1)),
]

/** Red lines of a run: glass that nobody reviewed in time. */
export const glassOverdue = (ledger: Ledger, now: Instant): readonly string[] =>
  openGlass(ledger)
    .filter(({ until }) => until <= now)
    .map(
      ({ request, by, until }) =>
        `The glass was broken for ${request}, and nobody reviewed it until ${day(until)}: ${by.join(', ')} must`,
    )

/** The newest issue of a marker is the one; any other of ours that is open is closed. */
export function alarmGestures(wanted: readonly Wanted[], there: readonly Alarm[]): readonly Gesture[] {
  const open = new Map(there.map((alarm) => [alarm.marker, alarm]))
  const kept = new Set<string>()
  const told = wanted.flatMap(({ marker, title, body }): Gesture[] => {
    const alarm = open.get(marker)
    if (alarm === undefined) return [{ do: 'open issue', title, body }]
    kept.add(alarm.node)
    return alarm.title === title && alarm.body.trim() === body.trim()
      ? []
      : [{ do: 'rewrite issue', issue: alarm.node, title, body }]
  })
  const over = there
    .filter(({ node }) => !kept.has(node))
    .map(({ node }): Gesture => ({ do: 'close issue', issue: node }))
  return [...told, ...over]
}
