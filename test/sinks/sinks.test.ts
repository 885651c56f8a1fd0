import { describe, expect, it } from 'vitest'
import { CHAIN_START, chainOn } from '../../src/core/report/chain.ts'
import { tellAll } from '../../src/sinks/index.ts'
import { noticesOf } from '../../src/sinks/notice.ts'
import type { Sink } from '../../src/sinks/sink.ts'
import { renderNotices, summarySink } from '../../src/sinks/summary.ts'
import { at, ENTRIES } from '../core/report/entries.ts'

const lines = chainOn(CHAIN_START, Object.values(ENTRIES), at(8), '42/1')

describe('news from the record', () => {
  it('says in a sentence what people care about and nothing of the bookkeeping', () => {
    expect(noticesOf(lines).map(({ tone, says }) => `${tone}: ${says}`)).toEqual([
      'bad: The request reports is refused: one approval of orders-leads was missing',
      'good: marta has access in orders-prod until 2026-11-22 10:00 UTC',
      'quiet: Access in orders-prod has ended, because its time is over (111122223333/user/marta@example.com/daypass-orders)',
      'bad: COULD NOT TAKE AWAY access in orders-prod (111122223333/user/marta@example.com/daypass-orders): throttled',
      'bad: The request asked is not given for now: marta has no IAM user',
      'quiet: The request asked needs nothing: the group readers: held before Daypass',
      'bad: The glass was broken for the request asked: priya must review it until 2026-11-22 20:00 UTC',
      'good: priya reviewed the broken glass of asked and approves',
    ])
  })

  it('is written loudest first and can do nothing in Markdown', () => {
    const text = renderNotices(noticesOf(lines))
    expect(text.split('\n')[2]).toMatch(/^- 🔴/)
    expect(text).not.toMatch(/@(?!\u200b)/)
    expect(renderNotices([])).toBe('')
  })

  it('reaches the others when one sink fails, throws, or has nothing to say', async () => {
    const heard: string[] = []
    const summary = summarySink(async (text) => {
      heard.push(text)
      return { is: 'known', value: 'told' }
    })
    const broken: Sink = { name: 'broken', tell: async () => Promise.reject(new Error('no')) }
    const denied: Sink = {
      name: 'denied',
      tell: async () => ({ is: 'unknown', because: { kind: 'denied', call: 'POST', said: '401' } }),
    }
    expect(await tellAll([broken, denied, summary], lines)).toEqual([
      'Could not tell broken: broken: garbage (Error: no)',
      'Could not tell denied: POST: denied (401)',
    ])
    expect(await tellAll([summary], chainOn(CHAIN_START, [ENTRIES.opened], at(8), '1'))).toEqual([])
    expect(heard).toHaveLength(1)
  })
})
