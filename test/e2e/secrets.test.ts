// Threat 35: no secret of a run is in anything that it writes, however badly the run goes.

import { describe, expect, it } from 'vitest'
import { secretOf, tokenOf } from '../../src/sandbox/aws/ids.ts'
import type { FaultRule } from '../../src/sandbox/faults.ts'
import { git } from '../../src/sandbox/git/run.ts'
import { addToken } from '../../src/sandbox/github/actions/people.ts'
import { type House, inHouse, type Ran } from './house.ts'
import { givingCalls } from './judging.ts'
import { land, propose } from './people.ts'
import { asking } from './requests.ts'

const TOKEN = 'ghs_CanaryOfTheGithubToken0123456789'
const REQUEST_TOKEN = 'sandbox-oidc-apply'
const MASK = '::add-mask::'

/** Secret key and token of every session that AWS gave so far, made from the same seeds. */
function sessionSecrets({ sandbox }: House): readonly string[] {
  const { credentials, made } = sandbox.world().aws
  return Object.values(credentials).flatMap((one) => {
    if (one.kind !== 'session') return []
    const seeds = Array.from({ length: made }, (_, nth) => `${nth}/${one.account}/${one.role}/${one.sessionName}`)
    const seed = seeds.find((candidate) => tokenOf(candidate) === one.token)
    if (seed === undefined) throw new Error('a session of an unknown seed')
    return [one.token, secretOf(seed)]
  })
}

const encoded = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
  Buffer.from(`x-access-token:${secret}`).toString('base64'),
]

const masksOf = (ran: Ran): readonly string[] =>
  ran.stdout.split('\n').flatMap((line) => (line.startsWith(MASK) ? [line.slice(MASK.length)] : []))

/** What stays to be read by others: GitHub takes the lines that name what to mask out of the log. */
const readable = (ran: Ran): string =>
  [
    ran.stdout
      .split('\n')
      .filter((line) => !line.startsWith(MASK))
      .join('\n'),
    ran.stderr,
    ran.summary,
    JSON.stringify(ran.json),
    JSON.stringify(ran.outputs),
  ].join('\n')

const record = ({ gitDirectory }: House): string =>
  git(gitDirectory, ['log', '-p', '--all', '--format=%an %ae %B', '--', 'record'])

const FAILURES: Readonly<Record<string, readonly FaultRule[]>> = {
  'nothing fails': [],
  'AWS refuses every session': [{ when: { part: 'sts', op: 'AssumeRole' }, do: { status: 403, code: 'AccessDenied' } }],
  'AWS says nonsense': [
    { when: { part: 'sts', op: 'AssumeRoleWithWebIdentity' }, do: { status: 400, code: 'InvalidIdentityToken' } },
  ],
  'GitHub refuses': [{ when: { part: 'github', op: /^Daypass/ }, do: { status: 401, code: 'BadCredentials' } }],
  'git refuses': [{ when: { part: 'git' }, do: { status: 403, code: 'Forbidden' } }],
  'the push of the record fails': [{ when: { part: 'git', op: 'receive-pack' }, do: { status: 500, code: 'Broken' } }],
  'a call fails': [{ when: { part: 'iam', op: 'AttachUserPolicy' }, do: { status: 403, code: 'AccessDenied' } }],
}

describe.concurrent('threat 35: secrets', () => {
  for (const [what, faults] of Object.entries(FAILURES))
    it(
      `are in nothing that apply writes when ${what}`,
      inHouse(async (house) => {
        house.change((world) =>
          addToken(world, {
            token: TOKEN,
            permissions: { contents: 'write', 'pull-requests': 'read', issues: 'read', metadata: 'read' },
          }),
        )
        land(house, { by: 'marta', files: asking('asked'), approvedBy: ['tomas'] })
        house.sandbox.faults.add(...faults)
        const ran = await house.run(
          'apply',
          { 'github-token': TOKEN },
          { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' },
        )
        const masks = masksOf(ran)
        const jwts = masks.filter((one) => one.startsWith('eyJ'))
        const masked = [TOKEN, ...sessionSecrets(house)]
        const secrets = [...masked, ...jwts, REQUEST_TOKEN]
        const shown = `${readable(ran)}\n${what === 'nothing fails' ? record(house) : ''}`
        for (const secret of secrets.flatMap(encoded)) expect(shown.includes(secret), secret).toBe(false)
        for (const secret of masked) expect(masks).toContain(secret)
        expect(jwts.length > 0).toBe(what !== 'git refuses')
        if (what === 'nothing fails') expect(givingCalls(ran)).toHaveLength(2)
        else expect(ran.code).toBeGreaterThan(1)
      }),
    )

  it(
    'are in nothing that plan writes',
    inHouse(async (house) => {
      house.change((world) =>
        addToken(world, {
          token: TOKEN,
          permissions: {
            contents: 'read',
            issues: 'read',
            checks: 'write',
            'pull-requests': 'write',
            metadata: 'read',
          },
        }),
      )
      const pull = propose(house, {
        by: 'marta',
        files: { ...asking('asked'), 'config/requests/broken.yaml': `for: ${TOKEN}\n` },
      })
      const ran = await house.run('plan', { 'github-token': TOKEN, 'pull-request': String(pull) })
      expect(ran.code).toBe(1)
      expect(masksOf(ran)).toEqual([TOKEN])
      expect(readable(ran).replaceAll(`"${TOKEN}"`, '')).not.toContain('x-access-token')
      // Plan needs no right to write into Git and no token for AWS.
      expect(house.sandbox.journal.entries().filter(({ part }) => part === 'sts' || part === 'iam')).toEqual([])
      expect(house.sandbox.journal.entries().filter(({ op }) => op === 'GET /oidc')).toEqual([])
    }),
  )
})
