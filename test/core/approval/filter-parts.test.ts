// What each part of a filter says of one item, read by a rule that allows and by one that takes away; and what is not to be known yet.

import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../src/core/approval/compare.ts'
import { all, any, filterMatches, type Match, namesEscalation, not } from '../../../src/core/approval/filter.ts'
import type { Subject } from '../../../src/core/approval/subject.ts'
import { id } from '../../../src/core/model/id.ts'
import { OKTA } from '../../../src/core/model/targets.ts'
import { filter, knowledge, settings } from './company.ts'

type What = Parameters<typeof filter>[0]

const [PROD] = settings([]).aws?.accounts ?? []
if (PROD === undefined) throw new Error('no account')

const SUBJECT: Subject = {
  account: PROD,
  partition: 'aws',
  kind: 'policy',
  facets: { policy: ['ReadOnlyAccess'] },
  regions: [],
  resourceTags: 'of many',
  contents: { action: ['s3:Get*'], resource: ['arn:aws:s3:*'], role: [] },
  risk: 'low',
  managesPermissions: false,
  lapse: 'always',
}
const IN_OKTA: Partial<Subject> = {
  account: { ...PROD, system: 'okta', name: OKTA, ou: '/', tags: {}, mode: id<'mode'>('okta-group') },
  kind: 'okta',
  facets: { okta: ['Admins'] },
  contents: 'none',
}

const read = (what: What, subject: Partial<Subject>, reading: Reading): Match =>
  filterMatches(filter(what), { ...SUBJECT, ...subject }, reading, knowledge)

/** [says, filter, what differs in the item, to allow, to take away] */
type Row = readonly [says: string, what: What, subject: Partial<Subject>, wholly: Match, partly: Match]

const ACCOUNTS: readonly Row[] = [
  ['an account by any of its patterns', { account: 'x orders-*' }, {}, 'yes', 'yes'],
  ['another account', { account: 'payer' }, {}, 'no', 'no'],
  ['a unit', { ou: '/workloads/*' }, {}, 'yes', 'yes'],
  ['another unit', { ou: '/sandbox' }, {}, 'no', 'no'],
  ['all tags', { tags: { env: 'prod', team: 'o*' } }, {}, 'yes', 'yes'],
  ['a tag of two that differs', { tags: { env: 'prod', team: 'web' } }, {}, 'no', 'no'],
  ['Okta, if nothing is said of accounts', {}, IN_OKTA, 'yes', 'yes'],
  ['Okta by the name of an account', { account: '*' }, IN_OKTA, 'no', 'no'],
  ['Okta by a unit', { ou: '*' }, IN_OKTA, 'no', 'no'],
  ['Okta by the tag of an account', { tags: { env: '*' } }, IN_OKTA, 'no', 'no'],
  ['Okta by a region', { region: '*' }, IN_OKTA, 'no', 'no'],
  ['Okta by the tag of a resource', { resourceTags: { data: '*' } }, IN_OKTA, 'no', 'no'],
]

const REGIONS: readonly Row[] = [
  ['the region of every ARN', { region: 'eu-* us-*' }, { regions: ['eu-west-1', 'us-east-1'] }, 'yes', 'yes'],
  ['the region of one ARN', { region: 'eu-*' }, { regions: ['eu-west-1', 'us-east-1'] }, 'no', 'yes'],
  ['no region of any ARN', { region: 'ap-*' }, { regions: ['eu-west-1', 'us-east-1'] }, 'no', 'no'],
  ['an ARN that does not tell its region', { region: '*' }, { regions: [''] }, 'no', 'yes'],
  ['one of several that does not tell it', { region: 'eu-*' }, { regions: ['eu-west-1', ''] }, 'no', 'yes'],
  ['what names no ARN', { region: '*' }, { regions: [] }, 'no', 'yes'],
  ['a wildcard that lies in it', { region: 'eu-*' }, { regions: ['eu-west-*'] }, 'yes', 'yes'],
  ['a wildcard that reaches over it', { region: 'eu-west-1' }, { regions: ['eu-*'] }, 'no', 'yes'],
  ['a region in other letters', { region: 'EU-west-1' }, { regions: ['eu-west-1'] }, 'no', 'yes'],
  ['a region in capital letters', { region: 'eu-west-1' }, { regions: ['EU-WEST-1'] }, 'no', 'yes'],
]

