import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  code,
  jsonText,
  linkTo,
  markdown,
  prose
} from "./chunk-WOTRZFHG.js";
import {
  FINDINGS,
  KINDS,
  definedBy,
  fileFinding,
  lookAlikes,
  readRequest,
  readSettings,
  severityOf,
  sortFindings,
  unknownName,
  unknownNames
} from "./chunk-UBK4ZB4J.js";
import {
  ENDS,
  MINUTE,
  STATES,
  day,
  several,
  writeDuration,
  writeInstant
} from "./chunk-UZ3LVNIX.js";
import {
  isHoldsPath,
  isRequestPath,
  isSettingsPath
} from "./chunk-KZKSKGXG.js";

// src/core/report/story.ts
function failedSteps(story) {
  const failed = /* @__PURE__ */ new Map();
  for (const outcome of story.outcomes) if (outcome.is === "failed") failed.set(outcome.step, outcome);
  const found = story.steps.flatMap((step) => {
    const outcome = failed.get(step.id);
    return outcome === void 0 ? [] : [{ step, outcome, took: step.do === "revoke" || step.effect === "takes" }];
  });
  return found.toSorted((a, b) => Number(b.took) - Number(a.took));
}
var inOrder = (requests) => requests.toSorted(
  (a, b) => STATES[b.state].urgency - STATES[a.state].urgency || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
);
var RISKS = { escalating: 2, high: 1, low: 0 };
var itemsInOrder = (items) => items.toSorted((a, b) => RISKS[b.risk] - RISKS[a.risk]);
var TONES = {
  blocked: "bad",
  refused: "bad",
  "partly ready": "bad",
  waiting: "waits",
  granting: "waits",
  asked: "waits",
  allowed: "good",
  ending: "waits",
  ready: "good",
  ended: "quiet"
};
function headlineOf(story) {
  const failed = failedSteps(story);
  const taking = failed.filter(({ took }) => took).length;
  if (taking > 0) return { tone: "bad", says: `${several(taking, "thing")} COULD NOT BE TAKEN AWAY` };
  if (failed.length > 0) return { tone: "bad", says: `${several(failed.length, "step")} failed` };
  const requests = inOrder(story.requests);
  const errors = story.findings.filter((finding2) => severityOf(finding2) === "error").length;
  const first = requests[0];
  if (first !== void 0) {
    const says = requests.length === 1 ? aboutOne(first) : aboutAll(requests);
    if (errors === 0) return { tone: TONES[first.state], says };
    return { tone: "bad", says: `${says}; ${several(errors, "error")} in the files` };
  }
  if (story.blocked.length > 0)
    return { tone: "bad", says: `${several(story.blocked.length, "thing")} cannot be given` };
  if (errors > 0) return { tone: "bad", says: `${several(errors, "error")} in the files` };
  if (story.alarms.length > 0) return { tone: "bad", says: "Something needs an owner" };
  return aboutSteps(story);
}
function aboutSteps({ steps, outcomes, findings }) {
  const skipped = outcomes.filter(({ is }) => is === "skipped").length;
  const done = outcomes.length - skipped;
  if (skipped > 0) return { tone: "waits", says: `${several(done, "step")} done, ${skipped} left for the next run` };
  if (done > 0) return { tone: "good", says: `${several(done, "step")} done` };
  if (steps.length > 0) return { tone: "good", says: `${several(steps.length, "step")} to do` };
  if (findings.length > 0) return { tone: "waits", says: `${several(findings.length, "finding")} in the files` };
  return { tone: "quiet", says: "Nothing to do" };
}
function aboutOne(request) {
  const { decision, state } = request;
  if (state === "waiting" && decision.is === "waiting") {
    const ways = decision.missing[0] ?? [];
    if (decision.missing.length !== 1 || ways.length === 0 || ways.length > 3) return "Waiting for approval";
    return `Waiting for ${ways.map((way) => `${several(way.approvals, "approval")} by ${way.of}`).join(", or ")}`;
  }
  const until = request.window.is === "window" ? ` until ${day(request.window.until)}` : "";
  if (state === "allowed")
    return `Allowed: ${request.person} gets this ${until === "" ? "when it is merged" : until.trim()}`;
  if (state === "ending") return `Ending soon: ${request.person} has access${until}`;
  if (state === "ready") return `Ready: ${request.person} has access${until}`;
  return STATES[state].word;
}
function aboutAll(requests) {
  const counts = /* @__PURE__ */ new Map();
  for (const { state } of requests) counts.set(state, (counts.get(state) ?? 0) + 1);
  return `${several(requests.length, "request")}: ${[...counts].map(([state, count]) => `${count} ${STATES[state].word.toLowerCase()}`).join(", ")}`;
}

