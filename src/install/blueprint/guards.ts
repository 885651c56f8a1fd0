// What Daypass's own roles must never be able to do, whatever a table says one day: the boundary denies it, `verify` asks AWS.

export interface Never {
  readonly because: string
  readonly actions: readonly string[]
}

/**
 * The published ways of turning IAM rights into more rights that a role like ours could go, and ways of staying
 * (Rhino Security Labs, AWS IAM privilege escalation; Bishop Fox, iam-vulnerable).
 */
export const NEVER: readonly Never[] = [
  {
    because: 'no new people, and no new ways of being one of them',
    actions: [
      'iam:CreateUser',
      'iam:UpdateUser',
      'iam:CreateAccessKey',
      'iam:UpdateAccessKey',
      'iam:CreateLoginProfile',
      'iam:UpdateLoginProfile',
      'iam:CreateVirtualMFADevice',
      'iam:EnableMFADevice',
      'iam:DeactivateMFADevice',
      'iam:ResyncMFADevice',
      'iam:CreateServiceSpecificCredential',
      'iam:ResetServiceSpecificCredential',
      'iam:UploadSSHPublicKey',
      'iam:UploadSigningCertificate',
      'sts:GetFederationToken',
    ],
  },
  {
    because: 'no roles but those that owners install, which stay as they were installed',
    actions: [
      'iam:CreateRole',
      'iam:UpdateRole',
      'iam:UpdateAssumeRolePolicy',
      'iam:PutRolePolicy',
      'iam:AttachRolePolicy',
      'iam:PassRole',
      'iam:CreateServiceLinkedRole',
      'iam:AddRoleToInstanceProfile',
      'iam:CreateInstanceProfile',
    ],
  },
  {
    because: 'what people hold is never written to but by attaching policies of ours',
    actions: [
      'iam:PutUserPolicy',
      'iam:PutGroupPolicy',
      'iam:AttachGroupPolicy',
      'iam:CreateGroup',
      'iam:UpdateGroup',
      'iam:SetDefaultPolicyVersion',
    ],
  },
  {
    because: 'boundaries stay',
    actions: [
      'iam:PutUserPermissionsBoundary',
      'iam:DeleteUserPermissionsBoundary',
      'iam:PutRolePermissionsBoundary',
      'iam:DeleteRolePermissionsBoundary',
    ],
  },
  {
    because: 'nobody else is let into the account',
    actions: [
      'iam:CreateSAMLProvider',
      'iam:UpdateSAMLProvider',
      'iam:DeleteSAMLProvider',
      'iam:CreateOpenIDConnectProvider',
      'iam:UpdateOpenIDConnectProviderThumbprint',
      'iam:AddClientIDToOpenIDConnectProvider',
      'iam:DeleteOpenIDConnectProvider',
    ],
  },
]

export const NEVER_ACTIONS: readonly string[] = NEVER.flatMap(({ actions }) => actions)
