// What a call in the AWS Query protocol asks: form fields read into named, nested parameters.

/** Text, list (`X.member.N`) or structure (`X.Y`). */
export type Parameter = string | readonly Parameter[] | Parameters
export interface Parameters {
  readonly [name: string]: Parameter
}

interface Branch {
  readonly children: Map<string, Branch>
  text?: string
}

const branch = (): Branch => ({ children: new Map() })

const grow = (root: Branch, path: readonly string[], text: string): void => {
  let at = root
  for (const step of path) {
    const next = at.children.get(step) ?? branch()
    at.children.set(step, next)
    at = next
  }
  at.text = text
}

const readBranch = (from: Branch): Parameter => {
  if (from.children.size === 0) return from.text ?? ''
  const members = from.children.get('member')
  if (members !== undefined && from.children.size === 1)
    return [...members.children].sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => readBranch(child))
  return Object.fromEntries([...from.children].map(([name, child]) => [name, readBranch(child)]))
}

export interface Query {
  readonly action: string
  readonly version: string
  readonly input: Parameters
}

/** Source: AWS IAM user guide, "Making query requests". An empty list arrives as `X=`, that is as an empty text. */
export const queryOf = (body: string): Query => {
  const fields = new URLSearchParams(body)
  const root = branch()
  for (const [name, value] of fields) if (name !== 'Action' && name !== 'Version') grow(root, name.split('.'), value)
  const input = readBranch(root)
  return {
    action: fields.get('Action') ?? '',
    version: fields.get('Version') ?? '',
    input: typeof input === 'object' && !Array.isArray(input) && isParameters(input) ? input : {},
  }
}

const isParameters = (value: Parameter): value is Parameters => typeof value === 'object' && !Array.isArray(value)

/** Text of a parameter; undefined where it was not given. */
export const textOf = (input: Parameters, name: string): string | undefined => {
  const found = Object.hasOwn(input, name) ? input[name] : undefined
  return typeof found === 'string' ? found : undefined
}

/** Text of a parameter that the operation's table has made sure of. */
export const text = (input: Parameters, name: string): string => {
  const found = textOf(input, name)
  if (found === undefined) throw new Error(`The operation reads ${name}, which its table does not require.`)
  return found
}

export const textsOf = (input: Parameters, name: string): readonly string[] => {
  const found = Object.hasOwn(input, name) ? input[name] : undefined
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
}

/** `Tags.member.N.Key/Value`, or any list of structures, as the structures. */
export const structuresOf = (input: Parameters, name: string): readonly Parameters[] => {
  const found = Object.hasOwn(input, name) ? input[name] : undefined
  return Array.isArray(found) ? found.filter(isParameters) : []
}

export const tagsOf = (input: Parameters): Readonly<Record<string, string>> =>
  Object.fromEntries(structuresOf(input, 'Tags').map((tag) => [textOf(tag, 'Key') ?? '', textOf(tag, 'Value') ?? '']))
