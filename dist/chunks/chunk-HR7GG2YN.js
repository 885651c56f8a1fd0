import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  LEVELS,
  allowedBy,
  expandActions,
  readArn,
  serviceOf
} from "./chunk-RYEE6VUW.js";
import {
  contains,
  foldCase,
  intersects,
  matches
} from "./chunk-66F3A4I2.js";

// src/core/policy/doable.ts
var NAME = "<name>";
var RESOURCE = 5;
function partsOf(arn) {
  const parts = arn.split(":");
  return [...parts.slice(0, RESOURCE), parts.slice(RESOURCE).join(":")];
}
var slashes = (text) => text.split("/").length - 1;
function fits(template, arn) {
  if (template.endsWith(NAME) && slashes(arn) > slashes(template)) return false;
  const wanted = partsOf(template.replace(NAME, "*"));
  const asked = partsOf(arn);
  return wanted.length === asked.length && wanted.every((part, at) => intersects(part, asked[at] ?? ""));
}
function canBeDoneOn(action, arn, knowledge) {
  if (arn === "*") return true;
  const templates = knowledge.templates(action);
  return templates === null || templates.some((template) => fits(template, arn));
}
var readable = (template) => template.replace(NAME, "*").replace(/^arn:\*:/, "arn:aws:");

// src/core/policy/anatomy.ts
var BUCKET = `arn:*:s3:::${NAME}`;
var OBJECTS = "/*";
var BY_PREFIX = ["s3:ListBucket", "s3:ListBucketVersions"];
var ALSO = { "arn:*:logs:*:*:log-group:*": [":*"] };
var plain = (template) => template.replace(NAME, "*");
var isKindOf = (template, arn) => contains(plain(template), arn) && !(template.endsWith(NAME) && slashes(arn) > slashes(template));
var letters = (template) => plain(template).replaceAll("*", "").length;
function mostSpecific(templates, arn) {
  const fitting = templates.filter((template) => isKindOf(template, arn));
  const most = Math.max(...fitting.map(letters));
  return fitting.filter((template) => letters(template) === most);
}
function within(own, templates) {
  const ends = /* @__PURE__ */ new Map();
  for (const outer of own.map(plain))
    for (const template of templates) {
      const end = plain(template).startsWith(outer) ? plain(template).slice(outer.length) : "";
      if (/^[/:]/.test(end)) ends.set(end, [...ends.get(end) ?? [], template]);
    }
  return ends;
}
var whole = (arn) => ({ arn, only: null, when: {} });
function limbsOf(arn, own, templates) {
  const also = own.flatMap((template) => ALSO[template] ?? []);
  return [
    { templates: own, part: whole(arn) },
    ...also.map((end) => ({ templates: own, part: whole(`${arn}${end}`) })),
    ...[...within(own, templates)].map(([end, inner]) => ({ templates: inner, part: whole(`${arn}${end}`) }))
  ];
}
function prefixedLimbs(arn, prefix, templates) {
  const objects = within([BUCKET], templates).get(OBJECTS) ?? [];
  return [
    { templates: objects, part: whole(`${arn}/${prefix}*`) },
    { templates: [BUCKET], part: { arn, only: BY_PREFIX, when: { StringLike: { "s3:prefix": [`${prefix}*`] } } } }
  ];
}
function anatomyOf({ arn, prefix }, resources) {
  const read2 = readArn(arn);
  if ("problem" in read2) return read2;
  const services = resources.servicesOn(read2.arn.service);
  const templates = services.flatMap((service) => resources.templatesOf(service));
  const own = mostSpecific(templates, arn);
  if (own.length === 0)
    return { problem: `AWS is not known to have anything of which this could be the ARN (data of ${resources.asOf})` };
  if (prefix === null) return { services, limbs: limbsOf(arn, own, templates) };
  if (!own.includes(BUCKET)) return { problem: "only buckets of S3 have prefixes" };
  return { services, limbs: prefixedLimbs(arn, prefix, templates) };
}

