import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  endedOnly,
  explainedOnly,
  makePlan,
  openAws,
  renderComment,
  requestStory,
  revokingOnly
} from "./chunk-67MBVKDL.js";
import {
  headlineOf,
  readDocuments,
  renderJson
} from "./chunk-VLJ45CM5.js";
import {
  gitLedger,
  githubFrom,
  historyOf,
  inWorkspace,
  openSource,
  proveVersions,
  remoteOf,
  settingsReader,
  witnessOf
} from "./chunk-26CAH4LN.js";
import {
  accountsByName,
  carriedBy,
  everyVersion,
  filesAt,
  itemsOf,
  judgeRequest,
  routeItem,
  settingsLandings,
  versionsOf,
  windowOf
} from "./chunk-M6L74HX7.js";
import {
  loadKnowledge,
  terminal
} from "./chunk-JX7IDBJN.js";
import {
  DOES,
  ENDS,
  KINDS,
  MINUTE,
  MODE_NAMES,
  REFUSED,
  becauseOf,
  day,
  fatesOf,
  hasEnded,
  instantOf,
  isRequestPath,
  isSettling,
  isStanding,
  known,
  later,
  modesOf,
  naming,
  needKey,
  resolve,
  settlementOf,
  severityOf,
  standingHoldings,
  unknown,
  whyNot,
  writeEdgeError,
  writeInstant
} from "./chunk-53WH4NYR.js";
import {
  EXIT
} from "./chunk-3LZXKVQR.js";

// src/entry/run-job.ts
import { join } from "node:path";

// src/core/plan/desire.ts
var SHORTEST = 5 * MINUTE;
var LIVE = { is: "live" };
var refused = (says) => ({ is: "over", because: "refused", says });
function fateOf({ now, settlement, verdicts, refusedBefore }, { grant, over }) {
  if (hasEnded(grant, now)) return { is: "over", because: "expired", says: `ended ${writeInstant(grant.until)}` };
  const verdict = verdicts.get(grant.version);
  if (verdict?.is === "refused") return refused(verdict.says);
  const before = verdict === void 0 ? refusedBefore.get(grant.version) : void 0;
  if (before !== void 0) return refused(before.says);
  if (over !== null) return over;
  if (now < grant.from) return { is: "not-yet", from: grant.from };
  if (later(now, SHORTEST) > grant.until && !isStanding(settlement, grant))
    return { is: "dead", says: `less than ${SHORTEST / MINUTE} minutes are left until ${writeInstant(grant.until)}` };
  return LIVE;
}
function possibleUnder({ settlement }, asked) {
  const given = new Set(asked.filter(({ grant }) => settlement(grant).is !== "new").map(({ grant }) => grant.version));
  return asked.filter(({ whole, bundle, grant }) => {
    if (bundle === "added" && given.has(grant.version)) return false;
    return whole && bundle !== "kept" || isStanding(settlement, grant);
  });
}
function desire({ asked, blocked }, desiring2) {
  const possible = possibleUnder(desiring2, asked);
  return { wishes: possible.map((one) => ({ grant: one.grant, fate: fateOf(desiring2, one) })), blocked };
}
var liveGrants = (desired) => desired.wishes.flatMap((wish) => wish.fate.is === "live" ? [wish.grant] : []);

// src/core/plan/verdicts.ts
var NOTHING_ASKED = /* @__PURE__ */ new Map();
var isProved = (verdicts, version) => verdicts.get(version)?.is === "proved";

// src/core/plan/permit.ts
var NO_RECORD = "the record could not be read, so nothing is given";
var NO_SETTINGS = "the settings at the head are broken, so nothing is given";
var shutOut = (versions, because) => new Map([...versions].map((version) => [version, { is: "unknown", because }]));
function stopped(step, verdicts, now) {
  if (step.notAfter !== null && step.notAfter <= now)
    return { because: `it was not granted before ${writeInstant(step.notAfter)}`, cure: "ask again with a new request" };
  for (const { version } of step.holders) {
    if (isProved(verdicts, version)) continue;
    const verdict = verdicts.get(version);
    const because = verdict?.is === "unknown" ? verdict.because : verdict?.is === "refused" ? verdict.says : "its proof was not asked for in this run";
    return { because: `not proved: ${because}`, cure: "the next run tries again" };
  }
  return null;
}
function permit(plan, verdicts) {
  const blocked = [];
  const allowed = plan.steps.filter((step) => {
    if (step.effect === "takes") return true;
    const why = stopped(step, verdicts, plan.now);
    if (why !== null) blocked.push({ grants: step.holders.map((holder) => holder.grant), ...why });
    return why === null;
  });
  const unrecorded = plan.unrecorded.filter(
    (one) => stopped({ holders: one.holders, notAfter: null }, verdicts, plan.now) === null
  );
  return makePlan({ ...plan, steps: allowed, unrecorded, blocked: [...plan.blocked, ...blocked] });
}

// src/core/plan/withheld.ts
var withholding = ({ settlement, verdicts, stuck, now }) => (grant) => {
  const settled = settlement(grant).is;
  if (settled === "standing" || settled === "undone") return null;
  if (settled === "new" && grant.claimUntil <= now)
    return {
      is: "late",
      because: `it was not granted before ${writeInstant(grant.claimUntil)}`,
      cure: "ask again with a new request",
      told: true
    };
  if (stuck.has(grant.version))
    return { is: "file", because: "another item of its request cannot be given", cure: "see there", told: true };
  const verdict = verdicts?.get(grant.version);
  if (verdicts === null || verdict?.is === "proved") return null;
  return {
    is: "unproved",
    because: `not proved: ${verdict?.is === "unknown" ? verdict.because : "nothing was asked for it"}`,
    cure: "the next run tries again",
    told: verdict !== void 0
  };
};

