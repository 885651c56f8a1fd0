// What is there of Daypass in an account, asked with the account's own role: it only reads.

import type { Answer } from '../../core/model/edge-error.ts'
import type { Aws, IamOutput } from '../../edges/aws/aws.ts'
import { type AccountDetails, readAccount } from '../../modes/aws/account.ts'
import type { RoleBlueprint, Shape } from '../blueprint/blueprint.ts'
import { filled } from '../blueprint/names.ts'
import { type Simulated, simulate } from './denied.ts'

export interface Looked {
  /** Whom AWS says we are there: nothing else is asked where we could not come in. */
  readonly identity: Awaited<ReturnType<Aws['identity']>>
  readonly details: Answer<AccountDetails> | null
  /** By title of the role. */
  readonly simulated: ReadonlyMap<string, Simulated>
  readonly provider: Answer<IamOutput<'GetOpenIDConnectProvider'>> | null
}

/** A role as it must stand in one account. */
export const roleIn = (role: RoleBlueprint, account: string, partition: string): RoleBlueprint => ({
  ...role,
  trust: filled(role.trust, { account, partition }),
  policy: filled(role.policy, { account, partition }),
})

export const roleArn = ({ path, name }: RoleBlueprint, account: string, partition: string): string =>
  `arn:${partition}:iam::${account}:role${path}${name}`

export const boundaryArn = ({ boundary }: Shape, account: string, partition: string): string =>
  `arn:${partition}:iam::${account}:policy${boundary.path}${boundary.name}`

/** Simulating costs a call a role: only those are asked for that stand there. */
export async function lookInto(aws: Aws, shape: Shape, account: string): Promise<Looked> {
  const identity = await aws.identity(account)
  const nothing = { identity, details: null, simulated: new Map<string, Simulated>(), provider: null }
  if (identity.is === 'unknown' || identity.value.account !== account) return nothing
  const { partition } = aws
  const details = await readAccount(aws, account, ['User', 'Group', 'Role', 'LocalManagedPolicy'])
  const there = new Set(details.is === 'known' ? details.value.roles.map(({ Arn }) => Arn ?? '') : [])
  const asked = shape.roles.filter((role) => there.has(roleArn(role, account, partition)))
  const answers = await Promise.all(
    asked
      .filter(({ title }) => !title.startsWith('hub-'))
      .map(
        async (role): Promise<readonly [string, Simulated]> => [
          role.title,
          await simulate(aws, account, roleArn(role, account, partition), boundaryArn(shape, account, partition)),
        ],
      ),
  )
  const provider =
    shape.provider === null
      ? null
      : await aws.iam(account, 'GetOpenIDConnectProvider', {
          OpenIDConnectProviderArn: `arn:${partition}:iam::${account}:oidc-provider/${shape.provider.host}`,
        })
  return { identity, details, simulated: new Map(answers), provider }
}
