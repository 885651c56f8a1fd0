// One call of each operation of the sandbox's AWS that is done, and one that is refused.

import { account, allowing, awsWorld, inAccount, keyOf, trusting, withKey } from '../../src/sandbox/aws/build.ts'
import { accessKeyId } from '../../src/sandbox/aws/ids.ts'
import type { ManagedPolicy } from '../../src/sandbox/aws/world.ts'
import { signToken } from '../../src/sandbox/github/oidc.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import { speakerOf } from '../../src/sandbox/saml-metadata.ts'
import type { World } from '../../src/sandbox/world.ts'

export const start = Date.UTC(2026, 10, 22, 8) / 1000
export const home = '111122223333'

const issuer = 'token.actions.githubusercontent.com'
const policyArn = (name: string): string => `arn:aws:iam::${home}:policy/team/${name}`
const roleArn = (name: string): string => `arn:aws:iam::${home}:role/${name}`
const document = allowing('s3:GetObject', 'arn:aws:s3:::orders/*')
const trust = trusting({ AWS: `arn:aws:iam::${home}:root` }, undefined, [
  'sts:AssumeRole',
  'sts:TagSession',
  'sts:SetSourceIdentity',
])
const held = { inline: { own: document }, attached: [policyArn('used')] }
const webTrust = trusting(
  { Federated: `arn:aws:iam::${home}:oidc-provider/${issuer}` },
  undefined,
  'sts:AssumeRoleWithWebIdentity',
)

const twoVersions = (policy: ManagedPolicy): ManagedPolicy => ({
  ...policy,
  last: 2,
  versions: { ...policy.versions, v2: { document: JSON.stringify(document), created: start } },
})

