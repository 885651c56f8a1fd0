// What every mode must keep, whatever it provisions: one suite, run against the sandbox for each of them.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entitlement } from '../../src/core/model/entitlement.ts'
import type { Grant } from '../../src/core/model/grant.ts'
import { type HoldingKey, id } from '../../src/core/model/id.ts'
import type { Lapse } from '../../src/core/model/permissions.ts'
import { DAY, HOUR, hasEnded, type Instant, later } from '../../src/core/model/time.ts'
import { type Compared, type Difference, diff } from '../../src/core/plan/diff.ts'
import type { Call, CallOutcome, Change, Provisioner } from '../../src/core/plan/provisioner.ts'
import { resolve } from '../../src/core/plan/resolve.ts'
import type { Granted } from '../../src/core/report/record.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { HERE } from '../support/builders.ts'
import { clockOf } from './ground.ts'

/** Something that can be asked for, and how the sandbox tells whether it is held. */
export interface Example {
  readonly name: string
  readonly entitlement: Entitlement
  readonly lapse: Lapse
  /** A rule lets a managed policy be attached as it is. */
  readonly directAttachment?: boolean
  /** Most writes that giving and taking may cost. */
  readonly writes: number
  held(world: World, at: Instant): boolean
  /** Somebody takes it away by hand. */
  take(world: World): World
  /** Somebody makes it wider by hand; null where there is nothing to widen. */
  readonly widen: ((world: World) => World) | null
  /** What the widening lets one do. */
  wide(world: World, at: Instant): boolean
}

export interface Bench<T> {
  readonly mode: string
  readonly examples: readonly Example[]
  start(): Promise<Sandbox>
  /** A provisioner as a new run has it. */
  open(sandbox: Sandbox): Provisioner<T>
  /** The target and account of the examples. */
  readonly target: string
  readonly account: string
  /** Makes the target unreadable. */
  blind(sandbox: Sandbox): void
}

