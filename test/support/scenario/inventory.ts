// What there is in accounts beside people and policies, and what somebody makes the inventory say of it.

import { gzipSync } from 'node:zlib'
import { REPOSITORY } from '../../../src/entry/commands/demo/company.ts'
import { indexed } from '../../../src/sandbox/aws/resource-explorer/world.ts'
import { push } from '../../../src/sandbox/github/actions/pushing.ts'
import { type Given, list, map, text } from './given.ts'
import { accountOf, personOf, type Stage } from './stage.ts'

/** Something comes to be or bears other tags from now on, and Resource Explorer sees it. */
export function appear(stage: Stage, given: Given): void {
  const { id } = accountOf(stage, text(given, 'in'))
  const tags = Object.fromEntries(Object.entries(map(given, 'tags')).map(([key, value]) => [key, String(value)]))
  const region = Object.hasOwn(given, 'region') ? { region: text(given, 'region') } : {}
  const made = indexed(text(given, 'resource'), { tags, ...region })
  // What lies nowhere in particular is indexed in us-east-1, which is switched on in every account here.
  stage.company.sandbox.change((world) => {
    const there = world.aws.explorers?.[id]
    if (there === undefined) throw new Error(`there is no Resource Explorer in ${id}`)
    const others = there.resources.filter(({ arn }) => arn !== made.arn)
    const explorers = { ...world.aws.explorers, [id]: { ...there, resources: [...others, made] } }
    return { ...world, aws: { ...world.aws, explorers } }
  })
}

/** Somebody who may push writes lines of their own into the inventory, in place of those of one account. */
export function forgeInventory(stage: Stage, given: Given): void {
  const { sandbox } = stage.company
  const by = personOf(stage, text(given, 'by')).login
  const lines = list(given, 'lines').map((line) => `${JSON.stringify(line)}\n`)
  const bytes = gzipSync(lines.join(''))
  const files = { [`places/${text(given, 'place')}.jsonl.gz`]: { mode: '100644', bytes } } as const
  const at = sandbox.clock.now()
  sandbox.change((world) => push(world, { repository: REPOSITORY, by, branch: 'daypass-data', files, at }))
}
