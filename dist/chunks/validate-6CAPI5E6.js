import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-VSDX2YJW.js";
import {
  paletteFor
} from "./chunk-W3OPDUOW.js";
import {
  documentsOnDisk
} from "./chunk-QUEYHEF3.js";
import {
  DIRECTORY,
  comeToNothing,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  lintAccess
} from "./chunk-3XJGPOCY.js";
import {
  lintSettings
} from "./chunk-Q7TH5AH4.js";
import "./chunk-4I2NBOY2.js";
import {
  askedIn,
  bundledIn
} from "./chunk-ORH4TABW.js";
import {
  readDocuments,
  renderJson
} from "./chunk-WCVGKVJT.js";
import "./chunk-BBNYUMFR.js";
import "./chunk-KLSXLYHD.js";
import {
  loadKnowledge
} from "./chunk-MKPITSXX.js";
import "./chunk-NCYCS7F2.js";
import "./chunk-UMAUITYW.js";
import {
  several
} from "./chunk-2WQOCYBM.js";
import "./chunk-7TVF2A7Z.js";
import {
  KINDS,
  MODE_NAMES,
  instantOf,
  severityOf,
  sortFindings
} from "./chunk-3LHWW6RR.js";
import {
  writeEdgeError
} from "./chunk-BRETIE5A.js";
import {
  EXIT
} from "./chunk-3LZXKVQR.js";
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
        `${writeEdgeError(files.because)}
Run this where the folder ${directory} is, or name it with --directory.`
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