const grantOf = (
  bench: Bench<unknown>,
  { entitlement, directAttachment = false }: Example,
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

type Ledger = Map<string, Granted>

const settlementIn =
  (ledger: Ledger): Compared<unknown>['settlement'] =>
  (grant) => {
    const granted = ledger.get(`${grant.key} ${grant.version}`)
    return granted === undefined ? { is: 'new' } : { is: 'standing', granted }
  }

function learn<T>(ledger: Ledger, change: Change<T>, at: Instant): void {
  if (change.do === 'revoke') {
    for (const [key, granted] of ledger) if (granted.holding === change.have.key) ledger.delete(key)
    return
  }
  const { key: holding, mode, target, identity, digest: content, until, holders } = change.want
  for (const { grant } of holders)
    ledger.set(`${grant.key} ${grant.version}`, {
      grant: grant.key,
      version: grant.version,
      holding,
      mode,
      target,
      account: grant.account,
      identity,
      content,
      until,
      at,
      confirmed: at,
      ended: null,
    })
}

/** One run: look, compare, perform, taking first. It dies, and records nothing of the step, after `most` calls. */
async function run<T>(
  bench: Bench<T>,
  sandbox: Sandbox,
  grants: readonly Grant[],
  ledger: Ledger,
  most = Number.POSITIVE_INFINITY,
): Promise<Ran<T>> {
  const provisioner = bench.open(sandbox)
  const now = clockOf(sandbox)
  const live = grants.filter((grant) => !hasEnded(grant, now))
  const recorded = new Set<HoldingKey>([...ledger.values()].map(({ holding }) => holding))
  const seen = await provisioner.observe(
    live.flatMap((grant) => provisioner.needs(grant)),
    recorded,
  )
  const settlement = settlementIn(ledger)
  const { resolved, blocked } = resolve(live, provisioner.needs, seen.facts, settlement)
  const whyNot: Compared<T>['whyNot'] = ({ mark }) =>
    mark?.expires != null && mark.expires <= now ? 'expired' : 'withdrawn'
  const difference = diff({ provisioner, live: resolved, seen, settlement, recorded, whyNot })
  const rank = (change: Change<T>): number => (change.do === 'revoke' ? 0 : 1)
  const calls: Call[] = []
  const outcomes: CallOutcome[] = []
  for (const change of [...difference.changes].sort((a, b) => rank(a) - rank(b))) {
    const mine = provisioner.compile(change, seen)
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

export function provisionerSuite<T>(bench: Bench<T>): void {
  describe.each(bench.examples)(`${bench.mode} with $name`, (example) => {
    let sandbox: Sandbox
    let ledger: Ledger
    let before: World
    beforeEach(async () => {
      sandbox = await bench.start()
      ledger = new Map()
      before = sandbox.world()
    })
    afterEach(() => sandbox.close())

    const until = () => later(clockOf(sandbox), 2 * HOUR)
    const grant = (letter = 'a', end = until()) => grantOf(bench, example, letter, clockOf(sandbox), end)
    const held = (at = clockOf(sandbox)) => example.held(sandbox.world(), at)
    const failures = (ran: Ran<T>) => ran.outcomes.filter(({ is }) => is === 'failed')
    const things = (world: World) => ({ ...world.aws, credentials: null, made: null })

    /** Without what AWS makes up anew each time. */
    const plain = (world: World) => JSON.stringify(things(world)).replace(/"(id|created|updated)":("[^"]*"|\d+)/g, '')

    it('gives it, in as few writes as promised', async () => {
      expect(held()).toBe(false)
      const ran = await run(bench, sandbox, [grant()], ledger)
      expect([ran.blocked, failures(ran)]).toEqual([[], []])
      expect(held()).toBe(true)
      expect(sandbox.journal.writes().length).toBeLessThanOrEqual(example.writes)
      expect(ran.difference.changes.map((change) => change.do === 'grant' && change.want.lapse)).toEqual([
        example.lapse,
      ])
    })

    it('ends as promised, though no run comes', async () => {
      const one = grant()
      await run(bench, sandbox, [one], ledger)
      expect(held(later(one.until, -1))).toBe(true)
      expect(held(one.until)).toBe(example.lapse === 'never')
    })

    it('has nothing to do in a second run', async () => {
      const one = grant()
      await run(bench, sandbox, [one], ledger)
      sandbox.journal.clear()
      const again = await run(bench, sandbox, [one], ledger)
      expect(again.difference).toEqual({ changes: [], unrecorded: [], drift: [], blocked: [], undone: [] })
      expect(sandbox.journal.writes()).toEqual([])
    })

    it('finds what it gave when the record is lost, and gives nothing twice', async () => {
      const one = grant()
      await run(bench, sandbox, [one], ledger)
      const again = await run(bench, sandbox, [one], new Map())
      expect(again.difference.changes).toEqual([])
      expect(again.difference.unrecorded).toHaveLength(1)
    })

    it('takes it away after the end and leaves the world as it was', async () => {
      const one = grant()
      await run(bench, sandbox, [one], ledger)
      sandbox.clock.set(one.until)
      sandbox.journal.clear()
      const ran = await run(bench, sandbox, [one], ledger)
      expect(failures(ran)).toEqual([])
      expect(held()).toBe(false)
      expect(things(sandbox.world())).toEqual(things(before))
      expect(sandbox.journal.writes().length).toBeLessThanOrEqual(example.writes)
    })

    it('renews without a gap and without a second thing, and still ends', async () => {
      const short = grant()
      const long = grant('b', later(short.until, HOUR))
      await run(bench, sandbox, [short], ledger)
      const ran = await run(bench, sandbox, [short, long], ledger)
      expect([ran.blocked, failures(ran)]).toEqual([[], []])
      expect(held(short.until)).toBe(true)
      expect(held(long.until)).toBe(example.lapse === 'never')
      sandbox.clock.set(short.until)
      expect((await run(bench, sandbox, [short, long], ledger)).calls).toEqual([])
      sandbox.clock.set(long.until)
      await run(bench, sandbox, [short, long], ledger)
      expect(things(sandbox.world())).toEqual(things(before))
    })

    it('takes it away at once when it is not wanted any more', async () => {
      await run(bench, sandbox, [grant()], ledger)
      await run(bench, sandbox, [], ledger)
      expect(held()).toBe(false)
      expect(things(sandbox.world())).toEqual(things(before))
    })

    it('cuts it when only the shorter of two is left', async () => {
      const short = grant()
      const long = grant('b', later(short.until, HOUR))
      await run(bench, sandbox, [short, long], ledger)
      const ran = await run(bench, sandbox, [short], ledger)
      expect(ran.calls.map(({ effect }) => effect)).not.toContain('gives')
      expect(held(later(short.until, -1))).toBe(true)
      expect(held(short.until)).toBe(example.lapse === 'never')
    })

    it('lets it stay away when somebody took it away by hand', async () => {
      const one = grant()
      await run(bench, sandbox, [one], ledger)
      sandbox.change(example.take)
      expect(held()).toBe(false)
      const ran = await run(bench, sandbox, [one], ledger)
      expect(ran.difference.drift.map(({ is }) => is)).toEqual(['taken-by-hand'])
      expect(ran.calls.map(({ effect }) => effect)).not.toContain('gives')
      expect(held()).toBe(false)
    })

    it.runIf(example.widen !== null)('removes what somebody added by hand, and nothing of what was given', async () => {
      const one = grant()
      await run(bench, sandbox, [one], ledger)
      sandbox.change((world) => example.widen?.(world) ?? world)
      expect(example.wide(sandbox.world(), clockOf(sandbox))).toBe(true)
      const ran = await run(bench, sandbox, [one], ledger)
      expect(ran.difference.drift.map(({ is }) => is)).toEqual(['widened-by-hand'])
      expect(ran.calls.map(({ effect }) => effect)).not.toContain('gives')
      expect([held(), example.wide(sandbox.world(), clockOf(sandbox))]).toEqual([true, false])
    })

    it('does not take blindness for emptiness', async () => {
      const one = grant()
      await run(bench, sandbox, [one], ledger)
      bench.blind(sandbox)
      sandbox.journal.clear()
      const ran = await run(bench, sandbox, [one], ledger)
      expect(ran.difference.changes).toEqual([])
      expect([...ran.scopes.values()].sort()).toEqual(['known', 'unknown'])
      expect(ran.blocked).not.toEqual([])
      expect(sandbox.journal.writes()).toEqual([])
      expect(held()).toBe(true)
    })

    it('comes to the same end when a run dies after any call, giving or taking', async () => {
      const one = grant()
      await run(bench, sandbox, [one], ledger)
      const whole = plain(sandbox.world())
      const { calls } = await run(bench, sandbox, [], ledger)
      for (let most = 0; most <= calls.length; most++) {
        await run(bench, sandbox, [one], ledger, most)
        await run(bench, sandbox, [one], ledger)
        expect([held(), plain(sandbox.world())]).toEqual([true, whole])
        await run(bench, sandbox, [], ledger, most)
        await run(bench, sandbox, [], ledger)
        expect(things(sandbox.world())).toEqual(things(before))
      }
    })

    it.each(['fail-before', 'fail-after'] as const)(
      'comes to the same end when any write meets a %s',
      async (mishap) => {
        const one = grant()
        await run(bench, sandbox, [one], ledger)
        const whole = plain(sandbox.world())
        const writes = sandbox.journal.writes().length
        await run(bench, sandbox, [], ledger)
        for (let nth = 1; nth <= writes; nth++) {
          sandbox.faults.add({ when: { writes: true, nth }, do: mishap })
          await run(bench, sandbox, [one], ledger)
          sandbox.faults.clear()
          await run(bench, sandbox, [one], ledger)
          expect([held(), plain(sandbox.world())]).toEqual([true, whole])
          await run(bench, sandbox, [], ledger)
          expect(things(sandbox.world())).toEqual(things(before))
        }
      },
    )
  })
}
