// What is written on permission sets: whose they are, and which of the organisation's own Daypass may assign.

import { type Answer, known } from '../../core/model/edge-error.ts'
import type { Need } from '../../core/plan/provisioner.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { eachOf } from '../any/each.ts'
import { everyPage } from '../aws/pages.ts'
import { setsNamed } from './facts.ts'
import { ASSIGNABLE_TAG } from './naming.ts'
import type { SetNames } from './sets.ts'

export type SetTags = ReadonlyMap<string, string>

/** null: the set is not there. */
export async function tagsOf(aws: Aws, instance: string, arn: string): Promise<Answer<SetTags | null>> {
  const pages = await everyPage('sso:ListTagsForResource', (next) =>
    aws.sso('ListTagsForResource', {
      InstanceArn: instance,
      ResourceArn: arn,
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  if (pages.is === 'unknown') return pages.because.kind === 'not-found' ? known(null) : pages
  return known(
    new Map(pages.value.flatMap(({ Tags }) => Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value] as const)),
  )
}

/** ARNs of the sets that needs name and that owners let this installation assign: one call a set. */
export async function assignableOf(
  asked: { readonly aws: Aws; readonly installation: string },
  instance: string,
  names: SetNames,
  needs: readonly Need[],
): Promise<Answer<ReadonlySet<string>>> {
  const wanted = needs.flatMap(({ what, name }) =>
    what === 'permissionSet' ? setsNamed(names, name).map(([arn]) => arn) : [],
  )
  const answers = await eachOf([...new Set(wanted)].sort(), async (arn) => ({
    arn,
    tags: await tagsOf(asked.aws, instance, arn),
  }))
  const assignable: string[] = []
  for (const { arn, tags } of answers) {
    if (tags.is === 'unknown') return tags
    if (tags.value?.get(ASSIGNABLE_TAG) === asked.installation) assignable.push(arn)
  }
  return known(new Set(assignable))
}
