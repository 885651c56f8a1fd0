// What the comment leaves out where it would be too long, and how it counts that.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { COMMENT_LIMIT, renderComment } from '../../../src/core/report/comment.ts'
import { linked, placed, upTo } from '../../../src/core/report/comment-parts.ts'
import type { RequestStory, Story } from '../../../src/core/report/story.ts'
import { finding } from './stories.ts'
import { failed, ITEM, names, QUIET, REQUEST, TAKE, WAY } from './told.ts'

const blocks = (over: Partial<Story>): readonly string[] => renderComment({ ...QUIET, ...over }).split('\n\n')
const below = (over: Partial<Story>) => blocks(over).slice(2, -1)

describe('a comment that would be too long', () => {
  const words = (count: number) => 'x'.repeat(count)
  const findings = (count: number, length: number) => names(count).map((_, line) => finding(line + 1, words(length)))
  const steps = [{ ...TAKE, calls: [] }]
  const requests = [{ ...REQUEST, items: [ITEM] }]
  const told = (over: Partial<Story>) => below({ requests, steps, ...over })

  it('leaves out exact permissions first, then calls, and always says how much', () => {
    const first = told({ findings: findings(101, 380) })
    expect(first).toContain('<details><summary>Exact permissions</summary>')
    expect(
      first
        .find((block) => block.startsWith('- 🔴'))
        ?.split('\n')
        .at(-1),
    ).toBe('- … and 1 finding more')

    const second = told({ findings: findings(101, 390), alarms: names(99).map(() => words(390)) })
    expect(second).not.toContain('<details><summary>Exact permissions</summary>')
    expect(second).toContain('<details><summary>What happens after the merge: 1 step, 0 calls</summary>')
    expect(
      second
        .find((block) => block.startsWith('- 🔴'))
        ?.split('\n')
        .at(-1),
    ).toBe('- … and 51 findings more')
    expect(second[0]?.split('\n')).toHaveLength(52)
    expect(second[0]?.split('\n').at(-1)).toBe('> - … and 49 alarms more')
  })

  it('is one of more than 65,000 characters', () => {
    const withLast = (length: number) => {
      const alarms = [...names(99).map(() => words(400)), words(length)]
      const blocked = names(61).map(() => ({ grants: [], because: words(400), cure: '' }))
      return renderComment({ ...QUIET, blocked, alarms })
    }
    const most = 1 + COMMENT_LIMIT - withLast(1).length
    expect([most, most + 1].map((length) => withLast(length).includes(words(301)))).toEqual([true, false])
    expect([COMMENT_LIMIT, withLast(most).length]).toEqual([65_000, COMMENT_LIMIT])
  })

  it('shows a hundred objections, or missing approvals, at most, and counts the others', () => {
    const comment = (decision: RequestStory['decision']) =>
      renderComment({ ...QUIET, requests: [{ ...REQUEST, decision }] })
    const rows = (decision: RequestStory['decision'], row: string) => comment(decision).split(row).length - 1
    const objections = names(101).map((says) => ({ says, cure: '', rule: null, at: null }))
    const missing = names(101).map(() => [WAY])
    expect(rows({ is: 'refused', objections }, '⛔ ')).toBe(100)
    expect(comment({ is: 'refused', objections })).toContain('\n\n- … and 1 objection more\n')
    expect(rows({ is: 'waiting', missing, until: null }, '\n- **1')).toBe(100)
    expect(comment({ is: 'waiting', missing, until: null })).toContain('\n- … and 1 approval more\n')
  })

  it('counts requests, reasons, failed steps and uses that it leaves out', () => {
    const long = names(101).map((says) => ({ ...TAKE, id: id<'step'>(says), says }))
    const many = names(101).map((path) => ({ ...REQUEST, path, reach: path === 'a1' ? names(101) : [] }))
    const written = below({
      web: null,
      requests: many,
      steps: long,
      outcomes: long.map((step) => failed(step, 'no')),
      blocked: names(101).map((because) => ({ grants: [], because, cure: '' })),
    })
    expect(written[0]?.split('\n').at(-1)).toBe('> - … and 1 failed step more')
    expect(written).toContain('- … and 1 request more')
    expect(
      written
        .find((block) => block.endsWith('reason more'))
        ?.split('\n')
        .at(-1),
    ).toBe('- … and 1 reason more')
    expect(written.find((block) => block.startsWith('**How to use it**'))?.split('\n')).toHaveLength(103)
  })

  it('shows three of everything where nothing else helps', () => {
    const many = names(100).map((path) => ({
      ...REQUEST,
      path,
      reason: words(500),
      items: names(30).map((says) => ({ ...ITEM, says: `${says} ${'&'.repeat(300)}`, exact: [] })),
    }))
    const failing = names(100).map((name) => ({ ...TAKE, id: id<'step'>(name), says: '&'.repeat(400) }))
    const over = { requests: many, steps: failing, outcomes: failing.map((step) => failed(step, '&'.repeat(400))) }
    const written = below({
      ...over,
      blocked: names(100).map((because) => ({ grants: [], because, cure: words(500) })),
    })
    expect(renderComment({ ...QUIET, ...over }).length).toBeLessThanOrEqual(COMMENT_LIMIT)
    expect(written.at(-1)).toBe('<sub>What was done: 100 steps, 200 calls; too long to show here.</sub>')
  })
})

describe('a place', () => {
  const story = { web: 'https://github.com/o/r', head: id<'commit'>('a'.repeat(40)) }
  const at = { file: 'a/b.yaml', line: 3 }

  it('is a link, or all of it where there is nothing to lead to', () => {
    expect(placed(story, at)).toBe(`[\`b.yaml:3\`](https://github.com/o/r/blob/${'a'.repeat(40)}/a/b.yaml#L3)`)
    expect(placed({ ...story, web: null }, at)).toBe('`a/b.yaml:3`')
    expect(linked(story, 'rule', at)).toBe(`[\`rule\`](https://github.com/o/r/blob/${'a'.repeat(40)}/a/b.yaml#L3)`)
    expect(linked({ ...story, head: null }, 'rule', at)).toBe('`rule` (`a/b.yaml:3`)')
  })

  it('is no link of more than 600 characters', () => {
    const path = (length: number) => ({ file: 'x'.repeat(length), line: 3 })
    const base = `https://github.com/o/r/blob/${'a'.repeat(40)}/#L3`.length
    expect(placed(story, path(600 - base)).startsWith('[')).toBe(true)
    expect(placed(story, path(601 - base))).toBe(`\`${'x'.repeat(159)}…\``)
  })
})

describe('a list that is cut', () => {
  const show = (one: string) => `- ${one}`
  it('says how many it leaves out', () => {
    expect(upTo(2, names(2), 'thing', show)).toEqual(['- a1', '- a2'])
    expect(upTo(2, names(3), 'thing', show)).toEqual(['- a1', '- a2', '- … and 1 thing more'])
    expect(upTo(1, names(3), 'thing', show)).toEqual(['- a1', '- … and 2 things more'])
  })
})
