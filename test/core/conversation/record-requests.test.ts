// What is told of several items and several requests by the record, and how long a blocked one is tried.

import { describe, expect, it } from 'vitest'
import { recordView } from '../../../src/core/conversation/record-view.ts'
import { id } from '../../../src/core/model/id.ts'
import { DAY, HOUR, instantOf, later } from '../../../src/core/model/time.ts'
import { group, policy, request, role } from '../approval/company.ts'
import { ACCEPTED, became, COMPANY, END, ended, GIVEN, glass, type Says, telling, trouble, viewOf } from './landed.ts'
import { NOW } from './pull.ts'

const USE = '**How to use it**\n```\nopen https://signin\ntake the role\n```'

describe('a request of several items', () => {
  const asked = request({ items: [policy('AmazonS3ReadOnlyAccess'), policy('AmazonEC2ReadOnlyAccess')] })
  const other = { ...GIVEN, grant: id<'grant'>('r1/marta/orders-prod/policy:AmazonEC2ReadOnlyAccess') }
  const endOf = (granted: Says['granted']) =>
    became(viewOf([{ request: asked, granted: granted ?? [] }], { now: later(END, DAY) })).filter((part) =>
      part.startsWith('ℹ️'),
    )

  it('is over for the reason of its newest end, whichever came first', () => {
    const first = ended('withdrawn', later(END, -HOUR))
    const last = ended('expired', END, other)
    const says = ['ℹ️ It ended at 2026-12-01 11:00 UTC, because its time is over.']
    expect([endOf([first, last]), endOf([last, first])]).toEqual([says, says])
    // Of two at once the one that was written last.
    expect(endOf([ended('held'), last])).toEqual(says)
  })

  it('is not over as long as one of them stands', () => {
    expect(endOf([ended('expired'), other])).toEqual([])
    expect(viewOf([{ request: asked, granted: [ended('expired'), other] }]).labels).toEqual(['daypass: partly ready'])
  })

  it('says how each is used that stands, and alike things once', () => {
    const reached = (...granted: readonly (typeof GIVEN)[]) =>
      became(viewOf([{ request: asked, granted }])).filter((part) => part.startsWith('**How'))
    expect(reached(GIVEN, other)).toEqual([USE])
    expect(reached(GIVEN, { ...other, reach: ['take the role'] })).toEqual([
      USE.replace(/\n```$/, '\ntake the role\n```'),
    ])
    expect(reached(ended('expired'), { ...other, reach: [] })).toEqual([])
  })
})

describe('how long a blocked request is tried', () => {
  const until = (asked: Says['request'], claimWithin: number) => {
    const limits = { ...COMPANY.limits, claimWithin }
    const told = telling([{ ...(asked === undefined ? {} : { request: asked }), trouble: trouble() }])
    const words = recordView({ ...told, settings: { ...COMPANY, limits } })?.words
    return /until (\S+ \S+) UTC\.\n/.exec(words ?? '')?.[1]
  }
  const at = (from: number | null, hours = 48) => ({
    ...request({}),
    when: { is: 'duration' as const, seconds: hours * HOUR, from: from === null ? null : later(NOW, from) },
  })

  it.each<[string, Says['request'], number, string]>([
    ['to its end', undefined, DAY, '2026-12-01 11:00'],
    ['to the end of the claim, counted from its landing', at(null), DAY, '2026-12-02 09:00'],
    ['or from when it begins', at(3 * HOUR), DAY, '2026-12-02 12:00'],
    ['never beyond its end', at(3 * HOUR, 1), DAY, '2026-12-01 13:00'],
  ])('%s', (_says, asked, claimWithin, expected) => {
    expect(until(asked, claimWithin)).toBe(expected)
  })

  it('where a bundle says how long, counts from the landing, too', () => {
    const items = [policy('AmazonS3ReadOnlyAccess')]
    const { at } = request({})
    const bundle = { name: 'oncall', says: 'On call', duration: 48 * HOUR, items, at }
    const asked = {
      ...request({}),
      when: { is: 'default' as const },
      lines: [
        {
          targets: [{ value: 'orders-prod', at }],
          asked: { is: 'bundle' as const, bundle: { value: 'oncall', at } },
          at,
        },
      ],
    }
    const told = telling([{ request: asked, trouble: trouble() }])
    const withBundle = { ...COMPANY, bundles: new Map([['oncall', bundle]]) }
    expect(recordView({ ...told, settings: withBundle })?.words).toContain('until 2026-12-02 09:00 UTC.')
    // Once its bundle is gone nobody knows when it ends, so that nothing is told of it.
    expect(recordView(told)).toBeNull()
  })
})

describe('several requests of one pull request', () => {
  const second = { ...request({ items: [role('admin')] }), id: id<'request'>('r2'), path: 'config/requests/r2.yaml' }

  it('are told together, the most urgent first, which gives the label', () => {
    const view = viewOf([
      { granted: [GIVEN], accepted: ACCEPTED },
      { request: second, version: '2e', trouble: trouble({ cure: '' }), glass: glass() },
    ])
    const words = view.words ?? ''
    expect(words.split('\n')[2]).toBe('## 🔴 2 requests: 1 blocked, 1 ready')
    expect(words.indexOf('r2.yaml')).toBeLessThan(words.indexOf('r1.yaml'))
    expect(view.labels).toEqual(['daypass: blocked', 'daypass: break glass'])
    expect(view.lines.map(({ key }) => key.split(':')[0])).toEqual(['ready', 'blocked', 'glass'])
  })

  it('leave out the one whose end nobody knows any more', () => {
    const lost = { ...second, when: { is: 'default' as const } }
    expect(viewOf([{ request: lost, version: '2e' }, {}]).words).not.toContain('r2.yaml')
    expect(recordView(telling([]))).toBeNull()
  })
})

describe('access to a group, which ends only when it is taken away', () => {
  it('is told as that', () => {
    const asked = request({ items: [group('operators')] })
    expect(became(viewOf([{ request: asked }], { now: instantOf(NOW) }))).toContain(
      '**⚠️ does not end by itself: it lasts until Daypass takes it away.**',
    )
  })
})
