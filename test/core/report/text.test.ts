// What a terminal shows: whole reports as they are read, then each part in its other forms.

import { describe, expect, it } from 'vitest'
import { COLOURED, PLAIN } from '../../../src/core/report/palette.ts'
import type { RequestStory, Story } from '../../../src/core/report/story.ts'
import { renderText } from '../../../src/core/report/text.ts'
import { failing, refused, waiting } from './stories.ts'
import { bold, faint, green, QUIET, REQUEST, red, yellow } from './told.ts'

const text = (over: Partial<Story>): readonly string[] => renderText({ ...QUIET, ...over }, PLAIN).split('\n')
/** What stands of one request below the headline. */
const ofRequest = (over: Partial<RequestStory>): readonly string[] =>
  text({ requests: [{ ...REQUEST, ...over }] }).slice(3, -1)

describe('a report on a terminal', () => {
  it('of a request that is not allowed says what is dangerous first, why not, and what to do', () =>
    expect(renderText(refused, PLAIN)).toBe(
      [
        '● Not allowed; 1 error in the files',
        '  3f786850e387 at 2026-11-22 08:00 UTC, compared with the cloud of 2026-11-22 07:30 UTC (30m old)',
        '',
        'Not allowed  marta, asked for by otto  2h from the merge  config/requests/2026/11/orders-queue-stuck.yaml',
        '  Orders queue is stuck, must read and requeue dead letters · INC-4211',
        '  - could be turned into lasting access (iam:CreateUser, iam:CreateAccessKey)  role admin in orders-prod  ends for new sessions only',
        '  - high risk  member of the group operators in orders-stage  ends only when taken away',
        '  - read and purge the queues orders* in orders-prod (orders-oncall)  ends by itself',
        '  not allowed  Only Finance IT changes the payer account  (rule payer)  config/rules/payer.yaml:4:3',
        '    → Take the item out of the request.',
        '  not allowed  The rule production allows at most 4h; this asks for 8h.',
        '    → Ask for 4h or less.',
        '',
        'config/requests/2026/11/orders-queue-stuck.yaml:7:3  error  The key `reason` is written twice.  yaml-syntax',
        '    → Write it once.',
        '',
      ].join('\n'),
    ))

  it('of a run that failed ends with what could not be taken away', () =>
    expect(renderText(failing, PLAIN)).toBe(
      [
        '● 1 thing COULD NOT BE TAKEN AWAY',
        '  3f786850e387 at 2026-11-22 08:00 UTC, compared with the cloud just now',
        '',
        '! The settings of commit 9c1185a were not approved by two owners: they count for nothing until they are.',
        '! The account orders-stage could not be read: AccessDenied.',
        '',
        'Blocked  noor, asked for by marta  2h from the merge  config/requests/reports.yaml',
        '  - read and purge the queues orders* in orders-stage  ends by itself',
        '  not decided yet  orders-stage could not be read',
        '',
        'Being given  marta  2h from the merge  config/requests/2026/11/orders-queue-stuck.yaml',
        '  Orders queue is stuck, must read and requeue dead letters · INC-4211',
        '  - read and purge the queues orders* in orders-prod (orders-oncall)  ends by itself',
        '  - policy CloudWatchLogsReadOnlyAccess in orders-prod (orders-oncall)  ends by itself',
        '  allowed  nobody has to approve, rule sandbox',
        '',
        'blocked  orders-stage could not be read, so nothing is given there.  config/requests/reports.yaml:4:3',
        '         → Look why sts:AssumeRole was denied.',
        '',
        '+ give  marta may read and purge the queues orders* in orders-prod until 2026-11-22 10:00 UTC  because it was asked for and approved  done',
        '- take away  policy daypass-noor-reports attached to noor@example.com in orders-prod  because its time is over  FAILED',
        '',
        '!!! COULD NOT TAKE AWAY  policy daypass-noor-reports attached to noor@example.com in orders-prod, because its time is over: too many calls at once; tried again later (iam:DetachUserPolicy in 111122223333: Rate exceeded)',
        '',
      ].join('\n'),
    ))

  it('paints what is bad red, what waits yellow, what is well green, and what matters less faint', () => {
    expect(renderText({ ...failing, requests: [] }, COLOURED).split('\n')).toEqual([
      red('● 1 thing COULD NOT BE TAKEN AWAY'),
      faint('  3f786850e387 at 2026-11-22 08:00 UTC, compared with the cloud just now'),
      '',
      ...failing.alarms.map((alarm) => red(`! ${alarm}`)),
      '',
      `${red('blocked')}  orders-stage could not be read, so nothing is given there.${faint('  config/requests/reports.yaml:4:3')}`,
      '         → Look why sts:AssumeRole was denied.',
      '',
      `+ give  marta may read and purge the queues orders* in orders-prod until 2026-11-22 10:00 UTC  ${faint('because it was asked for and approved')}${green('  done')}`,
      `- take away  policy daypass-noor-reports attached to noor@example.com in orders-prod  ${faint('because its time is over')}${red('  FAILED')}`,
      '',
      red(
        '!!! COULD NOT TAKE AWAY  policy daypass-noor-reports attached to noor@example.com in orders-prod, because its time is over: too many calls at once; tried again later (iam:DetachUserPolicy in 111122223333: Rate exceeded)',
      ),
      '',
    ])
    expect(
      renderText({ ...waiting, steps: [] }, COLOURED)
        .split('\n')
        .slice(3),
    ).toEqual([
      `${yellow('Waiting')}  ${bold('marta')}  2h from the merge  ${faint('config/requests/2026/11/orders-queue-stuck.yaml')}`,
      '  Orders queue is stuck, must read and requeue dead letters · INC-4211',
      `  - read and purge the queues orders* in orders-prod (orders-oncall)  ${faint('ends by itself')}`,
      `  - policy CloudWatchLogsReadOnlyAccess in orders-prod (orders-oncall)  ${faint('ends by itself')}`,
      `  ${yellow('missing')}  1 approval by orders-leads (anna, ben), rule production, config/rules/production.yaml:2:3; or 2 approvals by platform (chen, dara, eve), rule platform, config/rules/platform.yaml:9:3`,
      '',
    ])
    const items = renderText(refused, COLOURED).split('\n').slice(5, 10)
    expect(items).toEqual([
      `  - ${red('could be turned into lasting access (iam:CreateUser, iam:CreateAccessKey)')}  role admin in orders-prod  ${yellow('ends for new sessions only')}`,
      `  - ${yellow('high risk')}  member of the group operators in orders-stage  ${yellow('ends only when taken away')}`,
      `  - read and purge the queues orders* in orders-prod (orders-oncall)  ${faint('ends by itself')}`,
      `  ${red('not allowed')}  Only Finance IT changes the payer account  (rule payer)${faint('  config/rules/payer.yaml:4:3')}`,
      '    → Take the item out of the request.',
    ])
  })
})

