// Whether the bundle can hold a package that must not be in it, or one whose licence does not go with it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packagesIn, thirdParty } from '../../src/build/licences.ts'

const root = mkdtempSync(join(tmpdir(), 'daypass-licences-'))
afterAll(() => rmSync(root, { recursive: true }))

/** Packages as if they were installed: path → text. */
function installed(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

const manifest = (name: string, license?: unknown): string =>
  JSON.stringify({ name, version: '1.0.0', ...(license === undefined ? {} : { license }) })

const bundled = (...inputs: readonly string[]) => ({
  inputs: Object.fromEntries(inputs.map((input) => [input, { bytes: 1, imports: [] }])),
})

const listed = async (...inputs: readonly string[]): Promise<string> =>
  thirdParty(root, await packagesIn(root, bundled(...inputs)))

describe('the packages of a bundle', () => {
  it('are told with their licence, and each text stands there once', async () => {
    installed({
      'node_modules/a/package.json': manifest('a', 'MIT'),
      'node_modules/a/LICENSE': 'Do what you want.\n',
      'node_modules/@b/c/package.json': manifest('@b/c', 'MIT'),
      'node_modules/@b/c/license.md': 'Do what you want.\r\n',
    })
    const text = await listed('src/ours.ts', 'node_modules/a/x.js', 'node_modules/a/y.js', 'node_modules/@b/c/lib/z.js')
    expect(text).toContain(
      '| @b/c | 1.0.0 | MIT |\n| a | 1.0.0 | MIT |\n\n## @b/c 1.0.0, a 1.0.0\n\nDo what you want.\n',
    )
    expect(text.match(/Do what/g)).toHaveLength(1)
  })

  it('keep their notice', async () => {
    installed({
      'node_modules/n/package.json': manifest('n', 'Apache-2.0'),
      'node_modules/n/LICENSE.txt': 'Apache',
      'node_modules/n/NOTICE': 'By somebody.',
    })
    expect(await listed('node_modules/n/x.js')).toContain('## n 1.0.0\n\nApache\n\nBy somebody.\n')
  })

  it('are the ones that were taken: inside another package a version may differ', async () => {
    installed({
      'node_modules/in/package.json': JSON.stringify({ name: 'in', version: '2.0.0', license: 'MIT' }),
      'node_modules/a/node_modules/in/package.json': manifest('in', 'ISC'),
      'node_modules/a/node_modules/in/LICENSE': 'Older.',
    })
    const text = await listed('node_modules/a/node_modules/in/x.js')
    expect(text).toContain('| in | 1.0.0 | ISC |')
    expect(text).not.toContain('2.0.0')
  })

  it.each(['MPL-2.0', 'GPL-3.0-only', 'LGPL-2.1', 'AGPL-3.0', '(MIT OR GPL-2.0)', 'UNLICENSED', 'SEE LICENSE IN x'])(
    'cannot be under %s',
    async (license) => {
      installed({ 'node_modules/bad/package.json': manifest('bad', license), 'node_modules/bad/LICENSE': 'x' })
      await expect(listed('node_modules/bad/x.js')).rejects.toThrow(`bad 1.0.0 is under ${license}: only 0BSD`)
    },
  )

  it.each([undefined, { type: 'MIT' }])('must name a licence, which %j is not', async (license) => {
    installed({ 'node_modules/bad/package.json': manifest('bad', license), 'node_modules/bad/LICENSE': 'x' })
    await expect(listed('node_modules/bad/x.js')).rejects.toThrow('bad 1.0.0 names no licence')
  })

  it('must ship the text of it, unless it was found elsewhere', async () => {
    installed({ 'node_modules/mute/package.json': manifest('mute', 'MIT') })
    await expect(listed('node_modules/mute/x.js')).rejects.toThrow('mute 1.0.0 ships no text of its licence')
  })

  it('are told with a borrowed text, and from where it was taken', async () => {
    installed({
      'node_modules/agent-base/package.json': manifest('agent-base', 'MIT'),
      'node_modules/agent-base/README.md': 'Words.\n\n(The MIT License)\n\nCopyright (c) 2013\n',
    })
    expect(await listed('node_modules/agent-base/x.js')).toContain(
      'This is agent-base/README.md, which ends with the licence.)\n\n(The MIT License)\n\nCopyright (c) 2013\n',
    )
    installed({ 'node_modules/agent-base/README.md': 'Words.\n' })
    await expect(listed('node_modules/agent-base/x.js')).rejects.toThrow('no longer ends with the licence')
  })
})
