import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  tagsKey
} from "./chunk-UJ3HXRAY.js";
import {
  leftOutOf,
  meantBy,
  whereOf,
  writePlace
} from "./chunk-HR7GG2YN.js";
import {
  ACCESS_LEVELS,
  approversOf,
  membersOf
} from "./chunk-ONGHTM6G.js";
import {
  accountMatches,
  all,
  any,
  compareFacet,
  filterMatches,
  fullest,
  namesEscalation,
  not
} from "./chunk-MWT5QNRM.js";
import {
  OKTA,
  allowedBy,
  arnProblems,
  carriedBy,
  matchesName,
  narrowed,
  onlyReads,
  partitionOf,
  targetsByName
} from "./chunk-RYEE6VUW.js";
import {
  contains,
  foldCase,
  hasVariable,
  hasWildcard,
  intersects,
  later,
  matches,
  widest,
  writeDuration
} from "./chunk-66F3A4I2.js";
import {
  id
} from "./chunk-RTN5YXCH.js";

// src/core/policy/escalation-shares.ts
var of = (service, names2) => names2.split(" ").map((name) => `${service}:${name}`);
var LETS_OTHERS_IN = [
  ...of("aiops", "PutInvestigationGroupPolicy"),
  ...of("aoss", "CreateAccessPolicy CreateSecurityPolicy UpdateAccessPolicy UpdateSecurityPolicy"),
  ...of("apigateway", "PutPortalProductSharingPolicy"),
  ...of("appmesh", "PutMeshPolicy"),
  ...of("appstream", "UpdateImagePermissions"),
  ...of("bedrock-agentcore", "CreatePolicy UpdatePolicy"),
  ...of("cleanrooms-ml", "PutConfiguredAudienceModelPolicy"),
  ...of("clouddirectory", "AttachPolicy"),
  ...of("dsql", "PutClusterPolicy"),
  ...of("ec2", "CreateCoipPoolPermission CreateLocalGatewayRouteTablePermission ModifyVerifiedAccessEndpointPolicy"),
  ...of("ec2", "ModifyVerifiedAccessGroupPolicy"),
  ...of("es", "AuthorizeVpcEndpointAccess"),
  ...of("iotsitewise", "CreateAccessPolicy UpdateAccessPolicy"),
  ...of("kafka", "PutClusterPolicy"),
  ...of("lex", "CreateResourcePolicy CreateResourcePolicyStatement UpdateResourcePolicy"),
  ...of("logs", "PutDeliveryDestinationPolicy PutDestinationPolicy"),
  ...of("mediapackagev2", "PutChannelPolicy PutOriginEndpointPolicy"),
  ...of("oam", "PutSinkPolicy"),
  ...of("omics", "PutS3AccessPolicy"),
  ...of("opsworks", "GrantAccess SetPermission"),
  ...of("qapps", "UpdateQAppPermissions"),
  ...of("quicksight", "CreateCustomPermissions CreateFolderMembership CreateGroupMembership CreateIAMPolicyAssignment"),
  ...of("quicksight", "CreateRoleMembership UpdateAccountCustomPermission UpdateActionConnectorPermissions"),
  ...of("quicksight", "UpdateAgentPermissions UpdateAppPermissions UpdateCustomPermissions UpdateExtensionPermissions"),
  ...of("quicksight", "UpdateFlowPermissions UpdateIAMPolicyAssignment UpdateKnowledgeBasePermissions"),
  ...of("quicksight", "UpdateResourcePermissions UpdateRoleCustomPermission UpdateSpacePermissions"),
  ...of("quicksight", "UpdateThemePermissions UpdateTopicPermissions UpdateUserCustomPermission"),
  ...of("ram", "AssociateResourceSharePermission CreatePermission CreatePermissionVersion SetDefaultPermissionVersion"),
  ...of("ram", "UpdateResourceShare"),
  ...of("redshift", "AssociateDataShareConsumer"),
  ...of("rekognition", "PutProjectPolicy"),
  ...of("resource-groups", "PutGroupPolicy"),
  ...of("route53", "CreateVPCAssociationAuthorization"),
  ...of("route53profiles", "PutProfilePolicy"),
  ...of("sagemaker", "CreateLineageGroupPolicy PutLineageGroupPolicy PutModelPackageGroupPolicy"),
  ...of("serverlessrepo", "PutApplicationPolicy"),
  ...of("servicecatalog", "AssociatePrincipalWithPortfolio"),
  ...of("ssm-contacts", "PutContactPolicy"),
  ...of("verifiedpermissions", "CreatePolicy UpdatePolicy"),
  ...of("waf", "PutPermissionPolicy"),
  ...of("waf-regional", "PutPermissionPolicy"),
  ...of("wafv2", "PutPermissionPolicy"),
  ...of("workdocs", "AddResourcePermissions"),
  ...of("workmail", "PutMailboxPermissions")
];
var MAKES_SIGN_INS = [
  ...of("cognito-idp", "AdminAddUserToGroup AdminCreateUser AdminSetUserPassword CreateIdentityProvider"),
  ...of("cognito-idp", "UpdateIdentityProvider"),
  ...of("ds", "CreateTrust ResetUserPassword UpdateTrust"),
  ...of("grafana", "CreateWorkspaceApiKey CreateWorkspaceServiceAccountToken"),
  ...of("iot", "CreateAuthorizer SetDefaultAuthorizer UpdateAuthorizer"),
  ...of("lightsail", "CreateBucketAccessKey"),
  ...of("workmail", "ResetPassword")
];
var RUNS_AS_ANOTHER = [
  ...of("airflow", "CreateCliToken CreateWebLoginToken"),
  ...of("batch", "SubmitJob"),
  ...of("cloudformation", "CreateStackInstances UpdateStackInstances"),
  ...of("codedeploy", "CreateDeployment"),
  ...of("elasticmapreduce", "AddJobFlowSteps")
];

