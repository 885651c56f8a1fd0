import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  TAGS
} from "./chunk-LVRSQMLL.js";
import {
  ACCOUNT,
  AUDIENCE,
  ENTERING,
  HOST,
  PARTITION,
  accountTrust,
  filled,
  filledTexts,
  hubTrust,
  namesOf
} from "./chunk-F7HWOFK5.js";
import {
  looksAtTags
} from "./chunk-UJ3HXRAY.js";
import {
  OPERATIONS2 as OPERATIONS,
  SESSION,
  policyJson,
  poolNames,
  poolPath
} from "./chunk-RYEE6VUW.js";

// src/install/blueprint/guards.ts
var NEVER = [
  {
    because: "no new people, and no new ways of being one of them",
    actions: [
      "iam:CreateUser",
      "iam:UpdateUser",
      "iam:CreateAccessKey",
      "iam:UpdateAccessKey",
      "iam:CreateLoginProfile",
      "iam:UpdateLoginProfile",
      "iam:CreateVirtualMFADevice",
      "iam:EnableMFADevice",
      "iam:DeactivateMFADevice",
      "iam:ResyncMFADevice",
      "iam:CreateServiceSpecificCredential",
      "iam:ResetServiceSpecificCredential",
      "iam:UploadSSHPublicKey",
      "iam:UploadSigningCertificate",
      "sts:GetFederationToken"
    ]
  },
  {
    because: "no roles but those that owners install, which stay as they were installed",
    actions: [
      "iam:CreateRole",
      "iam:UpdateRole",
      "iam:UpdateAssumeRolePolicy",
      "iam:PutRolePolicy",
      "iam:AttachRolePolicy",
      "iam:PassRole",
      "iam:CreateServiceLinkedRole",
      "iam:AddRoleToInstanceProfile",
      "iam:CreateInstanceProfile"
    ]
  },
  {
    because: "what people hold is never written to but by attaching policies of ours",
    actions: [
      "iam:PutUserPolicy",
      "iam:PutGroupPolicy",
      "iam:AttachGroupPolicy",
      "iam:CreateGroup",
      "iam:UpdateGroup",
      "iam:SetDefaultPolicyVersion"
    ]
  },
  {
    because: "boundaries stay",
    actions: [
      "iam:PutUserPermissionsBoundary",
      "iam:DeleteUserPermissionsBoundary",
      "iam:PutRolePermissionsBoundary",
      "iam:DeleteRolePermissionsBoundary"
    ]
  },
  {
    because: "nobody else is let into the account",
    actions: [
      "iam:CreateSAMLProvider",
      "iam:UpdateSAMLProvider",
      "iam:DeleteSAMLProvider",
      "iam:CreateOpenIDConnectProvider",
      "iam:UpdateOpenIDConnectProviderThumbprint",
      "iam:AddClientIDToOpenIDConnectProvider",
      "iam:DeleteOpenIDConnectProvider"
    ]
  }
];
var NEVER_ACTIONS = NEVER.flatMap(({ actions }) => actions);

// src/install/blueprint/okta-key.ts
function readingTheKey({ okta }) {
  if (okta?.credential.in !== "secret") return [];
  return [
    {
      sid: "ReadsTheKeyToOkta",
      effect: "Allow",
      actions: { only: ["secretsmanager:GetSecretValue"] },
      resources: { only: [okta.credential.arn] },
      conditions: {}
    }
  ];
}

