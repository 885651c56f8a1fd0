// Stories that the tests tell: a small company with two accounts.

import type { Finding } from '../../../src/core/model/finding.ts'
import { id } from '../../../src/core/model/id.ts'
import { HOUR, instantOf, later, MINUTE } from '../../../src/core/model/time.ts'
import type { Step, StepOutcome } from '../../../src/core/plan/provisioner.ts'
import { headlineOf, type ItemStory, type RequestStory, type Story } from '../../../src/core/report/story.ts'

export const NOW = instantOf(Date.UTC(2026, 10, 22, 8) / 1000)
const HEAD = id<'commit'>('3f786850e387550fdab836ed7e6dc881de23001b')
const at = (file: string, line: number) => ({ file, line, column: 3 })

const policy = (...actions: readonly string[]): readonly string[] =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: actions, Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders*' }],
    },
    null,
    2,
  ).split('\n')

const readQueue: ItemStory = {
  says: 'read and purge the queues orders*',
  target: id<'target'>('orders-prod'),
  account: '111122223333',
  bundle: 'orders-oncall',
  risk: 'low',
  escalating: [],
  ends: 'by itself',
  exact: policy('sqs:ReceiveMessage', 'sqs:PurgeQueue'),
  leftOut: [],
}
const readLogs: ItemStory = {
  ...readQueue,
  says: 'policy CloudWatchLogsReadOnlyAccess',
  exact: ['arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess'],
  leftOut: [],
}
const stage: ItemStory = { ...readQueue, target: id<'target'>('orders-stage'), account: '444455556666', bundle: null }

const request: RequestStory = {
  id: id<'request'>('orders-queue-stuck'),
  path: 'config/requests/2026/11/orders-queue-stuck.yaml',
  person: id<'person'>('marta'),
  requester: id<'person'>('marta'),
  reason: 'Orders queue is stuck, must read and requeue dead letters',
  ticket: 'INC-4211',
  window: { is: 'after merge', seconds: 2 * HOUR, from: null },
  items: [readQueue, readLogs],
  decision: {
    is: 'waiting',
    missing: [
      [
        {
          approvals: 1,
          of: 'orders-leads',
          people: ['anna', 'ben'],
          rule: 'production',
          at: at('config/rules/production.yaml', 2),
        },
        {
          approvals: 2,
          of: 'platform',
          people: ['chen', 'dara', 'eve'],
          rule: 'platform',
          at: at('config/rules/platform.yaml', 9),
        },
      ],
    ],
    until: null,
  },
  state: 'waiting',
  provided: null,
  breakGlass: null,
  emergency: null,
  reach: [],
}

const step = (over: Partial<Step> & Pick<Step, 'do' | 'because' | 'says'>): Step => ({
  id: id<'step'>(`step-${over.says}`),
  mode: id<'mode'>('iam-user'),
  holding: id<'holding'>('111122223333/daypass-marta-orders'),
  target: id<'target'>('orders-prod'),
  scope: id<'scope'>('iam:111122223333'),
  lane: id<'lane'>('iam:111122223333'),
  effect: over.do === 'revoke' ? 'takes' : 'gives',
  holders: [{ grant: id<'grant'>('orders-queue-stuck/marta/orders-prod/sqs'), version: id<'version'>('d'.repeat(64)) }],
  identity: 'AIDAMARTA',
  content: id<'digest'>('c'.repeat(64)),
  until: later(NOW, 2 * HOUR),
  lapse: 'always',
  calls: [
    {
      op: 'iam:CreatePolicy',
      lane: id<'lane'>('iam:111122223333'),
      effect: 'prepares',
      with: { account: '111122223333', name: 'daypass-marta-orders' },
    },
    {
      op: 'iam:AttachUserPolicy',
      lane: id<'lane'>('iam:111122223333'),
      effect: 'gives',
      with: { account: '111122223333', user: 'marta@example.com', policy: 'daypass-marta-orders' },
    },
  ],
  notAfter: later(NOW, 2 * HOUR),
  reach: [],
  ...over,
})

const give = step({ do: 'grant', because: 'asked', says: 'marta may read and purge the queues orders* in orders-prod' })
const take = step({
  do: 'revoke',
  because: 'expired',
  says: 'policy daypass-noor-reports attached to noor@example.com in orders-prod',
  calls: [
    {
      op: 'iam:DetachUserPolicy',
      lane: id<'lane'>('iam:111122223333'),
      effect: 'takes',
      with: { account: '111122223333', user: 'noor@example.com', policy: 'daypass-noor-reports' },
    },
  ],
})
const outcomes: readonly StepOutcome[] = [
  { step: give.id, is: 'done', already: false, confirmed: later(NOW, 4) },
  {
    step: take.id,
    is: 'failed',
    call: 0,
    error: { kind: 'throttled', call: 'iam:DetachUserPolicy in 111122223333', said: 'Rate exceeded' },
  },
]

