// Whether a request, read by itself without fault, fits the settings and the time.

import { KINDS } from '../entitlements/index.ts'
import type { Kinds } from '../entitlements/kind.ts'
import type { AskedEntitlement } from '../model/entitlement.ts'
import type { Finding, FindingCode } from '../model/finding.ts'
import type { Located, Place } from '../model/place.ts'
import type { Line, Request } from '../model/request.ts'
import type { Account, Bundle, Settings } from '../model/settings.ts'
import { OKTA } from '../model/targets.ts'
import { type Instant, MINUTE, writeDuration, writeInstant } from '../model/time.ts'
import { whereOf } from '../model/where.ts'
import type { Mention } from './reader.ts'
import { definedBy, unknownNames } from './references.ts'

const SHORTEST = 5 * MINUTE

const finding = (code: FindingCode, at: Place, message: string, cure: string): Finding => ({ code, at, message, cure })

const mentionsOf = (request: Request): readonly Mention[] => [
  { of: 'person', name: request.for.value, at: request.for.at },
  ...request.lines.flatMap(({ targets, asked }): readonly Mention[] => [
    ...targets.map(({ value, at }) => ({ of: 'account', name: value, at }) as const),
    ...(asked.is === 'bundle' ? [{ of: 'bundle', name: asked.bundle.value, at: asked.bundle.at } as const] : []),
  ]),
]

const bundleOf = ({ asked }: Line, settings: Settings): Bundle | null =>
  asked.is === 'bundle' ? (settings.bundles.get(asked.bundle.value) ?? null) : null

/** What one line asks for in each of its accounts. */
const entitlementsOf = (line: Line, settings: Settings): readonly AskedEntitlement[] =>
  line.asked.is === 'entitlement' ? [line.asked.entitlement] : (bundleOf(line, settings)?.items ?? [])

interface Wanted {
  readonly target: Located<string>
  readonly account: Account
  readonly entitlement: AskedEntitlement
  readonly line: Line
}

function wantedBy(request: Request, settings: Settings): readonly Wanted[] {
  const { accounts, targets } = definedBy(settings)
  return request.lines.flatMap((line) =>
    entitlementsOf(line, settings).flatMap((entitlement) =>
      whereOf(line, entitlement).flatMap((target) => {
        const account = (entitlement.target === undefined ? accounts : targets).get(target.value)
        return account === undefined ? [] : [{ target, account, entitlement, line }]
      }),
    ),
  )
}

/** What needs an account and names none, and what needs Okta where there is none. */
function placeFindings(request: Request, settings: Settings): readonly Finding[] {
  return request.lines.flatMap((line): readonly Finding[] => {
    const asked = entitlementsOf(line, settings)
    const at = line.asked.is === 'bundle' ? line.asked.bundle.at : line.at
    const placeless = line.targets.length === 0 ? asked.find(({ target }) => target === undefined) : undefined
    const okta = settings.okta === null ? asked.find(({ target }) => target === OKTA) : undefined
    return [
      ...(placeless === undefined
        ? []
        : [
            finding(
              'shape-missing',
              at,
              `${placeless.says} lies in an account, and none is named.`,
              'Add `account: …` to the item.',
            ),
          ]),
      ...(okta === undefined
        ? []
        : [
            finding(
              'okta-missing',
              at,
              `${okta.says} cannot be given: the settings name no Okta.`,
              'Ask for something else, or let owners add integrations/okta.yaml.',
            ),
          ]),
    ]
  })
}

function itemFindings(wanted: readonly Wanted[], settings: Settings, kinds: Kinds): readonly Finding[] {
  const seen = new Map<string, Place>()
  return wanted.flatMap(({ target, account, entitlement, line }): readonly Finding[] => {
    const key = `${account.name} ${entitlement.what}`
    const other = seen.get(key)
    seen.set(key, other ?? target.at)
    const kind = kinds.table.find(({ kind }) => kind === entitlement.kind)
    const at = line.asked.is === 'bundle' ? line.asked.bundle.at : entitlement.at
    const unfit = kind?.check(entitlement, { account, partition: settings.aws?.partition ?? '' }, at) ?? []
    if (other === undefined) return unfit
    const message = `The request asks for ${entitlement.says} in ${account.name} twice (first in line ${other.line}).`
    return [...unfit, finding('item-duplicate', target.at, message, 'Keep one of them.')]
  })
}

