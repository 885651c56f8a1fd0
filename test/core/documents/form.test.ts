// What a form, a comment or a wish becomes: the exact text of the request file, or what its author must mend.

import { describe, expect, it } from 'vitest'
import { compileExtension, extensionIn } from '../../../src/core/documents/extension.ts'
import { compileForm } from '../../../src/core/documents/form.ts'
import { writeHold } from '../../../src/core/documents/write-hold.ts'
import { NO_WISH, writeRequest } from '../../../src/core/documents/write-request.ts'
import { id } from '../../../src/core/model/id.ts'
import { at } from '../../support/builders.ts'

const NOTHING = '_No response_'

const FILLED = {
  'For whom': 'marta',
  Accounts: 'prod',
  What: 'oncall',
  'For how long': '2h',
  'Not before': NOTHING,
  Why: 'Stuck',
  Ticket: NOTHING,
}

type Answers = Partial<Record<keyof typeof FILLED, string>>

const body = (answers: Answers): string =>
  Object.entries(answers)
    .map(([label, answer]) => `### ${label}\n\n${answer}\n\n`)
    .join('')

const form = (change: Answers = {}) => compileForm(body({ ...FILLED, ...change }), 12)
const what = (line: string): string => {
  const compiled = form({ What: line })
  return compiled.is === 'written' ? compiled.text.replace(/^.*account: prod\n/s, '') : compiled.says.join('\n')
}

describe('a form', () => {
  it('becomes a file with what was filled in, in the order of the reference', () => {
    const text = [
      'for: marta',
      'reason: Stuck again',
      'ticket: INC-1',
      'duration: 2h',
      'from: 2026-12-01T09:00:00Z',
      'issue: 12',
      'access:',
      '  - account:',
      '      - prod',
      '      - stage',
      '    bundle: oncall',
      '  - account:',
      '      - prod',
      '      - stage',
      '    policy: Read Only',
      '',
    ].join('\n')
    const answers = { Accounts: ' prod, stage\n', What: 'oncall\n\n  policy Read   Only ', Why: 'Stuck\n  again' }
    expect(form({ ...answers, Ticket: ' INC-1 ', 'Not before': '2026-12-01T09:00:00Z' })).toEqual({
      is: 'written',
      text,
    })
  })

  it('names one account by itself, and leaves out what nobody filled in', () => {
    const text = 'for: marta\nduration: 2h\nissue: 12\naccess:\n  - account: prod\n    bundle: oncall\n'
    expect(form({ Why: NOTHING, Ticket: '' })).toEqual({ is: 'written', text })
    const { Why: _, Ticket: __, 'Not before': ___, ...four } = FILLED
    expect(compileForm(body(four), 12)).toEqual({ is: 'written', text })
  })

  it('is read whichever way its lines end, and whatever stands before or between', () => {
    const text = `A word\nfirst\n${body(FILLED)}### More\n\nx\n`
    const expected = form()
    for (const end of ['\r\n', '\r']) expect(compileForm(text.replaceAll('\n', end), 12).is).toBe('written')
    expect(compileForm(`### Something\n\n${body(FILLED)}`, 12)).toEqual(expected)
    expect(compileForm(body(FILLED).replace('### Why', '###  Why'), 12)).toEqual(expected)
    expect(compileForm(body(FILLED).replace('### Why', '#### Why'), 12)).toMatchObject({ is: 'written' })
  })

  it.each([
    ['oncall', '    bundle: oncall\n'],
    ['policy ReadOnlyAccess', '    policy: ReadOnlyAccess\n'],
    ['role Reader', '    role: Reader\n'],
    ['group readers', '    group: readers\n'],
    ['permissionSet Reader', '    permissionSet: Reader\n'],
    ['read arn:aws:s3:::a', '    resource: arn:aws:s3:::a\n    level: read\n'],
    ['admin arn:aws:s3:::a', '    resource: arn:aws:s3:::a\n    level: admin\n'],
    [
      'write arn:aws:s3:::a from 2026/12/ 01',
      '    resource: arn:aws:s3:::a\n    level: write\n    prefix: 2026/12/ 01\n',
    ],
    ['{policy: X, prefix: y}', '    policy: X\n    prefix: y\n'],
    ['{<<: {policy: X}}', '    <<:\n      policy: X\n'],
  ])('asks for %s', (line, item) => {
    expect(what(line)).toBe(item)
  })

  const NEITHER =
    'is neither the name of a bundle nor `policy NAME`, `role NAME`, `group NAME`, `permissionSet NAME` or `read ARN`'
  const NO_ITEM = 'is no item; write it like `{actions: [...], on: [...]}`, without an account'

  it.each([
    ['policy', NEITHER],
    ['read', null],
    ['read arn:aws:s3:::a of b', NEITHER],
    ['read arn:aws:s3:::a from', NEITHER],
    ['everything please', NEITHER],
    ['{account: payer, bundle: x}', NO_ITEM],
    ['{a: [', NO_ITEM],
    ['{a: *x}', NO_ITEM],
    ['{policy: &x y, prefix: *x}', NO_ITEM],
    ['{}x', NO_ITEM],
  ])('sends %s back, or takes a lonely word for a bundle', (line, says) => {
    expect(what(line)).toBe(says === null ? `    bundle: ${line}\n` : `\`${line}\` ${says}`)
  })

  it('is sent back with everything that is missing at once', () => {
    expect(form({ 'For whom': '', Accounts: NOTHING, What: ' ', 'For how long': NOTHING })).toEqual({
      is: 'wrong',
      says: ['**For whom** is empty', '**Accounts** is empty', '**What** is empty', '**For how long** is empty'],
    })
    expect(compileForm('', 12).is).toBe('wrong')
    expect(form({ Accounts: ', ,' })).toEqual({ is: 'wrong', says: ['**Accounts** is empty'] })
  })

  it('is not sent back for what merely looks like a heading', () => {
    expect(form({ Why: 'see ### Accounts' }).is).toBe('written')
    expect(form({ Why: '### Accounts\u2028payer' }).is).toBe('written')
  })

  it('is sent back when an answer brings headings of its own, each told once', () => {
    expect(form({ Why: 'x\n### Accounts\npayer\n### Accounts\nroot\n### Ticket' })).toEqual({
      is: 'wrong',
      says: ['**Accounts** stands there twice; leave one', '**Ticket** stands there twice; leave one'],
    })
  })
})