// src/core/policy/level-overrides.ts
var READING = [
  {
    actions: ["sqs:ReceiveMessage"],
    is: "write",
    because: "hides the messages from those who work them off"
  },
  { actions: ["logs:Unmask"], is: "admin", because: "shows what is masked on purpose" },
  { actions: ["ec2:GetPasswordData"], is: "admin", because: "tells the administrator's password" },
  {
    actions: ["s3:AllowVendedLogDeliveryForResource", "dynamodb:ReadDataForReplication"],
    is: "admin",
    because: "is what AWS itself needs, not people"
  },
  {
    actions: ["ssm:GetAccessToken"],
    is: "write",
    because: "hands out a token"
  }
];
var WORK = [
  {
    actions: [
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:DeleteObjectAnnotation",
      "s3:DeleteObjectVersionAnnotation",
      "s3:PutObject",
      "s3:PutObjectAnnotation",
      "s3:PutObjectVersionAnnotation",
      "s3:RestoreObject"
    ],
    is: "write",
    because: "changes what is in a bucket"
  },
  {
    actions: ["dynamodb:DeleteItem", "dynamodb:PartiQLDelete", "dynamodb:CreateBackup"],
    is: "write",
    because: "changes what is in a table, or keeps a copy of it"
  },
  { actions: ["sqs:DeleteMessage"], is: "write", because: "works off a message" },
  { actions: ["logs:CreateLogStream"], is: "write", because: "begins to write" },
  {
    actions: ["rds:CreateDBSnapshot", "rds:CreateDBClusterSnapshot", "ec2:CreateSnapshot", "ec2:CreateSnapshots"],
    is: "write",
    because: "keeps a copy"
  },
  {
    actions: [
      "kms:Decrypt",
      "kms:Encrypt",
      "kms:Generate*",
      "kms:ReEncrypt*",
      "kms:Sign",
      "kms:Verify*",
      "kms:Derive*"
    ],
    is: "write",
    because: "uses the key"
  },
  {
    actions: ["lambda:Invoke*", "lambda:*DurableExecution*", "states:Start*", "states:Stop*", "states:Send*"],
    is: "write",
    because: "runs what is there as it is"
  },
  {
    actions: ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"],
    is: "write",
    because: "adds an image"
  },
  { actions: ["events:PutEvents", "kinesis:PutRecord*", "firehose:PutRecord*"], is: "write", because: "adds data" },
  {
    actions: [
      "ec2:StartInstances",
      "ec2:StopInstances",
      "ec2:RebootInstances",
      "rds:Start*",
      "rds:Stop*",
      "rds:Reboot*"
    ],
    is: "write",
    because: "starts and stops what is there"
  },
  { actions: ["rds:FailoverDBCluster"], is: "write", because: "is undone by doing it again" },
  {
    actions: ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage", "secretsmanager:*Rotat*"],
    is: "write",
    because: "changes the value of a secret"
  }
];
var ADMINISTERING = [
  {
    actions: ["iam:*", "sts:*", "organizations:*", "sso:*", "cloudformation:*", "codebuild:*", "servicecatalog:*"],
    is: "admin",
    because: "acts with the rights of others"
  },
  {
    actions: ["s3:Put*", "s3:Update*", "s3:Replicate*", "s3:InitiateReplication", "s3:PauseReplication", "s3:Submit*"],
    is: "admin",
    because: "configures a bucket, or locks what is in it"
  },
  {
    actions: [
      "dynamodb:*Table*",
      "dynamodb:Replicate*",
      "dynamodb:*Replication",
      "dynamodb:*StreamingDestination",
      "dynamodb:UpdateContinuousBackups",
      "dynamodb:UpdateContributorInsights",
      "dynamodb:UpdateTimeToLive",
      "dynamodb:StartAwsBackupJob"
    ],
    is: "admin",
    because: "configures a table, or sends all of it elsewhere"
  },
  { actions: ["sqs:PurgeQueue", "sqs:*MessageMoveTask"], is: "admin", because: "empties a whole queue at once" },
  {
    actions: [
      "sns:Subscribe",
      "sns:ConfirmSubscription",
      "sns:SetSubscriptionAttributes",
      "sns:PutDataProtectionPolicy"
    ],
    is: "admin",
    because: "lets messages go elsewhere for good"
  },
  {
    actions: ["secretsmanager:UpdateSecret", "secretsmanager:*Replica*", "secretsmanager:RestoreSecret"],
    is: "admin",
    because: "changes the key or the place of a secret"
  },
  { actions: ["kms:*"], is: "admin", because: "changes the key itself" },
  {
    actions: ["lambda:Update*", "lambda:Put*", "lambda:Publish*", "lambda:Pass*", "ecs:ExecuteCommand", "ecs:RunTask"],
    is: "admin",
    because: "runs code of one’s own with the rights of another"
  },
  {
    actions: ["logs:Put*Filter", "logs:Put*Policy", "logs:Put*Destination*", "logs:*KmsKey", "logs:Integrate*"],
    is: "admin",
    because: "sends logs elsewhere, or decides how long they stay"
  },
  {
    actions: [
      "ec2:Modify*",
      "ec2:Run*",
      "ec2:*IamInstanceProfile*",
      "ec2:Attach*",
      "ec2:Detach*",
      "ec2:Associate*",
      "ec2:Disassociate*",
      "ec2:Replace*",
      "ec2:Import*",
      "ec2:Export*",
      "ec2:SendDiagnosticInterrupt"
    ],
    is: "admin",
    because: "changes what runs, or with whose rights"
  },
  {
    actions: ["rds:Modify*", "rds:Restore*", "rds:Add*", "rds:Remove*", "rds:Promote*", "rds:Switchover*", "rds:Copy*"],
    is: "admin",
    because: "changes what runs, or lets data out"
  },
  { actions: ["events:Put*", "events:Remove*", "states:Update*"], is: "admin", because: "runs things for good" },
  {
    actions: ["*:Create*", "*:Delete*", "*:Terminate*", "*:BatchDelete*", "*:Restore*"],
    is: "admin",
    because: "makes or removes the thing itself"
  }
];
var OVERRIDES = {
  reading: READING,
  writing: [...WORK, ...ADMINISTERING]
};

