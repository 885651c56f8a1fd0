// How the rest of Daypass calls AWS: one operation in one account, answered by a value or by why there is none.

import type { Answer } from '../../core/model/edge-error.ts'
import type { AwsIntegration, Job } from '../../core/model/settings.ts'
import type { Instant } from '../../core/model/time.ts'
import { openCaller } from './caller.ts'
import { type Clients, openClients } from './clients.ts'
import type { IAM } from './commands.ts'
import type { ORGANIZATIONS, SSO, STORE } from './identity-center-commands.ts'
import type { ACCOUNT, EXPLORER } from './inventory-commands.ts'
import { CALLS_PER_SECOND, paceWrites, WRITES_PER_SECOND } from './limiter.ts'
import type { Conflicts, Pause } from './retry.ts'
import { readSecret } from './secret.ts'
import { type Identity, openSessions } from './sessions.ts'
import type { TAGGING } from './tagging-commands.ts'

type Told<Command> = Command extends new (
  ...given: never
) => { resolveMiddleware(...given: never): (given: never) => Promise<{ output: infer Out }> }
  ? Out
  : never

export type IamOp = keyof typeof IAM
export type IamInput<Op extends IamOp> = ConstructorParameters<(typeof IAM)[Op]>[0]
export type IamOutput<Op extends IamOp> = Told<(typeof IAM)[Op]>
export type SsoOp = keyof typeof SSO
export type SsoInput<Op extends SsoOp> = ConstructorParameters<(typeof SSO)[Op]>[0]
export type SsoOutput<Op extends SsoOp> = Told<(typeof SSO)[Op]>
export type StoreOp = keyof typeof STORE
export type StoreOutput<Op extends StoreOp> = Told<(typeof STORE)[Op]>
export type OrganizationsOp = keyof typeof ORGANIZATIONS
export type OrganizationsOutput<Op extends OrganizationsOp> = Told<(typeof ORGANIZATIONS)[Op]>

export type ExplorerOp = keyof typeof EXPLORER
export type ExplorerInput<Op extends ExplorerOp> = ConstructorParameters<(typeof EXPLORER)[Op]>[0]
export type ExplorerOutput<Op extends ExplorerOp> = Told<(typeof EXPLORER)[Op]>

export interface AwsAsked {
  readonly integration: AwsIntegration
  readonly installation: string
  readonly job: Job
  /** The workflow run's id, or `local`. */
  readonly run: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** How roles are entered (see sessions.ts). */
  readonly entering?: 'marked' | 'plain'
  readonly setSecret: (secret: string) => void
  readonly pause: Pause
  /** Milliseconds of a clock that only goes forward. */
  readonly ticks: () => number
  readonly writesPerSecond?: number
  readonly callsPerSecond?: number
}

export interface Aws {
  readonly partition: string
  iam<Op extends IamOp>(account: string, op: Op, input: IamInput<Op>): Promise<Answer<IamOutput<Op>>>
  /** SSO Admin in the home account and region of Identity Center. */
  sso<Op extends SsoOp>(op: Op, input: SsoInput<Op>, conflicts?: Conflicts): Promise<Answer<SsoOutput<Op>>>
  store<Op extends StoreOp>(
    op: Op,
    input: ConstructorParameters<(typeof STORE)[Op]>[0],
  ): Promise<Answer<StoreOutput<Op>>>
  organizations<Op extends OrganizationsOp>(
    op: Op,
    input: ConstructorParameters<(typeof ORGANIZATIONS)[Op]>[0],
  ): Promise<Answer<OrganizationsOutput<Op>>>
  /** Resource Explorer of one account, in one region. */
  explorer<Op extends ExplorerOp>(
    account: string,
    region: string,
    op: Op,
    input: ExplorerInput<Op>,
  ): Promise<Answer<ExplorerOutput<Op>>>
  /** Which regions an account has. */
  regions(
    account: string,
    input: ConstructorParameters<(typeof ACCOUNT)['ListRegions']>[0],
  ): Promise<Answer<Told<(typeof ACCOUNT)['ListRegions']>>>
  /** How resources of one region are tagged; those without a region are told where they lie. */
  tagged(
    account: string,
    region: string,
    input: ConstructorParameters<(typeof TAGGING)['GetResources']>[0],
  ): Promise<Answer<Told<(typeof TAGGING)['GetResources']>>>
  /** Who the job is in an account, by AWS's own word. */
  identity(account: string): Promise<Answer<Identity>>
  /** The text of a secret of Secrets Manager, read by the hub role itself. */
  secret(arn: string): Promise<Answer<string>>
  /** Waits, for what AWS does in its own time. */
  wait(milliseconds: number): Promise<void>
  /** The `Date` of the first STS answer of this run. */
  serverTime(): Promise<Answer<Instant>>
  /** Attempts made so far, by `iam:CreatePolicy`, `sts:AssumeRole` …. */
  calls(): ReadonlyMap<string, number>
}

