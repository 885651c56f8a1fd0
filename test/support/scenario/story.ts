// What each word of a story means.

import { readDuration, readInstant } from '../../../src/core/model/time.ts'
import { throughOkta } from '../../../src/sandbox/access/saml.ts'
import { mayDo, type Who } from '../../../src/sandbox/access.ts'
import { byHand } from './by-hand.ts'
import { type Given, givenOf, mistake, number, text, textOr, texts } from './given.ts'
import { appear, forgeInventory } from './inventory.ts'
import { askMembership, byHandInOkta } from './okta.ts'
import { approve, CHANGE, forgeDirectory, land, loseRecord, merge, propose, pushed } from './people.ts'
import type { Step } from './read.ts'
import { play, preview, refresh } from './run.ts'
import { accountOf, personOf, type Stage, userOf } from './stage.ts'

type Act = (stage: Stage, step: Step) => Promise<void> | void

const given = (step: Step, ...words: readonly string[]): Given => givenOf(step.given, step.at, words)

const sentence = (step: Step): readonly string[] => texts({ at: step.at, value: { it: step.given } }, 'it')

function clock({ company }: Stage, step: Step): void {
  const [said = ''] = sentence(step)
  if (said.startsWith('+')) {
    const seconds = readDuration(said.slice(1))
    if (seconds === null) throw mistake(step.at, 'write a duration like +90m, +2h or +1d')
    company.sandbox.clock.advance(seconds)
    return
  }
  const read = readInstant(said)
  if (read.is !== 'instant') throw mistake(step.at, 'write +2h or 2026-12-01T11:00:00Z')
  company.sandbox.clock.set(read.instant)
}

/** As which principals a person can act in an account: their user, or each permission set that there is. */
function enteringAs(stage: Stage, handle: string, target: string): readonly Who[] {
  const { id: account, mode } = accountOf(stage, target)
  if (mode === 'okta-saml')
    return throughOkta(
      stage.company.sandbox.world(),
      account,
      personOf(stage, handle).email,
      stage.company.sandbox.clock.now(),
    )
  if (mode !== 'identity-center') return [{ account, user: userOf(stage, handle, target)[0] }]
  const { email } = personOf(stage, handle)
  const sets = Object.values(stage.company.sandbox.world().aws.identityCenter?.sets ?? {})
  return sets.map(({ name }) => ({ account, permissionSet: name, storeUser: email }))
}

/** `marta sqs:ReceiveMessage on arn:…`, with ` in prod` where the ARN names no account, and ` with s3:prefix=2026/` for what a call says besides. */
function askAccess(stage: Stage, step: Step, expected: boolean): void {
  for (const said of sentence(step)) {
    const [, handle, action, resource, target, key, value] =
      /^(\S+) (\S+) on (\S+)(?: in (\S+))?(?: with (\S+?)=(\S*))?$/.exec(said) ?? []
    if (handle === undefined || action === undefined || resource === undefined)
      throw mistake(step.at, 'write: marta sqs:ReceiveMessage on arn:… [in prod] [with key=value]')
    const named = stage.company.settings.aws?.accounts.find((one) => one.id === resource.split(':')[4])?.name
    const where = target ?? named
    if (where === undefined) throw mistake(step.at, `${resource} names no account of ours: add \`in <account>\``)
    const { sandbox } = stage.company
    const context = key === undefined ? {} : { context: { [key]: [value ?? ''] } }
    const verdicts = enteringAs(stage, handle, where).map((as) =>
      mayDo(sandbox.world(), { as, action, resource, at: sandbox.clock.now(), ...context }),
    )
    const allowed = verdicts.some((one) => one.allowed)
    const because = verdicts.flatMap((one) => one.because)
    if (allowed !== expected)
      throw new Error(`${step.at}: ${said} is ${allowed ? 'allowed' : 'denied'}: ${because.join('; ')}`)
  }
}

const MISHAPS = {
  ThrottlingException: { status: 429, code: 'ThrottlingException', message: 'Rate exceeded.' },
  ConflictException: { status: 409, code: 'ConflictException', message: 'An earlier write is still under way.' },
  ServiceQuotaExceededException: { status: 402, code: 'ServiceQuotaExceededException', message: 'No more of these.' },
  AccessDenied: { status: 403, code: 'AccessDenied', message: 'Somebody took the permission away.' },
  NoSuchEntity: { status: 404, code: 'NoSuchEntity', message: 'It is not there yet.' },
  E0000006: { status: 403, code: 'E0000006', message: 'You do not have permission to perform the requested action' },
  LimitExceeded: { status: 409, code: 'LimitExceeded', message: 'No more of these.' },
} as const
const isMishap = (word: string): word is keyof typeof MISHAPS => Object.hasOwn(MISHAPS, word)

