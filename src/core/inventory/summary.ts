// What a refresh found, for the job's summary: what changed, what is old or incomplete, and a picture of how much there is where.

import { type Instant, writeInstant } from '../model/time.ts'
import { type Contents, isStale, type PlaceState, SECTIONS } from './contents.ts'

/** How many came, went and changed in a place, and some of them by name. */
export interface ChangeCount {
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly some: readonly string[]
}

export interface Told {
  readonly contents: Contents
  /** Place → what changed; places where nothing did are left out. */
  readonly changes: Readonly<Record<string, ChangeCount>>
}

const WIDEST = 24
const MOST_ROWS = 15
const MOST_PLACES = 30

/** Names and reasons come from AWS or the inventory's branch and could hold anything: they are shown as code, without what would end it. */
const code = (text: string): string => `\`${text.replace(/[`|\n\r]/g, ' ').slice(0, 120)}\``

const bar = (value: number, most: number): string =>
  '█'.repeat(Math.max(value === 0 ? 0 : 1, Math.round((WIDEST * value) / Math.max(1, most))))

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ')

function picture(title: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const rows = [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  if (rows.length === 0) return []
  const most = Math.max(...counts.values())
  const rest = rows.slice(MOST_ROWS)
  const left = rest.reduce((sum, [, count]) => sum + count, 0)
  return [
    '',
    `**By ${title}**`,
    '',
    '| | | |',
    '|---|--:|---|',
    ...rows.slice(0, MOST_ROWS).map(([name, count]) => `| ${code(name)} | ${number(count)} | ${bar(count, most)} |`),
    // All of them together may be far more than the longest bar stands for.
    ...(rest.length === 0 ? [] : [`| and ${rest.length} more | ${number(left)} |  |`]),
  ]
}

const summed = (pairs: Iterable<readonly [string, number]>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const [name, count] of pairs) counts.set(name, (counts.get(name) ?? 0) + count)
  return counts
}

export const resourcesIn = ({ regions }: PlaceState): number =>
  Object.values(regions).reduce((sum, count) => sum + count, 0)

const serviceOf = (type: string): string => type.slice(0, type.indexOf(':'))

const age = (asOf: Instant | null): string => (asOf === null ? 'never read' : `as of ${writeInstant(asOf)}`)

/** What of a place is old, and what of it is known to be missing. */
function shortcomings(name: string, { sections }: PlaceState): readonly string[] {
  return SECTIONS.flatMap((section): readonly string[] => {
    const { asOf, failed, partial } = sections[section]
    return [
      ...(failed === null ? [] : [`- 🟠 ${code(name)}, ${section}: ${age(asOf)}, since ${code(failed)}`]),
      ...Object.entries(partial).map(([region, why]) => `- ⚪ ${code(name)}, ${code(region)}: ${code(why)}`),
    ]
  })
}

const plural = (count: number, word: string): string => `${number(count)} ${word}${count === 1 ? '' : 's'}`

/** One line for whoever only looks at the log. */
export function sayContents({ contents, changes }: Told): string {
  const places = Object.values(contents.places)
  const sum = (which: 'added' | 'removed' | 'changed') =>
    number(Object.values(changes).reduce((all, change) => all + change[which], 0))
  const stale = places.filter(({ sections }) => SECTIONS.some((section) => isStale(sections[section]))).length
  const resources = places.reduce((all, place) => all + resourcesIn(place), 0)
  return `${plural(resources, 'resource')} in ${plural(places.length, 'place')}: ${sum('added')} added, ${sum('removed')} removed, ${sum('changed')} changed${stale === 0 ? '' : `; ${plural(stale, 'place')} kept from before`}`
}

export function summaryOf(told: Told): string {
  const { contents, changes } = told
  const places = Object.entries(contents.places).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const changed = Object.entries(changes).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const short = places.flatMap(([name, place]) => shortcomings(name, place))
  const more = (all: number, what: string): readonly string[] =>
    all > MOST_PLACES ? [`- … and ${all - MOST_PLACES} more ${what}`] : []
  return [
    `## ${short.some((line) => line.startsWith('- 🟠')) ? '🟠' : '🟢'} Inventory: ${sayContents(told)}`,
    ...(changed.length === 0
      ? []
      : ['', '| place | added | removed | changed | some of it |', '|---|--:|--:|--:|---|']),
    ...changed
      .slice(0, MOST_PLACES)
      .map(
        ([name, { added, removed, changed: other, some }]) =>
          `| ${code(name)} | ${number(added)} | ${number(removed)} | ${number(other)} | ${some.map(code).join(' ')} |`,
      ),
    ...(changed.length > MOST_PLACES ? ['', ...more(changed.length, 'places with changes')] : []),
    ...(short.length === 0
      ? []
      : ['', '**Old or incomplete**', '', ...short.slice(0, MOST_PLACES), ...more(short.length, 'of these')]),
    ...picture(
      'place',
      new Map(places.map(([name, place]) => [name, resourcesIn(place)] as const).filter(([, count]) => count > 0)),
    ),
    ...picture(
      'service',
      summed(
        places.flatMap(([, { counts }]) =>
          Object.entries(counts)
            .filter(([type]) => type.includes(':'))
            .map(([type, count]) => [serviceOf(type), count] as const),
        ),
      ),
    ),
    ...picture('region', summed(places.flatMap(([, { regions }]) => Object.entries(regions)))),
    '',
    `<sub>As of ${writeInstant(contents.asOf)}. What is here suggests; nothing is given or taken because of it.</sub>`,
    '',
  ].join('\n')
}
