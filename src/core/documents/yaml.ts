// What a YAML file holds, read strictly: a plain value, and where each part of it was written.

import { isMap, type Node, type Pair, parseDocument, Scalar, Schema, YAMLMap, YAMLSeq } from 'yaml'
import type { Finding } from '../model/finding.ts'
import type { SourceFile } from '../model/history.ts'
import type { Place } from '../model/place.ts'
import { hiddenIn } from './hidden.ts'
import { linesOf } from './lines.ts'
import { type Complaint, plainValue, startOf, TOO_DEEP } from './plain-value.ts'

export type Path = readonly (string | number)[]

export interface Tree {
  readonly file: string
  readonly value: unknown
  /** Where the value at the path begins, or the nearest thing around it that was written. */
  place(path: Path): Place
  /** Where the key of the last step of the path begins; for a list's entry, the entry. */
  keyPlace(path: Path): Place
  /** The scalar at the path as it was written, quotes removed; null where there is none. */
  written(path: Path): string | null
}

export type YamlRead =
  | { readonly tree: Tree; readonly findings: readonly [] }
  | { readonly tree: null; readonly findings: readonly Finding[] }

export const MOST_BYTES = 256 * 1024
/** Brackets or `- - -` left open before the parser, which calls itself for each, is not asked at all. */
const DEEPEST_TO_PARSE = 100

const OPTIONS = {
  version: '1.2',
  /** One for all documents: nothing in it changes while tags are not resolved. */
  schema: new Schema({ schema: 'core', merge: false, resolveKnownTags: false }),
  stringKeys: true,
  /** Checked while walking: the parser compares every key with every other. */
  uniqueKeys: false,
  prettyErrors: false,
  /** `silent` would also hide that there is a second document. */
  logLevel: 'error',
} as const

/** What the parser says in words of its own programming interface, said for authors. */
const PARSER_SAYS: Readonly<Record<string, Omit<Complaint, 'offset'>>> = {
  MULTIPLE_DOCS: {
    code: 'yaml-documents',
    message: 'A second document begins here.',
    cure: 'Keep one document in the file; remove the line `---` and what follows.',
  },
  NON_STRING_KEY: { code: 'yaml-key', message: 'This key is not a word.', cure: 'Use a plain word as key.' },
}

const syntax = (message: string): Omit<Complaint, 'offset'> => ({
  code: 'yaml-syntax',
  message: message.replace(/[.:]?$/, '.'),
  cure: 'Correct the YAML at this place; later lines are not read before.',
})

const isBlank = (sign: number): boolean => sign === 0x20 || sign === 0x09
const opens = (sign: number): boolean => sign === 0x5b || sign === 0x7b
const closes = (sign: number): boolean => sign === 0x5d || sign === 0x7d
const nests = (sign: number): boolean => sign === 0x2d || sign === 0x3f || sign === 0x3a

function tooDeepToParse(text: string): number | null {
  let open = 0
  let row = { from: 0, end: -1, length: 0 }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (opens(sign) && ++open > DEEPEST_TO_PARSE) return at
    if (closes(sign) && open > 0) open--
    if (!nests(sign) || !isBlank(text.charCodeAt(at + 1))) continue
    const before = row.end === at ? row : { from: at, length: 0 }
    while (isBlank(text.charCodeAt(at + 1))) at++
    row = { from: before.from, end: at + 1, length: before.length + 1 }
    if (row.length === DEEPEST_TO_PARSE) return row.from
  }
  return null
}

/** What is wrong with the text before any parser sees it. */
function complaintOfText(text: string): Complaint | null {
  if (text.startsWith('\ufeff'))
    return {
      code: 'yaml-bom',
      offset: 0,
      message: 'The file begins with a byte order mark.',
      cure: 'Save it as UTF-8 without one.',
    }
  const hidden = hiddenIn(text)
  if (hidden !== null)
    return {
      code: 'yaml-hidden-character',
      offset: hidden.offset,
      message: `Here stands the character ${hidden.name}, which a reader cannot see.`,
      cure: 'Remove it.',
    }
  const deep = tooDeepToParse(text)
  if (deep !== null) return { ...TOO_DEEP, offset: deep }
  return null
}