// src/install/blueprint/only.ts
var OPPOSITES = {
  ArnLike: "ArnNotLike",
  "ForAllValues:StringLike": "ForAnyValue:StringNotLike"
};
function opposite(conditions, names) {
  const [operator, another] = Object.keys(conditions);
  const not = operator === void 0 ? void 0 : OPPOSITES[operator];
  if (operator === void 0 || another !== void 0 || not === void 0) return null;
  const keys = Object.entries(conditions[operator] ?? {}).map(
    ([key, values]) => [key, filledTexts(values, names)]
  );
  return { [not]: Object.fromEntries(keys) };
}
var limited = ({ action, effect }) => effect !== "reads" && action.startsWith("iam:");
var deny = (sid, actions, rest) => ({
  sid,
  effect: "Deny",
  actions: { only: actions },
  resources: { only: ["*"] },
  conditions: {},
  ...rest
});
var actionsOf = (operations) => operations.flatMap(({ action, also = [] }) => [action, ...also]);
function onlyAsListed(operations, names) {
  const unique = [...new Map(operations.filter(limited).map((one) => [one.action, one])).values()];
  const byResources = Map.groupBy(unique, ({ resources }) => JSON.stringify(filledTexts(resources, names)));
  const byConditions = Map.groupBy(unique, ({ conditions }) => JSON.stringify(conditions?.[0] ?? null));
  const elsewhere = [...byResources.values()].map((same, index) => {
    const except = filledTexts(same[0]?.resources ?? [], names);
    const resources = except.length === 0 ? { only: ["*"] } : { except };
    return deny(`OnlyOn${index + 1}`, actionsOf(same), { resources });
  });
  const otherwise = [...byConditions.values()].flatMap((same) => {
    const conditions = opposite(same[0]?.conditions?.[0] ?? {}, names);
    return conditions === null ? [] : [{ same, conditions }];
  });
  return [
    ...elsewhere,
    ...otherwise.map(({ same, conditions }, index) => deny(`OnlyIf${index + 1}`, actionsOf(same), { conditions }))
  ];
}

// src/collectors/calls.ts
var reads = (action, resources = ["*"]) => ({
  action,
  resources,
  lane: null,
  effect: "reads",
  jobs: ["inventory"]
});
var VIEWS = ["arn:{partition}:resource-explorer-2:*:{account}:view/*"];
var RESOURCES = {
  ListRegions: reads("account:ListRegions"),
  GetDefaultView: reads("resource-explorer-2:GetDefaultView"),
  GetIndex: reads("resource-explorer-2:GetIndex"),
  ListIndexes: reads("resource-explorer-2:ListIndexes"),
  ListSupportedResourceTypes: reads("resource-explorer-2:ListSupportedResourceTypes"),
  ListViews: reads("resource-explorer-2:ListViews"),
  GetView: reads("resource-explorer-2:GetView", VIEWS),
  /** Listing has no action of its own (service authorization reference, AWS Resource Explorer). */
  Search: reads("resource-explorer-2:Search", VIEWS),
  /** AWS's own policies, read in one account for all of them. */
  ListPolicies: reads("iam:ListPolicies"),
  GetPolicyVersion: reads("iam:GetPolicyVersion", ["arn:{partition}:iam::aws:policy/*"])
};
var CENTER = {
  ListGroups: { ...reads("identitystore:ListGroups"), at: "home" },
  ListGroupMemberships: { ...reads("identitystore:ListGroupMemberships"), at: "home" }
};

// src/install/blueprint/operations.ts
var OWN_ROLES = [
  "arn:{partition}:iam::{account}:role/{roles.apply}",
  "arn:{partition}:iam::{account}:role/{roles.expire}",
  "arn:{partition}:iam::{account}:role/{roles.inventory}"
];
var looks = (action, resources) => ({
  action,
  resources,
  lane: null,
  effect: "reads",
  jobs: ["inventory"]
});
var VERIFYING = {
  GetAccountAuthorizationDetails: looks("iam:GetAccountAuthorizationDetails", ["*"]),
  SimulatePrincipalPolicy: looks("iam:SimulatePrincipalPolicy", OWN_ROLES)
};
var VERIFYING_HUB = {
  GetOpenIDConnectProvider: looks("iam:GetOpenIDConnectProvider", [
    "arn:{partition}:iam::{account}:oidc-provider/token.actions.githubusercontent.com"
  ])
};
var VERIFYING_FEDERATED = {
  GetSAMLProvider: looks("iam:GetSAMLProvider", ["arn:{partition}:iam::{account}:saml-provider/*"])
};
var TABLES = OPERATIONS;
var FEDERATED = "okta-saml";
var ofPart = (part) => {
  if (part === "hub") return Object.values(VERIFYING_HUB);
  if (part === "home")
    return Object.values(TABLES).flat().filter(({ at }) => at === "home");
  const own = (TABLES[part] ?? []).filter(({ at }) => at === void 0);
  return part === FEDERATED ? [...own, ...Object.values(VERIFYING_FEDERATED)] : own;
};
var collecting = (parts, { aws }) => (aws?.inventory ?? null) === null ? [] : [...Object.values(RESOURCES), ...parts.includes("home") ? Object.values(CENTER) : []];
var tagging = (parts, settings) => looksAtTags(settings) && parts.some((part) => part !== "hub" && part !== "home") ? Object.values(TAGS) : [];
var operationsFor = (parts, job, settings) => [
  ...parts.flatMap(ofPart),
  ...Object.values(VERIFYING),
  ...collecting(parts, settings),
  ...tagging(parts, settings)
].filter(({ jobs }) => jobs.includes(job));

