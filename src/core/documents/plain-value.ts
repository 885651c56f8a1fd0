// Which plain value a YAML node means, and what in it strict YAML forbids.

import { Alias, isScalar, type Node, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { FindingCode } from '../model/finding.ts'
import { hiddenIn } from './hidden.ts'

export interface Complaint {
  readonly code: FindingCode
  readonly offset: number
  readonly message: string
  readonly cure: string
}

const DEEPEST = 20

const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export const TOO_DEEP = {
  code: 'yaml-depth',
  message: `Lists and maps are nested more than ${DEEPEST} deep.`,
  cure: 'Write it flatter; no document of Daypass needs this.',
} as const

export const startOf = (node: Node | null | undefined): number => node?.range?.[0] ?? 0

/** Turns nodes into plain values and collects what strict YAML forbids. */
export function plainValue(root: Node, text: string, complaints: Complaint[]): unknown {
  const escapes = text.includes('\\')
  const complain = (code: FindingCode, node: Node | null | undefined, message: string, cure: string): void => {
    complaints.push({ code, offset: startOf(node), message, cure })
  }

  const ofScalar = (node: Scalar): unknown => {
    const { value } = node
    if (escapes && typeof value === 'string') showAll(value, node)
    return value
  }

  const showAll = (text: string, node: Node): void => {
    const hidden = hiddenIn(text)
    if (hidden !== null)
      complain(
        'yaml-hidden-character',
        node,
        `An escape here makes the character ${hidden.name}, which a reader cannot see.`,
        'Remove it.',
      )
  }

  const ofMap = (node: YAMLMap, depth: number): unknown => {
    const out: Record<string, unknown> = {}
    for (const pair of node.items) {
      const key: unknown = pair.key
      const name = isScalar(key) && typeof key.value === 'string' ? key.value : null
      const keyNode = key instanceof Scalar || key instanceof YAMLMap || key instanceof YAMLSeq ? key : node
      if (escapes && name !== null) showAll(name, keyNode)
      const value = of(pair.value, depth + 1, keyNode)
      if (name === null || name === '')
        complain('yaml-key', keyNode, 'This key is not a word.', 'Use a plain word as key.')
      else if (name === '<<')
        complain(
          'yaml-merge-key',
          keyNode,
          'Merge keys (`<<`) are not read.',
          'Write the keys out; reviewers should see what is meant.',
        )
      else if (RESERVED.has(name))
        complain('yaml-reserved-key', keyNode, `The key \`${name}\` is not allowed.`, 'Use another name.')
      else if (Object.hasOwn(out, name))
        complain(
          'yaml-duplicate-key',
          keyNode,
          `The key \`${name}\` stands here for the second time.`,
          'Keep one of them.',
        )
      else out[name] = value
      if (keyNode !== node) inspect(keyNode)
    }
    return out
  }

  const inspect = (node: Node): void => {
    if (node.tag !== undefined)
      complain(
        'yaml-tag',
        node,
        `The tag \`${node.tag}\` is not allowed.`,
        'Remove the tag; quotes make a text of anything.',
      )
    if ('anchor' in node && node.anchor !== undefined)
      complain(
        'yaml-alias',
        node,
        `The anchor \`&${node.anchor}\` is not allowed.`,
        'Write the value out where it is meant.',
      )
  }

  const of = (node: unknown, depth: number, around: Node): unknown => {
    if (node === null || node === undefined) return null
    if (depth > DEEPEST) {
      complaints.push({ ...TOO_DEEP, offset: startOf(around) })
      return null
    }
    if (node instanceof Scalar) {
      inspect(node)
      return ofScalar(node)
    }
    if (node instanceof YAMLMap) {
      inspect(node)
      return ofMap(node, depth)
    }
    if (node instanceof YAMLSeq) {
      inspect(node)
      return node.items.map((entry) => of(entry, depth + 1, node))
    }
    complain(
      'yaml-alias',
      node instanceof Alias ? node : around,
      'Aliases (`*name`) are not allowed.',
      'Write the value out where it is meant.',
    )
    return null
  }
  return of(root, 1, root)
}
