// Which names a reader could take for one another.

import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'

export interface Named {
  readonly name: string
  readonly at: Place
}

/** Names are `[a-z0-9-]`; what looks the same in most fonts becomes the same text. */
const skeleton = (name: string): string =>
  name
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replace(/[1i]/g, 'l')
    .replaceAll('0', 'o')
    .replace(/-+/g, '-')

/** One finding for each name that looks like an earlier one (in the order given); equal names are not its business. */
export function lookAlikes(says: string, names: readonly Named[]): readonly Finding[] {
  const seen = new Map<string, Named>()
  return names.flatMap((one): readonly Finding[] => {
    const look = skeleton(one.name)
    const other = seen.get(look)
    if (other === undefined) {
      seen.set(look, one)
      return []
    }
    if (other.name === one.name) return []
    return [
      {
        code: 'look-alike',
        at: one.at,
        message: `The ${says} \`${one.name}\` is easily taken for \`${other.name}\` (${other.at.file}).`,
        cure: 'Choose a name that cannot be misread.',
      },
    ]
  })
}
