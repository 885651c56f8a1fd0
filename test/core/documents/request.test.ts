// Whether a request is read as its author wrote it, and a contradiction is told where it stands.

import { describe, expect, it } from 'vitest'
import { readRequest } from '../../../src/core/documents/request.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { DAY, HOUR } from '../../../src/core/model/time.ts'
import { at } from '../../support/builders.ts'
import { asRead } from './as-read.ts'
import { fileOf } from './files-of.ts'

const read = (...lines: readonly string[]) =>
  readRequest(fileOf('config/requests/2026/marta-queue.yaml', lines.map((line) => `${line}\n`).join('')), KINDS)

const said = (...lines: readonly string[]) =>
  read(...lines).findings.map(({ code, at, message }) => `${code} at ${at.line}:${at.column}: ${message}`)

const ACCESS = 'access: [{account: prod, bundle: oncall}]'

describe('a request', () => {
  it('that says everything is read in all its parts', () => {
    const { request, findings } = read(
      'for: marta',
      'reason: The queue is stuck',
      'ticket: INC-1',
      'from: 2026-12-01T09:00:00Z',
      'until: 2026-12-01T12:00:00+01:00',
      'breakGlass: true',
      'comment: 77',
      'extends: marta-before',
      'access:',
      '  - {account: prod, bundle: oncall}',
      '  - account: [prod, stage]',
      '    policy: ViewOnlyAccess',
      '  - {okta: Grafana Admins}',
    )
    expect(findings).toEqual([])
    expect(request?.blob).toMatch(/^[0-9a-f]{40}$/)
    expect(asRead({ ...request, blob: null })).toEqual({
      id: 'marta-queue',
      path: 'config/requests/2026/marta-queue.yaml',
      for: 'marta at 1:6',
      reason: 'The queue is stuck at 2:9',
      ticket: 'INC-1 at 3:9',
      when: { is: 'until', until: at('2026-12-01T11:00:00Z'), from: at('2026-12-01T09:00:00Z') },
      endAt: '5:8',
      lines: [
        { targets: ['prod at 10:15'], asked: { is: 'bundle', bundle: 'oncall at 10:29' }, at: '10:5' },
        {
          targets: ['prod at 11:15', 'stage at 11:21'],
          asked: {
            is: 'entitlement',
            entitlement: {
              kind: 'policy',
              what: 'policy:ViewOnlyAccess',
              says: 'the policy ViewOnlyAccess',
              permissions: {
                form: 'policy',
                policy: { what: 'policy', by: 'name', value: 'ViewOnlyAccess', at: '12:13' },
              },
              facets: { policy: ['ViewOnlyAccess'] },
              at: '11:5',
            },
          },
          at: '11:5',
        },
        {
          asked: {
            is: 'entitlement',
            entitlement: {
              kind: 'okta',
              what: 'okta:Grafana Admins',
              says: 'the Okta group Grafana Admins',
              permissions: {
                form: 'existing',
                thing: { what: 'group', by: 'name', value: 'Grafana Admins', at: '13:12' },
              },
              facets: { okta: ['Grafana Admins'] },
              at: '13:5',
              target: 'okta',
            },
          },
          at: '13:5',
        },
      ],
      breakGlass: '6:13',
      extension: { comment: 77, of: 'marta-before' },
      at: '1:1',
    })
  })

  it('that says little leaves the rest open', () => {
    const { request } = read('for: marta', 'issue: 12', ACCESS)
    expect(request).toMatchObject({
      reason: null,
      ticket: null,
      when: { is: 'default' },
      breakGlass: null,
      issue: 12,
      extension: null,
    })
    expect(request).not.toHaveProperty('endAt')
    expect(read('for: marta', ACCESS).request?.issue).toBeNull()
  })

  it('lasts as long as it says, from its merge or from when it says', () => {
    const when = (...lines: readonly string[]) => read('for: marta', ...lines, ACCESS).request?.when
    expect(when('duration: 1d12h')).toEqual({ is: 'duration', seconds: DAY + 12 * HOUR, from: null })
    expect(when('from: 2026-12-01T09:00:00Z', 'duration: 2h')).toEqual({
      is: 'duration',
      seconds: 2 * HOUR,
      from: at('2026-12-01T09:00:00Z'),
    })
    expect(when('until: 2026-12-01T09:00:00Z')).toEqual({
      is: 'until',
      until: at('2026-12-01T09:00:00Z'),
      from: null,
    })
    expect(asRead(read('for: marta', 'duration: 2h', ACCESS).request?.endAt)).toBe('2:11')
  })
})

describe('a request is not read at all', () => {
  it.each([
    [
      'when it ends in two ways',
      ['duration: 2h', 'until: 2026-12-01T09:00:00Z'],
      'time-contradiction at 2:1: `duration` and `until` both say when the access ends.',
    ],
    [
      'when it begins and never ends',
      ['from: 2026-12-01T09:00:00Z'],
      'time-contradiction at 2:1: `from` says when the access begins, and nothing says when it ends.',
    ],
    ['when it lasts no time', ['duration: 0h'], 'duration-impossible at 2:11: `0h` is not a duration.'],
    ['when its end is no time', ['until: 2026-13-01T09:00:00Z'], /^time-impossible at 2:8: /],
    ['when its beginning is no time', ['from: 2026-13-01T09:00:00Z', 'duration: 2h'], /^time-impossible at 2:7: /],
    [
      'when a clock is meant that nobody named',
      ['until: 2026-12-01T00:30'],
      "time-local at 2:8: `2026-12-01T00:30` has no offset: in London's winter it means 2026-12-01T00:30:00Z, in Berlin's 2026-11-30T23:30:00Z.",
    ],
  ])('%s', (_what, lines, message) => {
    expect(read('for: marta', ...lines, ACCESS).request).toBeNull()
    expect(said('for: marta', ...lines, ACCESS)).toEqual([
      typeof message === 'string' ? message : expect.stringMatching(message),
    ])
  })

  const BOT = '`issue` stands alone, and `comment` and `extends` stand together.'

  it.each([
    ['a comment without what it extends', ['comment: 7'], '2:10'],
    ['what it extends without a comment', ['extends: before'], '2:10'],
    ['an issue and a comment', ['issue: 3', 'comment: 7', 'extends: before'], '3:10'],
    ['an issue and what it extends', ['issue: 3', 'extends: before'], '3:10'],
  ])('when it has lines of the bot that do not belong together: %s', (_what, lines, place) => {
    expect(said('for: marta', ...lines, ACCESS)).toEqual([`bot-lines at ${place}: ${BOT}`])
  })

  it('when one of its items is refused, and each is told', () => {
    const { request, findings } = read(
      'for: marta',
      'duration: 2h',
      'access:',
      '  - {account: prod, policy: team/Reader}',
      '  - {account: prod, role: "*"}',
    )
    expect(request).toBeNull()
    expect(findings.map(({ code, at }) => `${code} at ${at.line}`)).toEqual(['name-syntax at 4', 'name-syntax at 5'])
  })
})
