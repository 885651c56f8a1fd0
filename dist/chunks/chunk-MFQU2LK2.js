import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fine,
  isAllWell,
  isWell,
  note
} from "./chunk-2TBARZFS.js";
import {
  chosenShapes
} from "./chunk-SOBMPIR7.js";
import {
  openAws
} from "./chunk-3NV5BP74.js";
import {
  NEVER_ACTIONS,
  blueprintOf,
  isMissing
} from "./chunk-HAQGGERR.js";
import {
  filled
} from "./chunk-OHZIMZ3Q.js";
import {
  accountsOf
} from "./chunk-J7RBKFCD.js";
import {
  READY,
  canonicalJson,
  eachOf,
  readAccount
} from "./chunk-FUBWPIKP.js";
import {
  known,
  unknown,
  writeEdgeError
} from "./chunk-BRETIE5A.js";
import {
  EXIT
} from "./chunk-3LZXKVQR.js";

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
var isMore = ({ missing, extra }) => extra.some(({ effect }) => effect !== "Deny") || missing.some(({ effect }) => effect === "Deny");
var isSame = ({ missing, extra }) => missing.length + extra.length === 0;
var differenceLines = ({ missing, extra }) => [
  ...missing.map(({ text }) => `- ${text}`),
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
  const entering = enteringCheck(looked.identity, expected.place.id, role);
  if (looked.details === null) return [entering];
  const provider = providerCheck(looked, expected);
  if (looked.details.is === "unknown")
    return [
      entering,
      ...provider,
      {
        state: "unknown",
        about: "what is there",
        says: `could not check: ${writeEdgeError(looked.details.because)}`,
        cure: looked.details.because.kind === "denied" ? DEPLOY : "run daypass verify again"
      }
    ];
  return [entering, ...provider, ...insideChecks(looked.details.value, looked, expected)];
}
var READY_STATES = { ready: "fine", partly: "note", lacking: "missing", unknown: "unknown" };
var readyCheck = ({ state, says, cure }) => ({
  state: READY_STATES[state],
  about: "people",
  says: state === "unknown" ? `could not check: ${says}` : says,
  cure
});
function stateOf({ checks, ready, requestable, closing }) {
  const [entering] = checks;
  if (entering?.state === "missing") return "not installed";
  if (entering?.state === "unknown") return "unknown";
  if (!checks.every(isWell)) return "staged";
  if (closing) return "closing";
  const people = ready === null || ready.state === "ready" || ready.state === "partly";
  return people && requestable !== false ? "configured" : "verified";
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
async function enterAll({ aws, job, shapes, progress }) {
  const all = shapes.filter((shape) => enters(shape, job)).flatMap((shape) => shape.places.map((place) => ({ shape, place })));
  let done = 0;
  progress(done, all.length);
  return eachOf(all, async ({ shape, place }) => {
    const looked = job === "inventory" ? await lookInto(aws, shape, place.id) : await onlyEnter(aws, place.id);
    progress(++done, all.length);
    return { shape, place, looked };
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
function verified(asked, { shape, place, looked }, ready) {
  const { settings, blueprint, job } = asked;
  const role = settings.aws?.roles[job] ?? "";
  const { partition, tags } = blueprint;
  const checks = job === "inventory" ? accountChecks(looked, { shape, place, partition, tags }, role) : [enteringCheck(looked.identity, place.id, role)];
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
  const all = await verify({ settings: seen, blueprint, shapes, aws, job, progress: asked.progress });
  return { is: "verified", all, calls: aws.calls() };
}
function exitOfVerified(all) {
  if (isAllWell(all)) return EXIT.done;
  const states = new Set(all.flatMap(({ checks }) => checks).map(({ state }) => state));
  const found = states.has("danger") || states.has("missing") || states.has("differs");
  return found ? EXIT.findings : EXIT.failed;
}

export {
  verifying,
  exitOfVerified
};
