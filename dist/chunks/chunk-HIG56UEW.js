import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  cureOf,
  decisionLines,
  failedSteps,
  inOrder,
  itemLines,
  placed,
  requestTitle,
  upTo
} from "./chunk-I35WAWJI.js";
import {
  BECAUSE,
  DOES,
  EDGE,
  SKIPPED,
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
  fence,
  markdown,
  prose
} from "./chunk-QC3ZOG66.js";

// src/core/report/comment.ts
var COMMENT_MARKER = "<!-- daypass:comment -->";
var COMMENT_LIMIT = 65e3;
var DETAILS = [
  { requests: 100, items: 100, others: 100, exact: 400, calls: 200, text: 400 },
  { requests: 100, items: 50, others: 50, exact: 0, calls: 100, text: 300 },
  { requests: 40, items: 20, others: 20, exact: 0, calls: 0, text: 200 },
  { requests: 10, items: 8, others: 10, exact: 0, calls: 0, text: 120 },
  { requests: 3, items: 3, others: 3, exact: 0, calls: 0, text: 60 }
];
var TONES = { good: "🟢", waits: "🟡", bad: "🔴", quiet: "⚪" };
function renderComment(story) {
  let written = "";
  for (const detail of DETAILS) {
    written = write(story, detail);
    if (written.length <= COMMENT_LIMIT) return written;
  }
  return [COMMENT_MARKER, heading(story), footer(story)].join("\n\n");
}
var heading = ({ headline }) => `## ${TONES[headline.tone]} ${markdown(headline.says, 200)}`;
function write(story, detail) {
  const requests = inOrder(story.requests);
  const blocks = [
    COMMENT_MARKER,
    heading(story),
    ...failures(story, detail),
    ...alarms(story, detail),
    ...upTo(detail.requests, requests, "request", (request) => requestBlock(story, request, detail)),
    ...blockedBlock(story, detail),
    ...findingsBlock(story, detail),
    ...exactBlock(requests, detail),
    ...callsBlock(story, detail),
    ...story.lateness === null ? [] : [`<sub>${markdown(story.lateness, 200)}</sub>`],
    footer(story)
  ];
  return `${blocks.join("\n\n")}
`;
}
var caution = (lines) => ["> [!CAUTION]", ...lines.map((line) => `> ${line}`)].join("\n");
function failures(story, detail) {
  const failed = failedSteps(story);
  if (failed.length === 0) return [];
  const lines = upTo(detail.others, failed, "failed step", ({ step, outcome, took }) => {
    const why = `${EDGE[outcome.error.kind]} (${code(outcome.error.call, 80)}: ${markdown(outcome.error.said, detail.text)})`;
    return took ? `- **COULD NOT TAKE AWAY**, because ${BECAUSE[step.because]}: ${markdown(step.says, detail.text)} — ${why}` : `- **Could not give** ${markdown(step.says, detail.text)} — ${why}`;
  });
  return [caution(lines)];
}
var alarms = (story, detail) => story.alarms.length === 0 ? [] : [caution(upTo(detail.others, story.alarms, "alarm", (alarm) => `- ${prose(alarm, detail.text)}`))];
var requestBlock = (story, request, detail) => [
  requestTitle(story, request, detail),
  itemLines(request, detail),
  decisionLines(story, request, detail),
  request.reach.length === 0 ? "" : `**How to use it**
${fence(request.reach.slice(0, detail.items), "", detail.text)}`
].filter((part) => part !== "").join("\n\n");
var HEADINGS = [
  ["takes", "Cannot be taken away"],
  ["gives", "Cannot be given"]
];
var blockedBlock = (story, detail) => HEADINGS.flatMap(([effect, heading2]) => {
  const blocked = story.blocked.filter(({ does = "gives" }) => does === effect);
  const rows = upTo(detail.others, blocked, "reason", ({ because, cure, at }) => {
    const place = at === void 0 ? "" : ` ${placed(story, at)}`;
    return `- ${prose(because, detail.text)}${place}${cureOf(cure, "\n  ", detail)}`;
  });
  return rows.length === 0 ? [] : [`### 🔴 ${heading2}

${rows.join("\n")}`];
});
var SEVERITIES = { error: "🔴", warning: "⚠️", note: "ℹ️" };
function findingsBlock(story, detail) {
  if (story.findings.length === 0) return [];
  const order = ["error", "warning", "note"];
  const sorted = story.findings.toSorted((a, b) => order.indexOf(severityOf(a)) - order.indexOf(severityOf(b)));
  const rows = upTo(detail.others, sorted, "finding", (finding) => {
    const says = `${prose(finding.message, detail.text)} ${placed(story, finding.at)}`;
    return `- ${SEVERITIES[severityOf(finding)]} ${says}${cureOf(finding.cure, "\n  ", detail)}`;
  });
  return [`### ${several(story.findings.length, "finding")} in the files

${rows.join("\n")}`];
}
var folded = (title, inside) => `<details><summary>${title}</summary>

${inside}

</details>`;
var leftOutLine = (actions) => actions.length === 0 ? [] : [
  "",
  `Not in it, because AWS can limit ${actions.length === 1 ? "it" : "them"} to no part of this: ${upToSome(actions)}.`
];
var SOME = 30;
var upToSome = (actions) => [
  ...actions.slice(0, SOME).map((action) => code(action, 120)),
  ...actions.length > SOME ? [`… and ${actions.length - SOME} more`] : []
].join(", ");
function exactBlock(requests, detail) {
  const items = requests.flatMap(({ items: items2 }) => items2).filter(({ exact }) => exact.length > 0);
  const shown = items.slice(0, detail.items);
  if (shown.length === 0 || detail.exact === 0) return [];
  const blocks = shown.map(({ says, target, exact, leftOut }) => {
    const json = exact[0]?.startsWith("{") === true ? "json" : "";
    const left = exact.length - detail.exact;
    const lines = [...exact.slice(0, detail.exact), ...left > 0 ? [`… and ${several(left, "line")} more`] : []];
    return [
      `${markdown(says, detail.text)} in ${markdown(target, 80)}:`,
      fence(lines, json),
      ...leftOutLine(leftOut)
    ].join("\n");
  });
  const more = items.length > shown.length ? [`… and ${several(items.length - shown.length, "item")} more`] : [];
  return [folded("Exact permissions", [...blocks, ...more].join("\n\n"))];
}
function callsBlock(story, detail) {
  const { steps, outcomes } = story;
  const calls = steps.reduce((sum, step) => sum + step.calls.length, 0);
  if (steps.length === 0) return [];
  const what = outcomes.length > 0 ? "What was done" : "What happens after the merge";
  const title = `${what}: ${several(steps.length, "step")}, ${several(calls, "call")}`;
  if (detail.calls === 0) return [`<sub>${title}; too long to show here.</sub>`];
  const ends = new Map(outcomes.map((outcome) => [String(outcome.step), outcome]));
  const lines = steps.slice(0, detail.calls).flatMap((step) => {
    const outcome = ends.get(step.id);
    const end = outcome === void 0 ? "" : `  [${outcome.is === "skipped" ? SKIPPED[outcome.because] : outcome.is}]`;
    const top = `${DOES[step.do]}: ${step.says}, because ${BECAUSE[step.because]}${end}`;
    return [top, ...step.calls.map((call) => `    ${call.effect.padEnd(8)} ${call.op} ${JSON.stringify(call.with)}`)];
  });
  const left = steps.length + calls - detail.calls;
  const shown = [...lines.slice(0, detail.calls), ...left > 0 ? [`… and ${several(left, "line")} more`] : []];
  return [folded(title, fence(shown, "", detail.text))];
}
function footer({ basis, head, now, requests }) {
  const seen = {
    live: () => "compared with the cloud just now",
    snapshot: (asOf) => `compared with the cloud of ${day(asOf)} (${writeDuration(now - asOf)} old)`,
    git: () => "from the files alone; the cloud was not looked at"
  };
  const how = basis.is === "snapshot" ? seen.snapshot(basis.asOf) : seen[basis.is]();
  const commit = head === null ? "" : `${code(head.slice(0, 12))} at `;
  const clock = requests.some(({ window }) => window.is === "after merge") ? " · time runs from the merge, time in a merge queue included" : "";
  return `<sub>Daypass · ${commit}${day(now)} · ${how}${clock}</sub>`;
}

export {
  COMMENT_MARKER,
  renderComment
};
