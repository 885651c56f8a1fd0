// What is there: Identity Center read once for all accounts, then each account that has something of it.

import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
import type { HoldingKey } from '../../core/model/id.ts'
import { type Instant, instantOf } from '../../core/model/time.ts'
import { type Fact, type Need, needKey, type Observation, type Recorded } from '../../core/plan/provisioner.ts'
import { eachOf } from '../any/each.ts'
import { reading, sure } from '../any/sure.ts'
import { openAwsManaged } from '../aws/managed.ts'
import { decidePolicy, decideRole, localPolicies } from '../aws/named.ts'
import { type Row, rowsUnderWay } from './assignments.ts'
import { readCenter } from './center.ts'
import type { Content } from './content.ts'
import { type Answering, answer } from './facts.ts'
import { type Ground, readRows, watchedUsers } from './ground.ts'
import { assignmentKey, scopeOf } from './naming.ts'
import type { Observing } from './observing.ts'
import { type Accounts, type Origin, openSet, originOf, readAccounts, recordedSets } from './own-sets.ts'
import { readPeople } from './people.ts'
import { type OwnSet, recognise } from './recognise.ts'
import { assignableOf } from './set-tags.ts'

async function originsOf(asked: Observing, { center, ours }: Ground, recorded: Recorded): Promise<readonly Origin[]> {
  const accounts = recordedSets(recorded.keys())
  const answers = await eachOf(ours, async (one): Promise<Answer<Origin | null>> => {
    const account = accounts.get(one.name)
    return account === undefined
      ? originOf(asked.aws, center.instance, asked.installation, one)
      : known({ ...one, account, version: null })
  })
  return answers.flatMap((one) => sure(one) ?? [])
}

/** Accounts whose IAM is read: where sets of ours are assigned, and where a policy or role is needed. */
function accountsToRead(asked: Observing, needs: readonly Need[], origins: readonly Origin[], rows: readonly Row[]) {
  const assigned = new Set(rows.map(({ set, account }) => `${set} ${account}`))
  const held = new Set(origins.flatMap(({ arn, account }) => (assigned.has(`${arn} ${account}`) ? [account] : [])))
  return asked.accounts.flatMap(({ target, account, is }) => {
    const mine = is === 'left' ? [] : needs.filter((need) => need.target === target)
    const policies = mine.some(({ what }) => what === 'policy')
    const needed = policies || mine.some(({ what }) => what === 'role')
    return needed || held.has(account) ? [{ account, policies }] : []
  })
}

type Managed = ReturnType<typeof openAwsManaged>

async function inAccount(accounts: Accounts, managed: Managed, account: string, need: Need): Promise<Fact> {
  const details = accounts.get(account)
  if (details === undefined || need.what === 'group') return { need, is: 'absent' }
  if (details.is === 'unknown') return { need, is: 'unknown', because: details.because }
  if (need.what === 'role') return decideRole(need, details.value.roles)
  const own = await managed(account, need.name)
  return own.is === 'unknown'
    ? { need, is: 'unknown', because: own.because }
    : decidePolicy(need, localPolicies(details.value, need), own.value)
}

async function look(
  asked: Observing,
  needs: readonly Need[],
  recorded: Recorded,
): Promise<Omit<Observation<Content>, 'asOf'>> {
  const { aws, sets } = asked
  const center = sure(await readCenter(aws, asked.home))
  asked.found(center)
  const { instance, store } = center
  const [people, names, underWay] = await Promise.all([
    readPeople(aws, store, asked.home.match),
    sets.read(instance),
    rowsUnderWay(aws, instance),
  ])
  const answering = (from: Pick<Answering, 'names' | 'sessions' | 'assignable'>): Answering => ({
    installation: asked.installation,
    home: asked.home,
    center,
    people: sure(people),
    ...from,
  })
  const first = answering({ names: sure(names), sessions: new Map(), assignable: new Set() })
  const identities = needs.flatMap((need) => (need.what === 'identity' ? (answer(first, need) ?? []) : []))
  const ground = await readRows(asked, center, sure(names), watchedUsers(identities, recorded), needs, recorded)
  const sessions = sure(await sets.sessionsOf(instance, [...new Set(ground.pairs.map(({ set }) => set))]))
  const origins = await originsOf(asked, ground, recorded)
  const accounts = await readAccounts(aws, accountsToRead(asked, needs, origins, ground.rows))
  const opened = await eachOf(origins, (origin) => openSet(aws, instance, origin, ground.rows, accounts))
  const own = opened.flatMap((one): OwnSet[] => {
    const set = sure(one)
    return set === null ? [] : [set]
  })
  const managed = openAwsManaged(aws)
  const accountOf = new Map(
    asked.accounts.flatMap(({ is, target, account }) => (is === 'ours' ? [[target, account]] : [])),
  )
  const assignable = sure(await assignableOf(asked, instance, ground.names, needs))
  const second = answering({ names: ground.names, sessions, assignable })
  const facts = await eachOf(
    needs,
    async (need) => answer(second, need) ?? inAccount(accounts, managed, accountOf.get(need.target) ?? '', need),
  )
  const asking = askedKeys(facts, accountOf)
  const observed = recognise({
    targets: new Map(asked.accounts.map(({ target, account }) => [account, target])),
    own,
    rows: ground.rows,
    underWay: sure(underWay),
    names: ground.names,
    sessions,
    users: sure(people).byId,
    portal: center.portal,
    told: (key) => recorded.has(key) || asking.has(key),
  })
  return {
    scopes: new Map(asked.accounts.map(({ account }) => [scopeOf(account), known('whole' as const)])),
    observed,
    facts: new Map(facts.map((fact) => [needKey(fact.need), fact])),
  }
}

/** What could be asked for with these facts: whoever is meant, with whichever set is meant in the same account. */
function askedKeys(
  facts: readonly Fact[],
  accountOf: ReadonlyMap<string | undefined, string | undefined>,
): ReadonlySet<HoldingKey> {
  const found = facts.flatMap((fact) => (fact.is === 'found' ? [fact] : []))
  const people = Map.groupBy(
    found.filter(({ need }) => need.what === 'identity'),
    ({ need }) => need.target,
  )
  return new Set(
    found
      .filter(({ need }) => need.what === 'permissionSet')
      .flatMap(({ need, name }) =>
        (people.get(need.target) ?? []).map(({ id }) => assignmentKey(accountOf.get(need.target) ?? '', id, name)),
      ),
  )
}

/**
 * Never throws for what AWS says: an Identity Center that cannot be read leaves every account unknown. Without AWS's time
 * nothing is known: what has ended could not be told from what has not.
 */
export async function observe(
  asked: Observing,
  needs: readonly Need[],
  recorded: Recorded,
): Promise<Observation<Content>> {
  const blind = (because: EdgeError, asOf: Instant): Observation<Content> => ({
    asOf,
    scopes: new Map(asked.accounts.map(({ account }) => [scopeOf(account), unknown(because)])),
    observed: [],
    facts: new Map(needs.map((need) => [needKey(need), { need, is: 'unknown', because }])),
  })
  if (asked.accounts.length === 0) return { asOf: instantOf(0), scopes: new Map(), observed: [], facts: new Map() }
  const time = await asked.aws.serverTime()
  if (time.is === 'unknown') return blind(time.because, instantOf(0))
  const seen = await reading(() => look(asked, needs, recorded))
  return seen.is === 'unknown' ? blind(seen.because, time.value) : { asOf: time.value, ...seen.value }
}
