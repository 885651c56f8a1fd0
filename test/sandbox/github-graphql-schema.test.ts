// Whether the sandbox has only what GitHub's own schema has.

import { getNamedType, isAbstractType, isInterfaceType, isObjectType, isUnionType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { behind, schema } from '../../src/sandbox/github/graphql/schema.ts'
import { theirs } from './github-graphql-ground.ts'

describe('the sandbox against GitHub own schema', () => {
  it.each(Object.entries(schema).filter(([type]) => type !== 'Query' && type !== 'Mutation'))(
    '%s exists with these fields, their types and arguments',
    (type, fields) => {
      const known = theirs.getType(type)
      if (isUnionType(known)) return expect(fields).toEqual({})
      if (!isObjectType(known) && !isInterfaceType(known)) throw new Error(`GitHub has no type ${type}`)
      check(fields, known.getFields())
    },
  )

  it('the same for where queries and mutations start', () => {
    check(schema['Query'] ?? {}, theirs.getQueryType()?.getFields() ?? {})
    check(schema['Mutation'] ?? {}, theirs.getMutationType()?.getFields() ?? {})
  })

  it.each(Object.entries(behind))('what stands behind %s does so at GitHub', (name, types) => {
    const known = theirs.getType(name)
    if (!isAbstractType(known)) throw new Error(`${name} stands for nothing`)
    const possible = theirs.getPossibleTypes(known).map((type) => type.name)
    expect(types.filter((type) => !possible.includes(type))).toEqual([])
  })

  function check(
    fields: (typeof schema)[string],
    known: Readonly<
      Record<
        string,
        { readonly type: Parameters<typeof getNamedType>[0]; readonly args: readonly { readonly name: string }[] }
      >
    >,
  ): void {
    for (const [name, shape] of Object.entries(fields)) {
      const [type, values] = typeof shape === 'string' ? [shape, ''] : shape
      expect([name, getNamedType(known[name]?.type)?.name]).toEqual([name, type])
      const accepted = known[name]?.args.map((one) => one.name) ?? []
      expect(values.split(' ').filter((one) => one !== '' && !accepted.includes(one))).toEqual([])
    }
  }
})
