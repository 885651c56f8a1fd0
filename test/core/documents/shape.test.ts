// Whether a document is held to its schema, and each fault is told once, at its place, for schemas of further kinds too.

import { describe, expect, it } from 'vitest'
import { checkRequest } from '../../../src/core/documents/check-request.ts'
import { PRECOMPILED } from '../../../src/core/documents/precompiled.ts'
import { readRequest } from '../../../src/core/documents/request.ts'
import { readShape } from '../../../src/core/documents/schema.ts'
import { compilerFor, type DocumentName, found, validatorOf } from '../../../src/core/documents/validator.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { type BoundKind, bind, type Kinds } from '../../../src/core/entitlements/kind.ts'
import { id } from '../../../src/core/model/id.ts'
import { FILES, read as readAll } from './everything.ts'
import { fileOf } from './files-of.ts'

const BADGE: BoundKind = bind<{ readonly badge: string }>({
  kind: 'badge',
  keys: ['badge'],
  read: (raw, at) => ({
    entitlement: {
      kind: id('badge'),
      what: `badge:${raw.badge}`,
      says: `the badge ${raw.badge}`,
      permissions: { form: 'existing', thing: { what: 'group', by: 'name', value: raw.badge, at: at(['badge']) } },
      facets: {},
      at: at([]),
    },
  }),
})

/** All kinds and the badge, of which the schema says this. */
function withBadge(badge: object, table: readonly BoundKind[] = [...KINDS.table, BADGE]): Kinds {
  const { $defs } = KINDS.schema
  const properties = { account: { $ref: 'item.schema.json#/$defs/where' }, badge, colour: { type: 'string' } }
  const branch = { type: 'object', required: ['badge'], properties, additionalProperties: false }
  return {
    table,
    schema: { ...KINDS.schema, $defs: { ...$defs, item: { ...$defs.item, oneOf: [...$defs.item.oneOf, branch] } } },
  }
}

const said = (name: DocumentName, text: string, kinds: Kinds = KINDS): readonly string[] => {
  const read = readShape(name, fileOf('x.yaml', text), kinds)
  return 'findings' in read
    ? read.findings.map(({ code, at, message }) => `${code} at ${at.line}:${at.column}: ${message}`)
    : ['fits']
}

const asking = (item: string): string => `for: marta\nduration: 2h\naccess:\n  - ${item}\n`

