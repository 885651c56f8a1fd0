// Whose credentials a job uses in an account: GitHub's token → hub role → the job's role there.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { AwsIntegration, Job } from '../../core/model/settings.ts'
import { type Instant, instantOf } from '../../core/model/time.ts'
import type { Clients, Keys } from './clients.ts'
import type { STSClient } from './commands.ts'
import { edgeErrorOf } from './errors.ts'
import { fetchToken, type TokenSource, tokenSource } from './oidc.ts'
import { type Pause, withRetry } from './retry.ts'
import { openAsking, type Sending } from './silence.ts'

export interface SessionsAsked {
  readonly integration: AwsIntegration
  readonly installation: string
  readonly job: Job
  /** The workflow run, or `local`: stands in session names and tags. */
  readonly run: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** `plain`: a role of somebody else's, whose trust knows nothing of tags and source identities; missing: our own. */
  readonly entering?: 'marked' | 'plain'
  readonly clients: () => Promise<Clients>
  readonly pause: Pause
  /** Milliseconds of a clock that only goes forward. */
  readonly ticks: () => number
  /** Told every secret as soon as it is known, so that logs can hide it. */
  readonly setSecret: (secret: string) => void
  readonly count: (call: string) => void
}

export interface Identity {
  /** Twelve digits. */
  readonly account: string
  /** Of the session: `arn:aws:sts::111122223333:assumed-role/apply/daypass-7`. */
  readonly arn: string
}

export interface Sessions {
  /** Keys for one account, cached, renewed before they end. */
  of(account: string): Promise<Answer<Keys>>
  /** Keys of the hub role, before any account is entered; null: the SDK's own search for credentials. */
  hub(): Promise<Answer<Keys | null>>
  /** Who AWS says that the job is in an account. */
  identity(account: string): Promise<Answer<Identity>>
  /** Keys that AWS calls expired: the next `of` asks anew. */
  drop(account: string): void
  /** The `Date` of STS's first answer. */
  serverTime(): Promise<Answer<Instant>>
}

/** Seconds; the longest that AWS allows for a role assumed from a role (STS API reference, AssumeRole). */
const LIFETIME = 3600
const RENEW_AFTER = (LIFETIME - 600) * 1000

/** What STS takes in names and source identities: 2 to 64 of these (STS API reference, AssumeRole). */
const plain = (text: string): string => text.replace(/[^\w+=,.@-]/g, '-').slice(0, 64)
/** What tags take (IAM API reference, Tag). */
const tagged = (text: string): string => text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '-').slice(0, 256)

interface Granted {
  readonly AccessKeyId?: string | undefined
  readonly SecretAccessKey?: string | undefined
  readonly SessionToken?: string | undefined
}

/** Remembers a known answer for the life of a session; a failure is asked again. */
const remembered = <T>(ticks: () => number, ask: () => Promise<Answer<T>>): (() => Promise<Answer<T>>) => {
  let kept: { readonly until: number; readonly answer: Promise<Answer<T>> } | null = null
  return async () => {
    if (kept === null || kept.until <= ticks()) kept = { until: ticks() + RENEW_AFTER, answer: ask() }
    const mine = kept
    const answer = await mine.answer
    if (answer.is === 'unknown' && kept === mine) kept = null
    return answer
  }
}

