import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  chosenShapes
} from "./chunk-36AXJTKZ.js";
import {
  fine,
  isAllWell,
  isWell,
  note
} from "./chunk-BCRVJKYK.js";
import {
  openAws,
  openOktaOf,
  scopesFor
} from "./chunk-BJYXXNPA.js";
import {
  NEVER_ACTIONS,
  blueprintOf,
  isMissing
} from "./chunk-DOMC5XNT.js";
import {
  regionsOf
} from "./chunk-LVRSQMLL.js";
import {
  filled
} from "./chunk-F7HWOFK5.js";
import {
  accountsOf
} from "./chunk-GCIT4A5K.js";
import {
  OKTA_OPERATIONS,
  OPERATIONS,
  READY,
  appProblems,
  eachOf,
  everyPage,
  groupsCalled,
  listRolePermissions,
  listRolesForClient,
  poolNames,
  previewSAMLmetadataForApplication,
  readAccount,
  readApp,
  rolesOffered
} from "./chunk-RYEE6VUW.js";
import {
  canonicalJson
} from "./chunk-66F3A4I2.js";
import {
  known,
  unknown,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT
} from "./chunk-QC3ZOG66.js";

// src/entry/verifying.ts
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

// src/install/verify/denied.ts
var ON_OURS = [
  "iam:AttachUserPolicy",
  "iam:CreatePolicyVersion",
  "iam:DeletePolicy",
  "iam:DeleteRole",
  "iam:DetachRolePolicy",
  "iam:TagRole",
  "iam:UntagRole"
];
var ADMINISTRATOR = (partition) => `arn:${partition}:iam::aws:policy/AdministratorAccess`;
async function simulate(aws, account, role, boundary) {
  const results = [];
  let marker;
  do {
    const page = await aws.iam(account, "SimulatePrincipalPolicy", {
      PolicySourceArn: role,
      ActionNames: [...NEVER_ACTIONS, ...ON_OURS],
      ResourceArns: [role, boundary, `arn:${aws.partition}:iam::${account}:user/daypass-probe`],
      ContextEntries: [
        { ContextKeyName: "iam:PolicyARN", ContextKeyType: "string", ContextKeyValues: [ADMINISTRATOR(aws.partition)] }
      ],
      MaxItems: 1e3,
      ...marker === void 0 ? {} : { Marker: marker }
    });
    if (page.is === "unknown") return page;
    const { EvaluationResults = [], IsTruncated: more, Marker: next } = page.value;
    results.push(...EvaluationResults);
    marker = more === true && EvaluationResults.length > 0 ? next : void 0;
  } while (marker !== void 0);
  return known(results);
}
var SHOWN = 5;
function deniedCheck(about, simulated) {
  const what = `${about}: denials`;
  if (simulated.is === "unknown")
    return {
      state: "unknown",
      about: what,
      says: `could not check: ${writeEdgeError(simulated.because)}`,
      cure: "deploy what `daypass setup` prints: the inventory role may ask AWS for this"
    };
  const results = simulated.value;
  const asked = (NEVER_ACTIONS.length + ON_OURS.length) * 3;
  if (results.length < asked)
    return {
      state: "unknown",
      about: what,
      says: `could not check: AWS answered ${results.length} of ${asked} questions`,
      cure: "run daypass verify again"
    };
  const allowed = [
    ...new Set(
      results.flatMap(
        ({ EvalActionName, EvalResourceName, EvalDecision }) => EvalDecision === "allowed" ? [`${EvalActionName} on ${EvalResourceName}`] : []
      )
    )
  ];
  if (allowed.length === 0) return fine(what, `${asked} attempts would be denied`);
  return {
    state: "danger",
    about: what,
    says: `could ${allowed.slice(0, SHOWN).join(", ")}${allowed.length > SHOWN ? ` and ${allowed.length - SHOWN} more` : ""}`,
    cure: "deploy what `daypass setup` prints, and look who changed the role"
  };
}

// src/install/verify/look.ts
var roleIn = (role, account, partition) => ({
  ...role,
  trust: filled(role.trust, { account, partition }),
  policy: filled(role.policy, { account, partition })
});
var roleArn = ({ path, name }, account, partition) => `arn:${partition}:iam::${account}:role${path}${name}`;
var boundaryArn = ({ boundary }, account, partition) => `arn:${partition}:iam::${account}:policy${boundary.path}${boundary.name}`;
async function lookInto(aws, shape, account) {
  const identity = await aws.identity(account);
  const nothing = { identity, details: null, simulated: /* @__PURE__ */ new Map(), provider: null };
  if (identity.is === "unknown" || identity.value.account !== account) return nothing;
  const { partition } = aws;
  const details = await readAccount(aws, account, ["User", "Group", "Role", "LocalManagedPolicy"]);
  const there = new Set(details.is === "known" ? details.value.roles.map(({ Arn }) => Arn ?? "") : []);
  const asked = shape.roles.filter((role) => there.has(roleArn(role, account, partition)));
  const answers = await Promise.all(
    asked.filter(({ title }) => !title.startsWith("hub-")).map(
      async (role) => [
        role.title,
        await simulate(aws, account, roleArn(role, account, partition), boundaryArn(shape, account, partition))
      ]
    )
  );
  const provider = shape.provider === null ? null : await aws.iam(account, "GetOpenIDConnectProvider", {
    OpenIDConnectProviderArn: `arn:${partition}:iam::${account}:oidc-provider/${shape.provider.host}`
  });
  return { identity, details, simulated: new Map(answers), provider };
}

