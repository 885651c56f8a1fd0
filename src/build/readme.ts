// The parts of README.md that are made: tables from action.yml, and the demo's transcript.

import { parse } from 'yaml'

interface Input {
  readonly description: string
  readonly default?: string
  readonly required?: boolean
}

interface Action {
  readonly inputs: Readonly<Record<string, Input>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

const read = (action: string): Action => parse(action)

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim()

export function inputsTable(action: string): string {
  const rows = Object.entries(read(action).inputs).map(([name, input]) => {
    const usual =
      input.required === true
        ? '**required**'
        : input.default === undefined || input.default === ''
          ? ''
          : `\`${input.default}\``
    return `| \`${name}\` | ${cell(input.description)} | ${usual} |`
  })
  return ['| input | what | default |', '|---|---|---|', ...rows].join('\n')
}

export function outputsTable(action: string): string {
  const rows = Object.entries(read(action).outputs).map(
    ([name, output]) => `| \`${name}\` | ${cell(output.description)} |`,
  )
  return ['| output | what |', '|---|---|', ...rows].join('\n')
}

export const transcriptBlock = (lines: readonly string[]): string => ['```text', ...lines, '```'].join('\n')

const markers = (name: string) => ({ begin: `<!-- ${name}: made by npm run generate -->`, end: `<!-- /${name} -->` })

/** What stands between the section's markers now. Throws where the markers are missing. */
export function sectionOf(readme: string, name: string): string {
  const { begin, end } = markers(name)
  const from = readme.indexOf(begin)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error(`README.md has no section ${name}`)
  return readme.slice(from + begin.length, to).trim()
}

export function replaceSection(readme: string, name: string, text: string): string {
  const { begin, end } = markers(name)
  sectionOf(readme, name)
  return `${readme.slice(0, readme.indexOf(begin) + begin.length)}\n${text}\n${readme.slice(readme.indexOf(end))}`
}
