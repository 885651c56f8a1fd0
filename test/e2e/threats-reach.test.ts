// Threats by what is asked for: words that dodge a deny, and access that could change its own end.

import { describe, expect, it } from 'vitest'
import { role } from '../../src/sandbox/aws/build.ts'
import { editAccount, forge } from './cloud.ts'
import { type House, inHouse } from './house.ts'
import { expectNothingGiven, givingCalls, refusals } from './judging.ts'
import { land, landSettings } from './people.ts'
import { PROD, pathOf, queueIn } from './requests.ts'

const file = (id: string, items: string): Readonly<Record<string, string>> => ({
  [pathOf(id)]:
    `for: marta\nreason: The queue is stuck\nticket: INC-1\nduration: 2h\naccess:\n  - {account: orders-prod, ${items}}\n`,
})

/** Each lands approved by two leads, so that nothing but what it asks for stands in its way. */
async function askAll(house: House, asked: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, items] of Object.entries(asked))
    land(house, { by: 'marta', files: file(id, items), approvedBy: ['tomas', 'aiko'] })
}

const QUEUE = queueIn(PROD)
const DENYING = {
  'config/rules/no-deleting.yaml': [
    'rules:',
    '  - name: no-deleting',
    '    what: {account: orders-prod, actions: ["sqs:DeleteQueue"]}',
    '    deny: Nobody deletes queues',
    '  - name: no-invoices',
    '    what: {account: orders-prod, resource: ["arn:aws:s3:::invoices*", "arn:aws:sqs:*:*:invoices"]}',
    '    deny: Nobody reads invoices',
    '  - name: wide',
    '    who: anyone',
    '    what: {account: orders-prod}',
    '    ways: [{approvedBy: {groups: [orders-leads]}}]',
    '    limits: {wildcards: allowed}',
    '',
  ].join('\n'),
}

const DODGES: Readonly<Record<string, string>> = {
  plain: `actions: ["sqs:DeleteQueue"], on: ["${QUEUE}"]`,
  loud: `actions: ["SQS:DELETEQUEUE"], on: ["${QUEUE}"]`,
  'one-letter': `actions: ["sqs:DeleteQueu?"], on: ["${QUEUE}"]`,
  'first-letter': `actions: ["sqs:?eleteQueue"], on: ["${QUEUE}"]`,
  ending: `actions: ["sqs:*Queue"], on: ["${QUEUE}"]`,
  beginning: `actions: ["sqs:D*"], on: ["${QUEUE}"]`,
  stars: `actions: ["sqs:*e*e*e*e*"], on: ["${QUEUE}"]`,
  beside: `actions: ["sqs:ReceiveMessage", "sqs:Delete*"], on: ["${QUEUE}"]`,
  level: `resource: "${QUEUE}", level: admin`,
  aws: 'policy: AmazonSQSFullAccess',
  'aws-arn': 'policy: "arn:aws:iam::aws:policy/AmazonSQSFullAccess"',
  inside: 'policy: team-queues',
  'all-but': 'policy: all-but-iam',
  narrowed: `resource: "${QUEUE}", policy: team-queues`,
  bucket: 'actions: ["s3:GetObject"], on: ["arn:aws:s3:::invoices/one"]',
  'bucket-star': 'actions: ["s3:GetObject"], on: ["arn:aws:s3:::inv*/one"]',
  'bucket-marks': 'actions: ["s3:GetObject"], on: ["arn:aws:s3:::invoice?/one"]',
  everything: 'actions: ["s3:GetObject"], on: ["arn:aws:s3:::*"]',
  region: `actions: ["sqs:ReceiveMessage"], on: ["arn:aws:sqs:*:${PROD}:invoices"]`,
  ending2: `actions: ["sqs:ReceiveMessage"], on: ["arn:aws:sqs:eu-west-1:${PROD}:in*"]`,
  prefix: 'resource: "arn:aws:s3:::invoices", level: read, prefix: 2026/',
}

