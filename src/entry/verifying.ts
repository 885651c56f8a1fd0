// How verify runs, wherever it is started: settings in, every account looked at, checks out.

import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { known } from '../core/model/edge-error.ts'
import type { Job, Settings } from '../core/model/settings.ts'
import { type Aws, openAws } from '../edges/aws/aws.ts'
import type { Shape } from '../install/blueprint/blueprint.ts'
import { chosenShapes } from '../install/blueprint/chosen.ts'
import { blueprintOf, isMissing } from '../install/blueprint/shapes.ts'
import { stateOf } from '../install/verify/account.ts'
import { oktaChecks } from '../install/verify/okta.ts'
import { isAllWell } from '../install/verify/text.ts'
import { type Verified, verify } from '../install/verify/verify.ts'
import { openOktaOf, scopesFor } from './clouds.ts'
import { EXIT, type Exit } from './exit.ts'

export interface Verifying {
  readonly settings: Settings
  readonly job: Job
  /** Names or ids with commas; empty: all. */
  readonly accounts: string
  /** A role of the accounts to look through with the credentials at hand, instead of Daypass's own; null: Daypass's own. */
  readonly through: string | null
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly setSecret: (secret: string) => void
  readonly progress: (done: number, all: number) => void
}

export type VerifyingEnd =
  | { readonly is: 'verified'; readonly all: readonly Verified[]; readonly calls: ReadonlyMap<string, number> }
  | { readonly is: 'not'; readonly says: string }

/** Somebody who may do everything looks with rights of their own: no token of GitHub's, no external id. */
function lookedThrough(settings: Settings, role: string | null): Settings {
  const { aws } = settings
  if (role === null || aws === null) return settings
  return {
    ...settings,
    aws: { ...aws, externalId: null, hub: { ...aws.hub, inventory: null }, roles: { ...aws.roles, inventory: role } },
  }
}

export async function verifying(asked: Verifying): Promise<VerifyingEnd> {
  const { settings, job, environment } = asked
  const blueprint = blueprintOf(settings)
  if (isMissing(blueprint)) return { is: 'not', says: `${blueprint.says}\n${blueprint.cure}` }
  const shapes: readonly Shape[] | string = chosenShapes(blueprint, asked.accounts)
  if (typeof shapes === 'string') return { is: 'not', says: shapes }
  const seen = lookedThrough(settings, asked.through)
  if (seen.aws === null) return { is: 'not', says: 'The settings name no AWS accounts.' }
  const aws = openAws({
    integration: seen.aws,
    installation: settings.installation,
    job,
    run: environment['GITHUB_RUN_ID'] ?? 'local',
    environment,
    entering: asked.through === null ? 'marked' : 'plain',
    setSecret: asked.setSecret,
    pause: { sleep: (milliseconds) => sleep(milliseconds), random: () => randomInt(1_000_000) / 1_000_000 },
    ticks: () => performance.now(),
  })
  const accounts = await verify({ settings: seen, blueprint, shapes, aws, job, progress: asked.progress })
  const okta = asked.accounts.trim() === '' ? await oktaVerified(asked, seen, aws) : null
  return { is: 'verified', all: [...accounts, ...(okta === null ? [] : [okta])], calls: aws.calls() }
}

/** The organisation as one entry more; null: settings name none. */
async function oktaVerified(
  { job, environment, setSecret }: Verifying,
  settings: Settings,
  aws: Aws,
): Promise<Verified | null> {
  const { okta } = settings
  if (okta === null) return null
  const open = (scopes: readonly string[]) =>
    openOktaOf({ environment, setSecret, stage: () => undefined }, okta, aws, scopes)
  const partition = settings.aws?.partition ?? 'aws'
  const checks = await oktaChecks({
    settings,
    okta,
    job,
    open,
    scopes: (one) => scopesFor(one, okta),
    async provider(account, name) {
      const SAMLProviderArn = `arn:${partition}:iam::${account}:saml-provider/${name}`
      const read = await aws.iam(account, 'GetSAMLProvider', { SAMLProviderArn })
      return read.is === 'known' ? known(read.value.SAMLMetadataDocument ?? '') : read
    },
  })
  const state = stateOf({ checks, ready: null, requestable: null, closing: okta.closing })
  return { place: { id: okta.host, name: 'okta' }, parts: ['people and groups'], state, checks }
}

/** What could not be looked at is a failure; what is not as it should be is a finding. */
export function exitOfVerified(all: readonly Verified[]): Exit {
  if (isAllWell(all)) return EXIT.done
  const states = new Set(all.flatMap(({ checks }) => checks).map(({ state }) => state))
  const found = states.has('danger') || states.has('missing') || states.has('differs')
  return found ? EXIT.findings : EXIT.failed
}
