// Which Identity Center there is, whose organisation it belongs to, and which accounts are in it.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { IdentityCenterHome } from '../../core/model/settings.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { everyPage } from '../aws/pages.ts'
import type { Portal } from './content.ts'

export interface Center {
  readonly instance: string
  readonly store: string
  readonly portal: Portal
  /** The organisation's management account. */
  readonly management: string
  /** What can be asked depends on where it is asked from (SSO Admin API reference, ListAccountAssignmentsForPrincipal). */
  readonly askedFrom: 'management' | 'delegated'
  /** Account → its state in the organisation. */
  readonly accounts: ReadonlyMap<string, string>
}

/** Where the access portal is, by partition (IAM Identity Center user guide, access portal URLs). */
const PORTALS: Readonly<Record<string, (store: string) => string>> = {
  'aws-cn': (store) => `https://start.home.awsapps.cn/directory/${store}`,
  'aws-us-gov': (store) => `https://start.us-gov-home.awsapps.com/directory/${store}`,
}

const portalOf = (partition: string, store: string): string =>
  PORTALS[partition]?.(store) ?? `https://${store}.awsapps.com/start`

async function accountsOf(aws: Aws): Promise<Answer<ReadonlyMap<string, string>>> {
  const pages = await everyPage('organizations:ListAccounts', (next) =>
    aws.organizations('ListAccounts', next === undefined ? {} : { NextToken: next }),
  )
  if (pages.is === 'unknown') return pages
  const accounts = pages.value.flatMap(({ Accounts }) => Accounts ?? [])
  return known(new Map(accounts.map(({ Id, State, Status }) => [Id ?? '', State ?? Status ?? 'UNKNOWN'])))
}

/** The organisation's instance in the region that settings name; an account's own instance gives no access to accounts. */
export async function readCenter(aws: Aws, { home, region }: IdentityCenterHome): Promise<Answer<Center>> {
  const organization = await aws.organizations('DescribeOrganization', {})
  if (organization.is === 'unknown') return organization
  const management = organization.value.Organization?.MasterAccountId
  const call = `sso:ListInstances in ${home}`
  if (management === undefined)
    return unknown({ kind: 'garbage', call: 'organizations:DescribeOrganization', said: 'no management account' })
  const pages = await everyPage(call, (next) => aws.sso('ListInstances', next === undefined ? {} : { NextToken: next }))
  if (pages.is === 'unknown') return pages
  const instances = pages.value.flatMap(({ Instances }) => Instances ?? [])
  const found = instances.find(({ OwnerAccountId }) => OwnerAccountId === management)
  const { InstanceArn: instance, IdentityStoreId: store } = found ?? {}
  if (instance === undefined || store === undefined)
    return unknown({
      kind: 'not-found',
      call,
      said: `no Identity Center of the organisation in ${region}: correct identityCenter.region and home in integrations/aws.yaml`,
    })
  const accounts = await accountsOf(aws)
  if (accounts.is === 'unknown') return accounts
  return known({
    instance,
    store,
    portal: { url: portalOf(aws.partition, store), region },
    management,
    askedFrom: management === home ? 'management' : 'delegated',
    accounts: accounts.value,
  })
}
