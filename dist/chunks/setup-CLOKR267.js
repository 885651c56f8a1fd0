import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  settingsOnDisk
} from "./chunk-HMQBZRJN.js";
import "./chunk-ICKVJLI7.js";
import {
  DIRECTORY,
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  chosenShapes
} from "./chunk-36AXJTKZ.js";
import {
  blueprintOf,
  isMissing
} from "./chunk-DOMC5XNT.js";
import "./chunk-LVRSQMLL.js";
import "./chunk-F7HWOFK5.js";
import "./chunk-UJ3HXRAY.js";
import {
  require_dist
} from "./chunk-RYEE6VUW.js";
import "./chunk-66F3A4I2.js";
import "./chunk-624KHEYP.js";
import "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonLine
} from "./chunk-QC3ZOG66.js";
import {
  __toESM
} from "./chunk-RZGYXAJU.js";

// src/entry/commands/setup.ts
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/install/print/cloudformation.ts
var import_yaml = __toESM(require_dist(), 1);

// src/install/print/files.ts
var MADE = "Made by `daypass setup` from config/; change the settings and make it again.";

// src/install/print/cloudformation.ts
var PSEUDO = {
  "{account}": `\${AWS::AccountId}`,
  "{partition}": `\${AWS::Partition}`
};
function substituted(text) {
  const written2 = text.replaceAll("${", "${!").replace(/\{(account|partition)\}/g, (word) => PSEUDO[word] ?? word);
  return written2 === text ? text : { "Fn::Sub": written2 };
}
function template(value) {
  if (typeof value === "string") return substituted(value);
  if (Array.isArray(value)) return value.map(template);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, template(entry)]));
}
var tagList = (tags) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
var logical = ({ title }) => `${title.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())}Role`;
var roleResource = (role, tags) => ({
  Type: "AWS::IAM::Role",
  ...role.title.startsWith("hub-") ? { DependsOn: "GithubProvider" } : {},
  Properties: {
    RoleName: role.name,
    Path: role.path,
    Description: role.description,
    MaxSessionDuration: 3600,
    PermissionsBoundary: { Ref: "Boundary" },
    AssumeRolePolicyDocument: template(role.trust),
    Policies: [{ PolicyName: "daypass", PolicyDocument: template(role.policy) }],
    Tags: tags
  }
});
var providerParts = ({ provider }, tags) => provider === null ? { parameters: {}, resources: {} } : {
  parameters: {
    Parameters: {
      Provider: {
        Type: "String",
        AllowedValues: ["create", "exists"],
        Default: "create",
        Description: `Whether the account has the OpenID Connect provider ${provider.host} already.`
      }
    },
    Conditions: { CreateProvider: { "Fn::Equals": [{ Ref: "Provider" }, "create"] } }
  },
  resources: {
    GithubProvider: {
      Type: "AWS::IAM::OIDCProvider",
      Condition: "CreateProvider",
      Properties: { Url: `https://${provider.host}`, ClientIdList: [provider.audience], Tags: tags }
    }
  }
};
var policyResource = ({ name, path, description, document }) => ({
  Type: "AWS::IAM::ManagedPolicy",
  Properties: { ManagedPolicyName: name, Path: path, Description: description, PolicyDocument: template(document) }
});
var poolRole = (name) => `PoolRole${name.slice(name.lastIndexOf("-") + 1)}`;
function poolResources({ pool }, tags) {
  if (pool === null) return {};
  const { path, names, description, session, trust, boundary } = pool;
  const role = (name) => ({
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: name,
      Path: path,
      Description: description,
      MaxSessionDuration: session,
      PermissionsBoundary: { Ref: "PoolBoundary" },
      AssumeRolePolicyDocument: template(trust),
      Tags: tags
    }
  });
  return {
    PoolBoundary: policyResource(boundary),
    ...Object.fromEntries(names.map((name) => [poolRole(name), role(name)]))
  };
}
function templateOf(blueprint, shape) {
  const tags = tagList(blueprint.tags);
  const { parameters, resources } = providerParts(shape, tags);
  const { boundary } = shape;
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `Daypass (${blueprint.installation}): what an account used as ${shape.parts.join(" and ")} needs.`,
    ...parameters,
    Resources: {
      Boundary: policyResource(boundary),
      ...resources,
      ...Object.fromEntries(shape.roles.map((role) => [logical(role), roleResource(role, tags)])),
      ...poolResources(shape, tags)
    }
  };
}
var templateName = (shape) => `${shape.name}.yaml`;
var templates = (blueprint, shapes) => shapes.map((shape) => ({
  path: templateName(shape),
  text: `# ${MADE}
${(0, import_yaml.stringify)(templateOf(blueprint, shape), { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false })}`
}));

