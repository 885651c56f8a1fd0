// What settings do not name any more and still must be looked after: older settings that can be read, accounts that left.

import { settingsLandings } from '../core/approval/landing.ts'
import type { History } from '../core/model/history.ts'
import type { Settings } from '../core/model/settings.ts'
import type { Open } from '../core/report/record.ts'
import type { SettingsAt } from './settings-reader.ts'

/** The newest settings on the chain that can be read and fit; null: there are none. */
export async function newestReadable(
  history: History,
  directory: string,
  settingsAt: SettingsAt,
  fits: (settings: Settings) => boolean = () => true,
): Promise<Settings | null> {
  for (const landing of settingsLandings(history, directory)) {
    const settings = await settingsAt(landing.commit)
    if (settings.is === 'known' && settings.value !== null && fits(settings.value)) return settings.value
  }
  return null
}

/** Where the record shows something open that settings do not lead to any more: the account left, or its mode did. */
export function placesThatLeft(settings: Settings, open: readonly Open[]): readonly Open[] {
  const there = new Set((settings.aws?.accounts ?? []).map(({ id, mode }) => `${mode} ${id}`))
  return open.filter(({ account, mode }) => !there.has(`${mode} ${account}`))
}

/** Settings that name no cloud any more still say nothing about what was given there: the newest that did lead to it. */
export async function withoutCloud(
  settings: Settings,
  history: History,
  directory: string,
  settingsAt: SettingsAt,
): Promise<Settings> {
  const before = await newestReadable(history, directory, settingsAt, (one) => one.aws !== null)
  return before?.aws == null ? settings : { ...settings, aws: { ...before.aws, accounts: [] } }
}
