// The acts of the demo, in order.

import { editHeldPolicy, takeAwayByHand } from './by-hand.ts'
import {
  type Asked,
  approve,
  clock,
  example,
  lastCall,
  merge,
  propose,
  pushToMain,
  type Question,
  run,
  type Stage,
  tellAccess,
  tellCalls,
  tellComment,
  tellFile,
  tellMembers,
  tellReport,
  tellSearch,
  tellVerdict,
} from './play.ts'

export interface Act {
  readonly title: string
  play(stage: Stage): Promise<void>
}

const PROD = '111122223333'
const DEAD_LETTERS = `arn:aws:sqs:eu-west-1:${PROD}:orders-dead-letters`

const DASHBOARDS = 'Grafana Admins'

const ANALYTICS = '222233334444'
const FINANCE = `arn:aws:athena:eu-west-1:${ANALYTICS}:workgroup/finance`

const SHOP = '888899990000'
const STOCK = `arn:aws:dynamodb:eu-west-1:${SHOP}:table/stock`

const SHOP_QUESTIONS: readonly Question[] = [
  { person: 'jonas', account: SHOP, action: 'dynamodb:Query', resource: STOCK },
  { person: 'jonas', account: SHOP, action: 'dynamodb:DeleteItem', resource: STOCK },
  { person: 'marta', account: SHOP, action: 'dynamodb:Query', resource: STOCK },
]

const EXPORTS = 'arn:aws:s3:::orders-exports'

const EXPORTS_QUESTIONS: readonly Question[] = [
  { person: 'lena', account: PROD, action: 's3:GetObject', resource: `${EXPORTS}/2026/12/shop.csv` },
  { person: 'lena', account: PROD, action: 's3:GetObject', resource: `${EXPORTS}/2026/11/shop.csv` },
  { person: 'lena', account: PROD, action: 's3:PutObject', resource: `${EXPORTS}/2026/12/shop.csv` },
]

const PORTAL_QUESTIONS: readonly Question[] = [
  { person: 'lena', account: ANALYTICS, action: 'athena:StartQueryExecution', resource: FINANCE },
  {
    person: 'lena',
    account: ANALYTICS,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::harbor-warehouse/2026/q4.parquet',
  },
  { person: 'jonas', account: ANALYTICS, action: 'athena:StartQueryExecution', resource: FINANCE },
]

const QUESTIONS: readonly Question[] = [
  { person: 'marta', account: PROD, action: 'sqs:ReceiveMessage', resource: DEAD_LETTERS },
  {
    person: 'marta',
    account: PROD,
    action: 'logs:GetLogEvents',
    resource: `arn:aws:logs:eu-west-1:${PROD}:log-group:/orders:log-stream:app`,
  },
  { person: 'marta', account: PROD, action: 'sqs:DeleteQueue', resource: DEAD_LETTERS },
  { person: 'marta', account: PROD, action: 'sqs:ReceiveMessage', resource: `arn:aws:sqs:eu-west-1:${PROD}:payments` },
  { person: 'marta', account: PROD, action: 'iam:CreateUser', resource: `arn:aws:iam::${PROD}:user/marta-two` },
  { person: 'jonas', account: PROD, action: 'sqs:ReceiveMessage', resource: DEAD_LETTERS },
]

/** Opens, has approved, and merges an example request; gives its pull request. */
async function landed(stage: Stage, asked: Asked, approvers: readonly string[]): Promise<number> {
  const pull = propose(stage, asked)
  for (const approver of approvers) approve(stage, approver, pull)
  merge(stage, asked.by, pull)
  return pull
}

async function applied(stage: Stage): Promise<void> {
  const since = lastCall(stage)
  tellVerdict(stage, await run(stage, 'apply', { start: stage.company.start }))
  tellCalls(stage, since)
}

