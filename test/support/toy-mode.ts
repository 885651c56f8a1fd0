// A mode that hands out badges in a world of plain data, one call a change: the smallest thing that the port allows.

import { digest } from '../../src/core/model/canonical.ts'
import { type HoldingKey, id } from '../../src/core/model/id.ts'
import type { Instant } from '../../src/core/model/time.ts'
import type {
  Call,
  CallOutcome,
  Fact,
  Holding,
  Need,
  Observed,
  Provisioner,
  Resolved,
} from '../../src/core/plan/provisioner.ts'
import type { Lanyard } from './toy-lanyard.ts'

/** What hangs on somebody's jacket. `mark` null: pinned there by somebody else. */
export interface Badge {
  readonly target: string
  readonly person: string
  readonly name: string
  readonly until: Instant
  readonly mark: string | null
}

/** What there is to be seen of a world at one moment. */
export interface ToyThings {
  readonly badges: ReadonlyMap<HoldingKey, Badge>
  readonly lanyards: ReadonlyMap<HoldingKey, Lanyard>
}

export interface ToyWorld {
  badges: ReadonlyMap<HoldingKey, Badge>
  lanyards: ReadonlyMap<HoldingKey, Lanyard>
  /** Set: reads tell this instead of what is there. */
  stale: ToyThings | null
  /** Targets that do not answer. */
  readonly dark: Set<string>
  /** Holdings that are being made or unmade. */
  readonly pending: Set<string>
  /** People who do not exist in a target: `prod marta`. */
  readonly absent: Set<string>
  readonly journal: {
    readonly op: string
    readonly key: string
    readonly effect: Call['effect']
    readonly marks: string | null
  }[]
  /** Fails the call with this number (from 1), before or after its effect; every call after it too where it `dies`. */
  fault: { readonly call: number; readonly when: 'before' | 'after'; readonly dies?: boolean } | null
  calls: number
}

export const emptyToyWorld = (): ToyWorld => ({
  badges: new Map(),
  lanyards: new Map(),
  stale: null,
  dark: new Set(),
  pending: new Set(),
  absent: new Set(),
  journal: [],
  fault: null,
  calls: 0,
})

/** Makes one call as the world's faults have it. */
export function callToy(world: ToyWorld, call: Call, effect: () => void): CallOutcome {
  world.calls += 1
  const { fault } = world
  const failed = { is: 'failed', error: { kind: 'unreachable', call: `toy:${call.op}`, said: 'fault' } } as const
  if (fault?.dies === true && world.calls > fault.call) return failed
  const hit = fault?.call === world.calls ? fault.when : null
  if (hit === 'before') return failed
  const marks = call.with['mark']
  world.journal.push({
    op: call.op,
    key: String(call.with['key']),
    effect: call.effect,
    marks: marks === undefined ? null : String(marks),
  })
  effect()
  return hit === 'after' ? failed : { is: 'done' }
}

const DARK = { kind: 'unreachable', call: 'toy:look', said: 'dark' } as const

export const toyScopes = (world: ToyWorld, targets: readonly string[]) =>
  new Map(
    targets.map((target) => [
      id<'scope'>(target),
      world.dark.has(target) ? ({ is: 'unknown', because: DARK } as const) : ({ is: 'known', value: 'whole' } as const),
    ]),
  )

export const toyFacts = (world: ToyWorld, needs: readonly Need[]): ReadonlyMap<string, Fact> =>
  new Map(
    needs.map((need): [string, Fact] => {
      const key = `${need.target} ${need.what} ${need.name}`
      if (world.dark.has(need.target)) return [key, { need, is: 'unknown', because: DARK }]
      const there = !world.absent.has(`${need.target} ${need.name.replace('@example.com', '')}`)
      return [key, there ? { need, is: 'found', id: `id-of-${need.name}`, name: need.name } : { need, is: 'absent' }]
    }),
  )

export type Content = Pick<Badge, 'target' | 'person' | 'name' | 'until'>

