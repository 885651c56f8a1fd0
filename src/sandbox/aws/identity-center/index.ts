// Which operations of SSO Admin the sandbox serves.

import type { Service } from '../json/operation.ts'
import { assignmentOperations } from './assignments.ts'
import { settle } from './jobs.ts'
import { policyOperations } from './policies.ts'
import { provisioningOperations } from './provisioning.ts'
import { setOperations } from './sets.ts'

export const sso: Service = {
  name: 'sso',
  operations: { ...setOperations, ...policyOperations, ...assignmentOperations, ...provisioningOperations },
  before: settle,
}
