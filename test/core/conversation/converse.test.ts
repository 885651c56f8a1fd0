// How views are brought about on GitHub: what is made, what is remembered, and what is tried again.

import { describe, expect, it } from 'vitest'
import { converse, type Talk, type Untold, untoldLine } from '../../../src/core/conversation/converse.ts'
import type { Forum, Gesture, Made } from '../../../src/core/conversation/gesture.ts'
import { readTold } from '../../../src/core/conversation/sticky.ts'
import type { Glance, Thread } from '../../../src/core/conversation/thread.ts'
import { type Answer, type EdgeErrorKind, known, unknown } from '../../../src/core/model/edge-error.ts'
import { GLANCE, HEAD, thread, view, words } from './pull.ts'

const MADE: Made = known('made')
const refusal = (kind: EdgeErrorKind, said = 'no') => unknown({ kind, call: 'GitHub', said })

/** GitHub as a script: what each round of gestures is answered, and what stands there when it is looked at again. */
interface Script {
  readonly answers?: (round: number, gesture: Gesture) => Made
  readonly named?: (numbers: readonly number[]) => Awaited<ReturnType<Forum['named']>>
}

interface Heard {
  readonly untold: readonly Untold[]
  /** Each call of `make`: where, and which gestures. */
  readonly rounds: readonly { readonly glance: Glance; readonly did: readonly string[] }[]
  readonly looked: readonly (readonly number[])[]
  readonly gestures: readonly Gesture[]
}

const again = (...threads: readonly Thread[]) =>
  known({ glance: { ...GLANCE, open: 99 }, threads: new Map(threads.map((one) => [one.number, known(one)])) })

async function heard(talks: readonly Talk[], script: Script = {}): Promise<Heard> {
  const rounds: { glance: Glance; did: string[] }[] = []
  const looked: (readonly number[])[] = []
  const gestures: Gesture[] = []
  const nobody = () => expect.fail('nobody asks that here')
  const untold = await converse(
    {
      glance: nobody,
      watch: nobody,
      open: nobody,
      named: (numbers) => {
        looked.push(numbers)
        return Promise.resolve(script.named?.(numbers) ?? again())
      },
      make: (glance, asked) => {
        rounds.push({ glance, did: asked.map((one) => one.do) })
        gestures.push(...asked)
        return Promise.resolve(asked.map((one) => script.answers?.(rounds.length, one) ?? MADE))
      },
    },
    GLANCE,
    talks,
  )
  return { untold, rounds, looked, gestures }
}

const LINE = { key: 'ready:1', body: '🟢 ready' }
const TALK: Talk = {
  thread: thread(),
  view: view({ labels: ['daypass: ready'], lines: [LINE], ask: [{ id: 8, login: 'lena' }] }),
}
const OTHER: Talk = { thread: thread({ number: 8, node: 'PR_8' }), view: view({ words: words('🟢 Allowed') }) }
const toldBy = ({ gestures }: Heard) =>
  gestures.flatMap((one) => (one.do === 'comment' && one.body !== LINE.body ? [readTold(one.body)] : []))

