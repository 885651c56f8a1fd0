// Which items a request asks for, each alone, and for which window.

import type { AskedEntitlement } from '../model/entitlement.ts'
import type { Item } from '../model/grant.ts'
import { id, type PersonId } from '../model/id.ts'
import type { Place } from '../model/place.ts'
import type { Line, Request } from '../model/request.ts'
import type { Account, Person, Settings } from '../model/settings.ts'
import { OKTA, partitionOf, targetsByName } from '../model/targets.ts'
import { type Instant, later, type Window } from '../model/time.ts'
import { whereOf } from '../model/where.ts'
import { arnProblems } from '../policy/arn.ts'
import type { Knowledge } from '../policy/knowledge.ts'
import { meantBy } from '../policy/one-resource.ts'

/** Why a request cannot be read with these settings. */
export interface Problem {
  readonly at: Place
  readonly because: string
  readonly cure: string
}

interface Given {
  readonly settings: Settings
  readonly knowledge: Knowledge
}

interface Wanted {
  readonly entitlement: AskedEntitlement
  readonly bundle: string | null
}

const bundleOf = (line: Line, settings: Settings) =>
  line.asked.is === 'bundle' ? settings.bundles.get(line.asked.bundle.value) : undefined

function wantedBy(line: Line, settings: Settings): readonly Wanted[] {
  if (line.asked.is === 'entitlement') return [{ entitlement: line.asked.entitlement, bundle: null }]
  const bundle = bundleOf(line, settings)
  return bundle === undefined ? [] : bundle.items.map((entitlement) => ({ entitlement, bundle: bundle.name }))
}

function arnsOf({ facets }: AskedEntitlement): ReadonlySet<string> {
  const arns = new Set<string>()
  for (const values of Object.values(facets)) for (const value of values) if (value.startsWith('arn:')) arns.add(value)
  return arns
}

/** The accounts of AWS that a line names; anything else that bears such a name is none. */
const accountNamed = (settings: Settings, name: string): Account | undefined => {
  const account = targetsByName(settings).get(name)
  return account?.system === 'aws' ? account : undefined
}

function arnProblemsIn(account: Account, line: Line, settings: Settings): readonly Problem[] {
  const where = { account: account.id, partition: partitionOf(settings) }
  return wantedBy(line, settings).flatMap(({ entitlement }) =>
    [...arnsOf(entitlement)].flatMap((arn) =>
      arnProblems(arn, where).map((problem) => ({
        at: line.asked.is === 'bundle' ? line.at : entitlement.at,
        because: `${arn} cannot be asked for in ${account.name}: ${problem}`,
        cure: 'ask for it in the account it lies in, written out in full',
      })),
    ),
  )
}

/** Something that needs an account and names none, or needs Okta and there is none. */
function placelessProblems(line: Line, settings: Settings): readonly Problem[] {
  const wanted = wantedBy(line, settings).map(({ entitlement }) => entitlement)
  const placeless = line.targets.length === 0 ? wanted.find(({ target }) => target === undefined) : undefined
  const okta = settings.okta === null ? wanted.find(({ target }) => target === OKTA) : undefined
  return [
    ...(placeless === undefined
      ? []
      : [
          { at: line.at, because: `${placeless.says} lies in an account, and none is named`, cure: 'add `account: …`' },
        ]),
    ...(okta === undefined
      ? []
      : [
          {
            at: line.at,
            because: `${okta.says} cannot be given: there is no Okta in the settings`,
            cure: 'owners add integrations/okta.yaml',
          },
        ]),
  ]
}

function problemsOfLine(line: Line, settings: Settings): readonly Problem[] {
  const problems = [...placelessProblems(line, settings)]
  if (line.asked.is === 'bundle' && bundleOf(line, settings) === undefined)
    problems.push({
      at: line.asked.bundle.at,
      because: `there is no bundle named ${line.asked.bundle.value}`,
      cure: 'name a bundle of bundles.yaml',
    })
  for (const target of line.targets) {
    const account = accountNamed(settings, target.value)
    if (account === undefined)
      problems.push({
        at: target.at,
        because: `there is no account named ${target.value}`,
        cure: 'name an account of integrations/aws.yaml',
      })
    else problems.push(...arnProblemsIn(account, line, settings))
  }
  return problems
}

const localPartOf = (email: string): string => email.replace(/@.*/s, '').trim().toLowerCase()

const byLocalPart = new WeakMap<Settings, ReadonlyMap<string, readonly Person[]>>()

function namesakeOf(person: Person, settings: Settings): Person | undefined {
  const known = byLocalPart.get(settings) ?? Map.groupBy(settings.people.values(), ({ email }) => localPartOf(email))
  byLocalPart.set(settings, known)
  return known.get(localPartOf(person.email))?.find((other) => other !== person)
}

