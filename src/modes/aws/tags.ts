// How resources are tagged now, asked of AWS's tagging API in the regions where they can lie.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import { type TaggedThing, type Tags, tagsKey } from '../../core/model/tags.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import type { Operation } from './operation.ts'
import { regionsOf } from './regions.ts'

const reads = (action: string): Operation => ({
  action,
  resources: ['*'],
  lane: null,
  effect: 'reads',
  jobs: ['apply', 'expire'],
})

/** Where rules look at tags. */
export const TAGS = {
  GetResources: reads('tag:GetResources'),
  /** An ARN that does not tell its region is asked for in all of them. */
  ListRegions: reads('account:ListRegions'),
} as const satisfies Readonly<Record<string, Operation>>

/** Resource Groups Tagging API reference, GetResources: ARNs a call, and characters of each. */
const ARNS = 100
const LONGEST = 1011

/** What one region says: by ARN, each time it was named. */
type Told = ReadonlyMap<string, readonly Tags[]>

const regionIn = (arn: string): string => arn.split(':')[3] ?? ''

interface Asking {
  readonly aws: Aws
  readonly account: string
  readonly region: string
}

/** null: one name twice is not how AWS tags. */
function tagsIn(given: readonly { Key?: string | undefined; Value?: string | undefined }[]): Tags | null {
  const tags = new Map(given.map(({ Key = '', Value = '' }) => [Key, Value]))
  return tags.size === given.length ? tags : null
}

async function askOnce({ aws, account, region }: Asking, arns: readonly string[]): Promise<Answer<Told>> {
  const answer = await aws.tagged(account, region, { ResourceARNList: [...arns] })
  if (answer.is === 'unknown') return answer
  const { PaginationToken: more = '', ResourceTagMappingList: list } = answer.value
  const read = (list ?? []).map(({ ResourceARN = '', Tags = [] }) => ({ arn: ResourceARN, tags: tagsIn(Tags) }))
  const odd = list === undefined || more !== '' || read.some(({ tags }) => tags === null)
  if (odd)
    return unknown({
      kind: 'garbage',
      call: `tagging:GetResources in ${account} (${region})`,
      said: 'the answer is cut, or names a tag twice',
    })
  const byArn = Map.groupBy(read, ({ arn }) => arn)
  return known(new Map([...byArn].map(([arn, all]) => [arn, all.flatMap(({ tags }) => tags ?? [])])))
}

type Answers = ReadonlyMap<string, Answer<readonly Tags[]>>

/** AWS refuses the whole call for one ARN that it dislikes: then the others are asked for without it. */
async function askFor(asking: Asking, arns: readonly string[]): Promise<Answers> {
  if (arns.length === 0) return new Map()
  const told = await askOnce(asking, arns)
  if (told.is === 'known') return new Map(arns.map((arn) => [arn, known(told.value.get(arn) ?? [])]))
  if (told.because.kind !== 'invalid' || arns.length === 1) return new Map(arns.map((arn) => [arn, told]))
  const half = Math.ceil(arns.length / 2)
  const parts = await Promise.all([askFor(asking, arns.slice(0, half)), askFor(asking, arns.slice(half))])
  return new Map(parts.flatMap((part) => [...part]))
}

async function askIn(asking: Asking, arns: readonly string[]): Promise<Answers> {
  const calls: Answers[] = []
  for (let from = 0; from < arns.length; from += ARNS) calls.push(await askFor(asking, arns.slice(from, from + ARNS)))
  return new Map(calls.flatMap((answers) => [...answers]))
}

const sameTags = (some: Tags, others: Tags): boolean =>
  some.size === others.size && [...some].every(([name, value]) => others.get(name) === value)

/** AWS is silent about what was never tagged, and about what it cannot tag: silence is unknown. */
function conclude(arn: string, account: string, answers: readonly Answer<readonly Tags[]>[]): Answer<Tags> {
  const call = `tagging:GetResources in ${account}`
  const found = answers.flatMap((answer) => (answer.is === 'known' ? answer.value : []))
  const [first] = found
  if (first !== undefined && found.every((tags) => sameTags(tags, first))) return known(first)
  if (first !== undefined) return unknown({ kind: 'garbage', call, said: `${arn} is tagged in two ways` })
  const failed = answers.find((answer) => answer.is === 'unknown')
  if (failed?.is === 'unknown') return failed
  return unknown({ kind: 'not-found', call, said: 'AWS tells no tags of it: it may never have borne one' })
}

async function inAccount(
  aws: Aws,
  account: string,
  things: readonly TaggedThing[],
): Promise<readonly [string, Answer<Tags>][]> {
  const arns = [...new Set(things.map(({ arn }) => arn))].filter((arn) => arn.length <= LONGEST).toSorted()
  const anywhere = arns.filter((arn) => regionIn(arn) === '')
  const regions = anywhere.length === 0 ? known([]) : await regionsOf(aws, account)
  const everywhere = regions.is === 'known' ? regions.value : []
  const named = new Set([...arns.map(regionIn).filter((region) => region !== ''), ...everywhere])
  const asked = await Promise.all(
    [...named].map((region) =>
      askIn(
        { aws, account, region },
        arns.filter((arn) => regionIn(arn) === region || (regionIn(arn) === '' && everywhere.includes(region))),
      ),
    ),
  )
  return things.map(({ target, arn }) => {
    const answers = asked.flatMap((answers) => answers.get(arn) ?? [])
    const unasked = regionIn(arn) === '' && regions.is === 'unknown' ? [regions] : []
    return [tagsKey(target, arn), conclude(arn, account, [...answers, ...unasked])]
  })
}

/** Every thing that was asked for is in the answer. */
export async function tagsOf(
  aws: Aws | null,
  things: readonly TaggedThing[],
): Promise<ReadonlyMap<string, Answer<Tags>>> {
  const none = unknown({ kind: 'not-found', call: 'tagging:GetResources', said: 'there is no AWS in the settings' })
  if (aws === null) return new Map(things.map(({ target, arn }) => [tagsKey(target, arn), none]))
  const byAccount = Map.groupBy(things, ({ account }) => account)
  const read = await Promise.all([...byAccount].map(([account, own]) => inAccount(aws, account, own)))
  return new Map(read.flat())
}
