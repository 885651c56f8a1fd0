// What was found in an account against what should be there, and how far its installation has come.

import { type EdgeError, writeEdgeError } from '../../core/model/edge-error.ts'
import type { AccountDetails } from '../../modes/aws/account.ts'
import type { Ready } from '../../modes/aws/ready.ts'
import type { Place, Shape } from '../blueprint/blueprint.ts'
import { filled } from '../blueprint/names.ts'
import { type Check, fine, isWell } from '../check.ts'
import { deniedCheck } from './denied.ts'
import { boundaryArn, type Looked, roleArn, roleIn } from './look.ts'
import { poolChecks } from './pool.ts'
import { boundaryCheck, roleChecks } from './role.ts'

/**
 * `not installed`: nothing of ours lets us in. `staged`: something is there, and something is missing or different.
 * `verified`: all that was printed is there, and no more. `configured`: and people could be given access there today.
 * `unknown`: AWS could not be asked.
 */
export type InstallState = 'not installed' | 'staged' | 'verified' | 'configured' | 'closing' | 'unknown'

export interface Expected {
  readonly shape: Shape
  readonly place: Place
  readonly partition: string
  readonly tags: Readonly<Record<string, string>>
}

const DEPLOY = 'deploy what `daypass setup` prints for this account'

/** AWS refuses a role that is not there and one that does not trust us in the same words (STS API reference, AssumeRole). */
function notLetIn(because: EdgeError): Check {
  const about = 'entering'
  const { kind, call, said } = because
  if (said.startsWith('CredentialsProviderError'))
    return {
      state: 'unknown',
      about,
      says: 'could not check: there are no AWS credentials here, and no token of a GitHub job',
      cure: 'run it in a job, or with credentials and --through a role of your own',
    }
  if (kind !== 'denied' && kind !== 'not-found')
    return {
      state: 'unknown',
      about,
      says: `could not check: ${writeEdgeError(because)}`,
      cure: 'run daypass verify again',
    }
  if (call.startsWith('sts:AssumeRoleWithWebIdentity'))
    return {
      state: 'missing',
      about,
      says: `GitHub's token does not open ${call.slice(call.lastIndexOf(' ') + 1)} (${said})`,
      cure: 'deploy the hub; run this in the environment that the role trusts, on the default branch; compare `trust` in integrations/aws.yaml',
    }
  return {
    state: 'missing',
    about,
    says: `not let in: the role is not there, or does not trust this job's hub role; AWS does not say which (${said})`,
    cure: DEPLOY,
  }
}

export function enteringCheck(identity: Looked['identity'], account: string, role: string): Check {
  if (identity.is === 'unknown') return notLetIn(identity.because)
  const name = role.slice(role.lastIndexOf('/') + 1)
  const { account: found, arn } = identity.value
  if (found !== account)
    return {
      state: 'danger',
      about: 'entering',
      says: `AWS says that this is the account ${found}`,
      cure: 'look what answers in place of AWS',
    }
  return arn.includes(`:assumed-role/${name}/`)
    ? fine('entering', `let in as ${role}`)
    : { state: 'danger', about: 'entering', says: `let in as ${arn}, not as ${role}`, cure: DEPLOY }
}

function providerCheck({ provider }: Looked, { shape }: Expected): readonly Check[] {
  if (provider === null || shape.provider === null) return []
  const about = `identity provider ${shape.provider.host}`
  if (provider.is === 'unknown') {
    const gone = provider.because.kind === 'not-found'
    const says = gone ? 'is not there' : `could not check: ${writeEdgeError(provider.because)}`
    return [{ state: gone ? 'missing' : 'unknown', about, says, cure: DEPLOY }]
  }
  return provider.value.ClientIDList?.includes(shape.provider.audience) === true
    ? [fine(about, `is there, for ${shape.provider.audience}`)]
    : [
        {
          state: 'differs',
          about,
          says: `does not take the audience ${shape.provider.audience}`,
          cure: 'add it as a client id of the provider',
        },
      ]
}

function insideChecks(details: AccountDetails, { simulated }: Looked, expected: Expected): readonly Check[] {
  const { shape, place, partition, tags } = expected
  const ceiling = boundaryArn(shape, place.id, partition)
  const policy = details.policies.find(({ Arn }) => Arn === ceiling)
  const text = policy?.PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion === true)?.Document
  return [
    boundaryCheck(ceiling, filled(shape.boundary.document, { account: place.id, partition }), text),
    ...(shape.pool === null ? [] : poolChecks({ pool: shape.pool, account: place.id, partition, details })),
    ...shape.roles.flatMap((role): readonly Check[] => {
      const arn = roleArn(role, place.id, partition)
      const there = details.roles.find(({ RoleName }) => RoleName === role.name)
      const answer = simulated.get(role.title)
      return [
        ...roleChecks({ printed: roleIn(role, place.id, partition), boundaryArn: ceiling, tags, there }),
        ...(answer === undefined || there?.Arn !== arn
          ? []
          : [deniedCheck(`role ${role.path.slice(1)}${role.name}`, answer)]),
      ]
    }),
  ]
}

/** Every check of one account, in the order in which an owner would go through them. */
export function accountChecks(looked: Looked, expected: Expected, role: string): readonly Check[] {
  const entering = enteringCheck(looked.identity, expected.place.id, role)
  if (looked.details === null) return [entering]
  const provider = providerCheck(looked, expected)
  if (looked.details.is === 'unknown')
    return [
      entering,
      ...provider,
      {
        state: 'unknown',
        about: 'what is there',
        says: `could not check: ${writeEdgeError(looked.details.because)}`,
        cure: looked.details.because.kind === 'denied' ? DEPLOY : 'run daypass verify again',
      },
    ]
  return [entering, ...provider, ...insideChecks(looked.details.value, looked, expected)]
}

const READY_STATES = { ready: 'fine', partly: 'note', lacking: 'missing', unknown: 'unknown' } as const

export const readyCheck = ({ state, says, cure }: Ready): Check => ({
  state: READY_STATES[state],
  about: 'people',
  says: state === 'unknown' ? `could not check: ${says}` : says,
  cure,
})

export interface Standing {
  readonly checks: readonly Check[]
  readonly ready: Ready | null
  /** Whether some rule lets anybody ask for something there; null: the account is no target. */
  readonly requestable: boolean | null
  readonly closing: boolean
}

export function stateOf({ checks, ready, requestable, closing }: Standing): InstallState {
  const [entering] = checks
  if (entering?.state === 'missing') return 'not installed'
  if (entering?.state === 'unknown') return 'unknown'
  if (!checks.every(isWell)) return 'staged'
  if (closing) return 'closing'
  const people = ready === null || ready.state === 'ready' || ready.state === 'partly'
  return people && requestable !== false ? 'configured' : 'verified'
}
