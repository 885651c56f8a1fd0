import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  defaultBranchOf,
  originOf
} from "./chunk-3YET7LPS.js";
import {
  renderText
} from "./chunk-OEKKDT2P.js";
import {
  openKept
} from "./chunk-OSJWEVJR.js";
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
  openedOnce,
  previewOf
} from "./chunk-KK3ORUH6.js";
import "./chunk-PMYHNS3L.js";
import "./chunk-BJYXXNPA.js";
import "./chunk-KXVJTGQ5.js";
import "./chunk-DOMC5XNT.js";
import "./chunk-LVRSQMLL.js";
import "./chunk-F7HWOFK5.js";
import "./chunk-MLL6COA7.js";
import {
  renderJson
} from "./chunk-OEFKE5MR.js";
import "./chunk-ZGXARGJR.js";
import "./chunk-GCIT4A5K.js";
import "./chunk-I35WAWJI.js";
import "./chunk-LHTDSFUB.js";
import "./chunk-RAKDFB7L.js";
import {
  DATA_BRANCH
} from "./chunk-PW2QCYM6.js";
import "./chunk-PPIAGT6I.js";
import "./chunk-UJQ553KK.js";
import {
  NO_WISH,
  writeRequest
} from "./chunk-HBBCUIXN.js";
import "./chunk-7JT6UJO5.js";
import "./chunk-GXPNGJAR.js";
import "./chunk-UJ3HXRAY.js";
import "./chunk-HR7GG2YN.js";
import "./chunk-ONGHTM6G.js";
import "./chunk-MWT5QNRM.js";
import "./chunk-SNQCUXD5.js";
import "./chunk-RPDRASIN.js";
import {
  KINDS,
  MODE_NAMES,
  readSettings,
  severityOf
} from "./chunk-RYEE6VUW.js";
import "./chunk-7ZAPLNTP.js";
import "./chunk-WZHV26AT.js";
import {
  instantOf,
  shortDigest,
  writeInstant
} from "./chunk-66F3A4I2.js";
import "./chunk-624KHEYP.js";
import "./chunk-SMRKEGFD.js";
import {
  id,
  writeEdgeError
} from "./chunk-RTN5YXCH.js";
import {
  EXIT,
  jsonLine
} from "./chunk-QC3ZOG66.js";
import "./chunk-RZGYXAJU.js";

// src/entry/commands/request.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline/promises";

// src/entry/asking.ts
var words = (text) => text.split(/[\s,]+/).filter((word) => word !== "");
var orNull = (text) => text === "" ? null : text;
function whatIn(flags) {
  const named = ["bundle", "policy", "role", "group", "permissionSet"].filter((kind2) => flags[kind2] !== "");
  const limited = flags.resource !== "";
  const kinds = named.filter((kind2) => !limited || kind2 !== "policy").length + (flags.actions === "" ? 0 : 1);
  if (kinds + (limited ? 1 : 0) > 1)
    return "Ask for one thing at a time: one of --bundle, --policy, --role, --group, --permission-set, --resource and --actions.";
  if (!limited && (flags.level !== "" || flags.prefix !== ""))
    return "--level and --prefix want --resource with an ARN.";
  if (limited) {
    if (flags.level === "" === (flags.policy === "")) return "--resource wants --level or --policy, not both.";
    const how = flags.level === "" ? { policy: flags.policy } : { level: flags.level };
    return { resource: flags.resource, ...how, ...flags.prefix === "" ? {} : { prefix: flags.prefix } };
  }
  if (flags.actions !== "") {
    if (flags.on === "") return "--actions wants --on with the ARNs they are for.";
    return { actions: words(flags.actions), on: words(flags.on) };
  }
  const [kind] = named;
  return kind === void 0 ? "" : { [kind]: flags[kind] };
}
async function wishFrom(flags, choices, ask) {
  const given = whatIn(flags);
  if (typeof given === "string" && given !== "") return given;
  const missing = async (value, question, hint) => value !== "" || ask === null ? value : (await ask(question, hint.slice(0, 30).join(", "))).trim();
  const person = await missing(flags.for, "Who needs it?", choices.people);
  const accounts = words(await missing(flags.account, "In which account?", choices.accounts));
  const bundle = typeof given === "string" ? await missing("", "Which bundle?", choices.bundles) : "";
  const what = typeof given === "string" ? { bundle } : given;
  const timed = flags.duration !== "" || flags.until !== "";
  const duration = timed || ask === null ? flags.duration : (await ask("For how long?", "2h; empty: as the bundle says")).trim();
  const reason = await missing(flags.reason, "Why?", []);
  const lacking = [
    ...person === "" ? ["--for"] : [],
    ...accounts.length === 0 ? ["--account"] : [],
    ...typeof given === "string" && bundle === "" ? ["--bundle (or --policy, --role, --group, --permission-set, --resource, --actions)"] : []
  ];
  if (lacking.length > 0) return `Say also: ${lacking.join(", ")}.`;
  return {
    ...NO_WISH,
    for: person,
    reason: orNull(reason),
    ticket: orNull(flags.ticket),
    duration: orNull(duration),
    from: orNull(flags.from),
    until: orNull(flags.until),
    breakGlass: flags.breakGlass,
    access: [{ account: accounts.length === 1 ? accounts[0] ?? "" : accounts, what }]
  };
}

