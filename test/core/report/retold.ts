// Stories in which every text that others could have written is hostile.

import fc from 'fast-check'
import type { Story } from '../../../src/core/report/story.ts'

export const PIECES = [
  '@octocat', '@org/team', '#12', 'GH-12', 'org/repo#1', '<img src=x onerror=y>', '</details>', '<!--', '-->', '|', '\\', '`', '```', '~~~',
  '\n', '\r\n', '\u2028', '\u0085', '::error::', '::add-mask::x', '##[group]', '\u001b[31m', '\u009b31m', '\u202e', '\u200b', '\u200d',
  '[x](javascript:y)', '![x](http://evil)', 'https://evil.example', 'www.evil.example', '&#64;octocat', '&commat;x', '$$x$$', '*', '_', '%0A',
  '%', ':', ',', ';', '> [!NOTE]', '- [ ] ', '1. ', '# ', '---', '===', '\u{e0041}', '\ud800', '\u0000', 'section', 'é', '😀', ' ', 'a', '\t',
] // biome-ignore format: a list
export const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('')) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

/** Fields that hold a word of ours, a number's text or an address: everything else is anybody's text. */
const OURS = new Set([
  'is',
  'do',
  'effect',
  'ends',
  'risk',
  'state',
  'tone',
  'kind',
  'head',
  'web',
  'code',
  'lapse',
  'step',
  'id',
])
const SAFE_BECAUSE = new Set(['expired', 'asked'])

/** The same story with every text of others replaced by the next of `texts`. */
export function retold(story: Story, texts: readonly string[]): Story {
  let next = 0
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (OURS.has(key) || SAFE_BECAUSE.has(value)) return value
      next += 1
      return texts[next % texts.length]
    }
    if (Array.isArray(value)) return value.map((one) => replace(one, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replace(part, name)]))
  }
  return replace(story, '') as Story
}