export const badgeKey = (target: string, person: string, name: string): HoldingKey => id(`${target}/${person}/${name}`)
export const badgeDigest = ({ target, person, name, until }: Content) => digest(`${target} ${person} ${name} ${until}`)

export const latest = (holders: readonly Resolved[]): Resolved =>
  holders.reduce((last, one) => (one.grant.until > last.grant.until ? one : last))

export const badgeOf = ({ grant }: Resolved): string => grant.item.entitlement.facets['badge']?.[0] ?? ''

/** Live grants by where they are held. */
export function grouped(
  live: readonly Resolved[],
  keyOf: (one: Resolved) => HoldingKey,
): ReadonlyMap<HoldingKey, readonly Resolved[]> {
  const groups = new Map<HoldingKey, Resolved[]>()
  for (const one of live) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

function holdingOf(key: HoldingKey, holders: readonly Resolved[]): Holding<Content> {
  const last = latest(holders)
  const { item } = last.grant
  const content = { target: item.target, person: item.person, name: badgeOf(last), until: last.grant.until }
  return {
    key,
    mode: id('toy'),
    target: item.target,
    scope: id(item.target),
    holders,
    until: last.grant.until,
    lapse: 'never',
    identity: last.identity,
    content,
    digest: badgeDigest(content),
  }
}

const observedOf = (world: ToyWorld, [key, badge]: readonly [HoldingKey, Badge]): Observed<Content> => ({
  key,
  mode: id('toy'),
  target: id(badge.target),
  scope: id(badge.target),
  state: world.pending.has(key) ? 'pending' : 'there',
  mark: badge.mark === null ? null : { version: badge.mark, expires: badge.until },
  identity: `id-of-${badge.person}@example.com`,
  content: badge,
  digest: badgeDigest(badge),
  says: `badge ${badge.name} of ${badge.person} in ${badge.target}`,
})

export function toyMode(world: ToyWorld, targets: readonly string[], now: Instant): Provisioner<Content> {
  const lane = (target: string) => id<'lane'>(`toy:${target}`)
  return {
    mode: id('toy'),
    carries: { statements: null, policy: null, narrowed: null, role: null, permissionSet: null, group: 'never' },
    scopes: targets.map((target) => ({ scope: id(target), target: id(target) })),
    needs: (grant) => [{ target: grant.item.target, what: 'identity', name: grant.email }],
    presume: (need) => ({ need, is: 'found', id: `id-of-${need.name}`, name: need.name }),
    async observe(needs) {
      const badges = [...(world.stale ?? world).badges]
      return {
        asOf: now,
        scopes: toyScopes(world, targets),
        observed: badges
          .filter(([, badge]) => targets.includes(badge.target) && !world.dark.has(badge.target))
          .map((one) => observedOf(world, one)),
        facts: toyFacts(world, needs),
      }
    },
    place(live) {
      const groups = grouped(live, (one) => badgeKey(one.grant.item.target, one.grant.item.person, badgeOf(one)))
      return { holdings: [...groups].map(([key, holders]) => holdingOf(key, holders)), blocked: [] }
    },
    effectOf: (have, want) => (want.until <= have.until ? 'takes' : 'gives'),
    compile(change) {
      if (change.do === 'revoke')
        return [{ op: 'unpin', lane: lane(change.have.target), effect: 'takes', with: { key: change.have.key } }]
      const { want } = change
      const mark = latest(want.holders).grant.version
      const effect = change.do === 'grant' ? 'gives' : change.effect
      return [{ op: 'pin', lane: lane(want.target), effect, with: { key: want.key, mark, ...want.content } }]
    },
    perform: async (call) =>
      callToy(world, call, () => {
        const key = id<'holding'>(String(call.with['key']))
        const badges = new Map(world.badges)
        if (call.op === 'unpin') badges.delete(key)
        else
          badges.set(key, {
            target: String(call.with['target']),
            person: String(call.with['person']),
            name: String(call.with['name']),
            until: Number(call.with['until']) as Instant,
            mark: String(call.with['mark']),
          })
        world.badges = badges
      }),
    reach: (holding) => [`wear ${holding.content.name}`],
  }
}
