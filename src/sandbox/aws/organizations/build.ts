// How an organisation is written down in a few lines, for tests and the demo.

import { lettersOf } from '../ids.ts'
import type { Named } from '../world.ts'
import type { MemberAccount, Organization } from './world.ts'

export interface OrganizationDraft {
  readonly management: string
  readonly delegated?: readonly string[]
  /** Service control policies attached to the root. */
  readonly controls?: Readonly<Record<string, object>>
  /** Account id → what differs from an active account. */
  readonly members: Readonly<Record<string, Partial<MemberAccount>>>
}

export const organization = ({
  management,
  delegated = [],
  controls = {},
  members,
}: OrganizationDraft): Organization => {
  const all: Readonly<Record<string, Partial<MemberAccount>>> = { [management]: {}, ...members }
  return {
    id: `o-${lettersOf(`organization/${management}`, 10).toLowerCase()}`,
    management,
    delegated,
    controls: Object.fromEntries(Object.entries(controls).map(([name, document]) => [name, JSON.stringify(document)])),
    members: Object.fromEntries(
      Object.entries(all).map(([id, draft]) => [
        id,
        { name: `account-${id}`, email: `aws+${id}@example.com`, status: 'ACTIVE', ...draft },
      ]),
    ) satisfies Named<MemberAccount>,
  }
}
