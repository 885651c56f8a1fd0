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
  openOktaOf
} from "./chunk-BJYXXNPA.js";
import "./chunk-KXVJTGQ5.js";
import {
  appProblems,
  getApplicationUserSchema,
  getApplicationWhole,
  readApp,
  replaceApplication,
  updateApplicationUserProfile
} from "./chunk-RYEE6VUW.js";
import "./chunk-66F3A4I2.js";
import "./chunk-624KHEYP.js";
import {
  known,
  unknown,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonLine,
  terminal
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/install/federate/changes.ts
var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var settingsIn = (whole) => {
  const app = isRecord(whole["settings"]) ? whole["settings"]["app"] : void 0;
  return isRecord(app) ? app : {};
};
var maskedIn = (whole) => Object.entries(settingsIn(whole)).flatMap(
  ([name, value]) => typeof value === "string" && /^[*•]+$/.test(value) ? [name] : []
);
var FIRST = ["kind", "provider"];
function appPlan(seen, whole, federation, account) {
  const problems = appProblems(seen, federation, account);
  if (problems.some(({ of }) => FIRST.includes(of))) return { changes: [], byHand: problems };
  const masked = maskedIn(whole);
  const absent = !Object.hasOwn(seen.schema.custom, federation.marker);
  const changes = problems.flatMap(({ of }) => {
    if (of === "joinAllRoles" && masked.length === 0)
      return [
        {
          does: of,
          says: "turn on Join all roles: people with roles of their own then have those of their groups, too",
          undo: "turn off Join all roles (Sign On tab)"
        }
      ];
    if (of === "marker" && absent)
      return [
        {
          does: of,
          says: `add the boolean attribute ${federation.marker} to users of the app`,
          undo: `remove it: Directory > Profile Editor > ${seen.app.label} User`
        }
      ];
    return [];
  });
  const done = new Set(changes.map(({ does }) => does));
  const byHand = problems.filter(({ of }) => !done.has(of)).map(
    (problem) => problem.of === "joinAllRoles" && masked.length > 0 ? {
      ...problem,
      says: `${problem.says}; Daypass leaves it, since Okta hides ${masked.join(", ")} and would lose it`
    } : problem
  );
  return { changes, byHand };
}

// src/install/federate/setting.ts
var OKTAS = ["id", "created", "lastUpdated", "status", "_links", "_embedded"];
var ours = (whole) => Object.fromEntries(Object.entries(whole).filter(([name]) => !OKTAS.includes(name)));
function joined(whole) {
  const settings = { ...JSON.parse(JSON.stringify(whole["settings"] ?? {})) };
  return JSON.parse(
    JSON.stringify({ ...ours(whole), settings: { ...settings, app: { ...settingsIn(whole), joinAllRoles: true } } })
  );
}
var sorted = (value) => JSON.stringify(
  value,
  (_name, one) => typeof one === "object" && one !== null && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => a < b ? -1 : 1)) : one
);
function strays(wanted, there) {
  const [before, after] = [settingsIn(wanted), settingsIn(there)];
  const settings = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => sorted(before[name]) !== sorted(after[name])
  );
  const others = Object.keys(ours(wanted)).filter(
    (name) => name !== "settings" && sorted(wanted[name]) !== sorted(there[name])
  );
  return [...settings, ...others].sort();
}
var differs = (call, said) => unknown({ kind: "conflict", call, said });
async function join(okta, appId) {
  const before = await okta.get(getApplicationWhole, { appId });
  if (before.is === "unknown") return before;
  const body = joined(before.value);
  const sent = await okta.send(replaceApplication, { appId }, body);
  if (sent.is === "unknown") return sent;
  const after = await okta.get(getApplicationWhole, { appId });
  if (after.is === "unknown") return after;
  const wrong = strays({ ...JSON.parse(JSON.stringify(body)) }, after.value);
  return wrong.length === 0 ? known(null) : differs("okta:replaceApplication", `the app now differs in ${wrong.join(", ")}: compare them in Okta`);
}
async function mark(okta, appId, marker) {
  const attribute = { title: "Managed by Daypass", type: "boolean", scope: "NONE", master: { type: "OKTA" } };
  const sent = await okta.send(
    updateApplicationUserProfile,
    { appId },
    { definitions: { custom: { id: "#custom", type: "object", properties: { [marker]: attribute } } } }
  );
  if (sent.is === "unknown") return sent;
  const after = await okta.get(getApplicationUserSchema, { appId });
  if (after.is === "unknown") return after;
  return Object.hasOwn(after.value.custom, marker) ? known(null) : differs("okta:updateApplicationUserProfile", `the attribute ${marker} is not there afterwards`);
}
var setting = (okta, { app, marker }, { does }) => does === "marker" ? mark(okta, app, marker) : join(okta, app);

