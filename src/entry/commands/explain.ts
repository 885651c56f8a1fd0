// daypass explain: every edition of a request there ever was, and each check of its proof.

import { writeEdgeError } from '../../core/model/edge-error.ts'
import { explainJson, explainText } from '../../core/report/explain.ts'
import { LEDGER_BRANCH } from '../../edges/git/ledger.ts'
import { EXIT } from '../exit.ts'
import { explainRequest } from '../explain.ts'
import { paletteFor } from '../palette.ts'
import { type Command, comeToNothing, DIRECTORY, LEDGER, NO_CLONE, textOf } from './command.ts'

export const explain: Command = {
  tells:
    'Prints every edition of a request that ever landed, how each was judged, check by check, and what the record says was given. Works in any full clone; GitHub is asked only when GITHUB_REPOSITORY and GITHUB_TOKEN are set, otherwise those checks read "could not be asked".',
  argument: '<request id>',
  options: {
    directory: DIRECTORY,
    at: { type: 'string', says: 'commit or branch that is read (default: HEAD)' },
    start: { type: 'string', says: 'pinned start of the settings (a full commit SHA)' },
    'ledger-branch': LEDGER,
  },
  async run(invocation) {
    const { terminal } = invocation
    const [name] = invocation.positionals
    if (name === undefined)
      return comeToNothing(invocation, EXIT.findings, 'Which request? daypass explain <request id>')
    const start = textOf(invocation, 'start', '')
    if (start !== '' && !/^[0-9a-f]{40}$/.test(start))
      return comeToNothing(invocation, EXIT.findings, `--start is not a full commit SHA: ${JSON.stringify(start)}.`)
    const explained = await explainRequest({
      id: name,
      folder: process.cwd(),
      at: textOf(invocation, 'at', 'HEAD'),
      directory: textOf(invocation, 'directory', 'config'),
      start,
      ledgerBranch: textOf(invocation, 'ledger-branch', LEDGER_BRANCH),
      environment: invocation.environment,
      stage: terminal.stage,
    })
    if (explained.is === 'unknown')
      return comeToNothing(invocation, EXIT.failed, writeEdgeError(explained.because), NO_CLONE)
    terminal.out(
      (invocation.values['json'] === true
        ? explainJson(explained.value)
        : explainText(explained.value, paletteFor(terminal))
      ).trimEnd(),
    )
    return explained.value.editions.length === 0 ? EXIT.findings : EXIT.done
  },
}
