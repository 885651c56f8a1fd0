// What the comment says of one request, in all its forms.

import { describe, expect, it } from 'vitest'
import { HOUR, later } from '../../../src/core/model/time.ts'
import { renderComment } from '../../../src/core/report/comment.ts'
import type { DecisionStory, ItemStory, Missing, RequestStory, Story } from '../../../src/core/report/story.ts'
import { NOW } from './stories.ts'
import { failed, ITEM, names, QUIET, REQUEST, STEP, WAY } from './told.ts'

const BLOB = 'https://github.com/example/access/blob/3f786850e387550fdab836ed7e6dc881de23001b'
const FILE = 'config/requests/2026/11/orders-queue-stuck.yaml'

/** Paragraphs between the headline and the last line. */
const below = (over: Partial<Story>): readonly string[] =>
  renderComment({ ...QUIET, ...over })
    .split('\n\n')
    .slice(2, -1)
const ofRequest = (over: Partial<RequestStory>, story: Partial<Story> = {}) =>
  below({ requests: [{ ...REQUEST, ...over }], ...story })
const LINK = `[\`orders-queue-stuck\`](${BLOB}/${FILE}#L1)`
const ALLOWED = `✅ Allowed: approved by **anna** — rule [\`production\`](${BLOB}/config/rules/production.yaml#L2)`
const WHEN = '2026-11-22 08:00 to 10:00 UTC'

describe('the title of a request', () => {
  it.each<[string, Partial<RequestStory>, readonly string[]]>([
    ['says who and when', {}, [`### marta · ${WHEN}`, LINK, ALLOWED]],
    ['says why', { reason: 'it is *stuck*' }, [`### marta · ${WHEN}`, '> it is \\*stuck\\*', LINK, ALLOWED]],
    ['names the ticket', { ticket: 'INC-1' }, [`### marta · ${WHEN}`, `${LINK} · \`INC-1\``, ALLOWED]],
    [
      'names who asked for another',
      { requester: 'otto' as never },
      [`### marta · ${WHEN}`, `${LINK} · asked for by **otto**`, ALLOWED],
    ],
    ['names no requester where none is known', { requester: null }, [`### marta · ${WHEN}`, LINK, ALLOWED]],
    [
      'counts from the merge',
      { window: { is: 'after merge', seconds: 2 * HOUR, from: null } },
      ['### marta · 2h from the merge', LINK, ALLOWED],
    ],
    [
      'counts from the merge, not before',
      { window: { is: 'after merge', seconds: 2 * HOUR, from: NOW } },
      ['### marta · 2h from the merge, not before 2026-11-22 08:00 UTC', LINK, ALLOWED],
    ],
  ])('%s', (_says, over, blocks) => {
    expect(ofRequest(over)).toEqual(blocks)
  })

  it('says how it stands where the headline speaks of something else', () => {
    const two = below({ requests: [REQUEST, { ...REQUEST, state: 'waiting', path: 'b' }] })
    expect(two.filter((block) => block.startsWith('###'))).toEqual([
      `### 🟡 Waiting · marta · ${WHEN}`,
      `### 🟢 Ready · marta · ${WHEN}`,
    ])
    expect(ofRequest({}, { steps: [STEP], outcomes: [failed(STEP, 'no')] })).toContain(`### 🟢 Ready · marta · ${WHEN}`)
  })

  it('names its file where it cannot lead there', () =>
    expect(ofRequest({}, { web: null })[1]).toBe(`\`orders-queue-stuck\` (\`${FILE}:1\`)`))
})

describe('its items', () => {
  const items = (...all: readonly Partial<ItemStory>[]) =>
    ofRequest({ items: all.map((over) => ({ ...ITEM, exact: [], ...over })) }).slice(2, -1)
  const says = '- read and purge the queues orders\\*'
  const TARGET = '**orders-prod** · `111122223333`'

  it.each<[string, readonly Partial<ItemStory>[], readonly string[]]>([
    ['one that ends', [{}], [`${TARGET}\n${says}`, '⏱️ It ends by itself.']],
    ['two that end', [{}, {}], [`${TARGET}\n${says}\n${says}`, '⏱️ All of it ends by itself.']],
    [
      'all that do not',
      [{ ends: 'only when taken away' }, { ends: 'only when taken away' }],
      [`${TARGET}\n${says}\n${says}`, '**⚠️ does not end by itself: it lasts until Daypass takes it away.**'],
    ],
    [
      'all that end for new sessions only',
      [{ ends: 'for new sessions only' }],
      [`${TARGET}\n${says}`, '**⚠️ ends by itself for new sessions only.**'],
    ],
    [
      'each where they end differently',
      [{}, { ends: 'for new sessions only' }],
      [`${TARGET}\n${says} · ends by itself\n${says} · ⚠️ ends by itself for new sessions only`],
    ],
    [
      'bundles, and risks before the rest',
      [{}, { risk: 'high', bundle: 'oncall' }],
      [
        `${TARGET}\n- 🟠 **high risk** · read and purge the queues orders\\* · from \`oncall\`\n${says}`,
        '⏱️ All of it ends by itself.',
      ],
    ],
    [
      'what could last, and how',
      [{ risk: 'escalating', escalating: names(5) }],
      [
        `${TARGET}\n- 🔴 **could be turned into lasting access** (\`a1\`, \`a2\`, \`a3\`, \`a4\`, \`a5\`) · read and purge the queues orders\\*`,
        '⏱️ It ends by itself.',
      ],
    ],
    [
      'what could last in more than five ways',
      [{ risk: 'escalating', escalating: names(6) }],
      [
        `${TARGET}\n- 🔴 **could be turned into lasting access** (\`a1\`, \`a2\`, \`a3\`, \`a4\`, \`a5\`, …) · read and purge the queues orders\\*`,
        '⏱️ It ends by itself.',
      ],
    ],
    [
      'what could last though nobody can say how',
      [{ risk: 'escalating' }],
      [
        `${TARGET}\n- 🔴 **could be turned into lasting access** · read and purge the queues orders\\*`,
        '⏱️ It ends by itself.',
      ],
    ],
  ])('tell %s', (_says, all, blocks) => {
    expect(items(...all)).toEqual(blocks)
  })

  it('are shown under their targets, a hundred of them', () => {
    const many = items(...names(103).map((says, at) => ({ says, account: String(at % 2) })))
    expect(many).toHaveLength(4)
    expect(many[0]?.split('\n')).toHaveLength(51)
    expect(many[1]?.split('\n')).toHaveLength(51)
    expect(many.slice(2)).toEqual(['- … and 3 items more', '⏱️ All of it ends by itself.'])
  })

  it('are not told where there are none', () => expect(items()).toEqual([]))
})

