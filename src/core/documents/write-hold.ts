// How a hold is added to holds.yaml: what is there, comments included, stays as it is.

import { isMap, isSeq, parseDocument } from 'yaml'
import type { Held } from '../model/settings.ts'
import { type Instant, writeInstant } from '../model/time.ts'

const NAMES: { readonly [I in Held['is']]: (what: Extract<Held, { readonly is: I }>) => object } = {
  everything: () => ({ everything: true }),
  person: ({ person }) => ({ person }),
  target: ({ target }) => ({ target }),
  request: ({ request }) => ({ request }),
}

function named<I extends Held['is']>(what: Extract<Held, { readonly is: I }> & { readonly is: I }): object {
  return NAMES[what.is](what)
}

/** `text`: the file as it is, empty where there is none; null: it is not a file of holds, and must be mended first. */
export function writeHold(text: string, what: Held, because: string, since: Instant): string | null {
  const document = parseDocument(text === '' ? 'holds: []\n' : text, { schema: 'core', merge: false })
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const holds = document.get('holds')
  if (!isSeq(holds)) return null
  holds.flow = false
  holds.add(document.createNode({ ...named(what), because, since: writeInstant(since) }))
  return document.toString({ lineWidth: 0 })
}
