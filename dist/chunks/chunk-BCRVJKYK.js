import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  code,
  prose,
  terminal
} from "./chunk-QC3ZOG66.js";

// src/install/check.ts
var fine = (about, says) => ({ state: "fine", about, says, cure: null });
var note = (about, says) => ({ state: "note", about, says, cure: null });
var isWell = ({ state }) => state === "fine" || state === "note";

// src/install/verify/text.ts
var SIGNS = {
  fine: "✓",
  note: "·",
  missing: "✗",
  differs: "≠",
  danger: "‼",
  unknown: "?"
};
var tone = (palette, state) => {
  if (state === "danger" || state === "missing") return palette.bad;
  if (state === "differs" || state === "unknown") return palette.warn;
  return state === "fine" ? palette.good : palette.faint;
};
var DIFFERENCE = 400;
var checkLines = (check, palette) => [
  tone(palette, check.state)(`  ${SIGNS[check.state]} ${terminal(check.about)}: ${terminal(check.says, 500)}`),
  ...(check.difference ?? []).map((line) => palette.faint(`      ${terminal(line, DIFFERENCE)}`)),
  ...check.cure === null ? [] : [`      → ${terminal(check.cure, 500)}`]
];
var named = ({ place }) => place.name === null ? place.id : `${place.name} (${place.id})`;
var verifyText = (all, palette, shown) => all.map((one) => {
  const checks = one.checks.filter(({ state }) => shown === "all" || state !== "fine");
  const well = one.checks.filter(isWell).length;
  const head = `${palette.strong(named(one))} · ${one.parts.join(", ")} · ${stateTone(palette, one.state)(one.state)} · ${well} of ${one.checks.length} checks fine`;
  return [head, ...checks.flatMap((check) => checkLines(check, palette))].join("\n");
}).join("\n");
var stateTone = (palette, state) => {
  if (state === "configured" || state === "verified") return palette.good;
  return state === "closing" ? palette.faint : palette.bad;
};
function summaryOf(all) {
  const counted = Map.groupBy(all, ({ state }) => state);
  const parts = [...counted].map(([state, some]) => `${some.length} ${state}`);
  const dangers = all.flatMap(({ checks }) => checks).filter(({ state }) => state === "danger").length;
  return `${all.length} looked at: ${parts.join(", ")}${dangers === 0 ? "" : `; ${dangers} DANGERS`}`;
}
var inCell = (text) => text.replaceAll("|", "‹U+007C›");
var verifyMarkdown = (all) => [
  "| account | used as | state | what is not well |",
  "|---|---|---|---|",
  ...all.map((one) => {
    const wrong = one.checks.filter(({ state }) => state !== "fine");
    const said = wrong.map(
      ({ state, about, says, cure }) => `${SIGNS[state]} ${prose(inCell(about))}: ${prose(inCell(says), 300)}${cure === null ? "" : ` → ${prose(inCell(cure), 300)}`}`
    );
    return `| ${code(inCell(named(one)))} | ${prose(one.parts.join(", "))} | ${one.state} | ${said.join("<br>")} |`;
  }),
  ""
].join("\n");
var isAllWell = (all) => all.every(({ checks }) => checks.every(isWell));

export {
  fine,
  note,
  isWell,
  checkLines,
  verifyText,
  summaryOf,
  verifyMarkdown,
  isAllWell
};