// src/install/verify/document.ts
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function normal(value) {
  if (Array.isArray(value)) {
    const sorted = value.map((one) => typeof one === "string" ? one : canonicalJson(one)).sort();
    return [...new Set(sorted)];
  }
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, normal(one)]));
  return [String(value)];
}
function statementOf(value) {
  if (!isObject(value)) return { effect: "unknown", text: canonicalJson(value) };
  const { Sid: _, Effect: effect, ...rest } = value;
  const said = effect === "Allow" || effect === "Deny" ? effect : "unknown";
  return {
    effect: said,
    text: canonicalJson({
      Effect: said,
      ...Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, normal(one)]))
    })
  };
}
function statementsOf(document) {
  const statements = isObject(document) ? document["Statement"] : void 0;
  if (statements === void 0) return [];
  return (Array.isArray(statements) ? statements : [statements]).map(statementOf);
}
function differenceOf(printed, there) {
  const [wanted, found] = [statementsOf(printed), statementsOf(there)];
  const lacks = (all, one) => !all.some(({ text }) => text === one.text);
  return {
    missing: wanted.filter((one) => lacks(found, one)),
    extra: found.filter((one) => lacks(wanted, one))
  };
}
var isMore = ({ missing: missing2, extra }) => extra.some(({ effect }) => effect !== "Deny") || missing2.some(({ effect }) => effect === "Deny");
var isSame = ({ missing: missing2, extra }) => missing2.length + extra.length === 0;
var differenceLines = ({ missing: missing2, extra }) => [
  ...missing2.map(({ text }) => `- ${text}`),
  ...extra.map(({ text }) => `+ ${text}`)
];
function storedJson(text) {
  if (text === void 0) return void 0;
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch (error) {
    if (error instanceof URIError || error instanceof SyntaxError) return void 0;
    throw error;
  }
}

// src/install/verify/role.ts
var AGAIN = "deploy what `daypass setup` prints";
function compared({ about, printed, there, more }) {
  if (there === void 0) return { state: "missing", about, says: "is not there", cure: AGAIN };
  const difference = differenceOf(printed, there);
  if (isSame(difference)) return fine(about, "as printed");
  const dangerous = isMore(difference);
  return {
    state: dangerous ? "danger" : "differs",
    about,
    says: dangerous ? more : "does not say all that was printed",
    cure: AGAIN,
    difference: differenceLines(difference)
  };
}
function besides(about, there) {
  const inline = (there.RolePolicyList ?? []).flatMap(
    ({ PolicyName }) => PolicyName === "daypass" ? [] : [PolicyName ?? "?"]
  );
  const attached = (there.AttachedManagedPolicies ?? []).map(({ PolicyArn }) => PolicyArn ?? "?");
  const more = [...inline, ...attached];
  if (more.length === 0) return [];
  return [
    {
      state: "danger",
      about: `${about}: policies`,
      says: `has more policies than were printed: ${more.sort().join(", ")}`,
      cure: "take them off the role; nothing of Daypass needs them"
    }
  ];
}
function bounded(about, arn, there) {
  const has = there.PermissionsBoundary?.PermissionsBoundaryArn;
  if (has === arn) return fine(`${about}: boundary`, "is set");
  return {
    state: "danger",
    about: `${about}: boundary`,
    says: has === void 0 ? "has no permissions boundary" : `has another permissions boundary: ${has}`,
    cure: AGAIN
  };
}
var isOurs = (there, tags) => Object.entries(tags).every(
  ([key, value]) => there.Tags?.some((tag) => tag.Key === key && tag.Value === value) === true
);
function roleChecks({ printed, boundaryArn: boundaryArn2, tags, there }) {
  const about = `role ${printed.path.slice(1)}${printed.name}`;
  if (there === void 0) return [{ state: "missing", about, says: "is not there", cure: AGAIN }];
  if (there.Path !== printed.path || !isOurs(there, tags))
    return [
      {
        state: "danger",
        about,
        says: there.Path === printed.path ? "is there, and does not bear the mark of this installation: somebody else made it" : `is there under another path: ${there.Path ?? "?"}`,
        cure: "delete or rename it, or choose other names under `roles` in integrations/aws.yaml; it is not used as it is"
      }
    ];
  const inline = there.RolePolicyList?.find(({ PolicyName }) => PolicyName === "daypass");
  return [
    compared({
      about: `${about}: trust`,
      printed: printed.trust,
      there: storedJson(there.AssumeRolePolicyDocument),
      more: "trusts more than was printed"
    }),
    compared({
      about: `${about}: policy`,
      printed: printed.policy,
      there: storedJson(inline?.PolicyDocument),
      more: "can do more than was printed"
    }),
    ...besides(about, there),
    bounded(about, boundaryArn2, there)
  ];
}
function boundaryCheck(arn, printed, there) {
  return compared({
    about: `policy ${arn.slice(arn.indexOf(":policy/") + ":policy/".length)}`,
    printed,
    there: storedJson(there),
    more: "allows more than was printed"
  });
}

