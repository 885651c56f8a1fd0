import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-57SOLEQD.js";
import {
  paletteFor
} from "./chunk-B2UFK2F6.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-7OF5OQTH.js";
import "./chunk-CBWKBWGR.js";
import "./chunk-5ZX3UBLO.js";
import "./chunk-MJXCZMH5.js";
import "./chunk-EITLEWBN.js";
import "./chunk-TVQ4LAIX.js";
import {
  LEDGER_BRANCH
} from "./chunk-UQDEFVU7.js";
import "./chunk-JTKNJNHK.js";
import "./chunk-YBTUFAUR.js";
import "./chunk-UUF5ANTN.js";
import "./chunk-NLVPUNJU.js";
import "./chunk-OEIQO53M.js";
import {
  remoteFrom
} from "./chunk-3WJR6UHK.js";
import "./chunk-7OPHS5IA.js";
import "./chunk-JWH2HOWL.js";
import "./chunk-3QGBH64G.js";
import "./chunk-IY5TC6IT.js";
import "./chunk-JBMPSULB.js";
import "./chunk-VWWIFFA4.js";
import "./chunk-4HRHMMYS.js";
import "./chunk-PAVLFX2E.js";
import "./chunk-KNBXFKIO.js";
import "./chunk-2J4ALHIO.js";
import "./chunk-7TVF2A7Z.js";
import "./chunk-RFT2CKO7.js";
import "./chunk-BRETIE5A.js";
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
