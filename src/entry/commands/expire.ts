// daypass expire: takes away what has ended, from a clone, with the credentials at hand.

import { terminal as harmless } from '../../core/report/escape.ts'
import { renderText } from '../../core/report/text.ts'
import { renderBars } from '../../core/report/timeline.ts'
import { LEDGER_BRANCH } from '../../edges/git/ledger.ts'
import { paletteFor } from '../palette.ts'
import { remoteFrom } from '../repository.ts'
import { runJob } from '../run-job.ts'
import { stepLine } from '../step-line.ts'
import { type Command, DIRECTORY, LEDGER, textOf } from './command.ts'

const BUDGET = 45 * 60
/** Columns of the picture of who still holds what. */
const BARS = 40

export const expire: Command = {
  tells:
    'Reads the clone in this folder and takes away in AWS what has ended, was withdrawn, is held or denied. What no request in the clone explains is left alone, since the clone may be behind. It asks nothing of GitHub and needs AWS credentials that may assume the expire role. With GITHUB_SERVER_URL, GITHUB_REPOSITORY and GITHUB_TOKEN set it also keeps the record.',
  argument: null,
  options: {
    directory: DIRECTORY,
    at: { type: 'string', says: 'commit or branch that is read (default: HEAD)' },
    'ledger-branch': LEDGER,
  },
  async run(invocation) {
    const { terminal, environment } = invocation
    const token = environment['GITHUB_TOKEN'] ?? null
    const end = await runJob({
      job: 'expire',
      environment,
      directory: textOf(invocation, 'directory', 'config'),
      source: {
        is: 'clone',
        folder: process.cwd(),
        name: textOf(invocation, 'at', 'HEAD'),
        remote: remoteFrom(environment, token),
      },
      token,
      start: null,
      ledgerBranch: textOf(invocation, 'ledger-branch', LEDGER_BRANCH),
      budget: BUDGET,
      setSecret: () => undefined,
      told: (outcome, step) => terminal.note(stepLine(outcome, step)),
      stage: terminal.stage,
      web: null,
    })
    if (invocation.values['json'] === true) terminal.out(end.json.trimEnd())
    else if (end.story === null) terminal.out(harmless(end.says, 1000))
    else {
      const { live, now } = end.story
      terminal.out(`${renderText(end.story, paletteFor(terminal))}\n${renderBars(live, now, BARS)}`.trimEnd())
    }
    return end.exit
  },
}