const tags = (of: Readonly<Record<string, string>>): Partial<Subject> => ({ resourceTags: new Map(Object.entries(of)) })

const TAGS: readonly Row[] = [
  ['every tag', { resourceTags: { data: 'open', team: '*' } }, tags({ data: 'open', team: 'orders' }), 'yes', 'yes'],
  ['a tag by any of its patterns', { resourceTags: { data: 'x open' } }, tags({ data: 'open' }), 'yes', 'yes'],
  ['another value', { resourceTags: { data: 'open' } }, tags({ data: 'people' }), 'no', 'no'],
  ['a tag that is not there', { resourceTags: { data: '*' } }, tags({}), 'no', 'no'],
  ['one tag of two', { resourceTags: { data: '*', team: '*' } }, tags({ data: 'open' }), 'no', 'no'],
  ['what could be tagged so', { resourceTags: { data: '*' } }, { resourceTags: 'of many' }, 'no', 'yes'],
  ['tags that nobody read', { resourceTags: { data: '*' } }, { resourceTags: 'unknown' }, 'unknown', 'unknown'],
  ['anything, if no tag is named', {}, { resourceTags: 'unknown' }, 'yes', 'yes'],
]

const UNREAD: Partial<Subject> = { contents: 'unknown', risk: 'unknown', managesPermissions: 'unknown' }

const RISKS: readonly Row[] = [
  ['its risk', { risk: ['high', 'low'] }, {}, 'yes', 'yes'],
  ['another risk', { risk: ['high'] }, {}, 'no', 'no'],
  ['a risk that nobody knows', { risk: ['high', 'low'] }, UNREAD, 'unknown', 'unknown'],
  ['any risk, known or not', { risk: ['high', 'low', 'escalating'] }, UNREAD, 'yes', 'yes'],
  ['what escalates', { escalating: true }, { risk: 'escalating' }, 'yes', 'yes'],
  ['what does not escalate, asked for what does', { escalating: true }, { risk: 'high' }, 'no', 'no'],
  ['what does not escalate', { escalating: false }, { risk: 'high' }, 'yes', 'yes'],
  ['what escalates, asked for what does not', { escalating: false }, { risk: 'escalating' }, 'no', 'no'],
  ['what could escalate', { escalating: false }, UNREAD, 'unknown', 'unknown'],
  ['what manages permissions', { managesPermissions: true }, { managesPermissions: true }, 'yes', 'yes'],
  ['what does not manage them', { managesPermissions: false }, {}, 'yes', 'yes'],
  ['what does not, asked for what does', { managesPermissions: true }, {}, 'no', 'no'],
  ['what could manage them', { managesPermissions: true }, UNREAD, 'unknown', 'unknown'],
]

const ENDS: readonly Row[] = [
  ['what ends by itself', { endsByItself: true }, {}, 'yes', 'yes'],
  ['what ends by itself, asked for what does not', { endsByItself: false }, {}, 'no', 'no'],
  ['what ends for new sessions only does not', { endsByItself: true }, { lapse: 'depends' }, 'no', 'no'],
  ['what cannot be given does not', { endsByItself: false }, { lapse: null }, 'yes', 'yes'],
]

