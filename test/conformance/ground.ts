// A sandbox with a hub, two accounts of IAM users, and Daypass's way into them.

import type { Account, Settings } from '../../src/core/model/settings.ts'
import { type Instant, instantOf } from '../../src/core/model/time.ts'
import { type Aws, openAws } from '../../src/edges/aws/aws.ts'
import {
  type AccountDraft,
  account,
  allowing,
  awsWorld,
  keyOf,
  trusting,
  withKey,
} from '../../src/sandbox/aws/build.ts'
import type { AwsWorld } from '../../src/sandbox/aws/world.ts'
import { emptyGithub } from '../../src/sandbox/github/world.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import { anAccount, aPerson, NOON, someSettings } from '../support/builders.ts'

export const HUB = '999988887777'
export const PROD = '111122223333'
export const STAGE = '444455556666'

/** Everything Daypass could want: what it really may do is for the tests of its own roles. */
const spoke = (draft: AccountDraft): AccountDraft => ({
  ...draft,
  roles: {
    'daypass-apply': {
      path: '/daypass/',
      trust: trusting({ AWS: `arn:aws:iam::${HUB}:root` }, { StringEquals: { 'sts:ExternalId': 'acme-7' } }, [
        'sts:AssumeRole',
        'sts:TagSession',
        'sts:SetSourceIdentity',
      ]),
      inline: { work: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iam:*', Resource: '*' }] } },
    },
    ...draft.roles,
  },
})

const leave = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'], Resource: '*' },
  ],
}

export const someAws = (prod: AccountDraft, stage: AccountDraft = {}, more: Partial<AwsWorld> = {}): AwsWorld =>
  withKey(
    {
      ...awsWorld({
        accounts: [
          account(HUB, {
            users: { runner: { inline: { leave } } },
            githubAudiences: ['sts.amazonaws.com'],
            roles: {
              'daypass-hub': {
                trust: trusting(
                  { Federated: `arn:aws:iam::${HUB}:oidc-provider/token.actions.githubusercontent.com` },
                  { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
                  'sts:AssumeRoleWithWebIdentity',
                ),
                inline: { leave },
              },
            },
          }),
          account(PROD, spoke(prod)),
          account(STAGE, spoke(stage)),
        ],
      }),
      ...more,
    },
    HUB,
    'runner',
  )

/** The same world, where the role that Daypass enters by may do this. */
export const permitting = (world: AwsWorld, may: readonly string[]): AwsWorld => ({
  ...world,
  accounts: Object.fromEntries(
    Object.entries(world.accounts).map(([id, one]) => {
      const role = one.roles['daypass-apply']
      const inline = { work: JSON.stringify(allowing(may, '*')) }
      return [id, role === undefined ? one : { ...one, roles: { ...one.roles, 'daypass-apply': { ...role, inline } } }]
    }),
  ),
})

export const settingsOf = (more: readonly Partial<Account>[] = [{}, {}]): Settings => {
  const accounts = [
    anAccount('prod', { id: PROD, mode: 'iam-user' as Account['mode'], ...more[0] }),
    anAccount('stage', { id: STAGE, mode: 'iam-user' as Account['mode'], ...more[1] }),
  ]
  const settings = someSettings({ accounts, people: [aPerson('marta'), aPerson('mario')] })
  if (settings.aws === null) throw new Error('settings without AWS')
  const role = 'daypass/daypass-apply'
  return {
    ...settings,
    installation: 'acme',
    aws: { ...settings.aws, externalId: 'acme-7', roles: { apply: role, expire: role, inventory: role } },
  }
}

export const startGround = (aws: AwsWorld, now: Instant = NOON): Promise<Sandbox> =>
  startSandbox({ world: { aws, github: emptyGithub(now) }, now })

export const environmentFor = (sandbox: Sandbox): Readonly<Record<string, string>> => ({
  AWS_ENDPOINT_URL: `${sandbox.url}/aws`,
  AWS_ACCESS_KEY_ID: keyOf(HUB, 'runner').accessKeyId,
  AWS_SECRET_ACCESS_KEY: keyOf(HUB, 'runner').secretAccessKey,
})

export interface Heard {
  readonly secrets: string[]
  readonly slept: number[]
}

export const awsFor = (
  sandbox: Sandbox,
  settings: Settings,
  environment: Readonly<Record<string, string>> = environmentFor(sandbox),
  heard: Heard = { secrets: [], slept: [] },
): Aws => {
  if (settings.aws === null) throw new Error('settings without AWS')
  return openAws({
    integration: settings.aws,
    installation: settings.installation,
    job: 'apply',
    run: '4711',
    environment,
    setSecret: (secret) => heard.secrets.push(secret),
    pause: {
      async sleep(milliseconds) {
        heard.slept.push(milliseconds)
      },
      random: () => 0,
    },
    ticks: () => 0,
  })
}

export const clockOf = (sandbox: Sandbox): Instant => instantOf(sandbox.clock.now())