// src/core/plan/drafting.ts
function commonOf(drawing, looked, desired) {
  const settlement = settlementOf(drawing.ledger);
  const live = liveGrants(desired);
  const recorded = standingHoldings(drawing.ledger);
  const closing = new Set((drawing.settings.aws?.accounts ?? []).filter((one) => one.closing).map((one) => one.name));
  const { everyVersion: everyVersion2, now } = drawing;
  const fateOf2 = fatesOf(desired);
  return {
    drawing,
    settlement,
    recorded,
    fateOf: fateOf2,
    believes: naming(everyVersion2),
    whyNot: whyNot({ desired, fateOf: fateOf2, everyVersion: everyVersion2, recorded, closing, now }),
    resolving: drawing.modes.flatMap((mode) => {
      const seen = looked.seen.find((one) => one.mode === mode.mode);
      if (seen === void 0) return [];
      const mine = live.filter((grant) => grant.mode === mode.mode);
      return [{ mode, seen, resolution: resolve(mine, mode.needs, seen.facts, settlement) }];
    })
  };
}
function draftModes(asked, withholds) {
  const withheld = [];
  const drafts = asked.resolving.map(({ seen, resolution }) => {
    const live = [];
    const unproved = [];
    const late = [];
    for (const one of resolution.resolved) {
      const why = withholds(one.grant);
      if (why === null) live.push(one);
      else {
        withheld.push({ grant: one.grant, why });
        if (why.is === "late") late.push(one);
        else unproved.push(one);
      }
    }
    return seen.draft({
      live,
      withheld: { unproved, late },
      unsure: resolution.unknown,
      settlement: asked.settlement,
      recorded: new Set(asked.recorded.keys()),
      whyNot: asked.whyNot,
      believes: asked.believes
    });
  });
  return { drafts, withheld, blocked: drafts.flatMap((one) => one.blocked) };
}
function waitingFor({ drafts }, verdicts, now) {
  return drafts.flatMap((one) => one.steps).filter((step) => step.effect !== "takes").flatMap((step) => {
    const why = stopped(step, verdicts, now);
    return why === null ? [] : [{ grants: step.holders.map((holder) => holder.grant), ...why }];
  });
}
function draftFiles(asked, verdicts) {
  const { settlement, drawing } = asked;
  const all = asked.resolving.flatMap(({ resolution }) => resolution.asked);
  const unknown2 = new Set(asked.resolving.flatMap(({ resolution }) => resolution.unknown.map((grant) => grant.key)));
  const grants = new Map(all.filter((grant) => !unknown2.has(grant.key)).map((grant) => [grant.key, grant]));
  const standing2 = new Set(all.filter((grant) => isStanding(settlement, grant)).map((grant) => grant.key));
  const stuck = /* @__PURE__ */ new Set();
  const stick = (blocked) => {
    const before = stuck.size;
    for (const grant of blocked.flatMap((one) => one.grants.flatMap((key) => grants.get(key) ?? [])))
      if (!standing2.has(grant.key)) stuck.add(grant.version);
    return stuck.size > before;
  };
  stick(asked.resolving.flatMap(({ resolution }) => resolution.blocked));
  const earlier = [];
  for (; ; ) {
    const drafted = draftModes(asked, withholding({ settlement, verdicts, stuck, now: drawing.now }));
    const blocked = [...drafted.blocked, ...verdicts === null ? [] : waitingFor(drafted, verdicts, drawing.now)];
    if (!stick(blocked)) {
      const unclear = drafted.drafts.flatMap((one) => one.unclear);
      return { ...drafted, blocked: [...earlier, ...drafted.blocked, ...unclear] };
    }
    for (const one of blocked) {
      const left = one.grants.filter((key) => !standing2.has(key));
      earlier.push({ ...one, grants: left });
    }
  }
}

// src/core/plan/asked.ts
function stopped2({ held, denied }) {
  if (held !== null) return { is: "over", because: "held", says: `held: ${held.because}` };
  if (denied !== null) return { is: "over", because: "denied", says: `rule ${denied.rule}: ${denied.sentence}` };
  return null;
}
function overIn({ settings, head, deciding }, item, routing) {
  const over = (settings === head ? null : stopped2(routeItem(item, head, deciding))) ?? stopped2(routing);
  if (over !== null || accountsByName(settings).get(item.target)?.closing !== true) return over;
  return { is: "over", because: "closing", says: `${item.target} is closing` };
}
function bundledItems(items, { request, bundles }, settings) {
  if (bundles === void 0) return items.map((item) => ({ item, bundle: "same" }));
  const before = itemsOf(request, { ...settings, bundles }).items;
  const [now, then] = [items, before].map((some) => new Set(some.map((item) => item.key)));
  return [
    ...items.map((item) => ({ item, bundle: then?.has(item.key) === true ? "same" : "added" })),
    ...before.filter((item) => now?.has(item.key) !== true).map((item) => ({ item, bundle: "kept" }))
  ];
}
function grantsOf(asking, standing2) {
  const { settings, deciding } = asking;
  const { request, version, bundles } = standing2;
  const window = windowOf(request, bundles === void 0 ? settings : { ...settings, bundles }, version.landedAt);
  const { items, problems } = itemsOf(request, settings);
  const grants = items.map((item) => item.key);
  const blocked = problems.map(({ because, cure, at }) => ({ grants, because, cure, at }));
  if (window === null) {
    const endless = {
      grants,
      because: `${request.path} says no end`,
      cure: "write `duration` or `until` in a new request",
      at: request.at
    };
    return { asked: [], blocked: [...blocked, endless] };
  }
  const claimFrom = request.when.is !== "default" && request.when.from !== null ? request.when.from : version.landedAt;
  const asked = bundledItems(items, standing2, settings).flatMap(({ item, bundle }) => {
    const person = settings.people.get(item.person);
    const account = accountsByName(settings).get(item.target);
    if (person === void 0 || account === void 0) return [];
    const routing = routeItem(item, settings, deciding);
    const grant = {
      key: item.key,
      version: version.id,
      item,
      email: person.email,
      account: account.id,
      mode: account.mode,
      from: window.from,
      until: window.until,
      claimUntil: later(claimFrom, settings.limits.claimWithin),
      directAttachment: routing.directAttachment
    };
    return [{ grant, over: overIn(asking, item, routing), whole: problems.length === 0, bundle }];
  });
  return { asked, blocked: hasEnded(window, asking.now) ? [] : blocked };
}
function askedFor(asking) {
  const read = asking.standing.map((standing2) => grantsOf(asking, standing2));
  const asked = read.flatMap((one) => one.asked);
  asked.sort(({ grant: a }, { grant: b }) => a.key < b.key ? -1 : a.key > b.key ? 1 : a.version < b.version ? -1 : 1);
  return { asked, blocked: read.flatMap((one) => one.blocked) };
}
function knowing(before, asking) {
  if (asking.deciding.documents.size === 0) return before;
  const asked = before.asked.map((one) => {
    const { item } = one.grant;
    const { form } = item.entitlement.permissions;
    if (form !== "policy" && form !== "narrowed") return one;
    const routing = routeItem(item, asking.settings, asking.deciding);
    const grant = { ...one.grant, directAttachment: routing.directAttachment };
    return { ...one, grant, over: overIn(asking, item, routing) };
  });
  return { ...before, asked };
}

