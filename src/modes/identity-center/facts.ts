// What Identity Center and its organisation answer to the needs of grants: whom, which account, which set they mean.

import type { IdentityCenterHome } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import { decide } from '../aws/named.ts'
import { sameText } from '../aws/stored.ts'
import type { Center } from './center.ts'
import { ASSIGNABLE_TAG, isNamedAsOurs, isOfInstallation } from './naming.ts'
import { type People, personFact } from './people.ts'
import { USED } from './quotas.ts'
import type { SetNames } from './sets.ts'

export interface Answering {
  readonly installation: string
  readonly home: IdentityCenterHome
  readonly center: Center
  readonly people: People
  readonly names: SetNames
  /** Seconds of a session, by ARN of the set. */
  readonly sessions: ReadonlyMap<string, number | null>
  /** ARNs of the sets that Daypass may assign as they are. */
  readonly assignable: ReadonlySet<string>
}

const unfit = (need: Need, because: string, cure: string): Fact => ({ need, is: 'unfit', because, cure })

/** AWS takes an assignment in an account that is not there and lets it fail later: it is refused before it is made. */
export function accountFact(
  { home, center, names, installation }: Pick<Answering, 'home' | 'center' | 'names' | 'installation'>,
  need: Need,
): Fact {
  const state = center.accounts.get(need.name)
  const where = `${need.target} (${need.name})`
  if (state === undefined)
    return unfit(need, `${where} is not in the organisation of ${center.management}`, 'correct its id, or invite it')
  if (state !== 'ACTIVE')
    return unfit(need, `${where} is ${state.toLowerCase()} in its organisation`, 'reopen it, or set `closing: true`')
  if (need.name === center.management && home.managementAccount === 'refused')
    return unfit(
      need,
      `${where} is the management account of its organisation`,
      'choose another account; owners can write `managementAccount: allowed` in integrations/aws.yaml',
    )
  if (need.name === center.management && center.askedFrom === 'delegated')
    return unfit(
      need,
      `${where} is the management account, which a delegated administrator cannot give access to`,
      'set identityCenter.home to the management account, or choose another account',
    )
  const foreign = [...names.values()].filter((name) => !isOfInstallation(name, installation)).length
  return { need, is: 'found', id: center.instance, name: center.portal.url, used: { [USED.sets]: foreign } }
}

/** By ARN, or by name: as it is written, else without regard to case if that is one. */
export function setsNamed(names: SetNames, text: string): readonly (readonly [string, string])[] {
  const all = [...names]
  const exact = all.filter(([arn, name]) => arn === text || name === text)
  return exact.length > 0 ? exact : all.filter(([, name]) => sameText(name, text))
}

/** AWS refuses Daypass's role every set without the mark: it is told before the call. */
function setFact({ names, sessions, assignable, installation }: Answering, need: Need): Fact {
  const found = decide(
    need,
    setsNamed(names, need.name).map(([arn, name]) => {
      const session = sessions.get(arn)
      return { id: arn, name, ...(session == null ? {} : { used: { session } }) }
    }),
  )
  if (found.is !== 'found' || assignable.has(found.id) || isNamedAsOurs(found.name)) return found
  return unfit(
    need,
    `the permission set ${found.name} is not marked as one that Daypass may assign`,
    `owners tag it in AWS: ${ASSIGNABLE_TAG} = ${installation}`,
  )
}

/** Answers all that lies in Identity Center; null for what lies in the account. */
export function answer(from: Answering, need: Need): Fact | null {
  switch (need.what) {
    case 'identity':
      return personFact(need, from.people)
    case 'account':
      return accountFact(from, need)
    case 'permissionSet':
      return setFact(from, need)
    case 'policy':
    case 'role':
    case 'group':
      return null
  }
}