type Step = { readonly key: Node; readonly value: Node | null }

const nodeOrNull = (value: unknown): Node | null =>
  value instanceof Scalar || value instanceof YAMLMap || value instanceof YAMLSeq ? value : null

/** From so many keys on a map is looked through once and not for every step: people come by the hundred. */
const MANY = 16

const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()

const keyOf = ({ key }: Pair): string => String(key)

function pairAt(map: YAMLMap, step: string): Pair | undefined {
  if (map.items.length < MANY) return map.items.find((pair) => keyOf(pair) === step)
  const index = indexes.get(map) ?? new Map(map.items.map((pair): [string, Pair] => [keyOf(pair), pair]))
  indexes.set(map, index)
  return index.get(step)
}

function stepInto(node: Node | null, step: string | number): Step | null {
  if (isMap(node)) {
    const pair = pairAt(node, String(step))
    const key = nodeOrNull(pair?.key)
    return key === null ? null : { key, value: nodeOrNull(pair?.value) }
  }
  if (!(node instanceof YAMLSeq)) return null
  const entry = nodeOrNull(node.items[Number(step)])
  return entry === null ? null : { key: entry, value: entry }
}

/** The last step that exists. */
function walk(root: Node, path: Path): { readonly last: Step; readonly whole: boolean } {
  let last: Step = { key: root, value: root }
  for (const step of path) {
    const next = stepInto(last.value, step)
    if (next === null) return { last, whole: false }
    last = next
  }
  return { last, whole: true }
}

/** The file as plain values, or everything that makes it unreadable. Never throws for any text. */
export function readYaml(file: Pick<SourceFile, 'path' | 'text' | 'bytes'>): YamlRead {
  const text = file.text
  const at = linesOf(file.path, text ?? '')
  const refuse = (complaints: readonly Complaint[]): YamlRead => ({
    tree: null,
    findings: complaints.map(({ code, offset, message, cure }) => ({ code, at: at(offset), message, cure })),
  })
  if (file.bytes > MOST_BYTES)
    return refuse([
      {
        code: 'yaml-size',
        offset: 0,
        message: `The file has ${file.bytes} bytes; at most ${MOST_BYTES} are read.`,
        cure: 'Split it, or remove what does not belong there.',
      },
    ])
  if (text === null)
    return refuse([
      { code: 'yaml-encoding', offset: 0, message: 'The file is not UTF-8 text.', cure: 'Save it as UTF-8.' },
    ])
  const early = complaintOfText(text)
  if (early !== null) return refuse([early])

  const document = parseDocument(text, OPTIONS)
  const [error] = document.errors
  if (error !== undefined) {
    return refuse([{ ...(PARSER_SAYS[error.code] ?? syntax(error.message)), offset: error.pos[0] }])
  }
  if (/^%/m.test(text.slice(0, startOf(document.contents))))
    return refuse([
      { code: 'yaml-directive', offset: 0, message: 'YAML directives (`%…`) are not read.', cure: 'Remove the line.' },
    ])
  const root = document.contents
  if (root === null || (root instanceof Scalar && root.value === null && root.tag === undefined))
    return refuse([{ code: 'yaml-empty', offset: 0, message: 'The file is empty.', cure: 'Fill it, or delete it.' }])
  const complaints: Complaint[] = []
  const value = plainValue(root, text, complaints)
  if (complaints.length > 0) return refuse(complaints)

  const placeOf = (node: Node): Place => at(startOf(node))
  return {
    findings: [],
    tree: {
      file: file.path,
      value,
      place(path) {
        const { last } = walk(root, path)
        return placeOf(last.value ?? last.key)
      },
      keyPlace(path) {
        const { last, whole } = walk(root, path)
        return placeOf(whole ? last.key : (last.value ?? last.key))
      },
      written(path) {
        const { last, whole } = walk(root, path)
        /* v8 ignore next -- @preserve: the parser keeps the source of each scalar. */
        return whole && last.value instanceof Scalar ? (last.value.source ?? null) : null
      },
    },
  }
}
