// What an owner must set in Okta's app before anybody is let in, in the order in which it must be set.

import { describe, expect, it } from 'vitest'
import { type AppSeen, appProblems, rolesOffered } from '../../../src/modes/okta-saml/app.ts'
import { ACCOUNT, app, federation } from './pool.ts'

const fine = () => app(['pool-01'])
const settings = (more: Readonly<Record<string, unknown>>): AppSeen => {
  const { app: one, schema } = fine()
  return { app: { ...one, settings: { ...one.settings, ...more } }, schema }
}
const schema = (more: Partial<AppSeen['schema']>): AppSeen => ({ ...fine(), schema: { ...fine().schema, ...more } })
const problems = (seen: AppSeen, account = ACCOUNT) =>
  appProblems(seen, federation, account).map(({ of, says, cure }) => [of, says, cure])

describe('an app', () => {
  it('that is as Daypass needs it has no problem', () => {
    expect(problems(fine())).toEqual([])
  })

  const arn = `arn:aws:iam::${ACCOUNT}:saml-provider/Other`
  it.each<[string, () => AppSeen, readonly string[]]>([
    [
      'is of another kind',
      () => app([], { name: 'okta_org2org' }),
      [
        'kind',
        'the app AWS prod is no "AWS Account Federation" (okta_org2org)',
        'name the right app under federation in integrations/okta.yaml',
      ],
    ],
    [
      'is not active',
      () => app([], { status: 'INACTIVE' }),
      ['status', 'the app AWS prod is not active', 'activate it in Okta'],
    ],
    [
      'speaks for another provider',
      () => settings({ identityProviderArn: arn }),
      [
        'provider',
        `the app AWS prod speaks for ${arn}, not for saml-provider/Okta of ${ACCOUNT}`,
        'write that ARN into Identity Provider ARN (Sign On tab)',
      ],
    ],
    [
      'speaks for nobody',
      () => settings({ identityProviderArn: undefined }),
      [
        'provider',
        `the app AWS prod speaks for no identity provider, not for saml-provider/Okta of ${ACCOUNT}`,
        'write that ARN into Identity Provider ARN (Sign On tab)',
      ],
    ],
    [
      'takes roles from groups',
      () => settings({ useGroupMapping: true }),
      ['groupMapping', 'the app AWS prod takes roles from group names', 'turn off Use Group Mapping (Sign On tab)'],
    ],
    [
      'does not join roles',
      () => settings({ joinAllRoles: 'true' }),
      [
        'joinAllRoles',
        'the app AWS prod gives people with roles of their own no roles of their groups',
        'turn on Join all roles (Sign On tab), or run daypass federate',
      ],
    ],
    [
      'knows no roles',
      () => schema({ base: { samlRoles: null } }),
      [
        'roles',
        'the app AWS prod knows no roles of AWS',
        'turn on API integration with "Update User Attributes" (Provisioning tab), then More > Refresh Application Data',
      ],
    ],
    [
      'has no marker',
      () => schema({ custom: { managed: { type: 'string' }, other: { type: 'boolean' } } }),
      [
        'marker',
        'users of the app AWS prod have no boolean attribute managed',
        'add it: Directory > Profile Editor > AWS prod User > Add Attribute, type boolean, scope not personal; or run daypass federate',
      ],
    ],
  ])('that %s is told so, with the cure', (_what, seen, problem) => {
    expect(problems(seen())).toEqual([problem])
  })

  it('that speaks for the provider of another account is not the one of this', () => {
    expect(problems(fine(), '444455556666').map(([of]) => of)).toEqual(['provider'])
  })

  it('that lacks everything is told all of it, in the order in which an owner sets it', () => {
    const empty = {
      ...app([], { name: 'x', status: 'x', settings: { useGroupMapping: true } }),
      schema: { base: {}, custom: {} },
    }
    expect(problems(empty).map(([of]) => of)).toEqual([
      'kind',
      'status',
      'provider',
      'groupMapping',
      'joinAllRoles',
      'roles',
      'marker',
    ])
  })
})

describe('roles that Okta offers', () => {
  const offered = (samlRoles: unknown) => rolesOffered(schema({ base: { samlRoles } }))

  it('are those it was told of', () => {
    expect(rolesOffered(app(['a', 'b']))).toEqual(['a', 'b'])
    expect(offered({ items: { enum: ['a', 7, null, 'b'] } })).toEqual(['a', 'b'])
    expect(offered({ items: { enum: [] } })).toEqual([])
  })

  it.each([undefined, null, 'a', {}, { items: null }, { items: 'a' }, { items: {} }, { items: { enum: 'a' } }])(
    'are none to choose from where its attribute is %j',
    (samlRoles) => {
      expect(offered(samlRoles)).toBeNull()
    },
  )
})
