// Which permissions are published as ways to more rights, or to access that outlives the one that was given.

import { LETS_OTHERS_IN, MAKES_SIGN_INS, RUNS_AS_ANOTHER } from './escalation-shares.ts'

export interface EscalationPath {
  readonly name: string
  /** What the holder can do with it, as the end of "with this, one …". */
  readonly why: string
  /** Patterns of actions, each of them enough; read-only actions they mean do not count. */
  readonly any: readonly string[]
  /** Counts only where the resource is not one plain ARN. */
  readonly only?: 'many-resources'
  readonly source: string
}

const of = (service: string, names: string): readonly string[] => names.split(' ').map((name) => `${service}:${name}`)

const RHINO = 'Rhino Security Labs, AWS IAM privilege escalation methods and mitigation'
const PATHFINDING = 'Datadog, pathfinding.cloud'
const MITRE = 'MITRE ATT&CK, T1098 account manipulation'
const HACKTRICKS = 'HackTricks Cloud, AWS persistence'
const AWS = 'AWS service authorization reference'

/** iam:PassRole together with any one of these starts something that acts with the role. */
export const TAKES_A_ROLE: readonly string[] = [
  ...of('airflow', 'CreateEnvironment UpdateEnvironment'),
  ...of('amplify', 'CreateApp UpdateApp'),
  ...of('apprunner', 'CreateService UpdateService'),
  ...of('autoscaling', 'CreateAutoScalingGroup CreateLaunchConfiguration UpdateAutoScalingGroup'),
  ...of('batch', 'RegisterJobDefinition SubmitJob CreateComputeEnvironment'),
  ...of('bedrock', 'CreateAgent UpdateAgent'),
  ...of('bedrock-agentcore', 'CreateAgentRuntime CreateCodeInterpreter'),
  ...of('cloud9', 'CreateEnvironmentEC2'),
  ...of('cloudformation', 'CreateChangeSet CreateStack CreateStackSet UpdateStack UpdateStackSet'),
  ...of('codebuild', 'CreateProject UpdateProject StartBuild'),
  ...of('codedeploy', 'CreateDeploymentGroup UpdateDeploymentGroup'),
  ...of('codepipeline', 'CreatePipeline UpdatePipeline'),
  ...of('cognito-identity', 'CreateIdentityPool SetIdentityPoolRoles'),
  ...of('config', 'PutRemediationConfigurations'),
  ...of('databrew', 'CreateRecipeJob CreateProfileJob'),
  ...of('datapipeline', 'CreatePipeline PutPipelineDefinition'),
  ...of('ec2', 'AssociateIamInstanceProfile CreateFleet CreateLaunchTemplate CreateLaunchTemplateVersion'),
  ...of('ec2', 'ReplaceIamInstanceProfileAssociation RequestSpotFleet RequestSpotInstances RunInstances'),
  ...of('ecs', 'CreateService RegisterTaskDefinition RunTask StartTask UpdateService'),
  ...of('eks', 'CreateCluster CreateFargateProfile CreateNodegroup CreatePodIdentityAssociation'),
  ...of('elasticbeanstalk', 'CreateEnvironment UpdateEnvironment'),
  ...of('elasticmapreduce', 'RunJobFlow'),
  ...of('emr-containers', 'StartJobRun'),
  ...of('emr-serverless', 'StartJobRun'),
  ...of('events', 'PutRule PutTargets'),
  ...of('fis', 'CreateExperimentTemplate'),
  ...of('glue', 'CreateDevEndpoint CreateJob CreateSession UpdateJob'),
  ...of('imagebuilder', 'CreateInfrastructureConfiguration'),
  ...of('iot', 'CreateRoleAlias CreateTopicRule'),
  ...of('kinesisanalytics', 'CreateApplication'),
  ...of('lambda', 'CreateFunction UpdateFunctionConfiguration'),
  ...of('pipes', 'CreatePipe'),
  ...of('redshift', 'CreateCluster ModifyClusterIamRoles'),
  ...of('sagemaker', 'CreateDomain CreateModel CreateNotebookInstance CreateProcessingJob CreateTrainingJob'),
  ...of('sagemaker', 'CreateUserProfile'),
  ...of('scheduler', 'CreateSchedule UpdateSchedule'),
  ...of('servicecatalog', 'CreateConstraint ProvisionProduct'),
  ...of('ssm', 'CreateAssociation RegisterTaskWithMaintenanceWindow StartAutomationExecution'),
  ...of('states', 'CreateStateMachine UpdateStateMachine'),
  ...of('transfer', 'CreateServer CreateUser'),
]

