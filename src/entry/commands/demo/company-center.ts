// The example company's IAM Identity Center: its organisation, its people, and the sets it has.

import type { AwsIntegration, Settings } from '../../../core/model/settings.ts'
import { ASSIGNABLE_TAG } from '../../../modes/identity-center/naming.ts'
import { type SetDraft, withIdentityCenter } from '../../../sandbox/aws/identity-center/build.ts'
import { organization } from '../../../sandbox/aws/organizations/build.ts'
import type { MemberAccount } from '../../../sandbox/aws/organizations/world.ts'
import type { World } from '../../../sandbox/world.ts'

/** What Identity Center has before Daypass comes. */
export interface CenterMore {
  /** By name; each may be assigned by Daypass unless its `tags` say otherwise. */
  readonly sets?: Readonly<Record<string, SetDraft>>
  /** Account by its name, person by handle. */
  readonly assignments?: readonly { readonly account: string; readonly set: string; readonly person: string }[]
  /** People by handle who cannot sign in. */
  readonly disabled?: readonly string[]
  /** Accounts by name that differ from active ones. */
  readonly accounts?: Readonly<Record<string, MemberAccount['status'] | 'outside'>>
  /** The management account, where it is not the home account. */
  readonly management?: string
}

/** The world with the company's organisation and Identity Center; people are called there by their e-mail. */
export function centerOf(settings: Settings, aws: AwsIntegration, world: World['aws'], more: CenterMore): World['aws'] {
  const { identityCenter } = aws
  if (identityCenter === null) return world
  const idOf = (name: string): string => aws.accounts.find((one) => one.name === name)?.id ?? name
  const emailOf = (handle: string): string =>
    [...settings.people.values()].find((one) => one.handle === handle)?.email ?? handle
  const members = Object.keys(world.accounts).flatMap((id): [string, Partial<MemberAccount>][] => {
    const account = aws.accounts.find((one) => one.id === id)
    const status = account === undefined ? undefined : more.accounts?.[account.name]
    if (status === 'outside') return []
    return [
      [id, { ...(account === undefined ? {} : { name: account.name }), ...(status === undefined ? {} : { status }) }],
    ]
  })
  const management = more.management === undefined ? identityCenter.home : idOf(more.management)
  const organized = {
    ...world,
    region: identityCenter.region,
    organizations: organization({
      management,
      delegated: management === identityCenter.home ? [] : [identityCenter.home],
      members: Object.fromEntries(members),
    }),
  }
  const users = [...settings.people.values()].map(({ email, handle }) => {
    const disabled = more.disabled?.includes(handle) === true
    return [email, disabled ? { status: 'DISABLED' as const } : {}] as const
  })
  return withIdentityCenter(organized, {
    users: Object.fromEntries(users),
    sets: Object.fromEntries(
      Object.entries(more.sets ?? {}).map(([name, set]) => [
        name,
        { ...set, tags: set.tags ?? { [ASSIGNABLE_TAG]: settings.installation } },
      ]),
    ),
    assignments: (more.assignments ?? []).map(({ account, set, person }) => ({
      account: idOf(account),
      set,
      user: emailOf(person),
    })),
  })
}
