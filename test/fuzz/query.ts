// The query parser of the search: everything it takes can be said again, and finds what a reader without short cuts finds.

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { InventoryLine } from '../../src/core/inventory/line.ts'
import { type Entry, entryOf, fieldsOf } from '../../src/core/search/entry.ts'
import { findAll } from '../../src/core/search/find.ts'
import { KEYS } from '../../src/core/search/keys.ts'
import { type Query, readQuery, type Term } from '../../src/core/search/query.ts'
import { edits } from './mutate.ts'
import { must, type Note, type Target } from './target.ts'

const PROD = '111122223333'
const arn = (what: string): string => `arn:aws:iam::${PROD}:${what}`
const NOTHING = { policies: [], inline: {} }

const LINES: readonly InventoryLine[] = [
  { is: 'resource', arn: 'arn:aws:s3:::orders-exports', type: 's3:bucket', region: 'global', tags: { env: 'prod', Team: 'Orders' } },
  { is: 'resource', arn: `arn:aws:sqs:eu-west-1:${PROD}:orders`, type: 'sqs:queue', region: 'eu-west-1', tags: {} },
  { is: 'resource', arn: `arn:aws:dynamodb:us-east-1:${PROD}:table/Orders.v2`, type: 'dynamodb:table', region: 'us-east-1', tags: { note: 'a b\tc', 'Größe': 'İstanbul', empty: '' } },
  { is: 'resource', arn: `arn:aws:logs:eu-west-1:${PROD}:log-group:/aws/lambda/x{1}`, type: 'logs:log-group', region: 'eu-west-1', tags: { k: 'ſtraße \u212a' } },
  { is: 'user', arn: arn('user/marta'), tags: { mail: 'marta@example.com' }, groups: ['readers', 'Ops'], ...NOTHING },
  { is: 'user', arn: arn('user/team/jonas'), tags: {}, groups: [], policies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], inline: { own: {} } },
  { is: 'group', arn: arn('group/readers'), policies: [arn('policy/queues')], inline: { read: {} } },
  { is: 'role', arn: arn('role/night-shift'), tags: { env: 'stage' }, trust: null, policies: [], inline: {} },
  { is: 'policy', arn: arn('policy/queues'), version: 'v3', document: {} },
  { is: 'permissionSet', arn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1', name: 'Admin', policies: [], inline: {} },
  { is: 'assignment', set: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1', account: PROD, principal: 'GROUP', name: 'oncall' },
  { is: 'people', name: 'oncall ΑΣ', members: ['marta', 'Jörg', ''] },
] // biome-ignore format: a table

export const ENTRIES: readonly Entry[] = LINES.map((line, index) =>
  entryOf(line, index % 2 === 0 ? 'orders-prod' : 'orders-stage', PROD),
)

const KEY_WORDS = Object.keys(KEYS)
const WORDS = ['orders', 'Orders', 'marta', 'ORD', 'eu-west-1', '*', 'prod', 'readers', '/', ':', 'table/', 'İ', 'ß', 'SS', 'σ', 'ς', 'k', 's', '\u212a', 'x{1}', '111122223333', 'arn:aws:s3', 's3:GetObject', 'env=prod', 'env=*', 'team', 'sqs', 'not'] // biome-ignore format: a list
const ATOMS = ['a', 'o', 'r', 'ord', 'orders', '.', '\\.', '[a-z]', '[^:]', '\\w', '\\d', '\\b', '\\B', '^', '$', '\\A', '\\z', '(a|b)', '(?:ord)', '(?i)', '(?-i)', '(?m)', '(?s)', '\\Qa.b\\E', '\\Q', '{1}', 'x{1}', '\\pL', '\\x{6f}', '[[:alpha:]]', '[^\\n]', '\\n', '\\t', ' ', 'é', 'İ', 'ß', 'ſ', 'K', '|', '(', ')', '[', ']', '\\', '(?P<n>a)', '[a', '[]a]', '\\/', '"'] // biome-ignore format: a list
const REPEATS = ['', '', '', '*', '+', '?', '*?', '{0}', '{2}', '{0,1}', '{1,}', '{1000}']

const expression = fc
  .array(fc.tuple(fc.constantFrom(...ATOMS), fc.constantFrom(...REPEATS)), { maxLength: 6 })
  .map((parts) => `/${parts.map((part) => part.join('')).join('')}/`)
const word = fc.constantFrom(...WORDS)
const exact = fc.oneof(word, fc.string({ maxLength: 6 })).map((text) => `"${text}"`)
const value = fc.oneof(word, exact, expression, fc.string({ unit: 'grapheme', maxLength: 8 }))
const term = fc
  .tuple(fc.constantFrom('', '', '!', '!!'), fc.oneof(fc.constant(''), fc.constantFrom(...KEY_WORDS, 'typ', 'URL').map((key) => `${key}:`)), value)
  .map((parts) => parts.join('')) // biome-ignore format: one line each
const text = fc
  .array(fc.oneof({ weight: 7, arbitrary: term }, { weight: 1, arbitrary: fc.constantFrom('->', '→', '=>') }), { maxLength: 7 })
  .map((terms) => terms.join(' ')) // biome-ignore format: one line each

const KEPT = [
  ...Object.values(KEYS).map(({ example }) => example),
  'user:marta -> type:s3:bucket',
  'orders !type:/^sqs:/ region:"eu-west-1"',
  '"a b" /c d/ tag:env=prod',
  '/(o|r)+d{1,3}\\/x/ → *',
]

const PIECES = [...WORDS, ...ATOMS, ...REPEATS, '!', '"', '/', ' ', '->', ...KEY_WORDS.map((key) => `${key}:`)]

const inputs = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...KEPT), edits(PIECES)).map(([kept, edit]) => edit(kept)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
) // biome-ignore format: one line each

