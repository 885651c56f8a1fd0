import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  inOrder
} from "./chunk-I35WAWJI.js";
import {
  whereOf
} from "./chunk-HR7GG2YN.js";
import {
  readRequest
} from "./chunk-SNQCUXD5.js";
import {
  ENDS
} from "./chunk-RPDRASIN.js";
import {
  FINDINGS,
  KINDS,
  OKTA,
  definedBy,
  fileFinding,
  lookAlikes,
  readSettings,
  severityOf,
  sortFindings,
  unknownName,
  unknownNames
} from "./chunk-RYEE6VUW.js";
import {
  MINUTE,
  writeDuration,
  writeInstant
} from "./chunk-66F3A4I2.js";
import {
  isHoldsPath,
  isRequestPath,
  isSettingsPath
} from "./chunk-624KHEYP.js";
import {
  jsonText
} from "./chunk-QC3ZOG66.js";

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
    exact: item.exact,
    leftOut: item.leftOut
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
var finding = (code, at, message, cure) => ({ code, at, message, cure });
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
  const { accounts, targets } = definedBy(settings);
  return request.lines.flatMap(
    (line) => entitlementsOf(line, settings).flatMap(
      (entitlement) => whereOf(line, entitlement).flatMap((target) => {
        const account = (entitlement.target === void 0 ? accounts : targets).get(target.value);
        return account === void 0 ? [] : [{ target, account, entitlement, line }];
      })
    )
  );
}
function placeFindings(request, settings) {
  return request.lines.flatMap((line) => {
    const asked = entitlementsOf(line, settings);
    const at = line.asked.is === "bundle" ? line.asked.bundle.at : line.at;
    const placeless = line.targets.length === 0 ? asked.find(({ target }) => target === void 0) : void 0;
    const okta = settings.okta === null ? asked.find(({ target }) => target === OKTA) : void 0;
    return [
      ...placeless === void 0 ? [] : [
        finding(
          "shape-missing",
          at,
          `${placeless.says} lies in an account, and none is named.`,
          "Add `account: …` to the item."
        )
      ],
      ...okta === void 0 ? [] : [
        finding(
          "okta-missing",
          at,
          `${okta.says} cannot be given: the settings name no Okta.`,
          "Ask for something else, or let owners add integrations/okta.yaml."
        )
      ]
    ];
  });
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
  const { targets: known } = definedBy(settings);
  return request.lines.flatMap((line) => [...line.targets, ...entitlementsOf(line, settings).flatMap((one) => whereOf(line, one))]).filter(({ value }) => known.get(value)?.closing === true).map(
    ({ value, at }) => finding(
      "account-closing",
      at,
      `${value === OKTA ? "Okta" : `The account \`${value}\``} is leaving; nothing is given there any more.`,
      "Ask for something elsewhere."
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
    ...placeFindings(request, settings),
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

export {
  renderJson,
  timeFindings,
  checkRequest,
  readDocuments
};