// src/core/plan/look.ts
var desiring = ({ ledger, now }, verdicts) => ({
  settlement: settlementOf(ledger),
  verdicts,
  refusedBefore: ledger?.refused ?? /* @__PURE__ */ new Map(),
  now
});
var NO_DOCUMENTS = /* @__PURE__ */ new Map();
var carriesOf = (modes) => new Map(modes.map((mode) => [mode.mode, mode.carries]));
async function look(asked, verdicts) {
  const blind = { knowledge: asked.knowledge, carries: carriesOf(asked.modes), documents: NO_DOCUMENTS };
  const asking = askedFor({ ...asked, deciding: blind });
  const live = liveGrants(desire(asking, desiring(asked, verdicts)));
  const recorded = new Set(standingHoldings(asked.ledger).keys());
  const seen = await Promise.all(
    asked.modes.map((mode) => {
      const needs = new Map(
        live.filter((grant) => grant.mode === mode.mode).flatMap(mode.needs).map((need) => [needKey(need), need])
      );
      return mode.look([...needs.values()], recorded);
    })
  );
  const documents = seen.flatMap((one) => [...one.facts.values()]).flatMap(
    (fact) => fact.is === "found" && fact.document !== void 0 ? [[`${fact.need.target} ${fact.need.name}`, fact.document]] : []
  );
  const deciding = { ...blind, documents: new Map(documents) };
  return { seen, deciding, askedFor: knowing(asking, { ...asked, deciding }) };
}

// src/core/plan/safeguards.ts
function limitStrays(steps, most) {
  const strays = /* @__PURE__ */ new Map();
  for (const step of steps) if (step.because === "stray") strays.set(step.target, (strays.get(step.target) ?? 0) + 1);
  const over = new Set([...strays].filter(([, count]) => count > most).map(([target]) => target));
  const blocked = [...over].sort().map(
    (target) => ({
      grants: [],
      because: `${strays.get(target)} things in ${target} carry our mark but no request explains them; at most ${most} are removed in one run`,
      cure: "look at them; when they may go, raise limits.strays in daypass.yaml"
    })
  );
  return { steps: steps.filter((step) => step.because !== "stray" || !over.has(step.target)), blocked };
}

// src/core/plan/draft.ts
var unreadIn = ({ mode, seen }) => mode.scopes.flatMap(({ scope, target }) => {
  const answer = seen.scopes.get(scope);
  if (answer?.is === "known") return [];
  const because = answer?.because ?? {
    kind: "garbage",
    call: `reading ${target}`,
    said: "nothing was read"
  };
  return [{ scope, target, mode: mode.mode, because }];
});
var targetsRead = ({ mode, seen }) => {
  const dark = new Set(
    mode.scopes.filter(({ scope }) => seen.scopes.get(scope)?.is !== "known").map(({ target }) => target)
  );
  return new Set(mode.scopes.map(({ target }) => target).filter((target) => !dark.has(target)));
};
function vanishedFrom(asked, one) {
  const read = targetsRead(one);
  return [...asked.recorded.values()].flat().flatMap((granted) => {
    if (granted.mode !== one.mode.mode || !read.has(granted.target) || one.seen.present.has(granted.holding)) return [];
    const fate = asked.fateOf(granted);
    if (fate?.is === "live") return [];
    const because = becauseOf(fate);
    if (because === "expired" || because === "withdrawn") return [{ granted, because }];
    return isSettling(granted, asked.drawing.now) ? [] : [{ granted, because: "undone" }];
  });
}
function changedBefore(asked, steps) {
  return steps.flatMap((step) => {
    const given = step.do === "revoke" ? asked.recorded.get(step.holding) ?? [] : [];
    const changed = given.filter(
      (granted) => granted.content !== step.content && !isSettling(granted, asked.drawing.now)
    );
    return changed.flatMap((granted) => {
      const because = becauseOf(asked.fateOf(granted));
      return because === "expired" || because === "withdrawn" ? [] : [{ granted, because: "undone" }];
    });
  });
}
function beforeProof(asked, { withheld }) {
  const untold = new Set(withheld.flatMap(({ grant, why }) => why.told ? [] : [grant.key]));
  if (untold.size === 0) return [];
  const wanted = draftFiles(asked, null);
  return [...wanted.blocked, ...toldOf(wanted)].filter(({ grants }) => grants.some((grant) => untold.has(grant)));
}
function toldOf({ drafts, withheld, blocked }) {
  const explained = /* @__PURE__ */ new Set([
    ...drafts.flatMap((one) => one.unrecorded.flatMap(({ holders }) => holders.map(({ grant }) => grant))),
    ...drafts.flatMap((one) => one.drift.flatMap(({ is, grants }) => is === "had-before" ? grants : [])),
    ...blocked.flatMap(({ grants }) => grants)
  ]);
  return withheld.flatMap(
    ({ grant, why: { told, because, cure } }) => told && !explained.has(grant.key) ? [{ grants: [grant.key], because, cure, at: grant.item.at }] : []
  );
}
var deadOf = (desired) => desired.wishes.flatMap(
  ({ grant, fate }) => fate.is === "dead" ? [{ grants: [grant.key], because: fate.says, cure: "ask again with a new request", at: grant.item.at }] : []
);
function draftPlan(asked, looked, verdicts) {
  const desired = desire(looked.askedFor, desiring(asked, verdicts));
  const common = commonOf(asked, looked, desired);
  const drafted = draftFiles(common, verdicts);
  const { drafts } = drafted;
  const limited = limitStrays(
    drafts.flatMap((one) => one.steps),
    asked.settings.limits.strays
  );
  return makePlan({
    basis: "live",
    head: asked.commit,
    now: asked.now,
    wishes: desired.wishes,
    steps: limited.steps,
    unrecorded: drafts.flatMap((one) => one.unrecorded),
    vanished: [
      ...common.resolving.flatMap((one) => vanishedFrom(common, one)),
      ...changedBefore(common, limited.steps),
      ...drafts.flatMap((one) => one.undone.map((granted) => ({ granted, because: "undone" })))
    ],
    blocked: [
      ...desired.blocked,
      ...deadOf(desired),
      ...common.resolving.flatMap(({ resolution }) => resolution.blocked),
      ...drafted.blocked,
      ...toldOf(drafted),
      ...beforeProof(common, drafted),
      ...limited.blocked
    ],
    drift: drafts.flatMap((one) => one.drift),
    unread: common.resolving.flatMap(unreadIn)
  });
}
function versionsToProve(asked, looked) {
  const desired = desire(looked.askedFor, desiring(asked, NOTHING_ASKED));
  const settlement = settlementOf(asked.ledger);
  if (liveGrants(desired).every((grant) => isStanding(settlement, grant))) return /* @__PURE__ */ new Set();
  const common = commonOf(asked, looked, desired);
  const versions = /* @__PURE__ */ new Set();
  for (const { steps, unrecorded } of draftFiles(common, null).drafts) {
    for (const { effect, holders } of steps)
      for (const { grant: key, version } of holders)
        if (effect !== "takes" || !isStanding(common.settlement, { key, version })) versions.add(version);
    for (const { version } of unrecorded.flatMap((one) => one.holders)) versions.add(version);
  }
  return versions;
}

