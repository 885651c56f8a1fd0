// Whether everything that Daypass itself sends is as the vendors' models say: the mode of IAM users, and the evidence.

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../../src/core/model/policy-document.ts'
import { historyOf } from '../../src/edges/git/history.ts'
import { fetchDefaultBranch } from '../../src/edges/git/repository.ts'
import { githubClient } from '../../src/edges/github/client.ts'
import { githubEvidence } from '../../src/edges/github/evidence.ts'
import { pullsByNumber } from '../../src/edges/github/pulls.ts'
import * as queries from '../../src/edges/github/queries.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { callOf, OPERATIONS, WRITES, type Write } from '../../src/modes/iam-user/calls.ts'
import { iamUser } from '../../src/modes/iam-user/provisioner.ts'
import { allowing, trusting } from '../../src/sandbox/aws/build.ts'
import { awsPart } from '../../src/sandbox/aws/index.ts'
import { gitPart } from '../../src/sandbox/git/index.ts'
import { mergePull } from '../../src/sandbox/github/actions/merging.ts'
import { addJob } from '../../src/sandbox/github/actions/people.ts'
import { openPull } from '../../src/sandbox/github/actions/pulls.ts'
import { forcePush, push } from '../../src/sandbox/github/actions/pushing.ts'
import { openIssue, review } from '../../src/sandbox/github/actions/reviews.ts'
import { githubPart } from '../../src/sandbox/github/index.ts'
import { newestPull, theRepository, withGithub } from '../../src/sandbox/github/records.ts'
import type { WithGithub } from '../../src/sandbox/github/world.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import type { World } from '../../src/sandbox/world.ts'
import { awsFor, HUB, PROD, settingsOf, someAws } from '../conformance/ground.ts'
import { asking, landed, value, withSettings } from '../edges/github-story.ts'
import { acme, botToken, freshFolder, start } from '../sandbox/github-ground.ts'
import { openDocket } from './judgement.ts'
import { specsAreHere } from './specs.ts'
import { tapped } from './tap.ts'

const MARTA = 'marta@example.com'
const ours = (name: string): string => `arn:aws:iam::${PROD}:policy/daypass/acme/${name}`
const document = allowing('s3:GetObject', 'arn:aws:s3:::orders/*')
const wider: Json = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
const made: Json = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }

const aws = someAws({
  users: { [MARTA]: {}, other: { attached: [ours('used')] } },
  groups: { team: { attached: [ours('used')] } },
  roles: { service: { trust: trusting({ AWS: `arn:aws:iam::${PROD}:root` }), attached: [ours('used')] } },
  policies: { used: { path: '/daypass/acme/', document }, theirs: { path: '/daypass/acme/', document } },
})

/** One call of each kind, in an order in which each can be made. */
const calls: readonly (readonly [Write, { readonly [name: string]: Json }])[] = [
  [
    'CreatePolicy',
    { path: '/daypass/acme/', name: 'marta-orders', document: made, tags: { 'daypass:installation': 'acme' } },
  ],
  [
    'CreatePolicy',
    { path: '/daypass/acme/', name: 'theirs', document: made, tags: { 'daypass:installation': 'acme' } },
  ],
  ['AttachUserPolicy', { user: MARTA, policy: ours('marta-orders') }],
  ['CreatePolicyVersion', { policy: ours('marta-orders'), document: wider }],
  ['DeletePolicyVersion', { policy: ours('marta-orders'), which: 'all but the default' }],
  ['TagUser', { user: MARTA, key: 'daypass:acme:team', value: 'v1 2026-11-22T10:00:00Z team' }],
  ['AddUserToGroup', { user: MARTA, group: 'team' }],
  ['RemoveUserFromGroup', { user: MARTA, group: 'team' }],
  ['UntagUser', { user: MARTA, key: 'daypass:acme:team' }],
  ['DetachGroupPolicy', { group: 'team', policy: ours('used') }],
  ['DetachRolePolicy', { role: 'service', policy: ours('used') }],
  ['DetachUserPolicy', { user: MARTA, policy: ours('marta-orders') }],
  ['DeletePolicy', { policy: ours('marta-orders') }],
  ['DeletePolicy', { policy: ours('used') }],
  ['DeletePolicy', { policy: ours('gone') }],
]

