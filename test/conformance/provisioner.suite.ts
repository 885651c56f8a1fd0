// What every mode must keep, whatever it provisions: one suite, run for each of them against a world that can be seen and spoiled.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entitlement } from '../../src/core/model/entitlement.ts'
import type { Grant } from '../../src/core/model/grant.ts'
import { type HoldingKey, id } from '../../src/core/model/id.ts'
import type { Lapse } from '../../src/core/model/permissions.ts'
import { DAY, HOUR, hasEnded, type Instant, instantOf, later } from '../../src/core/model/time.ts'
import { type Compared, type Difference, diff } from '../../src/core/plan/diff.ts'
import type { Call, CallOutcome, Change, Mark, Provisioner } from '../../src/core/plan/provisioner.ts'
import { resolve } from '../../src/core/plan/resolve.ts'
import type { Granted } from '../../src/core/report/record.ts'
import { HERE } from '../support/builders.ts'

/** A world W that a mode provisions in: the ground, or something that can be looked at and spoiled in the same way. */
export interface Ground<W> {
  world(): W
  /** By hand, past the mode. */
  change(edit: (world: W) => W): void
  readonly clock: { now(): number; set(seconds: number): void }
  readonly journal: { writes(): readonly unknown[]; clear(): void }
  readonly faults: {
    add(rule: {
      readonly when: { readonly writes: true; readonly nth: number }
      readonly do: 'fail-before' | 'fail-after'
    }): void
    clear(): void
  }
  close(): Promise<void>
}

const nowOn = ({ clock }: Pick<Ground<unknown>, 'clock'>): Instant => instantOf(clock.now())

/** Something that can be asked for, and how the world tells whether it is held. */
export interface Example<W> {
  readonly name: string
  readonly entitlement: Entitlement
  readonly lapse: Lapse
  /** A rule lets a managed policy be attached as it is. */
  readonly directAttachment?: boolean
  /** The world takes no mark on it: the record claims it. */
  readonly claimed?: true
  /** Most writes that giving and taking may cost. */
  readonly writes: number
  held(world: W, at: Instant): boolean
  /** Somebody takes it away by hand. */
  take(world: W): W
  /** Somebody makes it wider by hand; null where there is nothing to widen. */
  readonly widen: ((world: W) => W) | null
  /** What the widening lets one do. */
  wide(world: W, at: Instant): boolean
}

/** T is the mode's content, W the world it provisions in, G what that world stands on. */
export interface Bench<T, W, G extends Ground<W>> {
  readonly mode: string
  readonly examples: readonly Example<W>[]
  start(): Promise<G>
  /** A provisioner as a new run has it. */
  open(ground: G): Provisioner<T>
  /** What of the world can be compared: without sessions and the like. */
  things(world: W): unknown
  /** The target and account of the examples. */
  readonly target: string
  readonly account: string
  /** Makes the target unreadable. */
  blind(ground: G): void
  /** What is known of the scopes then, sorted: of all of them where one thing is read for all. */
  readonly blinded: readonly ('known' | 'unknown')[]
}

const grantOf = (
  bench: { readonly mode: string; readonly target: string; readonly account: string },
  { entitlement, directAttachment = false }: Pick<Example<unknown>, 'entitlement' | 'directAttachment'>,
  letter: string,
  from: Instant,
  until: Instant,
): Grant => {
  const target = id<'target'>(bench.target)
  const key = id<'grant'>(`${letter}/marta/${bench.target}/${entitlement.what}`)
  const item = {
    key,
    request: id<'request'>(letter),
    person: id<'person'>('marta'),
    target,
    entitlement,
    bundle: null,
    at: HERE,
  }
  return {
    key,
    version: id(letter.repeat(64)),
    item,
    email: 'marta@example.com',
    account: bench.account,
    mode: id(bench.mode),
    from,
    until,
    landedAt: from,
    claimUntil: later(from, DAY),
    directAttachment,
  }
}

