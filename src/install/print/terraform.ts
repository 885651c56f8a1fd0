// The blueprint as Terraform: a module a shape, and a root that puts every account to its module.

import type { Json } from '../../core/model/policy-document.ts'
import type { Blueprint, PolicyBlueprint, RoleBlueprint, Shape } from '../blueprint/blueprint.ts'
import { MADE, type PrintedFile } from './files.ts'
import { block, hcl, type Line, map, quoted, set } from './hcl.ts'

const REQUIRED = block(
  'terraform',
  set('required_version', quoted('>= 1.2')),
  block('required_providers', map('aws', set('source', quoted('hashicorp/aws')), set('version', quoted('>= 5.0')))),
)

/** A policy as a file that `templatefile` fills in. */
const policyText = (document: Json): string =>
  `${JSON.stringify(document, null, 2)
    .replaceAll('${', '$${')
    .replaceAll('%{', '%%{')
    .replace(/\{(account|partition)\}/g, (word) => `$${word}`)}\n`

const fileOf = (name: string): string => `templatefile("\${path.module}/policies/${name}.json", local.names)`

/** Terraform names take letters, digits and underscores. */
const plain = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '_').replace(/^(\d)/, '_$1')

const roleLines = (role: RoleBlueprint): readonly Line[] => [
  block(
    `resource "aws_iam_role" ${quoted(plain(role.title))}`,
    set('name', quoted(role.name)),
    set('path', quoted(role.path)),
    set('description', quoted(role.description)),
    set('assume_role_policy', fileOf(`${role.title}-trust`)),
    set('permissions_boundary', 'aws_iam_policy.boundary.arn'),
    set('max_session_duration', '3600'),
    set('tags', 'local.tags'),
    ...(role.title.startsWith('hub-') ? [set('depends_on', '[aws_iam_openid_connect_provider.github]')] : []),
  ),
  block(
    `resource "aws_iam_role_policy" ${quoted(plain(role.title))}`,
    set('name', quoted('daypass')),
    set('role', `aws_iam_role.${plain(role.title)}.name`),
    set('policy', fileOf(role.title)),
  ),
]

const boundaryLines = ({ name, path, description }: PolicyBlueprint): Line =>
  block(
    'resource "aws_iam_policy" "boundary"',
    set('name', quoted(name)),
    set('path', quoted(path)),
    set('description', quoted(description)),
    set('policy', fileOf('boundary')),
    set('tags', 'local.tags'),
    block(
      'lifecycle',
      block(
        'precondition',
        set('condition', 'local.names.account == var.account'),
        set('error_message', quoted('These credentials are those of another account.')),
      ),
    ),
  )

const providerLines = ({ provider }: Shape): readonly Line[] =>
  provider === null
    ? []
    : [
        block(
          'variable "create_provider"',
          set('type', 'bool'),
          set('default', 'true'),
          set('description', quoted('false where the account has the OpenID Connect provider of GitHub already.')),
        ),
        block(
          'resource "aws_iam_openid_connect_provider" "github"',
          set('count', 'var.create_provider ? 1 : 0'),
          set('url', quoted(`https://${provider.host}`)),
          set('client_id_list', `[${quoted(provider.audience)}]`),
          set('tags', 'local.tags'),
        ),
      ]

/** What people were given is written into the roles by Daypass: Terraform leaves their policies and tags to it. */
function poolLines({ pool }: Shape): readonly Line[] {
  if (pool === null) return []
  const { path, names, description, session, boundary } = pool
  return [
    block(
      'resource "aws_iam_policy" "pool_boundary"',
      set('name', quoted(boundary.name)),
      set('path', quoted(boundary.path)),
      set('description', quoted(boundary.description)),
      set('policy', fileOf('pool-boundary')),
      set('tags', 'local.tags'),
    ),
    block(
      'resource "aws_iam_role" "pool"',
      set('for_each', `toset([${names.map(quoted).join(', ')}])`),
      set('name', 'each.key'),
      set('path', quoted(path)),
      set('description', quoted(description)),
      set('assume_role_policy', fileOf('pool-trust')),
      set('permissions_boundary', 'aws_iam_policy.pool_boundary.arn'),
      set('max_session_duration', String(session)),
      set('tags', 'local.tags'),
      block('lifecycle', set('ignore_changes', '[tags["daypass:state"], tags_all["daypass:state"]]')),
    ),
  ]
}

