// What is there: every account by itself, and of its app only whom it concerns.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { HoldingKey, ScopeId } from '../../core/model/id.ts'
import { type Instant, instantOf } from '../../core/model/time.ts'
import {
  type Fact,
  type Need,
  needKey,
  type Observation,
  type Observed,
  type Recorded,
} from '../../core/plan/provisioner.ts'
import { eachOf } from '../any/each.ts'
import { reading } from '../any/sure.ts'
import { openAwsManaged } from '../aws/managed.ts'
import { decidePolicy, localPolicies } from '../aws/named.ts'
import { personFact } from '../okta/people.ts'
import type { Content } from './content.ts'
import { accountFact, asSession, roleFact } from './facts.ts'
import { type Ground, NO_OKTA, type Observing, readGround, type Watched } from './ground.ts'
import { appScopeOf, readKey, roleKey, scopeOf } from './naming.ts'
import { recognise } from './recognise.ts'

interface Seen {
  readonly observed: readonly Observed<Content>[]
  readonly facts: readonly Fact[]
  /** Whether Okta said whom it lets in. */
  readonly entered: Answer<'whole'>
}

type Managed = ReturnType<typeof openAwsManaged>

async function factOf(asked: Observing, watched: Watched, ground: Ground, managed: Managed, need: Need): Promise<Fact> {
  const { federation, account } = watched
  if (federation === null) return { need, is: 'absent' }
  if (need.what === 'account' || need.what === 'role') {
    const { entered, details, pool } = ground
    if (entered.is === 'unknown') return { need, is: 'unknown', because: entered.because }
    const seen = { details, pool, app: entered.value.app }
    return need.what === 'account'
      ? accountFact(need, seen, asked.installation, federation)
      : roleFact(need, seen, federation)
  }
  if (need.what !== 'policy') return { need, is: 'absent' }
  const aws = await managed(account, need.name)
  if (aws.is === 'unknown') return { need, is: 'unknown', because: aws.because }
  return decidePolicy(need, localPolicies(ground.details, need), aws.value)
}

async function look(
  asked: Observing,
  watched: Watched,
  needs: readonly Need[],
  recorded: Recorded,
  managed: Managed,
): Promise<Seen> {
  const { okta, match } = asked
  const identities = needs.filter(({ what }) => what === 'identity')
  const people = await eachOf(
    identities,
    async (need): Promise<Fact> =>
      okta === null ? { need, is: 'unknown', because: NO_OKTA } : asSession(await personFact(okta, match, need)),
  )
  const ids = people.flatMap((fact) => (fact.is === 'found' ? [fact.id] : []))
  // Who asks for a role that is there may have it already; who asks for anything else gets a role of the pool, whatever they have.
  const mayHave = needs.some(({ what }) => what === 'role') ? ids : []
  const ground = await readGround(asked, watched, needs, mayHave, recorded)
  const others = needs.filter(({ what }) => what !== 'identity')
  const facts = [...people, ...(await eachOf(others, (need) => factOf(asked, watched, ground, managed, need)))]
  const roles = facts.flatMap((fact) => (fact.is === 'found' && fact.need.what === 'role' ? [fact.name] : []))
  const asking = new Set(ids.flatMap((user) => roles.map((role) => roleKey(watched.account, user, role))))
  const told = (key: HoldingKey): boolean => recorded.has(key) || asking.has(key)
  const entered: Answer<'whole'> = ground.entered.is === 'unknown' ? ground.entered : known('whole')
  return { observed: recognise({ watched, host: okta?.host ?? '', ground, told }), facts, entered }
}

/** Never throws for what AWS or Okta say: what cannot be read leaves its account unknown. */
export async function observe(
  asked: Observing,
  needs: readonly Need[],
  recorded: Recorded,
): Promise<Observation<Content>> {
  if (asked.accounts.length === 0) return { asOf: instantOf(0), scopes: new Map(), observed: [], facts: new Map() }
  const time = await asked.aws.serverTime()
  const asOf: Instant = time.is === 'known' ? time.value : instantOf(0)
  const managed = openAwsManaged(asked.aws)
  const scopes = new Map<ScopeId, Answer<'whole'>>()
  const observed: Observed<Content>[] = []
  const facts = new Map<string, Fact>()
  const looked = await eachOf(asked.accounts, async (watched) => {
    const mine = needs.filter(({ target }) => target === watched.target)
    const lost =
      watched.federation === null &&
      [...recorded.keys()].some((key) => readKey(key)?.account === watched.account && readKey(key)?.role !== null)
    const seen: Answer<Seen> =
      time.is === 'unknown' ? time : await reading(() => look(asked, watched, mine, recorded, managed))
    return { watched, mine, seen, lost }
  })
  for (const { watched, mine, seen, lost } of looked) {
    scopes.set(scopeOf(watched.account), seen.is === 'known' ? known('whole') : unknown(seen.because))
    const entered = seen.is === 'known' ? seen.value.entered : unknown(seen.because)
    scopes.set(appScopeOf(watched.account), lost ? unknown(NO_OKTA) : entered)
    if (seen.is === 'known') {
      observed.push(...seen.value.observed)
      for (const fact of seen.value.facts) facts.set(needKey(fact.need), fact)
    } else for (const need of mine) facts.set(needKey(need), { need, is: 'unknown', because: seen.because })
  }
  return { asOf, scopes, observed, facts }
}
