import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  looksAtTags
} from "./chunk-UJ3HXRAY.js";
import {
  approversOf,
  membersOf
} from "./chunk-ONGHTM6G.js";
import {
  ENDS
} from "./chunk-RPDRASIN.js";
import {
  policyJson,
  targetsByName
} from "./chunk-RYEE6VUW.js";
import {
  canonicalJson,
  digest,
  writeDuration,
  writeInstant
} from "./chunk-66F3A4I2.js";

// src/core/plan/plan.ts
var RANK = { takes: 0, prepares: 1, gives: 2 };
var inOrder = (steps) => [...steps].sort(
  (a, b) => RANK[a.effect] - RANK[b.effect] || (a.holding < b.holding ? -1 : a.holding > b.holding ? 1 : 0)
);
var digestOf = (steps) => digest(
  canonicalJson(
    steps.map(({ id, effect, notAfter, calls }) => ({
      id,
      effect,
      notAfter,
      calls: calls.map((call) => ({ ...call }))
    }))
  )
);
var sorted = (blocked) => {
  const byText = new Map(blocked.map((one) => [`${one.grants.join(" ")} ${one.because}`, one]));
  return [...byText].sort(([a], [b]) => a < b ? -1 : 1).map(([, one]) => one);
};
var makePlan = (parts) => {
  const steps = inOrder(parts.steps);
  return { ...parts, steps, blocked: sorted(parts.blocked), digest: digestOf(steps) };
};
var revokingOnly = (plan) => makePlan({
  ...plan,
  steps: plan.steps.filter((step) => step.do === "revoke" && step.effect === "takes"),
  unrecorded: []
});
var explainedOnly = (plan) => {
  const { steps } = revokingOnly(plan);
  return makePlan({ ...plan, unrecorded: [], spent: [], steps: steps.filter(({ because }) => because !== "stray") });
};
var endedOnly = (plan) => {
  const { steps } = revokingOnly(plan);
  const ended = steps.filter(({ until }) => until !== null && until <= plan.now);
  return makePlan({ ...plan, unrecorded: [], vanished: [], spent: [], steps: ended });
};

