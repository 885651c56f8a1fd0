// What an administrator's own credentials see, for a first installation: the organisation's accounts, the directory's people.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import { type Keys, openClients } from './clients.ts'
import { edgeErrorOf } from './errors.ts'

export interface AmbientAsked {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly region: string
}

export interface OrganisationAccount {
  readonly id: string
  readonly name: string
}

export interface StoreUserSeen {
  readonly userName: string
  /** The primary e-mail, or the first one; the user name where there is none. */
  readonly email: string
  readonly name: string
}

type Opened = Awaited<ReturnType<typeof openClients>>

/** Whatever the SDK finds around the process: environment, profile, CloudShell. */
async function keysOf(clients: Opened): Promise<Keys> {
  const found = await clients.sts(null).config.credentials()
  const { accessKeyId, secretAccessKey, sessionToken } = found
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) }
}

async function asking<T>(call: string, ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return known(await ask())
  } catch (error) {
    return unknown(edgeErrorOf(call, error))
  }
}

/** Active accounts alone: nobody can be given access to the others. */
export const organisationAccounts = ({
  environment,
  region,
}: AmbientAsked): Promise<Answer<readonly OrganisationAccount[]>> =>
  asking('organizations:ListAccounts', async () => {
    const clients = await openClients(environment, region)
    const { commands, organizations } = await clients.identityCenter()
    const client = organizations(await keysOf(clients))
    const all: OrganisationAccount[] = []
    let next: string | undefined
    do {
      const page = await client.send(
        new commands.ORGANIZATIONS.ListAccounts(next === undefined ? {} : { NextToken: next }),
      )
      for (const { Id, Name, Status, State } of page.Accounts ?? [])
        if (Id !== undefined && (State ?? Status) === 'ACTIVE') all.push({ id: Id, name: Name ?? Id })
      next = page.NextToken
    } while (next !== undefined)
    return all.sort((a, b) => (a.id < b.id ? -1 : 1))
  })

/** The people of the organisation's Identity Center in this region. */
export const directoryUsers = ({ environment, region }: AmbientAsked): Promise<Answer<readonly StoreUserSeen[]>> =>
  asking('identitystore:ListUsers', async () => {
    const clients = await openClients(environment, region)
    const { commands, sso, store } = await clients.identityCenter()
    const keys = await keysOf(clients)
    const { Instances } = await sso(keys, region).send(new commands.SSO.ListInstances({}))
    const id = Instances?.find(({ IdentityStoreId }) => IdentityStoreId !== undefined)?.IdentityStoreId
    if (id === undefined) throw new Error(`no Identity Center in ${region}`)
    const client = store(keys, region)
    const all: StoreUserSeen[] = []
    let next: string | undefined
    do {
      const page = await client.send(
        new commands.STORE.ListUsers({
          IdentityStoreId: id,
          MaxResults: 100,
          ...(next === undefined ? {} : { NextToken: next }),
        }),
      )
      for (const { UserName = '', Emails = [], DisplayName } of page.Users ?? []) {
        const primary = Emails.find(({ Primary }) => Primary === true) ?? Emails[0]
        all.push({ userName: UserName, email: primary?.Value ?? UserName, name: DisplayName ?? '' })
      }
      next = page.NextToken
    } while (next !== undefined)
    return all.sort((a, b) => (a.userName < b.userName ? -1 : 1))
  })
