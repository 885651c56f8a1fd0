// What `daypass verify` tells GitHub: a table that no name or answer of an account can bend.

import type { Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { fine } from '../../src/install/check.ts'
import { verifyMarkdown } from '../../src/install/verify/text.ts'
import type { Verified } from '../../src/install/verify/verify.ts'

const account = (name: string, says: string): Verified => ({
  place: { id: '111122223333', name },
  parts: ['prod', 'target'],
  state: 'staged',
  checks: [
    fine('the role', 'stands as printed'),
    { state: 'danger', about: 'who may assume it', says, cure: `Take \`${says}\` away.` },
  ],
})

const rowsOf = (markdown: string): readonly number[] => {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const tables = root.children.filter((node): node is Table => node.type === 'table')
  return tables.flatMap((table) => table.children.map((row) => row.children.length))
}

describe('the table of verify', () => {
  it('says of each account what is not well, and how it is mended', () => {
    expect(verifyMarkdown([account('prod', 'everybody')])).toBe(`| account | used as | state | what is not well |
|---|---|---|---|
| \`prod (111122223333)\` | prod, target | staged | ‼ who may assume it: everybody → Take \`everybody\` away. |
`)
  })

  it.each(['a | verified | b', 'a \\| verified | b', '`a\\|b`', '|', '\\', '`|'])(
    'has four cells a row for %j',
    (text) => {
      expect(rowsOf(verifyMarkdown([account(text, text)]))).toEqual([4, 4])
      expect(
        verifyMarkdown([account(text, text)])
          .split('\n')[2]
          ?.split(/(?<!\\)\|/),
      ).toHaveLength(6)
    },
  )
})