// src/install/verify/pool.ts
var AGAIN2 = "deploy what `daypass setup` prints";
function poolChecks({ pool, account, partition, details }) {
  const open = { account, partition };
  const ceiling = `arn:${partition}:iam::${account}:policy${pool.boundary.path}${pool.boundary.name}`;
  const policy = details.policies.find(({ Arn }) => Arn === ceiling);
  const text = policy?.PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion === true)?.Document;
  const trust = filled(pool.trust, open);
  const wrong = pool.names.flatMap((name) => {
    const about = `role ${pool.path.slice(1)}${name}`;
    const there = details.roles.find(({ RoleName }) => RoleName === name);
    if (there === void 0) return [{ state: "missing", about, says: "is not there", cure: AGAIN2 }];
    if (there.Path !== pool.path)
      return [
        {
          state: "danger",
          about,
          says: `is there under another path: ${there.Path ?? "?"}`,
          cure: "delete or rename it"
        }
      ];
    const stored = storedJson(there.AssumeRolePolicyDocument);
    const difference = stored === void 0 ? null : differenceOf(trust, stored);
    const bounded2 = there.PermissionsBoundary?.PermissionsBoundaryArn === ceiling;
    return [
      ...difference !== null && isSame(difference) ? [] : [
        {
          state: difference === null || isMore(difference) ? "danger" : "differs",
          about: `${about}: trust`,
          says: "trusts others than was printed",
          cure: AGAIN2,
          ...difference === null ? {} : { difference: differenceLines(difference) }
        }
      ],
      ...bounded2 ? [] : [
        {
          state: "danger",
          about: `${about}: boundary`,
          says: "does not have the boundary that was printed",
          cure: AGAIN2
        }
      ]
    ];
  });
  return [
    boundaryCheck(ceiling, filled(pool.boundary.document, open), text),
    ...wrong.length === 0 ? [fine("roles for people from Okta", `all ${pool.names.length} as printed`)] : wrong
  ];
}

