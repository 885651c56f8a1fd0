// How a secret of Secrets Manager is read: by the hub role, in the region that the secret's ARN names.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Clients, Keys } from './clients.ts'
import { edgeErrorOf } from './errors.ts'
import { type Pause, withRetry } from './retry.ts'

export interface SecretAsked {
  /** Keys of the hub role; null: whatever the SDK finds around the process. */
  readonly hub: () => Promise<Answer<Keys | null>>
  readonly clients: () => Promise<Clients>
  readonly pause: Pause
  readonly count: (call: string) => void
}

/** The text that the secret holds (Secrets Manager API reference, GetSecretValue). */
export async function readSecret({ hub, clients, pause, count }: SecretAsked, arn: string): Promise<Answer<string>> {
  const call = `secretsmanager:GetSecretValue ${arn}`
  const keys = await hub()
  if (keys.is === 'unknown') return keys
  try {
    const { commands, open } = await (await clients()).secrets()
    const client = open(keys.value, arn.split(':')[3] ?? '')
    const answer = await withRetry(() => {
      count('secretsmanager:GetSecretValue')
      return client.send(new commands.GetSecretValueCommand({ SecretId: arn }))
    }, pause)
    return answer.SecretString === undefined
      ? unknown({ kind: 'garbage', call, said: 'the secret holds no text' })
      : known(answer.SecretString)
  } catch (error) {
    return unknown(edgeErrorOf(call, error))
  }
}
