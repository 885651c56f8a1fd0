import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { id } from '../../../src/core/model/id.ts'
import { annotationLines, checkAnnotations } from '../../../src/core/report/annotations.ts'
import { COMMENT_LIMIT, COMMENT_MARKER, renderComment } from '../../../src/core/report/comment.ts'
import { linked, placed } from '../../../src/core/report/comment-parts.ts'
import {
  code,
  commandData,
  commandProperty,
  fence,
  linkTo,
  markdown,
  plain,
  prose,
  terminal,
} from '../../../src/core/report/escape.ts'
import { renderJson } from '../../../src/core/report/json.ts'
import { COLOURED, PLAIN } from '../../../src/core/report/palette.ts'
import type { Story } from '../../../src/core/report/story.ts'
import { renderText } from '../../../src/core/report/text.ts'
import { renderBars, renderGantt } from '../../../src/core/report/timeline.ts'
import { hostile, retold } from './retold.ts'
import { failing, finding, NOW, ready, refused, waiting } from './stories.ts'

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u
const OUR_TAGS = /<(details|\/details|summary|\/summary|sub|\/sub)>|<!-- daypass:comment -->/g
const OUR_LINKS = /\[\]\(https:\/\/github\.com\/example\/access\/blob\/[0-9a-f]{40}\/[\w./%~-]*#L\d+\)/g

/** What of a Markdown text is read as Markdown: without fenced blocks, code spans, escapes and what we write ourselves. */
function alive(text: string): string {
  let fenced = false
  const outside = text.split('\n').filter((line) => {
    if (!/^ {0,3}```/.test(line)) return !fenced
    fenced = !fenced
    return false
  })
  expect(fenced).toBe(false)
  let left = ''
  const rest = outside.join('\n')
  for (let at = 0; at < rest.length; at += 1) {
    if (rest[at] === '\\') at += 1
    else if (rest[at] === '`') {
      const end = rest.indexOf('`', at + 1)
      expect(end).toBeGreaterThan(at + 1)
      expect(rest.slice(at, end)).not.toContain('\n')
      at = end
    } else left += rest[at]
  }
  return left.replace(OUR_TAGS, '').replace(OUR_LINKS, '')
}

function expectHarmless(markdownText: string): void {
  const left = alive(markdownText)
  expect(left).not.toMatch(/[<|`~$\]]|(?<!> )\[|@(?!\u200b)|#\d|:\/\/|www\.|gh-\d|\]\(|&(?!amp;|lt;|gt;)/i)
  expect(markdownText.replace(/[\n\u200b]/g, '')).not.toMatch(HIDDEN)
}

const quoted = (text: string): string => text.replaceAll('> [!CAUTION]', '')

describe('text of others', () => {
  it('cannot do anything in Markdown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const written of [markdown(text), prose(text), code(text)]) {
          expectHarmless(`- ${written}`)
          expect(written).not.toContain('\n')
          expect(written).not.toMatch(/^(#|>|-|\+|\d+\.)/)
        }
        expectHarmless(fence(text.split('\n')))
      }),
      { numRuns: 500 },
    )
  })

  it('cannot do anything on a terminal or in a log', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(terminal(text)).not.toMatch(HIDDEN)
        expect(terminal(text)).not.toMatch(/^\s*::|##\[/)
        expect(commandProperty(text)).not.toMatch(/[:,\r\n]|%(?!25|3A|2C)/)
        expect(commandData([text, text])).not.toMatch(/[\r\n]|%(?!25|0A)/)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps to its length and keeps whole characters', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 40 }), (text, length) => {
        expect(plain(text, length).length).toBeLessThanOrEqual(length)
        expect(plain(text, length).isWellFormed()).toBe(true)
      }),
    )
  })

  const seen: readonly (readonly [string, string])[] = [
    ['two\nlines\tand   space', 'two lines and space'],
    ['a\u202eb', 'a‹U+202E›b'],
    ['\u001b[31mred', '‹U+001B›\\[31mred'],
    ['ask @octocat', 'ask @\u200boctocat'],
    ['fixes #12 and GH-3', 'fixes \\#\u200b12 and GH-\u200b3'],
    ['<b>&#64;x</b>', '&lt;b&gt;&amp;\\#\u200b64;x&lt;/b&gt;'],
    ['https://evil.example', 'https:\u200b//evil.example'],
    // After the dot it would be part of the link that GitHub makes.
    ['WWW.evil.example', 'WWW\u200b.evil.example'],
    ['a|b `c` *d* _e_', 'a\\|b \\`c\\` \\*d\\* \\_e\\_'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
  ]
  it.each(seen)('%j is written as %j', (text, written) => {
    expect(markdown(text)).toBe(written)
  })

  it('is told where it is empty, so that what stands around it keeps its form', () => {
    for (const text of ['', ' \n\u00a0']) expect([markdown(text), prose(text)]).toEqual(['‹empty›', '‹empty›'])
    expect(prose('`a` and `b`')).toBe('`a` and `b`')
  })

  it('does not make a definition of a link that begins a line', () => {
    const story = { web: 'https://github.com/o/r', head: id<'commit'>('a'.repeat(40)) }
    for (const written of [placed(story, { file: 'a]: b', line: 1 }), linked(story, ']:', { file: 'f', line: 1 })])
      expect(fromMarkdown(written).children.map(({ type }) => type)).toEqual(['paragraph'])
  })

  it('keeps pairs of backticks in our own sentences', () => {
    expect(prose('The key `a|b` is here, `c` too')).toBe('The key `a|b` is here, `c` too')
    expect(prose('one ` alone')).toBe('one \\` alone')
  })

  it('leads nowhere but to a file of the repository', () => {
    const commit = 'a'.repeat(40)
    expect(linkTo('https://github.com/o/r', commit, 'a b/(c).yaml', 3)).toBe(
      `https://github.com/o/r/blob/${commit}/a%20b/%28c%29.yaml#L3`,
    )
    for (const web of ['javascript:alert(1)', 'https://github.com/o/r) [x](y', 'https://a@b/c'])
      expect(linkTo(web, commit, 'f', 1)).toBeNull()
    expect(linkTo('https://github.com/o/r', 'HEAD', 'f', 1)).toBeNull()
  })
})

