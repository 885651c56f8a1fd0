// daypass request: writes the file of a request, tells what it would come to, and prints the link that opens it on GitHub.

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { readSettings } from '../../core/documents/settings.ts'
import { writeRequest } from '../../core/documents/write-request.ts'
import { KINDS } from '../../core/entitlements/index.ts'
import { shortDigest } from '../../core/model/canonical.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { severityOf } from '../../core/model/finding.ts'
import { id } from '../../core/model/id.ts'
import { instantOf, writeInstant } from '../../core/model/time.ts'
import { jsonLine } from '../../core/report/escape.ts'
import { renderJson } from '../../core/report/json.ts'
import { renderText } from '../../core/report/text.ts'
import { documentsOnDisk } from '../../edges/disk/documents.ts'
import { DATA_BRANCH } from '../../edges/git/data.ts'
import { defaultBranchOf, originOf } from '../../edges/git/origin.ts'
import { type Ask, type Flags, wishFrom } from '../asking.ts'
import { EXIT } from '../exit.ts'
import { openKept } from '../inventory/kept.ts'
import { openedOnce } from '../inventory/looking.ts'
import { MODE_NAMES } from '../mode-names.ts'
import { paletteFor } from '../palette.ts'
import { previewOf } from '../preview.ts'
import { type Command, comeToNothing, DIRECTORY, type Invocation, textOf } from './command.ts'

/** Browsers and GitHub take addresses of about 8,000 characters. */
const LONGEST_LINK = 8000

const flag = (says: string) => ({ type: 'string', says }) as const

function flagsIn(invocation: Invocation): Flags {
  const text = (name: string): string => textOf(invocation, name, '')
  return {
    for: text('for'),
    account: text('account'),
    bundle: text('bundle'),
    policy: text('policy'),
    role: text('role'),
    group: text('group'),
    permissionSet: text('permission-set'),
    resource: text('resource'),
    level: text('level'),
    prefix: text('prefix'),
    actions: text('actions'),
    on: text('on'),
    duration: text('duration'),
    from: text('from'),
    until: text('until'),
    reason: text('reason'),
    ticket: text('ticket'),
    breakGlass: invocation.values['break-glass'] === true,
  }
}

/** Only where somebody sits at a terminal; a pipe is never asked. */
function askAtTerminal(): { readonly ask: Ask | null; close(): void } {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return { ask: null, close: () => undefined }
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  return {
    ask: (question, hint) => lines.question(`${question}${hint === '' ? '' : ` (${hint})`} `),
    close: () => lines.close(),
  }
}

async function linkTo(environment: Invocation['environment'], path: string, text: string): Promise<string> {
  const origin = await originOf(process.cwd())
  const repository = environment['GITHUB_REPOSITORY'] ?? origin?.repository
  const server = environment['GITHUB_SERVER_URL'] ?? origin?.server ?? 'https://github.com'
  if (repository === undefined) return 'Commit it in a pull request (this clone names no repository to link to).'
  const branch = await defaultBranchOf(process.cwd())
  const folder = dirname(path).split('/').map(encodeURIComponent).join('/')
  const query = new URLSearchParams({ filename: path.slice(path.lastIndexOf('/') + 1), value: text })
  const link = `${server}/${repository}/new/${branch}/${folder}?${query}`
  return link.length > LONGEST_LINK
    ? 'Commit it in a pull request (it is too long for a link).'
    : `Or open it on GitHub, filled in:\n${link}`
}

