// What is known once every line of the record has been read, in order.

import type { CommitId, HoldingKey, VersionId } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import { CHAIN_START, lineDigest } from './chain.ts'
import {
  type Accepted,
  type BrokenGlass,
  type Claim,
  type Entry,
  type Granted,
  grantedKey,
  type Ledger,
  type Open,
  type RecordLine,
  type Trouble,
} from './record.ts'
import { WITHDRAWN } from './words.ts'

type Of<K extends Entry['is']> = Extract<Entry, { readonly is: K }>

interface Known {
  readonly granted: Map<string, Granted>
  /** Keys of `granted`, by where they were granted last. */
  readonly on: Map<HoldingKey, Set<string>>
  readonly refused: Map<VersionId, { readonly because: string; readonly says: string }>
  readonly ended: Map<HoldingKey, { readonly because: Of<'ended'>['because']; readonly at: Instant }>
  readonly claims: Map<HoldingKey, Claim>
  readonly open: Map<HoldingKey, Open>
  readonly accepted: Map<VersionId, Accepted>
  readonly trouble: Map<VersionId, Trouble>
  readonly glass: Map<VersionId, BrokenGlass>
  telling: { readonly through: number; readonly at: Instant | null }
  /** Versions not told yet, with the number of the newest line about each. */
  readonly news: Map<VersionId, number>
}

/** Where a line stands: `at` in time, `line` counted from 1. */
interface Stands {
  readonly at: Instant
  readonly line: number
}

const heldOn = (known: Known, holding: HoldingKey): readonly Granted[] =>
  [...(known.on.get(holding) ?? [])].flatMap(
    /* v8 ignore next -- @preserve: `on` holds keys of `granted` alone, and nothing is ever taken out of that */
    (key) => known.granted.get(key) ?? [],
  )

const standsOn = (known: Known, holding: HoldingKey): boolean =>
  heldOn(known, holding).some((one) => one.ended === null)

/** What somebody undid stays undone; of other ends the newest is kept, so that a hold after an expiry is told as a hold. */
function endAs(known: Known, one: Granted, because: Of<'ended'>['because'], at: Instant): void {
  if (one.ended?.because === 'undone' || (one.ended !== null && because === 'changed')) return
  known.granted.set(grantedKey(one.grant, one.version), { ...one, ended: { because, at } })
}

/** What could not be taken from another thing stands until that one is told of. */
function noTrouble(known: Known, version: VersionId, holding: HoldingKey): void {
  const there = known.trouble.get(version)
  if (there?.does !== 'takes' || there.holding === holding) known.trouble.delete(version)
}

