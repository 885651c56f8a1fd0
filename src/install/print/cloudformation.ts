// The blueprint as CloudFormation templates: one a shape, the same for every account, so that a StackSet can carry it.

import { stringify } from 'yaml'
import type { Json } from '../../core/model/policy-document.ts'
import type { Blueprint, PolicyBlueprint, RoleBlueprint, Shape } from '../blueprint/blueprint.ts'
import { MADE, type PrintedFile } from './files.ts'

type Resource = Readonly<Record<string, Json>>

const PSEUDO: Readonly<Record<string, string>> = {
  '{account}': `\${AWS::AccountId}`,
  '{partition}': `\${AWS::Partition}`,
}

/** A text with an open word is put together by CloudFormation. */
function substituted(text: string): Json {
  const written = text.replaceAll('${', '${!').replace(/\{(account|partition)\}/g, (word) => PSEUDO[word] ?? word)
  return written === text ? text : { 'Fn::Sub': written }
}

export function template(value: Json): Json {
  if (typeof value === 'string') return substituted(value)
  if (Array.isArray(value)) return value.map(template)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, template(entry)]))
}

const tagList = (tags: Readonly<Record<string, string>>): Json =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))

/** `hub-apply` → `HubApplyRole`: logical ids take letters and digits only. */
const logical = ({ title }: RoleBlueprint): string =>
  `${title.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Role`

const roleResource = (role: RoleBlueprint, tags: Json): Resource => ({
  Type: 'AWS::IAM::Role',
  ...(role.title.startsWith('hub-') ? { DependsOn: 'GithubProvider' } : {}),
  Properties: {
    RoleName: role.name,
    Path: role.path,
    Description: role.description,
    MaxSessionDuration: 3600,
    PermissionsBoundary: { Ref: 'Boundary' },
    AssumeRolePolicyDocument: template(role.trust),
    Policies: [{ PolicyName: 'daypass', PolicyDocument: template(role.policy) }],
    Tags: tags,
  },
})

/** One provider for GitHub is all that an account can have: it may be there already. */
const providerParts = ({ provider }: Shape, tags: Json) =>
  provider === null
    ? { parameters: {}, resources: {} }
    : {
        parameters: {
          Parameters: {
            Provider: {
              Type: 'String',
              AllowedValues: ['create', 'exists'],
              Default: 'create',
              Description: `Whether the account has the OpenID Connect provider ${provider.host} already.`,
            },
          },
          Conditions: { CreateProvider: { 'Fn::Equals': [{ Ref: 'Provider' }, 'create'] } },
        },
        resources: {
          GithubProvider: {
            Type: 'AWS::IAM::OIDCProvider',
            Condition: 'CreateProvider',
            Properties: { Url: `https://${provider.host}`, ClientIdList: [provider.audience], Tags: tags },
          },
        },
      }

const policyResource = ({ name, path, description, document }: PolicyBlueprint): Resource => ({
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { ManagedPolicyName: name, Path: path, Description: description, PolicyDocument: template(document) },
})

/** `daypass-pool-abcd-01` → `PoolRole01`. */
const poolRole = (name: string): string => `PoolRole${name.slice(name.lastIndexOf('-') + 1)}`

function poolResources({ pool }: Shape, tags: Json): Resource {
  if (pool === null) return {}
  const { path, names, description, session, trust, boundary } = pool
  const role = (name: string): Resource => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      Path: path,
      Description: description,
      MaxSessionDuration: session,
      PermissionsBoundary: { Ref: 'PoolBoundary' },
      AssumeRolePolicyDocument: template(trust),
      Tags: tags,
    },
  })
  return {
    PoolBoundary: policyResource(boundary),
    ...Object.fromEntries(names.map((name) => [poolRole(name), role(name)])),
  }
}

export function templateOf(blueprint: Blueprint, shape: Shape): Json {
  const tags = tagList(blueprint.tags)
  const { parameters, resources } = providerParts(shape, tags)
  const { boundary } = shape
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Daypass (${blueprint.installation}): what an account used as ${shape.parts.join(' and ')} needs.`,
    ...parameters,
    Resources: {
      Boundary: policyResource(boundary),
      ...resources,
      ...Object.fromEntries(shape.roles.map((role) => [logical(role), roleResource(role, tags)])),
      ...poolResources(shape, tags),
    },
  }
}

export const templateName = (shape: Shape): string => `${shape.name}.yaml`

export const templates = (blueprint: Blueprint, shapes: readonly Shape[]): readonly PrintedFile[] =>
  shapes.map((shape) => ({
    path: templateName(shape),
    text: `# ${MADE}\n${stringify(templateOf(blueprint, shape), { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })}`,
  }))
