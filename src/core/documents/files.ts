// Which files under the directory are not what Daypass reads there.

import type { Finding } from '../model/finding.ts'
import type { SourceFile } from '../model/history.ts'
import { documentAt } from './paths.ts'

const ORDINARY = '100644'

const MODES: Readonly<Record<string, string>> = {
  '100755': 'a file that can be executed',
  '120000': 'a symbolic link',
  '160000': 'another repository (a submodule)',
}

const EXPECTED =
  'Expected are daypass.yaml, people.yaml, bundles.yaml, holds.yaml, rules/*.yaml, integrations/aws.yaml, integrations/okta.yaml, requests/**/<id>.yaml with an id of a-z, 0-9 and -, and README.md.'

/** Null = nothing against the file; it may still lie outside the directory. */
export function fileFinding(file: SourceFile, directory: string): Finding | null {
  const document = documentAt(file.path, directory)
  const at = { file: file.path, line: 1, column: 1 }
  if (document === null) return null
  if (file.mode !== ORDINARY)
    return {
      code: 'file-mode',
      at,
      message: `This is ${MODES[file.mode] ?? 'not an ordinary file'} (mode ${file.mode}).`,
      cure: `Commit it as an ordinary file (mode ${ORDINARY}).`,
    }
  if (document !== 'other') return null
  return {
    code: 'file-unexpected',
    at,
    message: 'Daypass does not know what this file is for, and does not read it.',
    cure: EXPECTED,
  }
}
