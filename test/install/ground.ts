// An installation on the sandbox as `daypass setup` prints it, and the people and things around it.

import { id } from '../../src/core/model/id.ts'
import type { Account, AwsIntegration, Job, OktaIntegration, Settings, Trust } from '../../src/core/model/settings.ts'
import { installedIn } from '../../src/entry/commands/demo/installed.ts'
import type { Blueprint } from '../../src/install/blueprint/blueprint.ts'
import { blueprintOf, isMissing } from '../../src/install/blueprint/shapes.ts'
import type { Who } from '../../src/sandbox/access.ts'
import { type AccountDraft, account, allowing, awsWorld, trusting } from '../../src/sandbox/aws/build.ts'
import type { World } from '../../src/sandbox/world.ts'
import { anAccount, HERE, NOON, someSettings } from '../support/builders.ts'

export const HUB = '999900001111'
export const TARGET = '111122223333'
export const CENTER = '222233334444'
export const LEGACY = '666677778888'

export const TRUST: Trust = {
  repository: 'harbor-goods/access',
  repositoryId: 4242,
  ownerId: 4200,
  branch: 'main',
  workflows: null,
  administrators: ['OrganizationAccountAccessRole'],
}

const hubArn = (partition: string, job: Job): string => `arn:${partition}:iam::${HUB}:role/daypass/hub-${job}`

export const ACCOUNTS: readonly Account[] = [
  anAccount('orders', { id: TARGET, mode: id('iam-user') }),
  anAccount('data', { id: CENTER, mode: id('identity-center') }),
  anAccount('legacy', { id: LEGACY, mode: id('okta-saml') }),
]

const OKTA = (partition: string): OktaIntegration => ({
  host: 'harbor.okta.com',
  credential: {
    in: 'secret',
    arn: `arn:${partition}:secretsmanager:eu-west-1:999900001111:secret:daypass/okta-a1b2c3`,
    at: HERE,
  },
  match: 'login',
  directory: null,
  federation: [
    {
      account: id('legacy'),
      app: '0oa00000000000000009',
      provider: 'Okta',
      roles: 3,
      marker: 'managedByDaypass',
      at: HERE,
    },
  ],
  closing: false,
  at: HERE,
})

export function installable(more: Partial<AwsIntegration> = {}): Settings & { readonly aws: AwsIntegration } {
  const partition = more.partition ?? 'aws'
  const settings = someSettings()
  return {
    ...settings,
    installation: 'harbor',
    okta: OKTA(partition),
    aws: {
      partition,
      region: 'eu-west-1',
      hub: {
        apply: hubArn(partition, 'apply'),
        expire: hubArn(partition, 'expire'),
        inventory: hubArn(partition, 'inventory'),
      },
      roles: { apply: 'daypass/apply', expire: 'daypass/expire', inventory: 'daypass/inventory' },
      externalId: 'harbor-daypass',
      inventory: { aggregator: 'eu-west-1' },
      identityCenter: {
        home: HUB,
        region: 'eu-west-1',
        match: 'userName',
        managementAccount: 'refused',
        sets: 'separate',
      },
      trust: TRUST,
      handsOut: { groups: ['readers'], policies: ['careful'] },
      accounts: ACCOUNTS,
      ...more,
    },
  }
}

export function printed(settings: Settings): Blueprint {
  const blueprint = blueprintOf(settings)
  if (isMissing(blueprint)) throw new Error(blueprint.says)
  return blueprint
}

/** Roles and people who were there before Daypass came. */
const BEFORE: AccountDraft = {
  users: { marta: {}, admin: { attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] } },
  groups: { readers: {}, admins: {} },
  roles: {
    OrganizationAccountAccessRole: {
      trust: trusting({ AWS: HUB }),
      attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    },
  },
  policies: { careful: { document: allowing('s3:GetObject', '*') }, payroll: { document: allowing('s3:*', '*') } },
}

/** The world in which everything that setup prints was deployed. */
export function deployed(settings: Settings): Pick<World, 'aws'> {
  const drafts = [...installedIn(settings)].map(([one, ours]) =>
    account(one, {
      ...BEFORE,
      ...ours,
      roles: { ...BEFORE.roles, ...ours.roles },
      policies: { ...BEFORE.policies, ...ours.policies },
    }),
  )
  return { aws: awsWorld({ partition: settings.aws?.partition ?? 'aws', accounts: drafts }) }
}

/** A session of one of Daypass's own roles, as it would be stolen. */
export const thief = (at: string, role: string): Who => ({ account: at, role, sessionName: 'daypass-7' })

export const NOW = NOON
