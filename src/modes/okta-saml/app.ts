// Whether Okta's app can let people into an account as Daypass needs it: what an owner must set is told, with the cure.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { OktaFederation } from '../../core/model/settings.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import { getApplication, getApplicationUserSchema } from '../../edges/okta/operations.ts'
import type { OktaApp, OktaAppSchema } from '../../edges/okta/shapes.ts'

export interface AppSeen {
  readonly app: OktaApp
  readonly schema: OktaAppSchema
}

/** What an owner sets: in the order in which it must be set. */
export type AppSetting = 'kind' | 'status' | 'provider' | 'groupMapping' | 'joinAllRoles' | 'roles' | 'marker'

export interface AppProblem {
  readonly of: AppSetting
  readonly says: string
  readonly cure: string
}

/** The catalogue's name of AWS Account Federation. */
const CATALOGUE = 'amazon_aws'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const typeOf = (attribute: unknown): unknown => (isRecord(attribute) ? attribute['type'] : undefined)

/** Names of the roles that Okta was told of; null: it offers none to choose from. */
export function rolesOffered({ schema }: AppSeen): readonly string[] | null {
  const attribute = schema.base['samlRoles']
  const items = isRecord(attribute) ? attribute['items'] : undefined
  const offered: unknown = isRecord(items) ? items['enum'] : undefined
  return Array.isArray(offered) ? offered.filter((one): one is string => typeof one === 'string') : null
}

/** In the order in which an owner sets them. */
export function appProblems(
  { app, schema }: AppSeen,
  { provider, marker }: OktaFederation,
  account: string,
): readonly AppProblem[] {
  const { settings } = app
  const arn = settings['identityProviderArn']
  const wanted = `:iam::${account}:saml-provider/${provider}`
  const checks: readonly (readonly [boolean, AppProblem])[] = [
    [
      app.name !== CATALOGUE,
      {
        of: 'kind',
        says: `the app ${app.label} is no "AWS Account Federation" (${app.name})`,
        cure: 'name the right app under federation in integrations/okta.yaml',
      },
    ],
    [
      app.status !== 'ACTIVE',
      { of: 'status', says: `the app ${app.label} is not active`, cure: 'activate it in Okta' },
    ],
    [
      typeof arn !== 'string' || !arn.endsWith(wanted),
      {
        of: 'provider',
        says: `the app ${app.label} speaks for ${typeof arn === 'string' ? arn : 'no identity provider'}, not for saml-provider/${provider} of ${account}`,
        cure: 'write that ARN into Identity Provider ARN (Sign On tab)',
      },
    ],
    [
      settings['useGroupMapping'] === true,
      {
        of: 'groupMapping',
        says: `the app ${app.label} takes roles from group names`,
        cure: 'turn off Use Group Mapping (Sign On tab)',
      },
    ],
    [
      settings['joinAllRoles'] !== true,
      {
        of: 'joinAllRoles',
        says: `the app ${app.label} gives people with roles of their own no roles of their groups`,
        cure: 'turn on Join all roles (Sign On tab), or run daypass federate',
      },
    ],
    [
      typeOf(schema.base['samlRoles']) !== 'array',
      {
        of: 'roles',
        says: `the app ${app.label} knows no roles of AWS`,
        cure: 'turn on API integration with "Update User Attributes" (Provisioning tab), then More > Refresh Application Data',
      },
    ],
    [
      typeOf(schema.custom[marker]) !== 'boolean',
      {
        of: 'marker',
        says: `users of the app ${app.label} have no boolean attribute ${marker}`,
        cure: `add it: Directory > Profile Editor > ${app.label} User > Add Attribute, type boolean, scope not personal; or run daypass federate`,
      },
    ],
  ]
  return checks.flatMap(([wrong, problem]) => (wrong ? [problem] : []))
}

export async function readApp(okta: Okta, app: string): Promise<Answer<AppSeen | null>> {
  const read = await okta.get(getApplication, { appId: app })
  if (read.is === 'unknown') return read.because.kind === 'not-found' ? known(null) : read
  const schema = await okta.get(getApplicationUserSchema, { appId: app })
  return schema.is === 'unknown' ? schema : known({ app: read.value, schema: schema.value })
}
