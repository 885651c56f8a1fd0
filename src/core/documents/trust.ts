// Who may take the hub roles, and what may be handed out as it is: the parts of integrations/aws.yaml that are installed in AWS.

import type { HandsOut, Trust } from '../model/settings.ts'
import { complain, type Reader } from './reader.ts'
import type { AwsIntegrationFile } from './shapes.ts'

/** Whom an organisation's own tools enter accounts as (AWS Organizations and StackSets user guides). */
const ADMINISTRATORS = ['OrganizationAccountAccessRole', 'stacksets-exec-*']

/** Policies that make whoever holds them an administrator: attached as they are they would outlive every end. */
const TOO_MUCH = ['AdministratorAccess', 'IAMFullAccess', 'PowerUserAccess']

export function trustOf({ trust: entry }: AwsIntegrationFile, reader: Reader): Trust | null {
  if (entry === undefined) return null
  const { workflows } = entry
  if (workflows !== undefined && workflows.repository.toLowerCase() === entry.repository.toLowerCase())
    complain(
      reader,
      'trust-circular',
      reader.tree.place(['trust', 'workflows', 'repository']),
      'The workflows lie in the repository of the requests itself: whoever may push there could change them.',
      'Name a separate repository that only owners can push to, or remove `workflows`.',
    )
  return {
    repository: entry.repository,
    repositoryId: entry.repositoryId,
    ownerId: entry.ownerId,
    branch: entry.branch ?? 'main',
    workflows: workflows ?? null,
    administrators: entry.administrators ?? ADMINISTRATORS,
  }
}

export function handsOutOf({ handsOut: entry }: AwsIntegrationFile, reader: Reader): HandsOut {
  const policies = entry?.policies ?? []
  for (const [index, name] of policies.entries())
    if (TOO_MUCH.includes(name) || /^[*?]+$/.test(name))
      complain(
        reader,
        'hands-out-all',
        reader.tree.place(['handsOut', 'policies', index]),
        `\`${name}\` attached as it is makes its holder an administrator, with no end.`,
        'Name narrower policies; an administrator for some hours is a request for a copy with an end.',
      )
  return { groups: entry?.groups ?? [], policies }
}
