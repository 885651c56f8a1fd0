// Whether what Daypass writes for people reads back as what they said: request files, forms, extensions, holds.

import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileExtension, extensionIn } from '../../../src/core/documents/extension.ts'
import { compileForm } from '../../../src/core/documents/form.ts'
import { readRequest } from '../../../src/core/documents/request.ts'
import { readSettings } from '../../../src/core/documents/settings.ts'
import { writeHold } from '../../../src/core/documents/write-hold.ts'
import { NO_WISH, writeRequest } from '../../../src/core/documents/write-request.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { blobName } from '../../../src/core/model/canonical.ts'
import { id } from '../../../src/core/model/id.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import { fileOf, filesOf } from './files-of.ts'

const EXAMPLE = filesOf(fileURLToPath(new URL('../../../config', import.meta.url)), 'config')
const read = (text: string) => readRequest(fileOf('config/requests/x.yaml', text), KINDS)
/** What people type, and what they would type to break out of it; the reader refuses what cannot be seen. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
    fc.constantFrom(
      'yes',
      '12',
      'null',
      '~',
      '- x',
      '# no',
      'a: b',
      '{a: 1}',
      "it's",
      '"q"',
      '`',
      '|',
      '>',
      '&a',
      '*a',
      '!x',
      '%',
      '@',
      '2026-12-01',
      '0x1',
      '\\',
      'x\naccess: []',
    ),
  )
  .filter((text) => /\S/.test(text))

describe('a request file that is written', () => {
  it('reads back as what was wished for, whatever the words are', () =>
    fc.assert(
      fc.property(words, fc.option(words, { nil: null }), (reason, ticket) => {
        const access = [{ account: ['orders-prod', 'orders-stage'], what: { bundle: 'orders-oncall' } }]
        const wish = { ...NO_WISH, for: 'marta', reason, ticket: ticket?.slice(0, 128) ?? null, duration: '2h', access }
        const { request, findings } = read(writeRequest(wish))
        // Signs that cannot be seen are a finding, never another meaning.
        if (request === null) return expect(findings.every(({ code }) => /^(yaml|shape)-/.test(code))).toBe(true)
        expect([request.for.value, request.reason?.value, request.ticket?.value ?? null]).toEqual([
          'marta',
          reason,
          wish.ticket,
        ])
        expect(request.lines.flatMap(({ targets }) => targets.map(({ value }) => value))).toEqual([
          'orders-prod',
          'orders-stage',
        ])
        expect(request.when).toEqual({ is: 'duration', seconds: 7200, from: null })
      }),
    ))

  it('is the same bytes for the same wish, with the name that Git gives them', () => {
    const wish = { ...NO_WISH, for: 'marta', access: [{ account: 'a', what: { policy: 'X' } }] }
    expect(writeRequest(wish)).toBe(writeRequest({ ...wish }))
    expect(blobName('hello\n', id<'blob'>('0'.repeat(40)))).toBe('ce013625030ba8dba906f756967f9e9ca394464a')
    expect(blobName('hello\n', id<'blob'>('0'.repeat(64)))).toBe(
      '2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4',
    )
  })
})

const FORM = [
  'For whom',
  'marta',
  'Accounts',
  'orders-prod, orders-stage',
  'What',
  'orders-oncall',
  'For how long',
  '2h',
  'Not before',
  '_No response_',
  'Why',
  'Stuck',
  'Ticket',
  '_No response_',
]
const form = (change: Readonly<Record<string, string>> = {}): string =>
  FORM.reduce(
    (text, part, at) => (at % 2 === 0 ? `${text}### ${part}\n\n${change[part] ?? FORM[at + 1]}\n\n` : text),
    '',
  )

describe('a form', () => {
  it('becomes the request that its author filled in', () => {
    const compiled = compileForm(
      form({
        What: 'orders-oncall\npolicy ReadOnlyAccess\n{actions: ["sqs:ReceiveMessage"], on: ["arn:aws:sqs:eu-west-1:111122223333:orders"]}',
      }).replaceAll('\n', '\r\n'),
      12,
    )
    if (compiled.is === 'wrong') throw new Error(compiled.says.join())
    const { request } = read(compiled.text)
    expect(request).toMatchObject({ for: { value: 'marta' }, issue: 12, reason: { value: 'Stuck' }, ticket: null })
    expect(request?.lines).toHaveLength(3)
  })

  it('asks for one resource by a word, an ARN and, of a bucket, how its keys begin', () => {
    const compiled = compileForm(
      form({ What: 'write arn:aws:sqs:eu-west-1:111122223333:orders\nread arn:aws:s3:::orders-exports from 2026/12/' }),
      12,
    )
    if (compiled.is === 'wrong') throw new Error(compiled.says.join())
    const asked = read(compiled.text).request?.lines.map((line) =>
      line.asked.is === 'entitlement' ? line.asked.entitlement.what : '',
    )
    expect(asked).toEqual([
      'resource:write on arn:aws:sqs:eu-west-1:111122223333:orders',
      'resource:read on arn:aws:s3:::orders-exports from 2026/12/',
    ])
  })

  it.each([
    ['names a resource and something else', { What: 'read arn:aws:s3:::a until tomorrow' }, /is neither/],
    ['names nobody', { 'For whom': '_No response_' }, /\*\*For whom\*\* is empty/],
    ['wants a sentence', { What: 'everything please' }, /is neither the name of a bundle/],
    ['brings an account of its own', { What: '{account: payer, bundle: x}' }, /is no item/],
    ['brings broken YAML', { What: '{a: [' }, /is no item/],
    ['brings a second heading', { Why: 'x\n\n### Accounts\n\npayer' }, /\*\*Accounts\*\* stands there twice/],
  ] as const)('that %s is sent back', (_what, change, says) => {
    const compiled = compileForm(form(change), 12)
    expect(compiled.is === 'wrong' ? compiled.says.join('\n') : compiled.text).toMatch(says)
  })

  it('never brings more than one request, and nothing beside it, whatever is typed', () =>
    fc.assert(
      fc.property(words, words, words, (why, who, what) => {
        const compiled = compileForm(form({ Why: why, 'For whom': who, What: what }), 12)
        if (compiled.is === 'wrong') return
        const { request } = read(compiled.text)
        if (request !== null) expect([request.issue, request.extension, request.breakGlass]).toEqual([12, null, null])
      }),
    ))
})

describe('an extension', () => {
  it('asks for the same once more, without the glass that was broken', () => {
    const text =
      'for: marta\nreason: Stuck\nduration: 1h\nbreakGlass: true\naccess:\n  - {account: orders-prod, bundle: orders-oncall}\n'
    const compiled = compileExtension(text, 'queue', '3h', 77)
    if (compiled.is === 'wrong') throw new Error(compiled.says.join())
    expect(read(compiled.text).request).toMatchObject({
      for: { value: 'marta' },
      breakGlass: null,
      extension: { comment: 77, of: 'queue' },
      when: { is: 'duration', seconds: 3 * 3600 },
    })
    expect(compileExtension('for: [', 'queue', '3h', 77).is).toBe('wrong')
    expect(compileExtension('for: marta\naccess: []\n', 'queue', '3h', 77).is).toBe('wrong')
  })

  it.each([
    ['/extend 2h', '2h'],
    ['  /extend 1d12h\n', '1d12h'],
    ['/extend', null],
    ['/extend 2', null],
    ['/extend 2h please', null],
    ['please /extend 2h', null],
    ['/extend 2h\n/approve', null],
  ])('%j asks for %s', (body, duration) => {
    expect(extensionIn(body)).toBe(duration)
  })
})

describe('a hold that is added', () => {
  const NOW = instantOf(1_796_115_600)
  const holdsIn = (text: string) =>
    readSettings(
      [...EXAMPLE.filter(({ path }) => path !== 'config/holds.yaml'), fileOf('config/holds.yaml', text)],
      'config',
      KINDS,
      ['iam-user', 'identity-center', 'okta-saml'],
    ).settings?.holds

  it('stands beside what was there, comments included', () => {
    const before = '# The red button\nholds:\n  - {person: marta, because: Laptop stolen} # since Monday\n'
    const text = writeHold(before, { is: 'target', target: id<'target'>('orders-prod') }, 'Incident', NOW) ?? ''
    expect(text).toContain('# The red button')
    expect(text).toContain('# since Monday')
    expect(holdsIn(text)?.map(({ what, because }) => [what.is, because])).toEqual([
      ['person', 'Laptop stolen'],
      ['target', 'Incident'],
    ])
  })

  it('reads back whatever the reason is', () =>
    fc.assert(
      fc.property(words, (because) => {
        const text = writeHold('', { is: 'everything' }, because, NOW) ?? ''
        const holds = holdsIn(text)
        if (holds !== undefined)
          expect(holds.map((hold) => [hold.what.is, hold.because, hold.since])).toEqual([['everything', because, NOW]])
      }),
    ))

  it('is not added to what is no file of holds', () => {
    for (const text of ['holds: x', '[]', 'holds: [', 'a: &a [*a]'])
      expect(writeHold(text, { is: 'everything' }, 'x', NOW)).toBeNull()
  })
})
