// A week without any run: what ends by itself has ended meanwhile, and the first run afterwards takes what is left.

import { canonical, difference } from './canonical.ts'
import { type Ground, run, watch } from './ground.ts'
import { backTo } from './moment.ts'
import { endsIn } from './reach.ts'

const WEEK = 7 * 86_400

/** A role of the pool rests from when it was emptied on: later after a late run, which is right. */
const withoutRest = (text: string): string => text.replace(/"rests [^"]+"/g, '"rests"')

/** Compared with the same week in which expire ran a minute after every end. */
export async function tryWeek(ground: Ground): Promise<readonly string[]> {
  const { stage, after } = ground
  const { clock } = stage.company.sandbox
  const then = after.moment.now + WEEK
  const ends = endsIn(after.moment.world).filter((end) => end > after.moment.now && end < then)
  backTo(stage, after.moment)
  for (const end of ends) {
    clock.set(end + 60)
    await run(stage, 'expire')
  }
  clock.set(then)
  await run(stage, 'apply')
  const kept = withoutRest(canonical(stage))
  const bound = stage.company.sandbox.world()
  backTo(stage, after.moment)
  clock.set(then)
  const watching = watch(ground, [after.moment.world, bound])
  await run(stage, 'apply')
  return [...watching.end(), ...difference(kept, withoutRest(canonical(stage)))]
}
