// Which roles of an account somebody who signs in through Okta now is let into: what the assertion says, and what AWS trusts.

import { samlArn } from '../aws/arns.ts'
import { own } from '../aws/world.ts'
import { usersOf } from '../okta/app-users.ts'
import type { App, AppUser, OktaWorld } from '../okta/world.ts'
import { speakerOf } from '../saml-metadata.ts'
import type { World } from '../world.ts'
import { contextOf } from './context.ts'
import { ambient, trustVerdict } from './decide.ts'
import type { Who } from './principal.ts'

/** Where AWS takes assertions, by partition: the audience that they are made for (IAM user guide, SAML sign-in). */
const SIGN_IN: Readonly<Record<string, string>> = {
  aws: 'https://signin.aws.amazon.com/saml',
  'aws-cn': 'https://signin.amazonaws.cn/saml',
  'aws-us-gov': 'https://signin.amazonaws-us-gov.com/saml',
}

const rolesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** Of the person and of their groups together where Join all roles is on; else the person's own, if there are any. */
function assertedRoles(okta: OktaWorld, app: App, user: AppUser): readonly string[] {
  const own = user.scope === 'USER' ? rolesIn(user.profile['samlRoles']) : []
  const groups = app.groups.filter(
    ({ id }) => okta.groups.find((group) => group.id === id)?.members.includes(user.id) === true,
  )
  const shared = groups.flatMap(({ profile }) => rolesIn(profile['samlRoles']))
  const all = app.settings['joinAllRoles'] === true || own.length === 0 ? [...own, ...shared] : own
  return [...new Set(all)]
}

/** A session for each role that is both asserted and open to the assertion. A name with a period breaks the assertion. */
export function throughOkta({ aws, okta }: World, account: string, login: string, at: number): readonly Who[] {
  const person = okta?.users.find(({ profile, status }) => profile['login'] === login && status === 'ACTIVE')
  const there = own(aws.accounts, account)
  if (okta === undefined || person === undefined || there === undefined) return []
  return okta.apps.flatMap((app): readonly Who[] => {
    const provider = String(app.settings['identityProviderArn'] ?? '')
    const { entity, certificate } = speakerOf(app.id)
    const trusted =
      there.samlProviders?.some(
        (one) =>
          samlArn(aws.partition, account, one.name) === provider &&
          one.entity === entity &&
          one.certificate === certificate,
      ) === true
    const user = usersOf(okta, app).find(({ id }) => id === person.id)
    if (!trusted || user === undefined || app.status !== 'ACTIVE' || app.name !== 'amazon_aws') return []
    const roles = assertedRoles(okta, app, user)
    if (roles.some((role) => role.includes('.'))) return []
    const sessionName = user.userName === '' ? login : user.userName
    return roles.flatMap((role): readonly Who[] => {
      const found = own(there.roles, role)
      if (found === undefined) return []
      const resource = `arn:${aws.partition}:iam::${account}:role${found.path}${role}`
      const claims = {
        'saml:aud': SIGN_IN[aws.partition] ?? '',
        'sts:RoleSessionName': sessionName,
        'sts:SourceIdentity': login,
      }
      const lets = (action: string): boolean =>
        trustVerdict(
          found,
          { kind: 'Federated', direct: [provider], account: [] },
          { action, resource, context: contextOf(ambient(aws, resource, at), claims) },
        ) === 'directly'
      return lets('sts:AssumeRoleWithSAML') ? [{ account, role, sessionName, sourceIdentity: login }] : []
    })
  })
}
