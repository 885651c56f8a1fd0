// A sandbox with an Okta organisation, a service app that may work in it, and settings that lead there.

import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { OktaIntegration, Settings } from '../../src/core/model/settings.ts'
import { type Okta, openOkta } from '../../src/edges/okta/okta.ts'
import { scopesOf } from '../../src/modes/okta-group/calls.ts'
import { awsWorld } from '../../src/sandbox/aws/build.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import { membersOf, type OktaDraft, okta } from '../../src/sandbox/okta/build.ts'
import type { Client, OktaWorld } from '../../src/sandbox/okta/world.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { HERE, NOON, someSettings } from '../support/builders.ts'

export const HOST = 'harbor.okta.com'
export const CLIENT = '0oa00000000000000001'
export const MARTA = 'marta@example.com'
export const GRAFANA = 'Grafana Admins'

/** A JWK member's own copy, since `JsonWebKey` is no plain record. */
const jwkOf = (key: KeyObject): Readonly<Record<string, unknown>> => ({ ...key.export({ format: 'jwk' }) })

export const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })

export const clientWith = (key: KeyObject, more: Partial<Client> = {}): Client => ({
  id: CLIENT,
  keys: [{ ...jwkOf(key), kid: 'k1' }],
  scopes: ['okta.groups.manage', 'okta.groups.read', 'okta.roles.read', 'okta.users.read'],
  may: ['okta.users.read', 'okta.groups.read', 'okta.iam.read', 'okta.groups.members.manage'].map((permission) => ({
    permission,
    on: ['*'],
  })),
  dpop: false,
  ...more,
})

export const secretWith = (key: KeyObject, host = HOST): string =>
  JSON.stringify({ host, clientId: CLIENT, keyId: 'k1', privateKey: jwkOf(key) })

export const someOkta = (more: Partial<OktaDraft> = {}, now: number = NOON): OktaWorld =>
  okta(
    {
      host: HOST,
      users: [{ email: MARTA }, { email: 'mario@example.com' }, { email: 'gone@example.com', status: 'DEPROVISIONED' }],
      groups: [
        { name: 'Everyone', type: 'BUILT_IN' },
        { name: GRAFANA, members: ['mario@example.com'] },
      ],
      clients: [clientWith(RSA.publicKey)],
      limits: {},
      ...more,
    },
    now,
  )

export const startOkta = (world: OktaWorld = someOkta()): Promise<Sandbox> =>
  startSandbox({ world: { aws: awsWorld({ accounts: [] }), github: emptyGithub(NOON), okta: world }, now: NOON })

export const inOkta =
  (edit: (world: OktaWorld) => OktaWorld) =>
  (world: World): World =>
    world.okta === undefined ? world : { ...world, okta: edit(world.okta) }

export const oktaSettings = (more: Partial<OktaIntegration> = {}): Settings => ({
  ...someSettings(),
  aws: null,
  okta: {
    host: HOST,
    credential: { in: 'environment' },
    match: 'login',
    directory: null,
    federation: [],
    closing: false,
    at: HERE,
    ...more,
  },
})

/** What an edge told while it worked. */
export interface Overheard {
  readonly secrets: string[]
  /** Milliseconds. */
  readonly slept: number[]
  readonly waited: number[]
}

export const nothingHeard = (): Overheard => ({ secrets: [], slept: [], waited: [] })

export interface Opening {
  readonly secret?: string
  readonly scopes?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly heard?: Overheard
  /** Seconds by which the runner's clock is ahead of everybody else's. */
  readonly ahead?: number
  /** What sleeping does to the world: its clock goes on. */
  readonly sleeping?: (milliseconds: number) => void
}

export function oktaFor(sandbox: Sandbox, opening: Opening = {}): Okta {
  const heard = opening.heard ?? nothingHeard()
  return openOkta({
    host: HOST,
    secret: async () => ({ is: 'known', value: opening.secret ?? secretWith(RSA.privateKey) }),
    scopes: opening.scopes ?? scopesOf('apply'),
    environment: opening.environment ?? { OKTA_ENDPOINT_URL: `${sandbox.url}/okta` },
    setSecret: (secret) => heard.secrets.push(secret),
    pause: {
      sleep: async (milliseconds) => {
        heard.slept.push(milliseconds)
        opening.sleeping?.(milliseconds)
      },
      random: () => 0,
    },
    runner: () => (sandbox.clock.now() + (opening.ahead ?? 0)) * 1000,
    waiting: (seconds) => heard.waited.push(seconds),
  })
}

export const isIn = (world: World, group: string, email: string): boolean =>
  world.okta !== undefined && membersOf(world.okta, group).includes(email)
