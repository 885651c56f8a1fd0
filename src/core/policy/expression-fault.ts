// Whether a regular expression can match anything at all, given that its anchors mean the ends of a whole name.

/**
 * What reading a part does to where one stands. Bit 4 × from + to is set if the part can lead from one place to another.
 * Places: bit 0 = something has been read, bit 1 = the end has been asserted.
 */
type Moves = number

const PLACES = [0, 1, 2, 3] as const
const READ = 1
const ENDED = 2

const moves = (to: (from: number) => number | null): Moves =>
  PLACES.reduce<number>((all, from) => {
    const place = to(from)
    return place === null ? all : all | (1 << (4 * from + place))
  }, 0)

const NOTHING: Moves = moves((from) => from)
const LETTER = moves((from) => ((from & ENDED) === 0 ? READ : null))
const START = moves((from) => ((from & READ) === 0 ? from : null))
const END = moves((from) => from | ENDED)

const then = (first: Moves, second: Moves): Moves =>
  PLACES.reduce<number>((all, from) => {
    for (const middle of PLACES)
      if ((first >> (4 * from + middle)) & 1) all |= ((second >> (4 * middle)) & 15) << (4 * from)
    return all
  }, 0)

const TOKEN =
  /\\Q.*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\.|\[\^?\]?(?:\[:[^\]]*:\]|\\.|[^\]\\])*\]|\(\?[^:)>]*[:>)]|./gsu
const REPEAT = /^(?:\{(\d+)(?:,\d*)?\}|[*+?])\??/
const LONGEST_REPEAT = '{1000,1000}?'.length

/** The rest of a text being read, and where. */
interface Reader {
  readonly tokens: readonly string[]
  at: number
}

const ANCHORS: Readonly<Record<string, Moves>> = { '^': START, '\\A': START, $: END, '\\z': END }
const BOUNDARIES: readonly string[] = ['\\b', '\\B']

function atom(reader: Reader, token: string): Moves {
  reader.at++
  if (token.startsWith('(?') && token.endsWith(')')) return NOTHING
  if (token.startsWith('(')) {
    const inner = alternatives(reader)
    reader.at++
    return inner
  }
  if (BOUNDARIES.includes(token)) return NOTHING
  if (token.startsWith('\\Q')) return token.replace(/^\\Q|\\E$/g, '') === '' ? NOTHING : LETTER
  return ANCHORS[token] ?? LETTER
}

/** No move opens a way that was closed before: what may be left out had better be, and no more is repeated than must be. */
function repeated(reader: Reader, once: Moves): Moves {
  const found = REPEAT.exec(reader.tokens.slice(reader.at, reader.at + LONGEST_REPEAT).join(''))
  if (found === null) return once
  const [text, times] = found
  reader.at += text.length
  const least = Number(times ?? text.startsWith('+'))
  return least === 0 ? NOTHING : least === 1 ? once : then(once, once)
}

function alternatives(reader: Reader): Moves {
  let all: Moves = 0
  let one: Moves = NOTHING
  for (let token = reader.tokens[reader.at]; token !== undefined && token !== ')'; token = reader.tokens[reader.at]) {
    if (token === '|') {
      all |= one
      one = NOTHING
      reader.at++
    } else one = then(one, repeated(reader, atom(reader, token)))
  }
  return all | one
}

/** A sentence if nothing can ever match, else null. Expects an expression that RE2 accepts; in doubt null. */
export function expressionFault(body: string): string | null {
  if (/\(\?[a-zA-Z]*m/.test(body)) return null
  const all = alternatives({ tokens: body.match(TOKEN) ?? [], at: 0 })
  return (all & 15) === 0 ? 'it asks for something after the end ($) or before the start (^) of the name' : null
}
