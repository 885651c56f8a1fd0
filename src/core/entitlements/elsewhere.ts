// Whether an ARN that an item names lies in the item's own account and partition.

import type { Finding } from '../model/finding.ts'
import type { Ref } from '../model/permissions.ts'
import type { Place } from '../model/place.ts'
import { arnProblems } from '../policy/arn.ts'
import type { Surroundings } from './kind.ts'

/** One finding for each reason; `at` is where the account was named, the sentence tells the ARN. */
export const elsewhere = (arn: string, where: Surroundings, at: Place): readonly Finding[] =>
  arnProblems(arn, { account: where.account.id, partition: where.partition }).map((problem) => ({
    code: 'arn-elsewhere',
    at,
    message: `\`${arn}\` cannot be given in ${where.account.name}: ${problem}.`,
    cure: `Name something in the account ${where.account.id} (${where.account.name}).`,
  }))

/** For what is named by an ARN: told where the ARN stands, if that is in the same file. */
export const namedElsewhere = (ref: Ref<string>, where: Surroundings, at: Place): readonly Finding[] =>
  ref.by === 'arn' ? elsewhere(ref.value, where, ref.at.file === at.file ? ref.at : at) : []
