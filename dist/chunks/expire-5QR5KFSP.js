import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-VSDX2YJW.js";
import {
  paletteFor
} from "./chunk-W3OPDUOW.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-LFXC2AAE.js";
import "./chunk-3PHXJQK2.js";
import "./chunk-3TEZTAY3.js";
import "./chunk-II3QPR52.js";
import "./chunk-P7QLCQC4.js";
import "./chunk-WCVGKVJT.js";
import "./chunk-BBNYUMFR.js";
import "./chunk-ZK6GUNOB.js";
import {
  LEDGER_BRANCH
} from "./chunk-NY4TGIS2.js";
import "./chunk-JTKNJNHK.js";
import "./chunk-CQG2ZV4B.js";
import "./chunk-3DQ5VN5P.js";
import "./chunk-KLSXLYHD.js";
import "./chunk-MKPITSXX.js";
import "./chunk-NCYCS7F2.js";
import "./chunk-UMAUITYW.js";
import "./chunk-2WQOCYBM.js";
import "./chunk-7TVF2A7Z.js";
import "./chunk-NLVPUNJU.js";
import "./chunk-2UJ2QYFQ.js";
import {
  remoteFrom
} from "./chunk-XAYQOKZV.js";
import "./chunk-XSTEMTD2.js";
import "./chunk-3LHWW6RR.js";
import "./chunk-JWH2HOWL.js";
import "./chunk-3QGBH64G.js";
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
