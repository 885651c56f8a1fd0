import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { addJob } from '../../src/sandbox/github/actions/people.ts'
import { acme, company, type Served, serve, start } from './github-ground.ts'

let served: Served | null = null
afterEach(async () => served?.close())

const job = {
  requestToken: 'rt-1',
  repository: acme,
  ref: 'refs/heads/main',
  workflowRef: `${acme}/.github/workflows/apply.yml@refs/heads/main`,
  actor: 'olga',
  runId: 77,
}

async function ask(wanted: Partial<Parameters<typeof addJob>[1]>, token = 'rt-1') {
  served = await serve(addJob(company(), { ...job, ...wanted }))
  const answer = await fetch(`${served.url}/github/oidc?api-version=2&audience=sts.amazonaws.com`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const body: { readonly value?: string } = JSON.parse(await answer.text())
  const [head = '', claims = '', signature] = (body.value ?? '').split('.')
  const signed =
    signature === createHmac('sha256', served.world().github.oidcKey).update(`${head}.${claims}`).digest('base64url')
  const said: Readonly<Record<string, unknown>> =
    claims === '' ? {} : JSON.parse(Buffer.from(claims, 'base64url').toString())
  return { status: answer.status, signed, said, served }
}

describe('identity tokens of jobs', () => {
  it.each([
    ['a job on a branch', {}, 'repo:acme/access:ref:refs/heads/main'],
    [
      'a job in an environment, whose subject holds no branch',
      { environment: 'apply' },
      'repo:acme/access:environment:apply',
    ],
    [
      'a repository with ids in its subject',
      { subject: 'names and ids' },
      'repo:acme@9001/access@7001:ref:refs/heads/main',
    ],
    [
      'a job that says something else',
      { claims: { sub: 'repo:acme/access:pull_request' } },
      'repo:acme/access:pull_request',
    ],
  ] as const)('%s', async (_sentence, wanted, sub) => {
    const { status, signed, said } = await ask(wanted)
    expect({ status, signed }).toEqual({ status: 200, signed: true })
    expect(said).toMatchObject({
      sub,
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'sts.amazonaws.com',
      repository: acme,
      repository_id: '7001',
      repository_owner_id: '9001',
      ref: 'refs/heads/main',
      actor_id: '103',
      run_id: '77',
      workflow_ref: job.workflowRef,
      iat: start + 1000,
      exp: start + 1300,
    })
    expect(said['environment']).toBe('environment' in wanted ? wanted.environment : undefined)
  })

  it('names the reusable workflow only where there is one', async () => {
    expect((await ask({})).said).not.toHaveProperty('job_workflow_ref')
    await served?.close()
    const jobWorkflowRef = 'acme/locked/.github/workflows/apply.yml@refs/tags/v1'
    expect((await ask({ jobWorkflowRef })).said['job_workflow_ref']).toBe(jobWorkflowRef)
  })

  it('gives nothing to who holds no request token of a job', async () => {
    const { status, served } = await ask({}, 'toString')
    expect(status).toBe(401)
    expect(served.calls()).toMatchObject([{ op: 'GET /oidc', writes: false, input: { audience: 'sts.amazonaws.com' } }])
  })
})
