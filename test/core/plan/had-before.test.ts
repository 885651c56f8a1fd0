// Whoever had before what they ask for is told so once, and no reason from before stays on their request.

import { expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { later } from '../../../src/core/model/time.ts'
import { foldLines } from '../../../src/core/report/fold.ts'
import type { Entry } from '../../../src/core/report/record.ts'
import { aRequest, hours, landed, NOON } from '../../support/builders.ts'
import { forge, given, lasting, pin, scene, unpin, unproved } from '../../support/toy-day.ts'
import { badgeKey } from '../../support/toy-mode.ts'
import { run, type Scene } from '../../support/toy-run.ts'

const ASKED = landed(aRequest('once', { when: lasting(2) }))
const BLOCKED: Entry = {
  is: 'blocked',
  version: ASKED.version.id,
  request: 'once',
  because: 'prod does not answer',
  cure: 'wait',
}

const entries = ({ lines }: Scene): readonly string[] => lines.map(({ entry }) => entry.is)
const trouble = ({ lines }: Scene, of = ASKED) => foldLines(lines).trouble.get(of.version.id)

it('is written down once, and is news', async () => {
  const day = scene(ASKED)
  pin(day, {})
  const { plan } = await run(day)
  expect(plan.steps).toEqual([])
  expect(entries(day)).toEqual(['opened', 'had', 'closed'])
  expect(trouble(day)).toMatchObject({ is: 'had', says: plan.drift[0]?.says })
  expect([...foldLines(day.lines).telling.news.keys()]).toEqual([ASKED.version.id])
  await run(day)
  expect(entries(day)).toHaveLength(3)
})

it('is said of each request that asks for it, and of none that is over or lost something else', async () => {
  const again = landed(aRequest('again', { when: lasting(2) }))
  const other = landed(aRequest('other', { when: lasting(2), badges: ['red'] }))
  const day = scene(ASKED, again, other, landed(aRequest('over', { when: lasting(1) })))
  pin(day, {})
  const grants = [{ grant: id<'grant'>('other/marta/prod/badge:red'), version: other.version.id }]
  forge(day, given(other, later(NOON, hours(2)), { grants, holding: badgeKey('prod', 'marta', 'red') }))
  day.now = later(NOON, hours(1.5))
  const { plan } = await run(day)
  expect(plan.drift.map(({ is }) => is).sort()).toEqual(['had-before', 'taken-by-hand'])
  const told = day.lines.flatMap(({ entry }) => (entry.is === 'had' ? [entry.request] : []))
  expect(told.sort()).toEqual(['again', 'once'])
})

it('takes back what the record says of an outage', async () => {
  const day = scene(ASKED)
  pin(day, {})
  forge(day, BLOCKED)
  await run(day)
  expect(trouble(day)?.is).toBe('had')
})

it('is over when it is gone: then it is given', async () => {
  const day = scene(ASKED)
  pin(day, {})
  await run(day)
  unpin(day)
  await run(day)
  expect(entries(day).slice(3)).toEqual(['opened', 'proved', 'granted', 'closed'])
  expect(trouble(day)).toBeUndefined()
})

it('is said of a request whose other item stands, and not while that one waits', async () => {
  const both = landed(aRequest('both', { when: lasting(2), badges: ['blue', 'red'] }))
  const day = scene(both)
  pin(day, {})
  day.verdict = unproved(both)
  await run(day)
  expect(trouble(day, both)?.is).toBe('blocked')
  day.verdict = scene().verdict
  await run(day)
  expect(entries(day).slice(-3)).toEqual(['granted', 'had', 'closed'])
  expect(trouble(day, both)?.is).toBe('had')
})

it('is not said of what is refused or over', async () => {
  const day = scene(ASKED)
  pin(day, {})
  day.now = later(NOON, hours(3))
  await run(day)
  expect(entries(day)).toEqual([])
})
