import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  findAll,
  hitRow,
  readQuery,
  tableOf
} from "./chunk-5AIUDB6T.js";
import {
  openKept,
  readKept
} from "./chunk-OSJWEVJR.js";
import {
  documentsOnDisk
} from "./chunk-ICKVJLI7.js";
import {
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  COMMENT_MARKER
} from "./chunk-HIG56UEW.js";
import {
  blueprintOf,
  isMissing
} from "./chunk-DOMC5XNT.js";
import "./chunk-LVRSQMLL.js";
import {
  filled
} from "./chunk-F7HWOFK5.js";
import "./chunk-I35WAWJI.js";
import {
  DATA_BRANCH
} from "./chunk-PW2QCYM6.js";
import "./chunk-UJ3HXRAY.js";
import {
  readRequest
} from "./chunk-SNQCUXD5.js";
import {
  day
} from "./chunk-RPDRASIN.js";
import {
  ASSIGNABLE_TAG,
  KINDS,
  MODE_NAMES,
  OKTA_OPERATIONS,
  OPERATIONS,
  poolNames,
  readSettings
} from "./chunk-RYEE6VUW.js";
import "./chunk-7ZAPLNTP.js";
import {
  PLAIN
} from "./chunk-WZHV26AT.js";
import {
  instantOf
} from "./chunk-66F3A4I2.js";
import "./chunk-624KHEYP.js";
import "./chunk-SMRKEGFD.js";
import "./chunk-RTN5YXCH.js";
import {
  EXIT
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/entry/commands/demo.ts
import { existsSync as existsSync2 } from "node:fs";
import { rm as rm2 } from "node:fs/promises";
import { dirname, join as join6, resolve } from "node:path";
import { fileURLToPath } from "node:url";

// src/sandbox/aws/ids.ts
import { createHash } from "node:crypto";
var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
var lettersOf = (seed, length) => [...createHash("sha512").update(seed).digest()].slice(0, length).map((byte) => letters[byte % letters.length] ?? "A").join("");
var uniqueId = (prefix4, seed) => prefix4 + lettersOf(`${prefix4}/${seed}`, 17);
var accessKeyId = (prefix4, seed) => prefix4 + lettersOf(`${prefix4}/${seed}`, 16);
var secretOf = (seed) => createHash("sha256").update(`secret/${seed}`).digest("base64").slice(0, 40);
var tokenOf = (seed) => createHash("sha512").update(`token/${seed}`).digest("base64");

// src/sandbox/aws/managed.ts
var allow = (...actions) => ({ Effect: "Allow", Action: actions, Resource: "*" });
var jobFunction = "/job-function/";
var reading = (service, ...more) => ({
  statements: [allow(`${service}:Get*`, `${service}:List*`, `${service}:Describe*`, ...more)]
});
var whole = (...services4) => ({ statements: [allow(...services4.map((one4) => `${one4}:*`))] });
var entries = {
  AdministratorAccess: { statements: [allow("*")] },
  PowerUserAccess: {
    statements: [
      { Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
      allow(
        "iam:ListRoles",
        "iam:CreateServiceLinkedRole",
        "organizations:DescribeOrganization",
        "account:ListRegions"
      )
    ]
  },
  ReadOnlyAccess: {
    statements: [
      allow(
        "s3:Get*",
        "s3:List*",
        "dynamodb:Get*",
        "dynamodb:List*",
        "dynamodb:Describe*",
        "dynamodb:Query",
        "dynamodb:Scan"
      ),
      allow("ec2:Describe*", "sqs:Get*", "sqs:List*", "logs:Get*", "logs:Describe*", "iam:Get*", "iam:List*")
    ]
  },
  ViewOnlyAccess: { path: jobFunction, statements: [allow("s3:ListAllMyBuckets", "ec2:Describe*", "sqs:ListQueues")] },
  SecurityAudit: { statements: [allow("iam:Get*", "iam:List*", "s3:GetBucketPolicy", "ec2:Describe*")] },
  IAMFullAccess: whole("iam"),
  IAMReadOnlyAccess: reading("iam", "iam:Generate*", "iam:Simulate*"),
  AmazonS3ReadOnlyAccess: reading("s3"),
  AmazonS3FullAccess: whole("s3", "s3-object-lambda"),
  AmazonDynamoDBReadOnlyAccess: reading("dynamodb", "dynamodb:Query", "dynamodb:Scan", "dynamodb:BatchGetItem"),
  AmazonDynamoDBFullAccess: whole("dynamodb", "dax"),
  AmazonSQSReadOnlyAccess: reading("sqs"),
  AmazonSQSFullAccess: whole("sqs"),
  AmazonEC2ReadOnlyAccess: reading("ec2"),
  AmazonEC2FullAccess: whole("ec2", "elasticloadbalancing", "cloudwatch", "autoscaling"),
  AmazonRDSReadOnlyAccess: reading("rds"),
  CloudWatchReadOnlyAccess: {
    statements: [allow("cloudwatch:Get*", "cloudwatch:List*", "cloudwatch:Describe*", "logs:Get*")]
  },
  CloudWatchLogsReadOnlyAccess: reading("logs", "logs:FilterLogEvents", "logs:StartQuery", "logs:StopQuery"),
  AWSLambda_ReadOnlyAccess: reading("lambda"),
  AWSDenyAll: { statements: [{ Effect: "Deny", Action: "*", Resource: "*" }] }
};
var since = 1423247986;
var managedPolicies = (partition) => Object.fromEntries(
  Object.entries(entries).map(([name2, { path: path2 = "/", statements }]) => {
    const document = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    const policy3 = {
      path: path2,
      id: uniqueId("ANPA", name2),
      created: since,
      updated: since,
      tags: {},
      versions: { v1: { document, created: since } },
      default: "v1",
      last: 1
    };
    return [`arn:${partition}:iam::aws:policy${path2}${name2}`, policy3];
  })
);

// src/sandbox/aws/world.ts
var own = (record, name2) => Object.hasOwn(record, name2) ? record[name2] : void 0;
var having = (record, name2, value) => ({ ...record, [name2]: value });
var lacking = (record, ...names) => Object.fromEntries(Object.entries(record).filter(([name2]) => !names.includes(name2)));

// src/sandbox/aws/build.ts
var textOf2 = (document) => typeof document === "string" ? document : JSON.stringify(document);
var textsOf = (documents) => Object.fromEntries(Object.entries(documents).map(([name2, document]) => [name2, textOf2(document)]));
var defaultQuotas = {
  users: 5e3,
  groups: 300,
  roles: 1e3,
  policies: 1500,
  groupsPerUser: 10,
  attachedPerUser: 10,
  attachedPerGroup: 10,
  attachedPerRole: 10,
  versionsPerPolicy: 5,
  policySize: 6144,
  userInlineSize: 2048,
  groupInlineSize: 5120,
  roleInlineSize: 10240,
  trustSize: 2048,
  tagsPerThing: 50
};
var longAgo = 1704067200;
var holder = (draft, id) => ({
  path: draft.path ?? "/",
  id,
  created: draft.created ?? longAgo,
  inline: textsOf(draft.inline ?? {}),
  attached: draft.attached ?? []
});
var user = (draft, id) => ({
  ...holder(draft, id),
  tags: draft.tags ?? {},
  groups: draft.groups ?? [],
  ...draft.boundary === void 0 ? {} : { boundary: draft.boundary }
});
var group = (draft, id) => holder(draft, id);
var role = (draft, id) => ({
  ...holder(draft, id),
  tags: draft.tags ?? {},
  trust: textOf2(draft.trust),
  maxSession: draft.maxSession ?? 3600,
  ...draft.boundary === void 0 ? {} : { boundary: draft.boundary },
  ...draft.description === void 0 ? {} : { description: draft.description }
});
var policy = (draft, id) => ({
  path: draft.path ?? "/",
  id,
  created: draft.created ?? longAgo,
  updated: draft.created ?? longAgo,
  tags: draft.tags ?? {},
  versions: { v1: { document: textOf2(draft.document), created: draft.created ?? longAgo } },
  default: "v1",
  last: 1,
  ...draft.description === void 0 ? {} : { description: draft.description }
});
var made = (account3, prefix4, drafts, make) => Object.fromEntries(
  Object.entries(drafts).map(([name2, draft]) => [name2, make(draft, uniqueId(prefix4, `${account3}/${name2}`))])
);
var account = (id, draft = {}) => ({
  id,
  users: made(id, "AIDA", draft.users ?? {}, user),
  groups: made(id, "AGPA", draft.groups ?? {}, group),
  roles: made(id, "AROA", draft.roles ?? {}, role),
  policies: made(id, "ANPA", draft.policies ?? {}, policy),
  quotas: { ...defaultQuotas, ...draft.quotas },
  oidcProviders: draft.githubAudiences === void 0 ? [] : [{ host: "token.actions.githubusercontent.com", audiences: draft.githubAudiences }],
  ...draft.samlProviders === void 0 ? {} : { samlProviders: draft.samlProviders },
  ...draft.alias === void 0 ? {} : { alias: draft.alias }
});
var awsWorld = (draft) => {
  const { accounts, partition = "aws", ...rest } = draft;
  return {
    region: "us-east-1",
    resources: {},
    pageSize: 100,
    ...rest,
    partition,
    accounts: Object.fromEntries(accounts.map((one4) => [one4.id, one4])),
    managed: managedPolicies(partition),
    credentials: {},
    made: 0
  };
};
var inAccount = (aws, id, edit) => {
  const found3 = own(aws.accounts, id);
  if (found3 === void 0) throw new Error(`There is no account ${id} in this world.`);
  return { ...aws, accounts: having(aws.accounts, id, edit(found3)) };
};

// src/entry/commands/demo/by-hand.ts
var userOf = (account3, email) => {
  const local = email.split("@")[0] ?? email;
  const found3 = Object.entries(account3.users).find(
    ([name2, user5]) => name2 === email || name2 === local || Object.values(user5.tags).includes(email)
  );
  if (found3 === void 0) throw new Error(`${email} has no user in ${account3.id}`);
  return found3[0];
};
var emailOf = ({ company }, handle5) => {
  const person = [...company.settings.people.values()].find((one4) => one4.handle === handle5);
  if (person === void 0) throw new Error(`config/ knows no ${handle5}`);
  return person.email;
};
var arnOf = (account3, path2, name2) => `arn:aws:iam::${account3}:policy${path2}${name2}`;
function heldBy(stage, handle5) {
  const email = emailOf(stage, handle5);
  return Object.values(stage.company.sandbox.world().aws.accounts).flatMap((account3) => {
    const user5 = Object.keys(account3.users).length === 0 ? null : userOf(account3, email);
    const attached2 = user5 === null ? [] : account3.users[user5]?.attached ?? [];
    const policies = Object.entries(account3.policies).filter(
      ([name2, policy3]) => policy3.path.startsWith("/daypass/") && attached2.includes(arnOf(account3.id, policy3.path, name2))
    ).map(([name2]) => name2);
    return user5 === null || policies.length === 0 ? [] : [{ account: account3.id, user: user5, policies }];
  });
}
function widened(policy3, statement2) {
  const current = policy3.versions[policy3.default];
  if (current === void 0) throw new Error("a policy without its default version");
  const document = JSON.parse(current.document);
  const next = `v${policy3.last + 1}`;
  const text5 = JSON.stringify({ ...document, Statement: [...document.Statement, statement2] });
  return {
    ...policy3,
    versions: { ...policy3.versions, [next]: { ...current, document: text5 } },
    default: next,
    last: policy3.last + 1
  };
}
function editHeldPolicy(stage, handle5, statement2) {
  const [held2] = heldBy(stage, handle5);
  const name2 = held2?.policies[0];
  if (held2 === void 0 || name2 === void 0) throw new Error(`${handle5} holds nothing`);
  stage.company.sandbox.change((world) => ({
    ...world,
    aws: inAccount(world.aws, held2.account, (account3) => {
      const policy3 = account3.policies[name2];
      return policy3 === void 0 ? account3 : { ...account3, policies: { ...account3.policies, [name2]: widened(policy3, statement2) } };
    })
  }));
}
function takeAwayByHand(stage, handle5) {
  for (const { account: id, user: name2 } of heldBy(stage, handle5))
    stage.company.sandbox.change((world) => ({
      ...world,
      aws: inAccount(world.aws, id, (account3) => {
        const user5 = account3.users[name2];
        if (user5 === void 0) return account3;
        const attached2 = user5.attached.filter((arn) => !arn.includes(":policy/daypass/"));
        return { ...account3, users: { ...account3.users, [name2]: { ...user5, attached: attached2 } } };
      })
    }));
}

// src/entry/commands/demo/play.ts
import { join as join5 } from "node:path";

// src/sandbox/aws/arns.ts
var iamArn = (partition, account3, thing, path2, name2) => `arn:${partition}:iam::${account3}:${thing}${path2}${name2}`;
var rootArn = (partition, account3) => `arn:${partition}:iam::${account3}:root`;
var sessionArn = (partition, account3, role4, session) => `arn:${partition}:sts::${account3}:assumed-role/${role4}/${session}`;
var samlArn = (partition, account3, name2) => `arn:${partition}:iam::${account3}:saml-provider/${name2}`;
var oidcArn = (partition, account3, host) => `arn:${partition}:iam::${account3}:oidc-provider/${host}`;
var arnParts = (arn) => {
  const [head, partition, service, region, account3, ...rest] = arn.split(":");
  if (head !== "arn" || partition === void 0 || service === void 0 || region === void 0) return null;
  return account3 === void 0 || rest.length === 0 ? null : { partition, service, region, account: account3, rest: rest.join(":") };
};
var nameInArn = (arn) => arn.slice(arn.lastIndexOf("/") + 1);
var ownerOf = (aws, arn) => {
  const parts2 = arnParts(arn);
  if (parts2 === null) return void 0;
  if (parts2.account !== "") return parts2.account;
  const slash = arn.indexOf("/");
  const owner = (name2) => Object.hasOwn(aws.resources, name2) ? aws.resources[name2] : void 0;
  return owner(arn) ?? (slash === -1 ? void 0 : owner(arn.slice(0, slash)));
};

// src/sandbox/saml-metadata.ts
var metadataOf = ({ entity, certificate }) => `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor entityID="${entity}" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor></md:EntityDescriptor>`;
var speakerOf = (app) => ({
  entity: `http://www.okta.com/${app.replace(/^0oa/, "exk")}`,
  certificate: Buffer.from(`the certificate of ${app}, as long as a real one. `.repeat(18)).toString("base64")
});

// src/sandbox/okta/asked.ts
var found = (body) => ({ status: 200, body });
var changed = (okta2, body) => ({ status: 200, body, okta: okta2 });
var nothing = (okta2) => ({ status: 204, body: null, okta: okta2 });
function refused(status, errorCode, errorSummary, causes = []) {
  return {
    status,
    body: {
      errorCode,
      errorSummary,
      errorLink: errorCode,
      errorId: `oae${errorCode.slice(-7)}`,
      errorCauses: causes.map((cause) => ({ errorSummary: cause }))
    }
  };
}
var notFound = (id, type) => refused(404, "E0000007", `Not found: Resource not found: ${id} (${type})`);
var invalid = (what, cause) => refused(400, "E0000001", `Api validation failed: ${what}`, [cause]);
var forbidden = refused(403, "E0000006", "You do not have permission to perform the requested action");
var timeOf = (seconds) => new Date(seconds * 1e3).toISOString();
var SKIPPED = "-";
function paged({ url, okta: okta2 }, items, most, idOf, render3) {
  const limit = Number(url.searchParams.get("limit") ?? most);
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    return invalid("limit", `The limit must be between 1 and ${most}.`);
  const cursor = url.searchParams.get("after");
  const self = `<${url.href}>; rel="self"`;
  const linked = (after3) => {
    const next = new URL(url);
    next.searchParams.set("after", after3);
    next.searchParams.set("limit", String(limit));
    return { link: `${self}, <${next.href}>; rel="next"` };
  };
  if (okta2.emptyPages === true && cursor?.startsWith(SKIPPED) !== true)
    return { ...found([]), headers: linked(`${SKIPPED}${cursor ?? ""}`) };
  const after2 = cursor?.startsWith(SKIPPED) === true ? cursor.slice(SKIPPED.length) : cursor ?? "";
  const start = after2 === "" ? 0 : items.findIndex((item) => idOf(item) === after2) + 1;
  if (after2 !== "" && start === 0) return invalid("after", "The cursor is not valid.");
  const page = items.slice(start, start + Math.min(limit, okta2.pageSize ?? limit));
  const last = page.at(-1);
  const more = last !== void 0 && start + page.length < items.length;
  return { ...found(page.map(render3)), headers: more ? linked(idOf(last)) : { link: self } };
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function equalIn(url) {
  const search2 = url.searchParams.get("search");
  const match = /^(?:profile\.(\w+)|(id|type|status)) eq "((?:[^"\\]|\\.)*)"$/.exec(search2 ?? "");
  const name2 = match?.[1] ?? match?.[2];
  return name2 === void 0 ? null : { name: name2, value: (match?.[3] ?? "").replace(/\\(.)/g, "$1") };
}

// src/sandbox/okta/apps.ts
var appOf = ({ okta: okta2, parameters }) => okta2.apps.find(({ id }) => id === parameters["appId"]);
var noApp = ({ parameters }) => notFound(parameters["appId"] ?? "", "AppInstance");
var withApp = (okta2, app) => ({
  ...okta2,
  apps: okta2.apps.map((one4) => one4.id === app.id ? app : one4)
});
var render = (app, url) => ({
  id: app.id,
  name: app.name,
  label: app.label,
  status: app.status,
  created: timeOf(app.created),
  lastUpdated: timeOf(app.changed),
  signOnMode: app.signOnMode,
  features: app.features,
  settings: { app: app.settings, notifications: { vpn: { network: { connection: "DISABLED" } } } },
  _links: { self: { href: `${url.origin}/api/v1/apps/${app.id}` } }
});
function get(asked2) {
  const app = appOf(asked2);
  return app === void 0 ? noApp(asked2) : found(render(app, asked2.url));
}
function replace(asked2) {
  const app = appOf(asked2);
  if (app === void 0) return noApp(asked2);
  const { label, settings: settings2, signOnMode } = asked2.body;
  if (typeof label !== "string" || signOnMode !== app.signOnMode)
    return invalid("label", "label and signOnMode are required");
  const given3 = isObject(settings2) && isObject(settings2["app"]) ? settings2["app"] : {};
  const after2 = { ...app, label, settings: given3, changed: asked2.now };
  return changed(withApp(asked2.okta, after2), render(after2, asked2.url));
}
var schemaOf = (app, url) => ({
  id: `${url.origin}/meta/schemas/apps/${app.id}/default`,
  $schema: "http://json-schema.org/draft-04/schema#",
  name: app.name,
  title: `${app.label} User`,
  lastUpdated: timeOf(app.changed),
  created: timeOf(app.created),
  type: "object",
  definitions: {
    base: { id: "#base", type: "object", properties: app.schema.base, required: [] },
    custom: { id: "#custom", type: "object", properties: app.schema.custom, required: [] }
  },
  properties: { profile: { allOf: [{ $ref: "#/definitions/base" }, { $ref: "#/definitions/custom" }] } }
});
function getSchema(asked2) {
  const app = appOf(asked2);
  return app === void 0 ? noApp(asked2) : found(schemaOf(app, asked2.url));
}
function changeSchema(asked2) {
  const app = appOf(asked2);
  if (app === void 0) return noApp(asked2);
  const definitions = isObject(asked2.body["definitions"]) ? asked2.body["definitions"] : {};
  const custom = isObject(definitions["custom"]) ? definitions["custom"] : {};
  const properties = isObject(custom["properties"]) ? custom["properties"] : {};
  const taken2 = Object.keys(properties).find((name2) => Object.hasOwn(app.schema.base, name2));
  if (taken2 !== void 0) return invalid(taken2, "An attribute of the app itself cannot be changed so.");
  const all3 = Object.entries({ ...app.schema.custom, ...properties }).filter(([, one4]) => one4 !== null);
  const after2 = { ...app, schema: { ...app.schema, custom: Object.fromEntries(all3) }, changed: asked2.now };
  return changed(withApp(asked2.okta, after2), schemaOf(after2, asked2.url));
}
function metadata(asked2) {
  const app = appOf(asked2);
  return app === void 0 ? noApp(asked2) : { status: 200, body: null, xml: metadataOf(speakerOf(app.id)) };
}
function groups(asked2) {
  const app = appOf(asked2);
  if (app === void 0) return noApp(asked2);
  return paged(
    asked2,
    app.groups,
    200,
    ({ id }) => id,
    (one4) => ({ id: one4.id, lastUpdated: timeOf(app.changed), priority: 0, profile: one4.profile })
  );
}
var READ = { scope: "okta.apps.read", may: ["okta.apps.read", "okta.apps.manage"], on: "appId" };
var SCHEMA = { may: ["okta.apps.manage"], on: "appId" };
var appRoutes = [
  { method: "GET", path: "/api/v1/apps/{appId}", ...READ, answer: get },
  { method: "PUT", path: "/api/v1/apps/{appId}", scope: "okta.apps.manage", ...SCHEMA, answer: replace },
  { method: "GET", path: "/api/v1/apps/{appId}/sso/saml/metadata", ...READ, answer: metadata },
  { method: "GET", path: "/api/v1/apps/{appId}/groups", ...READ, answer: groups },
  {
    method: "GET",
    path: "/api/v1/meta/schemas/apps/{appId}/default",
    ...READ,
    scope: "okta.schemas.read",
    answer: getSchema
  },
  {
    method: "POST",
    path: "/api/v1/meta/schemas/apps/{appId}/default",
    scope: "okta.schemas.manage",
    ...SCHEMA,
    answer: changeSchema
  }
];

// src/sandbox/okta/groups.ts
var renderGroup = (group3, url) => ({
  id: group3.id,
  created: timeOf(group3.created),
  lastUpdated: timeOf(group3.created),
  lastMembershipUpdated: timeOf(group3.membersChanged),
  objectClass: [group3.type === "APP_GROUP" ? "okta:windows_security_principal" : "okta:user_group"],
  type: group3.type,
  profile: group3.profile,
  _links: { self: { href: `${url.origin}/api/v1/groups/${group3.id}` } }
});
var groupOf = ({ okta: okta2, parameters }) => okta2.groups.find(({ id }) => id === parameters["groupId"]);
var missing = ({ parameters }) => notFound(parameters["groupId"] ?? "", "UserGroup");
function list(asked2) {
  const wanted2 = equalIn(asked2.url);
  const search2 = asked2.url.searchParams.get("search");
  if (search2 !== null && wanted2 === null) return invalid("search", 'The sandbox understands `profile.x eq "y"` only.');
  const groups3 = asked2.okta.groups.filter(
    (group3) => wanted2 === null || String(
      wanted2.name === "id" || wanted2.name === "type" ? group3[wanted2.name] : group3.profile[wanted2.name]
    ).toLowerCase() === wanted2.value.toLowerCase()
  );
  return paged(
    asked2,
    groups3,
    1e4,
    ({ id }) => id,
    (group3) => renderGroup(group3, asked2.url)
  );
}
function get2(asked2) {
  const group3 = groupOf(asked2);
  return group3 === void 0 ? missing(asked2) : found(renderGroup(group3, asked2.url));
}
function members(asked2) {
  const group3 = groupOf(asked2);
  if (group3 === void 0) return missing(asked2);
  const users2 = group3.members.flatMap((id) => asked2.okta.users.find((user5) => user5.id === id) ?? []);
  return paged(
    asked2,
    users2,
    1e3,
    ({ id }) => id,
    (user5) => renderUser(user5, asked2.url)
  );
}
var withMembers = (okta2, group3, members2, now) => ({
  ...okta2,
  groups: okta2.groups.map((one4) => one4.id === group3.id ? { ...one4, members: members2, membersChanged: now } : one4)
});
var changing = (edit) => (asked2) => {
  const group3 = groupOf(asked2);
  if (group3 === void 0) return missing(asked2);
  const user5 = userNamed(asked2.okta, asked2.parameters["userId"] ?? "");
  if (user5 === void 0) return notFound(asked2.parameters["userId"] ?? "", "User");
  if (group3.type !== "OKTA_GROUP")
    return refused(403, "E0000006", "You do not have permission to perform the requested action", [
      "Membership of a group of this type is not managed in Okta."
    ]);
  if (user5.status === "DEPROVISIONED")
    return refused(403, "E0000006", "You do not have permission to perform the requested action", [
      "The user is deactivated."
    ]);
  return nothing(withMembers(asked2.okta, group3, edit(group3.members, user5.id), asked2.now));
};
var add = changing((members2, user5) => members2.includes(user5) ? members2 : [...members2, user5]);
var remove = changing((members2, user5) => members2.filter((id) => id !== user5));
function roles(asked2) {
  const group3 = groupOf(asked2);
  if (group3 === void 0) return missing(asked2);
  return found(
    group3.adminRoles.map((type, at2) => ({
      id: `KVJ${at2}${group3.id}`,
      type,
      label: type,
      status: "ACTIVE",
      assignmentType: "GROUP"
    }))
  );
}
function rules(asked2) {
  return paged(
    asked2,
    asked2.okta.rules,
    200,
    ({ id }) => id,
    (rule) => ({
      id: rule.id,
      name: rule.name,
      type: "group_rule",
      status: rule.status,
      actions: { assignUserToGroups: { groupIds: rule.groups } }
    })
  );
}
var READ2 = { scope: "okta.groups.read", may: ["okta.groups.read"], on: null };
var MEMBERS = {
  scope: "okta.groups.manage",
  may: ["okta.groups.members.manage", "okta.groups.manage"],
  on: "groupId"
};
var groupRoutes = [
  { method: "GET", path: "/api/v1/groups", ...READ2, answer: list },
  { method: "GET", path: "/api/v1/groups/rules", ...READ2, answer: rules },
  { method: "GET", path: "/api/v1/groups/{groupId}", ...READ2, answer: get2 },
  { method: "GET", path: "/api/v1/groups/{groupId}/users", ...READ2, answer: members },
  {
    method: "GET",
    path: "/api/v1/groups/{groupId}/roles",
    scope: "okta.roles.read",
    may: ["okta.iam.read"],
    on: null,
    answer: roles
  },
  { method: "PUT", path: "/api/v1/groups/{groupId}/users/{userId}", ...MEMBERS, answer: add },
  { method: "DELETE", path: "/api/v1/groups/{groupId}/users/{userId}", ...MEMBERS, answer: remove }
];

// src/sandbox/okta/users.ts
var renderUser = (user5, url) => ({
  id: user5.id,
  status: user5.status,
  created: timeOf(user5.created),
  activated: null,
  statusChanged: timeOf(user5.changed),
  lastLogin: null,
  lastUpdated: timeOf(user5.changed),
  passwordChanged: null,
  type: { id: "oty1" },
  profile: user5.profile,
  credentials: { provider: { type: "OKTA", name: "OKTA" } },
  _links: { self: { href: `${url.origin}/api/v1/users/${user5.id}` } }
});
var same = (a, b) => typeof a === "string" && a.toLowerCase() === b.toLowerCase();
function userNamed({ users: users2 }, name2) {
  const exact = users2.find(({ id, profile }) => id === name2 || same(profile["login"], name2));
  if (exact !== void 0) return exact;
  const short = users2.filter(({ profile }) => same(String(profile["login"] ?? "").split("@")[0], name2));
  return short.length === 1 ? short[0] : void 0;
}
function list2(asked2) {
  const wanted2 = equalIn(asked2.url);
  const search2 = asked2.url.searchParams.get("search");
  if (search2 !== null && wanted2 === null) return invalid("search", 'The sandbox understands `profile.x eq "y"` only.');
  const users2 = asked2.okta.users.filter((user5) => {
    if (wanted2 === null) return user5.status !== "DEPROVISIONED";
    const value = wanted2.name === "id" ? user5.id : wanted2.name === "status" ? user5.status : user5.profile[wanted2.name];
    return same(value, wanted2.value);
  });
  return paged(
    asked2,
    users2,
    200,
    ({ id }) => id,
    (user5) => renderUser(user5, asked2.url)
  );
}
function get3({ okta: okta2, parameters, url }) {
  const user5 = userNamed(okta2, parameters["id"] ?? "");
  return user5 === void 0 ? notFound(parameters["id"] ?? "", "User") : found(renderUser(user5, url));
}
function groupsOf({ okta: okta2, parameters, url }) {
  const user5 = userNamed(okta2, parameters["id"] ?? "");
  if (user5 === void 0) return notFound(parameters["id"] ?? "", "User");
  return found(okta2.groups.filter(({ members: members2 }) => members2.includes(user5.id)).map((group3) => renderGroup(group3, url)));
}
var READ3 = { scope: "okta.users.read", may: ["okta.users.read"], on: null };
var userRoutes = [
  { method: "GET", path: "/api/v1/users", ...READ3, answer: list2 },
  { method: "GET", path: "/api/v1/users/{id}", ...READ3, answer: get3 },
  { method: "GET", path: "/api/v1/users/{id}/groups", ...READ3, answer: groupsOf }
];

// src/sandbox/okta/app-users.ts
var render2 = (app, user5, url) => ({
  id: user5.id,
  created: timeOf(user5.created),
  lastUpdated: timeOf(user5.changed),
  scope: user5.scope,
  status: "ACTIVE",
  statusChanged: timeOf(user5.changed),
  passwordChanged: null,
  syncState: "DISABLED",
  credentials: { userName: user5.userName },
  profile: user5.profile,
  _links: {
    app: { href: `${url.origin}/api/v1/apps/${app.id}` },
    user: { href: `${url.origin}/api/v1/users/${user5.id}` }
  }
});
function usersOf({ groups: groups3 }, app) {
  const direct = new Set(app.users.map(({ id }) => id));
  const byGroup = app.groups.flatMap(
    ({ id, profile }) => (groups3.find((group3) => group3.id === id)?.members ?? []).map((user5) => ({ user: user5, profile }))
  );
  const through = new Map(byGroup.map(({ user: user5, profile }) => [user5, profile]));
  return [
    ...app.users,
    ...[...through].flatMap(
      ([id, profile]) => direct.has(id) ? [] : [{ id, scope: "GROUP", userName: "", profile, created: app.created, changed: app.changed }]
    )
  ];
}
var named = (okta2, user5) => user5.userName === "" ? { ...user5, userName: String(okta2.users.find(({ id }) => id === user5.id)?.profile["login"] ?? "") } : user5;
var isThroughGroup = ({ groups: groups3 }, app, user5) => app.groups.some(({ id }) => groups3.find((group3) => group3.id === id)?.members.includes(user5) === true);
var onUser = (run2) => (asked2) => {
  const app = appOf(asked2);
  if (app === void 0) return noApp(asked2);
  const id = asked2.parameters["userId"] ?? "";
  const user5 = usersOf(asked2.okta, app).find((one4) => one4.id === id);
  return user5 === void 0 ? notFound(id, "AppUser") : run2(asked2, app, named(asked2.okta, user5));
};
function wrongIn(app, profile) {
  const attributes = { ...app.schema.base, ...app.schema.custom };
  for (const [name2, value] of Object.entries(profile)) {
    const attribute = attributes[name2];
    if (!isObject(attribute)) return `${name2} is no attribute of this app`;
    const type = Array.isArray(value) ? "array" : typeof value;
    if (value !== null && type !== attribute["type"]) return `${name2} must be of the type ${String(attribute["type"])}`;
  }
  return null;
}
function unknownRole(app, profile) {
  const attribute = app.schema.base["samlRoles"];
  const items = isObject(attribute) && isObject(attribute["items"]) ? attribute["items"] : {};
  const roles4 = profile["samlRoles"];
  if (!Array.isArray(items["enum"]) || !Array.isArray(roles4)) return null;
  const offered = items["enum"];
  const strange = roles4.find((role4) => !offered.includes(role4));
  return strange === void 0 ? null : `${String(strange)} is not among the roles of the app`;
}
var faulty = (app, profile) => {
  const wrong = wrongIn(app, profile) ?? unknownRole(app, profile);
  return wrong === null ? null : invalid("profile", wrong);
};
var put = (asked2, app, user5) => {
  const users2 = [...app.users.filter(({ id }) => id !== user5.id), user5];
  return changed(withApp(asked2.okta, { ...app, users: users2 }), render2(app, user5, asked2.url));
};
function list3(asked2) {
  const app = appOf(asked2);
  if (app === void 0) return noApp(asked2);
  return paged(
    asked2,
    usersOf(asked2.okta, app),
    500,
    ({ id }) => id,
    (user5) => render2(app, named(asked2.okta, user5), asked2.url)
  );
}
function assign(asked2) {
  const app = appOf(asked2);
  if (app === void 0) return noApp(asked2);
  const user5 = userNamed(asked2.okta, String(asked2.body["id"] ?? ""));
  if (user5 === void 0) return notFound(String(asked2.body["id"]), "User");
  if (user5.status === "DEPROVISIONED")
    return refused(403, "E0000006", "You do not have permission to perform the requested action");
  const profile = isObject(asked2.body["profile"]) ? asked2.body["profile"] : {};
  const userName = String(user5.profile["login"]);
  const { now } = asked2;
  return faulty(app, profile) ?? put(asked2, app, {
    id: user5.id,
    scope: "USER",
    userName,
    profile: { email: user5.profile["email"], ...profile },
    created: now,
    changed: now
  });
}
var update = onUser((asked2, app, user5) => {
  const { profile, scope } = asked2.body;
  const given3 = isObject(profile) ? profile : user5.profile;
  if (scope === "GROUP") {
    if (!isThroughGroup(asked2.okta, app, user5.id)) return invalid("scope", "The user is in no group of the app.");
    const after2 = { ...app, users: app.users.filter(({ id }) => id !== user5.id) };
    const left = usersOf(asked2.okta, after2).find(({ id }) => id === user5.id) ?? user5;
    return changed(withApp(asked2.okta, after2), render2(after2, named(asked2.okta, left), asked2.url));
  }
  return faulty(app, given3) ?? put(asked2, app, { ...user5, scope: "USER", profile: given3, changed: asked2.now });
});
var unassign = onUser((asked2, app, user5) => {
  if (isThroughGroup(asked2.okta, app, user5.id))
    return refused(
      403,
      "E0000042",
      "The user cannot be unassigned from the app since it was granted by group memberships."
    );
  return nothing(withApp(asked2.okta, { ...app, users: app.users.filter(({ id }) => id !== user5.id) }));
});
var get4 = onUser(({ url }, app, user5) => found(render2(app, user5, url)));
var READ4 = {
  scope: "okta.apps.read",
  may: ["okta.apps.read", "okta.users.appAssignment.manage", "okta.apps.manage"],
  on: "appId"
};
var WRITE = {
  scope: "okta.apps.manage",
  may: ["okta.users.appAssignment.manage", "okta.apps.manage"],
  on: "appId"
};
var USERS = "/api/v1/apps/{appId}/users";
var appUserRoutes = [
  { method: "GET", path: USERS, ...READ4, answer: list3 },
  { method: "POST", path: USERS, ...WRITE, answer: assign },
  { method: "GET", path: `${USERS}/{userId}`, ...READ4, answer: get4 },
  { method: "POST", path: `${USERS}/{userId}`, ...WRITE, answer: update },
  { method: "DELETE", path: `${USERS}/{userId}`, ...WRITE, answer: unassign }
];

// src/sandbox/access/glob.ts
var literal = { "": "*", "": "?", "": "$" };
var standIn = { "*": "", "?": "", $: "" };
var asLiteral = (value) => value.replace(/[*?$]/g, (found3) => standIn[found3] ?? found3);
var plainText = (pattern) => pattern.replace(/[\uE000-\uE002]/g, (found3) => literal[found3] ?? found3);
var sameCharacter = (pattern, text5) => pattern === "?" || pattern !== void 0 && (literal[pattern] ?? pattern) === text5;
var fits = (pattern, text5) => {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text5.length) {
    if (pattern[p] === "*") {
      star = p;
      resume = t;
      p += 1;
    } else if (p < pattern.length && sameCharacter(pattern[p], text5[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      resume += 1;
      t = resume;
      p = star + 1;
    } else return false;
  }
  while (pattern[p] === "*") p += 1;
  return p === pattern.length;
};
var fitsAnyCase = (pattern, text5) => fits(pattern.toLowerCase(), text5.toLowerCase());
var arnFits = (pattern, arn) => {
  const split = (text5) => {
    const parts3 = text5.split(":");
    return parts3.length < 6 ? parts3 : [...parts3.slice(0, 5), parts3.slice(5).join(":")];
  };
  const patterns = split(pattern);
  const parts2 = split(arn);
  return patterns.length === 6 && parts2.length === 6 && patterns.every((one4, at2) => fits(one4, parts2[at2] ?? ""));
};

// src/sandbox/access/context.ts
var contextOf = (...sources2) => Object.fromEntries(
  sources2.flatMap((source) => Object.entries(source).map(([key, value]) => [key.toLowerCase(), value]))
);
var valuesOf = (context, key) => {
  const found3 = Object.hasOwn(context, key.toLowerCase()) ? context[key.toLowerCase()] : void 0;
  return found3 === void 0 || typeof found3 !== "string" ? found3 : [found3];
};
var specials = { "*": asLiteral("*"), "?": asLiteral("?"), $: asLiteral("$") };
var filledIn = (text5, context) => {
  let missing2 = false;
  const filled2 = text5.replace(/\$\{([^}]*)\}/g, (_whole, inside3) => {
    const special = specials[inside3];
    if (special !== void 0) return special;
    const [, key = inside3, otherwise] = /^\s*([^,]+?)\s*(?:,\s*'([^']*)')?\s*$/.exec(inside3) ?? [];
    const values = valuesOf(context, key);
    const value = values?.length === 1 ? values[0] : otherwise;
    if (value === void 0) missing2 = true;
    return asLiteral(value ?? "");
  });
  return missing2 ? null : filled2;
};

// src/sandbox/access/document.ts
var isObject2 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var listed = (value) => Array.isArray(value) ? value : [value];
var texts = (value) => value === void 0 ? [] : listed(value).map((one4) => typeof one4 === "string" ? one4 : JSON.stringify(one4));
var principals = (value) => value === "*" || !isObject2(value) ? "*" : Object.fromEntries(Object.entries(value).map(([kind, names]) => [kind, texts(names)]));
var conditions = (value) => !isObject2(value) ? {} : Object.fromEntries(
  Object.entries(value).map(([operator, keys]) => [
    operator,
    isObject2(keys) ? Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, texts(values)])) : {}
  ])
);
var statement = (value) => {
  if (!isObject2(value)) throw new Error("The sandbox holds a policy whose statement is no object.");
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition } = value;
  if (Effect !== "Allow" && Effect !== "Deny") throw new Error("The sandbox holds a policy with a strange Effect.");
  return {
    ...typeof Sid === "string" ? { sid: Sid } : {},
    effect: Effect,
    actions: texts(Action),
    ...NotAction === void 0 ? {} : { notActions: texts(NotAction) },
    resources: texts(Resource),
    ...NotResource === void 0 ? {} : { notResources: texts(NotResource) },
    ...Principal === void 0 ? {} : { principals: principals(Principal) },
    ...NotPrincipal === void 0 ? {} : { notPrincipals: principals(NotPrincipal) },
    conditions: conditions(Condition)
  };
};
var documentOf = (text5) => {
  const json = JSON.parse(text5);
  if (!isObject2(json)) throw new Error("The sandbox holds a policy that is no object.");
  const { Version, Statement } = json;
  return { variables: Version === "2012-10-17", statements: listed(Statement).map(statement) };
};

// src/sandbox/access/conditions.ts
import { BlockList, isIPv4, isIPv6 } from "node:net";
var instant = (text5) => /^\d+(\.\d+)?$/.test(text5) ? Number(text5) : Date.parse(text5) / 1e3;
var dates = (compare) => (wanted2, given3) => compare(instant(given3), instant(plainText(wanted2)));
var numbers = (compare) => (wanted2, given3) => compare(Number(given3), Number(plainText(wanted2)));
var exactly = (wanted2, given3) => plainText(wanted2) === given3;
var ignoringCase = (wanted2, given3) => plainText(wanted2).toLowerCase() === given3.toLowerCase();
var address = (wanted2, given3) => {
  const [network = "", bits] = plainText(wanted2).split("/");
  const family = isIPv4(network) ? "ipv4" : "ipv6";
  const here = family === "ipv4" ? isIPv4(given3) : isIPv6(given3);
  if (!here || !isIPv4(network) && !isIPv6(network)) return false;
  const list6 = new BlockList();
  list6.addSubnet(network, Number(bits ?? (family === "ipv4" ? 32 : 128)), family);
  return list6.check(given3, family);
};
var pair = (positive, negative, compare) => [
  [positive, { compare, negated: false }],
  [negative, { compare, negated: true }]
];
var single = (name2, compare) => [name2, { compare, negated: false }];
var operators = new Map([
  ...pair("StringEquals", "StringNotEquals", exactly),
  ...pair("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", ignoringCase),
  ...pair("StringLike", "StringNotLike", fits),
  ...pair("ArnEquals", "ArnNotEquals", arnFits),
  ...pair("ArnLike", "ArnNotLike", arnFits),
  ...pair(
    "NumericEquals",
    "NumericNotEquals",
    numbers((given3, wanted2) => given3 === wanted2)
  ),
  single(
    "NumericLessThan",
    numbers((given3, wanted2) => given3 < wanted2)
  ),
  single(
    "NumericLessThanEquals",
    numbers((given3, wanted2) => given3 <= wanted2)
  ),
  single(
    "NumericGreaterThan",
    numbers((given3, wanted2) => given3 > wanted2)
  ),
  single(
    "NumericGreaterThanEquals",
    numbers((given3, wanted2) => given3 >= wanted2)
  ),
  ...pair(
    "DateEquals",
    "DateNotEquals",
    dates((given3, wanted2) => given3 === wanted2)
  ),
  single(
    "DateLessThan",
    dates((given3, wanted2) => given3 < wanted2)
  ),
  single(
    "DateLessThanEquals",
    dates((given3, wanted2) => given3 <= wanted2)
  ),
  single(
    "DateGreaterThan",
    dates((given3, wanted2) => given3 > wanted2)
  ),
  single(
    "DateGreaterThanEquals",
    dates((given3, wanted2) => given3 >= wanted2)
  ),
  single("Bool", ignoringCase),
  single("BinaryEquals", exactly),
  ...pair("IpAddress", "NotIpAddress", address)
]);
var takesNoVariables = /^(Numeric|Date|Bool|Binary|IpAddress|NotIpAddress)/;
var asked = (operator) => {
  const [, set3, base = "", ifExists] = /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  const kind = set3 === void 0 ? null : set3 === "ForAllValues:" ? "all" : "any";
  return { set: kind, ifExists: ifExists !== void 0, base };
};
var knownOperator = (operator) => {
  const { base, ifExists } = asked(operator);
  return operators.has(base) || base === "Null" && !ifExists;
};
var oneHolds = (name2, key, wanted2, context, variables) => {
  const { set: set3, ifExists, base } = asked(name2);
  const given3 = valuesOf(context, key);
  if (base === "Null") return wanted2.some((one4) => one4.toLowerCase() === "true" === (given3 === void 0));
  const operator = operators.get(base);
  if (operator === void 0) throw new Error(`The sandbox holds a policy with the operator ${name2}.`);
  if (given3 === void 0) return ifExists || set3 === "all" || set3 === null && operator.negated;
  const fill = variables && !takesNoVariables.test(base);
  const filled2 = wanted2.map((one4) => fill ? filledIn(one4, context) : one4).filter((one4) => one4 !== null);
  const compares = (value) => filled2.some((one4) => operator.compare(one4, value)) !== operator.negated;
  if (set3 === "all") return given3.every(compares);
  if (set3 === "any") return given3.some(compares);
  return operator.negated ? given3.every(compares) : given3.some(compares);
};
var conditionsHold = (conditions2, context, variables) => Object.entries(conditions2).every(
  ([operator, keys]) => Object.entries(keys).every(([key, wanted2]) => oneHolds(operator, key, wanted2, context, variables))
);

// src/sandbox/aws/answer.ts
var done = (after2, output) => output === void 0 ? { is: "done", after: after2 } : { is: "done", after: after2, output };
var refusal = (status, code) => (message) => ({ is: "refused", status, code, message });
var refuse = {
  noSuchEntity: refusal(404, "NoSuchEntity"),
  entityAlreadyExists: refusal(409, "EntityAlreadyExists"),
  deleteConflict: refusal(409, "DeleteConflict"),
  limitExceeded: refusal(409, "LimitExceeded"),
  malformedPolicyDocument: refusal(400, "MalformedPolicyDocument"),
  invalidInput: refusal(400, "InvalidInput"),
  policyNotAttachable: refusal(400, "PolicyNotAttachable"),
  unmodifiableEntity: refusal(400, "UnmodifiableEntity"),
  validationError: refusal(400, "ValidationError"),
  accessDenied: refusal(403, "AccessDenied"),
  missingToken: refusal(403, "MissingAuthenticationToken"),
  unknownKey: refusal(403, "InvalidClientTokenId"),
  expiredToken: refusal(403, "ExpiredToken"),
  expiredWebToken: refusal(400, "ExpiredTokenException"),
  invalidIdentityToken: refusal(400, "InvalidIdentityToken"),
  packedPolicyTooLarge: refusal(400, "PackedPolicyTooLarge"),
  notServed: refusal(501, "SandboxDoesNotServe")
};

// src/sandbox/aws/documents.ts
var isObject3 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var listed2 = (value) => Array.isArray(value) ? value : [value];
var texts2 = (value) => typeof value === "string" || Array.isArray(value) && value.length > 0 && value.every((one4) => typeof one4 === "string");
var versions = ["2012-10-17", "2008-10-17", void 0];
var documentKeys = ["Version", "Id", "Statement"];
var statementKeys = [
  "Sid",
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Principal",
  "NotPrincipal",
  "Condition"
];
var exactlyOne = (statement2, first2, second) => Object.hasOwn(statement2, first2) !== Object.hasOwn(statement2, second);
var conditionFault = (condition) => {
  if (condition === void 0) return null;
  if (!isObject3(condition)) return "Syntax errors in policy.";
  for (const [operator, keys] of Object.entries(condition)) {
    if (!knownOperator(operator)) return `Invalid Condition type : ${operator}.`;
    if (!isObject3(keys)) return "Syntax errors in policy.";
    for (const value of Object.values(keys).flatMap(listed2))
      if (!["string", "number", "boolean"].includes(typeof value)) return "Syntax errors in policy.";
  }
  return null;
};
var resourceFault = (resources) => {
  const bad = resources.find((one4) => one4 !== "*" && (!one4.startsWith("arn:") || one4.split(":").length < 6));
  return bad === void 0 ? null : `Resource ${bad} must be in ARN format or "*".`;
};
var actionFault = (actions, use) => {
  if (actions.some((one4) => one4 !== "*" && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(one4)))
    return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
  return use === "trust" && actions.some((one4) => !/^sts:/i.test(one4)) ? "AssumeRole policy may only specify STS AssumeRole actions." : null;
};
var valuesOf2 = (statement2, ...names) => names.flatMap((name2) => {
  const value = statement2[name2];
  return texts2(value) ? typeof value === "string" ? [value] : value : [];
});
var statementFault = (statement2, use) => {
  if (!isObject3(statement2)) return "Syntax errors in policy.";
  if (Object.keys(statement2).some((key) => !statementKeys.includes(key))) return "Syntax errors in policy.";
  const { Sid, Effect, Condition } = statement2;
  if (Effect !== "Allow" && Effect !== "Deny") return "Syntax errors in policy.";
  if (Sid !== void 0 && (typeof Sid !== "string" || !/^[A-Za-z0-9]*$/.test(Sid)))
    return `Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*`;
  if (!exactlyOne(statement2, "Action", "NotAction")) return "Policy statement must contain actions.";
  if (!texts2(statement2["Action"] ?? statement2["NotAction"])) return "Policy statement must contain actions.";
  const principal = Object.hasOwn(statement2, "Principal") || Object.hasOwn(statement2, "NotPrincipal");
  const resource = Object.hasOwn(statement2, "Resource") || Object.hasOwn(statement2, "NotResource");
  if (use === "identity") {
    if (principal) return "Policy document should not specify a principal.";
    if (!exactlyOne(statement2, "Resource", "NotResource") || !texts2(statement2["Resource"] ?? statement2["NotResource"]))
      return "Policy statement must contain resources.";
  } else {
    if (resource) return "Has prohibited field Resource.";
    if (!exactlyOne(statement2, "Principal", "NotPrincipal")) return "Missing required field Principal cannot be empty!";
  }
  return actionFault(valuesOf2(statement2, "Action", "NotAction"), use) ?? resourceFault(valuesOf2(statement2, "Resource", "NotResource")) ?? conditionFault(Condition);
};
var documentFault = (text5, use) => {
  let json;
  try {
    json = JSON.parse(text5);
  } catch {
    return "This policy contains invalid Json";
  }
  if (!isObject3(json)) return "Syntax errors in policy.";
  const { Version, Statement } = json;
  if (!versions.includes(Version)) return "The policy document version must be 2012-10-17 or 2008-10-17.";
  if (Object.keys(json).some((key) => !documentKeys.includes(key)) || Statement === void 0)
    return "Syntax errors in policy.";
  const statements = listed2(Statement);
  if (statements.length === 0) return "Syntax errors in policy.";
  const faults = statements.map((one4) => statementFault(one4, use));
  const sids = statements.flatMap(
    (one4) => isObject3(one4) && typeof one4["Sid"] === "string" && one4["Sid"] !== "" ? [one4["Sid"]] : []
  );
  if (new Set(sids).size !== sids.length) return "Statement IDs (SID) in a single policy must be unique.";
  return faults.find((fault) => fault !== null) ?? null;
};
var checkDocument = (text5, use) => {
  const fault = documentFault(text5, use);
  return fault === null ? null : refuse.malformedPolicyDocument(fault);
};
var sizeOf = (text5) => text5.replace(/\s/g, "").length;

// src/sandbox/aws/iam/lookup.ts
var awsName = (arn) => arn.slice(arn.lastIndexOf("/") + 1);
var policyAt = (aws, account3, arn) => {
  const kept2 = own(aws.managed, arn);
  if (kept2 !== void 0) return { arn, name: awsName(arn), policy: kept2, keeper: "aws" };
  const name2 = awsName(arn);
  const policy3 = own(account3.policies, name2);
  return policy3 !== void 0 && iamArn(aws.partition, account3.id, "policy", policy3.path, name2) === arn ? { arn, name: name2, policy: policy3, keeper: "customer" } : null;
};
var taken = (things, name2) => Object.keys(things).some((one4) => one4.toLowerCase() === name2.toLowerCase());
var noUser = (name2) => refuse.noSuchEntity(`The user with name ${name2} cannot be found.`);
var noGroup = (name2) => refuse.noSuchEntity(`The group with name ${name2} cannot be found.`);
var noRole = (name2) => refuse.noSuchEntity(`The role with name ${name2} cannot be found.`);
var noPolicy = (arn) => refuse.noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
var badArn = (arn) => /^arn:[^:]+:iam::(\d{12}|aws):policy\/.+$/.test(arn) ? null : refuse.invalidInput(`ARN ${arn} is not valid.`);

// src/sandbox/aws/identity-center/ids.ts
import { createHash as createHash2 } from "node:crypto";
var hex = (seed, length) => createHash2("sha256").update(seed).digest("hex").slice(0, length);
var instanceArnOf = (partition, seed) => `arn:${partition}:sso:::instance/ssoins-${hex(`instance/${seed}`, 16)}`;
var setArnOf = (instanceArn, seed) => {
  const [, partition = "aws"] = instanceArn.split(":");
  const instance = instanceArn.slice(instanceArn.lastIndexOf("/") + 1);
  return `arn:${partition}:sso:::permissionSet/${instance}/ps-${hex(`set/${seed}`, 16)}`;
};
var storeIdOf = (seed) => `d-${hex(`store/${seed}`, 10)}`;
var uuidOf = (seed) => {
  const text5 = hex(seed, 32);
  return `${text5.slice(0, 8)}-${text5.slice(8, 12)}-4${text5.slice(13, 16)}-8${text5.slice(17, 20)}-${text5.slice(20, 32)}`;
};
var roleSuffix = (seed) => hex(`role/${seed}`, 16);

// src/sandbox/aws/identity-center/roles.ts
var secondsOf = (duration) => {
  const [, hours = "0", minutes = "0", seconds = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
};
var arnOfCustomer = (partition, account3, { path: path2, name: name2 }) => `arn:${partition}:iam::${account3}:policy${path2}${name2}`;
function held(aws, account3, set3) {
  const customer = set3.customer.map((one4) => arnOfCustomer(aws.partition, account3.id, one4));
  const missing2 = customer.find((arn) => policyAt(aws, account3, arn) === null);
  if (missing2 !== void 0) return `The policy ${missing2} does not exist in account ${account3.id}.`;
  const attached2 = [...set3.managed, ...customer];
  if (attached2.length > account3.quotas.attachedPerRole)
    return `The role in account ${account3.id} would have ${attached2.length} policies, more than its quota of ${account3.quotas.attachedPerRole}.`;
  const inline = set3.inline === void 0 ? {} : { AwsSSOInlinePolicy: set3.inline };
  if (set3.inline !== void 0 && sizeOf(set3.inline) > account3.quotas.roleInlineSize)
    return `The inline policy is larger than account ${account3.id} takes.`;
  return { inline, attached: attached2 };
}
var trust = (partition, account3) => JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Federated: `arn:${partition}:iam::${account3}:saml-provider/AWSSSO_DO_NOT_DELETE` },
      Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
      Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } }
    }
  ]
});
function provision(aws, center, arn, accountId, now) {
  const set3 = own(center.sets, arn);
  const account3 = own(aws.accounts, accountId);
  if (set3 === void 0) return { is: "failed", reason: `The permission set ${arn} does not exist.` };
  const member = own(aws.organizations?.members ?? {}, accountId);
  if (account3 === void 0 || member === void 0)
    return { is: "failed", reason: `The account ${accountId} is not in the organization.` };
  if (member.status !== "ACTIVE") return { is: "failed", reason: `The account ${accountId} is ${member.status}.` };
  const holds = held(aws, account3, set3);
  if (typeof holds === "string") return { is: "failed", reason: holds };
  const before = own(set3.roles, accountId);
  const name2 = before ?? `AWSReservedSSO_${set3.name}_${roleSuffix(`${accountId}/${arn}/${aws.made}`)}`;
  const there = own(account3.roles, name2);
  const role4 = {
    path: `/aws-reserved/sso.amazonaws.com/${center.region === "us-east-1" ? "" : `${center.region}/`}`,
    id: there?.id ?? uniqueId("AROA", `${accountId}/${name2}`),
    created: there?.created ?? now,
    tags: {},
    trust: trust(aws.partition, accountId),
    maxSession: Math.max(3600, secondsOf(set3.sessionDuration)),
    ...holds
  };
  const roles4 = having(account3.roles, name2, role4);
  return {
    is: "provisioned",
    aws: { ...aws, made: aws.made + 1, accounts: having(aws.accounts, accountId, { ...account3, roles: roles4 }) },
    center: { ...center, sets: having(center.sets, arn, { ...set3, roles: having(set3.roles, accountId, name2) }) }
  };
}
function deprovision(aws, center, arn, accountId) {
  const set3 = own(center.sets, arn);
  const account3 = own(aws.accounts, accountId);
  const name2 = set3 === void 0 ? void 0 : own(set3.roles, accountId);
  if (set3 === void 0 || account3 === void 0 || name2 === void 0) return { aws, center };
  return {
    aws: { ...aws, accounts: having(aws.accounts, accountId, { ...account3, roles: lacking(account3.roles, name2) }) },
    center: { ...center, sets: having(center.sets, arn, { ...set3, roles: lacking(set3.roles, accountId) }) }
  };
}
var sessionSeconds = (set3) => secondsOf(set3.sessionDuration);

// src/sandbox/aws/identity-center/entering.ts
function roleOfSet(aws, { account: account3, permissionSet, storeUser }) {
  const center = aws.identityCenter;
  const user5 = Object.entries(center?.users ?? {}).find(([, one4]) => one4.userName === storeUser);
  const set3 = Object.entries(center?.sets ?? {}).find(([, one4]) => one4.name === permissionSet);
  if (center === void 0 || user5 === void 0 || set3 === void 0 || user5[1].status !== "ENABLED") return null;
  const [userId] = user5;
  const [arn, { roles: roles4 }] = set3;
  const groups3 = Object.entries(center.groups).flatMap(([id, { members: members2 }]) => members2.includes(userId) ? [id] : []);
  const assigned = center.assignments.some(
    (row) => row.account === account3 && row.set === arn && (row.principalId === userId || groups3.includes(row.principalId))
  );
  const name2 = own(roles4, account3);
  const role4 = name2 === void 0 ? void 0 : own(own(aws.accounts, account3)?.roles ?? {}, name2);
  return assigned && name2 !== void 0 && role4 !== void 0 ? { name: name2, role: role4, userId, seconds: sessionSeconds(set3[1]) } : null;
}

// src/sandbox/access/principal.ts
var managedDocument = (aws, account3, arn) => {
  const kept2 = own(aws.managed, arn);
  const found3 = kept2 ?? Object.entries(account3.policies).find(
    ([name2, policy3]) => iamArn(aws.partition, account3.id, "policy", policy3.path, name2) === arn
  )?.[1];
  return found3 === void 0 ? void 0 : own(found3.versions, found3.default)?.document;
};
var managedSource = (aws, account3, arn) => {
  const text5 = managedDocument(aws, account3, arn);
  return text5 === void 0 ? [] : [{ from: arn, document: documentOf(text5) }];
};
var holderSources = (aws, account3, holder2, name2) => [
  ...Object.entries(holder2.inline).map(([policy3, text5]) => ({ from: `${name2}/${policy3}`, document: documentOf(text5) })),
  ...holder2.attached.flatMap((arn) => managedSource(aws, account3, arn))
];
var tagContext = (prefix4, tags) => Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix4}/${key}`, value]));
var tagKeys = tagContext;
var shared = (aws, account3) => ({
  "aws:PrincipalAccount": account3.id,
  "aws:SecureTransport": "true",
  "aws:RequestedRegion": aws.region,
  "aws:ViaAWSService": "false",
  "aws:PrincipalIsAWSService": "false",
  ...aws.organization === void 0 ? {} : { "aws:PrincipalOrgID": aws.organization }
});
var controlsOver = (aws, account3, path2) => {
  const { organizations: organizations2 } = aws;
  if (organizations2 === void 0 || own(organizations2.members, account3.id) === void 0) return [];
  if (account3.id === organizations2.management || path2.startsWith("/aws-service-role/")) return [];
  return Object.entries(organizations2.controls).map(([name2, text5]) => ({
    from: `service control policy ${name2}`,
    document: documentOf(text5)
  }));
};
var userPrincipal = (aws, account3, name2, user5) => {
  const arn = iamArn(aws.partition, account3.id, "user", user5.path, name2);
  const groups3 = user5.groups.flatMap((group3) => {
    const found3 = own(account3.groups, group3);
    return found3 === void 0 ? [] : holderSources(aws, account3, found3, `group ${group3}`);
  });
  return {
    account: account3.id,
    arn,
    lastingArn: arn,
    identity: [...holderSources(aws, account3, user5, `user ${name2}`), ...groups3],
    boundary: user5.boundary === void 0 ? null : managedSource(aws, account3, user5.boundary),
    organisation: controlsOver(aws, account3, user5.path),
    session: null,
    context: contextOf(shared(aws, account3), tagContext("aws:PrincipalTag", user5.tags), {
      "aws:PrincipalArn": arn,
      "aws:PrincipalType": "User",
      "aws:userid": user5.id,
      "aws:username": name2
    })
  };
};
var rolePrincipal = (aws, account3, name2, role4, session) => {
  const lastingArn = iamArn(aws.partition, account3.id, "role", role4.path, name2);
  return {
    account: account3.id,
    arn: sessionArn(aws.partition, account3.id, name2, session.name),
    lastingArn,
    identity: holderSources(aws, account3, role4, `role ${name2}`),
    boundary: role4.boundary === void 0 ? null : managedSource(aws, account3, role4.boundary),
    organisation: controlsOver(aws, account3, role4.path),
    session: session.limits.length === 0 ? null : session.limits.map((text5) => ({ from: `session ${session.name}`, document: documentOf(text5) })),
    context: contextOf(
      shared(aws, account3),
      tagContext("aws:PrincipalTag", role4.tags),
      tagContext("aws:PrincipalTag", session.tags),
      session.claims,
      {
        "aws:PrincipalArn": lastingArn,
        "aws:PrincipalType": "AssumedRole",
        "aws:userid": `${role4.id}:${session.name}`,
        ...session.sourceIdentity === void 0 ? {} : { "aws:SourceIdentity": session.sourceIdentity },
        ...session.issued === void 0 ? {} : { "aws:TokenIssueTime": new Date(session.issued * 1e3).toISOString().replace(".000Z", "Z") }
      }
    )
  };
};
var sessionParts = (session) => ({
  name: session.sessionName,
  tags: session.tags,
  limits: session.limits,
  claims: session.claims,
  issued: session.issued,
  ...session.sourceIdentity === void 0 ? {} : { sourceIdentity: session.sourceIdentity }
});
var principalOf = (aws, who, at2) => {
  if ("accessKeyId" in who) {
    const credential = own(aws.credentials, who.accessKeyId);
    if (credential === void 0) return null;
    if (credential.kind === "key") return principalOf(aws, { account: credential.account, user: credential.user }, at2);
    const account4 = own(aws.accounts, credential.account);
    const role5 = account4 === void 0 ? void 0 : own(account4.roles, credential.role);
    if (account4 === void 0 || role5 === void 0 || role5.id !== credential.roleId) return null;
    return credential.expires <= at2 ? null : rolePrincipal(aws, account4, credential.role, role5, sessionParts(credential));
  }
  const account3 = own(aws.accounts, who.account);
  if (account3 === void 0) return null;
  if ("permissionSet" in who) {
    const entered = roleOfSet(aws, who);
    return entered === null ? null : rolePrincipal(aws, account3, entered.name, entered.role, {
      name: who.storeUser,
      tags: {},
      limits: [],
      claims: { "identitystore:UserId": entered.userId }
    });
  }
  if ("user" in who) {
    const user5 = own(account3.users, who.user);
    return user5 === void 0 ? null : userPrincipal(aws, account3, who.user, user5);
  }
  const role4 = own(account3.roles, who.role);
  return role4 === void 0 ? null : rolePrincipal(aws, account3, who.role, role4, {
    name: who.sessionName ?? "probe",
    tags: who.tags ?? {},
    limits: [],
    claims: {},
    ...who.sourceIdentity === void 0 ? {} : { sourceIdentity: who.sourceIdentity }
  });
};
var accountNames = (aws, account3) => [
  account3,
  rootArn(aws.partition, account3)
];

// src/sandbox/access/statements.ts
var resourceFits = (pattern, request, variables) => {
  if (pattern === "*") return true;
  const filled2 = variables ? filledIn(pattern, request.context) : pattern;
  if (filled2 === null) return false;
  return request.resource.startsWith("arn:") ? arnFits(filled2, request.resource) : fits(filled2, request.resource);
};
var actionSpoken = (statement2, request) => statement2.notActions === void 0 ? statement2.actions.some((pattern) => fitsAnyCase(pattern, request.action)) : !statement2.notActions.some((pattern) => fitsAnyCase(pattern, request.action));
var resourceSpoken = (statement2, request, variables) => statement2.notResources === void 0 ? statement2.resources.some((pattern) => resourceFits(pattern, request, variables)) : !statement2.notResources.some((pattern) => resourceFits(pattern, request, variables));
var speaksAbout = (document, statement2, request) => actionSpoken(statement2, request) && resourceSpoken(statement2, request, document.variables) && conditionsHold(statement2.conditions, request.context, document.variables);
var strength = (principals2, names) => {
  if (principals2 === "*") return names.kind === "AWS" ? "directly" : "not";
  const listed3 = principals2[names.kind] ?? [];
  if (listed3.includes("*") || names.direct.some((name2) => listed3.includes(name2))) return "directly";
  return names.account.some((name2) => listed3.includes(name2)) ? "by account" : "not";
};
var trustSpeaks = (document, statement2, names, request) => {
  if (!actionSpoken(statement2, request) || !conditionsHold(statement2.conditions, request.context, document.variables))
    return "not";
  if (statement2.principals !== void 0) return strength(statement2.principals, names);
  return statement2.notPrincipals !== void 0 && strength(statement2.notPrincipals, names) === "not" ? "directly" : "not";
};

// src/sandbox/access/decide.ts
var say = (sid, from) => sid === void 0 || sid === "" ? from : `${from} (${sid})`;
var spoken = (effect, sources2, request) => sources2.flatMap(
  ({ from, document }) => document.statements.filter((statement2) => statement2.effect === effect && speaksAbout(document, statement2, request)).map((statement2) => say(statement2.sid, from))
);
var no = (because) => ({ allowed: false, because });
var identityVerdict = (principal, request) => {
  const { identity, boundary: boundary2, session, organisation } = principal;
  const denies = spoken("Deny", [...identity, ...boundary2 ?? [], ...session ?? [], ...organisation], request);
  if (denies.length > 0) return no(denies.map((one4) => `denied by ${one4}`));
  const allows = spoken("Allow", identity, request);
  if (allows.length === 0) return no([`no policy of ${principal.arn} allows ${request.action} on ${request.resource}`]);
  if (boundary2 !== null && spoken("Allow", boundary2, request).length === 0)
    return no(["the permissions boundary does not allow it"]);
  if (session !== null && spoken("Allow", session, request).length === 0)
    return no(["the session policy does not allow it"]);
  return { allowed: true, because: allows.map((one4) => `allowed by ${one4}`) };
};
var iso = (seconds) => new Date(seconds * 1e3).toISOString().replace(".000Z", "Z");
var ambient = (aws, resource, at2) => {
  const owner = ownerOf(aws, resource);
  return {
    "aws:CurrentTime": iso(at2),
    "aws:EpochTime": String(Math.floor(at2)),
    ...owner === void 0 || owner === "aws" ? {} : { "aws:ResourceAccount": owner }
  };
};
var requestOf = (aws, principal, wanted2) => ({
  action: wanted2.action,
  resource: wanted2.resource,
  context: contextOf(ambient(aws, wanted2.resource, wanted2.at), principal?.context ?? {}, wanted2.context ?? {})
});
var roleAt = (aws, arn) => {
  const parts2 = arnParts(arn);
  if (parts2 === null || parts2.service !== "iam" || parts2.partition !== aws.partition) return null;
  const account3 = own(aws.accounts, parts2.account);
  const name2 = nameInArn(arn);
  const role4 = account3 === void 0 ? void 0 : own(account3.roles, name2);
  return role4 !== void 0 && parts2.rest === `role${role4.path}${name2}` ? { account: parts2.account, name: name2, role: role4 } : null;
};
var trustVerdict = (role4, names, request) => {
  const document = documentOf(role4.trust);
  const by = (effect) => document.statements.filter((statement2) => statement2.effect === effect).map((statement2) => trustSpeaks(document, statement2, names, request));
  if (by("Deny").some((named2) => named2 !== "not")) return "denied";
  const allows = by("Allow");
  return allows.includes("directly") ? "directly" : allows.includes("by account") ? "by account" : "not";
};
var callerNames = (aws, principal) => ({
  kind: "AWS",
  direct: [principal.arn, principal.lastingArn],
  account: accountNames(aws, principal.account)
});
var assumeVerdict = (aws, principal, wanted2) => {
  const target = roleAt(aws, wanted2.resource);
  if (target === null) return no([`there is no role ${wanted2.resource}`]);
  const request = requestOf(aws, principal, wanted2);
  const trust2 = trustVerdict(target.role, callerNames(aws, principal), request);
  if (trust2 === "denied") return no([`denied by the trust policy of ${wanted2.resource}`]);
  if (trust2 === "not") return no([`the trust policy of ${wanted2.resource} does not let ${principal.arn} in`]);
  const identity = identityVerdict(principal, request);
  const denied = identity.because.some((one4) => one4.startsWith("denied by"));
  if (trust2 === "directly" && target.account === principal.account && !denied)
    return { allowed: true, because: [`the trust policy of ${wanted2.resource} names ${principal.arn}`] };
  return identity.allowed ? { allowed: true, because: [...identity.because, "and the trust policy agrees"] } : identity;
};
var judgedByTrust = /^sts:(AssumeRole|TagSession|SetSourceIdentity)$/i;
var decide = (aws, principal, wanted2) => {
  if (judgedByTrust.test(wanted2.action)) return assumeVerdict(aws, principal, wanted2);
  const owner = ownerOf(aws, wanted2.resource);
  if (owner !== void 0 && owner !== "aws" && owner !== principal.account)
    return no([`${wanted2.resource} belongs to ${owner}, and no resource policy is known that lets ${principal.arn} in`]);
  return identityVerdict(principal, requestOf(aws, principal, wanted2));
};

// src/sandbox/access/saml.ts
var SIGN_IN = {
  aws: "https://signin.aws.amazon.com/saml",
  "aws-cn": "https://signin.amazonaws.cn/saml",
  "aws-us-gov": "https://signin.amazonaws-us-gov.com/saml"
};
var rolesIn = (value) => Array.isArray(value) ? value.filter((one4) => typeof one4 === "string") : [];
function assertedRoles(okta2, app, user5) {
  const own2 = user5.scope === "USER" ? rolesIn(user5.profile["samlRoles"]) : [];
  const groups3 = app.groups.filter(
    ({ id }) => okta2.groups.find((group3) => group3.id === id)?.members.includes(user5.id) === true
  );
  const shared2 = groups3.flatMap(({ profile }) => rolesIn(profile["samlRoles"]));
  const all3 = app.settings["joinAllRoles"] === true || own2.length === 0 ? [...own2, ...shared2] : own2;
  return [...new Set(all3)];
}
function throughOkta({ aws, okta: okta2 }, account3, login, at2) {
  const person = okta2?.users.find(({ profile, status }) => profile["login"] === login && status === "ACTIVE");
  const there = own(aws.accounts, account3);
  if (okta2 === void 0 || person === void 0 || there === void 0) return [];
  return okta2.apps.flatMap((app) => {
    const provider = String(app.settings["identityProviderArn"] ?? "");
    const { entity, certificate } = speakerOf(app.id);
    const trusted = there.samlProviders?.some(
      (one4) => samlArn(aws.partition, account3, one4.name) === provider && one4.entity === entity && one4.certificate === certificate
    ) === true;
    const user5 = usersOf(okta2, app).find(({ id }) => id === person.id);
    if (!trusted || user5 === void 0 || app.status !== "ACTIVE" || app.name !== "amazon_aws") return [];
    const roles4 = assertedRoles(okta2, app, user5);
    if (roles4.some((role4) => role4.includes("."))) return [];
    const sessionName = user5.userName === "" ? login : user5.userName;
    return roles4.flatMap((role4) => {
      const found3 = own(there.roles, role4);
      if (found3 === void 0) return [];
      const resource = `arn:${aws.partition}:iam::${account3}:role${found3.path}${role4}`;
      const claims = {
        "saml:aud": SIGN_IN[aws.partition] ?? "",
        "sts:RoleSessionName": sessionName,
        "sts:SourceIdentity": login
      };
      const lets = (action) => trustVerdict(
        found3,
        { kind: "Federated", direct: [provider], account: [] },
        { action, resource, context: contextOf(ambient(aws, resource, at2), claims) }
      ) === "directly";
      return lets("sts:AssumeRoleWithSAML") ? [{ account: account3, role: role4, sessionName, sourceIdentity: login }] : [];
    });
  });
}

// src/sandbox/access.ts
var mayDo = (world, question) => {
  const principal = principalOf(world.aws, question.as, question.at);
  if (principal === null) return { allowed: false, because: ["there is no such caller, or the session is over"] };
  return decide(world.aws, principal, { ...question, context: contextOf(question.context ?? {}) });
};

// src/sandbox/git/objects.ts
import { readFileSync } from "node:fs";
import { join as join2 } from "node:path";
import { inflateSync } from "node:zlib";

// src/sandbox/git/run.ts
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
var gitEnvironment = {
  PATH: process.env["PATH"] ?? "",
  HOME: devNull,
  LC_ALL: "C",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: "0",
  GIT_AUTHOR_NAME: "sandbox",
  GIT_AUTHOR_EMAIL: "sandbox@localhost",
  GIT_COMMITTER_NAME: "sandbox",
  GIT_COMMITTER_EMAIL: "sandbox@localhost"
};
function askGit(gitDirectory, args, input) {
  const done2 = spawnSync("git", ["--git-dir", gitDirectory, ...args], {
    env: gitEnvironment,
    maxBuffer: 1 << 30,
    ...input === void 0 ? {} : { input: Buffer.from(input) }
  });
  if (done2.error !== void 0) throw done2.error;
  return { status: done2.status ?? 128, out: done2.stdout, error: done2.stderr.toString() };
}
function git(gitDirectory, args, input) {
  const answer = askGit(gitDirectory, args, input);
  if (answer.status !== 0) throw new Error(`git ${args.join(" ")}: ${answer.error.trim()}`);
  return answer.out.toString().trim();
}
function initBare(folder, defaultBranch) {
  if (existsSync(join(folder, "HEAD"))) return;
  mkdirSync(folder, { recursive: true });
  git(folder, ["init", "--quiet", "--bare", "--template=", "--object-format=sha1", `--initial-branch=${defaultBranch}`]);
  appendFileSync(join(folder, "config"), settings);
}
var settings = `[uploadpack]
	allowAnySHA1InWant = true
	allowFilter = true
[receive]
	denyDeleteCurrent = refuse
	autogc = false
[gc]
	auto = 0
[core]
	logAllRefUpdates = false
`;

// src/sandbox/git/objects.ts
var objectTypes = {
  blob: "blob",
  tree: "tree",
  commit: "commit",
  tag: "tag"
};
var known = /* @__PURE__ */ new Map();
var largestKnown = 2e4;
function readObject(gitDirectory, oid) {
  if (!/^[0-9a-f]{40}$/.test(oid)) return null;
  const key = `${gitDirectory}
${oid}`;
  const before = known.get(key);
  if (before !== void 0) return before;
  const read3 = readLoose(gitDirectory, oid) ?? readPacked(gitDirectory, oid);
  if (read3 !== null && read3.bytes.length < 65536) {
    if (known.size >= largestKnown) known.clear();
    known.set(key, read3);
  }
  return read3;
}
function readLoose(gitDirectory, oid) {
  let packed;
  try {
    packed = readFileSync(join2(gitDirectory, "objects", oid.slice(0, 2), oid.slice(2)));
  } catch {
    return null;
  }
  const raw = inflateSync(packed);
  const end2 = raw.indexOf(0);
  return objectOf(raw.subarray(0, end2).toString().split(" ")[0], raw.subarray(end2 + 1));
}
function readPacked(gitDirectory, oid) {
  const { out } = askGit(gitDirectory, ["cat-file", "--batch"], `${oid}
`);
  const end2 = out.indexOf(10);
  const [, type, size] = out.subarray(0, end2).toString().split(" ");
  return size === void 0 ? null : objectOf(type, out.subarray(end2 + 1, end2 + 1 + Number(size)));
}
function objectOf(type, bytes) {
  const known2 = objectTypes[type ?? ""];
  if (known2 === void 0) throw new Error(`git object of unknown type ${type}`);
  return { type: known2, bytes };
}
function commitOid(gitDirectory, name2) {
  if (/^[0-9a-f]{40}$/.test(name2)) return readObject(gitDirectory, name2)?.type === "commit" ? name2 : null;
  return parse(gitDirectory, `${name2}^{commit}`);
}
function refOid(gitDirectory, ref) {
  return looseRef(gitDirectory, ref) ?? parse(gitDirectory, ref);
}
function looseRef(gitDirectory, ref) {
  if (!ref.startsWith("refs/") || ref.includes("..")) return null;
  try {
    const text5 = readFileSync(join2(gitDirectory, ref), "utf8").trim();
    return /^[0-9a-f]{40}$/.test(text5) ? text5 : null;
  } catch {
    return null;
  }
}
function parse(gitDirectory, name2) {
  const answer = askGit(gitDirectory, ["rev-parse", "--verify", "--quiet", "--end-of-options", name2]);
  return answer.status === 0 ? answer.out.toString().trim() : null;
}
function readCommit(gitDirectory, oid) {
  const object = readObject(gitDirectory, oid);
  if (object?.type !== "commit") return null;
  const text5 = object.bytes.toString();
  const end2 = text5.indexOf("\n\n");
  const lines = text5.slice(0, end2).split("\n");
  const values = (word) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  return {
    oid,
    tree: values("tree")[0] ?? "",
    parents: values("parent"),
    author: signature(values("author")[0] ?? ""),
    committer: signature(values("committer")[0] ?? ""),
    message: text5.slice(end2 + 2).replace(/\n$/, "")
  };
}
function signature(text5) {
  const found3 = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(text5);
  if (found3 === null) throw new Error(`not a git signature: ${text5}`);
  return { name: found3[1] ?? "", email: found3[2] ?? "", at: Number(found3[3]) };
}
function readTree(gitDirectory, oid) {
  const object = readObject(gitDirectory, treeOf(gitDirectory, oid) ?? oid);
  if (object?.type !== "tree") return [];
  const entries2 = [];
  for (let at2 = 0; at2 < object.bytes.length; ) {
    const space = object.bytes.indexOf(32, at2);
    const end2 = object.bytes.indexOf(0, space);
    entries2.push({
      mode: object.bytes.subarray(at2, space).toString().padStart(6, "0"),
      name: object.bytes.subarray(space + 1, end2).toString(),
      oid: object.bytes.subarray(end2 + 1, end2 + 21).toString("hex")
    });
    at2 = end2 + 21;
  }
  return entries2;
}
function treeOf(gitDirectory, commit2) {
  return readCommit(gitDirectory, commit2)?.tree ?? null;
}
function entryAt(gitDirectory, root, path2) {
  let entry = { mode: "040000", name: "", oid: treeOf(gitDirectory, root) ?? root };
  for (const name2 of path2.split("/").filter((part3) => part3 !== "")) {
    const next = readTree(gitDirectory, entry.oid).find((child) => child.name === name2);
    if (next === void 0) return null;
    entry = next;
  }
  return entry;
}

// src/sandbox/git/repository.ts
function makeRepository(folder, defaultBranch = "main") {
  initBare(folder, defaultBranch);
  return { gitDirectory: folder };
}
var fullRef = (branch2) => branch2.startsWith("refs/") ? branch2 : `refs/heads/${branch2}`;
function commit(repository, wanted2) {
  const [oid] = commitAll(repository, [wanted2]);
  if (oid === void 0) throw new Error("git fast-import told no commit id");
  return oid;
}
function commitAll(repository, wanted2) {
  const heads = /* @__PURE__ */ new Map();
  const parts2 = [];
  for (const [index, one4] of wanted2.entries()) {
    const ref = fullRef(one4.branch);
    const parents = one4.parents ?? parentsOf(repository, ref, heads);
    parts2.push(...importLines(one4, ref, `:${index + 1}`, parents));
    heads.set(ref, `:${index + 1}`);
  }
  for (const index of wanted2.keys()) parts2.push(`get-mark :${index + 1}
`);
  parts2.push("done\n");
  const input = Buffer.concat(parts2.map((part3) => Buffer.from(part3)));
  const out = git(repository.gitDirectory, ["fast-import", "--quiet", "--done", "--force", "--date-format=raw"], input);
  return out.split("\n").filter((line) => line !== "");
}
function parentsOf(repository, ref, heads) {
  const head = heads.get(ref) ?? refOid(repository.gitDirectory, ref);
  return head === null ? [] : [head];
}
function importLines(one4, ref, mark, parents) {
  const committer = one4.committer ?? one4.author;
  const lines = [
    parents.length === 0 ? `reset ${ref}
` : "",
    // an orphan commit must not silently continue the branch
    `commit ${ref}
mark ${mark}
`,
    `author ${one4.author.name} <${one4.author.email}> ${one4.at} +0000
`,
    `committer ${committer.name} <${committer.email}> ${one4.at} +0000
`,
    ...dataLines(one4.message),
    ...parents.map((parent, index) => `${index === 0 ? "from" : "merge"} ${parent}
`)
  ];
  for (const [path2, change] of Object.entries(one4.files)) lines.push(...changeLines(path2, change));
  return lines;
}
function changeLines(path2, change) {
  const quoted = `"${path2.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`;
  if (change === null) return [`D ${quoted}
`];
  if (typeof change === "string") return [`M 100644 inline ${quoted}
`, ...dataLines(change)];
  if ("oid" in change) return [`M ${change.mode} ${change.oid} ${quoted}
`];
  return [`M ${change.mode} inline ${quoted}
`, ...dataLines(change.bytes)];
}
function dataLines(content) {
  const bytes = Buffer.from(content);
  return [`data ${bytes.length}
`, bytes, "\n"];
}
function commitTree(repository, wanted2) {
  const line = (word, who) => `${word} ${who.name} <${who.email}> ${who.at} +0000
`;
  const text5 = [
    `tree ${wanted2.tree}
`,
    ...wanted2.parents.map((parent) => `parent ${parent}
`),
    line("author", wanted2.author),
    line("committer", wanted2.committer),
    `
${wanted2.message}
`
  ].join("");
  return git(repository.gitDirectory, ["hash-object", "-t", "commit", "-w", "--stdin"], text5);
}
function changedTree(repository, base, changes) {
  const branch2 = "refs/sandbox/tree";
  const author = { name: "sandbox", email: "sandbox@localhost" };
  const files = base === null ? changes : { "": { mode: "040000", oid: base }, ...changes };
  const oid = commit(repository, { branch: branch2, parents: [], files, message: "tree", author, at: 0 });
  git(repository.gitDirectory, ["update-ref", "-d", branch2]);
  const tree = treeOf(repository.gitDirectory, oid);
  if (tree === null) throw new Error(`no tree of ${oid}`);
  return tree;
}
function setRef(repository, branch2, oid) {
  const ref = fullRef(branch2);
  git(repository.gitDirectory, oid === null ? ["update-ref", "-d", ref] : ["update-ref", ref, oid]);
}
function mergeBase(repository, one4, other) {
  const answer = askGit(repository.gitDirectory, ["merge-base", one4, other]);
  return answer.status === 0 ? answer.out.toString().trim() : null;
}
function isAncestor(repository, older, newer) {
  return askGit(repository.gitDirectory, ["merge-base", "--is-ancestor", older, newer]).status === 0;
}
function commitsBetween(repository, from, to) {
  const range = from === null ? [to] : [`^${from}`, to];
  const out = git(repository.gitDirectory, ["rev-list", "--reverse", "--topo-order", ...range]);
  return out.split("\n").filter((line) => line !== "");
}
var reached = { key: "", oids: /* @__PURE__ */ new Set() };
function reachable(repository, from) {
  const key = `${repository.gitDirectory}
${from}`;
  if (reached.key !== key) reached = { key, oids: new Set(commitsBetween(repository, null, from)) };
  return reached.oids;
}
var headOf = (repository, branch2) => refOid(repository.gitDirectory, `refs/heads/${branch2}`);

// src/sandbox/git/merging.ts
var mergeCommit = (repository, merging) => {
  const tree = mergedTree(repository, merging.base, merging.head);
  return tree === null ? null : commitTree(repository, { ...merging, tree, parents: [merging.base, merging.head] });
};
var squash = (repository, merging) => {
  const tree = mergedTree(repository, merging.base, merging.head);
  return tree === null ? null : commitTree(repository, { ...merging, tree, parents: [merging.base] });
};
var rebase = (repository, merging) => {
  let onto = merging.base;
  for (const oid of commitsBetween(repository, merging.base, merging.head)) {
    const original = existing(repository, oid);
    if (original.parents.length > 1) continue;
    const tree = pickedTree(repository, original, onto, merging.committer);
    if (tree === null) return null;
    const { message, author } = original;
    onto = commitTree(repository, { tree, parents: [onto], message, author, committer: merging.committer });
  }
  return onto;
};
var merges = (repository, base, head) => mergedTree(repository, base, head) !== null;
function mergedTree(repository, base, head) {
  if (mergeBase(repository, base, head) === null) return null;
  const answer = askGit(repository.gitDirectory, ["merge-tree", "--write-tree", base, head]);
  if (answer.status > 1) throw new Error(`git merge-tree: ${answer.error}`);
  return answer.status === 0 ? answer.out.toString().split("\n")[0] ?? null : null;
}
function pickedTree(repository, picked, onto, committer) {
  const parent = picked.parents[0];
  if (parent === void 0) return null;
  const { tree } = existing(repository, onto);
  const dressed = commitTree(repository, { tree, parents: [parent], message: "pick", author: committer, committer });
  return mergedTree(repository, dressed, picked.oid);
}
function existing(repository, oid) {
  const found3 = readCommit(repository.gitDirectory, oid);
  if (found3 === null) throw new Error(`no commit ${oid} in ${repository.gitDirectory}`);
  return found3;
}

// src/sandbox/github/records.ts
var fullName = (repository) => `${repository.owner.login}/${repository.name}`;
var same2 = (one4, other) => one4.toLowerCase() === other.toLowerCase();
function repositoryNamed(github2, name2) {
  return github2.repositories.find((repository) => same2(fullName(repository), name2)) ?? null;
}
function theRepository(world, name2) {
  return must(repositoryNamed(world.github, name2), `repository ${name2}`);
}
function thePull(world, repository, number) {
  return must(
    theRepository(world, repository).pulls.find((pull) => pull.number === number),
    `pull request ${number} in ${repository}`
  );
}
function newestPull(world, repository) {
  return must(theRepository(world, repository).pulls.at(-1), `pull request in ${repository}`);
}
function newestIssue(world, repository) {
  return must(theRepository(world, repository).issues.at(-1), `issue in ${repository}`);
}
function userOf2(github2, id) {
  return github2.users.find((user5) => user5.id === id) ?? null;
}
function userNamed2(github2, login) {
  return github2.users.find((user5) => same2(user5.login, login)) ?? null;
}
function theUser(world, login) {
  return must(userNamed2(world.github, login), `user ${login}`);
}
function must(found3, what) {
  if (found3 === null || found3 === void 0) throw new Error(`the sandbox has no ${what}`);
  return found3;
}
function withGithub(world, change) {
  return { ...world, github: { ...world.github, ...change } };
}
function withRepository(world, id, change) {
  return withGithub(world, {
    repositories: world.github.repositories.map((one4) => one4.id === id ? { ...one4, ...change } : one4)
  });
}
function withPull(world, repository, number, change) {
  const pulls = must(world.github.repositories.find((one4) => one4.id === repository)?.pulls, `repository ${repository}`);
  return withRepository(world, repository, {
    pulls: pulls.map((pull) => pull.number === number ? { ...pull, ...change } : pull)
  });
}
function takeId(world) {
  const id = world.github.nextId;
  return { world: withGithub(world, { nextId: id + 1 }), id };
}
function nextNumber(repository) {
  return Math.max(0, ...[...repository.pulls, ...repository.issues].map((one4) => one4.number)) + 1;
}
var nodeId = (kind, id) => Buffer.from(`${kind}:${id}`).toString("base64url");

// src/sandbox/github/world.ts
var actionsBot = {
  id: 41898282,
  login: "github-actions[bot]",
  type: "Bot",
  name: "github-actions",
  email: "41898282+github-actions[bot]@users.noreply.github.com"
};
var mergeQueueBot = {
  id: 118344674,
  login: "github-merge-queue[bot]",
  type: "Bot",
  name: "github-merge-queue",
  email: "118344674+github-merge-queue@users.noreply.github.com"
};
function emptyGithub(now) {
  return {
    oidcKey: "sandbox-oidc-key",
    oidcJobs: {},
    users: [actionsBot, mergeQueueBot],
    repositories: [],
    tokens: [],
    rateLimit: { limit: 5e3, remaining: 5e3, reset: now + 3600 },
    pageSize: null,
    lagging: { commitPulls: 0 },
    nextId: 1001
  };
}

// src/sandbox/github/actions/following.ts
function afterPush(world, repositoryId, changes, by, at2) {
  const moved2 = must(
    world.github.repositories.find((one4) => one4.id === repositoryId),
    `repository ${repositoryId}`
  );
  let next = withRepository(world, repositoryId, { refUpdates: moved2.refUpdates + changes.length });
  for (const change of changes) {
    if (!change.ref.startsWith("refs/heads/")) continue;
    const branch2 = change.ref.slice("refs/heads/".length);
    next = followHeads(next, moved2, branch2, change.after, at2);
    if (change.after !== null)
      next = mergeIndirectly(next, repositoryId, { branch: branch2, before: change.before, after: change.after, by, at: at2 });
  }
  return next;
}
function followHeads(world, moved2, branch2, after2, at2) {
  let next = world;
  for (const repository of world.github.repositories) {
    for (const pull of repository.pulls) {
      if (pull.state !== "open" || pull.head.repository !== moved2.id || pull.head.branch !== branch2) continue;
      const change = after2 === null ? { state: "closed", closedAt: at2 } : newHead(repository, pull, bring(repository, moved2, pull.number, after2));
      next = withPull(next, repository.id, pull.number, { ...change, updatedAt: at2 });
    }
  }
  return next;
}
function bring(repository, from, number, oid) {
  if (from.gitDirectory !== repository.gitDirectory)
    git(repository.gitDirectory, ["fetch", "--quiet", "--no-tags", from.gitDirectory, oid]);
  setRef(repository, `refs/pull/${number}/head`, oid);
  return oid;
}
function newHead(repository, pull, oid) {
  const baseOid = headOf(repository, pull.base) ?? pull.baseOid;
  return {
    head: { ...pull.head, oid },
    baseOid,
    commits: commitsBetween(repository, mergeBase(repository, baseOid, oid), oid)
  };
}
function mergeIndirectly(world, id, moved2) {
  const { by, at: at2, before, after: after2 } = moved2;
  const repository = must(
    world.github.repositories.find((one4) => one4.id === id),
    `repository ${id}`
  );
  const open2 = repository.pulls.filter(
    (pull) => pull.state === "open" && pull.base === moved2.branch && pull.commits.length > 0
  );
  if (open2.length === 0) return world;
  const landed3 = commitsBetween(repository, before, after2);
  let next = world;
  for (const pull of open2.filter((one4) => landed3.includes(one4.head.oid))) {
    const mergeCommit2 = broughtBy(repository, pull.head.oid, before, after2);
    const times = { mergedAt: at2, closedAt: at2, updatedAt: at2 };
    next = withPull(next, id, pull.number, { state: "merged", ...times, mergedBy: by.id, mergeCommit: mergeCommit2, landed: landed3 });
  }
  return next;
}
function broughtBy(repository, head, before, after2) {
  let found3 = after2;
  for (let oid = after2; oid !== void 0 && oid !== before; ) {
    if (!isAncestor(repository, head, oid)) break;
    found3 = oid;
    oid = readCommit(repository.gitDirectory, oid)?.parents[0];
  }
  return found3;
}

// src/sandbox/github/actions/pushing.ts
function push(world, wanted2) {
  const repository = theRepository(world, wanted2.repository);
  const user5 = theUser(world, wanted2.by);
  const before = headOf(repository, wanted2.branch);
  const author = wanted2.author ?? { name: user5.name, email: user5.email };
  const message = wanted2.message ?? `Change ${Object.keys(wanted2.files)[0] ?? "nothing"}`;
  const { branch: branch2, files, at: at2 } = wanted2;
  const start = before ?? headOf(repository, repository.defaultBranch);
  const parents = wanted2.parents ?? (start === null ? [] : [start]);
  const after2 = commit(repository, { branch: branch2, files, parents, message, author, at: at2 });
  return afterPush(world, repository.id, [{ ref: `refs/heads/${wanted2.branch}`, before, after: after2 }], user5, wanted2.at);
}
function moveRef(world, repository, change, by, at2) {
  const branch2 = change.ref.replace(/^refs\/heads\//, "");
  const before = change.ref.startsWith("refs/heads/") ? headOf(repository, branch2) : null;
  setRef(repository, change.ref, change.after);
  return afterPush(world, repository.id, [{ ...change, before }], by, at2);
}

// src/sandbox/github/actions/merging.ts
var merges2 = { merge: mergeCommit, squash, rebase };
var github = { name: "GitHub", email: "noreply@github.com" };
function tryMerge(world, wanted2) {
  const repository = theRepository(world, wanted2.repository);
  const pull = thePull(world, wanted2.repository, wanted2.pull);
  const by = theUser(world, wanted2.by);
  const base = must(headOf(repository, pull.base), `branch ${pull.base}`);
  const oid = made2(world, repository, pull, base, by, wanted2);
  if (oid === null) return null;
  return landed(world, repository, { ...pull, mergeCommit: oid }, base, by, wanted2.at);
}
function mergePull(world, wanted2) {
  const merged2 = tryMerge(world, wanted2);
  if (merged2 === null) throw new Error(`pull request ${wanted2.pull} conflicts with its base`);
  return merged2;
}
function made2(world, repository, pull, base, by, wanted2) {
  const at2 = wanted2.committedAt ?? wanted2.at;
  const writer = userOf2(world.github, pull.author);
  const author = signed(wanted2.method === "squash" && writer !== null ? writer : by, at2);
  const message = wanted2.message ?? messages[wanted2.method](pull);
  const committer = { ...github, at: at2 };
  return merges2[wanted2.method](repository, { base, head: pull.head.oid, message, author, committer });
}
var messages = {
  merge: (pull) => `Merge pull request #${pull.number} from ${pull.head.branch}

${pull.title}`,
  squash: (pull) => `${pull.title} (#${pull.number})`,
  rebase: (pull) => pull.title
};
var signed = (user5, at2) => ({ name: user5.name, email: user5.email, at: at2 });
function landed(world, repository, pull, base, by, at2) {
  const ref = `refs/heads/${pull.base}`;
  setRef(repository, ref, pull.mergeCommit);
  const next = withPull(world, repository.id, pull.number, merged(repository, pull, base, by, at2));
  return afterPush(next, repository.id, [{ ref, before: base, after: pull.mergeCommit }], by, at2);
}
function merged(repository, pull, base, by, at2) {
  const { mergeCommit: mergeCommit2 } = pull;
  const came = commitsBetween(repository, base, mergeCommit2);
  return {
    state: "merged",
    mergedAt: at2,
    closedAt: at2,
    updatedAt: at2,
    mergedBy: by.id,
    mergeCommit: mergeCommit2,
    landed: came,
    baseOid: base
  };
}

// src/sandbox/github/actions/pulls.ts
function openPull(world, wanted2) {
  const repository = theRepository(world, wanted2.repository);
  const source = theRepository(world, wanted2.fork ?? wanted2.repository);
  const base = wanted2.base ?? repository.defaultBranch;
  const number = nextNumber(repository);
  const taken2 = takeId(world);
  const oid = bring(repository, source, number, must(headOf(source, wanted2.head), `branch ${wanted2.head}`));
  const head = { repository: source.id, branch: wanted2.head, oid };
  const pull = {
    id: taken2.id,
    number,
    title: wanted2.title,
    body: wanted2.body ?? "",
    author: theUser(world, wanted2.author).id,
    draft: wanted2.draft ?? false,
    state: "open",
    base,
    ...newHead(repository, { base, head, baseOid: must(headOf(repository, base), `branch ${base}`) }, oid),
    landed: [],
    createdAt: wanted2.at,
    updatedAt: wanted2.at,
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommit: null,
    reviews: [],
    requestedReviewers: [],
    labels: [],
    events: []
  };
  return withRepository(taken2.world, repository.id, { pulls: [...repository.pulls, pull] });
}
function closePull(world, on2) {
  return changePull(world, on2, { state: "closed", closedAt: on2.at, events: withEvent(world, on2, "closed") });
}
function reopenPull(world, on2) {
  return changePull(world, on2, { state: "open", closedAt: null, events: withEvent(world, on2, "reopened") });
}
var withEvent = (world, on2, is) => [
  ...thePull(world, on2.repository, on2.pull).events,
  { is, at: on2.at }
];
function retarget(world, on2) {
  const repository = theRepository(world, on2.repository);
  const pull = thePull(world, on2.repository, on2.pull);
  return changePull(world, on2, { base: on2.base, ...newHead(repository, { ...pull, base: on2.base }, pull.head.oid) });
}
function changePull(world, on2, change) {
  thePull(world, on2.repository, on2.pull);
  return withPull(world, theRepository(world, on2.repository).id, on2.pull, { ...change, updatedAt: on2.at });
}

// src/sandbox/github/actions/reviews.ts
function review(world, wanted2) {
  const pull = thePull(world, wanted2.repository, wanted2.pull);
  const taken2 = takeId(world);
  const user5 = theUser(world, wanted2.user).id;
  const said = {
    id: taken2.id,
    user: user5,
    state: wanted2.state,
    body: wanted2.body ?? "",
    submittedAt: wanted2.at,
    commit: wanted2.commit === void 0 ? pull.head.oid : wanted2.commit
  };
  const requestedReviewers = pull.requestedReviewers.filter((one4) => one4 !== user5);
  return changePull(taken2.world, wanted2, { reviews: [...pull.reviews, said], requestedReviewers });
}
function comment(world, wanted2) {
  const repository = theRepository(world, wanted2.repository);
  const taken2 = takeId(world);
  const said = {
    id: taken2.id,
    number: wanted2.number,
    author: theUser(world, wanted2.author).id,
    body: wanted2.body,
    createdAt: wanted2.at,
    updatedAt: wanted2.at
  };
  return withRepository(taken2.world, repository.id, { comments: [...repository.comments, said] });
}
function openIssue(world, wanted2) {
  const repository = theRepository(world, wanted2.repository);
  const taken2 = takeId(world);
  const issue = {
    id: taken2.id,
    number: nextNumber(repository),
    title: wanted2.title,
    body: wanted2.body,
    author: theUser(world, wanted2.author).id,
    state: "open",
    labels: wanted2.labels ?? [],
    createdAt: wanted2.at,
    updatedAt: wanted2.at,
    closedAt: null,
    edits: []
  };
  return withRepository(taken2.world, repository.id, { issues: [...repository.issues, issue] });
}
function editIssue(world, wanted2) {
  const repository = theRepository(world, wanted2.repository);
  must(
    repository.issues.find((one4) => one4.number === wanted2.issue),
    `issue ${wanted2.issue}`
  );
  const edit = { by: theUser(world, wanted2.by).id, at: wanted2.at };
  return withRepository(world, repository.id, {
    issues: repository.issues.map(
      (one4) => one4.number === wanted2.issue ? { ...one4, body: wanted2.body, edits: [...one4.edits, edit], updatedAt: wanted2.at } : one4
    )
  });
}

// src/sandbox/okta/rates.ts
var MINUTE = 60;
var WORKFORCE = {
  "/api/v1/apps": 100,
  "/api/v1/apps/{appId}": 500,
  "/api/v1/groups": 500,
  "/api/v1/groups/{groupId}": 1e3,
  "/api/v1/users": 600,
  "/api/v1/users/{id}": 2e3,
  "/api/v1": 1200
};
var SHARE = 0.5;
function bucketOf(path2) {
  if (/^\/api\/v1\/apps(\/[^/]+\/.+)?$/.test(path2)) return "/api/v1/apps";
  if (/^\/api\/v1\/apps\/[^/]+$/.test(path2)) return "/api/v1/apps/{appId}";
  if (/^\/api\/v1\/groups$/.test(path2)) return "/api/v1/groups";
  if (/^\/api\/v1\/groups\/[^/]+$/.test(path2)) return "/api/v1/groups/{groupId}";
  if (/^\/api\/v1\/users$/.test(path2)) return "/api/v1/users";
  if (/^\/api\/v1\/users\/[^/]+$/.test(path2)) return "/api/v1/users/{id}";
  return "/api/v1";
}
function counted(okta2, path2, now) {
  const bucket = bucketOf(path2);
  const whole3 = okta2.limits[bucket];
  if (whole3 === void 0) return { okta: okta2, refusal: null, headers: {} };
  const limit = Math.floor(whole3 * SHARE);
  const before = okta2.used[bucket];
  const used = before !== void 0 && now < before.since + MINUTE ? before : { since: now, count: 0 };
  const count = used.count + 1;
  const headers = {
    "x-rate-limit-limit": String(limit),
    "x-rate-limit-remaining": String(Math.max(0, limit - count)),
    "x-rate-limit-reset": String(used.since + MINUTE)
  };
  return {
    okta: { ...okta2, used: { ...okta2.used, [bucket]: { since: used.since, count } } },
    refusal: count > limit ? refused(429, "E0000047", "API call exceeded rate limit due to too many requests.") : null,
    headers
  };
}

// src/sandbox/okta/build.ts
var numbered = (prefix4, at2) => `${prefix4}${String(at2 + 1).padStart(17, "0")}`;
var userOf3 = (draft, at2, now) => {
  const [first2 = ""] = draft.email.split("@");
  const profile = { login: draft.email, email: draft.email, firstName: first2, lastName: "Harbor", ...draft.profile };
  return { id: numbered("00u", at2), status: draft.status ?? "ACTIVE", profile, created: now, changed: now };
};
var text = { title: "Text", type: "string", scope: "NONE", master: { type: "PROFILE_MASTER" } };
var baseSchema = (roles4) => ({
  email: text,
  ...roles4 === null ? {} : {
    role: { ...text, title: "Role", enum: roles4 },
    samlRoles: {
      title: "SAML User Roles",
      type: "array",
      scope: "NONE",
      union: "ENABLE",
      master: { type: "OKTA" },
      items: { type: "string", enum: roles4 }
    }
  }
});
function appFor(draft, users2, groups3, now) {
  const { id, name: name2 = "amazon_aws", label = "AWS Account Federation", status = "ACTIVE" } = draft;
  return {
    id,
    name: name2,
    label,
    status,
    signOnMode: "SAML_2_0",
    features: draft.roles === null ? [] : ["IMPORT_USER_SCHEMA", "PUSH_PROFILE_UPDATES"],
    settings: {
      appFilter: "okta",
      awsEnvironmentType: "aws.amazon",
      groupFilter: "aws_(?{{accountid}}\\d+)_(?{{role}}[a-zA-Z0-9+=,.@\\-_]+)",
      joinAllRoles: true,
      loginURL: "https://console.aws.amazon.com/ec2/home",
      sessionDuration: 3600,
      useGroupMapping: false,
      ...draft.settings
    },
    schema: { base: baseSchema(draft.roles), custom: draft.custom ?? {} },
    users: Object.entries(draft.users ?? {}).map(([email, roles4]) => {
      const user5 = users2.find(({ profile }) => profile["login"] === email);
      if (user5 === void 0) throw new Error(`nobody in Okta is called ${email}`);
      return {
        id: user5.id,
        scope: "USER",
        userName: email,
        profile: { email, samlRoles: roles4 },
        created: now,
        changed: now
      };
    }),
    groups: Object.entries(draft.groups ?? {}).map(([called, roles4]) => {
      const group3 = groups3.find(({ profile }) => profile["name"] === called);
      if (group3 === void 0) throw new Error(`Okta has no group ${called}`);
      return { id: group3.id, profile: { samlRoles: roles4 } };
    }),
    created: now,
    changed: now
  };
}
function okta(draft, now) {
  const users2 = draft.users.map((one4, at2) => userOf3(one4, at2, now));
  const idOf = (email) => {
    const user5 = users2.find(({ profile }) => profile["login"] === email);
    if (user5 === void 0) throw new Error(`nobody in Okta is called ${email}`);
    return user5.id;
  };
  const groups3 = draft.groups.map(
    (one4, at2) => ({
      id: numbered("00g", at2),
      type: one4.type ?? "OKTA_GROUP",
      profile: { name: one4.name },
      members: (one4.members ?? []).map(idOf),
      adminRoles: one4.adminRoles ?? [],
      created: now,
      membersChanged: now
    })
  );
  const rules2 = draft.groups.flatMap(
    (one4, at2) => one4.filledByRule === true ? [{ id: numbered("0pr", at2), name: `fills ${one4.name}`, status: "ACTIVE", groups: [groups3[at2]?.id ?? ""] }] : []
  );
  return {
    host: draft.host,
    users: users2,
    groups: groups3,
    rules: rules2,
    apps: (draft.apps ?? []).map((one4) => appFor(one4, users2, groups3, now)),
    clients: draft.clients ?? [],
    accessTokens: [],
    apiTokens: draft.apiTokens ?? [],
    limits: draft.limits ?? WORKFORCE,
    used: {},
    ...draft.pageSize === void 0 ? {} : { pageSize: draft.pageSize }
  };
}
var groupNamed = ({ groups: groups3 }, name2) => {
  const group3 = groups3.find(({ profile }) => profile["name"] === name2);
  if (group3 === void 0) throw new Error(`Okta has no group ${name2}`);
  return group3;
};
var membersOf = (world, name2) => {
  const { members: members2 } = groupNamed(world, name2);
  return world.users.flatMap(({ id, profile }) => members2.includes(id) ? [String(profile["email"])] : []).sort();
};

// src/entry/commands/demo/bundle.ts
import { spawn as spawn2 } from "node:child_process";
import { mkdtemp as mkdtemp2, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join4 } from "node:path";

// src/entry/commands/demo/company.ts
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join3 } from "node:path";

// src/sandbox/aws/resource-explorer/world.ts
var regionOf = (arn) => arn.split(":")[3] || "global";
function typeOf(arn) {
  const [, , service = "", , , ...rest] = arn.split(":");
  const resource = rest.join(":");
  const named2 = /^([a-z][\w-]*)[/:]/i.exec(resource)?.[1];
  return `${service}:${named2 ?? { s3: "bucket", sqs: "queue", sns: "topic" }[service] ?? "resource"}`;
}
var indexed = (arn, more = {}) => ({
  arn,
  region: regionOf(arn),
  service: arn.split(":")[2] ?? "",
  type: typeOf(arn),
  tags: {},
  since: 0,
  ...more
});
function explorer(draft) {
  const regions = draft.regions ?? ["eu-west-1", "us-east-1"];
  const [home = "eu-west-1"] = regions;
  return {
    regions,
    indexes: draft.indexes ?? Object.fromEntries(
      regions.map((region) => [region, { type: region === home ? "AGGREGATOR" : "LOCAL", state: "ACTIVE" }])
    ),
    views: draft.views ?? [{ name: "daypass", region: home, filter: "", tags: true }],
    defaults: draft.defaults ?? { [home]: "daypass" },
    resources: Object.entries(draft.resources ?? {}).map(([arn, more]) => indexed(arn, more)),
    lag: draft.lag ?? 0
  };
}

// src/sandbox/github/safety.ts
var unprotected = {
  rulesets: [],
  protection: {},
  environments: [],
  secrets: [],
  actions: { pinned: false, token: "read", approves: false },
  disabled: {}
};

// src/sandbox/github/actions/people.ts
function addUser(world, wanted2) {
  const { id, login, type = "User", name: name2 = login } = wanted2;
  const email = wanted2.email ?? `${id}+${login}@users.noreply.github.com`;
  return withGithub(world, { users: [...world.github.users, { id, login, type, name: name2, email }] });
}
function addRepository(world, wanted2) {
  const [login = "", name2 = ""] = wanted2.name.split("/");
  const defaultBranch = wanted2.defaultBranch ?? "main";
  makeRepository(wanted2.gitDirectory, defaultBranch);
  const repository = {
    id: wanted2.id,
    owner: { login, id: wanted2.ownerId, type: wanted2.ownerType ?? "Organization" },
    name: name2,
    private: wanted2.visibility === "private",
    blocksMerges: false,
    defaultBranch,
    gitDirectory: wanted2.gitDirectory,
    forkOf: null,
    createdAt: wanted2.at,
    refUpdates: 0,
    collaborators: Object.entries(wanted2.collaborators ?? {}).map(([person, role4]) => ({
      user: theUser(world, person).id,
      role: role4
    })),
    pulls: [],
    issues: [],
    comments: [],
    labels: [],
    checkRuns: [],
    reactions: [],
    dispatches: [],
    safety: unprotected
  };
  return withGithub(world, { repositories: [...world.github.repositories, repository] });
}
function addToken(world, wanted2) {
  const actor2 = theUser(world, wanted2.actor ?? actionsBot.login).id;
  const { token, permissions: permissions2, repositories = "all" } = wanted2;
  return withGithub(world, { tokens: [...world.github.tokens, { token, actor: actor2, permissions: permissions2, repositories }] });
}
function addJob(world, wanted2) {
  const repository = theRepository(world, wanted2.repository);
  const actor2 = theUser(world, wanted2.actor);
  const { owner, name: name2 } = repository;
  const named2 = wanted2.subject === "names and ids" ? `${owner.login}@${owner.id}/${name2}@${repository.id}` : `${owner.login}/${name2}`;
  const context = wanted2.environment === void 0 ? `ref:${wanted2.ref}` : `environment:${wanted2.environment}`;
  const claims = {
    sub: `repo:${named2}:${context}`,
    repository: `${owner.login}/${name2}`,
    repository_id: String(repository.id),
    repository_owner: owner.login,
    repository_owner_id: String(owner.id),
    repository_visibility: repository.private ? "private" : "public",
    ref: wanted2.ref,
    ref_type: "branch",
    ...wanted2.environment === void 0 ? {} : { environment: wanted2.environment },
    workflow_ref: wanted2.workflowRef,
    ...wanted2.jobWorkflowRef === void 0 ? {} : { job_workflow_ref: wanted2.jobWorkflowRef },
    actor: actor2.login,
    actor_id: String(actor2.id),
    run_id: String(wanted2.runId),
    run_attempt: "1",
    runner_environment: "github-hosted",
    ...wanted2.claims
  };
  return withGithub(world, { oidcJobs: { ...world.github.oidcJobs, [wanted2.requestToken]: claims } });
}

// src/sandbox/server.ts
import { createServer } from "node:http";

// src/sandbox/aws/caller.ts
var accessKeyOf = (arrival) => /^AWS4-HMAC-SHA256 .*\bCredential=([^/,\s]+)\//.exec(arrival.headers["authorization"] ?? "")?.[1] ?? null;
var callerOf = (aws, arrival, now) => {
  const key = accessKeyOf(arrival);
  if (key === null) return refuse.missingToken("Request is missing Authentication Token");
  const credential = own(aws.credentials, key);
  const unknown = refuse.unknownKey("The security token included in the request is invalid.");
  if (credential === void 0) return unknown;
  if (credential.kind === "session") {
    if (arrival.headers["x-amz-security-token"] !== credential.token) return unknown;
    if (credential.expires <= now) return refuse.expiredToken("The security token included in the request is expired");
  }
  const principal = principalOf(aws, { accessKeyId: key }, now);
  return principal === null ? unknown : { is: "caller", credential, principal };
};

// src/sandbox/aws/query.ts
var branch = () => ({ children: /* @__PURE__ */ new Map() });
var grow = (root, path2, text5) => {
  let at2 = root;
  for (const step of path2) {
    const next = at2.children.get(step) ?? branch();
    at2.children.set(step, next);
    at2 = next;
  }
  at2.text = text5;
};
var readBranch = (from) => {
  if (from.children.size === 0) return from.text ?? "";
  const members2 = from.children.get("member");
  if (members2 !== void 0 && from.children.size === 1)
    return [...members2.children].sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => readBranch(child));
  return Object.fromEntries([...from.children].map(([name2, child]) => [name2, readBranch(child)]));
};
var queryOf = (body) => {
  const fields = new URLSearchParams(body);
  const root = branch();
  for (const [name2, value] of fields) if (name2 !== "Action" && name2 !== "Version") grow(root, name2.split("."), value);
  const input = readBranch(root);
  return {
    action: fields.get("Action") ?? "",
    version: fields.get("Version") ?? "",
    input: typeof input === "object" && !Array.isArray(input) && isParameters(input) ? input : {}
  };
};
var isParameters = (value) => typeof value === "object" && !Array.isArray(value);
var textOf3 = (input, name2) => {
  const found3 = Object.hasOwn(input, name2) ? input[name2] : void 0;
  return typeof found3 === "string" ? found3 : void 0;
};
var text2 = (input, name2) => {
  const found3 = textOf3(input, name2);
  if (found3 === void 0) throw new Error(`The operation reads ${name2}, which its table does not require.`);
  return found3;
};
var textsOf2 = (input, name2) => {
  const found3 = Object.hasOwn(input, name2) ? input[name2] : void 0;
  return Array.isArray(found3) ? found3.filter((one4) => typeof one4 === "string") : [];
};
var structuresOf = (input, name2) => {
  const found3 = Object.hasOwn(input, name2) ? input[name2] : void 0;
  return Array.isArray(found3) ? found3.filter(isParameters) : [];
};
var tagsOf = (input) => Object.fromEntries(structuresOf(input, "Tags").map((tag) => [textOf3(tag, "Key") ?? "", textOf3(tag, "Value") ?? ""]));

// src/sandbox/aws/parameters.ts
var name = /^[\w+=,.@-]+$/;
var documentText = /^[\t\n\r\u0020-\u00FF]+$/;
var forms = {
  userName: { min: 1, max: 64, pattern: name },
  existingUserName: { min: 1, max: 128, pattern: name },
  groupName: { min: 1, max: 128, pattern: name },
  roleName: { min: 1, max: 64, pattern: name },
  policyName: { min: 1, max: 128, pattern: name },
  path: { min: 1, max: 512, pattern: /^(\/|\/[\u0021-\u007E]+\/)$/ },
  policyPath: { min: 1, max: 512, pattern: /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/ },
  pathPrefix: { min: 1, max: 512, pattern: /^\/[\u0021-\u007F]*$/ },
  arn: { min: 20, max: 2048 },
  document: { min: 1, max: 131072, pattern: documentText },
  sessionDocument: { min: 1, max: 2048, pattern: documentText },
  versionId: { pattern: /^v[1-9][0-9]*(\.[A-Za-z0-9-]*)?$/ },
  description: { max: 1e3 },
  maxSession: { from: 3600, to: 43200 },
  maxItems: { from: 1, to: 1e3 },
  marker: { min: 1, max: 320, pattern: /^[\u0020-\u00FF]+$/ },
  boolean: { oneOf: ["true", "false"] },
  entity: { oneOf: ["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"] },
  scope: { oneOf: ["All", "AWS", "Local"] },
  usage: { oneOf: ["PermissionsPolicy", "PermissionsBoundary"] },
  tagKey: { min: 1, max: 128, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u },
  tagValue: { max: 256, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u },
  sessionName: { min: 2, max: 64, pattern: /^[\w+=,.@-]*$/ },
  duration: { from: 900, to: 43200 },
  externalId: { min: 2, max: 1224, pattern: /^[\w+=,.@:/-]*$/ },
  webToken: { min: 4, max: 2e4 },
  /** A list of tag structures. */
  tags: {},
  tagKeys: {},
  entities: {},
  /** Parameters that are lists of structures with one `arn`. */
  policyArns: {},
  actionNames: { min: 3, max: 128 },
  resourceNames: { min: 1, max: 2048 },
  /** A list of structures: a condition key, its type, its values. */
  contextEntries: {}
};
var paging = { "Marker?": "marker", "MaxItems?": "maxItems" };
var complaint = (where, value, constraint) => refuse.validationError(
  `1 validation error detected: Value ${value} at '${where}' failed to satisfy constraint: Member must ${constraint}`
);
var lowerFirst = (text5) => text5.charAt(0).toLowerCase() + text5.slice(1);
var checkText = (where, value, form) => {
  const shown8 = `'${value}'`;
  const at2 = lowerFirst(where);
  if (form.from !== void 0 || form.to !== void 0) {
    if (!/^-?\d+$/.test(value)) return complaint(at2, shown8, "be a whole number");
    if (Number(value) < (form.from ?? 0))
      return complaint(at2, shown8, `have value greater than or equal to ${form.from}`);
    return Number(value) > (form.to ?? 0) ? complaint(at2, shown8, `have value less than or equal to ${form.to}`) : null;
  }
  const length = [...value].length;
  if (length < (form.min ?? 0)) return complaint(at2, shown8, `have length greater than or equal to ${form.min}`);
  if (form.max !== void 0 && length > form.max)
    return complaint(at2, shown8, `have length less than or equal to ${form.max}`);
  if (form.oneOf !== void 0 && !form.oneOf.includes(value))
    return complaint(at2, shown8, `satisfy enum value set: [${form.oneOf.join(", ")}]`);
  return form.pattern !== void 0 && !form.pattern.test(value) ? complaint(at2, shown8, `satisfy regular expression pattern: ${form.pattern.source}`) : null;
};
var firstOf = (checks) => checks.find((check) => check !== null) ?? null;
var listChecks = {
  tags: (where, input) => {
    const tags = structuresOf(input, where);
    const keys = tags.map((tag) => String(tag["Key"] ?? "").toLowerCase());
    const twice = keys.find((key, at2) => keys.indexOf(key) !== at2);
    if (twice !== void 0)
      return refuse.invalidInput(`Duplicate tag keys found. Please note that Tag keys are case insensitive. (${twice})`);
    return firstOf(
      tags.flatMap((tag, at2) => [
        checkText(`tags.${at2 + 1}.member.key`, String(tag["Key"] ?? ""), forms.tagKey),
        checkText(`tags.${at2 + 1}.member.value`, String(tag["Value"] ?? ""), forms.tagValue)
      ])
    );
  },
  tagKeys: (where, input) => firstOf(textsOf2(input, where).map((key) => checkText(where, key, forms.tagKey))),
  entities: (where, input) => firstOf(textsOf2(input, where).map((one4) => checkText(where, one4, forms.entity))),
  actionNames: (where, input) => firstOf(textsOf2(input, where).map((one4) => checkText(where, one4, forms.actionNames))),
  resourceNames: (where, input) => firstOf(textsOf2(input, where).map((one4) => checkText(where, one4, forms.resourceNames))),
  policyArns: () => null,
  contextEntries: () => null
};
var checkOne = (where, value, formName, input) => {
  const list6 = listChecks[formName];
  if (list6 !== void 0) return list6(where, input);
  return typeof value === "string" ? checkText(where, value, forms[formName]) : complaint(lowerFirst(where), "of a structure", "be text");
};
var checkParameters = (input, takes) => {
  const known2 = new Map(
    Object.entries(takes).map(([key, form]) => [key.replace(/\?$/, ""), { form, required: !key.endsWith("?") }])
  );
  const strange = Object.keys(input).find((given3) => !known2.has(given3));
  if (strange !== void 0) return refuse.notServed(`The sandbox does not serve the parameter ${strange}.`);
  return firstOf(
    [...known2].map(([parameter, { form, required }]) => {
      const value = Object.hasOwn(input, parameter) ? input[parameter] : void 0;
      if (value !== void 0) return checkOne(parameter, value, form, input);
      return required ? complaint(lowerFirst(parameter), "null", "not be null") : null;
    })
  );
};

// src/sandbox/aws/iam/account.ts
var getAccountSummary = ({ account: account3 }) => {
  const { quotas } = account3;
  const count = (things) => Object.keys(things).length;
  const versionsInUse = Object.values(account3.policies).reduce((sum, policy3) => sum + count(policy3.versions), 0);
  const entries2 = /* @__PURE__ */ new Map([
    ["Users", count(account3.users)],
    ["UsersQuota", quotas.users],
    ["Groups", count(account3.groups)],
    ["GroupsQuota", quotas.groups],
    ["Roles", count(account3.roles)],
    ["RolesQuota", quotas.roles],
    ["Policies", count(account3.policies)],
    ["PoliciesQuota", quotas.policies],
    ["PolicyVersionsInUse", versionsInUse],
    ["PolicyVersionsInUseQuota", 1e4],
    ["Providers", account3.oidcProviders.length],
    ["GroupsPerUserQuota", quotas.groupsPerUser],
    ["AttachedPoliciesPerUserQuota", quotas.attachedPerUser],
    ["AttachedPoliciesPerGroupQuota", quotas.attachedPerGroup],
    ["AttachedPoliciesPerRoleQuota", quotas.attachedPerRole],
    ["VersionsPerPolicyQuota", quotas.versionsPerPolicy],
    ["PolicySizeQuota", quotas.policySize],
    ["UserPolicySizeQuota", quotas.userInlineSize],
    ["GroupPolicySizeQuota", quotas.groupInlineSize],
    ["RolePolicySizeQuota", quotas.roleInlineSize],
    ["AssumeRolePolicySizeQuota", quotas.trustSize]
  ]);
  return done(account3, { SummaryMap: { entries: entries2 } });
};
var listAliases = ({ account: account3 }) => done(account3, { AccountAliases: account3.alias === void 0 ? [] : [account3.alias], IsTruncated: false });
var accountOperations = {
  GetAccountSummary: { writes: false, takes: {}, run: getAccountSummary },
  ListAccountAliases: { writes: false, takes: { ...paging }, run: listAliases }
};

// src/sandbox/aws/page.ts
var defaultItems = 100;
var pageOf = (items, input, pageSize) => {
  const marker = textOf3(input, "Marker");
  const from = marker === void 0 ? 0 : Number(
    Buffer.from(marker, "base64url").toString().replace(/^from:/, "")
  );
  if (!Number.isInteger(from) || from < 0) return refuse.validationError("Invalid Marker.");
  const to = from + Math.min(Number(textOf3(input, "MaxItems") ?? defaultItems), pageSize);
  const truncated = to < items.length;
  return {
    is: "page",
    items: items.slice(from, to),
    more: truncated ? { IsTruncated: true, Marker: Buffer.from(`from:${to}`).toString("base64url") } : { IsTruncated: false }
  };
};

// src/sandbox/aws/xml.ts
import { createHash as createHash3 } from "node:crypto";
var namespaces = {
  iam: "https://iam.amazonaws.com/doc/2010-05-08/",
  sts: "https://sts.amazonaws.com/doc/2011-06-15/"
};
var entities = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#xD;"
};
var escaped = (value) => value.replace(/[&<>"\r]/g, (found3) => entities[found3] ?? found3);
var isMap = (value) => value["entries"] instanceof Map;
var inside = (value) => {
  if (value === void 0) return "";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (isList(value)) return value.map((one4) => element("member", one4)).join("");
  if (isMap(value))
    return [...value.entries].map(([key, one4]) => `<entry><key>${escaped(key)}</key><value>${escaped(String(one4))}</value></entry>`).join("");
  return Object.entries(value).map(([name2, one4]) => element(name2, one4)).join("");
};
var isList = (value) => Array.isArray(value);
var element = (name2, value) => value === void 0 ? "" : `<${name2}>${inside(value)}</${name2}>`;
var requestId = (seed) => {
  const hex2 = createHash3("sha256").update(seed).digest("hex");
  return `${hex2.slice(0, 8)}-${hex2.slice(8, 12)}-4${hex2.slice(13, 16)}-8${hex2.slice(17, 20)}-${hex2.slice(20, 32)}`;
};
var reply = (status, id, body) => ({
  status,
  headers: { "content-type": "text/xml", "x-amzn-requestid": id },
  body
});
var answered = (service, op, output, id) => {
  const result2 = output === void 0 ? "" : element(`${op}Result`, output);
  const xmlns = namespaces[service] ?? "";
  return reply(
    200,
    id,
    `<${op}Response xmlns="${xmlns}">${result2}<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></${op}Response>`
  );
};
var refused2 = (service, refusal3, id) => {
  const { status, code, message } = refusal3;
  const type = status >= 500 ? "Receiver" : "Sender";
  const error = element("Error", { Type: type, Code: code, Message: message });
  return reply(
    status,
    id,
    `<ErrorResponse xmlns="${namespaces[service] ?? ""}">${error}<RequestId>${id}</RequestId></ErrorResponse>`
  );
};
var stamp = (seconds) => new Date(seconds * 1e3).toISOString().replace(".000Z", "Z");

// src/sandbox/aws/iam/shapes.ts
var urlEncoded = (document) => encodeURIComponent(document).replace(/[!'()*]/g, (found3) => `%${found3.charCodeAt(0).toString(16).toUpperCase()}`);
var tagList = (tags) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
var tagMember = (tags) => Object.keys(tags).length === 0 ? {} : { Tags: tagList(tags) };
var attachedList = (arns) => arns.map((arn) => ({ PolicyName: nameInArn(arn), PolicyArn: arn }));
var boundaryMember = (arn) => arn === void 0 ? {} : { PermissionsBoundary: { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: arn } };
var userCore = (aws, account3, name2, user5) => ({
  Path: user5.path,
  UserName: name2,
  UserId: user5.id,
  Arn: iamArn(aws.partition, account3, "user", user5.path, name2),
  CreateDate: stamp(user5.created)
});
var groupCore = (aws, account3, name2, group3) => ({
  Path: group3.path,
  GroupName: name2,
  GroupId: group3.id,
  Arn: iamArn(aws.partition, account3, "group", group3.path, name2),
  CreateDate: stamp(group3.created)
});
var roleCore = (aws, account3, name2, role4) => ({
  Path: role4.path,
  RoleName: name2,
  RoleId: role4.id,
  Arn: iamArn(aws.partition, account3, "role", role4.path, name2),
  CreateDate: stamp(role4.created),
  AssumeRolePolicyDocument: urlEncoded(role4.trust)
});
var roleExtras = (role4) => ({
  ...role4.description === void 0 ? {} : { Description: role4.description },
  MaxSessionDuration: role4.maxSession
});
var usesOf = (account3, arn) => {
  const users2 = Object.values(account3.users);
  const roles4 = Object.values(account3.roles);
  const holders = [...users2, ...roles4, ...Object.values(account3.groups)];
  return {
    attached: holders.filter((holder2) => holder2.attached.includes(arn)).length,
    boundaries: [...users2, ...roles4].filter((holder2) => holder2.boundary === arn).length
  };
};
var policyCore = (account3, { arn, name: name2, policy: policy3 }) => {
  const uses = usesOf(account3, arn);
  return {
    PolicyName: name2,
    PolicyId: policy3.id,
    Arn: arn,
    Path: policy3.path,
    DefaultVersionId: policy3.default,
    AttachmentCount: uses.attached,
    PermissionsBoundaryUsageCount: uses.boundaries,
    IsAttachable: true,
    CreateDate: stamp(policy3.created),
    UpdateDate: stamp(policy3.updated)
  };
};
var newestFirst = (a, b) => Number(b.slice(1)) - Number(a.slice(1));
var versionIds = (policy3) => Object.keys(policy3.versions).sort(newestFirst);
var versionCore = (policy3, id) => ({
  VersionId: id,
  IsDefaultVersion: policy3.default === id,
  CreateDate: stamp(own(policy3.versions, id)?.created ?? 0)
});
var versionWhole = (policy3, id) => ({
  Document: urlEncoded(own(policy3.versions, id)?.document ?? ""),
  ...versionCore(policy3, id)
});

// src/sandbox/aws/iam/details.ts
var inlineList = (inline) => Object.entries(inline).map(([PolicyName, document]) => ({ PolicyName, PolicyDocument: urlEncoded(document) }));
var attached = (holder2) => ({ AttachedManagedPolicies: attachedList(holder2.attached) });
var users = ({ aws, account: account3 }) => Object.entries(account3.users).map(([name2, user5]) => ({
  list: "UserDetailList",
  shown: () => ({
    ...userCore(aws, account3.id, name2, user5),
    UserPolicyList: inlineList(user5.inline),
    GroupList: user5.groups,
    ...attached(user5),
    ...boundaryMember(user5.boundary),
    Tags: tagList(user5.tags)
  })
}));
var groups2 = ({ aws, account: account3 }) => Object.entries(account3.groups).map(([name2, group3]) => ({
  list: "GroupDetailList",
  shown: () => ({
    ...groupCore(aws, account3.id, name2, group3),
    GroupPolicyList: inlineList(group3.inline),
    ...attached(group3)
  })
}));
var roles2 = ({ aws, account: account3 }) => Object.entries(account3.roles).map(([name2, role4]) => ({
  list: "RoleDetailList",
  shown: () => ({
    ...roleCore(aws, account3.id, name2, role4),
    InstanceProfileList: [],
    RolePolicyList: inlineList(role4.inline),
    ...attached(role4),
    ...boundaryMember(role4.boundary),
    Tags: tagList(role4.tags)
  })
}));
var policyEntry = ({ account: account3 }, found3) => ({
  list: "Policies",
  shown: () => ({
    ...policyCore(account3, found3),
    PolicyVersionList: versionIds(found3.policy).map((id) => versionWhole(found3.policy, id))
  })
});
var localPolicies = (asked2) => Object.entries(asked2.account.policies).map(
  ([name2, policy3]) => policyEntry(asked2, {
    arn: iamArn(asked2.aws.partition, asked2.account.id, "policy", policy3.path, name2),
    name: name2,
    policy: policy3,
    keeper: "customer"
  })
);
var awsPolicies = (asked2) => Object.keys(asked2.aws.managed).filter((arn) => {
  const uses = usesOf(asked2.account, arn);
  return uses.attached + uses.boundaries > 0;
}).flatMap((arn) => {
  const found3 = policyAt(asked2.aws, asked2.account, arn);
  return found3 === null ? [] : [policyEntry(asked2, found3)];
});
var sources = {
  User: users,
  Group: groups2,
  Role: roles2,
  LocalManagedPolicy: localPolicies,
  AWSManagedPolicy: awsPolicies
};
var getDetails = (asked2) => {
  const filter = textsOf2(asked2.input, "Filter");
  const entries2 = Object.entries(sources).filter(([kind]) => filter.length === 0 || filter.includes(kind)).flatMap(([, source]) => source(asked2));
  const page = pageOf(entries2, asked2.input, asked2.aws.pageSize);
  if (page.is === "refused") return page;
  const of = (list6) => page.items.filter((entry) => entry.list === list6).map((entry) => entry.shown());
  return done(asked2.account, {
    UserDetailList: of("UserDetailList"),
    GroupDetailList: of("GroupDetailList"),
    RoleDetailList: of("RoleDetailList"),
    Policies: of("Policies"),
    ...page.more
  });
};
var detailOperations = {
  GetAccountAuthorizationDetails: { writes: false, takes: { "Filter?": "entities", ...paging }, run: getDetails }
};

// src/sandbox/aws/iam/aims.ts
var resourceTags = (tags) => ({
  ...tagKeys("aws:ResourceTag", tags),
  ...tagKeys("iam:ResourceTag", tags)
});
var requestTags = (asked2) => {
  const tags = tagsOf(asked2.input);
  const keys = [...Object.keys(tags), ...textsOf2(asked2.input, "TagKeys")];
  return { ...tagKeys("aws:RequestTag", tags), ...keys.length === 0 ? {} : { "aws:TagKeys": keys } };
};
var boundary = (arn) => arn === void 0 ? {} : { "iam:PermissionsBoundary": arn };
var policyArn = (asked2) => {
  const arn = textOf3(asked2.input, "PolicyArn");
  return arn === void 0 ? {} : { "iam:PolicyARN": arn };
};
var userAim = (asked2) => {
  const { aws, account: account3, input } = asked2;
  const name2 = textOf3(input, "UserName");
  if (name2 === void 0) return { resource: asked2.caller.lastingArn };
  const user5 = own(account3.users, name2);
  return {
    resource: iamArn(aws.partition, account3.id, "user", user5?.path ?? "/", name2),
    context: {
      ...resourceTags(user5?.tags ?? {}),
      ...boundary(user5?.boundary),
      ...policyArn(asked2),
      ...requestTags(asked2)
    }
  };
};
var groupAim = (asked2) => {
  const { aws, account: account3, input } = asked2;
  const name2 = text2(input, "GroupName");
  const path2 = own(account3.groups, name2)?.path ?? "/";
  return { resource: iamArn(aws.partition, account3.id, "group", path2, name2), context: policyArn(asked2) };
};
var roleAim = (asked2) => {
  const { aws, account: account3, input } = asked2;
  const name2 = text2(input, "RoleName");
  const role4 = own(account3.roles, name2);
  return {
    resource: iamArn(aws.partition, account3.id, "role", role4?.path ?? "/", name2),
    context: {
      ...resourceTags(role4?.tags ?? {}),
      ...boundary(textOf3(input, "PermissionsBoundary") ?? role4?.boundary),
      ...policyArn(asked2),
      ...requestTags(asked2)
    }
  };
};
var policyAim = (asked2) => {
  const arn = text2(asked2.input, "PolicyArn");
  const found3 = policyAt(asked2.aws, asked2.account, arn);
  return { resource: arn, context: { ...resourceTags(found3?.policy.tags ?? {}), ...requestTags(asked2) } };
};
var newAim = (thing, nameParameter, tagAction) => (asked2) => {
  const { aws, account: account3, input } = asked2;
  const resource = iamArn(aws.partition, account3.id, thing, textOf3(input, "Path") ?? "/", text2(input, nameParameter));
  return {
    resource,
    context: { ...requestTags(asked2), ...boundary(textOf3(input, "PermissionsBoundary")) },
    also: Object.keys(tagsOf(input)).length === 0 ? [] : [tagAction]
  };
};

// src/sandbox/aws/iam/groups.ts
var membersOf2 = (account3, group3) => Object.entries(account3.users).filter(([, user5]) => user5.groups.includes(group3));
var createGroup = (asked2) => {
  const { aws, account: account3, input, now } = asked2;
  const name2 = text2(input, "GroupName");
  if (taken(account3.groups, name2)) return refuse.entityAlreadyExists(`Group with name ${name2} already exists.`);
  if (Object.keys(account3.groups).length >= account3.quotas.groups)
    return refuse.limitExceeded(`Cannot exceed quota for GroupsPerAccount: ${account3.quotas.groups}`);
  const path2 = textOf3(input, "Path") ?? "/";
  const group3 = { path: path2, id: asked2.newId("AGPA"), created: now, inline: {}, attached: [] };
  return done(
    { ...account3, groups: having(account3.groups, name2, group3) },
    { Group: groupCore(aws, account3.id, name2, group3) }
  );
};
var deleteGroup = ({ account: account3, input }) => {
  const name2 = text2(input, "GroupName");
  const group3 = own(account3.groups, name2);
  if (group3 === void 0) return noGroup(name2);
  if (membersOf2(account3, name2).length > 0)
    return refuse.deleteConflict("Cannot delete entity, must remove users from group first.");
  if (Object.keys(group3.inline).length > 0)
    return refuse.deleteConflict("Cannot delete entity, must delete policies first.");
  if (group3.attached.length > 0) return refuse.deleteConflict("Cannot delete entity, must detach all policies first.");
  return done({ ...account3, groups: lacking(account3.groups, name2) });
};
var getGroup = ({ aws, account: account3, input }) => {
  const name2 = text2(input, "GroupName");
  const group3 = own(account3.groups, name2);
  if (group3 === void 0) return noGroup(name2);
  const page = pageOf(membersOf2(account3, name2), input, aws.pageSize);
  if (page.is === "refused") return page;
  const users2 = page.items.map(([one4, user5]) => userCore(aws, account3.id, one4, user5));
  return done(account3, { Group: groupCore(aws, account3.id, name2, group3), Users: users2, ...page.more });
};
var listGroups = ({ aws, account: account3, input }) => {
  const prefix4 = textOf3(input, "PathPrefix") ?? "/";
  const groups3 = Object.entries(account3.groups).filter(([, group3]) => group3.path.startsWith(prefix4));
  const page = pageOf(groups3, input, aws.pageSize);
  if (page.is === "refused") return page;
  return done(account3, {
    Groups: page.items.map(([name2, group3]) => groupCore(aws, account3.id, name2, group3)),
    ...page.more
  });
};
var listGroupsForUser = ({ aws, account: account3, input }) => {
  const name2 = text2(input, "UserName");
  const user5 = own(account3.users, name2);
  if (user5 === void 0) return noUser(name2);
  const page = pageOf(user5.groups, input, aws.pageSize);
  if (page.is === "refused") return page;
  const groups3 = page.items.flatMap((one4) => {
    const group3 = own(account3.groups, one4);
    return group3 === void 0 ? [] : [groupCore(aws, account3.id, one4, group3)];
  });
  return done(account3, { Groups: groups3, ...page.more });
};
var addUserToGroup = ({ account: account3, input }) => {
  const groupName = text2(input, "GroupName");
  const userName = text2(input, "UserName");
  if (own(account3.groups, groupName) === void 0) return noGroup(groupName);
  const user5 = own(account3.users, userName);
  if (user5 === void 0) return noUser(userName);
  if (user5.groups.includes(groupName)) return done(account3);
  if (user5.groups.length >= account3.quotas.groupsPerUser)
    return refuse.limitExceeded(`Cannot exceed quota for GroupsPerUser: ${account3.quotas.groupsPerUser}`);
  return done({ ...account3, users: having(account3.users, userName, { ...user5, groups: [...user5.groups, groupName] }) });
};
var removeUserFromGroup = ({ account: account3, input }) => {
  const groupName = text2(input, "GroupName");
  const userName = text2(input, "UserName");
  if (own(account3.groups, groupName) === void 0) return noGroup(groupName);
  const user5 = own(account3.users, userName);
  if (user5 === void 0) return noUser(userName);
  if (!user5.groups.includes(groupName)) return done(account3);
  const groups3 = user5.groups.filter((one4) => one4 !== groupName);
  return done({ ...account3, users: having(account3.users, userName, { ...user5, groups: groups3 }) });
};
var membership = { GroupName: "groupName", UserName: "existingUserName" };
var groupOperations = {
  CreateGroup: {
    writes: true,
    takes: { GroupName: "groupName", "Path?": "path" },
    aim: newAim("group", "GroupName", ""),
    run: createGroup
  },
  DeleteGroup: { writes: true, takes: { GroupName: "groupName" }, aim: groupAim, run: deleteGroup },
  GetGroup: { writes: false, takes: { GroupName: "groupName", ...paging }, aim: groupAim, run: getGroup },
  ListGroups: { writes: false, takes: { "PathPrefix?": "pathPrefix", ...paging }, run: listGroups },
  ListGroupsForUser: {
    writes: false,
    takes: { UserName: "existingUserName", ...paging },
    aim: userAim,
    run: listGroupsForUser
  },
  AddUserToGroup: { writes: true, takes: membership, aim: groupAim, run: addUserToGroup },
  RemoveUserFromGroup: { writes: true, takes: membership, aim: groupAim, run: removeUserFromGroup }
};

// src/sandbox/aws/iam/protected.ts
var keptPaths = ["/aws-service-role/", "/aws-reserved/"];
var protectedRole = (account3, name2) => {
  const path2 = own(account3.roles, name2)?.path ?? "/";
  return keptPaths.some((kept2) => path2.startsWith(kept2)) ? refuse.unmodifiableEntity(
    `Cannot perform the operation on the protected role '${name2}' - this role is only modifiable by AWS`
  ) : null;
};

// src/sandbox/aws/iam/holders.ts
var user2 = {
  word: "User",
  parameter: "UserName",
  form: "existingUserName",
  aim: userAim,
  find: (account3, name2) => own(account3.users, name2),
  change: (account3, name2, policies) => {
    const found3 = own(account3.users, name2);
    return found3 === void 0 ? account3 : { ...account3, users: having(account3.users, name2, { ...found3, ...policies }) };
  },
  missing: noUser,
  guard: () => null,
  inlineQuota: "userInlineSize",
  attachedQuota: { key: "attachedPerUser", shown: "PoliciesPerUser" }
};
var group2 = {
  word: "Group",
  parameter: "GroupName",
  form: "groupName",
  aim: groupAim,
  find: (account3, name2) => own(account3.groups, name2),
  change: (account3, name2, policies) => {
    const found3 = own(account3.groups, name2);
    return found3 === void 0 ? account3 : { ...account3, groups: having(account3.groups, name2, { ...found3, ...policies }) };
  },
  missing: noGroup,
  guard: () => null,
  inlineQuota: "groupInlineSize",
  attachedQuota: { key: "attachedPerGroup", shown: "PoliciesPerGroup" }
};
var role2 = {
  word: "Role",
  parameter: "RoleName",
  form: "roleName",
  aim: roleAim,
  find: (account3, name2) => own(account3.roles, name2),
  change: (account3, name2, policies) => {
    const found3 = own(account3.roles, name2);
    return found3 === void 0 ? account3 : { ...account3, roles: having(account3.roles, name2, { ...found3, ...policies }) };
  },
  missing: noRole,
  guard: protectedRole,
  inlineQuota: "roleInlineSize",
  attachedQuota: { key: "attachedPerRole", shown: "PoliciesPerRole" }
};
var onHolder = (kind, access, run2) => (asked2) => {
  const name2 = text2(asked2.input, kind.parameter);
  const holder2 = kind.find(asked2.account, name2);
  if (holder2 === void 0) return kind.missing(name2);
  return (access === "write" ? kind.guard(asked2.account, name2) : null) ?? run2(asked2, name2, holder2);
};
var noInline = (kind, name2, policy3) => refuse.noSuchEntity(`The ${kind.word.toLowerCase()} policy with name ${policy3} cannot be found for ${name2}.`);
var put2 = (kind) => onHolder(kind, "write", ({ account: account3, input }, name2, holder2) => {
  const document = text2(input, "PolicyDocument");
  const bad = checkDocument(document, "identity");
  if (bad !== null) return bad;
  const inline = having(holder2.inline, text2(input, "PolicyName"), document);
  const quota = account3.quotas[kind.inlineQuota];
  const size = Object.values(inline).reduce((sum, one4) => sum + sizeOf(one4), 0);
  if (size > quota)
    return refuse.limitExceeded(
      `Maximum policy size of ${quota} bytes exceeded for ${kind.word.toLowerCase()} ${name2}`
    );
  return done(kind.change(account3, name2, { inline }));
});
var get5 = (kind) => onHolder(kind, "read", ({ account: account3, input }, name2, holder2) => {
  const policy3 = text2(input, "PolicyName");
  const document = own(holder2.inline, policy3);
  return document === void 0 ? noInline(kind, name2, policy3) : done(account3, { [kind.parameter]: name2, PolicyName: policy3, PolicyDocument: urlEncoded(document) });
});
var remove2 = (kind) => onHolder(kind, "write", ({ account: account3, input }, name2, holder2) => {
  const policy3 = text2(input, "PolicyName");
  return own(holder2.inline, policy3) === void 0 ? noInline(kind, name2, policy3) : done(kind.change(account3, name2, { inline: lacking(holder2.inline, policy3) }));
});
var listInline = (kind) => onHolder(kind, "read", ({ aws, account: account3, input }, _name, holder2) => {
  const page = pageOf(Object.keys(holder2.inline).sort(), input, aws.pageSize);
  return page.is === "refused" ? page : done(account3, { PolicyNames: page.items, ...page.more });
});
var attach = (kind) => onHolder(kind, "write", ({ aws, account: account3, input }, name2, holder2) => {
  const arn = text2(input, "PolicyArn");
  const bad = badArn(arn);
  if (bad !== null) return bad;
  if (policyAt(aws, account3, arn) === null) return noPolicy(arn);
  if (holder2.attached.includes(arn)) return done(account3);
  const { key, shown: shown8 } = kind.attachedQuota;
  if (holder2.attached.length >= account3.quotas[key])
    return refuse.limitExceeded(`Cannot exceed quota for ${shown8}: ${account3.quotas[key]}`);
  return done(kind.change(account3, name2, { attached: [...holder2.attached, arn] }));
});
var detach = (kind) => onHolder(kind, "write", ({ account: account3, input }, name2, holder2) => {
  const arn = text2(input, "PolicyArn");
  const bad = badArn(arn);
  if (bad !== null) return bad;
  if (!holder2.attached.includes(arn)) return refuse.noSuchEntity(`Policy ${arn} was not found.`);
  return done(kind.change(account3, name2, { attached: holder2.attached.filter((one4) => one4 !== arn) }));
});
var listAttached = (kind) => onHolder(kind, "read", ({ aws, account: account3, input }, _name, holder2) => {
  const prefix4 = textOf3(input, "PathPrefix") ?? "/";
  const shown8 = holder2.attached.filter((arn) => (policyAt(aws, account3, arn)?.policy.path ?? "/").startsWith(prefix4));
  const page = pageOf(shown8, input, aws.pageSize);
  return page.is === "refused" ? page : done(account3, { AttachedPolicies: attachedList(page.items), ...page.more });
});
var operationsOf = (kind) => {
  const { word, aim, parameter, form } = kind;
  const holder2 = { [parameter]: form };
  const inline = { ...holder2, PolicyName: "policyName" };
  const attached2 = { ...holder2, PolicyArn: "arn" };
  return {
    [`Put${word}Policy`]: { writes: true, takes: { ...inline, PolicyDocument: "document" }, aim, run: put2(kind) },
    [`Get${word}Policy`]: { writes: false, takes: inline, aim, run: get5(kind) },
    [`Delete${word}Policy`]: { writes: true, takes: inline, aim, run: remove2(kind) },
    [`List${word}Policies`]: { writes: false, takes: { ...holder2, ...paging }, aim, run: listInline(kind) },
    [`Attach${word}Policy`]: { writes: true, takes: attached2, aim, run: attach(kind) },
    [`Detach${word}Policy`]: { writes: true, takes: attached2, aim, run: detach(kind) },
    [`ListAttached${word}Policies`]: {
      writes: false,
      takes: { ...holder2, "PathPrefix?": "pathPrefix", ...paging },
      aim,
      run: listAttached(kind)
    }
  };
};
var holderOperations = { ...operationsOf(user2), ...operationsOf(group2), ...operationsOf(role2) };

// src/sandbox/aws/iam/policies.ts
var createPolicy = (asked2) => {
  const { aws, account: account3, input, now } = asked2;
  const name2 = text2(input, "PolicyName");
  const document = text2(input, "PolicyDocument");
  const bad = checkDocument(document, "identity");
  if (bad !== null) return bad;
  if (sizeOf(document) > account3.quotas.policySize)
    return refuse.limitExceeded(`Cannot exceed quota for PolicySize: ${account3.quotas.policySize}`);
  if (taken(account3.policies, name2))
    return refuse.entityAlreadyExists(`A policy called ${name2} already exists. Duplicate names are not allowed.`);
  if (Object.keys(account3.policies).length >= account3.quotas.policies)
    return refuse.limitExceeded(`Cannot exceed quota for PoliciesPerAccount: ${account3.quotas.policies}`);
  const description = textOf3(input, "Description");
  const policy3 = {
    path: textOf3(input, "Path") ?? "/",
    id: asked2.newId("ANPA"),
    created: now,
    updated: now,
    tags: tagsOf(input),
    versions: { v1: { document, created: now } },
    default: "v1",
    last: 1,
    ...description === void 0 ? {} : { description }
  };
  const after2 = { ...account3, policies: having(account3.policies, name2, policy3) };
  const arn = iamArn(aws.partition, account3.id, "policy", policy3.path, name2);
  const shown8 = { ...policyCore(after2, { arn, name: name2, policy: policy3, keeper: "customer" }), ...tagMember(policy3.tags) };
  return done(after2, { Policy: shown8 });
};
var getPolicy = ({ aws, account: account3, input }) => {
  const arn = text2(input, "PolicyArn");
  const bad = badArn(arn);
  if (bad !== null) return bad;
  const found3 = policyAt(aws, account3, arn);
  if (found3 === null) return refuse.noSuchEntity(`Policy ${arn} was not found.`);
  const { description, tags } = found3.policy;
  const described = description === void 0 ? {} : { Description: description };
  return done(account3, { Policy: { ...policyCore(account3, found3), ...described, ...tagMember(tags) } });
};
var deletePolicy = ({ aws, account: account3, input }) => {
  const arn = text2(input, "PolicyArn");
  const bad = badArn(arn);
  if (bad !== null) return bad;
  const found3 = policyAt(aws, account3, arn);
  if (found3 === null) return refuse.noSuchEntity(`Policy ${arn} was not found.`);
  if (found3.keeper === "aws") return refuse.accessDenied(`Policies of AWS cannot be deleted: ${arn}`);
  const uses = usesOf(account3, arn);
  if (uses.attached + uses.boundaries > 0) return refuse.deleteConflict("Cannot delete a policy attached to entities.");
  if (Object.keys(found3.policy.versions).length > 1)
    return refuse.deleteConflict(
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy."
    );
  return done({ ...account3, policies: lacking(account3.policies, found3.name) });
};
var customers = ({ aws, account: account3 }) => Object.entries(account3.policies).map(([name2, policy3]) => ({
  arn: iamArn(aws.partition, account3.id, "policy", policy3.path, name2),
  name: name2,
  policy: policy3,
  keeper: "customer"
}));
var awsKept = ({ aws, account: account3 }) => Object.keys(aws.managed).flatMap((arn) => policyAt(aws, account3, arn) ?? []);
var listPolicies = (asked2) => {
  const { aws, account: account3, input } = asked2;
  const scope = textOf3(input, "Scope") ?? "All";
  const prefix4 = textOf3(input, "PathPrefix") ?? "/";
  const attachedOnly = textOf3(input, "OnlyAttached") === "true";
  const all3 = [...scope === "AWS" ? [] : customers(asked2), ...scope === "Local" ? [] : awsKept(asked2)];
  const wanted2 = all3.filter(
    ({ arn, policy: policy3 }) => policy3.path.startsWith(prefix4) && (!attachedOnly || usesOf(account3, arn).attached > 0)
  );
  const page = pageOf(wanted2, input, aws.pageSize);
  if (page.is === "refused") return page;
  return done(account3, { Policies: page.items.map((one4) => policyCore(account3, one4)), ...page.more });
};
var listEntities = ({ aws, account: account3, input }) => {
  const arn = text2(input, "PolicyArn");
  const bad = badArn(arn);
  if (bad !== null) return bad;
  if (policyAt(aws, account3, arn) === null) return noPolicy(arn);
  const filter = textOf3(input, "EntityFilter");
  const prefix4 = textOf3(input, "PathPrefix") ?? "/";
  const usage = textOf3(input, "PolicyUsageFilter");
  const kinds2 = [
    { kind: "Group", things: Object.entries(account3.groups) },
    { kind: "User", things: Object.entries(account3.users) },
    { kind: "Role", things: Object.entries(account3.roles) }
  ];
  const found3 = kinds2.filter(({ kind }) => filter === void 0 || filter === kind).flatMap(
    ({ kind, things }) => things.filter(([, { path: path2 }]) => path2.startsWith(prefix4)).filter(([, thing]) => {
      const attached2 = usage !== "PermissionsBoundary" && thing.attached.includes(arn);
      const bounds = usage !== "PermissionsPolicy" && "boundary" in thing && thing.boundary === arn;
      return attached2 || bounds;
    }).map(([name2, { id }]) => ({ kind, shown: { [`${kind}Name`]: name2, [`${kind}Id`]: id } }))
  );
  const page = pageOf(found3, input, aws.pageSize);
  if (page.is === "refused") return page;
  const of = (kind) => page.items.filter((one4) => one4.kind === kind).map((one4) => one4.shown);
  return done(account3, { PolicyGroups: of("Group"), PolicyUsers: of("User"), PolicyRoles: of("Role"), ...page.more });
};
var policyOperations = {
  CreatePolicy: {
    writes: true,
    takes: {
      PolicyName: "policyName",
      PolicyDocument: "document",
      "Path?": "policyPath",
      "Description?": "description",
      "Tags?": "tags"
    },
    aim: newAim("policy", "PolicyName", "iam:TagPolicy"),
    run: createPolicy
  },
  GetPolicy: { writes: false, takes: { PolicyArn: "arn" }, aim: policyAim, run: getPolicy },
  DeletePolicy: { writes: true, takes: { PolicyArn: "arn" }, aim: policyAim, run: deletePolicy },
  ListPolicies: {
    writes: false,
    takes: { "Scope?": "scope", "OnlyAttached?": "boolean", "PathPrefix?": "policyPath", ...paging },
    run: listPolicies
  },
  ListEntitiesForPolicy: {
    writes: false,
    takes: {
      PolicyArn: "arn",
      "EntityFilter?": "entity",
      "PathPrefix?": "path",
      "PolicyUsageFilter?": "usage",
      ...paging
    },
    aim: policyAim,
    run: listEntities
  }
};

// src/sandbox/aws/iam/providers.ts
var arnsOf = ({ aws, account: account3 }) => account3.oidcProviders.map((provider) => ({ provider, arn: oidcArn(aws.partition, account3.id, provider.host) }));
var getProvider = (asked2) => {
  const arn = text2(asked2.input, "OpenIDConnectProviderArn");
  const found3 = arnsOf(asked2).find((one4) => one4.arn === arn);
  if (found3 === void 0) return refuse.noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
  return done(asked2.account, {
    Url: found3.provider.host,
    ClientIDList: found3.provider.audiences,
    ThumbprintList: [],
    CreateDate: stamp(1704067200),
    Tags: []
  });
};
var listProviders = (asked2) => done(asked2.account, { OpenIDConnectProviderList: arnsOf(asked2).map(({ arn }) => ({ Arn: arn })) });
var getSaml = ({ aws, account: account3, input }) => {
  const arn = text2(input, "SAMLProviderArn");
  const found3 = (account3.samlProviders ?? []).find(({ name: name2 }) => samlArn(aws.partition, account3.id, name2) === arn);
  if (found3 === void 0) return refuse.noSuchEntity(`Manifest not found for arn ${arn}`);
  return done(account3, { SAMLMetadataDocument: metadataOf(found3), CreateDate: stamp(1704067200), Tags: [] });
};
var providerOperations = {
  GetOpenIDConnectProvider: {
    writes: false,
    takes: { OpenIDConnectProviderArn: "arn" },
    aim: ({ input }) => ({ resource: text2(input, "OpenIDConnectProviderArn") }),
    run: getProvider
  },
  GetSAMLProvider: {
    writes: false,
    takes: { SAMLProviderArn: "arn" },
    aim: ({ input }) => ({ resource: text2(input, "SAMLProviderArn") }),
    run: getSaml
  },
  ListOpenIDConnectProviders: { writes: false, takes: {}, run: listProviders }
};

// src/sandbox/aws/iam/trust.ts
var isThere = (aws, principal) => {
  if (principal === "*" || /^\d{12}$/.test(principal)) return true;
  const parts2 = arnParts(principal);
  if (parts2 === null || parts2.partition !== aws.partition) return false;
  const account3 = own(aws.accounts, parts2.account);
  if (account3 === void 0 || parts2.rest === "root" || parts2.service === "sts") return true;
  const here = ["user", "role"].flatMap(
    (thing) => Object.entries(thing === "user" ? account3.users : account3.roles).map(
      ([name2, { path: path2 }]) => iamArn(aws.partition, account3.id, thing, path2, name2)
    )
  );
  return here.includes(principal);
};
var strangePrincipal = (aws, document) => {
  const named2 = documentOf(document).statements.flatMap(
    ({ principals: principals2 }) => principals2 === void 0 || principals2 === "*" ? [] : principals2["AWS"] ?? []
  );
  const strange = named2.find((one4) => !isThere(aws, one4));
  return strange === void 0 ? null : refuse.malformedPolicyDocument(`Invalid principal in policy: "AWS":"${strange}"`);
};

// src/sandbox/aws/iam/roles.ts
var checkTrust = ({ aws, account: account3 }, document) => {
  const bad = checkDocument(document, "trust") ?? strangePrincipal(aws, document);
  if (bad !== null) return bad;
  return sizeOf(document) > account3.quotas.trustSize ? refuse.limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${account3.quotas.trustSize}`) : null;
};
var whole2 = ({ aws, account: account3 }, name2, role4) => ({
  ...roleCore(aws, account3.id, name2, role4),
  ...roleExtras(role4),
  ...boundaryMember(role4.boundary),
  ...tagMember(role4.tags)
});
var createRole = (asked2) => {
  const { aws, account: account3, input, now } = asked2;
  const name2 = text2(input, "RoleName");
  const trust2 = text2(input, "AssumeRolePolicyDocument");
  const bad = checkTrust(asked2, trust2);
  if (bad !== null) return bad;
  if (taken(account3.roles, name2)) return refuse.entityAlreadyExists(`Role with name ${name2} already exists.`);
  if (Object.keys(account3.roles).length >= account3.quotas.roles)
    return refuse.limitExceeded(`Cannot exceed quota for RolesPerAccount: ${account3.quotas.roles}`);
  const boundary2 = textOf3(input, "PermissionsBoundary");
  if (boundary2 !== void 0 && policyAt(aws, account3, boundary2) === null) return noPolicy(boundary2);
  const description = textOf3(input, "Description");
  const role4 = {
    path: textOf3(input, "Path") ?? "/",
    id: asked2.newId("AROA"),
    created: now,
    inline: {},
    attached: [],
    tags: tagsOf(input),
    trust: trust2,
    maxSession: Number(textOf3(input, "MaxSessionDuration") ?? 3600),
    ...boundary2 === void 0 ? {} : { boundary: boundary2 },
    ...description === void 0 ? {} : { description }
  };
  return done({ ...account3, roles: having(account3.roles, name2, role4) }, { Role: whole2(asked2, name2, role4) });
};
var onRole = (access, run2) => (asked2) => {
  const name2 = text2(asked2.input, "RoleName");
  const role4 = own(asked2.account.roles, name2);
  if (role4 === void 0) return noRole(name2);
  return (access === "write" ? protectedRole(asked2.account, name2) : null) ?? run2(asked2, name2, role4);
};
var getRole = onRole("read", (asked2, name2, role4) => done(asked2.account, { Role: whole2(asked2, name2, role4) }));
var listRoles = ({ aws, account: account3, input }) => {
  const prefix4 = textOf3(input, "PathPrefix") ?? "/";
  const roles4 = Object.entries(account3.roles).filter(([, role4]) => role4.path.startsWith(prefix4));
  const page = pageOf(roles4, input, aws.pageSize);
  if (page.is === "refused") return page;
  const shown8 = page.items.map(([name2, role4]) => ({ ...roleCore(aws, account3.id, name2, role4), ...roleExtras(role4) }));
  return done(account3, { Roles: shown8, ...page.more });
};
var deleteRole = onRole("write", ({ account: account3 }, name2, role4) => {
  if (Object.keys(role4.inline).length > 0)
    return refuse.deleteConflict("Cannot delete entity, must delete policies first.");
  if (role4.attached.length > 0) return refuse.deleteConflict("Cannot delete entity, must detach all policies first.");
  return done({ ...account3, roles: lacking(account3.roles, name2) });
});
var updateTrust = onRole("write", (asked2, name2, role4) => {
  const trust2 = text2(asked2.input, "PolicyDocument");
  const bad = checkTrust(asked2, trust2);
  return bad ?? done({ ...asked2.account, roles: having(asked2.account.roles, name2, { ...role4, trust: trust2 }) });
});
var putBoundary = onRole("write", ({ aws, account: account3, input }, name2, role4) => {
  const boundary2 = text2(input, "PermissionsBoundary");
  return policyAt(aws, account3, boundary2) === null ? noPolicy(boundary2) : done({ ...account3, roles: having(account3.roles, name2, { ...role4, boundary: boundary2 }) });
});
var roleOperations = {
  CreateRole: {
    writes: true,
    takes: {
      RoleName: "roleName",
      AssumeRolePolicyDocument: "document",
      "Path?": "path",
      "Description?": "description",
      "MaxSessionDuration?": "maxSession",
      "PermissionsBoundary?": "arn",
      "Tags?": "tags"
    },
    aim: newAim("role", "RoleName", "iam:TagRole"),
    run: createRole
  },
  GetRole: { writes: false, takes: { RoleName: "roleName" }, aim: roleAim, run: getRole },
  ListRoles: { writes: false, takes: { "PathPrefix?": "pathPrefix", ...paging }, run: listRoles },
  DeleteRole: { writes: true, takes: { RoleName: "roleName" }, aim: roleAim, run: deleteRole },
  UpdateAssumeRolePolicy: {
    writes: true,
    takes: { RoleName: "roleName", PolicyDocument: "document" },
    aim: roleAim,
    run: updateTrust
  },
  PutRolePermissionsBoundary: {
    writes: true,
    takes: { RoleName: "roleName", PermissionsBoundary: "arn" },
    aim: roleAim,
    run: putBoundary
  }
};

// src/sandbox/aws/iam/simulation.ts
function simulated({ aws, account: account3, now }, arn) {
  const name2 = nameInArn(arn);
  const rest = arnParts(arn)?.rest ?? "";
  const kind = rest.startsWith("user/") ? "user" : "role";
  const found3 = kind === "user" ? own(account3.users, name2) : own(account3.roles, name2);
  if (found3 === void 0 || iamArn(aws.partition, account3.id, kind, found3.path, name2) !== arn) return null;
  return principalOf(
    aws,
    kind === "user" ? { account: account3.id, user: name2 } : { account: account3.id, role: name2 },
    now
  );
}
var given = ({ input }) => contextOf(
  Object.fromEntries(
    structuresOf(input, "ContextEntries").map((entry) => [
      textOf3(entry, "ContextKeyName") ?? "",
      textsOf2(entry, "ContextKeyValues")
    ])
  )
);
function result(principal, context, action, resource) {
  const { allowed: allowed2, because } = identityVerdict(principal, {
    action,
    resource,
    context: contextOf(principal.context, context)
  });
  const denied = because.some((one4) => one4.startsWith("denied by"));
  const bounded = because.some((one4) => one4.includes("permissions boundary"));
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: allowed2 ? "allowed" : denied ? "explicitDeny" : "implicitDeny",
    MatchedStatements: [],
    MissingContextValues: [],
    ...principal.boundary === null ? {} : { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: !bounded && !denied } }
  };
}
var simulatePrincipalPolicy = (asked2) => {
  const arn = text2(asked2.input, "PolicySourceArn");
  const principal = simulated(asked2, arn);
  if (principal === null) return refuse.noSuchEntity(`${arn} cannot be found.`);
  const resources = textsOf2(asked2.input, "ResourceArns");
  const context = given(asked2);
  const results = textsOf2(asked2.input, "ActionNames").flatMap(
    (action) => (resources.length === 0 ? ["*"] : resources).map((resource) => () => result(principal, context, action, resource))
  );
  const page = pageOf(results, asked2.input, asked2.aws.pageSize);
  if (page.is === "refused") return page;
  return done(asked2.account, { EvaluationResults: page.items.map((one4) => one4()), ...page.more });
};
var simulationOperations = {
  SimulatePrincipalPolicy: {
    writes: false,
    takes: {
      PolicySourceArn: "arn",
      ActionNames: "actionNames",
      "ResourceArns?": "resourceNames",
      "ContextEntries?": "contextEntries",
      ...paging
    },
    aim: ({ input }) => ({ resource: text2(input, "PolicySourceArn") }),
    run: simulatePrincipalPolicy
  }
};

// src/sandbox/aws/iam/tags.ts
var tagged = (thing, missing2) => thing === void 0 ? missing2 : { is: "tagged", tags: thing.tags };
var user3 = {
  word: "User",
  parameter: "UserName",
  form: "existingUserName",
  aim: userAim,
  find: ({ account: account3, input }) => tagged(own(account3.users, text2(input, "UserName")), noUser(text2(input, "UserName"))),
  change: ({ account: account3, input }, tags) => {
    const name2 = text2(input, "UserName");
    const found3 = own(account3.users, name2);
    return found3 === void 0 ? account3 : { ...account3, users: having(account3.users, name2, { ...found3, tags }) };
  }
};
var role3 = {
  word: "Role",
  parameter: "RoleName",
  form: "roleName",
  aim: roleAim,
  find: ({ account: account3, input }) => {
    const name2 = text2(input, "RoleName");
    return tagged(own(account3.roles, name2), noRole(name2));
  },
  change: ({ account: account3, input }, tags) => {
    const name2 = text2(input, "RoleName");
    const found3 = own(account3.roles, name2);
    return found3 === void 0 ? account3 : { ...account3, roles: having(account3.roles, name2, { ...found3, tags }) };
  }
};
var policy2 = {
  word: "Policy",
  parameter: "PolicyArn",
  form: "arn",
  aim: policyAim,
  find: ({ aws, account: account3, input }) => {
    const found3 = policyAt(aws, account3, text2(input, "PolicyArn"));
    return tagged(found3?.keeper === "customer" ? found3.policy : void 0, noPolicy(text2(input, "PolicyArn")));
  },
  change: ({ aws, account: account3, input }, tags) => {
    const found3 = policyAt(aws, account3, text2(input, "PolicyArn"));
    return found3 === null ? account3 : { ...account3, policies: having(account3.policies, found3.name, { ...found3.policy, tags }) };
  }
};
var guarded = ({ account: account3, input }) => protectedRole(account3, textOf3(input, "RoleName") ?? "");
var mergedTags = (old, fresh) => {
  const said = Object.keys(fresh).map((key) => key.toLowerCase());
  return { ...Object.fromEntries(Object.entries(old).filter(([key]) => !said.includes(key.toLowerCase()))), ...fresh };
};
var set = (kind) => (asked2) => {
  const old = guarded(asked2) ?? kind.find(asked2);
  if (old.is === "refused") return old;
  const tags = mergedTags(old.tags, tagsOf(asked2.input));
  const quota = asked2.account.quotas.tagsPerThing;
  return Object.keys(tags).length > quota ? refuse.limitExceeded(`The number of tags has reached the maximum limit: ${quota}`) : done(kind.change(asked2, tags));
};
var unset = (kind) => (asked2) => {
  const old = guarded(asked2) ?? kind.find(asked2);
  if (old.is === "refused") return old;
  const gone = textsOf2(asked2.input, "TagKeys").map((key) => key.toLowerCase());
  return done(
    kind.change(
      asked2,
      Object.fromEntries(Object.entries(old.tags).filter(([key]) => !gone.includes(key.toLowerCase())))
    )
  );
};
var list4 = (kind) => (asked2) => {
  const found3 = kind.find(asked2);
  if (found3.is === "refused") return found3;
  const page = pageOf(tagList(found3.tags), asked2.input, asked2.aws.pageSize);
  return page.is === "refused" ? page : done(asked2.account, { Tags: page.items, ...page.more });
};
var operationsOf2 = (kind) => {
  const { word, aim } = kind;
  const thing = { [kind.parameter]: kind.form };
  return {
    [`Tag${word}`]: { writes: true, takes: { ...thing, Tags: "tags" }, aim, run: set(kind) },
    [`Untag${word}`]: { writes: true, takes: { ...thing, TagKeys: "tagKeys" }, aim, run: unset(kind) },
    [`List${word}Tags`]: { writes: false, takes: { ...thing, ...paging }, aim, run: list4(kind) }
  };
};
var tagOperations = { ...operationsOf2(user3), ...operationsOf2(role3), ...operationsOf2(policy2) };

// src/sandbox/aws/iam/users.ts
var createUser = (asked2) => {
  const { aws, account: account3, input, now } = asked2;
  const name2 = text2(input, "UserName");
  if (taken(account3.users, name2)) return refuse.entityAlreadyExists(`User with name ${name2} already exists.`);
  if (Object.keys(account3.users).length >= account3.quotas.users)
    return refuse.limitExceeded(`Cannot exceed quota for UsersPerAccount: ${account3.quotas.users}`);
  const boundary2 = textOf3(input, "PermissionsBoundary");
  if (boundary2 !== void 0 && policyAt(aws, account3, boundary2) === null) return noPolicy(boundary2);
  const user5 = {
    path: textOf3(input, "Path") ?? "/",
    id: asked2.newId("AIDA"),
    created: now,
    inline: {},
    attached: [],
    groups: [],
    tags: tagsOf(input),
    ...boundary2 === void 0 ? {} : { boundary: boundary2 }
  };
  const shown8 = { ...userCore(aws, account3.id, name2, user5), ...boundaryMember(boundary2), ...tagMember(user5.tags) };
  return done({ ...account3, users: having(account3.users, name2, user5) }, { User: shown8 });
};
var getUser = ({ aws, account: account3, input, caller }) => {
  if (textOf3(input, "UserName") === void 0 && caller.arn !== caller.lastingArn)
    return refuse.validationError("Must specify userName when calling with non-User credentials");
  const name2 = textOf3(input, "UserName") ?? nameInArn(caller.lastingArn);
  const user5 = own(account3.users, name2);
  if (user5 === void 0) return noUser(name2);
  const shown8 = { ...userCore(aws, account3.id, name2, user5), ...boundaryMember(user5.boundary), ...tagMember(user5.tags) };
  return done(account3, { User: shown8 });
};
var listUsers = ({ aws, account: account3, input }) => {
  const prefix4 = textOf3(input, "PathPrefix") ?? "/";
  const users2 = Object.entries(account3.users).filter(([, user5]) => user5.path.startsWith(prefix4));
  const page = pageOf(users2, input, aws.pageSize);
  if (page.is === "refused") return page;
  return done(account3, { Users: page.items.map(([name2, user5]) => userCore(aws, account3.id, name2, user5)), ...page.more });
};
var conflicts = (user5) => [
  ...Object.keys(user5.inline).length > 0 ? ["must delete policies first."] : [],
  ...user5.attached.length > 0 ? ["must detach all policies first."] : [],
  ...user5.groups.length > 0 ? ["must remove users from group first."] : []
];
var deleteUser = ({ aws, account: account3, input }) => {
  const name2 = text2(input, "UserName");
  const user5 = own(account3.users, name2);
  if (user5 === void 0) return noUser(name2);
  const keys = Object.values(aws.credentials).some(
    (one4) => one4.kind === "key" && one4.account === account3.id && one4.user === name2
  );
  const [conflict] = [...conflicts(user5), ...keys ? ["must delete access keys first."] : []];
  return conflict === void 0 ? done({ ...account3, users: lacking(account3.users, name2) }) : refuse.deleteConflict(`Cannot delete entity, ${conflict}`);
};
var userOperations = {
  CreateUser: {
    writes: true,
    takes: { UserName: "userName", "Path?": "path", "PermissionsBoundary?": "arn", "Tags?": "tags" },
    aim: newAim("user", "UserName", "iam:TagUser"),
    run: createUser
  },
  GetUser: { writes: false, takes: { "UserName?": "existingUserName" }, aim: userAim, run: getUser },
  ListUsers: { writes: false, takes: { "PathPrefix?": "pathPrefix", ...paging }, run: listUsers },
  DeleteUser: { writes: true, takes: { UserName: "existingUserName" }, aim: userAim, run: deleteUser }
};

// src/sandbox/aws/iam/versions.ts
var onPolicy = (access, run2) => (asked2) => {
  const arn = text2(asked2.input, "PolicyArn");
  const bad = badArn(arn);
  if (bad !== null) return bad;
  const found3 = policyAt(asked2.aws, asked2.account, arn);
  if (found3 === null) return refuse.noSuchEntity(`Policy ${arn} was not found.`);
  return access === "write" && found3.keeper === "aws" ? refuse.accessDenied(`Policies of AWS cannot be changed: ${arn}`) : run2(asked2, found3);
};
var changed2 = (account3, name2, policy3) => ({
  ...account3,
  policies: having(account3.policies, name2, policy3)
});
var noVersion = (arn, id) => refuse.noSuchEntity(`Policy ${arn} version ${id} does not exist or is not attachable.`);
var create = onPolicy("write", ({ account: account3, input, now }, { name: name2, policy: policy3 }) => {
  const document = text2(input, "PolicyDocument");
  const bad = checkDocument(document, "identity");
  if (bad !== null) return bad;
  if (sizeOf(document) > account3.quotas.policySize)
    return refuse.limitExceeded(`Cannot exceed quota for PolicySize: ${account3.quotas.policySize}`);
  if (Object.keys(policy3.versions).length >= account3.quotas.versionsPerPolicy)
    return refuse.limitExceeded(
      `A managed policy can have up to ${account3.quotas.versionsPerPolicy} versions. Before you create a new version, you must delete an existing version.`
    );
  const last = policy3.last + 1;
  const id = `v${last}`;
  const next = {
    ...policy3,
    last,
    updated: now,
    versions: having(policy3.versions, id, { document, created: now }),
    default: textOf3(input, "SetAsDefault") === "true" ? id : policy3.default
  };
  return done(changed2(account3, name2, next), { PolicyVersion: versionCore(next, id) });
});
var get6 = onPolicy("read", ({ account: account3, input }, { arn, policy: policy3 }) => {
  const id = text2(input, "VersionId");
  return own(policy3.versions, id) === void 0 ? noVersion(arn, id) : done(account3, { PolicyVersion: versionWhole(policy3, id) });
});
var list5 = onPolicy("read", ({ aws, account: account3, input }, { policy: policy3 }) => {
  const page = pageOf(versionIds(policy3), input, aws.pageSize);
  return page.is === "refused" ? page : done(account3, { Versions: page.items.map((id) => versionCore(policy3, id)), ...page.more });
});
var remove3 = onPolicy("write", ({ account: account3, input }, { arn, name: name2, policy: policy3 }) => {
  const id = text2(input, "VersionId");
  if (own(policy3.versions, id) === void 0) return noVersion(arn, id);
  if (policy3.default === id) return refuse.deleteConflict("Cannot delete the default version of a policy.");
  return done(changed2(account3, name2, { ...policy3, versions: lacking(policy3.versions, id) }));
});
var setDefault = onPolicy("write", ({ account: account3, input }, { arn, name: name2, policy: policy3 }) => {
  const id = text2(input, "VersionId");
  return own(policy3.versions, id) === void 0 ? noVersion(arn, id) : done(changed2(account3, name2, { ...policy3, default: id }));
});
var version = { PolicyArn: "arn", VersionId: "versionId" };
var versionOperations = {
  CreatePolicyVersion: {
    writes: true,
    takes: { PolicyArn: "arn", PolicyDocument: "document", "SetAsDefault?": "boolean" },
    aim: policyAim,
    run: create
  },
  GetPolicyVersion: { writes: false, takes: version, aim: policyAim, run: get6 },
  ListPolicyVersions: { writes: false, takes: { PolicyArn: "arn", ...paging }, aim: policyAim, run: list5 },
  DeletePolicyVersion: { writes: true, takes: version, aim: policyAim, run: remove3 },
  SetDefaultPolicyVersion: { writes: true, takes: version, aim: policyAim, run: setDefault }
};

// src/sandbox/aws/iam/index.ts
var iamOperations = {
  ...accountOperations,
  ...detailOperations,
  ...groupOperations,
  ...holderOperations,
  ...policyOperations,
  ...providerOperations,
  ...roleOperations,
  ...simulationOperations,
  ...tagOperations,
  ...userOperations,
  ...versionOperations
};

// src/sandbox/aws/stale.ts
var iamOf = ({ users: users2, groups: groups3, roles: roles4, policies }) => ({ users: users2, groups: groups3, roles: roles4, policies });
var afterWrite = (aws, before, after2, now) => {
  if (aws.stale === void 0 || before === after2) return after2;
  const shown8 = lagging(before, now) ? before.lag.iam : iamOf(before);
  const lag = "seconds" in aws.stale ? { until: now + aws.stale.seconds, readsLeft: 0 } : { until: now, readsLeft: aws.stale.reads };
  return { ...after2, lag: { iam: shown8, ...lag } };
};
var lagging = (account3, now) => account3.lag !== void 0 && (account3.lag.readsLeft > 0 || now < account3.lag.until);
var asRead = (aws, id, now) => {
  const account3 = own(aws.accounts, id);
  if (account3 === void 0) return null;
  if (!lagging(account3, now)) return { account: account3, aws };
  const left = { ...account3.lag, readsLeft: Math.max(0, account3.lag.readsLeft - 1) };
  return {
    account: { ...account3, ...account3.lag.iam },
    aws: { ...aws, accounts: having(aws.accounts, id, { ...account3, lag: left }) }
  };
};

// src/sandbox/aws/iam/serve.ts
var unauthorised = (asked2, action, operation) => {
  const { resource, context = {}, also = [] } = operation.aim?.(asked2) ?? { resource: "*" };
  const refused6 = [action, ...also].find(
    (one4) => !decide(asked2.aws, asked2.caller, { action: one4, resource, at: asked2.now, context }).allowed
  );
  return refused6 === void 0 ? null : refuse.accessDenied(`User: ${asked2.caller.arn} is not authorized to perform: ${refused6} on resource: ${resource}`);
};
var serveIam = (aws, caller, name2, operation, input, now) => {
  const current = own(aws.accounts, caller.account);
  if (current === void 0) throw new Error(`The caller's account ${caller.account} is not in the world.`);
  const seen = operation.writes ? { account: current, aws } : asRead(aws, caller.account, now);
  if (seen === null) throw new Error(`The account ${caller.account} is not in the world.`);
  let made3 = aws.made;
  const asked2 = {
    aws,
    account: seen.account,
    caller,
    input,
    now,
    newId: (prefix4) => {
      made3 += 1;
      return uniqueId(prefix4, `${caller.account}/${made3}`);
    }
  };
  const bad = checkParameters(input, operation.takes) ?? unauthorised({ ...asked2, account: current }, `iam:${name2}`, operation);
  if (bad !== null) return bad;
  const answer = operation.run(asked2);
  if (answer.is === "refused") return answer;
  if (!operation.writes) return done(seen.aws, answer.output);
  if (answer.after === current) return done(aws, answer.output);
  const after2 = afterWrite(aws, current, answer.after, now);
  return done({ ...aws, made: made3, accounts: having(aws.accounts, caller.account, after2) }, answer.output);
};

// src/sandbox/aws/json/answer.ts
var reply2 = (status, id, type, body, more = {}) => ({
  status,
  headers: { "content-type": type, "x-amzn-requestid": id, ...more },
  body: JSON.stringify(body)
});
var answeredJson = (output, id, type) => reply2(200, id, type, output ?? {});
var refusedJson = ({ status, code, message }, id, type) => reply2(status, id, type, { __type: code, Message: message }, { "x-amzn-errortype": code });
var refusal2 = (status, code) => (message) => ({ is: "refused", status, code, message });
var refuseJson = {
  accessDenied: refusal2(403, "AccessDeniedException"),
  conflict: refusal2(409, "ConflictException"),
  notFound: refusal2(404, "ResourceNotFoundException"),
  quota: refusal2(402, "ServiceQuotaExceededException"),
  throttled: refusal2(429, "ThrottlingException"),
  validation: refusal2(400, "ValidationException"),
  notInUse: refusal2(400, "AWSOrganizationsNotInUseException"),
  unknownKey: refusal2(400, "UnrecognizedClientException"),
  missingToken: refusal2(400, "MissingAuthenticationTokenException"),
  expiredToken: refusal2(400, "ExpiredTokenException"),
  notServed: refusal2(501, "SandboxDoesNotServe")
};

// src/sandbox/aws/json/forms.ts
var text3 = (min, max, pattern) => ({
  is: "text",
  min,
  max,
  ...pattern === void 0 ? {} : { pattern }
});
var oneOf = (...values) => ({ is: "text", oneOf: values });
var listOf = (of, max = 100) => ({ is: "list", of, max });
var structure = (takes) => ({ is: "structure", takes });
var pages = {
  "NextToken?": text3(0, 65535),
  "MaxResults?": { is: "number", from: 1, to: 100 }
};
var complaint2 = (where, must2) => refuseJson.validation(
  `1 validation error detected: Value at '${where}' failed to satisfy constraint: Member must ${must2}`
);
var isInput = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var isList2 = (value) => Array.isArray(value);
function checkText2(where, value, form) {
  const length = [...value].length;
  if (length < (form.min ?? 0)) return complaint2(where, `have length greater than or equal to ${form.min}`);
  if (form.max !== void 0 && length > form.max)
    return complaint2(where, `have length less than or equal to ${form.max}`);
  if (form.oneOf !== void 0 && !form.oneOf.includes(value))
    return complaint2(where, `satisfy enum value set: [${form.oneOf.join(", ")}]`);
  return form.pattern !== void 0 && !form.pattern.test(value) ? complaint2(where, `satisfy regular expression pattern: ${form.pattern.source}`) : null;
}
var first = (checks) => checks.find((one4) => one4 !== null) ?? null;
function checkValue(where, value, form) {
  switch (form.is) {
    case "text":
      return typeof value === "string" ? checkText2(where, value, form) : complaint2(where, "be text");
    case "number":
      return typeof value === "number" && value >= form.from && value <= form.to ? null : complaint2(where, `be between ${form.from} and ${form.to}`);
    case "list":
      if (!isList2(value)) return complaint2(where, "be a list");
      if (form.max !== void 0 && value.length > form.max)
        return complaint2(where, `have length less than or equal to ${form.max}`);
      return first(value.map((one4, at2) => checkValue(`${where}.${at2 + 1}`, one4, form.of)));
    case "structure":
      return isInput(value) ? checkInput(value, form.takes, `${where}.`) : complaint2(where, "be a structure");
  }
}
function checkInput(input, takes, path2 = "") {
  const known2 = new Map(
    Object.entries(takes).map(([key, form]) => [key.replace(/\?$/, ""), { form, required: !key.endsWith("?") }])
  );
  const strange = Object.keys(input).find((given3) => !known2.has(given3));
  if (strange !== void 0) return refuseJson.notServed(`The sandbox does not serve the member ${path2}${strange}.`);
  return first(
    [...known2].map(([name2, { form, required }]) => {
      const value = Object.hasOwn(input, name2) ? input[name2] : void 0;
      if (value !== void 0) return checkValue(`${path2}${name2}`, value, form);
      return required ? complaint2(`${path2}${name2}`, "not be null") : null;
    })
  );
}
var given2 = (input, name2) => {
  const value = Object.hasOwn(input, name2) ? input[name2] : void 0;
  return typeof value === "string" ? value : void 0;
};
var sure = (input, name2) => {
  const value = given2(input, name2);
  if (value === void 0) throw new Error(`no ${name2} in a call that must have it`);
  return value;
};
var inputs = (input, name2) => {
  const value = Object.hasOwn(input, name2) ? input[name2] : void 0;
  return value !== void 0 && isList2(value) ? value.filter(isInput) : [];
};
var texts3 = (input, name2) => {
  const value = Object.hasOwn(input, name2) ? input[name2] : void 0;
  return value !== void 0 && isList2(value) ? value.filter((one4) => typeof one4 === "string") : [];
};
var inside2 = (input, name2) => {
  const value = Object.hasOwn(input, name2) ? input[name2] : void 0;
  return value !== void 0 && isInput(value) ? value : {};
};

// src/sandbox/aws/json/page.ts
function pageOf2(items, input, most) {
  const token = given2(input, "NextToken");
  const from = token === void 0 ? 0 : Number(
    Buffer.from(token, "base64url").toString().replace(/^from:/, "")
  );
  if (!Number.isInteger(from) || from < 0) return refuseJson.validation("Invalid NextToken.");
  const asked2 = input["MaxResults"];
  const to = from + Math.min(typeof asked2 === "number" ? asked2 : most, most);
  return {
    is: "page",
    items: items.slice(from, to),
    more: to < items.length ? { NextToken: Buffer.from(`from:${to}`).toString("base64url") } : {}
  };
}

// src/sandbox/aws/account/index.ts
var PAGE = 50;
var listRegions = (asked2) => {
  const enabled = own(asked2.aws.explorers ?? {}, asked2.caller.account)?.regions ?? [];
  const wanted2 = texts3(asked2.input, "RegionOptStatusContains");
  const status = (region) => region.startsWith("us-") || region.startsWith("eu-") ? "ENABLED_BY_DEFAULT" : "ENABLED";
  const found3 = enabled.filter((region) => wanted2.length === 0 || wanted2.includes(status(region)));
  const page = pageOf2(found3, asked2.input, Math.min(PAGE, asked2.aws.pageSize));
  if (page.is === "refused") return page;
  return done(asked2.aws, {
    Regions: page.items.map((region) => ({ RegionName: region, RegionOptStatus: status(region) })),
    ...page.more
  });
};
var accountManagement = {
  name: "account",
  operations: {
    ListRegions: {
      writes: false,
      takes: {
        "NextToken?": text3(0, 1e3),
        "MaxResults?": { is: "number", from: 1, to: PAGE },
        "RegionOptStatusContains?": listOf(text3(1, 50))
      },
      run: listRegions
    }
  }
};

// src/sandbox/aws/identity-center/jobs.ts
var sameAssignment = (a, b) => a.account === b.account && a.set === b.set && a.principalType === b.principalType && a.principalId === b.principalId;
var withRows = (center, assignments) => ({
  ...center,
  assignments,
  ...center.stale > 0 ? { before: { assignments: center.before?.assignments ?? center.assignments, reads: center.stale } } : {}
});
function create2({ aws, center }, assignment, now) {
  const { account: account3, set: arn, principalType, principalId } = assignment;
  const who = principalType === "USER" ? own(center.users, principalId) : own(center.groups, principalId);
  if (who === void 0) return { aws, center, reason: `The principal ${principalId} does not exist.` };
  if (center.assignments.some((one4) => sameAssignment(one4, assignment))) return { aws, center, reason: null };
  const set3 = own(center.sets, arn);
  const there = set3 === void 0 ? void 0 : own(set3.roles, account3);
  const made3 = there === void 0 ? provision(aws, center, arn, account3, now) : { is: "provisioned", aws, center };
  if (made3.is === "failed") return { aws, center, reason: made3.reason };
  return { aws: made3.aws, center: withRows(made3.center, [...made3.center.assignments, assignment]), reason: null };
}
function remove4({ aws, center }, assignment) {
  if (!center.assignments.some((one4) => sameAssignment(one4, assignment)))
    return { aws, center, reason: "The assignment does not exist." };
  const left = withRows(
    center,
    center.assignments.filter((one4) => !sameAssignment(one4, assignment))
  );
  const used = left.assignments.some(({ account: account3, set: set3 }) => account3 === assignment.account && set3 === assignment.set);
  if (used || center.emptyRoles === "stay") return { aws, center: left, reason: null };
  return { ...deprovision(aws, left, assignment.set, assignment.account), reason: null };
}
function bringUpToDate(both, arn, account3, now) {
  const accounts = account3 === void 0 ? Object.keys(own(both.center.sets, arn)?.roles ?? {}) : [account3];
  let current = both;
  for (const one4 of accounts) {
    const made3 = provision(current.aws, current.center, arn, one4, now);
    if (made3.is === "failed") return { ...current, reason: made3.reason };
    current = made3;
  }
  return { ...current, reason: null };
}
function end(both, job, now) {
  if (job.does === "provisioning") return bringUpToDate(both, job.set, job.account, now);
  return job.does === "creation" ? create2(both, job.assignment, now) : remove4(both, job.assignment);
}
var isDue = ({ settles }, { calls, born }, now) => settles.calls !== void 0 && calls >= settles.calls || settles.seconds !== void 0 && now - born >= settles.seconds;
function settle(aws, now) {
  const center = aws.identityCenter;
  if (center === void 0 || !center.jobs.some(({ state }) => state === "IN_PROGRESS")) return aws;
  const counted2 = center.jobs.map((job) => job.state === "IN_PROGRESS" ? { ...job, calls: job.calls + 1 } : job);
  let both = { aws, center: { ...center, jobs: counted2 } };
  for (const job of counted2) {
    if (job.state !== "IN_PROGRESS" || !isDue(center, job, now)) continue;
    const { reason, ...after2 } = end(both, job, now);
    const done2 = { ...job, ...reason === null ? { state: "SUCCEEDED" } : { state: "FAILED", reason } };
    both = {
      aws: after2.aws,
      center: { ...after2.center, jobs: after2.center.jobs.map((one4) => one4.id === job.id ? done2 : one4) }
    };
  }
  return { ...both.aws, identityCenter: both.center };
}
var accountOf = (job) => job.does === "provisioning" ? job.account : job.assignment.account;
var setOf = (job) => job.does === "provisioning" ? job.set : job.assignment.set;
var running = ({ jobs }) => jobs.filter(({ state }) => state === "IN_PROGRESS");

// src/sandbox/aws/identity-center/operation.ts
var INSTANCE = text3(
  10,
  1224,
  /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/
);
var SET = text3(
  10,
  1224,
  /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}$/
);
var ACCOUNT = text3(12, 12, /^\d{12}$/);
var UUID = text3(36, 36, /^\b[0-9a-f]{8}\b-[0-9a-f]{4}\b-[0-9a-f]{4}\b-[0-9a-f]{4}\b-[0-9a-f]{12}$/);
var TAG_KEY = text3(1, 128, /^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$/u);
var TAG_VALUE = text3(0, 256, /^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$/u);
function standingOf({ aws, caller }) {
  const { organizations: organizations2 } = aws;
  if (caller.account === organizations2?.management) return "management";
  return organizations2?.delegated.includes(caller.account) === true ? "delegated" : "outsider";
}
function centerOf(asked2) {
  const center = asked2.aws.identityCenter;
  const arn = sure(asked2.input, "InstanceArn");
  if (standingOf(asked2) === "outsider")
    return refuseJson.accessDenied("User is not authorized to perform this operation.");
  if (center === void 0 || center.region !== asked2.region || center.instanceArn !== arn)
    return refuseJson.notFound(`Instance ${arn} does not exist.`);
  return center;
}
function setIn(asked2) {
  const center = centerOf(asked2);
  if ("is" in center) return center;
  const arn = sure(asked2.input, "PermissionSetArn");
  const set3 = own(center.sets, arn);
  return set3 === void 0 ? refuseJson.notFound(`PermissionSet ${arn} does not exist.`) : { center, arn, set: set3 };
}
function outOfReach(asked2, { set: set3 }, account3) {
  const management = asked2.aws.organizations?.management ?? "";
  if (standingOf(asked2) === "management") return null;
  return account3 === management || own(set3.roles, management) !== void 0 ? refuseJson.accessDenied("A delegated administrator cannot manage what is provisioned in the management account.") : null;
}
var setAims = ({ aws, input }) => {
  const arn = given2(input, "PermissionSetArn") ?? given2(input, "ResourceArn") ?? "*";
  const tags = own(aws.identityCenter?.sets ?? {}, arn)?.tags ?? {};
  const account3 = given2(input, "TargetId") ?? given2(input, "AccountId");
  return [
    { resource: given2(input, "InstanceArn") ?? "*" },
    {
      resource: arn,
      context: Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, value]))
    },
    ...account3 === void 0 ? [] : [{ resource: `arn:${aws.partition}:sso:::account/${account3}` }]
  ];
};
var withCenter = (aws, center) => ({ ...aws, identityCenter: center });
var withSet = (aws, { center, arn }, set3) => withCenter(aws, { ...center, sets: having(center.sets, arn, set3) });
function busy(asked2, { center, arn }) {
  const left = own(center.spreading, arn) ?? 0;
  if (left > 0)
    return {
      refused: refuseJson.conflict("Another update is in progress."),
      aws: withCenter(asked2.aws, { ...center, spreading: having(center.spreading, arn, left - 1) })
    };
  return running(center).some((job) => setOf(job) === arn) ? { refused: refuseJson.conflict("There is a conflicting operation in process."), aws: asked2.aws } : null;
}
var writesSet = (takes, run2) => ({
  writes: true,
  takes: { InstanceArn: INSTANCE, PermissionSetArn: SET, ...takes },
  aims: setAims,
  run: (asked2) => {
    const on2 = setIn(asked2);
    if ("is" in on2) return on2;
    const out = outOfReach(asked2, on2);
    if (out !== null) return out;
    const wait2 = busy(asked2, on2);
    if (wait2 !== null) return wait2.refused;
    const set3 = run2(asked2, on2);
    if ("is" in set3) return set3;
    const after2 = withSet(asked2.aws, on2, set3);
    const { center } = on2;
    const spreading = center.conflicts === 0 ? center.spreading : having(center.spreading, on2.arn, center.conflicts);
    return {
      is: "done",
      after: withCenter(after2, { ...after2.identityCenter ?? center, spreading }),
      output: {}
    };
  }
});
var readsSet = (takes, run2) => ({
  writes: false,
  takes: { InstanceArn: INSTANCE, PermissionSetArn: SET, ...takes },
  aims: setAims,
  run: (asked2) => {
    const on2 = setIn(asked2);
    return "is" in on2 ? on2 : run2(asked2, on2);
  }
});

// src/sandbox/aws/identity-center/assignments.ts
var PRINCIPAL = text3(
  1,
  47,
  /^([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/
);
var TYPE = oneOf("USER", "GROUP");
var STATUS = oneOf("IN_PROGRESS", "FAILED", "SUCCEEDED");
var typeIn = (text5) => text5 === "GROUP" ? "GROUP" : "USER";
var shownJob = (job) => ({
  Status: job.state,
  RequestId: job.id,
  FailureReason: job.reason,
  CreatedDate: job.born,
  ...job.does === "provisioning" ? { AccountId: job.account, PermissionSetArn: job.set } : {
    TargetId: job.assignment.account,
    TargetType: "AWS_ACCOUNT",
    PermissionSetArn: job.assignment.set,
    PrincipalType: job.assignment.principalType,
    PrincipalId: job.assignment.principalId
  }
});
function cannotBegin(center, account3, does) {
  const jobs = running(center);
  if (does === "creation" && jobs.filter((job) => job.does === "creation").length >= center.limits.creationsInFlight)
    return refuseJson.throttled("Too many outstanding assignments.");
  return account3 !== void 0 && jobs.some((job) => accountOf(job) === account3 || accountOf(job) === void 0) ? refuseJson.conflict("There is a conflicting operation in process.") : null;
}
function begin(aws, center, job) {
  return withCenter({ ...aws, made: aws.made + 1 }, { ...center, jobs: [...center.jobs, job] });
}
var WORDS = { creation: "Creation", deletion: "Deletion" };
var starting = (does) => ({
  writes: true,
  takes: {
    InstanceArn: INSTANCE,
    PermissionSetArn: SET,
    TargetId: ACCOUNT,
    TargetType: oneOf("AWS_ACCOUNT"),
    PrincipalType: TYPE,
    PrincipalId: PRINCIPAL
  },
  aims: setAims,
  run: (asked2) => {
    const on2 = setIn(asked2);
    if ("is" in on2) return on2;
    const { aws, input, now } = asked2;
    const assignment = {
      account: sure(input, "TargetId"),
      set: on2.arn,
      principalType: typeIn(sure(input, "PrincipalType")),
      principalId: sure(input, "PrincipalId")
    };
    const bad = outOfReach(asked2, on2, assignment.account) ?? cannotBegin(on2.center, assignment.account, does);
    if (bad !== null) return bad;
    const job = {
      id: uuidOf(`job/${aws.made}`),
      born: now,
      calls: 0,
      state: "IN_PROGRESS",
      does,
      assignment
    };
    return done(begin(aws, on2.center, job), { [`AccountAssignment${WORDS[does]}Status`]: shownJob(job) });
  }
});
var describing = (does) => {
  const parameter = `AccountAssignment${WORDS[does]}RequestId`;
  return {
    writes: false,
    takes: { InstanceArn: INSTANCE, [parameter]: UUID },
    aims: ({ input }) => [{ resource: sure(input, "InstanceArn") }],
    run: (asked2) => {
      const center = centerOf(asked2);
      if ("is" in center) return center;
      const job = center.jobs.find((one4) => one4.does === does && one4.id === sure(asked2.input, parameter));
      return job === void 0 ? refuseJson.notFound("The request does not exist.") : done(asked2.aws, { [`AccountAssignment${WORDS[does]}Status`]: shownJob(job) });
    }
  };
};
var listing = (does) => ({
  writes: false,
  takes: { InstanceArn: INSTANCE, "Filter?": structure({ "Status?": STATUS }), ...pages },
  aims: ({ input }) => [{ resource: sure(input, "InstanceArn") }],
  run: (asked2) => {
    const center = centerOf(asked2);
    if ("is" in center) return center;
    const wanted2 = given2(inside2(asked2.input, "Filter"), "Status");
    const jobs = center.jobs.filter((job) => job.does === does && (wanted2 === void 0 || job.state === wanted2));
    const page = pageOf2(jobs, asked2.input, Math.min(100, asked2.aws.pageSize));
    return page.is === "refused" ? page : done(asked2.aws, {
      [`AccountAssignments${WORDS[does]}Status`]: page.items.map(({ id, state, born }) => ({
        RequestId: id,
        Status: state,
        CreatedDate: born
      })),
      ...page.more
    });
  }
});
function rowsSeen(aws, center) {
  const { before, ...rest } = center;
  if (before === void 0) return { rows: center.assignments, after: aws };
  const left = before.reads - 1;
  return {
    rows: before.assignments,
    after: withCenter(aws, left > 0 ? { ...center, before: { ...before, reads: left } } : rest)
  };
}
var shownRow = ({ account: account3, set: set3, principalType, principalId }) => ({
  AccountId: account3,
  PermissionSetArn: set3,
  PrincipalType: principalType,
  PrincipalId: principalId
});
function listForPrincipal(asked2) {
  const center = centerOf(asked2);
  if ("is" in center) return center;
  if (standingOf(asked2) !== "management")
    return refuseJson.accessDenied("This operation can be called from the management account only.");
  const { aws, input } = asked2;
  const id = sure(input, "PrincipalId");
  const account3 = given2(inside2(input, "Filter"), "AccountId");
  const groups3 = Object.entries(center.groups).flatMap(([group3, { members: members2 }]) => members2.includes(id) ? [group3] : []);
  const { rows: rows2, after: after2 } = rowsSeen(aws, center);
  const mine2 = rows2.filter(
    (row) => (row.principalId === id || groups3.includes(row.principalId)) && (account3 === void 0 || row.account === account3)
  );
  const page = pageOf2(mine2, input, Math.min(100, aws.pageSize));
  return page.is === "refused" ? page : done(after2, { AccountAssignments: page.items.map(shownRow), ...page.more });
}
var assignmentOperations = {
  CreateAccountAssignment: starting("creation"),
  DeleteAccountAssignment: starting("deletion"),
  DescribeAccountAssignmentCreationStatus: describing("creation"),
  DescribeAccountAssignmentDeletionStatus: describing("deletion"),
  ListAccountAssignmentCreationStatus: listing("creation"),
  ListAccountAssignmentDeletionStatus: listing("deletion"),
  ListAccountAssignments: readsSet({ AccountId: ACCOUNT, ...pages }, ({ aws, input }, { center, arn }) => {
    const { rows: rows2, after: after2 } = rowsSeen(aws, center);
    const here = rows2.filter(({ account: account3, set: set3 }) => account3 === sure(input, "AccountId") && set3 === arn);
    const page = pageOf2(here, input, Math.min(100, aws.pageSize));
    return page.is === "refused" ? page : done(after2, { AccountAssignments: page.items.map(shownRow), ...page.more });
  }),
  ListAccountAssignmentsForPrincipal: {
    writes: false,
    takes: {
      InstanceArn: INSTANCE,
      PrincipalId: PRINCIPAL,
      PrincipalType: TYPE,
      "Filter?": structure({ "AccountId?": ACCOUNT }),
      ...pages
    },
    aims: ({ input }) => [{ resource: sure(input, "InstanceArn") }],
    run: listForPrincipal
  },
  ListAccountsForProvisionedPermissionSet: readsSet(
    {
      "ProvisioningStatus?": oneOf("LATEST_PERMISSION_SET_PROVISIONED", "LATEST_PERMISSION_SET_NOT_PROVISIONED"),
      ...pages
    },
    ({ aws, input }, { set: set3 }) => {
      const page = pageOf2(Object.keys(set3.roles), input, Math.min(100, aws.pageSize));
      return page.is === "refused" ? page : done(aws, { AccountIds: page.items, ...page.more });
    }
  ),
  ListPermissionSetsProvisionedToAccount: {
    writes: false,
    takes: { InstanceArn: INSTANCE, AccountId: ACCOUNT, ...pages },
    aims: setAims,
    run: (asked2) => {
      const center = centerOf(asked2);
      if ("is" in center) return center;
      const account3 = sure(asked2.input, "AccountId");
      const sets = Object.entries(center.sets).flatMap(
        ([arn, set3]) => own(set3.roles, account3) === void 0 ? [] : [arn]
      );
      const page = pageOf2(sets, asked2.input, Math.min(100, asked2.aws.pageSize));
      return page.is === "refused" ? page : done(asked2.aws, { PermissionSets: page.items, ...page.more });
    }
  }
};

// src/sandbox/aws/identity-center/policies.ts
var DOCUMENT = text3(1, 32768, /^[\t\n\r\u0020-\u00FF]+$/);
var MANAGED = text3(
  20,
  2048,
  /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):iam::aws:policy\/[\p{L}\p{M}\p{Z}\p{S}\p{N}\p{P}]+$/u
);
var CUSTOMER = structure({
  Name: text3(1, 128, /^[\w+=,.@-]+$/),
  "Path?": text3(1, 512, /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/)
});
var customerIn = (input) => {
  const reference = inside2(input, "CustomerManagedPolicyReference");
  return { name: sure(reference, "Name"), path: given2(reference, "Path") ?? "/" };
};
var same3 = (a, b) => a.name === b.name && a.path === b.path;
var policyOperations2 = {
  PutInlinePolicyToPermissionSet: writesSet({ InlinePolicy: DOCUMENT }, ({ input }, { set: set3, center }) => {
    const document = sure(input, "InlinePolicy");
    const bad = checkDocument(document, "identity");
    if (bad !== null) return refuseJson.validation(bad.message);
    if (Buffer.byteLength(document) > center.limits.inlineBytes || sizeOf(document) > center.limits.inlineSize)
      return refuseJson.quota("The inline policy is too large.");
    return { ...set3, inline: document };
  }),
  GetInlinePolicyForPermissionSet: readsSet({}, ({ aws }, { set: set3 }) => done(aws, { InlinePolicy: set3.inline ?? "" })),
  DeleteInlinePolicyFromPermissionSet: writesSet({}, (_asked, { set: set3 }) => {
    const { inline: _, ...rest } = set3;
    return rest;
  }),
  AttachManagedPolicyToPermissionSet: writesSet({ ManagedPolicyArn: MANAGED }, ({ aws, input }, { set: set3, center }) => {
    const arn = sure(input, "ManagedPolicyArn");
    if (own(aws.managed, arn) === void 0) return refuseJson.notFound(`The policy ${arn} does not exist.`);
    if (set3.managed.includes(arn)) return refuseJson.conflict("Policy is already attached to the permission set.");
    return set3.managed.length + set3.customer.length >= center.limits.managedPerSet ? refuseJson.quota("Too many managed policies.") : { ...set3, managed: [...set3.managed, arn] };
  }),
  DetachManagedPolicyFromPermissionSet: writesSet({ ManagedPolicyArn: MANAGED }, ({ input }, { set: set3 }) => {
    const arn = sure(input, "ManagedPolicyArn");
    return set3.managed.includes(arn) ? { ...set3, managed: set3.managed.filter((one4) => one4 !== arn) } : refuseJson.notFound("Policy is not attached to the permission set.");
  }),
  ListManagedPoliciesInPermissionSet: readsSet(pages, ({ aws, input }, { set: set3 }) => {
    const page = pageOf2(set3.managed, input, Math.min(100, aws.pageSize));
    return page.is === "refused" ? page : done(aws, {
      AttachedManagedPolicies: page.items.map((arn) => ({ Name: arn.slice(arn.lastIndexOf("/") + 1), Arn: arn })),
      ...page.more
    });
  }),
  AttachCustomerManagedPolicyReferenceToPermissionSet: writesSet(
    { CustomerManagedPolicyReference: CUSTOMER },
    ({ input }, { set: set3, center }) => {
      const reference = customerIn(input);
      if (set3.customer.some((one4) => same3(one4, reference))) return refuseJson.conflict("Policy is already attached.");
      return set3.managed.length + set3.customer.length >= center.limits.managedPerSet ? refuseJson.quota("Too many managed policies.") : { ...set3, customer: [...set3.customer, reference] };
    }
  ),
  DetachCustomerManagedPolicyReferenceFromPermissionSet: writesSet(
    { CustomerManagedPolicyReference: CUSTOMER },
    ({ input }, { set: set3 }) => {
      const reference = customerIn(input);
      return set3.customer.some((one4) => same3(one4, reference)) ? { ...set3, customer: set3.customer.filter((one4) => !same3(one4, reference)) } : refuseJson.notFound("Policy is not attached to the permission set.");
    }
  ),
  ListCustomerManagedPolicyReferencesInPermissionSet: readsSet(pages, ({ aws, input }, { set: set3 }) => {
    const page = pageOf2(set3.customer, input, Math.min(100, aws.pageSize));
    return page.is === "refused" ? page : done(aws, {
      CustomerManagedPolicyReferences: page.items.map(({ name: name2, path: path2 }) => ({ Name: name2, Path: path2 })),
      ...page.more
    });
  })
};

// src/sandbox/aws/identity-center/provisioning.ts
function provision2(asked2) {
  const on2 = setIn(asked2);
  if ("is" in on2) return on2;
  const { aws, input, now } = asked2;
  const account3 = given2(input, "TargetId");
  if (sure(input, "TargetType") === "AWS_ACCOUNT" && (account3 === void 0 || own(on2.set.roles, account3) === void 0))
    return refuseJson.notFound("The permission set is not provisioned in this account.");
  const accounts = account3 === void 0 ? Object.keys(on2.set.roles) : [account3];
  const bad = outOfReach(asked2, on2, account3) ?? busy(asked2, on2)?.refused ?? accounts.map((one4) => cannotBegin(on2.center, one4, "provisioning")).find((one4) => one4 !== null) ?? null;
  if (bad !== null) return bad;
  const job = {
    id: uuidOf(`job/${aws.made}`),
    born: now,
    calls: 0,
    state: "IN_PROGRESS",
    does: "provisioning",
    set: on2.arn,
    ...account3 === void 0 ? {} : { account: account3 }
  };
  return done(begin(aws, on2.center, job), { PermissionSetProvisioningStatus: shownJob(job) });
}
var provisioningOperations = {
  ProvisionPermissionSet: {
    writes: true,
    takes: {
      InstanceArn: INSTANCE,
      PermissionSetArn: SET,
      TargetType: oneOf("AWS_ACCOUNT", "ALL_PROVISIONED_ACCOUNTS"),
      "TargetId?": ACCOUNT
    },
    aims: setAims,
    run: provision2
  },
  DescribePermissionSetProvisioningStatus: {
    writes: false,
    takes: { InstanceArn: INSTANCE, ProvisionPermissionSetRequestId: UUID },
    aims: ({ input }) => [{ resource: sure(input, "InstanceArn") }],
    run: (asked2) => {
      const center = centerOf(asked2);
      if ("is" in center) return center;
      const job = center.jobs.find(
        ({ does, id }) => does === "provisioning" && id === sure(asked2.input, "ProvisionPermissionSetRequestId")
      );
      return job === void 0 ? refuseJson.notFound("The request does not exist.") : done(asked2.aws, { PermissionSetProvisioningStatus: shownJob(job) });
    }
  }
};

// src/sandbox/aws/identity-center/sets.ts
var NAME = text3(1, 32, /^[\w+=,.@-]+$/);
var DESCRIPTION = text3(1, 700, /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]*$/);
var DURATION = text3(1, 100, /^PT(\d+H)?(\d+M)?(\d+S)?$/);
var RELAY = text3(1, 240);
var TAGS = listOf(structure({ Key: TAG_KEY, Value: TAG_VALUE }), 75);
var tagsIn = (input) => Object.fromEntries(inputs(input, "Tags").map((tag) => [sure(tag, "Key"), sure(tag, "Value")]));
var shown = (arn, set3) => ({
  Name: set3.name,
  PermissionSetArn: arn,
  Description: set3.description,
  CreatedDate: set3.created,
  SessionDuration: set3.sessionDuration,
  RelayState: set3.relayState
});
var badDuration = (duration) => {
  const [, hours = "0", minutes = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?/.exec(duration ?? "PT1H") ?? [];
  const all3 = Number(hours) * 60 + Number(minutes);
  return all3 < 60 || all3 > 720 ? refuseJson.validation("SessionDuration must be between 1 and 12 hours.") : null;
};
function create3(asked2) {
  const { aws, input, now } = asked2;
  const center = centerOf(asked2);
  if ("is" in center) return center;
  const name2 = sure(input, "Name");
  const duration = given2(input, "SessionDuration");
  const bad = badDuration(duration);
  if (bad !== null) return bad;
  if (Object.values(center.sets).some((set4) => set4.name === name2))
    return refuseJson.conflict(`PermissionSet with name ${name2} already exists.`);
  if (Object.keys(center.sets).length >= center.limits.sets)
    return refuseJson.quota("You have exceeded the allowed number of permission sets.");
  const tags = tagsIn(input);
  if (Object.keys(tags).length > center.limits.tagsPerSet) return refuseJson.validation("Too many tags.");
  const arn = setArnOf(center.instanceArn, `${name2}/${aws.made}`);
  const [description, relayState] = [given2(input, "Description"), given2(input, "RelayState")];
  const set3 = {
    name: name2,
    sessionDuration: duration ?? "PT1H",
    tags,
    managed: [],
    customer: [],
    created: now,
    roles: {},
    ...description === void 0 ? {} : { description },
    ...relayState === void 0 ? {} : { relayState }
  };
  const after2 = withCenter({ ...aws, made: aws.made + 1 }, { ...center, sets: having(center.sets, arn, set3) });
  return done(after2, { PermissionSet: shown(arn, set3) });
}
function remove5(asked2) {
  const on2 = setIn(asked2);
  if ("is" in on2) return on2;
  const { center, arn, set: set3 } = on2;
  const out = outOfReach(asked2, on2) ?? busy(asked2, on2)?.refused;
  if (out != null) return out;
  const used = Object.keys(set3.roles).length > 0 || center.assignments.some((one4) => one4.set === arn);
  if (used || running(center).some((job) => setOf(job) === arn))
    return refuseJson.conflict("PermissionSet has ApplicationProfile associated with it.");
  return done(withCenter(asked2.aws, { ...center, sets: lacking(center.sets, arn) }), {});
}
var onTags = (run2) => (asked2) => {
  const center = centerOf(asked2);
  if ("is" in center) return center;
  const arn = sure(asked2.input, "ResourceArn");
  const set3 = own(center.sets, arn);
  if (set3 === void 0) return refuseJson.notFound(`${arn} does not exist.`);
  return done(withSet(asked2.aws, { center, arn, set: set3 }, { ...set3, tags: run2(set3, asked2.input) }), {});
};
var setOperations = {
  ListInstances: {
    writes: false,
    takes: pages,
    run: (asked2) => {
      const center = asked2.aws.identityCenter;
      const seen = center !== void 0 && center.region === asked2.region && standingOf(asked2) !== "outsider";
      return done(asked2.aws, {
        Instances: seen ? [
          {
            InstanceArn: center.instanceArn,
            IdentityStoreId: center.storeId,
            OwnerAccountId: asked2.aws.organizations?.management,
            CreatedDate: 1704067200,
            Status: "ACTIVE"
          }
        ] : []
      });
    }
  },
  ListPermissionSets: {
    writes: false,
    takes: { InstanceArn: INSTANCE, ...pages },
    aims: ({ input }) => [{ resource: sure(input, "InstanceArn") }],
    run: (asked2) => {
      const center = centerOf(asked2);
      if ("is" in center) return center;
      const page = pageOf2(Object.keys(center.sets), asked2.input, Math.min(100, asked2.aws.pageSize));
      return page.is === "refused" ? page : done(asked2.aws, { PermissionSets: page.items, ...page.more });
    }
  },
  DescribePermissionSet: readsSet({}, ({ aws }, { arn, set: set3 }) => done(aws, { PermissionSet: shown(arn, set3) })),
  CreatePermissionSet: {
    writes: true,
    takes: {
      InstanceArn: INSTANCE,
      Name: NAME,
      "Description?": DESCRIPTION,
      "SessionDuration?": DURATION,
      "RelayState?": RELAY,
      "Tags?": TAGS
    },
    aims: ({ input }) => {
      const tags = tagsIn(input);
      const context = { "aws:TagKeys": Object.keys(tags), ...tagKeys("aws:RequestTag", tags) };
      return [{ resource: sure(input, "InstanceArn"), context }];
    },
    run: create3
  },
  UpdatePermissionSet: writesSet(
    { "Description?": DESCRIPTION, "SessionDuration?": DURATION, "RelayState?": RELAY },
    ({ input }, { set: set3 }) => {
      const [description, duration, relay] = ["Description", "SessionDuration", "RelayState"].map(
        (one4) => given2(input, one4)
      );
      return badDuration(duration) ?? {
        ...set3,
        ...description === void 0 ? {} : { description },
        ...duration === void 0 ? {} : { sessionDuration: duration },
        ...relay === void 0 ? {} : { relayState: relay }
      };
    }
  ),
  DeletePermissionSet: {
    writes: true,
    takes: { InstanceArn: INSTANCE, PermissionSetArn: SET },
    aims: setAims,
    run: remove5
  },
  ListTagsForResource: {
    writes: false,
    takes: { "InstanceArn?": INSTANCE, ResourceArn: text3(10, 2048), "NextToken?": text3(0, 65535) },
    aims: setAims,
    run: (asked2) => {
      const center = centerOf(asked2);
      if ("is" in center) return center;
      const arn = sure(asked2.input, "ResourceArn");
      const set3 = own(center.sets, arn);
      if (set3 === void 0) return refuseJson.notFound(`${arn} does not exist.`);
      return done(asked2.aws, { Tags: Object.entries(set3.tags).map(([Key, Value]) => ({ Key, Value })) });
    }
  },
  TagResource: {
    writes: true,
    takes: { "InstanceArn?": INSTANCE, ResourceArn: text3(10, 2048), Tags: TAGS },
    aims: setAims,
    run: onTags((set3, input) => ({ ...set3.tags, ...tagsIn(input) }))
  },
  UntagResource: {
    writes: true,
    takes: { "InstanceArn?": INSTANCE, ResourceArn: text3(10, 2048), TagKeys: listOf(TAG_KEY, 75) },
    aims: setAims,
    run: onTags((set3, input) => lacking(set3.tags, ...texts3(input, "TagKeys")))
  }
};
var STATUS2 = oneOf("IN_PROGRESS", "FAILED", "SUCCEEDED");

// src/sandbox/aws/identity-center/index.ts
var sso = {
  name: "sso",
  operations: { ...setOperations, ...policyOperations2, ...assignmentOperations, ...provisioningOperations },
  before: settle
};

// src/sandbox/aws/identity-store/index.ts
var STORE = text3(1, 36, /^d-[0-9a-f]{10}$|^[0-9a-f]{8}\b-[0-9a-f]{4}\b-[0-9a-f]{4}\b-[0-9a-f]{4}\b-[0-9a-f]{12}$/);
var ID = text3(1, 47);
function storeOf({ aws, caller, region, input }) {
  const { identityCenter: center, organizations: organizations2 } = aws;
  const inside3 = caller.account === organizations2?.management || organizations2?.delegated.includes(caller.account) === true;
  if (center === void 0 || center.region !== region || center.storeId !== sure(input, "IdentityStoreId"))
    return refuseJson.notFound(`IDENTITY STORE not found: ${sure(input, "IdentityStoreId")}`);
  return inside3 ? center : refuseJson.accessDenied("User is not authorized to use this identity store.");
}
var shown2 = (storeId, id, { userName, displayName, emails, status }) => ({
  UserName: userName,
  UserId: id,
  DisplayName: displayName,
  Emails: emails.map(({ value, primary }) => ({ Value: value, Type: "work", Primary: primary })),
  IdentityStoreId: storeId,
  UserStatus: status
});
var listUsers2 = (asked2) => {
  const store = storeOf(asked2);
  if ("is" in store) return store;
  const page = pageOf2(Object.entries(store.users), asked2.input, Math.min(100, asked2.aws.pageSize));
  if (page.is === "refused") return page;
  return done(asked2.aws, {
    Users: page.items.map(([id, user5]) => shown2(store.storeId, id, user5)),
    ...page.more
  });
};
var describeUser = (asked2) => {
  const store = storeOf(asked2);
  if ("is" in store) return store;
  const id = sure(asked2.input, "UserId");
  const user5 = own(store.users, id);
  return user5 === void 0 ? refuseJson.notFound(`USER not found: ${id}`) : done(asked2.aws, shown2(store.storeId, id, user5));
};
var listGroups2 = (asked2) => {
  const store = storeOf(asked2);
  if ("is" in store) return store;
  const page = pageOf2(Object.entries(store.groups), asked2.input, Math.min(100, asked2.aws.pageSize));
  if (page.is === "refused") return page;
  return done(asked2.aws, {
    Groups: page.items.map(([id, { displayName }]) => ({
      GroupId: id,
      DisplayName: displayName,
      IdentityStoreId: store.storeId
    })),
    ...page.more
  });
};
var listGroupMemberships = (asked2) => {
  const store = storeOf(asked2);
  if ("is" in store) return store;
  const group3 = sure(asked2.input, "GroupId");
  const found3 = own(store.groups, group3);
  if (found3 === void 0) return refuseJson.notFound(`GROUP not found: ${group3}`);
  const page = pageOf2(found3.members, asked2.input, Math.min(100, asked2.aws.pageSize));
  if (page.is === "refused") return page;
  return done(asked2.aws, {
    GroupMemberships: page.items.map((UserId) => ({
      IdentityStoreId: store.storeId,
      MembershipId: uuidOf(`membership/${group3}/${UserId}`),
      GroupId: group3,
      MemberId: { UserId }
    })),
    ...page.more
  });
};
var identityStore = {
  name: "identitystore",
  operations: {
    ListUsers: { writes: false, takes: { IdentityStoreId: STORE, ...pages }, run: listUsers2 },
    ListGroups: { writes: false, takes: { IdentityStoreId: STORE, ...pages }, run: listGroups2 },
    ListGroupMemberships: {
      writes: false,
      takes: { IdentityStoreId: STORE, GroupId: ID, ...pages },
      run: listGroupMemberships
    },
    DescribeUser: { writes: false, takes: { IdentityStoreId: STORE, UserId: ID }, run: describeUser }
  }
};

// src/sandbox/aws/organizations/index.ts
var PAGE2 = 20;
var notInUse = () => refuseJson.notInUse("Your account is not a member of an organization.");
var describeOrganization = ({ aws, caller }) => {
  const found3 = aws.organizations;
  if (found3 === void 0 || own(found3.members, caller.account) === void 0) return notInUse();
  const { management, id } = found3;
  return done(aws, {
    Organization: {
      Id: id,
      Arn: `arn:${aws.partition}:organizations::${management}:organization/${id}`,
      FeatureSet: "ALL",
      MasterAccountArn: `arn:${aws.partition}:organizations::${management}:account/${id}/${management}`,
      MasterAccountId: management,
      MasterAccountEmail: own(found3.members, management)?.email ?? ""
    }
  });
};
var listAccounts = ({ aws, caller, input }) => {
  const found3 = aws.organizations;
  if (found3 === void 0 || own(found3.members, caller.account) === void 0) return notInUse();
  if (caller.account !== found3.management && !found3.delegated.includes(caller.account))
    return refuseJson.accessDenied("You don't have permissions to access this resource.");
  const page = pageOf2(Object.entries(found3.members), input, Math.min(PAGE2, aws.pageSize));
  if (page.is === "refused") return page;
  return done(aws, {
    Accounts: page.items.map(([id, { name: name2, email, status }]) => ({
      Id: id,
      Arn: `arn:${aws.partition}:organizations::${found3.management}:account/${found3.id}/${id}`,
      Email: email,
      Name: name2,
      Status: status,
      State: status,
      JoinedMethod: "INVITED",
      JoinedTimestamp: 1704067200
    })),
    ...page.more
  });
};
var organizations = {
  name: "organizations",
  invalid: "InvalidInputException",
  operations: {
    DescribeOrganization: { writes: false, takes: {}, run: describeOrganization },
    ListAccounts: {
      writes: false,
      takes: { "NextToken?": text3(0, 1e5), "MaxResults?": { is: "number", from: 1, to: 20 } },
      run: listAccounts
    }
  }
};

// src/sandbox/aws/resource-explorer/query.ts
var fits2 = (pattern, text5) => pattern.endsWith("*") ? text5.toLowerCase().startsWith(pattern.slice(0, -1).toLowerCase()) : text5.toLowerCase() === pattern.toLowerCase();
var FILTERS = {
  region: (value) => (one4) => fits2(value, one4.region),
  service: (value) => (one4) => fits2(value, one4.service),
  resourcetype: (value) => (one4) => fits2(value, one4.type),
  accountid: (value) => (one4) => fits2(value, one4.arn.split(":")[4] ?? ""),
  id: (value) => (one4) => fits2(value, one4.arn),
  "tag.key": (value) => (one4) => Object.keys(one4.tags).some((key) => fits2(value, key)),
  "tag.value": (value) => (one4) => Object.values(one4.tags).some((text5) => fits2(value, text5)),
  tag: (value) => {
    if (value === "none") return ({ tags }) => Object.keys(tags).length === 0;
    if (value === "all") return ({ tags }) => Object.keys(tags).length > 0;
    const [key = "", ...rest] = value.split("=");
    return ({ tags }) => Object.entries(tags).some(([name2, text5]) => fits2(key, name2) && fits2(rest.join("="), text5));
  }
};
var TERM = /(-?)(?:([\w.]+):)?("[^"]*"|\S+)/g;
function queryOf2(text5, words2) {
  const tests = [];
  const free = [];
  for (const [, minus, name2, quoted = ""] of text5.matchAll(TERM)) {
    const value = quoted.replace(/^"|"$/g, "");
    if (name2 === void 0) {
      if (words2 === "filters") return null;
      free.push(
        ({ arn, type, tags }) => [arn, type, ...Object.entries(tags).flat()].some((one4) => one4.toLowerCase().includes(value.toLowerCase()))
      );
      continue;
    }
    const test = Object.hasOwn(FILTERS, name2) ? FILTERS[name2]?.(value) : void 0;
    if (test === void 0) return null;
    tests.push(minus === "-" ? (one4) => !test(one4) : test);
  }
  return (one4) => tests.every((test) => test(one4)) && (free.length === 0 || free.some((test) => test(one4)));
}

// src/sandbox/aws/resource-explorer/reading.ts
var viewArn = ({ partition, account: account3 }, { region, name: name2 }) => `arn:${partition}:resource-explorer-2:${region}:${account3}:view/${name2}/${uuidOf(`view/${account3}/${region}/${name2}`)}`;
var indexArn = ({ partition, account: account3 }, region) => `arn:${partition}:resource-explorer-2:${region}:${account3}:index/${uuidOf(`index/${account3}/${region}`)}`;
var PARTIAL = (one4) => Object.keys(one4.tags).length > 0;
var placeOf = ({ region }) => region === "global" ? "us-east-1" : region;
function shownIn(explorer2, view, now) {
  const index = own(explorer2.indexes, view.region);
  const seen = (one4) => explorer2.regions.includes(placeOf(one4)) && one4.since + explorer2.lag <= now && (one4.gone === void 0 || now < one4.gone + explorer2.lag);
  const covers2 = (one4) => {
    if (index === void 0) return placeOf(one4) === view.region && PARTIAL(one4);
    if (index.type === "LOCAL") return placeOf(one4) === view.region;
    return own(explorer2.indexes, placeOf(one4)) !== void 0;
  };
  const filter = queryOf2(view.filter, "filters") ?? (() => false);
  return explorer2.resources.filter((one4) => seen(one4) && covers2(one4) && filter(one4));
}

// src/sandbox/aws/resource-explorer/index.ts
var SEARCHED = 1e3;
var NO_MORE = 1e3;
var NOTHING = { regions: [], indexes: {}, views: [], defaults: {}, resources: [], lag: 0 };
var pages2 = { "NextToken?": text3(1, 2048), "MaxResults?": { is: "number", from: 1, to: 1e3 } };
var mine = ({ aws, caller }) => own(aws.explorers ?? {}, caller.account) ?? NOTHING;
var whereOf = ({ aws, caller }) => ({ partition: aws.partition, account: caller.account });
var unauthorized = () => ({
  is: "refused",
  status: 401,
  code: "UnauthorizedException",
  message: "Either the request does not have access to the specified view or there is no default view."
});
var viewOf = (asked2, arn) => mine(asked2).views.find((view) => view.region === asked2.region && viewArn(whereOf(asked2), view) === arn);
var defaultOf = (asked2) => {
  const name2 = own(mine(asked2).defaults, asked2.region);
  return mine(asked2).views.find((view) => view.region === asked2.region && view.name === name2);
};
var chosen = (asked2) => {
  const arn = given2(asked2.input, "ViewArn");
  return arn === void 0 ? defaultOf(asked2) : viewOf(asked2, arn);
};
var onView = (asked2) => {
  const view = chosen(asked2);
  return [{ resource: view === void 0 ? "*" : viewArn(whereOf(asked2), view) }];
};
var written = (asked2, view, { arn, region, service, type, tags }) => ({
  Arn: arn,
  OwningAccountId: arn.split(":")[4] || asked2.caller.account,
  Region: region,
  Service: service,
  ResourceType: type,
  LastReportedAt: new Date(asked2.now * 1e3).toISOString(),
  Properties: view.tags && Object.keys(tags).length > 0 ? [
    {
      Name: "tags",
      LastReportedAt: new Date(asked2.now * 1e3).toISOString(),
      Data: Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
    }
  ] : []
});
var shown3 = (asked2, view) => ({
  ViewArn: viewArn(whereOf(asked2), view),
  Owner: asked2.caller.account,
  LastUpdatedAt: (/* @__PURE__ */ new Date(0)).toISOString(),
  Scope: `arn:${asked2.aws.partition}:iam::${asked2.caller.account}:root`,
  IncludedProperties: view.tags ? [{ Name: "tags" }] : [],
  Filters: { FilterString: view.filter }
});
var listIndexes = (asked2) => {
  const indexes = Object.entries(mine(asked2).indexes);
  const page = pageOf2(indexes, asked2.input, Math.min(100, asked2.aws.pageSize));
  if (page.is === "refused") return page;
  return done(asked2.aws, {
    Indexes: page.items.map(([region, { type }]) => ({
      Region: region,
      Arn: indexArn(whereOf(asked2), region),
      Type: type
    })),
    ...page.more
  });
};
var getIndex = (asked2) => {
  const index = own(mine(asked2).indexes, asked2.region);
  if (index === void 0) return refuseJson.notFound("There is no index in this Region.");
  return done(asked2.aws, { Arn: indexArn(whereOf(asked2), asked2.region), Type: index.type, State: index.state });
};
var getDefaultView = (asked2) => {
  const view = defaultOf(asked2);
  return done(asked2.aws, view === void 0 ? {} : { ViewArn: viewArn(whereOf(asked2), view) });
};
var listViews = (asked2) => {
  const views = mine(asked2).views.filter(({ region }) => region === asked2.region);
  const page = pageOf2(views, asked2.input, Math.min(50, asked2.aws.pageSize));
  if (page.is === "refused") return page;
  return done(asked2.aws, { Views: page.items.map((view) => viewArn(whereOf(asked2), view)), ...page.more });
};
var getView = (asked2) => {
  const view = chosen(asked2);
  return view === void 0 ? unauthorized() : done(asked2.aws, { View: shown3(asked2, view) });
};
var listSupportedResourceTypes = (asked2) => {
  const types = [...new Map(mine(asked2).resources.map(({ service, type }) => [type, service]))].sort();
  const page = pageOf2(types, asked2.input, Math.min(1e3, asked2.aws.pageSize));
  if (page.is === "refused") return page;
  return done(asked2.aws, {
    ResourceTypes: page.items.map(([type, service]) => ({ Service: service, ResourceType: type })),
    ...page.more
  });
};
var search = (asked2) => {
  const view = chosen(asked2);
  const query = queryOf2(given2(asked2.input, "QueryString") ?? "", "words");
  if (view === void 0) return unauthorized();
  if (query === null) return refuseJson.validation("The query string is not valid.");
  const all3 = shownIn(mine(asked2), view, asked2.now).filter(query);
  const found3 = all3.slice(0, SEARCHED);
  const page = pageOf2(found3, asked2.input, Math.min(1e3, asked2.aws.pageSize));
  if (page.is === "refused") return page;
  return done(asked2.aws, {
    Resources: page.items.map((one4) => written(asked2, view, one4)),
    ViewArn: viewArn(whereOf(asked2), view),
    Count: { TotalResources: found3.length, Complete: found3.length === all3.length },
    ...page.more
  });
};
var listResources = (asked2) => {
  const view = chosen(asked2);
  const filter = queryOf2(given2(inside2(asked2.input, "Filters"), "FilterString") ?? "", "filters");
  if (view === void 0) return unauthorized();
  if (filter === null) return refuseJson.validation("The filter string is not valid.");
  const all3 = shownIn(mine(asked2), view, asked2.now).filter(filter);
  const page = pageOf2(all3, asked2.input, Math.min(1e3, asked2.aws.pageSize));
  if (page.is === "refused") return page;
  return done(asked2.aws, {
    Resources: page.items.map((one4) => written(asked2, view, one4)),
    ViewArn: viewArn(whereOf(asked2), view),
    ...asked2.input["MaxResults"] === NO_MORE ? {} : page.more
  });
};
var reads = (takes, run2, aims) => ({
  writes: false,
  takes,
  run: run2,
  ...aims === void 0 ? {} : { aims }
});
var resourceExplorer = {
  name: "resource-explorer-2",
  operations: {
    GetDefaultView: reads({}, getDefaultView),
    GetIndex: reads({}, getIndex),
    GetView: reads({ ViewArn: text3(1, 1e3) }, getView, onView),
    ListIndexes: reads(pages2, listIndexes),
    // No action of its own permits it (service authorization reference, condition resource-explorer-2:Operation).
    ListResources: {
      ...reads(
        {
          ...pages2,
          "ViewArn?": text3(1, 1e3),
          "Filters?": { is: "structure", takes: { FilterString: text3(0, 2048) } }
        },
        listResources,
        onView
      ),
      action: "Search"
    },
    ListSupportedResourceTypes: reads(pages2, listSupportedResourceTypes),
    ListViews: reads(pages2, listViews),
    Search: reads({ ...pages2, QueryString: text3(0, 1280), "ViewArn?": text3(0, 1e3) }, search, onView)
  }
};

// src/sandbox/aws/secrets-manager/index.ts
var isHere = (arn, { region, caller }) => {
  const [, , , where, account3] = arn.split(":");
  return where === region && account3 === caller.account;
};
var getSecretValue = (asked2) => {
  const arn = String(asked2.input["SecretId"]);
  const value = isHere(arn, asked2) ? own(asked2.aws.secrets ?? {}, arn) : void 0;
  if (value === void 0) return refuseJson.notFound("Secrets Manager can't find the specified secret.");
  return done(asked2.aws, {
    ARN: arn,
    Name: arn.split(":").slice(6).join(":").replace(/-[^-]{6}$/, ""),
    VersionId: "00000000-0000-0000-0000-000000000001",
    SecretString: value,
    VersionStages: ["AWSCURRENT"],
    CreatedDate: 1704067200
  });
};
var secretsManager = {
  name: "secretsmanager",
  invalid: "InvalidParameterException",
  operations: {
    GetSecretValue: {
      writes: false,
      takes: { SecretId: text3(1, 2048) },
      aims: ({ input }) => [{ resource: String(input["SecretId"]) }],
      run: getSecretValue
    }
  }
};

// src/sandbox/aws/tagging/index.ts
var GLOBAL = "us-east-1";
var liesIn = ({ region }, asked2) => region === "global" ? asked2.region === GLOBAL : region === asked2.region;
var isThere2 = ({ since: since2, gone }, now) => since2 <= now && (gone === void 0 || now < gone);
var isTold = ({ service, tags }) => service !== "iam" && Object.keys(tags).length > 0;
var getResources = (asked2) => {
  const wanted2 = texts3(asked2.input, "ResourceARNList");
  const there = own(asked2.aws.explorers ?? {}, asked2.caller.account)?.resources ?? [];
  const found3 = there.filter(
    (one4) => wanted2.includes(one4.arn) && liesIn(one4, asked2) && isThere2(one4, asked2.now) && isTold(one4)
  );
  return done(asked2.aws, {
    PaginationToken: "",
    ResourceTagMappingList: found3.map(({ arn, tags }) => ({
      ResourceARN: arn,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
    }))
  });
};
var tagging = {
  name: "tag",
  invalid: "InvalidParameterException",
  operations: {
    GetResources: {
      writes: false,
      takes: { ResourceARNList: listOf(text3(1, 1011), 100) },
      run: getResources
    }
  }
};

// src/sandbox/aws/json/serve.ts
var services = {
  SWBExternalService: sso,
  AWSIdentityStore: identityStore,
  AWSOrganizationsV20161128: organizations,
  secretsmanager: secretsManager,
  ResourceGroupsTaggingAPI_20170126: tagging
};
var byPath = {
  "resource-explorer-2": resourceExplorer,
  account: accountManagement
};
var lastStep = (arrival) => arrival.url.pathname.split("/").slice(2).join("/");
var isJsonCall = (arrival) => arrival.headers["x-amz-target"] !== void 0 || lastStep(arrival) !== "";
var scopeOf = (arrival) => /\bCredential=([^,\s]+)/.exec(arrival.headers["authorization"] ?? "")?.[1]?.split("/") ?? [];
var targetOf = (arrival) => {
  const step = lastStep(arrival);
  if (step !== "")
    return { service: own(byPath, scopeOf(arrival)[3] ?? ""), op: `${step[0]?.toUpperCase()}${step.slice(1)}` };
  const [before = "", op = ""] = (arrival.headers["x-amz-target"] ?? "").split(".");
  return { service: own(services, before), op };
};
var inputOf = (arrival) => {
  const text5 = Buffer.from(arrival.body).toString("utf8");
  const read3 = text5 === "" ? {} : JSON.parse(text5);
  return typeof read3 === "object" && read3 !== null && !Array.isArray(read3) ? read3 : {};
};
var regionOf2 = (arrival) => scopeOf(arrival)[2] ?? "";
var describeJson = (world, arrival) => {
  const { service, op } = targetOf(arrival);
  return {
    part: service?.name ?? "aws",
    op,
    writes: service === void 0 ? false : own(service.operations, op)?.writes ?? false,
    where: own(world.aws.credentials, accessKeyOf(arrival) ?? "")?.account ?? "",
    input: inputOf(arrival)
  };
};
var asJson = {
  MissingAuthenticationToken: refuseJson.missingToken,
  InvalidClientTokenId: refuseJson.unknownKey,
  ExpiredToken: refuseJson.expiredToken
};
function unauthorised2(asked2, action, operation) {
  const aims = operation.aims?.(asked2) ?? [{ resource: "*" }];
  const refused6 = aims.find(
    ({ resource, context = {} }) => !decide(asked2.aws, asked2.caller, { action, resource, at: asked2.now, context }).allowed
  );
  return refused6 === void 0 ? null : refuseJson.accessDenied(
    `User: ${asked2.caller.arn} is not authorized to perform: ${action} on resource: ${refused6.resource}`
  );
}
function serve(world, arrival, now) {
  const untouched = (answer) => ({ answer, aws: world.aws });
  const { service, op } = targetOf(arrival);
  const operation = service === void 0 ? void 0 : own(service.operations, op);
  if (service === void 0 || operation === void 0)
    return untouched(
      refuseJson.notServed(`The sandbox does not serve ${arrival.headers["x-amz-target"] ?? arrival.url.pathname}.`)
    );
  const caller = callerOf(world.aws, arrival, now);
  if (caller.is === "refused") return untouched(asJson[caller.code]?.(caller.message) ?? caller);
  const input = inputOf(arrival);
  const aws = service.before?.(world.aws, now) ?? world.aws;
  const asked2 = { aws, caller: caller.principal, region: regionOf2(arrival), input, now };
  const wrong = checkInput(input, operation.takes);
  const form = wrong?.code === "ValidationException" && service.invalid !== void 0 ? { ...wrong, code: service.invalid } : wrong;
  const bad = form ?? unauthorised2(asked2, `${service.name}:${operation.action ?? op}`, operation);
  return { answer: bad ?? operation.run(asked2), aws };
}
var handleJson = (world, arrival, now) => {
  const { answer, aws: passed } = serve(world, arrival, now);
  const id = requestId(
    `${now}/${accessKeyOf(arrival)}/${arrival.headers["x-amz-target"] ?? arrival.url.pathname}/${Buffer.from(arrival.body)}`
  );
  const aws = answer.is === "refused" ? passed : answer.after;
  const after2 = aws === world.aws ? world : { ...world, aws };
  const type = lastStep(arrival) === "" ? "application/x-amz-json-1.1" : "application/json";
  return answer.is === "refused" ? { world: after2, reply: refusedJson(answer, id, type), error: answer.code } : { world: after2, reply: answeredJson(answer.output, id, type) };
};
var isJsonPart = (part3) => [...Object.values(services), ...Object.values(byPath)].some(({ name: name2 }) => name2 === part3);
var refuseJsonCall = (call, refusal3) => refusedJson(
  refusal3 === "throttle" ? refuseJson.throttled("Rate exceeded") : refusal3,
  requestId(`${call.op}/${call.where}`),
  own(byPath, call.part) === void 0 ? "application/x-amz-json-1.1" : "application/json"
);

// src/sandbox/aws/sts/session.ts
var hour = 3600;
var durationOf = (input, target, chained) => {
  const wanted2 = Number(textOf3(input, "DurationSeconds") ?? hour);
  if (chained === "chained" && wanted2 > hour)
    return refuse.validationError(
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining"
    );
  return wanted2 > target.role.maxSession ? refuse.validationError("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.") : wanted2;
};
var limitsOf = (aws, target, input) => {
  const inline = textOf3(input, "Policy");
  const bad = inline === void 0 ? null : checkDocument(inline, "identity");
  if (bad !== null) return bad;
  const account3 = own(aws.accounts, target.account);
  const texts5 = inline === void 0 ? [] : [inline];
  for (const { arn } of structuresOf(input, "PolicyArns").map((one4) => ({ arn: textOf3(one4, "arn") ?? "" }))) {
    const found3 = account3 === void 0 ? null : policyAt(aws, account3, arn);
    const document = found3 === null ? void 0 : own(found3.policy.versions, found3.policy.default)?.document;
    if (document === void 0) return refuse.malformedPolicyDocument(`Policy ${arn} does not exist.`);
    texts5.push(document);
  }
  return texts5;
};
var open = (aws, now, wanted2, extra = {}) => {
  const { target, input, seconds, limits, tags, transitive, claims, sourceIdentity } = wanted2;
  const sessionName = text2(input, "RoleSessionName");
  const seed = `${aws.made}/${target.account}/${target.name}/${sessionName}`;
  const key = accessKeyId("ASIA", seed);
  const session = {
    kind: "session",
    account: target.account,
    role: target.name,
    roleId: target.role.id,
    sessionName,
    token: tokenOf(seed),
    issued: now,
    expires: now + seconds,
    tags,
    transitive,
    limits,
    claims,
    ...sourceIdentity === void 0 ? {} : { sourceIdentity }
  };
  const after2 = { ...aws, made: aws.made + 1, credentials: having(aws.credentials, key, session) };
  return done(after2, {
    Credentials: {
      AccessKeyId: key,
      SecretAccessKey: secretOf(seed),
      SessionToken: session.token,
      Expiration: stamp(session.expires)
    },
    AssumedRoleUser: {
      AssumedRoleId: `${target.role.id}:${sessionName}`,
      Arn: sessionArn(aws.partition, target.account, target.name, sessionName)
    },
    ...sourceIdentity === void 0 ? {} : { SourceIdentity: sourceIdentity },
    ...extra
  });
};

// src/sandbox/aws/sts/assume.ts
var inherited = (credential) => {
  if (credential.kind === "key") return { tags: {} };
  const tags = Object.fromEntries(
    Object.entries(credential.tags).filter(([key]) => credential.transitive.includes(key))
  );
  return credential.sourceIdentity === void 0 ? { tags } : { tags, sourceIdentity: credential.sourceIdentity };
};
var assumeRole = ({ aws, caller, input, now }) => {
  const arn = text2(input, "RoleArn");
  const { principal, credential } = caller;
  const from = inherited(credential);
  const asked2 = tagsOf(input);
  const clash = Object.keys(asked2).find(
    (key) => Object.keys(from.tags).some((one4) => one4.toLowerCase() === key.toLowerCase())
  );
  if (clash !== void 0)
    return refuse.validationError(
      `The tag ${clash} cannot be set because it conflicts with a transitive tag of the calling session.`
    );
  if (structuresOf(input, "Tags").length > 50) return refuse.validationError("At most 50 session tags can be passed.");
  const transitive = textsOf2(input, "TransitiveTagKeys");
  const sourceIdentity = textOf3(input, "SourceIdentity") ?? from.sourceIdentity;
  const tags = mergedTags(asked2, from.tags);
  const denied = (action) => refuse.accessDenied(`User: ${principal.arn} is not authorized to perform: ${action} on resource: ${arn}`);
  if (from.sourceIdentity !== void 0 && sourceIdentity !== from.sourceIdentity)
    return denied("sts:SetSourceIdentity");
  const externalId = textOf3(input, "ExternalId");
  const context = {
    "sts:RoleSessionName": text2(input, "RoleSessionName"),
    ...externalId === void 0 ? {} : { "sts:ExternalId": externalId },
    ...sourceIdentity === void 0 ? {} : { "sts:SourceIdentity": sourceIdentity },
    ...transitive.length === 0 ? {} : { "sts:TransitiveTagKeys": transitive },
    ...Object.keys(tags).length === 0 ? {} : { "aws:TagKeys": Object.keys(tags) },
    ...tagKeys("aws:RequestTag", tags)
  };
  const actions = [
    "sts:AssumeRole",
    ...Object.keys(tags).length === 0 ? [] : ["sts:TagSession"],
    ...sourceIdentity === void 0 ? [] : ["sts:SetSourceIdentity"]
  ];
  const refused6 = actions.find((action) => !decide(aws, principal, { action, resource: arn, at: now, context }).allowed);
  const target = roleAt(aws, arn);
  if (refused6 !== void 0 || target === null) return denied(refused6 ?? "sts:AssumeRole");
  const seconds = durationOf(input, target, credential.kind === "session" ? "chained" : "first");
  if (typeof seconds !== "number") return seconds;
  const limits = limitsOf(aws, target, input);
  if ("is" in limits) return limits;
  return open(aws, now, {
    target,
    input,
    seconds,
    limits,
    tags,
    transitive: [.../* @__PURE__ */ new Set([...transitive, ...Object.keys(from.tags)])],
    claims: {},
    ...sourceIdentity === void 0 ? {} : { sourceIdentity }
  });
};

// src/sandbox/aws/sts/web-identity.ts
import { createHmac, timingSafeEqual } from "node:crypto";
var githubHost = "token.actions.githubusercontent.com";
var conditionClaims = [
  "aud",
  "sub",
  "actor",
  "actor_id",
  "environment",
  "enterprise_id",
  "job_workflow_ref",
  "ref",
  "repository",
  "repository_id",
  "repository_owner_id",
  "workflow"
];
var verified = (token, key) => {
  const [head = "", body = "", signature2 = "", ...rest] = token.split(".");
  const wanted2 = createHmac("sha256", key).update(`${head}.${body}`).digest();
  const given3 = Buffer.from(signature2, "base64url");
  if (rest.length > 0 || given3.length !== wanted2.length || !timingSafeEqual(given3, wanted2)) return null;
  const claims = JSON.parse(Buffer.from(body, "base64url").toString());
  return typeof claims === "object" && claims !== null && !Array.isArray(claims) ? { ...claims } : null;
};
var claimKeys = (claims) => Object.fromEntries(
  conditionClaims.flatMap((name2) => {
    const value = claims[name2];
    return value === void 0 ? [] : [[`${githubHost}:${name2}`, String(value)]];
  })
);
var checkToken = (claims, now) => {
  if (claims === null)
    return refuse.invalidIdentityToken("Couldn't retrieve verification key from your identity provider");
  if (claims["iss"] !== `https://${githubHost}`)
    return refuse.invalidIdentityToken("No OpenIDConnect provider found in your account for the issuer");
  return typeof claims["exp"] === "number" && claims["exp"] > now ? null : refuse.expiredWebToken("Token expired: current date/time must be before the expiration date/time");
};
var assumeRoleWithWebIdentity = ({ aws, oidcKey, input, now }) => {
  const claims = verified(text2(input, "WebIdentityToken"), oidcKey);
  const bad = checkToken(claims, now);
  if (bad !== null || claims === null) return bad ?? refuse.invalidIdentityToken("The token is not valid.");
  const arn = text2(input, "RoleArn");
  const denied = refuse.accessDenied("Not authorized to perform sts:AssumeRoleWithWebIdentity");
  const target = roleAt(aws, arn);
  if (target === null) return denied;
  const provider = own(aws.accounts, target.account)?.oidcProviders.find(({ host }) => host === githubHost);
  if (provider === void 0)
    return refuse.invalidIdentityToken(`No OpenIDConnect provider found in your account for https://${githubHost}`);
  if (!provider.audiences.includes(String(claims["aud"])))
    return refuse.invalidIdentityToken("Incorrect token audience");
  const keys = claimKeys(claims);
  const context = contextOf(ambient(aws, arn, now), keys, { "sts:RoleSessionName": text2(input, "RoleSessionName") });
  const names = {
    kind: "Federated",
    direct: [oidcArn(aws.partition, target.account, githubHost)],
    account: []
  };
  const request = { action: "sts:AssumeRoleWithWebIdentity", resource: arn, context };
  if (trustVerdict(target.role, names, request) !== "directly") return denied;
  const seconds = durationOf(input, target, "first");
  if (typeof seconds !== "number") return seconds;
  const limits = limitsOf(aws, target, input);
  if ("is" in limits) return limits;
  return open(
    aws,
    now,
    { target, input, seconds, limits, tags: {}, transitive: [], claims: keys },
    {
      SubjectFromWebIdentityToken: String(claims["sub"]),
      Audience: String(claims["aud"]),
      Provider: names.direct[0]
    }
  );
};

// src/sandbox/aws/sts/index.ts
var getCallerIdentity = ({ aws, caller }) => done(aws, {
  UserId: String(caller.principal.context["aws:userid"]),
  Account: caller.principal.account,
  Arn: caller.principal.arn
});
var stsOperations = {
  GetCallerIdentity: { signed: true, takes: {}, run: getCallerIdentity },
  AssumeRole: {
    signed: true,
    takes: {
      RoleArn: "arn",
      RoleSessionName: "sessionName",
      "DurationSeconds?": "duration",
      "ExternalId?": "externalId",
      "SourceIdentity?": "sessionName",
      "Policy?": "sessionDocument",
      "PolicyArns?": "policyArns",
      "Tags?": "tags",
      "TransitiveTagKeys?": "tagKeys"
    },
    run: assumeRole
  },
  AssumeRoleWithWebIdentity: {
    signed: false,
    takes: {
      RoleArn: "arn",
      RoleSessionName: "sessionName",
      WebIdentityToken: "webToken",
      "DurationSeconds?": "duration",
      "Policy?": "sessionDocument",
      "PolicyArns?": "policyArns"
    },
    run: assumeRoleWithWebIdentity
  }
};

// src/sandbox/aws/index.ts
var services2 = { "2010-05-08": "iam", "2011-06-15": "sts" };
var read = (arrival) => queryOf(Buffer.from(arrival.body).toString("utf8"));
var serviceOf = (query) => own(services2, query.version) ?? "aws";
var accountOf2 = (aws, arrival, query) => {
  const role4 = serviceOf(query) === "sts" ? textOf3(query.input, "RoleArn") : void 0;
  const named2 = role4 === void 0 ? null : arnParts(role4);
  return named2?.account ?? own(aws.credentials, accessKeyOf(arrival) ?? "")?.account ?? "";
};
var describe = (world, arrival) => {
  if (isJsonCall(arrival)) return describeJson(world, arrival);
  const query = read(arrival);
  const part3 = serviceOf(query);
  const writes2 = part3 === "iam" && (own(iamOperations, query.action)?.writes ?? false);
  return { part: part3, op: query.action, writes: writes2, where: accountOf2(world.aws, arrival, query), input: query.input };
};
var serveSts = (world, arrival, query, now) => {
  const { aws } = world;
  const operation = own(stsOperations, query.action);
  if (operation === void 0) return refuse.notServed(`The sandbox does not serve sts:${query.action}.`);
  const open2 = { aws, input: query.input, now, oidcKey: world.github.oidcKey };
  if (!operation.signed) return checkParameters(query.input, operation.takes) ?? operation.run(open2);
  const caller = callerOf(aws, arrival, now);
  if (caller.is === "refused") return caller;
  return checkParameters(query.input, operation.takes) ?? operation.run({ ...open2, caller });
};
var serve2 = (world, arrival, query, now) => {
  if (arrival.method !== "POST")
    return refuse.notServed(`The sandbox serves AWS by POST only, not by ${arrival.method}.`);
  const service = serviceOf(query);
  if (service === "sts") return serveSts(world, arrival, query, now);
  const operation = service === "iam" ? own(iamOperations, query.action) : void 0;
  if (operation === void 0)
    return refuse.notServed(`The sandbox does not serve ${service}:${query.action} (version ${query.version}).`);
  const caller = callerOf(world.aws, arrival, now);
  return caller.is === "refused" ? caller : serveIam(world.aws, caller.principal, query.action, operation, query.input, now);
};
var handle = (world, arrival, now) => {
  if (isJsonCall(arrival)) return handleJson(world, arrival, now);
  const query = read(arrival);
  const service = serviceOf(query);
  const answer = serve2(world, arrival, query, now);
  const id = requestId(`${now}/${accessKeyOf(arrival)}/${Buffer.from(arrival.body).toString("utf8")}`);
  if (answer.is === "refused") return { world, reply: refused2(service, answer, id), error: answer.code };
  const after2 = answer.after === world.aws ? world : { ...world, aws: answer.after };
  return { world: after2, reply: answered(service, query.action, answer.output, id) };
};
var refuseAs = (call, refusal3) => isJsonPart(call.part) ? refuseJsonCall(call, refusal3) : refused2(
  call.part,
  refusal3 === "throttle" ? { status: 400, code: "Throttling", message: "Rate exceeded" } : refusal3,
  requestId(`${call.op}/${call.where}`)
);
var awsPart = { prefix: "/aws", describe, handle, refuse: refuseAs };

// src/sandbox/faults.ts
var means = (pattern, text5) => pattern === void 0 || (typeof pattern === "string" ? pattern === text5 : pattern.test(text5));
var matches = (when, call) => means(when.part, call.part) && means(when.op, call.op) && means(when.where, call.where) && (when.writes === void 0 || when.writes === call.writes);
var due = (when, count) => (when.nth === void 0 || count === when.nth) && (when.every === void 0 || count % when.every === 0);
var openFaults = () => {
  let rules2 = [];
  return {
    add: (...added) => {
      rules2 = [...rules2, ...added.map((rule) => ({ rule, seen: 0, fired: 0 }))];
    },
    clear: () => {
      rules2 = [];
    },
    strike: (call) => {
      let mishap = null;
      rules2 = rules2.map((counted2) => {
        const { rule, fired } = counted2;
        if (!matches(rule.when, call)) return counted2;
        const seen = counted2.seen + 1;
        if (mishap !== null || !due(rule.when, seen) || fired >= (rule.times ?? Number.POSITIVE_INFINITY))
          return { rule, seen, fired };
        mishap = rule.do;
        return { rule, seen, fired: fired + 1 };
      });
      return mishap;
    }
  };
};
var refusalOf = (mishap) => ({
  status: mishap.status,
  code: mishap.code,
  message: mishap.message ?? `The sandbox was told to answer ${mishap.code}.`
});

// src/sandbox/git/index.ts
import { spawn } from "node:child_process";
import { gunzipSync } from "node:zlib";

// src/sandbox/github/access.ts
function callerOf2(github2, headers) {
  const given3 = headers["authorization"];
  if (given3 === void 0 || given3 === "") return { is: "anonymous" };
  const [scheme = "", value = ""] = given3.split(" ");
  const secret = scheme.toLowerCase() === "basic" ? Buffer.from(value, "base64").toString().split(":").slice(1).join(":") : value;
  const token = github2.tokens.find((one4) => one4.token === secret);
  return token === void 0 ? { is: "unknown" } : { is: "known", token };
}
var kept = ["administration", "secrets"];
var writers = ["write", "maintain", "admin"];
function roleOf(repository, user5) {
  if (repository.owner.id === user5) return "admin";
  const found3 = repository.collaborators.find((one4) => one4.user === user5);
  if (found3 !== void 0) return found3.role;
  return repository.private ? null : "read";
}
function visible(github2, caller, name2) {
  const repository = repositoryNamed(github2, name2);
  if (repository === null || !repository.private) return repository;
  return may(github2, caller, repository, "metadata", "read") ? repository : null;
}
function may(github2, caller, repository, what, level) {
  if (level === "read" && !repository.private && !kept.includes(what)) return true;
  if (caller.is !== "known" || !reaches(caller.token, repository)) return false;
  const granted = caller.token.permissions[what];
  const named2 = what === "metadata" || granted === "write" || granted === level;
  return named2 && roleAllows(github2, caller.token, repository, what, level);
}
function reaches(token, repository) {
  return token.repositories === "all" || token.repositories.some((name2) => name2.toLowerCase() === fullName(repository).toLowerCase());
}
function roleAllows(github2, token, repository, what, level) {
  if (userOf2(github2, token.actor)?.type === "Bot") return true;
  const role4 = roleOf(repository, token.actor);
  if (role4 === null) return false;
  if (kept.includes(what)) return role4 === "admin";
  return level === "read" || what === "issues" || what === "pull-requests" || writers.includes(role4);
}

// src/sandbox/git/packets.ts
var packet = (text5) => `${(Buffer.byteLength(text5) + 4).toString(16).padStart(4, "0")}${text5}`;
function packetsOf(bytes) {
  const buffer = Buffer.from(bytes);
  const packets = [];
  for (let at2 = 0; at2 + 4 <= buffer.length; ) {
    const digits = buffer.toString("latin1", at2, at2 + 4);
    const length = /^[0-9a-f]{4}$/.test(digits) ? Number.parseInt(digits, 16) : 0;
    if (length === 0) return packets;
    if (length > 4) packets.push(buffer.toString("utf8", at2 + 4, at2 + length).replace(/\n$/, ""));
    at2 += Math.max(length, 4);
  }
  return packets;
}

// src/sandbox/git/index.ts
var prefix = "/git";
var services3 = ["git-upload-pack", "git-receive-pack"];
function askedOf(arrival) {
  const found3 = /^\/git\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(
    arrival.url.pathname
  );
  const [, repository, end2] = found3 ?? [];
  if (repository === void 0 || end2 === void 0) return null;
  const refs = end2 === "info/refs";
  const name2 = refs ? arrival.url.searchParams.get("service") : end2;
  const service = services3.find((one4) => one4 === name2);
  if (service === void 0 || arrival.method !== (refs ? "GET" : "POST")) return null;
  return { repository, service, phase: refs ? "refs" : "pack" };
}
var bodyOf = (arrival) => arrival.headers["content-encoding"] === "gzip" ? gunzipSync(arrival.body) : arrival.body;
function describe2(_world, arrival) {
  const asked2 = askedOf(arrival);
  if (asked2 === null)
    return { part: "git", op: "unknown", writes: false, where: "", input: { path: arrival.url.pathname } };
  const { repository: where, service } = asked2;
  if (asked2.phase === "refs") return { part: "git", op: "fetch-refs", writes: false, where, input: { service } };
  const said = packetsOf(bodyOf(arrival));
  if (service === "git-receive-pack")
    return { part: "git", op: "receive-pack", writes: true, where, input: { updates: said.map(firstLine) } };
  const lists = said[0] === "command=ls-refs";
  const wants = said.filter((one4) => one4.startsWith("want ")).length;
  return {
    part: "git",
    op: lists ? "fetch-refs" : "upload-pack",
    writes: false,
    where,
    input: lists ? { service } : { wants }
  };
}
var firstLine = (one4) => one4.split("\0")[0] ?? "";
async function handle2(world, arrival, now) {
  const asked2 = askedOf(arrival);
  if (asked2 === null)
    return refused3(world, 501, `The sandbox's git serves nothing at ${arrival.method} ${arrival.url.pathname}`);
  const caller = callerOf2(world.github, arrival.headers);
  if (caller.is === "unknown") return refused3(world, 401, "Bad credentials");
  const repository = visible(world.github, caller, asked2.repository);
  if (repository === null) return refused3(world, caller.is === "anonymous" ? 401 : 404, "Repository not found.");
  const level = asked2.service === "git-receive-pack" ? "write" : "read";
  if (!may(world.github, caller, repository, "contents", level))
    return refused3(world, caller.is === "anonymous" ? 401 : 403, "Write access to repository not granted.");
  return asked2.phase === "refs" ? { world, reply: await advertise(repository, asked2.service, arrival) } : exchange(world, repository, asked2.service, caller, arrival, now);
}
var abilities = /* @__PURE__ */ new Map();
function advertised(repository, service, arrival) {
  const ask = () => serve3(repository, service, ["--http-backend-info-refs"], arrival, Buffer.alloc(0));
  const version2 = arrival.headers["git-protocol"];
  if (service !== "git-upload-pack" || version2 !== "version=2") return ask();
  const known2 = abilities.get(version2);
  if (known2 !== void 0) return known2;
  const asked2 = ask();
  abilities.set(version2, asked2);
  asked2.catch(() => abilities.delete(version2));
  return asked2;
}
async function advertise(repository, service, arrival) {
  const refs = await advertised(repository, service, arrival);
  const body = Buffer.concat([Buffer.from(`${packet(`# service=${service}
`)}0000`), refs]);
  return {
    status: 200,
    headers: { "content-type": `application/x-${service}-advertisement`, "cache-control": "no-cache" },
    body
  };
}
async function exchange(world, repository, service, caller, arrival, now) {
  const pushes = service === "git-receive-pack";
  const named2 = pushes ? packetsOf(bodyOf(arrival)).flatMap((one4) => firstLine(one4).split(" ")[2] ?? []) : [];
  const before = refsOf(repository, named2);
  const body = await serve3(repository, service, [], arrival, bodyOf(arrival));
  const headers = { "content-type": `application/x-${service}-result`, "cache-control": "no-cache" };
  const reply3 = { status: 200, headers, body };
  const changes = changesOf(before, refsOf(repository, named2));
  if (changes.length === 0) return { world, reply: reply3 };
  const actor2 = caller.is === "known" ? userOf2(world.github, caller.token.actor) : null;
  return { world: afterPush(world, repository.id, changes, actor2 ?? actionsBot, now), reply: reply3 };
}
var refsOf = (repository, names) => new Map(names.map((ref) => [ref, refOid(repository.gitDirectory, ref)]));
var changesOf = (before, after2) => [...before].map(([ref, oid]) => ({ ref, before: oid, after: after2.get(ref) ?? null })).filter((change) => change.before !== change.after);
function serve3(repository, service, args, arrival, input) {
  const command = [
    "-c",
    "receive.hideRefs=refs/pull",
    service.slice(4),
    "--stateless-rpc",
    ...args,
    repository.gitDirectory
  ];
  const version2 = arrival.headers["git-protocol"];
  const env = version2 === void 0 ? gitEnvironment : { ...gitEnvironment, GIT_PROTOCOL: version2 };
  return new Promise((resolve2, reject) => {
    const child = spawn("git", command, { env });
    const out = [];
    const error = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => error.push(chunk));
    child.on("error", reject);
    child.stdin.on("error", (broken) => error.push(Buffer.from(broken.message)));
    child.on("close", () => {
      if (out.length > 0 || error.length === 0) resolve2(Buffer.concat(out));
      else reject(new Error(`${service}: ${Buffer.concat(error).toString()}`));
    });
    child.stdin.end(input);
  });
}
function refused3(world, status, message) {
  return { world, reply: plain(status, message), error: String(status) };
}
function plain(status, message) {
  const challenge = status === 401 ? { "www-authenticate": 'Basic realm="GitHub"' } : {};
  return { status, headers: { "content-type": "text/plain", ...challenge }, body: `${message}
` };
}
var refuse2 = (_call, refusal3) => refusal3 === "throttle" ? plain(429, "Too many requests") : plain(refusal3.status, refusal3.message);
var gitPart = { prefix, describe: describe2, handle: handle2, refuse: refuse2 };

// src/sandbox/github/rest/asked.ts
var found2 = (body) => ({ status: 200, body });
var created = (github2, body) => ({ status: 201, body, github: github2 });
var changed3 = (github2, body) => ({ status: 200, body, github: github2 });
var nothing2 = (github2) => ({ status: 204, body: null, github: github2 });
var refused4 = (status, message) => ({
  status,
  body: { message, documentation_url: "https://docs.github.com/rest", status: String(status) }
});
var notFound2 = refused4(404, "Not Found");
var unprocessable = (error) => ({
  status: 422,
  body: {
    message: "Validation Failed",
    errors: [error],
    documentation_url: "https://docs.github.com/rest",
    status: "422"
  }
});
var invalid2 = (message) => unprocessable({ code: "custom", message });
var invalidReview = (message) => unprocessable(message);
function paged2(asked2, items, render3, wrap = (page) => page) {
  const wanted2 = Number(asked2.url.searchParams.get("per_page") ?? "30") || 30;
  const size = Math.max(1, Math.min(wanted2, 100, asked2.github.pageSize ?? 100));
  const page = Math.max(1, Number(asked2.url.searchParams.get("page") ?? "1") || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const to = (rel, number) => {
    const url = new URL(asked2.url);
    url.searchParams.set("page", String(number));
    return `<${url.href}>; rel="${rel}"`;
  };
  const links = [
    ...page > 1 ? [to("prev", page - 1), to("first", 1)] : [],
    ...page < last ? [to("next", page + 1), to("last", last)] : []
  ];
  const body = wrap(items.slice((page - 1) * size, page * size).map(render3), items.length);
  return { status: 200, body, ...links.length === 0 ? {} : { headers: { link: links.join(", ") } } };
}
function textOf4(body, name2) {
  const value = body[name2];
  return typeof value === "string" ? value : null;
}
function textsOf3(body, name2) {
  const value = body[name2];
  return Array.isArray(value) ? value.filter((one4) => typeof one4 === "string") : [];
}
function partOf(body, name2) {
  return isObject4(body[name2]) ? body[name2] : {};
}
var isObject4 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var numberIn = (asked2, name2) => Number(asked2.parameters[name2]);

// src/sandbox/github/rest/index.ts
import { createHash as createHash4 } from "node:crypto";

// src/sandbox/github/render/view.ts
var html = "https://github.com";
function iso2(at2) {
  return at2 === null ? null : new Date(at2 * 1e3).toISOString().replace(".000Z", "Z");
}

// src/sandbox/github/render/account.ts
var ghost = { id: 10137, login: "ghost", type: "User" };
var pageOf3 = ({ login, type }) => type === "Bot" ? `${html}/apps/${login.replace(/\[bot\]$/, "")}` : `${html}/${login}`;
function renderAccount(view, account3) {
  const url = `${view.api}/users/${encodeURIComponent(account3.login)}`;
  return {
    login: account3.login,
    id: account3.id,
    node_id: nodeId("User", account3.id),
    avatar_url: `${html}/avatars/${account3.id}`,
    gravatar_id: "",
    url,
    html_url: pageOf3(account3),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account3.type,
    site_admin: false
  };
}
function renderUser2(view, id) {
  const user5 = userOf2(view.github, id);
  return user5 === null ? null : renderAccount(view, user5);
}
var renderSomeone = (view, id) => renderUser2(view, id) ?? renderAccount(view, ghost);
function renderPublicUser(view, user5) {
  return {
    ...renderAccount(view, user5),
    name: user5.name,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    user_view_type: "public",
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2020-01-01T00:00:00Z"
  };
}
var legacy = {
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin"
};
function renderPermission(view, repository, user5) {
  const role4 = roleOf(repository, user5.id);
  const role_name = role4 ?? "none";
  return {
    permission: role4 === null ? "none" : legacy[role4],
    role_name,
    user: { ...renderAccount(view, user5), role_name }
  };
}
function associationOf(view, repository, id) {
  if (id === repository.owner.id) return "OWNER";
  if (userOf2(view.github, id)?.type === "Mannequin") return "MANNEQUIN";
  if (repository.collaborators.some((one4) => one4.user === id))
    return repository.owner.type === "Organization" ? "MEMBER" : "COLLABORATOR";
  return repository.pulls.some((pull) => pull.author === id && pull.state === "merged") ? "CONTRIBUTOR" : "NONE";
}

// src/sandbox/github/render/repository.ts
var tails = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}"
};
var repositoryUrl = (view, repository) => `${view.api}/repos/${fullName(repository)}`;
var pageOf4 = (repository) => `${html}/${fullName(repository)}`;
function renderRepository(view, repository) {
  const url = repositoryUrl(view, repository);
  const open2 = [...repository.issues, ...repository.pulls].filter((one4) => one4.state === "open").length;
  const origin = new URL(view.api).origin;
  return {
    id: repository.id,
    node_id: nodeId("Repository", repository.id),
    name: repository.name,
    full_name: fullName(repository),
    owner: renderAccount(view, repository.owner),
    private: repository.private,
    html_url: pageOf4(repository),
    description: null,
    fork: repository.forkOf !== null,
    url,
    ...Object.fromEntries(Object.entries(tails).map(([name2, tail]) => [name2, `${url}${tail}`])),
    clone_url: `${origin}/git/${fullName(repository)}.git`,
    git_url: `git://github.com/${fullName(repository)}.git`,
    ssh_url: `git@github.com:${fullName(repository)}.git`,
    svn_url: pageOf4(repository),
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: repository.defaultBranch,
    visibility: repository.private ? "private" : "public",
    archived: false,
    disabled: false,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    has_downloads: false,
    forks: 0,
    forks_count: 0,
    network_count: 0,
    open_issues: open2,
    open_issues_count: open2,
    size: 0,
    stargazers_count: 0,
    subscribers_count: 0,
    watchers: 0,
    watchers_count: 0,
    created_at: iso2(repository.createdAt),
    updated_at: iso2(repository.createdAt),
    pushed_at: iso2(repository.createdAt)
  };
}

// src/sandbox/github/render/issue.ts
var contents = ["+1", "-1", "laugh", "confused", "heart", "hooray", "eyes", "rocket"];
function rollup(repository, kind, id, url) {
  const on2 = repository.reactions.filter((one4) => one4.on.kind === kind && one4.on.id === id);
  const counted2 = contents.map((content) => [content, on2.filter((one4) => one4.content === content).length]);
  return { url: `${url}/reactions`, total_count: on2.length, ...Object.fromEntries(counted2) };
}
function renderIssue(view, repository, issue) {
  const base = repositoryUrl(view, repository);
  const url = `${base}/issues/${issue.number}`;
  const pulls = "head" in issue;
  const page = `${pageOf4(repository)}/${pulls ? "pull" : "issues"}/${issue.number}`;
  const pull = `${base}/pulls/${issue.number}`;
  const pull_request = {
    url: pull,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: pulls ? iso2(issue.mergedAt) : null
  };
  return {
    id: issue.id,
    node_id: nodeId(pulls ? "PullRequest" : "Issue", issue.id),
    number: issue.number,
    url,
    repository_url: base,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    title: issue.title,
    body: issue.body,
    user: renderUser2(view, issue.author),
    labels: issue.labels.map((name2) => renderLabel(view, repository, name2)),
    state: issue.state === "open" ? "open" : "closed",
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: repository.comments.filter((one4) => one4.number === issue.number).length,
    created_at: iso2(issue.createdAt),
    updated_at: iso2(issue.updatedAt),
    closed_at: iso2(issue.closedAt),
    author_association: associationOf(view, repository, issue.author),
    reactions: rollup(repository, "issue", issue.number, url),
    ...pulls ? { pull_request, draft: issue.draft } : {}
  };
}
function renderComment(view, repository, comment2) {
  const base = repositoryUrl(view, repository);
  const url = `${base}/issues/comments/${comment2.id}`;
  const app = userOf2(view.github, comment2.author)?.login === "github-actions[bot]" ? "github-actions" : null;
  return {
    id: comment2.id,
    node_id: nodeId("IssueComment", comment2.id),
    url,
    html_url: `${pageOf4(repository)}/issues/${comment2.number}#issuecomment-${comment2.id}`,
    issue_url: `${base}/issues/${comment2.number}`,
    user: renderUser2(view, comment2.author),
    body: comment2.body,
    created_at: iso2(comment2.createdAt),
    updated_at: iso2(comment2.updatedAt),
    author_association: associationOf(view, repository, comment2.author),
    performed_via_github_app: app === null ? null : renderApp(view, app),
    reactions: rollup(repository, "comment", comment2.id, url)
  };
}
function renderLabel(view, repository, name2) {
  return {
    id: 5e6 + Math.max(0, repository.labels.indexOf(name2)),
    node_id: nodeId("Label", name2),
    url: `${repositoryUrl(view, repository)}/labels/${encodeURIComponent(name2)}`,
    name: name2,
    description: null,
    color: "ededed",
    default: false
  };
}
function renderReaction(view, reaction) {
  return {
    id: reaction.id,
    node_id: nodeId("Reaction", reaction.id),
    user: renderUser2(view, reaction.user),
    content: reaction.content,
    created_at: iso2(reaction.createdAt)
  };
}
function renderApp(view, slug) {
  const at2 = "2018-07-30T09:30:17Z";
  return {
    id: 15368,
    slug,
    node_id: nodeId("App", 15368),
    client_id: "Iv1.sandbox",
    owner: renderAccount(view, { login: "github", id: 9919, type: "Organization" }),
    name: "GitHub Actions",
    description: null,
    external_url: "https://help.github.com/en/actions",
    html_url: `https://github.com/apps/${slug}`,
    created_at: at2,
    updated_at: at2,
    permissions: { checks: "write", contents: "write", issues: "write", metadata: "read", pull_requests: "write" },
    events: []
  };
}

// src/sandbox/github/render/check.ts
function renderCheckRun(view, repository, run2) {
  const url = `${repositoryUrl(view, repository)}/check-runs/${run2.id}`;
  const page = `${pageOf4(repository)}/runs/${run2.id}`;
  return {
    id: run2.id,
    node_id: nodeId("CheckRun", run2.id),
    name: run2.name,
    head_sha: run2.headOid,
    external_id: run2.externalId,
    url,
    html_url: page,
    details_url: run2.detailsUrl ?? page,
    status: run2.status,
    conclusion: run2.conclusion,
    started_at: iso2(run2.startedAt),
    completed_at: iso2(run2.completedAt),
    output: { ...run2.output, annotations_count: run2.annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: repository.id },
    app: renderApp(view, run2.app),
    pull_requests: []
  };
}

// src/sandbox/github/rest/checks.ts
var mostAnnotations = 50;
var statuses = ["queued", "in_progress", "completed"];
function written2(asked2, before) {
  const { body, now } = asked2;
  const conclusion = textOf4(body, "conclusion") ?? before.conclusion;
  const asks = statuses.find((one4) => one4 === body["status"]) ?? before.status;
  const output = partOf(body, "output");
  const given3 = Array.isArray(output["annotations"]) ? output["annotations"] : [];
  const status = conclusion === null ? asks : "completed";
  return {
    ...before,
    name: textOf4(body, "name") ?? before.name,
    status,
    conclusion,
    externalId: textOf4(body, "external_id") ?? before.externalId,
    detailsUrl: textOf4(body, "details_url") ?? before.detailsUrl,
    completedAt: status === "completed" ? before.completedAt ?? now : null,
    output: {
      title: textOf4(output, "title") ?? before.output.title,
      summary: textOf4(output, "summary") ?? before.output.summary,
      text: textOf4(output, "text") ?? before.output.text
    },
    annotations: [...before.annotations, ...given3.filter(isObject4)]
  };
}
function problem(asked2) {
  if (asked2.actor?.type !== "Bot") return refused4(403, "You must authenticate via a GitHub App.");
  const output = partOf(asked2.body, "output");
  const count = Array.isArray(output["annotations"]) ? output["annotations"].length : 0;
  if (count > mostAnnotations) return invalid2(`No more than ${mostAnnotations} annotations a request`);
  return ["summary", "text"].some((name2) => (textOf4(output, name2) ?? "").length > 65535) ? invalid2("output is too long") : null;
}
function createRun(asked2) {
  const wrong = problem(asked2);
  if (wrong !== null) return wrong;
  const name2 = textOf4(asked2.body, "name");
  const headOid = textOf4(asked2.body, "head_sha") ?? "";
  if (name2 === null) return invalid2("name is missing");
  if (commitOid(asked2.repository.gitDirectory, headOid) === null) return invalid2(`No commit found for SHA: ${headOid}`);
  const taken2 = takeId({ github: asked2.github });
  const empty = {
    id: taken2.id,
    name: name2,
    headOid,
    app: "github-actions",
    status: "queued",
    conclusion: null,
    externalId: "",
    detailsUrl: null,
    startedAt: asked2.now,
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: []
  };
  const run2 = written2(asked2, empty);
  const { github: github2 } = withRepository(taken2.world, asked2.repository.id, {
    checkRuns: [...asked2.repository.checkRuns, run2]
  });
  return created(github2, renderCheckRun(asked2.view, asked2.repository, run2));
}
function updateRun(asked2) {
  const before = asked2.repository.checkRuns.find((one4) => one4.id === numberIn(asked2, "check_run_id"));
  if (before === void 0) return notFound2;
  const wrong = problem(asked2);
  if (wrong !== null) return wrong;
  const run2 = written2(asked2, before);
  const checkRuns = asked2.repository.checkRuns.map((one4) => one4.id === run2.id ? run2 : one4);
  return changed3(
    withRepository({ github: asked2.github }, asked2.repository.id, { checkRuns }).github,
    renderCheckRun(asked2.view, asked2.repository, run2)
  );
}
function listRuns(asked2) {
  const oid = commitOid(asked2.repository.gitDirectory, asked2.parameters["ref"] ?? "");
  if (oid === null) return refused4(422, `No commit found for SHA: ${asked2.parameters["ref"] ?? ""}`);
  const name2 = asked2.url.searchParams.get("check_name");
  const runs = asked2.repository.checkRuns.filter((run2) => run2.headOid === oid && (name2 === null || run2.name === name2));
  const render3 = (run2) => renderCheckRun(asked2.view, asked2.repository, run2);
  return paged2(asked2, runs.toReversed(), render3, (check_runs, total_count) => ({ total_count, check_runs }));
}
var checkRoutes = [
  { method: "POST", path: "/repos/{owner}/{repo}/check-runs", needs: [["checks", "write"]], answer: createRun },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/check-runs/{check_run_id}",
    needs: [["checks", "read"]],
    answer: (asked2) => {
      const run2 = asked2.repository.checkRuns.find((one4) => one4.id === numberIn(asked2, "check_run_id"));
      return run2 === void 0 ? notFound2 : found2(renderCheckRun(asked2.view, asked2.repository, run2));
    }
  },
  {
    method: "PATCH",
    path: "/repos/{owner}/{repo}/check-runs/{check_run_id}",
    needs: [["checks", "write"]],
    answer: updateRun
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}/check-runs",
    needs: [["checks", "read"]],
    answer: listRuns
  }
];

// src/sandbox/github/rest/issues.ts
var readsIssues = [
  ["issues", "read"],
  ["pull-requests", "read"]
];
var writesIssues = [
  ["issues", "write"],
  ["pull-requests", "write"]
];
function numbered2(asked2, number) {
  const { issues: issues2, pulls } = asked2.repository;
  return [...issues2, ...pulls].find((one4) => one4.number === number) ?? null;
}
var onIssue = (answer) => (asked2) => {
  const issue = numbered2(asked2, numberIn(asked2, "issue_number"));
  return issue === null ? notFound2 : answer(asked2, issue);
};
function shown4(asked2, github2, number) {
  const repository = repositoryNamed(github2, fullName(asked2.repository));
  if (repository === null) return null;
  const issue = numbered2({ ...asked2, github: github2, repository }, number);
  return issue === null ? null : renderIssue({ ...asked2.view, github: github2 }, repository, issue);
}
function listIssues(asked2) {
  const { repository, url } = asked2;
  const state = url.searchParams.get("state") ?? "open";
  const labels = (url.searchParams.get("labels") ?? "").split(",").filter((name2) => name2 !== "");
  const all3 = [...repository.issues, ...repository.pulls].toSorted((one4, other) => other.number - one4.number);
  const listed3 = all3.filter((one4) => {
    if (state !== "all" && (one4.state === "open" ? "open" : "closed") !== state) return false;
    return labels.every((name2) => one4.labels.includes(name2));
  });
  return paged2(asked2, listed3, (one4) => renderIssue(asked2.view, repository, one4));
}
function createIssue(asked2) {
  const title = textOf4(asked2.body, "title");
  if (title === null || title === "") return invalid2("title is missing");
  const repository = fullName(asked2.repository);
  const author = (asked2.actor ?? actionsBot).login;
  const wanted2 = {
    repository,
    author,
    title,
    body: textOf4(asked2.body, "body") ?? "",
    labels: textsOf3(asked2.body, "labels"),
    at: asked2.now
  };
  const next = openIssue({ github: asked2.github }, wanted2);
  return created(next.github, shown4(asked2, next.github, newestIssue(next, repository).number));
}
function updateIssue(asked2, issue) {
  if ("head" in issue) return invalid2("Pull requests are changed through /pulls in the sandbox");
  const { repository, body, now } = asked2;
  const by = (asked2.actor ?? actionsBot).login;
  const text5 = textOf4(body, "body");
  const edited = text5 === null ? { github: asked2.github } : editIssue(
    { github: asked2.github },
    { repository: fullName(repository), issue: issue.number, by, body: text5, at: now }
  );
  const state = textOf4(body, "state") === "closed" ? "closed" : textOf4(body, "state") === "open" ? "open" : issue.state;
  const issues2 = (repositoryNamed(edited.github, fullName(repository))?.issues ?? []).map(
    (one4) => one4.number !== issue.number ? one4 : {
      ...one4,
      title: textOf4(body, "title") ?? one4.title,
      state,
      closedAt: state === "closed" ? one4.closedAt ?? now : null,
      updatedAt: now
    }
  );
  const { github: github2 } = withRepository(edited, repository.id, { issues: issues2 });
  return changed3(github2, shown4(asked2, github2, issue.number));
}
function relabelled(asked2, issue, labels) {
  const { repository } = asked2;
  const known2 = { labels: [.../* @__PURE__ */ new Set([...repository.labels, ...labels])] };
  const world = withRepository({ github: asked2.github }, repository.id, known2);
  const next = "head" in issue ? withPull(world, repository.id, issue.number, { labels }) : withRepository(world, repository.id, {
    issues: repository.issues.map((one4) => one4.number === issue.number ? { ...one4, labels } : one4)
  });
  const after2 = repositoryNamed(next.github, fullName(repository)) ?? repository;
  return changed3(
    next.github,
    labels.map((name2) => renderLabel(asked2.view, after2, name2))
  );
}
function removeLabel(asked2, issue) {
  const name2 = asked2.parameters["name"] ?? "";
  if (!issue.labels.includes(name2)) return notFound2;
  return relabelled(
    asked2,
    issue,
    issue.labels.filter((label) => label !== name2)
  );
}
var all = "/repos/{owner}/{repo}/issues";
var one = `${all}/{issue_number}`;
var issueRoutes = [
  { method: "GET", path: all, needs: readsIssues, answer: listIssues },
  { method: "POST", path: all, needs: [["issues", "write"]], answer: createIssue },
  {
    method: "GET",
    path: one,
    needs: readsIssues,
    answer: onIssue((asked2, issue) => found2(renderIssue(asked2.view, asked2.repository, issue)))
  },
  { method: "PATCH", path: one, needs: [["issues", "write"]], answer: onIssue(updateIssue) },
  {
    method: "GET",
    path: `${one}/labels`,
    needs: readsIssues,
    answer: onIssue(
      (asked2, issue) => paged2(asked2, issue.labels, (name2) => renderLabel(asked2.view, asked2.repository, name2))
    )
  },
  {
    method: "POST",
    path: `${one}/labels`,
    needs: writesIssues,
    answer: onIssue(
      (asked2, issue) => relabelled(asked2, issue, [.../* @__PURE__ */ new Set([...issue.labels, ...textsOf3(asked2.body, "labels")])])
    )
  },
  { method: "DELETE", path: `${one}/labels/{name}`, needs: writesIssues, answer: onIssue(removeLabel) }
];

// src/sandbox/github/rest/comments.ts
var longest = 65536;
var onComment = (answer) => (asked2) => {
  const comment2 = asked2.repository.comments.find((one4) => one4.id === numberIn(asked2, "comment_id"));
  return comment2 === void 0 ? notFound2 : answer(asked2, comment2);
};
function createComment(asked2, issue) {
  const body = textOf4(asked2.body, "body");
  if (body === null || body === "") return invalid2("Body cannot be blank");
  if (body.length > longest) return invalid2(`Body is too long (maximum is ${longest} characters)`);
  const repository = fullName(asked2.repository);
  const author = (asked2.actor ?? actionsBot).login;
  const { github: github2 } = comment({ github: asked2.github }, { repository, number: issue.number, author, body, at: asked2.now });
  const after2 = repositoryNamed(github2, repository);
  const written4 = after2?.comments.at(-1);
  return after2 === null || written4 === void 0 ? notFound2 : created(github2, renderComment({ ...asked2.view, github: github2 }, after2, written4));
}
function updateComment(asked2, comment2) {
  const body = textOf4(asked2.body, "body");
  if (body === null || body.length > longest)
    return invalid2(`Body is missing or too long (maximum is ${longest} characters)`);
  const after2 = { ...comment2, body, updatedAt: asked2.now };
  const comments = asked2.repository.comments.map((one4) => one4.id === comment2.id ? after2 : one4);
  const { github: github2 } = withRepository({ github: asked2.github }, asked2.repository.id, { comments });
  return changed3(github2, renderComment(asked2.view, asked2.repository, after2));
}
function deleteComment(asked2, comment2) {
  const comments = asked2.repository.comments.filter((one4) => one4.id !== comment2.id);
  return nothing2(withRepository({ github: asked2.github }, asked2.repository.id, { comments }).github);
}
function react(asked2, on2) {
  const user5 = (asked2.actor ?? actionsBot).id;
  const content = textOf4(asked2.body, "content") ?? "";
  const same4 = (one4) => one4.user === user5 && one4.content === content && one4.on.kind === on2.kind && one4.on.id === on2.id;
  const before = asked2.repository.reactions.find(same4);
  if (before !== void 0) return found2(renderReaction(asked2.view, before));
  const taken2 = takeId({ github: asked2.github });
  const reaction = { id: taken2.id, on: on2, user: user5, content, createdAt: asked2.now };
  const reactions = [...asked2.repository.reactions, reaction];
  return created(
    withRepository(taken2.world, asked2.repository.id, { reactions }).github,
    renderReaction(asked2.view, reaction)
  );
}
function listReactions(asked2, on2) {
  const given3 = asked2.repository.reactions.filter((one4) => one4.on.kind === on2.kind && one4.on.id === on2.id);
  return paged2(asked2, given3, (one4) => renderReaction(asked2.view, one4));
}
var issues = "/repos/{owner}/{repo}/issues";
var onNumber = `${issues}/{issue_number}/comments`;
var one2 = `${issues}/comments/{comment_id}`;
var commentRoutes = [
  {
    method: "GET",
    path: onNumber,
    needs: readsIssues,
    answer: onIssue(
      (asked2, issue) => paged2(
        asked2,
        asked2.repository.comments.filter((said) => said.number === issue.number),
        (said) => renderComment(asked2.view, asked2.repository, said)
      )
    )
  },
  { method: "POST", path: onNumber, needs: writesIssues, answer: onIssue(createComment) },
  {
    method: "GET",
    path: `${issues}/comments`,
    needs: readsIssues,
    answer: (asked2) => paged2(asked2, asked2.repository.comments, (said) => renderComment(asked2.view, asked2.repository, said))
  },
  {
    method: "GET",
    path: one2,
    needs: readsIssues,
    answer: onComment((asked2, said) => found2(renderComment(asked2.view, asked2.repository, said)))
  },
  { method: "PATCH", path: one2, needs: writesIssues, answer: onComment(updateComment) },
  { method: "DELETE", path: one2, needs: writesIssues, answer: onComment(deleteComment) },
  {
    method: "GET",
    path: `${one2}/reactions`,
    needs: readsIssues,
    answer: onComment((asked2, said) => listReactions(asked2, { kind: "comment", id: said.id }))
  },
  {
    method: "POST",
    path: `${one2}/reactions`,
    needs: writesIssues,
    answer: onComment((asked2, said) => react(asked2, { kind: "comment", id: said.id }))
  },
  {
    method: "GET",
    path: `${issues}/{issue_number}/reactions`,
    needs: readsIssues,
    answer: onIssue((asked2, issue) => listReactions(asked2, { kind: "issue", id: issue.number }))
  },
  {
    method: "POST",
    path: `${issues}/{issue_number}/reactions`,
    needs: writesIssues,
    answer: onIssue((asked2, issue) => react(asked2, { kind: "issue", id: issue.number }))
  }
];

// src/sandbox/github/associated.ts
function associatedPulls(github2, repository, oid) {
  const left = github2.lagging.commitPulls;
  if (left > 0) return { pulls: [], github: withGithub({ github: github2 }, { lagging: { commitPulls: left - 1 } }).github };
  const holding = repository.pulls.filter((pull) => [pull.mergeCommit, ...pull.commits, ...pull.landed].includes(oid));
  const head = headOf(repository, repository.defaultBranch);
  const onDefault = holding.length > 0 && head !== null && reachable(repository, head).has(oid);
  return { pulls: holding.filter((pull) => pull.state === "merged" || !onDefault && pull.state === "open"), github: github2 };
}

// src/sandbox/github/render/git.ts
var verification = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };
var dated = (who) => ({ name: who.name, email: who.email, date: iso2(who.at) });
function renderGitCommit(view, repository, commit2) {
  const url = repositoryUrl(view, repository);
  const page = pageOf4(repository);
  return {
    sha: commit2.oid,
    node_id: nodeId("Commit", `${repository.id}:${commit2.oid}`),
    url: `${url}/git/commits/${commit2.oid}`,
    html_url: `${page}/commit/${commit2.oid}`,
    author: dated(commit2.author),
    committer: dated(commit2.committer),
    tree: { sha: commit2.tree, url: `${url}/git/trees/${commit2.tree}` },
    message: commit2.message,
    parents: commit2.parents.map((sha) => ({
      sha,
      url: `${url}/git/commits/${sha}`,
      html_url: `${page}/commit/${sha}`
    })),
    verification
  };
}
function renderCommit(view, repository, commit2) {
  const url = `${repositoryUrl(view, repository)}/commits/${commit2.oid}`;
  const { sha, node_id, html_url, parents, author, committer, message, tree } = renderGitCommit(
    view,
    repository,
    commit2
  );
  return {
    sha,
    node_id,
    url,
    html_url,
    comments_url: `${url}/comments`,
    commit: { author, committer, message, tree, url, comment_count: 0, verification },
    author: accountOf3(view, commit2.author),
    committer: accountOf3(view, commit2.committer),
    parents
  };
}
function accountOf3(view, who) {
  const user5 = view.github.users.find((one4) => one4.email === who.email);
  return user5 === void 0 ? null : renderAccount(view, user5);
}
function renderRef(view, repository, ref, oid) {
  const url = repositoryUrl(view, repository);
  const type = readObject(repository.gitDirectory, oid)?.type ?? "commit";
  return {
    ref,
    node_id: nodeId("Ref", `${fullName(repository)}:${ref}`),
    url: `${url}/git/${ref}`,
    object: { sha: oid, type, url: `${url}/git/${type}s/${oid}` }
  };
}
var mostEntries = 1e5;
function renderTree(view, repository, oid, depth) {
  const url = repositoryUrl(view, repository);
  const entries2 = [...walk(repository, oid, "", depth)];
  return {
    sha: oid,
    url: `${url}/git/trees/${oid}`,
    tree: entries2.slice(0, mostEntries).map(({ path: path2, mode, sha }) => {
      const type = typeOf2(mode);
      const size = type === "blob" ? { size: readObject(repository.gitDirectory, sha)?.bytes.length ?? 0 } : {};
      return { path: path2, mode, type, sha, ...size, url: `${url}/git/${type}s/${sha}` };
    }),
    truncated: entries2.length > mostEntries
  };
}
function* walk(repository, oid, under, depth) {
  for (const entry of readTree(repository.gitDirectory, oid)) {
    const path2 = `${under}${entry.name}`;
    yield { path: path2, mode: entry.mode, sha: entry.oid };
    if (depth === "recursive" && entry.mode === "040000") yield* walk(repository, entry.oid, `${path2}/`, depth);
  }
}
var typeOf2 = (mode) => mode === "040000" ? "tree" : mode === "160000" ? "commit" : "blob";
function renderBlob(view, repository, oid, bytes) {
  return {
    sha: oid,
    node_id: nodeId("Blob", `${repository.id}:${oid}`),
    url: `${repositoryUrl(view, repository)}/git/blobs/${oid}`,
    size: bytes.length,
    content: wrapped(bytes),
    encoding: "base64"
  };
}
var wrapped = (bytes) => bytes.toString("base64").replace(/.{1,60}/g, "$&\n");
function renderBranch(view, repository, branch2, oid) {
  const commit2 = readCommit(repository.gitDirectory, oid);
  if (commit2 === null) throw new Error(`branch ${branch2} is not at a commit`);
  const self = `${repositoryUrl(view, repository)}/branches/${branch2}`;
  return {
    name: branch2,
    commit: renderCommit(view, repository, commit2),
    _links: { self, html: `${pageOf4(repository)}/tree/${branch2}` },
    protected: false,
    protection: { enabled: false, required_status_checks: { enforcement_level: "off", contexts: [], checks: [] } },
    protection_url: `${self}/protection`
  };
}

// src/sandbox/github/render/pull.ts
function renderPull(view, repository, pull) {
  const base = repositoryUrl(view, repository);
  const url = `${base}/pulls/${pull.number}`;
  const issue = `${base}/issues/${pull.number}`;
  const page = `${pageOf4(repository)}/pull/${pull.number}`;
  const links = {
    comments: `${issue}/comments`,
    commits: `${url}/commits`,
    statuses: `${base}/statuses/${pull.head.oid}`,
    html: page,
    issue,
    review_comments: `${url}/comments`,
    review_comment: `${base}/pulls/comments{/number}`,
    self: url
  };
  return {
    id: pull.id,
    node_id: nodeId("PullRequest", pull.id),
    number: pull.number,
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    comments_url: links.comments,
    commits_url: links.commits,
    statuses_url: links.statuses,
    review_comment_url: links.review_comment,
    review_comments_url: links.review_comments,
    _links: Object.fromEntries(Object.entries(links).map(([name2, href]) => [name2, { href }])),
    state: pull.state === "open" ? "open" : "closed",
    locked: false,
    draft: pull.draft,
    title: pull.title,
    body: pull.body,
    user: renderSomeone(view, pull.author),
    author_association: associationOf(view, repository, pull.author),
    labels: pull.labels.map((name2) => renderLabel(view, repository, name2)),
    assignee: null,
    assignees: [],
    milestone: null,
    auto_merge: null,
    requested_reviewers: pull.requestedReviewers.map((id) => renderSomeone(view, id)),
    requested_teams: [],
    created_at: iso2(pull.createdAt),
    updated_at: iso2(pull.updatedAt),
    closed_at: iso2(pull.closedAt),
    merged_at: iso2(pull.mergedAt),
    merge_commit_sha: pull.mergeCommit,
    head: renderEnd(
      view,
      view.github.repositories.find((one4) => one4.id === pull.head.repository) ?? null,
      pull.head.branch,
      pull.head.oid
    ),
    base: renderEnd(view, repository, pull.base, pull.baseOid)
  };
}
function renderEnd(view, repository, branch2, sha) {
  const owner = repository?.owner ?? null;
  return {
    label: `${owner?.login ?? "unknown repository"}:${branch2}`,
    ref: branch2,
    sha,
    user: owner === null ? null : renderAccount(view, owner),
    repo: repository === null ? null : renderRepository(view, repository)
  };
}
function renderFullPull(view, repository, pull) {
  const files = changedFiles(repository, pull);
  const sum = (pick) => files.reduce((total, file) => total + pick(file), 0);
  const mergeable = pull.state === "open" ? merges(repository, headOf(repository, pull.base) ?? pull.baseOid, pull.head.oid) : null;
  return {
    ...renderPull(view, repository, pull),
    merged: pull.state === "merged",
    merged_by: renderUser2(view, pull.mergedBy),
    mergeable,
    mergeable_state: mergeable === null ? "unknown" : mergeable ? "clean" : "dirty",
    rebaseable: null,
    maintainer_can_modify: false,
    comments: repository.comments.filter((one4) => one4.number === pull.number).length,
    review_comments: 0,
    commits: pull.commits.length,
    changed_files: files.length,
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions)
  };
}
function renderReview(view, repository, pull, review2) {
  const url = `${repositoryUrl(view, repository)}/pulls/${pull.number}`;
  const page = `${pageOf4(repository)}/pull/${pull.number}#pullrequestreview-${review2.id}`;
  return {
    id: review2.id,
    node_id: nodeId("PullRequestReview", review2.id),
    user: renderUser2(view, review2.user),
    body: review2.body,
    state: review2.state,
    html_url: page,
    pull_request_url: url,
    _links: { html: { href: page }, pull_request: { href: url } },
    submitted_at: iso2(review2.submittedAt),
    commit_id: review2.commit,
    author_association: associationOf(view, repository, review2.user)
  };
}
var statuses2 = { A: "added", D: "removed", M: "modified", T: "changed" };
function changedFiles(repository, pull) {
  const from = mergeBase(repository, pull.baseOid, pull.head.oid);
  if (from === null || commitsBetween(repository, from, pull.head.oid).length === 0) return [];
  const range = ["--no-renames", "-z", from, pull.head.oid];
  const raw = git(repository.gitDirectory, ["diff-tree", "-r", "--raw", "--abbrev=40", ...range]).split("\0");
  const counts = git(repository.gitDirectory, ["diff-tree", "-r", "--numstat", ...range]).split("\0");
  return counts.flatMap((line, index) => {
    const [additions, deletions, path2] = line.split("	");
    const [, , before = "", after2 = "", letter = ""] = raw[index * 2]?.split(" ") ?? [];
    if (path2 === void 0) return [];
    const oid = letter === "D" ? before : after2;
    return [
      {
        status: statuses2[letter] ?? "modified",
        path: path2,
        oid,
        additions: Number(additions) || 0,
        deletions: Number(deletions) || 0
      }
    ];
  });
}
function renderFile(view, repository, pull, file) {
  const path2 = file.path.split("/").map(encodeURIComponent).join("/");
  const { oid } = pull.head;
  return {
    sha: file.oid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${pageOf4(repository)}/blob/${oid}/${path2}`,
    raw_url: `${pageOf4(repository)}/raw/${oid}/${path2}`,
    contents_url: `${repositoryUrl(view, repository)}/contents/${path2}?ref=${oid}`
  };
}

// src/sandbox/github/rest/commits.ts
var noCommit = (name2) => refused4(422, `No commit found for SHA: ${name2}`);
function listCommits(asked2) {
  const { repository, url, view } = asked2;
  const name2 = url.searchParams.get("sha") ?? repository.defaultBranch;
  const oid = commitOid(repository.gitDirectory, name2);
  if (oid === null) return refused4(404, "Not Found");
  const path2 = url.searchParams.get("path");
  const out = git(repository.gitDirectory, ["rev-list", oid, "--", ...path2 === null || path2 === "" ? [] : [path2]]);
  const oids = out.split("\n").filter((line) => line !== "");
  return paged2(asked2, oids, (one4) => {
    const commit2 = readCommit(repository.gitDirectory, one4);
    return commit2 === null ? null : renderCommit(view, repository, commit2);
  });
}
function getCommit(asked2) {
  const { repository, parameters, view } = asked2;
  const oid = commitOid(repository.gitDirectory, parameters["ref"] ?? "");
  const commit2 = oid === null ? null : readCommit(repository.gitDirectory, oid);
  return commit2 === null ? noCommit(parameters["ref"] ?? "") : found2(renderCommit(view, repository, commit2));
}
function pullsOfCommit(asked2) {
  const { repository, parameters, view } = asked2;
  const oid = commitOid(repository.gitDirectory, parameters["commit_sha"] ?? "");
  if (oid === null) return noCommit(parameters["commit_sha"] ?? "");
  const { pulls, github: github2 } = associatedPulls(asked2.github, repository, oid);
  const answer = paged2(asked2, pulls, (pull) => renderPull(view, repository, pull));
  return github2 === asked2.github ? answer : { ...answer, ...changed3(github2, answer.body) };
}
var commitRoutes = [
  { method: "GET", path: "/repos/{owner}/{repo}/commits", needs: [["contents", "read"]], answer: listCommits },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    needs: [
      ["contents", "read"],
      ["pull-requests", "read"]
    ],
    answer: pullsOfCommit
  },
  { method: "GET", path: "/repos/{owner}/{repo}/commits/{ref}", needs: [["contents", "read"]], answer: getCommit }
];

// src/sandbox/github/rest/contents.ts
import { posix } from "node:path";

// src/sandbox/github/rest/git-data.ts
var reads2 = [["contents", "read"]];
var writes = [["contents", "write"]];
function move(asked2, ref, after2) {
  return moveRef(asked2, asked2.repository, { ref, after: after2 }, asked2.actor ?? actionsBot, asked2.now).github;
}
var refIn = (asked2) => `refs/${(asked2.parameters["ref"] ?? "").replace(/^refs\//, "")}`;
function getRef(asked2) {
  const oid = refOid(asked2.repository.gitDirectory, refIn(asked2));
  return oid === null ? notFound2 : found2(renderRef(asked2.view, asked2.repository, refIn(asked2), oid));
}
function matchingRefs(asked2) {
  const lines = git(asked2.repository.gitDirectory, ["for-each-ref", "--format=%(refname) %(objectname)"]).split("\n");
  const matching = lines.filter((line) => line.startsWith(refIn(asked2)));
  return paged2(
    asked2,
    matching,
    (line) => renderRef(asked2.view, asked2.repository, line.split(" ")[0] ?? "", line.split(" ")[1] ?? "")
  );
}
function createRef(asked2) {
  const ref = textOf4(asked2.body, "ref") ?? "";
  const sha = textOf4(asked2.body, "sha") ?? "";
  if (!/^refs\/(?!pull\/)[^/]+\/./.test(ref))
    return refused4(422, `Reference name must start with 'refs/' and contain at least two slashes.`);
  if (readObject(asked2.repository.gitDirectory, sha) === null) return refused4(422, "Object does not exist");
  if (refOid(asked2.repository.gitDirectory, ref) !== null) return refused4(422, "Reference already exists");
  return created(move(asked2, ref, sha), renderRef(asked2.view, asked2.repository, ref, sha));
}
function updateRef(asked2) {
  const sha = textOf4(asked2.body, "sha") ?? "";
  const before = refOid(asked2.repository.gitDirectory, refIn(asked2));
  if (before === null) return refused4(422, "Reference does not exist");
  if (readObject(asked2.repository.gitDirectory, sha) === null) return refused4(422, "Object does not exist");
  if (asked2.body["force"] !== true && !isAncestor(asked2.repository, before, sha))
    return refused4(422, "Update is not a fast forward");
  return changed3(move(asked2, refIn(asked2), sha), renderRef(asked2.view, asked2.repository, refIn(asked2), sha));
}
function deleteRef(asked2) {
  if (refOid(asked2.repository.gitDirectory, refIn(asked2)) === null) return refused4(422, "Reference does not exist");
  return nothing2(move(asked2, refIn(asked2), null));
}
function getBlob(asked2) {
  const oid = asked2.parameters["file_sha"] ?? "";
  const object = readObject(asked2.repository.gitDirectory, oid);
  return object?.type === "blob" ? found2(renderBlob(asked2.view, asked2.repository, oid, object.bytes)) : notFound2;
}
function createBlob(asked2) {
  const encoding = textOf4(asked2.body, "encoding") === "base64" ? "base64" : "utf8";
  const bytes = Buffer.from(textOf4(asked2.body, "content") ?? "", encoding);
  const sha = git(asked2.repository.gitDirectory, ["hash-object", "-w", "--stdin"], bytes);
  return created(asked2.github, { sha, url: `${repositoryUrl(asked2.view, asked2.repository)}/git/blobs/${sha}` });
}
function getTree(asked2) {
  const name2 = asked2.parameters["tree_sha"] ?? "";
  const { gitDirectory } = asked2.repository;
  const given3 = readObject(gitDirectory, name2);
  const commit2 = given3 === null ? commitOid(gitDirectory, name2) : name2;
  const oid = given3?.type === "tree" ? name2 : commit2 === null ? null : treeOf(gitDirectory, commit2);
  const depth = asked2.url.searchParams.has("recursive") ? "recursive" : "flat";
  return oid === null ? notFound2 : found2(renderTree(asked2.view, asked2.repository, oid, depth));
}
function createTree(asked2) {
  const { repository, body } = asked2;
  const changes = {};
  const given3 = Array.isArray(body["tree"]) ? body["tree"] : [];
  for (const entry of given3) {
    if (!isObject4(entry)) return invalid2("tree entries are objects");
    const path2 = textOf4(entry, "path");
    const mode = textOf4(entry, "mode") ?? "100644";
    if (path2 === null) return invalid2("tree.path is missing");
    const [sha, content] = [textOf4(entry, "sha"), textOf4(entry, "content")];
    if (sha !== null && mode !== "160000" && readObject(repository.gitDirectory, sha) === null)
      return invalid2(`tree.sha ${sha} is not a valid object`);
    changes[path2] = sha !== null ? { mode, oid: sha } : content === null ? null : { mode: mode === "100755" || mode === "120000" ? mode : "100644", bytes: content };
  }
  const named2 = textOf4(body, "base_tree");
  const base = named2 === null ? null : treeOf(repository.gitDirectory, named2) ?? named2;
  if (base !== null && readObject(repository.gitDirectory, base)?.type !== "tree") return notFound2;
  const oid = changedTree(repository, base, changes);
  return created(asked2.github, renderTree(asked2.view, repository, oid, "flat"));
}
function getCommit2(asked2) {
  const commit2 = readCommit(asked2.repository.gitDirectory, asked2.parameters["commit_sha"] ?? "");
  return commit2 === null ? notFound2 : found2(renderGitCommit(asked2.view, asked2.repository, commit2));
}
function createCommit(asked2) {
  const { repository, body } = asked2;
  const tree = textOf4(body, "tree") ?? "";
  const message = textOf4(body, "message");
  const parents = textsOf3(body, "parents");
  if (message === null) return invalid2("message is missing");
  if (entryAt(repository.gitDirectory, tree, "") === null || readObject(repository.gitDirectory, tree)?.type !== "tree")
    return invalid2("Tree SHA does not exist");
  if (parents.some((oid2) => readCommit(repository.gitDirectory, oid2) === null))
    return invalid2("Parent SHA does not exist or is not a commit object");
  const author = signatureIn(asked2, "author");
  const committer = "committer" in body ? signatureIn(asked2, "committer") : author;
  const oid = commitTree(repository, { tree, parents, message, author, committer });
  const commit2 = readCommit(repository.gitDirectory, oid);
  return commit2 === null ? notFound2 : created(asked2.github, renderGitCommit(asked2.view, repository, commit2));
}
function signatureIn(asked2, member) {
  const given3 = partOf(asked2.body, member);
  const actor2 = asked2.actor ?? actionsBot;
  const date = textOf4(given3, "date");
  return {
    name: textOf4(given3, "name") ?? actor2.name,
    email: textOf4(given3, "email") ?? actor2.email,
    at: date === null ? asked2.now : Math.floor(Date.parse(date) / 1e3)
  };
}
var gitDataRoutes = [
  { method: "GET", path: "/repos/{owner}/{repo}/git/ref/{ref}", needs: reads2, answer: getRef },
  { method: "GET", path: "/repos/{owner}/{repo}/git/matching-refs/{ref}", needs: reads2, answer: matchingRefs },
  { method: "POST", path: "/repos/{owner}/{repo}/git/refs", needs: writes, answer: createRef },
  { method: "PATCH", path: "/repos/{owner}/{repo}/git/refs/{ref}", needs: writes, answer: updateRef },
  { method: "DELETE", path: "/repos/{owner}/{repo}/git/refs/{ref}", needs: writes, answer: deleteRef },
  { method: "GET", path: "/repos/{owner}/{repo}/git/blobs/{file_sha}", needs: reads2, answer: getBlob },
  { method: "POST", path: "/repos/{owner}/{repo}/git/blobs", needs: writes, answer: createBlob },
  { method: "GET", path: "/repos/{owner}/{repo}/git/trees/{tree_sha}", needs: reads2, answer: getTree },
  { method: "POST", path: "/repos/{owner}/{repo}/git/trees", needs: writes, answer: createTree },
  { method: "GET", path: "/repos/{owner}/{repo}/git/commits/{commit_sha}", needs: reads2, answer: getCommit2 },
  { method: "POST", path: "/repos/{owner}/{repo}/git/commits", needs: writes, answer: createCommit }
];

// src/sandbox/github/rest/contents.ts
var kinds = { "040000": "dir", "120000": "symlink", "160000": "submodule" };
var largest = 1024 * 1024;
function summary(asked2, root, path2, entry) {
  const { repository, view } = asked2;
  const escaped2 = path2.split("/").map(encodeURIComponent).join("/");
  const base = repositoryUrl(view, repository);
  const type = kinds[entry.mode] ?? "file";
  const url = `${base}/contents/${escaped2}?ref=${root}`;
  const git_url = `${base}/git/${type === "dir" ? "trees" : "blobs"}/${entry.oid}`;
  const html_url = `${pageOf4(repository)}/${type === "dir" ? "tree" : "blob"}/${root}/${escaped2}`;
  const size = type === "file" || type === "symlink" ? readObject(repository.gitDirectory, entry.oid)?.bytes.length ?? 0 : 0;
  const download_url = type === "file" || type === "symlink" ? `${pageOf4(repository)}/raw/${root}/${escaped2}` : null;
  const name2 = path2.split("/").at(-1) ?? "";
  return {
    name: name2,
    path: path2,
    sha: entry.oid,
    size,
    url,
    html_url,
    git_url,
    download_url,
    type,
    _links: { self: url, git: git_url, html: html_url }
  };
}
function getContents(asked2) {
  const { repository, parameters, url } = asked2;
  const root = commitOid(repository.gitDirectory, url.searchParams.get("ref") ?? repository.defaultBranch);
  if (root === null) return refused4(404, `No commit found for the ref ${url.searchParams.get("ref") ?? ""}`);
  const path2 = parameters["path"] ?? "";
  const entry = entryAt(repository.gitDirectory, root, path2);
  if (entry === null) return notFound2;
  const { oid } = entry;
  if (entry.mode === "040000")
    return found2(
      readTree(repository.gitDirectory, oid).slice(0, 1e3).map((child) => summary(asked2, root, path2 === "" ? child.name : `${path2}/${child.name}`, child))
    );
  const shown8 = summary(asked2, root, path2, entry);
  const bytes = readObject(repository.gitDirectory, oid)?.bytes ?? Buffer.alloc(0);
  if (entry.mode === "160000") return found2({ ...shown8, submodule_git_url: null });
  if (entry.mode === "120000") return followed(asked2, root, path2, shown8, bytes.toString());
  const content = bytes.length > largest ? { encoding: "none", content: "" } : { encoding: "base64", content: wrapped(bytes) };
  return found2({ ...shown8, ...content });
}
function followed(asked2, root, path2, shown8, target) {
  const there = posix.normalize(posix.join(posix.dirname(path2), target));
  const entry = entryAt(asked2.repository.gitDirectory, root, there);
  if (entry === null || (kinds[entry.mode] ?? "file") !== "file") return found2({ ...shown8, target });
  const bytes = readObject(asked2.repository.gitDirectory, entry.oid)?.bytes ?? Buffer.alloc(0);
  return found2({
    ...shown8,
    type: "file",
    size: bytes.length,
    sha: entry.oid,
    encoding: "base64",
    content: wrapped(bytes)
  });
}
function writeContents(asked2, change) {
  const { repository, parameters, body, actor: actor2, now } = asked2;
  const path2 = parameters["path"] ?? "";
  const branch2 = textOf4(body, "branch") ?? repository.defaultBranch;
  const before = headOf(repository, branch2);
  if (before === null) return refused4(404, `Branch ${branch2} not found`);
  const entry = entryAt(repository.gitDirectory, before, path2);
  const sha = textOf4(body, "sha");
  if (entry !== null && sha === null) return refused4(422, `Invalid request.

"sha" wasn't supplied.`);
  if (sha !== null && sha !== entry?.oid) return refused4(409, `${path2} does not match ${sha}`);
  const author = signatureIn(asked2, "author");
  const message = textOf4(body, "message") ?? `Update ${path2}`;
  const oid = commit(repository, { branch: branch2, files: { [path2]: change }, message, author, at: author.at });
  const written4 = readCommit(repository.gitDirectory, oid);
  const after2 = entryAt(repository.gitDirectory, oid, path2);
  const changes = [{ ref: `refs/heads/${branch2}`, before, after: oid }];
  const { github: github2 } = afterPush(asked2, repository.id, changes, actor2 ?? actionsBot, now);
  const content = after2 === null ? null : summary(asked2, branch2, path2, after2);
  const rendered = written4 === null ? null : renderGitCommit(asked2.view, repository, written4);
  return { status: entry === null ? 201 : 200, body: { content, commit: rendered }, github: github2 };
}
var path = "/repos/{owner}/{repo}/contents/{path}";
var contentRoutes = [
  { method: "GET", path, needs: [["contents", "read"]], answer: getContents },
  {
    method: "PUT",
    path,
    needs: [["contents", "write"]],
    answer: (asked2) => writeContents(asked2, { mode: "100644", bytes: Buffer.from(textOf4(asked2.body, "content") ?? "", "base64") })
  },
  { method: "DELETE", path, needs: [["contents", "write"]], answer: (asked2) => writeContents(asked2, null) }
];

// src/sandbox/github/rest/pulls.ts
var readsPulls = [["pull-requests", "read"]];
var writesPulls = [["pull-requests", "write"]];
var onPull = (answer) => (asked2) => {
  const pull = asked2.repository.pulls.find((one4) => one4.number === numberIn(asked2, "pull_number"));
  return pull === void 0 ? notFound2 : answer(asked2, pull);
};
var actionOn = (asked2, pull) => ({
  repository: fullName(asked2.repository),
  pull: pull.number,
  by: (asked2.actor ?? actionsBot).login,
  at: asked2.now
});
function afterwards(asked2, github2, number, full = renderFullPull) {
  const name2 = fullName(asked2.repository);
  const repository = repositoryNamed(github2, name2);
  return repository === null ? null : full({ ...asked2.view, github: github2 }, repository, thePull({ github: github2 }, name2, number));
}
function listPulls(asked2) {
  const { repository, url, view } = asked2;
  const state = url.searchParams.get("state") ?? "open";
  const base = url.searchParams.get("base");
  const [owner, branch2] = (url.searchParams.get("head") ?? "").split(":");
  const listed3 = repository.pulls.filter((pull) => {
    const source = asked2.github.repositories.find((one4) => one4.id === pull.head.repository);
    if (state !== "all" && (pull.state === "open" ? "open" : "closed") !== state) return false;
    if (base !== null && pull.base !== base) return false;
    return branch2 === void 0 || pull.head.branch === branch2 && source?.owner.login === owner;
  });
  const ordered = url.searchParams.get("direction") === "asc" ? listed3 : listed3.toReversed();
  return paged2(asked2, ordered, (pull) => renderPull(view, repository, pull));
}
function createPull(asked2) {
  const { repository, body, github: github2 } = asked2;
  const [first2 = "", second] = (textOf4(body, "head") ?? "").split(":");
  const fork = second === void 0 ? repository : repositoryNamed(github2, `${first2}/${repository.name}`);
  const head = second ?? first2;
  const base = textOf4(body, "base") ?? "";
  const title = textOf4(body, "title");
  if (title === null) return invalid2("title is missing");
  if (fork === null || headOf(fork, head) === null) return invalid2("head is invalid");
  const baseOid = headOf(repository, base);
  if (baseOid === null) return invalid2("base is invalid");
  if (baseOid === headOf(fork, head)) return invalid2(`No commits between ${base} and ${head}`);
  const twin = repository.pulls.find(
    (one4) => one4.state === "open" && one4.base === base && one4.head.branch === head && one4.head.repository === fork.id
  );
  if (twin !== void 0) return invalid2(`A pull request already exists for ${fork.owner.login}:${head}.`);
  const name2 = fullName(repository);
  const author = (asked2.actor ?? actionsBot).login;
  const next = openPull(
    { github: github2 },
    {
      repository: name2,
      author,
      title,
      body: textOf4(body, "body") ?? "",
      head,
      base,
      fork: fullName(fork),
      draft: body["draft"] === true,
      at: asked2.now
    }
  );
  return created(next.github, afterwards(asked2, next.github, newestPull(next, name2).number));
}
function updatePull(asked2, pull) {
  const on2 = actionOn(asked2, pull);
  const [title, text5, base, state] = ["title", "body", "base", "state"].map((name2) => textOf4(asked2.body, name2));
  let next = changePull({ github: asked2.github }, on2, { title: title ?? pull.title, body: text5 ?? pull.body });
  if (typeof base === "string") {
    if (headOf(asked2.repository, base) === null) return invalid2("base is invalid");
    next = retarget(next, { ...on2, base });
  }
  if (state === "closed" && pull.state === "open") next = closePull(next, on2);
  if (state === "open" && pull.state === "closed") next = reopenPull(next, on2);
  return changed3(next.github, afterwards(asked2, next.github, pull.number));
}
var methods = ["merge", "squash", "rebase"];
function merge(asked2, pull) {
  const sha = textOf4(asked2.body, "sha");
  const method = methods.find((one4) => one4 === (textOf4(asked2.body, "merge_method") ?? "merge"));
  if (method === void 0) return invalid2("merge_method is invalid");
  if (sha !== null && sha !== pull.head.oid)
    return refused4(409, "Head branch was modified. Review and try the merge again.");
  if (pull.state !== "open" || pull.draft) return refused4(405, "Pull Request is not mergeable");
  const title = textOf4(asked2.body, "commit_title");
  const text5 = textOf4(asked2.body, "commit_message");
  const message = title === null ? {} : { message: text5 === null || text5 === "" ? title : `${title}

${text5}` };
  const next = tryMerge({ github: asked2.github }, { ...actionOn(asked2, pull), method, ...message });
  if (next === null) return refused4(405, "Merge conflict");
  const { mergeCommit: mergeCommit2 } = thePull(next, fullName(asked2.repository), pull.number);
  return changed3(next.github, { sha: mergeCommit2, merged: true, message: "Pull Request successfully merged" });
}
function requestReviewers(asked2, pull) {
  const ids = textsOf3(asked2.body, "reviewers").map((login) => userNamed2(asked2.github, login)?.id);
  if (ids.includes(void 0)) return invalid2("Could not resolve to a node with the given login");
  const asks = /* @__PURE__ */ new Set([...pull.requestedReviewers, ...ids.filter((id) => id !== void 0)]);
  const { github: github2 } = changePull({ github: asked2.github }, actionOn(asked2, pull), { requestedReviewers: [...asks] });
  return created(github2, afterwards(asked2, github2, pull.number, renderPull));
}
function listRequested(asked2, pull) {
  return found2({ users: renderPull(asked2.view, asked2.repository, pull).requested_reviewers, teams: [] });
}
function listPullCommits(asked2, pull) {
  return paged2(asked2, pull.commits.slice(0, 250), (oid) => {
    const commit2 = readCommit(asked2.repository.gitDirectory, oid);
    return commit2 === null ? null : renderCommit(asked2.view, asked2.repository, commit2);
  });
}
function listFiles(asked2, pull) {
  const files = changedFiles(asked2.repository, pull).slice(0, 3e3);
  return paged2(asked2, files, (file) => renderFile(asked2.view, asked2.repository, pull, file));
}
var one3 = "/repos/{owner}/{repo}/pulls/{pull_number}";
var pullRoutes = [
  { method: "GET", path: "/repos/{owner}/{repo}/pulls", needs: readsPulls, answer: listPulls },
  { method: "POST", path: "/repos/{owner}/{repo}/pulls", needs: writesPulls, answer: createPull },
  {
    method: "GET",
    path: one3,
    needs: readsPulls,
    answer: onPull((asked2, pull) => found2(renderFullPull(asked2.view, asked2.repository, pull)))
  },
  { method: "PATCH", path: one3, needs: writesPulls, answer: onPull(updatePull) },
  { method: "GET", path: `${one3}/commits`, needs: readsPulls, answer: onPull(listPullCommits) },
  { method: "GET", path: `${one3}/files`, needs: readsPulls, answer: onPull(listFiles) },
  { method: "PUT", path: `${one3}/merge`, needs: [["contents", "write"]], answer: onPull(merge) },
  { method: "GET", path: `${one3}/requested_reviewers`, needs: readsPulls, answer: onPull(listRequested) },
  { method: "POST", path: `${one3}/requested_reviewers`, needs: writesPulls, answer: onPull(requestReviewers) }
];

// src/sandbox/github/rest/repositories.ts
var repositoryRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}",
    needs: [["metadata", "read"]],
    answer: ({ view, repository }) => found2(renderRepository(view, repository))
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/branches",
    needs: [["contents", "read"]],
    answer: (asked2) => {
      const lines = git(asked2.repository.gitDirectory, [
        "for-each-ref",
        "--format=%(refname:lstrip=2) %(objectname)",
        "refs/heads"
      ]);
      const branches = lines.split("\n").filter((line) => line !== "");
      return paged2(asked2, branches, (line) => {
        const [name2 = "", sha = ""] = line.split(" ");
        return {
          name: name2,
          commit: { sha, url: `${repositoryUrl(asked2.view, asked2.repository)}/commits/${sha}` },
          protected: false
        };
      });
    }
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/branches/{branch}",
    needs: [["contents", "read"]],
    answer: ({ view, repository, parameters }) => {
      const branch2 = parameters["branch"] ?? "";
      const oid = headOf(repository, branch2);
      return oid === null ? refused4(404, "Branch not found") : found2(renderBranch(view, repository, branch2, oid));
    }
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/collaborators/{username}/permission",
    needs: [["metadata", "read"]],
    answer: ({ github: github2, view, repository, parameters }) => {
      const user5 = userNamed2(github2, parameters["username"] ?? "");
      return user5 === null ? notFound2 : found2(renderPermission(view, repository, user5));
    }
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/collaborators",
    needs: [["metadata", "read"]],
    answer: (asked2) => {
      const known2 = asked2.repository.collaborators.flatMap(({ user: id, role: role4 }) => {
        const user5 = userOf2(asked2.github, id);
        return user5 === null ? [] : [{ ...renderAccount(asked2.view, user5), role_name: role4 }];
      });
      return paged2(asked2, known2, (one4) => one4);
    }
  },
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches",
    needs: [["actions", "write"]],
    answer: ({ github: github2, repository, parameters, body, actor: actor2, now }) => {
      const ref = textOf4(body, "ref");
      if (ref === null) return refused4(422, `Invalid request.

"ref" wasn't supplied.`);
      if (commitOid(repository.gitDirectory, ref) === null) return refused4(422, `No ref found for: ${ref}`);
      const workflow = parameters["workflow_id"] ?? "";
      const dispatch = { workflow, ref, inputs: partOf(body, "inputs"), by: actor2?.id ?? 0, at: now };
      const changed5 = { ...repository, dispatches: [...repository.dispatches, dispatch] };
      return nothing2({
        ...github2,
        repositories: github2.repositories.map((one4) => one4.id === repository.id ? changed5 : one4)
      });
    }
  }
];
var accountRoutes = [
  {
    method: "GET",
    path: "/users/{username}",
    answer: ({ github: github2, view, parameters }) => {
      const user5 = userNamed2(github2, parameters["username"] ?? "");
      return user5 === null ? notFound2 : found2(renderPublicUser(view, user5));
    }
  },
  {
    method: "GET",
    path: "/user/{account_id}",
    answer: (asked2) => {
      const user5 = userOf2(asked2.github, numberIn(asked2, "account_id"));
      return user5 === null ? notFound2 : found2(renderPublicUser(asked2.view, user5));
    }
  },
  {
    method: "GET",
    path: "/orgs/{org}/members",
    answer: (asked2) => {
      const { github: github2, parameters } = asked2;
      const org = (parameters["org"] ?? "").toLowerCase();
      const owned = github2.repositories.filter(
        ({ owner }) => owner.type === "Organization" && owner.login.toLowerCase() === org
      );
      if (owned.length === 0) return notFound2;
      const members2 = new Set(owned.flatMap(({ collaborators }) => collaborators.map(({ user: user5 }) => user5)));
      const known2 = [...members2].sort((a, b) => a - b).flatMap((id) => userOf2(github2, id) ?? []);
      return paged2(asked2, known2, (user5) => renderAccount(asked2.view, user5));
    }
  },
  {
    method: "GET",
    path: "/rate_limit",
    answer: ({ github: github2 }) => {
      const { limit, remaining, reset } = github2.rateLimit;
      const core = { limit, remaining, reset, used: limit - remaining, resource: "core" };
      const search2 = { limit: 30, remaining: 30, reset, used: 0, resource: "search" };
      return found2({ resources: { core, graphql: { ...core, resource: "graphql" }, search: search2 }, rate: core });
    }
  }
];

// src/sandbox/github/rest/reviews.ts
var states = {
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
  COMMENT: "COMMENTED"
};
function createReview(asked2, pull) {
  const state = states[textOf4(asked2.body, "event") ?? ""] ?? "PENDING";
  const commit2 = textOf4(asked2.body, "commit_id") ?? pull.head.oid;
  if (asked2.actor === null) return refused4(401, "Requires authentication");
  if (pull.author === asked2.actor.id && (state === "APPROVED" || state === "CHANGES_REQUESTED"))
    return invalidReview("Can not approve or request changes on your own pull request");
  const on2 = {
    ...actionOn(asked2, pull),
    user: asked2.actor.login,
    state,
    commit: commit2,
    body: textOf4(asked2.body, "body") ?? ""
  };
  const { github: github2 } = review({ github: asked2.github }, on2);
  return shown5(asked2, github2, pull.number, (reviews) => reviews.at(-1));
}
function dismissReview(asked2, pull) {
  const id = numberIn(asked2, "review_id");
  if (!pull.reviews.some((one4) => one4.id === id)) return notFound2;
  const reviews = pull.reviews.map((one4) => one4.id === id ? { ...one4, state: "DISMISSED" } : one4);
  const { github: github2 } = changePull({ github: asked2.github }, actionOn(asked2, pull), { reviews });
  return shown5(asked2, github2, pull.number, (all3) => all3.find((one4) => one4.id === id));
}
function shown5(asked2, github2, number, pick) {
  const name2 = fullName(asked2.repository);
  const pull = thePull({ github: github2 }, name2, number);
  const review2 = pick(pull.reviews);
  const repository = repositoryNamed(github2, name2);
  if (review2 === void 0 || repository === null) return notFound2;
  return changed3(github2, renderReview({ ...asked2.view, github: github2 }, repository, pull, review2));
}
var all2 = "/repos/{owner}/{repo}/pulls/{pull_number}/reviews";
var reviewRoutes = [
  {
    method: "GET",
    path: all2,
    needs: readsPulls,
    answer: onPull(
      (asked2, pull) => paged2(asked2, pull.reviews, (one4) => renderReview(asked2.view, asked2.repository, pull, one4))
    )
  },
  { method: "POST", path: all2, needs: writesPulls, answer: onPull(createReview) },
  {
    method: "GET",
    path: `${all2}/{review_id}`,
    needs: readsPulls,
    answer: onPull((asked2, pull) => {
      const one4 = pull.reviews.find((review2) => review2.id === numberIn(asked2, "review_id"));
      return one4 === void 0 ? notFound2 : found2(renderReview(asked2.view, asked2.repository, pull, one4));
    })
  },
  { method: "PUT", path: `${all2}/{review_id}/dismissals`, needs: writesPulls, answer: onPull(dismissReview) }
];

// src/sandbox/github/rest/rules.ts
var covers = (ruleset, branch2, main) => ruleset.branches.some((name2) => name2 === branch2 || name2 === "~DEFAULT_BRANCH" && branch2 === main);
var parametersOf = (ruleset, type) => type === "pull_request" ? {
  parameters: {
    required_approving_review_count: ruleset.approvals,
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_review_thread_resolution: false
  }
} : {};
var rulesFor = ({ repository, parameters }) => repository.safety.rulesets.filter((one4) => one4.enforcement === "active" && covers(one4, parameters["branch"] ?? "", repository.defaultBranch)).flatMap(
  (one4) => one4.rules.map((type) => ({
    type,
    ...parametersOf(one4, type),
    ruleset_source_type: "Repository",
    ruleset_source: `${repository.owner.login}/${repository.name}`,
    ruleset_id: one4.id
  }))
);
function rulesetShown({ repository, view }, one4, seesBypass) {
  const url = `${repositoryUrl(view, repository)}/rulesets/${one4.id}`;
  return {
    id: one4.id,
    name: one4.name,
    target: "branch",
    source_type: "Repository",
    source: `${repository.owner.login}/${repository.name}`,
    enforcement: one4.enforcement,
    conditions: {
      ref_name: {
        include: one4.branches.map((name2) => name2.startsWith("~") ? name2 : `refs/heads/${name2}`),
        exclude: []
      }
    },
    rules: one4.rules.map((type) => ({ type, ...parametersOf(one4, type) })),
    ...seesBypass ? {
      bypass_actors: one4.bypass.map(({ type, id, mode }) => ({
        actor_id: id,
        actor_type: type,
        bypass_mode: mode
      }))
    } : {},
    current_user_can_bypass: "never",
    node_id: `RRS_${one4.id}`,
    created_at: iso2(repository.createdAt),
    updated_at: iso2(repository.createdAt),
    _links: { self: { href: url }, html: { href: url } }
  };
}
var ruleRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/rules/branches/{branch}",
    needs: [["metadata", "read"]],
    answer: (asked2) => paged2(asked2, rulesFor(asked2), (one4) => one4)
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/rulesets/{ruleset_id}",
    needs: [["metadata", "read"]],
    answer: (asked2) => {
      const one4 = asked2.repository.safety.rulesets.find(({ id }) => id === numberIn(asked2, "ruleset_id"));
      const caller = callerOf2(asked2.github, asked2.headers);
      return one4 === void 0 ? notFound2 : found2(rulesetShown(asked2, one4, may(asked2.github, caller, asked2.repository, "administration", "write")));
    }
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/branches/{branch}/protection",
    needs: [["administration", "read"]],
    answer: ({ repository, parameters, view }) => {
      const branch2 = parameters["branch"] ?? "";
      const one4 = Object.hasOwn(repository.safety.protection, branch2) ? repository.safety.protection[branch2] : void 0;
      if (one4 === void 0) return refused4(404, "Branch not protected");
      const url = `${repositoryUrl(view, repository)}/branches/${branch2}/protection`;
      return found2({
        url,
        enforce_admins: { url: `${url}/enforce_admins`, enabled: one4.admins },
        ...one4.approvals === null ? {} : {
          required_pull_request_reviews: {
            url: `${url}/required_pull_request_reviews`,
            dismiss_stale_reviews: false,
            require_code_owner_reviews: false,
            required_approving_review_count: one4.approvals,
            require_last_push_approval: false
          }
        },
        allow_force_pushes: { enabled: false },
        allow_deletions: { enabled: false }
      });
    }
  }
];

// src/sandbox/github/rest/safety.ts
var policyOf = ({ branches }) => {
  if (branches === "every") return null;
  return { protected_branches: branches === "protected", custom_branch_policies: branches !== "protected" };
};
function environmentShown({ repository, view }, one4) {
  const url = `${repositoryUrl(view, repository)}/environments/${encodeURIComponent(one4.name)}`;
  const policy3 = policyOf(one4);
  return {
    id: one4.id,
    node_id: `EN_${one4.id}`,
    name: one4.name,
    url,
    html_url: url,
    created_at: iso2(repository.createdAt),
    updated_at: iso2(repository.createdAt),
    protection_rules: [
      ...one4.reviewers ? [
        {
          id: one4.id + 1,
          node_id: `GA_${one4.id + 1}`,
          type: "required_reviewers",
          prevent_self_review: false,
          reviewers: []
        }
      ] : [],
      ...policy3 === null ? [] : [{ id: one4.id + 2, node_id: `GA_${one4.id + 2}`, type: "branch_policy" }]
    ],
    deployment_branch_policy: policy3
  };
}
function workflowsIn({ repository }) {
  const { gitDirectory, defaultBranch } = repository;
  const heads = git(gitDirectory, ["for-each-ref", "--format=%(refname)", `refs/heads/${defaultBranch}`]);
  if (heads.trim() === "") return [];
  const listed3 = git(gitDirectory, ["ls-tree", "-r", "--name-only", `refs/heads/${defaultBranch}`, ".github/workflows"]);
  return listed3.split("\n").filter((path2) => /\.ya?ml$/.test(path2));
}
var safetyRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/environments",
    needs: [["actions", "read"]],
    answer: (asked2) => paged2(
      asked2,
      asked2.repository.safety.environments,
      (one4) => environmentShown(asked2, one4),
      (environments, total_count) => ({ total_count, environments })
    )
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies",
    needs: [["actions", "read"]],
    answer: (asked2) => {
      const name2 = asked2.parameters["environment_name"] ?? "";
      const one4 = asked2.repository.safety.environments.find((environment) => environment.name === name2);
      if (one4 === void 0 || typeof one4.branches === "string") return notFound2;
      return paged2(
        asked2,
        [...one4.branches.entries()],
        ([index, branch2]) => ({
          id: one4.id * 10 + index,
          node_id: `DBP_${one4.id * 10 + index}`,
          name: branch2,
          type: "branch"
        }),
        (branch_policies, total_count) => ({ total_count, branch_policies })
      );
    }
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/actions/secrets",
    needs: [["secrets", "read"]],
    answer: (asked2) => paged2(
      asked2,
      asked2.repository.safety.secrets,
      (name2) => ({
        name: name2,
        created_at: iso2(asked2.repository.createdAt),
        updated_at: iso2(asked2.repository.createdAt)
      }),
      (secrets, total_count) => ({ total_count, secrets })
    )
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/actions/permissions",
    needs: [["administration", "read"]],
    answer: ({ repository }) => found2({ enabled: true, allowed_actions: "all", sha_pinning_required: repository.safety.actions.pinned })
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/actions/permissions/workflow",
    needs: [["administration", "read"]],
    answer: ({ repository }) => found2({
      default_workflow_permissions: repository.safety.actions.token,
      can_approve_pull_request_reviews: repository.safety.actions.approves
    })
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/actions/workflows",
    needs: [["actions", "read"]],
    answer: (asked2) => {
      const { repository, view } = asked2;
      return paged2(
        asked2,
        [...workflowsIn(asked2).entries()],
        ([index, path2]) => {
          const url = `${repositoryUrl(view, repository)}/actions/workflows/${index + 1}`;
          return {
            id: index + 1,
            node_id: `W_${index + 1}`,
            name: path2,
            path: path2,
            state: repository.safety.disabled[path2] ?? "active",
            created_at: iso2(repository.createdAt),
            updated_at: iso2(repository.createdAt),
            url,
            html_url: url,
            badge_url: url
          };
        },
        (workflows, total_count) => ({ total_count, workflows })
      );
    }
  }
];

// src/sandbox/github/rest/routes.ts
var restRoutes = [
  ...ruleRoutes,
  ...safetyRoutes,
  ...repositoryRoutes,
  ...gitDataRoutes,
  ...checkRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...reviewRoutes,
  ...pullRoutes,
  ...commentRoutes,
  ...issueRoutes
];
var long = /* @__PURE__ */ new Set(["branch", "path", "ref", "tree_sha"]);
var patternOf = (path2) => new RegExp(
  `^${path2.replace(/\{(\w+)\}/g, (_whole, name2) => `(?<${name2}>${long.has(name2) ? ".+" : "[^/]+"})`)}$`
);
var table = [
  ...accountRoutes.map((route) => ({ found: { of: "account", route }, pattern: patternOf(route.path) })),
  ...restRoutes.map((route) => ({ found: { of: "repository", route }, pattern: patternOf(route.path) }))
];
function routeOf(arrival, path2) {
  const plain3 = path2.replace(/\/contents\/?$/, "/contents/.");
  for (const { found: found3, pattern } of table) {
    const match = found3.route.method === arrival.method ? pattern.exec(plain3) : null;
    if (match !== null) return { ...found3, parameters: decoded(match.groups ?? {}) };
  }
  return null;
}
function decoded(groups3) {
  return Object.fromEntries(
    Object.entries(groups3).map(([name2, value]) => [name2, decodeURIComponent(value).replace(/^\.$/, "")])
  );
}

// src/sandbox/github/rest/index.ts
function describeRest(arrival, path2) {
  const routed = routeOf(arrival, path2);
  const writes2 = arrival.method !== "GET" && arrival.method !== "HEAD";
  const query = Object.fromEntries(arrival.url.searchParams);
  const { owner, repo, ...others } = routed?.parameters ?? {};
  const op = `${arrival.method} ${routed?.route.path ?? path2}`;
  const where = owner === void 0 || repo === void 0 ? "" : `${owner}/${repo}`;
  return { part: "github", op, writes: writes2, where, input: { ...others, ...query, ...bodyOf2(arrival) } };
}
function answerRest(github2, arrival, path2, now) {
  const caller = callerOf2(github2, arrival.headers);
  const routed = routeOf(arrival, path2);
  if (routed === null) return refused4(501, `The sandbox's GitHub does not know ${arrival.method} ${path2}`);
  if (caller.is === "unknown") return refused4(401, "Bad credentials");
  const limited = routed.route.path === "/rate_limit" ? null : rateLimited(github2);
  if (limited !== null) return limited;
  const body = bodyOf2(arrival);
  if (body === null) return refused4(400, "Problems parsing JSON");
  const asked2 = {
    github: github2,
    view: { github: github2, api: `${arrival.url.origin}/github` },
    url: arrival.url,
    parameters: routed.parameters,
    body,
    headers: arrival.headers,
    actor: caller.is === "known" ? userOf2(github2, caller.token.actor) : null,
    now
  };
  return tagged2(arrival, routed.of === "account" ? routed.route.answer(asked2) : inRepository(asked2, routed, caller));
}
function rateLimited(github2) {
  return github2.rateLimit.remaining > 0 ? null : refused4(403, "API rate limit exceeded for installation.");
}
function rateHeaders(github2, resource) {
  const { limit, remaining, reset } = github2.rateLimit;
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-used": String(limit - remaining),
    "x-ratelimit-resource": resource
  };
}
function inRepository(asked2, routed, caller) {
  const name2 = `${routed.parameters["owner"] ?? ""}/${routed.parameters["repo"] ?? ""}`;
  const repository = visible(asked2.github, caller, name2);
  if (repository === null) return notFound2;
  const allowed2 = routed.route.needs.some(([what, level]) => may(asked2.github, caller, repository, what, level));
  if (!allowed2 && caller.is === "anonymous") return refused4(401, "Requires authentication");
  return allowed2 ? routed.route.answer({ ...asked2, repository }) : refused4(403, "Resource not accessible by integration");
}
function bodyOf2(arrival) {
  if (arrival.body.length === 0) return {};
  try {
    const parsed2 = JSON.parse(Buffer.from(arrival.body).toString());
    return isObject4(parsed2) ? parsed2 : null;
  } catch {
    return null;
  }
}
function tagged2(arrival, answer) {
  if (arrival.method !== "GET" || answer.status !== 200) return answer;
  const etag = `W/"${createHash4("sha256").update(JSON.stringify(answer.body)).digest("hex")}"`;
  const headers = { ...answer.headers, etag };
  return arrival.headers["if-none-match"] === etag ? { ...answer, status: 304, body: null, headers } : { ...answer, headers };
}

// src/sandbox/github/graphql/schema-mutations.ts
var mutations = {
  Mutation: {
    createCommitOnBranch: ["CreateCommitOnBranchPayload", "input"],
    addComment: ["AddCommentPayload", "input"],
    updateIssueComment: ["UpdateIssueCommentPayload", "input"],
    addReaction: ["AddReactionPayload", "input"],
    createRef: ["CreateRefPayload", "input"],
    updateRef: ["UpdateRefPayload", "input"],
    deleteRef: ["DeleteRefPayload", "input"],
    createCheckRun: ["CreateCheckRunPayload", "input"],
    updateCheckRun: ["UpdateCheckRunPayload", "input"],
    createLabel: ["CreateLabelPayload", "input"],
    addLabelsToLabelable: ["AddLabelsToLabelablePayload", "input"],
    removeLabelsFromLabelable: ["RemoveLabelsFromLabelablePayload", "input"],
    createPullRequest: ["CreatePullRequestPayload", "input"],
    updatePullRequest: ["UpdatePullRequestPayload", "input"],
    closePullRequest: ["ClosePullRequestPayload", "input"],
    requestReviews: ["RequestReviewsPayload", "input"],
    mergePullRequest: ["MergePullRequestPayload", "input"],
    createIssue: ["CreateIssuePayload", "input"],
    updateIssue: ["UpdateIssuePayload", "input"],
    closeIssue: ["CloseIssuePayload", "input"],
    reopenIssue: ["ReopenIssuePayload", "input"]
  },
  AddReactionPayload: { clientMutationId: "String" },
  CreateRefPayload: { clientMutationId: "String", ref: "Ref" },
  UpdateRefPayload: { clientMutationId: "String", ref: "Ref" },
  DeleteRefPayload: { clientMutationId: "String" },
  CreateCheckRunPayload: { clientMutationId: "String", checkRun: "CheckRun" },
  UpdateCheckRunPayload: { clientMutationId: "String", checkRun: "CheckRun" },
  CreateLabelPayload: { clientMutationId: "String", label: "Label" },
  AddLabelsToLabelablePayload: { clientMutationId: "String" },
  RemoveLabelsFromLabelablePayload: { clientMutationId: "String" },
  CreatePullRequestPayload: { clientMutationId: "String", pullRequest: "PullRequest" },
  UpdatePullRequestPayload: { clientMutationId: "String", pullRequest: "PullRequest" },
  ClosePullRequestPayload: { clientMutationId: "String", pullRequest: "PullRequest" },
  RequestReviewsPayload: { clientMutationId: "String", pullRequest: "PullRequest" },
  MergePullRequestPayload: { clientMutationId: "String", pullRequest: "PullRequest" },
  CreateIssuePayload: { clientMutationId: "String", issue: "Issue" },
  UpdateIssuePayload: { clientMutationId: "String", issue: "Issue" },
  CloseIssuePayload: { clientMutationId: "String", issue: "Issue" },
  ReopenIssuePayload: { clientMutationId: "String", issue: "Issue" }
};

// src/sandbox/github/graphql/schema.ts
var pages3 = "first after last before";
var connection = (node) => ({
  totalCount: "Int",
  pageInfo: "PageInfo",
  nodes: node
});
var actor = { login: "String", url: "URI" };
var account2 = { id: "ID", ...actor, databaseId: "Int" };
var gitObject = { id: "ID", oid: "GitObjectID", abbreviatedOid: "String" };
var schema = {
  Query: {
    rateLimit: "RateLimit",
    repository: ["Repository", "owner name followRenames"],
    node: ["Node", "id"],
    nodes: ["Node", "ids"],
    viewer: "User",
    user: ["User", "login"]
  },
  ...mutations,
  CheckRun: {
    id: "ID",
    databaseId: "Int",
    name: "String",
    status: "CheckStatusState",
    conclusion: "CheckConclusionState"
  },
  Label: { id: "ID", name: "String" },
  LabelConnection: connection("Label"),
  ReviewRequestConnection: connection("ReviewRequest"),
  ReviewRequest: { requestedReviewer: "RequestedReviewer" },
  RequestedReviewer: {},
  PullRequestTimelineItemsConnection: connection("PullRequestTimelineItems"),
  PullRequestTimelineItems: {},
  ReopenedEvent: { id: "ID", createdAt: "DateTime" },
  ReadyForReviewEvent: { id: "ID", createdAt: "DateTime" },
  ClosedEvent: { id: "ID", createdAt: "DateTime" },
  IssueConnection: connection("Issue"),
  CreateCommitOnBranchPayload: { clientMutationId: "String", commit: "Commit", ref: "Ref" },
  AddCommentPayload: { clientMutationId: "String", commentEdge: "IssueCommentEdge" },
  IssueCommentEdge: { node: "IssueComment" },
  UpdateIssueCommentPayload: { clientMutationId: "String", issueComment: "IssueComment" },
  RateLimit: { limit: "Int", remaining: "Int", used: "Int", cost: "Int", nodeCount: "Int", resetAt: "DateTime" },
  PageInfo: { hasNextPage: "Boolean", hasPreviousPage: "Boolean", startCursor: "String", endCursor: "String" },
  Node: { id: "ID" },
  Actor: actor,
  User: { ...account2, name: "String", email: "String" },
  Bot: account2,
  Mannequin: account2,
  Organization: account2,
  RepositoryOwner: { id: "ID", ...actor },
  Repository: {
    id: "ID",
    databaseId: "Int",
    name: "String",
    nameWithOwner: "String",
    owner: "RepositoryOwner",
    isPrivate: "Boolean",
    isFork: "Boolean",
    url: "URI",
    defaultBranchRef: "Ref",
    ref: ["Ref", "qualifiedName"],
    object: ["GitObject", "oid expression"],
    pullRequest: ["PullRequest", "number"],
    pullRequests: ["PullRequestConnection", `${pages3} states baseRefName headRefName orderBy`],
    labels: ["LabelConnection", `${pages3} query`],
    issues: ["IssueConnection", `${pages3} states labels orderBy`],
    issue: ["Issue", "number"]
  },
  Ref: { id: "ID", name: "String", prefix: "String", target: "GitObject" },
  GitObject: gitObject,
  Commit: {
    ...gitObject,
    message: "String",
    messageHeadline: "String",
    authoredDate: "DateTime",
    committedDate: "DateTime",
    author: "GitActor",
    committer: "GitActor",
    url: "URI",
    tree: "Tree",
    file: ["TreeEntry", "path"],
    parents: ["CommitConnection", pages3],
    associatedPullRequests: ["PullRequestConnection", pages3]
  },
  GitActor: { name: "String", email: "String", date: "GitTimestamp", user: "User" },
  CommitConnection: connection("Commit"),
  Tree: { ...gitObject, entries: "TreeEntry" },
  TreeEntry: {
    name: "String",
    path: "String",
    mode: "Int",
    type: "String",
    oid: "GitObjectID",
    size: "Int",
    object: "GitObject"
  },
  Blob: { ...gitObject, byteSize: "Int", text: "String", isBinary: "Boolean", isTruncated: "Boolean" },
  PullRequestConnection: connection("PullRequest"),
  PullRequest: {
    id: "ID",
    number: "Int",
    databaseId: "Int",
    fullDatabaseId: "BigInt",
    title: "String",
    body: "String",
    url: "URI",
    state: "PullRequestState",
    isDraft: "Boolean",
    closed: "Boolean",
    merged: "Boolean",
    createdAt: "DateTime",
    updatedAt: "DateTime",
    closedAt: "DateTime",
    mergedAt: "DateTime",
    mergedBy: "Actor",
    mergeCommit: "Commit",
    baseRefName: "String",
    baseRefOid: "GitObjectID",
    baseRepository: "Repository",
    headRefName: "String",
    headRefOid: "GitObjectID",
    headRepository: "Repository",
    isCrossRepository: "Boolean",
    author: "Actor",
    reviewDecision: "PullRequestReviewDecision",
    reviews: ["PullRequestReviewConnection", `${pages3} author states`],
    comments: ["IssueCommentConnection", pages3],
    labels: ["LabelConnection", pages3],
    reviewRequests: ["ReviewRequestConnection", pages3],
    timelineItems: ["PullRequestTimelineItemsConnection", `${pages3} itemTypes`],
    commits: ["PullRequestCommitConnection", pages3]
  },
  PullRequestReviewConnection: connection("PullRequestReview"),
  PullRequestReview: {
    id: "ID",
    databaseId: "Int",
    fullDatabaseId: "BigInt",
    state: "PullRequestReviewState",
    body: "String",
    submittedAt: "DateTime",
    author: "Actor",
    viewerDidAuthor: "Boolean",
    authorCanPushToRepository: "Boolean",
    commit: "Commit"
  },
  PullRequestCommitConnection: connection("PullRequestCommit"),
  PullRequestCommit: { id: "ID", commit: "Commit" },
  IssueCommentConnection: connection("IssueComment"),
  IssueComment: {
    id: "ID",
    databaseId: "Int",
    fullDatabaseId: "BigInt",
    body: "String",
    author: "Actor",
    viewerDidAuthor: "Boolean",
    createdAt: "DateTime",
    updatedAt: "DateTime",
    lastEditedAt: "DateTime"
  },
  Issue: {
    id: "ID",
    databaseId: "Int",
    fullDatabaseId: "BigInt",
    number: "Int",
    title: "String",
    body: "String",
    state: "IssueState",
    labels: ["LabelConnection", pages3],
    viewerDidAuthor: "Boolean",
    author: "Actor",
    editor: "Actor",
    createdAt: "DateTime",
    updatedAt: "DateTime",
    lastEditedAt: "DateTime",
    includesCreatedEdit: "Boolean",
    comments: ["IssueCommentConnection", pages3],
    userContentEdits: ["UserContentEditConnection", pages3]
  },
  UserContentEditConnection: connection("UserContentEdit"),
  UserContentEdit: { id: "ID", createdAt: "DateTime", editedAt: "DateTime", editor: "Actor" }
};
var behind = {
  Actor: ["User", "Bot", "Mannequin", "Organization"],
  RepositoryOwner: ["User", "Organization"],
  GitObject: ["Commit", "Tree", "Blob"],
  RequestedReviewer: ["User", "Bot", "Mannequin"],
  PullRequestTimelineItems: ["ReopenedEvent", "ReadyForReviewEvent", "ClosedEvent"],
  Node: [
    "User",
    "Bot",
    "Mannequin",
    "Organization",
    "Repository",
    "Ref",
    "Commit",
    "Tree",
    "Blob",
    "PullRequest",
    "PullRequestReview",
    "PullRequestCommit",
    "IssueComment",
    "Issue",
    "UserContentEdit"
  ]
};

// src/sandbox/github/graphql/check.ts
function problemsOf(document, operation, variables) {
  const declared = new Set(operation.variables.map((variable) => variable.name));
  const missing2 = operation.variables.filter((one4) => one4.required && (variables[one4.name] ?? null) === null);
  return [
    ...missing2.map((one4) => `Variable $${one4.name} of a non-null type was provided invalid value`),
    ...inSelections(operation.kind === "query" ? "Query" : "Mutation", operation.selections, {
      document,
      declared,
      within: []
    })
  ];
}
function inSelections(type, selections, scope) {
  return selections.flatMap((selection) => {
    if (selection.kind === "inline") return inFragment(type, selection.on ?? type, selection.selections, scope);
    if (selection.kind === "field") return inField(type, selection, scope);
    const fragment = scope.document.fragments[selection.name];
    if (fragment === void 0) return [`Fragment ${selection.name} was used, but not defined`];
    if (scope.within.includes(selection.name)) return [`Fragment ${selection.name} contains an infinite loop`];
    return inFragment(type, fragment.on, fragment.selections, { ...scope, within: [...scope.within, selection.name] });
  });
}
function inFragment(type, on2, selections, scope) {
  if (schema[on2] === void 0) return [`No such type ${on2}, so it can't be a fragment condition`];
  const shared2 = possible(on2).some((one4) => possible(type).includes(one4));
  return shared2 ? inSelections(on2, selections, scope) : [`Fragment on ${on2} can't be spread inside ${type}`];
}
var possible = (type) => behind[type] ?? [type];
function inField(type, field, scope) {
  const used = variablesIn(field.values).filter((name2) => !scope.declared.has(name2));
  const undeclared = used.map((name2) => `Variable $${name2} is used but not declared`);
  if (field.name === "__typename") return undeclared;
  const shape = schema[type]?.[field.name];
  if (shape === void 0) return [`Field '${field.name}' doesn't exist on type '${type}'`];
  const [named2, known2] = typeof shape === "string" ? [shape, ""] : shape;
  const unknown = Object.keys(field.values).filter((name2) => !known2.split(" ").includes(name2));
  const wrong = [...undeclared, ...unknown.map((name2) => `Field '${field.name}' doesn't accept argument '${name2}'`)];
  const composite = schema[named2] !== void 0;
  if (composite && field.selections === null)
    return [...wrong, `Field must have selections (field '${field.name}' returns ${named2} but has no selections)`];
  if (!composite && field.selections !== null)
    return [...wrong, `Selections can't be made on scalars (field '${field.name}' returns ${named2})`];
  return [...wrong, ...inSelections(named2, field.selections ?? [], scope)];
}
function variablesIn(values) {
  const names = (value) => {
    if (value.kind === "variable") return [value.name];
    if (value.kind === "list") return value.items.flatMap(names);
    return value.kind === "object" ? variablesIn(value.members) : [];
  };
  return Object.values(values).flatMap(names);
}

// src/sandbox/github/graphql/execute.ts
var FieldProblem = class extends Error {
  type;
  constructor(type, message) {
    super(message);
    this.type = type;
  }
};
function execute(document, operation, variables, root) {
  const defaults = operation.variables.filter((one4) => one4.fallback !== null && variables[one4.name] === void 0);
  const filled2 = {
    ...variables,
    ...Object.fromEntries(defaults.map((one4) => [one4.name, one4.fallback === null ? null : plainOf(one4.fallback, {})]))
  };
  const run2 = { document, variables: filled2, errors: [] };
  return { data: resolveNode(run2, root, operation.selections, []), errors: run2.errors };
}
function resolveNode(run2, node, selections, path2) {
  const fields = /* @__PURE__ */ new Map();
  collect(run2, node.type, selections, fields);
  return Object.fromEntries([...fields].map(([key, field]) => [key, resolveField(run2, node, field, [...path2, key])]));
}
function collect(run2, type, selections, into) {
  for (const selection of selections) {
    if (!wanted(run2, selection.directives)) continue;
    if (selection.kind === "field") {
      const before = into.get(selection.key)?.selections ?? [];
      into.set(selection.key, {
        name: selection.name,
        values: selection.values,
        selections: [...before, ...selection.selections ?? []]
      });
      continue;
    }
    const fragment = selection.kind === "spread" ? run2.document.fragments[selection.name] : selection;
    if (fragment !== void 0 && applies(type, fragment.on)) collect(run2, type, fragment.selections, into);
  }
}
var applies = (type, on2) => on2 === null || on2 === type || (behind[on2] ?? []).includes(type);
function wanted(run2, directives) {
  return directives.every((directive) => {
    const condition = directive.values["if"];
    const holds = condition !== void 0 && plainOf(condition, run2.variables) === true;
    return directive.name === "include" ? holds : directive.name === "skip" ? !holds : true;
  });
}
function resolveField(run2, node, field, path2) {
  if (field.name === "__typename") return node.type;
  const resolver = node.fields[field.name];
  if (resolver === void 0) throw new Error(`the sandbox declares ${node.type}.${field.name} and does not resolve it`);
  const given3 = Object.fromEntries(
    Object.entries(field.values).map(([name2, value]) => [name2, plainOf(value, run2.variables)])
  );
  try {
    return complete(run2, resolver(given3), field.selections, path2);
  } catch (problem2) {
    if (!(problem2 instanceof FieldProblem)) throw problem2;
    run2.errors.push({ type: problem2.type, message: problem2.message, path: path2 });
    return null;
  }
}
function complete(run2, result2, selections, path2) {
  if (isList3(result2)) return result2.map((item, index) => complete(run2, item, selections, [...path2, index]));
  return isNode(result2) ? resolveNode(run2, result2, selections, path2) : result2;
}
var isList3 = (result2) => Array.isArray(result2);
var isNode = (result2) => typeof result2 === "object" && result2 !== null && !isList3(result2);
function plainOf(value, variables) {
  if (value.kind === "variable") return variables[value.name];
  if (value.kind === "list") return value.items.map((item) => plainOf(item, variables));
  if (value.kind === "object")
    return Object.fromEntries(Object.entries(value.members).map(([name2, member]) => [name2, plainOf(member, variables)]));
  return value.value;
}

// src/sandbox/github/graphql/session.ts
function demand(session, repository, what, level) {
  if (!may(session.github(), session.caller, repository, what, level))
    throw new FieldProblem("FORBIDDEN", "Resource not accessible by integration");
}

// src/sandbox/github/graphql/mutations/input.ts
var isObject5 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var part = (given3, name2) => isObject5(given3[name2]) ? given3[name2] : {};
var parts = (given3, name2) => {
  const value = given3[name2];
  return Array.isArray(value) ? value.filter(isObject5) : [];
};
var text4 = (given3, name2) => typeof given3[name2] === "string" ? given3[name2] : "";
var texts4 = (given3, name2) => {
  const value = given3[name2];
  return Array.isArray(value) ? value.filter((one4) => typeof one4 === "string") : [];
};
var payload = (type, input, fields) => ({
  type,
  fields: {
    ...fields,
    clientMutationId: () => typeof input["clientMutationId"] === "string" ? input["clientMutationId"] : null
  }
});
var notResolved = (id) => new FieldProblem("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'.`);
function repositoryBy(session, id) {
  const found3 = session.github().repositories.find((one4) => nodeId("Repository", one4.id) === id);
  if (found3 === void 0) throw notResolved(id);
  return found3;
}
function pullBy(session, id) {
  for (const repository of session.github().repositories) {
    const pull = repository.pulls.find((one4) => nodeId("PullRequest", one4.id) === id);
    if (pull !== void 0) return { repository, pull };
  }
  throw notResolved(id);
}
function demandSome(session, repository) {
  try {
    demand(session, repository, "issues", "write");
  } catch (problem2) {
    if (!(problem2 instanceof FieldProblem)) throw problem2;
    demand(session, repository, "pull-requests", "write");
  }
}

// src/sandbox/github/graphql/mutations/checks.ts
var MOST_ANNOTATIONS = 50;
var LONGEST = 65535;
var STATUSES = {
  QUEUED: "queued",
  IN_PROGRESS: "in_progress",
  COMPLETED: "completed"
};
var orBefore = (given3, before) => given3 === "" ? before : given3;
function written3(session, input, before) {
  const output = part(input, "output");
  const annotations = parts(output, "annotations");
  if (annotations.length > MOST_ANNOTATIONS)
    throw new FieldProblem("UNPROCESSABLE", `No more than ${MOST_ANNOTATIONS} annotations a request`);
  if ([text4(output, "summary"), text4(output, "text")].some((one4) => one4.length > LONGEST))
    throw new FieldProblem("UNPROCESSABLE", "output is too long");
  const conclusion = text4(input, "conclusion") === "" ? before.conclusion : text4(input, "conclusion").toLowerCase();
  const status = conclusion === null ? STATUSES[text4(input, "status")] ?? before.status : "completed";
  return {
    ...before,
    name: orBefore(text4(input, "name"), before.name) ?? before.name,
    status,
    conclusion,
    externalId: orBefore(text4(input, "externalId"), before.externalId) ?? "",
    detailsUrl: orBefore(text4(input, "detailsUrl"), before.detailsUrl),
    completedAt: status === "completed" ? before.completedAt ?? session.now : null,
    output: {
      title: orBefore(text4(output, "title"), before.output.title),
      summary: orBefore(text4(output, "summary"), before.output.summary),
      text: orBefore(text4(output, "text"), before.output.text)
    },
    annotations: [...before.annotations, ...annotations.map(restShape)]
  };
}
function restShape(one4) {
  const location = part(one4, "location");
  return {
    path: one4["path"],
    start_line: location["startLine"],
    end_line: location["endLine"],
    start_column: location["startColumn"] ?? null,
    end_column: location["endColumn"] ?? null,
    annotation_level: text4(one4, "annotationLevel").toLowerCase(),
    title: one4["title"] ?? null,
    message: one4["message"],
    raw_details: null
  };
}
function allowed(session, repository) {
  demand(session, repository, "checks", "write");
  if (session.actor.type !== "Bot") throw new FieldProblem("FORBIDDEN", "You must authenticate via a GitHub App.");
}
var runNode = (run2) => ({
  type: "CheckRun",
  fields: {
    id: () => nodeId("CheckRun", run2.id),
    databaseId: () => run2.id,
    name: () => run2.name,
    status: () => run2.status.toUpperCase(),
    conclusion: () => run2.conclusion?.toUpperCase() ?? null
  }
});
function createCheckRun(session, input) {
  const repository = repositoryBy(session, text4(input, "repositoryId"));
  allowed(session, repository);
  const headOid = text4(input, "headSha");
  if (commitOid(repository.gitDirectory, headOid) === null)
    throw new FieldProblem("UNPROCESSABLE", `No commit found for SHA: ${headOid}`);
  const taken2 = takeId({ github: session.github() });
  const run2 = written3(session, input, {
    id: taken2.id,
    name: "",
    headOid,
    app: "github-actions",
    status: "queued",
    conclusion: null,
    externalId: "",
    detailsUrl: null,
    startedAt: session.now,
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: []
  });
  const checkRuns = [...repository.checkRuns, run2];
  session.change(withRepository(taken2.world, repository.id, { checkRuns }).github);
  return payload("CreateCheckRunPayload", input, { checkRun: () => runNode(run2) });
}
function updateCheckRun(session, input) {
  const repository = repositoryBy(session, text4(input, "repositoryId"));
  allowed(session, repository);
  const id = text4(input, "checkRunId");
  const before = repository.checkRuns.find((one4) => nodeId("CheckRun", one4.id) === id);
  if (before === void 0) throw notResolved(id);
  const run2 = written3(session, input, before);
  const checkRuns = repository.checkRuns.map((one4) => one4.id === run2.id ? run2 : one4);
  session.change(withRepository({ github: session.github() }, repository.id, { checkRuns }).github);
  return payload("UpdateCheckRunPayload", input, { checkRun: () => runNode(run2) });
}

// src/sandbox/github/graphql/actors.ts
function actorNode(session, id) {
  const user5 = userOf2(session.github(), id);
  return user5 === null ? null : userNode(user5);
}
function userNode(user5) {
  const login = user5.type === "Bot" ? user5.login.replace(/\[bot\]$/, "") : user5.login;
  const fields = accountFields(user5.type, user5.id, login);
  const own2 = { name: () => user5.name, email: () => "" };
  return { type: user5.type, fields: user5.type === "User" ? { ...fields, ...own2 } : fields };
}
function ownerNode(session, { owner }) {
  const user5 = userOf2(session.github(), owner.id);
  return user5 === null ? { type: "Organization", fields: accountFields("Organization", owner.id, owner.login) } : userNode(user5);
}
var accountFields = (type, id, login) => ({
  id: () => nodeId(type, id),
  login: () => login,
  url: () => `${html}/${login}`,
  databaseId: () => id
});

// src/sandbox/github/graphql/connection.ts
var largest2 = 100;
var cursorOf = (index) => Buffer.from(`cursor:${index}`).toString("base64");
function indexOf(cursor, fallback) {
  if (typeof cursor !== "string") return fallback;
  const found3 = /^cursor:(\d+)$/.exec(Buffer.from(cursor, "base64").toString());
  if (found3 === null)
    throw new FieldProblem("INVALID_CURSOR_ARGUMENTS", `\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(found3[1]);
}
function connection2(name2, items, given3, mostPerPage, node) {
  const [first2, last] = [given3["first"], given3["last"]];
  const wanted2 = typeof first2 === "number" ? first2 : typeof last === "number" ? last : null;
  if (wanted2 === null)
    throw new FieldProblem(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name2}\` connection.`
    );
  if (wanted2 > largest2 || wanted2 < 0)
    throw new FieldProblem(
      "EXCESSIVE_PAGINATION",
      `Requesting ${wanted2} records on the \`${name2}\` connection exceeds the \`first\` limit of ${largest2} records.`
    );
  const size = Math.min(wanted2, mostPerPage ?? largest2);
  const from = indexOf(given3["after"], -1) + 1;
  const to = Math.min(items.length, indexOf(given3["before"], items.length));
  const start = typeof first2 === "number" ? from : Math.max(from, to - size);
  const end2 = typeof first2 === "number" ? Math.min(to, from + size) : to;
  const page = items.slice(start, end2);
  return {
    type: `${name2}Connection`,
    fields: {
      totalCount: () => items.length,
      nodes: () => page.map(node),
      pageInfo: () => ({
        type: "PageInfo",
        fields: {
          hasNextPage: () => end2 < items.length,
          hasPreviousPage: () => start > 0,
          startCursor: () => page.length === 0 ? null : cursorOf(start),
          endCursor: () => page.length === 0 ? null : cursorOf(end2 - 1)
        }
      })
    }
  };
}

// src/sandbox/github/graphql/git-objects.ts
var longestText = 512e3;
function refNode(session, repository, qualified) {
  const ref = qualified.startsWith("refs/") ? qualified : `refs/heads/${qualified}`;
  const oid = refOid(repository.gitDirectory, ref);
  if (oid === null) return null;
  const [, kind = "", ...name2] = ref.split("/");
  return {
    type: "Ref",
    fields: {
      id: () => nodeId("Ref", `${repository.id}:${ref}`),
      name: () => name2.join("/"),
      prefix: () => `refs/${kind}/`,
      target: () => objectNode(session, repository, oid)
    }
  };
}
function objectNode(session, repository, oid) {
  const object = readObject(repository.gitDirectory, oid);
  if (object === null) return null;
  const common = {
    id: () => nodeId(object.type, `${repository.id}:${oid}`),
    oid: () => oid,
    abbreviatedOid: () => oid.slice(0, 7)
  };
  if (object.type === "blob") return { type: "Blob", fields: { ...common, ...blobFields(object.bytes) } };
  if (object.type === "tree") {
    const entries2 = () => readTree(repository.gitDirectory, oid).map((entry) => entryNode(session, repository, entry, entry.name));
    return { type: "Tree", fields: { ...common, entries: entries2 } };
  }
  return object.type === "commit" ? { type: "Commit", fields: { ...common, ...commitFields(session, repository, oid) } } : null;
}
function expressionNode(session, repository, expression) {
  const at2 = expression.indexOf(":");
  const revision = at2 < 0 ? expression : expression.slice(0, at2);
  const commit2 = commitOid(repository.gitDirectory, revision);
  if (at2 < 0) return objectNode(session, repository, commit2 ?? revision);
  const entry = commit2 === null ? null : entryAt(repository.gitDirectory, commit2, expression.slice(at2 + 1));
  return entry === null ? null : objectNode(session, repository, entry.oid);
}
function commitFields(session, repository, oid) {
  const commit2 = readCommit(repository.gitDirectory, oid);
  if (commit2 === null) throw new Error(`${oid} is no commit`);
  const { pageSize } = session.github();
  return {
    message: () => commit2.message,
    messageHeadline: () => commit2.message.split("\n")[0] ?? "",
    authoredDate: () => iso2(commit2.author.at),
    committedDate: () => iso2(commit2.committer.at),
    author: () => signatureNode(session, commit2.author),
    committer: () => signatureNode(session, commit2.committer),
    url: () => `${pageOf4(repository)}/commit/${oid}`,
    tree: () => objectNode(session, repository, commit2.tree),
    file: ({ path: path2 }) => {
      const entry = entryAt(repository.gitDirectory, oid, String(path2));
      return entry === null ? null : entryNode(session, repository, entry, String(path2));
    },
    parents: (given3) => connection2("Commit", commit2.parents, given3, pageSize, (parent) => objectNode(session, repository, parent)),
    associatedPullRequests: (given3) => {
      demand(session, repository, "pull-requests", "read");
      const { pulls, github: github2 } = associatedPulls(session.github(), repository, oid);
      session.change(github2);
      return connection2("PullRequest", pulls, given3, pageSize, (pull) => pullNode(session, repository, pull));
    }
  };
}
function signatureNode(session, who) {
  const user5 = session.github().users.find((one4) => one4.email === who.email && one4.type === "User");
  return {
    type: "GitActor",
    fields: {
      name: () => who.name,
      email: () => who.email,
      date: () => iso2(who.at),
      user: () => user5 === void 0 ? null : userNode(user5)
    }
  };
}
function entryNode(session, repository, entry, path2) {
  return {
    type: "TreeEntry",
    fields: {
      name: () => entry.name,
      path: () => path2,
      mode: () => Number.parseInt(entry.mode, 8),
      type: () => typeOf2(entry.mode),
      oid: () => entry.oid,
      size: () => readObject(repository.gitDirectory, entry.oid)?.bytes.length ?? 0,
      object: () => objectNode(session, repository, entry.oid)
    }
  };
}
function blobFields(bytes) {
  const binary = bytes.subarray(0, 8e3).includes(0);
  return {
    byteSize: () => bytes.length,
    isBinary: () => binary,
    isTruncated: () => bytes.length > longestText,
    text: () => binary ? null : bytes.subarray(0, longestText).toString()
  };
}

// src/sandbox/github/graphql/labels.ts
var labelId = (repository, name2) => nodeId("Label", `${repository.id}:${name2}`);
var labelNode = (repository, name2) => ({
  type: "Label",
  fields: { id: () => labelId(repository, name2), name: () => name2 }
});
function labelsOf(session, repository, names, given3) {
  const { query } = given3;
  const wanted2 = typeof query === "string" ? query.toLowerCase() : "";
  return connection2(
    "Label",
    names.filter((name2) => name2.toLowerCase().includes(wanted2)),
    given3,
    session.github().pageSize,
    (name2) => labelNode(repository, name2)
  );
}

// src/sandbox/github/graphql/issues.ts
function issueNode(session, repository, issue) {
  const last = issue.edits.at(-1) ?? null;
  const edits = last === null ? [] : [...issue.edits.toReversed(), { by: issue.author, at: issue.createdAt }];
  return {
    type: "Issue",
    fields: {
      id: () => nodeId("Issue", issue.id),
      databaseId: () => issue.id,
      fullDatabaseId: () => String(issue.id),
      number: () => issue.number,
      title: () => issue.title,
      body: () => issue.body,
      state: () => issue.state.toUpperCase(),
      labels: (given3) => labelsOf(session, repository, issue.labels, given3),
      viewerDidAuthor: () => issue.author === session.actor.id,
      author: () => actorNode(session, issue.author),
      editor: () => actorNode(session, last?.by ?? null),
      createdAt: () => iso2(issue.createdAt),
      updatedAt: () => iso2(issue.updatedAt),
      lastEditedAt: () => iso2(last?.at ?? null),
      includesCreatedEdit: () => edits.length > 0,
      comments: (given3) => commentsOf(session, repository, issue.number, given3),
      userContentEdits: (given3) => connection2("UserContentEdit", edits, given3, session.github().pageSize, (edit) => ({
        type: "UserContentEdit",
        fields: {
          id: () => nodeId("UserContentEdit", `${issue.id}:${edit.at}`),
          createdAt: () => iso2(edit.at),
          editedAt: () => iso2(edit.at),
          editor: () => actorNode(session, edit.by)
        }
      }))
    }
  };
}

// src/sandbox/github/graphql/repositories.ts
function repositoryNode(session, repository) {
  return {
    type: "Repository",
    fields: {
      id: () => nodeId("Repository", repository.id),
      databaseId: () => repository.id,
      name: () => repository.name,
      nameWithOwner: () => fullName(repository),
      owner: () => ownerNode(session, repository),
      isPrivate: () => repository.private,
      isFork: () => repository.forkOf !== null,
      url: () => pageOf4(repository),
      defaultBranchRef: () => readable(session, repository, () => refNode(session, repository, repository.defaultBranch)),
      ref: ({ qualifiedName }) => readable(session, repository, () => refNode(session, repository, String(qualifiedName))),
      object: ({ oid, expression }) => readable(
        session,
        repository,
        () => typeof oid === "string" ? objectNode(session, repository, oid) : expressionNode(session, repository, String(expression ?? "HEAD"))
      ),
      pullRequest: ({ number }) => {
        demand(session, repository, "pull-requests", "read");
        const pull = repository.pulls.find((one4) => one4.number === number);
        if (pull === void 0)
          throw new FieldProblem(
            "NOT_FOUND",
            `Could not resolve to a PullRequest with the number of ${String(number)}.`
          );
        return pullNode(session, repository, pull);
      },
      pullRequests: (given3) => {
        demand(session, repository, "pull-requests", "read");
        return connection2(
          "PullRequest",
          chosen2(repository.pulls, given3),
          given3,
          session.github().pageSize,
          (pull) => pullNode(session, repository, pull)
        );
      },
      labels: (given3) => labelsOf(session, repository, repository.labels, given3),
      issues: (given3) => {
        demand(session, repository, "issues", "read");
        const { states: states2, labels } = given3;
        const wanted2 = repository.issues.filter(
          (one4) => isAmong(states2, one4.state.toUpperCase()) && (labels === void 0 || one4.labels.some((label) => isAmong(labels, label)))
        );
        return connection2(
          "Issue",
          wanted2,
          given3,
          session.github().pageSize,
          (one4) => issueNode(session, repository, one4)
        );
      },
      issue: ({ number }) => {
        demand(session, repository, "issues", "read");
        const issue = repository.issues.find((one4) => one4.number === number);
        if (issue === void 0)
          throw new FieldProblem("NOT_FOUND", `Could not resolve to an Issue with the number of ${String(number)}.`);
        return issueNode(session, repository, issue);
      }
    }
  };
}
function readable(session, repository, read3) {
  demand(session, repository, "contents", "read");
  return read3();
}
var isAmong = (wanted2, value) => wanted2 === void 0 || wanted2 === null || (Array.isArray(wanted2) ? wanted2.includes(value) : wanted2 === value);
function chosen2(pulls, given3) {
  const { states: states2, baseRefName, headRefName, orderBy } = given3;
  const newestFirst2 = Reflect.get(Object(orderBy), "direction") === "DESC";
  return (newestFirst2 ? pulls.toReversed() : pulls).filter((pull) => {
    if (!isAmong(states2, pull.state.toUpperCase())) return false;
    if (typeof baseRefName === "string" && pull.base !== baseRefName) return false;
    return typeof headRefName !== "string" || pull.head.branch === headRefName;
  });
}

// src/sandbox/github/graphql/pulls.ts
function pullNode(session, repository, pull) {
  const { pageSize, repositories } = session.github();
  const source = repositories.find((one4) => one4.id === pull.head.repository) ?? null;
  return {
    type: "PullRequest",
    fields: {
      ...datesOf(pull),
      id: () => nodeId("PullRequest", pull.id),
      number: () => pull.number,
      databaseId: () => pull.id,
      fullDatabaseId: () => String(pull.id),
      title: () => pull.title,
      body: () => pull.body,
      url: () => `${pageOf4(repository)}/pull/${pull.number}`,
      state: () => pull.state.toUpperCase(),
      isDraft: () => pull.draft,
      closed: () => pull.state !== "open",
      merged: () => pull.state === "merged",
      mergedBy: () => actorNode(session, pull.mergedBy),
      mergeCommit: () => pull.mergeCommit === null ? null : objectNode(session, repository, pull.mergeCommit),
      baseRefName: () => pull.base,
      baseRefOid: () => pull.baseOid,
      baseRepository: () => repositoryNode(session, repository),
      headRefName: () => pull.head.branch,
      headRefOid: () => pull.head.oid,
      headRepository: () => source === null ? null : repositoryNode(session, source),
      isCrossRepository: () => pull.head.repository !== repository.id,
      author: () => actorNode(session, pull.author),
      reviewDecision: () => null,
      // null where no rule demands a review, as on every sandbox branch
      reviews: (given3) => connection2(
        "PullRequestReview",
        chosen3(pull.reviews, given3, session),
        given3,
        pageSize,
        (one4) => reviewNode(session, repository, one4)
      ),
      comments: (given3) => commentsOf(session, repository, pull.number, given3),
      labels: (given3) => labelsOf(session, repository, pull.labels, given3),
      reviewRequests: (given3) => connection2("ReviewRequest", pull.requestedReviewers, given3, pageSize, (user5) => ({
        type: "ReviewRequest",
        fields: { requestedReviewer: () => actorNode(session, user5) }
      })),
      timelineItems: (given3) => connection2(
        "PullRequestTimelineItems",
        eventsOf(pull, given3),
        given3,
        pageSize,
        (event) => eventNode(pull, event)
      ),
      commits: (given3) => connection2("PullRequestCommit", pull.commits, given3, pageSize, (oid) => ({
        type: "PullRequestCommit",
        fields: { id: () => nodeId("PullRequestCommit", oid), commit: () => objectNode(session, repository, oid) }
      }))
    }
  };
}
var EVENTS = {
  reopened: { type: "ReopenedEvent", item: "REOPENED_EVENT" },
  ready: { type: "ReadyForReviewEvent", item: "READY_FOR_REVIEW_EVENT" },
  closed: { type: "ClosedEvent", item: "CLOSED_EVENT" }
};
var eventsOf = ({ events }, { itemTypes }) => events.filter(({ is }) => !Array.isArray(itemTypes) || itemTypes.includes(EVENTS[is].item));
var eventNode = (pull, { is, at: at2 }) => ({
  type: EVENTS[is].type,
  fields: { id: () => nodeId(EVENTS[is].type, `${pull.id}:${at2}`), createdAt: () => iso2(at2) }
});
var datesOf = (pull) => ({
  createdAt: () => iso2(pull.createdAt),
  updatedAt: () => iso2(pull.updatedAt),
  closedAt: () => iso2(pull.closedAt),
  mergedAt: () => iso2(pull.mergedAt)
});
function chosen3(reviews, given3, session) {
  const states2 = given3["states"];
  const author = session.github().users.find((user5) => user5.login === given3["author"]);
  return reviews.filter((one4) => {
    if (Array.isArray(states2) && !states2.includes(one4.state)) return false;
    return typeof given3["author"] !== "string" || one4.user === author?.id;
  });
}
function reviewNode(session, repository, review2) {
  const role4 = roleOf(repository, review2.user);
  return {
    type: "PullRequestReview",
    fields: {
      id: () => nodeId("PullRequestReview", review2.id),
      databaseId: () => review2.id,
      fullDatabaseId: () => String(review2.id),
      state: () => review2.state,
      body: () => review2.body,
      submittedAt: () => iso2(review2.submittedAt),
      author: () => actorNode(session, review2.user),
      viewerDidAuthor: () => review2.user === session.actor.id,
      authorCanPushToRepository: () => role4 === "write" || role4 === "maintain" || role4 === "admin",
      commit: () => review2.commit === null ? null : objectNode(session, repository, review2.commit)
    }
  };
}
function commentsOf(session, repository, number, given3) {
  const said = repository.comments.filter((one4) => one4.number === number);
  return connection2("IssueComment", said, given3, session.github().pageSize, (one4) => commentNode(session, one4));
}
function commentNode(session, comment2) {
  return {
    type: "IssueComment",
    fields: {
      id: () => nodeId("IssueComment", comment2.id),
      databaseId: () => comment2.id,
      fullDatabaseId: () => String(comment2.id),
      body: () => comment2.body,
      author: () => actorNode(session, comment2.author),
      viewerDidAuthor: () => comment2.author === session.actor.id,
      createdAt: () => iso2(comment2.createdAt),
      updatedAt: () => iso2(comment2.updatedAt),
      lastEditedAt: () => iso2(comment2.updatedAt === comment2.createdAt ? null : comment2.updatedAt)
    }
  };
}

// src/sandbox/github/graphql/mutations/comments.ts
var LONGEST2 = 65536;
function bodyOf3(input) {
  const body = text4(input, "body");
  if (body.trim() === "") throw new FieldProblem("UNPROCESSABLE", "Body can't be blank");
  if (body.length > LONGEST2)
    throw new FieldProblem("UNPROCESSABLE", `Body is too long (maximum is ${LONGEST2} characters)`);
  return body;
}
function addComment(session, input) {
  const id = text4(input, "subjectId");
  const there = session.github().repositories.flatMap((repository) => {
    const pull = repository.pulls.filter((one4) => nodeId("PullRequest", one4.id) === id);
    const issue = repository.issues.filter((one4) => nodeId("Issue", one4.id) === id);
    return [...pull, ...issue].map(({ number }) => ({ repository, number }));
  })[0];
  if (there === void 0) throw notResolved(id);
  demandSome(session, there.repository);
  const author = session.actor.login;
  const wanted2 = {
    repository: fullName(there.repository),
    number: there.number,
    author,
    body: bodyOf3(input),
    at: session.now
  };
  const { github: github2 } = comment({ github: session.github() }, wanted2);
  session.change(github2);
  const written4 = github2.repositories.find((one4) => one4.id === there.repository.id)?.comments.at(-1);
  if (written4 === void 0) throw notResolved(id);
  return payload("AddCommentPayload", input, {
    commentEdge: () => ({ type: "IssueCommentEdge", fields: { node: () => commentNode(session, written4) } })
  });
}
function updateComment2(session, input) {
  const id = text4(input, "id");
  const holds = (comment2) => nodeId("IssueComment", comment2.id) === id;
  const repository = session.github().repositories.find((one4) => one4.comments.some(holds));
  const before = repository?.comments.find(holds);
  if (repository === void 0 || before === void 0) throw notResolved(id);
  demandSome(session, repository);
  const after2 = { ...before, body: bodyOf3(input), updatedAt: session.now };
  const comments = repository.comments.map((one4) => holds(one4) ? after2 : one4);
  session.change(withRepository({ github: session.github() }, repository.id, { comments }).github);
  return payload("UpdateIssueCommentPayload", input, { issueComment: () => commentNode(session, after2) });
}
function reactedOn(session, id) {
  for (const repository of session.github().repositories) {
    const comment2 = repository.comments.find((one4) => nodeId("IssueComment", one4.id) === id);
    if (comment2 !== void 0) return { repository, on: { kind: "comment", id: comment2.id } };
    const issue = repository.issues.find((one4) => nodeId("Issue", one4.id) === id);
    if (issue !== void 0) return { repository, on: { kind: "issue", id: issue.number } };
  }
  throw notResolved(id);
}
var REACTIONS = {
  THUMBS_UP: "+1",
  THUMBS_DOWN: "-1",
  LAUGH: "laugh",
  HOORAY: "hooray",
  CONFUSED: "confused",
  HEART: "heart",
  ROCKET: "rocket",
  EYES: "eyes"
};
function addReaction(session, input) {
  const { repository, on: on2 } = reactedOn(session, text4(input, "subjectId"));
  demandSome(session, repository);
  const content = REACTIONS[text4(input, "content")];
  if (content === void 0) throw new FieldProblem("UNPROCESSABLE", "No such reaction");
  const user5 = session.actor.id;
  const same4 = (one4) => one4.user === user5 && one4.content === content && one4.on.kind === on2.kind && one4.on.id === on2.id;
  if (!repository.reactions.some(same4)) {
    const taken2 = takeId({ github: session.github() });
    const reaction = { id: taken2.id, on: on2, user: user5, content, createdAt: session.now };
    const reactions = [...repository.reactions, reaction];
    session.change(withRepository(taken2.world, repository.id, { reactions }).github);
  }
  return payload("AddReactionPayload", input, {});
}

// src/sandbox/github/graphql/mutations/git.ts
function createCommit2(session, input) {
  const branch2 = text4(part(input, "branch"), "branchName").replace(/^refs\/heads\//, "");
  const name2 = text4(part(input, "branch"), "repositoryNameWithOwner");
  const repository = visible(session.github(), session.caller, name2);
  if (repository === null)
    throw new FieldProblem("NOT_FOUND", `Could not resolve to a Repository with the name '${name2}'.`);
  demand(session, repository, "contents", "write");
  const before = headOf(repository, branch2);
  if (before === null) throw new FieldProblem("NOT_FOUND", `No such branch: ${branch2}`);
  const expected = text4(input, "expectedHeadOid");
  if (before !== expected)
    throw new FieldProblem(
      "STALE_DATA",
      `Expected branch to point to "${expected}" but it did not. Pull and try again.`
    );
  const { headline, body } = part(input, "message");
  const message = typeof body === "string" && body !== "" ? `${String(headline)}

${body}` : String(headline);
  const { name: author, email } = session.actor;
  const files = changesOf2(part(input, "fileChanges"));
  const after2 = commit(repository, {
    branch: branch2,
    parents: [before],
    files,
    message,
    author: { name: author, email },
    at: session.now
  });
  const moved2 = afterPush(
    { github: session.github() },
    repository.id,
    [{ ref: `refs/heads/${branch2}`, before, after: after2 }],
    session.actor,
    session.now
  );
  session.change(moved2.github);
  return payload("CreateCommitOnBranchPayload", input, {
    commit: () => objectNode(session, repository, after2),
    ref: () => refNode(session, repository, branch2)
  });
}
function changesOf2(changes) {
  const deletions = parts(changes, "deletions").map((one4) => [text4(one4, "path"), null]);
  const additions = parts(changes, "additions").map((one4) => {
    return [text4(one4, "path"), { mode: "100644", bytes: Buffer.from(text4(one4, "contents"), "base64") }];
  });
  return Object.fromEntries([...deletions, ...additions]);
}
var BRANCH = "refs/heads/";
function moved(session, repository, ref, before, after2) {
  const { github: github2 } = afterPush(
    { github: session.github() },
    repository.id,
    [{ ref, before, after: after2 }],
    session.actor,
    session.now
  );
  session.change(github2);
}
function createRef2(session, input) {
  const repository = repositoryBy(session, text4(input, "repositoryId"));
  demand(session, repository, "contents", "write");
  const [name2, oid] = [text4(input, "name"), text4(input, "oid")];
  if (!name2.startsWith(BRANCH))
    throw new FieldProblem("UNPROCESSABLE", "Name must start with refs/heads/ in the sandbox");
  const branch2 = name2.slice(BRANCH.length);
  if (headOf(repository, branch2) !== null)
    throw new FieldProblem("UNPROCESSABLE", `A ref named "${name2}" already exists in the repository.`);
  if (commitOid(repository.gitDirectory, oid) === null) throw new FieldProblem("NOT_FOUND", `No commit ${oid}`);
  setRef(repository, name2, oid);
  moved(session, repository, name2, null, oid);
  return payload("CreateRefPayload", input, { ref: () => refNode(session, repository, branch2) });
}
function branchBy(session, id) {
  for (const repository of session.github().repositories) {
    const names = git(repository.gitDirectory, ["for-each-ref", "--format=%(refname:lstrip=2)", BRANCH]).split("\n");
    const branch2 = names.find((name2) => nodeId("Ref", `${repository.id}:${BRANCH}${name2}`) === id);
    if (branch2 !== void 0 && branch2 !== "") return { repository, branch: branch2 };
  }
  throw notResolved(id);
}
function updateRef2(session, input) {
  const { repository, branch: branch2 } = branchBy(session, text4(input, "refId"));
  demand(session, repository, "contents", "write");
  const [before, oid] = [headOf(repository, branch2), text4(input, "oid")];
  if (commitOid(repository.gitDirectory, oid) === null) throw new FieldProblem("NOT_FOUND", `No commit ${oid}`);
  if (input["force"] !== true && before !== null) {
    const base = git(repository.gitDirectory, ["merge-base", before, oid]);
    if (base !== before) throw new FieldProblem("UNPROCESSABLE", "Update is not a fast forward");
  }
  setRef(repository, `${BRANCH}${branch2}`, oid);
  moved(session, repository, `${BRANCH}${branch2}`, before, oid);
  return payload("UpdateRefPayload", input, { ref: () => refNode(session, repository, branch2) });
}
function deleteRef2(session, input) {
  const { repository, branch: branch2 } = branchBy(session, text4(input, "refId"));
  demand(session, repository, "contents", "write");
  const before = headOf(repository, branch2);
  git(repository.gitDirectory, ["update-ref", "-d", `${BRANCH}${branch2}`]);
  moved(session, repository, `${BRANCH}${branch2}`, before, null);
  return payload("DeleteRefPayload", input, {});
}

// src/sandbox/github/graphql/mutations/labels.ts
function createLabel(session, input) {
  const repository = repositoryBy(session, text4(input, "repositoryId"));
  demandSome(session, repository);
  const name2 = text4(input, "name");
  if (name2 === "" || !/^[0-9a-f]{6}$/i.test(text4(input, "color")))
    throw new FieldProblem("UNPROCESSABLE", "name or color is invalid");
  if (repository.labels.some((one4) => one4.toLowerCase() === name2.toLowerCase()))
    throw new FieldProblem("UNPROCESSABLE", "Name has already been taken");
  const labels = [...repository.labels, name2];
  session.change(withRepository({ github: session.github() }, repository.id, { labels }).github);
  return payload("CreateLabelPayload", input, { label: () => labelNode(repository, name2) });
}
function labelledBy(session, id) {
  for (const repository of session.github().repositories) {
    const world = { github: session.github() };
    const pull = repository.pulls.find((one4) => nodeId("PullRequest", one4.id) === id);
    if (pull !== void 0)
      return {
        repository,
        labels: pull.labels,
        relabel: (labels) => session.change(withPull(world, repository.id, pull.number, { labels }).github)
      };
    const issue = repository.issues.find((one4) => nodeId("Issue", one4.id) === id);
    if (issue === void 0) continue;
    const relabel = (labels) => {
      const issues2 = repository.issues.map((one4) => one4.id === issue.id ? { ...one4, labels } : one4);
      session.change(withRepository(world, repository.id, { issues: issues2 }).github);
    };
    return { repository, labels: issue.labels, relabel };
  }
  throw notResolved(id);
}
function namesOf(repository, ids) {
  return ids.map((id) => {
    const name2 = repository.labels.find((one4) => labelId(repository, one4) === id);
    if (name2 === void 0) throw notResolved(id);
    return name2;
  });
}
function addLabels(session, input) {
  const there = labelledBy(session, text4(input, "labelableId"));
  demandSome(session, there.repository);
  there.relabel([.../* @__PURE__ */ new Set([...there.labels, ...namesOf(there.repository, texts4(input, "labelIds"))])]);
  return payload("AddLabelsToLabelablePayload", input, {});
}
function removeLabels(session, input) {
  const there = labelledBy(session, text4(input, "labelableId"));
  demandSome(session, there.repository);
  const gone = namesOf(there.repository, texts4(input, "labelIds"));
  there.relabel(there.labels.filter((name2) => !gone.includes(name2)));
  return payload("RemoveLabelsFromLabelablePayload", input, {});
}

// src/sandbox/github/graphql/mutations/issues.ts
function issueBy(session, id) {
  for (const repository of session.github().repositories) {
    const issue = repository.issues.find((one4) => nodeId("Issue", one4.id) === id);
    if (issue !== void 0) return { repository, issue };
  }
  throw notResolved(id);
}
var shown6 = (session, { repository, issue }) => {
  const now = session.github().repositories.find((one4) => one4.id === repository.id);
  const found3 = now?.issues.find((one4) => one4.id === issue.id);
  return now === void 0 || found3 === void 0 ? null : issueNode(session, now, found3);
};
function createIssue2(session, input) {
  const repository = repositoryBy(session, text4(input, "repositoryId"));
  demand(session, repository, "issues", "write");
  const title = text4(input, "title");
  if (title === "") throw new FieldProblem("UNPROCESSABLE", "Title can't be blank");
  const wanted2 = {
    repository: fullName(repository),
    author: session.actor.login,
    title,
    body: text4(input, "body"),
    labels: namesOf(repository, texts4(input, "labelIds")),
    at: session.now
  };
  const next = openIssue({ github: session.github() }, wanted2);
  session.change(next.github);
  const issue = newestIssue(next, fullName(repository));
  return payload("CreateIssuePayload", input, { issue: () => shown6(session, { repository, issue }) });
}
function changed4(session, { repository, issue }, change) {
  const now = session.github().repositories.find((one4) => one4.id === repository.id) ?? repository;
  const issues2 = now.issues.map((one4) => one4.id === issue.id ? { ...one4, ...change, updatedAt: session.now } : one4);
  session.change(withRepository({ github: session.github() }, repository.id, { issues: issues2 }).github);
}
function updateIssue2(session, input) {
  const there = issueBy(session, text4(input, "id"));
  const { repository, issue } = there;
  demand(session, repository, "issues", "write");
  if (typeof input["body"] === "string" && input["body"] !== issue.body) {
    const wanted2 = {
      repository: fullName(repository),
      issue: issue.number,
      by: session.actor.login,
      body: input["body"],
      at: session.now
    };
    session.change(editIssue({ github: session.github() }, wanted2).github);
  }
  const title = text4(input, "title");
  if (title !== "") changed4(session, there, { title });
  return payload("UpdateIssuePayload", input, { issue: () => shown6(session, there) });
}
var stateOf = (session, state) => ({
  state,
  closedAt: state === "closed" ? session.now : null
});
function closeIssue(session, input) {
  const there = issueBy(session, text4(input, "issueId"));
  demand(session, there.repository, "issues", "write");
  changed4(session, there, stateOf(session, "closed"));
  return payload("CloseIssuePayload", input, { issue: () => shown6(session, there) });
}
function reopenIssue(session, input) {
  const there = issueBy(session, text4(input, "issueId"));
  demand(session, there.repository, "issues", "write");
  changed4(session, there, stateOf(session, "open"));
  return payload("ReopenIssuePayload", input, { issue: () => shown6(session, there) });
}

// src/sandbox/github/graphql/mutations/pulls.ts
var refused5 = (message) => new FieldProblem("UNPROCESSABLE", message);
var after = (session, repository, number) => {
  const now = session.github().repositories.find((one4) => one4.id === repository.id);
  const pull = now?.pulls.find((one4) => one4.number === number);
  return now === void 0 || pull === void 0 ? null : pullNode(session, now, pull);
};
var on = (session, { repository, pull }) => ({
  repository: fullName(repository),
  pull: pull.number,
  at: session.now
});
function createPullRequest(session, input) {
  const repository = repositoryBy(session, text4(input, "repositoryId"));
  demand(session, repository, "pull-requests", "write");
  const [base, head, title] = [text4(input, "baseRefName"), text4(input, "headRefName"), text4(input, "title")];
  const [baseOid, headOid] = [headOf(repository, base), headOf(repository, head)];
  if (baseOid === null || headOid === null || title === "") throw refused5("Head sha or base sha is blank");
  if (baseOid === headOid) throw refused5(`No commits between ${base} and ${head}`);
  const twin = repository.pulls.find((one4) => one4.state === "open" && one4.base === base && one4.head.branch === head);
  if (twin !== void 0) throw refused5(`A pull request already exists for ${repository.owner.login}:${head}.`);
  const next = openPull(
    { github: session.github() },
    {
      repository: fullName(repository),
      author: session.actor.login,
      title,
      body: text4(input, "body"),
      head,
      base,
      draft: input["draft"] === true,
      at: session.now
    }
  );
  session.change(next.github);
  const { number } = newestPull(next, fullName(repository));
  return payload("CreatePullRequestPayload", input, { pullRequest: () => after(session, repository, number) });
}
function updatePullRequest(session, input) {
  const there = pullBy(session, text4(input, "pullRequestId"));
  demand(session, there.repository, "pull-requests", "write");
  const title = text4(input, "title") === "" ? there.pull.title : text4(input, "title");
  const body = typeof input["body"] === "string" ? input["body"] : there.pull.body;
  session.change(changePull({ github: session.github() }, on(session, there), { title, body }).github);
  return payload("UpdatePullRequestPayload", input, {
    pullRequest: () => after(session, there.repository, there.pull.number)
  });
}
function closePullRequest(session, input) {
  const there = pullBy(session, text4(input, "pullRequestId"));
  demand(session, there.repository, "pull-requests", "write");
  if (there.pull.state === "merged") throw refused5("Pull request is already merged");
  if (there.pull.state === "open") session.change(closePull({ github: session.github() }, on(session, there)).github);
  return payload("ClosePullRequestPayload", input, {
    pullRequest: () => after(session, there.repository, there.pull.number)
  });
}
function requestReviews(session, input) {
  const there = pullBy(session, text4(input, "pullRequestId"));
  const { repository, pull } = there;
  demand(session, repository, "pull-requests", "write");
  const ids = texts4(input, "userIds").map((id) => {
    const user5 = session.github().users.find((one4) => nodeId(one4.type, one4.id) === id);
    if (user5 === void 0)
      throw new FieldProblem("NOT_FOUND", `Could not resolve to User node with the global id of '${id}'.`);
    if (user5.id === pull.author) throw refused5("Review cannot be requested from pull request author.");
    if (roleOf(repository, user5.id) === null)
      throw refused5("Reviews may only be requested from collaborators. One or more of the users is not a collaborator.");
    return user5.id;
  });
  const before = input["union"] === true ? pull.requestedReviewers : [];
  const requestedReviewers = [.../* @__PURE__ */ new Set([...before, ...ids])];
  session.change(changePull({ github: session.github() }, on(session, there), { requestedReviewers }).github);
  return payload("RequestReviewsPayload", input, { pullRequest: () => after(session, repository, pull.number) });
}
var METHODS = { MERGE: "merge", SQUASH: "squash", REBASE: "rebase" };
function mergePullRequest(session, input) {
  const there = pullBy(session, text4(input, "pullRequestId"));
  const { repository, pull } = there;
  demand(session, repository, "contents", "write");
  demand(session, repository, "pull-requests", "write");
  const expected = text4(input, "expectedHeadOid");
  if (expected !== "" && expected !== pull.head.oid)
    throw refused5("Head branch was modified. Review and try the merge again.");
  if (pull.state === "merged") throw refused5("Pull request already merged");
  if (pull.state === "closed") throw refused5("Pull request is closed");
  if (pull.draft) throw refused5("Pull Request is still a draft");
  if (repository.blocksMerges)
    throw refused5("Repository rule violations found: at least 1 approving review is required");
  const method = METHODS[text4(input, "mergeMethod") === "" ? "MERGE" : text4(input, "mergeMethod")] ?? "merge";
  const headline = text4(input, "commitHeadline");
  const body = text4(input, "commitBody");
  const message = headline === "" ? {} : { message: body === "" ? headline : `${headline}

${body}` };
  const next = tryMerge(
    { github: session.github() },
    { ...on(session, there), by: session.actor.login, method, ...message }
  );
  if (next === null) throw refused5("Pull Request has merge conflicts");
  session.change(next.github);
  return payload("MergePullRequestPayload", input, { pullRequest: () => after(session, repository, pull.number) });
}

// src/sandbox/github/graphql/mutations/index.ts
var TABLE = {
  addComment,
  updateIssueComment: updateComment2,
  addReaction,
  createCommitOnBranch: createCommit2,
  createRef: createRef2,
  updateRef: updateRef2,
  deleteRef: deleteRef2,
  createCheckRun,
  updateCheckRun,
  createLabel,
  addLabelsToLabelable: addLabels,
  removeLabelsFromLabelable: removeLabels,
  createPullRequest,
  updatePullRequest,
  closePullRequest,
  requestReviews,
  mergePullRequest,
  createIssue: createIssue2,
  updateIssue: updateIssue2,
  closeIssue,
  reopenIssue
};
var mutationNode = (session) => ({
  type: "Mutation",
  fields: Object.fromEntries(
    Object.entries(TABLE).map(([name2, mutate]) => [name2, (given3) => mutate(session, part(given3, "input"))])
  )
});

// src/sandbox/github/graphql/parse.ts
var SyntaxProblem = class extends Error {
};
var tokens = /[\s,\uFEFF]+|#[^\n]*|(?<token>"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|\.\.\.|[!$&()[\]{}:=@|]|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[_A-Za-z]\w*)|(?<wrong>[\s\S])/g;
function readerOf(text5) {
  const found3 = [];
  for (const match of text5.matchAll(tokens)) {
    if (match.groups?.["wrong"] !== void 0) throw new SyntaxProblem(`Parse error on "${match[0]}" at ${match.index}`);
    if (match.groups?.["token"] !== void 0) found3.push(match[0]);
  }
  let at2 = 0;
  const peek = () => found3[at2] ?? "";
  const take = () => {
    at2 += 1;
    return found3[at2 - 1] ?? "";
  };
  const problem2 = (wanted2) => {
    throw new SyntaxProblem(`Parse error on "${peek() || "end of document"}", expected ${wanted2}`);
  };
  return {
    peek,
    take,
    skip: (token) => peek() === token ? take() === token : false,
    must: (token) => peek() === token ? take() : problem2(`"${token}"`),
    name: () => /^[_A-Za-z]/.test(peek()) ? take() : problem2("a name")
  };
}
function parseDocument(text5) {
  const reader = readerOf(text5);
  const operations = [];
  const fragments = {};
  while (reader.peek() !== "") {
    if (reader.skip("fragment")) {
      const name2 = reader.name();
      reader.must("on");
      const on2 = reader.name();
      directivesOf(reader);
      fragments[name2] = { on: on2, selections: selectionsOf(reader) };
    } else operations.push(operationOf(reader));
  }
  return { operations, fragments };
}
function operationOf(reader) {
  if (reader.peek() === "{") return { kind: "query", name: null, variables: [], selections: selectionsOf(reader) };
  const kind = reader.name();
  if (kind !== "query" && kind !== "mutation")
    throw new SyntaxProblem(`Parse error on "${kind}", expected query or mutation`);
  const name2 = reader.peek() === "(" || reader.peek() === "{" || reader.peek() === "@" ? null : reader.name();
  const variables = [];
  if (reader.skip("(")) while (!reader.skip(")")) variables.push(variableOf(reader));
  directivesOf(reader);
  return { kind, name: name2, variables, selections: selectionsOf(reader) };
}
function variableOf(reader) {
  reader.must("$");
  const name2 = reader.name();
  reader.must(":");
  const required = typeOf3(reader);
  const fallback = reader.skip("=") ? readValue(reader) : null;
  return { name: name2, required: required && fallback === null, fallback };
}
function typeOf3(reader) {
  if (reader.skip("[")) {
    typeOf3(reader);
    reader.must("]");
  } else reader.name();
  return reader.skip("!");
}
function selectionsOf(reader) {
  const selections = [];
  reader.must("{");
  while (!reader.skip("}")) selections.push(reader.skip("...") ? fragmentOf(reader) : fieldOf(reader));
  if (selections.length === 0) throw new SyntaxProblem('Parse error on "}", expected a field');
  return selections;
}
function fragmentOf(reader) {
  const next = reader.peek();
  if (next !== "on" && /^[_A-Za-z]/.test(next))
    return { kind: "spread", name: reader.name(), directives: directivesOf(reader) };
  const on2 = reader.skip("on") ? reader.name() : null;
  return { kind: "inline", on: on2, directives: directivesOf(reader), selections: selectionsOf(reader) };
}
function fieldOf(reader) {
  const key = reader.name();
  const name2 = reader.skip(":") ? reader.name() : key;
  const values = valuesOf3(reader);
  const directives = directivesOf(reader);
  return {
    kind: "field",
    key,
    name: name2,
    values,
    directives,
    selections: reader.peek() === "{" ? selectionsOf(reader) : null
  };
}
function directivesOf(reader) {
  const directives = [];
  while (reader.skip("@")) directives.push({ name: reader.name(), values: valuesOf3(reader) });
  return directives;
}
function valuesOf3(reader) {
  const values = {};
  if (reader.skip("(")) {
    while (!reader.skip(")")) {
      const name2 = reader.name();
      reader.must(":");
      values[name2] = readValue(reader);
    }
  }
  return values;
}
var words = { true: true, false: false, null: null };
function readValue(reader) {
  if (reader.skip("$")) return { kind: "variable", name: reader.name() };
  if (reader.skip("[")) {
    const items = [];
    while (!reader.skip("]")) items.push(readValue(reader));
    return { kind: "list", items };
  }
  if (reader.skip("{")) {
    const members2 = {};
    while (!reader.skip("}")) {
      const name2 = reader.name();
      reader.must(":");
      members2[name2] = readValue(reader);
    }
    return { kind: "object", members: members2 };
  }
  const token = reader.take();
  if (token.startsWith('"""')) return { kind: "constant", value: token.slice(3, -3).replaceAll('\\"""', '"""').trim() };
  if (token.startsWith('"')) return { kind: "constant", value: String(JSON.parse(token)) };
  if (/^-?\d/.test(token)) return { kind: "constant", value: Number(token) };
  if (!/^[_A-Za-z]/.test(token))
    throw new SyntaxProblem(`Parse error on "${token || "end of document"}", expected a value`);
  const word = words[token];
  return { kind: "constant", value: word === void 0 ? token : word };
}

// src/sandbox/github/graphql/query.ts
var queryNode = (session) => ({
  type: "Query",
  fields: {
    rateLimit: () => rateNode(session),
    repository: ({ owner, name: name2 }) => {
      const full = `${String(owner)}/${String(name2)}`;
      const repository = visible(session.github(), session.caller, full);
      if (repository === null)
        throw new FieldProblem("NOT_FOUND", `Could not resolve to a Repository with the name '${full}'.`);
      return repositoryNode(session, repository);
    },
    node: ({ id }) => byGlobalId(session, String(id)),
    nodes: ({ ids }) => Array.isArray(ids) ? ids.map((id) => byGlobalId(session, String(id))) : [],
    viewer: () => userNode({ ...session.actor, type: "User" }),
    user: ({ login }) => {
      const user5 = userNamed2(session.github(), String(login));
      if (user5?.type !== "User")
        throw new FieldProblem("NOT_FOUND", `Could not resolve to a User with the login of '${String(login)}'.`);
      return userNode(user5);
    }
  }
});
function byGlobalId(session, id) {
  const github2 = session.github();
  const user5 = github2.users.find((one4) => nodeId(one4.type, one4.id) === id);
  const inside3 = github2.repositories.flatMap((repository) => {
    if (visible(github2, session.caller, `${repository.owner.login}/${repository.name}`) === null) return [];
    return [
      ...nodeId("Repository", repository.id) === id ? [repositoryNode(session, repository)] : [],
      ...repository.pulls.filter((one4) => nodeId("PullRequest", one4.id) === id).map((one4) => pullNode(session, repository, one4)),
      ...repository.issues.filter((one4) => nodeId("Issue", one4.id) === id).map((one4) => issueNode(session, repository, one4)),
      ...repository.comments.filter((one4) => nodeId("IssueComment", one4.id) === id).map((one4) => commentNode(session, one4))
    ];
  })[0];
  const found3 = inside3 ?? actorNode(session, user5?.id ?? null);
  if (found3 === null) throw new FieldProblem("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  return found3;
}
function rateNode(session) {
  const { limit, remaining, reset } = session.github().rateLimit;
  return {
    type: "RateLimit",
    fields: {
      limit: () => limit,
      remaining: () => remaining,
      used: () => limit - remaining,
      cost: () => 1,
      nodeCount: () => 0,
      resetAt: () => iso2(reset)
    }
  };
}

// src/sandbox/github/graphql/index.ts
function requestOf2(arrival) {
  try {
    const body = JSON.parse(Buffer.from(arrival.body).toString());
    if (!isObject4(body) || typeof body["query"] !== "string") return null;
    const operationName = typeof body["operationName"] === "string" ? body["operationName"] : null;
    return { query: body["query"], operationName, variables: isObject4(body["variables"]) ? body["variables"] : {} };
  } catch {
    return null;
  }
}
function parsed(query) {
  try {
    return parseDocument(query);
  } catch (problem2) {
    if (problem2 instanceof SyntaxProblem) return problem2;
    throw problem2;
  }
}
function operationOf2(document, name2) {
  if (name2 === null) return document.operations.length === 1 ? document.operations[0] ?? null : null;
  return document.operations.find((one4) => one4.name === name2) ?? null;
}
var firstField = (selections) => selections.flatMap(
  (one4) => one4.kind === "field" ? [one4.name] : one4.kind === "inline" ? [firstField(one4.selections)] : []
)[0] ?? "";
var fieldsOf = (selections) => selections.flatMap((one4) => one4.kind === "field" ? [one4.name] : []);
function whereOf2(operation, variables) {
  const field = operation?.selections.find((one4) => one4.kind === "field" && one4.name !== "rateLimit");
  if (field?.kind !== "field") return "";
  const given3 = Object.fromEntries(
    Object.entries(field.values).map(([name2, value]) => [name2, plainOf(value, variables)])
  );
  const input = isObject4(given3["input"]) ? given3["input"] : {};
  const branch2 = isObject4(input["branch"]) ? input["branch"]["repositoryNameWithOwner"] : void 0;
  if (typeof branch2 === "string") return branch2;
  return field.name === "repository" ? `${String(given3["owner"])}/${String(given3["name"])}` : "";
}
function describeGraphql(arrival) {
  const request = requestOf2(arrival);
  const document = request === null ? null : parsed(request.query);
  const operation = request === null || document === null || document instanceof SyntaxProblem ? null : operationOf2(document, request.operationName);
  const op = operation?.name ?? firstField(operation?.selections ?? []);
  const variables = request?.variables ?? {};
  const where = whereOf2(operation, variables);
  return {
    part: "github",
    op: op === "" ? "graphql" : op,
    writes: operation?.kind === "mutation",
    where,
    input: operation?.kind === "mutation" ? { ...variables, fields: fieldsOf(operation.selections) } : variables
  };
}
function answerGraphql(github2, arrival, now) {
  const caller = callerOf2(github2, arrival.headers);
  if (caller.is === "unknown") return refused4(401, "Bad credentials");
  if (caller.is === "anonymous") return refused4(401, "This endpoint requires you to be authenticated.");
  if (rateLimited(github2) !== null)
    return { status: 200, body: { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] } };
  const request = requestOf2(arrival);
  if (request === null) return refused4(400, "A query attribute must be specified and must be a string.");
  const document = parsed(request.query);
  if (document instanceof SyntaxProblem) return failed([document.message]);
  const operation = operationOf2(document, request.operationName);
  if (operation === null) return failed(["An operation name is required"]);
  const problems = problemsOf(document, operation, request.variables);
  if (problems.length > 0) return failed(problems);
  let current = github2;
  const session = {
    caller,
    actor: userOf2(github2, caller.token.actor) ?? actionsBot,
    now,
    github: () => current,
    change: (next) => {
      current = next;
    }
  };
  const root = operation.kind === "query" ? queryNode(session) : mutationNode(session);
  const { data, errors } = execute(document, operation, request.variables, root);
  return { status: 200, body: errors.length === 0 ? { data } : { data, errors }, github: current };
}
var failed = (messages2) => ({
  status: 200,
  body: { errors: messages2.map((message) => ({ message })) }
});

// src/sandbox/github/oidc.ts
import { createHmac as createHmac2 } from "node:crypto";
var issuer = "https://token.actions.githubusercontent.com";
var life = 300;
function identityToken(github2, requestToken, audience, now) {
  const claims = Object.hasOwn(github2.oidcJobs, requestToken) ? github2.oidcJobs[requestToken] : void 0;
  if (claims === void 0) return null;
  const aud = audience ?? `https://github.com/${String(claims["repository_owner"] ?? "")}`;
  return signToken(github2.oidcKey, {
    jti: `${requestToken}-${now}`,
    ...claims,
    iss: issuer,
    aud,
    iat: now,
    nbf: now - 5,
    exp: now + life
  });
}
function signToken(key, claims) {
  const part3 = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed2 = `${part3({ typ: "JWT", alg: "HS256", kid: "sandbox" })}.${part3(claims)}`;
  return `${signed2}.${createHmac2("sha256", key).update(signed2).digest("base64url")}`;
}

// src/sandbox/github/index.ts
var prefix2 = "/github";
function doorOf(arrival) {
  const path2 = arrival.url.pathname.slice(prefix2.length);
  if (path2 === "/graphql" && arrival.method === "POST") return { door: "graphql", path: path2 };
  return { door: path2 === "/oidc" && arrival.method === "GET" ? "oidc" : "rest", path: path2 };
}
function describe3(_world, arrival) {
  const { door, path: path2 } = doorOf(arrival);
  if (door === "graphql") return describeGraphql(arrival);
  if (door === "rest") return describeRest(arrival, path2);
  const audience = arrival.url.searchParams.get("audience");
  return { part: "github", op: "GET /oidc", writes: false, where: "", input: { audience } };
}
function answerOidc(github2, arrival, now) {
  const [, requestToken = ""] = (arrival.headers["authorization"] ?? "").split(" ");
  const value = identityToken(github2, requestToken, arrival.url.searchParams.get("audience"), now);
  return value === null ? refused4(401, "The request token belongs to no running job") : { status: 200, body: { value, count: value.length } };
}
function handle3(world, arrival, now) {
  const { door, path: path2 } = doorOf(arrival);
  const { github: github2 } = world;
  const answer = door === "graphql" ? answerGraphql(github2, arrival, now) : door === "oidc" ? answerOidc(github2, arrival, now) : answerRest(github2, arrival, path2, now);
  const changed5 = answer.github === void 0 || answer.github === github2 ? world : withGithub(world, answer.github);
  const reply3 = replyOf(answer, rateHeaders(github2, door === "graphql" ? "graphql" : "core"));
  return { world: changed5, reply: reply3, ...answer.status >= 400 ? { error: String(answer.status) } : {} };
}
function replyOf(answer, headers) {
  const empty = answer.status === 204 || answer.status === 304;
  const type = empty ? {} : { "content-type": "application/json; charset=utf-8" };
  return {
    status: answer.status,
    headers: { ...headers, ...type, "x-github-media-type": "github.v3; format=json", ...answer.headers },
    body: empty ? "" : JSON.stringify(answer.body)
  };
}
var slower = {
  ...refused4(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."),
  headers: { "retry-after": "1" }
};
var refuse3 = (_call, refusal3) => replyOf(refusal3 === "throttle" ? slower : refused4(refusal3.status, refusal3.message), {});
var githubPart = { prefix: prefix2, describe: describe3, handle: handle3, refuse: refuse3 };

// src/sandbox/journal.ts
var openJournal = () => {
  const entries2 = [];
  let last = 0;
  return {
    entries: () => [...entries2],
    writes: () => entries2.filter((entry) => entry.writes),
    since: (n) => entries2.filter((entry) => entry.n > n),
    clear: () => {
      entries2.length = 0;
    },
    note: (entry) => {
      last += 1;
      entries2.push({ n: last, ...entry });
    }
  };
};

// src/sandbox/okta/clients.ts
var roleOf2 = ({ id }) => `cr0${id.slice(3)}`;
var clientIn = ({ clients }, id) => clients.find((one4) => one4.id === id);
function roles3({ okta: okta2, parameters, now }) {
  const client2 = clientIn(okta2, parameters["clientId"]);
  if (client2 === void 0) return notFound(parameters["clientId"] ?? "", "PublicClientApp");
  const common = { status: "ACTIVE", assignmentType: "CLIENT", created: timeOf(now), lastUpdated: timeOf(now) };
  const standard = (client2.standardRoles ?? []).map((type, at2) => ({ id: `JBC${at2}${client2.id}`, type, label: type }));
  const role4 = roleOf2(client2);
  const custom = { id: `irb${role4}`, type: "CUSTOM", role: role4, label: "Daypass", "resource-set": `iam${role4}` };
  return found([...standard, ...client2.may.length === 0 ? [] : [custom]].map((one4) => ({ ...one4, ...common })));
}
function permissions({ okta: okta2, parameters, now }) {
  const named2 = parameters["roleIdOrLabel"] ?? "";
  const client2 = okta2.clients.find((one4) => roleOf2(one4) === named2);
  if (client2 === void 0) return notFound(named2, "Role");
  return found({
    permissions: client2.may.map(({ permission }) => ({
      label: permission,
      created: timeOf(now),
      lastUpdated: timeOf(now)
    }))
  });
}
var READ5 = { method: "GET", scope: "okta.roles.read", may: ["okta.iam.read"], on: null };
var clientRoutes = [
  { ...READ5, path: "/oauth2/v1/clients/{clientId}/roles", answer: roles3 },
  { ...READ5, path: "/api/v1/iam/roles/{roleIdOrLabel}/permissions", answer: permissions }
];

// src/sandbox/okta/token.ts
import { createPublicKey, verify } from "node:crypto";
var LIFE = 3600;
var ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
var failed2 = (error, description, status = 400) => ({
  status,
  body: { error, error_description: description }
});
function part2(text5) {
  try {
    const parsed2 = JSON.parse(Buffer.from(text5 ?? "", "base64url").toString());
    return isObject(parsed2) ? parsed2 : {};
  } catch {
    return {};
  }
}
function readAssertion(text5) {
  const [header, claims, signature2 = ""] = text5.split(".");
  return {
    header: part2(header),
    claims: part2(claims),
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature2, "base64url")
  };
}
function isSigned({ header, signed: signed2, signature: signature2 }, { keys }) {
  const key = keys.find(({ kid }) => kid === header["kid"]) ?? (header["kid"] === void 0 ? keys[0] : void 0);
  if (key === void 0) return false;
  const jwk = key;
  const opened = createPublicKey({ key: jwk, format: "jwk" });
  const elliptic = opened.asymmetricKeyType === "ec";
  if (header["alg"] !== (elliptic ? "ES256" : "RS256")) return false;
  return verify(
    "sha256",
    Buffer.from(signed2),
    elliptic ? { key: opened, dsaEncoding: "ieee-p1363" } : opened,
    signature2
  );
}
function tokenFor(okta2, form, audience, proof, now) {
  if (form.get("grant_type") !== "client_credentials")
    return failed2("unsupported_grant_type", "The grant type is not supported by the authorization server.");
  if (form.get("client_assertion_type") !== ASSERTION)
    return failed2("invalid_client", "A client_assertion is required.", 401);
  const assertion = readAssertion(form.get("client_assertion") ?? "");
  const { iss, sub, aud, exp } = assertion.claims;
  const client2 = okta2.clients.find(({ id }) => id === sub && id === iss);
  if (client2 === void 0 || !isSigned(assertion, client2))
    return failed2("invalid_client", "The client_assertion token is invalid or its signature does not match.", 401);
  if (aud !== audience) return failed2("invalid_client", `The audience claim must be '${audience}'.`, 401);
  if (typeof exp !== "number" || exp <= now || exp > now + LIFE)
    return failed2("invalid_client", "The client_assertion token is expired or lives too long.", 401);
  if (client2.dpop && !proof) return failed2("invalid_dpop_proof", "The DPoP proof JWT header is missing.");
  const scopes = (form.get("scope") ?? "").split(" ").filter((scope) => scope !== "");
  const refused6 = scopes.find((scope) => !client2.scopes.includes(scope));
  if (scopes.length === 0 || refused6 !== void 0)
    return failed2("invalid_scope", `The authenticated client isn't authorized to use the scope '${refused6 ?? ""}'.`);
  const value = `sandbox-okta-${okta2.accessTokens.length + 1}-${now}`;
  const token = { value, client: client2.id, scopes, expires: now + LIFE };
  return {
    status: 200,
    body: { token_type: "Bearer", expires_in: LIFE, access_token: value, scope: scopes.join(" ") },
    okta: { ...okta2, accessTokens: [...okta2.accessTokens, token] }
  };
}

// src/sandbox/okta/index.ts
var prefix3 = "/okta";
var TOKEN = "/oauth2/v1/token";
var oktaRoutes = [
  ...userRoutes,
  ...groupRoutes,
  ...appRoutes,
  ...appUserRoutes,
  ...clientRoutes
];
var table2 = oktaRoutes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, (_whole, name2) => `(?<${name2}>[^/]+)`)}$`)
}));
function routeOf2(method, path2) {
  for (const { route, pattern } of table2) {
    const match = route.method === method ? pattern.exec(path2) : null;
    if (match !== null)
      return {
        route,
        parameters: Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name2, value]) => [name2, decodeURIComponent(value)])
        )
      };
  }
  return null;
}
var pathOf = ({ url }) => url.pathname.slice(prefix3.length);
function bodyOf4(arrival) {
  if (arrival.body.length === 0) return {};
  try {
    const parsed2 = JSON.parse(Buffer.from(arrival.body).toString());
    return isObject(parsed2) ? parsed2 : null;
  } catch {
    return null;
  }
}
function describe4(world, arrival) {
  const path2 = pathOf(arrival);
  const where = world.okta?.host ?? "";
  if (path2 === TOKEN) return { part: "okta", op: `${arrival.method} ${TOKEN}`, writes: false, where, input: {} };
  const routed = routeOf2(arrival.method, path2);
  const input = { ...routed?.parameters, ...Object.fromEntries(arrival.url.searchParams), ...bodyOf4(arrival) };
  const op = `${arrival.method} ${routed?.route.path ?? path2}`;
  return { part: "okta", op, writes: arrival.method !== "GET", where, input };
}
function callerOf3(okta2, header, now) {
  const [scheme, value = ""] = header.split(" ");
  if (scheme === "SSWS") return okta2.apiTokens.includes(value) ? { is: "token" } : { is: "nobody" };
  const token = scheme === "Bearer" ? okta2.accessTokens.find((one4) => one4.value === value && one4.expires > now) : void 0;
  const client2 = okta2.clients.find(({ id }) => id === token?.client);
  return token === void 0 || client2 === void 0 ? { is: "nobody" } : { is: "client", client: client2, scopes: token.scopes };
}
function permitted(caller, { route, parameters }) {
  if (caller.is === "token") return true;
  if (caller.is === "nobody") return false;
  const scopes = [route.scope, route.scope.replace(/\.read$/, ".manage")];
  const on2 = route.on === null ? null : parameters[route.on] ?? "";
  return caller.scopes.some((scope) => scopes.includes(scope)) && (caller.client.standardRoles?.includes("SUPER_ADMIN") === true || caller.client.may.some(
    (one4) => route.may.includes(one4.permission) && (on2 === null || one4.on.includes("*") || one4.on.includes(on2))
  ));
}
function answerApi(okta2, arrival, now) {
  const path2 = pathOf(arrival);
  const routed = routeOf2(arrival.method, path2);
  if (routed === null) return refused(501, "E0000022", `The sandbox's Okta does not know ${arrival.method} ${path2}`);
  const caller = callerOf3(okta2, arrival.headers["authorization"] ?? "", now);
  if (caller.is === "nobody") return refused(401, "E0000011", "Invalid token provided");
  if (!permitted(caller, routed)) return forbidden;
  const body = bodyOf4(arrival);
  if (body === null) return refused(400, "E0000003", "The request body was not well-formed.");
  const { url } = arrival;
  const { parameters } = routed;
  return routed.route.answer({
    okta: okta2,
    url,
    parameters,
    body,
    client: caller.is === "client" ? caller.client : null,
    now
  });
}
function replyOf2(answer, headers) {
  const empty = answer.status === 204;
  const json = answer.xml === void 0 ? "application/json" : "application/xml";
  const type = empty ? {} : { "content-type": json };
  return {
    status: answer.status,
    headers: { "x-okta-request-id": "sandbox", ...headers, ...type, ...answer.headers },
    body: empty ? "" : answer.xml ?? JSON.stringify(answer.body)
  };
}
function handle4(world, arrival, now) {
  const { okta: okta2 } = world;
  if (okta2 === void 0)
    return { world, reply: replyOf2(refused(404, "E0000007", "There is no such organisation"), {}), error: "404" };
  const path2 = pathOf(arrival);
  if (path2 === TOKEN && arrival.method === "POST") {
    const form = new URLSearchParams(Buffer.from(arrival.body).toString());
    const proof = arrival.headers["dpop"] !== void 0;
    const answer = tokenFor(okta2, form, `https://${okta2.host}${TOKEN}`, proof, now);
    return ended(world, okta2, answer, {});
  }
  const rated = counted(okta2, path2, now);
  return ended(world, rated.okta, rated.refusal ?? answerApi(rated.okta, arrival, now), rated.headers);
}
function ended(world, okta2, answer, headers) {
  const after2 = answer.okta ?? okta2;
  return {
    world: after2 === world.okta ? world : { ...world, okta: after2 },
    reply: replyOf2(answer, headers),
    ...answer.status >= 400 ? { error: String(answer.status) } : {}
  };
}
var refuse4 = (_call, refusal3) => refusal3 === "throttle" ? replyOf2(refused(429, "E0000047", "API call exceeded rate limit due to too many requests."), {
  "x-rate-limit-limit": "0",
  "x-rate-limit-remaining": "0"
}) : replyOf2(refused(refusal3.status, refusal3.code, refusal3.message), {});
var oktaPart = { prefix: prefix3, describe: describe4, handle: handle4, refuse: refuse4 };

// src/sandbox/server.ts
var defaultParts = [awsPart, githubPart, gitPart, oktaPart];
var read2 = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};
var arrivalOf = async (request, base) => ({
  method: request.method ?? "GET",
  url: new URL(request.url ?? "/", base),
  headers: Object.fromEntries(
    Object.entries(request.headers).map(([name2, value]) => [
      name2,
      Array.isArray(value) ? value.join(", ") : value ?? ""
    ])
  ),
  body: await read2(request)
});
var plain2 = (status, code, message, headers = {}) => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ message, code })
});
var serves = (part3, path2) => path2 === part3.prefix || path2.startsWith(`${part3.prefix}/`) || path2.startsWith(`${part3.prefix}?`);
var wait = (milliseconds) => new Promise((resolve2) => setTimeout(resolve2, milliseconds));
var mishapReply = (part3, call, mishap) => {
  if (mishap === "fail-before" || mishap === "fail-after" || mishap === "hang") return null;
  if (mishap === "garbage")
    return {
      status: 200,
      headers: { "content-type": "text/html" },
      body: "<html><p>It works, but it is not what you asked"
    };
  if (mishap === "throttle")
    return part3.refuse?.(call, "throttle") ?? plain2(429, "Throttling", "Rate exceeded", { "retry-after": "1" });
  const refusal3 = refusalOf(mishap);
  return part3.refuse?.(call, refusal3) ?? plain2(refusal3.status, refusal3.code, refusal3.message);
};
var nameOf = (mishap) => typeof mishap === "string" ? mishap : mishap.code;
var startSandbox = async (start) => {
  const parts2 = start.parts ?? defaultParts;
  const journal = openJournal();
  const faults = openFaults();
  let world = start.world;
  let now = start.now;
  let tail = Promise.resolve();
  let underWay = [];
  let base = "";
  let meanwhile = null;
  const send = (response, reply3) => {
    response.sendDate = false;
    response.writeHead(reply3.status, { ...reply3.headers, date: new Date(now * 1e3).toUTCString() });
    response.end(reply3.body);
  };
  const handle5 = async (part3, arrival) => {
    underWay = [];
    const given3 = world;
    const handled = await part3.handle(given3, arrival, now);
    if (handled.world !== given3) world = underWay.reduce((edited, edit) => edit(edited), handled.world);
    return handled;
  };
  const serve4 = async (part3, call, arrival, response) => {
    const mishap = faults.strike(call);
    if (mishap !== null && mishap !== "fail-after") {
      const reply3 = mishapReply(part3, call, mishap);
      journal.note({ ...call, at: now, status: reply3?.status ?? 0, changed: false, error: nameOf(mishap) });
      if (reply3 !== null) send(response, reply3);
      else if (mishap === "fail-before") response.destroy();
      return;
    }
    const before = world;
    const handled = await handle5(part3, arrival).catch(
      (error2) => ({
        world: before,
        reply: plain2(500, "SandboxBug", error2 instanceof Error ? error2.stack ?? error2.message : String(error2)),
        error: "SandboxBug"
      })
    );
    const lost = mishap === "fail-after";
    const error = lost ? "fail-after" : handled.error;
    journal.note({
      ...call,
      at: now,
      status: lost ? 0 : handled.reply.status,
      changed: call.writes && world !== before,
      ...error === void 0 ? {} : { error }
    });
    if (lost) response.destroy();
    else send(response, handled.reply);
  };
  const answer = async (request, response) => {
    const arrival = await arrivalOf(request, base);
    const part3 = parts2.find((candidate) => serves(candidate, arrival.url.pathname));
    if (part3 === void 0) {
      send(response, plain2(501, "NotServed", `The sandbox serves nothing at ${arrival.method} ${arrival.url.pathname}`));
      return;
    }
    const pause = start.latency?.[part3.describe(world, arrival).part] ?? 0;
    if (pause > 0) await wait(pause);
    if (meanwhile !== null) await meanwhile(part3.describe(world, arrival));
    const turn = tail.then(() => serve4(part3, part3.describe(world, arrival), arrival, response));
    tail = turn.catch(() => void 0);
    await turn;
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent)
        send(
          response,
          plain2(500, "SandboxBug", error instanceof Error ? error.stack ?? error.message : String(error))
        );
    });
  });
  await new Promise((resolve2, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve2);
  });
  const address2 = server.address();
  if (address2 === null || typeof address2 === "string") throw new Error("The sandbox listens on no port.");
  base = `http://127.0.0.1:${address2.port}`;
  return {
    url: base,
    world: () => world,
    change: (edit) => {
      underWay.push(edit);
      world = edit(world);
    },
    clock: {
      now: () => now,
      set: (seconds) => {
        now = seconds;
      },
      advance: (seconds) => {
        now += seconds;
      }
    },
    journal,
    faults,
    between: (what) => {
      meanwhile = what;
    },
    close: () => new Promise((resolve2, reject) => {
      server.close((error) => error === void 0 ? resolve2() : reject(error));
      server.closeAllConnections();
    })
  };
};

// src/sandbox/aws/identity-center/build.ts
var defaultLimits = {
  sets: 3500,
  provisionedPerAccount: 500,
  managedPerSet: 20,
  inlineBytes: 32768,
  inlineSize: 10240,
  tagsPerSet: 50,
  creationsInFlight: 10
};
var userIdOf = (userName) => uuidOf(`user/${userName}`);
var SEED = "daypass";
var setArnFor = (partition, name2) => setArnOf(instanceArnOf(partition, SEED), name2);
var textOf5 = (document) => typeof document === "string" ? document : JSON.stringify(document);
var set2 = (name2, { inline, description, ...draft }) => ({
  name: name2,
  sessionDuration: "PT1H",
  tags: {},
  managed: [],
  customer: [],
  created: 1704067200,
  roles: {},
  ...draft,
  ...description === void 0 ? {} : { description },
  ...inline === void 0 ? {} : { inline: textOf5(inline) }
});
var user4 = (userName, { email = userName, displayName = userName, status = "ENABLED" }) => ({
  userName,
  displayName,
  emails: [{ value: email, primary: true }],
  status
});
function withIdentityCenter(world, draft) {
  const instanceArn = instanceArnOf(world.partition, SEED);
  const { users: users2 = {}, groups: groups3 = {}, sets = {}, assignments = [], limits, ...rest } = draft;
  const rows2 = assignments.map(
    (one4) => ({
      account: one4.account,
      set: setArnFor(world.partition, one4.set),
      principalType: "USER",
      principalId: userIdOf(one4.user)
    })
  );
  let center = {
    region: world.region,
    instanceArn,
    storeId: storeIdOf(SEED),
    users: Object.fromEntries(Object.entries(users2).map(([name2, one4]) => [userIdOf(name2), user4(name2, one4)])),
    groups: Object.fromEntries(
      Object.entries(groups3).map(([name2, members2]) => [
        uuidOf(`group/${name2}`),
        { displayName: name2, members: members2.map(userIdOf) }
      ])
    ),
    sets: Object.fromEntries(
      Object.entries(sets).map(([name2, one4]) => [setArnFor(world.partition, name2), set2(name2, one4)])
    ),
    assignments: rows2,
    jobs: [],
    limits: { ...defaultLimits, ...limits },
    settles: { calls: 1 },
    emptyRoles: "go",
    conflicts: 0,
    spreading: {},
    stale: 0,
    ...rest
  };
  let aws = world;
  for (const row of rows2) {
    const made3 = provision(aws, center, row.set, row.account, 1704067200);
    if (made3.is === "failed") throw new Error(made3.reason);
    aws = made3.aws;
    center = made3.center;
  }
  return { ...aws, identityCenter: center };
}

// src/sandbox/aws/organizations/build.ts
var organization = ({
  management,
  delegated = [],
  controls = {},
  members: members2
}) => {
  const all3 = { [management]: {}, ...members2 };
  return {
    id: `o-${lettersOf(`organization/${management}`, 10).toLowerCase()}`,
    management,
    delegated,
    controls: Object.fromEntries(Object.entries(controls).map(([name2, document]) => [name2, JSON.stringify(document)])),
    members: Object.fromEntries(
      Object.entries(all3).map(([id, draft]) => [
        id,
        { name: `account-${id}`, email: `aws+${id}@example.com`, status: "ACTIVE", ...draft }
      ])
    )
  };
};

// src/entry/commands/demo/company-center.ts
function centerOf2(settings2, aws, world, more) {
  const { identityCenter } = aws;
  if (identityCenter === null) return world;
  const idOf = (name2) => aws.accounts.find((one4) => one4.name === name2)?.id ?? name2;
  const emailOf2 = (handle5) => [...settings2.people.values()].find((one4) => one4.handle === handle5)?.email ?? handle5;
  const members2 = Object.keys(world.accounts).flatMap((id) => {
    const account3 = aws.accounts.find((one4) => one4.id === id);
    const status = account3 === void 0 ? void 0 : more.accounts?.[account3.name];
    if (status === "outside") return [];
    return [
      [id, { ...account3 === void 0 ? {} : { name: account3.name }, ...status === void 0 ? {} : { status } }]
    ];
  });
  const management = more.management === void 0 ? identityCenter.home : idOf(more.management);
  const organized = {
    ...world,
    region: identityCenter.region,
    organizations: organization({
      management,
      delegated: management === identityCenter.home ? [] : [identityCenter.home],
      members: Object.fromEntries(members2)
    })
  };
  const users2 = [...settings2.people.values()].map(({ email, handle: handle5 }) => {
    const disabled = more.disabled?.includes(handle5) === true;
    return [email, disabled ? { status: "DISABLED" } : {}];
  });
  return withIdentityCenter(organized, {
    users: Object.fromEntries(users2),
    sets: Object.fromEntries(
      Object.entries(more.sets ?? {}).map(([name2, set3]) => [
        name2,
        { ...set3, tags: set3.tags ?? { [ASSIGNABLE_TAG]: settings2.installation } }
      ])
    ),
    assignments: (more.assignments ?? []).map(({ account: account3, set: set3, person }) => ({
      account: idOf(account3),
      set: set3,
      user: emailOf2(person)
    }))
  });
}

// src/entry/commands/demo/company-okta.ts
import { generateKeyPairSync } from "node:crypto";
var CLIENT = "0oa00000000000000001";
var KEY = generateKeyPairSync("ec", { namedCurve: "P-256" });
var HOST = "harbor.okta.com";
var OKTA_CREDENTIAL = JSON.stringify({
  host: HOST,
  clientId: CLIENT,
  privateKey: KEY.privateKey.export({ format: "jwk" })
});
var rows = [...Object.values(OPERATIONS), ...Object.values(OKTA_OPERATIONS)];
var client = (more = {}) => ({
  id: CLIENT,
  keys: [{ ...KEY.publicKey.export({ format: "jwk" }) }],
  scopes: [...new Set(rows.map(({ scope }) => scope))],
  may: [...new Set(rows.map(({ permission }) => permission))].map((permission) => ({ permission, on: ["*"] })),
  dpop: false,
  ...more
});
function appsOf({ okta: integration, aws, installation }, { apps = {} }) {
  return (integration?.federation ?? []).map(({ account: account3, app, provider, roles: roles4, marker }) => {
    const id = aws?.accounts.find(({ name: name2 }) => name2 === account3)?.id ?? "";
    const { roles: others = [], ...differs } = apps[account3] ?? {};
    return {
      id: app,
      roles: others === null ? null : [...poolNames(installation, roles4), ...others],
      settings: { identityProviderArn: `arn:${aws?.partition ?? "aws"}:iam::${id}:saml-provider/${provider}` },
      custom: { [marker]: { title: "Managed by Daypass", type: "boolean", scope: "NONE", master: { type: "OKTA" } } },
      ...differs
    };
  });
}
var providersOf = ({ okta: integration, aws }, account3) => (integration?.federation ?? []).filter((one4) => aws?.accounts.some(({ name: name2, id }) => name2 === one4.account && id === account3) === true).map(({ provider, app }) => ({ name: provider, ...speakerOf(app) }));
function oktaOf(settings2, more, now) {
  if (settings2.okta === null) return {};
  const people = [...settings2.people.values()];
  const emailOf2 = (handle5) => people.find((one4) => one4.handle === handle5)?.email ?? handle5;
  const groups3 = (more.groups ?? []).map((group3) => ({ ...group3, members: (group3.members ?? []).map(emailOf2) }));
  const named2 = people.map(({ handle: handle5, email }) => ({ email, ...more.people?.[handle5] }));
  const handles = new Set(people.map(({ handle: handle5 }) => handle5));
  const others = Object.entries(more.people ?? {}).filter(([handle5]) => !handles.has(handle5));
  const users2 = [...named2, ...others.map(([email, draft]) => ({ email, ...draft }))];
  const apps = appsOf(settings2, more);
  return { okta: okta({ host: HOST, users: users2, groups: groups3, apps, clients: [client(more.client)] }, now) };
}
var withSecret = (aws, { okta: integration }) => integration?.credential.in === "secret" ? { ...aws, secrets: { ...aws.secrets, [integration.credential.arn]: OKTA_CREDENTIAL } } : aws;

// src/entry/commands/demo/installed.ts
var isObject6 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function accountDraft(shape, account3, partition, tags) {
  const document = (value) => {
    const made3 = filled(value, { account: account3, partition });
    if (!isObject6(made3)) throw new Error("a blueprint holds a document that is none");
    return made3;
  };
  const { boundary: boundary2, pool, provider } = shape;
  const ceiling = pool?.boundary;
  const pooled = (pool?.names ?? []).map((name2) => [
    name2,
    {
      path: pool?.path ?? "/",
      tags,
      trust: document(pool?.trust ?? null),
      boundary: `arn:${partition}:iam::${account3}:policy${ceiling?.path}${ceiling?.name}`
    }
  ]);
  const roles4 = shape.roles.map((role4) => [
    role4.name,
    {
      path: role4.path,
      tags,
      description: role4.description,
      trust: document(role4.trust),
      inline: { daypass: document(role4.policy) },
      boundary: `arn:${partition}:iam::${account3}:policy${boundary2.path}${boundary2.name}`
    }
  ]);
  return {
    roles: Object.fromEntries([...roles4, ...pooled]),
    policies: Object.fromEntries(
      [boundary2, ...ceiling === void 0 ? [] : [ceiling]].map((one4) => [
        one4.name,
        { path: one4.path, document: document(one4.document) }
      ])
    ),
    ...provider === null ? {} : { githubAudiences: [provider.audience] }
  };
}
function installedIn(settings2) {
  const blueprint = blueprintOf(settings2);
  if (isMissing(blueprint)) throw new Error(`${blueprint.says} ${blueprint.cure}`);
  const { partition, tags } = blueprint;
  return new Map(
    blueprint.shapes.flatMap(
      (shape) => shape.places.map(({ id }) => [id, accountDraft(shape, id, partition, tags)])
    )
  );
}

// src/entry/commands/demo/company.ts
var REPOSITORY = "harbor-goods/access";
var TOKEN2 = "sandbox-token";
var OIDC = {
  apply: "sandbox-oidc-apply",
  expire: "sandbox-oidc-expire",
  inventory: "sandbox-oidc-inventory"
};
var loginOf = (person) => person.login;
var isSettings = (file) => !file.path.includes("/requests/");
var textFiles = (files) => Object.fromEntries(files.flatMap((file) => file.text === null ? [] : [[file.path, file.text]]));
var usersOf2 = (settings2, one4) => one4.mode !== "iam-user" ? {} : Object.fromEntries(
  [...settings2.people.values()].map((person) => {
    const local = person.email.split("@")[0] ?? person.email;
    if (one4.match.by === "userName") return [person.email, {}];
    if (one4.match.by === "localPart") return [local, {}];
    return [person.handle, { tags: { [one4.match.tag]: person.email } }];
  })
);
var JOBS = ["apply", "expire", "inventory"];
var explorersOf = ({ aws }, resources = {}) => aws === null || aws.inventory === null ? {} : {
  explorers: Object.fromEntries(
    aws.accounts.map(({ id, name: name2 }) => [id, explorer({ resources: resources[name2] ?? {} })])
  )
};
function awsOf(settings2, opening) {
  const { more = {}, center = {}, resources } = opening;
  const { aws } = settings2;
  if (aws === null) throw new Error("the example has no AWS integration");
  const drafts = [...installedIn(settings2)].map(([id, ours]) => {
    const one4 = aws.accounts.find((target) => target.id === id);
    const theirs = one4 === void 0 ? {} : more[one4.name] ?? {};
    return [
      id,
      {
        ...one4 === void 0 ? {} : { alias: one4.name },
        ...ours,
        ...theirs,
        users: { ...one4 === void 0 ? {} : usersOf2(settings2, one4), ...theirs.users },
        roles: { ...ours.roles, ...theirs.roles },
        policies: { ...ours.policies, ...theirs.policies },
        samlProviders: providersOf(settings2, id)
      }
    ];
  });
  return centerOf2(
    settings2,
    aws,
    {
      ...awsWorld({ partition: aws.partition, accounts: drafts.map(([id, draft]) => account(id, draft)) }),
      ...explorersOf(settings2, resources)
    },
    center
  );
}
function githubOf(settings2, files, folder, now) {
  const owner = settings2.owners.people[0]?.value;
  const first2 = owner === void 0 ? void 0 : settings2.people.get(owner);
  if (first2 === void 0) throw new Error("the example names no owner");
  let world = { github: emptyGithub(now) };
  for (const person of settings2.people.values())
    world = addUser(world, { id: person.githubId, login: loginOf(person), name: person.handle, email: person.email });
  world = addRepository(world, {
    name: REPOSITORY,
    id: 4242,
    ownerId: 4200,
    gitDirectory: join3(folder, "access.git"),
    collaborators: Object.fromEntries(
      [...settings2.people.values()].map((person) => [loginOf(person), "write"])
    ),
    visibility: "private",
    at: now - 86400
  });
  world = addToken(world, {
    token: TOKEN2,
    permissions: {
      contents: "write",
      "pull-requests": "write",
      issues: "write",
      checks: "write",
      actions: "write",
      metadata: "read"
    }
  });
  world = push(world, {
    repository: REPOSITORY,
    by: loginOf(first2),
    branch: "main",
    files: textFiles(files.filter(isSettings)),
    message: "Settings",
    at: now - 86400
  });
  for (const job of JOBS)
    world = addJob(world, {
      requestToken: OIDC[job],
      repository: REPOSITORY,
      ref: "refs/heads/main",
      environment: `daypass-${job}`,
      workflowRef: `${REPOSITORY}/.github/workflows/${job}.yml@refs/heads/main`,
      actor: loginOf(first2),
      runId: 7
    });
  return world;
}
async function openCompany(opening) {
  const files = await documentsOnDisk(opening.root, opening.directory);
  if (files.is === "unknown") throw new Error(files.because.said);
  const { settings: settings2, findings } = readSettings(files.value, opening.directory, KINDS, MODE_NAMES);
  if (settings2 === null)
    throw new Error(`the example does not validate: ${findings.map((one4) => one4.message).join("; ")}`);
  const folder = await mkdtemp(join3(tmpdir(), "daypass-sandbox-"));
  const github2 = githubOf(settings2, files.value, folder, opening.now);
  const sandbox = await startSandbox({
    world: {
      aws: withSecret(awsOf(settings2, opening), settings2),
      ...github2,
      ...oktaOf(settings2, opening.okta ?? {}, opening.now - 86400)
    },
    now: opening.now,
    ...opening.serving
  });
  const start = refOid(join3(folder, "access.git"), "refs/heads/main");
  if (start === null) throw new Error("the settings did not land");
  return { sandbox, settings: settings2, start, files: files.value, folder };
}

// src/entry/commands/demo/bundle.ts
var DEFAULTS = {
  directory: "config",
  start: "",
  "github-token": TOKEN2,
  "ledger-branch": "daypass-ledger",
  "pull-request": "",
  "time-budget": "45"
};
function environmentOf(asked2, folder) {
  const inputs2 = { ...DEFAULTS, command: asked2.command, ...asked2.inputs };
  const job = asked2.command === "verify" ? "inventory" : asked2.command;
  const oidc = job === "apply" || job === "expire" || job === "inventory" ? {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${asked2.url}/github/oidc?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: OIDC[job]
  } : {};
  return {
    PATH: process.env["PATH"] ?? "",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_SERVER_URL: `${asked2.url}/git`,
    GITHUB_API_URL: `${asked2.url}/github`,
    GITHUB_GRAPHQL_URL: `${asked2.url}/github/graphql`,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_REF: "refs/heads/main",
    GITHUB_RUN_ID: "7",
    GITHUB_OUTPUT: join4(folder, "output"),
    GITHUB_STEP_SUMMARY: join4(folder, "summary"),
    RUNNER_TEMP: folder,
    AWS_ENDPOINT_URL: `${asked2.url}/aws`,
    AWS_REGION: "eu-west-1",
    OKTA_ENDPOINT_URL: `${asked2.url}/okta`,
    ...oidc,
    ...Object.fromEntries(
      Object.entries(inputs2).map(([name2, value]) => [`INPUT_${name2.toUpperCase().replaceAll(" ", "_")}`, value])
    ),
    ...asked2.environment
  };
}
function readOutputs(text5) {
  const outputs = {};
  for (const [, name2, , value] of text5.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm))
    if (name2 !== void 0) outputs[name2] = value ?? "";
  return outputs;
}
async function runBundle(asked2) {
  const folder = await mkdtemp2(join4(tmpdir2(), "daypass-run-"));
  await Promise.all([writeFile(join4(folder, "output"), ""), writeFile(join4(folder, "summary"), "")]);
  try {
    const child = spawn2(process.execPath, [asked2.bundle], { env: environmentOf(asked2, folder), cwd: folder });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text5) => {
      stdout += text5;
      asked2.heard?.(text5);
    });
    child.stderr.setEncoding("utf8").on("data", (text5) => {
      stderr += text5;
    });
    const code = await new Promise((resolve2, reject) => {
      child.once("error", reject);
      child.once("close", (status) => resolve2(status ?? 137));
    });
    const outputs = readOutputs(await readFile(join4(folder, "output"), "utf8"));
    const json = outputs["json"] === void 0 ? null : JSON.parse(await readFile(outputs["json"], "utf8"));
    return { code, stdout, stderr, summary: await readFile(join4(folder, "summary"), "utf8"), json, outputs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// src/entry/commands/demo/play.ts
function personOf({ company }, handle5) {
  const person = [...company.settings.people.values()].find((one4) => one4.handle === handle5);
  if (person === void 0) throw new Error(`config/ knows no ${handle5}`);
  return person;
}
var loginOf2 = (stage, handle5) => personOf(stage, handle5).login;
function clock({ company, tell }, seconds) {
  company.sandbox.clock.advance(seconds);
  tell(`It is ${day(instantOf(company.sandbox.clock.now()))}.`);
}
function propose(stage, { by, path: path2, text: text5 }) {
  const { sandbox } = stage.company;
  const login = loginOf2(stage, by);
  const pulls = () => sandbox.world().github.repositories[0]?.pulls ?? [];
  const branch2 = `ask-${pulls().length + 1}`;
  const at2 = sandbox.clock.now();
  sandbox.change(
    (world) => push(world, { repository: REPOSITORY, by: login, branch: branch2, files: { [path2]: text5 }, message: `Ask: ${path2}`, at: at2 })
  );
  sandbox.change(
    (world) => openPull(world, { repository: REPOSITORY, author: login, title: `Ask: ${path2}`, head: branch2, at: at2 })
  );
  const number = pulls().at(-1)?.number;
  if (number === void 0) throw new Error("no pull request was opened");
  return number;
}
function approve(stage, by, pull) {
  const { sandbox } = stage.company;
  const user5 = loginOf2(stage, by);
  sandbox.change(
    (world) => review(world, { repository: REPOSITORY, pull, user: user5, state: "APPROVED", at: sandbox.clock.now() })
  );
}
function merge2(stage, by, pull) {
  const { sandbox } = stage.company;
  const login = loginOf2(stage, by);
  sandbox.change(
    (world) => mergePull(world, { repository: REPOSITORY, pull, method: "squash", by: login, at: sandbox.clock.now() })
  );
}
function pushToMain(stage, by, path2, text5) {
  const { sandbox } = stage.company;
  const login = loginOf2(stage, by);
  sandbox.change(
    (world) => push(world, {
      repository: REPOSITORY,
      by: login,
      branch: "main",
      files: { [path2]: text5 },
      message: "Quick fix",
      at: sandbox.clock.now()
    })
  );
}
var run = (stage, command, inputs2 = {}) => runBundle({ bundle: stage.bundle, url: stage.company.sandbox.url, command, inputs: inputs2 });
function shown7(stage, { summary: summary2, code, stdout, stderr }) {
  if (summary2 === "") throw new Error(`the run told nothing (exit ${code}):
${stdout}
${stderr}`);
  return unfolded(stage, summary2);
}
var unfolded = ({ company }, text5) => text5.replace(/<!--.*?-->\n*/gs, "").replace(/<details>.*?<\/details>\n*/gs, "").replace(/<sub>.*?<\/sub>/gs, "").replace(/```mermaid.*?```\n*/gs, "").replace(/\u200b/g, "").replaceAll(`${company.sandbox.url}/git`, "https://github.com").replace(/\]\(https:\/\/github\.com[^)]*\)/g, "]").trim().split("\n");
function tellReport(stage, run2) {
  for (const line of shown7(stage, run2)) stage.tell(line === "" ? "  │" : `  │ ${line}`);
}
var TELLING = /^(## |✅|⛔|⏳|- \*\*\d+ approval|> - |\*\*What to do)/;
function tellVerdict(stage, run2) {
  for (const line of shown7(stage, run2)) if (TELLING.test(line)) stage.tell(`  │ ${line}`);
  for (const line of run2.stdout.split("\n")) if (/^(done|FAILED|left for later)/.test(line)) stage.tell(`  │ ${line}`);
  stage.tell(`  exit ${run2.code}`);
}
function tellComment(stage, pull) {
  const { comments } = theRepository(stage.company.sandbox.world(), REPOSITORY);
  const found3 = comments.find((one4) => one4.number === pull && one4.body.startsWith(COMMENT_MARKER));
  if (found3 === void 0) throw new Error(`there is no comment of ours on pull request ${pull}`);
  let fenced = false;
  for (const line of unfolded(stage, found3.body)) {
    if (line.startsWith("```")) fenced = !fenced;
    else if (fenced || TELLING.test(line) || line.startsWith("**How")) stage.tell(`  │ ${line}`);
  }
}
function tellFile({ tell }, { path: path2, text: text5 }) {
  tell(`  ${path2}`);
  for (const line of text5.trimEnd().split("\n")) if (!line.startsWith("#")) tell(`  │ ${line}`);
}
async function tellSearch(stage, words2) {
  const read3 = readQuery(words2);
  const snapshot = await openKept(join5(stage.company.folder, "access.git"), DATA_BRANCH);
  if ("problem" in read3 || snapshot.is === "unknown") throw new Error(`the demo cannot search for ${words2}`);
  const kept2 = await readKept(snapshot.value, () => void 0);
  if (kept2.is === "unknown") throw new Error(kept2.because.said);
  stage.tell(`  $ daypass search '${words2}'`);
  for (const line of tableOf(findAll(kept2.value.entries, read3.query).map(hitRow), PLAIN).split("\n"))
    stage.tell(`  │ ${line}`);
}
var lastCall = ({ company: { sandbox } }) => sandbox.journal.entries().at(-1)?.n ?? 0;
function tellCalls({ company: { sandbox }, tell }, since2) {
  const writes2 = sandbox.journal.entries().filter((entry) => entry.n > since2 && entry.writes && ["iam", "sso", "okta"].includes(entry.part));
  if (writes2.length === 0) tell("  AWS and Okta saw no change.");
  for (const entry of writes2) tell(`  ${entry.part === "okta" ? "Okta" : "AWS"} saw ${entry.op} in ${entry.where}`);
}
function enteringAs(stage, person, account3) {
  const { sandbox, settings: settings2 } = stage.company;
  const { email } = personOf(stage, person);
  const mode = settings2.aws?.accounts.find(({ id }) => id === account3)?.mode;
  if (mode === "okta-saml") return throughOkta(sandbox.world(), account3, email, sandbox.clock.now());
  if (mode !== "identity-center") return [{ account: account3, user: email }];
  const sets = Object.values(sandbox.world().aws.identityCenter?.sets ?? {});
  return sets.map(({ name: name2 }) => ({ account: account3, permissionSet: name2, storeUser: email }));
}
function tellAccess(stage, questions) {
  const { sandbox } = stage.company;
  for (const { person, account: account3, action, resource } of questions) {
    const allowed2 = enteringAs(stage, person, account3).some(
      (as) => mayDo(sandbox.world(), { as, action, resource, at: sandbox.clock.now() }).allowed
    );
    stage.tell(`  ${allowed2 ? "yes" : "no "}  ${person}: ${action} on ${resource}`);
  }
}
function tellMembers(stage, group3, people) {
  const { okta: okta2 } = stage.company.sandbox.world();
  if (okta2 === void 0) throw new Error("the example has no Okta");
  const members2 = membersOf(okta2, group3);
  for (const person of people)
    stage.tell(
      `  ${members2.includes(personOf(stage, person).email) ? "yes" : "no "}  ${person}: in the Okta group ${group3}`
    );
}
function example({ company }, id, by) {
  const file = company.files.find(
    (one4) => one4.path.includes("/requests/") && readRequest(one4, KINDS).request?.id === id
  );
  if (file?.text == null) throw new Error(`config/ has no request ${id}`);
  return { by, path: file.path, text: file.text };
}

// src/entry/commands/demo/acts.ts
var PROD = "111122223333";
var DEAD_LETTERS = `arn:aws:sqs:eu-west-1:${PROD}:orders-dead-letters`;
var DASHBOARDS = "Grafana Admins";
var ANALYTICS = "222233334444";
var FINANCE = `arn:aws:athena:eu-west-1:${ANALYTICS}:workgroup/finance`;
var SHOP = "888899990000";
var STOCK = `arn:aws:dynamodb:eu-west-1:${SHOP}:table/stock`;
var SHOP_QUESTIONS = [
  { person: "jonas", account: SHOP, action: "dynamodb:Query", resource: STOCK },
  { person: "jonas", account: SHOP, action: "dynamodb:DeleteItem", resource: STOCK },
  { person: "marta", account: SHOP, action: "dynamodb:Query", resource: STOCK }
];
var EXPORTS = "arn:aws:s3:::orders-exports";
var EXPORTS_QUESTIONS = [
  { person: "lena", account: PROD, action: "s3:GetObject", resource: `${EXPORTS}/2026/12/shop.csv` },
  { person: "lena", account: PROD, action: "s3:GetObject", resource: `${EXPORTS}/2026/11/shop.csv` },
  { person: "lena", account: PROD, action: "s3:PutObject", resource: `${EXPORTS}/2026/12/shop.csv` }
];
var PORTAL_QUESTIONS = [
  { person: "lena", account: ANALYTICS, action: "athena:StartQueryExecution", resource: FINANCE },
  {
    person: "lena",
    account: ANALYTICS,
    action: "s3:GetObject",
    resource: "arn:aws:s3:::harbor-warehouse/2026/q4.parquet"
  },
  { person: "jonas", account: ANALYTICS, action: "athena:StartQueryExecution", resource: FINANCE }
];
var QUESTIONS = [
  { person: "marta", account: PROD, action: "sqs:ReceiveMessage", resource: DEAD_LETTERS },
  {
    person: "marta",
    account: PROD,
    action: "logs:GetLogEvents",
    resource: `arn:aws:logs:eu-west-1:${PROD}:log-group:/orders:log-stream:app`
  },
  { person: "marta", account: PROD, action: "sqs:DeleteQueue", resource: DEAD_LETTERS },
  { person: "marta", account: PROD, action: "sqs:ReceiveMessage", resource: `arn:aws:sqs:eu-west-1:${PROD}:payments` },
  { person: "marta", account: PROD, action: "iam:CreateUser", resource: `arn:aws:iam::${PROD}:user/marta-two` },
  { person: "jonas", account: PROD, action: "sqs:ReceiveMessage", resource: DEAD_LETTERS }
];
async function landed2(stage, asked2, approvers) {
  const pull = propose(stage, asked2);
  for (const approver of approvers) approve(stage, approver, pull);
  merge2(stage, asked2.by, pull);
  return pull;
}
async function applied(stage) {
  const since2 = lastCall(stage);
  tellVerdict(stage, await run(stage, "apply", { start: stage.company.start }));
  tellCalls(stage, since2);
}
var ACTS = [
  {
    title: "Marta asks, by a pull request with one file",
    async play(stage) {
      const asked2 = example(stage, "marta-orders-queue", "marta");
      tellFile(stage, asked2);
      const pull = propose(stage, asked2);
      stage.tell("Daypass says on the pull request:");
      tellReport(stage, await run(stage, "plan", { "pull-request": String(pull) }));
    }
  },
  {
    title: "Tomas, who leads the orders team, approves; Marta merges; Daypass gives",
    async play(stage) {
      clock(stage, 10 * 60);
      approve(stage, "tomas", 1);
      stage.tell("Daypass says on the pull request:");
      tellVerdict(stage, await run(stage, "plan", { "pull-request": "1" }));
      merge2(stage, "marta", 1);
      stage.tell("After the merge the apply job runs:");
      await applied(stage);
      stage.tell("The comment on the pull request says by now:");
      tellComment(stage, 1);
    }
  },
  {
    title: "What Marta can do now, judged by an evaluator that shares no code with Daypass",
    async play(stage) {
      tellAccess(stage, QUESTIONS);
    }
  },
  {
    title: "Two hours later, before any job has run",
    async play(stage) {
      clock(stage, 2 * 60 * 60);
      tellAccess(stage, QUESTIONS.slice(0, 2));
    }
  },
  {
    title: "The scheduled expire job tidies up, and says so on the pull request",
    async play(stage) {
      const since2 = lastCall(stage);
      tellVerdict(stage, await run(stage, "expire"));
      tellCalls(stage, since2);
      stage.tell("The comment on the pull request says by now:");
      tellComment(stage, 1);
    }
  },
  {
    title: "Somebody widens what Lena was given: the next run shrinks it again",
    async play(stage) {
      await landed2(stage, example(stage, "lena-stage-numbers", "lena"), ["greta"]);
      await applied(stage);
      editHeldPolicy(stage, "lena", { Effect: "Allow", Action: "s3:*", Resource: "*" });
      stage.tell("By hand, in the AWS console, `s3:*` on everything is added to her policy.");
      await applied(stage);
    }
  },
  {
    title: "Somebody takes it away by hand: it stays away, and is told",
    async play(stage) {
      takeAwayByHand(stage, "lena");
      stage.tell("By hand, in the AWS console, her policies are detached.");
      await applied(stage);
    }
  },
  {
    title: "Lena asks for an account of IAM Identity Center: a set of her own, and one that the team has",
    async play(stage) {
      const asked2 = example(stage, "lena-quarter-numbers", "lena");
      tellFile(stage, asked2);
      const pull = await landed2(stage, asked2, ["samir"]);
      await applied(stage);
      tellAccess(stage, PORTAL_QUESTIONS);
      stage.tell("The comment on the pull request says:");
      tellComment(stage, pull);
      clock(stage, 4 * 60 * 60);
      tellAccess(stage, PORTAL_QUESTIONS.slice(0, 2));
      const since2 = lastCall(stage);
      tellVerdict(stage, await run(stage, "expire"));
      tellCalls(stage, since2);
      tellAccess(stage, PORTAL_QUESTIONS.slice(0, 2));
    }
  },
  {
    title: "Jonas asks for a group of Okta, which ends only because Daypass ends it",
    async play(stage) {
      const asked2 = example(stage, "jonas-dashboards", "jonas");
      tellFile(stage, asked2);
      await landed2(stage, asked2, ["tomas"]);
      await applied(stage);
      tellMembers(stage, DASHBOARDS, ["jonas", "aiko", "marta"]);
      clock(stage, 2 * 60 * 60);
      const since2 = lastCall(stage);
      tellVerdict(stage, await run(stage, "expire"));
      tellCalls(stage, since2);
      tellMembers(stage, DASHBOARDS, ["jonas", "aiko"]);
    }
  },
  {
    title: "Jonas asks for the old shop, which he enters through Okta: a role of a pool is lent to him",
    async play(stage) {
      const asked2 = example(stage, "jonas-old-stock", "jonas");
      tellFile(stage, asked2);
      const pull = await landed2(stage, asked2, ["tomas"]);
      await applied(stage);
      tellAccess(stage, SHOP_QUESTIONS);
      stage.tell("The comment on the pull request says:");
      tellComment(stage, pull);
      clock(stage, 60 * 60);
      tellAccess(stage, SHOP_QUESTIONS.slice(0, 1));
      const since2 = lastCall(stage);
      tellVerdict(stage, await run(stage, "expire"));
      tellCalls(stage, since2);
    }
  },
  {
    title: "The inventory knows what there is: Lena finds a bucket, and asks for what December left in it",
    async play(stage) {
      tellVerdict(stage, await run(stage, "inventory"));
      await tellSearch(stage, "type:bucket account:prod");
      const asked2 = example(stage, "lena-december-exports", "lena");
      tellFile(stage, asked2);
      await landed2(stage, asked2, ["tomas"]);
      await applied(stage);
      tellAccess(stage, EXPORTS_QUESTIONS);
      clock(stage, 2 * 60 * 60);
      const since2 = lastCall(stage);
      tellVerdict(stage, await run(stage, "expire"));
      tellCalls(stage, since2);
    }
  },
  {
    title: "Felix pushes a request straight to main, past every review",
    async play(stage) {
      const asked2 = example(stage, "jonas-repair-order", "jonas");
      pushToMain(stage, "felix", asked2.path, asked2.text);
      clock(stage, 10 * 60);
      await applied(stage);
    }
  }
];

// src/entry/commands/demo/before.ts
var reading2 = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::harbor-warehouse/*" }]
};
var BEFORE = {
  sets: { WarehouseReader: { inline: reading2, sessionDuration: "PT2H" }, WarehouseAdmin: { sessionDuration: "PT1H" } },
  assignments: [{ account: "analytics", set: "WarehouseReader", person: "samir" }]
};
var RESOURCES = {
  "orders-prod": {
    "arn:aws:s3:::orders-exports": { region: "eu-west-1", tags: { team: "orders" } },
    "arn:aws:sqs:eu-west-1:111122223333:orders-dead-letters": { tags: { team: "orders" } },
    "arn:aws:dynamodb:eu-west-1:111122223333:table/orders": { tags: { team: "orders" } }
  },
  "orders-stage": { "arn:aws:s3:::orders-stage-exports": { region: "eu-west-1" } },
  analytics: { "arn:aws:s3:::harbor-warehouse": { region: "eu-west-1", tags: { team: "data" } } }
};
var OKTA_BEFORE = {
  groups: [
    { name: "Everyone", type: "BUILT_IN" },
    { name: "Grafana Admins", members: ["aiko"] }
  ]
};

// src/entry/commands/demo/start.ts
var at = 1796115600;

// src/entry/commands/demo.ts
function rootOf() {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync2(join6(folder, "action.yml")) && existsSync2(join6(folder, "config"))) return folder;
  throw new Error("neither src nor dist lies in the repository");
}
async function playDemo(root, bundle, tell) {
  const company = await openCompany({
    root,
    directory: "config",
    now: at,
    center: BEFORE,
    okta: OKTA_BEFORE,
    resources: RESOURCES
  });
  const stage = { company, bundle, tell };
  try {
    for (const [index, act] of ACTS.entries()) {
      tell(`${index === 0 ? "" : "\n"}${index + 1}. ${act.title}`);
      await act.play(stage);
    }
  } finally {
    await company.sandbox.close();
    await rm2(company.folder, { recursive: true, force: true });
  }
}
var demo = {
  tells: "Starts a small AWS, Okta and GitHub on this machine, plays a request from the pull request to its end with the example in config/ and the built bundle, and asks an independent evaluator what the person may do.",
  argument: null,
  options: { bundle: { type: "string", says: "the built index.js that is played with (default: dist/index.js)" } },
  async run(invocation) {
    const { terminal, values } = invocation;
    const root = rootOf();
    const bundle = resolve(textOf(invocation, "bundle", join6(root, "dist", "index.js")));
    if (!existsSync2(bundle)) return comeToNothing(invocation, EXIT.failed, `${bundle} is not there: run npm run build.`);
    const lines = [];
    const started = performance.now();
    await playDemo(root, bundle, (line) => {
      if (values["json"] === true) lines.push(line);
      else terminal.out(line);
    });
    if (values["json"] === true) terminal.out(JSON.stringify({ transcript: lines }));
    terminal.note(`
Played in ${((performance.now() - started) / 1e3).toFixed(1)} s.`);
    return EXIT.done;
  }
};
export {
  demo,
  playDemo
};
