// Which roles AWS keeps to itself: service-linked ones and those of Identity Center.

import { type Refused, refuse } from '../answer.ts'
import { type Account, own } from '../world.ts'

const keptPaths = ['/aws-service-role/', '/aws-reserved/']

/** Null where the role may be changed (or is not there). */
export const protectedRole = (account: Account, name: string): Refused | null => {
  const path = own(account.roles, name)?.path ?? '/'
  return keptPaths.some((kept) => path.startsWith(kept))
    ? refuse.unmodifiableEntity(
        `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`,
      )
    : null
}
