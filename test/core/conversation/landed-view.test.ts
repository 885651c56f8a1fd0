// What a pull request shows once it is merged or closed, until the record says more.

import { describe, expect, it } from 'vitest'
import {
  brokenView,
  closedView,
  landedStory,
  mergedView,
  otherBaseView,
} from '../../../src/core/conversation/landed-view.ts'
import { HOUR, later, MINUTE } from '../../../src/core/model/time.ts'
import type { RequestStory } from '../../../src/core/report/story.ts'
import { NOW, ready, refused, waiting } from '../report/stories.ts'
import { sticky, thread } from './pull.ts'

const [asked] = waiting.requests
if (asked === undefined) throw new Error('the story has a request')
const allowed: RequestStory = {
  ...asked,
  state: 'allowed',
  decision: { is: 'allowed', approvers: ['anna'], rule: 'production', at: null },
}
const from = (minutes: number): Pick<RequestStory, 'window'> => ({
  window: { is: 'after merge', seconds: HOUR, from: later(NOW, minutes * MINUTE) },
})
const between = (minutes: number): Pick<RequestStory, 'window'> => ({
  window: { is: 'window', from: later(NOW, minutes * MINUTE), until: later(NOW, 5 * HOUR) },
})
const story = (...requests: readonly RequestStory[]) => ({ ...waiting, requests })
const ABOUT = { now: NOW, head: waiting.head, web: waiting.web }
const QUIET = { by: 'preview', check: null, ask: [], lines: [], close: false }

describe('a story that landed', () => {
  it.each<[string, readonly RequestStory[], readonly string[], string]>([
    ['without requests counts from now on', [], [], 'quiet: Merged: it counts from now on'],
    ['that was allowed is on its way', [allowed], ['granting'], 'waits: Merged: the access is on its way'],
    ['that waited is never given', [asked], ['refused'], 'bad: Merged before it was allowed: it is not given'],
    [
      'that was not allowed is not given either',
      [{ ...allowed, state: 'refused' }],
      ['refused'],
      'bad: Merged before it was allowed: it is not given',
    ],
    [
      'of which one waited says so first',
      [allowed, asked],
      ['granting', 'refused'],
      'bad: Merged before it was allowed: it is not given',
    ],
    [
      'that begins later is given then',
      [{ ...allowed, ...from(90) }],
      ['allowed'],
      'good: Merged: it is given at 2026-11-22 09:30 UTC',
    ],
    [
      'that has a window in the future is given then',
      [{ ...allowed, ...between(60) }],
      ['allowed'],
      'good: Merged: it is given at 2026-11-22 09:00 UTC',
    ],
    [
      'whose beginning is over is on its way',
      [{ ...allowed, ...from(-5) }],
      ['granting'],
      'waits: Merged: the access is on its way',
    ],
    [
      'that begins now is on its way',
      [{ ...allowed, ...between(0) }],
      ['granting'],
      'waits: Merged: the access is on its way',
    ],
    [
      'that all begins later is given when the first of it begins',
      [
        { ...allowed, ...from(90) },
        { ...allowed, ...from(30) },
      ],
      ['allowed', 'allowed'],
      'good: Merged: it is given at 2026-11-22 08:30 UTC',
    ],
    [
      'of which a part begins later is on its way',
      [allowed, { ...allowed, ...from(90) }],
      ['granting', 'allowed'],
      'waits: Merged: the access is on its way',
    ],
    [
      'that is not decided yet stays so, whenever it begins',
      [{ ...allowed, ...from(90), state: 'asked' }],
      ['asked'],
      'waits: Merged: the access is on its way',
    ],
  ])('%s', (_says, requests, states, says) => {
    const told = landedStory(story(...requests))
    expect(told.requests.map(({ state }) => state)).toEqual(states)
    expect(`${told.headline.tone}: ${told.headline.says}`).toBe(says)
  })

  it('changes nothing else of what was told', () => {
    const { headline, requests, ...rest } = landedStory(refused)
    expect({ ...rest, headline: refused.headline, requests: refused.requests }).toEqual(refused)
  })
})

describe('a merged pull request', () => {
  it('has the words and labels of its story', () => {
    const { words, labels, ...rest } = mergedView(thread(), story(allowed)) ?? {}
    expect(words?.split('\n')[2]).toBe('## 🟡 Merged: the access is on its way')
    expect(labels).toEqual(['daypass: being given'])
    expect(rest).toEqual(QUIET)
  })

  it('has the label of its first request, and one more for broken glass', () => {
    const broken = { ...allowed, breakGlass: 'Nobody approves this beforehand.' }
    expect(mergedView(thread(), story(asked, broken))?.labels).toEqual(['daypass: not allowed', 'daypass: break glass'])
    expect(mergedView(thread(), story())?.labels).toEqual([])
  })

  it('is left alone where the record has spoken, which knows better', () => {
    expect(mergedView(thread({ sticky: sticky('🟢 Ready', { by: 'record' }) }), ready)).toBeNull()
    expect(mergedView(thread({ sticky: sticky('🟢 Ready') }), ready)).not.toBeNull()
  })
})

const FOOTER =
  '<sub>Daypass · `3f786850e387` at 2026-11-22 08:00 UTC · from the files alone; the cloud was not looked at</sub>\n'

describe('without requests to tell of', () => {
  it('a closed pull request says so, where something of ours stands already', () => {
    expect(closedView(thread(), ABOUT)).toBeNull()
    expect(closedView(thread({ sticky: sticky('🟡 Waiting') }), ABOUT)).toEqual({
      ...QUIET,
      words: `<!-- daypass:comment -->\n\n## ⚪ Closed: nothing is given\n\n${FOOTER}`,
      labels: [],
    })
  })

  it('one that goes to another branch is told where requests count', () => {
    expect(otherBaseView(thread({ baseRef: 'develop' }), ABOUT, 'main')).toEqual({
      ...QUIET,
      words: `<!-- daypass:comment -->\n\n## 🔴 This goes to another branch, from where nothing is ever given\n\n> [!CAUTION]\n> - It is to be merged into develop; requests count on main alone\n\n${FOOTER}`,
      labels: [],
    })
  })

  it('one that nothing can be judged by is told what is broken', () => {
    expect(brokenView(ABOUT)).toEqual({
      ...QUIET,
      words: `<!-- daypass:comment -->\n\n## 🔴 Nothing can be judged\n\n> [!CAUTION]\n> - The settings of the default branch are broken; \`daypass validate\` tells where\n\n${FOOTER}`,
      labels: [],
    })
  })
})
