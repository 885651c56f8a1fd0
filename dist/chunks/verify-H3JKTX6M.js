import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  settingsOnDisk
} from "./chunk-HMQBZRJN.js";
import "./chunk-ICKVJLI7.js";
import {
  paletteFor
} from "./chunk-UFPS5TF3.js";
import {
  DIRECTORY,
  comeToNothing,
  textOf
} from "./chunk-UC7QBOMF.js";
import {
  exitOfVerified,
  verifying
} from "./chunk-YQNI5U2R.js";
import "./chunk-36AXJTKZ.js";
import {
  summaryOf,
  verifyText
} from "./chunk-BCRVJKYK.js";
import "./chunk-BJYXXNPA.js";
import "./chunk-KXVJTGQ5.js";
import "./chunk-DOMC5XNT.js";
import "./chunk-LVRSQMLL.js";
import "./chunk-F7HWOFK5.js";
import "./chunk-GCIT4A5K.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-MWT5QNRM.js";
import "./chunk-RYEE6VUW.js";
import "./chunk-WZHV26AT.js";
import "./chunk-66F3A4I2.js";
import "./chunk-624KHEYP.js";
import "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonLine
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/entry/commands/verify.ts
var JOBS = ["inventory", "apply", "expire"];
var bar = (done, all) => {
  const filled = all === 0 ? 0 : Math.round(20 * done / all);
  return `${"█".repeat(filled)}${"░".repeat(20 - filled)} ${done} of ${all} accounts`;
};
var verifyCommand = {
  tells: `Enters every account of integrations/aws.yaml, compares the roles, their trust, policies and boundaries with what \`daypass setup\` prints, asks AWS whether what must be denied is denied, and looks whether people could be given access. It changes nothing. Okta is asked for its app, scopes and administrator roles, unless accounts are named. Each account is not installed, staged, verified or configured.

It enters as Daypass does: with GitHub's token in a job, or with credentials that may assume the roles. Before GitHub can, look through a role of your own: daypass verify --through OrganizationAccountAccessRole`,
  argument: null,
  options: {
    directory: DIRECTORY,
    account: { type: "string", says: "only these accounts, by name or id, with commas (default: all)" },
    as: {
      type: "string",
      says: "inventory (default: compares everything), apply or expire (tries to enter as that job)"
    },
    through: { type: "string", says: "enter through this role of the accounts, with the credentials at hand" },
    all: { type: "boolean", says: "print what is fine, too" }
  },
  async run(invocation) {
    const { terminal, values, environment } = invocation;
    const as = textOf(invocation, "as", "inventory");
    const job = JOBS.find((one) => one === as);
    if (job === void 0) return comeToNothing(invocation, EXIT.findings, `--as wants ${JOBS.join(", ")}, not ${as}.`);
    const through = textOf(invocation, "through", "");
    if (through !== "" && job !== "inventory")
      return comeToNothing(
        invocation,
        EXIT.findings,
        "--through looks with rights of your own: it cannot be combined with --as."
      );
    const settings = await settingsOnDisk(textOf(invocation, "directory", "config"));
    if (typeof settings === "string") return comeToNothing(invocation, EXIT.findings, settings);
    const end = await verifying({
      settings,
      job,
      accounts: textOf(invocation, "account", ""),
      through: through === "" ? null : through,
      environment,
      setSecret: () => void 0,
      progress: (done, all) => terminal.stage(bar(done, all))
    });
    if (end.is === "not") return comeToNothing(invocation, EXIT.findings, end.says);
    const exit = exitOfVerified(end.all);
    if (values["json"] === true)
      terminal.out(jsonLine({ exit, accounts: end.all, calls: Object.fromEntries(end.calls) }));
    else terminal.out(verifyText(end.all, paletteFor(terminal), values["all"] === true ? "all" : "what is not well"));
    terminal.note(summaryOf(end.all));
    return exit;
  }
};
export {
  verifyCommand
};