// src/core/report/json.ts
var OUTPUT_VERSION = 1;
var orNull = (at) => at === null ? null : writeInstant(at);
var renderJson = (story) => jsonText(outputOf(story));
function outputOf(story) {
  const { basis, steps, outcomes } = story;
  return {
    daypass: OUTPUT_VERSION,
    headline: { tone: story.headline.tone, says: story.headline.says },
    now: writeInstant(story.now),
    head: story.head,
    basis: basis.is === "snapshot" ? { is: basis.is, asOf: writeInstant(basis.asOf) } : { is: basis.is },
    requests: inOrder(story.requests).map(requestOutput),
    steps: steps.map((step) => ({
      id: step.id,
      do: step.do,
      because: step.because,
      effect: step.effect,
      says: step.says,
      target: step.target,
      through: step.mode,
      holding: step.holding,
      holders: step.holders.map(({ grant, version }) => ({ grant, version })),
      until: orNull(step.until),
      notAfter: orNull(step.notAfter),
      ends: step.lapse === null ? null : ENDS[step.lapse],
      reach: step.reach,
      calls: step.calls.map(({ op, lane, effect, with: parameters }) => ({ op, lane, effect, with: parameters }))
    })),
    outcomes: outcomes.map((outcome) => {
      if (outcome.is === "done")
        return {
          step: outcome.step,
          is: outcome.is,
          already: outcome.already,
          confirmed: writeInstant(outcome.confirmed)
        };
      if (outcome.is === "skipped") return { step: outcome.step, is: outcome.is, because: outcome.because };
      const { kind, call, said } = outcome.error;
      return { step: outcome.step, is: outcome.is, call: outcome.call, error: { kind, call, said } };
    }),
    blocked: story.blocked.map(({ grants, because, cure, at }) => ({ grants, because, cure, at: at ?? null })),
    findings: sortFindings(story.findings).map((finding2) => ({
      code: finding2.code,
      severity: severityOf(finding2),
      title: FINDINGS[finding2.code].title,
      at: finding2.at,
      message: finding2.message,
      cure: finding2.cure
    })),
    alarms: story.alarms,
    lateness: story.lateness
  };
}
var requestOutput = (request) => ({
  id: request.id,
  path: request.path,
  state: request.state,
  person: request.person,
  requester: request.requester,
  reason: request.reason,
  ticket: request.ticket,
  window: windowOutput(request.window),
  items: request.items.map((item) => ({
    says: item.says,
    target: item.target,
    account: item.account,
    bundle: item.bundle,
    risk: item.risk,
    escalating: item.escalating,
    ends: item.ends,
    exact: item.exact
  })),
  decision: decisionOutput(request.decision),
  provided: request.provided,
  breakGlass: request.breakGlass,
  emergency: request.emergency,
  reach: request.reach
});
var windowOutput = (window) => window.is === "window" ? { is: window.is, from: writeInstant(window.from), until: writeInstant(window.until) } : { is: window.is, seconds: window.seconds, from: orNull(window.from) };
var decisionOutput = (decision) => decision.is === "waiting" ? { ...decision, until: orNull(decision.until) } : decision;

