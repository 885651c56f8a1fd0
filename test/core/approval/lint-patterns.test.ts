// Which filters can never match, by what these settings and AWS's data know; and which are left alone.

import { describe, expect, it } from 'vitest'
import { filterFaults } from '../../../src/core/approval/lint-patterns.ts'
import type { Settings } from '../../../src/core/model/settings.ts'
import { filter, knowledge, settings } from './company.ts'

type What = Parameters<typeof filter>[0]

const faults = (what: What, rest: Partial<Settings> = {}): readonly string[] =>
  filterFaults(filter(what), { settings: settings([], rest), knowledge }).map(({ message }) => message)

const AFTER_END = 'it asks for something after the end ($) or before the start (^) of the name'
const OWN = 'arn:aws:iam::111111111111'
const FOREIGN = 'arn:aws:iam::999999999999'
const elsewhere = (text: string) =>
  `${text} lies in the account 999999999999, which integrations/aws.yaml does not list`
const never = (text: string, because: string) => `${text} can never match: ${because}`
const NO_SUCH = 'no such name has the character'

const TOGETHER = 'no account has everything that it says about accounts'

type Row = readonly [what: What, faults: readonly string[]]

const ACCOUNTS: readonly Row[] = [
  [{ account: 'payer web old' }, ['no account has the name web']],
  [{ account: 'zorders-prod' }, ['no account has the name zorders-prod; did you mean orders-prod?']],
  [{ account: '/pay.*/' }, []],
  [{ account: '/web/' }, ['no account has the name /web/']],
  [{ account: '/a$b/' }, [never('/a$b/', AFTER_END)]],
  [{ ou: '/sandbox /sand' }, ['no account has the organisational unit /sand']],
  [{ ou: '/a$b/' }, [never('/a$b/', AFTER_END)]],
  [{ tags: { env: 'prod dev' } }, []],
  [{ tags: { env: 'stage' } }, ['no account has the tag env = stage']],
  [{ tags: { tem: 'orders' } }, ['no account has the tag tem; did you mean team?']],
  [{ tags: { toString: 'x' } }, ['no account has the tag toString']],
  [{ tags: { env: '/a$b/' } }, [never('/a$b/', AFTER_END)]],
  [{ account: 'orders-prod', tags: { env: 'dev' } }, [TOGETHER]],
  [{ account: '/a$b/ orders-prod', tags: { env: 'dev' } }, [never('/a$b/', AFTER_END), TOGETHER]],
  [{ account: 'orders-prod', tags: { env: 'x' } }, ['no account has the tag env = x']],
]

const NAMES: readonly Row[] = (['policy', 'role', 'group'] as const).flatMap((facet): readonly Row[] => [
  [{ facets: { [facet]: 'a+b=c,d.e@f-g_1 team/* x?' } }, []],
  [{ facets: { [facet]: 'a|b' } }, [never('a|b', `${NO_SUCH} "|"`)]],
  [{ facets: { [facet]: '/a$b/' } }, [never('/a$b/', AFTER_END)]],
  [{ facets: { [facet]: `${OWN}:${facet}/*` } }, []],
  [{ facets: { [facet]: `${FOREIGN}:${facet}/*` } }, [elsewhere(`${FOREIGN}:${facet}/*`)]],
])

const RESOURCES: readonly Row[] = [
  [{ facets: { resource: 'arn:aws:s3:::orders' } }, []],
  [{ facets: { resource: 'arn:aws:sqs:eu-west-1:111111111111:orders arn:aws:sqs:*:222222222222:x' } }, []],
  [
    { facets: { resource: 'arn:aws:sqs:eu-west-1:999999999999:x' } },
    [elsewhere('arn:aws:sqs:eu-west-1:999999999999:x')],
  ],
  [{ facets: { resource: 'arn:aws:sqs:eu-west-1:99999999999?:x' } }, []],
  [{ facets: { resource: '*arn:aws:sqs:eu-west-1:999999999999:x' } }, []],
  [{ facets: { resource: 'orders' } }, [never('orders', 'resources are ARNs that start with arn:aws:')]],
  [{ facets: { resource: '*orders' } }, []],
  [{ facets: { resource: '/arn:aws:s3:::(a|b)/' } }, []],
  [{ facets: { resource: '/orders/' } }, []],
  [{ facets: { resource: '/a$b/' } }, [never('/a$b/', AFTER_END)]],
]

const OTHERS: readonly Row[] = [
  [{ facets: { action: 's3:Get* s3:getobject' } }, []],
  [{ facets: { action: '/s3:Nothing/' } }, []],
  [{ facets: { action: '/a$b/' } }, [never('/a$b/', AFTER_END)]],
  [
    { facets: { action: 's3:GetObjekt' } },
    ['s3:GetObjekt means no action of AWS (data of 2026-11-01); did you mean s3:GetObject or s3:PutObject?'],
  ],
  [{ facets: { action: 'zzz:Nothing' } }, ['zzz:Nothing means no action of AWS (data of 2026-11-01)']],
  [{ facets: { permissionSet: 'a|b' } }, []],
  [{ facets: { permissionSet: '/a$b/' } }, [never('/a$b/', AFTER_END)]],
  [{ region: 'nowhere' }, []],
  [{ region: '/a$b/' }, [never('/a$b/', AFTER_END)]],
  [{ resourceTags: { data: '/a$b/' } }, [never('/a$b/', AFTER_END)]],
  [{ risk: ['high'], escalating: false }, []],
  [{ risk: ['high'], escalating: true }, ['risk and escalating contradict each other']],
  [{ kind: 'role', facets: { group: 'x' } }, ['no item is of all the kinds that it speaks of at once']],
  [
    { kind: 'role', facets: { group: 'x' }, risk: ['high'], escalating: true },
    ['no item is of all the kinds that it speaks of at once'],
  ],
  [
    { account: 'web', facets: { role: 'a|b', group: 'a' } },
    [
      'no account has the name web',
      'no item is of all the kinds that it speaks of at once',
      never('a|b', `${NO_SUCH} "|"`),
    ],
  ],
]

describe.each(Object.entries({ accounts: ACCOUNTS, names: NAMES, resources: RESOURCES, 'all else': OTHERS }))(
  'of a filter on %s',
  (_title, rows) => {
    it.each(rows)('%j, %j can never match', (what, is) => {
      expect(faults(what)).toEqual(is)
    })
  },
)

describe('without accounts of AWS', () => {
  it('no filter on accounts can match, and nothing lies in an account that is not listed', () => {
    const noAws = { aws: null }
    expect(faults({ account: 'payer' }, noAws)).toEqual(['no account has the name payer'])
    expect(faults({ facets: { role: `${OWN}:role/x` } }, noAws)).toEqual([
      TOGETHER,
      `${OWN}:role/x lies in the account 111111111111, which integrations/aws.yaml does not list`,
    ])
    expect(faults({ facets: { resource: 'orders' } }, noAws)).toEqual([
      TOGETHER,
      never('orders', 'resources are ARNs that start with arn:*:'),
    ])
  })
})
