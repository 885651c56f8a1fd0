// Which label shows how far a request is: display only, since anybody with triage may set or remove one.

import type { State } from '../report/words.ts'

export interface Looks {
  readonly color: string
  readonly description: string
}

const NAMES: Readonly<Record<State, string>> = {
  asked: 'daypass: waiting',
  waiting: 'daypass: waiting',
  allowed: 'daypass: allowed',
  granting: 'daypass: being given',
  ready: 'daypass: ready',
  ending: 'daypass: ending soon',
  'partly ready': 'daypass: partly ready',
  blocked: 'daypass: blocked',
  refused: 'daypass: not allowed',
  'had before': 'daypass: had before',
  ended: 'daypass: ended',
}

export const BREAK_GLASS_LABEL = 'daypass: break glass'

/** Every label of ours, with how it looks when Daypass has to make it. */
export const LABELS: ReadonlyMap<string, Looks> = new Map([
  ['daypass: waiting', { color: 'fbca04', description: 'Somebody has to approve this' }],
  ['daypass: allowed', { color: '0e8a16', description: 'Approved; given when it is merged' }],
  ['daypass: being given', { color: '1d76db', description: 'Merged; access is on its way' }],
  ['daypass: ready', { color: '0e8a16', description: 'The access is there' }],
  ['daypass: ending soon', { color: 'fbca04', description: 'The access is about to end' }],
  ['daypass: partly ready', { color: 'd93f0b', description: 'Some of the access is there' }],
  ['daypass: blocked', { color: 'b60205', description: 'Cannot be given for now' }],
  ['daypass: not allowed', { color: 'b60205', description: 'The rules do not allow it' }],
  ['daypass: had before', { color: '6e7681', description: 'It was there before: nothing is given, nothing is taken' }],
  ['daypass: ended', { color: '6e7681', description: 'The access is over' }],
  [BREAK_GLASS_LABEL, { color: '000000', description: 'Given without approval: to be reviewed' }],
])

export const labelOf = (state: State): string => NAMES[state]

/** What to add and what to take off so that of ours only the wanted ones are there; others' labels are left alone. */
export function labelChanges(
  there: readonly { readonly node: string; readonly name: string }[],
  wanted: readonly string[],
): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const names = new Set(there.map(({ name }) => name))
  return {
    add: wanted.filter((name) => !names.has(name)),
    remove: there.filter(({ name }) => LABELS.has(name) && !wanted.includes(name)).map(({ node }) => node),
  }
}
