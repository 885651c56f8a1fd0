// Whether the record is whole, and what it tells of the schedules.

import { type Instant, writeDuration } from '../../core/model/time.ts'
import { latenessOf, latenessText } from '../../core/report/lateness.ts'
import { type Check, fine, note } from '../check.ts'
import { unseen } from './branches.ts'
import type { Facts } from './facts.ts'

/** Seconds. An hourly schedule that has not run for a day is dead. */
const SILENT = 86_400

const since = (now: Instant, then: Instant): number => now - then

export function recordChecks({ ledger, now }: Facts): readonly Check[] {
  const about = 'record'
  if (ledger.is === 'unknown') {
    if (ledger.because.kind === 'garbage')
      return [
        {
          state: 'danger',
          about,
          says: `IT IS NOT WHOLE: ${ledger.because.said}`,
          cure: 'nothing is given until it is; look who wrote to its branch, and put the last whole commit back',
        },
      ]
    if (ledger.because.kind === 'not-found') return [note(about, ledger.because.said)]
    return [unseen(about, ledger)]
  }
  const { lines, ledger: told } = ledger.value
  const last = lines.at(-1)
  const late = latenessOf(told, now)
  const spoken = latenessText(late)
  return [
    fine(about, `${lines.length} lines, each names the one before it`),
    ...(spoken === null ? [] : [note('ends', spoken)]),
    ...(late.overdue.length === 0
      ? []
      : [
          {
            state: 'danger' as const,
            about: 'ends',
            says: `${late.overdue.length} stand long past their end`,
            cure: 'look at the last runs of expire; start it by hand: gh workflow run expire.yml',
          },
        ]),
    ...(last !== undefined && told.granted.size > 0 && since(now, last.at) > SILENT && late.overdue.length > 0
      ? [
          {
            state: 'danger' as const,
            about: 'runs',
            says: `nothing was recorded for ${writeDuration(since(now, last.at))}`,
            cure: 'look whether the schedules run',
          },
        ]
      : []),
  ]
}