// src/install/print/commands.ts
var stackName = ({ installation }) => `daypass-${installation}`;
var start = (blueprint) => `#!/usr/bin/env bash
# ${MADE}
# Needs the AWS CLI and the rights to make IAM roles and policies. Running it again changes what differs and nothing else.
set -euo pipefail
cd "$(dirname "$0")"
region=${blueprint.region}
stack=${stackName(blueprint)}
tags=(${Object.entries(blueprint.tags).map(([key, value]) => `"${key}=${value}"`).join(" ")})

say() { printf '%s\\n' "$*" >&2; }

state() { # of a stack here; empty where there is none. Anything else that AWS refuses ends the script.
  local answer
  if answer=$(aws cloudformation describe-stacks --region "$region" --stack-name "$stack" --query 'Stacks[0].StackStatus' --output text 2>&1); then
    printf '%s' "$answer"
  elif [[ $answer != *"does not exist"* ]]; then
    say "$answer"
    return 1
  fi
}

deploy() { # template, whether GitHub's jobs enter here
  local before provider=()
  before=$(state)
  if [[ $before == ROLLBACK_COMPLETE ]]; then # an earlier set-up that made nothing: such a stack can only be deleted
    say "Deleting what an earlier set-up left behind"
    aws cloudformation delete-stack --region "$region" --stack-name "$stack"
    aws cloudformation wait stack-delete-complete --region "$region" --stack-name "$stack"
    before=
  fi
  if [[ $2 == hub && -z $before ]]; then # an account can have one provider for GitHub: it may be there already
    local known
    known=$(aws iam list-open-id-connect-providers --query 'OpenIDConnectProviderList[].Arn' --output text)
    if [[ $known == *oidc-provider/token.actions.githubusercontent.com* ]]; then provider=(--parameter-overrides Provider=exists); fi
  fi
  say "Deploying $1"
  aws cloudformation deploy --region "$region" --stack-name "$stack" --template-file "$1" --tags "\${tags[@]}" \\
    --capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset "\${provider[@]}"
}

account=$(aws sts get-caller-identity --query Account --output text)
`;
var kindOf = ({ parts }) => parts.includes("hub") ? "hub" : "account";
var here = (shapes) => shapes.flatMap(
  (shape) => shape.places.map(
    ({ id, name }) => `  ${id}) deploy ${templateName(shape)} ${kindOf(shape)} ;;${name === null ? "" : ` # ${name}`}`
  )
).join("\n");
var accountScript = (blueprint, shapes) => ({
  path: "deploy.sh",
  executable: true,
  text: `${start(blueprint)}
case $account in
${here(shapes)}
  *)
    say "The account $account is not among those that this was made for; nothing was changed."
    exit 1
    ;;
esac
say "Done. Next: daypass verify"
`
});
var targetsName = (shape) => `targets-${shape.name}.json`;
function organisationScript(blueprint, shapes) {
  const carried = shapes.filter(({ parts }) => !parts.includes("hub"));
  const hubs = shapes.filter(({ parts }) => parts.includes("hub"));
  const sets = carried.map(
    (shape) => `carry ${stackName(blueprint)}-${shape.name} ${templateName(shape)} ${targetsName(shape)}`
  );
  const text = `${start(blueprint)}
finished() { # stack set, operation: waits, tells, and fails with it
  local status
  while true; do
    status=$(aws cloudformation describe-stack-set-operation --region "$region" --stack-set-name "$1" --operation-id "$2" --query StackSetOperation.Status --output text)
    say "  $1: $status"
    case $status in SUCCEEDED) return 0 ;; FAILED | STOPPED) return 1 ;; esac
    sleep 10
  done
}

carry() { # stack set, template, targets
  local operation answer
  if answer=$(aws cloudformation describe-stack-set --region "$region" --stack-set-name "$1" 2>&1); then
    say "Updating $1"
    operation=$(aws cloudformation update-stack-set --region "$region" --stack-set-name "$1" --template-body "file://$2" --tags "\${pairs[@]}" \\
      --capabilities CAPABILITY_NAMED_IAM --operation-preferences "$pace" --query OperationId --output text)
    finished "$1" "$operation"
  elif [[ $answer == *StackSetNotFound* ]]; then
    say "Making $1"
    aws cloudformation create-stack-set --region "$region" --stack-set-name "$1" --template-body "file://$2" --tags "\${pairs[@]}" \\
      --capabilities CAPABILITY_NAMED_IAM --permission-model SERVICE_MANAGED --auto-deployment Enabled=false >/dev/null
  else
    say "$answer"
    return 1
  fi
  sed "s/ROOT/$root/" "$3" >"$3.filled"
  operation=$(aws cloudformation create-stack-instances --region "$region" --stack-set-name "$1" --regions "$region" \\
    --deployment-targets "file://$3.filled" --operation-preferences "$pace" --query OperationId --output text)
  rm -f "$3.filled"
  finished "$1" "$operation"
}

pairs=(${Object.entries(blueprint.tags).map(([key, value]) => `"Key=${key},Value=${value}"`).join(" ")})
pace=RegionConcurrencyType=PARALLEL,MaxConcurrentPercentage=100,FailureTolerancePercentage=100
root=$(aws organizations list-roots --query 'Roots[0].Id' --output text)
management=$(aws organizations describe-organization --query Organization.MasterAccountId --output text)
${sets.join("\n")}

# StackSets leave out the management account, and what GitHub's jobs enter is deployed where it lies.
case $account in
${here(hubs)}
  *)
    [[ $account != "$management" ]] || case $account in
${here(carried)}
    esac
    ;;
esac
${hubsElsewhere(shapes)}say "Done. Next: daypass verify"
`;
  const targets = carried.map(
    (shape) => ({
      path: targetsName(shape),
      text: `${JSON.stringify({ OrganizationalUnitIds: ["ROOT"], Accounts: shape.places.map(({ id }) => id), AccountFilterType: "INTERSECTION" }, null, 2)}
`
    })
  );
  return [{ path: "deploy.sh", executable: true, text }, ...targets];
}
var hubsElsewhere = (shapes) => shapes.filter(({ parts }) => parts.includes("hub")).flatMap(({ places }) => places).map(
  ({ id }) => `[[ $account == ${id} ]] || say "Then run this once more with the credentials of ${id}, which GitHub's jobs enter."
`
).join("");
function protection({ organisation, partition }) {
  const document = JSON.parse(JSON.stringify(organisation.document).replaceAll("{partition}", partition));
  const text = `#!/usr/bin/env bash
# ${MADE}
# For the management account. Service control policies must be switched on in the organisation.
set -euo pipefail
cd "$(dirname "$0")"
name=${organisation.name}
content=file://service-control-policy.json
policy=$(aws organizations list-policies --filter SERVICE_CONTROL_POLICY --query "Policies[?Name=='$name'].Id" --output text)
if [[ -z $policy ]]; then
  policy=$(aws organizations create-policy --type SERVICE_CONTROL_POLICY --name "$name" --description ${JSON.stringify(organisation.description)} --content "$content" --query Policy.PolicySummary.Id --output text)
else
  aws organizations update-policy --policy-id "$policy" --content "$content" >/dev/null
fi
root=$(aws organizations list-roots --query 'Roots[0].Id' --output text)
attached=$(aws organizations list-policies-for-target --target-id "$root" --filter SERVICE_CONTROL_POLICY --query "Policies[?Id=='$policy'].Id" --output text)
[[ -n $attached ]] || aws organizations attach-policy --policy-id "$policy" --target-id "$root"
printf 'Done: %s protects every account but the management account.\\n' "$name" >&2
`;
  return [
    { path: "protect.sh", executable: true, text },
    { path: "service-control-policy.json", text: `${JSON.stringify(document, null, 2)}
` }
  ];
}

