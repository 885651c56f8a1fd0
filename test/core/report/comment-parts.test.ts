// What the comment says beside requests: what failed, what is in the way, what is exactly given; and what it leaves out.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { DAY, later } from '../../../src/core/model/time.ts'
import { renderComment } from '../../../src/core/report/comment.ts'
import type { ItemStory, Story } from '../../../src/core/report/story.ts'
import { finding, NOW } from './stories.ts'
import { failed, ITEM, names, QUIET, REQUEST, SHRINK, STEP, TAKE } from './told.ts'

const blocks = (over: Partial<Story>): readonly string[] => renderComment({ ...QUIET, ...over }).split('\n\n')
const below = (over: Partial<Story>) => blocks(over).slice(2, -1)
const BLOB = 'https://github.com/example/access/blob/3f786850e387550fdab836ed7e6dc881de23001b'
const folded = (title: string, ...inside: readonly string[]) => [
  `<details><summary>${title}</summary>`,
  ...inside,
  '</details>',
]

describe('the frame of the comment', () => {
  it.each([
    ['good', '🟢'],
    ['waits', '🟡'],
    ['bad', '🔴'],
    ['quiet', '⚪'],
  ] as const)('has a sign for what is %s', (tone, sign) => {
    expect(blocks({ headline: { tone, says: 'So it *is*' } })[1]).toBe(`## ${sign} So it \\*is\\*`)
  })

  const LAST = '<sub>Daypass · `3f786850e387` at 2026-11-22 08:00 UTC · '
  it.each<[string, Partial<Story>, string]>([
    ['a look just now', {}, `${LAST}compared with the cloud just now</sub>\n`],
    [
      'a look as it once was',
      { basis: { is: 'snapshot', asOf: later(NOW, -DAY) } },
      `${LAST}compared with the cloud of 2026-11-21 08:00 UTC (1d old)</sub>\n`,
    ],
    ['files alone', { basis: { is: 'git' } }, `${LAST}from the files alone; the cloud was not looked at</sub>\n`],
    ['no commit', { head: null }, '<sub>Daypass · 2026-11-22 08:00 UTC · compared with the cloud just now</sub>\n'],
    [
      'a clock that begins to run with the merge',
      { requests: [REQUEST, { ...REQUEST, window: { is: 'after merge', seconds: 60, from: null } }] },
      `${LAST}compared with the cloud just now · time runs from the merge, time in a merge queue included</sub>\n`,
    ],
    ['a clock that runs already', { requests: [REQUEST] }, `${LAST}compared with the cloud just now</sub>\n`],
  ])('ends with what it was known from: %s', (_says, over, last) => {
    expect(blocks(over).at(-1)).toBe(last)
  })

  it('has nothing else where nothing is to be told', () => expect(below({})).toEqual([]))

  it('tells how late access was taken away lately', () =>
    expect(below({ lateness: 'Taken away 1m after.' })).toEqual(['<sub>Taken away 1m after.</sub>']))
})

describe('what went wrong', () => {
  it('stands above all, taking first', () => {
    const steps = [STEP, TAKE, SHRINK]
    const why = 'Daypass may not do that there (`iam:AttachUserPolicy in 111122223333`: no)'
    expect(
      below({ steps, outcomes: steps.map((step) => failed(step, 'no')), alarms: ['A `x` is *lost*'] }).slice(0, 2),
    ).toEqual([
      [
        '> [!CAUTION]',
        `> - **COULD NOT TAKE AWAY**, because it is on hold: the badge — ${why}`,
        `> - **COULD NOT TAKE AWAY**, because somebody changed it by hand: a set — ${why}`,
        `> - **Could not give** marta may read and purge the queues orders\\* in orders-prod — ${why}`,
      ].join('\n'),
      '> [!CAUTION]\n> - A `x` is \\*lost\\*',
    ])
  })

  it('is what cannot be given, with its place and what to do where there is one', () =>
    expect(
      below({
        blocked: [
          { grants: [], because: 'No room.', cure: 'Ask for less.', at: { file: 'a/b.yaml', line: 4, column: 1 } },
          { grants: [], because: 'No user.', cure: '' },
        ],
      }),
    ).toEqual([
      '### 🔴 Cannot be given',
      `- No room. [\`b.yaml:4\`](${BLOB}/a/b.yaml#L4)\n  **What to do:** Ask for less.\n- No user.`,
    ]))

  it('is what cannot be taken away, under a heading of its own and first', () =>
    expect(
      below({
        blocked: [
          { grants: [], because: 'No room.', cure: '' },
          { grants: [], because: 'throttled', cure: '', does: 'takes' },
        ],
      }),
    ).toEqual(['### 🔴 Cannot be taken away', '- throttled', '### 🔴 Cannot be given', '- No room.']))

  it('is what the files have, errors first', () => {
    const file = 'config/requests/2026/11/orders-queue-stuck.yaml'
    const at = (line: number) => `[\`orders-queue-stuck.yaml:${line}\`](${BLOB}/${file}#L${line})`
    const idle = { ...finding(1, 'Idle.'), code: 'action-idle', cure: '' } as const
    expect(below({ findings: [idle, finding(2, 'Twice.')] })).toEqual([
      '### 2 findings in the files',
      `- 🔴 Twice. ${at(2)}\n  **What to do:** Write it once.\n- ⚠️ Idle. ${at(1)}`,
    ])
    expect(below({ findings: [idle] })[0]).toBe('### 1 finding in the files')
  })
})

