// The settings as they lie in the user's folder, for commands that ask about nothing else.

import { readSettings } from '../core/documents/settings.ts'
import { KINDS } from '../core/entitlements/index.ts'
import { writeEdgeError } from '../core/model/edge-error.ts'
import type { Settings } from '../core/model/settings.ts'
import { documentsOnDisk } from '../edges/disk/documents.ts'
import { MODE_NAMES } from './mode-names.ts'

/** A text says why there are none. */
export async function settingsOnDisk(directory: string): Promise<Settings | string> {
  const files = await documentsOnDisk(process.cwd(), directory)
  if (files.is === 'unknown') return writeEdgeError(files.because)
  const { settings } = readSettings(files.value, directory, KINDS, MODE_NAMES)
  return settings ?? 'The settings are broken: daypass validate tells where.'
}
