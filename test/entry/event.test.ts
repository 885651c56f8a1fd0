// Which pull request is read from the file in which GitHub tells the event.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pullRequestsOfEvent } from '../../src/entry/event.ts'
import { inFolder } from './daypass.ts'

describe('the event', () => {
  it.each([
    ['of a pull request', { number: 12, pull_request: { number: 12 } }, [12]],
    ['that names it at the top only', { number: 12 }, [12]],
    ['whose own number is another', { number: 3, pull_request: { number: 12 } }, [12]],
    ['of a push', { ref: 'refs/heads/main' }, []],
    [
      'of a review that woke Daypass',
      { workflow_run: { pull_requests: [{ number: 12 }, { number: 'x' }, { number: 7 }] } },
      [12, 7],
    ],
    ['of a review from a fork', { workflow_run: { pull_requests: [] } }, []],
    ['with a text for a number', { pull_request: { number: '12' } }, []],
    ['with a number below one', { pull_request: { number: 0 } }, []],
    ['with a fraction', { pull_request: { number: 1.5 } }, []],
    ['with a number beyond all', { pull_request: { number: 1e300 } }, []],
    ['that is null', null, []],
    ['that is a list', [12], []],
    ['that is a text', 'number', []],
  ] as const)('%s', (_which, event, numbers) =>
    inFolder(async (folder) => {
      const path = join(folder, 'event.json')
      writeFileSync(path, JSON.stringify(event))
      expect(await pullRequestsOfEvent({ GITHUB_EVENT_PATH: path })).toEqual(numbers)
    }),
  )

  it.each([
    ['is not JSON', '{"number": 12'],
    ['is empty', ''],
  ])('that %s names none', (_how, text) =>
    inFolder(async (folder) => {
      const path = join(folder, 'event.json')
      writeFileSync(path, text)
      expect(await pullRequestsOfEvent({ GITHUB_EVENT_PATH: path })).toEqual([])
    }),
  )

  it('that is not there, or not told, names none', async () => {
    expect(await pullRequestsOfEvent({ GITHUB_EVENT_PATH: '/nowhere/event.json' })).toEqual([])
    expect(await pullRequestsOfEvent({ GITHUB_EVENT_PATH: '' })).toEqual([])
    expect(await pullRequestsOfEvent({})).toEqual([])
  })
})
