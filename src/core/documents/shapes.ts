// What the shapes of the documents are: generated from schemas/ by `npm run types`, never edited.

export interface Shapes {
  daypass: DaypassFile
  people: PeopleFile
  bundles: BundlesFile
  rules: RulesFile
  holds: HoldsFile
  aws: AwsIntegrationFile
  okta: OktaIntegrationFile
  request: RequestFile
}
/**
 * The main settings of a Daypass installation: config/daypass.yaml.
 */
export interface DaypassFile {
  /**
   * The version of the files' shape.
   */
  version: 1
  /**
   * The name of this installation; it stands in the name of everything Daypass makes and cannot change while access is held.
   */
  installation: string
  owners: OwnersEntry
  forms?: FormsEntry
  limits?: LimitsEntry
  protected?: ProtectedEntry
}
/**
 * Who approves changes of settings.
 */
export interface OwnersEntry {
  /**
   * Handles of the owners; one more than approvals at least.
   *
   * @minItems 1
   * @maxItems 50
   */
  people: string[]
  /**
   * How many owners must approve a change of settings.
   */
  approvals?: number
}
/**
 * Requests that the bot writes for people: from issue forms and from comments.
 */
export interface FormsEntry {
  /**
   * GitHub's numeric id of the account whose pull requests count as written for the author of the issue or comment; 41898282 is github-actions[bot].
   */
  bot: number
}
/**
 * What a run, a request and an approval may do at most.
 */
export interface LimitsEntry {
  /**
   * How many things that carry our mark and stand in no request one run may remove per account.
   */
  strays?: number
  /**
   * The longest that any request may ask for.
   */
  maxDuration?: string
  /**
   * A request not first granted within this time of its merge (or its `from`) is dead.
   */
  claimWithin?: string
  /**
   * How long a pull request may wait for approval.
   */
  waitingTime?: string
  /**
   * How old an approval may be at the merge.
   */
  reviewAge?: string
  /**
   * How many items one request may hold, counted per account and with bundles unfolded.
   */
  itemsPerRequest?: number
}
/**
 * What Daypass never touches or hands out.
 */
export interface ProtectedEntry {
  /**
   * Handles of people who are never given anything.
   *
   * @maxItems 200
   */
  people?: string[]
  /**
   * Accounts in which nothing is ever given.
   *
   * @maxItems 200
   */
  targets?: string[]
  /**
   * Names or ARNs of policies, roles and groups that are never handed out.
   *
   * @maxItems 200
   */
  things?: string[]
}
/**
 * Everybody Daypass knows: config/people.yaml. The only file with e-mail addresses; all others use handles.
 */
export interface PeopleFile {
  /**
   * Handle → person.
   */
  people: {
    [k: string]: PersonEntry
  }
}
export interface PersonEntry {
  /**
   * GitHub's numeric user id (https://api.github.com/users/<login>): logins can be renamed and taken by others.
   */
  id: number
  /**
   * The GitHub login, for people to read.
   */
  login: string
  /**
   * The e-mail address by which accounts know the person.
   */
  email: string
  /**
   * The short name of a person, as people.yaml says it.
   */
  manager?: string
  /**
   * The groups the person belongs to. A group is whatever people name here.
   *
   * @maxItems 200
   */
  groups?: string[]
}
/**
 * Named sets of items that people ask for together: config/bundles.yaml. A bundle names no account.
 */
export interface BundlesFile {
  /**
   * Name → what it holds.
   */
  bundles: {
    [k: string]: BundleEntry
  }
}
export interface BundleEntry {
  /**
   * What it is for, in one sentence that approvers read.
   */
  says: string
  /**
   * How long, when a request does not say; the shortest of several bundles counts.
   */
  duration?: string
  /**
   * What the bundle holds; items as in a request, without their account.
   *
   * @minItems 1
   * @maxItems 50
   */
  items: (PolicyItem | RoleItem | GroupItem | PermissionSetItem | ResourceItem | ActionsItem | OktaItem | BundleItem)[]
}
/**
 * A managed policy of AWS or of the account.
 */