// src/core/plan/entries.ts
function verdictEntries(asked) {
  const used = new Set(
    [...asked.plan.steps, ...asked.plan.unrecorded].flatMap((one) => one.holders.map((holder) => holder.version))
  );
  return [...asked.verdicts].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([id, verdict]) => {
    const version = asked.versions.get(id);
    if (version === void 0) return [];
    const about = { version: id, request: version.request };
    if (verdict.is === "refused")
      return asked.ledger.refused.has(id) ? [] : [{ is: "refused", ...about, because: verdict.because, says: verdict.says }];
    if (verdict.is !== "proved" || !used.has(id)) return [];
    const { pull, reviews, way, rule, settingsAtLanding, settingsNow } = verdict.proof;
    return [
      {
        is: "proved",
        ...about,
        blob: version.blob,
        landing: version.landing,
        pull,
        reviews: reviews.map((review) => review.id),
        way,
        rule,
        settingsAtLanding,
        settingsNow
      }
    ];
  });
}
var goneEntries = ({ plan }) => plan.vanished.map(({ granted, because }) => ({
  is: "ended",
  because,
  versions: [granted.version],
  until: granted.until,
  confirmed: plan.now,
  holding: granted.holding,
  mode: granted.mode,
  target: granted.target,
  account: granted.account
}));
function entriesBefore(asked) {
  const { plan } = asked;
  const verdicts = verdictEntries(asked);
  if (plan.steps.length + plan.unrecorded.length + plan.vanished.length + verdicts.length === 0) return [];
  return [{ is: "opened", head: plan.head, plan: plan.digest, job: asked.job }, ...verdicts, ...goneEntries(asked)];
}
var standing = /* @__PURE__ */ new WeakMap();
function standingIn(ledger) {
  const there = standing.get(ledger) ?? standingHoldings(ledger);
  standing.set(ledger, there);
  return there;
}
function accountOf({ ledger, accounts }, holding, target) {
  const recorded = standingIn(ledger).get(holding)?.[0]?.account;
  const open = [...ledger.openAccounts].find(([, name]) => name === target)?.[0];
  return recorded ?? accounts.get(target) ?? open ?? target;
}
var heldBy = ({ ledger }, holding) => [...new Set((standingIn(ledger).get(holding) ?? []).map(({ version }) => version))].sort();
var mayBeRecorded = ({ ledger, verdicts }, { grant, version }) => isProved(verdicts, version) || isStanding(settlementOf(ledger), { key: grant, version });
function stepEntry(asked, step, outcome) {
  const about = {
    holding: step.holding,
    mode: step.mode,
    target: step.target,
    account: accountOf(asked, step.holding, step.target)
  };
  if (outcome.is === "skipped") return [];
  if (outcome.is === "failed")
    return [{ is: "failed", does: step.effect, says: `${outcome.error.call}: ${outcome.error.said}`, ...about }];
  if (step.do === "revoke") {
    const because = step.because === "asked" || step.because === "renewed" || step.because === "drift" ? "changed" : step.because;
    return [
      {
        is: "ended",
        because,
        versions: heldBy(asked, step.holding),
        until: step.until,
        confirmed: outcome.confirmed,
        ...about
      }
    ];
  }
  const grants = step.holders.filter((holder) => mayBeRecorded(asked, holder));
  if (step.until === null || step.identity === null || grants.length === 0) return [];
  return [
    {
      is: "granted",
      grants,
      identity: step.identity,
      content: step.content,
      until: step.until,
      confirmed: outcome.confirmed,
      ...about
    }
  ];
}
function entriesAfter(asked, outcomes, exit) {
  const byStep = new Map(outcomes.map((outcome) => [outcome.step, outcome]));
  const { plan } = asked;
  const made = plan.steps.flatMap((step) => {
    const outcome = byStep.get(step.id);
    return outcome === void 0 ? [] : stepEntry(asked, step, outcome);
  });
  const adopted = plan.unrecorded.map(
    (one) => ({
      is: "granted",
      grants: one.holders,
      identity: one.identity,
      content: one.content,
      until: one.until,
      confirmed: plan.now,
      holding: one.holding,
      mode: one.mode,
      target: one.target,
      account: accountOf(asked, one.holding, one.target)
    })
  );
  const count = (is) => outcomes.filter((outcome) => outcome.is === is).length;
  return [
    ...made,
    ...adopted,
    { is: "closed", exit, done: count("done"), failed: count("failed"), skipped: count("skipped") }
  ];
}

