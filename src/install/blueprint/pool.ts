// Roles for people who enter an account through Okta: each for one person at a time, empty until somebody is given something.

import type { Json, Statement } from '../../core/model/policy-document.ts'
import type { AwsIntegration, OktaFederation, Settings } from '../../core/model/settings.ts'
import { poolNames, poolPath } from '../../modes/okta-saml/naming.ts'
import { SESSION } from '../../modes/okta-saml/place.ts'
import type { PoolBlueprint } from './blueprint.ts'
import { ACCOUNT, PARTITION } from './names.ts'
import { documentOf } from './permissions.ts'

/** Where AWS takes assertions, by partition: the audience that they must be made for (IAM user guide, SAML sign-in). */
const SIGN_IN: Readonly<Record<string, string>> = {
  aws: 'https://signin.aws.amazon.com/saml',
  'aws-cn': 'https://signin.amazonaws.cn/saml',
  'aws-us-gov': 'https://signin.amazonaws-us-gov.com/saml',
}

const iam = (rest: string): string => `arn:${PARTITION}:iam::${ACCOUNT}:${rest}`

/** Okta's app may send a source identity along (`SourceIdentity`), which needs an action of its own. */
const trustOf = ({ provider }: OktaFederation, partition: string): Json => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: iam(`saml-provider/${provider}`) },
      Action: ['sts:AssumeRoleWithSAML', 'sts:SetSourceIdentity'],
      Condition: { StringEquals: { 'SAML:aud': SIGN_IN[partition] ?? SIGN_IN['aws'] ?? '' } },
    },
  ],
})

const statement = (
  sid: string,
  effect: Statement['effect'],
  actions: readonly string[],
  on: readonly string[],
): Statement => ({
  sid,
  effect,
  actions: { only: actions },
  resources: { only: on },
  conditions: {},
})

/** The ceiling over the roles: whatever is written into one of them, nobody changes Daypass or who may enter with it. */
const ceiling = (own: readonly string[]): Json =>
  documentOf([
    statement('WhatWasApproved', 'Allow', ['*'], ['*']),
    statement(
      'NeverDaypass',
      'Deny',
      ['iam:*', 'sts:AssumeRole'],
      [iam('policy/daypass/*'), iam('role/daypass/*'), iam('saml-provider/*'), iam('oidc-provider/*'), ...own],
    ),
  ])

/** null: nobody enters the account through Okta. */
export function poolOf(settings: Settings, aws: AwsIntegration, accounts: readonly string[]): PoolBlueprint | null {
  const names = new Set(
    aws.accounts.filter(({ id, mode }) => mode === 'okta-saml' && accounts.includes(id)).map(({ name }) => name),
  )
  const federation = settings.okta?.federation.find(({ account }) => names.has(account))
  if (federation === undefined) return null
  const { installation } = settings
  const own = Object.values(aws.roles).map((role) => iam(`role/${role}`))
  return {
    path: poolPath(installation),
    names: poolNames(installation, federation.roles),
    description: `Daypass (${installation}): for one person at a time, who enters through Okta.`,
    session: SESSION,
    trust: trustOf(federation, aws.partition),
    boundary: {
      path: '/daypass/',
      name: `pool-boundary-${installation}`,
      description: 'What people who enter through Okta can do at most, whatever they were given.',
      document: ceiling(own),
    },
  }
}
