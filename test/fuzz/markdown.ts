// The Markdown renderer: read by a parser of GitHub's Markdown, text of others is that text and nothing else.

import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { renderComment } from '../../src/core/report/comment.ts'
import { code, codeInLink, fence, markdown, plain, prose } from '../../src/core/report/escape.ts'
import { hostile, PIECES, retold } from '../core/report/retold.ts'
import { STORIES } from '../core/report/stories.ts'
import { edits } from './mutate.ts'
import { must, type Note, type Target } from './target.ts'

type Input =
  | { readonly in: keyof typeof AROUND; readonly text: string }
  | { readonly in: 'fence'; readonly text: string }
  | { readonly in: 'story'; readonly story: string; readonly texts: readonly string[] }

const extensions = [gfm()]
const mdastExtensions = [gfmFromMarkdown()]
const parse = (text: string): Root => fromMarkdown(text, { extensions, mdastExtensions })

/** Places in which text of others stands, and the nodes that lead there. */
const AROUND = {
  line: { write: (text: string) => text, path: ['paragraph'] },
  'after a word': { write: (text: string) => `for ${text}, again`, path: ['paragraph'] },
  item: { write: (text: string) => `- ${text}`, path: ['list', 'listItem', 'paragraph'] },
  quote: { write: (text: string) => `> ${text}`, path: ['blockquote', 'paragraph'] },
  heading: { write: (text: string) => `## ${text}`, path: ['heading'] },
  bold: { write: (text: string) => `**${text}**`, path: ['paragraph', 'strong'] },
  link: { write: (text: string) => `[${text}](https://github.com/o/r)`, path: ['paragraph', 'link'] },
  cell: { write: (text: string) => `| a | b |\n|---|---|\n| ${text} | 1 |`, path: ['table', 'tableRow', 'tableCell'] },
} as const

const KEPT = [
  'Orders queue is stuck, see https://example.com/a?b=c#d and ask @octocat in org/repo#12 (GH-3)',
  '- [ ] **bold** _it_ ~~gone~~ `code` [x](y "z") ![i](j) <b>html</b> <!-- c --> &amp; &#64; [^1] $a$',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '1. one\n\n2. two\n***\n# h\nh\n===\n> q\n\n    code\n```js\nx\n```\n~~~\ny\n~~~\n[r]: /u "t"',
  'mailto:a@b.c xmpp:a@b.c ftp://a.b www.a.b http://a.b/(c) a+b@c.d HTTPS://A.B',
]
const MORE = [...PIECES, '[', ']', '(', ')', '[^', '<', '>', '"', "'", '+', '-', '=', '!', '&', ';', '$', '$`', '~', '://', 'http', 'www', '.', 'a@b.c', 'mailto:', 'xmpp:', '0)', '\f', '\v', '\u00a0', '\u3000', '\u2003', '|-', ':-:', '\\|', '`|`'] // biome-ignore format: a list

const text = fc.oneof(
  { weight: 3, arbitrary: hostile },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...MORE), { maxLength: 10 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...KEPT), edits(MORE)).map(([kept, edit]) => edit(kept)) },
)

const inputs: fc.Arbitrary<Input> = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.record({ in: fc.constantFrom(...(Object.keys(AROUND) as (keyof typeof AROUND)[])), text }),
  },
  { weight: 9, arbitrary: fc.record({ in: fc.constant('fence' as const), text }) },
  {
    weight: 1,
    arbitrary: fc.record({
      in: fc.constant('story' as const),
      story: fc.constantFrom(...Object.keys(STORIES)),
      texts: fc.array(text, { minLength: 1, maxLength: 9 }),
    }),
  },
)

const nodesIn = (node: Nodes): readonly Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap((child) => nodesIn(child)) : []),
]

/** What a reader sees: without what we put in so that nothing is made of it. */
const seen = (text: string): string => text.replaceAll('\u200b', '')

/** What GitHub looks for in text once Markdown is done with it. */
const FOUND_BY_GITHUB = /@[\w-]|(?<!\w)#\d|\bgh-\d|:\/\/\w|\bwww\.\w|\w@\w/i

