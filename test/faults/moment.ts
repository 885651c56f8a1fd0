// A moment of a story, to which it can be put back: the sandbox's world, its clock, its refs, and what had run by then.

import { git } from '../../src/sandbox/git/run.ts'
import type { World } from '../../src/sandbox/world.ts'
import type { Played } from '../support/scenario/run.ts'
import { repositoryOf, type Stage } from '../support/scenario/stage.ts'

export interface Moment {
  readonly world: World
  readonly now: number
  /** Ref → object. Objects are never removed, so refs are all there is to put back. */
  readonly refs: ReadonlyMap<string, string>
  readonly runs: readonly Played[]
}

function refsOf(stage: Stage): ReadonlyMap<string, string> {
  const lines = git(repositoryOf(stage).gitDirectory, ['for-each-ref', '--format=%(refname) %(objectname)']).split('\n')
  return new Map(
    lines.filter((line) => line !== '').map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']),
  )
}

export const momentOf = (stage: Stage): Moment => ({
  world: stage.company.sandbox.world(),
  now: stage.company.sandbox.clock.now(),
  refs: refsOf(stage),
  runs: [...stage.runs],
})

/** Faults and what happens between calls are gone as well. */
export function backTo(stage: Stage, { world, now, refs, runs }: Moment): void {
  const { sandbox } = stage.company
  sandbox.faults.clear()
  sandbox.between(null)
  // Hundreds of trials of one story would make it long, and each asks it with every call.
  sandbox.journal.clear()
  const there = refsOf(stage)
  const wrong = [
    ...[...there.keys()].filter((ref) => !refs.has(ref)).map((ref) => `delete ${ref}`),
    ...[...refs].filter(([ref, oid]) => there.get(ref) !== oid).map(([ref, oid]) => `update ${ref} ${oid}`),
  ]
  if (wrong.length > 0)
    git(repositoryOf(stage).gitDirectory, ['update-ref', '--no-deref', '--stdin'], `${wrong.join('\n')}\n`)
  sandbox.change(() => world)
  sandbox.clock.set(now)
  stage.runs.splice(0, stage.runs.length, ...runs)
}
