// One call of each operation of the sandbox's Okta that is done, and one that is refused.

export interface Ask {
  /** Below the address of the organisation. */
  readonly path: string
  readonly body?: object
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
  'GET /oauth2/v1/clients/{clientId}/roles',
  'GET /api/v1/apps/{appId}/sso/saml/metadata',
  'GET /api/v1/iam/roles/{roleIdOrLabel}/permissions',
]

export const APP = '0oa00000000000000002'

const USER = '00u00000000000000001'
const GROUP = '00g00000000000000002'
const BUILT_IN = '00g00000000000000001'
const ASSIGNED = '00u00000000000000002'
const MARK = { title: 'Mark', type: 'boolean', scope: 'NONE', master: { type: 'OKTA' } }
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
  {
    what: 'GET /api/v1/apps/{appId}',
    asks: [
      { path: `/api/v1/apps/${APP}`, status: 200 },
      { path: `/api/v1/apps/${NONE}`, status: 404 },
    ],
  },
  {
    what: 'PUT /api/v1/apps/{appId}',
    asks: [
      {
        path: `/api/v1/apps/${APP}`,
        status: 200,
        body: { name: 'amazon_aws', label: 'AWS', signOnMode: 'SAML_2_0', settings: { app: { joinAllRoles: true } } },
      },
      { path: `/api/v1/apps/${APP}`, status: 400, body: { label: 'AWS' } },
    ],
  },
  {
    what: 'GET /api/v1/apps/{appId}/groups',
    asks: [
      { path: `/api/v1/apps/${APP}/groups?limit=200`, status: 200 },
      { path: `/api/v1/apps/${NONE}/groups`, status: 404 },
    ],
  },
  {
    what: 'GET /api/v1/meta/schemas/apps/{appId}/default',
    asks: [
      { path: `/api/v1/meta/schemas/apps/${APP}/default`, status: 200 },
      { path: `/api/v1/meta/schemas/apps/${NONE}/default`, status: 404 },
    ],
  },
  {
    what: 'POST /api/v1/meta/schemas/apps/{appId}/default',
    asks: [
      {
        path: `/api/v1/meta/schemas/apps/${APP}/default`,
        status: 200,
        body: { definitions: { custom: { id: '#custom', type: 'object', properties: { mark: MARK } } } },
      },
      {
        path: `/api/v1/meta/schemas/apps/${APP}/default`,
        status: 400,
        body: { definitions: { custom: { id: '#custom', type: 'object', properties: { samlRoles: MARK } } } },
      },
    ],
  },
  {
    what: 'GET /api/v1/apps/{appId}/users',
    asks: [
      { path: `/api/v1/apps/${APP}/users?limit=500`, status: 200 },
      { path: `/api/v1/apps/${NONE}/users`, status: 404 },
    ],
  },
  {
    what: 'POST /api/v1/apps/{appId}/users',
    asks: [
      {
        path: `/api/v1/apps/${APP}/users`,
        status: 200,
        body: { id: USER, scope: 'USER', profile: { samlRoles: ['daypass-pool-01'] } },
      },
      { path: `/api/v1/apps/${APP}/users`, status: 400, body: { id: USER, profile: { samlRoles: ['nobody-knows'] } } },
      { path: `/api/v1/apps/${APP}/users`, status: 404, body: { id: NONE } },
    ],
  },
  {
    what: 'GET /api/v1/apps/{appId}/users/{userId}',
    asks: [
      { path: `/api/v1/apps/${APP}/users/${ASSIGNED}`, status: 200 },
      { path: `/api/v1/apps/${APP}/users/${USER}`, status: 404 },
    ],
  },
  {
    what: 'POST /api/v1/apps/{appId}/users/{userId}',
    asks: [
      {
        path: `/api/v1/apps/${APP}/users/${ASSIGNED}`,
        status: 200,
        body: { profile: { email: 'mario@example.com', samlRoles: [] } },
      },
      { path: `/api/v1/apps/${APP}/users/${ASSIGNED}`, status: 400, body: { profile: { nothing: 1 } } },
      { path: `/api/v1/apps/${APP}/users/${USER}`, status: 404, body: { profile: {} } },
    ],
  },
  {
    what: 'DELETE /api/v1/apps/{appId}/users/{userId}',
    asks: [
      { path: `/api/v1/apps/${APP}/users/${ASSIGNED}`, status: 204 },
      { path: `/api/v1/apps/${APP}/users/${USER}`, status: 404 },
    ],
  },
]