function onlyText(written: string, where: keyof typeof AROUND, wanted: string, kinds: readonly string[]): void {
  const { write, path } = AROUND[where]
  const root = parse(write(written))
  let nodes: readonly Nodes[] = root.children
  let step: Nodes | undefined = root
  for (const type of path) {
    // Of a table the second row and its first cell.
    step = type === 'tableRow' ? nodes[1] : nodes[0]
    must(step?.type === type, `text of others stays where it stands (${where})`, written, root)
    must(type === 'tableRow' || nodes.length === (type === 'tableCell' ? 2 : 1) || type === 'tableCell', `text of others makes nothing beside it (${where})`, written, root) // biome-ignore format: one line
    nodes = 'children' in step ? step.children : []
  }
  let shown = ''
  for (const node of nodes) {
    must(kinds.includes(node.type) && 'value' in node, `text of others is text (${where})`, written, node)
    if (node.type === 'text') must(!FOUND_BY_GITHUB.test(node.value), 'nothing is made of text afterwards', node.value)
    shown += node.value
  }
  const whole = where === 'after a word' ? `for ${wanted}, again` : wanted
  const squeeze = (one: string): string => seen(one).replace(/\s+/g, ' ').trim()
  must(squeeze(shown) === squeeze(whole), `text of others is shown as it is (${where})`, shown, whole)
}

const ticksAsNames = (text: string): string => text.replaceAll('`', '‹U+0060›')

function judgeText(text: string, where: keyof typeof AROUND, note: Note): void {
  const wanted = plain(text)
  note(`text (${where})`)
  onlyText(markdown(text), where, wanted === '' ? '‹empty›' : wanted, ['text'])
  if (where === 'cell' || wanted === '') return
  const spanned = ticksAsNames(plain(text, 200))
  if (where === 'link') onlyText(codeInLink(text), where, spanned.replaceAll(']', '‹U+005D›'), ['inlineCode'])
  else onlyText(code(text), where, spanned, ['inlineCode', 'text'])
  if (where === 'link') return
  const shown = nodesIn(parse(AROUND[where].write(prose(text)))).map(({ type }) => type)
  const allowed = [...AROUND[where].path, 'root', 'text', 'inlineCode']
  must(
    shown.every((type) => allowed.includes(type)),
    `prose is text and code (${where})`,
    prose(text),
    shown,
  )
}

function judgeFence(text: string, note: Note): void {
  note('text (fence)')
  const [block, ...more] = parse(`before\n\n${fence(text.split('\n'), 'json')}\n\nafter`).children.slice(1)
  must(block?.type === 'code' && block.lang === 'json', 'a fence is a block of code', block)
  must(block.value.split('\n').length === text.split('\n').length, 'a fence has a line for each line', block.value)
  must(more.length === 1 && more[0]?.type === 'paragraph', 'no text closes a fence', more)
}

const OUR_HTML = /^(<\/?(details|summary|sub)>|<!-- daypass:comment -->|<details><summary>|<\/summary>)+/
const COUNTED = ['heading', 'thematicBreak', 'table', 'image', 'imageReference', 'definition', 'footnoteReference', 'footnoteDefinition', 'linkReference', 'delete', 'emphasis', 'html'] // biome-ignore format: a list

const counts = (root: Root): Readonly<Record<string, number>> => {
  const found = nodesIn(root).map(({ type }) => type)
  return Object.fromEntries(COUNTED.map((kind) => [kind, found.filter((type) => type === kind).length]))
}

/** What a line of HTML holds beside our tags is text that a browser reads: no tag of its own may be left in it. */
const foreignTag = (html: string): boolean => /<(?!\/?(?:details|summary|sub)>|!-- daypass:comment -->)/.test(html)

function judgeStory(name: string, texts: readonly string[], note: Note): void {
  const story = STORIES[name]
  must(story !== undefined, 'there is such a story', name)
  note('story')
  const hostileRoot = parse(renderComment(retold(story, texts)))
  const quietRoot = parse(renderComment(retold(story, ['quiet'])))
  const [there, quiet] = [counts(hostileRoot), counts(quietRoot)]
  for (const kind of COUNTED) must((there[kind] ?? 0) <= (quiet[kind] ?? 0), `text of others makes no ${kind}`, there, quiet, texts) // biome-ignore format: one line
  for (const node of nodesIn(hostileRoot)) {
    if (node.type === 'html') must(OUR_HTML.test(node.value) && !foreignTag(node.value), 'no HTML but ours', node.value)
    if (node.type === 'link') must(node.url.startsWith('https://github.com/example/access/blob/'), 'no link but ours', node.url) // biome-ignore format: one line
    if (node.type === 'text') must(!FOUND_BY_GITHUB.test(node.value), 'nothing is made of text afterwards', node.value)
  }
}

function check(input: Input, note: Note): void {
  if (input.in === 'story') judgeStory(input.story, input.texts, note)
  else if (input.in === 'fence') judgeFence(input.text, note)
  else judgeText(input.text, input.in, note)
}

export const markdownTarget: Target<Input> = { says: 'Markdown renderer', runs: 150_000, longest: 1000, inputs, check }
