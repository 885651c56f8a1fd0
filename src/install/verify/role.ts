// Whether a role stands in an account as it was printed: ours, trusting whom it should, able to do what it should, and no more.

import type { Json } from '../../core/model/policy-document.ts'
import type { RoleDetail } from '../../modes/aws/account.ts'
import type { RoleBlueprint } from '../blueprint/blueprint.ts'
import { type Check, fine } from '../check.ts'
import { differenceLines, differenceOf, isMore, isSame, storedJson } from './document.ts'

const AGAIN = 'deploy what `daypass setup` prints'

interface Compared {
  readonly about: string
  readonly printed: Json
  readonly there: Json | undefined
  /** What more of it would mean. */
  readonly more: string
}

function compared({ about, printed, there, more }: Compared): Check {
  if (there === undefined) return { state: 'missing', about, says: 'is not there', cure: AGAIN }
  const difference = differenceOf(printed, there)
  if (isSame(difference)) return fine(about, 'as printed')
  const dangerous = isMore(difference)
  return {
    state: dangerous ? 'danger' : 'differs',
    about,
    says: dangerous ? more : 'does not say all that was printed',
    cure: AGAIN,
    difference: differenceLines(difference),
  }
}

/** Policies beside the one that was printed. */
function besides(about: string, there: RoleDetail): readonly Check[] {
  const inline = (there.RolePolicyList ?? []).flatMap(({ PolicyName }) =>
    PolicyName === 'daypass' ? [] : [PolicyName ?? '?'],
  )
  const attached = (there.AttachedManagedPolicies ?? []).map(({ PolicyArn }) => PolicyArn ?? '?')
  const more = [...inline, ...attached]
  if (more.length === 0) return []
  return [
    {
      state: 'danger',
      about: `${about}: policies`,
      says: `has more policies than were printed: ${more.sort().join(', ')}`,
      cure: 'take them off the role; nothing of Daypass needs them',
    },
  ]
}

function bounded(about: string, arn: string, there: RoleDetail): Check {
  const has = there.PermissionsBoundary?.PermissionsBoundaryArn
  if (has === arn) return fine(`${about}: boundary`, 'is set')
  return {
    state: 'danger',
    about: `${about}: boundary`,
    says: has === undefined ? 'has no permissions boundary' : `has another permissions boundary: ${has}`,
    cure: AGAIN,
  }
}

const isOurs = (there: RoleDetail, tags: Readonly<Record<string, string>>): boolean =>
  Object.entries(tags).every(
    ([key, value]) => there.Tags?.some((tag) => tag.Key === key && tag.Value === value) === true,
  )

export interface RoleAsked {
  /** With every open word filled in. */
  readonly printed: RoleBlueprint
  readonly boundaryArn: string
  readonly tags: Readonly<Record<string, string>>
  readonly there: RoleDetail | undefined
}

/** A role that is called like ours and does not say that it is ours is never taken for ours. */
export function roleChecks({ printed, boundaryArn, tags, there }: RoleAsked): readonly Check[] {
  const about = `role ${printed.path.slice(1)}${printed.name}`
  if (there === undefined) return [{ state: 'missing', about, says: 'is not there', cure: AGAIN }]
  if (there.Path !== printed.path || !isOurs(there, tags))
    return [
      {
        state: 'danger',
        about,
        says:
          there.Path === printed.path
            ? 'is there, and does not bear the mark of this installation: somebody else made it'
            : `is there under another path: ${there.Path ?? '?'}`,
        cure: 'delete or rename it, or choose other names under `roles` in integrations/aws.yaml; it is not used as it is',
      },
    ]
  const inline = there.RolePolicyList?.find(({ PolicyName }) => PolicyName === 'daypass')
  return [
    compared({
      about: `${about}: trust`,
      printed: printed.trust,
      there: storedJson(there.AssumeRolePolicyDocument),
      more: 'trusts more than was printed',
    }),
    compared({
      about: `${about}: policy`,
      printed: printed.policy,
      there: storedJson(inline?.PolicyDocument),
      more: 'can do more than was printed',
    }),
    ...besides(about, there),
    bounded(about, boundaryArn, there),
  ]
}

/** The ceiling itself. */
export function boundaryCheck(arn: string, printed: Json, there: string | undefined): Check {
  return compared({
    about: `policy ${arn.slice(arn.indexOf(':policy/') + ':policy/'.length)}`,
    printed,
    there: storedJson(there),
    more: 'allows more than was printed',
  })
}
