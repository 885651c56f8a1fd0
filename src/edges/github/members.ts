// Who could use an installation: the organisation's members, or whoever was let into the repository.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Where } from './batches.ts'
import { countOf, fieldsOf, listOf, textOf } from './shapes.ts'

export interface Member {
  readonly id: number
  readonly login: string
  /** As the profile shows them; null: it does not. */
  readonly name: string | null
  readonly email: string | null
}

const PAGE = 100

async function listed({ client }: Where, path: string): Promise<Answer<readonly string[]>> {
  const logins: string[] = []
  for (let page = 1; ; page++) {
    const answer = await client.rest('members', 'GET', `${path}?per_page=${PAGE}&page=${page}`)
    if (answer.is === 'unknown') return answer
    const items = listOf(answer.value)
    if (items === null) return unknown({ kind: 'garbage', call: 'GitHub members', said: 'the answer is no list' })
    logins.push(...items.flatMap((one) => textOf(fieldsOf(one)?.['login']) ?? []))
    if (items.length < PAGE) return known(logins)
  }
}

/** A profile shows a name and an e-mail only where its owner lets it. */
export async function profileOf({ client }: Where, login: string): Promise<Answer<Member>> {
  const answer = await client.rest('a profile', 'GET', `/users/${encodeURIComponent(login)}`)
  if (answer.is === 'unknown') return answer
  const fields = fieldsOf(answer.value)
  const id = countOf(fields?.['id'])
  const name = textOf(fields?.['login'])
  if (id === null || name === null)
    return unknown({ kind: 'garbage', call: 'GitHub a profile', said: `${login} has no id` })
  return known({ id, login: name, name: textOf(fields?.['name']), email: textOf(fields?.['email']) })
}

/** A personal account has no members: then those who were let in count. Bots are nobody. */
export async function memberLogins(where: Where): Promise<Answer<readonly string[]>> {
  const members = await listed(where, `/orgs/${encodeURIComponent(where.owner)}/members`)
  const all =
    members.is === 'known' ? members : await listed(where, `/repos/${where.owner}/${where.name}/collaborators`)
  return all.is === 'unknown' ? all : known(all.value.filter((login) => !login.endsWith('[bot]')))
}
