// Which operations of Resource Explorer the sandbox serves: what an inventory reads.

import { type Answer, done, type Refused } from '../answer.ts'
import { refuseJson } from '../json/answer.ts'
import { given, inside, type Takes, text } from '../json/forms.ts'
import type { Asked, Operation, Service } from '../json/operation.ts'
import { pageOf } from '../json/page.ts'
import { type AwsWorld, own } from '../world.ts'
import { queryOf } from './query.ts'
import { indexArn, shownIn, viewArn } from './reading.ts'
import type { Explorer, ExplorerView, IndexedResource } from './world.ts'

/** The most that one query ever shows, on all its pages (Resource Explorer API reference, Search). */
const SEARCHED = 1000

/** ListResources says nothing of more when asked for so many at once (Resource Explorer API reference, ListResources). */
const NO_MORE = 1000

const NOTHING: Explorer = { regions: [], indexes: {}, views: [], defaults: {}, resources: [], lag: 0 }

const pages: Takes = { 'NextToken?': text(1, 2048), 'MaxResults?': { is: 'number', from: 1, to: 1000 } }

const mine = ({ aws, caller }: Asked): Explorer => own(aws.explorers ?? {}, caller.account) ?? NOTHING

const whereOf = ({ aws, caller }: Asked) => ({ partition: aws.partition, account: caller.account })

const unauthorized = (): Refused => ({
  is: 'refused',
  status: 401,
  code: 'UnauthorizedException',
  message: 'Either the request does not have access to the specified view or there is no default view.',
})

const viewOf = (asked: Asked, arn: string): ExplorerView | undefined =>
  mine(asked).views.find((view) => view.region === asked.region && viewArn(whereOf(asked), view) === arn)

const defaultOf = (asked: Asked): ExplorerView | undefined => {
  const name = own(mine(asked).defaults, asked.region)
  return mine(asked).views.find((view) => view.region === asked.region && view.name === name)
}

const chosen = (asked: Asked): ExplorerView | undefined => {
  const arn = given(asked.input, 'ViewArn')
  return arn === undefined ? defaultOf(asked) : viewOf(asked, arn)
}

/** Whoever may not see the view may not see what it shows. */
const onView = (asked: Asked) => {
  const view = chosen(asked)
  return [{ resource: view === undefined ? '*' : viewArn(whereOf(asked), view) }]
}

const written = (asked: Asked, view: ExplorerView, { arn, region, service, type, tags }: IndexedResource) => ({
  Arn: arn,
  OwningAccountId: arn.split(':')[4] || asked.caller.account,
  Region: region,
  Service: service,
  ResourceType: type,
  LastReportedAt: new Date(asked.now * 1000).toISOString(),
  Properties:
    view.tags && Object.keys(tags).length > 0
      ? [
          {
            Name: 'tags',
            LastReportedAt: new Date(asked.now * 1000).toISOString(),
            Data: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
          },
        ]
      : [],
})

const shown = (asked: Asked, view: ExplorerView) => ({
  ViewArn: viewArn(whereOf(asked), view),
  Owner: asked.caller.account,
  LastUpdatedAt: new Date(0).toISOString(),
  Scope: `arn:${asked.aws.partition}:iam::${asked.caller.account}:root`,
  IncludedProperties: view.tags ? [{ Name: 'tags' }] : [],
  Filters: { FilterString: view.filter },
})

const listIndexes = (asked: Asked): Answer<AwsWorld> => {
  const indexes = Object.entries(mine(asked).indexes)
  const page = pageOf(indexes, asked.input, Math.min(100, asked.aws.pageSize))
  if (page.is === 'refused') return page
  return done(asked.aws, {
    Indexes: page.items.map(([region, { type }]) => ({
      Region: region,
      Arn: indexArn(whereOf(asked), region),
      Type: type,
    })),
    ...page.more,
  })
}

const getIndex = (asked: Asked): Answer<AwsWorld> => {
  const index = own(mine(asked).indexes, asked.region)
  if (index === undefined) return refuseJson.notFound('There is no index in this Region.')
  return done(asked.aws, { Arn: indexArn(whereOf(asked), asked.region), Type: index.type, State: index.state })
}

