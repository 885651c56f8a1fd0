// What becomes of text that others wrote, one example for each thing that could otherwise do something.

import { describe, expect, it } from 'vitest'
import {
  code,
  codeInLink,
  commandData,
  commandProperty,
  fence,
  jsonLine,
  jsonText,
  linkTo,
  markdown,
  plain,
  prose,
  terminal,
} from '../../../src/core/report/escape.ts'

describe('plain text', () => {
  it.each<[string, string, number, string]>([
    ['is left as it is', 'the queue is stuck', 300, 'the queue is stuck'],
    ['fits where it is exactly as long as it may be', 'abcde', 5, 'abcde'],
    ['is cut where it is longer, and shows it', 'abcdef', 5, 'abcd…'],
    ['is cut before a character that would be halved', 'abc😀def', 5, 'abc…'],
    ['keeps a whole character at its end', 'ab😀def', 5, 'ab😀…'],
    ['is a sign alone where there is no room', 'abc', 1, '…'],
    ['is a sign alone where there is less than no room', 'abc', 0, '…'],
    ['is one line', ' a\r\n\tb\u0085c\u2028d ', 300, 'a b c d'],
    ['is looked at to twice its length', `${' '.repeat(11)}a`, 5, '…'],
    ['is read from behind spaces within that', `${' '.repeat(8)}ab`, 5, 'ab'],
    ['shows what cannot be seen', 'a\u0000b\u200bc\ufe0f\u{e0100}d', 300, 'a‹U+0000›b‹U+200B›c\ufe0f‹U+E0100›d'],
    ['shows half of a character', 'a\ud800b', 300, 'a‹U+D800›b'],
    ['shows fillers that look like nothing', '\u3164\u2800\u115f', 300, '‹U+3164›‹U+2800›‹U+115F›'],
  ])('%s', (_says, text, length, written) => {
    expect(plain(text, length)).toBe(written)
  })

  it('may be 300 characters long', () => expect(plain('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`))
})

describe('text in Markdown', () => {
  it.each<[string, string]>([
    ['a\\b', 'a\\\\b'],
    ['~~gone~~ [x](y) a|b $x$', '\\~\\~gone\\~\\~ \\[x\\](y) a\\|b \\$x\\$'],
    ['*_`', '\\*\\_\\`'],
    ['a & b <i> c > d', 'a &amp; b &lt;i&gt; c &gt; d'],
    ['@a and @b', '@\u200ba and @\u200bb'],
    ['#1 and #2', '\\#\u200b1 and \\#\u200b2'],
    ['http://a ftp://b', 'http:\u200b//a ftp:\u200b//b'],
    ['see www.a and WwW.b, but not www', 'see www\u200b.a and WwW\u200b.b, but not www'],
    ['gh-1 and GH-2, but not gh-a', 'gh-\u200b1 and GH-\u200b2, but not gh-a'],
    ['+ item', '\\+ item'],
    ['a - b + c', 'a - b + c'],
    ['12) item', '12\\) item'],
    ['in 2026. And 12) too', 'in 2026. And 12) too'],
    ['', '‹empty›'],
  ])('%j is written as %j', (text, written) => {
    expect(markdown(text)).toBe(written)
  })

  it('keeps to its length', () => expect(markdown('a*bcdef', 4)).toBe('a\\*b…'))
})

describe('code', () => {
  it.each<[string, string]>([
    ['sqs:*', '`sqs:*`'],
    ['a`b``c', '`a‹U+0060›b‹U+0060›‹U+0060›c`'],
    ['', '` `'],
  ])('%j is written as %j', (text, written) => {
    expect(code(text)).toBe(written)
  })

  it('keeps to its length, which is 200 where nothing is said', () => {
    expect(code('abcdef', 3)).toBe('`ab…`')
    expect(code('x'.repeat(201))).toBe(`\`${'x'.repeat(199)}…\``)
    expect(codeInLink('x'.repeat(201))).toBe(`\`${'x'.repeat(199)}…\``)
  })

  it('that leads somewhere has no bracket that ends it', () =>
    expect(codeInLink('a]: b]', 80)).toBe('`a‹U+005D›: b‹U+005D›`'))
})

describe('a sentence', () => {
  it.each<[string, string]>([
    ['the key `a*b` is *twice* here', 'the key `a*b` is \\*twice\\* here'],
    ['`a`', '`a`'],
    ['`a` `b`', '`a` `b`'],
    ['`a`:`b`', '`a`:`b`'],
    ['say `` and go', 'say  and go'],
    ['- `a`', '\\- `a`'],
    ['one ` alone', 'one \\` alone'],
    ['``', '‹empty›'],
    ['', '‹empty›'],
  ])('%j is written as %j', (text, written) => {
    expect(prose(text)).toBe(written)
  })

  it('keeps to its length, even where that leaves a backtick alone', () => {
    expect(prose('the key `abc` here', 12)).toBe('the key \\`ab…')
    expect(prose('a `b` cdef', 8)).toBe('a `b` c…')
  })
})

describe('a fenced block', () => {
  it('cannot be closed by what stands in it, and keeps indentation', () => {
    expect(fence(['{', '  "a": 1,', '\tb', 'c\nd', '``', '```` x', 'e\u200b'], 'json')).toBe(
      ['```json', '{', '  "a": 1,', '  b', 'c d', '``', '‹U+0060›‹U+0060›‹U+0060›‹U+0060› x', 'e‹U+200B›', '```'].join(
        '\n',
      ),
    )
  })

  it('is of no language where none is named, and cuts its lines', () => {
    expect(fence(['abcdef'], '', 4)).toBe('```\nabc…\n```')
    expect(fence(['x'.repeat(2001)])).toBe(`\`\`\`\n${'x'.repeat(1999)}…\n\`\`\``)
  })
})

describe('text for terminals and logs', () => {
  it.each<[string, string]>([
    ['::error::x', ': :error::x'],
    ['a ::error::x', 'a ::error::x'],
    ['##[group]a ##[group]b', '## [group]a ## [group]b'],
    ['\u001b[31mred', '‹U+001B›[31mred'],
  ])('%j is written as %j', (text, written) => {
    expect(terminal(text)).toBe(written)
  })

  it('is percent-encoded in log commands, as far as each part of them needs it', () => {
    expect(commandData(['50 % of: a,b', '', '100%\nmore'])).toBe('50 %25 of: a,b%0A100%25 more')
    expect(commandProperty('50%: a,b,c: d')).toBe('50%25%3A a%2Cb%2Cc%3A d')
  })

  it('keeps to its length', () => {
    expect(terminal('abcdef', 4)).toBe('abc…')
    expect(commandData(['abcdef', 'gh'], 4)).toBe('abc…%0Agh')
    expect(commandProperty('abcdef', 4)).toBe('abc…')
  })
})

describe('JSON', () => {
  it('spells what cannot be seen, and what a log would take for a command, as escapes', () => {
    const value = { says: 'a\u202eb\u{e0100}c ##[group] ##[x] \u007f', more: ['é', 1, null] }
    const written = jsonText(value)
    expect(written).toBe(
      [
        '{',
        '  "says": "a\\u202eb\\udb40\\udd00c #\\u0023[group] #\\u0023[x] \\u007f",',
        '  "more": [',
        '    "é",',
        '    1,',
        '    null',
        '  ]',
        '}',
        '',
      ].join('\n'),
    )
    expect(JSON.parse(written)).toEqual(value)
    expect(jsonLine(value)).toBe(
      '{"says":"a\\u202eb\\udb40\\udd00c #\\u0023[group] #\\u0023[x] \\u007f","more":["é",1,null]}',
    )
    expect(JSON.parse(jsonLine(value))).toEqual(value)
  })
})

describe('a link to a line', () => {
  const commit = '0123456789abcdef'.repeat(2)
  const web = 'https://github.example.com:8443/o-1/r_2.x'

  it('leads to the file as it was at that commit', () => {
    expect(linkTo(web, commit, "a b/c!d'e(f)*.yaml", 12)).toBe(
      `${web}/blob/${commit}/a%20b/c%21d%27e%28f%29%2a.yaml#L12`,
    )
    expect(linkTo('http://127.0.0.1:9/o', '0123456', 'f', 1)).toBe('http://127.0.0.1:9/o/blob/0123456/f#L1')
    expect(linkTo('https://host', 'a'.repeat(64), 'f', 1)).toBe(`https://host/blob/${'a'.repeat(64)}/f#L1`)
  })

  it.each<[string, string | null, string | null, string]>([
    ['there is no address', null, commit, 'f'],
    ['there is no commit', web, null, 'f'],
    ['the address has something before it', `x ${web}`, commit, 'f'],
    ['the address has something after it', `${web}?x`, commit, 'f'],
    ['the address is no page', 'ftp://github.com/o/r', commit, 'f'],
    ['the address names no host', 'https://', commit, 'f'],
    ['a part of the address is empty', 'https://github.com//r', commit, 'f'],
    ['the commit is a name', web, 'HEAD', 'f'],
    ['the commit is too short', web, '012345', 'f'],
    ['the commit is too long', web, 'a'.repeat(65), 'f'],
    ['the commit has something before it', web, `x${commit}`, 'f'],
    ['the commit has something after it', web, `${commit}x`, 'f'],
    ["the file's name is no text", web, commit, 'a\ud800'],
  ])('is not made where %s', (_says, address, at, file) => {
    expect(linkTo(address, at, file, 1)).toBeNull()
  })
})
