// What is looked at: the world once, for what the requests at the head need to know of it.

import { type Deciding, NOTHING_READ } from '../approval/routing.ts'
import type { Answer } from '../model/edge-error.ts'
import type { Grant, Standing } from '../model/grant.ts'
import type { CommitId, VersionId } from '../model/id.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import type { Settings } from '../model/settings.ts'
import { looksAtTags, type TaggedThing, type Tags, tagsKey } from '../model/tags.ts'
import type { Instant } from '../model/time.ts'
import type { Ledger } from '../report/record.ts'
import { type AskedFor, askedFor, knowing } from './asked.ts'
import { type Desiring, desire, liveGrants } from './desire.ts'
import type { Mode, Seen } from './mode.ts'
import { presumable } from './presumed.ts'
import { needKey } from './provisioner.ts'
import { recordedIn, settlementOf } from './settlement.ts'
import type { Verdicts } from './verdicts.ts'

export interface Drawing {
  readonly commit: CommitId
  readonly standing: readonly Standing[]
  readonly everyVersion: ReadonlySet<VersionId>
  readonly settings: Settings
  readonly head: Settings
  readonly modes: readonly Mode[]
  readonly knowledge: Deciding['knowledge']
  /** null: could not be read. */
  readonly ledger: Ledger | null
  /** How resources are tagged now, by `tagsKey`. */
  readonly tags: (settings: Settings, things: readonly TaggedThing[]) => Promise<ReadonlyMap<string, Answer<Tags>>>
  readonly now: Instant
}

/** One look at the world, with the policy texts and tags it found and what is asked for in their light. */
export interface Look {
  readonly seen: readonly Seen[]
  readonly deciding: Deciding
  readonly askedFor: AskedFor
}

export const desiring = ({ ledger, now }: Drawing, verdicts: Verdicts): Desiring => ({
  settlement: settlementOf(ledger),
  verdicts,
  refusedBefore: ledger?.refused ?? new Map(),
  now,
})

const carriesOf = (modes: readonly Mode[]): Deciding['carries'] =>
  new Map(modes.map((mode) => [mode.mode, mode.carries]))

/** One by one, though several may ask for the same. */
function thingsOf(grants: readonly Grant[]): readonly TaggedThing[] {
  const things = grants.flatMap(({ account, item: { target, entitlement } }): [string, TaggedThing][] =>
    entitlement.thing === undefined
      ? []
      : [[tagsKey(target, entitlement.thing), { target, account, arn: entitlement.thing }]],
  )
  return [...new Map(things).values()]
}

/** Nothing is asked where no rule looks at it. */
async function tagsFor(
  { settings, head, tags }: Drawing,
  grants: readonly Grant[],
): Promise<ReadonlyMap<string, Answer<Tags>>> {
  const things = looksAtTags(settings) || looksAtTags(head) ? thingsOf(grants) : []
  return things.length === 0 ? NOTHING_READ.tags : tags(settings, things)
}

/** Reads the world once; what it needs follows from Git alone. */
export async function look(asked: Drawing, verdicts: Verdicts): Promise<Look> {
  const blind: Deciding = { knowledge: asked.knowledge, carries: carriesOf(asked.modes), ...NOTHING_READ }
  const asking = askedFor({ ...asked, deciding: blind })
  const desired = desire(asking, desiring(asked, verdicts))
  const wanted = [...liveGrants(desired), ...presumable(desired, carriesOf(asked.modes), asked.ledger, asked.now)]
  const recorded = recordedIn(asked.ledger)
  const reading = tagsFor(asked, wanted)
  const seen = await Promise.all(
    asked.modes.map((mode) => {
      const needs = new Map(
        wanted
          .filter((grant) => grant.mode === mode.mode)
          .flatMap(mode.needs)
          .map((need) => [needKey(need), need]),
      )
      return mode.look([...needs.values()], recorded)
    }),
  )
  const documents = seen
    .flatMap((one) => [...one.facts.values()])
    .flatMap((fact): [string, PolicyDocument][] =>
      fact.is === 'found' && fact.document !== undefined
        ? [[`${fact.need.target} ${fact.need.name}`, fact.document]]
        : [],
    )
  const deciding: Deciding = { ...blind, documents: new Map(documents), tags: await reading }
  return { seen, deciding, askedFor: knowing(asking, { ...asked, deciding }) }
}
