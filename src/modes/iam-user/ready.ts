// Which people of the settings have an IAM user in an account.

import { writeEdgeError } from '../../core/model/edge-error.ts'
import type { Account, IdentityMatch } from '../../core/model/settings.ts'
import type { Need } from '../../core/plan/provisioner.ts'
import { found, type Ready, type ReadyAsked } from '../aws/ready.ts'
import { answer } from './facts.ts'

const HOW: Readonly<Record<IdentityMatch['by'], string>> = {
  userName: 'by user name = e-mail',
  localPart: 'by user name = the e-mail up to the @',
  tag: 'by their tag',
}

function ofAccount({ settings, details }: ReadyAsked, account: Account): Ready {
  const read = details(account.id)
  if (read.is === 'unknown')
    return {
      account: account.id,
      state: 'unknown',
      says: writeEdgeError(read.because),
      cure: 'let the inventory role read IAM',
    }
  const from = { installation: settings.installation, target: account.name, match: account.match, details: read.value }
  const people = [...settings.people.values()].map(({ handle, email }) => {
    const need: Need = { what: 'identity', target: account.name, name: email }
    return { handle, there: answer(from, need).is === 'found' }
  })
  const cure =
    'make or rename their IAM users, or change `identity` of the account; whoever is missing can be given nothing there'
  return found(account.id, people, `among the IAM users ${HOW[account.match.by]}`, cure)
}

export const ready = async (asked: ReadyAsked): Promise<readonly Ready[]> =>
  asked.accounts.map((account) => ofAccount(asked, account))