// src/install/verify/account.ts
var DEPLOY = "deploy what `daypass setup` prints for this account";
function notLetIn(because) {
  const about = "entering";
  const { kind, call, said } = because;
  if (said.startsWith("CredentialsProviderError"))
    return {
      state: "unknown",
      about,
      says: "could not check: there are no AWS credentials here, and no token of a GitHub job",
      cure: "run it in a job, or with credentials and --through a role of your own"
    };
  if (kind !== "denied" && kind !== "not-found")
    return {
      state: "unknown",
      about,
      says: `could not check: ${writeEdgeError(because)}`,
      cure: "run daypass verify again"
    };
  if (call.startsWith("sts:AssumeRoleWithWebIdentity"))
    return {
      state: "missing",
      about,
      says: `GitHub's token does not open ${call.slice(call.lastIndexOf(" ") + 1)} (${said})`,
      cure: "deploy the hub; run this in the environment that the role trusts, on the default branch; compare `trust` in integrations/aws.yaml"
    };
  return {
    state: "missing",
    about,
    says: `not let in: the role is not there, or does not trust this job's hub role; AWS does not say which (${said})`,
    cure: DEPLOY
  };
}
function enteringCheck(identity, account, role) {
  if (identity.is === "unknown") return notLetIn(identity.because);
  const name = role.slice(role.lastIndexOf("/") + 1);
  const { account: found, arn } = identity.value;
  if (found !== account)
    return {
      state: "danger",
      about: "entering",
      says: `AWS says that this is the account ${found}`,
      cure: "look what answers in place of AWS"
    };
  return arn.includes(`:assumed-role/${name}/`) ? fine("entering", `let in as ${role}`) : { state: "danger", about: "entering", says: `let in as ${arn}, not as ${role}`, cure: DEPLOY };
}
function providerCheck({ provider }, { shape }) {
  if (provider === null || shape.provider === null) return [];
  const about = `identity provider ${shape.provider.host}`;
  if (provider.is === "unknown") {
    const gone = provider.because.kind === "not-found";
    const says = gone ? "is not there" : `could not check: ${writeEdgeError(provider.because)}`;
    return [{ state: gone ? "missing" : "unknown", about, says, cure: DEPLOY }];
  }
  return provider.value.ClientIDList?.includes(shape.provider.audience) === true ? [fine(about, `is there, for ${shape.provider.audience}`)] : [
    {
      state: "differs",
      about,
      says: `does not take the audience ${shape.provider.audience}`,
      cure: "add it as a client id of the provider"
    }
  ];
}
function insideChecks(details, { simulated }, expected) {
  const { shape, place, partition, tags } = expected;
  const ceiling = boundaryArn(shape, place.id, partition);
  const policy = details.policies.find(({ Arn }) => Arn === ceiling);
  const text = policy?.PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion === true)?.Document;
  return [
    boundaryCheck(ceiling, filled(shape.boundary.document, { account: place.id, partition }), text),
    ...shape.pool === null ? [] : poolChecks({ pool: shape.pool, account: place.id, partition, details }),
    ...shape.roles.flatMap((role) => {
      const arn = roleArn(role, place.id, partition);
      const there = details.roles.find(({ RoleName }) => RoleName === role.name);
      const answer = simulated.get(role.title);
      return [
        ...roleChecks({ printed: roleIn(role, place.id, partition), boundaryArn: ceiling, tags, there }),
        ...answer === void 0 || there?.Arn !== arn ? [] : [deniedCheck(`role ${role.path.slice(1)}${role.name}`, answer)]
      ];
    })
  ];
}
function accountChecks(looked, expected, role) {
  const entering2 = enteringCheck(looked.identity, expected.place.id, role);
  if (looked.details === null) return [entering2];
  const provider = providerCheck(looked, expected);
  if (looked.details.is === "unknown")
    return [
      entering2,
      ...provider,
      {
        state: "unknown",
        about: "what is there",
        says: `could not check: ${writeEdgeError(looked.details.because)}`,
        cure: looked.details.because.kind === "denied" ? DEPLOY : "run daypass verify again"
      }
    ];
  return [entering2, ...provider, ...insideChecks(looked.details.value, looked, expected)];
}
var READY_STATES = { ready: "fine", partly: "note", lacking: "missing", unknown: "unknown" };
var readyCheck = ({ state, says, cure }) => ({
  state: READY_STATES[state],
  about: "people",
  says: state === "unknown" ? `could not check: ${says}` : says,
  cure
});
function stateOf({ checks, ready, requestable, closing }) {
  const [entering2] = checks;
  if (entering2?.state === "missing") return "not installed";
  if (entering2?.state === "unknown") return "unknown";
  if (!checks.every(isWell)) return "staged";
  if (closing) return "closing";
  const people = ready === null || ready.state === "ready" || ready.state === "partly";
  return people && requestable !== false ? "configured" : "verified";
}

// src/install/verify/entity.ts
function speaks(metadata) {
  const certificates = [...metadata.matchAll(/<(?:\w+:)?X509Certificate>([^<]+)</g)].map(
    ([, found]) => (found ?? "").replace(/\s+/g, "")
  );
  return { entity: /\bentityID="([^"]+)"/.exec(metadata)?.[1] ?? null, certificates };
}
function entityCheck({ federation, app, provider }) {
  const about = `saml-provider/${federation.provider} in ${federation.account}`;
  if (provider.is === "unknown" && provider.because.kind === "not-found")
    return {
      state: "missing",
      about,
      says: "is not there: nobody can enter",
      cure: "make it in IAM from the metadata of the app (Sign On tab), under this name"
    };
  const because = app.is === "unknown" ? app.because : provider.is === "unknown" ? provider.because : null;
  if (because !== null || app.is === "unknown" || provider.is === "unknown")
    return {
      state: "unknown",
      about,
      says: `could not look: ${because === null ? "" : writeEdgeError(because)}`,
      cure: "deploy what `daypass setup` prints, and run daypass verify again"
    };
  const [there, ours] = [speaks(provider.value), speaks(app.value)];
  if (ours.entity === null || there.entity !== ours.entity)
    return {
      state: "danger",
      about,
      says: `believes ${there.entity ?? "nobody that can be read"}, and the app is ${ours.entity ?? "nobody that can be read"}`,
      cure: "find out who registered it: whoever it believes can enter as anybody"
    };
  const strange = there.certificates.filter((one) => !ours.certificates.includes(one));
  const proved = ours.certificates.some((one) => there.certificates.includes(one));
  if (!proved)
    return {
      state: "differs",
      about,
      says: "knows none of the certificates of the app: nobody can enter",
      cure: "upload the metadata of the app (Sign On tab) to the provider again"
    };
  if (strange.length > 0)
    return {
      state: "danger",
      about,
      says: `also believes ${strange.length} certificate${strange.length === 1 ? "" : "s"} that the app does not have`,
      cure: "upload the metadata of the app (Sign On tab) to the provider again: an old certificate, or somebody else’s"
    };
  return fine(about, `believes the app, ${ours.entity}`);
}

