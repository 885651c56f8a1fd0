// Settings files that say all that can be said, and how files at the root of a repository are read.

import { readSettings } from '../../../src/core/documents/settings.ts'
import { KINDS } from '../../../src/core/entitlements/index.ts'
import { fileOf } from './files-of.ts'

export const MODES = ['iam-user', 'identity-center', 'okta-saml']

export const FILES = {
  'daypass.yaml': `version: 1
installation: harbor
owners: {people: [nadia, oscar, priya, tomas], approvals: 3}
forms: {bot: 41898282}
limits: {strays: 3, maxDuration: 2d, claimWithin: 3h, waitingTime: 4d, reviewAge: 5d, itemsPerRequest: 6}
protected: {people: [nadia], targets: [prod, okta], things: [Admin, "/^break-.*$/"]}
`,
  'people.yaml': `people:
  nadia: {id: 1, login: nadia-berg, email: nadia@harbor.example, groups: [engineers, security]}
  oscar: {id: 2, login: oscar-lind, email: oscar@harbor.example, manager: nadia, groups: [engineers]}
  priya: {id: 3, login: priya-rao, email: priya@harbor.example}
  tomas: {id: 4, login: tomas-hall, email: tomas@harbor.example}
`,
  'bundles.yaml': `bundles:
  oncall:
    says: What on-call needs
    duration: 2h
    items:
      - {policy: ViewOnlyAccess}
      - {okta: Grafana Admins}
  reading: {says: Looking around, items: [{role: Reader}]}
`,
  'holds.yaml': `holds:
  - {person: oscar, because: Laptop stolen, since: "2026-12-01T09:00:00+01:00"}
  - {target: prod, because: Incident}
  - {request: oscar-queue, because: Asked for too much}
  - {everything: true, because: All stop}
`,
  'integrations/aws.yaml': `partition: aws
region: eu-west-1
hub:
  apply: arn:aws:iam::999900001111:role/daypass/hub-apply
  expire: arn:aws:iam::999900001111:role/daypass/hub-expire
  inventory: arn:aws:iam::999900001111:role/daypass/hub-inventory
roles: {expire: access/expire}
externalId: harbor-1
inventory: {aggregator: eu-central-1}
identityCenter: {home: "999900001111", region: eu-north-1, match: email, managementAccount: allowed, sets: merged}
trust:
  repository: harbor/access
  repositoryId: 11
  ownerId: 12
  branch: live
  workflows: {repository: harbor/locked, ref: refs/tags/v1}
  administrators: [Root]
handsOut: {groups: [readers], policies: [ViewOnlyAccess]}
accounts:
  - name: prod
    id: "111122223333"
    mode: iam-user
    ou: /work/prod
    tags: {env: prod}
    identity: {match: tag, tag: mail}
    closing: true
  - {name: stage, id: "444455556666", mode: identity-center}
  - {name: shop, id: "777788889999", mode: okta-saml, identity: {match: localPart}}
`,
  'integrations/okta.yaml': `org: https://harbor.okta.com
credential: {secret: "arn:aws:secretsmanager:eu-west-1:999900001111:secret:okta"}
match: email
directory: {groups: {leads: Orders Leads}, github: {id: githubId, login: githubLogin}, manager: managerEmail}
federation:
  - {account: shop, app: 0oa1shop, provider: Okta, roles: 20, marker: ours}
closing: true
`,
}

export const read = (files: Readonly<Record<string, string>>) =>
  readSettings(
    Object.entries(files).map(([path, text]) => fileOf(path, text)),
    '',
    KINDS,
    MODES,
  )
