// Which accounts are used how, and what each of them gets.

import type { AwsIntegration, Job, Settings, Trust } from '../../core/model/settings.ts'
import type { Blueprint, Part, Place, RoleBlueprint, Shape } from './blueprint.ts'
import { boundaryOf, iamArn, JOBS } from './boundary.ts'
import { type Names, namesOf, PARTITION } from './names.ts'
import { operationsFor } from './operations.ts'
import { organisationOf } from './organisation.ts'
import { documentOf, statementsOf } from './permissions.ts'
import { poolOf } from './pool.ts'
import { tooLong } from './sizes.ts'
import { readingTheKey } from './okta-key.ts'
import { accountTrust, AUDIENCE, ENTERING, HOST, hubTrust } from './trust.ts'

const pathOf = (role: string): string => `/${role.slice(0, role.lastIndexOf('/') + 1)}`
const nameOf = (role: string): string => role.slice(role.lastIndexOf('/') + 1)
const accountOf = (arn: string): string => arn.split(':')[4] ?? ''
const roleOf = (arn: string): string => arn.slice(arn.indexOf(':role/') + ':role/'.length)

/** An account may be hub, home and target at once. */
function partsByAccount(aws: AwsIntegration): ReadonlyMap<string, readonly Part[]> {
  const uses: readonly (readonly [string, Part])[] = [
    ...Object.values(aws.hub).flatMap((arn) => (arn === null ? [] : [[accountOf(arn), 'hub'] as const])),
    ...(aws.identityCenter === null ? [] : [[aws.identityCenter.home, 'home'] as const]),
    ...aws.accounts.map(({ id, mode }) => [id, mode] as const),
  ]
  const grouped = Map.groupBy(uses, ([account]) => account)
  return new Map([...grouped].map(([account, all]) => [account, [...new Set(all.map(([, part]) => part))]]))
}

interface Building {
  readonly settings: Settings
  readonly aws: AwsIntegration
  readonly trust: Trust
  readonly parts: readonly Part[]
}

function hubRoles({ settings, aws, trust }: Building, account: string): readonly RoleBlueprint[] {
  return JOBS.flatMap((job): RoleBlueprint[] => {
    const arn = aws.hub[job]
    if (arn === null || accountOf(arn) !== account) return []
    const into = `arn:${PARTITION}:iam::*:role/${aws.roles[job]}`
    return [
      {
        title: `hub-${job}`,
        job,
        path: pathOf(roleOf(arn)),
        name: nameOf(roleOf(arn)),
        description: `The job ${job} of ${trust.repository} enters here, and goes on to the role ${aws.roles[job]} of each account.`,
        trust: hubTrust(trust, job),
        policy: documentOf([
          { sid: 'OnlyToEnter', effect: 'Allow', actions: { only: ENTERING }, resources: { only: [into] }, conditions: {} },
          ...readingTheKey(settings),
        ]),
      },
    ]
  })
}

/** What people get to read in the console. */
const DOES: Readonly<Record<Job, string>> = {
  apply: 'gives and takes away what was approved',
  expire: 'takes away what has ended, and can give nothing',
  inventory: 'only reads',
}

/** Nothing in the management account, where no service control policy holds, unless owners say so. */
function guarded({ aws, parts }: Building, job: Job) {
  const { identityCenter: center } = aws
  const target = center !== null && aws.accounts.some(({ id, mode }) => id === center.home && mode === 'identity-center')
  if (job !== 'apply' || !parts.includes('home') || center === null || center.managementAccount === 'allowed' || target)
    return []
  const home = `arn:${PARTITION}:sso:::account/${center.home}`
  return [
    {
      sid: 'NeverHome',
      effect: 'Deny' as const,
      actions: { only: ['sso:CreateAccountAssignment', 'sso:ProvisionPermissionSet'] },
      resources: { only: [home] },
      conditions: {},
    },
  ]
}

const namesIn = ({ settings, aws }: Building): Names => ({
  ...namesOf(settings, aws),
  ...Object.fromEntries(JOBS.map((job) => [`roles.${job}`, aws.roles[job]])),
})

