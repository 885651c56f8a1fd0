// What a run writes down of a request that was deleted before anything was given: nothing blocks it any more.

import { expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import type { Entry } from '../../../src/core/report/record.ts'
import { aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { forge, given, lasting, scene, unproved } from '../../support/toy-day.ts'
import { run, type Scene } from '../../support/toy-run.ts'

const ASKED = landed(aRequest('once', { when: lasting(2) }))

const entries = ({ lines }: Scene): readonly string[] => lines.map(({ entry }) => entry.is)
const trouble = ({ lines }: Scene) => foldLines(lines).trouble.get(ASKED.version.id)

function withdraw(day: Scene): void {
  day.past = [ASKED.version.id]
  day.standing = []
}

const FAILED: Extract<Entry, { is: 'failed' }> = {
  is: 'failed',
  does: 'gives',
  versions: [ASKED.version.id],
  says: 'throttled',
  holding: id('prod/marta/blue'),
  mode: id('toy'),
  target: id('prod'),
  account: '111122223333',
}

it('is written down once, and is news', async () => {
  const day = scene(ASKED)
  day.verdict = unproved(ASKED)
  await run(day)
  expect(trouble(day)?.is).toBe('blocked')
  withdraw(day)
  await run(day, 'expire')
  expect(entries(day).slice(-3)).toEqual(['opened', 'withdrawn', 'closed'])
  expect(trouble(day)).toMatchObject({ is: 'withdrawn', does: 'gives' })
  expect([...foldLines(day.lines).telling.news.keys()]).toEqual([ASKED.version.id])
  const before = day.lines.length
  await run(day)
  expect(day.lines).toHaveLength(before)
})

it('is written down of what failed to be given, too', async () => {
  const day = scene()
  forge(day, FAILED)
  withdraw(day)
  await run(day)
  expect(trouble(day)?.is).toBe('withdrawn')
})

it('is written down of what was given once and ended, and could not be given again', async () => {
  const day = scene()
  const { is: _failed, does: _gives, says: _throttled, ...of } = FAILED
  forge(day, given(ASKED), { is: 'ended', because: 'held', until: null, confirmed: NOON, ...of }, FAILED)
  withdraw(day)
  await run(day)
  expect(trouble(day)?.is).toBe('withdrawn')
})

it.each<[string, readonly Entry[]]>([
  ['that nothing was said of', []],
  ['of which something stands: that ends first', [given(ASKED), { ...FAILED, does: 'prepares' }]],
  ['that could not be taken away', [{ ...FAILED, does: 'takes' }]],
  [
    'that was refused',
    [FAILED, { is: 'refused', version: ASKED.version.id, request: 'once', because: 'x', says: 'no' }],
  ],
  ['whose person had it before', [{ is: 'had', version: ASKED.version.id, request: 'once', says: 'held before' }]],
])('is not said of one %s', async (_which, before) => {
  const day = scene()
  forge(day, ...before)
  withdraw(day)
  await run(day)
  expect(entries(day)).not.toContain('withdrawn')
})

it('is not said where the clone does not know the request', async () => {
  const day = scene()
  forge(day, FAILED)
  await run(day)
  expect(trouble(day)?.is).toBe('failed')
})

it('is over when the same edition is there again', async () => {
  const day = scene(ASKED)
  forge(day, { is: 'withdrawn', version: ASKED.version.id })
  day.now = later(NOON, hours(0.5))
  await run(day)
  expect(trouble(day)).toBeUndefined()
})
