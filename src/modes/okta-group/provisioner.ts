// The mode for groups of Okta, put together.

import type { Settings } from '../../core/model/settings.ts'
import { OKTA, OKTA_MODE } from '../../core/model/targets.ts'
import type { Provisioner } from '../../core/plan/provisioner.ts'
import type { Okta } from '../../edges/okta/okta.ts'
import { compile } from './compile.ts'
import type { Content } from './content.ts'
import { scopeOf } from './naming.ts'
import { CARRIES, needsOf } from './needs.ts'
import { observe, type Watched } from './observe.ts'
import { perform } from './perform.ts'
import { place } from './place.ts'
import { presume } from './presume.ts'
import { reach } from './reach.ts'

export interface OktaGroupAsked {
  readonly settings: Settings
  /** null: nobody can be asked. */
  readonly okta: Okta | null
  /** Hosts of organisations that left settings while something of ours may still be there. */
  readonly left?: readonly string[]
}

function watched({ settings, okta, left = [] }: OktaGroupAsked): readonly Watched[] {
  const here = settings.okta
  const now =
    here === null
      ? []
      : [{ target: OKTA, host: here.host, okta: okta === null ? null : { edge: okta, match: here.match } }]
  return [
    ...now,
    ...left.filter((host) => host !== here?.host).map((host): Watched => ({ target: OKTA, host, okta: null })),
  ]
}

export function oktaGroup(asked: OktaGroupAsked): Provisioner<Content> {
  const organisations = watched(asked)
  const { okta } = asked
  return {
    mode: OKTA_MODE,
    carries: CARRIES,
    scopes: organisations.map(({ host, target }) => ({ scope: scopeOf(host), target })),
    needs: needsOf,
    presume,
    observe: (needs, recorded) => observe(organisations, needs, recorded),
    place,
    effectOf: () => 'prepares',
    compile,
    perform: (call) => {
      if (okta === null) throw new Error('a call was to be made where nobody can be asked')
      return perform(okta, call)
    },
    reach,
  }
}
