// The words that stand for something else in tables of operations, and how they are filled in.

import type { Json } from '../../core/model/policy-document.ts'
import type { AwsIntegration, Settings } from '../../core/model/settings.ts'
import { handedOut } from '../../modes/aws/hands-out.ts'

/** Left open in blueprints: every account has its own. */
export const ACCOUNT = '{account}'
export const PARTITION = '{partition}'

/** One word → one text, or as many as owners list. */
export type Names = Readonly<Record<string, string | readonly string[]>>

/** Account and partition stay open, so that one document serves every account. */
export function namesOf(settings: Settings, aws: AwsIntegration): Names {
  const { groups, policies } = handedOut(aws.handsOut, PARTITION, ACCOUNT)
  return { installation: settings.installation, 'handsOut.groups': groups, 'handsOut.policies': policies }
}

const one = (text: string, names: Names): string =>
  text.replace(/\{([\w.]+)\}/g, (whole, word: string) => {
    const value = names[word]
    return typeof value === 'string' ? value : whole
  })

/** A text that is one word alone may become several texts, or none. */
export const filledTexts = (texts: readonly string[], names: Names): readonly string[] =>
  texts.flatMap((text) => {
    const value = /^\{[\w.]+\}$/.test(text) ? names[text.slice(1, -1)] : undefined
    return Array.isArray(value) ? value : [one(text, names)]
  })

/** A document with every open word filled in: for one account of one partition. */
export function filled(value: Json, names: Names): Json {
  if (typeof value === 'string') return one(value, names)
  if (Array.isArray(value)) return value.map((entry: Json) => filled(entry, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filled(entry, names)]))
}
