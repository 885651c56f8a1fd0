// Whether an account could take in people from Okta, as far as AWS alone can tell: the app is looked at with Okta's own key.

import type { Ready, ReadyAsked } from '../aws/ready.ts'
import { poolNames, poolPath } from './naming.ts'

export const ready = async ({ settings, accounts, details }: ReadyAsked): Promise<readonly Ready[]> =>
  accounts.map(({ id, name }): Ready => {
    const read = details(id)
    const federation = settings.okta?.federation.find(({ account }) => account === name)
    if (read.is === 'unknown' || federation === undefined)
      return {
        account: id,
        state: 'unknown',
        says: 'its roles could not be read',
        cure: 'let the inventory role read IAM',
      }
    const wanted = poolNames(settings.installation, federation.roles)
    const path = poolPath(settings.installation)
    const there = new Set(read.value.roles.flatMap(({ Path, RoleName }) => (Path === path ? [RoleName ?? ''] : [])))
    const missing = wanted.filter((role) => !there.has(role))
    if (missing.length === 0)
      return {
        account: id,
        state: 'ready',
        says: `all ${wanted.length} roles for people from Okta are there`,
        cure: null,
      }
    return {
      account: id,
      state: missing.length === wanted.length ? 'lacking' : 'partly',
      says: `${missing.length} of ${wanted.length} roles for people from Okta are missing: ${missing.slice(0, 3).join(', ')}`,
      cure: 'deploy what `daypass setup` prints, then refresh the application data in Okta',
    }
  })
