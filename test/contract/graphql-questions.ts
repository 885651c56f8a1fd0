// Questions that ask for every field of every type that the sandbox's GraphQL knows.

import { behind, schema } from '../../src/sandbox/github/graphql/schema.ts'

/** What stands for an argument, by name; the rest of the arguments are left out. */
export interface Things {
  readonly owner: string
  readonly name: string
  readonly pull: number
  readonly issue: number
  /** A path that lies at the head of the default branch. */
  readonly path: string
  readonly login: string
  /** Global ids of different things. */
  readonly ids: readonly string[]
}

const given = (things: Things, type: string, field: string, values: string): string => {
  const texts: Readonly<Record<string, string>> = {
    owner: JSON.stringify(things.owner),
    name: JSON.stringify(things.name),
    number: String(type === 'Repository' && field === 'issue' ? things.issue : things.pull),
    qualifiedName: '"refs/heads/main"',
    expression: '"main"',
    path: JSON.stringify(things.path),
    login: JSON.stringify(things.login),
    id: JSON.stringify(things.ids.at(-1)),
    ids: JSON.stringify(things.ids),
    first: '9',
  }
  const named = values.split(' ').flatMap((value) => (texts[value] === undefined ? [] : [`${value}: ${texts[value]}`]))
  return named.length === 0 ? '' : `(${named.join(', ')})`
}

/** Each edge of the schema is followed once; where it leads again, only plain values are asked. */
export function everyField(things: Things): string {
  const followed = new Set<string>()
  const first = (edge: string): boolean => !followed.has(edge) && followed.add(edge).size > 0
  const fieldsOf = (type: string, depth: 'deep' | 'plain'): string => {
    const fields = Object.entries(schema[type] ?? {}).map(([field, shape]) => {
      const [named, values] = typeof shape === 'string' ? [shape, ''] : shape
      // Its own name for each: behind an interface fields of one name would clash.
      const asked = `${type}_${field}: ${field}${given(things, type, field, values)}`
      if (schema[named] === undefined) return asked
      if (depth === 'plain') return ''
      return `${asked} { __typename ${fieldsOf(named, first(`${type}.${field}`) ? 'deep' : 'plain')} }`
    })
    const kinds = (behind[type] ?? []).map(
      (kind) =>
        `... on ${kind} { __typename ${fieldsOf(kind, depth === 'deep' && first(`${type}>${kind}`) ? 'deep' : 'plain')} }`,
    )
    return [...fields, ...kinds].join(' ')
  }
  return `query Everything { ${fieldsOf('Query', 'deep')} }`
}
