// Which steps new requests would lead to if they landed now and nothing of them were there.

import type { Grant } from '../model/grant.ts'
import { id } from '../model/id.ts'
import type { Settings } from '../model/settings.ts'
import { targetsByName } from '../model/targets.ts'
import { type Instant, later } from '../model/time.ts'
import type { Mode } from './mode.ts'
import { inOrder } from './plan.ts'
import type { Previewed } from './preview.ts'
import type { Step } from './provisioner.ts'

/** People read the calls of a pull request, not of ten thousand requests. */
const MOST = 50

/** A version is made by its landing, which is yet to come. */
const NO_VERSION = id<'version'>('0'.repeat(64))

function grantsOf({ judgement, window }: Previewed, settings: Settings, now: Instant): readonly Grant[] {
  return judgement.items.flatMap(({ item, routing }): Grant[] => {
    const person = settings.people.get(item.person)
    const account = targetsByName(settings).get(item.target)
    if (person === undefined || account === undefined) return []
    return [
      {
        key: item.key,
        version: NO_VERSION,
        item,
        email: person.email,
        account: account.id,
        mode: account.mode,
        from: window.from,
        until: window.until,
        // It has not landed, so nothing can have changed since.
        landedAt: now,
        claimUntil: later(window.from, settings.limits.claimWithin),
        directAttachment: routing.directAttachment,
      },
    ]
  })
}

/** Requests that are refused lead to nothing. What cannot be told without looking is left out. */
export function foreseen(
  requests: readonly Previewed[],
  settings: Settings,
  modes: readonly Mode[],
  now: Instant,
): readonly Step[] {
  const promising = requests
    .filter(({ judgement, tentative }) => (tentative ?? judgement).decision.is !== 'refused')
    .slice(0, MOST)
  const grants = promising.flatMap((one) => grantsOf(one, settings, now))
  return inOrder(
    modes.flatMap((mode) =>
      mode.foresee(
        grants.filter((grant) => grant.mode === mode.mode),
        now,
      ),
    ),
  )
}