/** Nothing is loaded and nobody is asked before the first call. */
export function openAws(asked: AwsAsked): Aws {
  const counted = new Map<string, number>()
  const count = (call: string): void => {
    counted.set(call, (counted.get(call) ?? 0) + 1)
  }
  let opened: Promise<Clients> | null = null
  const clients = (): Promise<Clients> => {
    opened ??= openClients(asked.environment, asked.integration.region)
    return opened
  }
  const { partition, identityCenter } = asked.integration
  const sessions = openSessions({ ...asked, clients, count })
  const { pause, ticks } = asked
  const paceIam = paceWrites({ perSecond: asked.writesPerSecond ?? WRITES_PER_SECOND, pause, ticks })
  const paceAll = paceWrites({ perSecond: asked.callsPerSecond ?? CALLS_PER_SECOND, pause, ticks })
  const call = openCaller({ sessions, pause, count })
  const home = identityCenter?.home ?? ''
  const region = identityCenter?.region ?? ''
  const around = async () => (await clients()).identityCenter()

  return {
    partition,
    serverTime: () => sessions.serverTime(),
    calls: () => counted,
    identity: (account) => sessions.identity(account),
    secret: (arn) => readSecret({ hub: sessions.hub, clients, pause, count }, arn),
    wait: (milliseconds) => pause.sleep(milliseconds),
    iam: (account, op, input) =>
      call({
        service: 'iam',
        account,
        op,
        input,
        conflicts: 'settle',
        open: async (keys) => (await clients()).iam(keys),
        command: async () => (await clients()).commands.IAM[op],
        pace: () => (/^(Get|List)/.test(op) ? Promise.resolve() : paceIam(account)),
      }),
    explorer: (account, at, op, input) =>
      call({
        service: 'resource-explorer-2',
        account,
        region: at,
        op,
        input,
        conflicts: 'tell',
        open: async (keys) => (await (await clients()).inventory()).explorer(keys, at),
        command: async () => (await (await clients()).inventory()).commands.EXPLORER[op],
        pace: () => Promise.resolve(),
      }),
    regions: (account, input) =>
      call({
        service: 'account',
        account,
        op: 'ListRegions',
        input,
        conflicts: 'tell',
        open: async (keys) => (await (await clients()).inventory()).account(keys),
        command: async () => (await (await clients()).inventory()).commands.ACCOUNT.ListRegions,
        pace: () => Promise.resolve(),
      }),
    tagged: (account, at, input) =>
      call({
        service: 'tagging',
        account,
        region: at,
        op: 'GetResources',
        input,
        conflicts: 'tell',
        open: async (keys) => (await (await clients()).tagging()).open(keys, at),
        command: async () => (await (await clients()).tagging()).commands.TAGGING.GetResources,
        pace: () => Promise.resolve(),
      }),
    sso: (op, input, conflicts = 'settle') =>
      call({
        service: 'sso',
        account: home,
        op,
        input,
        conflicts,
        open: async (keys) => (await around()).sso(keys, region),
        command: async () => (await around()).commands.SSO[op],
        pace: () => paceAll('identity-center'),
      }),
    store: (op, input) =>
      call({
        service: 'identitystore',
        account: home,
        op,
        input,
        conflicts: 'settle',
        open: async (keys) => (await around()).store(keys, region),
        command: async () => (await around()).commands.STORE[op],
        pace: () => paceAll('identity-center'),
      }),
    organizations: (op, input) =>
      call({
        service: 'organizations',
        account: home,
        op,
        input,
        conflicts: 'settle',
        open: async (keys) => (await around()).organizations(keys),
        command: async () => (await around()).commands.ORGANIZATIONS[op],
        pace: () => paceAll('organizations'),
      }),
  }
}
