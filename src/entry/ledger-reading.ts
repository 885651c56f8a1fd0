// The record, for commands that only look at it: from GitHub where the environment names it, else as this clone fetched it last.

import { join } from 'node:path'
import { type Answer, unknown } from '../core/model/edge-error.ts'
import { id } from '../core/model/id.ts'
import type { LedgerRead } from '../core/report/ledger.ts'
import { gitLedger } from '../edges/git/ledger.ts'
import { readLedgerCommit } from '../edges/git/ledger-files.ts'
import { openRepository } from '../edges/git/repository.ts'
import { remoteFrom } from './repository.ts'
import { inWorkspace } from './workspace.ts'

type Environment = Readonly<Record<string, string | undefined>>

export function readLedger(environment: Environment, branch: string): Promise<Answer<LedgerRead>> {
  const remote = remoteFrom(environment, environment['GITHUB_TOKEN'] ?? null)
  if (remote !== null)
    return inWorkspace(environment, (folder) =>
      gitLedger({ remote, branch, directory: join(folder, 'ledger.git') }).read(),
    )
  return local(branch)
}

async function local(branch: string): Promise<Answer<LedgerRead>> {
  const fetched = await openRepository(process.cwd(), `refs/remotes/origin/${branch}`)
  const own = fetched.is === 'known' ? fetched : await openRepository(process.cwd(), `refs/heads/${branch}`)
  if (own.is === 'unknown') {
    const said = `this clone has no branch ${branch}: before the first run there is none, after it: git fetch origin ${branch}`
    return own.because.kind === 'not-found' ? unknown({ ...own.because, said }) : own
  }
  return readLedgerCommit(id<'commit'>(own.value.head), { directory: own.value.directory })
}
