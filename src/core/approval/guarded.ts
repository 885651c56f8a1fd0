// What may never be handed out: protected people, targets and things, and what Daypass itself runs on.

import type { Item } from '../model/grant.ts'
import type { Pattern } from '../model/pattern.ts'
import { writePlace } from '../model/place.ts'
import type { Account, Settings } from '../model/settings.ts'
import { foldCase } from '../policy/wildcard.ts'
import { type Comparing, compareFacet, fullest } from './compare.ts'
import type { Reason } from './reason.ts'

const THINGS = ['policy', 'role', 'group', 'permissionSet', 'okta'] as const

/** Path and name of an IAM thing given by ARN or by name: `team/x/Reader`. */
const pathOf = (value: string): string => foldCase(value.startsWith('arn:') ? value.replace(/^[^/]*\//, '') : value)

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const ownPaths = new WeakMap<Settings, readonly string[]>()

/** Paths of the roles that the jobs use. */
function jobRoles(settings: Settings): readonly string[] {
  const known = ownPaths.get(settings)
  if (known !== undefined) return known
  const roles = [...Object.values(settings.aws?.roles ?? {}), ...Object.values(settings.aws?.hub ?? {})]
  const paths = roles.flatMap((role) => (role === null ? [] : [pathOf(role)]))
  ownPaths.set(settings, paths)
  return paths
}

/** Under `/daypass/`, named as Daypass names what it makes, or one of the roles that its jobs use. */
function isOwn(value: string, settings: Settings): boolean {
  const path = pathOf(value).replace(/^\/+/, '')
  if (path.startsWith('daypass/') || nameOf(path).startsWith('daypass-')) return true
  return jobRoles(settings).some((own) => own === path || (!path.includes('/') && nameOf(own) === path))
}

/** The group of rules that a group of Okta fills; Okta disregards the case of letters. */
const filledBy = (value: string, { okta }: Settings): string | null =>
  [...(okta?.directory?.groups ?? [])].find(([, called]) => foldCase(called) === foldCase(value))?.[0] ?? null

const byArn = ({ text }: Pattern): boolean => text.startsWith('arn:')

function thingReasons(item: Item, settings: Settings, asked: Comparing, assumed: readonly string[]): readonly Reason[] {
  const patterns: readonly Pattern[] = settings.protected.things
  const named = (facet: (typeof THINGS)[number]): readonly string[] => [
    ...fullest(item.entitlement.facets[facet] ?? []),
    ...(facet === 'role' ? assumed : []),
  ]
  return THINGS.flatMap((facet) =>
    named(facet).flatMap((value): readonly Reason[] => {
      const fills = facet === 'okta' ? filledBy(value, settings) : null
      if (fills !== null)
        return [
          {
            code: 'protected',
            sentence: `${value} decides in Okta who is in the group ${fills}, which rules use; whoever is in it could approve`,
            at: item.at,
          },
        ]
      if (isOwn(value, settings))
        return [
          {
            code: 'protected',
            sentence: `${value} belongs to Daypass itself and is never handed out; no setting lifts this`,
            at: item.at,
          },
        ]
      // What an ARN of a set is called is looked up, and protected by name, before it is given.
      const told = facet === 'permissionSet' && value.startsWith('arn:') ? patterns.filter(byArn) : patterns
      const hit = compareFacet(facet, told, [value], 'partly', asked)
        ? told.find((pattern) => compareFacet(facet, [pattern], [value], 'partly', asked))
        : undefined
      if (hit === undefined) return []
      return [
        {
          code: 'protected',
          sentence: `${value} is protected by ${hit.text} of protected.things in daypass.yaml; only changing that setting lifts it`,
          at: item.at,
        },
      ]
    }),
  )
}

/** Why an item may not be given because of what it is about, or because of the roles its text lets one assume; empty = nothing in the way. */
export function guardReasons(
  item: Item,
  account: Account,
  settings: Settings,
  asked: Comparing,
  assumed: readonly string[],
): readonly Reason[] {
  const person = settings.protected.people.find((one) => one.value === item.person)
  const target = settings.protected.targets.find((one) => one.value === item.target)
  return [
    ...[person, target].flatMap((hit): readonly Reason[] =>
      hit === undefined
        ? []
        : [
            {
              code: 'protected',
              sentence: `${hit.value} is protected at ${writePlace(hit.at)}; only removing it there lifts this`,
              at: item.at,
            },
          ],
    ),
    ...thingReasons(item, settings, asked, assumed),
    ...(account.closing
      ? [
          {
            code: 'closing' as const,
            sentence: `${account.name} is closing (integrations/${account.system}.yaml): it takes no new access`,
            at: item.at,
          },
        ]
      : []),
  ]
}
