import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-KVSP6Z6N.js";
import {
  paletteFor
} from "./chunk-X662Q3CD.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-O3AYTKEN.js";
import "./chunk-HADN3WQI.js";
import "./chunk-E2FQW3R6.js";
import "./chunk-YC2JCMNE.js";
import "./chunk-VBBOTOXQ.js";
import "./chunk-FTMMGWRX.js";
import "./chunk-NHNKRZUD.js";
import "./chunk-65MPKYAJ.js";
import "./chunk-HDUCRHZ4.js";
import "./chunk-CRHB6IQP.js";
import {
  LEDGER_BRANCH
} from "./chunk-QFMFU3O6.js";
import {
  remoteFrom
} from "./chunk-5ODTWLYE.js";
import "./chunk-62QFY4TK.js";
import "./chunk-PMNP6MQY.js";
import "./chunk-EE7PC7SY.js";
import "./chunk-SVPNH3VA.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-EJ3BH2AO.js";
import "./chunk-TUF4277N.js";
import "./chunk-RBBB2JEJ.js";
import "./chunk-SZZSYIXM.js";
import "./chunk-QMHSGUON.js";
import "./chunk-DV2QKY23.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-BLGGYTM3.js";
import "./chunk-QMBUVW7B.js";
import "./chunk-U5YWVXBI.js";
import "./chunk-XPRMQPVD.js";
import "./chunk-7ZV33KS5.js";
import "./chunk-RTN5YXCH.js";
import "./chunk-3LZXKVQR.js";
import "./chunk-RZGYXAJU.js";

// src/entry/commands/expire.ts
var BUDGET = 45 * 60;
var BARS = 40;
var expire = {
  tells: "Reads the clone in this folder and takes away in AWS what has ended, was withdrawn, is held or denied. What no request in the clone explains is left alone, since the clone may be behind. It asks nothing of GitHub and needs AWS credentials that may assume the expire role. With GITHUB_SERVER_URL, GITHUB_REPOSITORY and GITHUB_TOKEN set it also keeps the record.",
  argument: null,
  options: {
    directory: DIRECTORY,
    at: { type: "string", says: "commit or branch that is read (default: HEAD)" },
    "ledger-branch": LEDGER
  },
  async run(invocation) {
    const { terminal, environment } = invocation;
    const token = environment["GITHUB_TOKEN"] ?? null;
    const end = await runJob({
      job: "expire",
      environment,
      directory: textOf(invocation, "directory", "config"),
      source: {
        is: "clone",
        folder: process.cwd(),
        name: textOf(invocation, "at", "HEAD"),
        remote: remoteFrom(environment, token)
      },
      token,
      start: null,
      ledgerBranch: textOf(invocation, "ledger-branch", LEDGER_BRANCH),
      budget: BUDGET,
      setSecret: () => void 0,
      told: (outcome, step) => terminal.note(stepLine(outcome, step)),
      stage: terminal.stage,
      web: null
    });
    if (invocation.values["json"] === true) terminal.out(end.json.trimEnd());
    else if (end.story === null) terminal.out(end.says);
    else {
      const { live, now } = end.story;
      terminal.out(`${renderText(end.story, paletteFor(terminal))}
${renderBars(live, now, BARS)}`.trimEnd());
    }
    return end.exit;
  }
};
export {
  expire
};
