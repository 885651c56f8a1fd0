// Which sets and assignments are ours, or were named, and how they stand: pure, from what was read.

import type { HoldingKey, TargetId } from '../../core/model/id.ts'
import type { Mark, Observed } from '../../core/plan/provisioner.ts'
import { markOf } from '../aws/container.ts'
import { UNREADABLE } from '../aws/signature.ts'
import type { Row } from './assignments.ts'
import { assignee, type Content, contentDigest, type Portal, type SetContent } from './content.ts'
import type { Permitted } from './contents.ts'
import { assignmentKey, MODE, scopeOf, setKey } from './naming.ts'
import type { StoreUser } from './people.ts'

/** A set of ours, as far as it could be read. */
export interface OwnSet {
  readonly arn: string
  readonly name: string
  /** The account it was made for. */
  readonly account: string
  /** The version that its tags tell; null: they were not asked. */
  readonly version: string | null
  readonly permitted: Permitted
}

export interface Recognising {
  /** Accounts that are looked after, with the name of each. */
  readonly targets: ReadonlyMap<string, TargetId>
  readonly own: readonly OwnSet[]
  readonly rows: readonly Row[]
  /** Being made or unmade now. */
  readonly underWay: readonly Row[]
  /** ARN → name, of sets that are not ours. */
  readonly names: ReadonlyMap<string, string>
  readonly sessions: ReadonlyMap<string, number | null>
  readonly users: ReadonlyMap<string, StoreUser>
  readonly portal: Portal
  /** Told even though they are not ours: what the record knows, and what is asked for. */
  readonly told: (key: HoldingKey) => boolean
}

const userName = ({ users }: Recognising, id: string): string => users.get(id)?.UserName ?? id

const sameRow = (a: Row, b: Row): boolean =>
  a.account === b.account && a.set === b.set && a.type === b.type && a.id === b.id

function marked(content: SetContent, version: string | null): Mark {
  const mark = markOf(content.document)
  return mark.version === UNREADABLE && version !== null ? { version, expires: mark.expires } : mark
}

function setOf(from: Recognising, one: OwnSet, target: TargetId): Observed<Content> {
  const rows = from.rows.filter(({ set }) => set === one.arn)
  const assigned = rows.map(({ account, type, id }) => assignee(account, type, id)).sort()
  const [first] = rows
  const content: SetContent = {
    is: 'set',
    account: one.account,
    name: one.name,
    ...one.permitted,
    assigned,
    made: { description: '', person: '', version: '' },
    portal: from.portal,
  }
  const moving = from.underWay.some(({ set }) => set === one.arn)
  const who = rows.map(({ type, id }) => (type === 'USER' ? userName(from, id) : `group ${id}`)).sort()
  return {
    key: setKey(one.account, one.name),
    mode: MODE,
    target,
    scope: scopeOf(one.account),
    state: moving ? 'pending' : rows.length === 0 ? 'remains' : 'there',
    mark: marked(content, one.version),
    identity: rows.length === 1 && first?.type === 'USER' ? first.id : null,
    content,
    digest: contentDigest(content),
    says:
      rows.length === 0
        ? `unassigned permission set ${one.name} for ${target}`
        : `permission set ${one.name} assigned to ${who.join(', ')} in ${target}`,
  }
}

const hours = (seconds: number): string =>
  seconds % 3600 === 0 ? `${seconds / 3600} h` : `${Math.round(seconds / 60)} min`

function assignmentOf(from: Recognising, row: Row, state: 'there' | 'pending'): readonly Observed<Content>[] {
  const target = from.targets.get(row.account)
  const name = from.names.get(row.set)
  if (target === undefined || name === undefined || row.type !== 'USER') return []
  const key = assignmentKey(row.account, row.id, name)
  if (!from.told(key)) return []
  const session = from.sessions.get(row.set) ?? null
  const user = userName(from, row.id)
  const content: Content = {
    is: 'assignment',
    account: row.account,
    userId: row.id,
    user,
    set: name,
    portal: from.portal,
    session,
  }
  const lives = session === null ? '' : ` (a session that is open can live up to ${hours(session)} longer)`
  return [
    {
      key,
      mode: MODE,
      target,
      scope: scopeOf(row.account),
      state,
      mark: null,
      identity: row.id,
      content,
      digest: contentDigest(content),
      says: `permission set ${name} assigned to ${user} in ${target}${lives}`,
    },
  ]
}

/** Sorted by key. */
export function recognise(from: Recognising): readonly Observed<Content>[] {
  const own = new Set(from.own.map(({ arn }) => arn))
  const sets = from.own.flatMap((one) => {
    const target = from.targets.get(one.account)
    return target === undefined ? [] : [setOf(from, one, target)]
  })
  const moving = from.underWay.filter(({ set }) => !own.has(set))
  const standing = from.rows.filter((row) => !own.has(row.set) && !moving.some((one) => sameRow(one, row)))
  const assignments = [
    ...standing.flatMap((row) => assignmentOf(from, row, 'there')),
    ...moving.flatMap((row) => assignmentOf(from, row, 'pending')),
  ]
  return [...sets, ...assignments].sort((a, b) => (a.key < b.key ? -1 : 1))
}