interface Ran<T> {
  readonly difference: Difference<T>
  readonly calls: readonly Call[]
  readonly outcomes: readonly CallOutcome[]
  readonly blocked: readonly string[]
  readonly scopes: ReadonlyMap<string, string>
}

/** What is recorded: what was given, and what was claimed before it was. */
export interface Ledger {
  readonly granted: Map<string, Granted>
  readonly claims: Map<HoldingKey, Mark>
}

export const emptyLedger = (): Ledger => ({ granted: new Map(), claims: new Map() })

const settlementIn =
  (ledger: Ledger): Compared<unknown>['settlement'] =>
  (grant) => {
    const granted = ledger.granted.get(`${grant.key} ${grant.version}`)
    return granted === undefined ? { is: 'new' } : { is: 'standing', granted }
  }

function learn<T>(ledger: Ledger, change: Change<T>, at: Instant): void {
  if (change.do === 'revoke') {
    for (const [key, granted] of ledger.granted) if (granted.holding === change.have.key) ledger.granted.delete(key)
    ledger.claims.delete(change.have.key)
    return
  }
  const { key: holding, mode, target, identity, digest: content, until, holders } = change.want
  for (const { grant } of holders)
    ledger.granted.set(`${grant.key} ${grant.version}`, {
      grant: grant.key,
      version: grant.version,
      holding,
      mode,
      target,
      account: grant.account,
      reach: [],
      identity,
      content,
      until,
      at,
      confirmed: at,
      ended: null,
    })
}

/** One run: look, compare, perform, taking first. It dies, and records nothing of the step, after `most` calls. */
export async function run<T, W, G extends Ground<W>>(
  bench: Bench<T, W, G>,
  ground: G,
  grants: readonly Grant[],
  ledger: Ledger,
  most = Number.POSITIVE_INFINITY,
): Promise<Ran<T>> {
  const provisioner = bench.open(ground)
  const now = nowOn(ground)
  const live = grants.filter((grant) => !hasEnded(grant, now))
  const recorded = new Map<HoldingKey, string | null>([
    ...[...ledger.claims.keys()].map((key): [HoldingKey, null] => [key, null]),
    ...[...ledger.granted.values()].map((one): [HoldingKey, string] => [one.holding, one.identity]),
  ])
  const standing = Map.groupBy(ledger.granted.values(), ({ holding }) => holding)
  const seen = await provisioner.observe(
    live.flatMap((grant) => provisioner.needs(grant)),
    recorded,
  )
  const settlement = settlementIn(ledger)
  const { resolved, blocked, unknown } = resolve(live, provisioner.needs, seen.facts, settlement)
  const whyNot: Compared<T>['whyNot'] = ({ mark }) =>
    mark?.expires != null && mark.expires <= now ? 'expired' : 'withdrawn'
  const difference = diff({
    provisioner,
    live: resolved,
    unsure: unknown,
    seen,
    settlement,
    recorded: standing,
    claims: ledger.claims,
    whyNot,
  })
  const rank = (change: Change<T>): number => (change.do === 'revoke' ? 0 : 1)
  const calls: Call[] = []
  const outcomes: CallOutcome[] = []
  for (const change of [...difference.changes].sort((a, b) => rank(a) - rank(b))) {
    const mine = provisioner.compile(change, seen)
    if (change.do === 'grant' && change.want.markedBy === 'claim')
      for (const { grant } of change.want.holders)
        ledger.claims.set(change.want.key, { version: grant.version, expires: null })
    let whole = true
    for (const call of mine) {
      if (calls.length >= most) {
        whole = false
        break
      }
      const outcome = await provisioner.perform(call)
      calls.push(call)
      outcomes.push(outcome)
      if (outcome.is === 'failed') {
        whole = false
        break
      }
    }
    if (whole) learn(ledger, change, now)
  }
  return {
    difference,
    calls,
    outcomes,
    blocked: [...blocked, ...difference.blocked].map(({ because }) => because),
    scopes: new Map([...seen.scopes].map(([scope, answer]) => [scope, answer.is])),
  }
}