function accountRoles(building: Building): readonly RoleBlueprint[] {
  const { settings, aws, parts } = building
  const names = namesIn(building)
  return JOBS.flatMap((job): RoleBlueprint[] => {
    const hub = aws.hub[job]
    const idle = job !== 'inventory' && parts.every((part) => part === 'hub')
    if (hub === null || idle) return []
    const role = aws.roles[job]
    return [
      {
        title: job,
        job,
        path: pathOf(role),
        name: nameOf(role),
        description: `Daypass (${settings.installation}): ${DOES[job]}.`,
        trust: accountTrust(hub, aws.externalId),
        policy: documentOf([...statementsOf(operationsFor(parts, job, settings), names), ...guarded(building, job)]),
      },
    ]
  })
}

const arnOf = ({ path, name }: RoleBlueprint): string => iamArn(`role${path}${name}`)

/** Roles named in the hub's account are part of its shape, so the accounts of a shape with the part `hub` are one. */
function shapeOf(building: Building, name: string, places: readonly Place[]): Shape {
  const { settings, parts } = building
  const roles = [...(parts.includes('hub') ? hubRoles(building, places[0]?.id ?? '') : []), ...accountRoles(building)]
  return {
    name,
    parts,
    places,
    boundary: boundaryOf({ settings, parts, names: namesIn(building), own: roles.map(arnOf) }),
    roles,
    pool: poolOf(
      settings,
      building.aws,
      places.map(({ id }) => id),
    ),
    provider: parts.includes('hub') ? { host: HOST, audience: AUDIENCE } : null,
  }
}

/** Accounts that people enter through Okta are alike only where provider and number of roles are. */
function entered({ aws, okta }: Settings, id: string): string {
  const name = aws?.accounts.find((one) => one.id === id && one.mode === 'okta-saml')?.name
  const app = okta?.federation.find(({ account }) => account === name)
  return app === undefined ? '' : `-${app.provider.replace(/[^A-Za-z0-9-]+/g, '-')}-${app.roles}`
}

/** What stands in the way of a blueprint, in words for owners. */
export interface Missing {
  readonly is: 'missing'
  readonly says: string
  readonly cure: string
}

export function blueprintOf(settings: Settings): Blueprint | Missing {
  const { aws } = settings
  if (aws === null)
    return { is: 'missing', says: 'The settings name no AWS accounts.', cure: 'Write integrations/aws.yaml.' }
  if (aws.trust === null)
    return {
      is: 'missing',
      says: 'integrations/aws.yaml does not say whose jobs the roles trust.',
      cure: 'Add `trust: {repository: OWNER/NAME, repositoryId: …, ownerId: …}`; both ids: gh api repos/OWNER/NAME --jq \'.id, .owner.id\'',
    }
  const without = JOBS.filter((job) => aws.hub[job] === null)
  if (without.length > 0)
    return {
      is: 'missing',
      says: `integrations/aws.yaml names no hub role for ${without.join(', ')}.`,
      cure: 'Name all three under `hub`: the ARNs they are to have, such as arn:aws:iam::<hub account>:role/daypass/hub-apply',
    }
  const { trust } = aws
  const nameById = new Map(aws.accounts.map(({ id, name }): [string, string] => [id, name]))
  const used = [...partsByAccount(aws)]
  const groups = Map.groupBy(used, ([id, parts]) =>
    [...parts].sort().join('-').concat(parts.includes('hub') ? `-${id}` : '', entered(settings, id)),
  )
  const shapes = [...groups].map(([name, accounts]) =>
    shapeOf(
      { settings, aws, trust, parts: accounts[0]?.[1] ?? [] },
      name,
      accounts.map(([id]) => ({ id, name: nameById.get(id) ?? null })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  )
  const blueprint: Blueprint = {
    installation: settings.installation,
    partition: aws.partition,
    region: aws.region,
    tags: { 'daypass:installation': settings.installation },
    shapes: shapes.sort((a, b) => (a.name < b.name ? -1 : 1)),
    inventory: aws.inventory === null ? null : { ...aws.inventory, reader: nameOf(aws.roles.inventory) },
    organisation: organisationOf(settings, aws, trust),
  }
  const [long] = tooLong(blueprint)
  return long === undefined
    ? blueprint
    : {
        is: 'missing',
        says: `${long.what} would take ${long.takes} characters, and AWS takes ${long.most}.`,
        cure: 'List fewer names under `handsOut` or `administrators`: one with a wildcard stands for many.',
      }
}

export const isMissing = (made: Blueprint | Missing): made is Missing => 'is' in made
