// Which calls one change of one holding takes, in order: marked, permitted, let in; taken: emptied, let out, put to rest.

import { canonicalJson } from '../../core/model/canonical.ts'
import { type Instant, later } from '../../core/model/time.ts'
import type { Call, Change } from '../../core/plan/provisioner.ts'
import { policyJson } from '../../core/policy/write.ts'
import { callOf, type Write } from './calls.ts'
import type { Content, PoolContent } from './content.ts'
import { effectOfPool } from './effect.ts'
import { STATE, writeBound, writeResting } from './naming.ts'

type Calls = readonly Call<Write>[]

const written = ({ document, role }: PoolContent) => {
  if (document === null) throw new Error(`no document to write for ${role}`)
  return policyJson(document)
}

const entering = ({ app, marker, role, userId, login }: Content) => ({ app, marker, role, userId, login })

const tag = ({ account, app, role }: PoolContent, value: string, effect: Call['effect']): Call<Write> =>
  callOf('TagRole', app, { account, role, key: STATE, value }, effect)

const put = (want: PoolContent, effect: Call['effect']): Call<Write> =>
  callOf('PutRolePolicy', want.app, { account: want.account, role: want.role, document: written(want) }, effect)

const grantPool = (want: PoolContent): Calls => [
  tag(want, writeBound(want.userId), 'prepares'),
  // Nobody is let in by it yet, and whoever was before has rested out of it.
  put(want, 'prepares'),
  callOf('addRoleToAppUser', want.app, entering(want)),
]

function adjustPool(have: PoolContent, want: PoolContent): Calls {
  const same = have.document !== null && canonicalJson(policyJson(have.document)) === canonicalJson(written(want))
  return [
    ...(same ? [] : [put(want, have.assigned ? effectOfPool(have, { ...want, assigned: true }) : 'prepares')]),
    ...(have.assigned ? [] : [callOf('addRoleToAppUser', want.app, entering(want))]),
  ]
}

/** Sessions that run lose what they had with the policy; the role then rests for as long as any of them could live. */
const revokePool = (have: PoolContent, now: Instant): Calls => [
  ...(have.written ? [callOf('DeleteRolePolicy', have.app, { account: have.account, role: have.role })] : []),
  ...(have.assigned ? [callOf('removeRoleFromAppUser', have.app, entering(have))] : []),
  tag(have, writeResting(later(now, have.session)), 'tidies'),
]

export function compile(change: Change<Content>, now: Instant): Calls {
  if (change.do === 'revoke') {
    const { content } = change.have
    return content.is === 'pool'
      ? revokePool(content, now)
      : [callOf('removeRoleFromAppUser', content.app, entering(content))]
  }
  const { content } = change.want
  if (change.do === 'grant')
    return content.is === 'pool' ? grantPool(content) : [callOf('addRoleToAppUser', content.app, entering(content))]
  const have = change.have.content
  return have.is === 'pool' && content.is === 'pool' ? adjustPool(have, content) : []
}
