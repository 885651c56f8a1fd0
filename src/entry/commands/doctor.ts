// daypass doctor: whether the record is whole; the repository's own safety joins it with the installation work.

import { join } from 'node:path'
import { type Answer, unknown, writeEdgeError } from '../../core/model/edge-error.ts'
import { id } from '../../core/model/id.ts'
import type { LedgerRead } from '../../core/report/ledger.ts'
import { ledgerJson, ledgerText } from '../../core/report/ledger-text.ts'
import { gitLedger, LEDGER_BRANCH } from '../../edges/git/ledger.ts'
import { readLedgerCommit } from '../../edges/git/ledger-files.ts'
import { openRepository } from '../../edges/git/repository.ts'
import { EXIT } from '../exit.ts'
import { paletteFor } from '../palette.ts'
import { remoteFrom } from '../repository.ts'
import { inWorkspace } from '../workspace.ts'
import { type Command, comeToNothing, type Invocation, LEDGER, NO_CLONE, textOf } from './command.ts'

/** From GitHub where the environment names it; else as this clone fetched it last. */
function read({ environment }: Invocation, branch: string): Promise<Answer<LedgerRead>> {
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

export const doctor: Command = {
  tells:
    'With --ledger: reads the record, checks that every line names the one before it, and tells which runs never closed it. Reads GitHub where GITHUB_SERVER_URL, GITHUB_REPOSITORY and GITHUB_TOKEN are set, else the branch as this clone fetched it last (git fetch first). Checks of the repository itself come with the installation work.',
  argument: null,
  options: { ledger: { type: 'boolean', says: 'check the record' }, 'ledger-branch': LEDGER },
  async run(invocation) {
    const { terminal, values } = invocation
    if (values['ledger'] !== true)
      return comeToNothing(invocation, EXIT.findings, 'Nothing else is checked yet: daypass doctor --ledger')
    const checked = await read(invocation, textOf(invocation, 'ledger-branch', LEDGER_BRANCH))
    if (checked.is === 'unknown') {
      const broken = checked.because.kind === 'garbage'
      const says = broken ? 'THE RECORD IS NOT WHOLE' : 'The record could not be read'
      return comeToNothing(
        invocation,
        broken ? EXIT.blocked : EXIT.failed,
        `${says}: ${writeEdgeError(checked.because)}${broken ? '' : `\n${NO_CLONE}`}`,
      )
    }
    terminal.out(
      values['json'] === true ? ledgerJson(checked.value).trimEnd() : ledgerText(checked.value, paletteFor(terminal)),
    )
    return EXIT.done
  },
}