// src/install/verify/okta.ts
var couldNot = (about, because) => ({
  state: "unknown",
  about,
  says: `could not look: ${writeEdgeError(because)}`,
  cure: "run daypass verify again; what is missing may be told above"
});
var missing = (about, says, cure) => ({ state: "missing", about, says, cure });
var REFUSED_SCOPE = "invalid_scope";
async function entering({ okta, open }, scopes) {
  const about = `key to ${okta.host}`;
  const all = await open(scopes).enter();
  if (all.is === "known") {
    const key = all.value === null ? note(about, "an API token lets in, which has all rights of whoever made it; a service app can have fewer") : fine(about, `lets in as ${all.value}`);
    return {
      checks: [key, ...all.value === null ? [] : [fine("scopes", `all ${scopes.length} are granted`)]],
      granted: scopes,
      client: { id: all.value }
    };
  }
  if (!all.because.said.includes(REFUSED_SCOPE))
    return {
      checks: [
        all.because.kind === "unreachable" || all.because.kind === "throttled" ? couldNot(about, all.because) : missing(
          about,
          `does not let in: ${all.because.said}`,
          "put a key of the service app where settings name it"
        )
      ],
      granted: [],
      client: null
    };
  const each = await eachOf(scopes, async (scope) => ({ scope, entered: await open([scope]).enter() }));
  const granted = each.flatMap(({ scope, entered }) => entered.is === "known" ? [scope] : []);
  const lacking = each.flatMap(
    ({ scope, entered }) => entered.is === "known" ? [] : [missing(`scope ${scope}`, "is not granted: no job gets in", "grant it: the service app > Okta API Scopes")]
  );
  const client = each.flatMap(({ entered }) => entered.is === "known" ? [{ id: entered.value }] : [])[0] ?? null;
  return { checks: [...client === null ? [] : [fine(about, "is the service app’s")], ...lacking], granted, client };
}
var EVERYTHING = /* @__PURE__ */ new Set(["SUPER_ADMIN", "ORG_ADMIN"]);
function neededPermissions({ federation }) {
  const rows = [...Object.entries(OPERATIONS), ...federation.length === 0 ? [] : Object.entries(OKTA_OPERATIONS)];
  return new Map(
    [...Map.groupBy(rows, ([, { permission }]) => permission)].map(([permission, some]) => [
      permission,
      [...new Set(some.map(([op]) => op))]
    ])
  );
}
async function adminRoleChecks(asked, entered, clientId) {
  const about = "administrator roles";
  const roles = await entered.list(listRolesForClient, { clientId });
  if (roles.is === "unknown") return [couldNot(about, roles.because)];
  if (roles.value.length === 0)
    return [missing(about, "the service app has none, and without one it may do nothing", "give it a custom role")];
  const mighty = roles.value.filter(({ type }) => EVERYTHING.has(type));
  if (mighty.length > 0)
    return mighty.map(
      ({ type }) => ({
        state: "danger",
        about,
        says: `the service app is ${type}: whoever has its key has the organisation`,
        cure: "give it a custom role with what is needed, and take this one away"
      })
    );
  const custom = roles.value.flatMap(({ role }) => role ?? []);
  const standard = roles.value.flatMap(({ type, role }) => role === null ? [type] : []);
  const permissions = /* @__PURE__ */ new Set();
  for (const role of custom) {
    const read = await entered.get(listRolePermissions, { roleIdOrLabel: role });
    if (read.is === "unknown") return [couldNot(about, read.because)];
    for (const one of read.value) permissions.add(one);
  }
  const others = standard.map(
    (type) => note(about, `${type}: what a standard role permits is not listed by Okta, and not compared`)
  );
  const needed = neededPermissions(asked.okta);
  const lacking = [...needed].filter(([permission]) => !permissions.has(permission));
  if (lacking.length === 0) return [...others, fine(about, `all ${needed.size} permissions are there`)];
  return [
    ...others,
    ...lacking.map(
      ([permission, ops]) => missing(
        `permission ${permission}`,
        `no custom role has it: ${ops.join(", ")} may be refused`,
        "add it to the role"
      )
    )
  ];
}
async function appChecks({ settings, provider }, entered, federation) {
  const about = `app ${federation.app} for ${federation.account}`;
  const account = settings.aws?.accounts.find(({ name }) => name === federation.account);
  const read = await readApp(entered, federation.app);
  if (read.is === "unknown") return [couldNot(about, read.because)];
  if (read.value === null)
    return [missing(about, "is not there", "correct `app` under federation in integrations/okta.yaml")];
  const problems = appProblems(read.value, federation, account?.id ?? "");
  const wrong = problems.map(({ says, cure }) => ({ state: "differs", about, says, cure }));
  const offered = rolesOffered(read.value);
  const unheard = offered === null ? [] : poolNames(settings.installation, federation.roles).filter((one) => !offered.includes(one));
  const roles = unheard.length === 0 ? [] : [
    missing(
      about,
      `Okta has not heard of ${unheard.length} of ${federation.roles} roles of the pool: ${unheard.slice(0, 3).join(", ")}`,
      "in Okta: More > Refresh Application Data"
    )
  ];
  const entity = entityCheck({
    federation,
    app: await entered.text(previewSAMLmetadataForApplication, { appId: federation.app }),
    provider: await provider(account?.id ?? "", federation.provider)
  });
  const all = [...wrong, ...roles];
  return [
    ...all.length === 0 ? [fine(about, "is as the settings need it, and knows every role of the pool")] : all,
    entity
  ];
}
async function groupCheck(entered, called) {
  const about = `group ${called}`;
  const found = await groupsCalled(entered, called);
  if (found.is === "unknown") return couldNot(about, found.because);
  if (found.value.length === 1) return fine(about, "is there");
  return missing(
    about,
    found.value.length === 0 ? "is not there, so nobody can be judged" : `is there ${found.value.length} times`,
    "correct its name under directory in integrations/okta.yaml"
  );
}
async function oktaChecks(asked) {
  const { okta, job, scopes, open } = asked;
  const wanted = job === "inventory" ? [.../* @__PURE__ */ new Set([...scopes("apply"), ...scopes("expire"), ...scopes("inventory")])] : scopes(job);
  const { checks, granted, client } = await entering(asked, wanted.toSorted());
  if (client === null || job !== "inventory") return checks;
  const reading = open(scopes("inventory").filter((scope) => granted.includes(scope)));
  const roles = client.id === null ? [] : await adminRoleChecks(asked, reading, client.id);
  const apps = await eachOf(okta.federation, (one) => appChecks(asked, reading, one));
  const groups = await eachOf([...okta.directory?.groups.values() ?? []], (called) => groupCheck(reading, called));
  return [...checks, ...roles, ...apps.flat(), ...groups];
}

