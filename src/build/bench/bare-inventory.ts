// The same calls as a refresh of the inventory, made by the bare SDK and thrown away: what any program would wait for at least.

import { AccountClient, ListRegionsCommand } from '@aws-sdk/client-account'
import { GetAccountAuthorizationDetailsCommand, IAMClient } from '@aws-sdk/client-iam'
import {
  GetDefaultViewCommand,
  GetViewCommand,
  ListIndexesCommand,
  ListResourcesCommand,
  ListViewsCommand,
  ResourceExplorer2Client,
} from '@aws-sdk/client-resource-explorer-2'
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { eachOf } from '../../modes/any/each.ts'

interface Asked {
  readonly url: string
  readonly oidc: string
  readonly hub: string
  readonly role: string
  readonly externalId: string
  readonly accounts: readonly string[]
}

const asked: Asked = JSON.parse(process.argv[2] ?? '{}')
const settings = { endpoint: `${asked.url}/aws`, region: 'eu-west-1', maxAttempts: 1 }

async function keysFrom(granted: {
  readonly AccessKeyId?: string | undefined
  readonly SecretAccessKey?: string | undefined
  readonly SessionToken?: string | undefined
}) {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = granted
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
}

async function paged(
  ask: (next: string | undefined) => Promise<{ readonly NextToken?: string | undefined }>,
): Promise<void> {
  let next: string | undefined
  do next = (await ask(next)).NextToken
  while (next !== undefined)
}

const started = performance.now()
const tokens = await fetch(`${asked.url}/github/oidc?api-version=2.0&audience=sts.amazonaws.com`, {
  headers: { authorization: `Bearer ${asked.oidc}` },
})
const { value }: { readonly value: string } = JSON.parse(await tokens.text())
const first = new STSClient({ ...settings, credentials: { accessKeyId: 'none', secretAccessKey: 'none' } })
const { requestHandler } = first.config
const entered = await first.send(
  new AssumeRoleWithWebIdentityCommand({ RoleArn: asked.hub, RoleSessionName: 'bench', WebIdentityToken: value }),
)
const hub = new STSClient({ ...settings, requestHandler, credentials: await keysFrom(entered.Credentials ?? {}) })

await eachOf(asked.accounts, async (account) => {
  const session = await hub.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/${asked.role}`,
      RoleSessionName: 'daypass-bench',
      ExternalId: asked.externalId,
      SourceIdentity: 'daypass-bench',
    }),
  )
  const shared = { ...settings, requestHandler, credentials: await keysFrom(session.Credentials ?? {}) }
  const explorer = new ResourceExplorer2Client(shared)
  await Promise.all([
    (async () => {
      await explorer.send(new ListIndexesCommand({ MaxResults: 100 }))
      await new AccountClient(shared).send(new ListRegionsCommand({ MaxResults: 50 }))
      const { ViewArn = '' } = await explorer.send(new GetDefaultViewCommand({}))
      await explorer.send(new ListViewsCommand({}))
      await explorer.send(new GetViewCommand({ ViewArn }))
      await paged((NextToken) => explorer.send(new ListResourcesCommand({ ViewArn, MaxResults: 500, NextToken })))
    })(),
    (async () => {
      const iam = new IAMClient(shared)
      let marker: string | undefined
      do {
        const page = await iam.send(new GetAccountAuthorizationDetailsCommand({ MaxItems: 1000, Marker: marker }))
        marker = page.IsTruncated === true ? page.Marker : undefined
      } while (marker !== undefined)
    })(),
  ])
})
process.stdout.write(String((performance.now() - started) / 1000))