// src/install/blueprint/permissions.ts
var WORDS = {
  reads: "Reads",
  prepares: "Prepares",
  gives: "Gives",
  takes: "Takes"
};
var filledConditions = (conditions, names) => Object.fromEntries(
  Object.entries(conditions).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, filledTexts(values, names)]))
  ])
);
function partsOf(operation, names) {
  const actions = [operation.action, ...operation.also ?? []];
  const word = WORDS[operation.effect];
  const resources = filledTexts(operation.resources, names);
  const alternatives = operation.conditions ?? [];
  const beside = filledTexts(operation.beside ?? [], names);
  const all = (alternatives.length === 0 ? [{}] : alternatives).map((conditions) => ({
    word,
    actions,
    resources,
    conditions: filledConditions(conditions, names)
  }));
  return [...all, { word, actions, resources: beside, conditions: {} }].filter((part) => part.resources.length > 0);
}
var keyOf = ({ word, resources, conditions }) => JSON.stringify([word, [...resources].sort(), conditions]);
function statementsOf(operations, names) {
  const parts = operations.flatMap((operation) => partsOf(operation, names));
  const words = Object.values(WORDS);
  const grouped = [...Map.groupBy(parts, keyOf).values()].toSorted(
    ([a], [b]) => words.indexOf(a?.word ?? "") - words.indexOf(b?.word ?? "")
  );
  const counted = /* @__PURE__ */ new Map();
  return grouped.flatMap((same) => {
    const [first] = same;
    if (first === void 0) return [];
    const number = (counted.get(first.word) ?? 0) + 1;
    counted.set(first.word, number);
    return [
      {
        sid: `${first.word}${number}`,
        effect: "Allow",
        actions: { only: same.flatMap(({ actions }) => actions) },
        resources: { only: first.resources },
        conditions: first.conditions
      }
    ];
  });
}
var documentOf = (statements) => policyJson({ version: "2012-10-17", statements });

// src/install/blueprint/boundary.ts
var JOBS = ["apply", "expire", "inventory"];
var boundaryName = (installation) => `boundary-${installation}`;
var iamArn = (rest) => `arn:${PARTITION}:iam::${ACCOUNT}:${rest}`;
var CHANGING = ["Attach", "Create", "Delete", "Detach", "Put", "Set", "Tag", "Untag", "Update"].map(
  (word) => `iam:${word}*`
);
var statement = (sid, effect, only, on) => ({
  sid,
  effect,
  actions: { only },
  resources: { only: on },
  conditions: {}
});
function boundaryOf({ settings, parts, names, own }) {
  const name = boundaryName(settings.installation);
  const operations = JOBS.flatMap((job) => operationsFor(parts, job, settings));
  const actions = operations.flatMap(({ action, also = [] }) => [action, ...also]);
  const entering = parts.includes("hub") ? [statement("OnlyToEnter", "Allow", ENTERING, enterable(settings))] : [];
  return {
    path: "/daypass/",
    name,
    description: "What the roles of Daypass can do at most, whatever is attached to them.",
    document: documentOf([
      statement("AtMost", "Allow", actions, ["*"]),
      ...entering,
      ...parts.includes("hub") ? readingTheKey(settings) : [],
      ...onlyAsListed(operations, names),
      // What a table names is denied everywhere but where the table says, above.
      statement(
        "Never",
        "Deny",
        NEVER_ACTIONS.filter((action) => !actions.includes(action)),
        ["*"]
      ),
      statement("NeverItself", "Deny", CHANGING, [...own, iamArn(`policy/daypass/${name}`)])
    ])
  };
}
var enterable = ({ aws }) => Object.values(aws?.roles ?? {}).map((role) => `arn:${PARTITION}:iam::*:role/${role}`);

