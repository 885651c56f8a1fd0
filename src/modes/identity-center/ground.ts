// Who holds what in Identity Center, for the people and sets that matter here.

import type { Fact, Need, Recorded } from '../../core/plan/provisioner.ts'
import { sure } from '../any/sure.ts'
import { type Row, rowsOfPairs, rowsOfSets, rowsOfUsers } from './assignments.ts'
import type { Center } from './center.ts'
import { setsNamed } from './facts.ts'
import { isOfInstallation, readKey } from './naming.ts'
import type { Observing } from './observing.ts'
import { type Named, namedAsOurs, recordedSets } from './own-sets.ts'
import type { SetNames } from './sets.ts'

/** Users whose assignments are looked at: whom grants are for, and who holds what the record knows. */
export function watchedUsers(facts: readonly Fact[], recorded: Recorded): readonly string[] {
  const asked = facts.flatMap((fact) => (fact.is === 'found' && fact.need.what === 'identity' ? [fact.id] : []))
  const held = [...recorded].flatMap(([key, identity]) => {
    const read = readKey(key)
    if (read === null) return []
    return read.is === 'assignment' ? [read.userId] : identity === null ? [] : [identity]
  })
  return [...new Set([...asked, ...held])].sort()
}

/** Sets that are not ours and matter here: asked for in an account, or recorded there. */
function pairsOfOthers(asked: Observing, needs: readonly Need[], names: SetNames, recorded: Recorded) {
  const accountOf = new Map(asked.accounts.map(({ target, account }) => [target, account]))
  const wanted = needs.flatMap(({ what, target, name }) =>
    what === 'permissionSet'
      ? setsNamed(names, name).map(([set]) => ({ account: accountOf.get(target) ?? '', set }))
      : [],
  )
  const known = [...recorded.keys()].flatMap((key) => {
    const read = readKey(key)
    return read?.is === 'assignment'
      ? [...names].flatMap(([set, name]) => (name === read.set ? [{ account: read.account, set }] : []))
      : []
  })
  return [...new Map([...wanted, ...known].map((one) => [`${one.account} ${one.set}`, one])).values()]
}

export interface Ground {
  readonly center: Center
  readonly names: SetNames
  readonly ours: readonly Named[]
  readonly rows: readonly Row[]
  readonly pairs: readonly { readonly account: string; readonly set: string }[]
}

/** From the management account a call a person tells everything; from a delegated one each set is asked for. */
export async function readRows(
  asked: Observing,
  center: Center,
  names: SetNames,
  users: readonly string[],
  needs: readonly Need[],
  recorded: Recorded,
): Promise<Ground> {
  const { aws, installation, sets } = asked
  const { instance } = center
  const byUser = center.askedFrom === 'management' ? sure(await rowsOfUsers(aws, instance, users)) : []
  const hidden = [...recordedSets(recorded.keys()).keys()].some((name) => ![...names.values()].includes(name))
  // A name that somebody wrote into the cache could hide a set of ours: those that our people hold are asked for again.
  const strange = new Set(
    byUser.map(({ set }) => set).filter((set) => !isOfInstallation(names.get(set) ?? '', installation)),
  )
  const now = hidden
    ? sure(
        await sets.readAgain(
          instance,
          [...strange].filter((set) => names.has(set)),
        ),
      )
    : names
  const ours = namedAsOurs(now, installation)
  const explained = new Set(byUser.map(({ set }) => set))
  const bySet = sure(
    await rowsOfSets(
      aws,
      instance,
      ours.map(({ arn }) => arn).filter((arn) => !explained.has(arn)),
    ),
  )
  const pairs = pairsOfOthers(asked, needs, now, recorded)
  const byPair = center.askedFrom === 'management' ? [] : sure(await rowsOfPairs(aws, instance, pairs))
  return { center, names: now, ours, rows: [...byUser, ...bySet, ...byPair], pairs }
}
