// What a pull request's comment says: the verdict first, short enough for a phone, everything exact folded away.

import { severityOf } from '../model/finding.ts'
import { writeDuration } from '../model/time.ts'
import { cureOf, type Detail, placed, upTo } from './comment-parts.ts'
import { decisionLines, itemLines, requestTitle } from './comment-request.ts'
import { code, fence, markdown, prose } from './escape.ts'
import { failedSteps, inOrder, type RequestStory, type Story, type Tone } from './story.ts'
import { BECAUSE, DOES, day, EDGE, SKIPPED, several } from './words.ts'

/** First line of the comment: together with its author it tells which comment is ours. */
export const COMMENT_MARKER = '<!-- daypass:comment -->'

/** GitHub takes 65,536 characters in a comment. */
export const COMMENT_LIMIT = 65_000

const DETAILS: readonly Detail[] = [
  { requests: 100, items: 100, others: 100, exact: 400, calls: 200, text: 400 },
  { requests: 100, items: 50, others: 50, exact: 0, calls: 100, text: 300 },
  { requests: 40, items: 20, others: 20, exact: 0, calls: 0, text: 200 },
  { requests: 10, items: 8, others: 10, exact: 0, calls: 0, text: 120 },
  { requests: 3, items: 3, others: 3, exact: 0, calls: 0, text: 60 },
]

const TONES: Readonly<Record<Tone, string>> = { good: '🟢', waits: '🟡', bad: '🔴', quiet: '⚪' }

/** Markdown for the pull request; under `COMMENT_LIMIT` whatever the story holds. */
export function renderComment(story: Story): string {
  let written = ''
  for (const detail of DETAILS) {
    written = write(story, detail)
    if (written.length <= COMMENT_LIMIT) return written
  }
  return [COMMENT_MARKER, heading(story), footer(story)].join('\n\n')
}

const heading = ({ headline }: Story): string => `## ${TONES[headline.tone]} ${markdown(headline.says, 200)}`

