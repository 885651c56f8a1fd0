// What Identity Center costs: 1,000 grants with nothing to do, 200 new ones, and thousands of sets of others.

import { instantOf } from '../../core/model/time.ts'
import { openAws } from '../../edges/aws/aws.ts'
import { gitLedger } from '../../edges/git/ledger.ts'
import { OIDC, REPOSITORY, TOKEN } from '../../entry/commands/demo/company.ts'
import { FILE, written } from '../../entry/set-names.ts'
import type { Ports } from '../../flow.ts'
import { modesOf } from '../../modes/index.ts'
import type { SetDraft } from '../../sandbox/aws/identity-center/build.ts'
import { assignmentsIn } from '../../sandbox/aws/identity-center/build.ts'
import type { JournalEntry } from '../../sandbox/journal.ts'
import { CENTERED } from './company.ts'
import { given } from './given.ts'
import { count, type Ground, land, openGround, openPorts, START } from './ground.ts'
import { requestsOf } from './requests.ts'
import { type Bench, held, type Row, seconds, times, told } from './row.ts'
import { trusting } from './standing.ts'

const MANY = 1000
const NEW = 200
const FOREIGN = 2000
const MINUTE = 60

/** The same modes on a clock that waits for nobody, so that a thousand grants are there in seconds. */
const unhurried = (ports: Ports, { company }: Ground): Ports => ({
  ...ports,
  modes: async (settings, open) => {
    // Asked first, since the world's clock is read with it.
    await ports.modes(settings, open)
    if (settings.aws === null) return []
    const aws = openAws({
      integration: settings.aws,
      installation: settings.installation,
      job: 'apply',
      run: 'bench',
      environment: {
        AWS_ENDPOINT_URL: `${company.sandbox.url}/aws`,
        ACTIONS_ID_TOKEN_REQUEST_URL: `${company.sandbox.url}/github/oidc?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: OIDC.apply,
      },
      setSecret: () => undefined,
      pause: { sleep: async () => undefined, random: () => 0 },
      ticks: () => 0,
    })
    return modesOf({ settings, knowledge: ports.knowledge, edges: { aws, okta: null } })
  },
})

/** What the run before would have kept: the names of all sets. */
async function keepNames({ company }: Ground): Promise<void> {
  const { url, world, clock } = { ...company.sandbox, world: company.sandbox.world() }
  const names = Object.entries(world.aws.identityCenter?.sets ?? {}).map(([arn, { name }]): [string, string] => [
    arn,
    name,
  ])
  const ledger = gitLedger({
    remote: { url: `${url}/git/${REPOSITORY}.git`, token: TOKEN },
    branch: 'daypass-ledger',
    directory: null,
  })
  const text = written(new Map(names.sort(([a], [b]) => (a < b ? -1 : 1))))
  const kept = await ledger.append([], instantOf(clock.now()), 'bench', new Map([[FILE, text]]))
  if (kept.is === 'unknown') throw new Error(kept.because.said)
}

const aws = (asked: readonly JournalEntry[]): readonly JournalEntry[] =>
  asked.filter(({ part }) => ['iam', 'sts', 'sso', 'identitystore', 'organizations'].includes(part))

/** Further pages of lists, which grow with the organisation and not with what Daypass gives. */
const PAGED = ['ListUsers', 'ListAccounts', 'ListPermissionSets', 'ListInstances']
const pagesIn = (asked: readonly JournalEntry[]): number => asked.filter(({ op }) => PAGED.includes(op)).length

const sets = (foreign: number): Readonly<Record<string, SetDraft>> =>
  Object.fromEntries([
    ['Reader', { sessionDuration: 'PT1H' }] as const,
    ...Array.from({ length: foreign }, (_, at) => [`Theirs-${at}`, {}] as const),
  ])

async function idle(ground: Ground, what: string) {
  await keepNames(ground)
  const run = await ground.run('apply')
  const changed = run.asked.filter(({ part, writes }) => writes && (part === 'sso' || part === 'iam'))
  if (run.code !== 0 || changed.length > 0)
    throw new Error(`${what}: there was something to do (exit ${run.code}): ${run.stdout.slice(-3000)}`)
  return run
}

async function standingRows(tools: Parameters<Bench>[0]): Promise<readonly Row[]> {
  const ground = await openGround(CENTERED, tools, { sets: sets(0) })
  try {
    const { sandbox } = ground.company
    tools.tell(`${MANY} grants through Identity Center`)
    land(ground, requestsOf(CENTERED, MANY, 'centered', 'duration: 1d'), START - MINUTE)
    await given(unhurried(trusting(await openPorts(ground)), ground), 'standing')
    const there = assignmentsIn(sandbox.world().aws).length
    sandbox.clock.advance(10 * MINUTE)
    tools.tell('a run with nothing to do')
    const alone = await idle(ground, 'alone')
    const calls = aws(alone.asked).length
    const pages = pagesIn(alone.asked)
    sandbox.change((world) => {
      const center = world.aws.identityCenter
      if (center === undefined) return world
      const more = Array.from({ length: FOREIGN }, (_, at) => {
        const arn = `${center.instanceArn.replace(':instance/', ':permissionSet/')}/ps-${String(at).padStart(16, 'f')}`
        const theirs = {
          name: `Theirs-${at}`,
          sessionDuration: 'PT1H',
          tags: {},
          managed: [],
          customer: [],
          created: 0,
          roles: {},
        }
        return [arn, theirs] as const
      })
      return {
        ...world,
        aws: { ...world.aws, identityCenter: { ...center, sets: { ...center.sets, ...Object.fromEntries(more) } } },
      }
    })
    tools.tell(`the same beside ${FOREIGN} sets of others`)
    const crowded = await idle(ground, 'crowded')
    const more = aws(crowded.asked).length - calls
    const each = (calls - pages) / CENTERED.people
    return [
      held(
        `AWS calls a person with nothing to do for ${there} assignments of ${CENTERED.people} people in ${CENTERED.accounts} accounts`,
        `${each.toFixed(2)}, and ${pages} pages (${count(alone.asked, 'sso')} SSO, ${count(alone.asked, 'iam')} IAM, ${count(alone.asked, 'sts')} STS)`,
        '≤ 2 and pages',
        each <= 2,
      ),
      told('… time', seconds(alone.wall)),
      held(
        `… ${FOREIGN} sets of others beside them`,
        `${more} calls more, ${times(crowded.wall / alone.wall)} the time`,
        `≤ ${FOREIGN / 100} pages`,
        more <= FOREIGN / 100,
      ),
    ]
  } finally {
    await ground.close()
  }
}

/** Calls that the API asks for at the least, by what is given: made, written, (attached,) assigned, and asked once whether it is done. */
const LEAST: Readonly<Record<string, number>> = {
  CreatePermissionSet: 1,
  PutInlinePolicyToPermissionSet: 1,
  AttachManagedPolicyToPermissionSet: 1,
  AttachCustomerManagedPolicyReferenceToPermissionSet: 1,
  CreateAccountAssignment: 2,
}

async function givingRows(tools: Parameters<Bench>[0]): Promise<readonly Row[]> {
  const ground = await openGround(CENTERED, tools, { sets: sets(0) })
  try {
    const { sandbox } = ground.company
    // An assignment takes as long as ten further calls; every fiftieth call is throttled.
    sandbox.change((world) => {
      const center = world.aws.identityCenter
      return center === undefined
        ? world
        : { ...world, aws: { ...world.aws, identityCenter: { ...center, settles: { calls: 10 } } } }
    })
    sandbox.faults.add({ when: { part: 'sso', every: 50 }, do: 'throttle' })
    tools.tell(`${NEW} new grants at AWS's pace`)
    land(ground, requestsOf(CENTERED, NEW, 'centered', 'duration: 1d'), START - MINUTE)
    const since = sandbox.journal.entries().at(-1)?.n ?? 0
    const started = performance.now()
    await given(trusting(await openPorts(ground)), 'giving')
    const wall = (performance.now() - started) / 1000
    const asked = sandbox.journal.since(since).filter(({ part }) => part === 'sso')
    const throttled = asked.filter(({ error }) => error === 'throttle').length
    const refused = asked.filter(({ error }) => error === 'ThrottlingException').length
    const done = asked.filter(({ error }) => error === undefined)
    const least = done.reduce((sum, { op }) => sum + (LEAST[op] ?? 0), 0)
    const spent = done.filter(({ op }) => Object.hasOwn(LEAST, op) || op.startsWith('Describe')).length
    return [
      held(
        `calls to give ${NEW} new grants, by the least that the API asks for (${least})`,
        `${spent}: ${times(spent / least)} in ${seconds(wall)}`,
        '≤ 1.25×',
        spent / least <= 1.25,
      ),
      held('… more than ten assignments at once (AWS would refuse)', String(refused), '0', refused === 0),
      held('… calls that were throttled, and made again', `${throttled}, none left`, 'none left', throttled > 0),
    ]
  } finally {
    await ground.close()
  }
}

export const center: Bench = async (tools) => [...(await standingRows(tools)), ...(await givingRows(tools))]
