// Whether the judge of AWS JSON 1.1 sees what is wrong with a request.

import { describe, expect, it } from 'vitest'
import {
  accounts,
  arrival,
  asked,
  create,
  instance,
  judged,
  made,
  refused,
  reply,
  set,
  store,
  tagging,
  uniquely,
} from './json-ground.ts'
import { specsAreHere } from './specs.ts'

describe.runIf(specsAreHere)('the judge of AWS JSON', () => {
  it.each<[string, string, unknown, string]>([
    [
      'an unknown service',
      'SWBInternalService.ListInstances',
      {},
      '"SWBInternalService.ListInstances" is of no service',
    ],
    ['an unknown operation', 'SWBExternalService.MakePermissionSet', {}, 'no operation "MakePermissionSet"'],
    ['an operation of another service', 'SWBExternalService.ListUsers', store, 'no operation "ListUsers"'],
    ['no JSON', create, 'Action=CreatePermissionSet', 'is no JSON object'],
    ['a list for an object', create, [asked], 'is no JSON object'],
    ['a missing member', create, { InstanceArn: instance }, 'Name: is missing'],
    ['a missing member below', create, { ...asked, Tags: [{ Key: 'k' }] }, 'Tags.1.Value: is missing'],
    ['an unknown member', create, { ...asked, Colour: 'red' }, 'Colour: is not in the model'],
    [
      'an unknown member below',
      create,
      { ...asked, Tags: [{ Key: 'k', Value: 'v', Id: 1 }] },
      'Tags.1.Id: is not in the model',
    ],
    ['a name of another case', create, { ...asked, name: 'x' }, 'name: is not in the model'],
    ['a name that is too long', create, { ...asked, Name: 'p'.repeat(33) }, 'Name: its length is 33, more than 32'],
    ['a name with a blank', create, { ...asked, Name: 'p p' }, 'Name: "p p" does not match'],
    ['an ARN of another thing', create, { ...asked, InstanceArn: set }, 'InstanceArn: "arn:aws:sso:::permissionSet'],
    ['a number for a text', create, { ...asked, Name: 5 }, 'Name: is a number, no string'],
    ['a null', create, { ...asked, Description: null }, 'Description: is null, no string'],
    ['a text for a list', create, { ...asked, Tags: 'k=v' }, 'Tags: is a string, no list'],
    ['an object for a list', create, { ...asked, Tags: { k: 'v' } }, 'Tags: is an object, no list'],
    ['a text for an object', create, { ...asked, Tags: ['k=v'] }, 'Tags.1: is a string, no structure'],
    [
      'a list that is too long',
      'SWBExternalService.TagResource',
      tagging(Array(76).fill('k')),
      'Tags: its length is 76, more than 75',
    ],
    [
      'a word out of an enum',
      'SWBExternalService.ProvisionPermissionSet',
      { InstanceArn: instance, PermissionSetArn: set, TargetType: 'ALL' },
      'TargetType: "ALL" is none of AWS_ACCOUNT, ALL_PROVISIONED_ACCOUNTS',
    ],
    ['a number out of range', accounts, { MaxResults: 21 }, 'MaxResults: is 21, more than 20'],
    ['a number in quotes', accounts, { MaxResults: '20' }, 'MaxResults: is a string, no integer'],
    ['a number with a fraction', accounts, { MaxResults: 1.5 }, 'MaxResults: "1.5" is no integer'],
    [
      'a union of two',
      'AWSIdentityStore.GetUserId',
      {
        ...store,
        AlternateIdentifier: { ExternalId: { Issuer: 'i', Id: '1' }, ...uniquely('userName').AlternateIdentifier },
      },
      'AlternateIdentifier: is a union of 2 members',
    ],
    [
      'a path out of its pattern',
      'AWSIdentityStore.GetUserId',
      uniquely('user name'),
      'UniqueAttribute.AttributePath: "user name" does not match',
    ],
    [
      'an issuer that is kept for AWS',
      'AWSIdentityStore.GetUserId',
      { ...store, AlternateIdentifier: { ExternalId: { Issuer: 'AWS:x', Id: '1' } } },
      'ExternalId.Issuer: "AWS:x" does not match',
    ],
    [
      'input where there is none',
      'AWSOrganizationsV20161128.DescribeOrganization',
      { Id: 'o-1' },
      'Id: is not in the model',
    ],
  ])('sees %s in a request', (_what, target, body, said) => {
    expect(judged(arrival(target, body), refused('ValidationException', 400))).toContain(said)
  })

  it('sees a request by another method or of another type', () => {
    const headers = { 'content-type': 'application/json', 'x-amz-target': create }
    expect(judged(arrival(create, asked, { method: 'PUT', headers }), reply(made))).toBe(
      'by PUT\ncontent-type: is "application/json"',
    )
  })
})
