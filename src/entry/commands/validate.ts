// daypass validate: every finding in the files as they lie on disk, committed or not.

import { askedIn, bundledIn } from '../../core/approval/lint-access.ts'
import { lintSettings } from '../../core/approval/lints.ts'
import { readDocuments } from '../../core/documents/documents.ts'
import { KINDS } from '../../core/entitlements/index.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { type Finding, severityOf, sortFindings } from '../../core/model/finding.ts'
import type { SourceFile } from '../../core/model/history.ts'
import { instantOf } from '../../core/model/time.ts'
import { renderJson } from '../../core/report/json.ts'
import { storyOfFindings } from '../../core/report/story-of-findings.ts'
import { renderText } from '../../core/report/text.ts'
import { documentsOnDisk } from '../../edges/disk/documents.ts'
import { loadKnowledge } from '../../knowledge/load.ts'
import { lintAccess } from '../access-lints.ts'
import { EXIT } from '../exit.ts'
import { MODE_NAMES } from '../mode-names.ts'
import { paletteFor } from '../palette.ts'
import { type Command, comeToNothing, DIRECTORY, textOf } from './command.ts'

async function findingsIn(files: readonly SourceFile[], directory: string): Promise<readonly Finding[]> {
  const { settings, findings, requests } = readDocuments(files, directory, KINDS, MODE_NAMES)
  if (settings === null) return findings
  const knowledge = await loadKnowledge()
  const named = [...bundledIn(settings), ...askedIn(requests)]
  const access = await lintAccess(named, knowledge)
  return [...findings, ...lintSettings(settings, knowledge), ...access]
}

export const validate: Command = {
  tells:
    'Checks settings and requests in this folder, committed or not, without credentials. Exit 1 when there are errors.',
  argument: null,
  options: { directory: DIRECTORY },
  async run(invocation) {
    const { terminal } = invocation
    const directory = textOf(invocation, 'directory', 'config')
    terminal.stage(`Reading ${directory}`)
    const files = await documentsOnDisk(process.cwd(), directory)
    if (files.is === 'unknown')
      return comeToNothing(
        invocation,
        EXIT.findings,
        writeEdgeError(files.because),
        `Run this where the folder ${directory} is, or name it with --directory.`,
      )
    const findings = sortFindings(await findingsIn(files.value, directory))
    const story = storyOfFindings(findings, files.value.length, instantOf(Date.now() / 1000))
    terminal.out(
      (invocation.values['json'] === true ? renderJson(story) : renderText(story, paletteFor(terminal))).trimEnd(),
    )
    return findings.some((finding) => severityOf(finding) === 'error') ? EXIT.findings : EXIT.done
  },
}
