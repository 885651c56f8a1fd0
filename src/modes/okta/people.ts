// Whom in Okta a need means, and whether anything can be given to them.

import type { OktaIntegration } from '../../core/model/settings.ts'
import type { Fact, Need } from '../../core/plan/provisioner.ts'
import { LEFT, OUT, usersCalled } from '../../edges/okta/find-user.ts'
import type { Okta } from '../../edges/okta/okta.ts'

export async function personFact(okta: Okta, match: OktaIntegration['match'], need: Need): Promise<Fact> {
  const found = await usersCalled(okta, match, need.name)
  if (found.is === 'unknown') return { need, is: 'unknown', because: found.because }
  const here = found.value.filter(({ status }) => status !== LEFT)
  const [user, other] = here.length === 0 ? found.value : here
  if (user === undefined) return { need, is: 'absent' }
  if (other !== undefined) return { need, is: 'several', names: found.value.map(({ login }) => login).sort() }
  const unfit = OUT[user.status]
  if (unfit !== undefined) return { need, is: 'unfit', because: `${user.login} ${unfit.says}`, cure: unfit.cure }
  return { need, is: 'found', id: user.id, name: user.login }
}