// src/core/policy/escalation-paths.ts
var of2 = (service, names2) => names2.split(" ").map((name) => `${service}:${name}`);
var RHINO = "Rhino Security Labs, AWS IAM privilege escalation methods and mitigation";
var PATHFINDING = "Datadog, pathfinding.cloud";
var MITRE = "MITRE ATT&CK, T1098 account manipulation";
var HACKTRICKS = "HackTricks Cloud, AWS persistence";
var AWS = "AWS service authorization reference";
var TAKES_A_ROLE = [
  ...of2("airflow", "CreateEnvironment UpdateEnvironment"),
  ...of2("amplify", "CreateApp UpdateApp"),
  ...of2("apprunner", "CreateService UpdateService"),
  ...of2("autoscaling", "CreateAutoScalingGroup CreateLaunchConfiguration UpdateAutoScalingGroup"),
  ...of2("batch", "RegisterJobDefinition SubmitJob CreateComputeEnvironment"),
  ...of2("bedrock", "CreateAgent UpdateAgent"),
  ...of2("bedrock-agentcore", "CreateAgentRuntime CreateCodeInterpreter"),
  ...of2("cloud9", "CreateEnvironmentEC2"),
  ...of2("cloudformation", "CreateChangeSet CreateStack CreateStackSet UpdateStack UpdateStackSet"),
  ...of2("codebuild", "CreateProject UpdateProject StartBuild"),
  ...of2("codedeploy", "CreateDeploymentGroup UpdateDeploymentGroup"),
  ...of2("codepipeline", "CreatePipeline UpdatePipeline"),
  ...of2("cognito-identity", "CreateIdentityPool SetIdentityPoolRoles"),
  ...of2("config", "PutRemediationConfigurations"),
  ...of2("databrew", "CreateRecipeJob CreateProfileJob"),
  ...of2("datapipeline", "CreatePipeline PutPipelineDefinition"),
  ...of2("ec2", "AssociateIamInstanceProfile CreateFleet CreateLaunchTemplate CreateLaunchTemplateVersion"),
  ...of2("ec2", "ReplaceIamInstanceProfileAssociation RequestSpotFleet RequestSpotInstances RunInstances"),
  ...of2("ecs", "CreateService RegisterTaskDefinition RunTask StartTask UpdateService"),
  ...of2("eks", "CreateCluster CreateFargateProfile CreateNodegroup CreatePodIdentityAssociation"),
  ...of2("elasticbeanstalk", "CreateEnvironment UpdateEnvironment"),
  ...of2("elasticmapreduce", "RunJobFlow"),
  ...of2("emr-containers", "StartJobRun"),
  ...of2("emr-serverless", "StartJobRun"),
  ...of2("events", "PutRule PutTargets"),
  ...of2("fis", "CreateExperimentTemplate"),
  ...of2("glue", "CreateDevEndpoint CreateJob CreateSession UpdateJob"),
  ...of2("imagebuilder", "CreateInfrastructureConfiguration"),
  ...of2("iot", "CreateRoleAlias CreateTopicRule"),
  ...of2("kinesisanalytics", "CreateApplication"),
  ...of2("lambda", "CreateFunction UpdateFunctionConfiguration"),
  ...of2("pipes", "CreatePipe"),
  ...of2("redshift", "CreateCluster ModifyClusterIamRoles"),
  ...of2("sagemaker", "CreateDomain CreateModel CreateNotebookInstance CreateProcessingJob CreateTrainingJob"),
  ...of2("sagemaker", "CreateUserProfile"),
  ...of2("scheduler", "CreateSchedule UpdateSchedule"),
  ...of2("servicecatalog", "CreateConstraint ProvisionProduct"),
  ...of2("ssm", "CreateAssociation RegisterTaskWithMaintenanceWindow StartAutomationExecution"),
  ...of2("states", "CreateStateMachine UpdateStateMachine"),
  ...of2("transfer", "CreateServer CreateUser")
];
var ESCALATION_PATHS = [
  {
    name: "changes policies",
    why: "can write or attach any permissions",
    any: [
      ...of2("iam", "AttachGroupPolicy AttachRolePolicy AttachUserPolicy CreatePolicyVersion PutGroupPolicy"),
      ...of2("iam", "PutRolePolicy PutUserPolicy SetDefaultPolicyVersion")
    ],
    source: RHINO
  },
  {
    name: "removes limits",
    why: "can take away a Deny or a permissions boundary",
    any: [
      ...of2("iam", "DeleteRolePermissionsBoundary DeleteUserPermissionsBoundary PutRolePermissionsBoundary"),
      ...of2("iam", "PutUserPermissionsBoundary DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy"),
      ...of2("iam", "DetachGroupPolicy DetachRolePolicy DetachUserPolicy RemoveUserFromGroup")
    ],
    source: PATHFINDING
  },
  {
    name: "makes credentials",
    why: "can make a password, a key or a session that stays",
    any: [
      ...of2("iam", "CreateAccessKey UpdateAccessKey CreateLoginProfile UpdateLoginProfile CreateUser"),
      ...of2("iam", "CreateServiceSpecificCredential ResetServiceSpecificCredential UpdateServiceSpecificCredential"),
      ...of2("iam", "UploadSSHPublicKey UploadSigningCertificate UpdateSigningCertificate UpdateSSHPublicKey"),
      ...of2("iam", "CreateVirtualMFADevice DeactivateMFADevice EnableMFADevice ResyncMFADevice"),
      ...of2("sts", "AssumeRoot GetFederationToken"),
      ...MAKES_SIGN_INS
    ],
    source: `${RHINO}; ${HACKTRICKS}; ${AWS}`
  },
  {
    name: "joins a group",
    why: "can put anybody into a group with more rights",
    any: [...of2("iam", "AddUserToGroup"), ...of2("identitystore", "CreateGroupMembership")],
    source: RHINO
  },
  {
    name: "changes who is trusted",
    why: "can let anybody assume a role, or sign in as anybody",
    any: [
      ...of2("iam", "CreateRole UpdateAssumeRolePolicy CreateOpenIDConnectProvider CreateSAMLProvider"),
      ...of2("iam", "UpdateSAMLProvider AddClientIDToOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint"),
      ...of2("rolesanywhere", "CreateProfile CreateTrustAnchor DeleteCrl DisableCrl EnableProfile EnableTrustAnchor"),
      ...of2("rolesanywhere", "UpdateProfile UpdateTrustAnchor"),
      ...of2("acm-pca", "IssueCertificate"),
      ...of2("cognito-identity", "SetIdentityPoolRoles"),
      ...of2("eks", "AssociateAccessPolicy CreateAccessEntry UpdateAccessEntry")
    ],
    source: `${RHINO}; ${HACKTRICKS}`
  },
  {
    name: "changes identity tags",
    why: "can become whoever a tag says one is",
    any: of2("iam", "TagRole TagUser UntagRole UntagUser"),
    source: "IAM user guide, attribute-based access control"
  },
  {
    name: "governs the organization",
    why: "can give access in every account",
    any: ["account-access:*", "identitystore:*", "organizations:*", "sso:*", "sso-directory:*"],
    source: AWS
  },
  {
    name: "assumes many roles",
    why: "can act with any role that lets it in",
    any: of2("sts", "AssumeRole"),
    only: "many-resources",
    source: RHINO
  },
  {
    name: "passes a role",
    why: "can start something that acts with the role",
    any: of2("iam", "PassRole"),
    source: `${RHINO}; ${PATHFINDING}`
  },
  {
    name: "runs code as another",
    why: "can act with the role of something that is there already",
    any: [
      ...of2("apprunner", "UpdateService"),
      ...of2("cloudformation", "CreateChangeSet ExecuteChangeSet UpdateStack UpdateStackSet"),
      ...of2("codebuild", "StartBuild StartBuildBatch UpdateProject"),
      ...of2("codepipeline", "UpdatePipeline"),
      ...of2("datapipeline", "PutPipelineDefinition"),
      ...of2("ec2", "ModifyInstanceAttribute"),
      ...of2("ec2-instance-connect", "SendSSHPublicKey SendSerialConsoleSSHPublicKey"),
      ...of2("ecs", "ExecuteCommand"),
      ...of2("glue", "RunStatement UpdateDevEndpoint UpdateJob"),
      ...of2("lambda", "UpdateFunctionCode UpdateFunctionConfiguration"),
      ...of2("sagemaker", "CreateNotebookInstanceLifecycleConfig CreatePresignedDomainUrl"),
      ...of2("sagemaker", "CreatePresignedNotebookInstanceUrl UpdateNotebookInstanceLifecycleConfig"),
      ...of2("ssm", "CreateAssociation ResumeSession SendCommand StartAutomationExecution StartSession"),
      ...of2("ssm", "UpdateAssociation UpdateDocument"),
      ...of2("states", "UpdateStateMachine"),
      ...RUNS_AS_ANOTHER
    ],
    source: `${RHINO}; ${PATHFINDING}; ${AWS}`
  },
  {
    name: "opens a resource",
    why: "can give anybody access to the resource itself, which stays",
    any: [
      "*:PutResourcePolicy",
      ...of2("backup", "PutBackupVaultAccessPolicy"),
      ...of2("codeartifact", "PutDomainPermissionsPolicy PutRepositoryPermissionsPolicy"),
      ...of2("ec2", "ModifyImageAttribute ModifySnapshotAttribute"),
      ...of2("ecr", "SetRepositoryPolicy PutRegistryPolicy"),
      ...of2("elasticfilesystem", "PutFileSystemPolicy"),
      ...of2("es", "UpdateDomainConfig"),
      ...of2("events", "PutPermission"),
      ...of2("glacier", "SetVaultAccessPolicy"),
      ...of2("kms", "CreateGrant PutKeyPolicy ReplicateKey"),
      ...of2("lambda", "AddLayerVersionPermission AddPermission"),
      ...of2("ram", "AssociateResourceShare CreateResourceShare"),
      ...of2("rds", "ModifyDBClusterSnapshotAttribute ModifyDBSnapshotAttribute"),
      ...of2("s3", "PutAccessPointPolicy PutBucketAcl PutBucketPolicy PutObjectAcl PutObjectVersionAcl"),
      ...of2("sns", "AddPermission SetTopicAttributes"),
      ...of2("sqs", "AddPermission SetQueueAttributes"),
      ...LETS_OTHERS_IN
    ],
    source: `${MITRE}; ${HACKTRICKS}; ${AWS}`
  },
  {
    name: "hands out rights",
    why: "can give others rights that the service keeps itself, and that stay",
    any: [
      ...of2("acm-pca", "CreatePermission PutPolicy"),
      ...of2("apigateway", "UpdateDomainNameManagementPolicy UpdateDomainNamePolicy UpdateRestApiPolicy"),
      ...of2("backup", "PutBackupVaultSharingPolicy"),
      ...of2("cloudsearch", "UpdateServiceAccessPolicies"),
      ...of2("cloudwatch", "CreateAccessGrant CreateAccessProfile UpdateAccessProfile"),
      ...of2("codeguru-profiler", "PutPermission"),
      ...of2("datazone", "AddPolicyGrant PutDomainSharingPolicy"),
      ...of2("ec2", "CreateNetworkInterfacePermission ModifyVpcEndpointServicePermissions"),
      ...of2("ecr-public", "SetRepositoryPolicy"),
      ...of2("elasticmapreduce", "PutBlockPublicAccessConfiguration PutWorkspaceAccess"),
      ...of2("entityresolution", "AddPolicyStatement PutPolicy"),
      ...of2("grafana", "UpdatePermissions"),
      ...of2("imagebuilder", "PutComponentPolicy PutContainerRecipePolicy PutImagePolicy PutImageRecipePolicy"),
      ...of2("iot", "AttachPolicy AttachPrincipalPolicy CreatePolicyVersion SetDefaultPolicyVersion"),
      ...of2("lakeformation", "BatchGrantPermissions GrantPermissions PutDataLakeSettings"),
      ...of2("mediastore", "PutContainerPolicy"),
      ...of2("mediatailor", "PutChannelPolicy"),
      ...of2("quicksight", "UpdateAnalysisPermissions UpdateDashboardPermissions UpdateDataSetPermissions"),
      ...of2("quicksight", "UpdateDataSourcePermissions UpdateFolderPermissions UpdateTemplatePermissions"),
      ...of2("ram", "EnableSharingWithAwsOrganization"),
      ...of2(
        "redshift",
        "AuthorizeDataShare AuthorizeEndpointAccess AuthorizeSnapshotAccess CreateClusterUser JoinGroup"
      ),
      ...of2("route53resolver", "PutFirewallRuleGroupPolicy PutResolverQueryLogConfigPolicy PutResolverRulePolicy"),
      ...of2("s3", "CreateAccessGrant CreateAccessGrantsLocation PutAccessGrantsInstanceResourcePolicy"),
      ...of2("s3", "PutAccessPointPolicyForObjectLambda PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock"),
      ...of2("s3", "PutBucketOwnershipControls PutBucketPublicAccessBlock PutMultiRegionAccessPointPolicy"),
      ...of2("s3", "UpdateAccessGrantsLocation"),
      ...of2("s3-object-lambda", "PutObjectAcl PutObjectVersionAcl"),
      ...of2("s3-outposts", "PutAccessPointPolicy PutBucketPolicy PutObjectAcl"),
      ...of2("s3express", "PutAccessPointPolicy PutAccessPointScope PutBucketPolicy"),
      ...of2("s3files", "PutFileSystemPolicy"),
      ...of2("s3tables", "PutTableBucketPolicy PutTablePolicy"),
      ...of2("s3vectors", "PutVectorBucketPolicy"),
      ...of2("servicecatalog", "CreatePortfolioShare UpdatePortfolioShare"),
      ...of2("ses", "CreateEmailIdentityPolicy PutIdentityPolicy UpdateEmailIdentityPolicy"),
      ...of2("signer", "AddProfilePermission"),
      ...of2("ssm", "ModifyDocumentPermission"),
      ...of2("ssm-sap", "PutResourcePermission"),
      ...of2("vpc-lattice", "PutAuthPolicy"),
      ...of2("workspaces", "UpdateConnectionAliasPermission UpdateWorkspaceImagePermission")
    ],
    source: `${AWS}, access level "Permissions management"`
  }
];

