// One call of each operation of the sandbox's Okta that is done, and one that is refused.

export interface Ask {
  /** Below the address of the organisation. */
  readonly path: string
  readonly status: number
  /** Whose token: one with all rights unless said otherwise. */
  readonly by?: 'nobody' | 'reader'
}

export interface Row {
  /** As the sandbox's table writes it. */
  readonly what: string
  readonly asks: readonly Ask[]
}

/** What Okta's description, as it is kept here, does not hold: judged by nobody. */
export const notDescribed: readonly string[] = [
  'POST /oauth2/v1/token',
  'GET /api/v1/groups/rules',
  'GET /api/v1/groups/{groupId}/roles',
]

const USER = '00u00000000000000001'
const GROUP = '00g00000000000000002'
const BUILT_IN = '00g00000000000000001'
const NONE = '00x00000000000000000'

const eq = (name: string, value: string): string => `search=${encodeURIComponent(`profile.${name} eq "${value}"`)}`

export const oktaRows: readonly Row[] = [
  {
    what: 'GET /api/v1/users',
    asks: [
      { path: '/api/v1/users?limit=1', status: 200 },
      { path: `/api/v1/users?${eq('email', 'marta@example.com')}&limit=200`, status: 200 },
      { path: '/api/v1/users', status: 401, by: 'nobody' },
      { path: '/api/v1/users?limit=1&after=nothing', status: 400 },
    ],
  },
  {
    what: 'GET /api/v1/users/{id}',
    asks: [
      { path: `/api/v1/users/${USER}`, status: 200 },
      { path: '/api/v1/users/marta@example.com', status: 200 },
      { path: `/api/v1/users/${NONE}`, status: 404 },
    ],
  },
  {
    what: 'GET /api/v1/users/{id}/groups',
    asks: [
      { path: `/api/v1/users/${USER}/groups`, status: 200 },
      { path: `/api/v1/users/${NONE}/groups`, status: 404 },
    ],
  },
  {
    what: 'GET /api/v1/groups',
    asks: [
      { path: `/api/v1/groups?${eq('name', 'Grafana Admins')}&limit=200`, status: 200 },
      { path: '/api/v1/groups?search=nonsense', status: 400 },
    ],
  },
  {
    what: 'GET /api/v1/groups/{groupId}',
    asks: [
      { path: `/api/v1/groups/${GROUP}`, status: 200 },
      { path: `/api/v1/groups/${NONE}`, status: 404 },
    ],
  },
  {
    what: 'GET /api/v1/groups/{groupId}/users',
    asks: [
      { path: `/api/v1/groups/${GROUP}/users?limit=1`, status: 200 },
      { path: `/api/v1/groups/${NONE}/users`, status: 404 },
    ],
  },
  {
    what: 'PUT /api/v1/groups/{groupId}/users/{userId}',
    asks: [
      { path: `/api/v1/groups/${GROUP}/users/${USER}`, status: 204 },
      { path: `/api/v1/groups/${NONE}/users/${USER}`, status: 404 },
      { path: `/api/v1/groups/${BUILT_IN}/users/${USER}`, status: 403 },
      { path: `/api/v1/groups/${GROUP}/users/${USER}`, status: 403, by: 'reader' },
    ],
  },
  {
    what: 'DELETE /api/v1/groups/{groupId}/users/{userId}',
    asks: [
      { path: `/api/v1/groups/${GROUP}/users/${USER}`, status: 204 },
      { path: `/api/v1/groups/${GROUP}/users/${NONE}`, status: 404 },
    ],
  },
]
