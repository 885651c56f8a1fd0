// What settings do not name any more and still must be looked after: older settings that can be read, accounts that left.

import { settingsLandings } from '../core/approval/landing.ts'
import type { History } from '../core/model/history.ts'
import type { TargetId } from '../core/model/id.ts'
import type { Settings } from '../core/model/settings.ts'
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

/** Accounts that the record shows something open in and that settings do not name any more, or name nothing by. */
export function accountsThatLeft(settings: Settings, open: ReadonlyMap<string, TargetId>) {
  const there = new Set((settings.aws?.accounts ?? []).map((account) => account.id))
  return [...open].filter(([account]) => !there.has(account)).map(([account, target]) => ({ target, account }))
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
