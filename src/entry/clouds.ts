// Which clouds settings lead to, opened: nothing is loaded and nobody is asked before the first call.

import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, known as answered, unknown } from '../core/model/edge-error.ts'
import type { Job, OktaIntegration, Settings } from '../core/model/settings.ts'
import type { Instant } from '../core/model/time.ts'
import { type Aws, openAws } from '../edges/aws/aws.ts'
import { type Okta, openOkta } from '../edges/okta/okta.ts'
import type { Edges } from '../modes/index.ts'
import { scopesOf as groupScopes } from '../modes/okta-group/calls.ts'
import { scopesOf as appScopes } from '../modes/okta-saml/calls.ts'

export interface CloudsAsked {
  readonly job: Job
  /** The workflow run's id, or `local`. */
  readonly run: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly setSecret: (secret: string) => void
  readonly stage: (says: string) => void
  /** Milliseconds of a clock that only goes forward. */
  readonly ticks: () => number
}

export interface Clouds {
  /** The same settings give the same edges: what was learned of limits and sessions is not learned twice. */
  open(settings: Settings): Pick<Edges, 'aws' | 'okta'>
  /** Attempts made so far, by operation. */
  calls(): ReadonlyMap<string, number>
}

const pause = {
  sleep: (milliseconds: number) => sleep(milliseconds),
  random: () => randomInt(1_000_000) / 1_000_000,
}

/** The key to Okta, wherever settings say that it is kept. */
async function keyTo(
  { credential }: OktaIntegration,
  { environment }: Pick<CloudsAsked, 'environment'>,
  aws: Aws | null,
): Promise<Answer<string>> {
  const call = 'reading the key to Okta'
  if (credential.in === 'environment') {
    const text = environment['OKTA_CREDENTIAL'] ?? ''
    return text === ''
      ? unknown({ kind: 'denied', call, said: 'the job has no OKTA_CREDENTIAL: give it the secret of its environment' })
      : answered(text)
  }
  return aws === null
    ? unknown({ kind: 'denied', call, said: 'a secret of AWS needs integrations/aws.yaml' })
    : aws.secret(credential.arn)
}

/** What a job asks Okta for. */
export const scopesFor = (job: Job, { federation }: OktaIntegration): readonly string[] =>
  [...new Set([...groupScopes(job), ...(federation.length === 0 ? [] : appScopes(job))])].sort()

/** Okta with the key that settings name, and with these scopes and no others. */
export const openOktaOf = (
  asked: Pick<CloudsAsked, 'environment' | 'setSecret' | 'stage'>,
  integration: OktaIntegration,
  aws: Aws | null,
  scopes: readonly string[],
): Okta =>
  openOkta({
    host: integration.host,
    secret: () => keyTo(integration, asked, aws),
    scopes,
    environment: asked.environment,
    setSecret: asked.setSecret,
    pause,
    runner: () => Date.now(),
    waiting: (seconds) => asked.stage(`Okta’s calls for this minute are used up; going on in ${seconds} s`),
  })

export function openClouds(asked: CloudsAsked): Clouds {
  const opened: (Aws | Okta)[] = []
  const known = new Map<string, Pick<Edges, 'aws' | 'okta'>>()
  const { job, run, environment, setSecret, ticks } = asked

  const awsFor = ({ aws, installation }: Settings): Aws | null =>
    aws === null ? null : openAws({ integration: aws, installation, job, run, environment, setSecret, pause, ticks })

  const oktaFor = (settings: Settings, aws: Aws | null): Okta | null => {
    const { okta } = settings
    return okta === null ? null : openOktaOf(asked, okta, aws, scopesFor(job, okta))
  }

  return {
    open(settings) {
      const key = JSON.stringify([
        settings.installation,
        settings.aws,
        settings.okta?.host,
        settings.okta?.credential,
        settings.okta?.federation.length,
      ])
      const there = known.get(key)
      if (there !== undefined) return there
      const aws = awsFor(settings)
      const okta = oktaFor(settings, aws)
      opened.push(...[aws, okta].flatMap((one) => one ?? []))
      known.set(key, { aws, okta })
      return { aws, okta }
    },
    calls() {
      const all = new Map<string, number>()
      for (const one of opened) for (const [call, count] of one.calls()) all.set(call, (all.get(call) ?? 0) + count)
      return all
    },
  }
}

/** AWS's time, or Okta's where there is no AWS or it does not answer: a run has one clock. */
export async function timeOf({ aws, okta }: Pick<Edges, 'aws' | 'okta'>): Promise<Instant | null> {
  const first = aws === null ? null : await aws.serverTime()
  if (first?.is === 'known') return first.value
  const second = okta === null ? null : await okta.serverTime()
  return second?.is === 'known' ? second.value : null
}
