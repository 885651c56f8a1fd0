// Which resource and which condition keys an IAM operation is authorised by (AWS service authorization reference, IAM).

import type { Context } from '../../access/context.ts'
import { tagKeys } from '../../access/principal.ts'
import { iamArn } from '../arns.ts'
import type { Aim, Asked } from '../operation.ts'
import { tagsOf, text, textOf, textsOf } from '../query.ts'
import { own } from '../world.ts'
import { policyAt } from './lookup.ts'

const resourceTags = (tags: Readonly<Record<string, string>>): Context => ({
  ...tagKeys('aws:ResourceTag', tags),
  ...tagKeys('iam:ResourceTag', tags),
})

/** Keys of a request that sets or removes tags. */
export const requestTags = (asked: Asked): Context => {
  const tags = tagsOf(asked.input)
  const keys = [...Object.keys(tags), ...textsOf(asked.input, 'TagKeys')]
  return { ...tagKeys('aws:RequestTag', tags), ...(keys.length === 0 ? {} : { 'aws:TagKeys': keys }) }
}

const boundary = (arn: string | undefined): Context => (arn === undefined ? {} : { 'iam:PermissionsBoundary': arn })
const policyArn = (asked: Asked): Context => {
  const arn = textOf(asked.input, 'PolicyArn')
  return arn === undefined ? {} : { 'iam:PolicyARN': arn }
}

/** The user of the call; where there is none of that name, the ARN it would have at the root path. */
export const userAim = (asked: Asked): Aim => {
  const { aws, account, input } = asked
  const name = textOf(input, 'UserName')
  if (name === undefined) return { resource: asked.caller.lastingArn }
  const user = own(account.users, name)
  return {
    resource: iamArn(aws.partition, account.id, 'user', user?.path ?? '/', name),
    context: {
      ...resourceTags(user?.tags ?? {}),
      ...boundary(user?.boundary),
      ...policyArn(asked),
      ...requestTags(asked),
    },
  }
}

export const groupAim = (asked: Asked): Aim => {
  const { aws, account, input } = asked
  const name = text(input, 'GroupName')
  const path = own(account.groups, name)?.path ?? '/'
  return { resource: iamArn(aws.partition, account.id, 'group', path, name), context: policyArn(asked) }
}

export const roleAim = (asked: Asked): Aim => {
  const { aws, account, input } = asked
  const name = text(input, 'RoleName')
  const role = own(account.roles, name)
  return {
    resource: iamArn(aws.partition, account.id, 'role', role?.path ?? '/', name),
    context: {
      ...resourceTags(role?.tags ?? {}),
      ...boundary(textOf(input, 'PermissionsBoundary') ?? role?.boundary),
      ...policyArn(asked),
      ...requestTags(asked),
    },
  }
}

export const policyAim = (asked: Asked): Aim => {
  const arn = text(asked.input, 'PolicyArn')
  const found = policyAt(asked.aws, asked.account, arn)
  return { resource: arn, context: { ...resourceTags(found?.policy.tags ?? {}), ...requestTags(asked) } }
}

/** Something that is about to be made: its path comes from the call. */
export const newAim =
  (thing: 'user' | 'group' | 'role' | 'policy', nameParameter: string, tagAction: string) =>
  (asked: Asked): Aim => {
    const { aws, account, input } = asked
    const resource = iamArn(aws.partition, account.id, thing, textOf(input, 'Path') ?? '/', text(input, nameParameter))
    return {
      resource,
      context: { ...requestTags(asked), ...boundary(textOf(input, 'PermissionsBoundary')) },
      also: Object.keys(tagsOf(input)).length === 0 ? [] : [tagAction],
    }
  }
