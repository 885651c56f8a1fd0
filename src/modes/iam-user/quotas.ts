// How much IAM takes, before anything is written.

/** AWS's defaults, which an account may have had raised (IAM user guide, IAM and AWS STS quotas). */
export interface Quotas {
  readonly policySize: number
  readonly policiesOfUser: number
  readonly groupsOfUser: number
  readonly tagsOfUser: number
  readonly policiesOfAccount: number
}

export const QUOTAS: Quotas = {
  policySize: 6144,
  policiesOfUser: 10,
  groupsOfUser: 10,
  tagsOfUser: 50,
  policiesOfAccount: 1500,
}

/** Names under which an identity's fact counts what others already use. */
export const USED = { policies: 'policies', groups: 'groups', tags: 'tags', account: 'policiesOfAccount' } as const
