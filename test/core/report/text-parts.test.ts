// The parts of a terminal's report, each in all its forms: items, decisions, what is in the way, steps.

import { describe, expect, it } from 'vitest'
import { later } from '../../../src/core/model/time.ts'
import { COLOURED, PLAIN } from '../../../src/core/report/palette.ts'
import type { DecisionStory, ItemStory, RequestStory, Story } from '../../../src/core/report/story.ts'
import { renderText } from '../../../src/core/report/text.ts'
import { finding, NOW } from './stories.ts'
import { failed, faint, green, ITEM, names, QUIET, REQUEST, red, SHRINK, STEP, TAKE, WAY, yellow } from './told.ts'

/** Below the two lines of the headline and the empty one. */
const below = (over: Partial<Story>, palette = PLAIN): readonly string[] =>
  renderText({ ...QUIET, ...over }, palette)
    .split('\n')
    .slice(3, -1)
const ofRequest = (over: Partial<RequestStory>, palette = PLAIN) =>
  below({ requests: [{ ...REQUEST, ...over }] }, palette).slice(1)

describe('an item on a terminal', () => {
  const line = (over: Partial<ItemStory>) => ofRequest({ items: [{ ...ITEM, ...over }] }).slice(0, -1)
  const says = 'read and purge the queues orders* in orders-prod'

  it.each<[string, Partial<ItemStory>, readonly string[]]>([
    ['says what and where', {}, [`  - ${says}  ends by itself`]],
    ['names its bundle', { bundle: 'oncall' }, [`  - ${says} (oncall)  ends by itself`]],
    [
      'says that it could last though nobody can say how',
      { risk: 'escalating' },
      [`  - could be turned into lasting access  ${says}  ends by itself`],
    ],
    [
      'names five ways in which it could last',
      { risk: 'escalating', escalating: names(6) },
      [`  - could be turned into lasting access (a1, a2, a3, a4, a5)  ${says}  ends by itself`],
    ],
    [
      'says what is left out of it',
      { leftOut: names(3) },
      [`  - ${says}  ends by itself`, '      without a1, a2, a3, which cannot be limited to it'],
    ],
    [
      'names three of what is left out',
      { leftOut: names(5) },
      [`  - ${says}  ends by itself`, '      without a1, a2, a3 and 2 more, which cannot be limited to it'],
    ],
  ])('%s', (_says, over, lines) => {
    expect(line(over)).toEqual(lines)
  })
})

describe('a decision on a terminal', () => {
  const missing = { approvals: 1, of: 'leads', people: [], rule: 'prod', at: null }

  it.each<[string, DecisionStory, readonly string[]]>([
    ['that was made before is not repeated', { is: 'settled', says: 'Proved before' }, ['  Proved before']],
    [
      'that is open says why',
      { is: 'undecided', because: 'nobody looked' },
      [`  ${faint('not decided yet')}  nobody looked`],
    ],
    [
      'names who approved',
      { is: 'allowed', approvers: ['anna', 'ben'], rule: 'prod', at: null },
      [`  ${green('allowed')}  by anna, ben, rule prod`],
    ],
    [
      'says that nobody had to approve',
      { is: 'allowed', approvers: [], rule: 'prod', at: null },
      [`  ${green('allowed')}  nobody has to approve, rule prod`],
    ],
    [
      'says why not, without a rule, a place or a cure where there is none',
      { is: 'refused', objections: [{ says: 'No.', cure: '', rule: null, at: null }] },
      [`  ${red('not allowed')}  No.`],
    ],
    [
      'waits until when',
      { is: 'waiting', missing: [[missing]], until: NOW },
      [`  ${yellow('missing')} until 2026-11-22 08:00 UTC  1 approval by leads, rule prod`],
    ],
    [
      'has a line for each approval that is missing, and its ways in it',
      {
        is: 'waiting',
        missing: [
          [
            { ...missing, approvals: 2 },
            { ...missing, of: 'owners' },
          ],
          [{ ...missing, people: names(8) }],
        ],
        until: null,
      },
      [
        `  ${yellow('missing')}  2 approvals by leads, rule prod; or 1 approval by owners, rule prod`,
        `  ${yellow('missing')}  1 approval by leads (a1, a2, a3, a4, a5, a6, a7, a8), rule prod`,
      ],
    ],
    [
      'names eight who could approve and counts the others',
      { is: 'waiting', missing: [[{ ...WAY, people: names(10) }]], until: null },
      [
        `  ${yellow('missing')}  1 approval by orders-leads (a1, a2, a3, a4, a5, a6, a7, a8, 2 others), rule production, config/rules/production.yaml:2:3`,
      ],
    ],
  ])('%s', (_says, decision, lines) => {
    expect(ofRequest({ decision }, COLOURED)).toEqual(lines)
  })
})