export interface PolicyItem {
  /**
   * The account, or a list of accounts.
   */
  account?: string | string[]
  /**
   * The name or the ARN of a managed policy.
   */
  policy: string
}
/**
 * A role that exists in the account and may be assumed.
 */
export interface RoleItem {
  /**
   * The account, or a list of accounts.
   */
  account?: string | string[]
  /**
   * The name (with its path, if it has one) or the ARN of a role.
   */
  role: string
}
/**
 * A group of IAM users in the account to be a member of. Membership does not end by itself.
 */
export interface GroupItem {
  /**
   * The account, or a list of accounts.
   */
  account?: string | string[]
  /**
   * The name or the ARN of an IAM group.
   */
  group: string
}
/**
 * A permission set of IAM Identity Center as it is. The assignment does not end by itself.
 */
export interface PermissionSetItem {
  /**
   * The account, or a list of accounts.
   */
  account?: string | string[]
  /**
   * The name or the ARN of a permission set.
   */
  permissionSet: string
}
/**
 * One resource and what lies in it: as much as a level says, or a policy limited to it.
 */
export interface ResourceItem {
  /**
   * The account, or a list of accounts.
   */
  account?: string | string[]
  /**
   * The ARN of the resource, in the item's account; * only where rules say `wildcards: allowed`.
   */
  resource: string
  /**
   * read: looks; write: works with what is in it, too; admin: makes, removes, configures and shares it, too.
   */
  level?: 'read' | 'write' | 'admin'
  /**
   * Instead of a level: the name or the ARN of a managed policy, of which only what can be limited to the resource is given.
   */
  policy?: string
  /**
   * Of a bucket, only the objects whose keys begin so. Taken literally; end it with / to mean a folder.
   */
  prefix?: string
}
/**
 * Single actions on named resources.
 */
export interface ActionsItem {
  /**
   * The account, or a list of accounts.
   */
  account?: string | string[]
  /**
   * Actions as AWS writes them, * for any text.
   *
   * @minItems 1
   * @maxItems 200
   */
  actions: string[]
  /**
   * ARNs of the resources, all in the item's account; * alone only for actions that take no resource.
   *
   * @minItems 1
   * @maxItems 200
   */
  on: string[]
}
/**
 * A group of Okta to be a member of. Membership does not end by itself: Daypass ends it.
 */
export interface OktaItem {
  /**
   * The name of a group in Okta, as the admin console shows it.
   */
  okta: string
}
/**
 * Everything a bundle holds (bundles.yaml). Without an account only where everything in it lies in Okta.
 */
export interface BundleItem {
  /**
   * The account, or a list of accounts.
   */
  account?: string | string[]
  /**
   * The name of a bundle, as bundles.yaml says it.
   */
  bundle: string
}
/**
 * Who may ask for what, and whose approval it takes: config/rules/*.yaml. All limits of all matching rules hold, any one way of any matching rule is enough, any deny ends it.
 */
export interface RulesFile {
  /**
   * @maxItems 500
   */
  rules: RuleEntry[]
}
/**
 * Matches by `who` and `what`; says ways, limits, or a deny.
 */
export interface RuleEntry {
  /**
   * Names the rule in every verdict.
   */
  name: string
  /**
   * Whose requests it is about; without it, everyone's.
   */
  who?: 'anyone' | WhoEntry
  what: WhatEntry
  /**
   * Any one is enough.
   *
   * @minItems 1
   * @maxItems 20
   */
  ways?: ('auto' | ApprovedByWay | BreakGlassWay)[]
  limits?: RuleLimitsEntry
  /**
   * Ends it with this sentence, for live access too.
   */
  deny?: string
}
/**
 * These people and the members of these groups.
 */
export interface WhoEntry {
  /**
   * @minItems 1
   * @maxItems 200
   */
  people?: string[]
  /**
   * @minItems 1
   * @maxItems 200
   */
  groups?: string[]
}
/**
 * What is asked for. All keys must hold; within a key any pattern is enough; what `not` matches is left out.
 */
