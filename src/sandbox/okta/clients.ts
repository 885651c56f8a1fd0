// What a service app's administrator roles permit: each client's permissions as one custom role, and the standard roles it has.

import { type Answer, type Asked, found, notFound, type Route, timeOf } from './asked.ts'
import type { Client, OktaWorld } from './world.ts'

const roleOf = ({ id }: Client): string => `cr0${id.slice(3)}`

const clientIn = ({ clients }: OktaWorld, id: string | undefined): Client | undefined =>
  clients.find((one) => one.id === id)

function roles({ okta, parameters, now }: Asked): Answer {
  const client = clientIn(okta, parameters['clientId'])
  if (client === undefined) return notFound(parameters['clientId'] ?? '', 'PublicClientApp')
  const common = { status: 'ACTIVE', assignmentType: 'CLIENT', created: timeOf(now), lastUpdated: timeOf(now) }
  const standard = (client.standardRoles ?? []).map((type, at) => ({ id: `JBC${at}${client.id}`, type, label: type }))
  const role = roleOf(client)
  const custom = { id: `irb${role}`, type: 'CUSTOM', role, label: 'Daypass', 'resource-set': `iam${role}` }
  return found([...standard, ...(client.may.length === 0 ? [] : [custom])].map((one) => ({ ...one, ...common })))
}

function permissions({ okta, parameters, now }: Asked): Answer {
  const named = parameters['roleIdOrLabel'] ?? ''
  const client = okta.clients.find((one) => roleOf(one) === named)
  if (client === undefined) return notFound(named, 'Role')
  return found({
    permissions: client.may.map(({ permission }) => ({
      label: permission,
      created: timeOf(now),
      lastUpdated: timeOf(now),
    })),
  })
}

const READ = { method: 'GET', scope: 'okta.roles.read', may: ['okta.iam.read'], on: null } as const

export const clientRoutes: readonly Route[] = [
  { ...READ, path: '/oauth2/v1/clients/{clientId}/roles', answer: roles },
  { ...READ, path: '/api/v1/iam/roles/{roleIdOrLabel}/permissions', answer: permissions },
]