function moduleFiles({ tags }: Blueprint, shape: Shape): readonly PrintedFile[] {
  const folder = `modules/${shape.name}`
  const main = hcl(
    MADE,
    REQUIRED,
    block('variable "account"', set('type', 'string'), set('description', quoted('The twelve digits of the account.'))),
    block('data "aws_caller_identity" "here"'),
    block('data "aws_partition" "here"'),
    block(
      'locals',
      map(
        'names',
        set('account', 'data.aws_caller_identity.here.account_id'),
        set('partition', 'data.aws_partition.here.partition'),
      ),
      map('tags', ...Object.entries(tags).map(([key, value]) => set(quoted(key), quoted(value)))),
    ),
    boundaryLines(shape.boundary),
    ...providerLines(shape),
    ...shape.roles.flatMap(roleLines),
    ...poolLines(shape),
  )
  const policies = [
    ['boundary', shape.boundary.document] as const,
    ...(shape.pool === null
      ? []
      : [['pool-boundary', shape.pool.boundary.document] as const, ['pool-trust', shape.pool.trust] as const]),
    ...shape.roles.flatMap(({ title, trust, policy }) => [
      [`${title}-trust`, trust] as const,
      [title, policy] as const,
    ]),
  ]
  return [
    { path: `${folder}/main.tf`, text: main },
    ...policies.map(([name, document]) => ({ path: `${folder}/policies/${name}.json`, text: policyText(document) })),
  ]
}

/** Each account by a provider of its own, entered through the role that the organisation's administrators have. */
function rootFile({ partition, region }: Blueprint, shapes: readonly Shape[]): PrintedFile {
  const accounts = shapes.flatMap((shape) => shape.places.map((place) => ({ shape, ...place })))
  const lines = accounts.flatMap(({ shape, id, name }) => {
    const called = plain(name ?? `account_${id}`)
    return [
      block(
        'provider "aws"',
        set('alias', quoted(called)),
        set('region', quoted(region)),
        set('allowed_account_ids', `[${quoted(id)}]`),
        block('assume_role', set('role_arn', `"arn:${partition}:iam::${id}:role/\${var.administrator_role}"`)),
      ),
      block(
        `module ${quoted(called)}`,
        set('source', quoted(`./modules/${shape.name}`)),
        set('account', quoted(id)),
        map('providers', set('aws', `aws.${called}`)),
      ),
    ]
  })
  return {
    path: 'main.tf',
    text: hcl(
      MADE,
      REQUIRED,
      block(
        'variable "administrator_role"',
        set('type', 'string'),
        set('default', quoted('OrganizationAccountAccessRole')),
        set('description', quoted('The role through which you enter the accounts.')),
      ),
      ...lines,
    ),
  }
}

/** One account alone: with the credentials at hand, which must be those of that account. */
function rootOfOne({ region }: Blueprint, shape: Shape, id: string): PrintedFile {
  return {
    path: 'main.tf',
    text: hcl(
      MADE,
      REQUIRED,
      block('provider "aws"', set('region', quoted(region)), set('allowed_account_ids', `[${quoted(id)}]`)),
      block('module "daypass"', set('source', quoted(`./modules/${shape.name}`)), set('account', quoted(id))),
    ),
  }
}

function organisationFiles({ organisation, partition, region }: Blueprint): readonly PrintedFile[] {
  const document = JSON.parse(JSON.stringify(organisation.document).replaceAll('{partition}', partition)) as Json
  return [
    {
      path: 'organisation/main.tf',
      text: hcl(
        MADE,
        REQUIRED,
        block(
          'variable "targets"',
          set('type', 'list(string)'),
          set('description', quoted('Ids of the root, organisational units or accounts that it protects.')),
        ),
        block('provider "aws"', set('region', quoted(region))),
        block(
          'resource "aws_organizations_policy" "daypass"',
          set('name', quoted(organisation.name)),
          set('description', quoted(organisation.description)),
          set('type', quoted('SERVICE_CONTROL_POLICY')),
          set('content', `file("\${path.module}/service-control-policy.json")`),
        ),
        block(
          'resource "aws_organizations_policy_attachment" "daypass"',
          set('for_each', 'toset(var.targets)'),
          set('policy_id', 'aws_organizations_policy.daypass.id'),
          set('target_id', 'each.value'),
        ),
      ),
    },
    { path: 'organisation/service-control-policy.json', text: `${JSON.stringify(document, null, 2)}\n` },
  ]
}

export function terraform(blueprint: Blueprint, shapes: readonly Shape[]): readonly PrintedFile[] {
  const [only, another] = shapes.flatMap((shape) => shape.places.map(({ id }) => ({ shape, id })))
  const alone = only !== undefined && another === undefined
  return [
    alone ? rootOfOne(blueprint, only.shape, only.id) : rootFile(blueprint, shapes),
    ...shapes.flatMap((shape) => moduleFiles(blueprint, shape)),
    ...(alone ? [] : organisationFiles(blueprint)),
  ]
}