// src/install/blueprint/organisation.ts
var inAny = (rest) => `arn:${PARTITION}:iam::*:${rest}`;
var roles = (names) => names.flatMap(
  (name) => name.includes("/") ? [inAny(`role/${name}`)] : [inAny(`role/${name}`), inAny(`role/*/${name}`)]
);
function organisationOf(settings, aws, trust) {
  const own = Object.values(aws.roles).map((role) => inAny(`role/${role}`));
  const hubs = Object.values(aws.hub).flatMap((role) => role ?? []);
  const except = { ArnNotLike: { "aws:PrincipalArn": [...own, ...roles(trust.administrators)] } };
  const writers = [
    "iam:Add*",
    "iam:Attach*",
    "iam:Create*",
    "iam:Delete*",
    "iam:Detach*",
    "iam:Put*",
    "iam:Remove*",
    "iam:Set*",
    "iam:Tag*",
    "iam:Untag*",
    "iam:Update*"
  ];
  const lives = {
    sid: "DaypassObjects",
    effect: "Deny",
    actions: { only: writers },
    resources: { only: [inAny("policy/daypass/*"), inAny("role/daypass/*"), ...own, ...hubs] },
    conditions: except
  };
  const tags = {
    sid: "DaypassTags",
    effect: "Deny",
    actions: {
      only: [
        "iam:TagPolicy",
        "iam:TagRole",
        "iam:TagUser",
        "iam:UntagPolicy",
        "iam:UntagRole",
        "iam:UntagUser",
        "sso:TagResource",
        "sso:UntagResource"
      ]
    },
    resources: { only: ["*"] },
    conditions: { ...except, "ForAnyValue:StringLike": { "aws:TagKeys": ["daypass:*"] } }
  };
  return {
    path: "/",
    name: `daypass-${settings.installation}`,
    description: "Leaves what Daypass lives on, and its marks, to Daypass and the named administrators.",
    document: documentOf([lives, tags])
  };
}

// src/install/blueprint/pool.ts
var SIGN_IN = {
  aws: "https://signin.aws.amazon.com/saml",
  "aws-cn": "https://signin.amazonaws.cn/saml",
  "aws-us-gov": "https://signin.amazonaws-us-gov.com/saml"
};
var iam = (rest) => `arn:${PARTITION}:iam::${ACCOUNT}:${rest}`;
var trustOf = ({ provider }, partition) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Federated: iam(`saml-provider/${provider}`) },
      Action: ["sts:AssumeRoleWithSAML", "sts:SetSourceIdentity"],
      Condition: { StringEquals: { "SAML:aud": SIGN_IN[partition] ?? SIGN_IN["aws"] ?? "" } }
    }
  ]
});
var statement2 = (sid, effect, actions, on) => ({
  sid,
  effect,
  actions: { only: actions },
  resources: { only: on },
  conditions: {}
});
var ceiling = (own) => documentOf([
  statement2("WhatWasApproved", "Allow", ["*"], ["*"]),
  statement2(
    "NeverDaypass",
    "Deny",
    ["iam:*", "sts:AssumeRole"],
    [iam("policy/daypass/*"), iam("role/daypass/*"), iam("saml-provider/*"), iam("oidc-provider/*"), ...own]
  )
]);
function poolOf(settings, aws, accounts) {
  const names = new Set(
    aws.accounts.filter(({ id, mode }) => mode === "okta-saml" && accounts.includes(id)).map(({ name }) => name)
  );
  const federation = settings.okta?.federation.find(({ account }) => names.has(account));
  if (federation === void 0) return null;
  const { installation } = settings;
  const own = Object.values(aws.roles).map((role) => iam(`role/${role}`));
  return {
    path: poolPath(installation),
    names: poolNames(installation, federation.roles),
    description: `Daypass (${installation}): for one person at a time, who enters through Okta.`,
    session: SESSION,
    trust: trustOf(federation, aws.partition),
    boundary: {
      path: "/daypass/",
      name: `pool-boundary-${installation}`,
      description: "What people who enter through Okta can do at most, whatever they were given.",
      document: ceiling(own)
    }
  };
}

