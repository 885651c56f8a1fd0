// What the managed policies say that AWS itself keeps, the same in every account: only those that changed are read again.

import type { PolicyLine } from '../core/inventory/line.ts'
import { type Answer, known, unknown } from '../core/model/edge-error.ts'
import type { Aws } from '../edges/aws/aws.ts'
import { eachOf } from '../modes/any/each.ts'
import type { Collecting, Collector } from './collector.ts'
import { storedDocument } from './stored-document.ts'

interface Listed {
  readonly arn: string
  readonly version: string
}

async function listed(aws: Aws, account: string): Promise<Answer<readonly Listed[]>> {
  const found: Listed[] = []
  const seen = new Set<string>()
  let marker: string | undefined
  for (;;) {
    const page = await aws.iam(account, 'ListPolicies', {
      Scope: 'AWS',
      MaxItems: 1000,
      ...(marker === undefined ? {} : { Marker: marker }),
    })
    if (page.is === 'unknown') return page
    const { Policies = [], IsTruncated, Marker } = page.value
    for (const { Arn, DefaultVersionId } of Policies)
      if (Arn !== undefined && DefaultVersionId !== undefined) found.push({ arn: Arn, version: DefaultVersionId })
    if (IsTruncated !== true) return known(found)
    if (Marker === undefined || seen.has(Marker))
      return unknown({ kind: 'garbage', call: `iam:ListPolicies in ${account}`, said: 'its pages go in circles' })
    seen.add(Marker)
    marker = Marker
  }
}

async function read({ aws, account }: Collecting, { arn, version }: Listed): Promise<Answer<PolicyLine>> {
  const text = await aws.iam(account, 'GetPolicyVersion', { PolicyArn: arn, VersionId: version })
  if (text.is === 'unknown') return text
  return known({ is: 'policy', arn, version, document: storedDocument(text.value.PolicyVersion?.Document) })
}

export const awsPolicies: Collector = {
  section: 'access',
  says: "AWS's managed policies",
  async collect(asked) {
    const there = await listed(asked.aws, asked.account)
    if (there.is === 'unknown') return there
    const before = new Map(
      asked
        .before()
        .flatMap((line): [string, PolicyLine][] =>
          line.is === 'policy' ? [[`${line.arn} ${line.version}`, line]] : [],
        ),
    )
    const lines = await eachOf(there.value, async (one): Promise<Answer<PolicyLine>> => {
      const same = before.get(`${one.arn} ${one.version}`)
      return same === undefined ? read(asked, one) : known(same)
    })
    const failed = lines.find((one) => one.is === 'unknown')
    if (failed?.is === 'unknown') return failed
    return known({ lines: lines.flatMap((one) => (one.is === 'known' ? [one.value] : [])), partial: {} })
  },
}