// src/core/documents/check-request.ts
var SHORTEST = 5 * MINUTE;
var finding = (code2, at, message, cure) => ({ code: code2, at, message, cure });
var mentionsOf = (request) => [
  { of: "person", name: request.for.value, at: request.for.at },
  ...request.lines.flatMap(({ targets, asked }) => [
    ...targets.map(({ value, at }) => ({ of: "account", name: value, at })),
    ...asked.is === "bundle" ? [{ of: "bundle", name: asked.bundle.value, at: asked.bundle.at }] : []
  ])
];
var bundleOf = ({ asked }, settings) => asked.is === "bundle" ? settings.bundles.get(asked.bundle.value) ?? null : null;
var entitlementsOf = (line, settings) => line.asked.is === "entitlement" ? [line.asked.entitlement] : bundleOf(line, settings)?.items ?? [];
function wantedBy(request, settings) {
  const { accounts } = definedBy(settings);
  return request.lines.flatMap(
    (line) => line.targets.flatMap((target) => {
      const account = accounts.get(target.value);
      if (account === void 0) return [];
      return entitlementsOf(line, settings).map((entitlement) => ({ target, account, entitlement, line }));
    })
  );
}
function itemFindings(wanted, settings, kinds) {
  const seen = /* @__PURE__ */ new Map();
  return wanted.flatMap(({ target, account, entitlement, line }) => {
    const key = `${account.name} ${entitlement.what}`;
    const other = seen.get(key);
    seen.set(key, other ?? target.at);
    const kind = kinds.table.find(({ kind: kind2 }) => kind2 === entitlement.kind);
    const at = line.asked.is === "bundle" ? line.asked.bundle.at : entitlement.at;
    const unfit = kind?.check(entitlement, { account, partition: settings.aws?.partition ?? "" }, at) ?? [];
    if (other === void 0) return unfit;
    const message = `The request asks for ${entitlement.says} in ${account.name} twice (first in line ${other.line}).`;
    return [...unfit, finding("item-duplicate", target.at, message, "Keep one of them.")];
  });
}
function closingFindings(request, settings) {
  const { accounts } = definedBy(settings);
  return request.lines.flatMap(({ targets }) => targets).filter(({ value }) => accounts.get(value)?.closing === true).map(
    ({ value, at }) => finding(
      "account-closing",
      at,
      `The account \`${value}\` is leaving; nothing is given there any more.`,
      "Ask for another account."
    )
  );
}
function countFindings(request, wanted, { limits }) {
  if (wanted.length <= limits.itemsPerRequest) return [];
  const message = `The request holds ${wanted.length} items (each account counts, bundles unfolded); at most ${limits.itemsPerRequest} are allowed.`;
  return [finding("item-count", request.at, message, "Split it into several requests.")];
}
function defaultDuration(request, settings) {
  const known = request.lines.flatMap((line) => bundleOf(line, settings)?.duration ?? []);
  return known.length === 0 ? null : Math.min(...known);
}
var possible = (settings) => `At least ${writeDuration(SHORTEST)} and at most ${writeDuration(settings.limits.maxDuration)} are possible.`;
function lengthFindings(seconds, at, settings) {
  const { maxDuration } = settings.limits;
  const says = writeDuration(seconds);
  if (seconds < SHORTEST) return [finding("time-short", at, `${says} is too short to be given.`, possible(settings))];
  if (seconds > maxDuration)
    return [finding("time-long", at, `${says} is longer than any request may ask for.`, possible(settings))];
  return [];
}
function timeFindings(request, settings, now) {
  const { when, at: file, endAt: at = file } = request;
  if (when.is === "duration") return lengthFindings(when.seconds, at, settings);
  if (when.is === "default") {
    const seconds = defaultDuration(request, settings);
    if (seconds !== null) return lengthFindings(seconds, at, settings);
    return [finding("time-missing", at, "Nothing says when the access ends.", "Add `duration: 2h`, or `until: …`.")];
  }
  const { from, until } = when;
  if (from !== null && from >= until)
    return [
      finding(
        "time-order",
        at,
        `It would begin (${writeInstant(from)}) when it has ended (${writeInstant(until)}).`,
        "Exchange or correct them."
      )
    ];
  if (now !== null && until <= now)
    return [
      finding(
        "time-past",
        at,
        `It ended at ${writeInstant(until)}; now it is ${writeInstant(now)}.`,
        "Write an end that lies ahead."
      )
    ];
  const start = from ?? now;
  return start === null ? [] : lengthFindings(until - start, at, settings);
}
function checkRequest(request, settings, now, kinds = KINDS) {
  const wanted = wantedBy(request, settings);
  return [
    ...unknownNames(mentionsOf(request), definedBy(settings)),
    ...itemFindings(wanted, settings, kinds),
    ...closingFindings(request, settings),
    ...countFindings(request, wanted, settings),
    ...timeFindings(request, settings, now)
  ];
}

