// Something wrong in a document: a closed list of codes, each with its severity and a title people can search for.

import type { Place } from './place.ts'

export type Severity = 'error' | 'warning' | 'note'

interface Code {
  readonly severity: Severity
  readonly title: string
}

export const FINDINGS = {
  'account-closing': { severity: 'error', title: 'The account is leaving' },
  'action-idle': { severity: 'warning', title: 'An action that cannot be done there' },
  'action-syntax': { severity: 'error', title: 'Not an AWS action' },
  'action-unknown': { severity: 'warning', title: 'No action that AWS is known to have' },
  'arn-elsewhere': { severity: 'error', title: 'Lies in another account' },
  'arn-syntax': { severity: 'error', title: 'Not an ARN' },
  'bot-lines': { severity: 'error', title: 'Lines that only the bot writes' },
  'change-mixed': { severity: 'error', title: 'Requests or settings together with other files' },
  'duplicate-entry': { severity: 'error', title: 'Listed twice' },
  'duplicate-name': { severity: 'error', title: 'Name used twice' },
  'duplicate-person': { severity: 'error', title: 'Two people share an identity' },
  'duplicate-request': { severity: 'error', title: 'Request id used twice' },
  'duration-impossible': { severity: 'error', title: 'Not a duration' },
  'federation-idle': { severity: 'error', title: 'Nobody enters this account through Okta' },
  'file-missing': { severity: 'error', title: 'File is missing' },
  'file-mode': { severity: 'error', title: 'Not an ordinary file' },
  'file-unexpected': { severity: 'error', title: 'Unexpected file' },
  'group-from-okta': { severity: 'error', title: 'Okta fills this group' },
  'hands-out-all': { severity: 'error', title: 'Would hand out everything' },
  'identity-idle': { severity: 'error', title: 'Says nothing in this account' },
  'identity-tag': { severity: 'error', title: 'Tag and way of matching disagree' },
  'item-count': { severity: 'error', title: 'Too many items' },
  'item-duplicate': { severity: 'error', title: 'Asked for twice' },
  'lint-auto-undercuts': { severity: 'warning', title: 'An auto that makes approvals needless' },
  'lint-break-glass-unreviewed': { severity: 'warning', title: 'Nobody else reviews who breaks the glass' },
  'lint-dead-rule': { severity: 'warning', title: 'A rule behind a deny' },
  'lint-never-matches': { severity: 'warning', title: 'A filter that can never match' },
  'lint-no-approvers': { severity: 'warning', title: 'A way that nobody may approve by' },
  'lint-self-grant': { severity: 'warning', title: 'One person alone can make access lasting' },
  'lint-too-few-approvers': { severity: 'warning', title: 'Fewer approvers than approvals demanded' },
  'look-alike': { severity: 'warning', title: 'Names that look alike' },
  'manager-self': { severity: 'error', title: "One's own manager" },
  'mode-unready': { severity: 'error', title: 'Settings for this way of giving access are missing' },
  'name-syntax': { severity: 'error', title: 'Not a name in IAM' },
  'okta-host': { severity: 'error', title: 'Not the address of an Okta organisation' },
  'okta-key': { severity: 'error', title: 'The key to Okta lies elsewhere' },
  'okta-missing': { severity: 'error', title: 'There is no Okta in the settings' },
  'owners-few': { severity: 'warning', title: 'Too few owners' },
  'partition-unknown': { severity: 'error', title: 'No partition of AWS' },
  'pattern-syntax': { severity: 'error', title: 'Not a pattern' },
  'prefix-syntax': { severity: 'error', title: 'Not a prefix of keys' },
  'region-elsewhere': { severity: 'error', title: 'Region of another partition' },
  'request-edited': { severity: 'error', title: 'A merged request was changed' },
  'resource-level': { severity: 'error', title: 'How much may be done is not said, or said twice' },
  'resource-unknown': { severity: 'error', title: 'No resource that AWS is known to have' },
  'resource-unseen': { severity: 'warning', title: 'Not in the inventory' },
  'rule-deny': { severity: 'error', title: 'Deny and ways in one rule' },
  'rule-empty': { severity: 'error', title: 'Rule without effect' },
  'shape-choice': { severity: 'error', title: 'Nothing, or more than one thing, is said' },
  'shape-count': { severity: 'error', title: 'Too few or too many entries' },
  'shape-missing': { severity: 'error', title: 'Something is missing' },
  'shape-not': { severity: 'error', title: 'Does not belong here' },
  'shape-number': { severity: 'error', title: 'Number out of range' },
  'shape-text': { severity: 'error', title: 'Text is not of the right form' },
  'shape-type': { severity: 'error', title: 'Value of the wrong type' },
  'shape-unknown-key': { severity: 'error', title: 'Unknown key' },
  'shape-unquoted': { severity: 'error', title: 'Needs quotes' },
  'shape-value': { severity: 'error', title: 'Not one of the possible values' },
  'time-contradiction': { severity: 'error', title: 'Contradicting times' },
  'time-impossible': { severity: 'error', title: 'Impossible date or time' },
  'time-local': { severity: 'error', title: 'Time without an offset' },
  'time-long': { severity: 'error', title: 'Longer than allowed' },
  'time-missing': { severity: 'error', title: 'No end' },
  'time-order': { severity: 'error', title: 'Begins after its end' },
  'time-past': { severity: 'error', title: 'Already over' },
  'time-short': { severity: 'error', title: 'Too short' },
  'trust-circular': { severity: 'error', title: 'Trusts what it guards against' },
  'unknown-account': { severity: 'error', title: 'Unknown account' },
  'unknown-bundle': { severity: 'error', title: 'Unknown bundle' },
  'unknown-group': { severity: 'error', title: 'Unknown group' },
  'unknown-kind': { severity: 'error', title: 'Unknown kind' },
  'unknown-mode': { severity: 'error', title: 'Unknown mode' },
  'unknown-person': { severity: 'error', title: 'Unknown person' },
  'unknown-request': { severity: 'warning', title: 'Unknown request' },
  'yaml-alias': { severity: 'error', title: 'Anchor or alias' },
  'yaml-bom': { severity: 'error', title: 'Byte order mark' },
  'yaml-depth': { severity: 'error', title: 'Nested too deep' },
  'yaml-directive': { severity: 'error', title: 'YAML directive' },
  'yaml-documents': { severity: 'error', title: 'More than one document' },
  'yaml-duplicate-key': { severity: 'error', title: 'Key used twice' },
  'yaml-empty': { severity: 'error', title: 'Empty file' },
  'yaml-encoding': { severity: 'error', title: 'Not UTF-8' },
  'yaml-hidden-character': { severity: 'error', title: 'Invisible character' },
  'yaml-key': { severity: 'error', title: 'Not a key' },
  'yaml-merge-key': { severity: 'error', title: 'Merge key' },
  'yaml-reserved-key': { severity: 'error', title: 'Reserved key' },
  'yaml-size': { severity: 'error', title: 'File too big' },
  'yaml-syntax': { severity: 'error', title: 'Not YAML' },
  'yaml-tag': { severity: 'error', title: 'YAML tag' },
} as const satisfies Record<string, Code>

export type FindingCode = keyof typeof FINDINGS

export interface Finding {
  readonly code: FindingCode
  readonly at: Place
  /** What is wrong, in one sentence; may hold text of the author: escape before showing. */
  readonly message: string
  /** What to do about it. */
  readonly cure: string
}

export const severityOf = (finding: Finding): Severity => FINDINGS[finding.code].severity

const byPlace = (a: Place, b: Place): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column

/** By place, then code; the same finding made twice stands once. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const once = new Map(
    findings.map((one) => [`${one.code} ${one.at.file} ${one.at.line} ${one.at.column} ${one.message}`, one]),
  )
  return [...once.values()].sort((a, b) => byPlace(a.at, b.at) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}