describe('its first lines', () => {
  it.each<[string, Partial<Story>, string]>([
    [
      'say that the cloud was looked at',
      {},
      '  3f786850e387 at 2026-11-22 08:00 UTC, compared with the cloud just now',
    ],
    [
      'say that it was not',
      { basis: { is: 'git' } },
      '  3f786850e387 at 2026-11-22 08:00 UTC, from the files alone; the cloud was not looked at',
    ],
    ['name no commit where there is none', { head: null }, '  2026-11-22 08:00 UTC, compared with the cloud just now'],
  ])('%s', (_says, over, line) => {
    expect(text(over)).toEqual(['● Nothing to do', line, ''])
  })

  it.each([
    ['good', green],
    ['waits', yellow],
    ['bad', red],
    ['quiet', faint],
  ] as const)('have the colour of what is %s', (tone, paint) => {
    const story = { ...QUIET, headline: { tone, says: 'So it is' } }
    expect(renderText(story, COLOURED).split('\n')[0]).toBe(paint('● So it is'))
  })
})

describe('a request on a terminal', () => {
  it.each<[RequestStory['state'], string]>([
    ['blocked', red('Blocked')],
    ['refused', red('Not allowed')],
    ['partly ready', red('Partly ready')],
    ['waiting', yellow('Waiting')],
    ['granting', faint('Being given')],
    ['asked', faint('Asked')],
    ['allowed', green('Allowed')],
    ['ending', green('Ending soon')],
    ['ready', green('Ready')],
    ['ended', faint('Ended')],
  ])('that is %s has its word in its colour', (state, word) => {
    const story = { ...QUIET, requests: [{ ...REQUEST, state }] }
    expect(renderText(story, COLOURED).split('\n')[3]?.startsWith(`${word}  `)).toBe(true)
  })

  it.each<[string, Partial<RequestStory>, readonly string[]]>([
    ['says who asked only where that was another', { requester: null }, []],
    ['says why', { reason: 'stuck' }, ['  stuck']],
    ['names a ticket alone', { ticket: 'INC-1' }, ['  INC-1']],
  ])('%s', (_says, over, more) => {
    expect(ofRequest(over)).toEqual([
      'Ready  marta  2026-11-22 08:00 to 10:00 UTC  config/requests/2026/11/orders-queue-stuck.yaml',
      ...more,
      '  allowed  by anna, rule production',
    ])
  })

  it('tells loudly of broken glass before, and of conditions after what was decided', () => {
    const over = {
      breakGlass: 'sam must review it.',
      provided: 'It is looked at again.',
      reach: ['aws login', 'aws s3'],
    }
    expect(ofRequest(over).slice(1)).toEqual([
      '  BREAK GLASS  sam must review it.',
      '  allowed  by anna, rule production',
      '  It is looked at again.',
      '  use it  aws login',
      '  use it  aws s3',
    ])
    const story = { ...QUIET, requests: [{ ...REQUEST, ...over }] }
    const coloured = renderText(story, COLOURED).split('\n')
    expect(coloured[4]).toBe(`  ${red('BREAK GLASS')}  sam must review it.`)
    expect(coloured[6]).toBe(`  ${faint('It is looked at again.')}`)
  })
})
