// The Action's tidy: deletes the files of what is over by one pull request, merged like any other removal.

import { join } from 'node:path'
import { KINDS } from '../../core/entitlements/index.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { readingOf } from '../../core/plan/reading.ts'
import { type Over, overLongAgo } from '../../core/plan/tidy.ts'
import { code } from '../../core/report/escape.ts'
import { day, several } from '../../core/report/words.ts'
import { historyOf } from '../../edges/git/history.ts'
import { gitLedger } from '../../edges/git/ledger.ts'
import { type Desk, mergeAt, openDesk, proposeAt, pullLink, said, start } from '../desk.ts'
import { EXIT } from '../exit.ts'
import type { Inputs } from '../inputs.ts'
import { MODE_NAMES } from '../mode-names.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { inWorkspace } from '../workspace.ts'

export const tidyUp = (inputs: Inputs): Promise<JobEnd> =>
  inWorkspace(inputs.environment, async (folder) => {
    const desk = await openDesk(inputs, folder)
    return desk.is === 'unknown'
      ? failedEnd(`Nothing was tidied: ${writeEdgeError(desk.because)}`)
      : tidyAt(desk.value, folder)
  })

const SHOWN = 50

const bodyOf = (over: readonly Over[]): string => {
  const rows = over.slice(0, SHOWN).map(({ request, until }) => `| ${code(request, 80)} | ${day(until)} |`)
  const left = over.length - rows.length
  return [
    'These requests are over, and by the record nothing of them is left. `daypass explain` finds them in the history.',
    ['| request | ended |', '|---|---|', ...rows].join('\n'),
    ...(left > 0 ? [`… and ${left} more`] : []),
    '',
  ].join('\n\n')
}

async function tidyAt(desk: Desk, folder: string): Promise<JobEnd> {
  const { inputs, repository, files, settings, now } = desk
  const remote = { url: `${inputs.serverUrl}/${inputs.repository}.git`, token: inputs.token }
  const ledger = gitLedger({ remote, branch: inputs.ledgerBranch, directory: join(folder, 'ledger.git') })
  const [record, history] = await Promise.all([ledger.read(), historyOf(repository, inputs.directory)])
  // A record that cannot be read does not say that nothing is left.
  if (record.is === 'unknown') return failedEnd(`Nothing was tidied: ${writeEdgeError(record.because)}`)
  if (history.is === 'unknown') return failedEnd(`Nothing was tidied: ${writeEdgeError(history.because)}`)
  const reading = await readingOf({
    directory: inputs.directory,
    files,
    history: history.value,
    kinds: KINDS,
    modes: MODE_NAMES,
    fallback: async () => null,
    settingsAt: async () => null,
  })
  if (reading === null) return failedEnd('Nothing was tidied: the settings cannot be read.')
  const over = overLongAgo(reading.standing, record.value.ledger, settings, now)
  if (over.length === 0) return said(EXIT.done, 'There is nothing to tidy.')
  const title = `Tidy up: ${several(over.length, 'request')} that ${over.length === 1 ? 'is' : 'are'} over`
  const proposed = await proposeAt(desk, {
    branch: 'daypass/tidy',
    files: new Map(over.map(({ path }) => [path, null])),
    title,
    body: bodyOf(over),
  })
  if (proposed.is === 'unknown') return failedEnd(`Nothing was tidied: ${writeEdgeError(proposed.because)}`)
  const { number } = proposed.value
  const outputs = { pull: String(number) }
  const refused = await mergeAt(desk, proposed.value, `${title} (#${number})`)
  if (refused !== null)
    return said(
      EXIT.done,
      `GitHub does not let Daypass merge ${pullLink(desk, proposed.value)}: somebody who may has to.`,
      outputs,
    )
  const troubles = await start(desk, [inputs.workflows.apply])
  return said(
    troubles.length > 0 ? EXIT.failed : EXIT.done,
    [`${title}: merged as #${number}.`, ...troubles].join(' '),
    outputs,
  )
}
