// Which keys name what people hold in Okta.

import { type HoldingKey, id, type LaneId, type ScopeId } from '../../core/model/id.ts'

export const scopeOf = (host: string): ScopeId => id(`okta:${host}`)
export const laneOf = (host: string): LaneId => id(`okta:${host}`)

/** By ids of Okta: whoever and whatever is renamed keeps what it is. */
export const membershipKey = (host: string, userId: string, groupId: string): HoldingKey =>
  id(`${host}/membership/${userId}/${groupId}`)

export interface KeyRead {
  readonly host: string
  readonly userId: string
  readonly groupId: string
}

/** What a key of this mode names; null = it is no key of this mode. */
export function readKey(key: HoldingKey): KeyRead | null {
  const [host = '', kind, userId = '', groupId = '', ...more] = key.split('/')
  const ids = /^[0-9A-Za-z]+$/.test(userId) && /^[0-9A-Za-z]+$/.test(groupId)
  return kind === 'membership' && ids && more.length === 0 && !/^[0-9]{12}$/.test(host)
    ? { host, userId, groupId }
    : null
}
