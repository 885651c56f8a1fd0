// daypass search: looks through the inventory that this clone fetched last.

import { isStale, SECTIONS } from '../../core/inventory/contents.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { type Instant, instantOf, writeDuration, writeInstant } from '../../core/model/time.ts'
import { terminal as harmless, jsonLine } from '../../core/report/escape.ts'
import { findAll } from '../../core/search/find.ts'
import { nearNames } from '../../core/search/near.ts'
import { type Query, readQuery } from '../../core/search/query.ts'
import { reachedBy } from '../../core/search/reach.ts'
import { csvOf, hitRow, pathRow, type Row, tableOf } from '../../core/search/table.ts'
import { DATA_BRANCH } from '../../edges/git/data.ts'
import { EXIT } from '../exit.ts'
import { type KeptInventory, openKept, readKept } from '../inventory/kept.ts'
import { paletteFor } from '../palette.ts'
import { type Command, comeToNothing, textOf } from './command.ts'

const SHOWN = 50
const DAY = 86_400

interface Found {
  readonly rows: readonly Row[]
  /** What must be known of the answer. */
  readonly remarks: readonly string[]
}

const FEW = 5

const some = (texts: readonly string[]): string =>
  texts.length > FEW ? `${texts.slice(0, FEW).join(', ')} and ${texts.length - FEW} more` : texts.join(', ')

function found({ entries }: KeptInventory, { terms, reached }: Query): Found {
  if (reached === null) return { rows: findAll(entries, { terms }).map(hitRow), remarks: [] }
  const { paths, missing, more } = reachedBy(entries, terms, reached)
  return {
    rows: paths.map(pathRow),
    remarks: [
      ...(missing.length === 0 ? [] : [`Not looked into, since the inventory has no text of it: ${some(missing)}.`]),
      ...(more ? ['There are more pairs than are looked at: name who or what more closely.'] : []),
    ],
  }
}

/** How far the answer can be relied on. */
function shortcomings({ contents, strange }: KeptInventory, now: Instant): readonly string[] {
  const places = Object.entries(contents.places)
  const stale = places.filter(([, { sections }]) => SECTIONS.some((one) => isStale(sections[one])))
  const partial = places.filter(([, { sections }]) =>
    SECTIONS.some((one) => Object.keys(sections[one].partial).length > 0),
  )
  const age = now - contents.asOf
  return [
    ...(age > DAY
      ? [
          `The inventory is ${writeDuration(age - (age % DAY))} old: git fetch origin ${DATA_BRANCH}, or look at the workflow inventory.yml.`,
        ]
      : []),
    ...(stale.length === 0
      ? []
      : [`Kept from before, since they could not be read again: ${some(stale.map(([name]) => name))}.`]),
    ...(partial.length === 0 ? [] : [`Known to be incomplete: ${some(partial.map(([name]) => name))}.`]),
    ...(strange === 0 ? [] : [`${strange} lines of the inventory are not Daypass's: somebody else wrote there.`]),
  ]
}

export const search: Command = {
  tells: `Looks through what there is in every account, as the branch ${DATA_BRANCH} of this clone has it: resources, users, roles, groups and policies.

  daypass search 'orders region:eu-'             whatever holds "orders", in Europe
  daypass search 'type:s3:bucket tag:env=prod'   buckets with that tag
  daypass search 'user:marta -> orders'          what marta reaches, and through which policy

All terms must fit; ! before one turns it round; "exact" and /expression/ compare otherwise. The whole language: src/core/search/README.md. The answer is as old as the branch (git fetch origin ${DATA_BRANCH}).`,
  argument: "'<terms>'",
  options: {
    csv: { type: 'boolean', says: 'print comma-separated values' },
    limit: { type: 'string', says: `how many rows to show (default: ${SHOWN}; 0: all)` },
    branch: { type: 'string', says: `branch of the inventory (default: ${DATA_BRANCH})` },
  },
  async run(invocation) {
    const { terminal, values, positionals } = invocation
    const read = readQuery(positionals[0] ?? '')
    if ('problem' in read)
      return comeToNothing(invocation, EXIT.findings, `At character ${read.at}: ${read.problem}. ${read.cure}`)
    const limit = textOf(invocation, 'limit', String(SHOWN))
    if (!/^\d{1,9}$/.test(limit))
      return comeToNothing(invocation, EXIT.findings, `--limit wants a number, not ${limit}.`)
    terminal.stage('Reading the inventory')
    const snapshot = await openKept(process.cwd(), textOf(invocation, 'branch', DATA_BRANCH))
    if (snapshot.is === 'unknown') return comeToNothing(invocation, EXIT.failed, writeEdgeError(snapshot.because))
    const kept = await readKept(snapshot.value, (done, all) =>
      terminal.stage(`Reading the inventory: ${done} of ${all} places`),
    )
    if (kept.is === 'unknown') return comeToNothing(invocation, EXIT.failed, writeEdgeError(kept.because))
    terminal.stage('Searching')
    const now = instantOf(Date.now() / 1000)
    const { rows, remarks } = found(kept.value, read.query)
    const near =
      rows.length > 0 ? [] : nearNames(kept.value.entries, [...read.query.terms, ...(read.query.reached ?? [])])
    const asOf = writeInstant(kept.value.contents.asOf)
    const told = [...remarks, ...shortcomings(kept.value, now)]
    if (values['json'] === true) {
      terminal.out(jsonLine({ exit: EXIT.done, asOf, found: rows.length, remarks: told, near, rows }))
      return EXIT.done
    }
    for (const remark of told) terminal.note(harmless(remark, 600))
    if (values['csv'] === true) {
      terminal.out(csvOf(rows))
      return EXIT.done
    }
    const shown = limit === '0' ? rows : rows.slice(0, Number(limit))
    if (shown.length > 0) terminal.out(tableOf(shown, paletteFor(terminal)))
    const left = rows.length - shown.length
    terminal.note(
      `${rows.length} found${left > 0 ? `, ${left} of them not shown (--limit 0 shows all)` : ''}, as of ${asOf}.${near.length === 0 ? '' : ` Did you mean ${near.map((name) => harmless(name, 120)).join(' or ')}?`}`,
    )
    return EXIT.done
  },
}
