// Which operations a role of ours needs in an account, by what the account is used for.

import { CENTER, RESOURCES } from '../../collectors/calls.ts'
import type { Job, Settings } from '../../core/model/settings.ts'
import { looksAtTags } from '../../core/model/tags.ts'
import type { Operation } from '../../modes/aws/operation.ts'
import { TAGS } from '../../modes/aws/tags.ts'
import { OPERATIONS } from '../../modes/index.ts'
import type { Part } from './blueprint.ts'

const OWN_ROLES = [
  'arn:{partition}:iam::{account}:role/{roles.apply}',
  'arn:{partition}:iam::{account}:role/{roles.expire}',
  'arn:{partition}:iam::{account}:role/{roles.inventory}',
]

const looks = (action: string, resources: readonly string[]): Operation => ({
  action,
  resources,
  lane: null,
  effect: 'reads',
  jobs: ['inventory'],
})

/** What `daypass verify` asks in every account. */
export const VERIFYING = {
  GetAccountAuthorizationDetails: looks('iam:GetAccountAuthorizationDetails', ['*']),
  SimulatePrincipalPolicy: looks('iam:SimulatePrincipalPolicy', OWN_ROLES),
} as const satisfies Readonly<Record<string, Operation>>

/** What it asks besides where GitHub's jobs enter. */
export const VERIFYING_HUB = {
  GetOpenIDConnectProvider: looks('iam:GetOpenIDConnectProvider', [
    'arn:{partition}:iam::{account}:oidc-provider/token.actions.githubusercontent.com',
  ]),
} as const satisfies Readonly<Record<string, Operation>>

/** And where people enter through Okta: whether it is our app that the account believes. */
export const VERIFYING_FEDERATED = {
  GetSAMLProvider: looks('iam:GetSAMLProvider', ['arn:{partition}:iam::{account}:saml-provider/*']),
} as const satisfies Readonly<Record<string, Operation>>

const TABLES: Readonly<Record<string, readonly Operation[]>> = OPERATIONS

const FEDERATED = 'okta-saml'

const ofPart = (part: Part): readonly Operation[] => {
  if (part === 'hub') return Object.values(VERIFYING_HUB)
  if (part === 'home')
    return Object.values(TABLES)
      .flat()
      .filter(({ at }) => at === 'home')
  const own = (TABLES[part] ?? []).filter(({ at }) => at === undefined)
  return part === FEDERATED ? [...own, ...Object.values(VERIFYING_FEDERATED)] : own
}

/** What reading the resources of an account takes, where owners want that. */
const collecting = (parts: readonly Part[], { aws }: Settings): readonly Operation[] =>
  (aws?.inventory ?? null) === null
    ? []
    : [...Object.values(RESOURCES), ...(parts.includes('home') ? Object.values(CENTER) : [])]

/** What reading how resources are tagged takes, where rules look at that: in accounts that access is given in. */
const tagging = (parts: readonly Part[], settings: Settings): readonly Operation[] =>
  looksAtTags(settings) && parts.some((part) => part !== 'hub' && part !== 'home') ? Object.values(TAGS) : []

/** In the tables' order; an operation that two of them name stands there twice, and is written once. */
export const operationsFor = (parts: readonly Part[], job: Job, settings: Settings): readonly Operation[] =>
  [
    ...parts.flatMap(ofPart),
    ...Object.values(VERIFYING),
    ...collecting(parts, settings),
    ...tagging(parts, settings),
  ].filter(({ jobs }) => jobs.includes(job))
