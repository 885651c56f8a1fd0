// What the comment says about one request: who gets what until when, and whose approval is missing.

import { writeDuration } from '../model/time.ts'
import { cureOf, type Detail, linked, placed, upTo } from './comment-parts.ts'
import { code, markdown, prose } from './escape.ts'
import {
  failedSteps,
  type ItemStory,
  itemsInOrder,
  type Missing,
  type RequestStory,
  type Story,
  type WhenStory,
} from './story.ts'
import { day, STATES, several } from './words.ts'

/** `2h from the merge`, or from when until when. */
export function whenText(window: WhenStory): string {
  if (window.is === 'window') {
    const [from, until] = [day(window.from), day(window.until)]
    const sameDay = from.slice(0, 10) === until.slice(0, 10)
    return `${from.replace(' UTC', '')} to ${sameDay ? until.slice(11) : until}`
  }
  const from = window.from === null ? '' : `, not before ${day(window.from)}`
  return `${writeDuration(window.seconds)} from the merge${from}`
}

export function requestTitle(story: Story, request: RequestStory, detail: Detail): string {
  const { person, requester, reason, ticket, window, state } = request
  // The headline speaks of a request that is alone, unless something failed.
  const told = story.requests.length === 1 && failedSteps(story).length === 0
  const sign = told ? '' : `${STATES[state].sign} ${STATES[state].word} · `
  const asked = requester !== null && requester !== person ? [`asked for by **${markdown(requester, 80)}**`] : []
  const facts = [
    linked(story, request.id, { file: request.path, line: 1 }),
    ...(ticket === null ? [] : [code(ticket, 60)]),
  ]
  return [
    `### ${sign}${markdown(person, 80)} · ${whenText(window)}`,
    reason === null ? '' : `> ${markdown(reason, detail.text)}`,
    [...facts, ...asked].join(' · '),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const SHORT: Readonly<Record<ItemStory['ends'], string>> = {
  'by itself': 'ends by itself',
  'for new sessions only': '⚠️ ends by itself for new sessions only',
  'only when taken away': '⚠️ does not end by itself: it lasts until Daypass takes it away',
}

/** Items under their targets, the most dangerous first; what ends by itself is said once where all of it does. */
export function itemLines({ items }: RequestStory, detail: Detail): string {
  const shown = itemsInOrder(items).slice(0, detail.items)
  const same = new Set(items.map(({ ends }) => ends)).size === 1
  const targets = new Map<string, ItemStory[]>()
  for (const item of shown) {
    const key = `**${markdown(item.target, 80)}** · ${code(item.account, 40)}`
    targets.set(key, [...(targets.get(key) ?? []), item])
  }
  const groups = [...targets].map(([target, inside]) =>
    [target, ...inside.map((item) => itemLine(item, same, detail))].join('\n'),
  )
  const left = items.length - shown.length
  const first = items[0]
  return [
    ...groups,
    ...(left > 0 ? [`- … and ${several(left, 'item')} more`] : []),
    ...(same && first !== undefined ? [endsOfAll(first.ends, items.length)] : []),
  ].join('\n\n')
}

function endsOfAll(ends: ItemStory['ends'], count: number): string {
  if (ends === 'by itself') return count === 1 ? '⏱️ It ends by itself.' : '⏱️ All of it ends by itself.'
  return `**${SHORT[ends]}.**`
}

function itemLine(item: ItemStory, same: boolean, detail: Detail): string {
  const because = item.escalating.slice(0, 5).map((one) => code(one, 60))
  const more = item.escalating.length > because.length ? ', …' : ''
  const risk = {
    low: '',
    high: '🟠 **high risk** · ',
    escalating: `🔴 **could be turned into lasting access**${because.length === 0 ? '' : ` (${because.join(', ')}${more})`} · `,
  }[item.risk]
  const bundle = item.bundle === null ? '' : ` · from ${code(item.bundle, 60)}`
  return `- ${risk}${markdown(item.says, detail.text)}${bundle}${same ? '' : ` · ${SHORT[item.ends]}`}`
}

/** Of the ways in which one rule can be satisfied. */
const MOST_WAYS = 5

const ruled = (story: Story, rule: string, at: Missing['at']): string =>
  `rule ${at === null ? code(rule, 80) : linked(story, rule, at)}`

/** The first `most` of them in a sentence, and how many were left out. */
function listed(most: number, people: readonly string[], show: (person: string) => string): string {
  const left = people.length - most
  return `${people.slice(0, most).map(show).join(', ')}${left > 0 ? ` and ${several(left, 'other')}` : ''}`
}

function wayLine(story: Story, way: Missing): string {
  const who = way.people.length === 0 ? '' : ` (${listed(8, way.people, (person) => markdown(person, 40))})`
  const needs = `**${several(way.approvals, 'approval')}** by **${markdown(way.of, 120)}**`
  return `${needs}${who} — ${ruled(story, way.rule, way.at)}`
}

export function decisionLines(story: Story, request: RequestStory, detail: Detail): string {
  const { breakGlass, emergency, provided } = request
  return [
    ...(breakGlass === null ? [] : [`🔴 **BREAK GLASS** · ${prose(breakGlass, detail.text)}`]),
    verdictLines(story, request, detail),
    ...(emergency === null ? [] : [`🚨 ${prose(emergency, detail.text)}`]),
    ...(provided === null ? [] : [`ℹ️ ${prose(provided, detail.text)}`]),
  ].join('\n\n')
}

function verdictLines(story: Story, request: RequestStory, detail: Detail): string {
  const { decision } = request
  if (decision.is === 'settled') return `✅ ${prose(decision.says, detail.text)}`
  if (decision.is === 'undecided') return `⚪ Not decided yet: ${prose(decision.because, detail.text)}`
  if (decision.is === 'allowed') {
    const { approvers } = decision
    const who =
      approvers.length === 0
        ? 'nobody has to approve'
        : `approved by ${listed(20, approvers, (person) => `**${markdown(person, 40)}**`)}`
    return `✅ Allowed: ${who} — ${ruled(story, decision.rule, decision.at)}`
  }
  if (decision.is === 'refused')
    return upTo(detail.others, decision.objections, 'objection', ({ says, cure, rule, at }) => {
      const place = rule === null ? (at === null ? '' : ` ${placed(story, at)}`) : ` — ${ruled(story, rule, at)}`
      return `⛔ ${prose(says, detail.text)}${place}${cureOf(cure, '\n', detail)}`
    }).join('\n\n')
  const until = decision.until === null ? '' : ` (until ${day(decision.until)})`
  const missing = upTo(detail.others, decision.missing, 'approval', (ways) => {
    const left = ways.length - MOST_WAYS
    const lines = ways.slice(0, MOST_WAYS).map((way) => wayLine(story, way))
    return `- ${[...lines, ...(left > 0 ? [`in ${several(left, 'other way')}`] : [])].join('\n  - or ')}`
  })
  return [`⏳ **Still missing**${until}:`, ...missing].join('\n')
}
