// How text that others wrote is shown without it being able to do anything: in Markdown, in logs, on terminals, in JSON.

/** What cannot be seen, or changes how its neighbours are seen: controls, bidi, zero width, tags, fillers, lone surrogates. */
const HIDDEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked for by itself
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\u{e0100}-\u{e01ef}]/gu
const SPACES = /[\s\u0085]+/gu
const nameOf = (character: string): string =>
  `‹U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}›`

/** At most `length` UTF-16 units, never half a character; what was cut shows as `…`. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const head = text.slice(0, Math.max(0, length - 1))
  return `${/[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head}…`
}

/** One line of visible characters; runs of white space are one space. Of huge texts only the beginning is looked at. */
export const plain = (text: string, length = 300): string =>
  cut(
    cut(text, 2 * length)
      .replace(SPACES, ' ')
      .trim()
      .replace(HIDDEN, nameOf),
    length,
  )

/** Breaks what sites find in text after Markdown is done with it; a backslash or an entity does not stop them. */
const BREAK = '\u200b'

const IN_MARKDOWN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': `@${BREAK}`,
  '#': `\\#${BREAK}`,
}

const escaped = (text: string, length: number): string =>
  plain(text, length)
    .replace(/[\\`*_~[\]|$]/g, '\\$&')
    .replace(
      /[&<>@#]/g,
      /* v8 ignore next -- @preserve: the pattern means the keys of the table and nothing else */
      (character) => IN_MARKDOWN[character] ?? character,
    )
    .replace(/:\/\//g, `:${BREAK}//`)
    .replace(/www(?=\.)/gi, `$&${BREAK}`)
    .replace(/gh-(?=\d)/gi, `$&${BREAK}`)
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')

/** Nothing after a dash makes a heading of the line before it, and nothing between stars is four stars. */
const EMPTY = '‹empty›'

/** For running Markdown text: no formatting, HTML, link, mention, reference to an issue, list or heading comes of it. */
export const markdown = (text: string, length = 300): string => escaped(text, length) || EMPTY

/** As it is, but for what cannot be seen: for cells of a table that a program reads. */
export const visible = (text: string): string => text.replace(HIDDEN, nameOf)

/** A code span: what stands in it is shown as it is. */
export const code = (text: string, length = 200): string =>
  `\`${plain(text, length).replace(/`/g, '‹U+0060›') || ' '}\``

/** For the text of a link: with `]:` in it, a link that begins a line would be read as the definition of another. */
export const codeInLink = (text: string, length = 200): string => code(text, length).replaceAll(']', '‹U+005D›')

/** Sentences in which `pairs of backticks` make code spans, which can do no harm; everything else as in `markdown`. */
export function prose(text: string, length = 300): string {
  const parts = plain(text, length).split('`')
  if (parts.length % 2 === 0) return markdown(text, length)
  const shown = parts.map((part, at) => {
    if (at % 2 === 1) return part === '' ? '' : code(part, length)
    const spaced = [/^ /.test(part) ? ' ' : '', / $/.test(part) && part.trim() !== '' ? ' ' : '']
    return `${spaced[0]}${escaped(part, length)}${spaced[1]}`
  })
  return shown.join('') || EMPTY
}

/** A fenced block that its text cannot close. Lines keep their indentation. */
export function fence(lines: readonly string[], language = '', length = 2000): string {
  const shown = lines.map((line) =>
    cut(line, length)
      .replace(/\t/g, '  ')
      .replace(/[\s\u0085]/gu, ' ')
      .replace(HIDDEN, nameOf)
      .replace(/`{3,}/g, (ticks) => '‹U+0060›'.repeat(ticks.length)),
  )
  return [`\`\`\`${language}`, ...shown, '```'].join('\n')
}

/**
 * For terminals and logs: no escape sequence, and nothing that a runner takes for a command (GitHub's runner: `::` where
 * a line begins, the older `##[` anywhere in it).
 */
export const terminal = (text: string, length = 300): string =>
  plain(text, length).replace(/^::/, ': :').replace(/##\[/g, '## [')

/** The message of a log command (GitHub, workflow commands: `%`, CR and LF are percent-encoded). Lines are kept apart. */
export const commandData = (lines: readonly string[], length = 1000): string =>
  lines
    .map((line) => terminal(line, length).replace(/%/g, '%25'))
    .filter((line) => line !== '')
    .join('%0A')

/** A property of a log command: `:` and `,` are percent-encoded as well. */
export const commandProperty = (text: string, length = 300): string =>
  terminal(text, length).replace(/%/g, '%25').replace(/:/g, '%3A').replace(/,/g, '%2C')

const asEscape = (character: string): string =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('')

const spelled = (json: string): string => json.replace(HIDDEN, asEscape).replace(/##\[/g, '#\\u0023[')

/** JSON whose hidden characters are spelled as escapes; it parses to the very same value. */
export const jsonLine = (value: unknown): string => spelled(JSON.stringify(value))

/** The same on several lines. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).split('\n').map(spelled).join('\n')}\n`

/** `https://github.com/o/r` + commit + place → a link to the line; null where the address is not a plain one. */
export function linkTo(web: string | null, commit: string | null, file: string, line: number): string | null {
  if (web === null || commit === null || !/^https?:\/\/[\w.:-]+(\/[\w.-]+)*$/.test(web)) return null
  if (!/^[0-9a-f]{7,64}$/.test(commit) || !file.isWellFormed()) return null
  const path = file.split('/').map(encodeURIComponent).join('/')
  return `${web}/blob/${commit}/${path.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}#L${line}`
}
