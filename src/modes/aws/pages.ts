// How lists of AWS are read to their last page.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'

interface Page {
  readonly NextToken?: string | undefined
}

/** Every page, or why there is not every one of them: a list that goes in circles is no answer. */
export async function everyPage<P extends Page>(
  call: string,
  ask: (next: string | undefined) => Promise<Answer<P>>,
): Promise<Answer<readonly P[]>> {
  const pages: P[] = []
  const seen = new Set<string>()
  let next: string | undefined
  do {
    const page = await ask(next)
    if (page.is === 'unknown') return page
    pages.push(page.value)
    next = page.value.NextToken
    if (next !== undefined && seen.has(next)) return unknown({ kind: 'garbage', call, said: 'its pages go in circles' })
    if (next !== undefined) seen.add(next)
  } while (next !== undefined)
  return known(pages)
}
