// What a line of the record means to people: one sentence, and how loud it is.

import { canonicalJson } from '../core/model/canonical.ts'
import type { Instant } from '../core/model/time.ts'
import type { Entry, RecordLine } from '../core/report/record.ts'
import { BECAUSE, day, several } from '../core/report/words.ts'

export interface Notice {
  readonly at: Instant
  readonly tone: 'good' | 'bad' | 'quiet'
  /** May hold text of others: escape before showing. */
  readonly says: string
  /** Equal for the same news told twice. */
  readonly key: string
}

type Told = Pick<Notice, 'tone' | 'says'> | null
type Of<K extends Entry['is']> = Extract<Entry, { readonly is: K }>

/** A grant's key begins with its request, then its person. */
const people = (grants: Of<'granted'>['grants']): string =>
  [...new Set(grants.map(({ grant }) => grant.split('/')[1] ?? grant))].toSorted().join(', ')

const TOLD: { readonly [K in Entry['is']]: (entry: Of<K>) => Told } = {
  opened: () => null,
  proved: () => null,
  claimed: () => null,
  refused: ({ request, says }) => ({ tone: 'bad', says: `The request ${request} is refused: ${says}` }),
  granted: ({ grants, target, until }) => ({
    tone: 'good',
    says: `${people(grants)} has access in ${target} until ${day(until)}`,
  }),
  ended: ({ holding, target, because }) => ({
    tone: 'quiet',
    says: `Access in ${target} has ended, because ${BECAUSE[because]} (${holding})`,
  }),
  failed: ({ does, target, holding, says }) => ({
    tone: 'bad',
    says:
      does === 'takes'
        ? `COULD NOT TAKE AWAY access in ${target} (${holding}): ${says}`
        : `Could not give access in ${target} (${holding}): ${says}`,
  }),
  blocked: ({ request, because }) => ({ tone: 'bad', says: `The request ${request} is not given for now: ${because}` }),
  had: ({ request, says }) => ({ tone: 'quiet', says: `The request ${request} needs nothing: ${says}` }),
  withdrawn: () => null,
  brokeGlass: ({ request, by, until }) => ({
    tone: 'bad',
    says: `The glass was broken for the request ${request}: ${by.join(', ')} must review it until ${day(until)}`,
  }),
  reviewed: ({ request, by, verdict }) =>
    verdict === 'approved'
      ? { tone: 'good', says: `${by} reviewed the broken glass of ${request} and approves` }
      : { tone: 'bad', says: `${by} reviewed the broken glass of ${request} and objects` },
  told: () => null,
  closed: ({ failed }) =>
    failed === 0 ? null : { tone: 'bad', says: `The run ended with ${several(failed, 'failed step')}` },
}

function tellOne<K extends Entry['is']>(entry: Of<K> & { readonly is: K }): Told {
  return TOLD[entry.is](entry)
}

/** The news in some lines, oldest first; lines that are only bookkeeping say nothing. */
export const noticesOf = (lines: readonly RecordLine[]): readonly Notice[] =>
  lines.flatMap(({ at, run, entry }) => {
    const told = tellOne(entry)
    return told === null ? [] : [{ at, ...told, key: canonicalJson([run, entry]) }]
  })
