// The one operation of AWS's tagging API that Daypass can call; loaded only with it.

import { GetResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api'

export { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api'

export const TAGGING = { GetResources: GetResourcesCommand } as const
