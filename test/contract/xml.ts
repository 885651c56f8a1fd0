// What an XML answer holds: elements, their attributes, their text. Only what AWS's answers use.

export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    return String.fromCodePoint(name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
  })

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
  text: string
}

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]))

/** The root element, or null where the text is not well-formed. */
export function parseXml(text: string): Element | null {
  const stack: Open[] = [{ name: '', attributes: new Map(), children: [], text: '' }]
  const token = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  let read = 0
  for (const [whole, closes, name, attributes, alone, words] of text.matchAll(token)) {
    read += whole.length
    const top = stack.at(-1)
    if (top === undefined) return null
    if (words !== undefined) top.text += plain(words)
    else if (name === undefined) continue
    else if (closes === '/') {
      stack.pop()
      if (top.name !== name || stack.length === 0) return null
      stack.at(-1)?.children.push(top)
    } else if (alone === '/')
      top.children.push({ name, attributes: attributesOf(attributes ?? ''), children: [], text: '' })
    else stack.push({ name, attributes: attributesOf(attributes ?? ''), children: [], text: '' })
  }
  const [document] = stack
  const whole =
    read === text.length && stack.length === 1 && document?.children.length === 1 && document.text.trim() === ''
  return whole ? (document?.children[0] ?? null) : null
}

export const childOf = (element: Element, name: string): Element | null =>
  element.children.find((child) => child.name === name) ?? null
