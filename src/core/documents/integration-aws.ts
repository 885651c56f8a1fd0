// Which AWS accounts there are and how they are reached: integrations/aws.yaml read.

import { id } from '../model/id.ts'
import type { Account, AwsIntegration, IdentityCenterHome, IdentityMatch, Job } from '../model/settings.ts'
import { nearest } from '../policy/nearest.ts'
import { checkPartition } from './partition.ts'
import { complain, type Reader } from './reader.ts'
import type { AccountEntry, AwsIntegrationFile } from './shapes.ts'
import { handsOutOf, trustOf } from './trust.ts'
import type { Path } from './yaml.ts'

const ROLES: Readonly<Record<Job, string>> = {
  apply: 'daypass/apply',
  expire: 'daypass/expire',
  inventory: 'daypass/inventory',
}
const JOBS = ['apply', 'expire', 'inventory'] as const satisfies readonly Job[]

function hubOf(shape: AwsIntegrationFile, reader: Reader): AwsIntegration['hub'] {
  const hub = shape.hub ?? {}
  for (const job of JOBS) {
    const arn = hub[job]
    const partition = arn?.split(':')[1]
    if (partition !== undefined && partition !== shape.partition)
      complain(
        reader,
        'arn-elsewhere',
        reader.tree.place(['hub', job]),
        `\`${arn}\` lies in the partition ${partition}, the accounts in ${shape.partition}.`,
        `Name a role in the partition ${shape.partition}.`,
      )
  }
  return { apply: hub.apply ?? null, expire: hub.expire ?? null, inventory: hub.inventory ?? null }
}

function matchOf(entry: AccountEntry, path: Path, reader: Reader): IdentityMatch {
  const { match, tag } = entry.identity ?? { match: 'userName' }
  const at = reader.tree.place([...path, 'identity'])
  if (match !== 'tag') {
    if (tag !== undefined)
      complain(
        reader,
        'identity-tag',
        at,
        `\`tag\` says nothing when \`match\` is ${match}.`,
        'Remove it, or write `match: tag`.',
      )
    return { by: match }
  }
  if (tag === undefined)
    complain(
      reader,
      'identity-tag',
      at,
      '`match: tag` needs the name of the tag.',
      'Add `tag: …`, the tag that holds the e-mail.',
    )
  return { by: 'tag', tag: tag ?? '' }
}

const identityCenterOf = ({ identityCenter: entry }: AwsIntegrationFile): IdentityCenterHome | null =>
  entry === undefined
    ? null
    : {
        home: entry.home,
        region: entry.region,
        match: entry.match ?? 'userName',
        managementAccount: entry.managementAccount ?? 'refused',
        sets: entry.sets ?? 'separate',
      }

/** Settings without which a mode cannot work, by its name. */
const NEEDS: Readonly<Record<string, keyof AwsIntegrationFile>> = { 'identity-center': 'identityCenter' }

function checkMode(entry: AccountEntry, path: Path, reader: Reader, shape: AwsIntegrationFile): void {
  const needed = NEEDS[entry.mode]
  if (needed === undefined) return
  if (entry.identity !== undefined)
    complain(
      reader,
      'identity-idle',
      reader.tree.place([...path, 'identity']),
      `\`identity\` says how people are found among IAM users, and nobody enters ${entry.name} as one.`,
      `Remove it; \`${needed}.match\` says how people are found.`,
    )
  if (shape[needed] !== undefined) return
  complain(
    reader,
    'mode-unready',
    reader.tree.place([...path, 'mode']),
    `Access through \`${entry.mode}\` needs \`${needed}\`, which this file does not have.`,
    `Add \`${needed}: {home: "…", region: …}\` at the top of the file, or choose another mode.`,
  )
}

function accountOf(
  entry: AccountEntry,
  path: Path,
  reader: Reader,
  modes: readonly string[],
  shape: AwsIntegrationFile,
): Account {
  checkMode(entry, path, reader, shape)
  if (!modes.includes(entry.mode)) {
    const [meant] = nearest(entry.mode, modes)
    complain(
      reader,
      'unknown-mode',
      reader.tree.place([...path, 'mode']),
      `\`${entry.mode}\` is no way of giving access that this version of Daypass knows.`,
      `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Possible: ${[...modes].sort().join(', ')}.`,
    )
  }
  return {
    system: 'aws',
    name: id(entry.name),
    id: entry.id,
    mode: id(entry.mode),
    ou: entry.ou ?? '/',
    tags: entry.tags ?? {},
    match: matchOf(entry, path, reader),
    closing: entry.closing ?? false,
    at: reader.tree.place(path),
  }
}

/** Names and ids of accounts, each of which may stand there once. */
const UNIQUE = [
  { key: 'name', says: 'name' },
  { key: 'id', says: 'id' },
] as const

export function readAws(shape: AwsIntegrationFile, reader: Reader, modes: readonly string[]): AwsIntegration {
  checkPartition(shape, reader)
  for (const { key, says } of UNIQUE) {
    const seen = new Map<string, number>()
    for (const [index, entry] of shape.accounts.entries()) {
      const other = seen.get(entry[key])
      seen.set(entry[key], other ?? index)
      if (other !== undefined)
        complain(
          reader,
          'duplicate-name',
          reader.tree.place(['accounts', index, key]),
          `The ${says} \`${entry[key]}\` is that of another account too (line ${reader.tree.place(['accounts', other]).line}).`,
          'Give each account its own.',
        )
    }
  }
  return {
    partition: shape.partition,
    region: shape.region,
    hub: hubOf(shape, reader),
    roles: { ...ROLES, ...shape.roles },
    externalId: shape.externalId ?? null,
    identityCenter: identityCenterOf(shape),
    inventory: shape.inventory ?? null,
    trust: trustOf(shape, reader),
    handsOut: handsOutOf(shape, reader),
    accounts: shape.accounts.map((entry, index) => accountOf(entry, ['accounts', index], reader, modes, shape)),
  }
}