describe('a fault', () => {
  it('of a kind that came later is said in the words of its schema', () => {
    const kinds = withBadge({ type: 'integer', multipleOf: 5 })
    expect(said('request', asking('{account: prod, badge: 10}'), kinds)).toEqual(['fits'])
    expect(said('request', asking('{account: prod, badge: 7}'), kinds)).toEqual([
      'shape-value at 4:28: `badge` must be multiple of 5.',
    ])
    expect(said('request', asking('{account: prod, badge: x}'), kinds)).toEqual([
      'shape-type at 4:28: `badge` must be a whole number; here it is a text.',
    ])
  })

  it('that nobody has words for is told where it is, at a key if it is one, with little advice', () => {
    const kinds = withBadge({ type: 'object', propertyNames: { anyOf: [{ minLength: 3 }] } })
    const read = readShape('request', fileOf('x.yaml', asking('{account: prod, badge: {ab: {cd: 1}}}')), kinds)
    expect('findings' in read && read.findings.map(({ code, at, cure }) => [code, at.column, cure])).toEqual([
      ['shape-text', 29, 'Correct it.'],
      ['shape-value', 29, 'Correct it.'],
    ])
  })

  it('in a choice is that of what was meant, and of nothing else', () => {
    const kinds = withBadge({ type: 'string', minLength: 3 })
    expect(said('request', asking('{account: prod, badge: ab, color: red}'), kinds)).toEqual([
      'shape-unknown-key at 4:32: `color` is not a key of an entry of `access`.',
      'shape-text at 4:28: `badge` must have at least 3 characters.',
    ])
  })

  it('of what a document adds to a choice is told beside that of the choice', () => {
    expect(said('bundles', 'bundles:\n  a: {says: x, items: [{account: prod, polcy: X}]}\n')).toEqual([
      "shape-not at 2:24: This does not belong here: a bundle's item names neither an account nor another bundle.",
      'shape-unknown-key at 2:40: `polcy` is not a key of an entry of `items`.',
    ])
  })

  it('names what has it by its key, which may have digits, and an entry by its list, however long', () => {
    expect(said('people', 'people: {2marta: 5, marta2: 5}\n')).toEqual([
      'shape-type at 1:18: `2marta` must be a map of keys and values; here it is a number.',
      'shape-type at 1:29: `marta2` must be a map of keys and values; here it is a number.',
    ])
    expect(said('daypass', `version: 1\ninstallation: harbor\nowners: {people: [${'a, '.repeat(10)}A]}\n`)).toEqual([
      'shape-text at 3:49: `A` does not have the form of an entry of `people`.',
    ])
  })

  it('of a value is not taken for that of a key that is written the same elsewhere', () => {
    const person = 'id: 1, login: a, email: a@b.example'
    expect(said('people', `people:\n  A B: {${person}}\n  nadia: {${person}, manager: A B}\n`)).toEqual([
      'shape-text at 2:3: `A B` does not have the form of a key of `people`.',
      'shape-text at 3:57: `A B` does not have the form of `manager`.',
    ])
  })

  it('beside a choice is told too', () => {
    expect(said('request', `fro: x\n${asking('{account: prod, polcy: X}')}`)).toEqual([
      'shape-unknown-key at 1:1: `fro` is not a key of the file.',
      'shape-unknown-key at 5:21: `polcy` is not a key of an entry of `access`.',
    ])
  })

  it('is told in each entry that has it', () => {
    expect(said('request', `${asking('{account: prod}')}  - {account: prod, polcy: X}\n`)).toEqual([
      'shape-choice at 4:5: an entry of `access` does not say what is meant.',
      'shape-unknown-key at 5:21: `polcy` is not a key of an entry of `access`.',
    ])
  })

  it('is told deep inside choices that lie in choices', () => {
    const rule = (what: string) => `rules:\n  - {name: a, what: ${what}, ways: [auto]}\n`
    expect(said('rules', rule('{account: {nam: prod}}'))).toEqual([
      'shape-unknown-key at 2:32: `nam` is not a key of `account`.',
    ])
    expect(said('rules', rule('{account: {name: [prod, 7]}}'))).toEqual([
      'shape-unquoted at 2:45: YAML reads `7` as a number, but an entry of `name` is a text.',
    ])
    expect(said('rules', rule('{account: 7}'))).toEqual([
      'shape-unquoted at 2:31: YAML reads `7` as a number, but `account` is a text.',
    ])
    expect(said('rules', rule('{account: x, not: {risk: [low, middle]}}'))).toEqual([
      'shape-value at 2:52: `middle` is not possible for an entry of `risk`.',
    ])
  })

  it('of a number or of true and false where a text is wanted asks for quotes only if those would do', () => {
    expect(said('request', 'for: 12\nduration: 5\naccess: [{account: prod, policy: true}]\n')).toEqual([
      'shape-unquoted at 1:6: YAML reads `12` as a number, but `for` is a text.',
      'shape-type at 2:11: `duration` must be a text; here it is a number.',
      'shape-unquoted at 3:34: YAML reads `true` as true or false, but `policy` is a text.',
    ])
    expect(said('people', 'people: {nadia: {id: 1, login: true, email: 0x10}}\n')).toEqual([
      'shape-unquoted at 1:32: YAML reads `true` as true or false, but `login` is a text.',
      'shape-unquoted at 1:45: YAML reads `0x10` as a number, but `email` is a text.',
    ])
  })

  it('of true and false where something else than a text is wanted does not ask for quotes', () => {
    const main = 'version: 1\ninstallation: harbor\nowners: {people: [nadia], approvals: true}\n'
    expect(said('daypass', main)).toEqual([
      'shape-type at 3:38: `approvals` must be a whole number; here it is true or false.',
    ])
    expect(said('rules', 'rules:\n  - {name: a, what: {policy: X}, ways: [7]}\n')).toEqual([
      'shape-type at 2:41: an entry of `ways` must be a text or a map of keys and values; here it is a number.',
    ])
  })

  it('of a key stands at the key, whether its rule is written there or referred to', () => {
    const tags = `tags: {"${'k'.repeat(129)}": x}`
    const aws = `partition: aws\nregion: eu-west-1\naccounts:\n  - {name: prod, id: "111122223333", mode: iam-user, ${tags}}\n`
    expect(said('aws', aws)).toEqual(['shape-text at 4:61: a key of `tags` must have at most 128 characters.'])
    const person = '{id: 1, login: a, email: a@b.example}'
    expect(said('people', `people:\n  A B: ${person}\n  nadia: ${person}\n  C D: ${person}\n`)).toEqual([
      'shape-text at 2:3: `A B` does not have the form of a key of `people`.',
      'shape-text at 4:3: `C D` does not have the form of a key of `people`.',
    ])
    expect(said('bundles', 'bundles: {A b: {says: x, items: [{policy: X}]}}\n')).toEqual([
      'shape-text at 1:11: `A b` does not have the form of a key of `bundles`.',
    ])
    const escaped = `people: {a/b~c: {id: x, login: a, email: a@b.example}}\n`
    expect(said('people', escaped)).toEqual([
      'shape-text at 1:10: `a/b~c` does not have the form of a key of `people`.',
      'shape-type at 1:22: `id` must be a whole number; here it is a text.',
    ])
  })
})

