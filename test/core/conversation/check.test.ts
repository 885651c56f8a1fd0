// What the check run says, which label shows what, and how an answer stands.

import { describe, expect, it } from 'vitest'
import { answerGesture } from '../../../src/core/conversation/answers.ts'
import { checkOf } from '../../../src/core/conversation/check.ts'
import { BREAK_GLASS_LABEL, LABELS, labelChanges, labelOf } from '../../../src/core/conversation/labels.ts'
import { later } from '../../../src/core/model/time.ts'
import { renderComment } from '../../../src/core/report/comment.ts'
import type { Story } from '../../../src/core/report/story.ts'
import { STATES, type State } from '../../../src/core/report/words.ts'
import { failing, finding, refused, waiting } from '../report/stories.ts'

const story = (states: readonly State[], tone: Story['headline']['tone'], more: Partial<Story> = {}): Story => ({
  ...waiting,
  requests: waiting.requests.flatMap((one) => states.map((state) => ({ ...one, state }))),
  headline: { tone, says: 'x' },
  ...more,
})
const remark = { ...finding(3, 'It is not there.'), code: 'resource-unseen' } as const

describe('a check run', () => {
  it.each<[string, Story, string]>([
    ['waits as long as an approval is missing', story(['waiting'], 'waits'), 'waiting'],
    ['succeeds where all is allowed', story(['allowed', 'allowed'], 'good'), 'success'],
    ['waits for the last of several', story(['allowed', 'waiting'], 'good'), 'waiting'],
    ['fails where a request is refused', story(['allowed', 'refused'], 'good'), 'failure'],
    ['fails where a request is blocked', story(['waiting', 'blocked'], 'waits'), 'failure'],
    ['waits where it is not decided yet', story(['asked'], 'good'), 'waiting'],
    ['fails for an error in the files', story(['allowed'], 'good', { findings: [finding(1, 'x')] }), 'failure'],
    ['does not fail for a remark', story(['allowed'], 'good', { findings: [remark] }), 'success'],
    ['waits where the headline does', story([], 'waits'), 'waiting'],
    ['fails where the headline is bad', story(['allowed'], 'bad'), 'failure'],
    ['succeeds where there is nothing to do', story([], 'quiet'), 'success'],
  ])('%s', (_says, told, conclusion) => {
    expect(checkOf(told).conclusion).toBe(conclusion)
  })

  it('has the headline as its title, and the comment without its marker and time as its text', () => {
    const { title, summary } = checkOf(waiting)
    expect(title).toBe('Waiting for 1 approval by orders-leads, or 2 approvals by platform')
    expect(summary).toMatch(/^## 🟡 Waiting for 1 approval by orders-leads, or 2 approvals by platform\n/)
    expect(summary).toMatch(/<\/details>$/)
    expect(summary).not.toMatch(/daypass:comment|<sub>Daypass/)
  })

  it('keeps how late access was taken away lately', () => {
    expect(checkOf({ ...waiting, lateness: 'Taken away 1m after the end.' }).summary).toMatch(
      /\n\n<sub>Taken away 1m after the end\.<\/sub>$/,
    )
  })

  it('is the same whenever it is looked', () => {
    expect(checkOf({ ...waiting, now: later(waiting.now, 60) })).toEqual(checkOf(waiting))
    expect(checkOf(failing)).not.toEqual(checkOf(waiting))
  })

  it('is cut to what GitHub takes', () => {
    const long = { ...waiting, headline: { tone: 'good', says: 'x'.repeat(300) } } as const
    expect(checkOf(long).title).toBe('x'.repeat(200))
    const exact = Array.from({ length: 400 }, () => 'y'.repeat(150))
    const requests = waiting.requests.map((one) => ({
      ...one,
      items: one.items.map((item) => ({ ...item, exact })).slice(0, 1),
    }))
    expect(renderComment({ ...waiting, requests }).length).toBeGreaterThan(60_500)
    expect(checkOf({ ...waiting, requests }).summary).toHaveLength(60_000)
  })

  it('has every finding at its line', () => {
    expect(checkOf(refused).annotations).toEqual([
      {
        path: 'config/requests/2026/11/orders-queue-stuck.yaml',
        start_line: 7,
        end_line: 7,
        start_column: 3,
        end_column: 3,
        annotation_level: 'failure',
        title: 'Not YAML',
        message: 'The key `reason` is written twice.\nWrite it once.',
      },
    ])
    const many = Array.from({ length: 60 }, (_, line) => finding(line + 1, 'x'))
    expect(checkOf({ ...waiting, findings: many }).annotations).toHaveLength(60)
  })
})

describe('labels', () => {
  it('say how far a request is, and every one of them is known with its looks', () => {
    const states = Object.keys(STATES) as State[]
    expect(Object.fromEntries(states.map((state) => [state, labelOf(state)]))).toEqual({
      asked: 'daypass: waiting',
      waiting: 'daypass: waiting',
      allowed: 'daypass: allowed',
      granting: 'daypass: being given',
      ready: 'daypass: ready',
      ending: 'daypass: ending soon',
      'partly ready': 'daypass: partly ready',
      blocked: 'daypass: blocked',
      'had before': 'daypass: had before',
      refused: 'daypass: not allowed',
      ended: 'daypass: ended',
    })
    for (const label of [...states.map(labelOf), BREAK_GLASS_LABEL]) {
      const looks = LABELS.get(label)
      expect(looks?.color).toMatch(/^[0-9a-f]{6}$/)
      // GitHub takes a hundred characters.
      expect(looks?.description).toMatch(/^[A-Z].{5,99}$/)
    }
    expect(LABELS.size).toBe(new Set([...states.map(labelOf), BREAK_GLASS_LABEL]).size)
  })

  it('of ours are the wanted ones alone', () => {
    const there = ['daypass: waiting', 'daypass: ready', 'daypass: of somebody else', 'bug'].map((name) => ({
      node: name,
      name,
    }))
    expect(labelChanges(there, ['daypass: ready', 'daypass: break glass'])).toEqual({
      add: ['daypass: break glass'],
      remove: ['daypass: waiting'],
    })
  })
})

describe('an answer', () => {
  const MARK = '<!-- daypass:answer 7 -->'
  const before = { node: 'IC_1', body: `${MARK}\nold\n` }

  it.each([
    ['is written where none is', [], { do: 'comment', on: 'I_1', body: `${MARK}\nnew\n` }],
    [
      'is written beside answers to others',
      [{ node: 'IC_0', body: `x ${MARK}` }],
      { do: 'comment', on: 'I_1', body: `${MARK}\nnew\n` },
    ],
    ['is rewritten in place', [before], { do: 'rewrite', comment: 'IC_1', body: `${MARK}\nnew\n` }],
    [
      'is the first of two',
      [before, { ...before, node: 'IC_2' }],
      { do: 'rewrite', comment: 'IC_1', body: `${MARK}\nnew\n` },
    ],
    ['stays where it says the same', [{ node: 'IC_1', body: `${MARK}\nnew  \n\n` }], null],
  ])('%s', (_what, mine, gesture) => {
    expect(answerGesture('I_1', mine, MARK, 'new')).toEqual(gesture)
  })
})
