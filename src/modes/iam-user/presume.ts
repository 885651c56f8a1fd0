// What an account will most likely answer to a need, told without asking it: for plans made before the merge.

import type { Account, Settings } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'

const userName = (account: Account, email: string): string => {
  const { match } = account
  if (match.by === 'userName') return email
  return match.by === 'localPart' ? (email.split('@')[0] ?? email) : `(user tagged ${match.tag}=${email})`
}

/** A policy's text is never presumed: what it holds decides what becomes of it. */
export function presume({ aws }: Settings, need: Need): Fact {
  const account = aws?.accounts.find((one) => one.name === need.target)
  const later = {
    kind: 'not-found',
    call: `looking at ${need.target}`,
    said: 'that is only looked at after the merge',
  } as const
  if (aws === null || account === undefined || need.what === 'policy' || need.what === 'permissionSet')
    return { need, is: 'unknown', because: later }
  if (need.what === 'identity') {
    const name = userName(account, need.name)
    return { need, is: 'found', id: name, name }
  }
  const name = need.name.slice(need.name.lastIndexOf('/') + 1)
  const arn = need.name.startsWith('arn:')
    ? need.name
    : `arn:${aws.partition}:iam::${account.id}:${need.what}/${need.name}`
  return { need, is: 'found', id: arn, name }
}
