// The operations of Resource Explorer and Account Management that Daypass can call; loaded only with them.

import { ListRegionsCommand } from '@aws-sdk/client-account'
import {
  GetDefaultViewCommand,
  GetIndexCommand,
  GetViewCommand,
  ListIndexesCommand,
  ListResourcesCommand,
  ListSupportedResourceTypesCommand,
  ListViewsCommand,
  SearchCommand,
} from '@aws-sdk/client-resource-explorer-2'

export { AccountClient } from '@aws-sdk/client-account'
export { ResourceExplorer2Client } from '@aws-sdk/client-resource-explorer-2'

export const EXPLORER = {
  GetDefaultView: GetDefaultViewCommand,
  GetIndex: GetIndexCommand,
  GetView: GetViewCommand,
  ListIndexes: ListIndexesCommand,
  ListResources: ListResourcesCommand,
  ListSupportedResourceTypes: ListSupportedResourceTypesCommand,
  ListViews: ListViewsCommand,
  Search: SearchCommand,
} as const

export const ACCOUNT = { ListRegions: ListRegionsCommand } as const
