import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  failedSteps,
  inOrder,
  itemsInOrder,
  whenText
} from "./chunk-I35WAWJI.js";
import {
  writePlace
} from "./chunk-HR7GG2YN.js";
import {
  BECAUSE,
  DOES,
  EDGE,
  SKIPPED,
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
  terminal
} from "./chunk-QC3ZOG66.js";

// src/core/report/text.ts
var TONES = { good: "good", waits: "warn", bad: "bad", quiet: "faint" };
function renderText(story, palette) {
  const { headline } = story;
  const parts = [
    [palette[TONES[headline.tone]](`● ${terminal(headline.says)}`), palette.faint(`  ${basisText(story)}`)],
    story.alarms.map((alarm) => palette.bad(`! ${terminal(alarm, 600)}`)),
    ...inOrder(story.requests).map((request) => requestLines(request, palette)),
    story.blocked.flatMap(({ because, cure, at }) => [
      `${palette.bad("blocked")}  ${terminal(because, 600)}${at === void 0 ? "" : palette.faint(`  ${where(at)}`)}`,
      ...doThis(cure, "         ")
    ]),
    story.findings.flatMap((finding) => {
      const severity = severityOf(finding);
      const paint = { error: palette.bad, warning: palette.warn, note: palette.faint }[severity];
      return [
        `${where(finding.at)}  ${paint(severity)}  ${terminal(finding.message, 600)}  ${palette.faint(finding.code)}`,
        ...doThis(finding.cure, "    ")
      ];
    }),
    stepsLines(story, palette),
    failures(story, palette)
  ];
  return parts.filter((lines) => lines.length > 0).map((lines) => lines.map((line) => `${line}
`).join("")).join("\n");
}
var where = (at) => terminal(writePlace(at));
var doThis = (cure, indent) => cure === "" ? [] : [`${indent}→ ${terminal(cure, 600)}`];
function basisText({ basis, head, now }) {
  const seen = {
    live: "compared with the cloud just now",
    git: "from the files alone; the cloud was not looked at"
  };
  const how = basis.is === "snapshot" ? `compared with the cloud of ${day(basis.asOf)} (${writeDuration(now - basis.asOf)} old)` : seen[basis.is];
  return `${head === null ? "" : `${terminal(head.slice(0, 12))} at `}${day(now)}, ${how}`;
}
var FROM_STATE = {
  8: "bad",
  7: "bad",
  6: "bad",
  5: "warn",
  2: "good",
  1: "good"
};
function requestLines(request, palette) {
  const { person, requester, reason, ticket, window, state, path } = request;
  const { word, urgency } = STATES[state];
  const paint = palette[FROM_STATE[urgency] ?? "faint"];
  const by = requester !== null && requester !== person ? `, asked for by ${terminal(requester, 80)}` : "";
  const why = [reason, ticket].flatMap((text) => text === null ? [] : [terminal(text)]).join(" · ");
  return [
    `${paint(word)}  ${palette.strong(terminal(person, 80))}${by}  ${whenText(window)}  ${palette.faint(terminal(path))}`,
    ...why === "" ? [] : [`  ${why}`],
    ...itemsInOrder(request.items).map((item) => itemText(item, palette)),
    ...decisionText(request, palette),
    ...request.reach.map((line) => `  use it  ${terminal(line, 600)}`)
  ];
}
var FEW = 3;
var leftOutOf = (actions) => {
  const more = actions.length > FEW ? ` and ${actions.length - FEW} more` : "";
  const few = actions.slice(0, FEW).map((action) => terminal(action, 120));
  return `without ${few.join(", ")}${more}, which cannot be limited to it`;
};
function itemText(item, palette) {
  const escalating = item.escalating.slice(0, 5).map((one) => terminal(one, 60));
  const risk = {
    low: "",
    high: `${palette.warn("high risk")}  `,
    escalating: `${palette.bad(`could be turned into lasting access${escalating.length > 0 ? ` (${escalating.join(", ")})` : ""}`)}  `
  }[item.risk];
  const ends = item.ends === "by itself" ? palette.faint("ends by itself") : palette.warn(`ends ${item.ends}`);
  const bundle = item.bundle === null ? "" : ` (${terminal(item.bundle, 60)})`;
  const left = item.leftOut.length === 0 ? "" : `
      ${leftOutOf(item.leftOut)}`;
  return `  - ${risk}${terminal(item.says)} in ${terminal(item.target, 80)}${bundle}  ${ends}${left}`;
}
var wayText = (way) => {
  const people = way.people.slice(0, 8).map((person) => terminal(person, 40));
  const others = way.people.length > people.length ? `, ${way.people.length - people.length} others` : "";
  const who = people.length === 0 ? "" : ` (${people.join(", ")}${others})`;
  const at = way.at === null ? "" : `, ${where(way.at)}`;
  return `${several(way.approvals, "approval")} by ${terminal(way.of, 120)}${who}, rule ${terminal(way.rule, 80)}${at}`;
};
function decisionText(request, palette) {
  const { breakGlass, provided } = request;
  return [
    ...breakGlass === null ? [] : [`  ${palette.bad("BREAK GLASS")}  ${terminal(breakGlass, 600)}`],
    ...verdictText(request, palette),
    ...provided === null ? [] : [`  ${palette.faint(terminal(provided, 600))}`]
  ];
}
function verdictText({ decision }, palette) {
  if (decision.is === "settled") return [`  ${terminal(decision.says)}`];
  if (decision.is === "undecided") return [`  ${palette.faint("not decided yet")}  ${terminal(decision.because)}`];
  if (decision.is === "allowed") {
    const by = decision.approvers.map((person) => terminal(person, 40)).join(", ");
    return [
      `  ${palette.good("allowed")}  ${by === "" ? "nobody has to approve" : `by ${by}`}, rule ${terminal(decision.rule)}`
    ];
  }
  if (decision.is === "refused")
    return decision.objections.flatMap(({ says, cure, rule, at }) => [
      `  ${palette.bad("not allowed")}  ${terminal(says, 600)}${rule === null ? "" : `  (rule ${terminal(rule, 80)})`}${at === null ? "" : palette.faint(`  ${where(at)}`)}`,
      ...doThis(cure, "    ")
    ]);
  const until = decision.until === null ? "" : ` until ${day(decision.until)}`;
  return decision.missing.map((ways) => `  ${palette.warn("missing")}${until}  ${ways.map(wayText).join("; or ")}`);
}
var SIGNS = { grant: "+", adjust: "~", revoke: "-" };
function endOf(outcome, palette) {
  if (outcome === void 0) return "";
  if (outcome.is === "done") return palette.good(outcome.already ? "  already so" : "  done");
  return outcome.is === "failed" ? palette.bad("  FAILED") : palette.warn(`  not done: ${SKIPPED[outcome.because]}`);
}
function stepsLines({ steps, outcomes }, palette) {
  const ends = new Map(outcomes.map((outcome) => [String(outcome.step), outcome]));
  return steps.map((step) => {
    const because = palette.faint(`because ${BECAUSE[step.because]}`);
    const until = step.do === "revoke" || step.until === null ? "" : ` until ${day(step.until)}`;
    return `${SIGNS[step.do]} ${DOES[step.do]}  ${terminal(step.says)}${until}  ${because}${endOf(ends.get(step.id), palette)}`;
  });
}
function failures(story, palette) {
  const gaveFirst = failedSteps(story).toReversed();
  return gaveFirst.map(({ step, outcome, took }) => {
    const why = `${EDGE[outcome.error.kind]} (${terminal(outcome.error.call, 100)}: ${terminal(outcome.error.said, 600)})`;
    return took ? palette.bad(`!!! COULD NOT TAKE AWAY  ${terminal(step.says)}, because ${BECAUSE[step.because]}: ${why}`) : palette.bad(`could not give  ${terminal(step.says)}: ${why}`);
  });
}

export {
  renderText
};