describe('what is in the way, on a terminal', () => {
  it('has no place and no cure where there is none', () =>
    expect(below({ blocked: [{ grants: [], because: 'No room.', cure: '' }] })).toEqual(['blocked  No room.']))

  it('of the files is painted by how grave it is', () =>
    expect(
      below({ findings: [finding(1, 'Twice.'), { ...finding(2, 'Idle.'), code: 'action-idle', cure: '' }] }, COLOURED),
    ).toEqual([
      `config/requests/2026/11/orders-queue-stuck.yaml:1:3  ${red('error')}  Twice.  ${faint('yaml-syntax')}`,
      '    → Write it once.',
      `config/requests/2026/11/orders-queue-stuck.yaml:2:3  ${yellow('warning')}  Idle.  ${faint('action-idle')}`,
    ]))
})

describe('steps on a terminal', () => {
  const asked = 'marta may read and purge the queues orders* in orders-prod'

  it('say what is done until when and why; taking has no end', () =>
    expect(below({ steps: [TAKE, SHRINK, STEP, { ...STEP, until: null }] })).toEqual([
      '- take away  the badge  because it is on hold',
      '~ change  a set until 2026-11-22 10:00 UTC  because somebody changed it by hand',
      `+ give  ${asked} until 2026-11-22 10:00 UTC  because it was asked for and approved`,
      `+ give  ${asked}  because it was asked for and approved`,
    ]))

  it('say what came of them', () => {
    const ends = (outcomes: Story['outcomes']) => below({ steps: [TAKE], outcomes }, COLOURED)[0]
    const so = `- take away  the badge  ${faint('because it is on hold')}`
    const step = TAKE.id
    expect(ends([])).toBe(so)
    expect(ends([{ step: STEP.id, is: 'done', already: false, confirmed: NOW }])).toBe(so)
    expect(ends([{ step, is: 'done', already: false, confirmed: NOW }])).toBe(`${so}${green('  done')}`)
    expect(ends([{ step, is: 'done', already: true, confirmed: NOW }])).toBe(`${so}${green('  already so')}`)
    expect(ends([failed(TAKE, 'no')])).toBe(`${so}${red('  FAILED')}`)
    expect(ends([{ step, is: 'skipped', because: 'too-late' }])).toBe(
      `${so}${yellow('  not done: too late for it now')}`,
    )
  })

  it('that failed are told again at the end, and what could not be taken away last of all', () => {
    const steps = [TAKE, STEP, SHRINK]
    const told = below({ steps, outcomes: steps.map((step) => failed(step, `no: ${step.says}`)) }, COLOURED)
    const why = (says: string) => `Daypass may not do that there (iam:AttachUserPolicy in 111122223333: no: ${says})`
    expect(told.slice(4)).toEqual([
      red(`could not give  ${asked}: ${why(asked)}`),
      red(`!!! COULD NOT TAKE AWAY  a set, because somebody changed it by hand: ${why('a set')}`),
      red(`!!! COULD NOT TAKE AWAY  the badge, because it is on hold: ${why('the badge')}`),
    ])
  })
})

describe('what people wrote, on a terminal', () => {
  const long = 'x'.repeat(700)
  const cut = (length: number) => `${'x'.repeat(length - 1)}…`

  it('is cut where it would fill the screen', () => {
    expect(below({ alarms: [long] })).toEqual([`! ${cut(600)}`])
    expect(below({ blocked: [{ grants: [], because: long, cure: long }] })).toEqual([
      `blocked  ${cut(600)}`,
      `         → ${cut(600)}`,
    ])
    expect(below({ findings: [{ ...finding(1, long), cure: long }] })).toEqual([
      `config/requests/2026/11/orders-queue-stuck.yaml:1:3  error  ${cut(600)}  yaml-syntax`,
      `    → ${cut(600)}`,
    ])
    expect(ofRequest({ breakGlass: long, provided: long, reach: [long], reason: long, ticket: long })).toEqual([
      `  ${cut(300)} · ${cut(300)}`,
      `  BREAK GLASS  ${cut(600)}`,
      '  allowed  by anna, rule production',
      `  ${cut(600)}`,
      `  use it  ${cut(600)}`,
    ])
  })

  it('has no power in what is left out of a policy either', () =>
    expect(
      ofRequest({ items: [{ ...ITEM, leftOut: ['s3:Get\u001b[2J', 's3:A\nReady', '##[error]x'] }] }).slice(1, -1),
    ).toEqual(['      without s3:Get‹U+001B›[2J, s3:A Ready, ## [error]x, which cannot be limited to it']))

  it('does not begin a command of a log', () =>
    expect(ofRequest({ reason: '::error::x', provided: '##[error]x', decision: { is: 'settled', says: '' } })).toEqual([
      '  : :error::x',
      '  ',
      '  ## [error]x',
    ]))
})

describe('when access ends', () => {
  it('is told with the request', () =>
    expect(
      below({ requests: [{ ...REQUEST, window: { is: 'window', from: NOW, until: later(NOW, 86_400) } }] })[0],
    ).toBe('Ready  marta  2026-11-22 08:00 to 2026-11-23 08:00 UTC  config/requests/2026/11/orders-queue-stuck.yaml'))
})
