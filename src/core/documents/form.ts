// What a filled-in issue form asks for: the text GitHub writes of it, turned into the text of a request file.

import { parse } from 'yaml'
import { LEVELS } from '../model/permissions.ts'
import { NO_WISH, type WishedLine, writeRequest } from './write-request.ts'

export type Compiled =
  | { readonly is: 'written'; readonly text: string }
  /** What must be mended, in sentences. */
  | { readonly is: 'wrong'; readonly says: readonly string[] }

/** The labels of .github/ISSUE_TEMPLATE/access.yml, which GitHub writes as headings of the third level. */
const LABELS = ['For whom', 'Accounts', 'What', 'For how long', 'Not before', 'Why', 'Ticket'] as const

type Label = (typeof LABELS)[number]

const NOTHING = '_No response_'

const isLabel = (text: string): text is Label => LABELS.some((label) => label === text)

interface Answers {
  readonly answers: ReadonlyMap<Label, string>
  readonly doubles: readonly string[]
}

/** A heading that stands twice is refused: an answer could otherwise bring its own. */
function answersIn(body: string): Answers {
  const answers = new Map<Label, string[]>()
  const doubles: string[] = []
  let open: string[] | null = null
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    const label = /^### (.+)$/.exec(line)?.[1]?.trim() ?? ''
    if (!isLabel(label)) {
      open?.push(line)
      continue
    }
    if (answers.has(label)) doubles.push(label)
    open = []
    answers.set(label, open)
  }
  return {
    answers: new Map([...answers].map(([label, lines]) => [label, lines.join('\n').trim()])),
    doubles: [...new Set(doubles)],
  }
}

const WORDS = ['bundle', 'policy', 'role', 'group', 'permissionSet'] as const

/** One thing a line; a bare word is a bundle, braces hold an item as files have it. */
function thingOf(line: string): Readonly<Record<string, unknown>> | string {
  if (line.startsWith('{')) {
    try {
      const item: unknown = parse(line, { schema: 'core', merge: false, maxAliasCount: 0 })
      if (typeof item === 'object' && item !== null && !Array.isArray(item) && !('account' in item))
        return Object.fromEntries(Object.entries(item))
    } catch {
      // Said below, like braces that hold something else.
    }
    return `\`${line}\` is no item; write it like \`{actions: [...], on: [...]}\`, without an account`
  }
  const [first = '', ...rest] = line.split(/\s+/)
  const word = WORDS.find((one) => one === first)
  if (word !== undefined && rest.length > 0) return { [word]: rest.join(' ') }
  const level = LEVELS.find((one) => one === first)
  const [resource, from, ...prefix] = rest
  if (level !== undefined && resource !== undefined && (from === undefined || (from === 'from' && prefix.length > 0)))
    return { resource, level, ...(from === undefined ? {} : { prefix: prefix.join(' ') }) }
  return rest.length === 0 && word === undefined
    ? { bundle: first }
    : `\`${line}\` is neither the name of a bundle nor \`policy NAME\`, \`role NAME\`, \`group NAME\`, \`permissionSet NAME\` or \`read ARN\``
}

/** `issue`: its number, which the file carries so that its author is known as the requester. */
export function compileForm(body: string, issue: number): Compiled {
  const { answers, doubles } = answersIn(body)
  const answer = (label: Label): string | null => {
    const text = answers.get(label) ?? ''
    return text === '' || text === NOTHING ? null : text
  }
  const one = (label: Label): string | null => answer(label)?.replace(/\s+/g, ' ') ?? null
  const accounts = (answer('Accounts') ?? '').split(/[\s,]/).filter((name) => name !== '')
  const things = (answer('What') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(thingOf)
  const [person, duration] = [one('For whom'), one('For how long')]
  const account = accounts.length === 1 ? accounts.join() : accounts
  const access = things.flatMap((what): WishedLine[] => (typeof what === 'string' ? [] : [{ account, what }]))
  const says = [
    ...doubles.map((label) => `**${label}** stands there twice; leave one`),
    ...(person === null ? ['**For whom** is empty'] : []),
    ...(accounts.length === 0 ? ['**Accounts** is empty'] : []),
    ...(things.length === 0 ? ['**What** is empty'] : []),
    ...(duration === null ? ['**For how long** is empty'] : []),
    ...things.filter((thing) => typeof thing === 'string'),
  ]
  if (says.length > 0 || person === null) return { is: 'wrong', says }
  const asked = { reason: one('Why'), ticket: one('Ticket'), duration, from: one('Not before') }
  return { is: 'written', text: writeRequest({ ...NO_WISH, for: person, ...asked, issue, access }) }
}
