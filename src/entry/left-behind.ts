// What settings do not name any more and still must be looked after: older settings that can be read, places that left.

import { settingsLandings } from '../core/approval/landing.ts'
import type { History } from '../core/model/history.ts'
import type { Settings } from '../core/model/settings.ts'
import { OKTA_MODE, targetsOf } from '../core/model/targets.ts'
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

/** Where the record shows something open that settings do not lead to any more: the place left, or its mode did. */
export function placesThatLeft(settings: Settings, open: readonly Open[]): readonly Open[] {
  const there = new Set(targetsOf(settings).map(({ id, mode }) => `${mode} ${id}`))
  return open.filter(({ account, mode }) => !there.has(`${mode} ${account}`))
}

/** Settings that name no AWS, or no Okta, any more still say nothing about what was given there: the newest that did. */
export async function stillNeeded(
  settings: Settings,
  open: readonly Open[],
  history: History,
  directory: string,
  settingsAt: SettingsAt,
): Promise<Settings> {
  const inOkta = open.filter(({ mode }) => mode === OKTA_MODE)
  const before = (fits: (one: Settings) => boolean) => newestReadable(history, directory, settingsAt, fits)
  const needsAws = settings.aws === null && open.length > inOkta.length
  const needsOkta = settings.okta === null && inOkta.length > 0
  const aws = needsAws ? ((await before((one) => one.aws !== null))?.aws ?? null) : null
  const okta = needsOkta ? ((await before((one) => one.okta !== null))?.okta ?? null) : null
  return {
    ...settings,
    ...(aws === null ? {} : { aws: { ...aws, accounts: [] } }),
    ...(okta === null ? {} : { okta: { ...okta, closing: true } }),
  }
}
