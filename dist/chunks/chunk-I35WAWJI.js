import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  STATES,
  day,
  several
} from "./chunk-RPDRASIN.js";
import {
  severityOf
} from "./chunk-RYEE6VUW.js";
import {
  writeDuration
} from "./chunk-66F3A4I2.js";
import {
  code,
  codeInLink,
  linkTo,
  markdown,
  prose
} from "./chunk-QC3ZOG66.js";

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
  return link === null ? code(`${at.file}:${at.line}`, 160) : `[${codeInLink(`${name}:${at.line}`, 80)}](${link})`;
}
function linked(story, name, at) {
  const link = linkOf(story, at);
  return link === null ? `${code(name, 80)} (${placed(story, at)})` : `[${codeInLink(name, 80)}](${link})`;
}
var cureOf = (cure, before, detail) => cure === "" ? "" : `${before}**What to do:** ${prose(cure, detail.text)}`;

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
  "had before": "quiet",
  ended: "quiet"
};
function headlineOf(story) {
  const failed = failedSteps(story);
  const taking = failed.filter(({ took }) => took).length;
  if (taking > 0) return { tone: "bad", says: `${several(taking, "thing")} COULD NOT BE TAKEN AWAY` };
  if (failed.length > 0) return { tone: "bad", says: `${several(failed.length, "step")} failed` };
  const requests = inOrder(story.requests);
  const errors = story.findings.filter((finding) => severityOf(finding) === "error").length;
  const first = requests[0];
  if (first !== void 0) {
    const says = requests.length === 1 ? aboutOne(first) : aboutAll(requests);
    if (errors === 0) return { tone: TONES[first.state], says };
    return { tone: "bad", says: `${says}; ${several(errors, "error")} in the files` };
  }
  const untaken = story.blocked.filter(({ does }) => does === "takes").length;
  if (untaken > 0) return { tone: "bad", says: `${several(untaken, "thing")} cannot be taken away` };
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
var MOST_WAYS = 5;
var ruled = (story, rule, at) => `rule ${at === null ? code(rule, 80) : linked(story, rule, at)}`;
function listed(most, people, show) {
  const left = people.length - most;
  return `${people.slice(0, most).map(show).join(", ")}${left > 0 ? ` and ${several(left, "other")}` : ""}`;
}
function wayLine(story, way) {
  const who = way.people.length === 0 ? "" : ` (${listed(8, way.people, (person) => markdown(person, 40))})`;
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
    const { approvers } = decision;
    const who = approvers.length === 0 ? "nobody has to approve" : `approved by ${listed(20, approvers, (person) => `**${markdown(person, 40)}**`)}`;
    return `✅ Allowed: ${who} — ${ruled(story, decision.rule, decision.at)}`;
  }
  if (decision.is === "refused")
    return upTo(detail.others, decision.objections, "objection", ({ says, cure, rule, at }) => {
      const place = rule === null ? at === null ? "" : ` ${placed(story, at)}` : ` — ${ruled(story, rule, at)}`;
      return `⛔ ${prose(says, detail.text)}${place}${cureOf(cure, "\n", detail)}`;
    }).join("\n\n");
  const until = decision.until === null ? "" : ` (until ${day(decision.until)})`;
  const missing = upTo(detail.others, decision.missing, "approval", (ways) => {
    const left = ways.length - MOST_WAYS;
    const lines = ways.slice(0, MOST_WAYS).map((way) => wayLine(story, way));
    return `- ${[...lines, ...left > 0 ? [`in ${several(left, "other way")}`] : []].join("\n  - or ")}`;
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
  decisionLines
};
