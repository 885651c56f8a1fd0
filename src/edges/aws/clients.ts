// The SDK's clients for STS and IAM: made when first needed, and never repeating a call by themselves.

import type { IAMClient, STSClient } from './commands.ts'
import { endpointOf } from './endpoint.ts'

/** Keys of a session, or of the environment. */
export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

type Environment = Readonly<Record<string, string | undefined>>
type Commands = typeof import('./commands.ts')

/** An environment that would send credentials somewhere else than to AWS. */
export class EndpointRefused extends Error {
  override readonly name = 'InvalidInput'
}

/** The SDK takes IAM's quotas for throttling and waits by its own clock: repeating is retry.ts's business alone. */
const ATTEMPTS = 1
const TIMEOUTS = { connectionTimeout: 5000, requestTimeout: 60_000, throwOnRequestTimeout: true }

export interface Clients {
  readonly commands: Commands
  /** `keys` null: whatever the SDK finds around the process. */
  sts(keys: Keys | null): STSClient
  iam(keys: Keys): IAMClient
}

/** Loads the SDK. Throws EndpointRefused. */
export async function openClients(environment: Environment, region: string): Promise<Clients> {
  const commands = await import('./commands.ts')
  const settings = (service: 'IAM' | 'STS') => {
    const endpoint = endpointOf(environment, service)
    if (endpoint.is === 'refused') throw new EndpointRefused(endpoint.because)
    // Without an address of ours the SDK would look for one in the process and in files on disk.
    const address = endpoint.is === 'loopback' ? { endpoint: endpoint.url } : { ignoreConfiguredEndpointUrls: true }
    return { region, maxAttempts: ATTEMPTS, ...address }
  }
  const forSts = settings('STS')
  const forIam = settings('IAM')
  const first = new commands.STSClient({ ...forSts, requestHandler: TIMEOUTS })
  // One handler for all clients: a thousand accounts share their sockets.
  const { requestHandler } = first.config
  return {
    commands,
    sts: (keys) =>
      keys === null ? first : new commands.STSClient({ ...forSts, requestHandler, credentials: { ...keys } }),
    iam: (keys) => new commands.IAMClient({ ...forIam, requestHandler, credentials: { ...keys } }),
  }
}