describe.runIf(specsAreHere)('the mode of IAM users', () => {
  const docket = openDocket()
  const settings = settingsOf()
  let sandbox: Sandbox
  beforeAll(async () => {
    const job = {
      requestToken: 'rt-1',
      repository: acme,
      ref: 'refs/heads/main',
      workflowRef: `${acme}/.github/workflows/apply.yml@refs/heads/main`,
      actor: 'olga',
      runId: 77,
    }
    const github = addJob(withSettings(), job)
    sandbox = await startSandbox({
      world: { aws, ...github },
      now: start,
      parts: [tapped(awsPart, docket), tapped<World>(githubPart, docket)],
    })
  })
  afterAll(() => sandbox.close())

  it('asks, gives and takes as the models say', async () => {
    const edge = awsFor(sandbox, settings)
    // Before any role is assumed, the time is asked of STS by itself.
    expect((await edge.serverTime()).is).toBe('known')
    const mode = iamUser({ settings, knowledge: await loadKnowledge(), aws: edge })
    const failed: string[] = []
    for (const [op, given] of calls) if ((await mode.perform(callOf(op, PROD, given))).is === 'failed') failed.push(op)
    // The name that is taken by something else.
    expect(failed).toEqual(['CreatePolicy'])
    await mode.observe([], new Map())
    expect(docket.faults('daypass')).toEqual([])
  })

  it('with the token of its job, too', async () => {
    if (settings.aws === null) throw new Error('settings without AWS')
    const hub = `arn:aws:iam::${HUB}:role/daypass-hub`
    const byToken = { ...settings, aws: { ...settings.aws, hub: { apply: hub, expire: hub, inventory: hub } } }
    const environment = {
      AWS_ENDPOINT_URL: `${sandbox.url}/aws`,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${sandbox.url}/github/oidc?api-version=2`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'rt-1',
    }
    const answer = await awsFor(sandbox, byToken, environment).iam(PROD, 'GetPolicy', { PolicyArn: ours('theirs') })
    expect([answer.is, docket.faults('daypass')]).toEqual(['known', []])
  })

  it('in every operation that it may make', () => {
    const done = new Set(docket.all().map(({ what }) => what))
    expect(Object.keys(OPERATIONS).filter((op) => !done.has(op))).toEqual([])
    expect(WRITES.filter((op) => !calls.some(([one]) => one === op))).toEqual([])
    expect(['AssumeRole', 'AssumeRoleWithWebIdentity', 'GetCallerIdentity'].filter((op) => !done.has(op))).toEqual([])
    console.log(`contract check: ${docket.all().length} calls of the mode iam-user to AWS judged`)
  })
})

/** A request whose reviewed commit a force push took away, so that GitHub must be asked for its bytes. */
function forced(world: WithGithub): WithGithub {
  const on = { repository: acme, by: 'marta', branch: 'r3' }
  let next = push(world, { ...on, files: { 'config/requests/r3.yaml': 'for: ivan\n' }, at: start + 10 })
  next = openPull(next, { repository: acme, author: 'marta', title: 'r3', head: 'r3', at: start + 20 })
  const pull = newestPull(next, acme)
  next = review(next, { repository: acme, pull: pull.number, user: 'ivan', state: 'APPROVED', at: start + 30 })
  next = forcePush(next, { ...on, to: pull.baseOid, at: start + 35 })
  next = push(next, { ...on, files: { 'config/requests/r3.yaml': 'for: marta\n' }, at: start + 40 })
  if (newestPull(next, acme).state !== 'open')
    next = openPull(next, { repository: acme, author: 'marta', title: 'again', head: 'r3', at: start + 45 })
  const { number } = newestPull(next, acme)
  if (number !== pull.number)
    next = review(next, {
      repository: acme,
      pull: number,
      user: 'ivan',
      state: 'APPROVED',
      at: start + 50,
      commit: pull.head.oid,
    })
  return mergePull(next, { repository: acme, pull: number, method: 'squash', by: 'olga', at: start + 60 })
}

describe('the evidence', () => {
  it('asks every question of Daypass as the schema of GitHub says', async () => {
    const docket = openDocket()
    const approvedBy = ['ivan', 'olga']
    let github: WithGithub = landed(withSettings(), {
      branch: 'r1',
      files: { 'config/requests/r1.yaml': 'for: marta\n' },
      approvedBy,
    })
    github = withGithub(
      openIssue(forced(github), { repository: acme, author: 'eve', title: 'Form', body: 'x', at: start + 70 }),
      { pageSize: 1 },
    )
    const parts = [tapped<World>(githubPart, docket), gitPart]
    const sandbox = await startSandbox({ world: { aws: someAws({}), ...github }, now: start + 1000, parts })
    const remote = { url: `${sandbox.url}/git/${acme}.git`, token: botToken }
    const repository = value(await fetchDefaultBranch(remote, 'refs/heads/main', join(freshFolder(), 'bare')))
    const history = value(await historyOf(repository, 'config'))
    const pause = async (): Promise<void> => undefined
    const client = githubClient({
      token: botToken,
      graphqlUrl: `${sandbox.url}/github/graphql`,
      apiUrl: `${sandbox.url}/github`,
      pause,
    })
    const evidence = githubEvidence({
      client,
      repository,
      remote,
      environment: { GITHUB_REPOSITORY: acme },
      patience: { waits: [], pause },
    })
    await evidence.repository()
    await evidence.landings(['r1', 'r3'].map((name) => asking(history, `config/requests/${name}.yaml`, 'config')))
    await evidence.issues([theRepository(github, acme).issues[0]?.number ?? 0, 99])
    const [owner = '', name = ''] = acme.split('/')
    expect((await pullsByNumber({ client, owner, name }, [1, 99])).get(1)?.is).toBe('known')
    await sandbox.close()
    expect([docket.faults('daypass'), docket.all().length]).toEqual([[], client.calls()])
    const asked = new Set(docket.all().map(({ what }) => what))
    expect(namesOfQueries().filter((name) => !asked.has(name))).toEqual([])
    console.log(`contract check: ${docket.all().length} questions of the evidence to GitHub judged`)
  })
})

const namesOfQueries = (): readonly string[] =>
  Object.values(queries).flatMap((query) => {
    const text = typeof query === 'function' ? query(1) : typeof query === 'string' ? query : ''
    return /^query (\w+)/.exec(text)?.[1] ?? []
  })
