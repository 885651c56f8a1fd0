// Which actions let others into a resource for good, though AWS calls them plain writes and no published list names them.

const of = (service: string, names: string): readonly string[] => names.split(' ').map((name) => `${service}:${name}`)

/** They write the policy, the members or the grants of something, and those stay when access has ended. */
export const LETS_OTHERS_IN: readonly string[] = [
  ...of('aiops', 'PutInvestigationGroupPolicy'),
  ...of('aoss', 'CreateAccessPolicy CreateSecurityPolicy UpdateAccessPolicy UpdateSecurityPolicy'),
  ...of('apigateway', 'PutPortalProductSharingPolicy'),
  ...of('appmesh', 'PutMeshPolicy'),
  ...of('appstream', 'UpdateImagePermissions'),
  ...of('bedrock-agentcore', 'CreatePolicy UpdatePolicy'),
  ...of('cleanrooms-ml', 'PutConfiguredAudienceModelPolicy'),
  ...of('clouddirectory', 'AttachPolicy'),
  ...of('dsql', 'PutClusterPolicy'),
  ...of('ec2', 'CreateCoipPoolPermission CreateLocalGatewayRouteTablePermission ModifyVerifiedAccessEndpointPolicy'),
  ...of('ec2', 'ModifyVerifiedAccessGroupPolicy'),
  ...of('es', 'AuthorizeVpcEndpointAccess'),
  ...of('iotsitewise', 'CreateAccessPolicy UpdateAccessPolicy'),
  ...of('kafka', 'PutClusterPolicy'),
  ...of('lex', 'CreateResourcePolicy CreateResourcePolicyStatement UpdateResourcePolicy'),
  ...of('logs', 'PutDeliveryDestinationPolicy PutDestinationPolicy'),
  ...of('mediapackagev2', 'PutChannelPolicy PutOriginEndpointPolicy'),
  ...of('oam', 'PutSinkPolicy'),
  ...of('omics', 'PutS3AccessPolicy'),
  ...of('opsworks', 'GrantAccess SetPermission'),
  ...of('qapps', 'UpdateQAppPermissions'),
  ...of('quicksight', 'CreateCustomPermissions CreateFolderMembership CreateGroupMembership CreateIAMPolicyAssignment'),
  ...of('quicksight', 'CreateRoleMembership UpdateAccountCustomPermission UpdateActionConnectorPermissions'),
  ...of('quicksight', 'UpdateAgentPermissions UpdateAppPermissions UpdateCustomPermissions UpdateExtensionPermissions'),
  ...of('quicksight', 'UpdateFlowPermissions UpdateIAMPolicyAssignment UpdateKnowledgeBasePermissions'),
  ...of('quicksight', 'UpdateResourcePermissions UpdateRoleCustomPermission UpdateSpacePermissions'),
  ...of('quicksight', 'UpdateThemePermissions UpdateTopicPermissions UpdateUserCustomPermission'),
  ...of('ram', 'AssociateResourceSharePermission CreatePermission CreatePermissionVersion SetDefaultPermissionVersion'),
  ...of('ram', 'UpdateResourceShare'),
  ...of('redshift', 'AssociateDataShareConsumer'),
  ...of('rekognition', 'PutProjectPolicy'),
  ...of('resource-groups', 'PutGroupPolicy'),
  ...of('route53', 'CreateVPCAssociationAuthorization'),
  ...of('route53profiles', 'PutProfilePolicy'),
  ...of('sagemaker', 'CreateLineageGroupPolicy PutLineageGroupPolicy PutModelPackageGroupPolicy'),
  ...of('serverlessrepo', 'PutApplicationPolicy'),
  ...of('servicecatalog', 'AssociatePrincipalWithPortfolio'),
  ...of('ssm-contacts', 'PutContactPolicy'),
  ...of('verifiedpermissions', 'CreatePolicy UpdatePolicy'),
  ...of('waf', 'PutPermissionPolicy'),
  ...of('waf-regional', 'PutPermissionPolicy'),
  ...of('wafv2', 'PutPermissionPolicy'),
  ...of('workdocs', 'AddResourcePermissions'),
  ...of('workmail', 'PutMailboxPermissions'),
]

/** They make a password, a key or a token of a service's own, or say whose word it takes. */
export const MAKES_SIGN_INS: readonly string[] = [
  ...of('cognito-idp', 'AdminAddUserToGroup AdminCreateUser AdminSetUserPassword CreateIdentityProvider'),
  ...of('cognito-idp', 'UpdateIdentityProvider'),
  ...of('ds', 'CreateTrust ResetUserPassword UpdateTrust'),
  ...of('grafana', 'CreateWorkspaceApiKey CreateWorkspaceServiceAccountToken'),
  ...of('iot', 'CreateAuthorizer SetDefaultAuthorizer UpdateAuthorizer'),
  ...of('lightsail', 'CreateBucketAccessKey'),
  ...of('workmail', 'ResetPassword'),
]

/** They have something that is there already run what the caller says, with its own role. */
export const RUNS_AS_ANOTHER: readonly string[] = [
  ...of('airflow', 'CreateCliToken CreateWebLoginToken'),
  ...of('batch', 'SubmitJob'),
  ...of('cloudformation', 'CreateStackInstances UpdateStackInstances'),
  ...of('codedeploy', 'CreateDeployment'),
  ...of('elasticmapreduce', 'AddJobFlowSteps'),
]
