// The inline policy of what one person alone holds (a permission set, a role): what is allowed until when, the end of everything, and what is out of reach.

import type { PolicyDocument, Statement } from '../../core/model/policy-document.ts'
import type { Mark } from '../../core/plan/provisioner.ts'
import { deniesFrom, denyAfter } from '../../core/policy/dated.ts'
import type { Ours } from '../../core/policy/reach.ts'
import type { PolicyRead } from '../../core/policy/read.ts'
import { hasPolicyCharset, policySize, writePolicy } from '../../core/policy/write.ts'
import type { Span } from '../any/spans.ts'
import { sidOf, UNREADABLE, versionInSid } from './signature.ts'

/** How much an inline policy takes (IAM user guide and IAM Identity Center user guide, quotas). */
export interface Room {
  /** Bytes, white space included. */
  readonly inlineBytes: number
  /** Characters that are no white space. */
  readonly inlineSize: number
}

const deny = (sid: string, actions: readonly string[], resources: readonly string[]): Statement => ({
  sid,
  effect: 'Deny',
  actions: { only: actions },
  resources: { only: resources },
  conditions: {},
})

/** What changes who may do what in an organisation: from the account Daypass works from, everybody's access. */
const WRITES_AT_HOME: readonly string[] = ['sso', 'sso-directory', 'identitystore', 'organizations'].flatMap(
  (service) =>
    [
      'Add*',
      'Accept*',
      'Associate*',
      'Attach*',
      'Create*',
      'Delete*',
      'Deregister*',
      'Detach*',
      'Disable*',
      'Disassociate*',
      'Enable*',
      'Import*',
      'Move*',
      'Provision*',
      'Put*',
      'Register*',
      'Remove*',
      'Set*',
      'Start*',
      'Tag*',
      'Untag*',
      'Update*',
    ].map((verb) => `${service}:${verb}`),
)

/** Whatever it allows, nobody changes Daypass with it: its roles, its objects, and the door it comes in by. */
function guards(ours: Ours, home: string): readonly Statement[] {
  const { partition, account, paths, roleArns } = ours
  const under = ['policy', 'role', 'user', 'group'].flatMap((what) =>
    paths.map((path) => `arn:${partition}:iam::${account}:${what}${path}*`),
  )
  return [
    deny('DaypassGuard0', ['iam:*', 'sts:*'], [...under, ...roleArns]),
    ...(account === home ? [deny('DaypassGuard1', WRITES_AT_HOME, ['*'])] : []),
  ]
}

export interface Wrapped {
  /** What is allowed, dated already; empty where managed policies allow it. */
  readonly allowed: readonly Statement[]
  /** The end of all of it. */
  readonly last: Span
  readonly ours: Ours
  readonly home: string
  readonly quotas: Room
}

/** Everything that is not what was asked for: end and guards, so that a mode knows how much room is left. */
const frame = ({ allowed, last, ours, home }: Wrapped): readonly Statement[] => [
  { ...denyAfter(last.until), sid: sidOf(allowed.length, last.version) },
  ...guards(ours, home),
]

export function inlinePolicy(asked: Wrapped): PolicyRead {
  const document: PolicyDocument = { version: '2012-10-17', statements: [...asked.allowed, ...frame(asked)] }
  const { inlineSize, inlineBytes } = asked.quotas
  const size = policySize(document)
  if (size > inlineSize)
    return { problem: `it takes ${size} characters with its end, and an inline policy takes ${inlineSize} at most` }
  const bytes = Buffer.byteLength(writePolicy(document))
  if (bytes > inlineBytes)
    return { problem: `it takes ${bytes} bytes with its end, and an inline policy takes ${inlineBytes} at most` }
  return hasPolicyCharset(document) ? { document } : { problem: 'it has characters that IAM does not take' }
}

/** Whose end the deny-after is, and when. */
export function markOf(document: PolicyDocument | null): Mark {
  const expires = document === null ? null : deniesFrom(document)
  const statement = document?.statements.find((one) => one.effect === 'Deny' && versionInSid(one.sid) !== null)
  return { version: versionInSid(statement?.sid) ?? UNREADABLE, expires }
}
