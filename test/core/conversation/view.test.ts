// Which gestures make a pull request look as it should, and what is remembered once they are made.

import { describe, expect, it } from 'vitest'
import { NOTHING_TOLD, readTold, type Told } from '../../../src/core/conversation/sticky.ts'
import type { Thread } from '../../../src/core/conversation/thread.ts'
import type { Meant, View } from '../../../src/core/conversation/view.ts'
import { deedsFor, toldIn, wordsFor } from '../../../src/core/conversation/view.ts'
import { id } from '../../../src/core/model/id.ts'
import { check, HEAD, sticky, thread, view, words } from './pull.ts'

const OLD = id<'commit'>('0'.repeat(40))
const LENA = { id: 102, login: 'lena' }
const OMAR = { id: 103, login: 'omar' }
const gestures = (there: Thread, wanted: View) => deedsFor(there, wanted).map(({ gesture }) => gesture)
const learnt = (meant: readonly Meant[], before: Told = NOTHING_TOLD): Told =>
  meant.reduce((told, one) => one.learn(told), before)

describe('deeds', () => {
  it('are none where everything is there', () => {
    expect(deedsFor(thread(), view())).toEqual([])
  })

  it('come in this order: the check, labels, reviews, lines, the end', () => {
    const labels = [
      { node: 'LA_1', name: 'daypass: waiting' },
      { node: 'LA_2', name: 'bug' },
    ]
    const wanted = view({
      check: check(),
      labels: ['daypass: ready'],
      ask: [LENA],
      lines: [{ key: 'ready:1', body: '🟢 ready\n' }],
      close: true,
    })
    expect(gestures(thread({ labels }), wanted)).toEqual([
      { do: 'check', head: HEAD, shown: check() },
      { do: 'label', on: 'PR_7', names: ['daypass: ready'] },
      { do: 'unlabel', on: 'PR_7', labels: ['LA_1'] },
      { do: 'ask', on: 'PR_7', people: [LENA] },
      { do: 'comment', on: 'PR_7', body: '🟢 ready\n' },
      { do: 'close', pull: 'PR_7' },
    ])
    expect(learnt(deedsFor(thread({ labels }), wanted))).toEqual({
      by: 'preview',
      check: expect.stringMatching(/^[0-9a-f]{64}$/),
      asked: [102],
      head: HEAD,
      lines: ['ready:1'],
    })
  })

  it('close nothing that is closed or merged', () => {
    for (const state of ['closed', 'merged'] as const)
      expect(gestures(thread({ state }), view({ close: true }))).toEqual([])
  })
})

describe('a check run', () => {
  const shown = (there: Thread, what = check()) => deedsFor(there, view({ check: what }))
  const after = sticky('x', learnt(shown(thread())))

  it('is shown once for each commit', () => {
    expect(shown(thread({ sticky: after }))).toEqual([])
    expect(shown(thread({ sticky: after, head: OLD }))).toHaveLength(1)
  })

  it('is shown again when it says something else', () => {
    expect(shown(thread({ sticky: after }), check({ title: 'Not allowed' }))).toHaveLength(1)
    expect(shown(thread({ sticky: after }), check({ conclusion: 'failure' }))).toHaveLength(1)
  })
})

describe('reviews', () => {
  const asked = (there: Thread, ask: View['ask']) =>
    gestures(there, view({ ask })).flatMap((one) => (one.do === 'ask' ? one.people.map(({ login }) => login) : []))
  const told = (head: Told['head']) => sticky('x', { asked: [102], head })

  it('are asked of each person once for each head', () => {
    expect(asked(thread(), [LENA, OMAR])).toEqual(['lena', 'omar'])
    expect(asked(thread({ sticky: told(HEAD) }), [LENA, OMAR])).toEqual(['omar'])
    expect(asked(thread({ sticky: told(OLD) }), [LENA, OMAR])).toEqual(['lena', 'omar'])
  })

  it('are not asked of those who are asked already, by whomever', () => {
    for (const one of [null, told(HEAD), told(OLD)])
      expect(asked(thread({ sticky: one, asked: [103, 102] }), [LENA, OMAR])).toEqual([])
  })

  it('that were asked for at this head are remembered together, and those of an earlier head forgotten', () => {
    const [meant] = deedsFor(thread(), view({ ask: [OMAR] }))
    expect(meant?.learn({ ...NOTHING_TOLD, asked: [102], head: HEAD }).asked).toEqual([102, 103])
    expect(meant?.learn({ ...NOTHING_TOLD, asked: [102], head: OLD })).toEqual({
      ...NOTHING_TOLD,
      asked: [103],
      head: HEAD,
    })
  })
})

describe('lines', () => {
  it('are said once for each key', () => {
    const lines = [
      { key: 'ready:1', body: 'a' },
      { key: 'ending:1', body: 'b' },
    ]
    const there = thread({ sticky: sticky('x', { lines: ['ready:1'] }) })
    expect(gestures(there, view({ lines }))).toEqual([{ do: 'comment', on: 'PR_7', body: 'b' }])
    expect(learnt(deedsFor(there, view({ lines })), toldIn(there)).lines).toEqual(['ready:1', 'ending:1'])
  })
})

describe('the words', () => {
  const told: Told = { ...NOTHING_TOLD, lines: ['ready:1'] }

  it('are written where there are none yet, and remember whose they are', () => {
    const gesture = wordsFor(thread(), view({ by: 'record' }), told)
    expect(gesture).toMatchObject({ do: 'comment', on: 'PR_7' })
    const body = gesture?.do === 'comment' ? gesture.body : ''
    expect(readTold(body)).toEqual({ ...told, by: 'record' })
    expect(
      body
        .split('\n')
        .filter((_, at) => at !== 1)
        .join('\n'),
    ).toBe(words('🟡 Waiting'))
  })

  it('are written anew where they say something else, or remember more', () => {
    const there = thread({ sticky: sticky('🟡 Waiting', told) })
    expect(wordsFor(there, view({ words: words('🟢 Allowed') }), told)).toMatchObject({
      do: 'rewrite',
      comment: 'IC_1',
    })
    expect(wordsFor(there, view(), { ...told, lines: [] })).toMatchObject({ do: 'rewrite', comment: 'IC_1' })
  })

  it('are left where only the time of looking differs, and where nothing is to be said', () => {
    const there = thread({ sticky: sticky('🟡 Waiting', told) })
    expect(wordsFor(there, view({ words: words('🟡 Waiting', 'Daypass · later') }), told)).toBeNull()
    expect(wordsFor(there, view({ words: null }), told)).toBeNull()
  })

  it('remember nothing where nothing was said', () => {
    expect(toldIn(thread())).toEqual(NOTHING_TOLD)
    expect(toldIn(thread({ sticky: sticky('x', told) }))).toEqual(told)
  })
})
