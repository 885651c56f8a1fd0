// Which of AWS's services have a model to be judged by, and in which protocol each is spoken to.

import { type Model, readModel } from './smithy.ts'

const query = { iam: 'aws/iam-2010-05-08.json', sts: 'aws/sts-2011-06-15.json' } as const
const json = {
  'sso-admin': 'aws/sso-admin-2020-07-20.json',
  identitystore: 'aws/identitystore-2020-06-15.json',
  organizations: 'aws/organizations-2016-11-28.json',
} as const
/** Told by the path, in plain JSON. */
const paths = { 'resource-explorer-2': 'aws/resource-explorer-2-2022-07-28.json' } as const
export const awsModelPaths = { ...query, ...json, ...paths }

/** Spoken to in the AWS Query protocol. */
export type QueryService = keyof typeof query
/** Spoken to in AWS JSON 1.1. */
export type JsonService = keyof typeof json | keyof typeof paths
export type AwsService = QueryService | JsonService

export const isQueryService = (name: string): name is QueryService => Object.hasOwn(query, name)
export const isJsonService = (name: string): name is JsonService => Object.hasOwn(json, name) || isPathService(name)
export const isPathService = (name: string): name is keyof typeof paths => Object.hasOwn(paths, name)

const read = new Map<AwsService, Model>()

/** Read once, when first needed. */
export function awsModel(service: AwsService): Model {
  const model = read.get(service) ?? readModel(awsModelPaths[service])
  read.set(service, model)
  return model
}

/** What the sandbox says, loudly, of what it does not have; no vendor says so. */
export const notServed = 501