// src/core/documents/documents.ts
function idFindings(requests) {
  const seen = /* @__PURE__ */ new Map();
  return requests.flatMap((request) => {
    const other = seen.get(request.id);
    seen.set(request.id, other ?? request);
    if (other === void 0) return [];
    return [
      {
        code: "duplicate-request",
        at: request.at,
        message: `The id \`${request.id}\` is that of ${other.path} too.`,
        cure: "Rename the new file; an id is never used twice, in whichever folder."
      }
    ];
  });
}
function holdFindings(settings, requests) {
  const ids = requests.map((request) => request.id);
  const known = new Set(ids);
  return (settings?.holds ?? []).flatMap(
    ({ what, at }) => what.is !== "request" || known.has(what.request) ? [] : [unknownName({ of: "request", name: what.request, at }, ids)]
  );
}
function readDocuments(files, directory, kinds, modes, read = () => readSettings(files, directory, kinds, modes)) {
  const findings = [];
  const requests = [];
  const others = files.filter(({ path }) => !isSettingsPath(path, directory) && !isHoldsPath(path, directory));
  for (const file of others.sort((a, b) => a.path < b.path ? -1 : 1)) {
    const misplaced = fileFinding(file, directory);
    if (misplaced !== null) findings.push(misplaced);
    else if (isRequestPath(file.path, directory)) {
      const { request, findings: wrong } = readRequest(file, kinds);
      findings.push(...wrong);
      if (request !== null) requests.push(request);
    }
  }
  const { settings, findings: settled } = read();
  findings.push(...settled);
  if (settings !== null) for (const request of requests) findings.push(...checkRequest(request, settings, null, kinds));
  findings.push(
    ...idFindings(requests),
    ...lookAlikes(
      "request id",
      requests.map((request) => ({ name: request.id, at: request.at }))
    ),
    ...holdFindings(settings, requests)
  );
  return { settings, requests, findings: sortFindings(findings) };
}

// src/core/report/comment-parts.ts
function upTo(most, all, what, show) {
  const left = all.length - most;
  return [...all.slice(0, most).map(show), ...left > 0 ? [`- … and ${several(left, what)} more`] : []];
}
var linkOf = (story, at) => {
  const link = linkTo(story.web, story.head, at.file, at.line);
  return link === null || link.length > 600 ? null : link;
};
function placed(story, at) {
  const link = linkOf(story, at);
  const name = at.file.slice(at.file.lastIndexOf("/") + 1);
  return link === null ? code(`${at.file}:${at.line}`, 160) : `[${code(`${name}:${at.line}`, 80)}](${link})`;
}
function linked(story, name, at) {
  const link = linkOf(story, at);
  return link === null ? `${code(name, 80)} (${placed(story, at)})` : `[${code(name, 80)}](${link})`;
}
var cureOf = (cure, before, detail) => cure === "" ? "" : `${before}**What to do:** ${prose(cure, detail.text)}`;

