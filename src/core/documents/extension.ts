// What the comment `/extend 2h` asks for: the same access for the same person once more, from the merge on.

import type { Compiled } from './form.ts'
import { NO_WISH, type WishedLine, writeRequest } from './write-request.ts'
import { readYaml } from './yaml.ts'

const COMMAND = /^\/extend\s+((?:\d{1,6}[mhdw])+)$/

/** The duration that the comment names; null: it is not exactly this command. */
export const extensionIn = (body: string): string | null => COMMAND.exec(body.trim())?.[1] ?? null

type Fields = Readonly<Record<string, unknown>>

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function lineOf(value: unknown): WishedLine | null {
  const { account, ...what } = fields(value)
  if (typeof account === 'string') return { account, what }
  if (!Array.isArray(account)) return null
  const names = account.filter((one): one is string => typeof one === 'string')
  return names.length === account.length ? { account: names, what } : null
}

/**
 * `text`: the file as it landed, which may be no request that could ever be read; broken glass is not broken again by
 * asking for more time.
 */
export function compileExtension(text: string, extended: string, duration: string, comment: number): Compiled {
  const { tree } = readYaml({ path: extended, text, bytes: text.length })
  if (tree === null) return { is: 'wrong', says: ['its file cannot be read'] }
  const asked = fields(tree.value)
  const lines = Array.isArray(asked['access']) ? asked['access'].map(lineOf) : []
  const person = textIn(asked['for'])
  const access = lines.filter((line) => line !== null)
  if (person === null || access.length === 0 || access.length !== lines.length)
    return { is: 'wrong', says: ['its file cannot be read'] }
  const [reason, ticket] = [textIn(asked['reason']), textIn(asked['ticket'])]
  const wish = { ...NO_WISH, for: person, reason, ticket, duration, comment, extends: extended, access }
  return { is: 'written', text: writeRequest(wish) }
}
