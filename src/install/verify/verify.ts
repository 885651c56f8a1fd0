// The installation of every account compared with what setup would print, accounts side by side.

import { accountsOf } from '../../core/approval/overlap.ts'
import { type Answer, unknown } from '../../core/model/edge-error.ts'
import type { Account, Job, Settings } from '../../core/model/settings.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { eachOf } from '../../modes/any/each.ts'
import type { AccountDetails } from '../../modes/aws/account.ts'
import type { Ready } from '../../modes/aws/ready.ts'
import { type AccountMode, READY } from '../../modes/index.ts'
import type { Blueprint, Place, Shape } from '../blueprint/blueprint.ts'
import { type Check, note } from '../check.ts'
import { accountChecks, enteringCheck, type InstallState, readyCheck, stateOf } from './account.ts'
import { inventoryChecks } from './inventory.ts'
import { type Looked, lookInto } from './look.ts'

export interface VerifyAsked {
  readonly settings: Settings
  readonly blueprint: Blueprint
  /** Those of the blueprint's shapes and places that are asked about. */
  readonly shapes: readonly Shape[]
  readonly aws: Aws
  readonly job: Job
  readonly progress: (done: number, all: number) => void
}

export interface Verified {
  readonly place: Place
  readonly parts: readonly string[]
  readonly state: InstallState
  readonly checks: readonly Check[]
}

interface Entered {
  readonly shape: Shape
  readonly place: Place
  readonly looked: Looked
  /** Whether resources can be read there. */
  readonly inventory: readonly Check[]
}

const isMode = (word: string): word is AccountMode => Object.hasOwn(READY, word)

/** Roles that give and take are only tried: what stands in AWS is compared by the one that reads. */
const onlyEnter = async (aws: Aws, account: string): Promise<Looked> => ({
  identity: await aws.identity(account),
  details: null,
  simulated: new Map(),
  provider: null,
})

const enters = (shape: Shape, job: Job): boolean => shape.roles.some((role) => role.title === job)

/** Only of accounts that settings name, and only where we came in: the roles come first. */
async function inventoryIn(
  { settings, aws, job }: VerifyAsked,
  { id }: Place,
  looked: Looked,
): Promise<readonly Check[]> {
  const target = settings.aws?.accounts.some((account) => account.id === id) === true
  if (settings.aws === null || job !== 'inventory' || !target || looked.details?.is !== 'known') return []
  return inventoryChecks(aws, id, settings.aws)
}

async function enterAll(asked: VerifyAsked): Promise<readonly Entered[]> {
  const { aws, job, shapes, progress } = asked
  const all = shapes
    .filter((shape) => enters(shape, job))
    .flatMap((shape) => shape.places.map((place) => ({ shape, place })))
  let done = 0
  progress(done, all.length)
  return eachOf(all, async ({ shape, place }) => {
    const looked = job === 'inventory' ? await lookInto(aws, shape, place.id) : await onlyEnter(aws, place.id)
    const inventory = await inventoryIn(asked, place, looked)
    progress(++done, all.length)
    return { shape, place, looked, inventory }
  })
}

const notRead = (account: string): Answer<AccountDetails> =>
  unknown({ kind: 'denied', call: `iam:GetAccountAuthorizationDetails in ${account}`, said: 'not let in' })

/** What each mode finds in the accounts that could be read. */
async function readyIn(
  { settings, aws, job }: VerifyAsked,
  entered: readonly Entered[],
): Promise<ReadonlyMap<string, Ready>> {
  if (job !== 'inventory') return new Map()
  const details = new Map(
    entered.flatMap(({ place, looked }) =>
      looked.details?.is !== 'known' ? [] : [[place.id, looked.details] as const],
    ),
  )
  const targets = (settings.aws?.accounts ?? []).filter(({ id }) => details.has(id))
  const answers = await Promise.all(
    [...Map.groupBy(targets, ({ mode }): string => mode)].map(([mode, accounts]) =>
      isMode(mode)
        ? READY[mode]({ settings, aws, accounts, details: (account) => details.get(account) ?? notRead(account) })
        : [],
    ),
  )
  return new Map(answers.flat().map((one) => [one.account, one]))
}

/** Some rule names the account and lets somebody ask there. */
const requestableIn = (settings: Settings, account: Account): boolean =>
  settings.rules.some(
    (rule) => rule.deny === null && rule.ways.length > 0 && accountsOf(rule, settings).includes(account),
  )

function verified(asked: VerifyAsked, { shape, place, looked, inventory }: Entered, ready: Ready | null): Verified {
  const { settings, blueprint, job } = asked
  const role = settings.aws?.roles[job] ?? ''
  const { partition, tags } = blueprint
  const checks =
    job === 'inventory'
      ? [...accountChecks(looked, { shape, place, partition, tags }, role), ...inventory]
      : [enteringCheck(looked.identity, place.id, role)]
  const account = settings.aws?.accounts.find(({ id }) => id === place.id)
  const requestable = account === undefined || job !== 'inventory' ? null : requestableIn(settings, account)
  const closing = account?.closing === true
  const state = stateOf({ checks, ready, requestable, closing })
  const told = [
    ...checks,
    ...(ready === null ? [] : [readyCheck(ready)]),
    ...(requestable === false ? [note('rules', 'no rule lets anybody ask for anything there')] : []),
  ]
  return { place, parts: shape.parts, state, checks: told }
}

/** One entry an account, in the order of the blueprint. Changes nothing. */
export async function verify(asked: VerifyAsked): Promise<readonly Verified[]> {
  const entered = await enterAll(asked)
  const ready = await readyIn(asked, entered)
  return entered.map((one) => verified(asked, one, ready.get(one.place.id) ?? null))
}