export function openSessions(asked: SessionsAsked): Sessions {
  const { integration, job, pause, setSecret, ticks } = asked
  const name = plain(`daypass-${asked.run}`)
  let firstDate: Instant | null = null

  /** Below the SDK's own reading of answers, so that a refusal tells the time as well. */
  const watched = (client: STSClient): STSClient => {
    client.middlewareStack.add(
      (next) => async (given) => {
        const output = await next(given)
        const headers: unknown = Reflect.get(Object(output.response), 'headers')
        const date = Date.parse(String(Reflect.get(Object(headers), 'date')))
        if (firstDate === null && !Number.isNaN(date)) firstDate = instantOf(date / 1000)
        return output
      },
      { step: 'deserialize', priority: 'low', name: 'daypassServerTime', override: true },
    )
    return client
  }

  const keysOf = (granted: Granted | undefined, call: string): Answer<Keys> => {
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = granted ?? {}
    if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined)
      return unknown({ kind: 'garbage', call, said: 'the answer holds no credentials' })
    setSecret(secretAccessKey)
    setSecret(sessionToken)
    return known({ accessKeyId, secretAccessKey, sessionToken })
  }

  const askingSts = openAsking()
  const asking = async <T>(
    call: string,
    ask: (clients: Clients, sending: Sending) => Promise<Answer<T>>,
  ): Promise<Answer<T>> => {
    try {
      const clients = await asked.clients()
      return await askingSts(
        'sts',
        (sending) => {
          asked.count(call.split(' ')[0] ?? call)
          return ask(clients, sending)
        },
        (attempt) => withRetry(attempt, pause),
      )
    } catch (error) {
      return unknown(edgeErrorOf(call, error))
    }
  }

  const hubByToken = async (role: string, source: TokenSource): Promise<Answer<Keys>> => {
    const token = await fetchToken(source)
    if (token.is === 'unknown') return token
    setSecret(token.value)
    const call = `sts:AssumeRoleWithWebIdentity as ${role}`
    return asking(call, async ({ commands, sts }, sending) => {
      const input = { RoleArn: role, RoleSessionName: name, WebIdentityToken: token.value, DurationSeconds: LIFETIME }
      const answer = await watched(sts(null)).send(new commands.AssumeRoleWithWebIdentityCommand(input), sending)
      return keysOf(answer.Credentials, call)
    })
  }

  /** null: the SDK's own search for credentials. */
  const ambient = (): Keys | null => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    } = asked.environment
    if (!accessKeyId || !secretAccessKey) return null
    return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) }
  }

  const hubRole = integration.hub[job]
  const source = tokenSource(asked.environment)
  const first = remembered<Keys | null>(ticks, async () =>
    hubRole !== null && source !== null ? hubByToken(hubRole, source) : known(ambient()),
  )

  /** What CloudTrail shows of whoever acts: the run, which nobody can change further on. */
  const marks = {
    SourceIdentity: name,
    Tags: Object.entries({ run: asked.run, installation: asked.installation, job }).map(([key, value]) => ({
      Key: `daypass:${key}`,
      Value: tagged(value),
    })),
  }

  const assume = async (account: string): Promise<Answer<Keys>> => {
    const own = await first()
    if (own.is === 'unknown') return own
    const role = `arn:${integration.partition}:iam::${account}:role/${integration.roles[job]}`
    const call = `sts:AssumeRole as ${role}`
    return asking(call, async ({ commands, sts }, sending) => {
      const answer = await watched(sts(own.value)).send(
        new commands.AssumeRoleCommand({
          RoleArn: role,
          RoleSessionName: name,
          DurationSeconds: LIFETIME,
          ...(integration.externalId === null ? {} : { ExternalId: integration.externalId }),
          ...(asked.entering === 'plain' ? {} : marks),
        }),
        sending,
      )
      const [, partition, , , there] = answer.AssumedRoleUser?.Arn?.split(':') ?? []
      if (there !== account || partition !== integration.partition)
        return unknown({ kind: 'garbage', call, said: `the session is for ${partition ?? '?'} ${there ?? '?'}` })
      return keysOf(answer.Credentials, call)
    })
  }

  const accounts = new Map<string, () => Promise<Answer<Keys>>>()
  const of = (account: string): Promise<Answer<Keys>> => {
    const ask = accounts.get(account) ?? remembered(ticks, () => assume(account))
    accounts.set(account, ask)
    return ask()
  }

  const askTime = remembered<Instant>(ticks, async () => {
    const own = await first()
    const call = 'sts:GetCallerIdentity'
    const identity: Answer<unknown> =
      own.is === 'unknown' || firstDate !== null
        ? own
        : await asking(call, async ({ commands, sts }, sending) =>
            known(await watched(sts(own.value)).send(new commands.GetCallerIdentityCommand({}), sending)),
          )
    if (firstDate !== null) return known(firstDate)
    return identity.is === 'unknown' ? identity : unknown({ kind: 'garbage', call, said: 'no Date in the answer' })
  })

  const identity = async (account: string): Promise<Answer<Identity>> => {
    const keys = await of(account)
    if (keys.is === 'unknown') return keys
    const call = `sts:GetCallerIdentity in ${account}`
    return asking(call, async ({ commands, sts }, sending) => {
      const { Account, Arn } = await watched(sts(keys.value)).send(new commands.GetCallerIdentityCommand({}), sending)
      return Account === undefined || Arn === undefined
        ? unknown({ kind: 'garbage', call, said: 'the answer does not say who' })
        : known({ account: Account, arn: Arn })
    })
  }

  return {
    of,
    hub: first,
    identity,
    drop: (account) => {
      accounts.delete(account)
    },
    serverTime: async () => (firstDate === null ? askTime() : known(firstDate)),
  }
}