// src/entry/commands/federate.ts
var LOOKING = ["okta.apps.read", "okta.schemas.read"];
var SETTING = ["okta.apps.manage", "okta.schemas.manage", ...LOOKING];
var showing = async (_okta, _federation, { says }) => ({ state: "to be set", says });
var making = async (okta, federation, change) => {
  const done = await setting(okta, federation, change);
  return done.is === "known" ? { state: "set", says: change.says } : { state: "failed", says: `${change.says}: ${writeEdgeError(done.because)}` };
};
async function federated(okta, settings, federation, doing) {
  const { app, account } = federation;
  const failed = (because) => ({
    app,
    account,
    state: "failed",
    says: writeEdgeError(because),
    cure: null
  });
  const seen = await readApp(okta, app);
  if (seen.is === "unknown") return [failed(seen.because)];
  if (seen.value === null) {
    const cure = "correct `app` under federation in integrations/okta.yaml";
    return [{ app, account, state: "by hand", says: `Okta has no app ${app}`, cure }];
  }
  const whole = await okta.get(getApplicationWhole, { appId: app });
  if (whole.is === "unknown") return [failed(whole.because)];
  const id = settings.aws?.accounts.find(({ name }) => name === account)?.id ?? "";
  const plan = appPlan(seen.value, whole.value, federation, id);
  const told = [];
  for (const change of plan.changes) {
    const done = await doing(okta, federation, change);
    told.push({ app, account, ...done, cure: done.state === "failed" ? null : `to take it back: ${change.undo}` });
  }
  told.push(...plan.byHand.map(({ says, cure }) => ({ app, account, state: "by hand", says, cure })));
  const fine = { app, account, state: "as it should be", says: "nothing is missing", cure: null };
  return told.length === 0 ? [fine] : told;
}
function exitOf(all) {
  if (all.some(({ state }) => state === "failed")) return EXIT.failed;
  return all.every(({ state }) => state === "as it should be" || state === "set") ? EXIT.done : EXIT.findings;
}
var lineOf = ({ app, account, state, says, cure }) => `${terminal(`${account} (app ${app}) · ${state}: ${says}`, 1e3)}${cure === null ? "" : `
    → ${terminal(cure, 1e3)}`}`;
var federate = {
  tells: `Shows what the apps of integrations/okta.yaml lack in Okta, and with --yes sets what can be set: Join all roles, and the attribute that marks whom Daypass brought in. Every other setting is written back as it was and compared afterwards. What only the admin pages can do is said.

It works with a key of yours in OKTA_CREDENTIAL, whose service app has ${SETTING.join(", ")} and may manage the app; the key of the jobs needs none of that.`,
  argument: null,
  options: {
    directory: DIRECTORY,
    yes: { type: "boolean", says: "set it (default: only show)" }
  },
  async run(invocation) {
    const { terminal: terminal2, values, environment } = invocation;
    const settings = await settingsOnDisk(textOf(invocation, "directory", "config"));
    if (typeof settings === "string") return comeToNothing(invocation, EXIT.findings, settings);
    const { okta: integration } = settings;
    if (integration === null || integration.federation.length === 0)
      return comeToNothing(invocation, EXIT.findings, "integrations/okta.yaml names no app under federation.");
    const set = values["yes"] === true;
    const okta = openOktaOf(
      { environment, setSecret: () => void 0, stage: (says) => terminal2.stage(says) },
      { ...integration, credential: { in: "environment" } },
      null,
      set ? SETTING : LOOKING
    );
    const all = [];
    for (const one of integration.federation) {
      terminal2.stage(`Looking at the app of ${one.account} (${all.length + 1} of ${integration.federation.length})`);
      all.push(...await federated(okta, settings, one, set ? making : showing));
    }
    const exit = exitOf(all);
    if (values["json"] === true) terminal2.out(jsonLine({ exit, apps: all, calls: Object.fromEntries(okta.calls()) }));
    else terminal2.out(all.map(lineOf).join("\n"));
    if (all.some(({ state }) => state === "to be set"))
      terminal2.note("Nothing was changed. To set it: daypass federate --yes");
    return exit;
  }
};
export {
  federate
};
