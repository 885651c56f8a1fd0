// What nothing that a run writes may do, whoever wrote the words in it.

import { expect } from 'vitest'
import type { Ran } from './house.ts'

/** Words that would do something wherever one of our outputs is shown. */
export const HOSTILE =
  '<img src=x onerror=alert(1)> @everyone @nadia-berg #1 [free](javascript:alert(1)) `code` ::error::boom | <!-- daypass:comment -->\n::set-output name=exit::0\r::add-mask::a\n\u001b[31mred\u202egnp.exe\n## ✅ Allowed'

/** What stands in a fence is shown as it is; a fence that text of others could close would leave some of it over. */
const outsideFences = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```$/gm, '')

export function expectHarmless(ran: Ran): void {
  const shown = outsideFences(ran.summary)
  expect(shown).not.toMatch(/<img/)
  expect(shown).not.toMatch(/@(everyone|nadia-berg)(?![^\n]*`)/)
  expect(shown).not.toMatch(/(?<!\\)\]\(javascript/)
  expect(shown.match(/<!-- daypass:comment -->/g) ?? []).toHaveLength(ran.summary.includes('daypass:comment') ? 1 : 0)
  expect(shown).not.toMatch(/^## ✅/m)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
  expect(`${ran.summary}${ran.stdout}${ran.stderr}`).not.toMatch(/[\u001b\u202e\r]/)
  const commands = `${ran.stdout}\n${ran.stderr}`.split('\n').filter((line) => line.trimStart().startsWith('::'))
  for (const line of commands)
    expect(line).toMatch(/^::(add-mask::(?!a$)|(error|warning|notice) (file|title)=[^:]*[,:])/)
  expect(ran.outputs['exit']).toBe(String(ran.code))
}
