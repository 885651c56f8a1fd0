// Which texts an IAM wildcard pattern (`*` any text, `?` one character) means, and how two such patterns relate.

/** Lower case for ASCII letters only, as IAM compares actions: other alphabets fold in ways that change meaning. */
export const foldCase = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** What nearly every text is, and what no alphabet but ASCII's can change. */
const PLAIN = /^[ -~]*$/

export const hasWildcard = (text: string): boolean => text.includes('*') || text.includes('?')

const VARIABLE = /\$\{[^}]*\}?/g

/** The pattern with every policy variable (`${aws:username}`) read as any text: never means less than AWS does. */
export const widest = (pattern: string): string => pattern.replace(VARIABLE, '*')

export const hasVariable = (pattern: string): boolean => pattern.includes('${')

/** Whether `pattern` means `text`. In the text nothing is a wildcard. At most |pattern| × |text| steps. */
export function matches(pattern: string, text: string): boolean {
  let [at, star, retry] = [0, -1, 0]
  for (let next = 0; next < text.length; ) {
    const sign = pattern[at]
    if (sign === '*') {
      star = at++
      retry = next
    } else if (sign === '?' || sign === text[next]) {
      at++
      next++
    } else if (star >= 0) {
      at = star + 1
      next = ++retry
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}

interface Gap {
  readonly least: number
  readonly open: boolean
  readonly end: number
}

/** The run of wildcards that starts at `at`: `?`s are counted, one `*` opens it. */
function gapAt(pattern: string, at: number): Gap {
  let [least, open, end] = [0, false, at]
  for (; pattern[end] === '*' || pattern[end] === '?'; end++) {
    if (pattern[end] === '*') open = true
    else least++
  }
  return { least, open, end }
}

/** places[i] = after reading inner up to i, outer up to the sign in hand can have been read. */
function acrossGap(places: Uint8Array, inner: string, gap: Gap): Uint8Array {
  const next = new Uint8Array(places.length)
  if (gap.open) {
    const first = places.indexOf(1)
    let length = 0
    if (gap.least === 0) next[first] = 1
    for (let at = first; at < inner.length; at++) {
      if (inner[at] !== '*') length++
      if (length >= gap.least) next[at + 1] = 1
    }
    return next
  }
  let run = 0
  for (let at = 0; at <= inner.length; at++) {
    if (run >= gap.least && places[at - gap.least] === 1) next[at] = 1
    run = inner[at] === '*' ? 0 : run + 1
  }
  return next
}

/**
 * Whether `outer` means every text that `inner` means. `true` is proof; |outer| × |inner| steps at most.
 * Signs of outer are laid over inner so that its letters meet equal letters, and every gap covers enough for its `?`s
 * even when all of inner's stars stand for nothing: then it holds however long they are.
 */
export function contains(outer: string, inner: string): boolean {
  if (outer === inner) return true
  let places: Uint8Array = new Uint8Array(inner.length + 1)
  places[0] = 1
  for (let at = 0; at < outer.length; ) {
    const gap = gapAt(outer, at)
    if (gap.end > at) {
      places = acrossGap(places, inner, gap)
      at = gap.end
    } else {
      const next = new Uint8Array(places.length)
      for (let i = 0; i < inner.length; i++) if (places[i] === 1 && inner[i] === outer[at]) next[i + 1] = 1
      places = next
      at++
    }
    if (!places.includes(1)) return false
  }
  return places[inner.length] === 1
}

/** Whether the signs before the first wildcard of either differ: then no text can begin as both do. */
function beginApart(a: string, b: string): boolean {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [sign, other] = [a[at], b[at]]
    if (sign === '*' || other === '*' || sign === '?' || other === '?') return false
    if (sign !== other) return true
  }
  return false
}

/** Whether some text is meant by both patterns. |a| × |b| steps. */
export function intersects(a: string, b: string): boolean {
  if (beginApart(a, b)) return false
  let row = new Uint8Array(b.length + 1)
  row[0] = 1
  for (let j = 0; b[j] === '*'; j++) row[j + 1] = 1
  for (const sign of a.split('')) {
    const next = new Uint8Array(b.length + 1)
    if (sign === '*' && row[0] === 1) next[0] = 1
    for (let j = 0; j < b.length; j++) {
      const other = b[j]
      const reached =
        sign === '*' || other === '*'
          ? row[j + 1] === 1 || next[j] === 1
          : row[j] === 1 && (sign === '?' || other === '?' || sign === other)
      if (reached) next[j + 1] = 1
    }
    row = next
  }
  return row[b.length] === 1
}
