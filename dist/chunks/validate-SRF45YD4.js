import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-OEKKDT2P.js";
import {
  documentsOnDisk
} from "./chunk-ICKVJLI7.js";
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  DIRECTORY,
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  lintAccess
} from "./chunk-MLL6COA7.js";
import {
  readDocuments,
  renderJson
} from "./chunk-OEFKE5MR.js";
import {
  lintSettings
} from "./chunk-ZGXARGJR.js";
import "./chunk-GCIT4A5K.js";
import "./chunk-I35WAWJI.js";
import {
  askedIn,
  bundledIn
} from "./chunk-RAKDFB7L.js";
import "./chunk-HR7GG2YN.js";
import {
  loadKnowledge
} from "./chunk-ONGHTM6G.js";
import "./chunk-MWT5QNRM.js";
import "./chunk-SNQCUXD5.js";
import {
  several
} from "./chunk-RPDRASIN.js";
import {
  KINDS,
  MODE_NAMES,
  severityOf,
  sortFindings
} from "./chunk-RYEE6VUW.js";
import "./chunk-WZHV26AT.js";
import {
  instantOf
} from "./chunk-66F3A4I2.js";
import "./chunk-624KHEYP.js";
import {
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/core/report/story-of-findings.ts
function headline(findings, files) {
  const errors = findings.filter((finding) => severityOf(finding) === "error").length;
  const others = findings.length - errors;
  const read = `${several(files, "file")} read`;
  const remarks = others === 0 ? "" : `, ${several(others, "remark")}`;
  if (errors > 0) return { tone: "bad", says: `${several(errors, "error")}${remarks} in ${several(files, "file")}` };
  return { tone: "good", says: `${read}, nothing wrong${remarks}` };
}
var storyOfFindings = (findings, files, now) => ({
  headline: headline(findings, files),
  now,
  basis: { is: "git" },
  head: null,
  web: null,
  requests: [],
  steps: [],
  outcomes: [],
  blocked: [],
  findings: sortFindings(findings),
  alarms: [],
  lateness: null,
  live: []
});

// src/entry/commands/validate.ts
async function findingsIn(files, directory) {
  const { settings, findings, requests } = readDocuments(files, directory, KINDS, MODE_NAMES);
  if (settings === null) return findings;
  const knowledge = await loadKnowledge();
  const named = [...bundledIn(settings), ...askedIn(requests)];
  const access = await lintAccess(named, knowledge);
  return [...findings, ...lintSettings(settings, knowledge), ...access];
}
var validate = {
  tells: "Checks settings and requests in this folder, committed or not, without credentials. Exit 1 when there are errors.",
  argument: null,
  options: { directory: DIRECTORY },
  async run(invocation) {
    const { terminal } = invocation;
    const directory = textOf(invocation, "directory", "config");
    terminal.stage(`Reading ${directory}`);
    const files = await documentsOnDisk(process.cwd(), directory);
    if (files.is === "unknown")
      return comeToNothing(
        invocation,
        EXIT.findings,
        writeEdgeError(files.because),
        `Run this where the folder ${directory} is, or name it with --directory.`
      );
    const findings = sortFindings(await findingsIn(files.value, directory));
    const story = storyOfFindings(findings, files.value.length, instantOf(Date.now() / 1e3));
    terminal.out(
      (invocation.values["json"] === true ? renderJson(story) : renderText(story, paletteFor(terminal))).trimEnd()
    );
    return findings.some((finding) => severityOf(finding) === "error") ? EXIT.findings : EXIT.done;
  }
};
export {
  validate
};