// src/collectors/resources/places.ts
var PAGE = 100;
async function indexesOf({ aws, account, region }) {
  const pages = await everyPage(
    `resource-explorer-2:ListIndexes in ${account}`,
    (next) => aws.explorer(account, region, "ListIndexes", {
      MaxResults: PAGE,
      ...next === void 0 ? {} : { NextToken: next }
    })
  );
  return pages.is === "unknown" ? pages : known(pages.value.flatMap(({ Indexes }) => Indexes ?? []));
}
var WITHOUT = "it has no index of its own: AWS shows of it only what is tagged or new";
async function placesOf(asked) {
  const { aws, account } = asked;
  const indexes = await indexesOf(asked);
  if (indexes.is === "unknown") return indexes;
  if (indexes.value.length === 0)
    return unknown({
      kind: "not-found",
      call: `resource-explorer-2:ListIndexes in ${account}`,
      said: "there is no index in any region: run what daypass setup prints for the inventory"
    });
  const enabled = await regionsOf(aws, account);
  const regions = indexes.value.flatMap(({ Region }) => Region ?? []).toSorted();
  const missing2 = enabled.is === "known" ? enabled.value.filter((region) => !regions.includes(region)) : [];
  const untold = enabled.is === "known" ? {} : { "*": "which regions there are could not be read, so some may be missing" };
  const aggregator = indexes.value.find(({ Type }) => Type === "AGGREGATOR")?.Region;
  return known({
    asked: aggregator === void 0 ? regions : [aggregator],
    partial: { ...Object.fromEntries(missing2.map((region) => [region, WITHOUT])), ...untold }
  });
}

