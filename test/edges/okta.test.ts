// Okta through the SDK's own HTTP layer, against the sandbox: keys, limits, pages, and what the SDK does wrong by itself.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCredential } from '../../src/edges/okta/credential.ts'
import {
  assignUserToGroup,
  getUser,
  listGroups,
  listGroupUsers,
  listUsers,
  unassignUserFromGroup,
} from '../../src/edges/okta/operations.ts'
import { groupNamed } from '../../src/sandbox/okta/build.ts'
import { WORKFORCE } from '../../src/sandbox/okta/rates.ts'
import type { Sandbox } from '../../src/sandbox/server.ts'
import {
  clientWith,
  EC,
  GRAFANA,
  HOST,
  inOkta,
  isIn,
  MARTA,
  nothingHeard,
  type Overheard,
  oktaFor,
  RSA,
  secretWith,
  someOkta,
  startOkta,
} from '../conformance/okta-ground.ts'

let sandbox: Sandbox
let heard: Overheard
beforeEach(async () => {
  heard = nothingHeard()
  sandbox = await startOkta()
})
afterEach(() => sandbox.close())

const marta = { id: MARTA }
const open = (more: Parameters<typeof oktaFor>[1] = {}) => oktaFor(sandbox, { heard, ...more })
const ops = () => sandbox.journal.entries().map(({ op }) => op)
const said = (answer: { readonly is: string }) =>
  'because' in answer ? Reflect.get(Object(answer.because), 'said') : 'nothing'
const kind = (answer: { readonly is: string }) =>
  'because' in answer ? Reflect.get(Object(answer.because), 'kind') : answer.is

describe('a key', () => {
  it('of the RSA kind gets one token for all calls, with the scopes of the job and no more', async () => {
    const okta = open({ scopes: ['okta.users.read'] })
    expect((await okta.get(getUser, marta)).is).toBe('known')
    expect((await okta.get(getUser, marta)).is).toBe('known')
    expect(ops()).toEqual(['POST /oauth2/v1/token', 'GET /api/v1/users/{id}', 'GET /api/v1/users/{id}'])
    const [token] = sandbox.world().okta?.accessTokens ?? []
    expect(token?.scopes).toEqual(['okta.users.read'])
    expect(heard.secrets).toEqual([token?.value])
    expect(kind(await okta.list(listGroups, {}))).toBe('denied')
  })

  it('on an elliptic curve works as well, as JWK and as PEM', async () => {
    sandbox.change(inOkta((world) => ({ ...world, clients: [clientWith(EC.publicKey)] })))
    expect((await open({ secret: secretWith(EC.privateKey) }).get(getUser, marta)).is).toBe('known')
    const pem = EC.privateKey.export({ type: 'pkcs8', format: 'pem' })
    const secret = JSON.stringify({ host: `https://${HOST}/`, clientId: '0oa00000000000000001', privateKey: pem })
    expect((await open({ secret }).get(getUser, marta)).is).toBe('known')
  })

  it('that is an API token is sent as one', async () => {
    sandbox.change(inOkta((world) => ({ ...world, apiTokens: ['00token'] })))
    const secret = JSON.stringify({ host: HOST, token: '00token' })
    expect((await open({ secret }).get(getUser, marta)).is).toBe('known')
    expect(ops()).toEqual(['GET /api/v1/users/{id}'])
    expect(heard.secrets).toEqual(['00token'])
  })

  it.each([
    ['was revoked', { keys: [] }, 'invalid_client', 'not (or no longer) that of the service app'],
    ['lacks a scope', { scopes: [] }, 'invalid_scope', 'grant the scope'],
    ['must prove possession', { dpop: true }, 'invalid_dpop_proof', 'Demonstrating Proof of Possession'],
  ] as const)('that %s is told in Okta’s own words, with the cure', async (_what, client, code, cure) => {
    sandbox.change(inOkta((world) => ({ ...world, clients: [clientWith(RSA.publicKey, client)] })))
    const answer = await open().get(getUser, marta)
    expect(kind(answer)).toBe('denied')
    expect(said(answer)).toContain(code)
    expect(said(answer)).toContain(cure)
  })

  it('whose administrator role is missing is told as a refusal', async () => {
    sandbox.change(inOkta((world) => ({ ...world, clients: [clientWith(RSA.publicKey, { may: [] })] })))
    const answer = await open().get(getUser, marta)
    expect([kind(answer), said(answer)]).toEqual([
      'denied',
      'E0000006 You do not have permission to perform the requested action',
    ])
  })

  it('is asked for a new token once when the old one is refused', async () => {
    const okta = open()
    await okta.get(getUser, marta)
    sandbox.change(inOkta((world) => ({ ...world, accessTokens: [] })))
    expect((await okta.get(getUser, marta)).is).toBe('known')
  })

  it.each([3700, -3700])('still works on a runner whose clock is %i seconds ahead', async (ahead) => {
    expect((await open({ ahead }).get(getUser, marta)).is).toBe('known')
    expect(ops()).toEqual(['POST /oauth2/v1/token', 'POST /oauth2/v1/token', 'GET /api/v1/users/{id}'])
  })

  it.each([
    ['is for another organisation', { host: 'evil.okta.com', token: 'x' }, 'it is for evil.okta.com'],
    ['names no organisation', { token: 'x' }, 'it is for no organisation'],
    ['names no client', { host: HOST, privateKey: 'x' }, 'it names no clientId'],
    ['holds no key', { host: HOST, clientId: 'c', privateKey: 'SECRETSECRET' }, 'no RSA or P-256 key'],
  ])('that %s is never used, and not quoted', (_what, written, says) => {
    const read = readCredential(JSON.stringify(written), HOST)
    expect(said(read)).toContain(says)
    expect(said(read)).not.toContain('SECRETSECRET')
  })

  it('that is no JSON is told without a word of it', () => {
    expect(said(readCredential('-----BEGIN PRIVATE KEY', HOST))).not.toContain('BEGIN')
  })
})

