// What an inventory refresh of all accounts costs, in as many parts as the workflow's matrix would have.

import { explorer, indexed } from '../../sandbox/aws/resource-explorer/world.ts'
import { accountIdAt } from '../bench/company.ts'
import { CALM, type Measured, openScale, type ScaleGround, type Weather } from './ground.ts'
import { type Case, mustHold, type ScaleTools } from './stage.ts'

/** Resources in each account. */
const EACH = 200
const REGIONS = ['eu-west-1', 'us-east-1']

function fill({ ground }: ScaleGround, accounts: number): void {
  const explorers = Object.fromEntries(
    Array.from({ length: accounts }, (_, at) => {
      const id = accountIdAt(at)
      const resources = Array.from({ length: EACH }, (_, one) =>
        indexed(`arn:aws:sqs:${REGIONS[one % REGIONS.length]}:${id}:queue-${one}`, {
          tags: { team: `team-${one % 20}` },
        }),
      )
      return [id, { ...explorer({ regions: REGIONS }), resources }]
    }),
  )
  ground.company.sandbox.change((world) => ({ ...world, aws: { ...world.aws, explorers } }))
}

const partsIn = ({ json }: Measured): readonly string[] => {
  const { parts = [] }: { readonly parts?: readonly string[] } = Object(json)
  return parts
}

const placesIn = ({ json }: Measured): number => {
  const { places = {} }: { readonly places?: Readonly<Record<string, unknown>> } = Object(json)
  return Object.keys(places).length
}

async function whole(
  scale: ScaleGround,
  weather: Weather,
  tell: (progress: string) => void,
): Promise<readonly Measured[]> {
  const listed = await scale.run(weather, 'inventory', { part: 'list' })
  mustHold(listed.code === 0, 'listing the parts', listed)
  const jobs = [listed]
  for (const part of partsIn(listed)) {
    tell(`inventory, part ${part}`)
    const read = await scale.run(weather, 'inventory', { part })
    mustHold(read.code === 0, `part ${part}`, read)
    jobs.push(read)
  }
  tell('inventory, the parts brought together')
  const merged = await scale.run(weather, 'inventory', { part: 'merge' })
  mustHold(merged.code === 0, 'bringing the parts together', merged)
  return [...jobs, merged]
}

export async function refresh(tools: ScaleTools): Promise<Case> {
  const { chosen, tell } = tools
  const { size } = chosen
  const scale = await openScale({ ...size, inventory: 'eu-west-1' }, tools)
  try {
    fill(scale, size.accounts)
    const before = scale.keep()
    const jobs = await whole(scale, chosen.weather, tell)
    const last = jobs.at(-1)
    const places = last === undefined ? 0 : placesIn(last)
    if (last !== undefined)
      mustHold(places >= size.accounts, `only ${places} places of ${size.accounts} accounts are in the inventory`, last)
    scale.putBack(before)
    const floor = chosen.floor ? await whole(scale, CALM, tell) : []
    return {
      name: 'refresh',
      what: `inventory of ${size.accounts} accounts with ${EACH} resources each, in ${jobs.length - 2} parts`,
      jobs,
      floor,
      held: [`${places} places are in the inventory, none of them stale`],
    }
  } finally {
    await scale.close()
  }
}
