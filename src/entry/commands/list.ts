// daypass list: the catalogue, what somebody may ask for and whose approval that takes.

import { bundledIn } from '../../core/approval/lint-access.ts'
import { NOTHING_READ } from '../../core/approval/routing.ts'
import { readRequest } from '../../core/documents/request.ts'
import { readSettings } from '../../core/documents/settings.ts'
import { NO_WISH, writeRequest } from '../../core/documents/write-request.ts'
import { KINDS } from '../../core/entitlements/index.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { id } from '../../core/model/id.ts'
import type { Request } from '../../core/model/request.ts'
import { instantOf } from '../../core/model/time.ts'
import { catalogueOf } from '../../core/plan/catalogue.ts'
import { nearest } from '../../core/policy/nearest.ts'
import { catalogueJson, catalogueText } from '../../core/report/catalogue.ts'
import { documentsOnDisk } from '../../edges/disk/documents.ts'
import { loadKnowledgeFor } from '../../knowledge/load.ts'
import { carriesOf } from '../carries.ts'
import { EXIT } from '../exit.ts'
import { MODE_NAMES } from '../mode-names.ts'
import { paletteFor } from '../palette.ts'
import { type Command, comeToNothing, DIRECTORY, textOf } from './command.ts'

/** As whoever needs it would write it; what rules demand beside is filled in, so that only what matters decides. */
function asking(directory: string, person: string) {
  return (account: string, bundle: string): Request | null => {
    const access = [{ account, what: { bundle } }]
    const text = writeRequest({ ...NO_WISH, for: person, reason: 'as listed', ticket: 'INC-0000', access })
    const path = `${directory === '' ? '' : `${directory}/`}requests/listed.yaml`
    const file = { path, mode: '100644', blob: id<'blob'>('0'.repeat(40)), bytes: text.length, text }
    return readRequest(file, KINDS).request
  }
}

export const list: Command = {
  tells:
    'Prints what a person may ask for: every bundle in every account with whose approval it takes and for how long, then the rules for anything else. Judged by the files in this folder, without credentials.',
  argument: null,
  options: {
    directory: DIRECTORY,
    for: {
      type: 'string',
      says: 'handle of whoever needs it (default: everybody in people.yaml, one after the other)',
    },
  },
  async run(invocation) {
    const { terminal } = invocation
    const directory = textOf(invocation, 'directory', 'config')
    const files = await documentsOnDisk(process.cwd(), directory)
    if (files.is === 'unknown') return comeToNothing(invocation, EXIT.findings, writeEdgeError(files.because))
    const { settings } = readSettings(files.value, directory, KINDS, MODE_NAMES)
    if (settings === null)
      return comeToNothing(invocation, EXIT.findings, 'The settings are broken: daypass validate tells where.')
    const wanted = textOf(invocation, 'for', '')
    const people = [...settings.people.keys()].filter((person) => wanted === '' || person === wanted).toSorted()
    if (people.length === 0) {
      const near = nearest(wanted, [...settings.people.keys()])
      const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
      return comeToNothing(invocation, EXIT.findings, `people.yaml knows no ${JSON.stringify(wanted)}.${hint}`)
    }
    const deciding = {
      knowledge: await loadKnowledgeFor(bundledIn(settings)),
      carries: carriesOf(),
      ...NOTHING_READ,
    }
    const now = instantOf(Date.now() / 1000)
    const all = people.map((person) =>
      catalogueOf({ settings, deciding, person, asking: asking(directory, person), now }),
    )
    const [first] = all
    if (invocation.values['json'] === true)
      terminal.out(
        (wanted !== '' && first !== undefined
          ? catalogueJson(first)
          : `[${all.map(catalogueJson).join(',')}]`
        ).trimEnd(),
      )
    else terminal.out(all.map((one) => catalogueText(one, paletteFor(terminal))).join('\n\n'))
    return EXIT.done
  },
}
