// Which Okta organisation there is and how it is reached: integrations/okta.yaml read.

import { type GroupId, id } from '../model/id.ts'
import type { DirectorySettings, OktaFederation, OktaIntegration } from '../model/settings.ts'
import { complain, mention, type Reader } from './reader.ts'
import type { OktaIntegrationFile } from './shapes.ts'

const SCHEME = 'https://'

/** `harbor-admin.okta.com` is for administrators: the API answers there, but tokens are meant for another host. */
const ADMIN = /^[^.]+-admin\./

function directoryOf({ directory }: OktaIntegrationFile, reader: Reader): DirectorySettings | null {
  if (directory === undefined) return null
  const groups = Object.entries(directory.groups ?? {}).map(([group, called]): [GroupId, string] => [id(group), called])
  return {
    groups: new Map(groups),
    github: directory.github ?? null,
    manager: directory.manager ?? null,
    at: reader.tree.place(['directory']),
  }
}

const ROLES = 10
const MARKER = 'managedByDaypass'

/** One app holds the key of one account, and an account has one app (Okta documentation, AWS Account Federation). */
function federationOf({ federation = [] }: OktaIntegrationFile, reader: Reader): readonly OktaFederation[] {
  for (const key of ['account', 'app'] as const)
    federation.forEach((entry, index) => {
      if (federation.findIndex((other) => other[key] === entry[key]) === index) return
      complain(
        reader,
        'duplicate-name',
        reader.tree.place(['federation', index, key]),
        `\`${entry[key]}\` is named twice.`,
        'An account has one app, and an app one account.',
      )
    })
  return federation.map((entry, index) => ({
    account: mention(reader, 'account', entry.account, ['federation', index, 'account'], id<'target'>).value,
    app: entry.app,
    provider: entry.provider,
    roles: entry.roles ?? ROLES,
    marker: entry.marker ?? MARKER,
    at: reader.tree.place(['federation', index]),
  }))
}

export function readOkta(shape: OktaIntegrationFile, reader: Reader): OktaIntegration {
  const host = shape.org.slice(SCHEME.length)
  if (ADMIN.test(host))
    complain(
      reader,
      'okta-host',
      reader.tree.place(['org']),
      `\`${host}\` is where administrators sign in.`,
      `Write \`${SCHEME}${host.replace('-admin.', '.')}\`, where people sign in.`,
    )
  const { credential } = shape
  return {
    host,
    credential:
      credential === undefined
        ? { in: 'environment' }
        : { in: 'secret', arn: credential.secret, at: reader.tree.place(['credential', 'secret']) },
    match: shape.match ?? 'login',
    directory: directoryOf(shape, reader),
    federation: federationOf(shape, reader),
    closing: shape.closing ?? false,
    at: reader.tree.place([]),
  }
}