export function provisionerSuite<T, W, G extends Ground<W>>(bench: Bench<T, W, G>): void {
  describe.each(bench.examples)(`${bench.mode} with $name`, (example) => {
    let ground: G
    let ledger: Ledger
    let before: W
    beforeEach(async () => {
      ground = await bench.start()
      ledger = emptyLedger()
      before = ground.world()
    })
    afterEach(() => ground.close())

    const until = () => later(nowOn(ground), 2 * HOUR)
    const grant = (letter = 'a', end = until()) => grantOf(bench, example, letter, nowOn(ground), end)
    const held = (at = nowOn(ground)) => example.held(ground.world(), at)
    const failures = (ran: Ran<T>) => ran.outcomes.filter(({ is }) => is === 'failed')
    const { things } = bench

    /** Without what AWS makes up anew each time. */
    const plain = (world: W) => JSON.stringify(things(world)).replace(/"(id|created|updated)":("[^"]*"|\d+)/g, '')

    it('gives it, in as few writes as promised', async () => {
      expect(held()).toBe(false)
      const ran = await run(bench, ground, [grant()], ledger)
      expect([ran.blocked, failures(ran)]).toEqual([[], []])
      expect(held()).toBe(true)
      expect(ground.journal.writes().length).toBeLessThanOrEqual(example.writes)
      expect(ran.difference.changes.map((change) => change.do === 'grant' && change.want.lapse)).toEqual([
        example.lapse,
      ])
    })

    it('ends as promised, though no run comes', async () => {
      const one = grant()
      await run(bench, ground, [one], ledger)
      expect(held(later(one.until, -1))).toBe(true)
      expect(held(one.until)).toBe(example.lapse === 'never')
    })

    it('has nothing to do in a second run', async () => {
      const one = grant()
      await run(bench, ground, [one], ledger)
      ground.journal.clear()
      const again = await run(bench, ground, [one], ledger)
      expect(again.difference).toEqual({
        changes: [],
        unrecorded: [],
        outdated: [],
        drift: [],
        blocked: [],
        unclear: [],
        undone: [],
      })
      expect(ground.journal.writes()).toEqual([])
    })

    it('finds what it gave when the record is lost, and gives nothing twice', async () => {
      const one = grant()
      await run(bench, ground, [one], ledger)
      const again = await run(bench, ground, [one], emptyLedger())
      expect(again.difference.changes).toEqual([])
      // What bears no mark and is claimed nowhere any more could be anybody's: it is left as it is.
      const [unrecorded, drift] = example.claimed === true ? [0, ['had-before']] : [1, []]
      expect(again.difference.unrecorded).toHaveLength(unrecorded)
      expect(again.difference.drift.map(({ is }) => is)).toEqual(drift)
    })

    it('takes it away after the end and leaves the world as it was', async () => {
      const one = grant()
      await run(bench, ground, [one], ledger)
      ground.clock.set(one.until)
      ground.journal.clear()
      const ran = await run(bench, ground, [one], ledger)
      expect(failures(ran)).toEqual([])
      expect(held()).toBe(false)
      expect(things(ground.world())).toEqual(things(before))
      expect(ground.journal.writes().length).toBeLessThanOrEqual(example.writes)
    })

    it('renews without a gap and without a second thing, and still ends', async () => {
      const short = grant()
      const long = grant('b', later(short.until, HOUR))
      await run(bench, ground, [short], ledger)
      const ran = await run(bench, ground, [short, long], ledger)
      expect([ran.blocked, failures(ran)]).toEqual([[], []])
      expect(held(short.until)).toBe(true)
      expect(held(long.until)).toBe(example.lapse === 'never')
      ground.clock.set(short.until)
      expect((await run(bench, ground, [short, long], ledger)).calls).toEqual([])
      ground.clock.set(long.until)
      await run(bench, ground, [short, long], ledger)
      expect(things(ground.world())).toEqual(things(before))
    })

    it('takes it away at once when it is not wanted any more', async () => {
      await run(bench, ground, [grant()], ledger)
      await run(bench, ground, [], ledger)
      expect(held()).toBe(false)
      expect(things(ground.world())).toEqual(things(before))
    })

    it('cuts it when only the shorter of two is left', async () => {
      const short = grant()
      const long = grant('b', later(short.until, HOUR))
      await run(bench, ground, [short, long], ledger)
      const ran = await run(bench, ground, [short], ledger)
      expect(ran.calls.map(({ effect }) => effect)).not.toContain('gives')
      expect(held(later(short.until, -1))).toBe(true)
      expect(held(short.until)).toBe(example.lapse === 'never')
    })

    it('lets it stay away when somebody took it away by hand', async () => {
      const one = grant()
      await run(bench, ground, [one], ledger)
      ground.change(example.take)
      expect(held()).toBe(false)
      const ran = await run(bench, ground, [one], ledger)
      expect(ran.difference.drift.map(({ is }) => is)).toEqual(['taken-by-hand'])
      expect(ran.calls.map(({ effect }) => effect)).not.toContain('gives')
      expect(held()).toBe(false)
    })

    it.runIf(example.widen !== null)('removes what somebody added by hand, and nothing of what was given', async () => {
      const one = grant()
      await run(bench, ground, [one], ledger)
      ground.change((world) => example.widen?.(world) ?? world)
      expect(example.wide(ground.world(), nowOn(ground))).toBe(true)
      const ran = await run(bench, ground, [one], ledger)
      expect(ran.difference.drift.map(({ is }) => is)).toEqual(['widened-by-hand'])
      expect(ran.calls.map(({ effect }) => effect)).not.toContain('gives')
      expect([held(), example.wide(ground.world(), nowOn(ground))]).toEqual([true, false])
    })

    it('does not take blindness for emptiness', async () => {
      const one = grant()
      await run(bench, ground, [one], ledger)
      bench.blind(ground)
      ground.journal.clear()
      const ran = await run(bench, ground, [one], ledger)
      expect(ran.difference.changes).toEqual([])
      expect([...ran.scopes.values()].sort()).toEqual(bench.blinded)
      expect(ran.blocked).not.toEqual([])
      expect(ground.journal.writes()).toEqual([])
      expect(held()).toBe(true)
    })

    it('comes to the same end when a run dies after any call, giving or taking', async () => {
      const one = grant()
      await run(bench, ground, [one], ledger)
      const whole = plain(ground.world())
      const { calls } = await run(bench, ground, [], ledger)
      for (let most = 0; most <= calls.length; most++) {
        await run(bench, ground, [one], ledger, most)
        await run(bench, ground, [one], ledger)
        expect([held(), plain(ground.world())]).toEqual([true, whole])
        await run(bench, ground, [], ledger, most)
        await run(bench, ground, [], ledger)
        expect(things(ground.world())).toEqual(things(before))
      }
    })

    it.each(['fail-before', 'fail-after'] as const)(
      'comes to the same end when any write meets a %s',
      async (mishap) => {
        const one = grant()
        await run(bench, ground, [one], ledger)
        const whole = plain(ground.world())
        const writes = ground.journal.writes().length
        await run(bench, ground, [], ledger)
        for (let nth = 1; nth <= writes; nth++) {
          ground.faults.add({ when: { writes: true, nth }, do: mishap })
          await run(bench, ground, [one], ledger)
          ground.faults.clear()
          await run(bench, ground, [one], ledger)
          expect([held(), plain(ground.world())]).toEqual([true, whole])
          await run(bench, ground, [], ledger)
          expect(things(ground.world())).toEqual(things(before))
        }
      },
    )
  })
}
