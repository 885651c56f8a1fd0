// The Action's hold, the red button: adds to holds.yaml by a pull request that it merges itself, and sets expire and apply going.

import { isHoldsPath, isRequestPath, requestIdOf } from '../../core/documents/paths.ts'
import { writeHold } from '../../core/documents/write-hold.ts'
import { writeEdgeError } from '../../core/model/edge-error.ts'
import { id } from '../../core/model/id.ts'
import type { Held } from '../../core/model/settings.ts'
import { nearest } from '../../core/policy/nearest.ts'
import { type Desk, mergeAt, openDesk, pathIn, proposeAt, pullLink, said, start } from '../desk.ts'
import { EXIT } from '../exit.ts'
import type { Inputs } from '../inputs.ts'
import { failedEnd, type JobEnd } from '../run-job.ts'
import { inWorkspace } from '../workspace.ts'

export const pressHold = (inputs: Inputs): Promise<JobEnd> =>
  inWorkspace(inputs.environment, async (folder) => {
    const desk = await openDesk(inputs, folder)
    return desk.is === 'unknown' ? failedEnd(`Nothing is held: ${writeEdgeError(desk.because)}`) : holdAt(desk.value)
  })

type Named = { readonly is: 'held'; readonly what: Held } | { readonly is: 'wrong'; readonly says: string }

const unknownName = (what: string, name: string, names: readonly string[]): Named => {
  const near = nearest(name, names)
  return {
    is: 'wrong',
    says: `There is no ${what} ${JSON.stringify(name)}${near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`}`,
  }
}

/** Each kind of thing with the names there are. */
const KINDS: Readonly<Record<string, (desk: Desk, name: string) => Named>> = {
  everything: () => ({ is: 'held', what: { is: 'everything' } }),
  person: ({ settings }, name) => {
    const names = [...settings.people.keys()]
    const person = names.find((one) => one === name)
    return person === undefined ? unknownName('person', name, names) : { is: 'held', what: { is: 'person', person } }
  },
  target: ({ settings }, name) => {
    const names = (settings.aws?.accounts ?? []).map((account) => account.name)
    return names.some((one) => one === name)
      ? { is: 'held', what: { is: 'target', target: id<'target'>(name) } }
      : unknownName('account', name, names)
  },
  request: ({ files, inputs }, name) => {
    const names = files.filter(({ path }) => isRequestPath(path, inputs.directory)).map(({ path }) => requestIdOf(path))
    return names.some((one) => one === name)
      ? { is: 'held', what: { is: 'request', request: name } }
      : unknownName('request', name, names)
  },
}

function heldOf(desk: Desk): Named {
  const { what, name, because } = desk.inputs.hold
  const kind = Object.hasOwn(KINDS, what) ? KINDS[what] : undefined
  if (kind === undefined) return { is: 'wrong', says: `The input what must be one of ${Object.keys(KINDS).join(', ')}` }
  if (because === '') return { is: 'wrong', says: 'The input because is empty: everybody must be able to read why' }
  if (what === 'everything' && name !== '')
    return {
      is: 'wrong',
      says: 'The input name must be empty for everything: or did you mean a person, target or request?',
    }
  return kind(desk, name)
}

async function holdAt(desk: Desk): Promise<JobEnd> {
  const held = heldOf(desk)
  if (held.is === 'wrong') return said(EXIT.findings, `Nothing is held. ${held.says}.`)
  const { what } = held
  const label = [desk.inputs.hold.what, desk.inputs.hold.name].filter((word) => word !== '').join(' ')
  const lift = 'Only owners lift it, by a change of holds.yaml that they approve.'
  if (desk.settings.holds.some((hold) => JSON.stringify(hold.what) === JSON.stringify(what)))
    return said(EXIT.done, `A hold on ${label} is there already. ${lift}`)
  const file = desk.files.find(({ path }) => isHoldsPath(path, desk.inputs.directory))
  const text = writeHold(file?.text ?? '', what, desk.inputs.hold.because, desk.now)
  if (text === null) return said(EXIT.failed, 'Nothing is held: holds.yaml cannot be read; mend it first.')
  const title = `Hold ${label}`
  const proposed = await proposeAt(desk, {
    branch: `daypass/hold-${desk.inputs.environment['GITHUB_RUN_ID'] ?? 'local'}`,
    files: new Map([[pathIn(desk, 'holds.yaml'), text]]),
    title,
    body: `The red button was pressed by a run of the workflow "hold". It counts when this is merged; nobody has to approve it. ${lift}\n`,
  })
  if (proposed.is === 'unknown') return said(EXIT.failed, `Nothing is held: ${writeEdgeError(proposed.because)}`)
  const refused = await mergeAt(desk, proposed.value, `${title} (#${proposed.value.number})`)
  const outputs = { pull: String(proposed.value.number) }
  if (refused !== null)
    return said(
      EXIT.failed,
      `NOT HELD YET: GitHub did not let Daypass merge it (${writeEdgeError(refused)}). Somebody who may must merge ${pullLink(desk, proposed.value)} now.`,
      outputs,
    )
  const { expire, apply } = desk.inputs.workflows
  const troubles = await start(desk, [expire, apply])
  const says = [`${label} is held from now on. ${lift}`, ...troubles].join(' ')
  return said(troubles.length > 0 ? EXIT.failed : EXIT.done, says, outputs)
}
