// A mode that hangs all badges of a person on one lanyard, each with its end, several calls a change: packing, made small.

import { digest } from '../../src/core/model/canonical.ts'
import { type HoldingKey, id } from '../../src/core/model/id.ts'
import type { Instant } from '../../src/core/model/time.ts'
import type { Call, Effect, Holding, Observed, Provisioner, Resolved } from '../../src/core/plan/provisioner.ts'
import { badgeOf, callToy, grouped, latest, type ToyWorld, toyFacts, toyScopes } from './toy-mode.ts'

/** Badge → the instant from which it opens no door any more. */
export type Ends = Readonly<Record<string, Instant>>

export interface Lanyard {
  readonly target: string
  readonly person: string
  readonly badges: Ends
  /** null: hung by somebody else. */
  readonly mark: string | null
  readonly expires: Instant | null
}

export type LanyardContent = Pick<Lanyard, 'target' | 'person' | 'badges'>

export const lanyardKey = (target: string, person: string): HoldingKey => id(`lanyard/${target}/${person}`)

/** With the end that the mark tells: a run that died between badges and mark must not leave an old mark for ever. */
const digestOf = ({ target, person, badges }: LanyardContent, expires: Instant | null) =>
  digest({ target, person, badges, expires })

/** More badges than this do not fit on one. */
export const ROOM = 4

const covers = (have: Ends, want: Ends): boolean =>
  Object.entries(want).every(([name, until]) => (have[name] ?? 0) >= until)

const effectOf = (have: LanyardContent, want: LanyardContent): Effect =>
  covers(have.badges, want.badges) ? 'takes' : 'gives'

function holdingOf(key: HoldingKey, holders: readonly Resolved[]): Holding<LanyardContent> {
  const last = latest(holders)
  const { item } = last.grant
  const names = [...new Set(holders.map(badgeOf))].sort()
  const ends = names.map((name) => [name, latest(holders.filter((one) => badgeOf(one) === name)).grant.until] as const)
  const content: LanyardContent = { target: item.target, person: item.person, badges: Object.fromEntries(ends) }
  return {
    key,
    mode: id('lanyard'),
    target: item.target,
    scope: id(item.target),
    holders,
    until: last.grant.until,
    lapse: 'always',
    identity: last.identity,
    content,
    digest: digestOf(content, last.grant.until),
  }
}

const observedOf = (world: ToyWorld, [key, lanyard]: readonly [HoldingKey, Lanyard]): Observed<LanyardContent> => ({
  key,
  mode: id('lanyard'),
  target: id(lanyard.target),
  scope: id(lanyard.target),
  state: world.pending.has(key) ? 'pending' : Object.keys(lanyard.badges).length === 0 ? 'remains' : 'there',
  mark: lanyard.mark === null ? null : { version: lanyard.mark, expires: lanyard.expires },
  identity: `id-of-${lanyard.person}@example.com`,
  content: lanyard,
  digest: digestOf(lanyard, lanyard.expires),
  says: `lanyard of ${lanyard.person} in ${lanyard.target}`,
})

export function toyLanyard(world: ToyWorld, targets: readonly string[], now: Instant): Provisioner<LanyardContent> {
  const call = (target: string, op: string, effect: Effect, given: Call['with']): Call => ({
    op,
    lane: id(`lanyard:${target}`),
    effect,
    with: given,
  })
  /** Takes first, badge by badge; then the mark; then gives. */
  const turn = (key: HoldingKey, have: Ends, want: Holding<LanyardContent>): readonly Call[] => {
    const { target, content, until } = want
    const mark = latest(want.holders).grant.version
    const off = Object.keys(have).filter((name) => content.badges[name] === undefined)
    const on = Object.entries(content.badges).filter(([name, end]) => have[name] !== end)
    // A mark that serves no giving only takes: it tells an earlier end.
    const marking = on.some(([name, end]) => end > (have[name] ?? 0)) ? 'prepares' : 'takes'
    return [
      ...off.sort().map((name) => call(target, 'unhook', 'takes', { key, name })),
      call(target, 'hang', marking, { key, mark, until, target: content.target, person: content.person }),
      ...on.map(([name, end]) =>
        call(target, 'hook', end <= (have[name] ?? 0) ? 'takes' : 'gives', { key, name, end, mark }),
      ),
    ]
  }
  return {
    mode: id('lanyard'),
    carries: { statements: null, policy: null, narrowed: null, role: null, permissionSet: null, group: 'always' },
    scopes: targets.map((target) => ({ scope: id(target), target: id(target) })),
    needs: (grant) => [{ target: grant.item.target, what: 'identity', name: grant.email }],
    presume: (need) => ({ need, is: 'found', id: `id-of-${need.name}`, name: need.name }),
    async observe(needs) {
      const lanyards = [...(world.stale ?? world).lanyards]
      return {
        asOf: now,
        scopes: toyScopes(world, targets),
        observed: lanyards
          .filter(([, one]) => targets.includes(one.target) && !world.dark.has(one.target))
          .map((one) => observedOf(world, one)),
        facts: toyFacts(world, needs),
      }
    },
    place(live) {
      const groups = grouped(live, ({ grant }) => lanyardKey(grant.item.target, grant.item.person))
      const holdings = [...groups].map(([key, holders]) => holdingOf(key, holders))
      const fits = ({ content }: Holding<LanyardContent>): boolean => Object.keys(content.badges).length <= ROOM
      return {
        holdings: holdings.filter(fits),
        blocked: holdings
          .filter((one) => !fits(one))
          .map(({ holders }) => ({
            grants: holders.map(({ grant }) => grant.key),
            because: 'the lanyard is full',
            cure: 'ask for less',
          })),
      }
    },
    effectOf,
    compile(change) {
      if (change.do === 'grant') return turn(change.want.key, {}, change.want)
      const { key, target, content } = change.have
      if (change.do === 'adjust') return turn(key, content.badges, change.want)
      return [
        ...Object.keys(content.badges).map((name) => call(target, 'unhook', 'takes', { key, name })),
        call(target, 'shred', 'prepares', { key }),
      ]
    },
    perform: async (one) =>
      callToy(world, one, () => {
        const key = id<'holding'>(String(one.with['key']))
        const lanyards = new Map(world.lanyards)
        const there = lanyards.get(key)
        const name = String(one.with['name'])
        if (one.op === 'shred') lanyards.delete(key)
        else if (one.op === 'hang')
          lanyards.set(key, {
            target: String(one.with['target']),
            person: String(one.with['person']),
            badges: there?.badges ?? {},
            mark: String(one.with['mark']),
            expires: Number(one.with['until']) as Instant,
          })
        else if (there !== undefined) {
          const { [name]: _, ...others } = there.badges
          const badges = one.op === 'unhook' ? others : { ...others, [name]: Number(one.with['end']) as Instant }
          lanyards.set(key, { ...there, badges })
        }
        world.lanyards = lanyards
      }),
    reach: (holding) => Object.keys(holding.content.badges).map((name) => `show ${name}`),
  }
}
