// Which permission sets there are, and how they are made, changed and removed.

import { tagKeys } from '../../access/principal.ts'
import { type Answer, done } from '../answer.ts'
import { refuseJson } from '../json/answer.ts'
import { given, inputs, type JsonInput, listOf, oneOf, pages, structure, sure, text, texts } from '../json/forms.ts'
import type { Asked, Operations } from '../json/operation.ts'
import { pageOf } from '../json/page.ts'
import { type AwsWorld, having, lacking, type Named, own } from '../world.ts'
import { setArnOf } from './ids.ts'
import { running, setOf } from './jobs.ts'
import {
  busy,
  centerOf,
  INSTANCE,
  outOfReach,
  readsSet,
  SET,
  setAims,
  setIn,
  standingOf,
  TAG_KEY,
  TAG_VALUE,
  withCenter,
  withSet,
  writesSet,
} from './operation.ts'
import type { PermissionSet } from './world.ts'

const NAME = text(1, 32, /^[\w+=,.@-]+$/)
const DESCRIPTION = text(1, 700, /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]*$/)
const DURATION = text(1, 100, /^PT(\d+H)?(\d+M)?(\d+S)?$/)
const RELAY = text(1, 240)
const TAGS = listOf(structure({ Key: TAG_KEY, Value: TAG_VALUE }), 75)

const tagsIn = (input: JsonInput): Named<string> =>
  Object.fromEntries(inputs(input, 'Tags').map((tag) => [sure(tag, 'Key'), sure(tag, 'Value')]))

const shown = (arn: string, set: PermissionSet) => ({
  Name: set.name,
  PermissionSetArn: arn,
  Description: set.description,
  CreatedDate: set.created,
  SessionDuration: set.sessionDuration,
  RelayState: set.relayState,
})

/** Identity Center sessions last one to twelve hours (IAM Identity Center user guide, session duration). */
const badDuration = (duration: string | undefined) => {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(duration ?? 'PT1H') ?? []
  const all = Number(hours) * 60 + Number(minutes)
  return all < 60 || all > 720 ? refuseJson.validation('SessionDuration must be between 1 and 12 hours.') : null
}

function create(asked: Asked): Answer<AwsWorld> {
  const { aws, input, now } = asked
  const center = centerOf(asked)
  if ('is' in center) return center
  const name = sure(input, 'Name')
  const duration = given(input, 'SessionDuration')
  const bad = badDuration(duration)
  if (bad !== null) return bad
  if (Object.values(center.sets).some((set) => set.name === name))
    return refuseJson.conflict(`PermissionSet with name ${name} already exists.`)
  if (Object.keys(center.sets).length >= center.limits.sets)
    return refuseJson.quota('You have exceeded the allowed number of permission sets.')
  const tags = tagsIn(input)
  if (Object.keys(tags).length > center.limits.tagsPerSet) return refuseJson.validation('Too many tags.')
  const arn = setArnOf(center.instanceArn, `${name}/${aws.made}`)
  const [description, relayState] = [given(input, 'Description'), given(input, 'RelayState')]
  const set: PermissionSet = {
    name,
    sessionDuration: duration ?? 'PT1H',
    tags,
    managed: [],
    customer: [],
    created: now,
    roles: {},
    ...(description === undefined ? {} : { description }),
    ...(relayState === undefined ? {} : { relayState }),
  }
  const after = withCenter({ ...aws, made: aws.made + 1 }, { ...center, sets: having(center.sets, arn, set) })
  return done(after, { PermissionSet: shown(arn, set) })
}

function remove(asked: Asked): Answer<AwsWorld> {
  const on = setIn(asked)
  if ('is' in on) return on
  const { center, arn, set } = on
  const out = outOfReach(asked, on) ?? busy(asked, on)?.refused
  if (out != null) return out
  const used = Object.keys(set.roles).length > 0 || center.assignments.some((one) => one.set === arn)
  if (used || running(center).some((job) => setOf(job) === arn))
    return refuseJson.conflict('PermissionSet has ApplicationProfile associated with it.')
  return done(withCenter(asked.aws, { ...center, sets: lacking(center.sets, arn) }), {})
}

