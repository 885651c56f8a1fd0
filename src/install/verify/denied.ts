// What must be denied is denied: AWS is asked what our own roles could do, without doing it.

import { type Answer, known, writeEdgeError } from '../../core/model/edge-error.ts'
import type { Aws, IamOutput } from '../../edges/aws/aws.ts'
import { NEVER_ACTIONS } from '../blueprint/guards.ts'
import { type Check, fine } from '../check.ts'

type Result = NonNullable<IamOutput<'SimulatePrincipalPolicy'>['EvaluationResults']>[number]

export type Simulated = Answer<readonly Result[]>

/** Attempts that are no harm elsewhere, and must not work on these. */
const ON_OURS = [
  'iam:AttachUserPolicy',
  'iam:CreatePolicyVersion',
  'iam:DeletePolicy',
  'iam:DeleteRole',
  'iam:DetachRolePolicy',
  'iam:TagRole',
  'iam:UntagRole',
]

const ADMINISTRATOR = (partition: string): string => `arn:${partition}:iam::aws:policy/AdministratorAccess`

/** Every pair of these is asked: most make no sense, and none may be allowed. */
export async function simulate(aws: Aws, account: string, role: string, boundary: string): Promise<Simulated> {
  const results: Result[] = []
  let marker: string | undefined
  do {
    const page = await aws.iam(account, 'SimulatePrincipalPolicy', {
      PolicySourceArn: role,
      ActionNames: [...NEVER_ACTIONS, ...ON_OURS],
      ResourceArns: [role, boundary, `arn:${aws.partition}:iam::${account}:user/daypass-probe`],
      ContextEntries: [
        { ContextKeyName: 'iam:PolicyARN', ContextKeyType: 'string', ContextKeyValues: [ADMINISTRATOR(aws.partition)] },
      ],
      MaxItems: 1000,
      ...(marker === undefined ? {} : { Marker: marker }),
    })
    if (page.is === 'unknown') return page
    const { EvaluationResults = [], IsTruncated: more, Marker: next } = page.value
    results.push(...EvaluationResults)
    marker = more === true && EvaluationResults.length > 0 ? next : undefined
  } while (marker !== undefined)
  return known(results)
}

const SHOWN = 5

export function deniedCheck(about: string, simulated: Simulated): Check {
  const what = `${about}: denials`
  if (simulated.is === 'unknown')
    return {
      state: 'unknown',
      about: what,
      says: `could not check: ${writeEdgeError(simulated.because)}`,
      cure: 'deploy what `daypass setup` prints: the inventory role may ask AWS for this',
    }
  const results = simulated.value
  const asked = (NEVER_ACTIONS.length + ON_OURS.length) * 3
  if (results.length < asked)
    return {
      state: 'unknown',
      about: what,
      says: `could not check: AWS answered ${results.length} of ${asked} questions`,
      cure: 'run daypass verify again',
    }
  const allowed = [
    ...new Set(
      results.flatMap(({ EvalActionName, EvalResourceName, EvalDecision }) =>
        EvalDecision === 'allowed' ? [`${EvalActionName} on ${EvalResourceName}`] : [],
      ),
    ),
  ]
  if (allowed.length === 0) return fine(what, `${asked} attempts would be denied`)
  return {
    state: 'danger',
    about: what,
    says: `could ${allowed.slice(0, SHOWN).join(', ')}${allowed.length > SHOWN ? ` and ${allowed.length - SHOWN} more` : ''}`,
    cure: 'deploy what `daypass setup` prints, and look who changed the role',
  }
}