describe('exact permissions', () => {
  const exact = (...items: readonly Partial<ItemStory>[]) =>
    below({ requests: [{ ...REQUEST, items: items.map((over) => ({ ...ITEM, says: 'logs', ...over })) }] }).slice(5)

  it('are folded away, policies as JSON, names as they are', () =>
    expect(exact({ exact: ['{', '}'] }, { exact: ['ops{'] }, { exact: [] })).toEqual(
      folded('Exact permissions', 'logs in orders-prod:\n```json\n{\n}\n```', 'logs in orders-prod:\n```\nops{\n```'),
    ))

  it('tell what is not in them', () => {
    const more = names(31).map((name) => `\`${name}\``)
    const told = (count: number) => exact({ exact: ['ops'], leftOut: names(count) })[2]
    expect(told(1)).toBe('Not in it, because AWS can limit it to no part of this: `a1`.')
    expect(told(2)).toBe('Not in it, because AWS can limit them to no part of this: `a1`, `a2`.')
    expect(told(30)).toBe(`Not in it, because AWS can limit them to no part of this: ${more.slice(0, 30).join(', ')}.`)
    expect(told(31)).toBe(
      `Not in it, because AWS can limit them to no part of this: ${more.slice(0, 30).join(', ')}, … and 1 more.`,
    )
  })

  it('are cut after 400 lines, and after a hundred items', () => {
    expect(exact({ exact: names(400) })[1]?.split('\n')).toHaveLength(403)
    const long = exact({ exact: names(402) })[1]?.split('\n') ?? []
    expect(long).toHaveLength(404)
    expect(long.at(-2)).toBe('… and 2 lines more')
    const many = exact(...names(102).map((says) => ({ says, exact: ['ops'] }))).slice(1)
    expect(many).toHaveLength(103)
    expect(many.slice(-3)).toEqual(['a100 in orders-prod:\n```\nops\n```', '… and 2 items more', '</details>'])
  })

  it('are not there where nobody knows them yet', () => expect(exact({ exact: [] })).toEqual([]))
})

describe('calls', () => {
  const called = (count: number) => ({
    ...TAKE,
    calls: names(count).map((op) => ({ op, lane: id<'lane'>('l'), effect: 'takes' as const, with: { n: 1 } })),
  })

  it('are folded away, as what will happen or as what was done', () => {
    const line = 'take away: the badge, because it is on hold'
    const calls = ['    takes    a1 {"n":1}', '    takes    a2 {"n":1}']
    const told = (outcomes: Story['outcomes']) => below({ steps: [called(2)], outcomes })
    const block = (end: string) => ['```', `${line}${end}`, ...calls, '```'].join('\n')
    expect(told([])).toEqual(folded('What happens after the merge: 1 step, 2 calls', block('')))
    const step = TAKE.id
    const done = 'What was done: 1 step, 2 calls'
    expect(told([{ step, is: 'done', already: false, confirmed: NOW }])).toEqual(folded(done, block('  [done]')))
    expect(told([{ step, is: 'skipped', because: 'too-late' }])).toEqual(folded(done, block('  [too late for it now]')))
    expect(told([{ step: id('x'), is: 'done', already: false, confirmed: NOW }])).toEqual(folded(done, block('')))
  })

  it('are cut after 200 lines', () => {
    const lines = (count: number) => below({ steps: [called(count)] })[1]?.split('\n') ?? []
    expect(lines(199)).toHaveLength(202)
    expect(lines(201)).toHaveLength(203)
    expect(lines(201).at(-2)).toBe('… and 2 lines more')
    const steps = names(201).map((says) => ({ ...called(0), says }))
    expect(below({ steps })[1]?.split('\n').at(-2)).toBe('… and 1 line more')
  })
})