export interface WhatEntry {
  /**
   * Account names as patterns, or accounts by their tags and organisational unit.
   */
  account?: string | string[] | AccountFilter
  /**
   * One pattern or several; any one is enough.
   */
  ou?: string | string[]
  tags?: TagPatterns1
  /**
   * One pattern or several; any one is enough.
   */
  region?: string | string[]
  resourceTags?: TagPatterns2
  /**
   * Kinds of item such as policy, role, group, resource, actions.
   */
  kind?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  policy?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  role?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  group?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  permissionSet?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  okta?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  actions?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  resource?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  level?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  reach?: string | string[]
  /**
   * Risk, or a list of risks.
   */
  risk?: ('low' | 'high' | 'escalating') | ('low' | 'high' | 'escalating')[]
  /**
   * Whether the access ends by itself.
   */
  endsByItself?: boolean
  /**
   * Whether the access can create lasting access.
   */
  escalating?: boolean
  /**
   * Whether the access can change permissions, as AWS's data call it. Roles and groups are not looked into.
   */
  managesPermissions?: boolean
  /**
   * What one of these matches is not meant.
   */
  not?: FilterEntry | FilterEntry[]
}
/**
 * Accounts by name, tags and organisational unit; all that is said must hold.
 */
export interface AccountFilter {
  /**
   * One pattern or several; any one is enough.
   */
  name?: string | string[]
  tags?: TagPatterns
  /**
   * One pattern or several; any one is enough.
   */
  ou?: string | string[]
}
/**
 * Tag → patterns of its value; all tags named must match.
 */
export interface TagPatterns {
  /**
   * One pattern or several; any one is enough.
   */
  [k: string]: string | string[]
}
/**
 * Tag → patterns of its value; all tags named must match.
 */
export interface TagPatterns1 {
  /**
   * One pattern or several; any one is enough.
   */
  [k: string]: string | string[]
}
/**
 * Tag → patterns of its value; all tags named must match.
 */
export interface TagPatterns2 {
  /**
   * One pattern or several; any one is enough.
   */
  [k: string]: string | string[]
}
/**
 * All keys must hold; within a key any pattern is enough.
 */
export interface FilterEntry {
  /**
   * Account names as patterns, or accounts by their tags and organisational unit.
   */
  account?: string | string[] | AccountFilter
  /**
   * One pattern or several; any one is enough.
   */
  ou?: string | string[]
  tags?: TagPatterns3
  /**
   * One pattern or several; any one is enough.
   */
  region?: string | string[]
  resourceTags?: TagPatterns4
  /**
   * Kinds of item such as policy, role, group, resource, actions.
   */
  kind?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  policy?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  role?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  group?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  permissionSet?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  okta?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  actions?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  resource?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  level?: string | string[]
  /**
   * One pattern or several; any one is enough.
   */
  reach?: string | string[]
  /**
   * Risk, or a list of risks.
   */
  risk?: ('low' | 'high' | 'escalating') | ('low' | 'high' | 'escalating')[]
  /**
   * Whether the access ends by itself.
   */
  endsByItself?: boolean
  /**
   * Whether the access can create lasting access.
   */
  escalating?: boolean
  /**
   * Whether the access can change permissions, as AWS's data call it. Roles and groups are not looked into.
   */
  managesPermissions?: boolean
}
/**
 * Tag → patterns of its value; all tags named must match.
 */
export interface TagPatterns3 {
  /**
   * One pattern or several; any one is enough.
   */
  [k: string]: string | string[]
}
/**
 * Tag → patterns of its value; all tags named must match.
 */
export interface TagPatterns4 {
  /**
   * One pattern or several; any one is enough.
   */
  [k: string]: string | string[]
}
export interface ApprovedByWay {
  approvedBy: ApproversEntry
}
/**
 * Who may approve, and how many of them it takes.
 */
