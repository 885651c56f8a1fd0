// A world of two services and what can be done on what in it, small enough to be written down whole.

import type { ResourceKnowledge } from '../../../src/core/policy/knowledge.ts'
import { knowledgeOf } from '../../../src/knowledge/load.ts'

/** Action → the ARNs it can be done on; `new:…` has actions of which nothing is known. */
const DONE_ON: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': ['arn:*:s3:::<name>/*'],
  's3:PutObject': ['arn:*:s3:::<name>/*'],
  's3:ListBucket': ['arn:*:s3:::<name>'],
  's3:ListBucketVersions': ['arn:*:s3:::<name>'],
  's3:DeleteBucket': ['arn:*:s3:::<name>'],
  's3:ListAllMyBuckets': [],
  'logs:GetEvents': ['arn:*:logs:*:*:log-group:*'],
  'logs:Read': ['arn:*:logs:*:*:log-group:*', 'arn:*:logs:*:*:log-group:*:log-stream:*'],
  'logs:GetAnything': ['arn:*:logs:*:*:*'],
}
const TEMPLATES = new Map(
  ['s3', 'logs'].map((service) => [
    service,
    [
      ...new Set(Object.entries(DONE_ON).flatMap(([action, arns]) => (action.startsWith(`${service}:`) ? arns : []))),
    ].sort(),
  ]),
)

export const resources: ResourceKnowledge = {
  asOf: '2026-01-31',
  templates: (action) => (Object.hasOwn(DONE_ON, action) ? (DONE_ON[action] ?? null) : null),
  servicesOn: (service) => [service],
  templatesOf: (service) => TEMPLATES.get(service) ?? [],
}

export const world = knowledgeOf(
  {
    asOf: '2026-01-31',
    services: {
      logs: 'Read: GetAnything GetEvents Read Unheard',
      new: 'Read: Get',
      s3: 'List: ListAllMyBuckets ListBucket ListBucketVersions; Read: GetObject; Write: DeleteBucket PutObject',
    },
  },
  resources,
)

export const BUCKET = 'arn:aws:s3:::orders'
export const GROUP = 'arn:aws:logs:eu-west-1:1:log-group:/app'
