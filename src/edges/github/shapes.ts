// What GitHub's answers must look like: narrow readers that give null for anything else.

import { readInstant } from '../../core/model/time.ts'
import type { Instant } from '../../core/model/time.ts'
import type { Actor, ReviewState } from '../../core/approval/evidence.ts'
import { type CommitId, id } from '../../core/model/id.ts'
import { isObjectName } from '../git/repository.ts'

export type Fields = Readonly<Record<string, unknown>>

/** A value that was read, or null where it is not what was promised. */
export type Read<T> = { readonly value: T } | null

export const read = <T>(value: T): Read<T> => ({ value })

export const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null

export const listOf = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null)

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const countOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null

/** GitHub's BigInt comes as text. */
export const bigCountOf = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,16}$/.test(value) ? countOf(Number(value)) : countOf(value)

export const instantIn = (value: unknown): Instant | null => {
  const found = typeof value === 'string' ? readInstant(value) : null
  return found?.is === 'instant' ? found.instant : null
}

export const commitIn = (value: unknown): CommitId | null => {
  const oid = fieldsOf(value)?.['oid']
  return typeof oid === 'string' && isObjectName(oid) ? id<'commit'>(oid) : null
}

/** Null may stand where GitHub has nothing; anything else must be readable. */
export function optional<T>(value: unknown, reader: (value: unknown) => T | null): Read<T | null> {
  if (value === null) return read(null)
  const found = reader(value)
  return found === null ? null : read(found)
}

const TYPES: Readonly<Record<string, Actor['type']>> = { User: 'User', Bot: 'Bot', Mannequin: 'Mannequin' }

/** An account without a number (an organisation) can be nobody of the people map: its id is 0. */
export function actorIn(value: unknown): Actor | null {
  const fields = fieldsOf(value)
  const login = textOf(fields?.['login'])
  const type = textOf(fields?.['__typename'])
  if (login === null || type === null) return null
  const number = countOf(fields?.['databaseId'])
  const known = TYPES[type]
  if (known === 'User' && number === null) return null
  return { type: known ?? 'other', id: number ?? 0, login }
}

const STATES: readonly ReviewState[] = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']

export const stateIn = (value: unknown): ReviewState | null => STATES.find((state) => state === value) ?? null
