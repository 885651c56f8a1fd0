// How the bundle under test is made: once for a run of tests, from the sources as they are, into a temporary folder.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundle } from '../../src/build/bundle.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the built index.js. */
    readonly bundle: string
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'daypass-bundle-'))
  const built = join(folder, 'bundle')
  await bundle(built)
  provide('bundle', join(built, 'index.js'))
  return () => rm(folder, { recursive: true, force: true })
}
