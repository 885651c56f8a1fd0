// The parts that every section of the comment is made of.

import { code, codeInLink, linkTo, prose } from './escape.ts'
import type { Story } from './story.ts'
import { several } from './words.ts'

/** How much is shown; what does not fit is counted instead. */
export interface Detail {
  readonly requests: number
  readonly items: number
  readonly others: number
  readonly exact: number
  readonly calls: number
  /** Longest text of somebody else, in characters. */
  readonly text: number
}

/** The first `most` of a list as blocks, and how many were left out. */
export function upTo<T>(most: number, all: readonly T[], what: string, show: (one: T) => string): readonly string[] {
  const left = all.length - most
  return [...all.slice(0, most).map(show), ...(left > 0 ? [`- … and ${several(left, what)} more`] : [])]
}

type Linked = Pick<Story, 'web' | 'head'>
type Spot = { readonly file: string; readonly line: number }

const linkOf = (story: Linked, at: Spot): string | null => {
  const link = linkTo(story.web, story.head, at.file, at.line)
  return link === null || link.length > 600 ? null : link
}

/** A place: the file's name with a link to the line, or all of it where there is nothing to link to. */
export function placed(story: Linked, at: Spot): string {
  const link = linkOf(story, at)
  const name = at.file.slice(at.file.lastIndexOf('/') + 1)
  return link === null ? code(`${at.file}:${at.line}`, 160) : `[${codeInLink(`${name}:${at.line}`, 80)}](${link})`
}

/** A name that leads to its place. */
export function linked(story: Linked, name: string, at: Spot): string {
  const link = linkOf(story, at)
  return link === null ? `${code(name, 80)} (${placed(story, at)})` : `[${codeInLink(name, 80)}](${link})`
}

/** What a person can do, on the next line; nothing where there is nothing to do. */
export const cureOf = (cure: string, before: string, detail: Detail): string =>
  cure === '' ? '' : `${before}**What to do:** ${prose(cure, detail.text)}`