// src/install/print/inventory.ts
var placesIn = (shapes) => shapes.flatMap(({ places }) => places.flatMap(({ id, name }) => name === null ? [] : [id])).toSorted();
function inventoryScript({ inventory, partition }, shapes) {
  if (inventory === null) return [];
  const text = `#!/usr/bin/env bash
# ${MADE}
# Resource Explorer for \`daypass search\`: an index in every region that an account has switched on, one region that brings them
# together (one that is there stays), and a view of everything with its tags. Running it again adds what is missing, and changes
# nothing else.
#   ./inventory.sh          in the account that the credentials are for
#   ./inventory.sh ROLE     in all accounts, entered through this role (such as OrganizationAccountAccessRole)
set -euo pipefail
aggregator=${inventory.aggregator}
reader=${inventory.reader}
accounts=(${placesIn(shapes).join(" ")})
role=\${1:-}
patience=\${DAYPASS_PATIENCE:-10}
unfinished=0

say() { printf '%s\\n' "$*" >&2; }

state() { # of the index of a region; empty where there is none. Anything else that AWS refuses ends the script.
  local answer
  if answer=$(aws resource-explorer-2 get-index --region "$1" --query State --output text 2>&1); then
    [[ $answer == DELETED ]] || printf '%s' "$answer"
  elif [[ $answer != *ResourceNotFoundException* ]]; then
    say "$answer"
    return 1
  fi
}

indexed() { # every region of the account
  local region there
  for region in $(aws account list-regions --region-opt-status-contains ENABLED ENABLING ENABLED_BY_DEFAULT --query 'Regions[].RegionName' --output text); do
    there=$(state "$region")
    if [[ -z $there ]]; then
      say "  $region: making an index"
      aws resource-explorer-2 create-index --region "$region" >/dev/null
    elif [[ $there == DELETING ]]; then
      say "  $region: its index is being deleted; run this again later"
      unfinished=1
    fi
  done
}

together() { # prints the region that brings the others together; makes it where there is none
  local there arn answer tries
  there=$(aws resource-explorer-2 list-indexes --region "$aggregator" --type AGGREGATOR --query 'Indexes[0].Region' --output text)
  if [[ -n $there && $there != None ]]; then
    printf '%s' "$there"
    return
  fi
  for ((tries = 0; tries < 30; tries++)); do
    [[ $(state "$aggregator") != ACTIVE ]] || break
    sleep "$patience"
  done
  arn=$(aws resource-explorer-2 get-index --region "$aggregator" --query Arn --output text)
  if answer=$(aws resource-explorer-2 update-index-type --region "$aggregator" --arn "$arn" --type AGGREGATOR 2>&1); then
    say "  $aggregator brings the others together from now on; it takes hours until it knows them all"
    printf '%s' "$aggregator"
  else
    # After an aggregator was deleted AWS allows no other for 24 hours.
    say "  $aggregator cannot bring the others together yet: $answer"
    return 9
  fi
}

viewed() { # a view of everything with its tags, in that region
  local region=$1 there arn
  there=$(aws resource-explorer-2 list-views --region "$region" --query 'Views[]' --output text)
  if [[ $there == *:view/daypass/* ]]; then
    arn=$(tr '[:space:]' '\\n' <<<"$there" | grep ':view/daypass/' | head -n 1)
  else
    say "  $region: making the view daypass"
    arn=$(aws resource-explorer-2 create-view --region "$region" --view-name daypass --included-properties Name=tags --query View.ViewArn --output text)
  fi
  there=$(aws resource-explorer-2 get-default-view --region "$region" --query ViewArn --output text)
  # One that is there stays: somebody may rely on it.
  [[ -n $there && $there != None ]] || aws resource-explorer-2 associate-default-view --region "$region" --view-arn "$arn" >/dev/null
}

account() { # the one that the credentials are for
  local region status=0
  say "$(aws sts get-caller-identity --query Account --output text)"
  if ! aws iam get-role --role-name "$reader" >/dev/null 2>&1; then
    say "  the role $reader is not there: run deploy.sh first"
    unfinished=1
    return
  fi
  indexed
  region=$(together) || status=$?
  if [[ $status == 9 ]]; then
    unfinished=1
  elif [[ $status != 0 ]]; then
    return "$status"
  else
    viewed "$region"
  fi
}

if [[ -z $role ]]; then
  account
else
  for id in "\${accounts[@]}"; do
    keys=$(aws sts assume-role --role-arn "arn:${partition}:iam::$id:role/$role" --role-session-name daypass-setup --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)
    read -r key secret token <<<"$keys"
    # What fails in one account must not keep the others waiting.
    (
      export AWS_ACCESS_KEY_ID=$key AWS_SECRET_ACCESS_KEY=$secret AWS_SESSION_TOKEN=$token
      account
      exit "$unfinished"
    ) || unfinished=1
  done
fi
[[ $unfinished == 0 ]] || { say "Not everything could be done: run it again, after 24 hours at the latest."; exit 2; }
say "Done. Until everything is indexed it takes up to 36 hours. Next: daypass verify"
`;
  return [{ path: "inventory.sh", executable: true, text }];
}

