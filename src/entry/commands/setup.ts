// daypass setup: what to create in AWS, printed as templates with the commands that deploy them. It changes nothing itself.

import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { jsonLine } from '../../core/report/escape.ts'
import type { Shape } from '../../install/blueprint/blueprint.ts'
import { chosenShapes } from '../../install/blueprint/chosen.ts'
import { blueprintOf, isMissing } from '../../install/blueprint/shapes.ts'
import type { PrintedFile } from '../../install/print/files.ts'
import { FORMS, isForm } from '../../install/print/index.ts'
import { EXIT } from '../exit.ts'
import { settingsOnDisk } from '../settings-on-disk.ts'
import { type Command, comeToNothing, DIRECTORY, textOf } from './command.ts'

/** Writes below the folder what it makes, and leaves everything else there alone. */
async function writeTo(folder: string, files: readonly PrintedFile[]): Promise<void> {
  for (const { path, text, executable } of files) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    if (executable === true) await chmod(file, 0o755)
  }
}

const summary = (shapes: readonly Shape[]): string =>
  shapes
    .map(({ parts, places, roles }) => {
      const accounts = places.length === 1 ? `account ${places[0]?.name ?? places[0]?.id}` : `${places.length} accounts`
      return `${accounts} (${parts.join(', ')}): ${roles.map(({ path, name }) => `${path.slice(1)}${name}`).join(', ')}`
    })
    .join('\n')

export const setup: Command = {
  tells: `Prints what Daypass needs in AWS, made from integrations/aws.yaml and from the tables of what Daypass can do: the roles of each account with their permissions boundary, the hub roles that GitHub's jobs enter, and a service control policy that protects them. It asks nobody and changes nothing: you deploy it, and \`daypass verify\` compares.

In each account's CloudShell:      daypass setup --out aws, then upload the folder and run ./deploy.sh
In a whole organisation:           daypass setup --form stackset --out aws, then ./deploy.sh in the management account
With Terraform:                    daypass setup --form terraform --out aws, then terraform init && terraform apply`,
  argument: null,
  options: {
    directory: DIRECTORY,
    account: { type: 'string', says: 'only for these accounts, by name or id, with commas (default: all)' },
    form: { type: 'string', says: `${Object.keys(FORMS).join(', ')} (default: cloudformation)` },
    out: { type: 'string', says: 'folder to write the files to (default: print them)' },
  },
  async run(invocation) {
    const { terminal, values } = invocation
    const form = textOf(invocation, 'form', 'cloudformation')
    if (!isForm(form))
      return comeToNothing(
        invocation,
        EXIT.findings,
        `--form wants one of ${Object.keys(FORMS).join(', ')}, not ${form}.`,
      )
    const settings = await settingsOnDisk(textOf(invocation, 'directory', 'config'))
    if (typeof settings === 'string') return comeToNothing(invocation, EXIT.findings, settings)
    const blueprint = blueprintOf(settings)
    if (isMissing(blueprint)) return comeToNothing(invocation, EXIT.findings, blueprint.says, blueprint.cure)
    const shapes = chosenShapes(blueprint, textOf(invocation, 'account', ''))
    if (typeof shapes === 'string') return comeToNothing(invocation, EXIT.findings, shapes)
    const files = FORMS[form](blueprint, shapes)
    const out = textOf(invocation, 'out', '')
    if (out !== '') await writeTo(out, files)
    if (values['json'] === true) terminal.out(jsonLine({ form, files }))
    else if (out === '') terminal.out(files.map(({ path, text }) => `# ---- ${path}\n${text}`).join('\n'))
    terminal.note(summary(shapes))
    if (out !== '') terminal.note(`${files.length} files written below ${out}. Deploy them, then: daypass verify`)
    return EXIT.done
  },
}
