// Where a run puts what it fetches: a folder of its own, gone when the run is over.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Inside RUNNER_TEMP where there is one. A private repository must not stay on a machine that others use next. */
export async function inWorkspace<T>(
  environment: Readonly<Record<string, string | undefined>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(environment['RUNNER_TEMP'] ?? tmpdir(), 'daypass-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
