// Which operations of IAM the sandbox serves.

import type { Operations } from '../operation.ts'
import { accountOperations } from './account.ts'
import { detailOperations } from './details.ts'
import { groupOperations } from './groups.ts'
import { holderOperations } from './holders.ts'
import { policyOperations } from './policies.ts'
import { providerOperations } from './providers.ts'
import { roleOperations } from './roles.ts'
import { simulationOperations } from './simulation.ts'
import { tagOperations } from './tags.ts'
import { userOperations } from './users.ts'
import { versionOperations } from './versions.ts'

export const iamOperations: Operations = {
  ...accountOperations,
  ...detailOperations,
  ...groupOperations,
  ...holderOperations,
  ...policyOperations,
  ...providerOperations,
  ...roleOperations,
  ...simulationOperations,
  ...tagOperations,
  ...userOperations,
  ...versionOperations,
}