describe('an answer', () => {
  it('is asked for anew each time: nothing is kept from the first', async () => {
    const okta = open()
    await okta.get(getUser, marta)
    sandbox.change(
      inOkta((world) => ({ ...world, users: world.users.map((one) => ({ ...one, status: 'SUSPENDED' as const })) })),
    )
    const again = await okta.get(getUser, marta)
    expect(again.is === 'known' && again.value.status).toBe('SUSPENDED')
  })

  it('of 200 kB and more arrives', async () => {
    const profile = { login: MARTA, email: MARTA, notes: 'x'.repeat(300_000) }
    sandbox.change(inOkta(() => someOkta({ users: [{ email: MARTA, profile }], groups: [] })))
    const answer = await open().get(getUser, marta)
    expect(answer.is === 'known' && String(answer.value.profile['notes']).length).toBe(300_000)
  })

  it('in pages is read to the last one, past pages with nothing on them', async () => {
    sandbox.change(inOkta((world) => ({ ...world, pageSize: 1, emptyPages: true })))
    const answer = await open().list(listUsers, {})
    expect(answer.is === 'known' && answer.value.map(({ login }) => login)).toEqual([MARTA, 'mario@example.com'])
  })

  it('that is no JSON, and one of another shape, is garbage', async () => {
    const okta = open()
    await okta.get(getUser, marta)
    sandbox.faults.add({ when: { part: 'okta', nth: 1 }, do: 'garbage' })
    expect(kind(await okta.get(getUser, marta))).toBe('garbage')
    sandbox.change(inOkta((world) => ({ ...world, users: world.users.map((one) => ({ ...one, profile: {} })) })))
    expect(kind(await okta.list(listUsers, {}))).toBe('garbage')
  })

  it('says what was asked for where there is none', async () => {
    const answer = await open().get(getUser, { id: 'nobody@example.com' })
    expect(answer).toMatchObject({ because: { kind: 'not-found', call: 'okta:getUser' } })
  })
})