const writtenTerm = ({ key, compared, negated }: Term): string =>
  `${negated ? '!' : ''}${key === null ? '' : `${key}:`}${compared.text}`

const write = ({ terms, reached }: Query): string =>
  [...terms.map(writtenTerm), ...(reached === null ? [] : ['->', ...reached.map(writtenTerm)])].join(' ')

const plain = ({ terms, reached }: Query): unknown =>
  [terms, reached].map((side) =>
    side?.map(({ key, compared, negated }) => ({ key, negated, text: compared.text, says: compared.says })),
  )

/** Field by field, and nothing passed over. */
function fitsSlowly(entry: Entry, { key, compared, negated }: Term): boolean {
  const found =
    key === null
      ? compared.text === '*' || fieldsOf(entry).some(([, field]) => compared.fits(field))
      : KEYS[key].test(entry, compared) !== null
  return found !== negated
}

const found = (terms: readonly Term[]): ReadonlySet<Entry> =>
  new Set(findAll(ENTRIES, { terms }).map(({ entry }) => entry))

function judgeTerm(term: Term, note: Note): ReadonlySet<Entry> {
  const there = found([term])
  const others = found([{ ...term, negated: !term.negated }])
  for (const entry of ENTRIES) {
    must(there.has(entry) !== others.has(entry), 'what is negated finds what is left', writtenTerm(term), entry.line)
    must(there.has(entry) === fitsSlowly(entry, term), 'no short cut changes an answer', writtenTerm(term), entry.line)
  }
  if (there.size > 0 && there.size < ENTRIES.length) note('a term that finds some')
  return there
}

function check(input: string, note: Note): void {
  const read = readQuery(input)
  if ('problem' in read) {
    const { problem, cure, at } = read
    must(problem !== '' && cure !== '', 'a refusal says what is wrong and what to do', read)
    must(at >= 1 && at <= Math.max(1, input.length), 'a refusal lies in the text', read)
    return
  }
  note('read')
  const { query } = read
  const again = readQuery(write(query))
  must('query' in again, 'what was read can be written and read', write(query), again)
  must(isDeepStrictEqual(plain(again.query), plain(query)), 'what was read is read again as the same', write(query))
  for (const side of [query.terms, query.reached ?? []]) {
    const each = side.map((term) => judgeTerm(term, note))
    const all = found(side)
    for (const entry of ENTRIES)
      must(all.has(entry) === each.every((one) => one.has(entry)), 'all terms must fit, whatever their order')
    if (all.size > 0 && side.length > 1) note('several terms that find something')
  }
}

export const query: Target<string> = { says: 'query parser', runs: 340_000, longest: 1000, inputs, check }