const CONTENTS: readonly Row[] = [
  ['an action that the text holds', { facets: { action: 's3:GetObject' } }, {}, 'no', 'yes'],
  ['an action that it does not hold', { facets: { action: 'ec2:*' } }, {}, 'no', 'no'],
  ['an action that a text nobody read could hold', { facets: { action: 's3:GetObject' } }, UNREAD, 'no', 'unknown'],
  ['a resource that such a text could reach', { facets: { resource: 'arn:aws:s3:::x' } }, UNREAD, 'no', 'unknown'],
  ['a role that such a text could let one enter', { facets: { role: 'x' } }, UNREAD, 'no', 'unknown'],
  ['a group, of which no text says anything', { facets: { group: 'x' } }, UNREAD, 'no', 'no'],
  ['a group, beside a text that was read', { facets: { group: 'x' } }, {}, 'no', 'no'],
  ['a role, in what has no text', { facets: { role: 'x' } }, { contents: 'none' }, 'no', 'no'],
  [
    'its own actions before any text',
    { facets: { action: 'ec2:*' } },
    { ...UNREAD, facets: { action: ['s3:*'] } },
    'no',
    'no',
  ],
  ['a facet named like a property of every object', { facets: { toString: '*' } }, {}, 'no', 'no'],
  ['two facets of which one does not match', { facets: { policy: '*', group: '*' } }, {}, 'no', 'no'],
  ['a facet that matches and one that is not known', { facets: { action: '*', policy: '*' } }, UNREAD, 'no', 'unknown'],
  ['a kind among several', { kind: 'role policy' }, {}, 'yes', 'yes'],
  ['another kind', { kind: 'role' }, {}, 'no', 'no'],
]

const TOGETHER: readonly Row[] = [
  ['what is not known is no, if the account is another', { account: 'payer', risk: ['low'] }, UNREAD, 'no', 'no'],
  ['or the region', { region: 'ap-*', risk: ['low'] }, { ...UNREAD, regions: ['eu-west-1'] }, 'no', 'no'],
  ['or a facet', { facets: { policy: 'x' }, risk: ['low'] }, UNREAD, 'no', 'no'],
  ['or the risk', { risk: ['high'], facets: { action: 'x' } }, { contents: 'unknown' }, 'no', 'no'],
  ['or a tag', { resourceTags: { data: 'x' }, risk: ['low'] }, { ...UNREAD, ...tags({}) }, 'no', 'no'],
  [
    'and is not known, if all else is yes',
    { account: '*', facets: { policy: '*' }, risk: ['low'] },
    UNREAD,
    'unknown',
    'unknown',
  ],
]

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'the account': ACCOUNTS,
  regions: REGIONS,
  'tags of the resource': TAGS,
  'risk and permissions': RISKS,
  'its end': ENDS,
  'kinds, facets and texts': CONTENTS,
  'several parts': TOGETHER,
}

describe.each(Object.entries(TABLES))('a filter on %s means', (_title, rows) => {
  it.each(rows)('%s', (_says, what, subject, wholly, partly) => {
    expect([read(what, subject, 'wholly'), read(what, subject, 'partly')]).toEqual([wholly, partly])
  })
})

describe('what is not known yet', () => {
  const ROWS: readonly (readonly [of: readonly Match[], all: Match, any: Match])[] = [
    [[], 'yes', 'no'],
    [['yes'], 'yes', 'yes'],
    [['no'], 'no', 'no'],
    [['unknown'], 'unknown', 'unknown'],
    [['yes', 'no'], 'no', 'yes'],
    [['unknown', 'yes'], 'unknown', 'yes'],
    [['unknown', 'no'], 'no', 'unknown'],
    [['unknown', 'yes', 'no'], 'no', 'yes'],
  ]
  it.each(ROWS)('of %j all are %s, any is %s', (of, together, one) => {
    expect([all(of), any(of)]).toEqual([together, one])
  })
  it('is not known the other way round either', () => {
    expect([not('yes'), not('no'), not('unknown')]).toEqual(['no', 'yes', 'unknown'])
  })
})

it.each<readonly [What, boolean]>([
  [{}, false],
  [{ escalating: true }, true],
  [{ escalating: false }, false],
  [{ risk: ['low', 'high'] }, false],
  [{ risk: ['low', 'escalating'] }, true],
])('whether %j names lasting access: %s', (what, names) => {
  expect(namesEscalation(filter(what))).toBe(names)
})
