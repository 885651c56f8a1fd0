// What people do on GitHub in a scenario: propose, approve, merge, push.

import { REPOSITORY } from '../../../src/entry/commands/demo/company.ts'
import { mergePull } from '../../../src/sandbox/github/actions/merging.ts'
import { openPull } from '../../../src/sandbox/github/actions/pulls.ts'
import { forcePush, push, pushToPull } from '../../../src/sandbox/github/actions/pushing.ts'
import { review } from '../../../src/sandbox/github/actions/reviews.ts'
import type { MergeMethod } from '../../../src/sandbox/github/world.ts'
import { type Given, map, mistake, number, text, textOr, texts } from './given.ts'
import { DIRECTORY, personOf, repositoryOf, type Stage } from './stage.ts'

export const CHANGE = ['requests', 'settings', 'withdraws'] as const

const requestPath = (id: string): string => `${DIRECTORY}/requests/${id}.yaml`

/** Path → text, null = gone. */
export function filesOf({ scenario }: Stage, given: Given): Readonly<Record<string, string | null>> {
  const files = Object.fromEntries([
    ...texts(given, 'requests').map((id) => [requestPath(id), scenario.requestText(id)]),
    ...texts(given, 'withdraws').map((id) => [requestPath(id), null]),
    ...Object.entries(map(given, 'settings')).map(([path, value]) => [
      `${DIRECTORY}/${path}`,
      scenario.fileText(value),
    ]),
  ])
  if (Object.keys(files).length === 0) throw mistake(given.at, `say what changes: ${CHANGE.join(', ')}`)
  return files
}

export function propose(stage: Stage, given: Given): number {
  const { sandbox } = stage.company
  const author = personOf(stage, text(given, 'by')).login
  const files = filesOf(stage, given)
  const at = sandbox.clock.now()
  const head = `change-${repositoryOf(stage).pulls.length + 1}`
  const title = Object.keys(files).join(', ').replaceAll(`${DIRECTORY}/`, '')
  sandbox.change((world) =>
    push(world, { repository: REPOSITORY, by: author, branch: head, files, message: title, at }),
  )
  sandbox.change((world) => openPull(world, { repository: REPOSITORY, author, title, head, at }))
  const opened = repositoryOf(stage).pulls.at(-1)
  if (opened === undefined) throw new Error('no pull request was opened')
  return opened.number
}

export function approve(
  stage: Stage,
  pull: number,
  by: readonly string[],
  state: 'APPROVED' | 'CHANGES_REQUESTED' = 'APPROVED',
): void {
  const { sandbox } = stage.company
  for (const handle of by) {
    const user = personOf(stage, handle).login
    sandbox.change((world) => review(world, { repository: REPOSITORY, pull, user, state, at: sandbox.clock.now() }))
  }
}

const METHODS: readonly MergeMethod[] = ['squash', 'merge', 'rebase']

export function merge(stage: Stage, given: Given, pull = number(given, 'pull')): void {
  const { sandbox } = stage.company
  const by = personOf(stage, text(given, 'by')).login
  const said = textOr(given, 'method', 'squash')
  const method = METHODS.find((one) => one === said)
  if (method === undefined) throw mistake(given.at, `\`method\` must be one of ${METHODS.join(', ')}`)
  sandbox.change((world) => mergePull(world, { repository: REPOSITORY, pull, method, by, at: sandbox.clock.now() }))
}

/** Proposed, approved and merged at once. */
export function land(stage: Stage, given: Given): void {
  const pull = propose(stage, given)
  approve(stage, pull, texts(given, 'approved by'))
  merge(stage, given, pull)
}

/** Straight to main, or with `pull` to the branch of a pull request. */
export function pushed(stage: Stage, given: Given): void {
  const { sandbox } = stage.company
  const by = personOf(stage, text(given, 'by')).login
  const change = { repository: REPOSITORY, by, files: filesOf(stage, given), at: sandbox.clock.now() }
  sandbox.change((world) =>
    given.value['pull'] === undefined
      ? push(world, { ...change, branch: 'main' })
      : pushToPull(world, { ...change, pull: number(given, 'pull') }),
  )
}

export function loseRecord(stage: Stage): void {
  const { sandbox } = stage.company
  const by = personOf(stage, 'nadia').login
  sandbox.change((world) =>
    forcePush(world, { repository: REPOSITORY, by, branch: 'daypass-ledger', to: null, at: sandbox.clock.now() }),
  )
}

/** Somebody who may push rewrites what apply kept of the directory for pull requests. */
export function forgeDirectory(stage: Stage, given: Given): void {
  const { sandbox } = stage.company
  const by = personOf(stage, text(given, 'by')).login
  const members = texts(given, 'members').map((handle) => personOf(stage, handle).email)
  const files = { 'directory.json': JSON.stringify({ people: [], groups: { [text(given, 'group')]: members } }) }
  const at = sandbox.clock.now()
  sandbox.change((world) => push(world, { repository: REPOSITORY, by, branch: 'daypass-ledger', files, at }))
}