/** Something is left out of every policy. */
const narrowed = (story: Story): Story => ({
  ...story,
  requests: story.requests.map((request) => ({
    ...request,
    items: request.items.map((item) => ({ ...item, leftOut: ['s3:ListAllMyBuckets', 's3:CreateBucket'] })),
  })),
})

describe('a report of a hostile story', () => {
  const stories = fc
    .tuple(fc.constantFrom(waiting, refused, ready, failing), fc.array(hostile, { minLength: 1, maxLength: 9 }))
    .map(([story, texts]) => retold(narrowed(story), texts))

  it('has nothing alive in its comment but what we wrote', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const written = renderComment(story)
        expect(written.split('\n')[0]).toBe(COMMENT_MARKER)
        expect(written.split(COMMENT_MARKER)).toHaveLength(2)
        expectHarmless(quoted(written))
      }),
      { numRuns: 300 },
    )
  })

  it('has no escape sequence and no log command in its text', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const written = renderText(story, PLAIN)
        expect(written.replaceAll('\n', '')).not.toMatch(HIDDEN)
        expect(written).not.toMatch(/^\s*::|##\[/m)
        expect(renderText(story, COLOURED).split('\n')).toHaveLength(written.split('\n').length)
      }),
      { numRuns: 300 },
    )
  })

  it('has one command a finding, of the shape GitHub knows', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const line of annotationLines(story.findings))
          expect(line).toMatch(/^::error file=[^:,\r\n]*,line=\d+,col=\d+,title=[^:,\r\n]*::[^\r\n]*$/)
      }),
    )
  })

  it('is JSON that parses to the very text and hides nothing', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const written = renderJson(story)
        expect(written.replaceAll('\n', '')).not.toMatch(HIDDEN)
        expect(written).not.toMatch(/^\s*::|##\[/m)
        expect(JSON.parse(written)).toMatchObject({
          alarms: story.alarms.map((alarm) => alarm),
          headline: story.headline,
        })
      }),
    )
  })

  it('is drawn with names that mean nothing to Mermaid', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const rows = renderGantt(story.live, story.now).split('\n').slice(7, -1)
        for (const row of rows)
          expect(row).toMatch(/^ {2}(section [^:;#,%]+|[^:;#,%]+ :(active|crit), g\d+, [\dT:-]+, [\dT:-]+)$/u)
        expect(renderBars(story.live, NOW, 40).replaceAll('\n', '')).not.toMatch(HIDDEN)
      }),
    )
  })
})

