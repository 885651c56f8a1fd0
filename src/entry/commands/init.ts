// daypass init: the first files of an installation, from five answers and what AWS and GitHub know.

import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { terminal as harmless, jsonLine } from '../../core/report/escape.ts'
import { originOf } from '../../edges/git/origin.ts'
import { answersOf, QUESTION_NAMES, QUESTIONS, type Question } from '../../install/starter/answers.ts'
import { EXIT } from '../exit.ts'
import { settingsOnDisk } from '../settings-on-disk.ts'
import { start } from '../starting.ts'
import { type Command, comeToNothing, DIRECTORY, type Invocation, textOf } from './command.ts'

const NEXT = `Next:
  1. daypass validate          # look through config/ first, and narrow rules/first.yaml
  2. daypass setup --out aws   # what to create in AWS; deploy it
  3. commit all of it to the default branch, and write that commit's SHA into \`start\` of apply.yml and expire.yml
  4. make the environments daypass-apply, daypass-expire and daypass-inventory, deployment branches: selected, the default one alone
  5. daypass verify            # is everything there, and no more?
  6. daypass doctor            # how safe is the repository?`

/** A flag, else an answer at the terminal; a text in `wrong` says which is missing or cannot be. */
async function gathered(
  invocation: Invocation,
): Promise<Readonly<Record<Question, string>> | { readonly wrong: string }> {
  const origin = await originOf(process.cwd())
  const usual: Readonly<Partial<Record<Question, string>>> = {
    repository: origin?.repository ?? '',
    region: '',
    center: '',
  }
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stderr }) : null
  const answers = new Map<Question, string>()
  try {
    for (const name of QUESTION_NAMES) {
      const { flag, question, hint, wrong } = QUESTIONS[name]
      const given = invocation.values[flag]
      let answer = typeof given === 'string' ? given.trim() : lines === null ? (usual[name] ?? '') : null
      while (answer === null || (wrong(answer) !== null && lines !== null && typeof given !== 'string')) {
        if (answer !== null) invocation.terminal.note(`  ${wrong(answer) ?? ''}`)
        const fallback = usual[name] ?? ''
        const typed = ((await lines?.question(`${question} (${fallback === '' ? hint : fallback}) `)) ?? '').trim()
        answer = typed === '' ? fallback : typed
      }
      const fault = wrong(answer)
      if (fault !== null) return { wrong: `--${flag}: ${fault}. ${question} (${hint})` }
      answers.set(name, answer)
    }
  } finally {
    lines?.close()
  }
  const of = (name: Question): string => answers.get(name) ?? ''
  return {
    repository: of('repository'),
    owners: of('owners'),
    hub: of('hub'),
    region: of('region'),
    center: of('center'),
  }
}

export const init: Command = {
  tells:
    'Writes the first files of an installation into this folder: settings that validate, the workflows, the issue form, the schemas for editors. Asks at most five questions, each of which can be a flag. Accounts come from AWS Organizations and people from GitHub and Identity Center, with the credentials at hand (AWS credentials of the management account, GITHUB_TOKEN); whom it could not match it lists. It never overwrites a file.',
  argument: null,
  options: {
    directory: DIRECTORY,
    ...Object.fromEntries(Object.values(QUESTIONS).map(({ flag, says }) => [flag, { type: 'string' as const, says }])),
  },
  async run(invocation) {
    const { terminal, values, environment } = invocation
    const directory = textOf(invocation, 'directory', 'config')
    const answers = await gathered(invocation)
    if ('wrong' in answers) return comeToNothing(invocation, EXIT.findings, answers.wrong)
    const started = await start({ answers: answersOf(answers), directory, environment, stage: terminal.stage })
    if (typeof started === 'string') return comeToNothing(invocation, EXIT.findings, started)
    const paths = [...started.files.keys()]
    const there = paths.filter((path) => existsSync(join(process.cwd(), path)))
    if (there.length > 0)
      return comeToNothing(
        invocation,
        EXIT.findings,
        `Nothing was written: these files are there already, and none is overwritten: ${there.slice(0, 10).join(', ')}${there.length > 10 ? ' …' : ''}`,
      )
    for (const [path, text] of started.files) {
      await mkdir(dirname(join(process.cwd(), path)), { recursive: true })
      await writeFile(join(process.cwd(), path), text, { flag: 'wx' })
    }
    const read = await settingsOnDisk(directory)
    const remarks = [
      ...started.remarks,
      ...(typeof read === 'string' ? [`What was written does not validate, which is a bug of Daypass: ${read}`] : []),
    ]
    if (values['json'] === true) terminal.out(jsonLine({ files: paths, remarks }))
    else
      terminal.out(
        [`Wrote ${paths.length} files.`, ...remarks.map((one) => `- ${harmless(one, 1000)}`), '', NEXT].join('\n'),
      )
    return typeof read === 'string' ? EXIT.bug : EXIT.done
  },
}
