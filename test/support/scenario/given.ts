// What people wrote in a scenario, read strictly: a word that means nothing there is told, with the words that do.

export interface Given {
  /** Where it stands, for whoever mistyped it: `story, step 3 (merge)`. */
  readonly at: string
  readonly value: Readonly<Record<string, unknown>>
}

export const mistake = (at: string, says: string): Error => new Error(`${at}: ${says}`)

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A map whose keys are all among `words`. */
export function givenOf(value: unknown, at: string, words: readonly string[]): Given {
  if (!isMap(value)) throw mistake(at, `expected {${words.join(', ')}}, found ${JSON.stringify(value)}`)
  const stranger = Object.keys(value).find((key) => !words.includes(key))
  if (stranger !== undefined) throw mistake(at, `\`${stranger}\` means nothing here; possible: ${words.join(', ')}`)
  return { at, value }
}

export const has = ({ value }: Given, key: string): boolean => value[key] !== undefined

/** Dates that YAML would leave as text stay text; numbers are taken for text too. */
export function text(given: Given, key: string): string {
  const found = given.value[key]
  if (typeof found === 'string' || typeof found === 'number') return String(found)
  throw mistake(given.at, `\`${key}\` must be a text`)
}

export const textOr = <T>(given: Given, key: string, otherwise: T): string | T =>
  has(given, key) ? text(given, key) : otherwise

/** One text, or a list of them; nothing where the key is missing. */
export function texts(given: Given, key: string): readonly string[] {
  const found = given.value[key] ?? []
  return (Array.isArray(found) ? found : [found]).map((one: unknown) => {
    if (typeof one === 'string' || typeof one === 'number') return String(one)
    throw mistake(given.at, `\`${key}\` must be a text or a list of texts`)
  })
}

export function number(given: Given, key: string): number {
  const found = given.value[key]
  if (typeof found === 'number') return found
  throw mistake(given.at, `\`${key}\` must be a number`)
}

export function map(given: Given, key: string): Readonly<Record<string, unknown>> {
  const found = given.value[key] ?? {}
  if (isMap(found)) return found
  throw mistake(given.at, `\`${key}\` must be a map`)
}

export function list(given: Given, key: string): readonly unknown[] {
  const found = given.value[key] ?? []
  if (Array.isArray(found)) return found
  throw mistake(given.at, `\`${key}\` must be a list`)
}