// src/install/print/hcl.ts
var set = (name, text) => ({ is: "set", name, text });
var block = (head, ...lines) => ({ is: "block", head, lines });
var map = (name, ...lines) => ({ is: "map", name, lines });
var quoted = (text) => JSON.stringify(text).replaceAll("${", "$${").replaceAll("%{", "%%{");
var isSetting = (line) => line.is === "set";
function runsOf(lines) {
  const runs = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (!isSetting(line)) runs.push(line);
    else if (Array.isArray(last)) last.push(line);
    else runs.push([line]);
  }
  return runs;
}
function written(lines, indent) {
  return runsOf(lines).map((run) => {
    if ("is" in run) {
      const head = `${indent}${run.is === "block" ? run.head : `${run.name} =`} {`;
      return run.lines.length === 0 ? `${head}}` : `${head}
${written(run.lines, `${indent}  `)}
${indent}}`;
    }
    const width = Math.max(...run.map(({ name }) => name.length));
    return run.map(({ name, text }) => `${indent}${name.padEnd(width)} = ${text}`).join("\n");
  }).join("\n\n");
}
var hcl = (comment, ...lines) => `# ${comment}

${written(lines, "")}
`;

// src/install/print/terraform.ts
var REQUIRED = block(
  "terraform",
  set("required_version", quoted(">= 1.2")),
  block("required_providers", map("aws", set("source", quoted("hashicorp/aws")), set("version", quoted(">= 5.0"))))
);
var policyText = (document) => `${JSON.stringify(document, null, 2).replaceAll("${", "$${").replaceAll("%{", "%%{").replace(/\{(account|partition)\}/g, (word) => `$${word}`)}
`;
var fileOf = (name) => `templatefile("\${path.module}/policies/${name}.json", local.names)`;
var plain = (text) => text.replace(/[^A-Za-z0-9]/g, "_").replace(/^(\d)/, "_$1");
var roleLines = (role) => [
  block(
    `resource "aws_iam_role" ${quoted(plain(role.title))}`,
    set("name", quoted(role.name)),
    set("path", quoted(role.path)),
    set("description", quoted(role.description)),
    set("assume_role_policy", fileOf(`${role.title}-trust`)),
    set("permissions_boundary", "aws_iam_policy.boundary.arn"),
    set("max_session_duration", "3600"),
    set("tags", "local.tags"),
    ...role.title.startsWith("hub-") ? [set("depends_on", "[aws_iam_openid_connect_provider.github]")] : []
  ),
  block(
    `resource "aws_iam_role_policy" ${quoted(plain(role.title))}`,
    set("name", quoted("daypass")),
    set("role", `aws_iam_role.${plain(role.title)}.name`),
    set("policy", fileOf(role.title))
  )
];
var boundaryLines = ({ name, path, description }) => block(
  'resource "aws_iam_policy" "boundary"',
  set("name", quoted(name)),
  set("path", quoted(path)),
  set("description", quoted(description)),
  set("policy", fileOf("boundary")),
  set("tags", "local.tags"),
  block(
    "lifecycle",
    block(
      "precondition",
      set("condition", "local.names.account == var.account"),
      set("error_message", quoted("These credentials are those of another account."))
    )
  )
);
var providerLines = ({ provider }) => provider === null ? [] : [
  block(
    'variable "create_provider"',
    set("type", "bool"),
    set("default", "true"),
    set("description", quoted("false where the account has the OpenID Connect provider of GitHub already."))
  ),
  block(
    'resource "aws_iam_openid_connect_provider" "github"',
    set("count", "var.create_provider ? 1 : 0"),
    set("url", quoted(`https://${provider.host}`)),
    set("client_id_list", `[${quoted(provider.audience)}]`),
    set("tags", "local.tags")
  )
];
function poolLines({ pool }) {
  if (pool === null) return [];
  const { path, names, description, session, boundary } = pool;
  return [
    block(
      'resource "aws_iam_policy" "pool_boundary"',
      set("name", quoted(boundary.name)),
      set("path", quoted(boundary.path)),
      set("description", quoted(boundary.description)),
      set("policy", fileOf("pool-boundary")),
      set("tags", "local.tags")
    ),
    block(
      'resource "aws_iam_role" "pool"',
      set("for_each", `toset([${names.map(quoted).join(", ")}])`),
      set("name", "each.key"),
      set("path", quoted(path)),
      set("description", quoted(description)),
      set("assume_role_policy", fileOf("pool-trust")),
      set("permissions_boundary", "aws_iam_policy.pool_boundary.arn"),
      set("max_session_duration", String(session)),
      set("tags", "local.tags"),
      block("lifecycle", set("ignore_changes", '[tags["daypass:state"], tags_all["daypass:state"]]'))
    )
  ];
}
function moduleFiles({ tags }, shape) {
  const folder = `modules/${shape.name}`;
  const main = hcl(
    MADE,
    REQUIRED,
    block('variable "account"', set("type", "string"), set("description", quoted("The twelve digits of the account."))),
    block('data "aws_caller_identity" "here"'),
    block('data "aws_partition" "here"'),
    block(
      "locals",
      map(
        "names",
        set("account", "data.aws_caller_identity.here.account_id"),
        set("partition", "data.aws_partition.here.partition")
      ),
      map("tags", ...Object.entries(tags).map(([key, value]) => set(quoted(key), quoted(value))))
    ),
    boundaryLines(shape.boundary),
    ...providerLines(shape),
    ...shape.roles.flatMap(roleLines),
    ...poolLines(shape)
  );
  const policies = [
    ["boundary", shape.boundary.document],
    ...shape.pool === null ? [] : [["pool-boundary", shape.pool.boundary.document], ["pool-trust", shape.pool.trust]],
    ...shape.roles.flatMap(({ title, trust, policy }) => [
      [`${title}-trust`, trust],
      [title, policy]
    ])
  ];
  return [
    { path: `${folder}/main.tf`, text: main },
    ...policies.map(([name, document]) => ({ path: `${folder}/policies/${name}.json`, text: policyText(document) }))
  ];
}
function rootFile({ partition, region }, shapes) {
  const accounts = shapes.flatMap((shape) => shape.places.map((place) => ({ shape, ...place })));
  const lines = accounts.flatMap(({ shape, id, name }) => {
    const called = plain(name ?? `account_${id}`);
    return [
      block(
        'provider "aws"',
        set("alias", quoted(called)),
        set("region", quoted(region)),
        set("allowed_account_ids", `[${quoted(id)}]`),
        block("assume_role", set("role_arn", `"arn:${partition}:iam::${id}:role/\${var.administrator_role}"`))
      ),
      block(
        `module ${quoted(called)}`,
        set("source", quoted(`./modules/${shape.name}`)),
        set("account", quoted(id)),
        map("providers", set("aws", `aws.${called}`))
      )
    ];
  });
  return {
    path: "main.tf",
    text: hcl(
      MADE,
      REQUIRED,
      block(
        'variable "administrator_role"',
        set("type", "string"),
        set("default", quoted("OrganizationAccountAccessRole")),
        set("description", quoted("The role through which you enter the accounts."))
      ),
      ...lines
    )
  };
}
function rootOfOne({ region }, shape, id) {
  return {
    path: "main.tf",
    text: hcl(
      MADE,
      REQUIRED,
      block('provider "aws"', set("region", quoted(region)), set("allowed_account_ids", `[${quoted(id)}]`)),
      block('module "daypass"', set("source", quoted(`./modules/${shape.name}`)), set("account", quoted(id)))
    )
  };
}
function organisationFiles({ organisation, partition, region }) {
  const document = JSON.parse(JSON.stringify(organisation.document).replaceAll("{partition}", partition));
  return [
    {
      path: "organisation/main.tf",
      text: hcl(
        MADE,
        REQUIRED,
        block(
          'variable "targets"',
          set("type", "list(string)"),
          set("description", quoted("Ids of the root, organisational units or accounts that it protects."))
        ),
        block('provider "aws"', set("region", quoted(region))),
        block(
          'resource "aws_organizations_policy" "daypass"',
          set("name", quoted(organisation.name)),
          set("description", quoted(organisation.description)),
          set("type", quoted("SERVICE_CONTROL_POLICY")),
          set("content", `file("\${path.module}/service-control-policy.json")`)
        ),
        block(
          'resource "aws_organizations_policy_attachment" "daypass"',
          set("for_each", "toset(var.targets)"),
          set("policy_id", "aws_organizations_policy.daypass.id"),
          set("target_id", "each.value")
        )
      )
    },
    { path: "organisation/service-control-policy.json", text: `${JSON.stringify(document, null, 2)}
` }
  ];
}
function terraform(blueprint, shapes) {
  const [only, another] = shapes.flatMap((shape) => shape.places.map(({ id }) => ({ shape, id })));
  const alone = only !== void 0 && another === void 0;
  return [
    alone ? rootOfOne(blueprint, only.shape, only.id) : rootFile(blueprint, shapes),
    ...shapes.flatMap((shape) => moduleFiles(blueprint, shape)),
    ...alone ? [] : organisationFiles(blueprint)
  ];
}