// src/install/blueprint/sizes.ts
var MOST = { boundary: 6144, trust: 2048, policy: 10240, organisation: 5120 };
var lengthOf = (document, partition) => JSON.stringify(filled(document, { account: "0".repeat(12), partition })).replace(/\s/g, "").length;
function ofShape(shape, partition) {
  const all = [
    { what: `the boundary of ${shape.name}`, document: shape.boundary.document, most: MOST.boundary },
    ...shape.pool === null ? [] : [
      { what: `the trust of the pool of ${shape.name}`, document: shape.pool.trust, most: MOST.trust },
      {
        what: `the boundary of the pool of ${shape.name}`,
        document: shape.pool.boundary.document,
        most: MOST.boundary
      }
    ],
    ...shape.roles.flatMap(({ title, trust, policy }) => [
      { what: `the trust of ${title}`, document: trust, most: MOST.trust },
      { what: `the policy of ${title}`, document: policy, most: MOST.policy }
    ])
  ];
  return all.flatMap(({ what, document, most }) => {
    const takes = lengthOf(document, partition);
    return takes > most ? [{ what, takes, most }] : [];
  });
}
function tooLong({ shapes, partition, organisation }) {
  const takes = lengthOf(organisation.document, partition);
  return [
    ...shapes.flatMap((shape) => ofShape(shape, partition)),
    ...takes > MOST.organisation ? [{ what: "the service control policy", takes, most: MOST.organisation }] : []
  ];
}

