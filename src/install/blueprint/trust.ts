// Who may take which role: GitHub's jobs the hub roles, the hub roles the roles in the accounts.

import type { Json } from '../../core/model/policy-document.ts'
import type { Job, Trust } from '../../core/model/settings.ts'
import { ACCOUNT, PARTITION } from './names.ts'

export const HOST = 'token.actions.githubusercontent.com'
export const AUDIENCE = 'sts.amazonaws.com'

/** The environment that a job's workflow names; its deployment branches are the owner's to set. */
export const environmentOf = (job: Job): string => `daypass-${job}`

/** The files below .github/workflows whose jobs these are. */
const WORKFLOWS: Readonly<Record<Job, readonly string[]>> = {
  apply: ['apply.yml'],
  expire: ['expire.yml'],
  inventory: ['inventory.yml', 'verify.yml'],
}

/** Both forms of `sub`: since July 2026 GitHub writes ids into those of new repositories (GitHub docs, OpenID Connect reference). */
function subjects({ repository, repositoryId, ownerId }: Trust, job: Job): readonly string[] {
  const [owner = '', name = ''] = repository.split('/')
  const environment = `environment:${environmentOf(job)}`
  return [`repo:${repository}:${environment}`, `repo:${owner}@${ownerId}/${name}@${repositoryId}:${environment}`]
}

const codeOf = ({ workflows }: Trust, job: Job): Readonly<Record<string, Json>> =>
  workflows === null
    ? {}
    : {
        [`${HOST}:job_workflow_ref`]: WORKFLOWS[job].map(
          (file) => `${workflows.repository}/.github/workflows/${file}@${workflows.ref}`,
        ),
      }

const statement = (principal: Json, actions: Json, condition: Json): Json => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: actions, Condition: condition }],
})

/**
 * Every claim that AWS reads and that tells our job from another (AWS IAM user guide, keys for GitHub's OIDC provider; which of
 * them AWS compares was not tried on a live account). `StringEquals` fails where a claim is missing.
 */
export const hubTrust = (trust: Trust, job: Job): Json =>
  statement({ Federated: `arn:${PARTITION}:iam::${ACCOUNT}:oidc-provider/${HOST}` }, 'sts:AssumeRoleWithWebIdentity', {
    StringEquals: {
      [`${HOST}:aud`]: AUDIENCE,
      [`${HOST}:sub`]: [...subjects(trust, job)],
      [`${HOST}:repository_id`]: String(trust.repositoryId),
      [`${HOST}:repository_owner_id`]: String(trust.ownerId),
      [`${HOST}:ref`]: `refs/heads/${trust.branch}`,
      [`${HOST}:environment`]: environmentOf(job),
      ...codeOf(trust, job),
    },
  })

export const ENTERING = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'] as const

/** By account and ARN, not by the role itself: a hub role that is made anew would lock every account (IAM user guide, principals). */
export const accountTrust = (hub: string, externalId: string | null): Json =>
  statement({ AWS: `arn:${PARTITION}:iam::${hub.split(':')[4] ?? ''}:root` }, [...ENTERING], {
    ArnEquals: { 'aws:PrincipalArn': hub },
    StringLike: { 'sts:RoleSessionName': 'daypass-*' },
    ...(externalId === null ? {} : { StringEquals: { 'sts:ExternalId': externalId } }),
  })