export const ACTS: readonly Act[] = [
  {
    title: 'Marta asks, by a pull request with one file',
    async play(stage) {
      const asked = example(stage, 'marta-orders-queue', 'marta')
      tellFile(stage, asked)
      const pull = propose(stage, asked)
      stage.tell('Daypass says on the pull request:')
      tellReport(stage, await run(stage, 'plan', { 'pull-request': String(pull) }))
    },
  },
  {
    title: 'Tomas, who leads the orders team, approves; Marta merges; Daypass gives',
    async play(stage) {
      clock(stage, 10 * 60)
      approve(stage, 'tomas', 1)
      stage.tell('Daypass says on the pull request:')
      tellVerdict(stage, await run(stage, 'plan', { 'pull-request': '1' }))
      merge(stage, 'marta', 1)
      stage.tell('After the merge the apply job runs:')
      await applied(stage)
      stage.tell('The comment on the pull request says by now:')
      tellComment(stage, 1)
    },
  },
  {
    title: 'What Marta can do now, judged by an evaluator that shares no code with Daypass',
    async play(stage) {
      tellAccess(stage, QUESTIONS)
    },
  },
  {
    title: 'Two hours later, before any job has run',
    async play(stage) {
      clock(stage, 2 * 60 * 60)
      tellAccess(stage, QUESTIONS.slice(0, 2))
    },
  },
  {
    title: 'The scheduled expire job tidies up, and says so on the pull request',
    async play(stage) {
      const since = lastCall(stage)
      tellVerdict(stage, await run(stage, 'expire'))
      tellCalls(stage, since)
      stage.tell('The comment on the pull request says by now:')
      tellComment(stage, 1)
    },
  },
  {
    title: 'Somebody widens what Lena was given: the next run shrinks it again',
    async play(stage) {
      await landed(stage, example(stage, 'lena-stage-numbers', 'lena'), ['greta'])
      await applied(stage)
      editHeldPolicy(stage, 'lena', { Effect: 'Allow', Action: 's3:*', Resource: '*' })
      stage.tell('By hand, in the AWS console, `s3:*` on everything is added to her policy.')
      await applied(stage)
    },
  },
  {
    title: 'Somebody takes it away by hand: it stays away, and is told',
    async play(stage) {
      takeAwayByHand(stage, 'lena')
      stage.tell('By hand, in the AWS console, her policies are detached.')
      await applied(stage)
    },
  },
  {
    title: 'Lena asks for an account of IAM Identity Center: a set of her own, and one that the team has',
    async play(stage) {
      const asked = example(stage, 'lena-quarter-numbers', 'lena')
      tellFile(stage, asked)
      const pull = await landed(stage, asked, ['samir'])
      await applied(stage)
      tellAccess(stage, PORTAL_QUESTIONS)
      stage.tell('The comment on the pull request says:')
      tellComment(stage, pull)
      clock(stage, 4 * 60 * 60)
      tellAccess(stage, PORTAL_QUESTIONS.slice(0, 2))
      const since = lastCall(stage)
      tellVerdict(stage, await run(stage, 'expire'))
      tellCalls(stage, since)
      tellAccess(stage, PORTAL_QUESTIONS.slice(0, 2))
    },
  },
  {
    title: 'Jonas asks for a group of Okta, which ends only because Daypass ends it',
    async play(stage) {
      const asked = example(stage, 'jonas-dashboards', 'jonas')
      tellFile(stage, asked)
      await landed(stage, asked, ['tomas'])
      await applied(stage)
      tellMembers(stage, DASHBOARDS, ['jonas', 'aiko', 'marta'])
      clock(stage, 2 * 60 * 60)
      const since = lastCall(stage)
      tellVerdict(stage, await run(stage, 'expire'))
      tellCalls(stage, since)
      tellMembers(stage, DASHBOARDS, ['jonas', 'aiko'])
    },
  },
  {
    title: 'Jonas asks for the old shop, which he enters through Okta: a role of a pool is lent to him',
    async play(stage) {
      const asked = example(stage, 'jonas-old-stock', 'jonas')
      tellFile(stage, asked)
      const pull = await landed(stage, asked, ['tomas'])
      await applied(stage)
      tellAccess(stage, SHOP_QUESTIONS)
      stage.tell('The comment on the pull request says:')
      tellComment(stage, pull)
      clock(stage, 60 * 60)
      tellAccess(stage, SHOP_QUESTIONS.slice(0, 1))
      const since = lastCall(stage)
      tellVerdict(stage, await run(stage, 'expire'))
      tellCalls(stage, since)
    },
  },
  {
    title: 'The inventory knows what there is: Lena finds a bucket, and asks for what December left in it',
    async play(stage) {
      tellVerdict(stage, await run(stage, 'inventory'))
      await tellSearch(stage, 'type:bucket account:prod')
      const asked = example(stage, 'lena-december-exports', 'lena')
      tellFile(stage, asked)
      await landed(stage, asked, ['tomas'])
      await applied(stage)
      tellAccess(stage, EXPORTS_QUESTIONS)
      clock(stage, 2 * 60 * 60)
      const since = lastCall(stage)
      tellVerdict(stage, await run(stage, 'expire'))
      tellCalls(stage, since)
    },
  },
  {
    title: 'Felix pushes a request straight to main, past every review',
    async play(stage) {
      const asked = example(stage, 'jonas-repair-order', 'jonas')
      pushToMain(stage, 'felix', asked.path, asked.text)
      clock(stage, 10 * 60)
      await applied(stage)
    },
  },
]