// src/collectors/resources/view.ts
async function candidates(aws, account, region) {
  const usual = await aws.explorer(account, region, "GetDefaultView", {});
  if (usual.is === "unknown") return usual;
  const { ViewArn: arn } = usual.value;
  const pages = await everyPage(
    `resource-explorer-2:ListViews in ${account}`,
    (next) => aws.explorer(account, region, "ListViews", next === void 0 ? {} : { NextToken: next })
  );
  if (pages.is === "unknown") return arn === void 0 || arn === "" ? pages : known([arn]);
  const others = pages.value.flatMap(({ Views }) => Views ?? []).filter((one) => one !== arn);
  return known([...arn === void 0 || arn === "" ? [] : [arn], ...others.toSorted()]);
}
async function look(aws, account, region, arn) {
  const read = await aws.explorer(account, region, "GetView", { ViewArn: arn });
  if (read.is === "unknown") return read;
  const { Filters, IncludedProperties } = read.value.View ?? {};
  const filter = Filters?.FilterString ?? "";
  const tags = IncludedProperties?.some(({ Name }) => Name === "tags") === true;
  const hides = filter === "" ? tags ? null : "its view shows no tags" : `its view shows only ${filter}`;
  return known({ arn, hides });
}
async function viewOf(aws, account, region) {
  const arns = await candidates(aws, account, region);
  if (arns.is === "unknown") return arns;
  let best = null;
  for (const arn of arns.value) {
    const view = await look(aws, account, region, arn);
    if (view.is === "unknown") {
      if (view.because.kind === "denied") continue;
      return view;
    }
    if (view.value.hides === null) return view;
    best ??= view.value;
  }
  if (best !== null) return known(best);
  return unknown({
    kind: "not-found",
    call: `resource-explorer-2:GetDefaultView in ${account} (${region})`,
    said: "there is no view that may be read: run what daypass setup prints for the inventory"
  });
}

// src/install/verify/inventory.ts
var ABOUT = "inventory";
var RUN = "run inventory.sh, which `daypass setup` prints";
function failed({ kind, ...because }) {
  const says = writeEdgeError({ kind, ...because });
  if (kind === "not-found") return { state: "missing", about: ABOUT, says: because.said, cure: RUN };
  return kind === "denied" ? { state: "missing", about: ABOUT, says, cure: "deploy what `daypass setup` prints for this account" } : { state: "unknown", about: ABOUT, says: `could not check: ${says}`, cure: "run daypass verify again" };
}
async function stateIn(aws, account, region) {
  const index = await aws.explorer(account, region, "GetIndex", {});
  if (index.is === "unknown") return [failed(index.because)];
  const { State: state } = index.value;
  return state === "ACTIVE" ? [] : [note(ABOUT, `the index of ${region} is ${state ?? "in no state"}: until all is seen it takes up to 36 hours`)];
}
async function searchIn(aws, account, region) {
  const view = await viewOf(aws, account, region);
  if (view.is === "unknown") return [failed(view.because)];
  const { arn, hides } = view.value;
  const hidden = hides === null ? [] : [{ state: "differs", about: ABOUT, says: `${region} is partial: ${hides}`, cure: RUN }];
  const found = await aws.explorer(account, region, "Search", { ViewArn: arn, QueryString: "", MaxResults: 1 });
  if (found.is === "unknown") return [...hidden, failed(found.because)];
  return [...hidden, fine(ABOUT, `a search in ${region} answers`)];
}
async function inventoryChecks(aws, account, { region, inventory }) {
  if (inventory === null) return [];
  const places = await placesOf({ aws, account, region });
  if (places.is === "unknown") return [failed(places.because)];
  const { asked, partial } = places.value;
  const apart = asked.length > 1 ? [{ state: "differs", about: ABOUT, says: "no region brings the others together", cure: RUN }] : [];
  const lacking = Object.entries(partial).map(
    ([one, why]) => ({ state: "differs", about: ABOUT, says: `${one} is partial: ${why}`, cure: RUN })
  );
  const inRegions = [];
  for (const one of asked) {
    inRegions.push(...await stateIn(aws, account, one), ...await searchIn(aws, account, one));
  }
  return [...apart, ...lacking, ...inRegions];
}

