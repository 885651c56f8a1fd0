import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  renderText
} from "./chunk-OEKKDT2P.js";
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  DIRECTORY,
  LEDGER,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  renderBars,
  runJob,
  stepLine
} from "./chunk-7FLEYIFH.js";
import "./chunk-W7IAHCRU.js";
import "./chunk-HIG56UEW.js";
import "./chunk-PMYHNS3L.js";
import "./chunk-BJYXXNPA.js";
import "./chunk-KXVJTGQ5.js";
import "./chunk-LVRSQMLL.js";
import "./chunk-OEFKE5MR.js";
import "./chunk-I35WAWJI.js";
import "./chunk-KJZDNTLM.js";
import {
  LEDGER_BRANCH
} from "./chunk-JMK5VHSZ.js";
import {
  remoteFrom
} from "./chunk-GWQYVHM3.js";
import "./chunk-PPIAGT6I.js";
import "./chunk-UJQ553KK.js";
import "./chunk-HBBCUIXN.js";
import "./chunk-GXPNGJAR.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-HR7GG2YN.js";
import "./chunk-ONGHTM6G.js";
import "./chunk-MWT5QNRM.js";
import "./chunk-SNQCUXD5.js";
import "./chunk-RPDRASIN.js";
import "./chunk-RYEE6VUW.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-WZHV26AT.js";
import "./chunk-66F3A4I2.js";
import "./chunk-XHVTBLDS.js";
import "./chunk-624KHEYP.js";
import "./chunk-SMRKEGFD.js";
import "./chunk-RTN5YXCH.js";
import {
  terminal
} from "./chunk-QC3ZOG66.js";
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
    const { terminal: terminal2, environment } = invocation;
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
      told: (outcome, step) => terminal2.note(stepLine(outcome, step)),
      stage: terminal2.stage,
      web: null
    });
    if (invocation.values["json"] === true) terminal2.out(end.json.trimEnd());
    else if (end.story === null) terminal2.out(terminal(end.says, 1e3));
    else {
      const { live, now } = end.story;
      terminal2.out(`${renderText(end.story, paletteFor(terminal2))}
${renderBars(live, now, BARS)}`.trimEnd());
    }
    return end.exit;
  }
};
export {
  expire
};
