// How fast Okta lets itself be asked: calls a minute by bucket, for the whole organisation, half of it for one client.

import type { Answer } from './asked.ts'
import { refused } from './asked.ts'
import type { OktaWorld } from './world.ts'

const MINUTE = 60

/** Okta's published buckets for a workforce organisation (Okta developer documentation, rate limits). */
export const WORKFORCE: Readonly<Record<string, number>> = {
  '/api/v1/apps': 100,
  '/api/v1/apps/{appId}': 500,
  '/api/v1/groups': 500,
  '/api/v1/groups/{groupId}': 1000,
  '/api/v1/users': 600,
  '/api/v1/users/{id}': 2000,
  '/api/v1': 1200,
}

/** What one client may use of a bucket by default. */
const SHARE = 0.5

/** Everything below one app counts as `/api/v1/apps`. */
function bucketOf(path: string): string {
  if (/^\/api\/v1\/apps(\/[^/]+\/.+)?$/.test(path)) return '/api/v1/apps'
  if (/^\/api\/v1\/apps\/[^/]+$/.test(path)) return '/api/v1/apps/{appId}'
  if (/^\/api\/v1\/groups$/.test(path)) return '/api/v1/groups'
  if (/^\/api\/v1\/groups\/[^/]+$/.test(path)) return '/api/v1/groups/{groupId}'
  if (/^\/api\/v1\/users$/.test(path)) return '/api/v1/users'
  if (/^\/api\/v1\/users\/[^/]+$/.test(path)) return '/api/v1/users/{id}'
  return '/api/v1'
}

export interface Counted {
  readonly okta: OktaWorld
  /** null: it may be answered. */
  readonly refusal: Answer | null
  readonly headers: Readonly<Record<string, string>>
}

/** Counts one call, refused ones too. */
export function counted(okta: OktaWorld, path: string, now: number): Counted {
  const bucket = bucketOf(path)
  const whole = okta.limits[bucket]
  if (whole === undefined) return { okta, refusal: null, headers: {} }
  const limit = Math.floor(whole * SHARE)
  const before = okta.used[bucket]
  const used = before !== undefined && now < before.since + MINUTE ? before : { since: now, count: 0 }
  const count = used.count + 1
  const headers = {
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-remaining': String(Math.max(0, limit - count)),
    'x-rate-limit-reset': String(used.since + MINUTE),
  }
  return {
    okta: { ...okta, used: { ...okta.used, [bucket]: { since: used.since, count } } },
    refusal: count > limit ? refused(429, 'E0000047', 'API call exceeded rate limit due to too many requests.') : null,
    headers,
  }
}