function fails(stage: Stage, step: Step): void {
  const said = given(step, 'call', 'in', 'with', 'nth')
  const mishap = textOr(said, 'with', 'AccessDenied')
  if (!isMishap(mishap)) throw mistake(step.at, `\`with\` must be one of ${Object.keys(MISHAPS).join(', ')}`)
  const where = textOr(said, 'in', null)
  stage.faulty = said.value['nth'] === undefined ? 'until it works again' : 'once'
  stage.company.sandbox.faults.add({
    when: {
      op: text(said, 'call'),
      ...(where === null ? {} : { where: accountOf(stage, where).id }),
      ...(said.value['nth'] === undefined ? {} : { nth: number(said, 'nth') }),
    },
    do: MISHAPS[mishap],
  })
}

function tells(stage: Stage, step: Step, expected: boolean): void {
  const told = (stage.runs.at(-1)?.end.markdown ?? '').replaceAll('\u200b', '')
  for (const said of sentence(step))
    if (told.includes(said) !== expected)
      throw new Error(`${step.at}: the report ${expected ? 'lacks' : 'has'} “${said}”:\n${told}`)
}

function exits(stage: Stage, step: Step): void {
  const [wanted] = sentence(step)
  const last = stage.runs.at(-1)
  if (String(last?.end.exit) !== wanted)
    throw new Error(`${step.at}: the last run ended with ${last?.end.exit}:\n${last?.end.markdown}`)
}

const ACTS: Readonly<Record<string, Act>> = {
  propose: (stage, step) => {
    propose(stage, given(step, 'by', ...CHANGE))
  },
  approve: (stage, step) => {
    const said = given(step, 'by', 'pull')
    approve(stage, number(said, 'pull'), texts(said, 'by'))
  },
  object: (stage, step) => {
    const said = given(step, 'by', 'pull')
    approve(stage, number(said, 'pull'), texts(said, 'by'), 'CHANGES_REQUESTED')
  },
  merge: (stage, step) => merge(stage, given(step, 'by', 'pull', 'method')),
  land: (stage, step) => land(stage, given(step, 'by', 'approved by', 'method', ...CHANGE)),
  push: (stage, step) => pushed(stage, given(step, 'by', 'pull', ...CHANGE)),
  clock,
  plan: (stage, step) => preview(stage, Number(sentence(step)[0])),
  inventory: refresh,
  apply: (stage) => play(stage, 'apply'),
  expire: (stage) => play(stage, 'expire'),
  exits,
  tells: (stage, step) => tells(stage, step, true),
  'tells not': (stage, step) => tells(stage, step, false),
  may: (stage, step) => askAccess(stage, step, true),
  'may not': (stage, step) => askAccess(stage, step, false),
  'in okta': (stage, step) => {
    for (const said of sentence(step)) askMembership(stage, said, step.at, true)
  },
  'not in okta': (stage, step) => {
    for (const said of sentence(step)) askMembership(stage, said, step.at, false)
  },
  'by hand in okta': (stage, step) => byHandInOkta(stage, step.given, step.at),
  'by hand': (stage, step) => byHand(stage, step.given, step.at),
  fails,
  'works again': (stage) => {
    stage.company.sandbox.faults.clear()
    stage.faulty = 'no'
  },
  'the kept directory says': (stage, step) => forgeDirectory(stage, given(step, 'by', 'group', 'members')),
  'the inventory says': (stage, step) => forgeInventory(stage, given(step, 'by', 'place', 'lines')),
  appears: (stage, step) => appear(stage, given(step, 'resource', 'in', 'region', 'tags')),
  'the record is lost': loseRecord,
}

/** One step of a story. */
export async function tellStep(stage: Stage, step: Step): Promise<void> {
  const act = ACTS[step.word]
  if (act === undefined) throw mistake(step.at, `no such word; possible: ${Object.keys(ACTS).join(', ')}`)
  await act(stage, step)
}

export async function tell(stage: Stage): Promise<void> {
  for (const step of stage.scenario.story) await tellStep(stage, step)
}
