// Every operation that collecting may make in an account: the role that owners install for it is made from this table.

import type { Operation } from '../modes/aws/operation.ts'

const reads = (action: string, resources: readonly string[] = ['*']): Operation => ({
  action,
  resources,
  lane: null,
  effect: 'reads',
  jobs: ['inventory'],
})

const VIEWS = ['arn:{partition}:resource-explorer-2:*:{account}:view/*']

/** Where settings have an `inventory`; users, roles and policies are read with what `verify` needs anyway. */
export const RESOURCES = {
  ListRegions: reads('account:ListRegions'),
  GetDefaultView: reads('resource-explorer-2:GetDefaultView'),
  GetIndex: reads('resource-explorer-2:GetIndex'),
  ListIndexes: reads('resource-explorer-2:ListIndexes'),
  ListSupportedResourceTypes: reads('resource-explorer-2:ListSupportedResourceTypes'),
  ListViews: reads('resource-explorer-2:ListViews'),
  GetView: reads('resource-explorer-2:GetView', VIEWS),
  /** Listing has no action of its own (service authorization reference, AWS Resource Explorer). */
  Search: reads('resource-explorer-2:Search', VIEWS),
  /** AWS's own policies, read in one account for all of them. */
  ListPolicies: reads('iam:ListPolicies'),
  GetPolicyVersion: reads('iam:GetPolicyVersion', ['arn:{partition}:iam::aws:policy/*']),
} as const satisfies Readonly<Record<string, Operation>>

/** Beside what the mode of Identity Center reads there anyway. */
export const CENTER = {
  ListGroups: { ...reads('identitystore:ListGroups'), at: 'home' },
  ListGroupMemberships: { ...reads('identitystore:ListGroupMemberships'), at: 'home' },
} as const satisfies Readonly<Record<string, Operation>>