export const finding = (line: number, message: string): Finding => ({
  code: 'yaml-syntax',
  at: at('config/requests/2026/11/orders-queue-stuck.yaml', line),
  message,
  cure: 'Write it once.',
})

type Parts = Omit<Story, 'headline'>
const told = (parts: Partial<Parts>): Story => {
  const story: Parts = {
    now: NOW,
    basis: { is: 'snapshot', asOf: later(NOW, -30 * MINUTE) },
    head: HEAD,
    web: 'https://github.com/example/access',
    requests: [request],
    steps: [],
    outcomes: [],
    blocked: [],
    findings: [],
    lateness: null,
    alarms: [],
    live: [],
    ...parts,
  }
  return { headline: headlineOf(story), ...story }
}

const dangerous: ItemStory = {
  ...stage,
  says: 'role admin',
  target: id<'target'>('orders-prod'),
  account: '111122223333',
  risk: 'escalating',
  escalating: ['iam:CreateUser', 'iam:CreateAccessKey'],
  ends: 'for new sessions only',
  exact: ['arn:aws:iam::111122223333:role/admin'],
  leftOut: [],
}
const group: ItemStory = {
  ...stage,
  says: 'member of the group operators',
  risk: 'high',
  ends: 'only when taken away',
  exact: ['operators'],
  leftOut: [],
}

export const waiting = told({ steps: [give] })
export const refused = told({
  requests: [
    {
      ...request,
      requester: id<'person'>('otto'),
      state: 'refused',
      items: [readQueue, group, dangerous],
      decision: {
        is: 'refused',
        objections: [
          {
            says: 'Only Finance IT changes the payer account',
            cure: 'Take the item out of the request.',
            rule: 'payer',
            at: at('config/rules/payer.yaml', 4),
          },
          {
            says: 'The rule production allows at most 4h; this asks for 8h.',
            cure: 'Ask for 4h or less.',
            rule: null,
            at: null,
          },
        ],
      },
    },
  ],
  findings: [finding(7, 'The key `reason` is written twice.')],
})
export const ready = told({
  basis: { is: 'live' },
  requests: [
    {
      ...request,
      window: { is: 'window', from: NOW, until: later(NOW, 2 * HOUR) },
      state: 'ready',
      decision: { is: 'allowed', approvers: ['anna'], rule: 'production', at: at('config/rules/production.yaml', 2) },
      provided: null,
      breakGlass: null,
      emergency: null,
      reach: ['aws configure set profile.orders-prod.region eu-west-1', 'aws --profile orders-prod sqs list-queues'],
    },
  ],
  steps: [give],
  outcomes: outcomes.slice(0, 1),
  live: [
    {
      person: id<'person'>('marta'),
      target: id<'target'>('orders-prod'),
      says: 'read and purge the queues orders*',
      window: { from: later(NOW, -HOUR), until: later(NOW, HOUR) },
      ends: 'by itself',
    },
    {
      person: id<'person'>('noor'),
      target: id<'target'>('orders-stage'),
      says: 'group: operators, #1; done',
      window: { from: later(NOW, HOUR), until: later(NOW, 4 * HOUR) },
      ends: 'only when taken away',
    },
  ],
})
export const failing = told({
  basis: { is: 'live' },
  requests: [
    { ...request, state: 'granting', decision: { is: 'allowed', approvers: [], rule: 'sandbox', at: null } },
    {
      ...request,
      id: id<'request'>('reports'),
      path: 'config/requests/reports.yaml',
      person: id<'person'>('noor'),
      reason: null,
      ticket: null,
      items: [stage],
      state: 'blocked',
      decision: { is: 'undecided', because: 'orders-stage could not be read' },
    },
  ],
  steps: [give, take],
  outcomes,
  blocked: [
    {
      grants: [id<'grant'>('reports/noor/orders-stage/sqs')],
      because: 'orders-stage could not be read, so nothing is given there.',
      cure: 'Look why sts:AssumeRole was denied.',
      at: at('config/requests/reports.yaml', 4),
    },
  ],
  lateness: null,
  alarms: [
    'The settings of commit 9c1185a were not approved by two owners: they count for nothing until they are.',
    'The account orders-stage could not be read: AccessDenied.',
  ],
})

export const STORIES: Readonly<Record<string, Story>> = { waiting, refused, ready, failing }
