// The SDK's clients: made when first needed, and never repeating a call by themselves.

import type { IAMClient, STSClient } from './commands.ts'
import { endpointOf, type ServiceName } from './endpoint.ts'
import type { IdentitystoreClient, OrganizationsClient, SSOAdminClient } from './identity-center-commands.ts'
import type { AccountClient, ResourceExplorer2Client } from './inventory-commands.ts'
import type { SecretsManagerClient } from './secret-commands.ts'
import type { ResourceGroupsTaggingAPIClient } from './tagging-commands.ts'

/** Keys of a session, or of the environment. */
export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

type Environment = Readonly<Record<string, string | undefined>>
type Commands = typeof import('./commands.ts')
type IdentityCenterCommands = typeof import('./identity-center-commands.ts')
type InventoryCommands = typeof import('./inventory-commands.ts')
type SecretCommands = typeof import('./secret-commands.ts')
type TaggingCommands = typeof import('./tagging-commands.ts')

/** An environment that would send credentials somewhere else than to AWS. */
export class EndpointRefused extends Error {
  override readonly name = 'InvalidInput'
}

/** The SDK takes IAM's quotas for throttling and waits by its own clock: repeating is retry.ts's business alone. */
const ATTEMPTS = 1
/**
 * Milliseconds. The SDK itself would wait for ever. What is asked of AWS here is answered within a second or two, a full
 * page of an account's details within several; AWS publishes no figure. Half a minute is what GitHub and Okta get, too.
 */
const TIMEOUTS = { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true }

export interface IdentityCenterClients {
  readonly commands: IdentityCenterCommands
  sso(keys: Keys, region: string): SSOAdminClient
  store(keys: Keys, region: string): IdentitystoreClient
  organizations(keys: Keys): OrganizationsClient
}

export interface SecretClients {
  readonly commands: SecretCommands
  open(keys: Keys | null, region: string): SecretsManagerClient
}

export interface TaggingClients {
  readonly commands: TaggingCommands
  open(keys: Keys, region: string): ResourceGroupsTaggingAPIClient
}

export interface InventoryClients {
  readonly commands: InventoryCommands
  explorer(keys: Keys, region: string): ResourceExplorer2Client
  account(keys: Keys): AccountClient
}

export interface Clients {
  readonly commands: Commands
  /** `keys` null: whatever the SDK finds around the process. */
  sts(keys: Keys | null): STSClient
  iam(keys: Keys): IAMClient
  /** Loads three clients more. */
  identityCenter(): Promise<IdentityCenterClients>
  /** Loads two clients more. */
  inventory(): Promise<InventoryClients>
  /** Loads one client more. */
  secrets(): Promise<SecretClients>
  /** Loads one client more. */
  tagging(): Promise<TaggingClients>
}

/** Loads the SDK. Throws EndpointRefused. */
export async function openClients(environment: Environment, region: string): Promise<Clients> {
  const commands = await import('./commands.ts')
  const settings = (service: ServiceName) => {
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
  const shared = (service: ServiceName, keys: Keys) => ({
    ...settings(service),
    requestHandler,
    credentials: { ...keys },
  })
  return {
    commands,
    sts: (keys) =>
      keys === null ? first : new commands.STSClient({ ...forSts, requestHandler, credentials: { ...keys } }),
    iam: (keys) => new commands.IAMClient({ ...forIam, requestHandler, credentials: { ...keys } }),
    async secrets() {
      const loaded = await import('./secret-commands.ts')
      return {
        commands: loaded,
        open: (keys, at) =>
          new loaded.SecretsManagerClient({
            ...settings('SECRETS_MANAGER'),
            requestHandler,
            region: at,
            ...(keys === null ? {} : { credentials: { ...keys } }),
          }),
      }
    },
    async tagging() {
      const loaded = await import('./tagging-commands.ts')
      return {
        commands: loaded,
        open: (keys, at) =>
          new loaded.ResourceGroupsTaggingAPIClient({ ...shared('RESOURCE_GROUPS_TAGGING_API', keys), region: at }),
      }
    },
    async inventory() {
      const loaded = await import('./inventory-commands.ts')
      return {
        commands: loaded,
        explorer: (keys, at) =>
          new loaded.ResourceExplorer2Client({ ...shared('RESOURCE_EXPLORER_2', keys), region: at }),
        account: (keys) => new loaded.AccountClient(shared('ACCOUNT', keys)),
      }
    },
    async identityCenter() {
      const loaded = await import('./identity-center-commands.ts')
      return {
        commands: loaded,
        sso: (keys, home) => new loaded.SSOAdminClient({ ...shared('SSO_ADMIN', keys), region: home }),
        store: (keys, home) => new loaded.IdentitystoreClient({ ...shared('IDENTITYSTORE', keys), region: home }),
        organizations: (keys) => new loaded.OrganizationsClient(shared('ORGANIZATIONS', keys)),
      }
    },
  }
}