// src/core/plan/perform.ts
var LANES_AT_ONCE = 25;
var byLane = (steps) => {
  const lanes = /* @__PURE__ */ new Map();
  for (const step of steps) lanes.set(step.lane, [...lanes.get(step.lane) ?? [], step]);
  return [...lanes.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, lane]) => lane);
};
async function makeCalls(perform, step, clock) {
  let already = true;
  for (const [index, call] of step.calls.entries()) {
    if (call.effect === "gives" && step.notAfter !== null && clock() >= step.notAfter)
      return { step: step.id, is: "skipped", because: "too-late" };
    const outcome = await perform(call);
    if (outcome.is === "failed") return { step: step.id, is: "failed", call: index, error: outcome.error };
    if (outcome.is === "done") already = false;
  }
  return { step: step.id, is: "done", already, confirmed: clock() };
}
function notBegun(asked, step) {
  const now = asked.clock();
  if (now >= asked.stopAt) return { step: step.id, is: "skipped", because: "out-of-time" };
  if (step.effect === "takes") return null;
  if (!asked.opened) return { step: step.id, is: "skipped", because: "not-opened" };
  if (step.notAfter !== null && now >= step.notAfter) return { step: step.id, is: "skipped", because: "too-late" };
  return null;
}
async function performLane(asked, modes, lane) {
  const outcomes = [];
  for (const step of lane) {
    const mode = modes.get(step.mode);
    if (mode === void 0) throw new Error(`no mode ${step.mode} to perform ${step.id}`);
    const outcome = notBegun(asked, step) ?? await makeCalls((call) => mode.perform(call), step, asked.clock);
    asked.told(outcome, step);
    outcomes.push(outcome);
  }
  return outcomes;
}
async function performPlan(plan, asked) {
  const modes = new Map(asked.modes.map((mode) => [mode.mode, mode]));
  const waiting = [...byLane(plan.steps)];
  const outcomes = /* @__PURE__ */ new Map();
  const worker = async () => {
    for (let lane = waiting.shift(); lane !== void 0; lane = waiting.shift())
      for (const outcome of await performLane(asked, modes, lane)) outcomes.set(outcome.step, outcome);
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(LANES_AT_ONCE, waiting.length) }, worker));
  for (const one of workers) if (one.status === "rejected") throw one.reason;
  return plan.steps.flatMap((step) => outcomes.get(step.id) ?? []);
}

// src/flow.ts
var isLost = (ledger, plan) => ledger.state === "new" && plan.unrecorded.length > 0;
var alarmOf = (ledger, plan) => ledger.is === "unknown" ? [`The record could not be read, so nothing is given: ${writeEdgeError(ledger.because)}`] : isLost(ledger.value, plan) ? ["The record is lost: every holding is proved again."] : [];
var TAKING = { fresh: revokingOnly, given: explainedOnly, old: endedOnly };
async function draw(ports, reading, ledger) {
  const record = ledger.is === "known" ? ledger.value : null;
  const open = record?.openAccounts ?? /* @__PURE__ */ new Map();
  ports.stage("Looking at the targets");
  const modes = await ports.modes(reading.settings, open);
  const drawing = {
    ...reading,
    head: reading.settings,
    modes,
    knowledge: ports.knowledge,
    ledger: record,
    now: ports.clock()
  };
  const looked = await look(drawing, NOTHING_ASKED);
  const unproved = { verdicts: NOTHING_ASKED, deciding: looked.deciding, modes, alarms: [], reminders: [] };
  const drafted = (verdicts) => permit(draftPlan(drawing, looked, verdicts), verdicts);
  if (ports.job === "expire") return { ...unproved, plan: TAKING[ports.clone](drafted(NOTHING_ASKED)) };
  const versions = versionsToProve(drawing, looked);
  if (versions.size === 0) return { ...unproved, plan: drafted(NOTHING_ASKED) };
  const shut = record === null ? NO_RECORD : reading.valid ? null : NO_SETTINGS;
  if (shut !== null) return { ...unproved, plan: drafted(shutOut(versions, shut)) };
  ports.stage("Proving who approved what");
  const proved = await ports.prove(reading, looked.deciding, versions, drawing.now, record?.heads ?? /* @__PURE__ */ new Map());
  if (proved.settings === null || proved.settings === reading.settings)
    return { ...proved, deciding: looked.deciding, modes, plan: drafted(proved.verdicts) };
  ports.stage("Looking again under the settings in force");
  const again = { ...drawing, settings: proved.settings, modes: await ports.modes(proved.settings, open) };
  const second = await look(again, proved.verdicts);
  const plan = permit(draftPlan(again, second, proved.verdicts), proved.verdicts);
  return { ...proved, deciding: second.deciding, modes: again.modes, plan };
}
var refusedNow = (verdicts) => [...verdicts.values()].filter((verdict) => verdict.is === "refused").length;
var exitOf = (run) => run.outcomes.some((outcome) => outcome.is === "failed") ? 3 : run.plan.unread.length + run.alarms.length + run.plan.blocked.length + refusedNow(run.verdicts) > 0 ? 2 : run.reading.valid && !run.reading.findings.some((finding) => severityOf(finding) === "error") ? 0 : 1;
async function reconcile(ports) {
  ports.stage("Reading the repository");
  const read = await ports.read();
  if (read.is === "unknown") return read;
  const ledger = await ports.readLedger();
  const drawn = await draw(ports, read.value, ledger);
  const { plan } = drawn;
  const alarms = [...alarmOf(ledger, plan), ...drawn.alarms];
  const remembering = ledger.is === "unknown" ? null : {
    plan,
    verdicts: drawn.verdicts,
    versions: read.value.versions,
    ledger: ledger.value,
    job: ports.from === void 0 ? ports.job : `${ports.job} from a clone`,
    accounts: read.value.accounts
  };
  const before = remembering === null ? [] : entriesBefore(remembering);
  const opening = before.length === 0 ? null : await ports.remember(before);
  if (opening?.is === "unknown")
    alarms.push(`The record could not be opened, so nothing is given: ${writeEdgeError(opening.because)}`);
  const opened = opening?.is === "known";
  const performing = { modes: drawn.modes, clock: ports.clock, stopAt: ports.stopAt, opened, told: ports.told };
  const outcomes = await performPlan(plan, performing);
  const { verdicts, deciding, reminders } = drawn;
  const run = { reading: read.value, plan, verdicts, deciding, outcomes, alarms, reminders };
  if (remembering === null || !opened) return { is: "known", value: run };
  const closing = await ports.remember(entriesAfter(remembering, outcomes, exitOf(run)));
  const unclosed = closing.is === "unknown" ? [`The record could not be closed: ${writeEdgeError(closing.because)}`] : [];
  return { is: "known", value: { ...run, alarms: [...alarms, ...unclosed] } };
}