const OWN = `arn:aws:iam::${PROD}:policy/daypass/harbor/`
/** Every way that we know to change what ends one's own access, or who may make it last. */
const OWN_END: Readonly<Record<string, string>> = {
  version: `actions: ["iam:CreatePolicyVersion"], on: ["${OWN}*"]`,
  default: `actions: ["iam:SetDefaultPolicyVersion"], on: ["arn:aws:iam::${PROD}:policy/*"]`,
  'by-letters': `actions: ["iam:Create?olicyVersion"], on: ["arn:aws:iam::${PROD}:policy/day*"]`,
  attach: `actions: ["iam:AttachUserPolicy"], on: ["arn:aws:iam::${PROD}:user/*"]`,
  untag: `actions: ["iam:UntagPolicy"], on: ["${OWN}x"]`,
  delete: `actions: ["iam:DeletePolicyVersion"], on: ["${OWN}x"]`,
  role: `actions: ["sts:AssumeRole"], on: ["arn:aws:iam::${PROD}:role/daypass/apply"]`,
  'role-by-letters': `actions: ["sts:AssumeRole"], on: ["arn:aws:iam::${PROD}:role/day*/appl?"]`,
  'role-by-name': 'role: daypass/apply',
  trust: `actions: ["iam:UpdateAssumeRolePolicy"], on: ["arn:aws:iam::${PROD}:role/daypass/apply"]`,
  boundary: `actions: ["iam:DeleteRolePermissionsBoundary"], on: ["arn:aws:iam::${PROD}:role/daypass/*"]`,
  provider: `actions: ["iam:UpdateOpenIDConnectProviderThumbprint"], on: ["arn:aws:iam::${PROD}:oidc-provider/token.actions.githubusercontent.com"]`,
  'level-of-role': `resource: "arn:aws:iam::${PROD}:role/daypass/apply", level: admin`,
  'level-of-policy': `resource: "${OWN}x", level: admin`,
  'policy-of-role': `resource: "arn:aws:iam::${PROD}:role/daypass/apply", policy: AdministratorAccess`,
  'level-of-user': `resource: "arn:aws:iam::${PROD}:user/*", level: admin`,
  pass: `actions: ["iam:PassRole"], on: ["arn:aws:iam::${PROD}:role/daypass/apply"]`,
}

const HERSELF = `arn:aws:iam::${PROD}:user/marta.kowal@harborgoods.example`
/** Not Daypass's own things, but a way to give herself more: rules must name it. */
const OWN_RIGHTS: Readonly<Record<string, string>> = {
  inline: `actions: ["iam:PutUserPolicy"], on: ["${HERSELF}"]`,
  tag: `actions: ["iam:TagUser"], on: ["${HERSELF}"]`,
  key: `actions: ["iam:CreateAccessKey"], on: ["${HERSELF}"]`,
  boundary: `actions: ["iam:DeleteUserPermissionsBoundary"], on: ["${HERSELF}"]`,
}

