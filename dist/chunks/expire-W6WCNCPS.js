import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-OBG2KCGS.js";
import {
  paletteFor
} from "./chunk-5DJRC44X.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-QZTKB3ZS.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-UJSQQ4DN.js";
import "./chunk-HADN3WQI.js";
import "./chunk-5RWYSHSW.js";
import "./chunk-5CMHM3I4.js";
import "./chunk-3SJBYTQC.js";
import "./chunk-FTMMGWRX.js";
import "./chunk-LR7VYIAM.js";
import "./chunk-HC5LYHNT.js";
import "./chunk-7XP5A6OX.js";
import "./chunk-WEE7S5JN.js";
import {
  LEDGER_BRANCH
} from "./chunk-7TLI4ULZ.js";
import {
  remoteFrom
} from "./chunk-4IJOVF7R.js";
import "./chunk-62QFY4TK.js";
import "./chunk-PMNP6MQY.js";
import "./chunk-LOYUCPG4.js";
import "./chunk-EQFOAZU5.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-7N7CMRDO.js";
import "./chunk-TUF4277N.js";
import "./chunk-O3DGSDGU.js";
import "./chunk-ZBPRNSGH.js";
import "./chunk-QMHSGUON.js";
import "./chunk-CS5AQU67.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-PED5VHAY.js";
import "./chunk-QMBUVW7B.js";
import "./chunk-JUQAVZAE.js";
import "./chunk-XPRMQPVD.js";
import "./chunk-4TZ2X66C.js";
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