// src/core/policy/escalation.ts
var ROWS = ESCALATION_PATHS.flatMap(
  (path) => path.any.map((pattern) => ({ pattern: foldCase(pattern), path }))
);
var EXACT = Map.groupBy(ROWS, ({ pattern }) => pattern);
var WIDE = ROWS.filter(({ pattern }) => hasWildcard(pattern));
function pathsOf({ action, level }) {
  if (onlyReads(level)) return [];
  const folded = foldCase(action);
  const rows = [...EXACT.get(folded) ?? [], ...WIDE.filter(({ pattern }) => matches(pattern, folded))];
  return rows.map(({ path }) => path);
}
var pathsOfUnknown = (pattern) => ROWS.filter((row) => intersects(row.pattern, foldCase(pattern))).map(({ path }) => path);
var isOneArn = (resource) => !hasWildcard(resource) && !hasVariable(resource);
var namesMany = ({ resources }) => !("only" in resources && resources.only.every(isOneArn));
function found({ statement, known, unknown }) {
  const pairs = [
    ...known.flatMap((one) => pathsOf(one).map((path) => [path, one.action])),
    ...unknown.flatMap((pattern) => pathsOfUnknown(pattern).map((path) => [path, pattern]))
  ];
  return pairs.filter(([path]) => path.only !== "many-resources" || namesMany(statement));
}
var FEW = 5;
var few = (names2) => names2.length > FEW ? `${names2.slice(0, FEW).join(", ")} and ${names2.length - FEW} more` : names2.join(", ");
function takers(allowed) {
  const actions = new Set(allowed.flatMap(({ known }) => known.map(({ action }) => action)));
  const there = TAKES_A_ROLE.filter((action) => actions.has(action));
  return there.length === 0 ? "alone, with whatever else the person holds" : `with ${few(there)}`;
}
function escalationsOf(allowed) {
  const pairs = allowed.flatMap(found);
  if (pairs.length === 0) return [];
  return ESCALATION_PATHS.flatMap((path) => {
    const actions = [...new Set(pairs.filter(([one]) => one === path).map(([, action]) => action))].sort();
    const tail = path.name === "passes a role" ? ` (${takers(allowed)})` : "";
    return actions.length === 0 ? [] : [{ path: path.name, actions, because: `${few(actions)}: ${path.why}${tail}`, source: path.source }];
  });
}

// src/core/policy/risk.ts
var SAYS = {
  List: "lists",
  Read: "reads",
  Write: "changes things",
  Tagging: "changes tags, which other permissions may depend on",
  "Permissions management": "changes permissions"
};
var FEW2 = 5;
function levels(allowed) {
  const known = allowed.flatMap((one) => one.known).filter(({ level }) => !onlyReads(level));
  if (known.length === 0) return [];
  return ACCESS_LEVELS.filter((level) => !onlyReads(level)).flatMap((level) => {
    const actions = [...new Set(known.filter((one) => one.level === level).map(({ action }) => action))].sort();
    const more = actions.length > FEW2 ? ` and ${actions.length - FEW2} more` : "";
    return actions.length === 0 ? [] : [`${actions.slice(0, FEW2).join(", ")}${more}: ${SAYS[level]}`];
  });
}
function unknowns(allowed, knowledge) {
  const patterns = [...new Set(allowed.flatMap(({ unknown }) => unknown))].sort();
  const open = allowed.some((one) => one.open);
  const bare = allowed.some(({ statement: { actions } }) => "only" in actions && actions.only.includes("*"));
  return [
    ...patterns.map((pattern) => `${pattern}: no such action is known (data of ${knowledge.asOf})`),
    ...open ? ["NotAction: allows every action but a list, also those that AWS will add"] : [],
    ...bare ? ["*: allows every action, also those that AWS will add"] : []
  ];
}
function likeness({ statements }) {
  const rows = [];
  let words = 0;
  for (const statement of statements) {
    const { effect, actions } = statement;
    const patterns = "only" in actions ? actions.only : actions.except;
    if (effect !== "Allow" || patterns.length > FEW_ACTIONS) return null;
    rows.push(["only" in actions, namesMany(statement), patterns]);
    words += patterns.length + 2;
  }
  return words > MANY_WORDS ? null : JSON.stringify(rows);
}
var FEW_ACTIONS = 20;
var MANY_WORDS = 60;
function riskOf(document, knowledge) {
  const allowed = allowedBy(document, knowledge);
  const escalations = escalationsOf(allowed);
  const managesPermissions = allowed.some(
    ({ known, unknown, open }) => open || unknown.length > 0 || known.some(({ level }) => level === "Permissions management")
  );
  const high = [...unknowns(allowed, knowledge), ...levels(allowed)];
  if (escalations.length > 0) {
    const because = escalations.map((one) => `${one.because} (${one.source})`);
    return { risk: "escalating", because, escalations, managesPermissions };
  }
  if (high.length > 0) return { risk: "high", because: high, escalations, managesPermissions };
  return {
    risk: "low",
    because: [allowed.length === 0 ? "allows nothing" : "only lists and reads"],
    escalations,
    managesPermissions
  };
}

