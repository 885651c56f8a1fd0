// After a run people have what proved, live, unheld requests say until when they say, nothing more and nothing less.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DAY, type Instant, MINUTE } from '../../src/core/model/time.ts'
import { accessOf, promised, tellAccess } from '../support/toy-access.ts'
import { stories } from '../support/toy-events.ts'
import { apply, openStory, play, type Story } from '../support/toy-story.ts'

const KINDS = ['land', 'delete', 'wait', 'hold', 'lift', 'deny'] as const

/** What was given before and not taken since, and what was ever given: `request prod marta blue`. */
interface Memory {
  readonly standing: Set<string>
  readonly ever: Set<string>
}

const isHeld = ({ holds, denied }: Story, request: string, what: string): boolean => {
  const [target, person, badge] = what.split(' ')
  if (badge === denied) return true
  return holds.some(({ what: held }) => {
    if (held.is === 'everything') return true
    if (held.is === 'person') return held.person === person
    return held.is === 'target' ? held.target === target : held.request === request
  })
}

/** The law told once more, without holdings, marks or differences. */
function approvedNow(story: Story, { standing, ever }: Memory): readonly string[] {
  const { now } = story.scene
  const access = new Map<string, Instant>()
  for (const one of story.landed)
    for (const [what, until] of promised(one)) {
      const { request, version } = one
      const item = `${request.id} ${what}`
      const from = request.when.is === 'duration' && request.when.from !== null ? request.when.from : version.landedAt
      const there = story.scene.standing.includes(one) && story.verdicts.get(version.id) === 'proved'
      const open = from <= now && now < until && !isHeld(story, request.id, what)
      const inTime = standing.has(item) || (now + 5 * MINUTE <= until && (ever.has(item) || now < from + DAY))
      if (!there || !open || !inTime) {
        standing.delete(item)
        continue
      }
      standing.add(item)
      ever.add(item)
      if (until > (access.get(what) ?? 0)) access.set(what, until)
    }
  return tellAccess(access)
}

it('gives exactly the approved access', () =>
  fc.assert(
    fc.asyncProperty(stories(KINDS, 20), async (events) => {
      const story = openStory()
      const memory: Memory = { standing: new Set(), ever: new Set() }
      for (const event of events) {
        await play(story, event)
        if (event.is === 'run') expect(tellAccess(accessOf(story))).toEqual(approvedNow(story, memory))
      }
      await apply(story)
      expect(tellAccess(accessOf(story))).toEqual(approvedNow(story, memory))
    }),
    { numRuns: 150 },
  ))