/** Sorted by what they lead to; the order is the order of reports. */
export const ESCALATION_PATHS: readonly EscalationPath[] = [
  {
    name: 'changes policies',
    why: 'can write or attach any permissions',
    any: [
      ...of('iam', 'AttachGroupPolicy AttachRolePolicy AttachUserPolicy CreatePolicyVersion PutGroupPolicy'),
      ...of('iam', 'PutRolePolicy PutUserPolicy SetDefaultPolicyVersion'),
    ],
    source: RHINO,
  },
  {
    name: 'removes limits',
    why: 'can take away a Deny or a permissions boundary',
    any: [
      ...of('iam', 'DeleteRolePermissionsBoundary DeleteUserPermissionsBoundary PutRolePermissionsBoundary'),
      ...of('iam', 'PutUserPermissionsBoundary DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy'),
      ...of('iam', 'DetachGroupPolicy DetachRolePolicy DetachUserPolicy RemoveUserFromGroup'),
    ],
    source: PATHFINDING,
  },
  {
    name: 'makes credentials',
    why: 'can make a password, a key or a session that stays',
    any: [
      ...of('iam', 'CreateAccessKey UpdateAccessKey CreateLoginProfile UpdateLoginProfile CreateUser'),
      ...of('iam', 'CreateServiceSpecificCredential ResetServiceSpecificCredential UpdateServiceSpecificCredential'),
      ...of('iam', 'UploadSSHPublicKey UploadSigningCertificate UpdateSigningCertificate UpdateSSHPublicKey'),
      ...of('iam', 'CreateVirtualMFADevice DeactivateMFADevice EnableMFADevice ResyncMFADevice'),
      ...of('sts', 'AssumeRoot GetFederationToken'),
      ...MAKES_SIGN_INS,
    ],
    source: `${RHINO}; ${HACKTRICKS}; ${AWS}`,
  },
  {
    name: 'joins a group',
    why: 'can put anybody into a group with more rights',
    any: [...of('iam', 'AddUserToGroup'), ...of('identitystore', 'CreateGroupMembership')],
    source: RHINO,
  },
  {
    name: 'changes who is trusted',
    why: 'can let anybody assume a role, or sign in as anybody',
    any: [
      ...of('iam', 'CreateRole UpdateAssumeRolePolicy CreateOpenIDConnectProvider CreateSAMLProvider'),
      ...of('iam', 'UpdateSAMLProvider AddClientIDToOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint'),
      ...of('rolesanywhere', 'CreateProfile CreateTrustAnchor DeleteCrl DisableCrl EnableProfile EnableTrustAnchor'),
      ...of('rolesanywhere', 'UpdateProfile UpdateTrustAnchor'),
      ...of('acm-pca', 'IssueCertificate'),
      ...of('cognito-identity', 'SetIdentityPoolRoles'),
      ...of('eks', 'AssociateAccessPolicy CreateAccessEntry UpdateAccessEntry'),
    ],
    source: `${RHINO}; ${HACKTRICKS}`,
  },
  {
    name: 'changes identity tags',
    why: 'can become whoever a tag says one is',
    any: of('iam', 'TagRole TagUser UntagRole UntagUser'),
    source: 'IAM user guide, attribute-based access control',
  },
  {
    name: 'governs the organization',
    why: 'can give access in every account',
    any: ['account-access:*', 'identitystore:*', 'organizations:*', 'sso:*', 'sso-directory:*'],
    source: AWS,
  },
  {
    name: 'assumes many roles',
    why: 'can act with any role that lets it in',
    any: of('sts', 'AssumeRole'),
    only: 'many-resources',
    source: RHINO,
  },
  {
    name: 'passes a role',
    why: 'can start something that acts with the role',
    any: of('iam', 'PassRole'),
    source: `${RHINO}; ${PATHFINDING}`,
  },
  {
    name: 'runs code as another',
    why: 'can act with the role of something that is there already',
    any: [
      ...of('apprunner', 'UpdateService'),
      ...of('cloudformation', 'CreateChangeSet ExecuteChangeSet UpdateStack UpdateStackSet'),
      ...of('codebuild', 'StartBuild StartBuildBatch UpdateProject'),
      ...of('codepipeline', 'UpdatePipeline'),
      ...of('datapipeline', 'PutPipelineDefinition'),
      ...of('ec2', 'ModifyInstanceAttribute'),
      ...of('ec2-instance-connect', 'SendSSHPublicKey SendSerialConsoleSSHPublicKey'),
      ...of('ecs', 'ExecuteCommand'),
      ...of('glue', 'RunStatement UpdateDevEndpoint UpdateJob'),
      ...of('lambda', 'UpdateFunctionCode UpdateFunctionConfiguration'),
      ...of('sagemaker', 'CreateNotebookInstanceLifecycleConfig CreatePresignedDomainUrl'),
      ...of('sagemaker', 'CreatePresignedNotebookInstanceUrl UpdateNotebookInstanceLifecycleConfig'),
      ...of('ssm', 'CreateAssociation ResumeSession SendCommand StartAutomationExecution StartSession'),
      ...of('ssm', 'UpdateAssociation UpdateDocument'),
      ...of('states', 'UpdateStateMachine'),
      ...RUNS_AS_ANOTHER,
    ],
    source: `${RHINO}; ${PATHFINDING}; ${AWS}`,
  },
  {
    name: 'opens a resource',
    why: 'can give anybody access to the resource itself, which stays',
    any: [
      '*:PutResourcePolicy',
      ...of('backup', 'PutBackupVaultAccessPolicy'),
      ...of('codeartifact', 'PutDomainPermissionsPolicy PutRepositoryPermissionsPolicy'),
      ...of('ec2', 'ModifyImageAttribute ModifySnapshotAttribute'),
      ...of('ecr', 'SetRepositoryPolicy PutRegistryPolicy'),
      ...of('elasticfilesystem', 'PutFileSystemPolicy'),
      ...of('es', 'UpdateDomainConfig'),
      ...of('events', 'PutPermission'),
      ...of('glacier', 'SetVaultAccessPolicy'),
      ...of('kms', 'CreateGrant PutKeyPolicy ReplicateKey'),
      ...of('lambda', 'AddLayerVersionPermission AddPermission'),
      ...of('ram', 'AssociateResourceShare CreateResourceShare'),
      ...of('rds', 'ModifyDBClusterSnapshotAttribute ModifyDBSnapshotAttribute'),
      ...of('s3', 'PutAccessPointPolicy PutBucketAcl PutBucketPolicy PutObjectAcl PutObjectVersionAcl'),
      ...of('sns', 'AddPermission SetTopicAttributes'),
      ...of('sqs', 'AddPermission SetQueueAttributes'),
      ...LETS_OTHERS_IN,
    ],
    source: `${MITRE}; ${HACKTRICKS}; ${AWS}`,
  },
  {
    name: 'hands out rights',
    why: 'can give others rights that the service keeps itself, and that stay',
    any: [
      ...of('acm-pca', 'CreatePermission PutPolicy'),
      ...of('apigateway', 'UpdateDomainNameManagementPolicy UpdateDomainNamePolicy UpdateRestApiPolicy'),
      ...of('backup', 'PutBackupVaultSharingPolicy'),
      ...of('cloudsearch', 'UpdateServiceAccessPolicies'),
      ...of('cloudwatch', 'CreateAccessGrant CreateAccessProfile UpdateAccessProfile'),
      ...of('codeguru-profiler', 'PutPermission'),
      ...of('datazone', 'AddPolicyGrant PutDomainSharingPolicy'),
      ...of('ec2', 'CreateNetworkInterfacePermission ModifyVpcEndpointServicePermissions'),
      ...of('ecr-public', 'SetRepositoryPolicy'),
      ...of('elasticmapreduce', 'PutBlockPublicAccessConfiguration PutWorkspaceAccess'),
      ...of('entityresolution', 'AddPolicyStatement PutPolicy'),
      ...of('grafana', 'UpdatePermissions'),
      ...of('imagebuilder', 'PutComponentPolicy PutContainerRecipePolicy PutImagePolicy PutImageRecipePolicy'),
      ...of('iot', 'AttachPolicy AttachPrincipalPolicy CreatePolicyVersion SetDefaultPolicyVersion'),
      ...of('lakeformation', 'BatchGrantPermissions GrantPermissions PutDataLakeSettings'),
      ...of('mediastore', 'PutContainerPolicy'),
      ...of('mediatailor', 'PutChannelPolicy'),
      ...of('quicksight', 'UpdateAnalysisPermissions UpdateDashboardPermissions UpdateDataSetPermissions'),
      ...of('quicksight', 'UpdateDataSourcePermissions UpdateFolderPermissions UpdateTemplatePermissions'),
      ...of('ram', 'EnableSharingWithAwsOrganization'),
      ...of(
        'redshift',
        'AuthorizeDataShare AuthorizeEndpointAccess AuthorizeSnapshotAccess CreateClusterUser JoinGroup',
      ),
      ...of('route53resolver', 'PutFirewallRuleGroupPolicy PutResolverQueryLogConfigPolicy PutResolverRulePolicy'),
      ...of('s3', 'CreateAccessGrant CreateAccessGrantsLocation PutAccessGrantsInstanceResourcePolicy'),
      ...of('s3', 'PutAccessPointPolicyForObjectLambda PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock'),
      ...of('s3', 'PutBucketOwnershipControls PutBucketPublicAccessBlock PutMultiRegionAccessPointPolicy'),
      ...of('s3', 'UpdateAccessGrantsLocation'),
      ...of('s3-object-lambda', 'PutObjectAcl PutObjectVersionAcl'),
      ...of('s3-outposts', 'PutAccessPointPolicy PutBucketPolicy PutObjectAcl'),
      ...of('s3express', 'PutAccessPointPolicy PutAccessPointScope PutBucketPolicy'),
      ...of('s3files', 'PutFileSystemPolicy'),
      ...of('s3tables', 'PutTableBucketPolicy PutTablePolicy'),
      ...of('s3vectors', 'PutVectorBucketPolicy'),
      ...of('servicecatalog', 'CreatePortfolioShare UpdatePortfolioShare'),
      ...of('ses', 'CreateEmailIdentityPolicy PutIdentityPolicy UpdateEmailIdentityPolicy'),
      ...of('signer', 'AddProfilePermission'),
      ...of('ssm', 'ModifyDocumentPermission'),
      ...of('ssm-sap', 'PutResourcePermission'),
      ...of('vpc-lattice', 'PutAuthPolicy'),
      ...of('workspaces', 'UpdateConnectionAliasPermission UpdateWorkspaceImagePermission'),
    ],
    source: `${AWS}, access level "Permissions management"`,
  },
]
