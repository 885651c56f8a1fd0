// How the rest of Daypass calls AWS: one IAM operation in one account, answered by a value or by why there is none.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { AwsIntegration, Job } from '../../core/model/settings.ts'
import type { Instant } from '../../core/model/time.ts'
import { type Clients, type Keys, openClients } from './clients.ts'
import type { IAM, IAMClient } from './commands.ts'
import { edgeErrorOf, nameOf } from './errors.ts'
import { paceWrites, WRITES_PER_SECOND } from './limiter.ts'
import { type Pause, withRetry } from './retry.ts'
import { openSessions } from './sessions.ts'

export type IamOp = keyof typeof IAM
export type IamInput<Op extends IamOp> = ConstructorParameters<(typeof IAM)[Op]>[0]
type Resolved<Command> = Command extends {
  resolveMiddleware(...given: never): (given: never) => Promise<{ output: infer Out }>
}
  ? Out
  : never
export type IamOutput<Op extends IamOp> = Resolved<InstanceType<(typeof IAM)[Op]>>

export interface AwsAsked {
  readonly integration: AwsIntegration
  readonly installation: string
  readonly job: Job
  /** The workflow run's id, or `local`. */
  readonly run: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly setSecret: (secret: string) => void
  readonly pause: Pause
  /** Milliseconds of a clock that only goes forward. */
  readonly ticks: () => number
  readonly writesPerSecond?: number
}

export interface Aws {
  readonly partition: string
  iam<Op extends IamOp>(account: string, op: Op, input: IamInput<Op>): Promise<Answer<IamOutput<Op>>>
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
  const sessions = openSessions({ ...asked, clients, count })
  const pace = paceWrites({
    perSecond: asked.writesPerSecond ?? WRITES_PER_SECOND,
    pause: asked.pause,
    ticks: asked.ticks,
  })

  const ready = new Map<string, { readonly keys: Keys; readonly client: IAMClient }>()
  const clientFor = async (account: string): Promise<Answer<IAMClient>> => {
    const keys = await sessions.of(account)
    if (keys.is === 'unknown') return keys
    const before = ready.get(account)
    if (before?.keys === keys.value) return known(before.client)
    const client = (await clients()).iam(keys.value)
    ready.set(account, { keys: keys.value, client })
    return known(client)
  }

  const send = async <Op extends IamOp>(
    account: string,
    op: Op,
    input: IamInput<Op>,
  ): Promise<Answer<IamOutput<Op>>> => {
    const call = `iam:${op} in ${account}`
    const client = await clientFor(account)
    if (client.is === 'unknown') return client
    const { IAM } = (await clients()).commands
    // The table pairs each operation with its own command; the compiler cannot follow the pairing through a variable.
    const command = new (IAM[op] as unknown as new (given: unknown) => Parameters<IAMClient['send']>[0])(input)
    const output = await withRetry(async () => {
      if (!/^(Get|List)/.test(op)) await pace(account)
      count(`iam:${op}`)
      return client.value.send(command)
    }, asked.pause)
    // AWS names every answer; something else that says 200 does not, and would read as "nothing there".
    if (output.$metadata.requestId === undefined)
      return unknown({ kind: 'garbage', call, said: 'the answer is not one of AWS: it carries no request id' })
    return known(output as IamOutput<Op>)
  }

  return {
    partition: asked.integration.partition,
    serverTime: () => sessions.serverTime(),
    calls: () => counted,
    async iam(account, op, input) {
      const call = `iam:${op} in ${account}`
      try {
        return await send(account, op, input)
      } catch (error) {
        if (!nameOf(error).startsWith('ExpiredToken')) return unknown(edgeErrorOf(call, error))
      }
      sessions.drop(account)
      try {
        return await send(account, op, input)
      } catch (error) {
        return unknown(edgeErrorOf(call, error))
      }
    },
  }
}