describe('a kind', () => {
  it('that the schema has and the table has not is a mistake of ours, told loudly', () => {
    const kinds = withBadge({ type: 'string' }, KINDS.table)
    const file = fileOf('config/requests/x.yaml', asking('{account: prod, badge: blue}'))
    expect(() => readRequest(file, kinds)).toThrow('no kind reads an item with the keys account, badge')
  })

  it('that is checked by nobody has nothing said against it', () => {
    const { settings } = readAll({
      ...FILES,
      'integrations/aws.yaml': FILES['integrations/aws.yaml'].replace('closing: true', 'closing: false'),
    })
    const file = fileOf('requests/x.yaml', asking('{account: prod, badge: blue}').replace('marta', 'oscar'))
    const { request } = readRequest(file, withBadge({ type: 'string' }))
    if (request === null || settings === null) throw new Error('they cannot be read')
    expect(checkRequest(request, settings, null, KINDS)).toEqual([])
  })
})

describe('a schema', () => {
  it('that is compiled beforehand is asked first, for our own kinds alone, and never for the reason of a no', () => {
    const wrong = fileOf('x.yaml', 'for: [x]\n')
    const asked: unknown[] = []
    const answering = (answer: boolean) =>
      Object.assign(PRECOMPILED, {
        request: (value: unknown) => {
          asked.push(value)
          return answer
        },
      })
    try {
      answering(true)
      expect(readShape('request', wrong, KINDS)).toMatchObject({ value: { for: ['x'] } })
      expect(readShape('request', wrong, withBadge({}))).toHaveProperty('findings')
      expect(readShape('people', wrong, KINDS)).toHaveProperty('findings')
      answering(false)
      expect(readShape('request', wrong, KINDS)).toHaveProperty('findings')
      expect(readShape('request', fileOf('x.yaml', asking('{account: prod, policy: X}')), KINDS)).toHaveProperty(
        'value',
      )
      expect(asked).toHaveLength(3)
    } finally {
      Reflect.deleteProperty(PRECOMPILED, 'request')
    }
  })

  it('is compiled once for the same kinds, and found by the name that others refer to it by', () => {
    expect(compilerFor(KINDS)).toBe(compilerFor(KINDS))
    expect(validatorOf('rules', KINDS)).toBe(found(compilerFor(KINDS), 'rules.schema.json'))
    expect(() => found(compilerFor(KINDS), 'nothing.schema.json')).toThrow('no schema nothing.schema.json')
  })
})
