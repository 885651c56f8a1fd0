// daypass doctor: how safe the repository itself is, which tier it reaches, and whether the record is whole.

import { writeEdgeError } from '../../core/model/edge-error.ts'
import { jsonLine } from '../../core/report/escape.ts'
import { ledgerJson, ledgerText } from '../../core/report/ledger-text.ts'
import { LEDGER_BRANCH } from '../../edges/git/ledger.ts'
import { type Check, isWell } from '../../install/check.ts'
import { diagnose, isHealthy } from '../../install/doctor/diagnosis.ts'
import { doctorText } from '../../install/doctor/text.ts'
import { examine } from '../examining.ts'
import { EXIT, type Exit } from '../exit.ts'
import { readLedger } from '../ledger-reading.ts'
import { paletteFor } from '../palette.ts'
import { type Command, comeToNothing, DIRECTORY, type Invocation, LEDGER, NO_CLONE, textOf } from './command.ts'

async function recordOnly(invocation: Invocation, branch: string): Promise<Exit> {
  const { terminal, values, environment } = invocation
  const checked = await readLedger(environment, branch)
  if (checked.is === 'unknown') {
    const broken = checked.because.kind === 'garbage'
    const says = broken ? 'THE RECORD IS NOT WHOLE' : 'The record could not be read'
    return comeToNothing(
      invocation,
      broken ? EXIT.blocked : EXIT.failed,
      `${says}: ${writeEdgeError(checked.because)}`,
      ...(broken ? [] : [NO_CLONE]),
    )
  }
  terminal.out(
    values['json'] === true ? ledgerJson(checked.value).trimEnd() : ledgerText(checked.value, paletteFor(terminal)),
  )
  return EXIT.done
}

/** What could not be looked at is a failure only where nothing is wrong besides. */
function exitOf(checks: readonly Check[]): Exit {
  const states = new Set(checks.filter((check) => !isWell(check)).map(({ state }) => state))
  if (states.size === 0) return EXIT.done
  return states.size === 1 && states.has('unknown') ? EXIT.failed : EXIT.findings
}

export const doctor: Command = {
  tells:
    'Looks at everything that the safety of an installation rests on: rules of the branches and who may bypass them, environments, secrets, what Actions may, workflows and their schedules, people and rules, the record; says which tier it reaches, and what the theft of each credential allows at worst. Reads this folder and asks GitHub (GITHUB_TOKEN; one of an administrator sees everything). With --ledger it reads the record alone. It changes nothing.',
  argument: null,
  options: {
    directory: DIRECTORY,
    ledger: { type: 'boolean', says: 'check the record alone' },
    'ledger-branch': LEDGER,
  },
  async run(invocation) {
    const { terminal, values, environment } = invocation
    const branch = textOf(invocation, 'ledger-branch', LEDGER_BRANCH)
    if (values['ledger'] === true) return recordOnly(invocation, branch)
    const facts = await examine({
      directory: textOf(invocation, 'directory', 'config'),
      ledgerBranch: branch,
      environment,
      stage: terminal.stage,
    })
    if (typeof facts === 'string') return comeToNothing(invocation, EXIT.findings, facts)
    const diagnosis = diagnose(facts)
    const exit = exitOf(diagnosis.parts.flatMap(({ checks }) => checks))
    if (values['json'] === true) terminal.out(jsonLine({ exit, healthy: isHealthy(diagnosis), ...diagnosis }))
    else terminal.out(doctorText(diagnosis, paletteFor(terminal)))
    return exit
  },
}