export const request: Command = {
  tells:
    'Writes the file of a new request into this folder, from flags or by asking for what is missing, and tells whose approval it takes. Commit it in a pull request, or follow the printed link, which opens the same file on GitHub.',
  argument: null,
  options: {
    directory: DIRECTORY,
    for: flag('handle of whoever needs it'),
    account: flag('names of accounts, with commas'),
    bundle: flag('name of a bundle'),
    policy: flag('name or ARN of a managed policy'),
    role: flag('name or ARN of a role to assume'),
    group: flag('name of an IAM group'),
    'permission-set': flag('name of a permission set of Identity Center'),
    resource: flag('ARN of one resource; with --level or --policy'),
    level: flag('how much may be done with the resource: read, write or admin'),
    prefix: flag('of a bucket, how the keys of its objects begin'),
    actions: flag('actions, with commas; with --on'),
    on: flag('ARNs that the actions are for, with commas'),
    duration: flag('how long from the merge: 90m, 2h, 3d'),
    from: flag('not before this time, with its offset'),
    until: flag('until this time, with its offset'),
    reason: flag('why'),
    ticket: flag('ticket it belongs to'),
    'break-glass': { type: 'boolean', says: 'an emergency that cannot wait for approval' },
    id: flag('name of the request (default: made of who and what)'),
    print: { type: 'boolean', says: 'print the file instead of writing it' },
  },
  async run(invocation) {
    const { terminal, values, environment } = invocation
    const directory = textOf(invocation, 'directory', 'config')
    const files = await documentsOnDisk(process.cwd(), directory)
    if (files.is === 'unknown') return comeToNothing(invocation, EXIT.findings, writeEdgeError(files.because))
    const { settings } = readSettings(files.value, directory, KINDS, MODE_NAMES)
    if (settings === null)
      return comeToNothing(invocation, EXIT.findings, 'The settings are broken: daypass validate tells where.')
    const choices = {
      people: [...settings.people.keys()],
      accounts: (settings.aws?.accounts ?? []).map(({ name }) => name),
      bundles: [...settings.bundles.keys()],
    }
    const { ask, close } = askAtTerminal()
    const wish = await wishFrom(flagsIn(invocation), choices, ask).finally(close)
    if (typeof wish === 'string') return comeToNothing(invocation, EXIT.findings, wish)
    const text = writeRequest(wish)
    const now = instantOf(Date.now() / 1000)
    const named = textOf(invocation, 'id', '')
    const name = named === '' ? `${wish.for}-${shortDigest(`${text}${writeInstant(now)}`, 6)}` : named
    if (!/^[a-z0-9-]{1,64}$/.test(name))
      return comeToNothing(
        invocation,
        EXIT.findings,
        `No request can be called ${JSON.stringify(name)}: use a-z, 0-9 and -.`,
      )
    const [year, month] = writeInstant(now).split('-')
    const path = `${directory === '' ? '' : `${directory}/`}requests/${year}/${month}/${name}.yaml`
    if (files.value.some((file) => file.path.endsWith(`/${name}.yaml`)))
      return comeToNothing(invocation, EXIT.findings, `There is a request ${name} already; choose another --id.`)
    const blob = id<'blob'>('0'.repeat(40))
    const file = { path, mode: '100644', blob, bytes: Buffer.byteLength(text), text }
    const told = await previewOf({
      people: null,
      inventory: openedOnce(() => openKept(process.cwd(), DATA_BRANCH)),
      directory,
      base: files.value,
      files: [...files.value, file],
      touched: new Map([[path, { path, before: null, after: { blob, mode: '100644' } }]]),
      author: () => null,
      opinions: async () => () => [],
      now,
      openedAt: null,
      head: null,
      web: null,
    })
    if (told === null)
      return comeToNothing(invocation, EXIT.findings, 'The settings are broken: daypass validate tells where.')
    const { story } = told
    if (story.findings.some((finding) => severityOf(finding) === 'error')) {
      terminal.note('Nothing was written: mend the findings first.')
      terminal.out(
        values['json'] === true ? renderJson(story).trimEnd() : renderText(story, paletteFor(terminal)).trimEnd(),
      )
      return told.exit
    }
    if (values['print'] === true) terminal.out(text.trimEnd())
    else {
      await mkdir(join(process.cwd(), dirname(path)), { recursive: true })
      await writeFile(join(process.cwd(), path), text, { flag: 'wx' })
      terminal.note(`Wrote ${path}.`)
    }
    const link = await linkTo(environment, path, text)
    if (values['json'] === true) terminal.out(jsonLine({ path, text, link, preview: JSON.parse(renderJson(story)) }))
    else if (values['print'] !== true) terminal.out(`${renderText(story, paletteFor(terminal)).trimEnd()}\n\n${link}`)
    return told.exit
  },
}