describe('more time', () => {
  const extension = (...lines: readonly string[]) =>
    compileExtension(lines.map((line) => `${line}\n`).join(''), 'before', '3h', 77)
  const UNREADABLE = { is: 'wrong', says: ['its file cannot be read'] }

  it('is asked for by that command alone', () => {
    expect(
      ['/extend 2h', ' /extend  1d12h \n', '/extend', '/extend 2', 'x /extend 2h', '/extend 1234567h'].map(extensionIn),
    ).toEqual(['2h', '1d12h', null, null, null, null])
  })

  it('is a file that asks for the same once more', () => {
    const asked = extension(
      'for: marta',
      'reason: Stuck',
      'ticket: INC-1',
      'duration: 1h',
      'breakGlass: true',
      'issue: 3',
      'access:',
      '  - {account: [prod, stage], policy: Reader}',
      '  - {account: prod, actions: ["a:B"], on: ["*"]}',
    )
    const text = [
      'for: marta',
      'reason: Stuck',
      'ticket: INC-1',
      'duration: 3h',
      'comment: 77',
      'extends: before',
      'access:',
      '  - account:',
      '      - prod',
      '      - stage',
      '    policy: Reader',
      '  - account: prod',
      '    actions:',
      '      - a:B',
      '    on:',
      '      - "*"',
      '',
    ].join('\n')
    expect(asked).toEqual({ is: 'written', text })
    const bare = extension('for: marta', 'access: [{account: prod, bundle: x}]')
    expect(bare.is === 'written' && /reason|ticket/.test(bare.text)).toBe(false)
  })

  it.each([
    ['that is no YAML', ['for: [']],
    ['that says twice whom it is for', ['for: marta', 'for: olga', 'access: [{account: prod, bundle: x}]']],
    ['that means one thing by another', ['for: &a marta', 'access: [{account: prod, bundle: *a}]']],
    ['that means what is nowhere', ['for: marta', 'access: [{account: prod, bundle: *a}]']],
    ['that is nested deeper than it can be parsed', ['for: marta', `access: ${'['.repeat(50_000)}`]],
    ['that is no map', ['- for']],
    ['that is a word', ['for']],
    ['that is empty', ['']],
    ['for nobody', ['access: [{account: prod, bundle: x}]']],
    ['for a list of people', ['for: [marta]', 'access: [{account: prod, bundle: x}]']],
    ['without access', ['for: marta']],
    ['with access that is no list', ['for: marta', 'access: {account: prod}']],
    ['with an empty list of it', ['for: marta', 'access: []']],
    ['with a line that is no map', ['for: marta', 'access: [x]']],
    ['with a line in no account', ['for: marta', 'access: [{account: prod, bundle: x}, {bundle: x}]']],
    ['with an account that is no text', ['for: marta', 'access: [{account: 7, bundle: x}]']],
    ['with accounts of which one is no text', ['for: marta', 'access: [{account: [prod, 7], bundle: x}]']],
  ])('is not made of a file %s', (_what, lines) => {
    expect(extension(...lines)).toEqual(UNREADABLE)
  })
})

describe('what is written for people', () => {
  it('has every line in its order, and quotes only where they are needed', () => {
    const wish = {
      ...NO_WISH,
      for: 'marta',
      reason: 'yes: no',
      ticket: '12',
      until: '2026-12-01T09:00:00Z',
      breakGlass: true,
      access: [{ account: 'prod', what: { bundle: 'oncall' } }],
    }
    expect(writeRequest(wish)).toBe(
      'for: marta\nreason: "yes: no"\nticket: "12"\nuntil: 2026-12-01T09:00:00Z\nbreakGlass: true\naccess:\n  - account: prod\n    bundle: oncall\n',
    )
    const long = 'word '.repeat(60).trim()
    expect(writeRequest({ ...wish, reason: long })).toContain(`reason: ${long}\n`)
  })

  it('adds a hold of each kind to a file, or begins one', () => {
    const since = at('2026-12-01T09:00:00Z')
    const hold = (text: string, what: Parameters<typeof writeHold>[1]) => writeHold(text, what, 'Incident', since)
    const tail = '    because: Incident\n    since: 2026-12-01T09:00:00Z\n'
    expect(hold('', { is: 'everything' })).toBe(`holds:\n  - everything: true\n${tail}`)
    expect(hold('holds: []\n', { is: 'person', person: id('marta') })).toBe(`holds:\n  - person: marta\n${tail}`)
    expect(hold('holds: []\n', { is: 'target', target: id('prod') })).toBe(`holds:\n  - target: prod\n${tail}`)
    const long = `holds:\n  - {request: a, because: ${'word '.repeat(40)}end}\n`
    expect(hold(long, { is: 'request', request: 'x' })).toBe(
      `${long.replace('{request', '{ request').replace('end}', 'end }')}  - request: x\n${tail}`,
    )
    for (const text of ['holds: x\n', '[]', 'holds: [', 'x', 'other: []\n'])
      expect(hold(text, { is: 'everything' })).toBeNull()
    expect(hold('', { is: 'everything' })).not.toBeNull()
  })
})