// src/entry/commands/request.ts
var LONGEST_LINK = 8e3;
var flag = (says) => ({ type: "string", says });
function flagsIn(invocation) {
  const text = (name) => textOf(invocation, name, "");
  return {
    for: text("for"),
    account: text("account"),
    bundle: text("bundle"),
    policy: text("policy"),
    role: text("role"),
    group: text("group"),
    permissionSet: text("permission-set"),
    resource: text("resource"),
    level: text("level"),
    prefix: text("prefix"),
    actions: text("actions"),
    on: text("on"),
    duration: text("duration"),
    from: text("from"),
    until: text("until"),
    reason: text("reason"),
    ticket: text("ticket"),
    breakGlass: invocation.values["break-glass"] === true
  };
}
function askAtTerminal() {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return { ask: null, close: () => void 0 };
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return {
    ask: (question, hint) => lines.question(`${question}${hint === "" ? "" : ` (${hint})`} `),
    close: () => lines.close()
  };
}
async function linkTo(environment, path, text) {
  const origin = await originOf(process.cwd());
  const repository = environment["GITHUB_REPOSITORY"] ?? origin?.repository;
  const server = environment["GITHUB_SERVER_URL"] ?? origin?.server ?? "https://github.com";
  if (repository === void 0) return "Commit it in a pull request (this clone names no repository to link to).";
  const branch = await defaultBranchOf(process.cwd());
  const folder = dirname(path).split("/").map(encodeURIComponent).join("/");
  const query = new URLSearchParams({ filename: path.slice(path.lastIndexOf("/") + 1), value: text });
  const link = `${server}/${repository}/new/${branch}/${folder}?${query}`;
  return link.length > LONGEST_LINK ? "Commit it in a pull request (it is too long for a link)." : `Or open it on GitHub, filled in:
${link}`;
}
var request = {
  tells: "Writes the file of a new request into this folder, from flags or by asking for what is missing, and tells whose approval it takes. Commit it in a pull request, or follow the printed link, which opens the same file on GitHub.",
  argument: null,
  options: {
    directory: DIRECTORY,
    for: flag("handle of whoever needs it"),
    account: flag("names of accounts, with commas"),
    bundle: flag("name of a bundle"),
    policy: flag("name or ARN of a managed policy"),
    role: flag("name or ARN of a role to assume"),
    group: flag("name of an IAM group"),
    "permission-set": flag("name of a permission set of Identity Center"),
    resource: flag("ARN of one resource; with --level or --policy"),
    level: flag("how much may be done with the resource: read, write or admin"),
    prefix: flag("of a bucket, how the keys of its objects begin"),
    actions: flag("actions, with commas; with --on"),
    on: flag("ARNs that the actions are for, with commas"),
    duration: flag("how long from the merge: 90m, 2h, 3d"),
    from: flag("not before this time, with its offset"),
    until: flag("until this time, with its offset"),
    reason: flag("why"),
    ticket: flag("ticket it belongs to"),
    "break-glass": { type: "boolean", says: "an emergency that cannot wait for approval" },
    id: flag("name of the request (default: made of who and what)"),
    print: { type: "boolean", says: "print the file instead of writing it" }
  },
  async run(invocation) {
    const { terminal, values, environment } = invocation;
    const directory = textOf(invocation, "directory", "config");
    const files = await documentsOnDisk(process.cwd(), directory);
    if (files.is === "unknown") return comeToNothing(invocation, EXIT.findings, writeEdgeError(files.because));
    const { settings } = readSettings(files.value, directory, KINDS, MODE_NAMES);
    if (settings === null)
      return comeToNothing(invocation, EXIT.findings, "The settings are broken: daypass validate tells where.");
    const choices = {
      people: [...settings.people.keys()],
      accounts: (settings.aws?.accounts ?? []).map(({ name: name2 }) => name2),
      bundles: [...settings.bundles.keys()]
    };
    const { ask, close } = askAtTerminal();
    const wish = await wishFrom(flagsIn(invocation), choices, ask).finally(close);
    if (typeof wish === "string") return comeToNothing(invocation, EXIT.findings, wish);
    const text = writeRequest(wish);
    const now = instantOf(Date.now() / 1e3);
    const named = textOf(invocation, "id", "");
    const name = named === "" ? `${wish.for}-${shortDigest(`${text}${writeInstant(now)}`, 6)}` : named;
    if (!/^[a-z0-9-]{1,64}$/.test(name))
      return comeToNothing(
        invocation,
        EXIT.findings,
        `No request can be called ${JSON.stringify(name)}: use a-z, 0-9 and -.`
      );
    const [year, month] = writeInstant(now).split("-");
    const path = `${directory === "" ? "" : `${directory}/`}requests/${year}/${month}/${name}.yaml`;
    if (files.value.some((file2) => file2.path.endsWith(`/${name}.yaml`)))
      return comeToNothing(invocation, EXIT.findings, `There is a request ${name} already; choose another --id.`);
    const blob = id("0".repeat(40));
    const file = { path, mode: "100644", blob, bytes: Buffer.byteLength(text), text };
    const told = await previewOf({
      people: null,
      inventory: openedOnce(() => openKept(process.cwd(), DATA_BRANCH)),
      directory,
      base: files.value,
      files: [...files.value, file],
      touched: /* @__PURE__ */ new Map([[path, { path, before: null, after: { blob, mode: "100644" } }]]),
      author: () => null,
      opinions: async () => () => [],
      now,
      openedAt: null,
      head: null,
      web: null
    });
    if (told === null)
      return comeToNothing(invocation, EXIT.findings, "The settings are broken: daypass validate tells where.");
    const { story } = told;
    if (story.findings.some((finding) => severityOf(finding) === "error")) {
      terminal.note("Nothing was written: mend the findings first.");
      terminal.out(
        values["json"] === true ? renderJson(story).trimEnd() : renderText(story, paletteFor(terminal)).trimEnd()
      );
      return told.exit;
    }
    if (values["print"] === true) terminal.out(text.trimEnd());
    else {
      await mkdir(join(process.cwd(), dirname(path)), { recursive: true });
      await writeFile(join(process.cwd(), path), text, { flag: "wx" });
      terminal.note(`Wrote ${path}.`);
    }
    const link = await linkTo(environment, path, text);
    if (values["json"] === true) terminal.out(jsonLine({ path, text, link, preview: JSON.parse(renderJson(story)) }));
    else if (values["print"] !== true) terminal.out(`${renderText(story, paletteFor(terminal)).trimEnd()}

${link}`);
    return told.exit;
  }
};
export {
  request
};