/** An account in which everything there is has every member that its shape knows. */
export const world = (): World => {
  const bare = awsWorld({
    accounts: [
      account(home, {
        alias: 'orders',
        users: {
          admin: { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
          marta: {
            ...held,
            path: '/staff/',
            groups: ['engineers'],
            tags: { team: 'orders' },
            boundary: policyArn('used'),
          },
          ivan: {},
          spare: {},
        },
        groups: { engineers: { ...held, path: '/staff/' }, spare: {} },
        roles: {
          pool: {
            ...held,
            path: '/daypass/',
            trust,
            tags: { team: 'orders' },
            boundary: policyArn('used'),
            description: 'of orders',
          },
          open: { trust },
          web: { trust: webTrust },
          spare: { trust },
        },
        policies: {
          used: { path: '/team/', document, tags: { team: 'orders' }, description: 'for orders' },
          versioned: { path: '/team/', document },
          spare: { path: '/team/', document },
        },
        githubAudiences: ['sts.amazonaws.com'],
        samlProviders: [{ name: 'Okta', ...speakerOf('0oa00000000000000009') }],
      }),
    ],
  })
  const keyed = ['admin', 'ivan'].reduce((aws, name) => withKey(aws, home, name), bare)
  const aws = inAccount(keyed, home, (one) => {
    const { versioned } = one.policies
    return versioned === undefined ? one : { ...one, policies: { ...one.policies, versioned: twoVersions(versioned) } }
  })
  return { aws, github: emptyGithub(start) }
}

export const admin = keyOf(home, 'admin')
/** Has a key and no permission at all. */
export const ivan = keyOf(home, 'ivan')
export const nobody = { accessKeyId: accessKeyId('AKIA', 'nobody'), secretAccessKey: 'none' }

type Input = Readonly<Record<string, unknown>>

export interface Row {
  readonly op: string
  readonly input: Input
  /** How else it must be asked to be refused; `ivan` and `nobody` ask the same. */
  readonly refused: Input | 'ivan' | 'nobody'
  readonly code: string
}

export const row = (op: string, input: Input, refused: Row['refused'], code: string): Row => ({
  op,
  input,
  refused,
  code,
})
const text = JSON.stringify(document)
const nothing = 'NoSuchEntity'
const tags = [{ Key: 'email', Value: 'marta@acme.test' }]
const gone = { PolicyArn: policyArn('gone') }

/** What users, groups and roles have in common. */
const holderRows = (word: 'User' | 'Group' | 'Role', name: string): readonly Row[] => {
  const parameter = `${word}Name`
  const [there, missing] = [{ [parameter]: name }, { [parameter]: 'nobody' }]
  const own = { ...there, PolicyName: 'own' }
  const used = { ...there, PolicyArn: policyArn('used') }
  return [
    row(
      `Put${word}Policy`,
      { ...own, PolicyDocument: text },
      { ...own, PolicyDocument: '{' },
      'MalformedPolicyDocument',
    ),
    row(`Get${word}Policy`, own, { ...there, PolicyName: 'none' }, nothing),
    row(`Delete${word}Policy`, own, { ...there, PolicyName: 'none' }, nothing),
    row(`List${word}Policies`, there, missing, nothing),
    row(
      `Attach${word}Policy`,
      { ...there, PolicyArn: policyArn('spare') },
      { ...there, PolicyArn: 'arn:aws:iam::nonsense' },
      'InvalidInput',
    ),
    row(`Detach${word}Policy`, used, { ...there, ...gone }, nothing),
    row(`ListAttached${word}Policies`, { ...there, PathPrefix: '/team/', MaxItems: 1 }, missing, nothing),
  ]
}

const tagRows = (word: 'User' | 'Role' | 'Policy', there: Input, missing: Input): readonly Row[] => [
  row(
    `Tag${word}`,
    { ...there, Tags: tags },
    { ...there, Tags: [...tags, { Key: 'Email', Value: 'x' }] },
    'InvalidInput',
  ),
  row(`Untag${word}`, { ...there, TagKeys: ['team'] }, { ...missing, TagKeys: ['team'] }, nothing),
  row(`List${word}Tags`, there, missing, nothing),
]

export const iamRows: readonly Row[] = [
  row('GetAccountSummary', {}, 'ivan', 'AccessDenied'),
  row('ListAccountAliases', {}, 'nobody', 'InvalidClientTokenId'),
  row('ListOpenIDConnectProviders', {}, 'ivan', 'AccessDenied'),
  row(
    'GetOpenIDConnectProvider',
    { OpenIDConnectProviderArn: `arn:aws:iam::${home}:oidc-provider/token.actions.githubusercontent.com` },
    { OpenIDConnectProviderArn: `arn:aws:iam::${home}:oidc-provider/evil.example` },
    nothing,
  ),
  row(
    'GetSAMLProvider',
    { SAMLProviderArn: `arn:aws:iam::${home}:saml-provider/Okta` },
    { SAMLProviderArn: `arn:aws:iam::${home}:saml-provider/Evil` },
    nothing,
  ),
  row(
    'SimulatePrincipalPolicy',
    {
      PolicySourceArn: `arn:aws:iam::${home}:role/open`,
      ActionNames: ['iam:CreateUser', 's3:GetObject'],
      ResourceArns: ['*'],
      ContextEntries: [{ ContextKeyName: 'aws:TagKeys', ContextKeyType: 'stringList', ContextKeyValues: ['team'] }],
    },
    { PolicySourceArn: `arn:aws:iam::${home}:role/none`, ActionNames: ['iam:CreateUser'] },
    nothing,
  ),
  row('GetAccountAuthorizationDetails', { MaxItems: 1000 }, { MaxItems: 0 }, 'ValidationError'),
  ...holderRows('User', 'marta'),
  ...holderRows('Group', 'engineers'),
  ...holderRows('Role', 'pool'),
  ...tagRows('User', { UserName: 'marta' }, { UserName: 'nobody' }),
  ...tagRows('Role', { RoleName: 'pool' }, { RoleName: 'nobody' }),
  ...tagRows('Policy', { PolicyArn: policyArn('used') }, gone),
  row(
    'CreateUser',
    { UserName: 'new', Path: '/staff/', Tags: tags, PermissionsBoundary: policyArn('used') },
    { UserName: 'MARTA' },
    'EntityAlreadyExists',
  ),
  row('GetUser', { UserName: 'marta' }, { UserName: 'nobody' }, nothing),
  row('ListUsers', { PathPrefix: '/staff/' }, 'ivan', 'AccessDenied'),
  row('DeleteUser', { UserName: 'spare' }, { UserName: 'marta' }, 'DeleteConflict'),
  row('CreateGroup', { GroupName: 'new', Path: '/staff/' }, { GroupName: 'engineers' }, 'EntityAlreadyExists'),
  row('DeleteGroup', { GroupName: 'spare' }, { GroupName: 'engineers' }, 'DeleteConflict'),
  row('GetGroup', { GroupName: 'engineers' }, { GroupName: 'nobody' }, nothing),
  row('ListGroups', {}, 'ivan', 'AccessDenied'),
  row('ListGroupsForUser', { UserName: 'marta' }, { UserName: 'nobody' }, nothing),
  row('AddUserToGroup', { GroupName: 'spare', UserName: 'marta' }, { GroupName: 'nobody', UserName: 'marta' }, nothing),
  row(
    'RemoveUserFromGroup',
    { GroupName: 'engineers', UserName: 'marta' },
    { GroupName: 'engineers', UserName: 'nobody' },
    nothing,
  ),
  row(
    'CreateRole',
    {
      RoleName: 'new',
      AssumeRolePolicyDocument: JSON.stringify(trust),
      Description: 'new',
      MaxSessionDuration: 7200,
      Tags: tags,
      PermissionsBoundary: policyArn('used'),
    },
    { RoleName: 'pool', AssumeRolePolicyDocument: JSON.stringify(trust) },
    'EntityAlreadyExists',
  ),
  row('GetRole', { RoleName: 'pool' }, { RoleName: 'nobody' }, nothing),
  row('ListRoles', {}, 'ivan', 'AccessDenied'),
  row('DeleteRole', { RoleName: 'spare' }, { RoleName: 'pool' }, 'DeleteConflict'),
  row(
    'UpdateAssumeRolePolicy',
    { RoleName: 'pool', PolicyDocument: JSON.stringify(trust) },
    { RoleName: 'pool', PolicyDocument: '{' },
    'MalformedPolicyDocument',
  ),
  row(
    'PutRolePermissionsBoundary',
    { RoleName: 'pool', PermissionsBoundary: policyArn('spare') },
    { RoleName: 'nobody', PermissionsBoundary: policyArn('spare') },
    nothing,
  ),
  row(
    'CreatePolicy',
    { PolicyName: 'new', Path: '/team/', PolicyDocument: text, Description: 'new', Tags: tags },
    { PolicyName: 'used', PolicyDocument: text },
    'EntityAlreadyExists',
  ),
  row('GetPolicy', { PolicyArn: policyArn('used') }, gone, nothing),
  row('DeletePolicy', { PolicyArn: policyArn('spare') }, { PolicyArn: policyArn('used') }, 'DeleteConflict'),
  row('ListPolicies', { Scope: 'All' }, 'ivan', 'AccessDenied'),
  row('ListEntitiesForPolicy', { PolicyArn: policyArn('used') }, gone, nothing),
  row(
    'CreatePolicyVersion',
    { PolicyArn: policyArn('used'), PolicyDocument: text, SetAsDefault: true },
    { ...gone, PolicyDocument: text },
    nothing,
  ),
  row(
    'GetPolicyVersion',
    { PolicyArn: policyArn('used'), VersionId: 'v1' },
    { PolicyArn: policyArn('used'), VersionId: 'v9' },
    nothing,
  ),
  row('ListPolicyVersions', { PolicyArn: policyArn('versioned') }, gone, nothing),
  row(
    'DeletePolicyVersion',
    { PolicyArn: policyArn('versioned'), VersionId: 'v2' },
    { PolicyArn: policyArn('versioned'), VersionId: 'v1' },
    'DeleteConflict',
  ),
  row(
    'SetDefaultPolicyVersion',
    { PolicyArn: policyArn('versioned'), VersionId: 'v2' },
    { PolicyArn: policyArn('versioned'), VersionId: 'v9' },
    nothing,
  ),
]

const token = signToken(emptyGithub(start).oidcKey, {
  iss: `https://${issuer}`,
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/access:ref:refs/heads/main',
  exp: start + 300,
})
const late = signToken(emptyGithub(start).oidcKey, {
  iss: `https://${issuer}`,
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/access:ref:refs/heads/main',
  exp: start,
})
const session = { RoleArn: roleArn('open'), RoleSessionName: 'daypass-42' }
const web = { RoleArn: roleArn('web'), RoleSessionName: 'daypass-42', WebIdentityToken: token }

export const stsRows: readonly Row[] = [
  row('GetCallerIdentity', {}, 'nobody', 'InvalidClientTokenId'),
  row(
    'AssumeRole',
    {
      ...session,
      DurationSeconds: 900,
      SourceIdentity: 'gh-42',
      ExternalId: 'acme-7',
      Tags: tags,
      TransitiveTagKeys: ['email'],
      Policy: text,
      PolicyArns: [{ arn: policyArn('used') }],
    },
    { ...session, Policy: '{' },
    'MalformedPolicyDocument',
  ),
  row('AssumeRoleWithWebIdentity', web, { ...web, WebIdentityToken: late }, 'ExpiredTokenException'),
]
