// How a change that asks for nothing is told before it is merged: settings, the red button, and what ends early.

import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import type { Held, Hold } from '../../../src/core/model/settings.ts'
import { AT, person, request } from '../approval/company.ts'
import { SETTINGS, told } from './previewing.ts'

describe('a change of settings', () => {
  const change = { settings: ['config/daypass.yaml', 'config/rules/a.yaml'] }
  const line = 'This changes settings (config/daypass.yaml, config/rules/a.yaml): '

  it('says how many owners must approve it, and who they are', () => {
    const story = told({ change, over: { installation: ['Roles change in orders-prod.'] } })
    expect(story.headline).toEqual({
      tone: 'waits',
      says: 'A change of settings: 2 owners other than the author must approve it',
    })
    expect(story.alarms).toEqual([
      `${line}2 owners other than the author must approve it (olga, omar)`,
      'Roles change in orders-prod.',
    ])
  })

  it('counts those who did', () => {
    const one = (...owners: readonly string[]) => told({ change, over: { owners: owners.map(person) } })
    expect(one('olga').headline.says).toBe('A change of settings: 1 owner other than the author must approve it')
    expect(one('olga').alarms[0]).toMatch(/\(olga, omar\); approved so far by olga$/)
    expect(one('olga', 'omar').headline).toEqual({
      tone: 'good',
      says: 'A change of settings, approved by olga, omar: it counts when it is merged',
    })
    expect(one('olga', 'omar').alarms[0]).toMatch(/; approved so far by olga, omar$/)
  })

  it('speaks of one owner where one is enough', () => {
    const inForce = { ...SETTINGS, owners: { ...SETTINGS.owners, approvals: 1 } }
    expect(told({ change, inForce }).alarms).toEqual([
      `${line}1 owner other than the author must approve it (olga, omar)`,
    ])
  })

  it('leaves the headline to requests', () =>
    expect(told({ change: { ...change, added: [request({})], removed: [] } }).headline.says).toBe(
      '1 finding to mend first',
    ))
})

describe('the red button', () => {
  const holds = (...all: readonly Held[]): readonly Hold[] =>
    all.map((what) => ({ what, because: 'incident', since: null, at: AT }))

  it('needs nobody, and says whom it hits', () => {
    const story = told({
      change: { settings: ['config/holds.yaml'] },
      over: {
        holds: holds(
          { is: 'everything' },
          { is: 'person', person: person('marta') },
          { is: 'target', target: id('orders-prod') },
          { is: 'request', request: 'r1' },
        ),
      },
    })
    expect(story.headline).toEqual({
      tone: 'quiet',
      says: 'The red button: it counts when it is merged; nobody has to approve that',
    })
    expect(story.alarms).toEqual([
      'The red button: nobody holds anything any more, until an owner lifts the hold (incident)',
      'The red button: marta holds nothing any more, until an owner lifts the hold (incident)',
      'The red button: nobody holds anything in orders-prod any more, until an owner lifts the hold (incident)',
      'The red button: what r1 asked for is not held any more, until an owner lifts the hold (incident)',
    ])
  })
})

describe('what a change takes away', () => {
  it('ends early, and needs nobody', () => {
    const other = { ...request({}), id: id<'request'>('r2'), path: 'config/requests/r2.yaml' }
    const story = told({ change: { removed: [request({}), other] } })
    expect(story.headline).toEqual({ tone: 'quiet', says: 'Ends early: r1, r2; nobody has to approve that' })
    expect(story.alarms).toEqual([
      'Ends early: config/requests/r1.yaml (needs no approval)',
      'Ends early: config/requests/r2.yaml (needs no approval)',
    ])
  })

  it('leaves the headline to what is asked for beside it', () => {
    const other = { ...request({}), id: id<'request'>('r2'), path: 'config/requests/r2.yaml' }
    const story = told({ change: { added: [request({})], removed: [other] } })
    expect(story.headline.says).toBe('Waiting for 1 approval by leads')
    expect(story.alarms).toEqual(['Ends early: config/requests/r2.yaml (needs no approval)'])
  })

  it('is no change of settings, whoever approved it', () =>
    expect(
      told({ change: { removed: [request({})] }, over: { owners: [person('olga'), person('omar')] } }).headline,
    ).toEqual({ tone: 'quiet', says: 'Ends early: r1; nobody has to approve that' }))

  it('is nothing where nothing changes', () =>
    expect(told({})).toMatchObject({ headline: { tone: 'quiet', says: 'Nothing to do' }, alarms: [] }))
})