// src/core/report/story-of-run.ts
function stateOf(told, version, wishes) {
  const refused2 = wishes.some(({ fate }) => fate.is === "over" && fate.because === "refused");
  if (refused2) return "refused";
  if (wishes.some(({ fate }) => fate.is === "dead")) return "refused";
  if (wishes.every(({ fate }) => fate.is === "over")) return "ended";
  if (wishes.every(({ fate }) => fate.is === "not-yet")) return "allowed";
  const keys = new Set(wishes.map(({ grant }) => grant.key));
  const blocked = told.plan.blocked.some((one) => one.grants.some((grant) => keys.has(grant)));
  const steps = told.plan.steps.filter((step) => step.holders.some((holder) => holder.version === version));
  const done = told.outcomes.filter(
    (outcome) => outcome.is === "done" && steps.some((step) => step.id === outcome.step)
  );
  if (steps.length > 0 && done.length === steps.length) return blocked ? "partly ready" : "ready";
  if (done.length > 0) return "partly ready";
  if (blocked) return "blocked";
  return steps.length > 0 ? "granting" : "ready";
}
function waitsOrStopped(told, { grant, fate }) {
  const nothing = fate.is === "not-yet" || fate.is === "dead" || fate.is === "over" && NOT_ALLOWED.has(fate.because);
  if (!nothing) return false;
  const landed = told.standing.find(({ version }) => version.id === grant.version)?.version.landedAt;
  return landed !== void 0 && told.plan.now < later(landed, told.settings.limits.claimWithin);
}
var NOT_ALLOWED = /* @__PURE__ */ new Set(["held", "denied", "closing"]);
function touched(told) {
  const blocked = new Set(told.plan.blocked.flatMap((one) => one.grants));
  return /* @__PURE__ */ new Set([
    ...told.plan.steps.flatMap((step) => step.holders.map((holder) => holder.version)),
    ...told.plan.unrecorded.flatMap((one) => one.holders.map((holder) => holder.version)),
    ...told.plan.wishes.filter(({ grant }) => blocked.has(grant.key)).map(({ grant }) => grant.version),
    ...told.plan.wishes.filter((wish) => waitsOrStopped(told, wish)).map(({ grant }) => grant.version),
    ...[...told.verdicts].filter(([, verdict]) => verdict.is !== "proved").map(([version]) => version)
  ]);
}
var UNASKED = {
  stands: { is: "settled", says: "Proved when it was given; nothing new to approve" },
  blocked: { is: "undecided", because: "nothing of it can be given in this run, so nobody was asked who approved it" }
};
function unaskedDecision(state, wishes) {
  const stopped3 = wishes.flatMap(
    ({ fate }) => fate.is === "dead" || fate.is === "over" && NOT_ALLOWED.has(fate.because) ? [fate.says] : []
  );
  if (stopped3.length > 0)
    return {
      is: "refused",
      objections: [...new Set(stopped3)].map((says) => ({ says, cure: "", rule: null, at: null }))
    };
  const begins = wishes.flatMap(({ fate }) => fate.is === "not-yet" ? [fate.from] : [])[0];
  if (begins !== void 0)
    return { is: "undecided", because: `it begins at ${day(begins)}, and who approved it is proved then` };
  return UNASKED[state === "blocked" ? "blocked" : "stands"];
}
function storyOf(told, { request, version }, wishes) {
  const { settings } = told;
  const window = windowOf(request, settings, version.landedAt);
  if (window === null) return [];
  const verdict = told.verdicts.get(version.id);
  const person = request.for.value;
  const judgement = judgeRequest({ ...told.deciding, request, settings, window, author: person, opinions: [] });
  const reach = told.plan.steps.filter((step) => step.holders.some((holder) => holder.version === version.id)).flatMap((step) => step.reach);
  const story = requestStory({
    request,
    judgement,
    tentative: null,
    settings,
    window,
    landedAt: version.landedAt,
    waitsUntil: null,
    requester: null,
    state: stateOf(told, version.id, wishes),
    reach: [...new Set(reach)]
  });
  if (verdict?.is === "refused")
    return [
      {
        ...story,
        decision: {
          is: "refused",
          objections: [{ says: verdict.says, cure: REFUSED[verdict.because].cure, rule: null, at: null }]
        }
      }
    ];
  if (verdict?.is === "unknown") return [{ ...story, decision: { is: "undecided", because: verdict.because } }];
  if (verdict?.is !== "proved") return [{ ...story, breakGlass: null, decision: unaskedDecision(story.state, wishes) }];
  const reviewers = verdict.proof.reviews.map(
    (review) => [...settings.people.values()].find((one) => one.githubId === review.author)?.handle ?? String(review.author)
  );
  return [
    {
      ...story,
      breakGlass: verdict.proof.way === "breakGlass" ? story.breakGlass : null,
      decision: { is: "allowed", approvers: reviewers, rule: verdict.proof.rule, at: null }
    }
  ];
}
var liveOf = (told) => told.plan.wishes.filter(({ fate }) => fate.is === "live").map(({ grant }) => ({
  person: grant.item.person,
  target: grant.item.target,
  says: grant.item.entitlement.says,
  window: { from: grant.from, until: grant.until },
  ends: ENDS[told.deciding.carries.get(grant.mode)?.[carriedBy(grant.item.entitlement.permissions)] ?? "never"]
}));
function storyOfRun(told) {
  const wishes = /* @__PURE__ */ new Map();
  for (const wish of told.plan.wishes) wishes.set(wish.grant.version, [...wishes.get(wish.grant.version) ?? [], wish]);
  const versions = touched(told);
  const requests = told.standing.filter(({ version }) => versions.has(version.id)).flatMap((standing2) => storyOf(told, standing2, wishes.get(standing2.version.id) ?? []));
  const unread = told.plan.unread.map((one) => `${one.target} could not be read: ${writeEdgeError(one.because)}`);
  const story = {
    now: told.plan.now,
    basis: told.plan.basis === "live" ? { is: "live" } : { is: "git" },
    head: told.head,
    web: told.web,
    requests,
    steps: told.plan.steps,
    outcomes: told.outcomes,
    blocked: told.plan.blocked,
    findings: told.findings,
    alarms: [
      ...told.alarms,
      ...unread,
      ...told.plan.drift.filter((one) => one.is !== "had-before").map((one) => one.says)
    ],
    live: liveOf(told)
  };
  return { ...story, headline: headlineOf(story) };
}

