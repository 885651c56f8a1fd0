// daypass federate: what the apps of integrations/okta.yaml need in Okta, shown first, set for an owner who says so.

import { type EdgeError, writeEdgeError } from '../../core/model/edge-error.ts'
import type { OktaFederation, Settings } from '../../core/model/settings.ts'
import { terminal as harmless, jsonLine } from '../../core/report/escape.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import { getApplicationWhole } from '../../edges/okta/operations.ts'
import { type AppChange, appPlan } from '../../install/federate/changes.ts'
import { setting } from '../../install/federate/setting.ts'
import { readApp } from '../../modes/okta-saml/app.ts'
import { openOktaOf } from '../clouds.ts'
import { EXIT, type Exit } from '../exit.ts'
import { settingsOnDisk } from '../settings-on-disk.ts'
import { type Command, comeToNothing, DIRECTORY, type Invocation, textOf } from './command.ts'

const LOOKING = ['okta.apps.read', 'okta.schemas.read']
const SETTING = ['okta.apps.manage', 'okta.schemas.manage', ...LOOKING]

interface Told {
  readonly app: string
  readonly account: string
  readonly state: 'as it should be' | 'to be set' | 'set' | 'by hand' | 'failed'
  readonly says: string
  readonly cure: string | null
}

/** What becomes of a change: shown, or made. */
type Doing = (okta: Okta, federation: OktaFederation, change: AppChange) => Promise<Pick<Told, 'state' | 'says'>>

const showing: Doing = async (_okta, _federation, { says }) => ({ state: 'to be set', says })

const making: Doing = async (okta, federation, change) => {
  const done = await setting(okta, federation, change)
  return done.is === 'known'
    ? { state: 'set', says: change.says }
    : { state: 'failed', says: `${change.says}: ${writeEdgeError(done.because)}` }
}

async function federated(
  okta: Okta,
  settings: Settings,
  federation: OktaFederation,
  doing: Doing,
): Promise<readonly Told[]> {
  const { app, account } = federation
  const failed = (because: EdgeError): Told => ({
    app,
    account,
    state: 'failed',
    says: writeEdgeError(because),
    cure: null,
  })
  const seen = await readApp(okta, app)
  if (seen.is === 'unknown') return [failed(seen.because)]
  if (seen.value === null) {
    const cure = 'correct `app` under federation in integrations/okta.yaml'
    return [{ app, account, state: 'by hand', says: `Okta has no app ${app}`, cure }]
  }
  const whole = await okta.get(getApplicationWhole, { appId: app })
  if (whole.is === 'unknown') return [failed(whole.because)]
  const id = settings.aws?.accounts.find(({ name }) => name === account)?.id ?? ''
  const plan = appPlan(seen.value, whole.value, federation, id)
  const told: Told[] = []
  for (const change of plan.changes) {
    const done = await doing(okta, federation, change)
    told.push({ app, account, ...done, cure: done.state === 'failed' ? null : `to take it back: ${change.undo}` })
  }
  told.push(...plan.byHand.map(({ says, cure }): Told => ({ app, account, state: 'by hand', says, cure })))
  const fine: Told = { app, account, state: 'as it should be', says: 'nothing is missing', cure: null }
  return told.length === 0 ? [fine] : told
}

function exitOf(all: readonly Told[]): Exit {
  if (all.some(({ state }) => state === 'failed')) return EXIT.failed
  return all.every(({ state }) => state === 'as it should be' || state === 'set') ? EXIT.done : EXIT.findings
}

const lineOf = ({ app, account, state, says, cure }: Told): string =>
  `${harmless(`${account} (app ${app}) · ${state}: ${says}`, 1000)}${cure === null ? '' : `\n    → ${harmless(cure, 1000)}`}`

export const federate: Command = {
  tells: `Shows what the apps of integrations/okta.yaml lack in Okta, and with --yes sets what can be set: Join all roles, and the attribute that marks whom Daypass brought in. Every other setting is written back as it was and compared afterwards. What only the admin pages can do is said.

It works with a key of yours in OKTA_CREDENTIAL, whose service app has ${SETTING.join(', ')} and may manage the app; the key of the jobs needs none of that.`,
  argument: null,
  options: {
    directory: DIRECTORY,
    yes: { type: 'boolean', says: 'set it (default: only show)' },
  },
  async run(invocation: Invocation) {
    const { terminal, values, environment } = invocation
    const settings = await settingsOnDisk(textOf(invocation, 'directory', 'config'))
    if (typeof settings === 'string') return comeToNothing(invocation, EXIT.findings, settings)
    const { okta: integration } = settings
    if (integration === null || integration.federation.length === 0)
      return comeToNothing(invocation, EXIT.findings, 'integrations/okta.yaml names no app under federation.')
    const set = values['yes'] === true
    const okta = openOktaOf(
      { environment, setSecret: () => undefined, stage: (says) => terminal.stage(says) },
      { ...integration, credential: { in: 'environment' } },
      null,
      set ? SETTING : LOOKING,
    )
    const all: Told[] = []
    for (const one of integration.federation) {
      terminal.stage(`Looking at the app of ${one.account} (${all.length + 1} of ${integration.federation.length})`)
      all.push(...(await federated(okta, settings, one, set ? making : showing)))
    }
    const exit = exitOf(all)
    if (values['json'] === true) terminal.out(jsonLine({ exit, apps: all, calls: Object.fromEntries(okta.calls()) }))
    else terminal.out(all.map(lineOf).join('\n'))
    if (all.some(({ state }) => state === 'to be set'))
      terminal.note('Nothing was changed. To set it: daypass federate --yes')
    return exit
  },
}
