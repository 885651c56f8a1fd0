// What the record does not know, and a mark of ours does.

import type { HoldingKey } from '../model/id.ts'
import type { Instant } from '../model/time.ts'
import { names } from './because.ts'
import type { World } from './by-hand.ts'
import { compare, type Judged } from './compare.ts'
import type { Compared } from './diff.ts'
import type { Observed, Resolved } from './provisioner.ts'

const isOver = ({ mark }: Observed<unknown>, now: Instant): boolean => mark?.expires != null && mark.expires <= now

/**
 * What the record does not know but a mark explains: a run may have given it and died, or the record is lost. It stays
 * while its proof is not known, is cut to what could have been given at most, and is recorded once it is proved. Where the
 * record cannot be read it says of nobody that they stand, so every mark of ours may speak for whoever asks for the thing,
 * until the end that it tells: some who ask were never approved, and must not keep what is over.
 */
export function explainedByMarks<T>(
  asked: Compared<T>,
  kept: readonly Resolved[],
  have: World<T>,
): ReadonlyMap<HoldingKey, Judged<T>> {
  const { unproved = [], late = [], rewritten = [] } = asked.withheld ?? {}
  const withheld = [...unproved, ...late]
  if (withheld.length + rewritten.length === 0) return new Map()
  const all = [...kept, ...withheld]
  const most = asked.provisioner.place(all, asked.seen)
  const isUntold = ({ grant }: Resolved): boolean => asked.settlement(grant).is === 'untold'
  const explained = new Map<HoldingKey, Judged<T>>()
  for (const want of most.holdings) {
    const there = have.get(want.key)
    if (there === undefined || asked.recorded.has(there.key)) continue
    if (there.mark === null) explained.set(want.key, compare(asked, want, there))
    const named = (some: readonly Resolved[]): boolean =>
      some.some((one) => want.holders.includes(one) && names(there.mark, one.grant.version))
    const untold = want.holders.some(isUntold) && !isOver(there, asked.seen.asOf)
    if (!untold && !named(withheld)) continue
    const judged = compare(asked, want, there)
    const takes = judged.change?.do === 'adjust' && judged.change.effect === 'takes'
    if (takes || judged.unrecorded !== undefined) explained.set(want.key, judged)
    else if (untold || named(unproved)) explained.set(want.key, {})
  }
  // Whoever has no room beside those whom nobody approved, or another text by now, may be the one who stands.
  const blocked = new Set(most.blocked.flatMap(({ grants }) => grants))
  const crowded = all.filter((one) => isUntold(one) && blocked.has(one.grant.key))
  for (const one of [...rewritten, ...crowded])
    for (const { key } of asked.provisioner.place([one], asked.seen).holdings) {
      const there = have.get(key)
      if (there !== undefined && there.mark !== null && !isOver(there, asked.seen.asOf)) explained.set(key, {})
    }
  return explained
}