// src/core/approval/assessment.ts
var NOT_READ = {
  risk: "unknown",
  because: ["the text of the policy is not known yet"],
  escalations: [],
  managesPermissions: "unknown"
};
var NOT_TEXT = {
  risk: "high",
  because: ["what it allows is not looked into"],
  escalations: [],
  managesPermissions: false
};
var assessed = /* @__PURE__ */ new WeakMap();
var MOST_KEPT = 5e3;
var judged = (document, knowledge) => {
  const { risk, because, escalations, managesPermissions } = riskOf(document, knowledge);
  return { risk, because, escalations, managesPermissions };
};
function assess(document, knowledge) {
  if (document === null) return NOT_READ;
  if (document === void 0) return NOT_TEXT;
  const known = assessed.get(knowledge) ?? { alike: /* @__PURE__ */ new Map(), same: /* @__PURE__ */ new WeakMap() };
  assessed.set(knowledge, known);
  const like = likeness(document);
  const assessment = (like === null ? known.same.get(document) : known.alike.get(like)) ?? judged(document, knowledge);
  if (like === null) known.same.set(document, assessment);
  else if (known.alike.size < MOST_KEPT) known.alike.set(like, assessment);
  return assessment;
}

// src/core/approval/guarded.ts
var THINGS = ["policy", "role", "group", "permissionSet", "okta"];
var pathOf = (value) => foldCase(value.startsWith("arn:") ? value.replace(/^[^/]*\//, "") : value);
var nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);
var ownPaths = /* @__PURE__ */ new WeakMap();
function jobRoles(settings) {
  const known = ownPaths.get(settings);
  if (known !== void 0) return known;
  const roles = [...Object.values(settings.aws?.roles ?? {}), ...Object.values(settings.aws?.hub ?? {})];
  const paths = roles.flatMap((role) => role === null ? [] : [pathOf(role)]);
  ownPaths.set(settings, paths);
  return paths;
}
function isOwn(value, settings) {
  const path = pathOf(value).replace(/^\/+/, "");
  if (path.startsWith("daypass/") || nameOf(path).startsWith("daypass-")) return true;
  return jobRoles(settings).some((own) => own === path || !path.includes("/") && nameOf(own) === path);
}
var filledBy = (value, { okta }) => [...okta?.directory?.groups ?? []].find(([, called]) => foldCase(called) === foldCase(value))?.[0] ?? null;
var byArn = ({ text }) => text.startsWith("arn:");
function thingReasons(item, settings, asked, assumed) {
  const patterns = settings.protected.things;
  const named = (facet) => [
    ...fullest(item.entitlement.facets[facet] ?? []),
    ...facet === "role" ? assumed : []
  ];
  return THINGS.flatMap(
    (facet) => named(facet).flatMap((value) => {
      const fills = facet === "okta" ? filledBy(value, settings) : null;
      if (fills !== null)
        return [
          {
            code: "protected",
            sentence: `${value} decides in Okta who is in the group ${fills}, which rules use; whoever is in it could approve`,
            at: item.at
          }
        ];
      if (isOwn(value, settings))
        return [
          {
            code: "protected",
            sentence: `${value} belongs to Daypass itself and is never handed out; no setting lifts this`,
            at: item.at
          }
        ];
      const told = facet === "permissionSet" && value.startsWith("arn:") ? patterns.filter(byArn) : patterns;
      const hit = compareFacet(facet, told, [value], "partly", asked) ? told.find((pattern) => compareFacet(facet, [pattern], [value], "partly", asked)) : void 0;
      if (hit === void 0) return [];
      return [
        {
          code: "protected",
          sentence: `${value} is protected by ${hit.text} of protected.things in daypass.yaml; only changing that setting lifts it`,
          at: item.at
        }
      ];
    })
  );
}
function guardReasons(item, account, settings, asked, assumed) {
  const person = settings.protected.people.find((one) => one.value === item.person);
  const target = settings.protected.targets.find((one) => one.value === item.target);
  return [
    ...[person, target].flatMap(
      (hit) => hit === void 0 ? [] : [
        {
          code: "protected",
          sentence: `${hit.value} is protected at ${writePlace(hit.at)}; only removing it there lifts this`,
          at: item.at
        }
      ]
    ),
    ...thingReasons(item, settings, asked, assumed),
    ...account.closing ? [
      {
        code: "closing",
        sentence: `${account.name} is closing (integrations/${account.system}.yaml): it takes no new access`,
        at: item.at
      }
    ] : []
  ];
}

// src/core/approval/limits.ts
var OWN_LIMITS = "limits in daypass.yaml";
var byName = (a, b) => a.name < b.name ? -1 : 1;
function setBy(rules, key) {
  return rules.flatMap((rule) => {
    const value = rule.limits[key];
    return value === null ? [] : [{ value, rule: rule.name }];
  });
}
var silentOn = (rules, key) => rules.filter((rule) => rule.limits[key] !== "allowed").map((rule) => rule.name);
function strictest(rules, settings) {
  const sorted2 = rules.filter((rule) => rule.deny === null).sort(byName);
  const longest = { value: settings.limits.maxDuration, rule: OWN_LIMITS };
  return {
    maxDuration: setBy(sorted2, "maxDuration").reduceRight(
      (best, one) => one.value <= best.value ? one : best,
      longest
    ),
    reason: setBy(sorted2, "reason")[0] ?? null,
    tickets: setBy(sorted2, "ticket"),
    endsByItself: setBy(sorted2, "endsByItself")[0] ?? null,
    approvals: setBy(sorted2, "approvals").reduceRight(
      (best, one) => best === null || one.value >= best.value ? one : best,
      null
    ),
    noDirectAttachment: silentOn(sorted2, "directAttachment"),
    noWildcards: silentOn(sorted2, "wildcards"),
    noOnBehalf: silentOn(sorted2, "onBehalf")
  };
}
var said = /* @__PURE__ */ new WeakMap();
function sayLimits(limits) {
  const known = said.get(limits) ?? wordsFor(limits);
  said.set(limits, known);
  return known;
}
function wordsFor(limits) {
  const by = (rule) => rule === OWN_LIMITS ? `by ${rule}` : `by rule ${rule}`;
  return [
    `at most ${writeDuration(limits.maxDuration.value)} ${by(limits.maxDuration.rule)}`,
    ...limits.approvals === null ? [] : [`at least ${limits.approvals.value} approvals ${by(limits.approvals.rule)}`],
    ...limits.reason === null ? [] : [`a reason is required ${by(limits.reason.rule)}`],
    ...limits.tickets.map(
      ({ value, rule }) => `a ticket${value === "required" ? "" : ` like ${value.text}`} is required ${by(rule)}`
    ),
    ...limits.endsByItself === null ? [] : [`it must end by itself ${by(limits.endsByItself.rule)}`]
  ];
}
var isBlank = (text) => text === void 0 || text.trim() === "";
function ticketBreaches(limits, { request }) {
  const ticket = request.ticket?.value.trim();
  const at = request.ticket?.at ?? request.at;
  return limits.tickets.flatMap(({ value, rule }) => {
    if (ticket === void 0 || ticket === "")
      return [{ code: "no-ticket", sentence: `rule ${rule} demands a ticket`, at }];
    if (value === "required" || matchesName(value, ticket)) return [];
    return [{ code: "no-ticket", sentence: `rule ${rule} demands a ticket like ${value.text}, not ${ticket}`, at }];
  });
}
function wildcardBreaches({ noWildcards }, { item }) {
  const { kind, facets } = item.entitlement;
  const [rule] = noWildcards;
  if (kind !== "resource" || rule === void 0 || facets["reach"]?.includes("wildcards") !== true) return [];
  return [{ code: "wildcards", sentence: `rule ${rule} lets nobody name several resources by a wildcard`, at: item.at }];
}
function breaches(limits, asked) {
  const { request, window, lapse } = asked;
  const reasons = [...ticketBreaches(limits, asked), ...wildcardBreaches(limits, asked)];
  const length = window.until - window.from;
  const { maxDuration, reason, endsByItself } = limits;
  if (length > maxDuration.value) {
    const allowed = maxDuration.rule === OWN_LIMITS ? `${OWN_LIMITS} allow` : `rule ${maxDuration.rule} allows`;
    reasons.push({
      code: "too-long",
      sentence: `${allowed} ${writeDuration(maxDuration.value)} at most, asked for are ${writeDuration(length)}`,
      at: request.at
    });
  }
  if (reason !== null && isBlank(request.reason?.value))
    reasons.push({ code: "no-reason", sentence: `rule ${reason.rule} demands a reason`, at: request.at });
  if (endsByItself !== null && lapse !== "always")
    reasons.push({
      code: "does-not-end",
      sentence: `rule ${endsByItself.rule} demands that access ends by itself, and this does not${lapse === "depends" ? " for sessions that are already open" : ""}`,
      at: request.at
    });
  return reasons;
}

// src/core/approval/matching.ts
var rulesByAccount = /* @__PURE__ */ new WeakMap();
function rulesAt(account, settings) {
  const known = rulesByAccount.get(settings) ?? /* @__PURE__ */ new Map();
  rulesByAccount.set(settings, known);
  const rules = known.get(account) ?? settings.rules.filter((rule) => accountMatches(rule.what, { account })).sort((a, b) => a.name < b.name ? -1 : 1);
  known.set(account, rules);
  return rules;
}
var OPPOSITE = { wholly: "partly", partly: "wholly" };
function whatMatches(rule, subject, reading, knowledge) {
  const what = filterMatches(rule.what, subject, reading, knowledge);
  if (what === "no" || rule.not.length === 0) return what;
  return all([what, not(any(rule.not.map((filter) => filterMatches(filter, subject, OPPOSITE[reading], knowledge))))]);
}
var isMember = (rule, person, settings) => rule.deny !== null && rule.who.is === "anyone" || membersOf(rule.who, settings).has(person);
function readRule(rule, subject, asking) {
  const forPerson = isMember(rule, asking.person, asking.settings);
  const forAuthor = isMember(rule, asking.author, asking.settings);
  if (!forPerson && !forAuthor) return [];
  const partly = whatMatches(rule, subject, "partly", asking.knowledge);
  if (partly === "no") return [];
  const wholly = rule.deny === null ? whatMatches(rule, subject, "wholly", asking.knowledge) : "no";
  return [{ rule, partly, wholly, forPerson, forAuthor }];
}
var names = (reads) => reads.map((read) => read.rule.name);
function matchRules(subject, asking) {
  const reads = rulesAt(subject.account, asking.settings).flatMap((rule) => readRule(rule, subject, asking));
  const known = matchedBefore.get(asking.settings) ?? /* @__PURE__ */ new Map();
  matchedBefore.set(asking.settings, known);
  const key = `${subject.risk} ${reads.map((read) => signatureOf(read, asking.settings)).join(" ")}`;
  const matched = known.get(key) ?? matchedBy(reads, subject.risk, asking.settings);
  if (known.size < MOST_KEPT2) known.set(key, matched);
  return matched;
}
var matchedBefore = /* @__PURE__ */ new WeakMap();
var MOST_KEPT2 = 5e3;
var signatureOf = ({ rule, partly, wholly, forPerson, forAuthor }, { rules }) => `${rules.indexOf(rule)}:${partly}:${wholly}:${forPerson}:${forAuthor}`;
function matchedBy(reads, risk, settings) {
  const [denied = null] = reads.flatMap(
    ({ rule: { name, deny }, partly }) => deny !== null && partly === "yes" ? [{ rule: name, sentence: deny }] : []
  );
  const others = reads.filter((read) => read.rule.deny === null);
  const offering = others.filter((read) => read.wholly === "yes" && read.forPerson && read.rule.ways.length > 0);
  const both = offering.filter((read) => read.forAuthor);
  const named = risk === "escalating" ? both.filter((read) => namesEscalation(read.rule.what)) : both;
  const limits = strictest(
    others.map((read) => read.rule),
    settings
  );
  return {
    denied,
    rules: names(named),
    ways: named.flatMap(({ rule }) => rule.ways.map((way) => ({ way, rule: rule.name }))),
    touching: names(others),
    limits: {
      ...limits,
      noOnBehalf: names(others.filter((read) => read.forPerson && read.rule.limits.onBehalf !== "allowed"))
    },
    onlyFor: both.length === 0 ? names(offering) : [],
    unnamed: names(both.filter((read) => !named.includes(read))),
    undecided: reads.some((read) => read.partly === "unknown" || read.wholly === "unknown") || risk === "unknown" && named.some((read) => !namesEscalation(read.rule.what))
  };
}

// src/core/approval/subject.ts
var isWild = (text) => /[*?$]/.test(text);
function regionOf(arn) {
  const [scheme, partition, service, region] = arn.split(":");
  if (scheme !== "arn") return isWild(arn) ? "*" : "";
  if (region === void 0 || isWild(`${partition}${service}`)) return "*";
  return region;
}
var servicesOf = (statement) => {
  const actions = "only" in statement.actions ? statement.actions.only : ["*"];
  return [...new Set(actions.map((action) => action.includes(":") ? action.replace(/:.*/s, "") : "*"))];
};
var resourcesOf = (statement, partition) => {
  const resources = "only" in statement.resources ? statement.resources.only : ["*"];
  return resources.flatMap(
    (resource) => resource === "*" ? servicesOf(statement).map((service) => `arn:${partition}:${service.toLowerCase()}:*`) : [resource]
  );
};
var HAS_A_ROLE = ["sts:assumerole", "iam:passrole", "iam:updateassumerolepolicy"];
var canAssume = ({ actions }) => HAS_A_ROLE.some(
  (action) => "only" in actions ? actions.only.some((pattern) => intersects(foldCase(pattern), action)) : !actions.except.some((pattern) => contains(foldCase(pattern), action))
);
function assumedBy(document) {
  const assuming = document?.statements.filter((one) => one.effect === "Allow" && canAssume(one)) ?? [];
  const resources = assuming.flatMap((one) => "only" in one.resources ? one.resources.only : ["*"]);
  return [...new Set(resources)].filter((resource) => intersects(widest(resource), "arn:*:iam:*:role/*")).sort();
}
function contentsOf(document, partition) {
  const allowing = document.statements.filter((statement) => statement.effect === "Allow");
  return {
    action: allowing.flatMap((statement) => "only" in statement.actions ? statement.actions.only : ["*"]),
    resource: allowing.flatMap((statement) => resourcesOf(statement, partition)),
    role: assumedBy(document)
  };
}
var documentKey = (target, policy) => `${target} ${policy}`;
function documentOf(item, permissions, documents) {
  if (permissions.form === "statements") return permissions.document;
  if (permissions.form === "existing") return void 0;
  const text = documents.get(documentKey(item.target, permissions.policy.value)) ?? null;
  return text === null || permissions.form === "policy" ? text : narrowed(text, permissions.to).document;
}
function tagsIn({ target, entitlement }, tags) {
  if (entitlement.thing === void 0) return "of many";
  const read = tags.get(tagsKey(target, entitlement.thing));
  return read?.is === "known" ? read.value : "unknown";
}
function subjectOf(about) {
  const { entitlement } = about.item;
  const { permissions, facets } = entitlement;
  const document = about.document;
  return {
    account: about.account,
    partition: about.partition,
    kind: entitlement.kind,
    facets,
    regions: (facets["resource"] ?? []).map(regionOf),
    resourceTags: tagsIn(about.item, about.tags),
    contents: document === void 0 ? "none" : document === null ? "unknown" : permissions.form === "statements" ? { role: assumedBy(document) } : contentsOf(document, about.partition),
    risk: about.risk,
    managesPermissions: about.managesPermissions,
    lapse: about.carries?.[carriedBy(permissions)] ?? null
  };
}

// src/core/approval/routing.ts
var NOTHING_READ = { documents: /* @__PURE__ */ new Map(), tags: /* @__PURE__ */ new Map() };
function holdOn(item, settings) {
  const stops = ({ what }) => {
    switch (what.is) {
      case "everything":
        return true;
      case "person":
        return what.person === item.person;
      case "target":
        return what.target === item.target;
      case "request":
        return what.request === item.request;
    }
  };
  return settings.holds.find(stops) ?? null;
}
var held = (hold, item) => hold === null ? [] : [{ code: "held", sentence: `held: ${hold.because}`, at: item.at }];
function nowhere(item, settings) {
  const hold = holdOn(item, settings);
  const stop = { code: "unreadable", sentence: `there is no account named ${item.target}`, at: item.at };
  return {
    rules: [],
    denied: null,
    held: hold,
    stops: [...held(hold, item), stop],
    ways: [],
    limits: strictest([], settings),
    risk: "unknown",
    riskBecause: [],
    escalating: [],
    lapse: null,
    leftOut: [],
    directAttachment: false,
    undecided: false,
    because: [stop.sentence]
  };
}
function wayStops(item, matched, assessed2, author) {
  const at = item.at;
  if (matched.ways.length > 0) return [];
  if (matched.onlyFor.length > 0)
    return [
      {
        code: "on-behalf",
        sentence: `${matched.onlyFor.join(", ")} would let ${item.person} ask for this, but not ${author}`,
        at
      }
    ];
  if (assessed2.risk === "escalating" && matched.unnamed.length > 0)
    return [
      {
        code: "not-named",
        sentence: `${item.entitlement.says} could make lasting access, and ${matched.unnamed.join(", ")} ${matched.unnamed.length === 1 ? "does" : "do"} not name that`,
        at
      }
    ];
  return [
    {
      code: "not-requestable",
      sentence: `no rule lets ${item.person} ask for ${item.entitlement.says} in ${item.target}`,
      at
    }
  ];
}
function mayAttach(item, matched, attached) {
  if (item.entitlement.permissions.form !== "policy") return false;
  const { limits } = matched;
  if (limits.noDirectAttachment.length > 0 || limits.endsByItself !== null || matched.rules.length === 0) return false;
  const other = attached();
  return other.denied === null && other.touching.join() === matched.touching.join() && other.rules.join() === matched.rules.join();
}
function leftOutIn(item, { documents, knowledge }) {
  const { permissions, leftOut } = item.entitlement;
  if (permissions.form !== "narrowed") return leftOut ?? [];
  const text = documents.get(documentKey(item.target, permissions.policy.value));
  return text === void 0 ? [] : leftOutOf(text, permissions.to, knowledge);
}
function routeIn(account, item, settings, deciding, author) {
  const document = documentOf(item, item.entitlement.permissions, deciding.documents);
  const assessed2 = assess(document, deciding.knowledge);
  const partition = partitionOf(settings);
  const subject = subjectOf({
    item,
    account,
    tags: deciding.tags,
    partition,
    document,
    risk: assessed2.risk,
    managesPermissions: assessed2.managesPermissions,
    carries: deciding.carries.get(account.mode)
  });
  const asking = { settings, person: item.person, author, knowledge: deciding.knowledge };
  const matched = matchRules(subject, asking);
  const hold = holdOn(item, settings);
  const { denied } = matched;
  const found2 = [
    ...held(hold, item),
    ...denied === null ? [] : [{ code: "denied", sentence: `rule ${denied.rule}: ${denied.sentence}`, at: item.at }],
    ...guardReasons(
      item,
      account,
      settings,
      { account, partition, knowledge: deciding.knowledge },
      assumedBy(document)
    ),
    ...subject.lapse === null ? [
      {
        code: "not-carried",
        sentence: `${account.name} (${account.mode}) cannot give ${carriedBy(item.entitlement.permissions)} access`,
        at: item.at
      }
    ] : [],
    ...denied === null ? wayStops(item, matched, assessed2, author) : []
  ];
  const stops = found2.length === 0 ? NONE : found2;
  return {
    rules: matched.rules,
    denied,
    held: hold,
    stops,
    ways: matched.ways,
    limits: matched.limits,
    risk: assessed2.risk,
    riskBecause: assessed2.because,
    escalating: assessed2.escalations,
    lapse: subject.lapse,
    leftOut: leftOutIn(item, deciding),
    directAttachment: mayAttach(item, matched, () => matchRules({ ...subject, lapse: "never" }, asking)),
    undecided: matched.undecided,
    because: stops.length === 0 ? sayMatched(matched) : [...sayMatched(matched), ...stops.map((stop) => stop.sentence)]
  };
}
var said2 = /* @__PURE__ */ new WeakMap();
function sayMatched(matched) {
  const known = said2.get(matched) ?? [
    ...matched.rules.map((rule) => `rule ${rule} matches`),
    ...sayLimits(matched.limits)
  ];
  said2.set(matched, known);
  return known;
}
var NONE = [];
function routeFor(item, settings, deciding, author) {
  const account = targetsByName(settings).get(item.target);
  return account === void 0 ? nowhere(item, settings) : routeIn(account, item, settings, deciding, author);
}
var routeItem = (item, settings, deciding) => routeFor(item, settings, deciding, item.person);

// src/core/approval/items.ts
var bundleOf = (line, settings) => line.asked.is === "bundle" ? settings.bundles.get(line.asked.bundle.value) : void 0;
function wantedBy(line, settings) {
  if (line.asked.is === "entitlement") return [{ entitlement: line.asked.entitlement, bundle: null }];
  const bundle = bundleOf(line, settings);
  return bundle === void 0 ? [] : bundle.items.map((entitlement) => ({ entitlement, bundle: bundle.name }));
}
function arnsOf({ facets }) {
  const arns = /* @__PURE__ */ new Set();
  for (const values of Object.values(facets)) for (const value of values) if (value.startsWith("arn:")) arns.add(value);
  return arns;
}
var accountNamed = (settings, name) => {
  const account = targetsByName(settings).get(name);
  return account?.system === "aws" ? account : void 0;
};
function arnProblemsIn(account, line, settings) {
  const where = { account: account.id, partition: partitionOf(settings) };
  return wantedBy(line, settings).flatMap(
    ({ entitlement }) => [...arnsOf(entitlement)].flatMap(
      (arn) => arnProblems(arn, where).map((problem) => ({
        at: line.asked.is === "bundle" ? line.at : entitlement.at,
        because: `${arn} cannot be asked for in ${account.name}: ${problem}`,
        cure: "ask for it in the account it lies in, written out in full"
      }))
    )
  );
}
function placelessProblems(line, settings) {
  const wanted = wantedBy(line, settings).map(({ entitlement }) => entitlement);
  const placeless = line.targets.length === 0 ? wanted.find(({ target }) => target === void 0) : void 0;
  const okta = settings.okta === null ? wanted.find(({ target }) => target === OKTA) : void 0;
  return [
    ...placeless === void 0 ? [] : [
      { at: line.at, because: `${placeless.says} lies in an account, and none is named`, cure: "add `account: …`" }
    ],
    ...okta === void 0 ? [] : [
      {
        at: line.at,
        because: `${okta.says} cannot be given: there is no Okta in the settings`,
        cure: "owners add integrations/okta.yaml"
      }
    ]
  ];
}
function problemsOfLine(line, settings) {
  const problems = [...placelessProblems(line, settings)];
  if (line.asked.is === "bundle" && bundleOf(line, settings) === void 0)
    problems.push({
      at: line.asked.bundle.at,
      because: `there is no bundle named ${line.asked.bundle.value}`,
      cure: "name a bundle of bundles.yaml"
    });
  for (const target of line.targets) {
    const account = accountNamed(settings, target.value);
    if (account === void 0)
      problems.push({
        at: target.at,
        because: `there is no account named ${target.value}`,
        cure: "name an account of integrations/aws.yaml"
      });
    else problems.push(...arnProblemsIn(account, line, settings));
  }
  return problems;
}
var localPartOf = (email) => email.replace(/@.*/s, "").trim().toLowerCase();
var byLocalPart = /* @__PURE__ */ new WeakMap();
function namesakeOf(person, settings) {
  const known = byLocalPart.get(settings) ?? Map.groupBy(settings.people.values(), ({ email }) => localPartOf(email));
  byLocalPart.set(settings, known);
  return known.get(localPartOf(person.email))?.find((other) => other !== person);
}
var twinProblems = (request, person, settings) => request.lines.flatMap((line) => line.targets).flatMap((target) => {
  const account = accountNamed(settings, target.value);
  if (account?.match.by !== "localPart") return [];
  const other = namesakeOf(person, settings);
  if (other === void 0) return [];
  return [
    {
      at: target.at,
      because: `${account.name} finds people by the part of their e-mail before the @, and ${person.handle} and ${other.handle} share it`,
      cure: "let the account find people by user name or by a tag (integrations/aws.yaml)"
    }
  ];
});
var meaninglessProblems = (line, settings, knowledge) => wantedBy(line, settings).flatMap(({ entitlement }) => {
  const meant = meantBy(entitlement, knowledge);
  if (!("problem" in meant)) return [];
  return [
    {
      at: line.asked.is === "bundle" ? line.at : entitlement.at,
      because: `${entitlement.says} cannot be given: ${meant.problem}`,
      cure: "correct the ARN, or name `actions` and what they are for"
    }
  ];
});
var itemsOfLine = (line, request, person, given) => wantedBy(line, given.settings).flatMap(
  ({ entitlement: asked, bundle }) => whereOf(line, asked).flatMap(({ value }) => {
    const meant = meantBy(asked, given.knowledge);
    if ("problem" in meant) return [];
    const { entitlement } = meant;
    const { settings } = given;
    const target = entitlement.target === void 0 ? accountNamed(settings, value) : targetsByName(settings).get(value);
    if (target === void 0) return [];
    return [
      {
        key: id(`${request.id}/${person}/${target.name}/${entitlement.what}`),
        request: request.id,
        person,
        target: target.name,
        entitlement,
        bundle,
        at: line.at
      }
    ];
  })
);
function merged(items) {
  const byKey = /* @__PURE__ */ new Map();
  for (const item of items) if (!byKey.has(item.key)) byKey.set(item.key, item);
  return [...byKey.values()].sort((a, b) => a.key < b.key ? -1 : 1);
}
function itemsOf(request, settings, knowledge) {
  const person = settings.people.get(id(request.for.value));
  const problems = request.lines.flatMap((line) => [
    ...problemsOfLine(line, settings),
    ...meaninglessProblems(line, settings, knowledge)
  ]);
  if (person === void 0)
    return {
      items: [],
      problems: [
        {
          at: request.for.at,
          because: `there is nobody named ${request.for.value}`,
          cure: "name a person of people.yaml by handle"
        },
        ...problems
      ]
    };
  problems.push(...twinProblems(request, person, settings));
  const items = merged(
    request.lines.flatMap((line) => itemsOfLine(line, request, person.handle, { settings, knowledge }))
  );
  const { itemsPerRequest } = settings.limits;
  if (items.length > itemsPerRequest)
    problems.push({
      at: request.at,
      because: `it asks for ${items.length} items, more than the ${itemsPerRequest} that one request may hold`,
      cure: "write several requests; limits.itemsPerRequest in daypass.yaml sets the number"
    });
  if (items.length === 0 && problems.length === 0)
    problems.push({ at: request.at, because: "it asks for nothing", cure: "add an item below `access`" });
  return { items, problems };
}
function shortestOf(request, settings) {
  const durations = request.lines.flatMap((line) => bundleOf(line, settings)?.duration ?? []);
  return durations.length === 0 ? null : Math.min(...durations);
}
function windowOf(request, settings, landedAt) {
  const { when } = request;
  const from = when.is === "default" ? landedAt : when.from ?? landedAt;
  if (when.is === "until") return { from, until: when.until };
  const seconds = when.is === "duration" ? when.seconds : shortestOf(request, settings);
  return seconds === null ? null : { from, until: later(from, seconds) };
}

// src/core/approval/reason.ts
var REASONS = {
  unreadable: { settled: true, title: "the request cannot be read with these settings" },
  held: { settled: true, title: "a hold stops it" },
  denied: { settled: true, title: "a rule denies it" },
  protected: { settled: true, title: "it is protected" },
  closing: { settled: true, title: "the account takes no new access" },
  "not-carried": { settled: true, title: "the account cannot give this kind of access" },
  "not-requestable": { settled: false, title: "no rule lets this person ask for it" },
  "not-named": { settled: false, title: "it could make lasting access, and no rule that names this allows it" },
  "on-behalf": { settled: false, title: "the rules do not let this person ask for another" },
  "too-long": { settled: false, title: "it asks for more time than the rules allow" },
  "no-glass": { settled: false, title: "no rule lets this person break the glass" },
  "no-reason": { settled: false, title: "the rules demand a reason" },
  "no-ticket": { settled: false, title: "the rules demand a ticket" },
  wildcards: { settled: false, title: "the rules let no wildcard name resources" },
  "does-not-end": { settled: false, title: "the rules demand access that ends by itself" },
  "changes-requested": { settled: false, title: "an eligible approver asked for changes" },
  "nobody-may-approve": { settled: false, title: "fewer people may approve than the rules demand" }
};
var CODES = Object.keys(REASONS);
function sortReasons(reasons) {
  const once = new Map(reasons.map((reason) => [`${CODES.indexOf(reason.code)} ${reason.sentence}`, reason]));
  return [...once.values()].sort(
    (a, b) => CODES.indexOf(a.code) - CODES.indexOf(b.code) || (a.sentence < b.sentence ? -1 : 1)
  );
}

// src/core/approval/decision.ts
var refused = (reasons) => {
  const sorted2 = sortReasons(reasons);
  return { is: "refused", reasons: sorted2, because: sorted2.map((reason) => reason.sentence) };
};
var isAnothers = ({ item, author }) => author !== item.person;
var withoutThem = /* @__PURE__ */ new WeakMap();
function eligible({ settings, author, item }, way) {
  const who = way.is === "approvedBy" ? way.who : way.is === "breakGlass" ? way.reviewedBy : null;
  if (who === null) return [];
  const approvers = approversOf(who, settings, item.person);
  const known = withoutThem.get(approvers) ?? /* @__PURE__ */ new Map();
  const both = author === item.person ? author : `${author} ${item.person}`;
  const before = known.get(both);
  if (before !== void 0) return before;
  const others = approvers.filter((person) => person !== author && person !== item.person);
  withoutThem.set(approvers, known.set(both, others));
  return others;
}
function objections(asked) {
  const against = new Set(asked.opinions.filter((one) => one.state === "changes-requested").map((one) => one.person));
  if (against.size === 0) return [];
  return asked.routing.ways.flatMap(
    ({ way, rule }) => eligible(asked, way).filter((person) => against.has(person)).map(
      (person) => ({
        code: "changes-requested",
        sentence: `${person} may approve by rule ${rule} and asked for changes`,
        at: asked.item.at
      })
    )
  );
}
function demanded(asked, way) {
  const least = way.is === "approvedBy" ? Math.max(1, way.approvals) : 0;
  return Math.max(least, asked.routing.limits.approvals?.value ?? 0) + (isAnothers(asked) ? 1 : 0);
}
var plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
function byApproval(asked, rule, way) {
  const may = eligible(asked, way);
  const needed = demanded(asked, way);
  if (may.length < needed) return null;
  const said3 = new Set(asked.opinions.filter((one) => one.state === "approved").map((one) => one.person));
  const approved = may.filter((person) => said3.has(person));
  const numbers = `${approved.length} of ${plural(needed, "approval")} by rule ${rule}`;
  if (approved.length >= needed)
    return {
      is: "allowed",
      way: "approvedBy",
      rule,
      approvers: approved,
      afterwards: null,
      instead: [],
      because: [numbers]
    };
  const missing = {
    rule,
    people: approved.length === 0 ? may : may.filter((person) => !said3.has(person)),
    approved,
    more: needed - approved.length,
    items: [asked.item.key]
  };
  return { is: "waiting", missing: [missing], because: [numbers] };
}
function byWay(asked, { way, rule }) {
  switch (way.is) {
    case "approvedBy":
      return byApproval(asked, rule, way);
    case "auto":
      if (demanded(asked, way) > 0) return null;
      return {
        is: "allowed",
        way: "auto",
        rule,
        approvers: [],
        afterwards: null,
        instead: [],
        because: [`auto by rule ${rule}`]
      };
    case "breakGlass": {
      if (asked.request.breakGlass === null || !mayBreakGlass(asked, way)) return null;
      return {
        is: "allowed",
        way: "breakGlass",
        rule,
        approvers: [],
        afterwards: { by: eligible(asked, way), within: way.within },
        instead: [],
        because: [`breakGlass by rule ${rule}`]
      };
    }
  }
}
var mayBreakGlass = (asked, way) => !isAnothers(asked) && membersOf(way.who, asked.settings).has(asked.item.person);
function glassReasons(asked) {
  const { request, routing, item } = asked;
  const at = request.breakGlass;
  if (at === null) return [];
  const may = routing.ways.some(({ way }) => way.is === "breakGlass" && mayBreakGlass(asked, way));
  const auto = routing.ways.some(({ way }) => way.is === "auto");
  return [
    ...request.reason === null ? [{ code: "no-reason", sentence: "whoever breaks the glass must say why: write `reason`", at }] : [],
    ...may || auto ? [] : [
      {
        code: "no-glass",
        sentence: `no rule lets ${item.person} break the glass here: leave \`breakGlass\` out`,
        at
      }
    ]
  ];
}
var PREFERENCE = ["auto", "approvedBy", "breakGlass"];
function nobody(asked) {
  const { ways } = asked.routing;
  const names2 = [...new Set(ways.map((offered) => offered.rule))].join(", ");
  const approvals = ways.flatMap(({ way }) => way.is === "breakGlass" ? [] : [demanded(asked, way)]);
  const least = plural(Math.min(...approvals), "approval");
  const lacking = approvals.length === 0 ? [] : [`${least} by people other than requester and beneficiary`];
  if (ways.some(({ way }) => way.is === "breakGlass" && mayBreakGlass(asked, way)))
    lacking.push("`breakGlass: true` in an emergency");
  return {
    code: "nobody-may-approve",
    sentence: `no way of ${names2} can be used: ${lacking.join(", or ") || "others alone may break the glass"}`,
    at: asked.item.at
  };
}
function decideItem(asked) {
  const { routing, request, window } = asked;
  const reasons = [
    ...routing.stops,
    ...breaches(routing.limits, { request, window, lapse: routing.lapse, item: asked.item })
  ];
  if (isAnothers(asked) && routing.limits.noOnBehalf.length > 0)
    reasons.push({
      code: "on-behalf",
      sentence: `${asked.author} may not ask for ${asked.item.person}: ${routing.limits.noOnBehalf.join(", ")} ${routing.limits.noOnBehalf.length === 1 ? "does" : "do"} not say \`onBehalf: allowed\``,
      at: request.for.at
    });
  reasons.push(...glassReasons(asked), ...objections(asked));
  if (reasons.length > 0) return refused(reasons);
  const verdicts = routing.ways.flatMap((offered) => byWay(asked, offered) ?? []);
  const allowed = PREFERENCE.flatMap((way) => verdicts.filter((one) => one.is === "allowed" && one.way === way))[0];
  const waiting = verdicts.filter((one) => one.is === "waiting");
  if (allowed?.is === "allowed")
    return allowed.way === "breakGlass" ? { ...allowed, instead: waiting.flatMap((one) => one.missing) } : allowed;
  if (waiting.length === 0) return refused([nobody(asked)]);
  return {
    is: "waiting",
    missing: waiting.flatMap((one) => one.missing),
    because: waiting.flatMap((one) => one.because)
  };
}

// src/core/approval/judge.ts
var sorted = (values) => values.length < 2 ? values : [...new Set(values)].sort();
function gravest(decisions) {
  const ways = new Set(decisions.map(({ way }) => way));
  return ways.has("breakGlass") ? "breakGlass" : ways.has("auto") ? "auto" : "approvedBy";
}
function allAllowed(decisions) {
  const afterwards = decisions.flatMap((decision) => decision.afterwards ?? []);
  return {
    is: "allowed",
    way: gravest(decisions),
    rule: sorted(decisions.map((decision) => decision.rule)).join(", "),
    approvers: sorted(decisions.flatMap((decision) => decision.approvers)),
    afterwards: afterwards.length === 0 ? null : { by: sorted(afterwards.flatMap((one) => one.by)), within: Math.min(...afterwards.map((one) => one.within)) },
    instead: mergedMissing(decisions.flatMap((decision) => decision.instead)),
    because: sorted(decisions.flatMap((decision) => decision.because))
  };
}
var sameList = (some, others) => some === others || some.length === others.length && some.every((one, at) => one === others[at]);
var sameMissing = (one, other) => one.rule === other.rule && one.more === other.more && sameList(one.people, other.people) && sameList(one.approved, other.approved);
var byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function byNames(some, others) {
  const at = some.findIndex((one2, index) => one2 !== others[index]);
  const [one, other] = [some[at], others[at]];
  return one === void 0 || other === void 0 ? others.length - some.length : byText(one, other);
}
var inOrder = (a, b) => byText(a.rule, b.rule) || byNames(a.people, b.people) || byNames(a.approved, b.approved) || a.more - b.more;
function mergedMissing(missing) {
  const merged2 = [];
  for (const one of missing) {
    const at = merged2.findIndex((other) => sameMissing(one, other));
    const before = merged2[at];
    if (before === void 0) merged2.push(one);
    else merged2[at] = { ...before, items: sorted([...before.items, ...one.items]) };
  }
  return merged2.sort(inOrder);
}
function worst(decisions, problems) {
  const reasons = [
    ...problems.map((problem) => ({ code: "unreadable", sentence: problem.because, at: problem.at })),
    ...decisions.flatMap((decision) => decision.is === "refused" ? decision.reasons : [])
  ];
  if (reasons.length > 0) {
    const all2 = sortReasons(reasons);
    return { is: "refused", reasons: all2, because: all2.map((reason) => reason.sentence) };
  }
  const waiting = decisions.filter((decision) => decision.is === "waiting");
  if (waiting.length > 0)
    return {
      is: "waiting",
      missing: mergedMissing(waiting.flatMap((decision) => decision.missing)),
      because: sorted(waiting.flatMap((decision) => decision.because))
    };
  return allAllowed(decisions.filter((decision) => decision.is === "allowed"));
}
var isFinal = ({ routing, decision }) => decision.is === "refused" && (!routing.undecided || decision.reasons.some((reason) => REASONS[reason.code].settled));
function judgeItem(asked, item) {
  const { request, settings, window, author, opinions } = asked;
  const routing = routeFor(item, settings, asked, author);
  return { item, routing, decision: decideItem({ request, settings, window, author, opinions, item, routing }) };
}
function judgeRequest(asked) {
  const { items, problems } = itemsOf(asked.request, asked.settings, asked.knowledge);
  return judgementOf(
    items.map((item) => judgeItem(asked, item)),
    problems
  );
}
var judgeAgain = (asked, { items, problems }) => judgementOf(
  items.map((one) => one.routing.undecided ? judgeItem(asked, one.item) : one),
  problems
);
function judgementOf(judged2, problems) {
  return {
    items: judged2,
    problems,
    decision: worst(
      judged2.map((one) => one.decision),
      problems
    ),
    undecided: problems.length === 0 && !judged2.some(isFinal) && judged2.some((one) => one.routing.undecided)
  };
}

export {
  documentKey,
  NOTHING_READ,
  routeItem,
  itemsOf,
  windowOf,
  judgeRequest,
  judgeAgain
};