// src/core/policy/levels.ts
var USUALLY = {
  List: "read",
  Read: "read",
  Write: "write",
  Tagging: "admin",
  "Permissions management": "admin"
};
var ROWS = {
  List: OVERRIDES.reading,
  Read: OVERRIDES.reading,
  Write: OVERRIDES.writing,
  Tagging: [],
  "Permissions management": []
};
var means = ({ actions }, action) => actions.some((pattern) => matches(foldCase(pattern), action));
function levelOf({ action, level }) {
  const folded = foldCase(action);
  return ROWS[level].find((row) => means(row, folded))?.is ?? USUALLY[level];
}
var holds = (level, action) => LEVELS.indexOf(levelOf(action)) <= LEVELS.indexOf(level);

// src/core/policy/one-resource.ts
var canBeDoneAt = ({ templates, part }, action, resources) => (part.only === null || part.only.some((only) => foldCase(only) === foldCase(action))) && (resources.templates(action)?.some((template) => templates.includes(template)) ?? false);
function statementsOf(doable) {
  const byActions = Map.groupBy(doable, ([{ part }, actions]) => JSON.stringify([actions, part.when]));
  return [...byActions.values()].flatMap((same) => {
    const resources = { only: same.map(([{ part }]) => part.arn).sort() };
    return same.slice(0, 1).filter(([, actions]) => actions.length > 0).map(([{ part }, only]) => ({ effect: "Allow", actions: { only }, resources, conditions: part.when }));
  });
}
var isUnlimited = (action, resources) => resources.templates(action)?.length === 0;
function levelled(level, { services, limbs }, knowledge, resources) {
  const all = services.flatMap((service) => expandActions([`${service}:*`], knowledge).known);
  const asked = all.filter((action) => holds(level, action)).map(({ action }) => action);
  const doable = new Map(
    limbs.map((limb) => [limb, asked.filter((one) => canBeDoneAt(limb, one, resources))])
  );
  const held = new Set([...doable.values()].flat());
  const own = new Set(limbs.flatMap(({ templates }) => templates));
  const meantHere = (action) => isUnlimited(action, resources) || (resources.templates(action)?.some((template) => own.has(template)) ?? false);
  return {
    statements: statementsOf(doable),
    leftOut: asked.filter((action) => !held.has(action) && meantHere(action))
  };
}
function leftOutOf(document, parts, knowledge) {
  const { resources } = knowledge;
  if (resources === null) return [];
  const services = new Set(parts.flatMap(({ arn }) => resources.servicesOn(arn.split(":")[2] ?? "")));
  const can = (action) => parts.some(
    ({ arn, only }) => (only === null || only.some((one) => foldCase(one) === foldCase(action))) && canBeDoneOn(action, arn, resources)
  );
  const allowed = allowedBy(document, knowledge).flatMap(({ known }) => known.map(({ action }) => action));
  return [...new Set(allowed)].filter((action) => services.has(serviceOf(action)) && !can(action)).sort();
}
function read(asked, permissions, knowledge) {
  const { resources } = knowledge;
  if (resources === null) return { problem: "AWS's data about resources were not read" };
  const anatomy = anatomyOf(permissions, resources);
  if ("problem" in anatomy) return anatomy;
  const parts = anatomy.limbs.map(({ part }) => part);
  if (permissions.of.is === "policy") {
    const facets = { ...asked.facets, resource: parts.map(({ arn }) => arn) };
    return {
      entitlement: { ...asked, facets, permissions: { form: "narrowed", policy: permissions.of.policy, to: parts } }
    };
  }
  const { level } = permissions.of;
  const { statements, leftOut } = levelled(level, anatomy, knowledge, resources);
  if (statements.length === 0) return { problem: `no action of level ${level} can be limited to it` };
  return {
    entitlement: {
      ...asked,
      facets: {
        ...asked.facets,
        action: statements.flatMap(({ actions }) => actions.only),
        resource: [...new Set(statements.flatMap(({ resources: resources2 }) => resources2.only))]
      },
      permissions: { form: "statements", document: { version: "2012-10-17", statements } },
      leftOut
    }
  };
}
var kept = /* @__PURE__ */ new WeakMap();
function meantBy(asked, knowledge) {
  const { permissions } = asked;
  if (permissions.form !== "resource") return { entitlement: { ...asked, permissions } };
  const known = kept.get(knowledge) ?? /* @__PURE__ */ new WeakMap();
  kept.set(knowledge, known);
  const meant = known.get(asked) ?? read(asked, permissions, knowledge);
  known.set(asked, meant);
  return meant;
}

// src/core/model/place.ts
var writePlace = (at) => `${at.file}:${at.line}:${at.column}`;

// src/core/model/where.ts
var whereOf = (line, { target }) => target === void 0 ? line.targets : [{ value: target, at: line.at }];

export {
  canBeDoneOn,
  readable,
  leftOutOf,
  meantBy,
  writePlace,
  whereOf
};