export interface ApproversEntry {
  /**
   * @minItems 1
   * @maxItems 200
   */
  people?: string[]
  /**
   * @minItems 1
   * @maxItems 200
   */
  groups?: string[]
  /**
   * The manager of the person who gets the access.
   */
  manager?: true
  /**
   * How many of them.
   */
  approvals?: number
}
export interface BreakGlassWay {
  breakGlass: BreakGlassEntry
}
export interface BreakGlassEntry {
  /**
   * Who may take it.
   */
  who: 'anyone' | WhoEntry
  reviewedBy: ReviewersEntry
  /**
   * How soon it must be reviewed.
   */
  within: string
}
/**
 * Who looks at it afterwards.
 */
export interface ReviewersEntry {
  /**
   * @minItems 1
   * @maxItems 200
   */
  people?: string[]
  /**
   * @minItems 1
   * @maxItems 200
   */
  groups?: string[]
  /**
   * The manager of the person who got the access.
   */
  manager?: true
}
/**
 * All limits of all matching rules hold together, the strictest wins.
 */
export interface RuleLimitsEntry {
  /**
   * Longest window.
   */
  maxDuration?: string
  /**
   * A reason must be given.
   */
  reason?: 'required'
  /**
   * A whole-name pattern: * is any text, ? one character; between slashes a regular expression.
   */
  ticket?: string
  /**
   * Only access that ends by itself.
   */
  endsByItself?: 'required'
  /**
   * At least so many approvals; rules out auto.
   */
  approvals?: number
  /**
   * A managed policy that cannot be copied may be attached as it is. Every matching rule must say so.
   */
  directAttachment?: 'allowed'
  /**
   * The ARN of a single resource may hold wildcards. Every matching rule must say so.
   */
  wildcards?: 'allowed'
  /**
   * One may ask for somebody else. Every matching rule must say so.
   */
  onBehalf?: 'allowed'
}
/**
 * The red button: config/holds.yaml. What is named here must not be held. Adding a hold needs no approval, lifting one is a change of settings.
 */
export interface HoldsFile {
  /**
   * @maxItems 500
   */
  holds: (PersonHold | TargetHold | RequestHold | EverythingHold)[]
}
export interface PersonHold {
  /**
   * The short name of a person, as people.yaml says it.
   */
  person: string
  /**
   * A sentence for people.
   */
  because: string
  /**
   * A date and a time with Z or an offset.
   */
  since?: string
}
export interface TargetHold {
  /**
   * The name of an account, as integrations/aws.yaml says it.
   */
  target: string
  /**
   * A sentence for people.
   */
  because: string
  /**
   * A date and a time with Z or an offset.
   */
  since?: string
}
export interface RequestHold {
  /**
   * The id of a request: its file's name without .yaml.
   */
  request: string
  /**
   * A sentence for people.
   */
  because: string
  /**
   * A date and a time with Z or an offset.
   */
  since?: string
}
export interface EverythingHold {
  everything: true
  /**
   * A sentence for people.
   */
  because: string
  /**
   * A date and a time with Z or an offset.
   */
  since?: string
}
/**
 * The AWS accounts and how Daypass reaches them: config/integrations/aws.yaml.
 */
export interface AwsIntegrationFile {
  /**
   * The AWS partition of all accounts.
   */
  partition: string
  /**
   * The region whose STS endpoint is used.
   */
  region: string
  hub?: HubEntry
  roles?: RolesEntry
  /**
   * The external id that the accounts' roles demand.
   */
  externalId?: string
  inventory?: InventoryEntry
  identityCenter?: IdentityCenterEntry
  trust?: TrustEntry
  handsOut?: HandsOutEntry
  /**
   * Every account that can be asked for.
   *
   * @minItems 1
   * @maxItems 2000
   */
  accounts: AccountEntry[]
}
/**
 * The role each job takes with GitHub's OIDC token before it enters the accounts; without one, the runner's own credentials are used.
 */
export interface HubEntry {
  /**
   * The ARN of an IAM role.
   */
  apply?: string
  /**
   * The ARN of an IAM role.
   */
  expire?: string
  /**
   * The ARN of an IAM role.
   */
  inventory?: string
}
/**
 * Path and name of each job's role in every account.
 */