// src/entry/report.ts
var storyOf2 = (run, web) => storyOfRun({
  plan: run.plan,
  verdicts: run.verdicts,
  outcomes: run.outcomes,
  alarms: [...run.alarms, ...run.reminders],
  findings: run.reading.findings,
  settings: run.reading.settings,
  standing: run.reading.standing,
  deciding: run.deciding,
  head: run.plan.head,
  web
});

// src/entry/wiring.ts
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

// src/core/plan/reading.ts
function oneForEachId(standing2) {
  const oldestFirst = standing2.toSorted(
    (a, b) => a.version.landedAt - b.version.landedAt || (a.version.path < b.version.path ? -1 : 1)
  );
  const first = /* @__PURE__ */ new Map();
  for (const one of oldestFirst) if (!first.has(one.request.id)) first.set(one.request.id, one);
  return standing2.filter((one) => first.get(one.request.id) === one);
}
function changedSince({ history, directory }, landing) {
  const path = directory === "" ? "bundles.yaml" : `${directory}/bundles.yaml`;
  for (const one of history.landings) {
    if (one.commit === landing) return false;
    if (one.changes.some((change) => change.path === path)) return true;
  }
  return false;
}
async function withBundles(asked, settings, standing2) {
  const { request, version } = standing2;
  const newest = asked.history.landings[0]?.at ?? version.landedAt;
  const over = later(version.landedAt, settings.limits.maxDuration) < newest && request.when.is === "default";
  if (over || !request.lines.some((line) => line.asked.is === "bundle") || !changedSince(asked, version.landing))
    return standing2;
  const then = await asked.settingsAt(version.landing);
  return then === null ? standing2 : { ...standing2, bundles: then.bundles };
}
async function readingOf(asked) {
  const { directory, files, history } = asked;
  const documents = readDocuments(files, directory, asked.kinds, asked.modes);
  const settings = documents.settings ?? await asked.fallback();
  if (settings === null) return null;
  const readable = new Set(documents.requests.map((request) => request.path));
  const versions = versionsOf(
    history,
    files.filter((file) => isRequestPath(file.path, directory))
  );
  const standing2 = oneForEachId(
    documents.requests.flatMap((request) => {
      const version = versions.get(request.path);
      return version === void 0 ? [] : [{ request, version }];
    })
  );
  return {
    commit: history.head,
    history,
    settings,
    valid: documents.settings !== null,
    standing: await Promise.all(standing2.map((one) => withBundles(asked, settings, one))),
    versions: new Map([...versions.values()].map((version) => [version.id, version])),
    everyVersion: everyVersion(history, directory),
    accounts: new Map((settings.aws?.accounts ?? []).map((account) => [account.name, account.id])),
    findings: documents.findings.filter((finding) => !readable.has(finding.at.file))
  };
}

