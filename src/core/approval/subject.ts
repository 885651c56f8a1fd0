// What of an item the filters of a rule look at.

import type { Answer } from '../model/edge-error.ts'
import type { Item } from '../model/grant.ts'
import { carriedBy, type Lapse, type Permissions } from '../model/permissions.ts'
import type { PolicyDocument, Statement } from '../model/policy-document.ts'
import type { Account } from '../model/settings.ts'
import { type Tags, tagsKey } from '../model/tags.ts'
import { narrowed } from '../policy/narrow.ts'
import { contains, foldCase, intersects, widest } from '../policy/wildcard.ts'

export type Risk = 'low' | 'high' | 'escalating' | 'unknown'

/** `unknown`: a policy whose text has not been read; what it holds can be compared with nothing. */
export type Contents = 'none' | 'unknown' | Readonly<Record<string, readonly string[]>>

export interface Subject {
  readonly account: Account
  readonly partition: string
  readonly kind: string
  readonly facets: Readonly<Record<string, readonly string[]>>
  /** Regions of the ARNs asked for: `*` = any, '' = the ARN does not say; none = no ARN was asked for. */
  readonly regions: readonly string[]
  /** Of the one resource that is asked for; `of many`: none is named, or not without wildcards. */
  readonly resourceTags: Tags | 'unknown' | 'of many'
  /** What a policy's text holds beside what the item says: compared where a rule takes away, never where it allows. */
  readonly contents: Contents
  readonly risk: Risk
  readonly managesPermissions: boolean | 'unknown'
  readonly lapse: Lapse | null
}

const isWild = (text: string): boolean => /[*?$]/.test(text)

/** The region of an ARN: `*` where a wildcard could reach over it. */
export function regionOf(arn: string): string {
  const [scheme, partition, service, region] = arn.split(':')
  if (scheme !== 'arn') return isWild(arn) ? '*' : ''
  if (region === undefined || isWild(`${partition}${service}`)) return '*'
  return region
}

const servicesOf = (statement: Statement): readonly string[] => {
  const actions = 'only' in statement.actions ? statement.actions.only : ['*']
  return [...new Set(actions.map((action) => (action.includes(':') ? action.replace(/:.*/s, '') : '*')))]
}

/** A resource of `*` means everything of the services whose actions the statement allows, and no more. */
const resourcesOf = (statement: Statement, partition: string): readonly string[] => {
  const resources = 'only' in statement.resources ? statement.resources.only : ['*']
  return resources.flatMap((resource) =>
    resource === '*'
      ? servicesOf(statement).map((service) => `arn:${partition}:${service.toLowerCase()}:*`)
      : [resource],
  )
}

/** Whoever enters a role, hands it to a machine of theirs, or says who may enter it, has it. */
const HAS_A_ROLE = ['sts:assumerole', 'iam:passrole', 'iam:updateassumerolepolicy'] as const

const canAssume = ({ actions }: Statement): boolean =>
  HAS_A_ROLE.some((action) =>
    'only' in actions
      ? actions.only.some((pattern) => intersects(foldCase(pattern), action))
      : !actions.except.some((pattern) => contains(foldCase(pattern), action)),
  )

/** Roles that a text lets one have, as it names them: whoever may is given the role, whatever the item calls it. */
export function assumedBy(document: PolicyDocument | null | undefined): readonly string[] {
  const assuming = document?.statements.filter((one) => one.effect === 'Allow' && canAssume(one)) ?? []
  const resources = assuming.flatMap((one) => ('only' in one.resources ? one.resources.only : ['*']))
  return [...new Set(resources)].filter((resource) => intersects(widest(resource), 'arn:*:iam:*:role/*')).sort()
}

function contentsOf(document: PolicyDocument, partition: string): Contents {
  const allowing = document.statements.filter((statement) => statement.effect === 'Allow')
  return {
    action: allowing.flatMap((statement) => ('only' in statement.actions ? statement.actions.only : ['*'])),
    resource: allowing.flatMap((statement) => resourcesOf(statement, partition)),
    role: assumedBy(document),
  }
}

/** How policy texts are found among those known: `documents` of Judged. */
export const documentKey = (target: string, policy: string): string => `${target} ${policy}`

/** The text whose permissions are asked for; null = it is not known yet; undefined = there is none (a role, a group). */
export function documentOf(
  item: Pick<Item, 'target'>,
  permissions: Permissions,
  documents: ReadonlyMap<string, PolicyDocument>,
): PolicyDocument | null | undefined {
  if (permissions.form === 'statements') return permissions.document
  if (permissions.form === 'existing') return undefined
  const text = documents.get(documentKey(item.target, permissions.policy.value)) ?? null
  return text === null || permissions.form === 'policy' ? text : narrowed(text, permissions.to).document
}

/** Tags that nobody could read are unknown, not none. */
function tagsIn({ target, entitlement }: Item, tags: About['tags']): Subject['resourceTags'] {
  if (entitlement.thing === undefined) return 'of many'
  const read = tags.get(tagsKey(target, entitlement.thing))
  return read?.is === 'known' ? read.value : 'unknown'
}

export interface About {
  readonly item: Item
  readonly tags: ReadonlyMap<string, Answer<Tags>>
  readonly account: Account
  readonly partition: string
  readonly document: PolicyDocument | null | undefined
  readonly risk: Risk
  readonly managesPermissions: boolean | 'unknown'
  readonly carries: Readonly<Record<ReturnType<typeof carriedBy>, Lapse | null>> | undefined
}

export function subjectOf(about: About): Subject {
  const { entitlement } = about.item
  const { permissions, facets } = entitlement
  const document = about.document
  return {
    account: about.account,
    partition: about.partition,
    kind: entitlement.kind,
    facets,
    regions: (facets['resource'] ?? []).map(regionOf),
    resourceTags: tagsIn(about.item, about.tags),
    contents:
      document === undefined
        ? 'none'
        : document === null
          ? 'unknown'
          : permissions.form === 'statements'
            ? { role: assumedBy(document) }
            : contentsOf(document, about.partition),
    risk: about.risk,
    managesPermissions: about.managesPermissions,
    lapse: about.carries?.[carriedBy(permissions)] ?? null,
  }
}
