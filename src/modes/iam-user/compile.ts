// Which calls one change of one holding takes, in order: taking first, the person's access last.

import type { PersonId } from '../../core/model/id.ts'
import type { Call, Change, Effect, Observed } from '../../core/plan/provisioner.ts'
import { policyJson } from '../../core/policy/write.ts'
import { callOf, type Write } from './calls.ts'
import type { AttachmentContent, Content, MembershipContent, PolicyContent } from './content.ts'
import { effectOf, effectOfPolicy } from './effect.ts'
import { attachmentKey, membershipKey, policyArn, tagKey, tagValue } from './naming.ts'

type Calls = readonly Call<Write>[]

/** What calls need beside the contents. */
export interface Compiling {
  readonly partition: string
  readonly installation: string
}

/** IAM keeps five versions of a policy (IAM user guide, versioning IAM policies). */
const VERSIONS = 5

const arnOf = ({ partition }: Compiling, { account, path, name }: PolicyContent): string =>
  policyArn(partition, account, path, name)

/** `user/marta` → the call that takes the policy off that user. */
function detach(asked: Compiling, content: PolicyContent, holder: string): Call<Write> {
  const [kind, name] = [holder.slice(0, holder.indexOf('/')), holder.slice(holder.indexOf('/') + 1)]
  const policy = arnOf(asked, content)
  if (kind === 'group') return callOf('DetachGroupPolicy', content.account, { group: name, policy })
  if (kind === 'role') return callOf('DetachRolePolicy', content.account, { role: name, policy })
  return callOf('DetachUserPolicy', content.account, { user: name, policy })
}

const attach = (asked: Compiling, content: PolicyContent, holder: string): Call<Write> =>
  callOf('AttachUserPolicy', content.account, {
    user: holder.slice(holder.indexOf('/') + 1),
    policy: arnOf(asked, content),
  })

const deleteOlder = (asked: Compiling, content: PolicyContent, effect: 'takes' | 'tidies' = 'takes'): Call<Write> =>
  callOf(
    'DeletePolicyVersion',
    content.account,
    { policy: arnOf(asked, content), which: 'all but the default' },
    effect,
  )

const written = (content: PolicyContent) => {
  if (content.document === null) throw new Error(`no document to write for ${content.name}`)
  return policyJson(content.document)
}

function grantPolicy(asked: Compiling, want: PolicyContent, person: PersonId): Calls {
  const { account, path, name, attached } = want
  const tags = { 'daypass:installation': asked.installation, 'daypass:person': person }
  return [
    callOf('CreatePolicy', account, { path, name, document: written(want), tags }),
    ...attached.map((holder) => attach(asked, want, holder)),
  ]
}

/** A new version of an unattached policy prepares; of an attached one it does what the documents' difference does. */
function versionEffect(have: PolicyContent, want: PolicyContent, kept: readonly string[]): Effect {
  return kept.length === 0 ? 'prepares' : effectOfPolicy({ ...have, attached: kept }, { ...want, attached: kept })
}

function adjustPolicy(asked: Compiling, have: PolicyContent, want: PolicyContent): Calls {
  const arn = arnOf(asked, want)
  const kept = have.attached.filter((holder) => want.attached.includes(holder))
  const same = have.document !== null && JSON.stringify(policyJson(have.document)) === JSON.stringify(written(want))
  const version = callOf(
    'CreatePolicyVersion',
    want.account,
    { policy: arn, document: written(want) },
    versionEffect(have, want, kept),
  )
  return [
    ...have.attached.filter((holder) => !kept.includes(holder)).map((holder) => detach(asked, have, holder)),
    ...(same ? [] : have.olderVersions >= VERSIONS - 1 ? [deleteOlder(asked, have), version] : [version]),
    ...(same && have.olderVersions === 0 ? [] : [deleteOlder(asked, have)]),
    ...want.attached.filter((holder) => !kept.includes(holder)).map((holder) => attach(asked, want, holder)),
  ]
}

const revokePolicy = (asked: Compiling, have: PolicyContent): Calls => [
  ...have.attached.map((holder) => detach(asked, have, holder)),
  ...(have.olderVersions === 0 ? [] : [deleteOlder(asked, have, 'tidies')]),
  callOf('DeletePolicy', have.account, { policy: arnOf(asked, have) }, 'tidies'),
]

type Tagged = MembershipContent | AttachmentContent

const thingOf = (content: Tagged): string => (content.is === 'membership' ? content.group : content.policy)

const keyFor = (content: Tagged, identity: string) =>
  content.is === 'membership'
    ? membershipKey(content.account, identity, content.group)
    : attachmentKey(content.account, identity, content.policy)

const give = (content: Tagged): Call<Write> =>
  content.is === 'membership'
    ? callOf('AddUserToGroup', content.account, { user: content.user, group: content.group })
    : callOf('AttachUserPolicy', content.account, { user: content.user, policy: content.policy })

const take = (content: Tagged): Call<Write> =>
  content.is === 'membership'
    ? callOf('RemoveUserFromGroup', content.account, { user: content.user, group: content.group })
    : callOf('DetachUserPolicy', content.account, { user: content.user, policy: content.policy })

function tag(asked: Compiling, want: Tagged, identity: string, effect: Effect): Call<Write> {
  const value = want.mark?.expires == null ? null : tagValue(want.mark.version, want.mark.expires, thingOf(want))
  if (value === null) throw new Error(`no mark to write for ${thingOf(want)}`)
  const key = tagKey(asked.installation, keyFor(want, identity))
  return callOf('TagUser', want.account, { user: want.user, key, value }, effect)
}

const grantTagged = (asked: Compiling, want: Tagged, identity: string): Calls => [
  tag(asked, want, identity, 'prepares'),
  give(want),
]

function adjustTagged(asked: Compiling, have: Tagged, want: Tagged, identity: string): Calls {
  const marked = have.mark?.version === want.mark?.version && have.mark?.expires === want.mark?.expires
  const effect = have.there ? effectOf(have, want) : 'prepares'
  return [...(marked ? [] : [tag(asked, want, identity, effect)]), ...(have.there ? [] : [give(want)])]
}

/** The access first, then its mark: a crash in between leaves a mark of nothing, never an access without a mark. */
function revokeTagged(asked: Compiling, have: Observed<Content>, content: Tagged): Calls {
  const key = have.key
  return [
    ...(content.there ? [take(content)] : []),
    ...(have.mark === null
      ? []
      : [callOf('UntagUser', content.account, { user: content.user, key: tagKey(asked.installation, key) }, 'tidies')]),
  ]
}

export function compile(asked: Compiling, change: Change<Content>): Calls {
  if (change.do === 'revoke') {
    const { content } = change.have
    return content.is === 'policy' ? revokePolicy(asked, content) : revokeTagged(asked, change.have, content)
  }
  const { want } = change
  if (change.do === 'grant') {
    const [first] = want.holders
    if (first === undefined) throw new Error(`nobody holds ${want.key}`)
    return want.content.is === 'policy'
      ? grantPolicy(asked, want.content, first.grant.item.person)
      : grantTagged(asked, want.content, want.identity)
  }
  const have = change.have.content
  if (have.is === 'policy' && want.content.is === 'policy') return adjustPolicy(asked, have, want.content)
  if (have.is === 'policy' || want.content.is === 'policy') throw new Error(`${want.key} names two kinds of things`)
  return adjustTagged(asked, have, want.content, want.identity)
}
