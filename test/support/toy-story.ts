// Stories to test laws with, played event by event over the toy modes.

import type { Standing } from '../../src/core/model/grant.ts'
import { type HoldingKey, id } from '../../src/core/model/id.ts'
import type { Hold, Settings } from '../../src/core/model/settings.ts'
import { type Instant, instantOf, later } from '../../src/core/model/time.ts'
import type { Run } from '../../src/flow.ts'
import { anAccount, anyFilter, aPerson, aRequest, aRule, auto, HERE, landed, NOON, someSettings } from './builders.ts'
import { CALM, type Event, PEOPLE, type Standpoint } from './toy-events.ts'
import type { Lanyard } from './toy-lanyard.ts'
import { type Badge, emptyToyWorld, type ToyWorld } from './toy-mode.ts'
import { aScene, proved, run, type Scene } from './toy-run.ts'

export interface Story {
  readonly scene: Scene
  readonly landed: Standing[]
  readonly verdicts: Map<string, Standpoint>
  holds: readonly Hold[]
  denied: string | null
}

function settingsOf(story: Pick<Story, 'holds' | 'denied'>): Settings {
  const { holds, denied } = story
  const no = aRule('no', [], {
    deny: 'Not now',
    what: { ...anyFilter, facets: { badge: [{ text: denied ?? '', is: 'glob' }] } },
  })
  return someSettings({
    people: PEOPLE.map((one) => aPerson(one)),
    accounts: [
      anAccount('prod'),
      anAccount('stage', { id: '222233334444' }),
      anAccount('lab', { id: '333344445555', mode: id('lanyard') }),
    ],
    rules: [aRule('everything', [auto]), ...(denied === null ? [] : [no])],
    holds,
  })
}

export function openStory(): Story {
  const verdicts = new Map<string, Standpoint>()
  const scene = aScene({
    world: emptyToyWorld(),
    settings: settingsOf({ holds: [], denied: null }),
    standing: [],
    now: NOON,
  })
  scene.verdict = (version) => {
    const as = verdicts.get(version) ?? 'unknown'
    if (as === 'proved') return proved(version)
    return as === 'refused'
      ? { is: 'refused', because: 'no-pull-request', says: 'pushed' }
      : { is: 'unknown', because: 'no answer' }
  }
  return { scene, landed: [], verdicts, holds: [], denied: null }
}

/** The same story, to be continued in another way. */
export function branch(story: Story): Story {
  const { scene } = story
  const world: ToyWorld = {
    ...scene.world,
    dark: new Set(scene.world.dark),
    pending: new Set(scene.world.pending),
    absent: new Set(scene.world.absent),
    journal: [],
  }
  const verdicts = new Map(story.verdicts)
  const fresh = openStory()
  const copy: Scene = {
    ...scene,
    world: { ...world, calls: 0, fault: null },
    lines: [...scene.lines],
    verdict: fresh.scene.verdict,
  }
  fresh.verdicts.clear()
  for (const [version, as] of verdicts) fresh.verdicts.set(version, as)
  return { ...story, scene: copy, landed: [...story.landed], verdicts: fresh.verdicts }
}

const nth = <T>(values: readonly T[], which: number): T | undefined =>
  values.length === 0 ? undefined : values[which % values.length]

const oursIn = ({ badges, lanyards }: ToyWorld): readonly HoldingKey[] =>
  [...badges, ...lanyards].filter(([, thing]) => thing.mark !== null).map(([key]) => key)

function touch(
  story: Story,
  key: HoldingKey,
  badge: (one: Badge) => Badge | null,
  lanyard: (one: Lanyard) => Lanyard | null,
): void {
  const { world } = story.scene
  const put = <T>(things: ReadonlyMap<HoldingKey, T>, change: (one: T) => T | null): ReadonlyMap<HoldingKey, T> => {
    const there = things.get(key)
    if (there === undefined) return things
    const after = change(there)
    const others = [...things].filter(([one]) => one !== key)
    return new Map(after === null ? others : [...others, [key, after]])
  }
  world.badges = put(world.badges, badge)
  world.lanyards = put(world.lanyards, lanyard)
}

