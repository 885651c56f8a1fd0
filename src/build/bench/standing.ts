// What a run costs when very many grants are active and there is nothing to do.

import type { Verdict } from '../../core/approval/proof-verdict.ts'
import type { VersionId } from '../../core/model/id.ts'
import { instantOf, later } from '../../core/model/time.ts'
import type { Call } from '../../core/plan/provisioner.ts'
import { type Ports, reconcile } from '../../flow.ts'
import { USUAL } from './company.ts'
import { count, type Ground, land, openGround, openPorts, START } from './ground.ts'
import { made } from './made.ts'
import { requestsOf } from './requests.ts'
import { type Bench, held, megabytes, seconds, told } from './row.ts'

const MANY = 10_000
const MINUTE = 60

const proved = (version: VersionId): Verdict => ({
  is: 'proved',
  proof: {
    version,
    pull: 1,
    author: 1,
    reviews: [],
    mergedAt: instantOf(START),
    window: { from: instantOf(START), until: instantOf(START) },
    way: 'auto',
    afterwards: null,
    rule: 'sandbox',
    settingsAtLanding: '0'.repeat(40),
    settingsNow: '0'.repeat(40),
  },
})

/** Takes the proof for given, and all the time that there is: what AWS is asked is what counts. */
export const trusting = (ports: Ports): Ports => ({
  ...ports,
  stopAt: later(ports.clock(), 365 * 24 * 60 * MINUTE),
  tell: null,
  prove: async (_reading, _deciding, versions) => ({
    verdicts: new Map([...versions].map((version) => [version, proved(version)])),
    examinations: new Map(),
    settings: null,
    alarms: [],
    reminders: [],
  }),
})

/** Gives everything as the product would, but takes its word for the proof and puts the calls into the world at once. */
async function giveAll(ground: Ground): Promise<void> {
  const { sandbox } = ground.company
  const ports = await openPorts(ground)
  const calls: Call[] = []
  const collecting: Ports = {
    ...trusting(ports),
    modes: async (settings, open) =>
      (await ports.modes(settings, open)).map((mode) => ({
        ...mode,
        perform: async (call) => {
          calls.push(call)
          return { is: 'done' }
        },
      })),
  }
  const run = await reconcile(collecting)
  if (run.is === 'unknown') throw new Error(run.because.said)
  const undone = run.value.outcomes.filter((outcome) => outcome.is !== 'done')
  if (undone.length > 0 || run.value.plan.blocked.length > 0)
    throw new Error(`not all was given: ${JSON.stringify([undone[0], run.value.plan.blocked[0], run.value.alarms])}`)
  // As if GitHub had been told of all of it.
  const record = await ports.readLedger()
  if (record.is === 'unknown') throw new Error(record.because.said)
  await ports.remember([{ is: 'told', through: record.value.lines, untold: [] }])
  sandbox.change((world) => ({ ...world, aws: made(world.aws, calls, sandbox.clock.now()) }))
}

export const standing: Bench = async (tools) => {
  const ground = await openGround(USUAL, tools)
  try {
    const { sandbox } = ground.company
    tools.tell(`${MANY} requests`)
    land(ground, requestsOf(USUAL, MANY, 'single', 'duration: 1d'), START - MINUTE)
    tools.tell('giving what they ask for')
    await giveAll(ground)
    sandbox.clock.advance(10 * MINUTE)
    tools.tell('a run with nothing to do')
    const run = await ground.run('apply')
    const written = run.asked.filter(({ part, writes }) => writes && (part === 'iam' || part === 'git'))
    if (run.code !== 0 || written.length > 0)
      throw new Error(
        `there was something to do (exit ${run.code}, ${written.length} writes): ${run.stdout.slice(-3000)}`,
      )
    const pages = count(run.asked, 'iam', 'GetAccountAuthorizationDetails')
    const accounts = new Set(run.asked.filter(({ part }) => part === 'iam').map(({ where }) => where)).size
    const aws = count(run.asked, 'iam') + count(run.asked, 'sts')
    const each = (aws - (pages - accounts)) / accounts
    // The one look whether anything waits is no evidence; the bench of the loop counts it.
    const others = run.asked.filter(({ op }) => op === 'DaypassWatch' || /oidc|token/i.test(op)).length
    const github = count(run.asked, 'github') - others
    return [
      held(
        `AWS calls an account with nothing to do for ${MANY} grants in ${accounts} accounts`,
        `${each.toFixed(2)}, and ${((pages - accounts) / accounts).toFixed(1)} further pages`,
        '≤ 3 and pages',
        each <= 3,
      ),
      held('… GitHub calls for evidence', String(github), '0', github === 0),
      told('… time and memory', `${seconds(run.wall)}, ${megabytes(run.bytes)}`),
    ]
  } finally {
    await ground.close()
  }
}
