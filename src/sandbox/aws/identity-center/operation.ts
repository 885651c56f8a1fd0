// What the operations of SSO Admin have in common: who may call, and which set a call is about.

import type { Answer, Refused } from '../answer.ts'
import { refuseJson } from '../json/answer.ts'
import { type Form, given, sure, text } from '../json/forms.ts'
import type { Aim, Asked, Operation } from '../json/operation.ts'
import { type AwsWorld, having, own } from '../world.ts'
import { running, setOf } from './jobs.ts'
import type { IdentityCenter, PermissionSet } from './world.ts'

/** Smithy model of SSO Admin. */
export const INSTANCE = text(
  10,
  1224,
  /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/,
)
export const SET = text(
  10,
  1224,
  /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}$/,
)
export const ACCOUNT = text(12, 12, /^\d{12}$/)
export const UUID = text(36, 36, /^\b[0-9a-f]{8}\b-[0-9a-f]{4}\b-[0-9a-f]{4}\b-[0-9a-f]{4}\b-[0-9a-f]{12}$/)
export const TAG_KEY: Form = text(1, 128, /^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$/u)
export const TAG_VALUE: Form = text(0, 256, /^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$/u)

export type Standing = 'management' | 'delegated' | 'outsider'

export function standingOf({ aws, caller }: Asked): Standing {
  const { organizations } = aws
  if (caller.account === organizations?.management) return 'management'
  return organizations?.delegated.includes(caller.account) === true ? 'delegated' : 'outsider'
}

/** The instance a call names, if its caller and region can see it. */
export function centerOf(asked: Asked): IdentityCenter | Refused {
  const center = asked.aws.identityCenter
  const arn = sure(asked.input, 'InstanceArn')
  if (standingOf(asked) === 'outsider')
    return refuseJson.accessDenied('User is not authorized to perform this operation.')
  if (center === undefined || center.region !== asked.region || center.instanceArn !== arn)
    return refuseJson.notFound(`Instance ${arn} does not exist.`)
  return center
}

export interface OnSet {
  readonly center: IdentityCenter
  readonly arn: string
  readonly set: PermissionSet
}

export function setIn(asked: Asked): OnSet | Refused {
  const center = centerOf(asked)
  if ('is' in center) return center
  const arn = sure(asked.input, 'PermissionSetArn')
  const set = own(center.sets, arn)
  return set === undefined ? refuseJson.notFound(`PermissionSet ${arn} does not exist.`) : { center, arn, set }
}

/** What a delegated administrator must leave alone: whatever reaches into the management account. */
export function outOfReach(asked: Asked, { set }: OnSet, account?: string): Refused | null {
  const management = asked.aws.organizations?.management ?? ''
  if (standingOf(asked) === 'management') return null
  return account === management || own(set.roles, management) !== undefined
    ? refuseJson.accessDenied('A delegated administrator cannot manage what is provisioned in the management account.')
    : null
}

/** Set operations touch the instance and the set; each must be allowed. */
export const setAims = ({ aws, input }: Asked): readonly Aim[] => {
  const arn = given(input, 'PermissionSetArn') ?? given(input, 'ResourceArn') ?? '*'
  const tags = own(aws.identityCenter?.sets ?? {}, arn)?.tags ?? {}
  const account = given(input, 'TargetId') ?? given(input, 'AccountId')
  return [
    { resource: given(input, 'InstanceArn') ?? '*' },
    {
      resource: arn,
      context: Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, value])),
    },
    ...(account === undefined ? [] : [{ resource: `arn:${aws.partition}:sso:::account/${account}` }]),
  ]
}

export const withCenter = (aws: AwsWorld, center: IdentityCenter): AwsWorld => ({ ...aws, identityCenter: center })

export const withSet = (aws: AwsWorld, { center, arn }: OnSet, set: PermissionSet): AwsWorld =>
  withCenter(aws, { ...center, sets: having(center.sets, arn, set) })

/** A write while AWS is still at an earlier one, or while that one spreads. */
export function busy(
  asked: Asked,
  { center, arn }: OnSet,
): { readonly refused: Refused; readonly aws: AwsWorld } | null {
  const left = own(center.spreading, arn) ?? 0
  if (left > 0)
    return {
      refused: refuseJson.conflict('Another update is in progress.'),
      aws: withCenter(asked.aws, { ...center, spreading: having(center.spreading, arn, left - 1) }),
    }
  return running(center).some((job) => setOf(job) === arn)
    ? { refused: refuseJson.conflict('There is a conflicting operation in process.'), aws: asked.aws }
    : null
}

/** A write to a set that may have to wait for others; afterwards it spreads. */
export const writesSet = (
  takes: Operation['takes'],
  run: (asked: Asked, on: OnSet) => PermissionSet | Refused,
): Operation => ({
  writes: true,
  takes: { InstanceArn: INSTANCE, PermissionSetArn: SET, ...takes },
  aims: setAims,
  run: (asked): Answer<AwsWorld> => {
    const on = setIn(asked)
    if ('is' in on) return on
    const out = outOfReach(asked, on)
    if (out !== null) return out
    const wait = busy(asked, on)
    if (wait !== null) return wait.refused
    const set = run(asked, on)
    if ('is' in set) return set
    const after = withSet(asked.aws, on, set)
    const { center } = on
    const spreading = center.conflicts === 0 ? center.spreading : having(center.spreading, on.arn, center.conflicts)
    return {
      is: 'done',
      after: withCenter(after, { ...(after.identityCenter ?? center), spreading }),
      output: {},
    }
  },
})

export const readsSet = (takes: Operation['takes'], run: (asked: Asked, on: OnSet) => Answer<AwsWorld>): Operation => ({
  writes: false,
  takes: { InstanceArn: INSTANCE, PermissionSetArn: SET, ...takes },
  aims: setAims,
  run: (asked) => {
    const on = setIn(asked)
    return 'is' in on ? on : run(asked, on)
  },
})
