// What may be handed out as it is: the ARNs that Daypass's roles are limited to, and that plans are checked against.

import type { HandsOut, Settings } from '../../core/model/settings.ts'
import { matches } from '../../core/policy/wildcard.ts'

/** Patterns of IAM ARNs, as a role's policy states them. */
export interface HandedOut {
  readonly groups: readonly string[]
  readonly policies: readonly string[]
}

/** An IAM name stands at the end of its ARN, with or without a path before it. */
const named = (start: string, name: string): readonly string[] => [`${start}${name}`, `${start}*/${name}`]

/** Policies may be AWS's own, whose ARN names no account: one cannot attach those of another account. */
export const handedOut = ({ groups, policies }: HandsOut, partition: string, account: string): HandedOut => ({
  groups: groups.flatMap((name) => named(`arn:${partition}:iam::${account}:group/`, name)),
  policies: policies.flatMap((name) => [
    ...named(`arn:${partition}:iam::${account}:policy/`, name),
    ...named(`arn:${partition}:iam::aws:policy/`, name),
  ]),
})

/** Whether an ARN may be handed out in an account. */
export const mayHandOut =
  ({ aws }: Settings) =>
  (account: string, what: keyof HandedOut, arn: string): boolean =>
    aws !== null && handedOut(aws.handsOut, aws.partition, account)[what].some((pattern) => matches(pattern, arn))