describe('a call', () => {
  const member = () => {
    const world = sandbox.world().okta
    if (world === undefined) throw new Error('there is no Okta')
    return { groupId: groupNamed(world, GRAFANA).id, userId: world.users[0]?.id ?? '' }
  }

  it.each(['fail-before', 'fail-after'] as const)('that meets a %s is made again, and does it once', async (mishap) => {
    sandbox.faults.add({ when: { part: 'okta', writes: true, nth: 1 }, do: mishap })
    const okta = open()
    expect((await okta.send(assignUserToGroup, member())).is).toBe('known')
    expect(isIn(sandbox.world(), GRAFANA, MARTA)).toBe(true)
    expect((await okta.send(unassignUserFromGroup, member())).is).toBe('known')
    expect(isIn(sandbox.world(), GRAFANA, MARTA)).toBe(false)
  })

  it.each([assignUserToGroup, unassignUserFromGroup])(
    'of $op that is answered by something that is not Okta was not made',
    async (operation) => {
      sandbox.faults.add({ when: { part: 'okta', writes: true, nth: 1 }, do: 'garbage' })
      const answer = await open().send(operation, member())
      expect(answer).toMatchObject({ because: { kind: 'garbage', said: 'answered 200, not 204' } })
    },
  )

  it('that meets trouble at Okta is made again, and told when it stays', async () => {
    const trouble = { status: 503, code: 'E0000009', message: 'Internal Server Error' }
    sandbox.faults.add({ when: { op: /users\/\{id\}/, nth: 1 }, do: trouble })
    const okta = open()
    expect((await okta.get(getUser, marta)).is).toBe('known')
    expect(heard.slept).toHaveLength(1)
    sandbox.faults.add({ when: { op: /users\/\{id\}/ }, do: trouble })
    expect(kind(await okta.get(getUser, marta))).toBe('unreachable')
  })

  it('waits for the end of the minute that the headers tell, and not a call too many is made', async () => {
    sandbox.change(inOkta((world) => ({ ...world, limits: { ...WORKFORCE, '/api/v1/users/{id}': 4 } })))
    const okta = open({ sleeping: (milliseconds) => sandbox.clock.advance(milliseconds / 1000) })
    for (let call = 0; call < 5; call++) expect((await okta.get(getUser, marta)).is).toBe('known')
    expect(heard.waited).toEqual([61, 61])
    expect(sandbox.journal.entries().filter(({ status }) => status === 429)).toEqual([])
  })

  it('is not waited for longer than five minutes', async () => {
    const okta = open()
    await okta.get(getUser, marta)
    sandbox.change(inOkta((world) => ({ ...world, limits: { '/api/v1/users/{id}': 0 } })))
    expect(kind(await okta.get(getUser, marta))).toBe('throttled')
    expect(heard.slept.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(300_000)
  })

  it('is never one of more than four at once', async () => {
    let under = 0
    let most = 0
    const served = await serving((_request, response) => {
      under += 1
      most = Math.max(most, under)
      setTimeout(() => {
        under -= 1
        response.writeHead(200, { 'content-type': 'application/json' }).end('[]')
      }, 5)
    })
    const okta = fromServer(served.url)
    await Promise.all(Array.from({ length: 20 }, () => okta.list(listGroupUsers, { groupId: '00g1' })))
    served.close()
    expect(most).toBe(4)
  })
})

const serving = async (answer: (request: IncomingMessage, response: ServerResponse) => void) => {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

const fromServer = (url: string) =>
  open({ secret: JSON.stringify({ host: HOST, token: '00t' }), environment: { OKTA_ENDPOINT_URL: url } })

describe('the way to Okta', () => {
  it('leads nowhere else: not by the environment, not by a redirect, not by a next page', async () => {
    const away = open({ environment: { OKTA_ENDPOINT_URL: 'https://evil.example' } })
    expect(said(await away.get(getUser, marta))).toContain('only name a loopback address')
    const redirecting = await serving((_request, response) =>
      response.writeHead(302, { location: `${sandbox.url}/okta/api/v1/users` }).end(),
    )
    expect(kind(await fromServer(redirecting.url).list(listUsers, {}))).toBe('unreachable')
    redirecting.close()
    const luring = await serving((_request, response) =>
      response.writeHead(200, { link: `<${sandbox.url}/api/v1/users?after=x>; rel="next"` }).end('[]'),
    )
    expect(said(await fromServer(luring.url).list(listUsers, {}))).toBe('the next page lies on another host')
    luring.close()
    expect(ops()).toEqual([])
  })

  it('may be written with a slash at its end', async () => {
    const okta = open({ environment: { OKTA_ENDPOINT_URL: `${sandbox.url}/okta/` } })
    expect((await okta.get(getUser, marta)).is).toBe('known')
  })

  it('is told by nothing that lies in a folder: the SDK’s own settings are not even loaded', async () => {
    await open().get(getUser, marta)
    const loaded = Object.keys(createRequire(import.meta.url).cache)
    expect(loaded.some((path) => path.endsWith('okta-sdk-nodejs/src/http.js'))).toBe(true)
    expect(loaded.filter((path) => /okta-sdk-nodejs\/src\/(config-loader|client)\.js$/.test(path))).toEqual([])
  })
})
