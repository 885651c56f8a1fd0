// What is told of a refresh: what changed, what is old or incomplete, and how much there is where.

import { describe, expect, it } from 'vitest'
import { type Contents, NEVER, type PlaceState, type SectionState } from '../../../src/core/inventory/contents.ts'
import { type ChangeCount, resourcesIn, sayContents, summaryOf } from '../../../src/core/inventory/summary.ts'
import { at } from '../../support/builders.ts'

const NOW = at('2026-12-01T12:00:00Z')
const READ: SectionState = { asOf: NOW, failed: null, partial: {} }

const place = (more: Partial<PlaceState> = {}): PlaceState => ({
  id: '111122223333',
  sections: { resources: READ, access: READ },
  counts: {},
  regions: {},
  ...more,
})
const contents = (places: Contents['places']): Contents => ({ asOf: NOW, places })
const change = (added: number, removed: number, changed: number, ...some: readonly string[]): ChangeCount => ({
  added,
  removed,
  changed,
  some,
})

const PROD = place({
  counts: { 's3:bucket': 2, 's3:accesspoint': 1, 'sqs:queue': 1200, role: 7, user: 3 },
  regions: { global: 2, 'eu-west-1': 1201 },
})
const STAGE = place({
  id: '444455556666',
  sections: {
    resources: {
      asOf: at('2026-11-30T06:00:00Z'),
      failed: 'Resource Explorer: throttled (`slow | down`)',
      partial: {},
    },
    access: { ...READ, partial: { 'us-east-1': 'it is not\nindexed there' } },
  },
  counts: { 'sqs:queue': 1 },
  regions: { 'eu-west-1': 1 },
})
const CENTER = place({ id: '', sections: { resources: NEVER, access: { ...NEVER, failed: 'SSO: denied (no)' } } })

/** As it stands under one heading, without the rows before and after. */
const under = (title: string, text: string): readonly string[] =>
  text
    .slice(text.indexOf(`**${title}**`))
    .split('\n')
    .slice(2)
    .join('\n')
    .split('\n\n', 1)
    .join()
    .split('\n')

