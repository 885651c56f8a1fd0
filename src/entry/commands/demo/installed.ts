// Daypass's own roles in the company's accounts: exactly what `daypass setup` prints, so that a right that is missing there shows.

import type { Json } from '../../../core/model/policy-document.ts'
import type { Settings } from '../../../core/model/settings.ts'
import type { Shape } from '../../../install/blueprint/blueprint.ts'
import { filled } from '../../../install/blueprint/names.ts'
import { blueprintOf, isMissing } from '../../../install/blueprint/shapes.ts'
import type { AccountDraft, RoleDraft } from '../../../sandbox/aws/build.ts'

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function accountDraft(
  shape: Shape,
  account: string,
  partition: string,
  tags: Readonly<Record<string, string>>,
): AccountDraft {
  const document = (value: Json): object => {
    const made = filled(value, { account, partition })
    if (!isObject(made)) throw new Error('a blueprint holds a document that is none')
    return made
  }
  const { boundary, pool, provider } = shape
  const ceiling = pool?.boundary
  const pooled = (pool?.names ?? []).map((name): [string, RoleDraft] => [
    name,
    {
      path: pool?.path ?? '/',
      tags,
      trust: document(pool?.trust ?? null),
      boundary: `arn:${partition}:iam::${account}:policy${ceiling?.path}${ceiling?.name}`,
    },
  ])
  const roles = shape.roles.map((role): [string, RoleDraft] => [
    role.name,
    {
      path: role.path,
      tags,
      description: role.description,
      trust: document(role.trust),
      inline: { daypass: document(role.policy) },
      boundary: `arn:${partition}:iam::${account}:policy${boundary.path}${boundary.name}`,
    },
  ])
  return {
    roles: Object.fromEntries([...roles, ...pooled]),
    policies: Object.fromEntries(
      [boundary, ...(ceiling === undefined ? [] : [ceiling])].map((one) => [
        one.name,
        { path: one.path, document: document(one.document) },
      ]),
    ),
    ...(provider === null ? {} : { githubAudiences: [provider.audience] }),
  }
}

/** By account id. Throws where settings cannot be installed: then the example is wrong. */
export function installedIn(settings: Settings): ReadonlyMap<string, AccountDraft> {
  const blueprint = blueprintOf(settings)
  if (isMissing(blueprint)) throw new Error(`${blueprint.says} ${blueprint.cure}`)
  const { partition, tags } = blueprint
  return new Map(
    blueprint.shapes.flatMap((shape) =>
      shape.places.map(({ id }) => [id, accountDraft(shape, id, partition, tags)] as const),
    ),
  )
}