describe('its decision', () => {
  const decided = (decision: DecisionStory, over: Partial<RequestStory> = {}) =>
    ofRequest({ ...over, decision }).slice(2)
  const way = (over: Partial<Missing> = {}): Missing => ({ ...WAY, people: [], of: 'leads', at: null, ...over })
  const waits = (...missing: readonly (readonly Missing[])[]): DecisionStory => ({
    is: 'waiting',
    missing,
    until: null,
  })

  it.each<[string, DecisionStory, readonly string[]]>([
    ['was made before', { is: 'settled', says: 'Proved *before*' }, ['✅ Proved \\*before\\*']],
    ['is open', { is: 'undecided', because: '`x` was not read' }, ['⚪ Not decided yet: `x` was not read']],
    [
      'needs nobody',
      { is: 'allowed', approvers: [], rule: 'sandbox', at: null },
      ['✅ Allowed: nobody has to approve — rule `sandbox`'],
    ],
    [
      'names twenty approvers, and counts the others',
      { is: 'allowed', approvers: names(21), rule: 'r', at: null },
      [
        `✅ Allowed: approved by ${names(20)
          .map((name) => `**${name}**`)
          .join(', ')} and 1 other — rule \`r\``,
      ],
    ],
    [
      'refuses with rule, with place, with neither',
      {
        is: 'refused',
        objections: [
          { says: 'No.', cure: 'Ask.', rule: 'payer', at: null },
          { says: 'No.', cure: '', rule: null, at: { file: 'a/b.yaml', line: 2, column: 1 } },
          { says: 'No.', cure: '', rule: null, at: null },
        ],
      },
      ['⛔ No. — rule `payer`\n**What to do:** Ask.', `⛔ No. [\`b.yaml:2\`](${BLOB}/a/b.yaml#L2)`, '⛔ No.'],
    ],
    ['waits', waits([way()]), ['⏳ **Still missing**:\n- **1 approval** by **leads** — rule `production`']],
    [
      'waits until when',
      { is: 'waiting', missing: [[way({ approvals: 2 })]], until: later(NOW, HOUR) },
      ['⏳ **Still missing** (until 2026-11-22 09:00 UTC):\n- **2 approvals** by **leads** — rule `production`'],
    ],
    [
      'has ways, of which five are told and the others counted',
      waits(
        names(6).map((of) => way({ of })),
        [way()],
      ),
      [
        [
          '⏳ **Still missing**:',
          '- **1 approval** by **a1** — rule `production`',
          ...['a2', 'a3', 'a4', 'a5'].map((of) => `  - or **1 approval** by **${of}** — rule \`production\``),
          '  - or in 1 other way',
          '- **1 approval** by **leads** — rule `production`',
        ].join('\n'),
      ],
    ],
    [
      'has five ways, which are all told',
      waits(names(5).map((of) => way({ of }))),
      [
        [
          '⏳ **Still missing**:',
          '- **1 approval** by **a1** — rule `production`',
          ...['a2', 'a3', 'a4', 'a5'].map((of) => `  - or **1 approval** by **${of}** — rule \`production\``),
        ].join('\n'),
      ],
    ],
    [
      'names eight who could approve',
      waits([way({ people: names(8) })], [way({ people: names(10) })]),
      [
        [
          '⏳ **Still missing**:',
          '- **1 approval** by **leads** (a1, a2, a3, a4, a5, a6, a7, a8) — rule `production`',
          '- **1 approval** by **leads** (a1, a2, a3, a4, a5, a6, a7, a8 and 2 others) — rule `production`',
        ].join('\n'),
      ],
    ],
  ])('%s', (_says, decision, blocks) => {
    expect(decided(decision)).toEqual(blocks)
  })

  it('stands between what is loud and what it hangs on', () =>
    expect(
      decided(waits([way()]), {
        breakGlass: 'sam must review it.',
        emergency: 'Add the line `x`.',
        provided: 'Once more.',
      }),
    ).toEqual([
      '🔴 **BREAK GLASS** · sam must review it.',
      '⏳ **Still missing**:\n- **1 approval** by **leads** — rule `production`',
      '🚨 Add the line `x`.',
      'ℹ️ Once more.',
    ]))
})

describe('how to use it', () => {
  it('is told to whoever got it, as it is typed', () =>
    expect(ofRequest({ reach: ['aws login', 'aws s3 ls'] }).at(-1)).toBe(
      '**How to use it**\n```\naws login\naws s3 ls\n```',
    ))
})
