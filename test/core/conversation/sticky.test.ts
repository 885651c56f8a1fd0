// What the comment remembers of itself, and when it says the same as before.

import { describe, expect, it } from 'vitest'
import { NOTHING_TOLD, readTold, saysTheSame, writeSticky } from '../../../src/core/conversation/sticky.ts'
import { COMMENT_MARKER } from '../../../src/core/report/comment.ts'
import { HEAD } from './pull.ts'

describe('the memory of the comment', () => {
  const remembers = (kept: object) => readTold(`${COMMENT_MARKER}\n<!-- daypass:told ${JSON.stringify(kept)} -->\n## x`)

  it.each<[string, object, object]>([
    ['whose words they are', { by: 'record' }, { by: 'record' }],
    ['a digest of the check', { check: 'a'.repeat(8) }, { check: 'a'.repeat(8) }],
    ['no short digest', { check: 'a'.repeat(7) }, {}],
    ['no long one', { check: 'a'.repeat(129) }, {}],
    ['no digest with something after it', { check: `${'a'.repeat(64)} ` }, {}],
    ['no digest with something before it', { check: ` ${'a'.repeat(64)}` }, {}],
    ['a commit', { head: HEAD }, { head: HEAD }],
    ['no short commit', { head: HEAD.slice(1) }, {}],
    ['no long one', { head: 'a'.repeat(65) }, {}],
    ['no commit that is a number', { head: 7 }, {}],
    ['no commit with something around it', { head: `x${HEAD}` }, {}],
    ['ids of people, and nothing else among them', { asked: [1, '2', null, 3] }, { asked: [1, 3] }],
    ['no list where a text belongs', { check: ['a'.repeat(64)], head: [HEAD], lines: [['ready:1']] }, {}],
    ['no people that are no list', { asked: { length: 1, 0: 7 } }, {}],
    [
      'keys of lines, and nothing else among them',
      {
        lines: [
          'ready:1f',
          'Ready:1',
          'ready:',
          ':1',
          'a:b c',
          `a:${'x'.repeat(40)}`,
          `a:${'x'.repeat(41)}`,
          ' a:b',
          7,
        ],
      },
      { lines: ['ready:1f', `a:${'x'.repeat(40)}`] },
    ],
    ['no lines that are no list', { lines: 'ready:1' }, {}],
  ])('keeps %s', (_what, kept, told) => {
    expect(remembers(kept)).toEqual({ ...NOTHING_TOLD, ...told })
  })

  it('is in the second line, whole, or nowhere', () => {
    const line = '<!-- daypass:told {"by":"record"} -->'
    expect(readTold(`x\n${line}`).by).toBe('record')
    for (const body of ['', 'x', line, `x\ny\n${line}`, `x\n ${line}`, `x\n${line} `, 'x\n<!-- daypass:told null -->'])
      expect(readTold(body)).toEqual(NOTHING_TOLD)
  })

  it('is of the last twelve who were asked, and the last eight lines', () => {
    const many = Array.from({ length: 20 }, (_, at) => at)
    const told = { ...NOTHING_TOLD, asked: many, lines: many.map((at) => `ready:${at}`) }
    const kept = readTold(writeSticky(`${COMMENT_MARKER}\n\n## x`, told))
    expect(kept.asked).toEqual(many.slice(8))
    expect(kept.lines).toEqual(many.slice(12).map((at) => `ready:${at}`))
  })

  it('stands once, and takes signs of replacement as they are', () => {
    const written = writeSticky(`${COMMENT_MARKER}\n\n## x ${COMMENT_MARKER}`, { ...NOTHING_TOLD, lines: ['$&'] })
    expect(written.split('daypass:told')).toHaveLength(2)
    expect(written).toContain('"lines":["$&"]')
  })

  it('tells the same words from others by all but the last line', () => {
    const said = (text: string, footer: string) => `${text}\n<sub>${footer}</sub>\n`
    expect(saysTheSame(said('a', '1'), `${said('a', '2')}\n\n`)).toBe(true)
    expect(saysTheSame(said('a\n<sub>x</sub>', '1'), said('a\n<sub>y</sub>', '1'))).toBe(false)
    expect(saysTheSame(said('a', '1'), 'a')).toBe(true)
    expect(saysTheSame('a <sub>1</sub>', 'a <sub>2</sub>')).toBe(false)
    expect(saysTheSame('a\n<sub>1</sub> b', 'a\n<sub>2</sub> b')).toBe(false)
  })
})
