import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-VZLELGCV.js";
import {
  paletteFor
} from "./chunk-FIVHJIUU.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-G2IVVNHC.js";
import "./chunk-TXZ56YY3.js";
import "./chunk-DZY5NGYF.js";
import "./chunk-7CGVGK5D.js";
import "./chunk-DAWJO75X.js";
import "./chunk-OIULP6EQ.js";
import "./chunk-LD3JIO3D.js";
import "./chunk-QXFK2I75.js";
import "./chunk-3MY5FIOM.js";
import "./chunk-NQGAM2B7.js";
import {
  LEDGER_BRANCH
} from "./chunk-5T4ANHLH.js";
import {
  remoteFrom
} from "./chunk-FWHLREAJ.js";
import "./chunk-Q2U4YQK2.js";
import "./chunk-P74PPUF5.js";
import "./chunk-SKNPYXRD.js";
import "./chunk-UUXO3RIX.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-KDUPEEQT.js";
import "./chunk-TBVSBYU5.js";
import "./chunk-WHAAPO5P.js";
import "./chunk-D43YCVMT.js";
import "./chunk-W6ECXA5O.js";
import "./chunk-5B7DYJGG.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-GGJGEAAL.js";
import "./chunk-M5MJU6YO.js";
import "./chunk-XHVTBLDS.js";
import "./chunk-624KHEYP.js";
import "./chunk-SMRKEGFD.js";
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
