// Which Okta organisation there is and how it is reached: integrations/okta.yaml read.

import { type GroupId, id } from '../model/id.ts'
import type { DirectorySettings, OktaIntegration } from '../model/settings.ts'
import { complain, type Reader } from './reader.ts'
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
    closing: shape.closing ?? false,
    at: reader.tree.place([]),
  }
}