// src/install/verify/verify.ts
var isMode = (word) => Object.hasOwn(READY, word);
var onlyEnter = async (aws, account) => ({
  identity: await aws.identity(account),
  details: null,
  simulated: /* @__PURE__ */ new Map(),
  provider: null
});
var enters = (shape, job) => shape.roles.some((role) => role.title === job);
async function inventoryIn({ settings, aws, job }, { id }, looked) {
  const target = settings.aws?.accounts.some((account) => account.id === id) === true;
  if (settings.aws === null || job !== "inventory" || !target || looked.details?.is !== "known") return [];
  return inventoryChecks(aws, id, settings.aws);
}
async function enterAll(asked) {
  const { aws, job, shapes, progress } = asked;
  const all = shapes.filter((shape) => enters(shape, job)).flatMap((shape) => shape.places.map((place) => ({ shape, place })));
  let done = 0;
  progress(done, all.length);
  return eachOf(all, async ({ shape, place }) => {
    const looked = job === "inventory" ? await lookInto(aws, shape, place.id) : await onlyEnter(aws, place.id);
    const inventory = await inventoryIn(asked, place, looked);
    progress(++done, all.length);
    return { shape, place, looked, inventory };
  });
}
var notRead = (account) => unknown({ kind: "denied", call: `iam:GetAccountAuthorizationDetails in ${account}`, said: "not let in" });
async function readyIn({ settings, aws, job }, entered) {
  if (job !== "inventory") return /* @__PURE__ */ new Map();
  const details = new Map(
    entered.flatMap(
      ({ place, looked }) => looked.details?.is !== "known" ? [] : [[place.id, looked.details]]
    )
  );
  const targets = (settings.aws?.accounts ?? []).filter(({ id }) => details.has(id));
  const answers = await Promise.all(
    [...Map.groupBy(targets, ({ mode }) => mode)].map(
      ([mode, accounts]) => isMode(mode) ? READY[mode]({ settings, aws, accounts, details: (account) => details.get(account) ?? notRead(account) }) : []
    )
  );
  return new Map(answers.flat().map((one) => [one.account, one]));
}
var requestableIn = (settings, account) => settings.rules.some(
  (rule) => rule.deny === null && rule.ways.length > 0 && accountsOf(rule, settings).includes(account)
);
function verified(asked, { shape, place, looked, inventory }, ready) {
  const { settings, blueprint, job } = asked;
  const role = settings.aws?.roles[job] ?? "";
  const { partition, tags } = blueprint;
  const checks = job === "inventory" ? [...accountChecks(looked, { shape, place, partition, tags }, role), ...inventory] : [enteringCheck(looked.identity, place.id, role)];
  const account = settings.aws?.accounts.find(({ id }) => id === place.id);
  const requestable = account === void 0 || job !== "inventory" ? null : requestableIn(settings, account);
  const closing = account?.closing === true;
  const state = stateOf({ checks, ready, requestable, closing });
  const told = [
    ...checks,
    ...ready === null ? [] : [readyCheck(ready)],
    ...requestable === false ? [note("rules", "no rule lets anybody ask for anything there")] : []
  ];
  return { place, parts: shape.parts, state, checks: told };
}
async function verify(asked) {
  const entered = await enterAll(asked);
  const ready = await readyIn(asked, entered);
  return entered.map((one) => verified(asked, one, ready.get(one.place.id) ?? null));
}

// src/entry/verifying.ts
function lookedThrough(settings, role) {
  const { aws } = settings;
  if (role === null || aws === null) return settings;
  return {
    ...settings,
    aws: { ...aws, externalId: null, hub: { ...aws.hub, inventory: null }, roles: { ...aws.roles, inventory: role } }
  };
}
async function verifying(asked) {
  const { settings, job, environment } = asked;
  const blueprint = blueprintOf(settings);
  if (isMissing(blueprint)) return { is: "not", says: `${blueprint.says}
${blueprint.cure}` };
  const shapes = chosenShapes(blueprint, asked.accounts);
  if (typeof shapes === "string") return { is: "not", says: shapes };
  const seen = lookedThrough(settings, asked.through);
  if (seen.aws === null) return { is: "not", says: "The settings name no AWS accounts." };
  const aws = openAws({
    integration: seen.aws,
    installation: settings.installation,
    job,
    run: environment["GITHUB_RUN_ID"] ?? "local",
    environment,
    entering: asked.through === null ? "marked" : "plain",
    setSecret: asked.setSecret,
    pause: { sleep: (milliseconds) => sleep(milliseconds), random: () => randomInt(1e6) / 1e6 },
    ticks: () => performance.now()
  });
  const accounts = await verify({ settings: seen, blueprint, shapes, aws, job, progress: asked.progress });
  const okta = asked.accounts.trim() === "" ? await oktaVerified(asked, seen, aws) : null;
  return { is: "verified", all: [...accounts, ...okta === null ? [] : [okta]], calls: aws.calls() };
}
async function oktaVerified({ job, environment, setSecret }, settings, aws) {
  const { okta } = settings;
  if (okta === null) return null;
  const open = (scopes) => openOktaOf({ environment, setSecret, stage: () => void 0 }, okta, aws, scopes);
  const partition = settings.aws?.partition ?? "aws";
  const checks = await oktaChecks({
    settings,
    okta,
    job,
    open,
    scopes: (one) => scopesFor(one, okta),
    async provider(account, name) {
      const SAMLProviderArn = `arn:${partition}:iam::${account}:saml-provider/${name}`;
      const read = await aws.iam(account, "GetSAMLProvider", { SAMLProviderArn });
      return read.is === "known" ? known(read.value.SAMLMetadataDocument ?? "") : read;
    }
  });
  const state = stateOf({ checks, ready: null, requestable: null, closing: okta.closing });
  return { place: { id: okta.host, name: "okta" }, parts: ["people and groups"], state, checks };
}
function exitOfVerified(all) {
  if (isAllWell(all)) return EXIT.done;
  const states = new Set(all.flatMap(({ checks }) => checks).map(({ state }) => state));
  const found = states.has("danger") || states.has("missing") || states.has("differs");
  return found ? EXIT.findings : EXIT.failed;
}

export {
  placesOf,
  viewOf,
  verifying,
  exitOfVerified
};
