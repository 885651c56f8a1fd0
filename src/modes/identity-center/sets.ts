// Which permission sets there are and what they are called: names are kept from run to run, and never trusted for a write.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { eachOf } from '../any/each.ts'
import { everyPage } from '../aws/pages.ts'

/** ARN of a set → its name, which never changes (SSO Admin API reference, UpdatePermissionSet). */
export type SetNames = ReadonlyMap<string, string>

/** What earlier runs found. Whoever may write there can lie: a name from here is asked for again before anything is written. */
export interface KnownNames {
  readonly names: SetNames
  /** What is there now: written down if it differs. */
  keep(names: SetNames): void
}

export interface Sets {
  /** Reads all of them. Those whose names are known cost nothing but their page. */
  read(instance: string): Promise<Answer<SetNames>>
  /** Asks AWS for these, whatever was known. */
  readAgain(instance: string, arns: readonly string[]): Promise<Answer<SetNames>>
  /** How long sessions of these sets last, in seconds: one call a set that AWS did not tell of in this run. */
  sessionsOf(instance: string, arns: readonly string[]): Promise<Answer<ReadonlyMap<string, number | null>>>
  /** The ARN of a set, which was called so by AWS in this run; `absent` where there is none. */
  arnOf(instance: string, name: string): Promise<Answer<string> | 'absent'>
  learn(name: string, arn: string): void
  forget(name: string): void
}

const PAGE = 100

interface Described {
  readonly name: string
  /** How long a session lasts, in seconds. */
  readonly session: number | null
}

/** `PT1H30M` → seconds; null for what is no such duration. */
function secondsOf(duration: string | undefined): number | null {
  const read = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration ?? '')
  if (read === null) return null
  const [hours = 0, minutes = 0, seconds = 0] = read.slice(1).map((part) => Number(part ?? 0))
  return hours * 3600 + minutes * 60 + seconds
}

async function describe(aws: Aws, instance: string, arn: string): Promise<Answer<Described | null>> {
  const set = await aws.sso('DescribePermissionSet', { InstanceArn: instance, PermissionSetArn: arn })
  if (set.is === 'unknown') return set.because.kind === 'not-found' ? known(null) : set
  const { Name: name, SessionDuration: session } = set.value.PermissionSet ?? {}
  return name === undefined
    ? unknown({ kind: 'garbage', call: 'sso:DescribePermissionSet', said: `${arn} has no name` })
    : known({ name, session: secondsOf(session) })
}

async function arnsOf(aws: Aws, instance: string): Promise<Answer<readonly string[]>> {
  const pages = await everyPage('sso:ListPermissionSets', (next) =>
    aws.sso('ListPermissionSets', {
      InstanceArn: instance,
      MaxResults: PAGE,
      ...(next === undefined ? {} : { NextToken: next }),
    }),
  )
  return pages.is === 'unknown' ? pages : known(pages.value.flatMap(({ PermissionSets }) => PermissionSets ?? []))
}

export function openSets(aws: Aws, kept: KnownNames): Sets {
  const names = new Map<string, string>()
  /** Names that AWS itself told in this run. */
  const told = new Map<string, string>()
  const sessions = new Map<string, number | null>()
  const gone = new Set<string>()

  const ask = async (instance: string, arns: readonly string[]): Promise<Answer<SetNames>> => {
    const answers = await eachOf(arns, async (arn) => ({ arn, set: await describe(aws, instance, arn) }))
    for (const { arn, set } of answers) {
      if (set.is === 'unknown') return set
      if (set.value === null) names.delete(arn)
      else {
        names.set(arn, set.value.name)
        told.set(set.value.name, arn)
        sessions.set(arn, set.value.session)
      }
    }
    return known(names)
  }
  const keep = (): void => kept.keep(new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1))))

  return {
    async read(instance) {
      const arns = await arnsOf(aws, instance)
      if (arns.is === 'unknown') return arns
      names.clear()
      const strange: string[] = []
      for (const arn of arns.value) {
        const name = kept.names.get(arn)
        if (name === undefined) strange.push(arn)
        else names.set(arn, name)
      }
      const asked = await ask(instance, strange)
      if (asked.is === 'known') keep()
      return asked
    },
    async readAgain(instance, arns) {
      const asked = await ask(instance, arns)
      if (asked.is === 'known') keep()
      return asked
    },
    async sessionsOf(instance, arns) {
      const asked = await ask(
        instance,
        arns.filter((arn) => !sessions.has(arn)),
      )
      return asked.is === 'unknown' ? asked : known(sessions)
    },
    async arnOf(instance, name) {
      const sure = told.get(name)
      if (sure !== undefined) return known(sure)
      if (gone.has(name)) return 'absent'
      const guess = [...names].find(([, known]) => known === name)?.[0]
      if (guess !== undefined) {
        const asked = await ask(instance, [guess])
        if (asked.is === 'unknown') return asked
        if (told.get(name) === guess) return known(guess)
      }
      // Made since the list was read, or hidden by a name that was no longer true.
      const arns = await arnsOf(aws, instance)
      if (arns.is === 'unknown') return arns
      const open = guess === undefined ? arns.value.filter((arn) => !names.has(arn)) : arns.value
      const asked = await ask(instance, open)
      if (asked.is === 'unknown') return asked
      const found = told.get(name)
      return found === undefined ? 'absent' : known(found)
    },
    learn(name, arn) {
      names.set(arn, name)
      told.set(name, arn)
      gone.delete(name)
      keep()
    },
    forget(name) {
      const arn = told.get(name)
      if (arn !== undefined) names.delete(arn)
      told.delete(name)
      gone.add(name)
      keep()
    },
  }
}