// src/entry/wiring.ts
var nothingRead = (call) => unknown({ kind: "not-found", call, said: "no settings can be read anywhere on the default branch" });
async function newestReadable(history, directory, settingsAt, fits = () => true) {
  for (const landing of settingsLandings(history, directory)) {
    const settings = await settingsAt(landing.commit);
    if (settings.is === "known" && settings.value !== null && fits(settings.value)) return settings.value;
  }
  return null;
}
function accountsThatLeft(settings, open) {
  const there = new Set((settings.aws?.accounts ?? []).map((account) => account.id));
  return [...open].filter(([account]) => !there.has(account)).map(([account, target]) => ({ target, account }));
}
async function withoutCloud(settings, history, directory, settingsAt) {
  const before = await newestReadable(history, directory, settingsAt, (one) => one.aws !== null);
  return before?.aws == null ? settings : { ...settings, aws: { ...before.aws, accounts: [] } };
}
function openClock() {
  const started = performance.now();
  let offset = 0;
  const local = () => instantOf(Date.now() / 1e3);
  return {
    now: () => later(local(), offset),
    /** The world's time, as a server told it just now. */
    set: (at) => {
      offset = at - local();
    },
    offset: () => offset,
    ticks: () => performance.now() - started
  };
}
async function wire(wiring) {
  const { directory, environment, job, repository } = wiring;
  const clock = openClock();
  const knowledge = await loadKnowledge();
  const run = environment["GITHUB_RUN_ID"] ?? "local";
  const remote = remoteOf(wiring.source);
  const settingsAt = settingsReader(repository, directory);
  const ledger = remote === null ? null : gitLedger({ remote, branch: wiring.ledgerBranch, directory: wiring.ledgerDirectory });
  const client = githubFrom(environment, wiring.token);
  const opened = [];
  let past = null;
  const awsFor = (settings) => {
    if (settings.aws === null) return null;
    const aws = openAws({
      integration: settings.aws,
      installation: settings.installation,
      job,
      run,
      environment,
      setSecret: wiring.setSecret,
      pause: { sleep: (milliseconds) => sleep(milliseconds), random: () => randomInt(1e6) / 1e6 },
      ticks: clock.ticks
    });
    opened.push(aws);
    return aws;
  };
  const noLedger = unknown({
    kind: "not-found",
    call: "reading the record",
    said: "this clone names no GitHub repository"
  });
  const ports = {
    job,
    clone: wiring.clone,
    ...wiring.clone !== "fresh" ? { from: "clone" } : {},
    clock: clock.now,
    // By the world's clock, which is known only after the first answer of a server.
    get stopAt() {
      return later(clock.now(), wiring.budget - clock.ticks() / 1e3);
    },
    knowledge,
    told: wiring.told,
    stage: wiring.stage,
    async read() {
      const read = await historyOf(repository, directory);
      if (read.is === "unknown") return read;
      const files = await filesAt(repository, repository.head, directory);
      if (files.is === "unknown") return files;
      const fallback = () => newestReadable(read.value, directory, settingsAt);
      past = read.value;
      const reading = await readingOf({
        directory,
        files: files.value,
        history: read.value,
        kinds: KINDS,
        modes: MODE_NAMES,
        fallback,
        settingsAt: async (commit) => {
          const then = await settingsAt(commit);
          return then.is === "known" ? then.value : null;
        }
      });
      return reading === null ? nothingRead(`reading ${directory}`) : known(reading);
    },
    async readLedger() {
      if (ledger === null) return noLedger;
      const read = await ledger.read();
      return read.is === "unknown" ? read : known(read.value.ledger);
    },
    async remember(entries) {
      if (ledger === null) return noLedger;
      const written = await ledger.append(entries, clock.now(), run);
      return written.is === "unknown" ? written : known("written");
    },
    async modes(asked, open) {
      const settings = asked.aws === null && open.size > 0 && past !== null ? await withoutCloud(asked, past, directory, settingsAt) : asked;
      const aws = awsFor(settings);
      if (aws === null) return [];
      const time = await aws.serverTime();
      if (time.is === "known") clock.set(time.value);
      return modesOf({ settings, knowledge, edges: { aws }, left: accountsThatLeft(settings, open) });
    },
    async prove(reading, deciding, versions, now, heads) {
      const asked = {
        history: reading.history,
        directory,
        start: wiring.start,
        versions: reading.standing.filter(({ version }) => versions.has(version.id)),
        head: reading.valid ? reading.settings : null,
        deciding,
        heads,
        now
      };
      return proveVersions(asked, {
        evidence: witnessOf(environment, repository, wiring.token, client),
        settingsAt: async (commits) => new Map(await Promise.all(commits.map(async (commit) => [commit, await settingsAt(commit)])))
      });
    }
  };
  const calls = () => {
    const all = /* @__PURE__ */ new Map();
    for (const aws of opened) for (const [call, count] of aws.calls()) all.set(call, (all.get(call) ?? 0) + count);
    if (client !== null) all.set("GitHub", client.calls());
    return all;
  };
  return { ports, calls };
}

// src/entry/run-job.ts
var failedEnd = (says) => ({
  exit: EXIT.failed,
  story: null,
  markdown: `🔴 **Nothing was done.** ${says}
`,
  json: `${JSON.stringify({ exit: EXIT.failed, error: says })}
`,
  says
});
var runJob = (job) => inWorkspace(job.environment, (folder) => runIn(folder, job));
async function runIn(folder, job) {
  job.stage("Fetching the repository");
  const opened = await openSource(job.source, join(folder, "repository.git"));
  if (opened.is === "unknown") return failedEnd(`The repository could not be read: ${writeEdgeError(opened.because)}`);
  const { repository, clone, because } = opened.value;
  const { ports, calls } = await wire({ ...job, repository, clone, ledgerDirectory: join(folder, "ledger.git") });
  const answer = await reconcile(ports);
  if (answer.is === "unknown") return failedEnd(`The repository could not be read: ${writeEdgeError(answer.because)}`);
  const old = because === null ? [] : [
    `The repository could not be fetched, so an earlier clone was read and only what is past its end is taken: ${writeEdgeError(because)}`
  ];
  const run = { ...answer.value, alarms: [...old, ...answer.value.alarms] };
  const story = storyOf2(run, job.web);
  const made = [...calls()].sort(([a], [b]) => a < b ? -1 : 1).map(([call, count]) => `${call} ${count}`);
  return {
    exit: exitOf(run),
    story,
    markdown: renderComment(story),
    json: renderJson(story),
    says: `${story.headline.says} · calls: ${made.join(", ") || "none"}`
  };
}

// src/entry/step-line.ts
function stepLine(outcome, step) {
  const what = `${DOES[step.do]}: ${step.says}`;
  const line = outcome.is === "failed" ? `FAILED ${what}: ${outcome.error.said}` : outcome.is === "skipped" ? `left for later: ${what}` : `done   ${what}`;
  return terminal(line, 1e3);
}

export {
  failedEnd,
  runJob,
  stepLine
};
