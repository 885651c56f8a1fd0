// Which groups of Okta are called so.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { Okta } from './okta.ts'
import { listGroups } from './operations.ts'
import type { OktaGroup } from './shapes.ts'

/** A search looks at names without regard to case and may find more. */
export async function groupsCalled(okta: Okta, name: string): Promise<Answer<readonly OktaGroup[]>> {
  const groups = await okta.list(listGroups, {}, { search: `profile.name eq ${JSON.stringify(name)}` })
  return groups.is === 'unknown' ? groups : known(groups.value.filter((group) => group.name === name))
}
