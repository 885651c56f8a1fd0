// What Okta says of people: groups that rules use, each read once and whole, and single people who are named.

import { type Directory, type Listed, plainEmail } from '../../core/model/directory.ts'
import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { DirectorySettings } from '../../core/model/settings.ts'
import { groupsCalled } from './find-group.ts'
import { LEFT, OUT, usersCalled } from './find-user.ts'
import type { Okta } from './okta.ts'
import { listGroupUsers } from './operations.ts'
import type { OktaUser } from './shapes.ts'

export interface ToList {
  readonly okta: Okta
  readonly match: 'login' | 'email'
  readonly told: Pick<DirectorySettings, 'github' | 'manager'>
}

export interface DirectoryEdge {
  /** `groups` by their names in Okta. What was read before in this run is not asked for again. */
  read(needs: { readonly groups: readonly string[]; readonly emails: readonly string[] }): Promise<Answer<Directory>>
}

/** A number, or a text that is one: profiles of either type exist. */
function accountIn(value: unknown): number | null {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : 0
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

function listed({ match, told }: ToList, user: OktaUser): Listed {
  const id = told.github === null ? null : accountIn(user.profile[told.github.id])
  const login = told.github === null ? null : textIn(user.profile[told.github.login])
  const manager = told.manager === null ? null : textIn(user.profile[told.manager])
  return {
    email: plainEmail(match === 'login' ? user.login : user.email),
    out: OUT[user.status]?.says ?? null,
    github: id === null || login === null ? null : { id, login },
    manager: manager?.includes('@') === true ? plainEmail(manager) : null,
  }
}

type Members = Answer<readonly Listed[]>

/** A group that is gone, or two of one name, leave open who may approve: that is not the same as nobody. */
async function membersOf(asked: ToList, name: string): Promise<Members> {
  const groups = await groupsCalled(asked.okta, name)
  if (groups.is === 'unknown') return groups
  const [group, other] = groups.value
  if (group === undefined || other !== undefined)
    return unknown({
      kind: 'not-found',
      call: 'okta:listGroups',
      said: `${group === undefined ? 'there is no group' : 'there are several groups'} ${JSON.stringify(name)}, which directory.groups in integrations/okta.yaml names`,
    })
  const users = await asked.okta.list(listGroupUsers, { groupId: group.id })
  return users.is === 'unknown' ? users : known(users.value.map((user) => listed(asked, user)))
}

/** Nobody is no statement: people whom Okta does not know may be in people.yaml all the same. */
async function personCalled(asked: ToList, email: string): Promise<Answer<Listed | null>> {
  const users = await usersCalled(asked.okta, asked.match, email)
  if (users.is === 'unknown') return users
  const here = users.value.filter(({ status }) => status !== LEFT)
  const [user, other] = here.length === 0 ? users.value : here
  if (user === undefined) return known(null)
  const one = listed(asked, user)
  return known(other === undefined ? one : { ...one, out: 'is several people in Okta', github: null })
}

const remembered = <T>(ask: (name: string) => Promise<Answer<T>>): ((name: string) => Promise<Answer<T>>) => {
  const kept = new Map<string, Promise<Answer<T>>>()
  return (name) => {
    const there = kept.get(name) ?? ask(name)
    kept.set(name, there)
    return there
  }
}

export function openDirectory(asked: ToList): DirectoryEdge {
  const group = remembered((name) => membersOf(asked, name))
  const person = remembered((email) => personCalled(asked, email))

  /** Managers are asked about as well: whoever has left approves nothing. */
  async function peopleCalled(emails: readonly string[]): Promise<Answer<readonly Listed[]>> {
    const found = new Map<string, Listed>()
    const round = async (some: readonly string[]): Promise<Answer<null>> => {
      for (const answer of await Promise.all(some.map(person))) {
        if (answer.is === 'unknown') return answer
        if (answer.value !== null) found.set(answer.value.email, answer.value)
      }
      return known(null)
    }
    const first = await round(emails)
    if (first.is === 'unknown') return first
    const managers = [...found.values()].flatMap(({ manager }) => manager ?? []).filter((email) => !found.has(email))
    const second = await round([...new Set(managers)])
    return second.is === 'unknown' ? second : known([...found.values()])
  }

  return {
    async read({ groups, emails }) {
      const people = await peopleCalled(emails)
      if (people.is === 'unknown') return people
      const all = new Map<string, Listed>()
      const rolls = new Map<string, readonly string[]>()
      for (const name of groups) {
        const members = await group(name)
        if (members.is === 'unknown') return members
        rolls.set(name, members.value.map(({ email }) => email).sort())
        for (const one of members.value) all.set(one.email, one)
      }
      for (const one of people.value) all.set(one.email, one)
      return known({ people: new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1))), groups: rolls })
    },
  }
}