export interface RolesEntry {
  apply?: string
  expire?: string
  inventory?: string
}
/**
 * What there is in the accounts is read through AWS Resource Explorer, which `daypass setup` then prints, too. Without it only users, roles and policies are read.
 */
export interface InventoryEntry {
  /**
   * The region that brings together what the others index, in accounts that have no such region yet; one that is there stays.
   */
  aggregator: string
}
/**
 * The IAM Identity Center of the organisation, for accounts with `mode: identity-center`. Instance and identity store are found there.
 */
export interface IdentityCenterEntry {
  /**
   * The account Daypass works from: the management account, or a delegated administrator of Identity Center. Twelve digits, in quotes.
   */
  home: string
  /**
   * The region in which Identity Center was enabled.
   */
  region: string
  /**
   * How a person is found in the identity store: userName: user name = e-mail; email: primary e-mail = e-mail.
   */
  match?: 'userName' | 'email'
  /**
   * Whether access may be given in the organisation's management account, where no service control policy holds.
   */
  managementAccount?: 'refused' | 'allowed'
  /**
   * separate: a permission set for each thing that somebody holds; merged: one for each person and account, for organisations near the quota of permission sets.
   */
  sets?: 'separate' | 'merged'
}
/**
 * Whose jobs may take the hub roles. `daypass setup` writes it into the roles' trust, `daypass verify` compares.
 */
export interface TrustEntry {
  /**
   * The GitHub repository that holds these files.
   */
  repository: string
  /**
   * GitHub's numeric id of the repository: names can be given away, ids cannot (`gh api repos/OWNER/NAME --jq .id`).
   */
  repositoryId: number
  /**
   * GitHub's numeric id of the repository's owner (`gh api repos/OWNER/NAME --jq .owner.id`).
   */
  ownerId: number
  /**
   * The default branch: jobs of no other branch get a session.
   */
  branch?: string
  workflows?: TrustedWorkflowsEntry
  /**
   * Names of the roles that may still change what Daypass lives on; `*` and `?` are wildcards. The service control policy that `daypass setup` prints leaves them alone.
   *
   * @minItems 1
   * @maxItems 20
   */
  administrators?: string[]
}
/**
 * The hardened tier: a separate, locked repository that holds the workflows. Only its files, as they are at this ref, get a session.
 */
export interface TrustedWorkflowsEntry {
  /**
   * The repository that holds the reusable workflows.
   */
  repository: string
  /**
   * What callers write after the @: a full commit SHA, or a tag or branch that a rule keeps from moving, written whole.
   */
  ref: string
}
/**
 * What may be handed out as it is, without an end of its own. AWS itself denies Daypass's roles everything else, so it is deployed with `daypass setup`.
 */
export interface HandsOutEntry {
  /**
   * IAM groups that people may be added to, by name; `*` and `?` are wildcards.
   *
   * @maxItems 50
   */
  groups?: string[]
  /**
   * Managed policies that may be attached as they are where a rule says `directAttachment: allowed`, by name; `*` and `?` are wildcards.
   *
   * @maxItems 20
   */
  policies?: string[]
}
export interface AccountEntry {
  /**
   * The name of an account, as integrations/aws.yaml says it.
   */
  name: string
  /**
   * The account's twelve digits, in quotes.
   */
  id: string
  /**
   * How people come to hold access there.
   */
  mode: string
  /**
   * The path of the account's organisational unit.
   */
  ou?: string
  /**
   * Tags that rules can ask for.
   */
  tags?: {
    [k: string]: string
  }
  identity?: IdentityEntry
  /**
   * The account is leaving: nothing is given any more, what is there is taken away.
   */
  closing?: boolean
}
/**
 * How a person is found among the account's IAM users.
 */
export interface IdentityEntry {
  /**
   * userName: user name = e-mail; localPart: user name = the e-mail up to the @; tag: a tag's value = e-mail.
   */
  match: 'userName' | 'localPart' | 'tag'
  /**
   * The tag that holds the e-mail, for `match: tag`.
   */
  tag?: string
}
/**
 * The Okta organisation and how Daypass reaches it: config/integrations/okta.yaml.
 */
