// A service control policy: nobody in the organisation's accounts but Daypass and the named administrators touches its things.

import type { Statement } from '../../core/model/policy-document.ts'
import type { AwsIntegration, Settings, Trust } from '../../core/model/settings.ts'
import type { PolicyBlueprint } from './blueprint.ts'
import { PARTITION } from './names.ts'
import { documentOf } from './permissions.ts'

const inAny = (rest: string): string => `arn:${PARTITION}:iam::*:${rest}`

/** Roles wherever they lie in an account: names and patterns with and without a path. */
const roles = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) =>
    name.includes('/') ? [inAny(`role/${name}`)] : [inAny(`role/${name}`), inAny(`role/*/${name}`)],
  )

/** AWS does not apply these to the management account, to service-linked roles, and to nobody outside (Organizations user guide). */
export function organisationOf(settings: Settings, aws: AwsIntegration, trust: Trust): PolicyBlueprint {
  const own = Object.values(aws.roles).map((role) => inAny(`role/${role}`))
  const hubs = Object.values(aws.hub).flatMap((role) => role ?? [])
  const except = { ArnNotLike: { 'aws:PrincipalArn': [...own, ...roles(trust.administrators)] } }
  const writers = [
    'iam:Add*',
    'iam:Attach*',
    'iam:Create*',
    'iam:Delete*',
    'iam:Detach*',
    'iam:Put*',
    'iam:Remove*',
    'iam:Set*',
    'iam:Tag*',
    'iam:Untag*',
    'iam:Update*',
  ]
  const lives: Statement = {
    sid: 'DaypassObjects',
    effect: 'Deny',
    actions: { only: writers },
    resources: { only: [inAny('policy/daypass/*'), inAny('role/daypass/*'), ...own, ...hubs] },
    conditions: except,
  }
  const tags: Statement = {
    sid: 'DaypassTags',
    effect: 'Deny',
    actions: {
      only: [
        'iam:TagPolicy',
        'iam:TagRole',
        'iam:TagUser',
        'iam:UntagPolicy',
        'iam:UntagRole',
        'iam:UntagUser',
        'sso:TagResource',
        'sso:UntagResource',
      ],
    },
    resources: { only: ['*'] },
    conditions: { ...except, 'ForAnyValue:StringLike': { 'aws:TagKeys': ['daypass:*'] } },
  }
  return {
    path: '/',
    name: `daypass-${settings.installation}`,
    description: 'Leaves what Daypass lives on, and its marks, to Daypass and the named administrators.',
    document: documentOf([lives, tags]),
  }
}
