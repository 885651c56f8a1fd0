// Which pull request is read from the file in which GitHub tells the event.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pullRequestOfEvent } from '../../src/entry/event.ts'
import { inFolder } from './daypass.ts'

describe('the event', () => {
  it.each([
    ['of a pull request', { number: 12, pull_request: { number: 12 } }, 12],
    ['that names it at the top only', { number: 12 }, 12],
    ['whose own number is another', { number: 3, pull_request: { number: 12 } }, 12],
    ['of a push', { ref: 'refs/heads/main' }, null],
    ['with a text for a number', { pull_request: { number: '12' } }, null],
    ['with a number below one', { pull_request: { number: 0 } }, null],
    ['with a fraction', { pull_request: { number: 1.5 } }, null],
    ['with a number beyond all', { pull_request: { number: 1e300 } }, null],
    ['that is null', null, null],
    ['that is a list', [12], null],
    ['that is a text', 'number', null],
  ] as const)('%s', (_which, event, number) =>
    inFolder(async (folder) => {
      const path = join(folder, 'event.json')
      writeFileSync(path, JSON.stringify(event))
      expect(await pullRequestOfEvent({ GITHUB_EVENT_PATH: path })).toBe(number)
    }),
  )

  it.each([
    ['is not JSON', '{"number": 12'],
    ['is empty', ''],
  ])('that %s names none', (_how, text) =>
    inFolder(async (folder) => {
      const path = join(folder, 'event.json')
      writeFileSync(path, text)
      expect(await pullRequestOfEvent({ GITHUB_EVENT_PATH: path })).toBeNull()
    }),
  )

  it('that is not there, or not told, names none', async () => {
    expect(await pullRequestOfEvent({ GITHUB_EVENT_PATH: '/nowhere/event.json' })).toBeNull()
    expect(await pullRequestOfEvent({ GITHUB_EVENT_PATH: '' })).toBeNull()
    expect(await pullRequestOfEvent({})).toBeNull()
  })
})
