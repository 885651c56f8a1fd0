// Terraform's language, as much of it as is printed here, in the form that `terraform fmt` leaves alone.

/** `text`: an expression as it stands. */
export type Line =
  | { readonly is: 'set'; readonly name: string; readonly text: string }
  | { readonly is: 'block'; readonly head: string; readonly lines: readonly Line[] }
  | { readonly is: 'map'; readonly name: string; readonly lines: readonly Line[] }

export const set = (name: string, text: string): Line => ({ is: 'set', name, text })
export const block = (head: string, ...lines: readonly Line[]): Line => ({ is: 'block', head, lines })
export const map = (name: string, ...lines: readonly Line[]): Line => ({ is: 'map', name, lines })

/** Nothing in a quoted text is taken for an expression. */
export const quoted = (text: string): string => JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{')

type Setting = Extract<Line, { is: 'set' }>

const isSetting = (line: Line): line is Setting => line.is === 'set'

/** Neighbouring one-line settings, whose signs of equality stand below each other; everything else stands alone. */
function runsOf(lines: readonly Line[]): readonly (readonly Setting[] | Exclude<Line, Setting>)[] {
  const runs: (Setting[] | Exclude<Line, Setting>)[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (!isSetting(line)) runs.push(line)
    else if (Array.isArray(last)) last.push(line)
    else runs.push([line])
  }
  return runs
}

function written(lines: readonly Line[], indent: string): string {
  return runsOf(lines)
    .map((run) => {
      if ('is' in run) {
        const head = `${indent}${run.is === 'block' ? run.head : `${run.name} =`} {`
        return run.lines.length === 0 ? `${head}}` : `${head}\n${written(run.lines, `${indent}  `)}\n${indent}}`
      }
      const width = Math.max(...run.map(({ name }) => name.length))
      return run.map(({ name, text }) => `${indent}${name.padEnd(width)} = ${text}`).join('\n')
    })
    .join('\n\n')
}

export const hcl = (comment: string, ...lines: readonly Line[]): string => `# ${comment}\n\n${written(lines, '')}\n`