// src/install/blueprint/shapes.ts
var pathOf = (role) => `/${role.slice(0, role.lastIndexOf("/") + 1)}`;
var nameOf = (role) => role.slice(role.lastIndexOf("/") + 1);
var accountOf = (arn) => arn.split(":")[4] ?? "";
var roleOf = (arn) => arn.slice(arn.indexOf(":role/") + ":role/".length);
function partsByAccount(aws) {
  const uses = [
    ...Object.values(aws.hub).flatMap((arn) => arn === null ? [] : [[accountOf(arn), "hub"]]),
    ...aws.identityCenter === null ? [] : [[aws.identityCenter.home, "home"]],
    ...aws.accounts.map(({ id, mode }) => [id, mode])
  ];
  const grouped = Map.groupBy(uses, ([account]) => account);
  return new Map([...grouped].map(([account, all]) => [account, [...new Set(all.map(([, part]) => part))]]));
}
function hubRoles({ settings, aws, trust }, account) {
  return JOBS.flatMap((job) => {
    const arn = aws.hub[job];
    if (arn === null || accountOf(arn) !== account) return [];
    const into = `arn:${PARTITION}:iam::*:role/${aws.roles[job]}`;
    return [
      {
        title: `hub-${job}`,
        job,
        path: pathOf(roleOf(arn)),
        name: nameOf(roleOf(arn)),
        description: `The job ${job} of ${trust.repository} enters here, and goes on to the role ${aws.roles[job]} of each account.`,
        trust: hubTrust(trust, job),
        policy: documentOf([
          { sid: "OnlyToEnter", effect: "Allow", actions: { only: ENTERING }, resources: { only: [into] }, conditions: {} },
          ...readingTheKey(settings)
        ])
      }
    ];
  });
}
var DOES = {
  apply: "gives and takes away what was approved",
  expire: "takes away what has ended, and can give nothing",
  inventory: "only reads"
};
function guarded({ aws, parts }, job) {
  const { identityCenter: center } = aws;
  const target = center !== null && aws.accounts.some(({ id, mode }) => id === center.home && mode === "identity-center");
  if (job !== "apply" || !parts.includes("home") || center === null || center.managementAccount === "allowed" || target)
    return [];
  const home = `arn:${PARTITION}:sso:::account/${center.home}`;
  return [
    {
      sid: "NeverHome",
      effect: "Deny",
      actions: { only: ["sso:CreateAccountAssignment", "sso:ProvisionPermissionSet"] },
      resources: { only: [home] },
      conditions: {}
    }
  ];
}
var namesIn = ({ settings, aws }) => ({
  ...namesOf(settings, aws),
  ...Object.fromEntries(JOBS.map((job) => [`roles.${job}`, aws.roles[job]]))
});
function accountRoles(building) {
  const { settings, aws, parts } = building;
  const names = namesIn(building);
  return JOBS.flatMap((job) => {
    const hub = aws.hub[job];
    const idle = job !== "inventory" && parts.every((part) => part === "hub");
    if (hub === null || idle) return [];
    const role = aws.roles[job];
    return [
      {
        title: job,
        job,
        path: pathOf(role),
        name: nameOf(role),
        description: `Daypass (${settings.installation}): ${DOES[job]}.`,
        trust: accountTrust(hub, aws.externalId),
        policy: documentOf([...statementsOf(operationsFor(parts, job, settings), names), ...guarded(building, job)])
      }
    ];
  });
}
var arnOf = ({ path, name }) => iamArn(`role${path}${name}`);
function shapeOf(building, name, places) {
  const { settings, parts } = building;
  const roles2 = [...parts.includes("hub") ? hubRoles(building, places[0]?.id ?? "") : [], ...accountRoles(building)];
  return {
    name,
    parts,
    places,
    boundary: boundaryOf({ settings, parts, names: namesIn(building), own: roles2.map(arnOf) }),
    roles: roles2,
    pool: poolOf(
      settings,
      building.aws,
      places.map(({ id }) => id)
    ),
    provider: parts.includes("hub") ? { host: HOST, audience: AUDIENCE } : null
  };
}
function entered({ aws, okta }, id) {
  const name = aws?.accounts.find((one) => one.id === id && one.mode === "okta-saml")?.name;
  const app = okta?.federation.find(({ account }) => account === name);
  return app === void 0 ? "" : `-${app.provider.replace(/[^A-Za-z0-9-]+/g, "-")}-${app.roles}`;
}
function blueprintOf(settings) {
  const { aws } = settings;
  if (aws === null)
    return { is: "missing", says: "The settings name no AWS accounts.", cure: "Write integrations/aws.yaml." };
  if (aws.trust === null)
    return {
      is: "missing",
      says: "integrations/aws.yaml does not say whose jobs the roles trust.",
      cure: "Add `trust: {repository: OWNER/NAME, repositoryId: …, ownerId: …}`; both ids: gh api repos/OWNER/NAME --jq '.id, .owner.id'"
    };
  const without = JOBS.filter((job) => aws.hub[job] === null);
  if (without.length > 0)
    return {
      is: "missing",
      says: `integrations/aws.yaml names no hub role for ${without.join(", ")}.`,
      cure: "Name all three under `hub`: the ARNs they are to have, such as arn:aws:iam::<hub account>:role/daypass/hub-apply"
    };
  const { trust } = aws;
  const nameById = new Map(aws.accounts.map(({ id, name }) => [id, name]));
  const used = [...partsByAccount(aws)];
  const groups = Map.groupBy(
    used,
    ([id, parts]) => [...parts].sort().join("-").concat(parts.includes("hub") ? `-${id}` : "", entered(settings, id))
  );
  const shapes = [...groups].map(
    ([name, accounts]) => shapeOf(
      { settings, aws, trust, parts: accounts[0]?.[1] ?? [] },
      name,
      accounts.map(([id]) => ({ id, name: nameById.get(id) ?? null })).sort((a, b) => a.id < b.id ? -1 : 1)
    )
  );
  const blueprint = {
    installation: settings.installation,
    partition: aws.partition,
    region: aws.region,
    tags: { "daypass:installation": settings.installation },
    shapes: shapes.sort((a, b) => a.name < b.name ? -1 : 1),
    inventory: aws.inventory === null ? null : { ...aws.inventory, reader: nameOf(aws.roles.inventory) },
    organisation: organisationOf(settings, aws, trust)
  };
  const [long] = tooLong(blueprint);
  return long === void 0 ? blueprint : {
    is: "missing",
    says: `${long.what} would take ${long.takes} characters, and AWS takes ${long.most}.`,
    cure: "List fewer names under `handsOut` or `administrators`: one with a wildcard stands for many."
  };
}
var isMissing = (made) => "is" in made;

export {
  NEVER_ACTIONS,
  blueprintOf,
  isMissing
};