// src/core/report/comment-request.ts
function whenText(window) {
  if (window.is === "window") {
    const [from2, until] = [day(window.from), day(window.until)];
    const sameDay = from2.slice(0, 10) === until.slice(0, 10);
    return `${from2.replace(" UTC", "")} to ${sameDay ? until.slice(11) : until}`;
  }
  const from = window.from === null ? "" : `, not before ${day(window.from)}`;
  return `${writeDuration(window.seconds)} from the merge${from}`;
}
function requestTitle(story, request, detail) {
  const { person, requester, reason, ticket, window, state } = request;
  const told = story.requests.length === 1 && failedSteps(story).length === 0;
  const sign = told ? "" : `${STATES[state].sign} ${STATES[state].word} · `;
  const asked = requester !== null && requester !== person ? [`asked for by **${markdown(requester, 80)}**`] : [];
  const facts = [
    linked(story, request.id, { file: request.path, line: 1 }),
    ...ticket === null ? [] : [code(ticket, 60)]
  ];
  return [
    `### ${sign}${markdown(person, 80)} · ${whenText(window)}`,
    reason === null ? "" : `> ${markdown(reason, detail.text)}`,
    [...facts, ...asked].join(" · ")
  ].filter((part) => part !== "").join("\n\n");
}
var SHORT = {
  "by itself": "ends by itself",
  "for new sessions only": "⚠️ ends by itself for new sessions only",
  "only when taken away": "⚠️ does not end by itself: it lasts until Daypass takes it away"
};
function itemLines({ items }, detail) {
  const shown = itemsInOrder(items).slice(0, detail.items);
  const same = new Set(items.map(({ ends }) => ends)).size === 1;
  const targets = /* @__PURE__ */ new Map();
  for (const item of shown) {
    const key = `**${markdown(item.target, 80)}** · ${code(item.account, 40)}`;
    targets.set(key, [...targets.get(key) ?? [], item]);
  }
  const groups = [...targets].map(
    ([target, inside]) => [target, ...inside.map((item) => itemLine(item, same, detail))].join("\n")
  );
  const left = items.length - shown.length;
  const first = items[0];
  return [
    ...groups,
    ...left > 0 ? [`- … and ${several(left, "item")} more`] : [],
    ...same && first !== void 0 ? [endsOfAll(first.ends, items.length)] : []
  ].join("\n\n");
}
function endsOfAll(ends, count) {
  if (ends === "by itself") return count === 1 ? "⏱️ It ends by itself." : "⏱️ All of it ends by itself.";
  return `**${SHORT[ends]}.**`;
}
function itemLine(item, same, detail) {
  const because = item.escalating.slice(0, 5).map((one) => code(one, 60));
  const more = item.escalating.length > because.length ? ", …" : "";
  const risk = {
    low: "",
    high: "🟠 **high risk** · ",
    escalating: `🔴 **could be turned into lasting access**${because.length === 0 ? "" : ` (${because.join(", ")}${more})`} · `
  }[item.risk];
  const bundle = item.bundle === null ? "" : ` · from ${code(item.bundle, 60)}`;
  return `- ${risk}${markdown(item.says, detail.text)}${bundle}${same ? "" : ` · ${SHORT[item.ends]}`}`;
}
var ruled = (story, rule, at) => `rule ${at === null ? code(rule, 80) : linked(story, rule, at)}`;
function wayLine(story, way) {
  const people = way.people.slice(0, 8).map((person) => markdown(person, 40));
  const others = way.people.length > people.length ? ` and ${way.people.length - people.length} others` : "";
  const who = people.length === 0 ? "" : ` (${people.join(", ")}${others})`;
  const needs = `**${several(way.approvals, "approval")}** by **${markdown(way.of, 120)}**`;
  return `${needs}${who} — ${ruled(story, way.rule, way.at)}`;
}
function decisionLines(story, request, detail) {
  const { breakGlass, emergency, provided } = request;
  return [
    ...breakGlass === null ? [] : [`🔴 **BREAK GLASS** · ${prose(breakGlass, detail.text)}`],
    verdictLines(story, request, detail),
    ...emergency === null ? [] : [`🚨 ${prose(emergency, detail.text)}`],
    ...provided === null ? [] : [`ℹ️ ${prose(provided, detail.text)}`]
  ].join("\n\n");
}
function verdictLines(story, request, detail) {
  const { decision } = request;
  if (decision.is === "settled") return `✅ ${prose(decision.says, detail.text)}`;
  if (decision.is === "undecided") return `⚪ Not decided yet: ${prose(decision.because, detail.text)}`;
  if (decision.is === "allowed") {
    const by = decision.approvers.slice(0, 20).map((person) => `**${markdown(person, 40)}**`);
    const who = by.length === 0 ? "nobody has to approve" : `approved by ${by.join(", ")}`;
    return `✅ Allowed: ${who} — ${ruled(story, decision.rule, decision.at)}`;
  }
  if (decision.is === "refused")
    return decision.objections.slice(0, detail.others).map(({ says, cure, rule, at }) => {
      const place = rule === null ? at === null ? "" : ` ${placed(story, at)}` : ` — ${ruled(story, rule, at)}`;
      return `⛔ ${prose(says, detail.text)}${place}${cureOf(cure, "\n", detail)}`;
    }).join("\n\n");
  const until = decision.until === null ? "" : ` (until ${day(decision.until)})`;
  const missing = decision.missing.slice(0, detail.others).map((ways) => {
    const lines = ways.slice(0, 5).map((way) => wayLine(story, way));
    return `- ${lines.join("\n  - or ")}`;
  });
  return [`⏳ **Still missing**${until}:`, ...missing].join("\n");
}

export {
  upTo,
  placed,
  cureOf,
  failedSteps,
  inOrder,
  itemsInOrder,
  headlineOf,
  whenText,
  requestTitle,
  itemLines,
  decisionLines,
  renderJson,
  timeFindings,
  checkRequest,
  readDocuments
};
