// Whether the story in README.md is the one that `daypass demo` plays, with a bundle built from the sources as they are.

import { readFileSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import { sectionOf, transcriptBlock } from '../../src/build/readme.ts'
import { cli } from '../../src/entry/cli.ts'
import { paper } from '../entry/daypass.ts'

const README = new URL('../../README.md', import.meta.url)

it('the transcript in README.md is what the demo prints, as JSON too', { timeout: 300_000 }, async () => {
  const [stdout, stderr] = [paper(), paper()]
  const code = await cli(['demo', '--json', '--bundle', inject('bundle')], { environment: {}, stdout, stderr })
  expect([code, stderr.text()]).toEqual([0, expect.stringMatching(/^\nPlayed in [\d.]+ s\.\n$/)])
  const played: { readonly transcript: readonly string[] } = JSON.parse(stdout.text())
  const lines = played.transcript.flatMap((line) => line.split('\n'))
  expect(transcriptBlock(lines)).toBe(sectionOf(readFileSync(README, 'utf8'), 'transcript'))
})