const learn: { readonly [K in Entry['is']]: (known: Known, entry: Of<K>, stands: Stands) => void } = {
  opened: () => undefined,
  closed: () => undefined,
  proved: (known, { version, pull, reviews, way, rule }, { at, line }) => {
    known.accepted.set(version, { pull, reviews, way, rule, at })
    known.news.set(version, line)
  },
  // What another run took meanwhile needs no taking any more.
  failed: (known, { holding, versions, does, says }, { at, line }) => {
    const over = does === 'takes' && !standsOn(known, holding) ? heldOn(known, holding).map((one) => one.version) : []
    for (const version of versions.filter((one) => !over.includes(one))) {
      known.trouble.set(version, { is: 'failed', does, says, cure: '', at, holding })
      known.news.set(version, line)
    }
  },
  blocked: (known, { version, because, cure }, { at, line }) => {
    known.trouble.set(version, { is: 'blocked', does: 'gives', says: because, cure, at })
    known.news.set(version, line)
  },
  had: (known, { version, says }, { at, line }) => {
    known.trouble.set(version, { is: 'had', does: 'gives', says, cure: '', at })
    known.news.set(version, line)
  },
  withdrawn: (known, { version }, { at, line }) => {
    known.trouble.set(version, { is: 'withdrawn', does: 'gives', says: WITHDRAWN, cure: '', at })
    known.news.set(version, line)
  },
  brokeGlass: (known, { version, request, pull, by, until }, { at, line }) => {
    known.glass.set(version, { request, pull, by, until, at, reviewed: known.glass.get(version)?.reviewed ?? null })
    known.news.set(version, line)
  },
  reviewed: (known, { version, by, review, verdict }, { at, line }) => {
    const glass = known.glass.get(version)
    if (glass === undefined) return
    known.glass.set(version, { ...glass, reviewed: { by, review, verdict, at } })
    known.news.set(version, line)
  },
  told: (known, { through, untold }, { at, line }) => {
    known.telling = { through: Math.max(known.telling.through, through), at }
    for (const [version, newest] of known.news) if (newest <= through) known.news.delete(version)
    for (const version of untold) known.news.set(version, line)
  },
  // Final for that version: the first refusal stands, and whatever it waited for before is over.
  refused: (known, { version, because, says }, { line }) => {
    known.trouble.delete(version)
    if (!known.refused.has(version)) known.refused.set(version, { because, says })
    known.news.set(version, line)
  },
  claimed: (known, { holding, mode, target, account, versions, existedBefore }, { at }) => {
    const before = known.claims.get(holding)
    known.claims.set(holding, {
      versions: [...new Set([...(before?.versions ?? []), ...versions])],
      // The newest knows best: what was there before may have been taken away and been given by us since.
      existedBefore,
      at,
      mode,
      target,
      account,
    })
    if (!existedBefore) known.open.set(holding, { target, account, mode })
  },
  // A line names all who hold it from now on: whoever else held it was cut off, and must hear of it.
  granted: (known, entry, { line }) => {
    const { holding, mode, target, account, identity, content, until, reach, confirmed } = entry
    const named = new Set(entry.grants.map(({ grant, version }) => grantedKey(grant, version)))
    for (const one of heldOn(known, holding)) {
      if (one.ended !== null || named.has(grantedKey(one.grant, one.version))) continue
      const because = one.until <= confirmed ? 'expired' : 'changed'
      known.granted.set(grantedKey(one.grant, one.version), { ...one, ended: { because, at: confirmed } })
      if (known.trouble.get(one.version)?.does === 'takes') noTrouble(known, one.version, holding)
      known.news.set(one.version, line)
    }
    for (const { grant, version } of entry.grants) {
      known.news.set(version, line)
      noTrouble(known, version, holding)
      const key = grantedKey(grant, version)
      const before = known.granted.get(key)
      const ended = before?.ended?.because === 'undone' ? before.ended : null
      const at = before?.at ?? confirmed
      known.granted.set(key, {
        grant,
        version,
        holding,
        mode,
        target,
        account,
        identity,
        content,
        until,
        reach,
        at,
        confirmed,
        ended,
      })
      if (before !== undefined) known.on.get(before.holding)?.delete(key)
      known.on.set(holding, (known.on.get(holding) ?? new Set()).add(key))
    }
    known.ended.delete(holding)
    known.open.set(holding, { target, account, mode })
  },
  ended: (known, { holding, because, versions, confirmed }, { line }) => {
    // A line that names nobody is of what was left: whoever stands there still, and nobody who was over.
    const ended = ({ version, ended: before }: Granted): boolean =>
      versions.length === 0 ? before === null : versions.some((one) => version.startsWith(one))
    for (const one of heldOn(known, holding).filter(ended)) {
      known.news.set(one.version, line)
      // Of what was over already, why it is not given goes on.
      if (one.ended === null) noTrouble(known, one.version, holding)
      endAs(known, one, because, confirmed)
    }
    if (standsOn(known, holding)) return
    known.ended.set(holding, { because, at: confirmed })
    known.claims.delete(holding)
    known.open.delete(holding)
  },
}

function apply<K extends Entry['is']>(known: Known, entry: Of<K> & { readonly is: K }, stands: Stands): void {
  learn[entry.is](known, entry, stands)
}

/** Jobs that say no more than their name read the default branch itself. */
const READ_THE_BRANCH: readonly string[] = ['apply', 'expire']

/** Folds lines whose chain was verified. No lines: a ledger of state `new`. */
export function foldLines(lines: readonly RecordLine[]): Ledger {
  const known: Known = {
    granted: new Map(),
    on: new Map(),
    refused: new Map(),
    ended: new Map(),
    claims: new Map(),
    open: new Map(),
    accepted: new Map(),
    trouble: new Map(),
    glass: new Map(),
    telling: { through: 0, at: null },
    news: new Map(),
  }
  const heads = new Map<CommitId, Instant>()
  for (const [index, { at, entry }] of lines.entries()) {
    apply(known, entry, { at, line: index + 1 })
    if (entry.is === 'opened' && READ_THE_BRANCH.includes(entry.job)) heads.set(entry.head, at)
  }
  const last = lines.at(-1)
  return {
    granted: known.granted,
    refused: known.refused,
    ended: known.ended,
    claims: known.claims,
    open: [...new Map([...known.open.values()].map((one) => [`${one.mode} ${one.account}`, one])).values()],
    accepted: known.accepted,
    trouble: known.trouble,
    glass: known.glass,
    telling: { ...known.telling, news: known.news },
    heads,
    since: lines[0]?.at ?? null,
    lastDigest: last === undefined ? CHAIN_START : lineDigest(last),
    lines: lines.length,
    state: last === undefined ? 'new' : 'whole',
  }
}

/** What the caller makes of a `new` ledger when it knows that there was one. */
export const asLost = (ledger: Ledger): Ledger => (ledger.state === 'new' ? { ...ledger, state: 'lost' } : ledger)

/** Runs that opened the record and never closed it, oldest first: they died, or are still at work. */
export function unclosedRuns(lines: readonly RecordLine[]): readonly string[] {
  const open = new Set<string>()
  for (const { run, entry } of lines) {
    if (entry.is === 'opened') open.add(run)
    if (entry.is === 'closed') open.delete(run)
  }
  return [...open]
}