function closingFindings(request: Request, settings: Settings): readonly Finding[] {
  const { targets: known } = definedBy(settings)
  return request.lines
    .flatMap((line) => [...line.targets, ...entitlementsOf(line, settings).flatMap((one) => whereOf(line, one))])
    .filter(({ value }) => known.get(value)?.closing === true)
    .map(({ value, at }) =>
      finding(
        'account-closing',
        at,
        `${value === OKTA ? 'Okta' : `The account \`${value}\``} is leaving; nothing is given there any more.`,
        'Ask for something elsewhere.',
      ),
    )
}

function countFindings(request: Request, wanted: readonly Wanted[], { limits }: Settings): readonly Finding[] {
  if (wanted.length <= limits.itemsPerRequest) return []
  const message = `The request holds ${wanted.length} items (each account counts, bundles unfolded); at most ${limits.itemsPerRequest} are allowed.`
  return [finding('item-count', request.at, message, 'Split it into several requests.')]
}

/** The shortest default duration of the bundles asked for, in seconds. */
function defaultDuration(request: Request, settings: Settings): number | null {
  const known = request.lines.flatMap((line) => bundleOf(line, settings)?.duration ?? [])
  return known.length === 0 ? null : Math.min(...known)
}

const possible = (settings: Settings): string =>
  `At least ${writeDuration(SHORTEST)} and at most ${writeDuration(settings.limits.maxDuration)} are possible.`

function lengthFindings(seconds: number, at: Place, settings: Settings): readonly Finding[] {
  const { maxDuration } = settings.limits
  const says = writeDuration(seconds)
  if (seconds < SHORTEST) return [finding('time-short', at, `${says} is too short to be given.`, possible(settings))]
  if (seconds > maxDuration)
    return [finding('time-long', at, `${says} is longer than any request may ask for.`, possible(settings))]
  return []
}

/** Only what depends on the time: all that is left to say of a request that `checkRequest` has judged without it. */
export function timeFindings(request: Request, settings: Settings, now: Instant | null): readonly Finding[] {
  const { when, at: file, endAt: at = file } = request
  if (when.is === 'duration') return lengthFindings(when.seconds, at, settings)
  if (when.is === 'default') {
    const seconds = defaultDuration(request, settings)
    if (seconds !== null) return lengthFindings(seconds, at, settings)
    return [finding('time-missing', at, 'Nothing says when the access ends.', 'Add `duration: 2h`, or `until: …`.')]
  }
  const { from, until } = when
  if (from !== null && from >= until)
    return [
      finding(
        'time-order',
        at,
        `It would begin (${writeInstant(from)}) when it has ended (${writeInstant(until)}).`,
        'Exchange or correct them.',
      ),
    ]
  if (now !== null && until <= now)
    return [
      finding(
        'time-past',
        at,
        `It ended at ${writeInstant(until)}; now it is ${writeInstant(now)}.`,
        'Write an end that lies ahead.',
      ),
    ]
  const start = from ?? now
  return start === null ? [] : lengthFindings(until - start, at, settings)
}

/**
 * Everything in the request that settings or time contradict. `now` = null: judged without the clock (a request that has
 * landed). `kinds` must be those the request was read with.
 */
export function checkRequest(
  request: Request,
  settings: Settings,
  now: Instant | null,
  kinds: Kinds = KINDS,
): readonly Finding[] {
  const wanted = wantedBy(request, settings)
  return [
    ...unknownNames(mentionsOf(request), definedBy(settings)),
    ...placeFindings(request, settings),
    ...itemFindings(wanted, settings, kinds),
    ...closingFindings(request, settings),
    ...countFindings(request, wanted, settings),
    ...timeFindings(request, settings, now),
  ]
}
