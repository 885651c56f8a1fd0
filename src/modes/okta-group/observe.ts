// What is there: only the people and groups that live grants and the record name, each group read once and whole.

import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
import type { HoldingKey, ScopeId, TargetId } from '../../core/model/id.ts'
import type { OktaIntegration } from '../../core/model/settings.ts'
import { OKTA_MODE } from '../../core/model/targets.ts'
import { type Instant, instantOf } from '../../core/model/time.ts'
import {
  type Fact,
  type Need,
  needKey,
  type Observation,
  type Observed,
  type Recorded,
} from '../../core/plan/provisioner.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import { getGroup, listGroupUsers } from '../../edges/okta/operations.ts'
import type { OktaUser } from '../../edges/okta/shapes.ts'
import { eachOf } from '../any/each.ts'
import { reading, sure } from '../any/sure.ts'
import { personFact } from '../okta/people.ts'
import { type Content, contentDigest } from './content.ts'
import { groupFact, grouping } from './groups.ts'
import { membershipKey, readKey, scopeOf } from './naming.ts'

/** An organisation that is looked at; without a key to it nothing of it can be known. */
export interface Watched {
  readonly target: TargetId
  readonly host: string
  /** null: settings lead there no more. */
  readonly okta: { readonly edge: Okta; readonly match: OktaIntegration['match'] } | null
}

type Opened = NonNullable<Watched['okta']>

interface Roll {
  readonly id: string
  readonly name: string
  readonly members: ReadonlyMap<string, OktaUser>
}

/** A group that is gone has nobody; its name is then its id. */
async function rollOf(okta: Okta, id: string, name: string | null): Promise<Roll> {
  const called = name === null ? await okta.get(getGroup, { groupId: id }) : null
  if (called?.is === 'unknown' && called.because.kind === 'not-found') return { id, name: id, members: new Map() }
  const members = sure(await okta.list(listGroupUsers, { groupId: id }))
  return {
    id,
    name: name ?? (called === null ? id : sure(called).name),
    members: new Map(members.map((user) => [user.id, user])),
  }
}

const factOf = (asked: Opened, groups: ReturnType<typeof grouping>, need: Need): Promise<Fact> =>
  need.what === 'identity'
    ? personFact(asked.edge, asked.match, need)
    : need.what === 'group'
      ? groupFact(groups, need)
      : Promise.resolve({ need, is: 'absent' })

function observedIn(watched: Watched, roll: Roll, told: (key: HoldingKey) => boolean): readonly Observed<Content>[] {
  const { target, host } = watched
  return [...roll.members.values()].flatMap((user): Observed<Content>[] => {
    const key = membershipKey(host, user.id, roll.id)
    if (!told(key)) return []
    const content = { host, userId: user.id, groupId: roll.id, login: user.login, group: roll.name }
    return [
      {
        key,
        mode: OKTA_MODE,
        target,
        scope: scopeOf(host),
        state: 'there',
        mark: null,
        identity: user.id,
        content,
        digest: contentDigest(content),
        says: `${user.login} in the Okta group ${roll.name}`,
      },
    ]
  })
}

type Seen = Pick<Observation<Content>, 'observed' | 'facts'> & { readonly asOf: Instant }

async function look(watched: Watched, asked: Opened, needs: readonly Need[], recorded: Recorded): Promise<Seen> {
  const asOf = sure(await asked.edge.serverTime())
  const groups = grouping(asked.edge)
  const facts = await eachOf(needs, (need) => factOf(asked, groups, need))
  const found = facts.flatMap((fact) => (fact.is === 'found' ? [fact] : []))
  const names = new Map<string, string | null>()
  for (const key of recorded.keys()) {
    const read = readKey(key)
    if (read?.host === watched.host) names.set(read.groupId, null)
  }
  for (const { need, id, name } of found) if (need.what === 'group') names.set(id, name)
  const people = new Set(found.filter(({ need }) => need.what === 'identity').map(({ id }) => id))
  const rolls = await eachOf([...names], ([id, name]) => rollOf(asked.edge, id, name))
  const told = (key: HoldingKey): boolean => recorded.has(key) || people.has(readKey(key)?.userId ?? '')
  return {
    asOf,
    observed: rolls.flatMap((roll) => observedIn(watched, roll, told)),
    facts: new Map(facts.map((fact) => [needKey(fact.need), fact])),
  }
}

const NO_KEY = (host: string): EdgeError => ({
  kind: 'denied',
  call: `okta: ${host}`,
  said: 'settings do not lead to this organisation any more: bring integrations/okta.yaml back with `closing: true` until nothing is left',
})

async function lookAt(watched: Watched, needs: readonly Need[], recorded: Recorded): Promise<Answer<Seen>> {
  const { okta, host } = watched
  return okta === null ? unknown(NO_KEY(host)) : reading(() => look(watched, okta, needs, recorded))
}

/** Never throws for what Okta says. Where nothing is asked for and nothing was given nobody is asked. */
export async function observe(
  organisations: readonly Watched[],
  needs: readonly Need[],
  recorded: Recorded,
): Promise<Observation<Content>> {
  const scopes = new Map<ScopeId, Answer<'whole'>>()
  const observed: Observed<Content>[] = []
  const facts = new Map<string, Fact>()
  let asOf = instantOf(0)
  for (const watched of organisations) {
    const mine = needs.filter(({ target }) => target === watched.target)
    const ours = [...recorded.keys()].some((key) => readKey(key)?.host === watched.host)
    const scope = scopeOf(watched.host)
    if (mine.length === 0 && !ours) {
      scopes.set(scope, known('whole'))
      continue
    }
    const seen = await lookAt(watched, mine, recorded)
    if (seen.is === 'known') {
      scopes.set(scope, known('whole'))
      observed.push(...seen.value.observed)
      for (const [key, fact] of seen.value.facts) facts.set(key, fact)
      asOf = seen.value.asOf
    } else {
      const { because } = seen
      scopes.set(scope, unknown(because))
      for (const need of mine) facts.set(needKey(need), { need, is: 'unknown', because })
    }
  }
  return { asOf, scopes, observed, facts }
}
