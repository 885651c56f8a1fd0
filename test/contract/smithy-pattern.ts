// A Smithy pattern as a regular expression of JavaScript. Some are written for Java, which knows more forms.

/** Where the group ends in which a text begins: at its first closing bracket too many. */
function endOfGroup(text: string): number {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]/gsu)) {
    if (token === '(') depth += 1
    if (token === ')') depth -= 1
    if (depth < 0) return index
  }
  return text.length
}

/** `(?i)…` holds to the end of its group; JavaScript wants that said: `(?i:…)`. */
function withBounds(source: string): string {
  const found = /\(\?([ims]+)\)/u.exec(source)
  if (found === null) return source
  const [whole, flags] = found
  const rest = source.slice(found.index + whole.length)
  const end = endOfGroup(rest)
  return withBounds(`${source.slice(0, found.index)}(?${flags}:${rest.slice(0, end)})${rest.slice(end)}`)
}

/** Escapes of what needs none (`\_`, `\ `), which Unicode mode does not take. Without that mode `\p{L}` is no letter. */
const needless = /[^A-Za-z0-9^$\\.*+?()[\]{}|/-]/u

const withoutNeedless = (source: string): string =>
  source.replace(/\\(.)/gsu, (pair: string, escaped: string) => (needless.test(escaped) ? escaped : pair))

/** Loud where it can not be read: a pattern misread would find faults where there are none. */
export const patternOf = (source: string): RegExp => new RegExp(withBounds(withoutNeedless(source)), 'u')
