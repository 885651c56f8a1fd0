// All that is fuzzed, by the word that `--only` knows it by.

import { markdownTarget } from './markdown.ts'
import { matcher } from './matcher.ts'
import { policy } from './policy.ts'
import { query } from './query.ts'
import type { Target } from './target.ts'
import { yaml } from './yaml.ts'

const erased = <Input>(target: Target<Input>): Target<unknown> => ({
  ...target,
  // Inputs come from the target's own generator, or from a file that one of them was kept in.
  check: (input, note) => target.check(input as Input, note),
})

export const TARGETS: Readonly<Record<string, Target<unknown>>> = {
  yaml: erased(yaml),
  matcher: erased(matcher),
  policy: erased(policy),
  markdown: erased(markdownTarget),
  query: erased(query),
}

export const targetOf = (name: string): Target<unknown> => {
  const found = Object.hasOwn(TARGETS, name) ? TARGETS[name] : undefined
  if (found === undefined) throw new Error(`there is no target ${name}`)
  return found
}
