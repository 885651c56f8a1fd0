// What Daypass can set in an app of Okta for its owner, and what only the owner can: told before anything is done.

import type { OktaFederation } from '../../core/model/settings.ts'
import { type AppSeen, type AppSetting, appProblems } from '../../modes/okta-saml/app.ts'

export type Whole = Readonly<Record<string, unknown>>

export interface AppChange {
  readonly does: 'joinAllRoles' | 'marker'
  readonly says: string
  /** How it is taken back. */
  readonly undo: string
}

export interface AppPlan {
  readonly changes: readonly AppChange[]
  /** What is wrong and no API sets, or must not: with what to do. */
  readonly byHand: readonly { readonly says: string; readonly cure: string }[]
}

const isRecord = (value: unknown): value is Whole =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const settingsIn = (whole: Whole): Whole => {
  const app = isRecord(whole['settings']) ? whole['settings']['app'] : undefined
  return isRecord(app) ? app : {}
}

/** An app is written as a whole. A secret that is shown as stars would be written back as stars. */
const maskedIn = (whole: Whole): readonly string[] =>
  Object.entries(settingsIn(whole)).flatMap(([name, value]) =>
    typeof value === 'string' && /^[*•]+$/.test(value) ? [name] : [],
  )

/** Without these the rest is of no use, and it may not be the right app at all. */
const FIRST: readonly AppSetting[] = ['kind', 'provider']

export function appPlan(seen: AppSeen, whole: Whole, federation: OktaFederation, account: string): AppPlan {
  const problems = appProblems(seen, federation, account)
  if (problems.some(({ of }) => FIRST.includes(of))) return { changes: [], byHand: problems }
  const masked = maskedIn(whole)
  const absent = !Object.hasOwn(seen.schema.custom, federation.marker)
  const changes = problems.flatMap(({ of }): AppChange[] => {
    if (of === 'joinAllRoles' && masked.length === 0)
      return [
        {
          does: of,
          says: 'turn on Join all roles: people with roles of their own then have those of their groups, too',
          undo: 'turn off Join all roles (Sign On tab)',
        },
      ]
    if (of === 'marker' && absent)
      return [
        {
          does: of,
          says: `add the boolean attribute ${federation.marker} to users of the app`,
          undo: `remove it: Directory > Profile Editor > ${seen.app.label} User`,
        },
      ]
    return []
  })
  const done = new Set<string>(changes.map(({ does }) => does))
  const byHand = problems
    .filter(({ of }) => !done.has(of))
    .map((problem) =>
      problem.of === 'joinAllRoles' && masked.length > 0
        ? {
            ...problem,
            says: `${problem.says}; Daypass leaves it, since Okta hides ${masked.join(', ')} and would lose it`,
          }
        : problem,
    )
  return { changes, byHand }
}