// src/install/print/index.ts
var FORMS = {
  cloudformation: (blueprint, shapes) => [
    accountScript(blueprint, shapes),
    ...templates(blueprint, shapes),
    ...protection(blueprint),
    ...inventoryScript(blueprint, shapes)
  ],
  stackset: (blueprint, shapes) => [
    ...organisationScript(blueprint, shapes),
    ...templates(blueprint, shapes),
    ...protection(blueprint),
    ...inventoryScript(blueprint, shapes)
  ],
  terraform: (blueprint, shapes) => [...terraform(blueprint, shapes), ...inventoryScript(blueprint, shapes)]
};
var isForm = (word) => Object.hasOwn(FORMS, word);

// src/entry/commands/setup.ts
async function writeTo(folder, files) {
  for (const { path, text, executable } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    if (executable === true) await chmod(file, 493);
  }
}
var summary = (shapes) => shapes.map(({ parts, places, roles }) => {
  const accounts = places.length === 1 ? `account ${places[0]?.name ?? places[0]?.id}` : `${places.length} accounts`;
  return `${accounts} (${parts.join(", ")}): ${roles.map(({ path, name }) => `${path.slice(1)}${name}`).join(", ")}`;
}).join("\n");
var setup = {
  tells: `Prints what Daypass needs in AWS, made from integrations/aws.yaml and from the tables of what Daypass can do: the roles of each account with their permissions boundary, the hub roles that GitHub's jobs enter, and a service control policy that protects them. It asks nobody and changes nothing: you deploy it, and \`daypass verify\` compares.

In each account's CloudShell:      daypass setup --out aws, then upload the folder and run ./deploy.sh
In a whole organisation:           daypass setup --form stackset --out aws, then ./deploy.sh in the management account
With Terraform:                    daypass setup --form terraform --out aws, then terraform init && terraform apply`,
  argument: null,
  options: {
    directory: DIRECTORY,
    account: { type: "string", says: "only for these accounts, by name or id, with commas (default: all)" },
    form: { type: "string", says: `${Object.keys(FORMS).join(", ")} (default: cloudformation)` },
    out: { type: "string", says: "folder to write the files to (default: print them)" }
  },
  async run(invocation) {
    const { terminal, values } = invocation;
    const form = textOf(invocation, "form", "cloudformation");
    if (!isForm(form))
      return comeToNothing(
        invocation,
        EXIT.findings,
        `--form wants one of ${Object.keys(FORMS).join(", ")}, not ${form}.`
      );
    const settings = await settingsOnDisk(textOf(invocation, "directory", "config"));
    if (typeof settings === "string") return comeToNothing(invocation, EXIT.findings, settings);
    const blueprint = blueprintOf(settings);
    if (isMissing(blueprint)) return comeToNothing(invocation, EXIT.findings, blueprint.says, blueprint.cure);
    const shapes = chosenShapes(blueprint, textOf(invocation, "account", ""));
    if (typeof shapes === "string") return comeToNothing(invocation, EXIT.findings, shapes);
    const files = FORMS[form](blueprint, shapes);
    const out = textOf(invocation, "out", "");
    if (out !== "") await writeTo(out, files);
    if (values["json"] === true) terminal.out(jsonLine({ form, files }));
    else if (out === "") terminal.out(files.map(({ path, text }) => `# ---- ${path}
${text}`).join("\n"));
    terminal.note(summary(shapes));
    if (out !== "") terminal.note(`${files.length} files written below ${out}. Deploy them, then: daypass verify`);
    return EXIT.done;
  }
};
export {
  setup
};
