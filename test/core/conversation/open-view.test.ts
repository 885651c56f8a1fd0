// What an open pull request shows, whom it asks, when they are reminded, and when it is closed.

import { describe, expect, it } from 'vitest'
import { checkOf, NOTHING_OF_OURS } from '../../../src/core/conversation/check.ts'
import { type Open, openView, strangersView, unmergedView } from '../../../src/core/conversation/open-view.ts'
import { DAY, later } from '../../../src/core/model/time.ts'
import { renderComment } from '../../../src/core/report/comment.ts'
import type { RequestStory, Story } from '../../../src/core/report/story.ts'
import { settings } from '../approval/company.ts'
import { finding, waiting } from '../report/stories.ts'
import { NOW, thread, view } from './pull.ts'

const COMPANY = settings([])
const [first] = waiting.requests
if (first === undefined) throw new Error('the story has a request')
const missing = (people: readonly string[], approvals = 1) => ({ approvals, of: 'leads', people, rule: 'r', at: null })
const asked: RequestStory = { ...first, decision: { is: 'waiting', missing: [[missing(['lena'])]], until: null } }
const allowed: RequestStory = {
  ...first,
  state: 'allowed',
  decision: { is: 'allowed', approvers: [], rule: 'r', at: null },
}
const story = (requests: readonly RequestStory[], more: Partial<Story> = {}): Story => ({
  ...waiting,
  requests,
  headline: { tone: 'good', says: 'x' },
  ...more,
})
const BAD = { headline: { tone: 'bad', says: 'x' } } as const
const WAITS = { headline: { tone: 'waits', says: 'x' } } as const
const open = (more: Partial<Open> = {}): Open => ({
  thread: thread(),
  story: story([asked]),
  settings: COMPANY,
  author: null,
  owners: null,
  now: NOW,
  ...more,
})
const LENA = { id: 102, login: 'lena' }
const OWNERS = { people: ['olga'], approvals: 2 }
const kinds = (more: Partial<Open>) => {
  const { ask, lines, close } = openView(open(more))
  return [ask.map(({ login }) => String(login)).join(), lines.map(({ key }) => String(key)).join(), close]
}

describe('an open pull request', () => {
  it('shows the verdict of its preview, in words, as a check and as a label', () => {
    expect(openView(open())).toEqual({
      words: renderComment(story([asked])),
      by: 'preview',
      check: checkOf(story([asked])),
      labels: ['daypass: waiting'],
      ask: [LENA],
      lines: [],
      close: false,
    })
  })

  it.each<[string, Story, readonly string[]]>([
    ['waits', story([asked]), ['daypass: waiting']],
    ['is allowed', story([allowed]), ['daypass: allowed']],
    ['has findings beside what is allowed', story([allowed], BAD), ['daypass: not allowed']],
    ['has findings and no request', story([], { ...BAD, findings: [finding(1, 'x')] }), ['daypass: not allowed']],
    ['has remarks and no request', story([], { findings: [finding(1, 'x')] }), []],
    ['asks for nothing', story([], BAD), []],
    [
      'breaks the glass',
      story([allowed, { ...asked, breakGlass: 'Nobody approves this.' }]),
      ['daypass: allowed', 'daypass: break glass'],
    ],
  ])('that %s has its label', (_what, told, labels) => {
    expect(openView(open({ story: told })).labels).toEqual(labels)
  })

  it.each<[string, Partial<Open>, string, string, boolean]>([
    ['asks those whose approval is missing', {}, 'lena', '', false],
    ['calls them when half of the time is over', { now: later(NOW, 3.5 * DAY) }, 'lena', `reminder:${NOW}`, false],
    ['does not call them earlier', { now: later(NOW, 3.5 * DAY - 1) }, 'lena', '', false],
    ['is closed when all of it is over', { now: later(NOW, 7 * DAY) }, '', `closed:${NOW}`, true],
    ['is not closed earlier', { now: later(NOW, 7 * DAY - 1) }, 'lena', `reminder:${NOW}`, false],
    ['that is a draft asks nobody, ever', { thread: thread({ draft: true }), now: later(NOW, 8 * DAY) }, '', '', false],
    ['that is allowed waits for nobody', { story: story([allowed]), now: later(NOW, 8 * DAY) }, '', '', false],
    ['that asks for nothing waits for nobody', { story: story([], BAD), now: later(NOW, 8 * DAY) }, '', '', false],
    [
      'of which a part is allowed still waits',
      { story: story([allowed, asked], WAITS), now: later(NOW, 8 * DAY) },
      '',
      `closed:${NOW}`,
      true,
    ],
    [
      'with findings to mend is closed, too',
      { story: story([allowed], BAD), now: later(NOW, 8 * DAY) },
      '',
      `closed:${NOW}`,
      true,
    ],
    [
      'that nobody could approve calls nobody',
      { story: story([allowed], BAD), now: later(NOW, 4 * DAY) },
      '',
      '',
      false,
    ],
    ['of settings asks owners', { story: story([]), owners: OWNERS }, 'olga', '', false],
    [
      'of settings calls owners when half of the time is over',
      { story: story([]), owners: OWNERS, now: later(NOW, 4 * DAY) },
      'olga',
      `reminder:${NOW}`,
      false,
    ],
    ['of settings is never closed', { story: story([]), owners: OWNERS, now: later(NOW, 8 * DAY) }, 'olga', '', false],
  ])('%s', (_says, more, who, lines, close) => {
    expect(kinds(more)).toEqual([who, lines, close])
  })

  it('is not said to be closed where it never is', () => {
    const body = (owners: Open['owners']) => openView(open({ owners, now: later(NOW, 4 * DAY) })).lines[0]?.body ?? ''
    expect(body(null)).toContain('It is closed at 2026-12-08 09:00 UTC;')
    expect(body(OWNERS)).toBe(
      '⏳ @olga: this still waits for 2 approvals. A review of this pull request is all it takes.\n',
    )
  })

  it('counts its time from when it was opened or made ready last', () => {
    const since = later(NOW, DAY)
    expect(kinds({ thread: thread({ since }), now: later(NOW, 7 * DAY) })).toEqual(['lena', `reminder:${since}`, false])
  })
})

describe('a pull request that Daypass may not merge', () => {
  it('says once for each head that somebody must press the button', () => {
    const because = { kind: 'denied', call: 'GitHub merge', said: 'protected *branch*' } as const
    const before = { key: 'ready:1', body: 'x' }
    expect(unmergedView(view({ lines: [before] }), thread(), because)).toEqual(
      view({
        lines: [
          before,
          {
            key: 'unmerged:c0ffeec0ffee',
            body: '🟠 This is allowed, but GitHub does not let Daypass merge it: protected \\*branch\\*. Somebody who may has to press the button.\n',
          },
        ],
      }),
    )
  })
})

describe('a pull request of others', () => {
  it('is told that nothing of Daypass changes, by a check alone', () => {
    expect(strangersView).toEqual(view({ words: null, check: NOTHING_OF_OURS }))
    expect(NOTHING_OF_OURS).toEqual({
      conclusion: 'success',
      title: 'Nothing of Daypass changes here',
      summary: 'This pull request touches no request and no setting.',
      annotations: [],
    })
  })
})
