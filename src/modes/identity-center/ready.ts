// Whether Identity Center is where settings say, which accounts are in its organisation, and which people it knows.

import { type EdgeError, writeEdgeError } from '../../core/model/edge-error.ts'
import type { Account } from '../../core/model/settings.ts'
import type { Need } from '../../core/plan/provisioner.ts'
import { found, type Ready, type ReadyAsked } from '../aws/ready.ts'
import { readCenter } from './center.ts'
import { accountFact } from './facts.ts'
import { personFact, readPeople } from './people.ts'

const HOW = { userName: 'by user name = e-mail', email: 'by primary e-mail' } as const

const unsure = (accounts: readonly Account[], because: EdgeError): readonly Ready[] =>
  accounts.map(({ id }) => ({
    account: id,
    state: 'unknown',
    says: writeEdgeError(because),
    cure: 'look at the home account of `identityCenter`: its role, its region, and that Identity Center is enabled there',
  }))

export async function ready({ settings, aws, accounts }: ReadyAsked): Promise<readonly Ready[]> {
  const home = settings.aws?.identityCenter
  const [first] = accounts
  if (first === undefined || home == null) return []
  const center = await readCenter(aws, home)
  if (center.is === 'unknown') return unsure(accounts, center.because)
  const people = await readPeople(aws, center.value.store, home.match)
  if (people.is === 'unknown') return unsure(accounts, people.because)
  const known = [...settings.people.values()].map(({ handle, email }) => {
    const need: Need = { what: 'identity', target: first.name, name: email }
    return { handle, there: personFact(need, people.value).is === 'found' }
  })
  return accounts.map((account): Ready => {
    const need: Need = { what: 'account', target: account.name, name: account.id }
    const fact = accountFact(
      { home, center: center.value, names: new Map(), installation: settings.installation },
      need,
    )
    if (fact.is === 'unfit') return { account: account.id, state: 'lacking', says: fact.because, cure: fact.cure }
    return found(
      account.id,
      known,
      `in the identity store of ${center.value.management} ${HOW[home.match]}`,
      'assign or rename them in the directory that feeds Identity Center, or change `identityCenter.match`',
    )
  })
}