describe('a conversation', () => {
  it('does the deeds of all pull requests in one go, and says the words that remember them in another', async () => {
    const all = await heard([TALK, OTHER])
    expect(all.rounds).toEqual([
      { glance: GLANCE, did: ['label', 'ask', 'comment'] },
      { glance: GLANCE, did: ['comment', 'comment'] },
    ])
    expect([all.untold, all.looked]).toEqual([[], []])
    expect(toldBy(all)).toEqual([
      { by: 'preview', check: null, asked: [8], head: HEAD, lines: ['ready:1'] },
      { by: 'preview', check: null, asked: [], head: null, lines: [] },
    ])
  })

  it('writes nothing where everything stands as it should', async () => {
    const first = await heard([OTHER])
    const [said] = first.gestures
    const sticky = { node: 'IC_1', body: said?.do === 'comment' ? said.body : '' }
    expect((await heard([{ ...OTHER, thread: thread({ number: 8, sticky }) }])).gestures).toEqual([])
  })

  it('does not remember what was not made, but for who was asked in vain', async () => {
    const all = await heard([TALK], {
      answers: (round) => (round === 1 ? refusal('invalid') : MADE),
      named: () => again(),
    })
    expect(toldBy(all)).toEqual([{ by: 'preview', check: null, asked: [8], head: HEAD, lines: [] }])
  })

  it.each<[string, Gesture['do'], EdgeErrorKind, boolean]>([
    ['a review that GitHub will not ask for', 'ask', 'unreachable', false],
    ['a label that it will never set', 'label', 'denied', false],
    ['a label that does not fit', 'label', 'invalid', false],
    ['a label that it may set the next time', 'label', 'throttled', true],
    ['a label when it does not answer', 'label', 'unreachable', true],
    ['a label when it answers nonsense', 'label', 'garbage', true],
    ['a line that calls somebody', 'comment', 'denied', true],
  ])('%s is a failure: %s %s %s', async (_what, does, kind, grave) => {
    const all = await heard([TALK], {
      answers: (round, gesture) => (round === 1 && gesture.do === does ? refusal(kind) : MADE),
      named: () => again(TALK.thread),
    })
    expect(all.looked).toEqual(grave ? [[7]] : [])
    expect(all.untold).toEqual([])
  })

  it('looks again at what failed, and makes what is still missing where it is seen then', async () => {
    const fresh = thread({ labels: [{ node: 'L', name: 'daypass: ready' }], asked: [8] })
    const all = await heard([TALK, OTHER], {
      answers: (round, gesture) =>
        round === 2 && gesture.do === 'comment' && gesture.on === 'PR_7' ? refusal('conflict') : MADE,
      named: () => again(fresh),
    })
    expect(all.looked).toEqual([[7]])
    expect(all.rounds.slice(2)).toEqual([
      { glance: { ...GLANCE, open: 99 }, did: ['comment'] },
      { glance: { ...GLANCE, open: 99 }, did: ['comment'] },
    ])
    expect(all.untold).toEqual([])
  })

  it('gives up after the third time, and says of each what came first', async () => {
    let count = 0
    const all = await heard([TALK, OTHER], {
      answers: (_round, gesture) =>
        gesture.do === 'comment' && gesture.on === 'PR_7' ? refusal('denied', `no ${++count}`) : MADE,
      named: () => again(TALK.thread),
    })
    expect([all.looked, all.rounds.length]).toEqual([[[7], [7]], 6])
    expect(all.untold).toEqual([{ number: 7, because: refusal('denied', 'no 5').because }])
  })

  it('tells all that failed as failed where nobody can look again', async () => {
    const silent = refusal('unreachable', 'asleep')
    const all = await heard([TALK, OTHER], { answers: () => refusal('denied'), named: () => silent })
    expect(all.untold).toEqual([
      { number: 7, because: silent.because },
      { number: 8, because: silent.because },
    ])
    expect(all.rounds).toHaveLength(2)
  })

  it('tells of a pull request that cannot be read any more, and goes on with the others', async () => {
    const threads = new Map<number, Answer<Thread>>([
      [7, refusal('not-found', 'gone')],
      [8, known(OTHER.thread)],
    ])
    const all = await heard([TALK, OTHER], {
      answers: (round) => (round <= 2 ? refusal('denied') : MADE),
      named: (numbers) => known({ glance: GLANCE, threads: numbers.length === 2 ? threads : new Map() }),
    })
    expect(all.looked).toEqual([[7, 8], [7]])
    expect(all.rounds[2]?.did).toEqual([])
    expect(all.rounds[3]?.did).toEqual(['comment'])
    // The second look shows it no more: there is nobody to tell.
    expect(all.untold).toEqual([])
    const once = await heard([TALK], {
      answers: () => refusal('denied'),
      named: () => known({ glance: GLANCE, threads }),
    })
    expect(once.untold).toEqual([{ number: 7, because: refusal('not-found', 'gone').because }])
  })

  it('takes what was not answered for not made', async () => {
    const untold = await converse(
      {
        glance: () => Promise.resolve(known(GLANCE)),
        watch: () => expect.fail('nobody asks that here'),
        open: () => expect.fail('nobody asks that here'),
        named: () => Promise.resolve(again(OTHER.thread)),
        make: () => Promise.resolve([]),
      },
      GLANCE,
      [OTHER],
    )
    expect(untold.map(untoldLine)).toEqual([
      'Pull request #8 could not be told: GitHub: garbage (no answer to what was asked)',
    ])
  })
})
