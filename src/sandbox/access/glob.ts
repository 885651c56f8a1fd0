// Whether a text fits an IAM pattern, in which * stands for any run of characters and ? for exactly one.

/** Stand-ins (private use area) for a literal * ? $ that came out of a policy variable or an escape. */
const literal: Readonly<Record<string, string>> = { '\uE000': '*', '\uE001': '?', '\uE002': '$' }
const standIn: Readonly<Record<string, string>> = { '*': '\uE000', '?': '\uE001', $: '\uE002' }

/** Makes a value safe to stand in a pattern: it matches only itself. */
export const asLiteral = (value: string): string => value.replace(/[*?$]/g, (found) => standIn[found] ?? found)

/** The text that stand-ins mean. */
export const plainText = (pattern: string): string =>
  pattern.replace(/[\uE000-\uE002]/g, (found) => literal[found] ?? found)

const sameCharacter = (pattern: string | undefined, text: string | undefined): boolean =>
  pattern === '?' || (pattern !== undefined && (literal[pattern] ?? pattern) === text)

/** Linear in practice: one remembered star, no backtracking over earlier ones. */
export const fits = (pattern: string, text: string): boolean => {
  let p = 0
  let t = 0
  let star = -1
  let resume = 0
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p
      resume = t
      p += 1
    } else if (p < pattern.length && sameCharacter(pattern[p], text[t])) {
      p += 1
      t += 1
    } else if (star >= 0) {
      resume += 1
      t = resume
      p = star + 1
    } else return false
  }
  while (pattern[p] === '*') p += 1
  return p === pattern.length
}

export const fitsAnyCase = (pattern: string, text: string): boolean => fits(pattern.toLowerCase(), text.toLowerCase())

/** ARNs part by part: a * never reaches across a colon, except in the last part. */
export const arnFits = (pattern: string, arn: string): boolean => {
  const split = (text: string): readonly string[] => {
    const parts = text.split(':')
    return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')]
  }
  const patterns = split(pattern)
  const parts = split(arn)
  return patterns.length === 6 && parts.length === 6 && patterns.every((one, at) => fits(one, parts[at] ?? ''))
}
