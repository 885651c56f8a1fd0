// Which operations of Account Management the sandbox serves: which regions an account has.

import { type Answer, done } from '../answer.ts'
import { listOf, text, texts } from '../json/forms.ts'
import type { Asked, Service } from '../json/operation.ts'
import { pageOf } from '../json/page.ts'
import { type AwsWorld, own } from '../world.ts'

/** At most fifty a page (Account Management API reference, ListRegions). */
const PAGE = 50

const listRegions = (asked: Asked): Answer<AwsWorld> => {
  const enabled = own(asked.aws.explorers ?? {}, asked.caller.account)?.regions ?? []
  const wanted = texts(asked.input, 'RegionOptStatusContains')
  const status = (region: string) =>
    region.startsWith('us-') || region.startsWith('eu-') ? 'ENABLED_BY_DEFAULT' : 'ENABLED'
  const found = enabled.filter((region) => wanted.length === 0 || wanted.includes(status(region)))
  const page = pageOf(found, asked.input, Math.min(PAGE, asked.aws.pageSize))
  if (page.is === 'refused') return page
  return done(asked.aws, {
    Regions: page.items.map((region) => ({ RegionName: region, RegionOptStatus: status(region) })),
    ...page.more,
  })
}

export const accountManagement: Service = {
  name: 'account',
  operations: {
    ListRegions: {
      writes: false,
      takes: {
        'NextToken?': text(0, 1000),
        'MaxResults?': { is: 'number', from: 1, to: PAGE },
        'RegionOptStatusContains?': listOf(text(1, 50)),
      },
      run: listRegions,
    },
  },
}