const shifted = ({ scene: { now } }: Story, until: Instant, factor: number): Instant =>
  until <= now ? until : instantOf(now + (until - now) * factor)

function byHand(
  story: Story,
  event: Extract<Event, { is: 'remove' | 'cut' | 'prolong' | 'unmark' }>,
): HoldingKey | null {
  const key = nth(oursIn(story.scene.world), event.which)
  if (key === undefined) return null
  const factor = event.is === 'cut' ? 0.5 : 3
  const all = (lanyard: Lanyard) =>
    Object.fromEntries(Object.entries(lanyard.badges).map(([name, until]) => [name, shifted(story, until, factor)]))
  if (event.is === 'remove')
    touch(
      story,
      key,
      () => null,
      () => null,
    )
  else if (event.is === 'unmark')
    touch(
      story,
      key,
      (one) => ({ ...one, mark: null }),
      (one) => ({ ...one, mark: null, expires: null }),
    )
  else
    touch(
      story,
      key,
      (one) => ({ ...one, until: shifted(story, one.until, factor) }),
      (one) => ({ ...one, badges: all(one) }),
    )
  return key
}

function land(story: Story, event: Extract<Event, { is: 'land' }>): void {
  const { scene } = story
  const base = aRequest(`r${story.landed.length}`, {
    person: event.person,
    when: {
      is: 'duration',
      seconds: event.minutes * 60,
      from: event.in === 0 ? null : later(scene.now, event.in * 60),
    },
  })
  const lines = event.targets.flatMap((one) => aRequest('x', { target: one, badges: event.badges }).lines)
  const standing = landed({ ...base, lines, blob: id(`${base.blob.slice(0, 30)}${story.landed.length}`) }, scene.now)
  story.landed.push(standing)
  story.verdicts.set(standing.version.id, event.as)
  scene.standing = [...scene.standing, standing]
  scene.past = story.landed.map(({ version }) => version.id)
}

function hold(story: Story, what: Extract<Event, { is: 'hold' }>['what']): void {
  const request = what.is === 'nth' ? (nth(story.landed, what.which)?.request.id ?? 'none') : null
  const named: Hold['what'] = what.is === 'nth' ? { is: 'request', request: request ?? 'none' } : what
  story.holds = [...story.holds, { what: named, because: 'incident', since: null, at: HERE }]
}

/** Plays one event; the run's result where it was one, the key where a hand touched something. */
export async function play(
  story: Story,
  event: Event,
): Promise<{ readonly run?: Run; readonly key?: HoldingKey | null }> {
  const { scene } = story
  switch (event.is) {
    case 'land':
      land(story, event)
      return {}
    case 'delete': {
      const gone = nth(scene.standing, event.which)
      scene.standing = scene.standing.filter((one) => one !== gone)
      return {}
    }
    case 'wait':
      scene.now = later(scene.now, event.minutes * 60)
      return {}
    case 'hold':
      hold(story, event.what)
      break
    case 'lift':
      story.holds = []
      break
    case 'deny':
      story.denied = event.badge
      break
    case 'judge': {
      const version = nth(story.landed, event.which)?.version.id
      if (version !== undefined) story.verdicts.set(version, event.as)
      return {}
    }
    case 'dark':
      scene.world.dark.clear()
      for (const one of event.targets) scene.world.dark.add(one)
      return {}
    case 'ledger':
      scene.ledger = event.as
      return {}
    case 'run': {
      scene.world.calls = 0
      scene.world.fault = event.fault
      scene.dies = event.dies
      const result = await run(scene, event.job)
      scene.world.fault = null
      scene.dies = false
      return { run: result }
    }
    default:
      return { key: byHand(story, event) }
  }
  scene.settings = settingsOf(story)
  return {}
}

export async function playAll(events: readonly Event[], story: Story = openStory()): Promise<Story> {
  for (const event of events) await play(story, event)
  return story
}

/** A clean apply with everything readable. */
export async function apply(story: Story): Promise<Run> {
  const { run: result } = await play(story, CALM)
  if (result === undefined) throw new Error('a run has a result')
  return result
}

export function clearSky(story: Story): Story {
  story.scene.world.dark.clear()
  story.scene.ledger = 'readable'
  return story
}
