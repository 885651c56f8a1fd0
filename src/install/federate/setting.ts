// The changes made: read fresh, written as a whole, read again, and everything else compared.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Json } from '../../core/model/policy-document.ts'
import type { OktaFederation } from '../../core/model/settings.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import {
  getApplicationUserSchema,
  getApplicationWhole,
  replaceApplication,
  updateApplicationUserProfile,
} from '../../edges/okta/operations.ts'
import { type AppChange, settingsIn, type Whole } from './changes.ts'

/** What Okta itself decides (Okta API reference, applications): never sent, never compared. */
const OKTAS = ['id', 'created', 'lastUpdated', 'status', '_links', '_embedded']

const ours = (whole: Whole): Whole =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !OKTAS.includes(name)))

/** The same with Join all roles on. As JSON, since nothing of what Okta said may be lost. */
function joined(whole: Whole): Json {
  const settings: Whole = { ...JSON.parse(JSON.stringify(whole['settings'] ?? {})) }
  return JSON.parse(
    JSON.stringify({ ...ours(whole), settings: { ...settings, app: { ...settingsIn(whole), joinAllRoles: true } } }),
  )
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** Names of what is another than it should be; of settings each by itself, the values never: there may be keys among them. */
function strays(wanted: Whole, there: Whole): readonly string[] {
  const [before, after] = [settingsIn(wanted), settingsIn(there)]
  const settings = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => sorted(before[name]) !== sorted(after[name]),
  )
  const others = Object.keys(ours(wanted)).filter(
    (name) => name !== 'settings' && sorted(wanted[name]) !== sorted(there[name]),
  )
  return [...settings, ...others].sort()
}

const differs = (call: string, said: string) => unknown({ kind: 'conflict', call, said })

async function join(okta: Okta, appId: string): Promise<Answer<null>> {
  const before = await okta.get(getApplicationWhole, { appId })
  if (before.is === 'unknown') return before
  const body = joined(before.value)
  const sent = await okta.send(replaceApplication, { appId }, body)
  if (sent.is === 'unknown') return sent
  const after = await okta.get(getApplicationWhole, { appId })
  if (after.is === 'unknown') return after
  const wrong = strays({ ...JSON.parse(JSON.stringify(body)) }, after.value)
  return wrong.length === 0
    ? known(null)
    : differs('okta:replaceApplication', `the app now differs in ${wrong.join(', ')}: compare them in Okta`)
}

async function mark(okta: Okta, appId: string, marker: string): Promise<Answer<null>> {
  const attribute = { title: 'Managed by Daypass', type: 'boolean', scope: 'NONE', master: { type: 'OKTA' } }
  const sent = await okta.send(
    updateApplicationUserProfile,
    { appId },
    { definitions: { custom: { id: '#custom', type: 'object', properties: { [marker]: attribute } } } },
  )
  if (sent.is === 'unknown') return sent
  const after = await okta.get(getApplicationUserSchema, { appId })
  if (after.is === 'unknown') return after
  return Object.hasOwn(after.value.custom, marker)
    ? known(null)
    : differs('okta:updateApplicationUserProfile', `the attribute ${marker} is not there afterwards`)
}

/** Does nothing twice: what is as it should be by now is written as it is. */
export const setting = (okta: Okta, { app, marker }: OktaFederation, { does }: AppChange): Promise<Answer<null>> =>
  does === 'marker' ? mark(okta, app, marker) : join(okta, app)
