// The worst that the theft of each credential allows, from the settings alone: what an owner has to answer an auditor.

import type { AwsIntegration, Settings } from '../../core/model/settings.ts'
import type { Tier } from './tier.ts'

export interface Theft {
  readonly credential: string
  /** Where it is, and how long it lives. */
  readonly lives: string
  readonly worst: string
  readonly limited: string
}

const counted = (aws: AwsIntegration, mode: string): number => aws.accounts.filter((one) => one.mode === mode).length
const accounts = (count: number): string => `${count} account${count === 1 ? '' : 's'}`

const SESSION = 'a session of at most an hour, in the memory of one job'

function applying(aws: AwsIntegration): string {
  const { groups, policies } = aws.handsOut
  const users = counted(aws, 'iam-user')
  const center = counted(aws, 'identity-center')
  const federated = counted(aws, 'okta-saml')
  const parts = [
    ...(users === 0
      ? []
      : [
          `in ${accounts(users)}, an IAM user who is there already gets a policy of any content${groups.length === 0 ? '' : `, or comes into a group (${groups.join(', ')})`}${policies.length === 0 ? '' : `, or gets ${policies.join(', ')} without an end`}`,
        ]),
    ...(center === 0
      ? []
      : [
          `somebody of the directory gets a permission set of any content in any account of the organisation${aws.identityCenter?.managementAccount === 'refused' ? ' but the home account, where it is denied' : ''}`,
        ]),
    ...(federated === 0
      ? []
      : [
          `in ${accounts(federated)}, a role of the pool gets a policy of any content; who may enter by it is Okta's to say`,
        ]),
  ]
  return parts.length === 0 ? 'nothing: no account is given access to' : parts.join('; ')
}

function takingAway(aws: AwsIntegration): string {
  const users = counted(aws, 'iam-user') > 0 ? 'IAM users lose policies and groups' : ''
  const center = counted(aws, 'identity-center') > 0 ? 'people lose assignments of Identity Center' : ''
  const federated = counted(aws, 'okta-saml') > 0 ? 'roles of the pool are emptied' : ''
  return `${[users, center, federated].filter((one) => one !== '').join('; ')}: work stops, nobody gains anything`
}

const CLOUD =
  'the boundary: no new users, keys, passwords or roles, no change of itself; CloudTrail names the run in the session'

/** Okta's roles know no difference between adding and removing: the key of every job is as strong as its scopes. */
const okta = ({ okta: integration }: Settings): readonly Theft[] =>
  integration === null
    ? []
    : [
        {
          credential: `the key to ${integration.host}`,
          lives:
            integration.credential.in === 'secret'
              ? 'in AWS Secrets Manager until it is rotated; in the memory of each job that fetches it'
              : 'among the secrets of the jobs’ environments until it is rotated',
          worst: `anybody is added to, or taken out of, any group that the administrator role of the service app reaches${integration.federation.length === 0 ? '' : ', or let into AWS by any role that an app of the settings offers'}; with an API token, whatever its maker may do`,
          limited: 'the administrator role: name the groups that may be handed out, and none that make administrators',
        },
      ]

/** Rows for what is configured; a credential that does not exist is no row. */
export function thefts(settings: Settings, tier: Tier): readonly Theft[] {
  const { aws } = settings
  const reach =
    tier === 'hardened'
      ? 'changed workflows here get no cloud rights: AWS asks for those of the locked repository'
      : 'whoever can merge a changed workflow has the cloud rights of its job'
  const cloud: readonly Theft[] =
    aws === null
      ? []
      : [
          { credential: aws.hub.apply ?? 'credentials of apply', lives: SESSION, worst: applying(aws), limited: CLOUD },
          {
            credential: aws.hub.expire ?? 'credentials of expire',
            lives: SESSION,
            worst: takingAway(aws),
            limited: 'its policy has no operation that gives',
          },
          {
            credential: aws.hub.inventory ?? 'credentials of inventory',
            lives: SESSION,
            worst: 'the IAM of every account is read: names, policies, who holds what',
            limited: 'its policy only reads',
          },
        ]
  return [
    ...cloud,
    ...okta(settings),
    {
      credential: 'GitHub token of the jobs apply and expire',
      lives: 'until the job ends',
      worst:
        'the record is rewritten, comments and issues are forged; a forged record gives nothing, and the chain shows it',
      limited: 'no rights in the cloud come from it',
    },
    {
      credential: 'GitHub token of the job merge',
      lives: 'until the job ends',
      worst: 'a pull request is merged that nobody approved: it is not proved, and so gives nothing',
      limited: reach,
    },
    {
      credential: 'GitHub account of a requester',
      lives: 'until it is locked',
      worst: 'asks in that name for what that person may ask for',
      limited: 'somebody else must approve, but for what rules give without approval',
    },
    {
      credential: 'GitHub account of an approver',
      lives: 'until it is locked',
      worst: 'approves what others ask for under the rules that name that person',
      limited: 'never for themselves; whoever asks must be somebody else',
    },
    {
      credential: 'GitHub account of an owner',
      lives: 'until it is locked',
      worst:
        settings.owners.approvals > 1
          ? `one of ${settings.owners.approvals} approvals that change the settings`
          : 'changes the settings alone',
      limited: reach,
    },
  ]
}
