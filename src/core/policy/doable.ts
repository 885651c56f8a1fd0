// Whether an action can be done on what an ARN names, by AWS's own data.

import type { ResourceKnowledge } from './knowledge.ts'
import { intersects } from './wildcard.ts'

/** A part of a template that holds no slash. */
export const NAME = '<name>'

const RESOURCE = 5

/** The six parts of an ARN (AWS general reference, ARN format): no wildcard reaches past a colon between them. */
function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':')
  return [...parts.slice(0, RESOURCE), parts.slice(RESOURCE).join(':')]
}

export const slashes = (text: string): number => text.split('/').length - 1

/** Whether some resource of this kind could be meant by the ARN, which may hold wildcards. */
function fits(template: string, arn: string): boolean {
  // A slash that is written where a name has none makes it something else.
  if (template.endsWith(NAME) && slashes(arn) > slashes(template)) return false
  const wanted = partsOf(template.replace(NAME, '*'))
  const asked = partsOf(arn)
  /* v8 ignore next -- @preserve: both have as many parts. */
  return wanted.length === asked.length && wanted.every((part, at) => intersects(part, asked[at] ?? ''))
}

/** `true` also where it is not known: only what is certain is told. */
export function canBeDoneOn(action: string, arn: string, knowledge: ResourceKnowledge): boolean {
  if (arn === '*') return true
  const templates = knowledge.templates(action)
  return templates === null || templates.some((template) => fits(template, arn))
}

/** A template as somebody would write it. */
export const readable = (template: string): string => template.replace(NAME, '*').replace(/^arn:\*:/, 'arn:aws:')
