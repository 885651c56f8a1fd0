// Where the vendors' own models lie, and how they are read.

import { existsSync, readFileSync } from 'node:fs'

const folder = new URL('../../../shared/specs/', import.meta.url)

/** False outside the workshop in which Daypass is written: the models are no part of the project. */
export const specsAreHere = existsSync(folder)

/** A model below the folder, parsed. */
export const readSpec = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What lies at a path of keys; undefined where the way ends early. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((here, key) => (isFields(here) && Object.hasOwn(here, key) ? here[key] : undefined), value)

export const fieldsAt = (value: unknown, ...path: readonly string[]): Fields => {
  const found = at(value, ...path)
  return isFields(found) ? found : {}
}

export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

export const textAt = (value: unknown, ...path: readonly string[]): string | null => {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : null
}
