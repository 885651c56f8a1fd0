// How the parts of a request are gathered on a command line: from flags, or by asking for what is missing.

import { NO_WISH, type Wish } from '../core/documents/write-request.ts'

export interface Flags {
  readonly for: string
  readonly account: string
  readonly bundle: string
  readonly policy: string
  readonly role: string
  readonly group: string
  readonly permissionSet: string
  readonly resource: string
  readonly level: string
  readonly prefix: string
  readonly actions: string
  readonly on: string
  readonly duration: string
  readonly from: string
  readonly until: string
  readonly reason: string
  readonly ticket: string
  readonly breakGlass: boolean
}

/** `hint` shows what there is to choose from; an empty answer leaves the part out. */
export type Ask = (question: string, hint: string) => Promise<string>

const words = (text: string): readonly string[] => text.split(/[\s,]+/).filter((word) => word !== '')

const orNull = (text: string): string | null => (text === '' ? null : text)

function whatIn(flags: Flags): Readonly<Record<string, unknown>> | string {
  const named = (['bundle', 'policy', 'role', 'group', 'permissionSet'] as const).filter((kind) => flags[kind] !== '')
  const limited = flags.resource !== ''
  const kinds = named.filter((kind) => !limited || kind !== 'policy').length + (flags.actions === '' ? 0 : 1)
  if (kinds + (limited ? 1 : 0) > 1)
    return 'Ask for one thing at a time: one of --bundle, --policy, --role, --group, --permission-set, --resource and --actions.'
  if (!limited && (flags.level !== '' || flags.prefix !== ''))
    return '--level and --prefix want --resource with an ARN.'
  if (limited) {
    if ((flags.level === '') === (flags.policy === '')) return '--resource wants --level or --policy, not both.'
    const how = flags.level === '' ? { policy: flags.policy } : { level: flags.level }
    return { resource: flags.resource, ...how, ...(flags.prefix === '' ? {} : { prefix: flags.prefix }) }
  }
  if (flags.actions !== '') {
    if (flags.on === '') return '--actions wants --on with the ARNs they are for.'
    return { actions: words(flags.actions), on: words(flags.on) }
  }
  const [kind] = named
  return kind === undefined ? '' : { [kind]: flags[kind] }
}

export interface Choices {
  readonly people: readonly string[]
  readonly accounts: readonly string[]
  readonly bundles: readonly string[]
}

/** A sentence where the flags cannot mean anything, or something is missing and nobody can be asked. */
export async function wishFrom(flags: Flags, choices: Choices, ask: Ask | null): Promise<Wish | string> {
  const given = whatIn(flags)
  if (typeof given === 'string' && given !== '') return given
  const missing = async (value: string, question: string, hint: readonly string[]): Promise<string> =>
    value !== '' || ask === null ? value : (await ask(question, hint.slice(0, 30).join(', '))).trim()
  const person = await missing(flags.for, 'Who needs it?', choices.people)
  const accounts = words(await missing(flags.account, 'In which account?', choices.accounts))
  const bundle = typeof given === 'string' ? await missing('', 'Which bundle?', choices.bundles) : ''
  const what = typeof given === 'string' ? { bundle } : given
  const timed = flags.duration !== '' || flags.until !== ''
  const duration =
    timed || ask === null ? flags.duration : (await ask('For how long?', '2h; empty: as the bundle says')).trim()
  const reason = await missing(flags.reason, 'Why?', [])
  const lacking = [
    ...(person === '' ? ['--for'] : []),
    ...(accounts.length === 0 ? ['--account'] : []),
    ...(typeof given === 'string' && bundle === ''
      ? ['--bundle (or --policy, --role, --group, --permission-set, --resource, --actions)']
      : []),
  ]
  if (lacking.length > 0) return `Say also: ${lacking.join(', ')}.`
  return {
    ...NO_WISH,
    for: person,
    reason: orNull(reason),
    ticket: orNull(flags.ticket),
    duration: orNull(duration),
    from: orNull(flags.from),
    until: orNull(flags.until),
    breakGlass: flags.breakGlass,
    access: [{ account: accounts.length === 1 ? (accounts[0] ?? '') : accounts, what }],
  }
}
