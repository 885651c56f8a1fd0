// Through which view of a region everything is seen: the default one, or one that hides nothing.

import { type Answer, known, unknown } from '../../core/model/edge-error.ts'
import type { Aws } from '../../edges/aws/aws.ts'
import { everyPage } from '../../modes/aws/pages.ts'

export interface View {
  readonly arn: string
  /** What it does not show; null: it shows everything. */
  readonly hides: string | null
}

async function candidates(aws: Aws, account: string, region: string): Promise<Answer<readonly string[]>> {
  const usual = await aws.explorer(account, region, 'GetDefaultView', {})
  if (usual.is === 'unknown') return usual
  const { ViewArn: arn } = usual.value
  const pages = await everyPage(`resource-explorer-2:ListViews in ${account}`, (next) =>
    aws.explorer(account, region, 'ListViews', next === undefined ? {} : { NextToken: next }),
  )
  if (pages.is === 'unknown') return arn === undefined || arn === '' ? pages : known([arn])
  const others = pages.value.flatMap(({ Views }) => Views ?? []).filter((one) => one !== arn)
  return known([...(arn === undefined || arn === '' ? [] : [arn]), ...others.toSorted()])
}

async function look(aws: Aws, account: string, region: string, arn: string): Promise<Answer<View>> {
  const read = await aws.explorer(account, region, 'GetView', { ViewArn: arn })
  if (read.is === 'unknown') return read
  const { Filters, IncludedProperties } = read.value.View ?? {}
  const filter = Filters?.FilterString ?? ''
  const tags = IncludedProperties?.some(({ Name }) => Name === 'tags') === true
  const hides = filter === '' ? (tags ? null : 'its view shows no tags') : `its view shows only ${filter}`
  return known({ arn, hides })
}

/** Of several views the first that hides nothing; where each hides something, the default one, and what it hides. */
export async function viewOf(aws: Aws, account: string, region: string): Promise<Answer<View>> {
  const arns = await candidates(aws, account, region)
  if (arns.is === 'unknown') return arns
  let best: View | null = null
  for (const arn of arns.value) {
    const view = await look(aws, account, region, arn)
    // A view of somebody else's that may not be read hides nothing from us.
    if (view.is === 'unknown') {
      if (view.because.kind === 'denied') continue
      return view
    }
    if (view.value.hides === null) return view
    best ??= view.value
  }
  if (best !== null) return known(best)
  return unknown({
    kind: 'not-found',
    call: `resource-explorer-2:GetDefaultView in ${account} (${region})`,
    said: 'there is no view that may be read: run what daypass setup prints for the inventory',
  })
}
