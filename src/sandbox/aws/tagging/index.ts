// Which operations of the tagging API the sandbox serves: how resources of one region are tagged.

import { type Answer, done } from '../answer.ts'
import { listOf, text, texts } from '../json/forms.ts'
import type { Asked, Service } from '../json/operation.ts'
import type { IndexedResource } from '../resource-explorer/world.ts'
import { type AwsWorld, own } from '../world.ts'

/** What lies in no region is told in this one alone. */
const GLOBAL = 'us-east-1'

const liesIn = ({ region }: IndexedResource, asked: Asked): boolean =>
  region === 'global' ? asked.region === GLOBAL : region === asked.region

const isThere = ({ since, gone }: IndexedResource, now: number): boolean =>
  since <= now && (gone === undefined || now < gone)

/** Nothing is told of IAM, nor of what never bore a tag (seen by users of AWS: boto3 issue 2586, AWS CLI issue 8095). */
const isTold = ({ service, tags }: IndexedResource): boolean => service !== 'iam' && Object.keys(tags).length > 0

const getResources = (asked: Asked): Answer<AwsWorld> => {
  const wanted = texts(asked.input, 'ResourceARNList')
  const there = own(asked.aws.explorers ?? {}, asked.caller.account)?.resources ?? []
  const found = there.filter(
    (one) => wanted.includes(one.arn) && liesIn(one, asked) && isThere(one, asked.now) && isTold(one),
  )
  return done(asked.aws, {
    PaginationToken: '',
    ResourceTagMappingList: found.map(({ arn, tags }) => ({
      ResourceARN: arn,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    })),
  })
}

export const tagging: Service = {
  name: 'tag',
  invalid: 'InvalidParameterException',
  operations: {
    GetResources: {
      writes: false,
      takes: { ResourceARNList: listOf(text(1, 1011), 100) },
      run: getResources,
    },
  },
}
