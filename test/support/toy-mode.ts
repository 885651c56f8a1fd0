// A mode that hands out badges in a world of plain data: the smallest thing that the port allows.

import { digest } from '../../src/core/model/canonical.ts'
import { type HoldingKey, id } from '../../src/core/model/id.ts'
import type { Instant } from '../../src/core/model/time.ts'
import type { Fact, Holding, Observed, Provisioner, Resolved } from '../../src/core/plan/provisioner.ts'

/** What hangs on somebody's jacket. `mark` null: pinned there by somebody else. */
export interface Badge {
  readonly target: string
  readonly person: string
  readonly name: string
  readonly until: Instant
  readonly mark: string | null
}

export interface ToyWorld {
  badges: ReadonlyMap<HoldingKey, Badge>
  /** Targets that do not answer. */
  readonly dark: Set<string>
  readonly journal: { readonly op: string; readonly key: string }[]
  /** Fails the call with this number (from 1), before or after its effect. */
  fault: { readonly call: number; readonly when: 'before' | 'after' } | null
  calls: number
}

export const emptyToyWorld = (): ToyWorld => ({ badges: new Map(), dark: new Set(), journal: [], fault: null, calls: 0 })

export type Content = Pick<Badge, 'target' | 'person' | 'name' | 'until'>

const keyOf = (target: string, person: string, name: string): HoldingKey => id(`${target}/${person}/${name}`)
const digestOf = ({ target, person, name, until }: Content) => digest(`${target} ${person} ${name} ${until}`)

const latest = (holders: readonly Resolved[]): Resolved =>
  holders.reduce((last, one) => (one.grant.until > last.grant.until ? one : last))

function holdingOf(key: HoldingKey, holders: readonly Resolved[]): Holding<Content> {
  const last = latest(holders)
  const { item } = last.grant
  const content = { target: item.target, person: item.person, name: item.entitlement.facets['badge']?.[0] ?? '', until: last.grant.until }
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
    digest: digestOf(content),
  }
}

const observedOf = ([key, badge]: readonly [HoldingKey, Badge]): Observed<Content> => ({
  key,
  mode: id('toy'),
  target: id(badge.target),
  scope: id(badge.target),
  state: 'there',
  mark: badge.mark === null ? null : { version: badge.mark, expires: badge.until },
  identity: badge.person,
  content: badge,
  digest: digestOf(badge),
  says: `badge ${badge.name} of ${badge.person} in ${badge.target}`,
})

const DARK = { kind: 'unreachable', call: 'toy:look', said: 'dark' } as const

export function toyMode(world: ToyWorld, targets: readonly string[]): Provisioner<Content> {
  const lane = (target: string) => id<'lane'>(`toy:${target}`)
  return {
    mode: id('toy'),
    carries: { statements: null, policy: null, narrowed: null, role: null, permissionSet: null, group: 'never' },
    scopes: targets.map((target) => ({ scope: id(target), target: id(target) })),
    needs: (grant) => [{ target: grant.item.target, what: 'identity', name: grant.email }],
    async observe(needs) {
      return {
        asOf: 0 as Instant,
        scopes: new Map(
          targets.map((target) => [
            id<'scope'>(target),
            world.dark.has(target) ? { is: 'unknown', because: DARK } : { is: 'known', value: 'whole' },
          ]),
        ),
        observed: [...world.badges].filter(([, badge]) => !world.dark.has(badge.target)).map(observedOf),
        facts: new Map(
          needs.map((need): [string, Fact] => [
            `${need.target} ${need.what} ${need.name}`,
            world.dark.has(need.target)
              ? { need, is: 'unknown', because: DARK }
              : { need, is: 'found', id: `id-of-${need.name}`, name: need.name },
          ]),
        ),
      }
    },
    place(live) {
      const groups = new Map<HoldingKey, Resolved[]>()
      for (const one of live) {
        const { item } = one.grant
        const key = keyOf(item.target, item.person, item.entitlement.facets['badge']?.[0] ?? '')
        groups.set(key, [...(groups.get(key) ?? []), one])
      }
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
    async perform(call) {
      world.calls += 1
      const hit = world.fault?.call === world.calls ? world.fault.when : null
      const failed = { is: 'failed', error: { kind: 'unreachable', call: `toy:${call.op}`, said: 'fault' } } as const
      if (hit === 'before') return failed
      const key = id<'holding'>(String(call.with['key']))
      world.journal.push({ op: call.op, key })
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
      return hit === 'after' ? failed : { is: 'done' }
    },
    reach: (holding) => [`wear ${holding.content.name}`],
  }
}