// src/core/report/story-of-request.ts
var exactly = (permissions) => {
  switch (permissions.form) {
    case "statements":
      return JSON.stringify(policyJson(permissions.document), null, 2).split("\n");
    case "policy":
      return [permissions.policy.value];
    case "narrowed":
      return [`${permissions.policy.value} cut down to`, ...permissions.to.map(({ arn }) => arn)];
    case "existing":
      return [permissions.thing.value];
  }
};
function itemStory({ item, routing }, settings) {
  const account = targetsByName(settings).get(item.target);
  return {
    says: item.entitlement.says,
    target: item.target,
    account: account?.id ?? "unknown account",
    bundle: item.bundle,
    // What is not known yet is told as the graver case: nobody should wave it through.
    risk: routing.risk === "unknown" ? "high" : routing.risk,
    escalating: routing.escalating.map((one) => one.because),
    ends: ENDS[routing.lapse ?? "never"],
    exact: exactly(item.entitlement.permissions),
    leftOut: routing.leftOut
  };
}
function namesOf({ people, approved }, rule, settings, person) {
  const [who] = rule.ways.flatMap((way) => way.is === "approvedBy" ? [way.who] : []).map((one) => ({ who: one, may: new Set(approversOf(one, settings, person)) })).filter(({ may }) => [...people, ...approved].every((one) => may.has(one))).toSorted((a, b) => a.may.size - b.may.size).map((one) => one.who);
  if (who?.is !== "some") return [];
  return [
    ...who.groups.map((group) => group.value),
    ...who.people.map((one) => one.value),
    ...who.manager ? ["the manager"] : []
  ];
}
function missingStory(missing, settings, { items }) {
  const rule = settings.rules.find((one) => one.name === missing.rule);
  const names = rule === void 0 ? [] : items.slice(0, 1).flatMap(({ item }) => namesOf(missing, rule, settings, item.person));
  return {
    approvals: missing.more,
    of: names.length === 0 ? missing.people.join(", ") : names.join(" or "),
    people: missing.people,
    rule: missing.rule,
    at: rule?.at ?? null
  };
}
function glassOf({ decision }) {
  if (decision.is !== "allowed" || decision.afterwards === null) return null;
  const { by, within } = decision.afterwards;
  return `Nobody approves this beforehand: ${by.join(", ")} must review it within ${writeDuration(within)}. An approval before the merge makes that needless.`;
}
function waysByItem(decision, settings, judgement) {
  const items = /* @__PURE__ */ new Map();
  for (const missing of decision.missing)
    for (const item of missing.items) items.set(item, [...items.get(item) ?? [], missing]);
  const groups = new Map(
    [...items.values()].map((ways) => [ways.map((way) => decision.missing.indexOf(way)).join(), ways])
  );
  return [...groups.values()].map((ways) => ways.map((way) => missingStory(way, settings, judgement)));
}
function decisionStory(judgement, settings, waitsUntil) {
  const { decision } = judgement;
  if (judgement.undecided)
    return {
      is: "undecided",
      because: "what a policy contains and how a resource is tagged is only known after the merge"
    };
  if (decision.is === "refused")
    return {
      is: "refused",
      objections: decision.reasons.map((reason) => ({
        says: reason.sentence,
        cure: judgement.problems.find((problem) => problem.because === reason.sentence)?.cure ?? "",
        rule: null,
        at: reason.at
      }))
    };
  if (decision.is === "waiting")
    return { is: "waiting", missing: waysByItem(decision, settings, judgement), until: waitsUntil };
  const rule = settings.rules.find((one) => one.name === decision.rule);
  return { is: "allowed", approvers: decision.approvers, rule: decision.rule, at: rule?.at ?? null };
}
function whenStory(telling) {
  const { request, window, landedAt } = telling;
  if (landedAt !== null || request.when.is === "until") return { is: "window", ...window };
  const from = request.when.is === "duration" ? request.when.from : null;
  return { is: "after merge", seconds: window.until - window.from, from };
}
function emergencyOf({ request, judgement, tentative, settings, requester }) {
  const { decision, items } = tentative ?? judgement;
  const person = request.for.value;
  if (decision.is !== "waiting" || requester !== person) return null;
  const may = ({ routing, decision: one }) => one.is === "allowed" || routing.ways.some(({ way }) => way.is === "breakGlass" && membersOf(way.who, settings).has(person));
  return items.every(may) ? "In an emergency that cannot wait, add the line `breakGlass: true` to the file: it is then given at once, told loudly, and reviewed afterwards." : null;
}
var holdsPolicies = ({ items }) => items.some(({ item }) => ["policy", "narrowed"].includes(item.entitlement.permissions.form));
var hangsOnTags = ({ items }, settings) => looksAtTags(settings) && items.some(({ item }) => item.entitlement.thing !== void 0);
function providedIn({ tentative, textsAsOf, judgement, settings }) {
  const facts = [
    ...holdsPolicies(judgement) ? ["what the policies contain"] : [],
    ...hangsOnTags(judgement, settings) ? ["how the resources are tagged"] : []
  ].join(" and ");
  const what = `${facts.slice(0, 1).toUpperCase()}${facts.slice(1)}`;
  if (tentative !== null)
    return `${what} is looked at after the merge; if that is more than the rules allow, nothing is given.`;
  return textsAsOf === null || facts === "" ? null : `${what} is as the inventory of ${writeInstant(textsAsOf)} has it. It is looked at again after the merge; if that is then more than the rules allow, nothing is given.`;
}
var requestStory = (telling) => ({
  id: telling.request.id,
  path: telling.request.path,
  person: telling.request.for.value,
  requester: telling.requester,
  reason: telling.request.reason?.value ?? null,
  ticket: telling.request.ticket?.value ?? null,
  window: whenStory(telling),
  items: telling.judgement.items.map((item) => itemStory(item, telling.settings)),
  decision: decisionStory(telling.tentative ?? telling.judgement, telling.settings, telling.waitsUntil),
  breakGlass: glassOf(telling.tentative ?? telling.judgement),
  emergency: emergencyOf(telling),
  provided: providedIn(telling),
  state: telling.state,
  reach: telling.reach
});

export {
  inOrder,
  makePlan,
  revokingOnly,
  explainedOnly,
  endedOnly,
  decisionStory,
  requestStory
};