const onTags =
  (run: (set: PermissionSet, input: JsonInput) => Named<string>) =>
  (asked: Asked): Answer<AwsWorld> => {
    const center = centerOf(asked)
    if ('is' in center) return center
    const arn = sure(asked.input, 'ResourceArn')
    const set = own(center.sets, arn)
    if (set === undefined) return refuseJson.notFound(`${arn} does not exist.`)
    return done(withSet(asked.aws, { center, arn, set }, { ...set, tags: run(set, asked.input) }), {})
  }

export const setOperations: Operations = {
  ListInstances: {
    writes: false,
    takes: pages,
    run: (asked) => {
      const center = asked.aws.identityCenter
      const seen = center !== undefined && center.region === asked.region && standingOf(asked) !== 'outsider'
      return done(asked.aws, {
        Instances: seen
          ? [
              {
                InstanceArn: center.instanceArn,
                IdentityStoreId: center.storeId,
                OwnerAccountId: asked.aws.organizations?.management,
                CreatedDate: 1_704_067_200,
                Status: 'ACTIVE',
              },
            ]
          : [],
      })
    },
  },
  ListPermissionSets: {
    writes: false,
    takes: { InstanceArn: INSTANCE, ...pages },
    aims: ({ input }) => [{ resource: sure(input, 'InstanceArn') }],
    run: (asked) => {
      const center = centerOf(asked)
      if ('is' in center) return center
      const page = pageOf(Object.keys(center.sets), asked.input, Math.min(100, asked.aws.pageSize))
      return page.is === 'refused' ? page : done(asked.aws, { PermissionSets: page.items, ...page.more })
    },
  },
  DescribePermissionSet: readsSet({}, ({ aws }, { arn, set }) => done(aws, { PermissionSet: shown(arn, set) })),
  CreatePermissionSet: {
    writes: true,
    takes: {
      InstanceArn: INSTANCE,
      Name: NAME,
      'Description?': DESCRIPTION,
      'SessionDuration?': DURATION,
      'RelayState?': RELAY,
      'Tags?': TAGS,
    },
    aims: ({ input }) => {
      const tags = tagsIn(input)
      const context = { 'aws:TagKeys': Object.keys(tags), ...tagKeys('aws:RequestTag', tags) }
      return [{ resource: sure(input, 'InstanceArn'), context }]
    },
    run: create,
  },
  UpdatePermissionSet: writesSet(
    { 'Description?': DESCRIPTION, 'SessionDuration?': DURATION, 'RelayState?': RELAY },
    ({ input }, { set }) => {
      const [description, duration, relay] = ['Description', 'SessionDuration', 'RelayState'].map((one) =>
        given(input, one),
      )
      return (
        badDuration(duration) ?? {
          ...set,
          ...(description === undefined ? {} : { description }),
          ...(duration === undefined ? {} : { sessionDuration: duration }),
          ...(relay === undefined ? {} : { relayState: relay }),
        }
      )
    },
  ),
  DeletePermissionSet: {
    writes: true,
    takes: { InstanceArn: INSTANCE, PermissionSetArn: SET },
    aims: setAims,
    run: remove,
  },
  ListTagsForResource: {
    writes: false,
    takes: { 'InstanceArn?': INSTANCE, ResourceArn: text(10, 2048), 'NextToken?': text(0, 65_535) },
    aims: setAims,
    run: (asked) => {
      const center = centerOf(asked)
      if ('is' in center) return center
      const arn = sure(asked.input, 'ResourceArn')
      const set = own(center.sets, arn)
      if (set === undefined) return refuseJson.notFound(`${arn} does not exist.`)
      return done(asked.aws, { Tags: Object.entries(set.tags).map(([Key, Value]) => ({ Key, Value })) })
    },
  },
  TagResource: {
    writes: true,
    takes: { 'InstanceArn?': INSTANCE, ResourceArn: text(10, 2048), Tags: TAGS },
    aims: setAims,
    run: onTags((set, input) => ({ ...set.tags, ...tagsIn(input) })),
  },
  UntagResource: {
    writes: true,
    takes: { 'InstanceArn?': INSTANCE, ResourceArn: text(10, 2048), TagKeys: listOf(TAG_KEY, 75) },
    aims: setAims,
    run: onTags((set, input) => lacking(set.tags, ...texts(input, 'TagKeys'))),
  },
}

export const STATUS = oneOf('IN_PROGRESS', 'FAILED', 'SUCCEEDED')
