// Whether the roles for people from Okta stand in an account as they were printed; what is written into them is Daypass's own.

import type { AccountDetails } from '../../modes/aws/account.ts'
import type { PoolBlueprint } from '../blueprint/blueprint.ts'
import { filled } from '../blueprint/names.ts'
import { type Check, fine } from '../check.ts'
import { differenceLines, differenceOf, isMore, isSame, storedJson } from './document.ts'
import { boundaryCheck } from './role.ts'

const AGAIN = 'deploy what `daypass setup` prints'

export interface PoolAsked {
  readonly pool: PoolBlueprint
  readonly account: string
  readonly partition: string
  readonly details: AccountDetails
}

/** One line for all roles that stand as printed, and one for each that does not. */
export function poolChecks({ pool, account, partition, details }: PoolAsked): readonly Check[] {
  const open = { account, partition }
  const ceiling = `arn:${partition}:iam::${account}:policy${pool.boundary.path}${pool.boundary.name}`
  const policy = details.policies.find(({ Arn }) => Arn === ceiling)
  const text = policy?.PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion === true)?.Document
  const trust = filled(pool.trust, open)
  const wrong = pool.names.flatMap((name): readonly Check[] => {
    const about = `role ${pool.path.slice(1)}${name}`
    const there = details.roles.find(({ RoleName }) => RoleName === name)
    if (there === undefined) return [{ state: 'missing', about, says: 'is not there', cure: AGAIN }]
    if (there.Path !== pool.path)
      return [
        {
          state: 'danger',
          about,
          says: `is there under another path: ${there.Path ?? '?'}`,
          cure: 'delete or rename it',
        },
      ]
    const stored = storedJson(there.AssumeRolePolicyDocument)
    const difference = stored === undefined ? null : differenceOf(trust, stored)
    const bounded = there.PermissionsBoundary?.PermissionsBoundaryArn === ceiling
    return [
      ...(difference !== null && isSame(difference)
        ? []
        : [
            {
              state: difference === null || isMore(difference) ? ('danger' as const) : ('differs' as const),
              about: `${about}: trust`,
              says: 'trusts others than was printed',
              cure: AGAIN,
              ...(difference === null ? {} : { difference: differenceLines(difference) }),
            },
          ]),
      ...(bounded
        ? []
        : [
            {
              state: 'danger' as const,
              about: `${about}: boundary`,
              says: 'does not have the boundary that was printed',
              cure: AGAIN,
            },
          ]),
    ]
  })
  return [
    boundaryCheck(ceiling, filled(pool.boundary.document, open), text),
    ...(wrong.length === 0 ? [fine('roles for people from Okta', `all ${pool.names.length} as printed`)] : wrong),
  ]
}
