// The summary of a job as a sink: what the record says happened, as Markdown that is handed to whoever can write it.

import type { Answer } from '../core/model/edge-error.ts'
import { markdown } from '../core/report/escape.ts'
import { day, several } from '../core/report/words.ts'
import { type Notice, noticesOf } from './notice.ts'
import type { Sink } from './sink.ts'

/** GitHub takes 1 MiB for a step's summary; people read far less. */
const MOST = 500

const SIGNS: Readonly<Record<Notice['tone'], string>> = { good: '🟢', bad: '🔴', quiet: '⚪' }
const LOUDEST: readonly Notice['tone'][] = ['bad', 'good', 'quiet']

/** Loudest first; empty where there is no news. */
export function renderNotices(notices: readonly Notice[]): string {
  if (notices.length === 0) return ''
  const sorted = notices.toSorted((a, b) => LOUDEST.indexOf(a.tone) - LOUDEST.indexOf(b.tone))
  const rows = sorted.slice(0, MOST).map(({ tone, says, at }) => `- ${SIGNS[tone]} ${markdown(says, 500)} · ${day(at)}`)
  const left = notices.length - rows.length
  return [
    `### What happened`,
    '',
    ...rows,
    ...(left > 0 ? [`- … and ${several(left, 'more line')} in the record`] : []),
    '',
  ].join('\n')
}

export const summarySink = (write: (text: string) => Promise<Answer<'told'>>): Sink => ({
  name: 'job summary',
  tell: async (lines) => {
    const text = renderNotices(noticesOf(lines))
    return text === '' ? { is: 'known', value: 'told' } : write(text)
  },
})
