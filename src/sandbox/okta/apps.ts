// Apps: what they are and how they are set, the attributes of their users, and the groups that are assigned to them.

import { metadataOf, speakerOf } from '../saml-metadata.ts'
import {
  type Answer,
  type Asked,
  changed,
  found,
  invalid,
  isObject,
  notFound,
  paged,
  type Route,
  timeOf,
} from './asked.ts'
import type { App, OktaWorld } from './world.ts'

export const appOf = ({ okta, parameters }: Asked): App | undefined =>
  okta.apps.find(({ id }) => id === parameters['appId'])

export const noApp = ({ parameters }: Asked): Answer => notFound(parameters['appId'] ?? '', 'AppInstance')

export const withApp = (okta: OktaWorld, app: App): OktaWorld => ({
  ...okta,
  apps: okta.apps.map((one) => (one.id === app.id ? app : one)),
})

const render = (app: App, url: URL): unknown => ({
  id: app.id,
  name: app.name,
  label: app.label,
  status: app.status,
  created: timeOf(app.created),
  lastUpdated: timeOf(app.changed),
  signOnMode: app.signOnMode,
  features: app.features,
  settings: { app: app.settings, notifications: { vpn: { network: { connection: 'DISABLED' } } } },
  _links: { self: { href: `${url.origin}/api/v1/apps/${app.id}` } },
})

function get(asked: Asked): Answer {
  const app = appOf(asked)
  return app === undefined ? noApp(asked) : found(render(app, asked.url))
}

/** The whole app is replaced: settings that are left out are gone (Okta API reference, replace an application). */
function replace(asked: Asked): Answer {
  const app = appOf(asked)
  if (app === undefined) return noApp(asked)
  const { label, settings, signOnMode } = asked.body
  if (typeof label !== 'string' || signOnMode !== app.signOnMode)
    return invalid('label', 'label and signOnMode are required')
  const given = isObject(settings) && isObject(settings['app']) ? settings['app'] : {}
  const after: App = { ...app, label, settings: given, changed: asked.now }
  return changed(withApp(asked.okta, after), render(after, asked.url))
}

const schemaOf = (app: App, url: URL): unknown => ({
  id: `${url.origin}/meta/schemas/apps/${app.id}/default`,
  $schema: 'http://json-schema.org/draft-04/schema#',
  name: app.name,
  title: `${app.label} User`,
  lastUpdated: timeOf(app.changed),
  created: timeOf(app.created),
  type: 'object',
  definitions: {
    base: { id: '#base', type: 'object', properties: app.schema.base, required: [] },
    custom: { id: '#custom', type: 'object', properties: app.schema.custom, required: [] },
  },
  properties: { profile: { allOf: [{ $ref: '#/definitions/base' }, { $ref: '#/definitions/custom' }] } },
})

function getSchema(asked: Asked): Answer {
  const app = appOf(asked)
  return app === undefined ? noApp(asked) : found(schemaOf(app, asked.url))
}

/** Attributes that are named are added or changed, `null` takes one away, the others stay (Okta API reference, schemas). */
function changeSchema(asked: Asked): Answer {
  const app = appOf(asked)
  if (app === undefined) return noApp(asked)
  const definitions = isObject(asked.body['definitions']) ? asked.body['definitions'] : {}
  const custom = isObject(definitions['custom']) ? definitions['custom'] : {}
  const properties = isObject(custom['properties']) ? custom['properties'] : {}
  const taken = Object.keys(properties).find((name) => Object.hasOwn(app.schema.base, name))
  if (taken !== undefined) return invalid(taken, 'An attribute of the app itself cannot be changed so.')
  const all = Object.entries({ ...app.schema.custom, ...properties }).filter(([, one]) => one !== null)
  const after = { ...app, schema: { ...app.schema, custom: Object.fromEntries(all) }, changed: asked.now }
  return changed(withApp(asked.okta, after), schemaOf(after, asked.url))
}

function metadata(asked: Asked): Answer {
  const app = appOf(asked)
  return app === undefined ? noApp(asked) : { status: 200, body: null, xml: metadataOf(speakerOf(app.id)) }
}

function groups(asked: Asked): Answer {
  const app = appOf(asked)
  if (app === undefined) return noApp(asked)
  return paged(
    asked,
    app.groups,
    200,
    ({ id }) => id,
    (one) => ({ id: one.id, lastUpdated: timeOf(app.changed), priority: 0, profile: one.profile }),
  )
}

const READ = { scope: 'okta.apps.read', may: ['okta.apps.read', 'okta.apps.manage'], on: 'appId' } as const
const SCHEMA = { may: ['okta.apps.manage'], on: 'appId' } as const

export const appRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/apps/{appId}', ...READ, answer: get },
  { method: 'PUT', path: '/api/v1/apps/{appId}', scope: 'okta.apps.manage', ...SCHEMA, answer: replace },
  { method: 'GET', path: '/api/v1/apps/{appId}/sso/saml/metadata', ...READ, answer: metadata },
  { method: 'GET', path: '/api/v1/apps/{appId}/groups', ...READ, answer: groups },
  {
    method: 'GET',
    path: '/api/v1/meta/schemas/apps/{appId}/default',
    ...READ,
    scope: 'okta.schemas.read',
    answer: getSchema,
  },
  {
    method: 'POST',
    path: '/api/v1/meta/schemas/apps/{appId}/default',
    scope: 'okta.schemas.manage',
    ...SCHEMA,
    answer: changeSchema,
  },
]
