// What Okta costs: a run with nothing to do beside 10,000 people, 50 people let into AWS, and nothing where there is none.

import { known } from '../../core/model/edge-error.ts'
import { openAws } from '../../edges/aws/aws.ts'
import { openOkta } from '../../edges/okta/okta.ts'
import { scopesFor } from '../../entry/clouds.ts'
import { OIDC } from '../../entry/commands/demo/company.ts'
import { OKTA_CREDENTIAL } from '../../entry/commands/demo/company-okta.ts'
import type { Ports } from '../../flow.ts'
import { modesOf } from '../../modes/index.ts'
import type { JournalEntry } from '../../sandbox/journal.ts'
import { FEDERATED, OKTA_GROUPS, OKTA_PEOPLE, oktaGroupAt, personAt, USUAL } from './company.ts'
import { given } from './given.ts'
import { type Ground, land, openGround, openPorts, SMALL, START } from './ground.ts'
import { requestsOf } from './requests.ts'
import { type Bench, held, type Row, seconds, told } from './row.ts'
import { trusting } from './standing.ts'

const MINUTE = 60
const STANDING = 40
const NEW = 50
/** Members of a group: more than one page of them would be. */
const MEMBERS = 250

const email = (at: number): string => (at < FEDERATED.people ? personAt(at) : `somebody-${at}@bench.example`)

/** Everybody of the company, and many more; each group with its own 250 people. */
const crowd = () => ({
  people: Object.fromEntries(
    Array.from({ length: OKTA_PEOPLE - FEDERATED.people }, (_, at) => [email(at + FEDERATED.people), {}]),
  ),
  groups: Array.from({ length: OKTA_GROUPS }, (_, at) => ({
    name: oktaGroupAt(at),
    members: Array.from({ length: MEMBERS }, (_, member) =>
      email(at < 5 && member < 3 ? at + member * 20 : FEDERATED.people + ((at * 47 + member) % 9000)),
    ),
  })),
})

/** The same modes on a clock that the waiting moves on; what it waited is told in seconds. */
const hurried = (ports: Ports, { company }: Ground, waited: number[]): Ports => ({
  ...ports,
  modes: async (settings, open) => {
    // Asked first, since the world's clock is read with it.
    await ports.modes(settings, open)
    if (settings.aws === null || settings.okta === null) return []
    const { sandbox } = company
    const environment = {
      AWS_ENDPOINT_URL: `${sandbox.url}/aws`,
      OKTA_ENDPOINT_URL: `${sandbox.url}/okta`,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${sandbox.url}/github/oidc?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: OIDC.apply,
    }
    const setSecret = (): void => undefined
    const aws = openAws({
      integration: settings.aws,
      installation: settings.installation,
      job: 'apply',
      run: 'bench',
      environment,
      setSecret,
      pause: { sleep: async () => undefined, random: () => 0 },
      ticks: () => 0,
    })
    const okta = openOkta({
      host: settings.okta.host,
      secret: async () => known(OKTA_CREDENTIAL),
      scopes: scopesFor('apply', settings.okta),
      environment,
      setSecret,
      pause: {
        sleep: async (milliseconds) => sandbox.clock.advance(Math.ceil(milliseconds / 1000)),
        random: () => 0,
      },
      runner: () => sandbox.clock.now() * 1000,
      waiting: (some) => waited.push(some),
    })
    return modesOf({ settings, knowledge: ports.knowledge, edges: { aws, okta } })
  },
})

const ofOkta = (asked: readonly JournalEntry[]): readonly JournalEntry[] => asked.filter(({ part }) => part === 'okta')

const APP_USERS = '/api/v1/apps/{appId}/users'
const isAppUser = ({ op }: JournalEntry): boolean => op.includes(APP_USERS)
const isLate = ({ status }: JournalEntry): boolean => status === 429

async function rows(tools: Parameters<Bench>[0]): Promise<readonly Row[]> {
  const ground = await openGround(FEDERATED, tools, {}, crowd())
  try {
    const { sandbox } = ground.company
    tools.tell(`${NEW} people let into AWS through Okta, ${STANDING} into groups`)
    land(ground, requestsOf(FEDERATED, NEW, 'pooled', 'duration: 1d'), START - MINUTE)
    const waited: number[] = []
    const since = sandbox.journal.entries().at(-1)?.n ?? 0
    await given(hurried(trusting(await openPorts(ground)), ground, waited), 'roles')
    const asked = ofOkta(sandbox.journal.since(since))
    const each = asked.filter(isAppUser).length / NEW
    const late = asked.filter(isLate).length
    const memberships = requestsOf(FEDERATED, STANDING, 'memberships', 'duration: 1d').map(({ path, text }) => ({
      path: path.replace('ask-', 'join-'),
      text,
    }))
    land(ground, memberships, sandbox.clock.now() - MINUTE)
    await given(hurried(trusting(await openPorts(ground)), ground, []), 'memberships')
    sandbox.clock.advance(10 * MINUTE)
    tools.tell('a run with nothing to do')
    const idle = await ground.run('apply')
    const quiet = ofOkta(idle.asked)
    const changed = quiet.filter(({ writes, op }) => writes && !op.endsWith('/token'))
    if (idle.code !== 0 || changed.length > 0)
      throw new Error(`there was something to do (exit ${idle.code}): ${idle.stdout.slice(-3000)}`)
    const lists = quiet.filter(({ op }) => op === 'GET /api/v1/groups/{groupId}/users')
    const read = new Set(lists.map(({ input }) => String(input['groupId'])))
    const people = quiet.filter(
      ({ op }) => /users\/\{id\}$|users$/.test(op) && !op.includes('groups') && !op.includes('apps'),
    )
    return [
      held(
        `app-user calls a grant, ${NEW} grants through Okta`,
        `${each.toFixed(2)} (read, written, read again)`,
        '≤ 3',
        each <= 3,
      ),
      held(
        '… refused for more than the client’s half of 100 a minute',
        `${late}, having waited ${waited.length} times`,
        '0, by waiting',
        late === 0 && waited.length > 0,
      ),
      held(
        `groups read of ${OKTA_GROUPS} with nothing to do: 5 decide, 10 are held by somebody`,
        `${read.size} in ${lists.length} pages`,
        '15',
        read.size === 15,
      ),
      held(
        `people read of ${OKTA_PEOPLE} (${NEW + STANDING} grants, ${FEDERATED.people} in people.yaml)`,
        String(people.length),
        `≤ ${FEDERATED.people}`,
        people.length <= FEDERATED.people,
      ),
      told('… calls to Okta in all, and time', `${quiet.length}, ${seconds(idle.wall)}`),
    ]
  } finally {
    await ground.close()
  }
}

/** A company without Okta loads nothing of it, whatever it does. */
async function without(tools: Parameters<Bench>[0]): Promise<readonly Row[]> {
  const ground = await openGround({ ...USUAL, ...SMALL }, tools)
  try {
    tools.tell('a run without Okta')
    const run = await ground.run('apply')
    const loaded = tools.bundle.files.filter(
      ({ path, packages }) => run.loaded.includes(path) && packages.some((one) => one.startsWith('@okta')),
    )
    return [
      held(
        'files of Okta’s SDK that a run without Okta loads',
        `${loaded.length} of ${run.loaded.length}`,
        '0',
        run.code === 0 && run.loaded.length > 0 && loaded.length === 0,
      ),
    ]
  } finally {
    await ground.close()
  }
}

export const okta: Bench = async (tools) => [...(await rows(tools)), ...(await without(tools))]
