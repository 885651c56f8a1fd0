// How one call is made: with the account's keys, at the service's pace, again where that helps, and once more with new keys.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Keys } from './clients.ts'
import { edgeErrorOf, nameOf } from './errors.ts'
import { type Conflicts, type Pause, withRetry } from './retry.ts'
import type { Sessions } from './sessions.ts'
import { openAsking, type Sending } from './silence.ts'

export interface Calling {
  readonly service: string
  readonly account: string
  /** Where it is not the region that all calls go to. */
  readonly region?: string
  readonly op: string
  readonly input: unknown
  readonly conflicts: Conflicts
  readonly open: (keys: Keys) => Promise<unknown>
  /** The SDK's command class of this operation. */
  readonly command: () => Promise<unknown>
  /** Waits until the next call is due. */
  readonly pace: () => Promise<void>
}

interface Client {
  send(command: unknown, sending: Sending): Promise<{ readonly $metadata: { readonly requestId?: string | undefined } }>
}

type Call = <Out>(calling: Calling) => Promise<Answer<Out>>

export function openCaller(asked: {
  readonly sessions: Sessions
  readonly pause: Pause
  readonly count: (call: string) => void
}): Call {
  const asking = openAsking()
  const ready = new Map<string, { readonly keys: Keys; readonly client: Client }>()

  const clientFor = async ({ service, account, region = '', open }: Calling): Promise<Answer<Client>> => {
    const keys = await asked.sessions.of(account)
    if (keys.is === 'unknown') return keys
    const before = ready.get(`${service} ${account} ${region}`)
    if (before?.keys === keys.value) return known(before.client)
    // Each table in aws.ts pairs a client with its own commands; the compiler cannot follow the pairing through a variable.
    const client = (await open(keys.value)) as Client
    ready.set(`${service} ${account} ${region}`, { keys: keys.value, client })
    return known(client)
  }

  const send = async <Out>(calling: Calling): Promise<Answer<Out>> => {
    const { service, account, region = '', op, input, conflicts, pace } = calling
    const client = await clientFor(calling)
    if (client.is === 'unknown') return client
    const Command = (await calling.command()) as new (given: unknown) => unknown
    const command = new Command(input)
    const output = await asking(
      `${service} ${account} ${region}`,
      async (sending) => {
        await pace()
        asked.count(`${service}:${op}`)
        return client.value.send(command, sending)
      },
      (attempt) => withRetry(attempt, asked.pause, conflicts),
    )
    // AWS names every answer; something else that says 200 does not, and would read as "nothing there".
    if (output.$metadata.requestId === undefined)
      return unknown({
        kind: 'garbage',
        call: `${service}:${op} in ${account}`,
        said: 'the answer is not one of AWS: it carries no request id',
      })
    return known(output as Out)
  }

  return async <Out>(calling: Calling): Promise<Answer<Out>> => {
    const where = calling.region === undefined ? calling.account : `${calling.account} (${calling.region})`
    const call = `${calling.service}:${calling.op} in ${where}`
    try {
      return await send<Out>(calling)
    } catch (error) {
      if (!nameOf(error).startsWith('ExpiredToken')) return unknown(edgeErrorOf(call, error))
    }
    asked.sessions.drop(calling.account)
    try {
      return await send<Out>(calling)
    } catch (error) {
      return unknown(edgeErrorOf(call, error))
    }
  }
}
