// Calls in AWS JSON 1.1 and answers that are right; tests of the judge put faults into them.

import type { Arrival, Reply } from '../../src/sandbox/protocol.ts'
import { judgeAwsJson } from './judge-aws-json.ts'
import type { Fields } from './specs.ts'

const type = 'application/x-amz-json-1.1'

export const arrival = (target: string, body: unknown, more: Partial<Arrival> = {}): Arrival => ({
  method: 'POST',
  url: new URL('http://127.0.0.1/aws/'),
  headers: { 'content-type': type, 'x-amz-target': target },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  ...more,
})

export const reply = (body: unknown, status = 200, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': type, 'x-amzn-requestid': '1', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

export const judged = (asked: Arrival, answered: Reply): string => {
  const { request, answer } = judgeAwsJson(asked, answered)
  return [...request, ...answer].join('\n')
}

export const instance = 'arn:aws:sso:::instance/ssoins-1234567890abcdef'
export const set = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef'
export const create = 'SWBExternalService.CreatePermissionSet'
export const asked = {
  InstanceArn: instance,
  Name: 'daypass',
  Tags: [{ Key: 'tëam', Value: 'orders' }],
  SessionDuration: 'PT1H',
}
export const made = { PermissionSet: { Name: 'daypass', PermissionSetArn: set, CreatedDate: 1795334400.25 } }

export const users = 'AWSIdentityStore.ListUsers'
export const store = { IdentityStoreId: 'd-1234567890' }
export const marta = {
  UserName: 'marta@acme.test',
  UserId: '90670000-1111-2222-3333-444444444444',
  IdentityStoreId: 'd-1234567890',
  Emails: [{ Value: 'marta@acme.test', Primary: true }],
  ExternalIds: [{ Issuer: 'https://idp.acme.test', Id: '1' }],
}

export const accounts = 'AWSOrganizationsV20161128.ListAccounts'
export const orders = { Id: '111122223333', Status: 'ACTIVE', JoinedMethod: 'CREATED', JoinedTimestamp: 1795334400 }

export const refused = (code: string, status: number, more: Fields = {}): Reply =>
  reply({ __type: code, Message: 'm', ...more }, status)

/** By which attribute a user is asked for. */
export const uniquely = (path: string) => ({
  ...store,
  AlternateIdentifier: { UniqueAttribute: { AttributePath: path, AttributeValue: 'marta' } },
})

export const tagging = (keys: readonly string[]) => ({
  InstanceArn: instance,
  ResourceArn: set,
  Tags: keys.map((Key) => ({ Key, Value: 'v' })),
})

export const created = (instant: unknown) => ({ PermissionSet: { ...made.PermissionSet, CreatedDate: instant } })