const many = <T>(count: number, of: (index: number) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${String(index).padStart(3, '0')}`, of(index)]))

describe('the summary of a refresh', () => {
  it('tells what changed, what is old, what is missing, and how much there is where', () => {
    const told = summaryOf({
      contents: contents({ 'orders-stage': STAGE, 'orders-prod': PROD, 'identity-center': CENTER }),
      changes: {
        'orders-stage': change(0, 1, 0, 'role arn:aws:iam::444455556666:role/old'),
        'orders-prod': change(1000, 2, 13, 'user a`b|c', 'resource arn:aws:s3:::new'),
      },
    })
    expect(
      told,
    ).toBe(`## 🟠 Inventory: 1 204 resources in 3 places: 1 000 added, 3 removed, 13 changed; 2 places kept from before

| place | added | removed | changed | some of it |
|---|--:|--:|--:|---|
| \`orders-prod\` | 1 000 | 2 | 13 | \`user a b c\` \`resource arn:aws:s3:::new\` |
| \`orders-stage\` | 0 | 1 | 0 | \`role arn:aws:iam::444455556666:role/old\` |

**Old or incomplete**

- 🟠 \`identity-center\`, access: never read, since \`SSO: denied (no)\`
- 🟠 \`orders-stage\`, resources: as of 2026-11-30T06:00:00Z, since \`Resource Explorer: throttled ( slow   down )\`
- ⚪ \`orders-stage\`, \`us-east-1\`: \`it is not indexed there\`

**By place**

| | | |
|---|--:|---|
| \`orders-prod\` | 1 203 | ████████████████████████ |
| \`orders-stage\` | 1 | █ |

**By service**

| | | |
|---|--:|---|
| \`sqs\` | 1 201 | ████████████████████████ |
| \`s3\` | 3 | █ |

**By region**

| | | |
|---|--:|---|
| \`eu-west-1\` | 1 202 | ████████████████████████ |
| \`global\` | 2 | █ |

<sub>As of 2026-12-01T12:00:00Z. What is here suggests; nothing is given or taken because of it.</sub>
`)
  })

  it('of an empty inventory says only that there is nothing', () => {
    expect(
      summaryOf({ contents: contents({}), changes: {} }),
    ).toBe(`## 🟢 Inventory: 0 resources in 0 places: 0 added, 0 removed, 0 changed

<sub>As of 2026-12-01T12:00:00Z. What is here suggests; nothing is given or taken because of it.</sub>
`)
  })

  it('is green where a place only lacks a region, and says which', () => {
    const told = summaryOf({
      contents: contents({ p: place({ sections: { resources: { ...READ, partial: { x: 'off' } }, access: READ } }) }),
      changes: {},
    })
    expect(told.split('\n').slice(0, 5)).toEqual([
      '## 🟢 Inventory: 0 resources in 1 place: 0 added, 0 removed, 0 changed',
      '',
      '**Old or incomplete**',
      '',
      '- ⚪ `p`, `x`: `off`',
    ])
  })

  it('draws bars to scale, and none for nothing', () => {
    const regions = { a: 24, b: 12, c: 1, d: 0 }
    expect(under('By region', summaryOf({ contents: contents({ p: place({ regions }) }), changes: {} }))).toEqual([
      '| | | |',
      '|---|--:|---|',
      `| \`a\` | 24 | ${'█'.repeat(24)} |`,
      `| \`b\` | 12 | ${'█'.repeat(12)} |`,
      '| `c` | 1 | █ |',
      '| `d` | 0 |  |',
    ])
  })

  it('has the largest first, and equals by name', () => {
    const regions = { c: 1, a: 1, d: 2, b: 1, e: 1 }
    const rows = under('By region', summaryOf({ contents: contents({ p: place({ regions }) }), changes: {} })).slice(2)
    expect(rows.map((row) => row.slice(3, 4)).join('')).toBe('dabce')
  })

  it('draws nothing where every number is nought', () => {
    const told = summaryOf({ contents: contents({ p: place({ regions: { a: 0 } }) }), changes: {} })
    expect(under('By region', told).at(-1)).toBe('| `a` | 0 |  |')
  })

  it('shows the fifteen largest, equals by name, and of the others how many and how much, without a bar', () => {
    const rows = (count: number) =>
      under(
        'By place',
        summaryOf({
          contents: contents(many(count, (index) => place({ regions: { r: index === 4 ? 3 : 2 } }))),
          changes: {},
        }),
      )
    expect(rows(15).slice(2, 4)).toEqual([
      `| \`a004\` | 3 | ${'█'.repeat(24)} |`,
      `| \`a000\` | 2 | ${'█'.repeat(16)} |`,
    ])
    expect([rows(15).length, rows(15).at(-1)]).toEqual([17, `| \`a014\` | 2 | ${'█'.repeat(16)} |`])
    expect([rows(115).length, rows(115).at(-1)]).toEqual([18, '| and 100 more | 200 |  |'])
  })

  it('shows thirty places with changes, and how many more there are', () => {
    const rows = (count: number) =>
      summaryOf({ contents: contents({}), changes: many(count, () => change(1, 0, 0)) })
        .split('\n')
        .filter((line) => /^[|-]/.test(line))
    expect([rows(30).length, rows(30).at(-1)]).toEqual([32, '| `a029` | 1 | 0 | 0 |  |'])
    expect(summaryOf({ contents: contents({}), changes: many(30, () => change(1, 0, 0)) })).not.toContain('\n\n\n')
    expect([rows(31).length, rows(31).at(-1)]).toEqual([33, '- … and 1 more places with changes'])
    expect(summaryOf({ contents: contents({}), changes: many(31, () => change(1, 0, 0)) })).toContain(
      '| `a029` | 1 | 0 | 0 |  |\n\n- … and 1 more',
    )
  })

  it('shows thirty shortcomings, and how many more there are', () => {
    const old = place({ sections: { resources: { ...READ, failed: 'no' }, access: READ } })
    const rows = (count: number) =>
      under('Old or incomplete', summaryOf({ contents: contents(many(count, () => old)), changes: {} }))
    expect([rows(30).length, rows(30).at(-1)]).toEqual([
      30,
      '- 🟠 `a029`, resources: as of 2026-12-01T12:00:00Z, since `no`',
    ])
    expect([rows(32).length, rows(32).at(-1)]).toEqual([31, '- … and 2 more of these'])
  })

  it('shows names and reasons that others wrote as code, at most 120 characters of each', () => {
    const hostile = '`</sub>|\r![x](//evil) @everybody'
    const told = summaryOf({
      contents: contents({
        p: place({ sections: { resources: { ...READ, partial: { [hostile]: hostile } }, access: READ } }),
      }),
      changes: { [`${'x'.repeat(119)}yz`]: change(0, 0, 0, hostile) },
    })
    expect(told).toContain('- ⚪ `p`, ` </sub>  ![x](//evil) @everybody`: ` </sub>  ![x](//evil) @everybody`\n')
    expect(told).toContain(`| \`${'x'.repeat(119)}y\` | 0 | 0 | 0 | \` </sub>  ![x](//evil) @everybody\` |`)
  })
})

describe('one line of a refresh', () => {
  it.each<[string, Contents['places'], Readonly<Record<string, ChangeCount>>]>([
    ['1 resource in 1 place: 0 added, 0 removed, 0 changed', { p: place({ regions: { r: 1 } }) }, {}],
    ['1 203 resources in 1 place: 3 added, 5 removed, 9 changed', { PROD }, { a: change(1, 2, 4), b: change(2, 3, 5) }],
    ['1 resource in 1 place: 0 added, 0 removed, 0 changed; 1 place kept from before', { STAGE }, {}],
    [
      '12 345 678 resources in 1 place: 0 added, 0 removed, 0 changed',
      { p: place({ regions: { r: 12_345_678 } }) },
      {},
    ],
  ])('reads: %s', (says, places, changes) => {
    expect(sayContents({ contents: contents(places), changes })).toBe(says)
  })

  it('counts resources by region, since lines of other sorts have none', () => {
    expect([resourcesIn(PROD), resourcesIn(CENTER)]).toEqual([1203, 0])
  })
})
