// What a change of settings means for AWS: where something must be deployed again, and what to do with accounts that leave.

import { digest } from '../core/model/canonical.ts'
import type { Json } from '../core/model/policy-document.ts'
import type { Settings } from '../core/model/settings.ts'
import type { Blueprint, Place, Shape } from './blueprint/blueprint.ts'
import { blueprintOf, isMissing } from './blueprint/shapes.ts'

const nameOf = ({ id, name }: Place): string => (name === null ? id : `${name} (${id})`)

/** What is deployed in an account, as one short text. */
const digestOf = ({ boundary, roles, pool, provider }: Shape): string => {
  const value: Json = {
    boundary: boundary.document,
    roles: roles.map(({ path, name, trust, policy }) => ({ path, name, trust, policy })),
    pool: pool === null ? null : { names: [...pool.names], trust: pool.trust, boundary: pool.boundary.document },
    provider: provider === null ? null : provider.host,
  }
  return digest(value)
}

const deployedIn = (blueprint: Blueprint): ReadonlyMap<string, { readonly place: Place; readonly digest: string }> =>
  new Map(
    blueprint.shapes.flatMap((shape) => {
      const made = digestOf(shape)
      return shape.places.map((place) => [place.id, { place, digest: made }] as const)
    }),
  )

const FEW = 8

const listed = (places: readonly Place[]): string =>
  places.length > FEW
    ? `${places.slice(0, FEW).map(nameOf).join(', ')} and ${places.length - FEW} more`
    : places.map(nameOf).join(', ')

const selected = (places: readonly Place[]): string =>
  places.length > FEW ? '' : ` --account ${places.map(({ id, name }) => name ?? id).join(',')}`

const deploy = (says: string, places: readonly Place[]): readonly string[] =>
  places.length === 0
    ? []
    : [
        `${says}: ${listed(places)}. Run \`daypass setup${selected(places)} --out aws\`, deploy it, and see \`daypass verify${selected(places)}\` turn green`,
      ]

/** Accounts by id that begin to close with this change. */
function closing(base: Settings, head: Settings): readonly string[] {
  const before = new Map((base.aws?.accounts ?? []).map((account) => [account.id, account.closing]))
  const begins = (head.aws?.accounts ?? []).filter(({ id, closing: closes }) => closes && before.get(id) !== true)
  return begins.map(
    ({ name }) =>
      `${name} is closing: what Daypass gave there is taken away, and nothing new is given. Take it out of the file in a later change, when nothing is left`,
  )
}

function leaving(base: Settings, blueprint: Blueprint, gone: readonly Place[]): readonly string[] {
  const closed = new Set((base.aws?.accounts ?? []).flatMap((account) => (account.closing ? [account.id] : [])))
  return gone.map((place) => {
    const remove = `delete the stack \`daypass-${blueprint.installation}\` in it, or take its module out of Terraform`
    return closed.has(place.id)
      ? `${nameOf(place)} leaves: when \`daypass verify\` and the last report show nothing left there, ${remove}`
      : `${nameOf(place)} leaves without having been \`closing\`: keep its roles until a run has taken away what is held there; then ${remove}`
  })
}

/** Sentences for the owner who reads the pull request; none where AWS has nothing to do with it. */
export function installationChange(base: Settings, head: Settings): readonly string[] {
  if (head.aws === null) return []
  const [before, after] = [blueprintOf(base), blueprintOf(head)]
  if (isMissing(after)) return isMissing(before) ? [] : [`${after.says} ${after.cure}`]
  const [was, is] = [isMissing(before) ? new Map() : deployedIn(before), deployedIn(after)]
  const all = [...is.values()]
  const fresh = all.filter(({ place }) => !was.has(place.id)).map(({ place }) => place)
  const changed = all
    .filter(({ place, digest: made }) => was.has(place.id) && was.get(place.id)?.digest !== made)
    .map(({ place }) => place)
  const gone = isMissing(before) ? [] : [...deployedIn(before).values()].filter(({ place }) => !is.has(place.id))
  const policy =
    isMissing(before) || digest(before.organisation.document) === digest(after.organisation.document)
      ? []
      : ['The service control policy changes: run `protect.sh` of what `daypass setup` prints again']
  return [
    ...deploy('To install in AWS', fresh),
    ...deploy('To deploy again in AWS', changed),
    ...(fresh.length + changed.length === 0 ? [] : policy),
    ...closing(base, head),
    ...leaving(
      base,
      after,
      gone.map(({ place }) => place),
    ),
  ]
}
