// Which REST operation a request is: one table, read from the top.
import type { Arrival } from '../../protocol.ts'
import type { AccountRoute, Route } from './asked.ts'
import { checkRoutes } from './checks.ts'
import { commentRoutes } from './comments.ts'
import { commitRoutes } from './commits.ts'
import { contentRoutes } from './contents.ts'
import { gitDataRoutes } from './git-data.ts'
import { issueRoutes } from './issues.ts'
import { pullRoutes } from './pulls.ts'
import { accountRoutes, repositoryRoutes } from './repositories.ts'
import { reviewRoutes } from './reviews.ts'
import { ruleRoutes } from './rules.ts'
import { safetyRoutes } from './safety.ts'

/** A fixed word before a parameter of any length, so that `/commits/a/b/check-runs` finds its way. */
export const restRoutes: readonly Route[] = [
  ...ruleRoutes,
  ...safetyRoutes,
  ...repositoryRoutes,
  ...gitDataRoutes,
  ...checkRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...reviewRoutes,
  ...pullRoutes,
  ...commentRoutes,
  ...issueRoutes,
]

/** Parameters that may hold slashes. */
const long = new Set(['branch', 'path', 'ref', 'tree_sha'])

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path.replace(/\{(\w+)\}/g, (_whole, name: string) => `(?<${name}>${long.has(name) ? '.+' : '[^/]+'})`)}$`,
  )

type Found =
  | { readonly of: 'account'; readonly route: AccountRoute }
  | { readonly of: 'repository'; readonly route: Route }

const table: readonly { readonly found: Found; readonly pattern: RegExp }[] = [
  ...accountRoutes.map((route) => ({ found: { of: 'account' as const, route }, pattern: patternOf(route.path) })),
  ...restRoutes.map((route) => ({ found: { of: 'repository' as const, route }, pattern: patternOf(route.path) })),
]

export type Routed = Found & { readonly parameters: Readonly<Record<string, string>> }

/** The operation for a path below the API's root, or null; `/contents` alone is the root folder. */
export function routeOf(arrival: Arrival, path: string): Routed | null {
  const plain = path.replace(/\/contents\/?$/, '/contents/.')
  for (const { found, pattern } of table) {
    const match = found.route.method === arrival.method ? pattern.exec(plain) : null
    if (match !== null) return { ...found, parameters: decoded(match.groups ?? {}) }
  }
  return null
}

function decoded(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value).replace(/^\.$/, '')]),
  )
}
