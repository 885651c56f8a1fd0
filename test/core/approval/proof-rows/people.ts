// Who must be whom: the author, the beneficiary, and the names that the request uses.

import { id } from '../../../../src/core/model/id.ts'
import type { Settings } from '../../../../src/core/model/settings.ts'
import { approvedBy, person, rule, settings } from '../company.ts'
import { review, reviewed, SETTINGS, user } from '../proof-story.ts'
import { changed, type Row, without, withPeople } from './ground.ts'

export const PEOPLE: readonly Row[] = [
  ['the author is deleted', 'author-unknown', () => ({ pull: { author: null } })],
  ['the author is a bot', 'author-unknown', () => ({ pull: { author: { type: 'Bot', id: 100, login: 'marta' } } })],
  [
    'the author is a mannequin',
    'author-unknown',
    () => ({ pull: { author: { type: 'Mannequin', id: 100, login: 'marta' } } }),
  ],
  ['the author is nobody of the people map', 'author-unknown', () => ({ pull: { author: user('mallory') } })],
  [
    'the login of somebody else does not help',
    'author-unknown',
    () => ({ pull: { author: { type: 'User', id: 999, login: 'marta' } } }),
  ],
  [
    'a new login of the same account is the same person',
    'proved',
    () => ({ pull: { author: { type: 'User', id: 100, login: 'marta-renamed' } } }),
  ],
  ['the author has left since', 'author-unknown', () => ({ now: without('marta'), ask: { for: 'nils' } })],
  ['the author has left by the head alone', 'author-unknown', () => ({ head: without('marta'), ask: { for: 'nils' } })],
  ['the author is two people', 'ambiguous-person', () => ({ everywhere: changed('nils', { githubId: 100 }) })],
  [
    'the beneficiary shares an account with another',
    'ambiguous-person',
    () => ({ everywhere: changed('sam', { githubId: 106 }), ask: { for: 'carl' } }),
  ],
  ['the beneficiary is nobody of the people map', 'beneficiary-unknown', () => ({ ask: { for: 'mallory' } })],
  ['the beneficiary has left since', 'beneficiary-unknown', () => ({ now: without('carl'), ask: { for: 'carl' } })],
  [
    'the account of the author is somebody else now',
    'resolves-otherwise',
    () => ({
      now: withPeople((people) => {
        const marta = people.get(person('marta'))
        people.delete(person('marta'))
        if (marta !== undefined) people.set(person('marta-2'), { ...marta, handle: person('marta-2') })
      }),
      ask: { for: 'nils' },
    }),
  ],
  ['for another where no rule allows it', 'author-not-requester', () => ({ ask: { for: 'carl' } })],
  [
    'for another where the rules allow it takes one approval more',
    'approvals-missing',
    () => ({
      ask: { for: 'carl' },
      everywhere: settings([rule('leads', { ways: [approvedBy('@leads')], limits: { onBehalf: 'allowed' } })]),
    }),
  ],
  [
    'for another with both approvals',
    'proved',
    () => ({
      ask: { for: 'carl' },
      everywhere: settings([rule('leads', { ways: [approvedBy('@leads')], limits: { onBehalf: 'allowed' } })]),
      pull: { reviews: reviewed(review('lena'), review('omar')) },
    }),
  ],
]

const moved = (rest: object): Settings => {
  const { aws } = SETTINGS
  return aws === null
    ? SETTINGS
    : {
        ...SETTINGS,
        aws: { ...aws, accounts: aws.accounts.map((one) => (one.name === 'orders-prod' ? { ...one, ...rest } : one)) },
      }
}

export const NAMES: readonly Row[] = [
  [
    'the e-mail of the beneficiary changed since',
    'resolves-otherwise',
    () => ({ now: changed('marta', { email: 'other@example.com' }) }),
  ],
  [
    'the e-mail changed at the head',
    'resolves-otherwise',
    () => ({ head: changed('marta', { email: 'other@example.com' }) }),
  ],
  ['the account name means another account', 'resolves-otherwise', () => ({ now: moved({ id: '999999999999' }) })],
  ['the account is in another mode', 'resolves-otherwise', () => ({ head: moved({ mode: id<'mode'>('other') }) })],
  [
    'people are found another way in the account',
    'resolves-otherwise',
    () => ({ head: moved({ match: { by: 'tag', tag: 'mail' } }) }),
  ],
  [
    'the account is in another partition',
    'resolves-otherwise',
    () => ({ head: SETTINGS.aws === null ? null : { ...SETTINGS, aws: { ...SETTINGS.aws, partition: 'aws-cn' } } }),
  ],
  ['tags of the account may change', 'proved', () => ({ now: moved({ tags: { env: 'prod', team: 'other' } }) })],
]
