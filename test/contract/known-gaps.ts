// Where a vendor's model is known to say less than the vendor does: the fault is the model's, not the sandbox's.

export interface Gap {
  readonly fault: RegExp
  readonly because: string
}

export const knownGaps: readonly Gap[] = [
  {
    fault:
      /^iam GetAccountSummary \(200\): answer SummaryMap\.(Roles|RolesQuota|Providers|RolePolicySizeQuota|AssumeRolePolicySizeQuota): /,
    because:
      'AWS has long answered with more keys than the enum lists (AWS CLI reference, get-account-summary, output).',
  },
  {
    fault:
      /^iam \w+ \(200\): answer .*PermissionsBoundary\.PermissionsBoundaryType: "Policy" is none of PermissionsBoundaryPolicy$/,
    because:
      'AWS answers "Policy", as its own documentation of the type says (IAM API reference, AttachedPermissionsBoundary).',
  },
  {
    fault: /^rest .*: answer .*\/labels\/\d+\/description: must be string/,
    because:
      'A label without a description has null there; the same document says so of `label`, not of the copy in pull requests.',
  },
  {
    fault: /^rest .*: answer .*\/head\/(repo|user): must be object/,
    because: 'A fork that was deleted is null in the pull requests that came from it, whatever the description says.',
  },
]

export const isKnownGap = (fault: string): boolean => knownGaps.some((gap) => gap.fault.test(fault))
