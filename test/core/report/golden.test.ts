import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotationLines } from '../../../src/core/report/annotations.ts'
import { renderComment } from '../../../src/core/report/comment.ts'
import { renderJson } from '../../../src/core/report/json.ts'
import { COLOURED, PLAIN } from '../../../src/core/report/palette.ts'
import type { Story } from '../../../src/core/report/story.ts'
import { renderText } from '../../../src/core/report/text.ts'
import { renderBars, renderGantt } from '../../../src/core/report/timeline.ts'
import { STORIES } from './stories.ts'

const golden = join(import.meta.dirname, 'golden')
const bless = process.env['BLESS'] === '1'

const RENDERERS: Readonly<Record<string, (story: Story) => string>> = {
  'comment.md': renderComment,
  'text.txt': (story) => renderText(story, PLAIN),
  'annotations.txt': (story) =>
    annotationLines(story.findings)
      .map((line) => `${line}\n`)
      .join(''),
  'report.json': renderJson,
  'timeline.md': (story) => renderGantt(story.live, story.now),
  'timeline.txt': (story) => renderBars(story.live, story.now, 40),
}

const CASES = Object.keys(STORIES).flatMap((name) => Object.keys(RENDERERS).map((file) => [name, file] as const))

describe('a report', () => {
  it.each(CASES)('of the story %s reads as the golden %s', (name, file) => {
    const story = STORIES[name]
    const render = RENDERERS[file]
    if (story === undefined || render === undefined) throw new Error('no such case')
    const written = render(story)
    const path = join(golden, name, file)
    if (written === '' && !bless) return expect(() => readFileSync(path)).toThrow(/ENOENT/)
    if (bless && written !== '') {
      mkdirSync(join(golden, name), { recursive: true })
      writeFileSync(path, written)
    }
    if (written !== '') expect(written).toBe(readFileSync(path, 'utf8'))
    // Words of the house that people never read.
    expect(written).not.toMatch(/\b(principals?|entitlements?|lapses?|modes?)\b/i)
    expect(render(structuredClone(story))).toBe(written)
  })

  it('has the same words in colour', () => {
    for (const story of Object.values(STORIES)) {
      const coloured = renderText(story, COLOURED)
      expect(coloured).toContain('\u001b[')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
      expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(renderText(story, PLAIN))
    }
  })
})
