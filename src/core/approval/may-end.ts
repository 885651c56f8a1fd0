// Who may end access early: taking never needs approval, but not everybody who can comment may do it.

import { id, type PersonId } from '../model/id.ts'
import type { Request } from '../model/request.ts'
import type { Settings } from '../model/settings.ts'
import { itemsOf } from './items.ts'
import { type Deciding, routeItem } from './routing.ts'
import { approversOf } from './who.ts'

/** Requester, beneficiaries, owners, and whoever may approve any part of it by the rules. */
export function mayEnd(
  person: PersonId,
  request: Request,
  requester: PersonId | null,
  settings: Settings,
  deciding: Deciding,
): boolean {
  const beneficiary = id<'person'>(request.for.value)
  if (person === requester || person === beneficiary) return true
  if (settings.owners.people.some((owner) => owner.value === person)) return true
  return itemsOf(request, settings, deciding.knowledge).items.some((item) =>
    routeItem(item, settings, deciding).ways.some(({ way }) => {
      const who = way.is === 'approvedBy' ? way.who : way.is === 'breakGlass' ? way.reviewedBy : null
      return who !== null && approversOf(who, settings, beneficiary).includes(person)
    }),
  )
}