/** By the local part alone both would be found as one user, and each would hold what the other was given. */
const twinProblems = (request: Request, person: Person, settings: Settings): readonly Problem[] =>
  request.lines
    .flatMap((line) => line.targets)
    .flatMap((target): readonly Problem[] => {
      const account = accountNamed(settings, target.value)
      if (account?.match.by !== 'localPart') return []
      const other = namesakeOf(person, settings)
      if (other === undefined) return []
      return [
        {
          at: target.at,
          because: `${account.name} finds people by the part of their e-mail before the @, and ${person.handle} and ${other.handle} share it`,
          cure: 'let the account find people by user name or by a tag (integrations/aws.yaml)',
        },
      ]
    })

/** What AWS's data cannot make anything of. */
const meaninglessProblems = (line: Line, settings: Settings, knowledge: Knowledge): readonly Problem[] =>
  wantedBy(line, settings).flatMap(({ entitlement }): readonly Problem[] => {
    const meant = meantBy(entitlement, knowledge)
    if (!('problem' in meant)) return []
    return [
      {
        at: line.asked.is === 'bundle' ? line.at : entitlement.at,
        because: `${entitlement.says} cannot be given: ${meant.problem}`,
        cure: 'correct the ARN, or name `actions` and what they are for',
      },
    ]
  })

const itemsOfLine = (line: Line, request: Request, person: PersonId, given: Given): readonly Item[] =>
  wantedBy(line, given.settings).flatMap(({ entitlement: asked, bundle }) =>
    whereOf(line, asked).flatMap(({ value }): readonly Item[] => {
      const meant = meantBy(asked, given.knowledge)
      if ('problem' in meant) return []
      const { entitlement } = meant
      const { settings } = given
      const target =
        entitlement.target === undefined ? accountNamed(settings, value) : targetsByName(settings).get(value)
      if (target === undefined) return []
      return [
        {
          key: id<'grant'>(`${request.id}/${person}/${target.name}/${entitlement.what}`),
          request: request.id,
          person,
          target: target.name,
          entitlement,
          bundle,
          at: line.at,
        },
      ]
    }),
  )

function merged(items: readonly Item[]): readonly Item[] {
  const byKey = new Map<string, Item>()
  for (const item of items) if (!byKey.has(item.key)) byKey.set(item.key, item)
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/**
 * A request's lines with bundles as these settings expand them: items sorted by key, duplicates merged (the first in the
 * file stays). A line that cannot be read gives a problem and no item; the other lines give theirs.
 */
export function itemsOf(
  request: Request,
  settings: Settings,
  knowledge: Knowledge,
): { readonly items: readonly Item[]; readonly problems: readonly Problem[] } {
  const person = settings.people.get(id<'person'>(request.for.value))
  const problems = request.lines.flatMap((line) => [
    ...problemsOfLine(line, settings),
    ...meaninglessProblems(line, settings, knowledge),
  ])
  if (person === undefined)
    return {
      items: [],
      problems: [
        {
          at: request.for.at,
          because: `there is nobody named ${request.for.value}`,
          cure: 'name a person of people.yaml by handle',
        },
        ...problems,
      ],
    }
  problems.push(...twinProblems(request, person, settings))
  const items = merged(
    request.lines.flatMap((line) => itemsOfLine(line, request, person.handle, { settings, knowledge })),
  )
  const { itemsPerRequest } = settings.limits
  if (items.length > itemsPerRequest)
    problems.push({
      at: request.at,
      because: `it asks for ${items.length} items, more than the ${itemsPerRequest} that one request may hold`,
      cure: 'write several requests; limits.itemsPerRequest in daypass.yaml sets the number',
    })
  if (items.length === 0 && problems.length === 0)
    problems.push({ at: request.at, because: 'it asks for nothing', cure: 'add an item below `access`' })
  return { items, problems }
}

function shortestOf(request: Request, settings: Settings): number | null {
  const durations = request.lines.flatMap((line) => bundleOf(line, settings)?.duration ?? [])
  return durations.length === 0 ? null : Math.min(...durations)
}

/**
 * From the landing (or `from`) until the end; null when neither the request nor one of its bundles says how long. The
 * window may be empty (`until` before `from`): it is then never open.
 */
export function windowOf(request: Request, settings: Settings, landedAt: Instant): Window | null {
  const { when } = request
  const from = when.is === 'default' ? landedAt : (when.from ?? landedAt)
  if (when.is === 'until') return { from, until: when.until }
  const seconds = when.is === 'duration' ? when.seconds : shortestOf(request, settings)
  return seconds === null ? null : { from, until: later(from, seconds) }
}
