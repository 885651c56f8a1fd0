// What Okta and the account will most likely answer to a need, told without asking them: for plans made before the merge.

import type { Settings } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import { poolNames } from './naming.ts'

/** A policy's text is never presumed: what it holds decides what becomes of it. */
export function presume({ aws, okta, installation }: Settings, need: Need): Fact {
  const account = aws?.accounts.find((one) => one.name === need.target)
  const federation = okta?.federation.find((one) => one.account === need.target)
  const later = {
    kind: 'not-found',
    call: `looking at ${need.target}`,
    said: 'that is only looked at after the merge',
  } as const
  if (aws === null || account === undefined || federation === undefined) return { need, is: 'unknown', because: later }
  if (need.what === 'identity')
    return { need, is: 'found', id: need.name.replace(/[^0-9A-Za-z]/g, ''), name: need.name }
  if (need.what === 'account') {
    const free = poolNames(installation, federation.roles).map((name): [string, number] => [name, 0])
    return { need, is: 'found', id: account.id, name: federation.app, used: Object.fromEntries(free) }
  }
  if (need.what !== 'role') return { need, is: 'unknown', because: later }
  const name = need.name.slice(need.name.lastIndexOf('/') + 1)
  const arn = need.name.startsWith('arn:') ? need.name : `arn:${aws.partition}:iam::${account.id}:role/${need.name}`
  return { need, is: 'found', id: arn, name }
}
