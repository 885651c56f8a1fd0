// daypass explain: every edition of a request there ever was, and each check of its proof.

import { writeEdgeError } from '../../core/model/edge-error.ts'
import { explainJson, explainText } from '../../core/report/explain.ts'
import { explainRequest } from '../explain.ts'
import { EXIT } from '../exit.ts'
import { paletteFor } from '../palette.ts'
import { type Command, DIRECTORY, textOf } from './command.ts'

export const explain: Command = {
  says: 'print the whole chain of proof of a request',
  tells:
    'Prints every edition of a request that ever landed, how each was judged, check by check, and what the record says was given. Works in any full clone; GitHub is asked only when GITHUB_REPOSITORY and GITHUB_TOKEN are set, otherwise those checks read "could not be asked".',
  argument: '<request id>',
  options: { directory: DIRECTORY, at: { type: 'string', says: 'commit or branch that is read (default: HEAD)' }, start: { type: 'string', says: 'pinned start of the settings (a full commit SHA)' } },
  async run(invocation) {
    const { terminal } = invocation
    const [name] = invocation.positionals
    if (name === undefined) {
      terminal.note('Which request? daypass explain <request id>')
      return EXIT.findings
    }
    const explained = await explainRequest({
      id: name,
      folder: process.cwd(),
      at: textOf(invocation, 'at', 'HEAD'),
      directory: textOf(invocation, 'directory', 'config'),
      start: textOf(invocation, 'start', ''),
      environment: invocation.environment,
      stage: terminal.stage,
    })
    if (explained.is === 'unknown') {
      terminal.note(writeEdgeError(explained.because))
      return EXIT.failed
    }
    terminal.out((invocation.values['json'] === true ? explainJson(explained.value) : explainText(explained.value, paletteFor(terminal))).trimEnd())
    return explained.value.editions.length === 0 ? EXIT.findings : EXIT.done
  },
}
