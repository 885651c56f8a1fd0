// What a GraphQL document asks: its text as a tree (GraphQL specification, October 2021, the executable part).

export type Value =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Value>> }

export type Values = Readonly<Record<string, Value>>

export interface Directive {
  readonly name: string
  readonly values: Values
}

export type Selection =
  | {
      readonly kind: 'field'
      readonly key: string
      readonly name: string
      readonly values: Values
      readonly directives: readonly Directive[]
      readonly selections: readonly Selection[] | null
    }
  | { readonly kind: 'spread'; readonly name: string; readonly directives: readonly Directive[] }
  | {
      readonly kind: 'inline'
      readonly on: string | null
      readonly directives: readonly Directive[]
      readonly selections: readonly Selection[]
    }

export interface Variable {
  readonly name: string
  readonly required: boolean
  readonly fallback: Value | null
}

export interface Operation {
  readonly kind: 'query' | 'mutation'
  readonly name: string | null
  readonly variables: readonly Variable[]
  readonly selections: readonly Selection[]
}

export interface Fragment {
  readonly on: string
  readonly selections: readonly Selection[]
}

export interface Document {
  readonly operations: readonly Operation[]
  readonly fragments: Readonly<Record<string, Fragment>>
}

/** A document that is not GraphQL; the message says what was met and where. */
export class SyntaxProblem extends Error {}

const tokens =
  /[\s,\uFEFF]+|#[^\n]*|(?<token>"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|\.\.\.|[!$&()[\]{}:=@|]|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[_A-Za-z]\w*)|(?<wrong>[\s\S])/g

interface Reader {
  peek(): string
  take(): string
  /** Takes the next token where it is this one. */
  skip(token: string): boolean
  must(token: string): void
  name(): string
}

function readerOf(text: string): Reader {
  const found: string[] = []
  for (const match of text.matchAll(tokens)) {
    if (match.groups?.['wrong'] !== undefined) throw new SyntaxProblem(`Parse error on "${match[0]}" at ${match.index}`)
    if (match.groups?.['token'] !== undefined) found.push(match[0])
  }
  let at = 0
  const peek = (): string => found[at] ?? ''
  const take = (): string => {
    at += 1
    return found[at - 1] ?? ''
  }
  const problem = (wanted: string): never => {
    throw new SyntaxProblem(`Parse error on "${peek() || 'end of document'}", expected ${wanted}`)
  }
  return {
    peek,
    take,
    skip: (token) => (peek() === token ? take() === token : false),
    must: (token) => (peek() === token ? take() : problem(`"${token}"`)),
    name: () => (/^[_A-Za-z]/.test(peek()) ? take() : problem('a name')),
  }
}

/** Throws SyntaxProblem. */
export function parseDocument(text: string): Document {
  const reader = readerOf(text)
  const operations: Operation[] = []
  const fragments: Record<string, Fragment> = {}
  while (reader.peek() !== '') {
    if (reader.skip('fragment')) {
      const name = reader.name()
      reader.must('on')
      const on = reader.name()
      directivesOf(reader)
      fragments[name] = { on, selections: selectionsOf(reader) }
    } else operations.push(operationOf(reader))
  }
  return { operations, fragments }
}

function operationOf(reader: Reader): Operation {
  if (reader.peek() === '{') return { kind: 'query', name: null, variables: [], selections: selectionsOf(reader) }
  const kind = reader.name()
  if (kind !== 'query' && kind !== 'mutation')
    throw new SyntaxProblem(`Parse error on "${kind}", expected query or mutation`)
  const name = reader.peek() === '(' || reader.peek() === '{' || reader.peek() === '@' ? null : reader.name()
  const variables: Variable[] = []
  if (reader.skip('(')) while (!reader.skip(')')) variables.push(variableOf(reader))
  directivesOf(reader)
  return { kind, name, variables, selections: selectionsOf(reader) }
}

function variableOf(reader: Reader): Variable {
  reader.must('$')
  const name = reader.name()
  reader.must(':')
  const required = typeOf(reader)
  const fallback = reader.skip('=') ? readValue(reader) : null
  return { name, required: required && fallback === null, fallback }
}

/** Reads a type and tells whether it may not be null. */
function typeOf(reader: Reader): boolean {
  if (reader.skip('[')) {
    typeOf(reader)
    reader.must(']')
  } else reader.name()
  return reader.skip('!')
}

function selectionsOf(reader: Reader): readonly Selection[] {
  const selections: Selection[] = []
  reader.must('{')
  while (!reader.skip('}')) selections.push(reader.skip('...') ? fragmentOf(reader) : fieldOf(reader))
  if (selections.length === 0) throw new SyntaxProblem('Parse error on "}", expected a field')
  return selections
}

function fragmentOf(reader: Reader): Selection {
  const next = reader.peek()
  if (next !== 'on' && /^[_A-Za-z]/.test(next))
    return { kind: 'spread', name: reader.name(), directives: directivesOf(reader) }
  const on = reader.skip('on') ? reader.name() : null
  return { kind: 'inline', on, directives: directivesOf(reader), selections: selectionsOf(reader) }
}

function fieldOf(reader: Reader): Selection {
  const key = reader.name()
  const name = reader.skip(':') ? reader.name() : key
  const values = valuesOf(reader)
  const directives = directivesOf(reader)
  return {
    kind: 'field',
    key,
    name,
    values,
    directives,
    selections: reader.peek() === '{' ? selectionsOf(reader) : null,
  }
}

function directivesOf(reader: Reader): readonly Directive[] {
  const directives: Directive[] = []
  while (reader.skip('@')) directives.push({ name: reader.name(), values: valuesOf(reader) })
  return directives
}

function valuesOf(reader: Reader): Values {
  const values: Record<string, Value> = {}
  if (reader.skip('(')) {
    while (!reader.skip(')')) {
      const name = reader.name()
      reader.must(':')
      values[name] = readValue(reader)
    }
  }
  return values
}

const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

function readValue(reader: Reader): Value {
  if (reader.skip('$')) return { kind: 'variable', name: reader.name() }
  if (reader.skip('[')) {
    const items: Value[] = []
    while (!reader.skip(']')) items.push(readValue(reader))
    return { kind: 'list', items }
  }
  if (reader.skip('{')) {
    const members: Record<string, Value> = {}
    while (!reader.skip('}')) {
      const name = reader.name()
      reader.must(':')
      members[name] = readValue(reader)
    }
    return { kind: 'object', members }
  }
  const token = reader.take()
  if (token.startsWith('"""')) return { kind: 'constant', value: token.slice(3, -3).replaceAll('\\"""', '"""').trim() }
  if (token.startsWith('"')) return { kind: 'constant', value: String(JSON.parse(token)) }
  if (/^-?\d/.test(token)) return { kind: 'constant', value: Number(token) }
  if (!/^[_A-Za-z]/.test(token))
    throw new SyntaxProblem(`Parse error on "${token || 'end of document'}", expected a value`)
  const word = words[token]
  return { kind: 'constant', value: word === undefined ? token : word }
}
