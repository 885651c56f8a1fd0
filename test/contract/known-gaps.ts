// Where a vendor's model is known to say less than the vendor does: the fault is the model's, not the sandbox's.

export interface Gap {
  readonly fault: RegExp
  readonly because: string
}

export const knownGaps: readonly Gap[] = [
  {
    fault: /^iam GetAccountSummary \(200\): answer SummaryMap\.(Roles|RolesQuota|Providers|RolePolicySizeQuota|AssumeRolePolicySizeQuota): /,
    because: 'AWS has long answered with more keys than the enum lists (AWS CLI reference, get-account-summary, output).',
  },
  {
    fault: /^iam \w+ \(200\): answer .*PermissionsBoundary\.PermissionsBoundaryType: "Policy" is none of PermissionsBoundaryPolicy$/,
    because: 'AWS answers "Policy", as its own documentation of the type says (IAM API reference, AttachedPermissionsBoundary).',
  },
]

export const isKnownGap = (fault: string): boolean => knownGaps.some((gap) => gap.fault.test(fault))
