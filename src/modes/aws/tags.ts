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
  /** Nobody is asked in a region that the account has not; an ARN that does not tell its region is asked for in all of them. */
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

type Raw = Readonly<Record<string, unknown>>

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null

/** null: not as AWS tags, one name twice among it. */
function tagsIn(given: unknown): Tags | null {
  if (!Array.isArray(given)) return null
  const pairs = given.flatMap((one: unknown): [string, string][] =>
    isRaw(one) && typeof one['Key'] === 'string' && typeof one['Value'] === 'string'
      ? [[one['Key'], one['Value']]]
      : [],
  )
  const tags = new Map(pairs)
  return tags.size === given.length ? tags : null
}

/** null: the answer is not of the promised shape, and so tells nothing of any resource. */
function toldIn(list: unknown): Told | null {
  if (!Array.isArray(list)) return null
  const told = new Map<string, Tags[]>()
  for (const one of list) {
    const tags = isRaw(one) ? tagsIn(one['Tags']) : null
    if (!isRaw(one) || typeof one['ResourceARN'] !== 'string' || tags === null) return null
    told.set(one['ResourceARN'], [...(told.get(one['ResourceARN']) ?? []), tags])
  }
  return told
}

async function askOnce({ aws, account, region }: Asking, arns: readonly string[]): Promise<Answer<Told>> {
  const answer = await aws.tagged(account, region, { ResourceARNList: [...arns] })
  if (answer.is === 'unknown') return answer
  const told = toldIn(answer.value.ResourceTagMappingList)
  // With ARNs there are no pages (GetResources): what goes on is cut.
  if (told !== null && (answer.value.PaginationToken ?? '') === '') return known(told)
  return unknown({
    kind: 'garbage',
    call: `tagging:GetResources in ${account} (${region})`,
    said: 'the answer is cut, of another shape, or names a tag twice',
  })
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

/** A region that does not answer is asked once: taking waits for this, too. */
async function askIn(asking: Asking, arns: readonly string[]): Promise<Answers> {
  const answers = new Map<string, Answer<readonly Tags[]>>()
  for (let from = 0; from < arns.length; from += ARNS) {
    const told = await askFor(asking, arns.slice(from, from + ARNS))
    for (const [arn, answer] of told) answers.set(arn, answer)
    const silent = [...told.values()].find((answer) => answer.is === 'unknown' && answer.because.kind !== 'invalid')
    if (silent !== undefined) return new Map(arns.map((arn) => [arn, answers.get(arn) ?? silent]))
  }
  return answers
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

const noRegion = (region: string, account: string): Answer<never> =>
  unknown({
    kind: 'not-found',
    call: `tagging:GetResources in ${account}`,
    said: `the account has no region ${region}`,
  })

/** Where each can lie; an ARN names its region itself, and whoever asked wrote the ARN. */
async function inAccount(
  aws: Aws,
  account: string,
  things: readonly TaggedThing[],
): Promise<readonly [string, Answer<Tags>][]> {
  const arns = [...new Set(things.map(({ arn }) => arn))].filter((arn) => arn.length <= LONGEST).toSorted()
  const regions = arns.length === 0 ? known([]) : await regionsOf(aws, account)
  const there = regions.is === 'known' ? regions.value : []
  const liesIn = (arn: string, region: string): boolean => regionIn(arn) === region || regionIn(arn) === ''
  const asked = await Promise.all(
    there.map((region) =>
      askIn(
        { aws, account, region },
        arns.filter((arn) => liesIn(arn, region)),
      ),
    ),
  )
  return things.map(({ target, arn }) => {
    const region = regionIn(arn)
    const answers = asked.flatMap((answers) => answers.get(arn) ?? [])
    const elsewhere =
      arn.length <= LONGEST && region !== '' && !there.includes(region) ? [noRegion(region, account)] : []
    const unasked = regions.is === 'unknown' ? [regions] : elsewhere
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