function write(story: Story, detail: Detail): string {
  const requests = inOrder(story.requests)
  const blocks = [
    COMMENT_MARKER,
    heading(story),
    ...failures(story, detail),
    ...alarms(story, detail),
    ...upTo(detail.requests, requests, 'request', (request) => requestBlock(story, request, detail)),
    ...blockedBlock(story, detail),
    ...findingsBlock(story, detail),
    ...exactBlock(requests, detail),
    ...callsBlock(story, detail),
    ...(story.lateness === null ? [] : [`<sub>${markdown(story.lateness, 200)}</sub>`]),
    footer(story),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** GitHub draws a quote that begins with this word in red, with a sign. */
const caution = (lines: readonly string[]): string => ['> [!CAUTION]', ...lines.map((line) => `> ${line}`)].join('\n')

function failures(story: Story, detail: Detail): readonly string[] {
  const failed = failedSteps(story)
  if (failed.length === 0) return []
  const lines = upTo(detail.others, failed, 'failed step', ({ step, outcome, took }) => {
    const why = `${EDGE[outcome.error.kind]} (${code(outcome.error.call, 80)}: ${markdown(outcome.error.said, detail.text)})`
    return took
      ? `- **COULD NOT TAKE AWAY**, because ${BECAUSE[step.because]}: ${markdown(step.says, detail.text)} — ${why}`
      : `- **Could not give** ${markdown(step.says, detail.text)} — ${why}`
  })
  return [caution(lines)]
}

const alarms = (story: Story, detail: Detail): readonly string[] =>
  story.alarms.length === 0
    ? []
    : [caution(upTo(detail.others, story.alarms, 'alarm', (alarm) => `- ${prose(alarm, detail.text)}`))]

const requestBlock = (story: Story, request: RequestStory, detail: Detail): string =>
  [
    requestTitle(story, request, detail),
    itemLines(request, detail),
    decisionLines(story, request, detail),
    request.reach.length === 0
      ? ''
      : `**How to use it**\n${fence(request.reach.slice(0, detail.items), '', detail.text)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')

/** What should be gone and is there is worse than what should be there and is not. */
const HEADINGS = [
  ['takes', 'Cannot be taken away'],
  ['gives', 'Cannot be given'],
] as const

const blockedBlock = (story: Story, detail: Detail): readonly string[] =>
  HEADINGS.flatMap(([effect, heading]) => {
    const blocked = story.blocked.filter(({ does = 'gives' }) => does === effect)
    const rows = upTo(detail.others, blocked, 'reason', ({ because, cure, at }) => {
      const place = at === undefined ? '' : ` ${placed(story, at)}`
      return `- ${prose(because, detail.text)}${place}${cureOf(cure, '\n  ', detail)}`
    })
    return rows.length === 0 ? [] : [`### 🔴 ${heading}\n\n${rows.join('\n')}`]
  })

const SEVERITIES = { error: '🔴', warning: '⚠️', note: 'ℹ️' } as const

function findingsBlock(story: Story, detail: Detail): readonly string[] {
  if (story.findings.length === 0) return []
  const order = ['error', 'warning', 'note'] as const
  const sorted = story.findings.toSorted((a, b) => order.indexOf(severityOf(a)) - order.indexOf(severityOf(b)))
  const rows = upTo(detail.others, sorted, 'finding', (finding) => {
    const says = `${prose(finding.message, detail.text)} ${placed(story, finding.at)}`
    return `- ${SEVERITIES[severityOf(finding)]} ${says}${cureOf(finding.cure, '\n  ', detail)}`
  })
  return [`### ${several(story.findings.length, 'finding')} in the files\n\n${rows.join('\n')}`]
}

const folded = (title: string, inside: string): string =>
  `<details><summary>${title}</summary>\n\n${inside}\n\n</details>`

const leftOutLine = (actions: readonly string[]): readonly string[] =>
  actions.length === 0
    ? []
    : [
        '',
        `Not in it, because AWS can limit ${actions.length === 1 ? 'it' : 'them'} to no part of this: ${upToSome(actions)}.`,
      ]

const SOME = 30

const upToSome = (actions: readonly string[]): string =>
  [
    ...actions.slice(0, SOME).map((action) => code(action, 120)),
    ...(actions.length > SOME ? [`… and ${actions.length - SOME} more`] : []),
  ].join(', ')

function exactBlock(requests: readonly RequestStory[], detail: Detail): readonly string[] {
  const items = requests.flatMap(({ items }) => items).filter(({ exact }) => exact.length > 0)
  const shown = items.slice(0, detail.items)
  if (shown.length === 0 || detail.exact === 0) return []
  const blocks = shown.map(({ says, target, exact, leftOut }) => {
    const json = exact[0]?.startsWith('{') === true ? 'json' : ''
    const left = exact.length - detail.exact
    const lines = [...exact.slice(0, detail.exact), ...(left > 0 ? [`… and ${several(left, 'line')} more`] : [])]
    return [
      `${markdown(says, detail.text)} in ${markdown(target, 80)}:`,
      fence(lines, json),
      ...leftOutLine(leftOut),
    ].join('\n')
  })
  const more = items.length > shown.length ? [`… and ${several(items.length - shown.length, 'item')} more`] : []
  return [folded('Exact permissions', [...blocks, ...more].join('\n\n'))]
}

function callsBlock(story: Story, detail: Detail): readonly string[] {
  const { steps, outcomes } = story
  const calls = steps.reduce((sum, step) => sum + step.calls.length, 0)
  if (steps.length === 0) return []
  const what = outcomes.length > 0 ? 'What was done' : 'What happens after the merge'
  const title = `${what}: ${several(steps.length, 'step')}, ${several(calls, 'call')}`
  if (detail.calls === 0) return [`<sub>${title}; too long to show here.</sub>`]
  const ends = new Map(outcomes.map((outcome) => [String(outcome.step), outcome]))
  const lines = steps.slice(0, detail.calls).flatMap((step) => {
    const outcome = ends.get(step.id)
    const end = outcome === undefined ? '' : `  [${outcome.is === 'skipped' ? SKIPPED[outcome.because] : outcome.is}]`
    const top = `${DOES[step.do]}: ${step.says}, because ${BECAUSE[step.because]}${end}`
    return [top, ...step.calls.map((call) => `    ${call.effect.padEnd(8)} ${call.op} ${JSON.stringify(call.with)}`)]
  })
  const left = steps.length + calls - detail.calls
  const shown = [...lines.slice(0, detail.calls), ...(left > 0 ? [`… and ${several(left, 'line')} more`] : [])]
  return [folded(title, fence(shown, '', detail.text))]
}

function footer({ basis, head, now, requests }: Story): string {
  const seen = {
    live: () => 'compared with the cloud just now',
    snapshot: (asOf: typeof now) => `compared with the cloud of ${day(asOf)} (${writeDuration(now - asOf)} old)`,
    git: () => 'from the files alone; the cloud was not looked at',
  }
  const how = basis.is === 'snapshot' ? seen.snapshot(basis.asOf) : seen[basis.is]()
  const commit = head === null ? '' : `${code(head.slice(0, 12))} at `
  const clock = requests.some(({ window }) => window.is === 'after merge')
    ? ' · time runs from the merge, time in a merge queue included'
    : ''
  return `<sub>Daypass · ${commit}${day(now)} · ${how}${clock}</sub>`
}
