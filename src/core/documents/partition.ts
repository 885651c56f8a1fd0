// Whether the partition is one of AWS's, and the regions lie in it.

import { nearest } from '../policy/nearest.ts'
import { complain, type Reader } from './reader.ts'
import type { AwsIntegrationFile } from './shapes.ts'
import type { Path } from './yaml.ts'

/** How the names of a partition's regions begin (AWS general reference, partitions; the SDK's endpoint rules). */
const REGIONS: Readonly<Record<string, string>> = {
  'aws-us-gov': 'us-gov-',
  'aws-cn': 'cn-',
  'aws-eusc': 'eusc-',
  'aws-iso': 'us-iso-',
  'aws-iso-b': 'us-isob-',
  'aws-iso-e': 'eu-isoe-',
  'aws-iso-f': 'us-isof-',
}

const PARTITIONS = ['aws', ...Object.keys(REGIONS)]

/** Commercial regions begin in many ways and new ones come: they are whatever no other partition has. */
const partitionOf = (region: string): string =>
  Object.entries(REGIONS).find(([, start]) => region.startsWith(start))?.[0] ?? 'aws'

function checkRegion(region: string, path: Path, reader: Reader, partition: string): void {
  const of = partitionOf(region)
  if (of === partition) return
  const start = REGIONS[partition]
  complain(
    reader,
    'region-elsewhere',
    reader.tree.place(path),
    `The region ${region} lies in the partition ${of}, the accounts in ${partition}.`,
    start === undefined
      ? 'Name a region of the commercial partition, such as eu-west-1.'
      : `Name a region that begins with ${start}.`,
  )
}

export function checkPartition(shape: AwsIntegrationFile, reader: Reader): void {
  const { partition } = shape
  if (!PARTITIONS.includes(partition)) {
    const [meant] = nearest(partition, PARTITIONS)
    complain(
      reader,
      'partition-unknown',
      reader.tree.place(['partition']),
      `\`${partition}\` is no partition of AWS.`,
      `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Possible: ${PARTITIONS.join(', ')}.`,
    )
    return
  }
  checkRegion(shape.region, ['region'], reader, partition)
  if (shape.identityCenter !== undefined)
    checkRegion(shape.identityCenter.region, ['identityCenter', 'region'], reader, partition)
}
