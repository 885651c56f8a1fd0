// Who holds what when, drawn.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { HOUR, later } from '../../../src/core/model/time.ts'
import type { Live } from '../../../src/core/report/story.ts'
import { renderBars, renderGantt } from '../../../src/core/report/timeline.ts'
import { NOON } from '../../support/builders.ts'

const holds = (
  person: string,
  says: string,
  from: number,
  until: number,
  more: { readonly target?: string; readonly ends?: Live['ends'] } = {},
): Live => ({
  person: id(person),
  target: id(more.target ?? 'prod'),
  says,
  window: { from: later(NOON, from * HOUR), until: later(NOON, until * HOUR) },
  ends: more.ends ?? 'by itself',
})

const COMPANY: readonly Live[] = [
  holds('noor', 'group: operators, #1; done', 1, 4, { ends: 'only when taken away' }),
  holds('marta', 'read queues', -1, 2, { target: 'stage' }),
  holds('marta', 'read queues', -1, 2),
  holds('marta', 'read logs', -1, 2),
  holds('marta', 'role ops', -1, 1, { ends: 'for new sessions only' }),
]

describe('the chart', () => {
  it('has a section a person, what ends first above, and what does not end by itself in red', () =>
    expect(renderGantt(COMPANY, NOON)).toBe(
      [
        '```mermaid',
        'gantt',
        '  title Access that is live or to come (UTC)',
        '  dateFormat YYYY-MM-DDTHH:mm',
        '  axisFormat %m-%d %H:%M',
        '  todayMarker off',
        '  now :milestone, now, 2026-12-01T12:00, 0m',
        '  section marta',
        '  role ops in prod :crit, g0, 2026-12-01T11:00, 2026-12-01T13:00',
        '  read logs in prod :active, g1, 2026-12-01T11:00, 2026-12-01T14:00',
        '  read queues in prod :active, g2, 2026-12-01T11:00, 2026-12-01T14:00',
        '  read queues in stage :active, g3, 2026-12-01T11:00, 2026-12-01T14:00',
        '  section noor',
        '  group operators 1 done in prod :crit, g4, 2026-12-01T13:00, 2026-12-01T16:00',
        '```',
      ].join('\n'),
    ))

  it('does not depend on the order in which it learns of things', () =>
    expect(renderGantt(COMPANY.toReversed(), NOON)).toBe(renderGantt(COMPANY, NOON)))

  it('keeps a name in other letters, and calls one of signs alone unnamed', () => {
    const rows = renderGantt([holds(';;', 'Zoë/a_b-c.d:2', 0, 1)], NOON).split('\n')
    expect(rows.slice(7, 9)).toEqual([
      '  section unnamed',
      '  Zoë/a_b-c.d 2 in prod :active, g0, 2026-12-01T12:00, 2026-12-01T13:00',
    ])
  })

  it('shows forty and says so where there are more', () => {
    const times = (count: number) => Array.from({ length: count }, (_, at) => holds('marta', `badge ${at}`, 0, 1))
    const rows = (count: number) => renderGantt(times(count), NOON).split('\n')
    expect(rows(40)).toHaveLength(40 + 9)
    expect(rows(40)[2]).toBe('  title Access that is live or to come (UTC)')
    expect(rows(41)).toHaveLength(40 + 9)
    expect(rows(41)[2]).toBe('  title Access that is live or to come (UTC), first 40 shown')
  })

  it('is not drawn where nobody holds anything', () => {
    expect(renderGantt([], NOON)).toBe('')
    expect(renderBars([], NOON, 40)).toBe('')
  })
})

describe('the bars', () => {
  it('show what is gone by, what is left, what is to come, and now', () =>
    expect(renderBars([...COMPANY, holds('zoe', 'badge', -1, 0)], NOON, 10)).toBe(
      [
        '                                         2026-12-01T11:00:00Z to 2026-12-01T16:00:00Z, now 2026-12-01 12:00 UTC',
        'marta: role ops in prod                  ··██       1h left',
        'marta: read logs in prod                 ··████     2h left',
        'marta: read queues in prod               ··████     2h left',
        'marta: read queues in stage              ··████     2h left',
        'noor: group: operators, #1; done in prod   │ ░░░░░░ 4h left',
        'zoe: badge in prod                       ··│        over',
        '',
      ].join('\n'),
    ))

  it.each([
    [0, 10],
    [10.9, 10],
    [37, 37],
    [1000, 200],
  ])('of a terminal with %d columns to spare are %d wide', (width, columns) => {
    const [, row] = renderBars([holds('marta', 'badge', 0, 5)], NOON, width).split('\n')
    expect(row).toBe(`marta: badge in prod ${'█'.repeat(columns)} 5h left`)
  })

  it('are never without a column, however short the access', () => {
    const short = { ...holds('marta', 'badge', 0, 0), window: { from: NOON, until: later(NOON, 60) } }
    const rows = renderBars([short, holds('noor', 'badge', 0, 100)], NOON, 10).split('\n')
    expect(rows[1]).toBe('marta: badge in prod █          1m left')
    expect(rows[2]).toBe('noor: badge in prod  ██████████ 4d 4h left')
  })

  it('show what ends as it begins in the last column, where it is the last', () => {
    const [, , row] = renderBars([holds('marta', 'badge', 0, 5), holds('noor', 'badge', 5, 5)], NOON, 10).split('\n')
    expect(row).toBe('noor: badge in prod  │        ░ 5h left')
  })

  it('have now at their end where all is over', () => {
    const [head, row] = renderBars([holds('marta', 'badge', -4, -2)], NOON, 10).split('\n')
    expect(head?.trim()).toBe('2026-12-01T08:00:00Z to 2026-12-01T12:00:01Z, now 2026-12-01 12:00 UTC')
    expect(row).toBe('marta: badge in prod ·····    │ over')
  })
})
