// Which calls one change of one holding takes, in order: taking first, the person last; a deny goes after what it covers.

import { canonicalJson } from '../../core/model/canonical.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Call, Change, Effect, Observed } from '../../core/plan/provisioner.ts'
import { policyJson } from '../../core/policy/write.ts'
import { callOf, type Write } from './calls.ts'
import type { AssignmentContent, Content, SetContent } from './content.ts'
import { effectOfSet } from './effect.ts'
import { TAGS } from './naming.ts'

type Calls = readonly Call<Write>[]

export interface Compiling {
  readonly installation: string
}

const written = ({ document, name }: SetContent) => {
  if (document === null) throw new Error(`no document to write for ${name}`)
  return policyJson(document)
}

const create = ({ installation }: Compiling, { account, name, made }: SetContent): Call<Write> =>
  callOf('CreatePermissionSet', account, {
    name,
    description: made.description,
    tags: {
      [TAGS.installation]: installation,
      [TAGS.account]: account,
      [TAGS.person]: made.person,
      [TAGS.version]: made.version,
    },
  })

const attach = (
  content: SetContent,
  managed: readonly string[],
  customer: readonly string[],
  effect: Effect,
): Calls => [
  ...managed.map((policy) =>
    callOf('AttachManagedPolicyToPermissionSet', content.account, { set: content.name, policy }, effect),
  ),
  ...customer.map((policy) =>
    callOf(
      'AttachCustomerManagedPolicyReferenceToPermissionSet',
      content.account,
      { set: content.name, policy },
      effect,
    ),
  ),
]

const detach = (content: SetContent, managed: readonly string[], customer: readonly string[]): Calls => [
  ...managed.map((policy) =>
    callOf('DetachManagedPolicyFromPermissionSet', content.account, { set: content.name, policy }),
  ),
  ...customer.map((policy) =>
    callOf('DetachCustomerManagedPolicyReferenceFromPermissionSet', content.account, { set: content.name, policy }),
  ),
]

/** `111122223333/USER/<id>` → who is assigned where. */
const whoIs = (assigned: string) => {
  const [account = '', type = '', ...id] = assigned.split('/')
  return { in: account, type, id: id.join('/') }
}

const assign = ({ account, name }: Pick<SetContent, 'account' | 'name'>, assigned: readonly string[]): Calls =>
  assigned.map((one) => callOf('CreateAccountAssignment', account, { set: name, ...whoIs(one) }))

const unassign = ({ account, name }: Pick<SetContent, 'account' | 'name'>, assigned: readonly string[]): Calls =>
  assigned.map((one) => callOf('DeleteAccountAssignment', account, { set: name, ...whoIs(one) }))

const provision = ({ account, name }: SetContent, effect: Effect): Call<Write> =>
  callOf('ProvisionPermissionSet', account, { set: name }, effect)

/** `stays`: who may be assigned the set while it is written; whoever else is goes first. */
const put = (want: SetContent, effect: Effect, stays: readonly string[] = []): Call<Write> =>
  callOf('PutInlinePolicyToPermissionSet', want.account, { set: want.name, document: written(want), stays }, effect)

const grantSet = (asked: Compiling, want: SetContent): Calls => [
  create(asked, want),
  put(want, 'prepares'),
  ...attach(want, want.managed, want.customer, 'prepares'),
  ...assign(want, want.assigned),
]

const lacking = (these: readonly string[], those: readonly string[]): readonly string[] =>
  these.filter((one) => !those.includes(one))

/** While nobody is assigned, whatever is written only prepares. What is written becomes real when it is provisioned. */
function adjustSet(have: SetContent, want: SetContent): Calls {
  const kept = have.assigned.filter((one) => want.assigned.includes(one))
  const alike = { ...have, assigned: kept }
  const effect = kept.length === 0 ? 'prepares' : effectOfSet(alike, { ...want, assigned: kept })
  const same = have.document !== null && canonicalJson(policyJson(have.document)) === canonicalJson(written(want))
  const changes: Calls = [
    ...detach(have, lacking(have.managed, want.managed), lacking(have.customer, want.customer)),
    ...(same ? [] : [put(want, effect, kept)]),
    ...attach(want, lacking(want.managed, have.managed), lacking(want.customer, have.customer), effect),
  ]
  return [
    ...unassign(have, lacking(have.assigned, kept)),
    ...changes,
    ...(changes.length === 0 || kept.length === 0 ? [] : [provision(want, effect)]),
    ...assign(want, lacking(want.assigned, kept)),
  ]
}

/**
 * Sessions that run are cut first: what is attached is detached, and before its end the inline policy goes too, since it
 * still allows something. From its end on the policy only denies, so it goes last, with the set.
 */
function revokeSet(have: SetContent, ended: boolean): Calls {
  const away = callOf('DeletePermissionSet', have.account, { set: have.name }, 'tidies')
  // Nobody is in it: there is nothing to be cut.
  if (have.assigned.length === 0) return [away]
  const cuts: Calls = [
    ...detach(have, have.managed, have.customer),
    ...(ended || have.document === null
      ? []
      : [callOf('DeleteInlinePolicyFromPermissionSet', have.account, { set: have.name })]),
  ]
  return [...cuts, ...(cuts.length === 0 ? [] : [provision(have, 'takes')]), ...unassign(have, have.assigned), away]
}

const personOf = ({ account, userId }: AssignmentContent): string => `${account}/USER/${userId}`

const named = ({ account, set }: AssignmentContent) => ({ account, name: set })

const hasEnded = ({ mark }: Observed<Content>, now: Instant): boolean => mark?.expires != null && mark.expires <= now

export function compile(asked: Compiling, change: Change<Content>, now: Instant): Calls {
  if (change.do === 'revoke') {
    const { content } = change.have
    return content.is === 'set'
      ? revokeSet(content, hasEnded(change.have, now))
      : unassign(named(content), [personOf(content)])
  }
  const { content } = change.want
  if (change.do === 'grant')
    return content.is === 'set' ? grantSet(asked, content) : assign(named(content), [personOf(content)])
  const have = change.have.content
  if (have.is === 'set' && content.is === 'set') return adjustSet(have, content)
  if (have.is !== content.is) throw new Error(`${change.want.key} names two kinds of things`)
  return []
}
