// Whether a request in the AWS Query protocol is one that the model knows: every parameter, its name, its place, its form.

import type { Member, Model, Shape } from './smithy.ts'
import { countFaults, textFaults } from './smithy-text.ts'
import { textAt } from './specs.ts'

interface Branch {
  readonly children: Map<string, Branch>
  readonly texts: string[]
}

const branch = (): Branch => ({ children: new Map(), texts: [] })

function treeOf(fields: Iterable<readonly [string, string]>): Branch {
  const root = branch()
  for (const [name, text] of fields) {
    let here = root
    for (const step of name.split('.')) {
      const next = here.children.get(step) ?? branch()
      here.children.set(step, next)
      here = next
    }
    here.texts.push(text)
  }
  return root
}

const nameOf = (name: string, { traits }: Member): string => textAt(traits, 'smithy.api#xmlName') ?? name

/** Faults of everything below a place, by its shape. */
function faultsAt(model: Model, shape: Shape, here: Branch, where: string, flattened: boolean): readonly string[] {
  if (here.texts.length > 1) return [`${where}: given ${here.texts.length} times`]
  if (shape.type === 'structure') return structureFaults(model, shape, here, where)
  if (shape.type === 'list') return listFaults(model, shape, here, where, flattened)
  if (shape.type === 'map') return [`${where}: the check knows no maps in requests`]
  const [text] = here.texts
  if (here.children.size > 0 || text === undefined) return [`${where}: is no plain text`]
  return textFaults(shape, text, where)
}

function structureFaults(model: Model, shape: Shape, here: Branch, where: string): readonly string[] {
  if (here.texts.length > 0) return [`${where}: is plain text`]
  const known = new Map([...shape.members].map(([name, member]) => [nameOf(name, member), member]))
  const below = (name: string): string => (where === '' ? name : `${where}.${name}`)
  const strange = [...here.children.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `${below(name)}: is not in the model`)
  const inside = [...known].flatMap(([name, member]) => {
    const child = here.children.get(name)
    if (child === undefined) return 'smithy.api#required' in member.traits ? [`${below(name)}: is missing`] : []
    return faultsAt(model, model.shape(member.target), child, below(name), 'smithy.api#xmlFlattened' in member.traits)
  })
  return [...strange, ...inside]
}

/** `Name.member.N`, from 1 without gaps; flattened `Name.N`; an empty list is `Name=` (Smithy, AWS Query protocol). */
function listFaults(model: Model, shape: Shape, here: Branch, where: string, flattened: boolean): readonly string[] {
  if (shape.element === null) return []
  if (here.children.size === 0) return here.texts[0] === '' ? countFaults(shape, 0, where) : [`${where}: is plain text`]
  const word = nameOf('member', shape.element)
  const items = flattened ? here : here.children.get(word)
  if (items === undefined || (!flattened && here.children.size > 1)) return [`${where}: is no list of ${word}`]
  const numbers = [...items.children.keys()]
  const gaps = numbers.some((number, index) => number !== String(index + 1))
    ? [`${where}: numbered ${numbers.join(', ')}`]
    : []
  const element = model.shape(shape.element.target)
  const inside = [...items.children].flatMap(([number, child]) =>
    faultsAt(model, element, child, `${where}.${number}`, false),
  )
  return [...gaps, ...countFaults(shape, numbers.length, where), ...inside]
}

export interface Form {
  readonly action: string
  readonly version: string
  faults(model: Model): readonly string[]
}

/** Reads the body of a request; what is wrong with it is told by the model of the service. */
export function formOf(body: string): Form {
  const fields = new URLSearchParams(body)
  const action = fields.get('Action') ?? ''
  const version = fields.get('Version') ?? ''
  const tree = treeOf([...fields].filter(([name]) => name !== 'Action' && name !== 'Version'))
  return {
    action,
    version,
    faults: (model) => {
      const operation = model.operation(action)
      if (operation === null) return [`Action: the model has no operation "${action}"`]
      const once = ['Action', 'Version']
        .filter((name) => fields.getAll(name).length !== 1)
        .map((name) => `${name}: not given once`)
      const wrong = version === model.version ? [] : [`Version: is "${version}", not "${model.version}"`]
      const input = operation.input ?? {
        type: 'structure',
        traits: {},
        members: new Map(),
        element: null,
        key: null,
        value: null,
      }
      return [...once, ...wrong, ...faultsAt(model, input, tree, '', false)]
    },
  }
}
