// How statements say which version gave them, how that is read back, and how IAM's stored texts are read.

import { describe, expect, it } from 'vitest'
import type { Statement } from '../../../src/core/model/policy-document.ts'
import { instantOf } from '../../../src/core/model/time.ts'
import { markIn, sidOf, UNREADABLE, versionInSid, withoutSids } from '../../../src/modes/aws/signature.ts'
import { defaultDocument, plainText, readStored, sameText } from '../../../src/modes/aws/stored.ts'
import { hours, NOON } from '../../support/builders.ts'
import { allow, document } from '../iam-user/support.ts'

/** `a 2`: signed by version a, ending two hours after noon; without a number it never ends. */
const signed = (text: string): Statement => {
  const [version = '', end] = text.split(' ')
  const until = end === undefined ? null : `2026-12-01T${12 + Number(end)}:00:00Z`
  return allow(['s3:GetObject'], ['*'], {
    sid: sidOf(0, version),
    ...(until === null ? {} : { conditions: { DateLessThan: { 'aws:CurrentTime': [until] } } }),
  })
}

const noonAnd = (count: number) => instantOf(NOON + hours(count))

describe('a signature', () => {
  it('is a number and as much of the version as every mark carries', () => {
    expect(sidOf(3, `${'a'.repeat(40)}b`)).toBe(`Daypass3V${'a'.repeat(40)}`)
  })

  it.each([
    ['Daypass0Vaa', 'aa'],
    ['Daypass12VaZ09', 'aZ09'],
    ['Daypass0Vaa-', null],
    ['DaypassVaa', null],
    ['MyDaypass0Vaa', null],
    ['Daypass0V', null],
    ['', null],
    [undefined, null],
  ])('%s tells the version %s', (sid, version) => {
    expect(versionInSid(sid)).toBe(version)
  })

  it('is not compared: only what is permitted is', () => {
    const theirs = { ...allow(['s3:*'], ['*']), effect: 'Deny' as const }
    expect(withoutSids(document(signed('a'), theirs))).toEqual(document(allow(['s3:GetObject'], ['*']), theirs))
  })
})

describe('the mark of a signed policy', () => {
  it.each([
    [['a 2'], 'a', 2],
    [['a 2', 'b 3'], 'b', 3],
    [['b 3', 'a 2'], 'b', 3],
    [['b 2', 'a 2'], 'a', 2],
    [['a 2', 'b 2'], 'a', 2],
  ])('of %j is the version whose end is the latest', (statements, version, end) => {
    expect(markIn(document(...statements.map(signed)))).toEqual({ version, expires: noonAnd(end) })
  })

  it.each([[['a 2', 'b']], [['b', 'a 2']]])('of %j is the one that never ends', (statements) => {
    expect(markIn(document(...statements.map(signed)))).toEqual({ version: 'b', expires: null })
  })

  it('does not look at what others wrote beside ours', () => {
    expect(markIn(document(signed('a 2'), allow(['s3:*'], ['*'])))).toEqual({ version: 'a', expires: noonAnd(2) })
  })

  it.each([
    ['nothing that can be read', null],
    ['nothing of ours', document(allow(['s3:*'], ['*']))],
  ])('of %s names no version', (_what, read) => {
    expect(markIn(read)).toEqual({ version: UNREADABLE, expires: null })
  })
})

describe('a text that IAM stores', () => {
  const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
  const policy = document(allow(['s3:*'], ['*']))

  it('is read from its URL encoding', () => {
    expect(readStored(encodeURIComponent(text))).toEqual(policy)
  })

  it.each([
    ['missing', undefined],
    ['cut in the middle of a letter', '%E0%A4%A'],
    ['no policy', encodeURIComponent('{"Statement":[]')],
  ])('that is %s is no policy that we understand', (_what, stored) => {
    expect(readStored(stored)).toBeNull()
  })

  it('is that of the version which is in force', () => {
    const stored = (Document: string, IsDefaultVersion?: boolean) => ({
      Document: encodeURIComponent(Document),
      ...(IsDefaultVersion === undefined ? {} : { IsDefaultVersion }),
    })
    const older = stored(text.replace('s3', 'iam'), false)
    expect(defaultDocument({ PolicyVersionList: [older, stored(text, true)] })).toEqual(policy)
    expect(defaultDocument({ PolicyVersionList: [older, stored(text)] })).toBeNull()
    expect(defaultDocument({ PolicyVersionList: [] })).toBeNull()
    expect(defaultDocument({})).toBeNull()
  })

  it('names the same as another without regard to case and outer space', () => {
    expect(plainText('  Marta@Example.COM ')).toBe('marta@example.com')
    expect([sameText(' Ops', 'ops '), sameText('ops', 'op s')]).toEqual([true, false])
  })
})
