// The operations of the AWS SDK that Daypass can call; loaded only when the cloud is called.

import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetAccountAuthorizationDetailsCommand,
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListEntitiesForPolicyCommand,
  ListPolicyVersionsCommand,
  RemoveUserFromGroupCommand,
  SimulatePrincipalPolicyCommand,
  TagUserCommand,
  UntagUserCommand,
} from '@aws-sdk/client-iam'

export { IAMClient } from '@aws-sdk/client-iam'
export {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts'

export const IAM = {
  AddUserToGroup: AddUserToGroupCommand,
  AttachUserPolicy: AttachUserPolicyCommand,
  CreatePolicy: CreatePolicyCommand,
  CreatePolicyVersion: CreatePolicyVersionCommand,
  DeletePolicy: DeletePolicyCommand,
  DeletePolicyVersion: DeletePolicyVersionCommand,
  DetachGroupPolicy: DetachGroupPolicyCommand,
  DetachRolePolicy: DetachRolePolicyCommand,
  DetachUserPolicy: DetachUserPolicyCommand,
  GetAccountAuthorizationDetails: GetAccountAuthorizationDetailsCommand,
  GetOpenIDConnectProvider: GetOpenIDConnectProviderCommand,
  GetPolicy: GetPolicyCommand,
  GetPolicyVersion: GetPolicyVersionCommand,
  ListEntitiesForPolicy: ListEntitiesForPolicyCommand,
  ListPolicyVersions: ListPolicyVersionsCommand,
  RemoveUserFromGroup: RemoveUserFromGroupCommand,
  SimulatePrincipalPolicy: SimulatePrincipalPolicyCommand,
  TagUser: TagUserCommand,
  UntagUser: UntagUserCommand,
} as const