const getDefaultView = (asked: Asked): Answer<AwsWorld> => {
  const view = defaultOf(asked)
  return done(asked.aws, view === undefined ? {} : { ViewArn: viewArn(whereOf(asked), view) })
}

const listViews = (asked: Asked): Answer<AwsWorld> => {
  const views = mine(asked).views.filter(({ region }) => region === asked.region)
  const page = pageOf(views, asked.input, Math.min(50, asked.aws.pageSize))
  if (page.is === 'refused') return page
  return done(asked.aws, { Views: page.items.map((view) => viewArn(whereOf(asked), view)), ...page.more })
}

const getView = (asked: Asked): Answer<AwsWorld> => {
  const view = chosen(asked)
  return view === undefined ? unauthorized() : done(asked.aws, { View: shown(asked, view) })
}

const listSupportedResourceTypes = (asked: Asked): Answer<AwsWorld> => {
  const types = [...new Map(mine(asked).resources.map(({ service, type }) => [type, service]))].sort()
  const page = pageOf(types, asked.input, Math.min(1000, asked.aws.pageSize))
  if (page.is === 'refused') return page
  return done(asked.aws, {
    ResourceTypes: page.items.map(([type, service]) => ({ Service: service, ResourceType: type })),
    ...page.more,
  })
}

const search = (asked: Asked): Answer<AwsWorld> => {
  const view = chosen(asked)
  const query = queryOf(given(asked.input, 'QueryString') ?? '', 'words')
  if (view === undefined) return unauthorized()
  if (query === null) return refuseJson.validation('The query string is not valid.')
  const all = shownIn(mine(asked), view, asked.now).filter(query)
  const found = all.slice(0, SEARCHED)
  const page = pageOf(found, asked.input, Math.min(1000, asked.aws.pageSize))
  if (page.is === 'refused') return page
  return done(asked.aws, {
    Resources: page.items.map((one) => written(asked, view, one)),
    ViewArn: viewArn(whereOf(asked), view),
    Count: { TotalResources: found.length, Complete: found.length === all.length },
    ...page.more,
  })
}

const listResources = (asked: Asked): Answer<AwsWorld> => {
  const view = chosen(asked)
  const filter = queryOf(given(inside(asked.input, 'Filters'), 'FilterString') ?? '', 'filters')
  if (view === undefined) return unauthorized()
  if (filter === null) return refuseJson.validation('The filter string is not valid.')
  const all = shownIn(mine(asked), view, asked.now).filter(filter)
  const page = pageOf(all, asked.input, Math.min(1000, asked.aws.pageSize))
  if (page.is === 'refused') return page
  return done(asked.aws, {
    Resources: page.items.map((one) => written(asked, view, one)),
    ViewArn: viewArn(whereOf(asked), view),
    ...(asked.input['MaxResults'] === NO_MORE ? {} : page.more),
  })
}

const reads = (takes: Takes, run: Operation['run'], aims?: Operation['aims']): Operation => ({
  writes: false,
  takes,
  run,
  ...(aims === undefined ? {} : { aims }),
})

export const resourceExplorer: Service = {
  name: 'resource-explorer-2',
  operations: {
    GetDefaultView: reads({}, getDefaultView),
    GetIndex: reads({}, getIndex),
    GetView: reads({ ViewArn: text(1, 1000) }, getView, onView),
    ListIndexes: reads(pages, listIndexes),
    // No action of its own permits it (service authorization reference, condition resource-explorer-2:Operation).
    ListResources: {
      ...reads(
        {
          ...pages,
          'ViewArn?': text(1, 1000),
          'Filters?': { is: 'structure', takes: { FilterString: text(0, 2048) } },
        },
        listResources,
        onView,
      ),
      action: 'Search',
    },
    ListSupportedResourceTypes: reads(pages, listSupportedResourceTypes),
    ListViews: reads(pages, listViews),
    Search: reads({ ...pages, QueryString: text(0, 1280), 'ViewArn?': text(0, 1000) }, search, onView),
  },
}