export interface OktaIntegrationFile {
  /**
   * The address of the organisation, as people sign in to it (not the admin console's, not an address of its own).
   */
  org: string
  credential?: OktaCredentialEntry
  /**
   * How a person is found in Okta: login: login = e-mail; email: primary e-mail = e-mail.
   */
  match?: 'login' | 'email'
  directory?: DirectoryEntry
  /**
   * Apps "AWS Account Federation" in Okta, each for one account with `mode: okta-saml`.
   *
   * @maxItems 500
   */
  federation?: FederationEntry[]
  /**
   * Okta is leaving: nothing is given there any more, what is there is taken away.
   */
  closing?: boolean
}
/**
 * Where the key to Okta is kept, never in this repository. Without it, the job's environment holds it in OKTA_CREDENTIAL.
 */
export interface OktaCredentialEntry {
  /**
   * The ARN of a secret in AWS Secrets Manager, in the account of the hub roles. It names the organisation beside the key, and the key goes nowhere else.
   */
  secret: string
}
/**
 * What Okta decides about people. Whoever is deactivated or suspended in Okta can neither get, approve nor keep access.
 */
export interface DirectoryEntry {
  /**
   * Groups that rules name → the group of Okta that fills each. Okta alone decides who is in them, and Daypass never hands them out.
   */
  groups?: {
    [k: string]: string
  }
  github?: GithubAttributesEntry
  /**
   * The profile attribute that holds the manager's e-mail address.
   */
  manager?: string
}
/**
 * Profile attributes with a person's GitHub account. With them, members of these groups need no entry in people.yaml; those who have one are compared with it.
 */
export interface GithubAttributesEntry {
  /**
   * The attribute that holds GitHub's numeric user id. Nobody but administrators of Okta may be able to change it.
   */
  id: string
  /**
   * The attribute that holds the GitHub login.
   */
  login: string
}
export interface FederationEntry {
  /**
   * The name of an account, as integrations/aws.yaml says it.
   */
  account: string
  /**
   * The app's id in Okta.
   */
  app: string
  /**
   * The name of the SAML provider in the account.
   */
  provider: string
  /**
   * How many roles the account has for people who are given something: as many people as can hold something at once. After a change Okta must refresh its application data.
   */
  roles?: number
  /**
   * A boolean attribute of the app's users that says whom Daypass assigned to the app.
   */
  marker?: string
}
/**
 * A request for access that ends: config/requests/** /<id>.yaml. A merged request does not change; add another file to extend it, delete it to end it.
 */
export interface RequestFile {
  /**
   * The short name of a person, as people.yaml says it.
   */
  for: string
  /**
   * Why, for the approver and for whoever reads the record later.
   */
  reason?: string
  /**
   * The ticket this belongs to.
   */
  ticket?: string
  /**
   * How long, counted from the merge (or from `from`). Without it and `until`, the shortest duration of the bundles asked for.
   */
  duration?: string
  /**
   * A date and a time with Z or an offset.
   */
  from?: string
  /**
   * A date and a time with Z or an offset.
   */
  until?: string
  /**
   * An emergency that cannot wait for approval: given at once where a rule lets this person break the glass, reviewed afterwards, and told loudly. A reason must be there. An approval before the merge makes it needless.
   */
  breakGlass?: true
  /**
   * The issue whose form wrote this file; its author is the requester.
   */
  issue?: number
  /**
   * The comment `/extend` that the bot wrote this file for; its author is the requester.
   */
  comment?: number
  /**
   * The id of a request: its file's name without .yaml.
   */
  extends?: string
  /**
   * What is asked for; each item says where, then what.
   *
   * @minItems 1
   * @maxItems 500
   */
  access: (PolicyItem | RoleItem | GroupItem | PermissionSetItem | ResourceItem | ActionsItem | OktaItem | BundleItem)[]
}