const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${PROD}:root` }, Action: 'sts:AssumeRole' }],
}

/** What owners protect by name, asked for in other ways. */
const PROTECTED_ROLES: Readonly<Record<string, string>> = {
  named: 'role: OrganizationAccountAccessRole',
  small: 'role: organizationaccountaccessrole',
  entered: `actions: ["sts:AssumeRole"], on: ["arn:aws:iam::${PROD}:role/OrganizationAccountAccessRole"]`,
  'entered-by-letters': `actions: ["sts:A*"], on: ["arn:aws:iam::${PROD}:role/Organization*"]`,
  passed: `actions: ["iam:PassRole"], on: ["arn:aws:iam::${PROD}:role/OrganizationAccountAccessRole"]`,
  trusted: `actions: ["iam:UpdateAssume*"], on: ["arn:aws:iam::${PROD}:role/OrganizationAccountAccessRole"]`,
  administered: `resource: "arn:aws:iam::${PROD}:role/OrganizationAccountAccessRole", level: admin`,
  'by-policy': `resource: "arn:aws:iam::${PROD}:role/OrganizationAccountAccessRole", policy: AdministratorAccess`,
}

/** Rules by which two leads may give whatever they like, escalating access included. */
const ANYTHING = {
  'config/rules/open.yaml':
    'rules:\n  - name: anything\n    who: anyone\n    what: {account: orders-prod, escalating: true}\n    ways: [{approvedBy: {groups: [orders-leads]}}]\n    limits: {wildcards: allowed}\n',
}

describe.concurrent('threats by what is asked for', () => {
  it(
    'wildcards, levels, bundles and policies that could mean what is denied are denied',
    inHouse(async (house) => {
      const allowing = (statement: object): object => ({ Version: '2012-10-17', Statement: [statement] })
      const all = { Effect: 'Allow', Resource: '*' }
      forge(house, { path: '/', name: 'team-queues', document: allowing({ ...all, Action: ['sqs:Del*', 'sqs:Get*'] }) })
      forge(house, { path: '/', name: 'all-but-iam', document: allowing({ ...all, NotAction: ['iam:*', 'sts:*'] }) })
      landSettings(house, DENYING)
      await askAll(house, DODGES)
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(refusals(house)).toEqual({})
      // A deny is a sentence of the owners, told for each: nobody is asked who approved it.
      const told = ran.text.match(/Nobody (deletes queues|reads invoices)/g) ?? []
      expect(told.length).toBeGreaterThanOrEqual(Object.keys(DODGES).length)
    }),
  )

  it(
    'and what lies beside what is denied is given',
    inHouse(async (house) => {
      landSettings(house, DENYING)
      await askAll(house, {
        beside: `actions: ["sqs:ReceiveMessage"], on: ["${QUEUE}"]`,
        purge: `actions: ["sqs:PurgeQueue"], on: ["${QUEUE}"]`,
      })
      const ran = await house.run('apply')
      expect(refusals(house)).toEqual({})
      expect(givingCalls(ran)).toHaveLength(4)
    }),
  )

  it(
    'a request that could edit its own end is not given, whoever approves it under whatever rules',
    inHouse(async (house) => {
      landSettings(house, ANYTHING)
      await askAll(house, OWN_END)
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      for (const id of Object.keys(OWN_END)) expect(ran.text, id).toContain(pathOf(id))
      expect(ran.text).toMatch(/could change Daypass itself/)
      expect(ran.code).toBe(2)
    }),
  )

  it(
    'what owners protect by name is given in no other way either',
    inHouse(async (house) => {
      editAccount(house, PROD, (account) => ({
        ...account,
        roles: {
          ...account.roles,
          OrganizationAccountAccessRole: role({ trust: TRUST }, 'AROAORGANIZATION'),
        },
      }))
      landSettings(house, ANYTHING)
      await askAll(house, PROTECTED_ROLES)
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      // Two more are ended by a rule that denies, or blocked since they could change Daypass itself.
      const ids = Object.keys(PROTECTED_ROLES).filter((id) => id !== 'by-policy' && id !== 'entered-by-letters')
      expect(refusals(house)).toEqual(Object.fromEntries(ids.map((id) => [id, 'rules-at-landing'])))
      expect(ran.text).toMatch(/OrganizationAccountAccessRole is protected by/)
    }),
  )

  it(
    'and one that could give its holder more is given by no rule that does not name it',
    inHouse(async (house) => {
      await askAll(house, OWN_RIGHTS)
      const ran = await house.run('apply')
      expectNothingGiven(house, ran)
      expect(refusals(house)).toEqual(Object.fromEntries(Object.keys(OWN_RIGHTS).map((id) => [id, 'rules-at-landing'])))
      expect(ran.code).toBe(2)
    }),
  )
})
