// What Identity Center will most likely answer to a need, told without asking it: for plans made before the merge.

import type { Settings } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'

/** A policy's text, and whose it is, are never presumed: they decide what becomes of it. */
export function presume({ aws }: Settings, need: Need): Fact {
  const account = aws?.accounts.find((one) => one.name === need.target)
  const later = {
    kind: 'not-found',
    call: `looking at ${need.target}`,
    said: 'that is only looked at after the merge',
  } as const
  if (aws === null || account === undefined || need.what === 'policy' || need.what === 'group')
    return { need, is: 'unknown', because: later }
  const name = need.name.slice(need.name.lastIndexOf('/') + 1)
  if (need.what === 'role' && !need.name.startsWith('arn:'))
    return { need, is: 'found', id: `arn:${aws.partition}:iam::${account.id}:role/${need.name}`, name }
  return { need, is: 'found', id: need.name, name }
}