describe('a huge report', () => {
  const worst = ['\u202e', '&', '|`'].map((text) => text.repeat(1000))
  const [request] = failing.requests
  const [item] = refused.requests[0]?.items.slice(2) ?? []
  const [step] = waiting.steps
  if (request === undefined || item === undefined || step === undefined) throw new Error('the stories have changed')
  const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one)
  const huge: Readonly<Record<string, Story>> = {
    items: { ...failing, requests: [{ ...request, items: times(5000, item) }] },
    requests: { ...failing, requests: times(5000, request) },
    'calls in steps': { ...failing, steps: [...failing.steps, ...times(5000, step)] },
    alarms: { ...failing, alarms: times(5000, 'The account could not be read.') },
    findings: { ...failing, findings: times(5000, finding(3, 'Not like this.')) },
    blocked: { ...failing, blocked: failing.blocked.flatMap((one) => times(5000, one)) },
    'failed steps': {
      ...failing,
      steps: failing.steps.flatMap((one) => times(2500, one)),
      outcomes: failing.outcomes.filter(({ is }) => is === 'failed'),
    },
    everything: {
      ...failing,
      requests: times(200, { ...request, items: times(50, item) }),
      alarms: times(5000, 'The account could not be read.'),
      findings: times(5000, finding(3, 'Not like this.')),
    },
  }
  it.each(Object.keys(huge))(
    'of 5,000 %s fits into a comment, tells what it left out and keeps its verdict',
    (name) => {
      const story = huge[name]
      if (story === undefined) throw new Error('no such story')
      const written = renderComment(story)
      expect(written.length).toBeLessThanOrEqual(COMMENT_LIMIT)
      expect(written).toContain('COULD NOT BE TAKEN AWAY')
      expect(written).toMatch(/… and [\d,]+ .* more/)
      for (const text of worst) {
        const hostileText = renderComment(retold(story, [text]))
        expect(hostileText.length).toBeLessThanOrEqual(COMMENT_LIMIT)
        expect(hostileText).toContain('COULD NOT TAKE AWAY')
      }
    },
  )

  it('shows the most urgent request and the most dangerous item before it cuts', () => {
    const calm = times(5000, { ...request, state: 'ready' as const })
    const story = {
      ...failing,
      steps: [],
      requests: [...calm, { ...request, state: 'blocked' as const, person: 'zoe' as never }],
    }
    expect(renderComment(story)).toContain('🔴 Blocked · zoe')
    const items = [...times(5000, { ...item, risk: 'low' as const }), { ...item, says: 'the one that matters' }]
    expect(renderComment({ ...refused, requests: [{ ...request, items }] })).toContain('the one that matters')
  })

  it('has check-run annotations in batches of 50 and at most ten of a severity in the log', () => {
    const findings = Array.from({ length: 120 }, (_, line) => finding(line + 1, 'x'))
    expect(checkAnnotations(findings).map((batch) => batch.length)).toEqual([50, 50, 20])
    const lines = annotationLines(findings)
    expect(lines).toHaveLength(10)
    expect(lines.at(-1)).toContain('111 more findings')
  })
})
