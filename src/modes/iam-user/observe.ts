// What is there: every account read by itself, so that one that cannot be read leaves the others whole.

import { type Answer, type EdgeError, known, unknown } from '../../core/model/edge-error.ts'
import type { ScopeId, TargetId } from '../../core/model/id.ts'
import type { IdentityMatch } from '../../core/model/settings.ts'
import { instantOf } from '../../core/model/time.ts'
import {
  type Fact,
  type Need,
  needKey,
  type Observation,
  type Observed,
  type Recorded,
} from '../../core/plan/provisioner.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { eachOf } from '../any/each.ts'
import { type AccountDetails, type Filter, readAccount } from '../aws/account.ts'
import { openAwsManaged } from '../aws/managed.ts'
import { decidePolicy, localPolicies } from '../aws/named.ts'
import type { Content } from './content.ts'
import { answer } from './facts.ts'
import { scopeOf } from './naming.ts'
import { holdersOf, ourPolicies, recognise } from './recognise.ts'

/** Roles and groups only where a need names one. */
const filterFor = (needs: readonly Need[]): Filter => [
  'User',
  'LocalManagedPolicy',
  ...(needs.some(({ what }) => what === 'group') ? (['Group'] as const) : []),
  ...(needs.some(({ what }) => what === 'role') ? (['Role'] as const) : []),
]

/** An account that is read: of settings, or one that left them with something of ours in it. */
export interface Watched {
  readonly target: TargetId
  readonly account: string
  /** null: it left settings. Another account may have its name now, so nothing that is needed is looked for in it. */
  readonly match: IdentityMatch | null
}

export interface Observing {
  readonly aws: Aws
  readonly installation: string
  readonly accounts: readonly Watched[]
}

type Strangers = ReadonlyMap<string, readonly string[]>

/** Asked only where IAM counts more attachments than users have: somebody attached a policy of ours elsewhere. */
async function readStrangers(
  { aws, installation }: Observing,
  account: string,
  details: AccountDetails,
  recorded: Recorded,
): Promise<Answer<Strangers>> {
  const users = holdersOf(details.users)
  const found = new Map<string, readonly string[]>()
  for (const { Arn: arn, AttachmentCount: count } of ourPolicies(
    { installation, account, recorded },
    details.policies,
  )) {
    if (arn === undefined || (count ?? 0) <= (users.get(arn)?.length ?? 0)) continue
    const entities = await readEntities(aws, account, arn)
    if (entities.is === 'unknown') return entities
    found.set(
      arn,
      entities.value.filter((one) => !one.startsWith('user/')),
    )
  }
  return known(found)
}

/** Everybody a policy is attached to: `user/…`, `group/…`, `role/…`; boundaries are not attachments. */
export async function readEntities(aws: Aws, account: string, arn: string): Promise<Answer<readonly string[]>> {
  const found: string[] = []
  let marker: string | undefined
  do {
    const page = await aws.iam(account, 'ListEntitiesForPolicy', {
      PolicyArn: arn,
      PolicyUsageFilter: 'PermissionsPolicy',
      ...(marker === undefined ? {} : { Marker: marker }),
    })
    if (page.is === 'unknown') return page
    const { PolicyUsers = [], PolicyGroups = [], PolicyRoles = [], IsTruncated, Marker } = page.value
    found.push(
      ...PolicyUsers.map(({ UserName }) => `user/${UserName}`),
      ...PolicyGroups.map(({ GroupName }) => `group/${GroupName}`),
      ...PolicyRoles.map(({ RoleName }) => `role/${RoleName}`),
    )
    marker = IsTruncated === true ? Marker : undefined
  } while (marker !== undefined)
  return known(found.sort())
}

interface Looked {
  readonly scope: ScopeId
  readonly whole: Answer<'whole'>
  readonly observed: readonly Observed<Content>[]
  readonly facts: readonly Fact[]
}

type Managed = ReturnType<typeof openAwsManaged>

async function factOf(
  asked: Observing,
  one: Watched,
  details: AccountDetails,
  managed: Managed,
  need: Need,
): Promise<Fact> {
  const { match } = one
  if (match === null) return { need, is: 'absent' }
  if (need.what !== 'policy') return answer({ ...one, match, installation: asked.installation, details }, need)
  const own = await managed(one.account, need.name)
  return own.is === 'unknown'
    ? { need, is: 'unknown', because: own.because }
    : decidePolicy(need, localPolicies(details, need), own.value)
}

type Found = Extract<Fact, { is: 'found' }>

async function look(
  asked: Observing,
  one: Watched,
  needs: readonly Need[],
  recorded: Recorded,
  managed: Managed,
): Promise<Looked> {
  const scope = scopeOf(one.account)
  const notWhole = (because: EdgeError): Looked => ({
    scope,
    whole: unknown(because),
    observed: [],
    facts: needs.map((need) => ({ need, is: 'unknown', because })),
  })
  const read = await readAccount(asked.aws, one.account, filterFor(needs))
  if (read.is === 'unknown') return notWhole(read.because)
  const strangers = await readStrangers(asked, one.account, read.value, recorded)
  if (strangers.is === 'unknown') return notWhole(strangers.because)
  const facts: Fact[] = []
  for (const need of needs) facts.push(await factOf(asked, one, read.value, managed, need))
  const found = facts.filter((fact): fact is Found => fact.is === 'found')
  const those = (what: Need['what']): readonly Found[] => found.filter(({ need }) => need.what === what)
  const observed = recognise({
    installation: asked.installation,
    target: one.target,
    account: one.account,
    details: read.value,
    strangers: strangers.value,
    asked: new Set([...those('group').map(({ name }) => name), ...those('policy').map(({ id }) => id)]),
    people: new Set(those('identity').map(({ id }) => id)),
    recorded,
  })
  return { scope, whole: known('whole'), observed, facts }
}

/**
 * Never throws for what AWS says: an account that cannot be read is an unknown scope. Without AWS's time nothing is
 * known: what has ended could not be told from what has not.
 */
export async function observe(
  asked: Observing,
  needs: readonly Need[],
  recorded: Recorded,
): Promise<Observation<Content>> {
  const time = await asked.aws.serverTime()
  if (time.is === 'unknown') return blind(asked, needs, time.because)
  const managed = openAwsManaged(asked.aws)
  const byTarget = new Map<TargetId, Map<string, Need>>()
  for (const need of needs) {
    const mine = byTarget.get(need.target) ?? new Map<string, Need>()
    byTarget.set(need.target, mine.set(needKey(need), need))
  }
  const looked = await eachOf(asked.accounts, (one) =>
    look(asked, one, one.match === null ? [] : [...(byTarget.get(one.target)?.values() ?? [])], recorded, managed),
  )
  return {
    asOf: time.value,
    scopes: new Map(looked.map(({ scope, whole }) => [scope, whole])),
    observed: looked.flatMap(({ observed }) => observed),
    facts: new Map(looked.flatMap(({ facts }) => facts.map((fact) => [needKey(fact.need), fact] as const))),
  }
}

const blind = ({ accounts }: Observing, needs: readonly Need[], because: EdgeError): Observation<Content> => ({
  asOf: instantOf(0),
  scopes: new Map(accounts.map(({ account }) => [scopeOf(account), unknown(because)])),
  observed: [],
  facts: new Map(needs.map((need) => [needKey(need), { need, is: 'unknown', because }])),
})
