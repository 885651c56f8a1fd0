// Which operations of Secrets Manager the sandbox serves: a secret is read, by whoever a policy lets.

import { type Answer, done } from '../answer.ts'
import { refuseJson } from '../json/answer.ts'
import { text } from '../json/forms.ts'
import type { Asked, Service } from '../json/operation.ts'
import { type AwsWorld, own } from '../world.ts'

/** Secrets lie in one region of one account: elsewhere there is none of that ARN. */
const isHere = (arn: string, { region, caller }: Asked): boolean => {
  const [, , , where, account] = arn.split(':')
  return where === region && account === caller.account
}

const getSecretValue = (asked: Asked): Answer<AwsWorld> => {
  const arn = String(asked.input['SecretId'])
  const value = isHere(arn, asked) ? own(asked.aws.secrets ?? {}, arn) : undefined
  if (value === undefined) return refuseJson.notFound("Secrets Manager can't find the specified secret.")
  return done(asked.aws, {
    ARN: arn,
    Name: arn
      .split(':')
      .slice(6)
      .join(':')
      .replace(/-[^-]{6}$/, ''),
    VersionId: '00000000-0000-0000-0000-000000000001',
    SecretString: value,
    VersionStages: ['AWSCURRENT'],
    CreatedDate: 1_704_067_200,
  })
}

export const secretsManager: Service = {
  name: 'secretsmanager',
  invalid: 'InvalidParameterException',
  operations: {
    GetSecretValue: {
      writes: false,
      takes: { SecretId: text(1, 2048) },
      aims: ({ input }) => [{ resource: String(input['SecretId']) }],
      run: getSecretValue,
    },
  },
}
