// What a user or role could do, asked without doing it: SimulatePrincipalPolicy.

import { type Context, contextOf } from '../../access/context.ts'
import { identityVerdict } from '../../access/decide.ts'
import { type Principal, principalOf } from '../../access/principal.ts'
import { done, refuse, type Structure } from '../answer.ts'
import { arnParts, iamArn, nameInArn } from '../arns.ts'
import type { Asked, Operations } from '../operation.ts'
import { pageOf } from '../page.ts'
import { paging } from '../parameters.ts'
import { structuresOf, text, textOf, textsOf } from '../query.ts'
import { own } from '../world.ts'

/** The role or user of this account that an ARN names, path included. */
function simulated({ aws, account, now }: Asked, arn: string): Principal | null {
  const name = nameInArn(arn)
  const rest = arnParts(arn)?.rest ?? ''
  const kind = rest.startsWith('user/') ? 'user' : 'role'
  const found = kind === 'user' ? own(account.users, name) : own(account.roles, name)
  if (found === undefined || iamArn(aws.partition, account.id, kind, found.path, name) !== arn) return null
  return principalOf(
    aws,
    kind === 'user' ? { account: account.id, user: name } : { account: account.id, role: name },
    now,
  )
}

const given = ({ input }: Asked): Context =>
  contextOf(
    Object.fromEntries(
      structuresOf(input, 'ContextEntries').map((entry) => [
        textOf(entry, 'ContextKeyName') ?? '',
        textsOf(entry, 'ContextKeyValues'),
      ]),
    ),
  )

/** A simulation knows of the request what it was told, and of the caller what the caller is (IAM user guide, policy simulator). */
function result(principal: Principal, context: Context, action: string, resource: string): Structure {
  const { allowed, because } = identityVerdict(principal, {
    action,
    resource,
    context: contextOf(principal.context, context),
  })
  const denied = because.some((one) => one.startsWith('denied by'))
  const bounded = because.some((one) => one.includes('permissions boundary'))
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: allowed ? 'allowed' : denied ? 'explicitDeny' : 'implicitDeny',
    MatchedStatements: [],
    MissingContextValues: [],
    ...(principal.boundary === null
      ? {}
      : { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: !bounded && !denied } }),
  }
}

const simulatePrincipalPolicy = (asked: Asked) => {
  const arn = text(asked.input, 'PolicySourceArn')
  const principal = simulated(asked, arn)
  if (principal === null) return refuse.noSuchEntity(`${arn} cannot be found.`)
  const resources = textsOf(asked.input, 'ResourceArns')
  const context = given(asked)
  const results = textsOf(asked.input, 'ActionNames').flatMap((action) =>
    (resources.length === 0 ? ['*'] : resources).map((resource) => () => result(principal, context, action, resource)),
  )
  const page = pageOf(results, asked.input, asked.aws.pageSize)
  if (page.is === 'refused') return page
  return done(asked.account, { EvaluationResults: page.items.map((one) => one()), ...page.more })
}

export const simulationOperations: Operations = {
  SimulatePrincipalPolicy: {
    writes: false,
    takes: {
      PolicySourceArn: 'arn',
      ActionNames: 'actionNames',
      'ResourceArns?': 'resourceNames',
      'ContextEntries?': 'contextEntries',
      ...paging,
    },
    aim: ({ input }) => ({ resource: text(input, 'PolicySourceArn') }),
    run: simulatePrincipalPolicy,
  },
}
