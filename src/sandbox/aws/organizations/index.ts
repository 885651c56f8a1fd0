// Which operations of Organizations the sandbox serves.

import { type Answer, done } from '../answer.ts'
import { refuseJson } from '../json/answer.ts'
import { text } from '../json/forms.ts'
import type { Asked, Service } from '../json/operation.ts'
import { pageOf } from '../json/page.ts'
import { type AwsWorld, own } from '../world.ts'

/** At most twenty accounts a page (Organizations API reference, ListAccounts). */
const PAGE = 20

const notInUse = () => refuseJson.notInUse('Your account is not a member of an organization.')

const describeOrganization = ({ aws, caller }: Asked): Answer<AwsWorld> => {
  const found = aws.organizations
  if (found === undefined || own(found.members, caller.account) === undefined) return notInUse()
  const { management, id } = found
  return done(aws, {
    Organization: {
      Id: id,
      Arn: `arn:${aws.partition}:organizations::${management}:organization/${id}`,
      FeatureSet: 'ALL',
      MasterAccountArn: `arn:${aws.partition}:organizations::${management}:account/${id}/${management}`,
      MasterAccountId: management,
      MasterAccountEmail: own(found.members, management)?.email ?? '',
    },
  })
}

const listAccounts = ({ aws, caller, input }: Asked): Answer<AwsWorld> => {
  const found = aws.organizations
  if (found === undefined || own(found.members, caller.account) === undefined) return notInUse()
  if (caller.account !== found.management && !found.delegated.includes(caller.account))
    return refuseJson.accessDenied("You don't have permissions to access this resource.")
  const page = pageOf(Object.entries(found.members), input, Math.min(PAGE, aws.pageSize))
  if (page.is === 'refused') return page
  return done(aws, {
    Accounts: page.items.map(([id, { name, email, status }]) => ({
      Id: id,
      Arn: `arn:${aws.partition}:organizations::${found.management}:account/${found.id}/${id}`,
      Email: email,
      Name: name,
      Status: status,
      State: status,
      JoinedMethod: 'INVITED',
      JoinedTimestamp: 1_704_067_200,
    })),
    ...page.more,
  })
}

export const organizations: Service = {
  name: 'organizations',
  invalid: 'InvalidInputException',
  operations: {
    DescribeOrganization: { writes: false, takes: {}, run: describeOrganization },
    ListAccounts: {
      writes: false,
      takes: { 'NextToken?': text(0, 100_000), 'MaxResults?': { is: 'number', from: 1, to: 20 } },
      run: listAccounts,
    },
  },
}
