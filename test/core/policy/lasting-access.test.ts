// Whether every action of AWS that by its name writes who may use something counts as escalating, or was looked at.

import { describe, expect, it } from 'vitest'
import { onlyReads } from '../../../src/core/policy/actions.ts'
import { escalating } from '../../../src/core/policy/escalation.ts'
import { loadKnowledge } from '../../../src/knowledge/load.ts'
import { allow, policy } from './support.ts'

const aws = await loadKnowledge()
const WRITES =
  /:(Put|Create|Update|Set|Add|Modify|Attach)\w*(Polic(y|ies)|PolicyStatement|Permissions?|AccessGrant|Acl)$/

/** Policies and permissions of another kind: how long, how fast or where things are kept, sent and cached. */
const OF_ANOTHER_KIND: readonly RegExp[] = [
  /(Lifecycle|Scaling|Retention|Scheduling|Backup|DataProtection|Index|Account|Metric|Cors|Stickiness|AutoTermination)Policy$/,
  /(Cache|ContinuousDeployment|OriginRequest|ResponseHeaders|Traffic|Resiliency|Metering|Feed|StorageTier)Policy$/,
  /(Firewall|PlaybackRestriction|AutomaticTapeCreation|DataRetrieval|CoreNetwork|Reasoning|Password)Policy$/,
  /^(elasticloadbalancing:(CreateLoadBalancerPolicy|SetWebAcl)|ec2:(CreateNetworkAcl|CreateIpamPolicy))$/,
  /^(memorydb:(Create|Update)Acl|cloudformation:SetStackPolicy|fms:PutPolicy|network-security-manager:\w+)$/,
  /^(resiliencehub:\w+|securityhub:\w+ConfigurationPolicy|mediaconvert:PutPolicy|quicksight:\w+ApprovalPolicy)$/,
  /^(ses:UpdateReputationEntityPolicy|workdocs:AddNotificationPermissions|workspaces:ModifySelfservicePermissions)$/,
  // A policy that is attached to nobody gives nothing; attaching it is in the table.
  /^(iam|iot):CreatePolicy$/,
]

/** Made for previews that nobody outside AWS may call. */
const NOT_CALLED = /^appmesh-preview:/

const named = () =>
  aws
    .services()
    .flatMap((service) => aws.actions(service).map(({ name, level }) => ({ action: `${service}:${name}`, level })))
    .filter(({ action, level }) => !onlyReads(level) && WRITES.test(action))

describe('access that stays when it has ended', () => {
  it('is looked for among enough names for that to mean something', () => {
    expect(named().length).toBeGreaterThan(150)
  })

  it('is escalating, whatever level AWS puts it at', () => {
    const missed = named()
      .map(({ action }) => action)
      .filter((action) => !NOT_CALLED.test(action) && !OF_ANOTHER_KIND.some((kind) => kind.test(action)))
      .filter((action) => escalating(policy(allow([action])), aws).length === 0)
    expect(missed).toEqual([])
  })

  it.each(['cognito-idp:AdminSetUserPassword', 'ds:ResetUserPassword', 'elasticmapreduce:AddJobFlowSteps'])(
    'by %s is escalating though its name does not tell',
    (action) => expect(escalating(policy(allow([action])), aws)).toHaveLength(1),
  )
})
